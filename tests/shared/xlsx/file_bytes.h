#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace shinchoku::xlsx {

inline std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace shinchoku::xlsx
