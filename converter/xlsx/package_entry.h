#pragma once

#include <cstdint>
#include <string>

namespace shinchoku::xlsx {

// One entry of the zip directory, checked against its local header. A package can be patched in
// place with these: everything else stays byte for byte.
struct PackageEntry {
    std::string name;  // as stored; never used as a path
    std::uint16_t method = 0;
    std::uint16_t flags = 0;
    std::uint32_t crc = 0;
    std::uint64_t compressed_size = 0;
    std::uint64_t size = 0;
    std::uint64_t header_offset = 0;     // of the local header
    std::uint64_t data_offset = 0;       // of the compressed bytes
    std::uint64_t directory_offset = 0;  // of the central header
};

}  // namespace shinchoku::xlsx
