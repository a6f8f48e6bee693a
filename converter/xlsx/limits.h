#pragma once

#include <chrono>
#include <cstdint>

namespace shinchoku::xlsx {

// design/safety.md, 2: each limit has an option `--limit-…` and a finding F12 that names it.
struct Limits {
    std::uint64_t part_bytes = 256ull << 20;
    std::uint64_t total_bytes = 1ull << 30;
    std::uint32_t inflate_ratio = 200;  // past 1 MiB
    std::uint32_t entries = 10'000;
    std::uint32_t sheets = 10'000;
    std::uint64_t cells = 5'000'000;
    std::uint32_t xml_depth = 64;
    std::uint64_t shared_strings = 2'000'000;
    std::uint32_t cell_characters = 32'767;
    std::uint32_t seconds = 60;  // a file
};

// The moment when reading one file has taken too long.
class Deadline {
public:
    explicit Deadline(std::uint32_t seconds)
        : at_(std::chrono::steady_clock::now() + std::chrono::seconds(seconds)) {}

    [[nodiscard]] bool has_passed() const { return std::chrono::steady_clock::now() >= at_; }

private:
    std::chrono::steady_clock::time_point at_;
};

}  // namespace shinchoku::xlsx
