#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace shinchoku::xlsx {

// Little-endian numbers at a place in a file. REQUIRES: the bytes are there.
[[nodiscard]] inline std::uint64_t load_little(std::string_view bytes, std::size_t at, int count) {
    std::uint64_t value = 0;
    for (int i = count; i-- > 0;) {
        value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    }
    return value;
}

[[nodiscard]] inline std::uint16_t load_u16(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint16_t>(load_little(bytes, at, 2));
}

[[nodiscard]] inline std::uint32_t load_u32(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint32_t>(load_little(bytes, at, 4));
}

[[nodiscard]] inline std::uint64_t load_u64(std::string_view bytes, std::size_t at) {
    return load_little(bytes, at, 8);
}

// True where `count` bytes stand at `at`; never wraps.
[[nodiscard]] inline bool holds(std::string_view bytes, std::uint64_t at, std::uint64_t count) {
    return at <= bytes.size() && count <= bytes.size() - at;
}

}  // namespace shinchoku::xlsx
