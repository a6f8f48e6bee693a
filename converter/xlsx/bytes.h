#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace shinchoku::xlsx {

// Places in a file are 64 bits wide as the formats have them, on a 32-bit machine too: what is in
// memory is within reach, and holds() says whether it is there.

// Little-endian numbers at a place in a file. REQUIRES: the bytes are there.
[[nodiscard]] inline std::uint64_t load_little(std::string_view bytes,
                                               std::uint64_t at,
                                               int count) {
    std::uint64_t value = 0;
    for (std::size_t i = static_cast<std::size_t>(at) + static_cast<std::size_t>(count);
         i-- > at;) {
        value = value << 8 | static_cast<unsigned char>(bytes[i]);
    }
    return value;
}

[[nodiscard]] inline std::uint16_t load_u16(std::string_view bytes, std::uint64_t at) {
    return static_cast<std::uint16_t>(load_little(bytes, at, 2));
}

[[nodiscard]] inline std::uint32_t load_u32(std::string_view bytes, std::uint64_t at) {
    return static_cast<std::uint32_t>(load_little(bytes, at, 4));
}

[[nodiscard]] inline std::uint64_t load_u64(std::string_view bytes, std::uint64_t at) {
    return load_little(bytes, at, 8);
}

// True where `count` bytes stand at `at`; never wraps.
[[nodiscard]] inline bool holds(std::string_view bytes, std::uint64_t at, std::uint64_t count) {
    return at <= bytes.size() && count <= bytes.size() - at;
}

// REQUIRES: holds(bytes, at, count)
[[nodiscard]] inline std::string_view part_of(std::string_view bytes,
                                              std::uint64_t at,
                                              std::uint64_t count) {
    return bytes.substr(static_cast<std::size_t>(at), static_cast<std::size_t>(count));
}

}  // namespace shinchoku::xlsx
