#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "sample_books.h"
#include "sample_data.h"

// make_samples DATA_FOLDER LAYOUT_FILE OUTPUT_FOLDER: makes the sample workbooks of one plan.
int main(int argument_count, char** arguments) {
    if (argument_count != 4) {
        std::cerr << "usage: make_samples DATA_FOLDER LAYOUT_FILE OUTPUT_FOLDER\n";
        return 2;
    }
    const auto samples = shinchoku::samples::read_samples(arguments[1]);
    if (!samples) {
        std::cerr << samples.error() << '\n';
        return 2;
    }
    std::ifstream file(arguments[2], std::ios::binary);
    const std::string layout{std::istreambuf_iterator<char>(file), {}};
    const auto files =
        shinchoku::samples::write_sample_books(samples.value(), layout, arguments[3]);
    if (!files) {
        std::cerr << files.error() << '\n';
        return 2;
    }
    for (const std::string& name : files.value()) {
        std::cout << name << '\n';
    }
    return 0;
}
