#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "layout/layout_file.h"
#include "plan_samples.h"

// make_plan_samples LAYOUT_FILE FOLDER: makes the sample workbooks of one plan in FOLDER from the
// data below it.
int main(int argument_count, char** arguments) {
    if (argument_count != 3) {
        std::cerr << "usage: make_plan_samples LAYOUT_FILE FOLDER\n";
        return 2;
    }
    const std::filesystem::path folder = arguments[2];
    std::ifstream file(arguments[1], std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto loaded = shinchoku::layout::load_layout(text, arguments[1]);
    if (!loaded) {
        std::cerr << shinchoku::layout::to_line(
                         loaded.error().front(), arguments[1], shinchoku::base::Language::en)
                  << '\n';
        return 2;
    }
    const shinchoku::layout::Layout& layout = loaded.value().layout;
    const auto samples = shinchoku::samples::read_plan_samples(folder / "data", layout);
    if (!samples) {
        std::cerr << samples.error() << '\n';
        return 2;
    }
    const auto files = shinchoku::samples::write_plan_books(samples.value(), layout, folder);
    if (!files) {
        std::cerr << files.error() << '\n';
        return 2;
    }
    for (const std::string& name : files.value()) {
        std::cout << name << '\n';
    }
    return 0;
}
