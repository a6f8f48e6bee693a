#include "base/cp932.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace shinchoku::base {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};

// NOLINTNEXTLINE(bugprone-suspicious-include): a table that a script makes
#include "base/cp932_table.inc"

constexpr char32_t first_kanji = 0x4E00;

struct Substitute {
    char32_t code_point;
    std::string_view text;
};

// Those met in plans or likely there (design/rules.md); the meaning stays, not the look.
constexpr std::array<Substitute, 10> substitutes{{{U'—', "―"},
                                                  {U'〜', "～"},
                                                  {U'−', "－"},
                                                  {U'↗', "上昇"},
                                                  {U'↘', "低下"},
                                                  {U'▶', "＞"},
                                                  {U'◀', "＜"},
                                                  {U'➤', "＞"},
                                                  {U'²', "2"},
                                                  {U'³', "3"}}};

}  // namespace

bool is_in_cp932(char32_t code_point) {
    if (code_point >= first_kanji && code_point < first_kanji + 32 * kanji_bits.size()) {
        const std::size_t index = code_point - first_kanji;
        return (kanji_bits[index / 32] >> index % 32 & 1U) != 0;
    }
    const auto* const range = std::lower_bound(
        ranges.begin(), ranges.end(), code_point, [](const Range& one, char32_t sought) {
            return one.last < sought;
        });
    return range != ranges.end() && range->first <= code_point;
}

std::string_view cp932_substitute(char32_t code_point) {
    const auto* const found =
        std::find_if(substitutes.begin(), substitutes.end(), [&](const Substitute& one) {
            return one.code_point == code_point;
        });
    return found == substitutes.end() ? std::string_view() : found->text;
}

}  // namespace shinchoku::base
