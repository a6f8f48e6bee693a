#pragma once

#include <string>
#include <vector>

#include "calc/assessment.h"
#include "check/check.h"
#include "check/collector.h"
#include "check/view.h"

namespace shinchoku::check {

// One function a rule of design/rules.md, from the model and its places to findings. Rules on one
// indicator are called for each; those on a reading once for the measures of a file, the last of
// them once for the whole plan (plan_rules.h has more such).

// cell_rules.cpp
void stored_as_text(const IndicatorView& view, Collector& out);  // C01-C04, the most specific
void minus_marks(const IndicatorView& view, Collector& out);     // C05
void error_values(const IndicatorView& view, Collector& out);    // C11

// unit_rules.cpp
void missing_units(const IndicatorView& view, Collector& out);    // N01
void differing_units(const IndicatorView& view, Collector& out);  // N02
void percent_scale(const IndicatorView& view, Collector& out);    // N03
void powers_of_ten(const IndicatorView& view, Collector& out);    // N06

// value_rules.cpp
void impossible_values(const IndicatorView& view, Collector& out);    // N04
void decimals_of_actuals(const IndicatorView& view, Collector& out);  // N05

// year_rules.cpp
void future_actuals(const IndicatorView& view, Collector& out);  // D07
void actual_dates(const IndicatorView& view, Collector& out);    // D06, yearly actuals

// target_rules.cpp
void blank_targets(const IndicatorView& view, Collector& out);       // T01
void targets_going_back(const IndicatorView& view, Collector& out);  // T06
void mixed_kinds(const IndicatorView& view, Collector& out);         // T09

// direction_rules.cpp
struct MethodOptions {
    std::string layout_method;  // "" for none
    bool by_growth = false;     // the scheme grades by growth
};
void contradicted_direction(const IndicatorView& view, Collector& out);       // T04
void rising_where_less_is_better(const IndicatorView& view, Collector& out);  // T04
void target_equals_baseline(const IndicatorView& view, Collector& out);       // T05
void impossible_methods(const IndicatorView& view,
                        const MethodOptions& options,
                        Collector& out);                                   // T07
void direction_without_number(const IndicatorView& view, Collector& out);  // T10

// relative_rules.cpp
void resolved_figures(const IndicatorView& view, Collector& out);  // T08

// series_rules.cpp
void running_totals(const IndicatorView& view, Collector& out);    // T11
void repeated_actuals(const IndicatorView& view, Collector& out);  // A06

// step_rules.cpp
void steps_going_back(const IndicatorView& view, Collector& out);  // T14

// rating_rules.cpp
struct RatingOptions {
    const calc::Scheme* scheme = nullptr;  // never null: of the indicator
    std::vector<std::string> choices;      // what the form offers for 評価
};
// A02, A03, A04, A05 and N07. The assessments are the indicator's own.
void ratings(const IndicatorView& view,
             const std::vector<calc::Assessment>& assessments,
             const RatingOptions& options,
             Collector& out);

// A02, of measures with several indicators.
void grades_of_measures(const layout::Reading& reading,
                        const RatingOptions& options,
                        Collector& out);

// evaluation_rules.cpp
void finished_actuals(const IndicatorView& view, Collector& out);  // A07, of the actual
void evaluation_texts(const layout::Reading& reading,
                      const calc::Scheme& scheme,
                      Collector& out);  // A07

// text_rules.cpp
void texts(const layout::Reading& reading, Collector& out);  // A08 but of copies, A10

// character_rules.cpp
void characters(const layout::Reading& reading, Collector& out);  // C06, C07, C10

// encoding_rules.cpp
void characters_of_encoding(const layout::Reading& reading, Collector& out);  // C08, of CP932

// publication_rules.cpp
void undeclared_symbols(const IndicatorView& view, Collector& out);  // X07

// dash_rules.cpp
void dashes(const layout::Reading& reading, Collector& out);  // C09

// era_rules.cpp
void era_pairs(const layout::Reading& reading, Collector& out);  // D01

// duration_rules.cpp
void durations(const layout::Reading& reading, Collector& out);  // D02

// era_notation_rules.cpp
void era_notation(const layout::Reading& reading, Collector& out);  // D04

// date_value_rules.cpp
void date_values(const IndicatorView& view, Collector& out);  // D08, but the date system

// prose_figures.cpp
void prose_figures(const IndicatorView& view, Collector& out);  // A09

// sum_rules.cpp
void sums_in_cells(const IndicatorView& view, Collector& out);  // N08
void sums_of_rows(const layout::Reading& reading, const plan::Date& as_of,
                  Collector& out);  // N08

// edition_rules.cpp: S13, of headings and texts
void editions(const layout::Reading& reading, const CheckOptions& options, Collector& out);

// approved_plan_rules.cpp: against the master, which may be null
void changed_targets(const IndicatorView& view,
                     const layout::Reading* master,
                     Collector& out);  // T13

// final_goal.cpp
void final_goal(const IndicatorView& view, int last_year, Collector& out);             // T02
void stated_total(const IndicatorView& view, const plan::Plan& plan, Collector& out);  // T03

// actual_rules.cpp
void missing_actuals(const IndicatorView& view, const plan::Date& as_of, Collector& out);  // A01

// Of the whole plan, of which there are only names (layout::Merger::add_names):

// outline_rules.cpp: against the layouts and the master
void departments(const layout::Reading& reading, const CheckOptions& options, Collector& out);
void outline(const layout::Reading& reading, const CheckOptions& options, Collector& out);
void missing_measures(const layout::Reading& reading, const CheckOptions& options, Collector& out);

// number_rules.cpp: against the master too
void numbers(const layout::Reading& reading, const CheckOptions& options, Collector& out);  // S12

// edition_rules.cpp: S13, of the plan's own title
void edition_of_title(const layout::Reading& plan, const CheckOptions& options, Collector& out);

// publication_rules.cpp: X09, of the latest year that is closed.
void thin_coverage(const layout::Reading& reading,
                   int year,
                   const calc::RollUp& totals,
                   Collector& out);

}  // namespace shinchoku::check
