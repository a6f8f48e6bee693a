#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "describe/descriptions.h"

// describe_functions FOLDER: writes what hosts and people are told of the functions into FOLDER.

namespace shinchoku::addin {
namespace {

bool write_all(const std::filesystem::path& folder) {
    const struct {
        const char* name;
        std::string (*text)();
    } files[] = {
        {"shinchoku.idl", calc_interface},
        {"calc_methods.inc", calc_methods},
        {"CalcAddIns.xcu", calc_configuration},
        {"Shinchoku.intellisense.xml", intellisense},
        {"FUNCTIONS.md", reference_page},
    };
    std::filesystem::create_directories(folder);
    for (const auto& file : files) {
        std::ofstream out(folder / file.name, std::ios::binary);
        out << file.text();
        out.close();
        if (!out) {
            std::cerr << "cannot write " << (folder / file.name).string() << "\n";
            return false;
        }
    }
    return true;
}

}  // namespace
}  // namespace shinchoku::addin

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: describe_functions FOLDER\n";
        return 2;
    }
    try {
        return shinchoku::addin::write_all(argv[1]) ? 0 : 2;
    } catch (const std::exception& failure) {
        std::cerr << failure.what() << "\n";
        return 2;
    }
}
