#include <iostream>
#include <string>

#include "plan_samples.h"

// make_plan_samples LAYOUT_FILE FOLDER: makes the sample workbooks of one plan in FOLDER from the
// data below it.
int main(int argument_count, char** arguments) {
    if (argument_count != 3) {
        std::cerr << "usage: make_plan_samples LAYOUT_FILE FOLDER\n";
        return 2;
    }
    const auto files = shinchoku::samples::make_plan_books(arguments[1], arguments[2]);
    if (!files) {
        std::cerr << files.error() << '\n';
        return 2;
    }
    for (const std::string& name : files.value()) {
        std::cout << name << '\n';
    }
    return 0;
}
