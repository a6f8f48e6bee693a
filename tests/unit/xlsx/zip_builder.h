#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shinchoku::xlsx {

// Writes zip files for tests, sound ones and, with the overrides, every kind of unsound one.
struct ZipEntry {
    std::string name;
    std::string data;
    std::uint16_t method = 8;
    std::uint16_t flags = 0;
    bool has_descriptor = false;

    // What a header says in place of the truth.
    std::optional<std::string> local_name;
    std::optional<std::uint16_t> local_method;
    std::optional<std::uint32_t> local_size;
    std::optional<std::uint32_t> offset;
    std::optional<std::uint32_t> crc;   // both headers
    std::optional<std::uint32_t> size;  // both headers
};

struct ZipFile {
    std::vector<ZipEntry> entries;
    std::string comment;
    std::string prefix;
    std::string suffix;
    std::string gap;  // between the data and the directory
    bool is_zip64 = false;
    std::optional<std::uint16_t> count;
    std::optional<std::uint32_t> directory_size;
    std::optional<std::uint32_t> directory_offset;
    std::uint16_t disk = 0;

    [[nodiscard]] std::string bytes() const;
};

// Entries of a name and a text.
[[nodiscard]] std::string zip(const std::vector<std::pair<std::string, std::string>>& parts);

}  // namespace shinchoku::xlsx
