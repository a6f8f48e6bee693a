#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "check/check.h"
#include "layout/reading.h"
#include "plan/model.h"
#include "plan/value_reading.h"

namespace shinchoku::check {

// A number typed into a numeric cell: {"0.986", "0.00%"}.
struct Typed {
    std::string number;
    std::string format;
};

// One indicator as a Minami-Alps sheet holds it, five years from 2026: its targets stand in
// B12:F12, its actuals in B13:F13, a further indicator ten rows below. "" is a blank cell.
struct Row {
    std::string name = "件数";
    std::vector<std::string> targets;
    std::vector<std::string> actuals;
    std::string baseline;  // "" for no such cell
    std::optional<int> baseline_year;
    std::optional<std::string> unit;     // nothing: no unit column
    std::map<std::string, Typed> typed;  // by cell: "B13"
    std::map<int, std::string> notes;    // by year
    std::string note;
    std::string stated;  // direction column
};

class SheetPlan {
public:
    SheetPlan() {
        reading_.plan.id = "test-plan";
        reading_.plan.first_year = 2026;
        reading_.plan.last_year = 2030;
    }

    // A measure with its rows; places follow the order of adding: one sheet each.
    SheetPlan& measure(const std::string& id, const std::vector<Row>& rows) {
        plan::Measure measure;
        measure.id = id;
        measure.title = "取組み" + id;
        layout::MeasurePlaces places;
        places.file = "book.xlsx";
        places.sheet = id;
        places.sheet_index = static_cast<int>(reading_.places.size());
        places.layout = "minami_alps";
        places.draws_target_each_year = true;
        places.fields["departments"] = {3, 1};
        places.fields["group"] = {1, 1};
        places.fields["top_group"] = {0, 1};
        for (std::size_t i = 0; i < rows.size(); ++i) {
            add_row(measure, places, rows[i], i);
        }
        reading_.plan.measures.push_back(std::move(measure));
        reading_.places.push_back(std::move(places));
        return *this;
    }

    [[nodiscard]] plan::Measure& last() { return reading_.plan.measures.back(); }
    [[nodiscard]] layout::MeasurePlaces& last_places() { return reading_.places.back(); }
    [[nodiscard]] layout::Reading& reading() { return reading_; }
    [[nodiscard]] const layout::Reading& reading() const { return reading_; }

private:
    static plan::Value read(const Row& row, const std::string& text, base::CellRef cell) {
        if (const auto typed = row.typed.find(base::to_a1(cell)); typed != row.typed.end()) {
            return plan::read_number(*base::Decimal::parse(typed->second.number),
                                     typed->second.format);
        }
        return text.starts_with('#') ? plan::read_error(text) : plan::read_text(text);
    }

    static void add_row(plan::Measure& measure,
                        layout::MeasurePlaces& places,
                        const Row& row,
                        std::size_t index) {
        const auto top = static_cast<std::uint32_t>(11 + 10 * index);
        plan::Indicator indicator;
        indicator.id = measure.id + "/" + std::to_string(index + 1);
        indicator.name = row.name;
        indicator.note = row.note;
        layout::IndicatorPlaces cells;
        cells.target_label = base::CellRef{top, 0};
        cells.actual_label = base::CellRef{top + 1, 0};
        if (!row.baseline.empty()) {
            cells.baseline = base::CellRef{top, 7};
            indicator.baseline =
                plan::Baseline{row.baseline_year, read(row, row.baseline, *cells.baseline)};
        }
        if (row.unit) {
            cells.unit = base::CellRef{top, 8};
        }
        for (std::uint32_t i = 0; i < 5; ++i) {
            const int year = 2026 + static_cast<int>(i);
            layout::YearPlaces at{.year = year,
                                  .target = base::CellRef{top, i + 1},
                                  .actual = base::CellRef{top + 1, i + 1}};
            plan::YearEntry entry{
                .year = year,
                .target = read(row, i < row.targets.size() ? row.targets[i] : "", *at.target),
                .actual = read(row, i < row.actuals.size() ? row.actuals[i] : "", *at.actual)};
            if (const auto note = row.notes.find(year); note != row.notes.end()) {
                entry.note = note->second;
            }
            if (!entry.target.is<plan::Blank>() || !entry.actual.is<plan::Blank>()) {
                indicator.years.push_back(std::move(entry));
            }
            cells.years.push_back(at);
        }
        plan::IndicatorCells outside{.unit_column = row.unit};
        if (!row.stated.empty()) {
            outside.stated_direction = row.stated;
        }
        plan::settle_indicator(indicator, outside);
        measure.indicators.push_back(std::move(indicator));
        places.indicators.push_back(std::move(cells));
    }

    layout::Reading reading_;
};

// After the end of 2026 and before that of 2027.
inline CheckOptions in_may_2027() {
    return {.as_of = {2027, 5, 31}};
}

// "T02 warning F12", in order of place.
inline std::vector<std::string> lines(const std::vector<base::Finding>& findings) {
    std::vector<std::string> result;
    for (const base::Finding& finding : findings) {
        result.push_back(finding.rule + " " + std::string(base::name_of(finding.severity)) + " " +
                         (finding.cell ? base::to_a1(*finding.cell) : "-"));
    }
    return result;
}

// Those of the findings of one sheet with one row that belong to the rule.
inline std::vector<std::string> lines_of(const std::string& rule,
                                         const SheetPlan& plan,
                                         const CheckOptions& options = in_may_2027()) {
    std::vector<base::Finding> findings = check(plan.reading(), options);
    std::erase_if(findings, [&](const base::Finding& f) { return f.rule != rule; });
    return lines(findings);
}

inline std::vector<std::string> lines_of(const std::string& rule,
                                         const Row& row,
                                         const CheckOptions& options = in_may_2027()) {
    SheetPlan plan;
    plan.measure("1-1-1", {row});
    return lines_of(rule, plan, options);
}

}  // namespace shinchoku::check
