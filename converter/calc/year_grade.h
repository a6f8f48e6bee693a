#pragma once

#include "calc/judge.h"

namespace shinchoku::calc {

// Gives the year its grade by the scheme of its row, and tells in the trace what a reader would
// otherwise stumble over: a rate that only reaches a threshold when it is rounded, the points of
// the grade, the measure of Open SDG. REQUIRES: met or missed is decided, or the scheme grades by
// growth, which needs no target; the trace is written.
void give_grade(Year& year);

}  // namespace shinchoku::calc
