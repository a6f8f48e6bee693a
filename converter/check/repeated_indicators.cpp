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

// Number and unit, else the words: equal where two cells say the same.
std::string words_of(const plan::Value& value) {
    const auto* number = value.as<plan::Number>();
    return number == nullptr ? "\n" + base::fold_width(value.raw)
                             : number->number.to_string() + " " + number->form.unit.value_or("");
}

}  // namespace

std::vector<RepeatedIndicators::Said> RepeatedIndicators::said_by(const IndicatorView& view) {
    std::vector<Said> said;
    const auto add = [&](const CellView& cell) {
        if (!cell.value->is<plan::Blank>()) {
            said.push_back({cell.part, cell.year, std::hash<std::string>{}(words_of(*cell.value))});
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

// Keeps the first cell of the later one that says something else than the earlier one.
void RepeatedIndicators::compare(const Met& earlier, const IndicatorView& later, LaterPlace place) {
    const auto find = [](const std::vector<Said>& cells, Part part, int year) {
        return std::find_if(cells.begin(), cells.end(), [&](const Said& each) {
            return each.part == part && each.year == year;
        });
    };
    const std::vector<Said> said = said_by(later);
    const auto differs = [&](const CellView& cell) {
        const auto before = find(earlier.cells, cell.part, cell.year);
        const auto now = find(said, cell.part, cell.year);
        return before != earlier.cells.end() && now != said.end() && before->words != now->words;
    };
    const auto keep = [&](const CellView& cell) {
        Remark remark = about(cell, "T12", Severity::warning);
        if (!remark.part.empty()) {
            place.id += "/" + std::string(remark.part);
        }
        differences_.push_back({std::move(place), earlier.measure, std::move(remark)});
    };
    if (later.baseline && differs(*later.baseline)) {
        keep(*later.baseline);
        return;
    }
    for (const std::vector<CellView>* row : {&later.targets, &later.actuals}) {
        const auto cell = std::find_if(row->begin(), row->end(), differs);
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
            const auto [met, is_new] = first_met_.try_emplace(std::hash<std::string>{}(key));
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
