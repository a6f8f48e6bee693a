#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/a1.h"
#include "base/finding.h"
#include "plan/model.h"

namespace shinchoku::layout {

// A plan and where each of its values stands, so that a rule can name the cell. Plans that come
// from JSON have no places.

struct YearPlaces {
    int year = 0;
    std::optional<base::CellRef> heading;  // the year heading above
    std::optional<base::CellRef> target;   // also where the cell is blank
    std::optional<base::CellRef> actual;
    std::optional<base::CellRef> note;
    std::optional<base::CellRef> rate;
    std::optional<int> rate_decimals;  // digits after the point as the rate is printed
    std::optional<base::CellRef> grade;
    std::optional<base::CellRef> reason;
    std::optional<base::CellRef> next;
};

struct IndicatorPlaces {
    std::optional<base::CellRef> name;
    std::optional<base::CellRef> unit;
    std::optional<base::CellRef> category;
    std::optional<base::CellRef> direction;
    std::optional<base::CellRef> baseline;
    std::optional<base::CellRef> target_label;  // first cell of the row of targets
    std::optional<base::CellRef> actual_label;
    // Every year for which the sheet has a cell, ascending: also those left out of
    // plan::Indicator::years because both cells are blank.
    std::vector<YearPlaces> years;
};

struct MeasurePlaces {
    std::string file;
    std::string sheet;
    int sheet_index = 0;  // 0-based, in workbook order
    std::string layout;   // id
    base::CellRange range;
    bool id_from_position = false;  // rule S15: nothing printed or written tells the id
    // By model path: "title", "departments", "group", "top_group", "texts.final_goal" …
    std::map<std::string, base::CellRef> fields;
    // Of texts kept as rows ("texts.related_plans"): the cells of their pieces between tabs and
    // line breaks, in the order of the text.
    std::map<std::string, std::vector<base::CellRef>> pieces;
    bool draws_target_each_year = false;      // rule T01
    std::vector<IndicatorPlaces> indicators;  // parallel to plan::Measure::indicators
    // Judgements of the whole measure: rate, grade, reason and next of each year that the sheet has
    // a cell for, ascending; year 0 where the form prints none.
    std::vector<YearPlaces> years;
};

// The cells of a year; nullptr where the sheet has none.
[[nodiscard]] inline const YearPlaces* find_year(const std::vector<YearPlaces>& years, int year) {
    const auto found = std::find_if(
        years.begin(), years.end(), [&](const YearPlaces& each) { return each.year == year; });
    return found == years.end() ? nullptr : &*found;
}

// A text that no form of the workbook holds: a heading above the forms, a cover, a list of the
// measures.
struct OutsideText {
    std::string file;
    std::string sheet;
    int sheet_index = 0;
    base::CellRef cell;
    std::string text;
    bool is_in_list = false;  // of a sheet that lists the measures
};

struct Reading {
    plan::Plan plan;
    // Parallel to plan.measures, or empty where the plan did not come from sheets.
    std::vector<MeasurePlaces> places;
    std::vector<base::Finding> findings;  // of reading: F, S, C12, C18, D03
    std::vector<OutsideText> outside;     // by sheet and place
};

}  // namespace shinchoku::layout
