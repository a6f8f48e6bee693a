#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "base/words.h"
#include "check/rules.h"
#include "layout/comparison.h"

namespace shinchoku::check {
namespace {

using base::Decimal;
using base::Severity;

// What makes a name that of a total. A lone 計 counts only as a whole word: 会計 and 設計 end in
// it.
std::optional<std::string> stem_of_total(const std::string& name) {
    constexpr std::array<std::string_view, 8> alone{
        "計", "小計", "合計", "総計", "年度計", "年間計", "全体計", "総数"};
    const std::string form = layout::comparison_form(name);
    std::string_view word = form;
    if (word.starts_with('(') && word.ends_with(')')) {
        word = word.substr(1, word.size() - 2);
    }
    if (std::find(alone.begin(), alone.end(), word) != alone.end()) {
        return "";
    }
    constexpr std::array<std::string_view, 8> endings{
        "の合計", "(合計)", "合計", "の総数", "(総数)", "(計)", "の計", "(年度計)"};
    for (const std::string_view ending : endings) {
        if (form.ends_with(ending) && form.size() > ending.size()) {
            return form.substr(0, form.size() - ending.size());
        }
    }
    return std::nullopt;
}

bool is_part_of_named(const std::string& name) {
    const std::string form = layout::comparison_form(name);
    return form.starts_with("うち") || form.starts_with("(うち") || form.starts_with("内訳");
}

// A rate is no sum of rates.
bool can_be_added(const plan::Indicator& indicator) {
    const std::string unit = indicator.unit.value_or("");
    return unit != "%" && unit != "割" && unit != "ポイント" &&
           !base::contains_any(indicator.name, {"率", "割合", "平均"});
}

struct Total {
    std::size_t row = 0;
    std::vector<std::size_t> parts;
};

// The rows that a total stands for: those before it, back to the total before. Where the total is
// of something (研修参加者数の合計), only those that name it.
std::optional<Total> total_at(const plan::Measure& measure, std::size_t row) {
    const plan::Indicator& own = measure.indicators[row];
    const auto stem = stem_of_total(own.name);
    if (!stem || !can_be_added(own)) {
        return std::nullopt;
    }
    Total total{row, {}};
    for (std::size_t i = row; i-- > 0;) {
        const plan::Indicator& part = measure.indicators[i];
        const std::string form = layout::comparison_form(part.name);
        if (stem_of_total(part.name)) {
            break;
        }
        const bool belongs = part.unit == own.unit && part.category == own.category &&
                             can_be_added(part) && form.find(*stem) != std::string::npos;
        if (belongs && !is_part_of_named(part.name)) {
            total.parts.insert(total.parts.begin(), i);
        } else if (!belongs && stem->empty()) {
            break;
        }
    }
    return total.parts.size() >= 2 ? std::optional(total) : std::nullopt;
}

const plan::Value* value_in(const plan::Indicator& indicator, int year, Part part) {
    for (const plan::YearEntry& entry : indicator.years) {
        if (entry.year == year) {
            return part == Part::target ? &entry.target : &entry.actual;
        }
    }
    return nullptr;
}

std::optional<calc::Figure> number_in(const plan::Value* value) {
    return value != nullptr && value->is<plan::Number>() ? calc::figure_of(*value) : std::nullopt;
}

// Σ of the parts in the total's unit; nothing where one of them has no number.
std::optional<Decimal> sum_of(
    const plan::Measure& measure,
    const Total& total,
    const calc::Figure& whole,
    const std::function<const plan::Value*(const plan::Indicator&)>& cell) {
    Decimal sum;
    for (const std::size_t i : total.parts) {
        const auto part = number_in(cell(measure.indicators[i]));
        if (!part || calc::units_differ(*part, whole)) {
            return std::nullopt;
        }
        sum = sum + part->number;
    }
    return sum;
}

void report_sum(const IndicatorView& view,
                const CellView& cell,
                const Decimal& sum,
                Collector& out) {
    Remark remark = about(cell, "N08", Severity::warning);
    calc::Figure shown = *cell.figure;
    shown.printed = sum.shifted(-(shown.unit_power));
    remark.expected = calc::print(shown);
    remark.message = {
        "合計は " + cell.value->raw + " ですが、内訳を足すと " + remark.expected + " です。",
        "The total is " + cell.value->raw + ", the parts add up to " + remark.expected + "."};
    out.add(view, std::move(remark));
}

void check_total(const layout::Reading& reading,
                 std::size_t m,
                 const Total& total,
                 const plan::Date& as_of,
                 Collector& out) {
    const plan::Measure& measure = reading.plan.measures[m];
    const IndicatorView view = view_of(reading, m, total.row, as_of);
    const auto look = [&](const CellView& cell,
                          const std::function<const plan::Value*(const plan::Indicator&)>& part) {
        if (!cell.value->is<plan::Number>() || !cell.figure) {
            return;
        }
        const auto sum = sum_of(measure, total, *cell.figure, part);
        if (sum && *sum != cell.figure->number) {
            report_sum(view, cell, *sum, out);
        }
    };
    for (const std::vector<CellView>* cells : {&view.targets, &view.actuals}) {
        for (const CellView& cell : *cells) {
            look(cell,
                 [&](const plan::Indicator& part) { return value_in(part, cell.year, cell.part); });
        }
    }
    if (view.baseline) {
        look(*view.baseline, [](const plan::Indicator& part) {
            return part.baseline ? &part.baseline->value : nullptr;
        });
    }
}

// 総数 over its うち rows: they are some of it, so they are never more.
void check_parts_below(const layout::Reading& reading,
                       std::size_t m,
                       std::size_t row,
                       const plan::Date& as_of,
                       Collector& out) {
    const plan::Measure& measure = reading.plan.measures[m];
    Total total{row, {}};
    for (std::size_t i = row + 1;
         i < measure.indicators.size() && is_part_of_named(measure.indicators[i].name) &&
         measure.indicators[i].unit == measure.indicators[row].unit;
         ++i) {
        total.parts.push_back(i);
    }
    if (total.parts.empty() || !can_be_added(measure.indicators[row])) {
        return;
    }
    const bool is_breakdown =
        layout::comparison_form(measure.indicators[row + 1].name).starts_with("内訳") &&
        total.parts.size() >= 2;
    const IndicatorView view = view_of(reading, m, row, as_of);
    for (const std::vector<CellView>* cells : {&view.targets, &view.actuals}) {
        for (const CellView& cell : *cells) {
            if (!cell.value->is<plan::Number>() || !cell.figure) {
                continue;
            }
            const auto sum = sum_of(measure, total, *cell.figure, [&](const plan::Indicator& part) {
                return value_in(part, cell.year, cell.part);
            });
            if (sum && (is_breakdown ? *sum != cell.figure->number : *sum > cell.figure->number)) {
                report_sum(view, cell, *sum, out);
            }
        }
    }
}

// A total inside one cell: 窓口 30 電話 40 計 75.
void check_compound(const IndicatorView& view, const CellView& cell, Collector& out) {
    const auto* compound = cell.value->as<plan::Compound>();
    constexpr std::size_t fewest = 3;
    if (compound == nullptr || compound->parts.size() < fewest) {
        return;
    }
    std::optional<calc::Figure> whole;
    Decimal sum;
    for (const plan::Part& part : compound->parts) {
        const auto figure = number_in(&part.value);
        if (!figure || (whole && calc::units_differ(*figure, *whole)) || figure->unit == "%") {
            return;
        }
        if (stem_of_total(part.label) == "") {
            if (whole) {
                return;
            }
            whole = figure;
        } else {
            sum = sum + figure->number;
        }
    }
    if (!whole || whole->number == sum) {
        return;
    }
    Remark remark = about(cell, "N08", Severity::warning);
    remark.expected = calc::grouped(sum, 0);
    remark.message = {"内訳を足すと " + remark.expected + " で、書かれた計と違います（" +
                          cell.value->raw + "）。",
                      "The parts add up to " + remark.expected + ", which is not the total (" +
                          cell.value->raw + ")."};
    out.add(view, std::move(remark));
}

}  // namespace

void sums_in_cells(const IndicatorView& view, Collector& out) {
    for (const std::vector<CellView>* cells : {&view.targets, &view.actuals}) {
        for (const CellView& cell : *cells) {
            check_compound(view, cell, out);
        }
    }
}

void sums_of_rows(const layout::Reading& reading, const plan::Date& as_of, Collector& out) {
    for (std::size_t m = 0; m < reading.plan.measures.size(); ++m) {
        const plan::Measure& measure = reading.plan.measures[m];
        for (std::size_t i = 0; measure.indicators.size() > 1 && i < measure.indicators.size();
             ++i) {
            if (const auto total = total_at(measure, i)) {
                check_total(reading, m, *total, as_of, out);
            }
            if (!is_part_of_named(measure.indicators[i].name)) {
                check_parts_below(reading, m, i, as_of, out);
            }
        }
    }
}

}  // namespace shinchoku::check
