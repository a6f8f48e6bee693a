#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "check/printed_years.h"
#include "check/rules.h"
#include "check/texts.h"

namespace shinchoku::check {
namespace {

using base::Severity;

struct Pair {
    std::string western;
    std::string era;
};

// A day may be said beside its fiscal year as well: 2024年度(令和7年3月31日).
bool disagree(const YearRun& a, const YearRun& b) {
    if (a.years.size() != b.years.size() || a.years == b.years) {
        return false;
    }
    const YearRun& dated = a.month != 0 ? a : b;
    const YearRun& other = a.month != 0 ? b : a;
    constexpr int april = 4;
    const bool may_be_fiscal = dated.month != 0 && dated.month < april && other.month == 0 &&
                               dated.years.back() == other.years.back() + 1;
    return !may_be_fiscal;
}

// The first years with years of the other manner in brackets behind them that are others:
// 2022～2024(R3～R5), R6年(2025年度).
std::optional<Pair> contradicting_pair(std::string_view prose) {
    const std::u32string text = base::to_utf32(base::fold_width(prose));
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto first = year_run_at(text, i);
        if (!first || first->end + 1 >= text.size() || text[first->end] != U'(') {
            continue;
        }
        const auto second = year_run_at(text, first->end + 1);
        if (!second || second->end >= text.size() || text[second->end] != U')' ||
            first->by_era == second->by_era || !disagree(*first, *second)) {
            continue;
        }
        const std::u32string_view all(text);
        std::string before = base::to_utf8(all.substr(i, first->end - i));
        std::string inside =
            base::to_utf8(all.substr(first->end + 1, second->end - first->end - 1));
        return first->by_era ? Pair{std::move(inside), std::move(before)}
                             : Pair{std::move(before), std::move(inside)};
    }
    return std::nullopt;
}

}  // namespace

void era_pairs(const layout::Reading& reading, Collector& out) {
    const std::vector<plan::Measure>& measures = reading.plan.measures;
    for (std::size_t m = 0; m < measures.size(); ++m) {
        for_each_text(reading, m, [&](const TextView& text) {
            const std::optional<Pair> pair = contradicting_pair(text.text);
            if (!pair) {
                return;
            }
            out.add(
                m,
                measures[m].id + "/" + text.key,
                {.rule = "D01",
                 .severity = Severity::error,
                 .cell = text.place,
                 .year = text.year,
                 .part = {},
                 .message = {"西暦と和暦が合いません: " + pair->western + "（" + pair->era + "）。",
                             "Western and era years disagree: " + pair->western + " (" + pair->era +
                                 ")."},
                 .found = pair->era,
                 .expected = pair->western});
        });
    }
}

}  // namespace shinchoku::check
