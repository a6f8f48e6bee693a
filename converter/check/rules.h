#pragma once

#include "check/check.h"
#include "check/collector.h"
#include "check/view.h"

namespace shinchoku::check {

// One function a rule of design/rules.md, from the model and its places to findings. Rules on one
// indicator are called for each; the others once.

// cell_rules.cpp
void stored_as_text(const IndicatorView& view, Collector& out);  // C01-C04, the most specific
void minus_marks(const IndicatorView& view, Collector& out);     // C05
void error_values(const IndicatorView& view, Collector& out);    // C11

// unit_rules.cpp
void missing_units(const IndicatorView& view, Collector& out);    // N01
void differing_units(const IndicatorView& view, Collector& out);  // N02
void percent_scale(const IndicatorView& view, Collector& out);    // N03
void powers_of_ten(const IndicatorView& view, Collector& out);    // N06

// year_rules.cpp
void future_actuals(const IndicatorView& view, Collector& out);       // D07
void actual_dates(const IndicatorView& view, Collector& out);         // D06, yearly actuals
void baseline_dates(const layout::Reading& reading, Collector& out);  // D06, baselines

// target_rules.cpp
void blank_targets(const IndicatorView& view, Collector& out);       // T01
void targets_going_back(const IndicatorView& view, Collector& out);  // T06
void mixed_kinds(const IndicatorView& view, Collector& out);         // T09

// final_goal.cpp
void final_goal(const IndicatorView& view, int last_year, Collector& out);  // T02

// actual_rules.cpp
void missing_actuals(const IndicatorView& view, const plan::Date& as_of, Collector& out);  // A01

// outline_rules.cpp: against the layouts and the master
void departments(const layout::Reading& reading, const CheckOptions& options, Collector& out);
void outline(const layout::Reading& reading, const CheckOptions& options, Collector& out);
void missing_measures(const layout::Reading& reading, const CheckOptions& options, Collector& out);

}  // namespace shinchoku::check
