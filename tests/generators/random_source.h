#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace shinchoku::generators {

// A seeded source that gives the same numbers on every machine (the standard distributions do not).
class RandomSource {
public:
    explicit RandomSource(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL + 1) {
        for (int i = 0; i < 5; ++i) {
            next();
        }
    }

    std::uint64_t next() {  // xorshift64
        state_ ^= state_ << 13U;
        state_ ^= state_ >> 7U;
        state_ ^= state_ << 17U;
        return state_;
    }

    // 0 .. count - 1
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    int between(int first, int last) {
        return first + static_cast<int>(below(static_cast<std::size_t>(last - first + 1)));
    }
    bool one_in(std::size_t count) { return below(count) == 0; }

    template <class T>
    const T& pick(const std::vector<T>& items) {
        return items[below(items.size())];
    }

private:
    std::uint64_t state_;
};

}  // namespace shinchoku::generators
