#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "calc/target.h"
#include "check/rules.h"

namespace shinchoku::check {
namespace {

using base::Severity;

// Short names (件数, 参加者数) stand for different things in different measures.
constexpr std::size_t shortest_name = 8;  // characters

std::string key_of(const plan::Indicator& indicator) {
    std::u32string key;
    for (const char32_t c : base::to_utf32(base::fold_width(indicator.name))) {
        if (c != U' ' && c != U'　' && c != U'\n') {
            key += c;
        }
    }
    return key.size() < shortest_name ? std::string() : base::to_utf8(key);
}

bool differ(const plan::Value& a, const plan::Value& b) {
    if (a.is<plan::Blank>() || b.is<plan::Blank>()) {
        return false;
    }
    const auto* left = a.as<plan::Number>();
    const auto* right = b.as<plan::Number>();
    if (left != nullptr && right != nullptr) {
        return left->number != right->number || left->form.unit != right->form.unit;
    }
    return base::fold_width(a.raw) != base::fold_width(b.raw);
}

// The first cell of the later one that says something else than the earlier one.
const CellView* first_difference(const IndicatorView& earlier, const IndicatorView& later) {
    if (earlier.baseline && later.baseline && earlier.baseline->year == later.baseline->year &&
        differ(*earlier.baseline->value, *later.baseline->value)) {
        return &*later.baseline;
    }
    const std::pair<const std::vector<CellView>*, const std::vector<CellView>*> rows[] = {
        {&earlier.targets, &later.targets}, {&earlier.actuals, &later.actuals}};
    for (const auto& [before, after] : rows) {
        for (const CellView& cell : *after) {
            const CellView* other = find_year(*before, cell.year);
            if (other != nullptr && differ(*other->value, *cell.value)) {
                return &cell;
            }
        }
    }
    return nullptr;
}

}  // namespace

void repeated_indicators(const layout::Reading& reading, const plan::Date& as_of, Collector& out) {
    struct Met {
        std::size_t measure = 0;
        std::size_t indicator = 0;
    };
    std::map<std::string, Met> first_met;
    const std::vector<plan::Measure>& measures = reading.plan.measures;
    for (std::size_t m = 0; m < measures.size(); ++m) {
        for (std::size_t i = 0; i < measures[m].indicators.size(); ++i) {
            std::string key = key_of(measures[m].indicators[i]);
            if (key.empty()) {
                continue;
            }
            const auto [place, is_new] = first_met.try_emplace(std::move(key), Met{m, i});
            const Met& met = place->second;
            if (is_new || met.measure == m) {
                continue;
            }
            const IndicatorView earlier = view_of(reading, met.measure, met.indicator, as_of);
            const IndicatorView later = view_of(reading, m, i, as_of);
            const CellView* cell = first_difference(earlier, later);
            if (cell == nullptr) {
                continue;
            }
            Remark remark = about(*cell, "T12", Severity::warning);
            remark.message = {
                "同じ名前の指標が施策 " + earlier.measure.id + " にもあり、値が違います。",
                "Measure " + earlier.measure.id +
                    " has an indicator of this name with other values."};
            out.add(later, std::move(remark));
        }
    }
}

}  // namespace shinchoku::check
