#pragma once

#include <optional>
#include <utility>

#include "calc/assessment.h"
#include "calc/row.h"
#include "calc/trace.h"

namespace shinchoku::calc {

// One year of an indicator, as it is being worked out.
struct Year {
    const Row& row;
    Assessment result;
    Workings workings;

    // How the rate came about. REQUIRES: met or missed is settled.
    void tell() {
        if (row.options.with_trace) {
            result.trace = trace_of(workings);
        }
    }
    void settle(Status status) { result.status = workings.status = status; }
    void settle(Status status, base::Text trace) {
        settle(status);
        result.trace = std::move(trace);
    }
};

// Compares the actual with the target by the year's method: status, rates, grade and trace.
// REQUIRES: the year has a target and a method, and its actual cell holds something.
void judge(Year& year, const plan::Value& actual, std::optional<int> stated_step);

// The number an actual holds, and its pace, where the target itself cannot be compared with.
void show_actual(Year& year, const plan::Value& actual);

// A scheme by growth has a grade even where there is no target, from how the actuals moved.
void grade_growth_alone(Year& year, const plan::Value& actual);

// Where the values so far lead, and what is needed a year to reach the final target.
void add_outlook(Year& year);

}  // namespace shinchoku::calc
