#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "check/plan_rules.h"
#include "check/view.h"

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

std::uint64_t hash_of(const std::string& words) {
    return std::hash<std::string>{}(words);
}

}  // namespace

RepeatedIndicators::Said RepeatedIndicators::said_in(const CellView& cell) {
    Said said{.part = cell.part,
              .year = cell.year,
              .number = std::nullopt,
              .words = hash_of(base::fold_width(cell.value->raw))};
    if (const auto* number = cell.value->as<plan::Number>()) {
        const std::optional<std::string>& unit = number->form.unit;
        said.number = hash_of(number->number.to_string() + (unit ? " " + *unit : ""));
    }
    return said;
}

std::vector<RepeatedIndicators::Said> RepeatedIndicators::said_by(const IndicatorView& view) {
    std::vector<Said> said;
    const auto add = [&](const CellView& cell) {
        if (!cell.value->is<plan::Blank>()) {
            said.push_back(said_in(cell));
        }
    };
    if (view.baseline) {
        add(*view.baseline);
    }
    std::for_each(view.targets.begin(), view.targets.end(), add);
    std::for_each(view.actuals.begin(), view.actuals.end(), add);
    said.shrink_to_fit();
    return said;
}

// True where the cell of the earlier one says something else.
bool RepeatedIndicators::differs(const Met& earlier, const CellView& cell) {
    const auto before =
        std::find_if(earlier.cells.begin(), earlier.cells.end(), [&](const Said& each) {
            return each.part == cell.part && each.year == cell.year;
        });
    if (before == earlier.cells.end() || cell.value->is<plan::Blank>()) {
        return false;
    }
    const Said now = said_in(cell);
    return before->number && now.number ? *before->number != *now.number
                                        : before->words != now.words;
}

// Keeps the first cell of the later one that says something else than the earlier one.
void RepeatedIndicators::compare(const Met& earlier, const IndicatorView& later, LaterPlace place) {
    const auto keep = [&](const CellView& cell) {
        Remark remark = about(cell, "T12", Severity::warning);
        if (!remark.part.empty()) {
            place.id += "/" + std::string(remark.part);
        }
        differences_.push_back({std::move(place), earlier.measure, std::move(remark)});
    };
    if (later.baseline && differs(earlier, *later.baseline)) {
        keep(*later.baseline);
        return;
    }
    for (const std::vector<CellView>* row : {&later.targets, &later.actuals}) {
        const auto cell = std::find_if(
            row->begin(), row->end(), [&](const CellView& each) { return differs(earlier, each); });
        if (cell != row->end()) {
            keep(*cell);
            return;
        }
    }
}

void RepeatedIndicators::add(const layout::Reading& added, std::size_t first) {
    const std::vector<plan::Measure>& measures = added.plan.measures;
    for (std::size_t m = 0; m < measures.size(); ++m) {
        for (std::size_t i = 0; i < measures[m].indicators.size(); ++i) {
            const std::string key = key_of(measures[m].indicators[i]);
            if (key.empty()) {
                continue;
            }
            const IndicatorView view = view_of(added, m, i, as_of_);
            const auto [met, is_new] = first_met_.try_emplace(hash_of(key));
            if (is_new) {
                met->second = {first + m, said_by(view)};
            } else if (met->second.measure != first + m) {
                compare(met->second, view, later_place(added, m, first, view.indicator.id));
            }
        }
    }
}

void RepeatedIndicators::finish(const layout::Reading& plan, Collector& out) const {
    for (const Difference& each : differences_) {
        const std::string& other = plan.plan.measures[each.original].id;
        Remark remark = each.remark;
        remark.message = {"同じ名前の指標が施策 " + other + " にもあり、値が違います。",
                          "Measure " + other + " has an indicator of this name with other values."};
        out.add(each.place.measure, each.place.key_id(plan), std::move(remark));
    }
}

}  // namespace shinchoku::check
