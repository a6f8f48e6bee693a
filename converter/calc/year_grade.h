#pragma once

#include "calc/judge.h"

namespace shinchoku::calc {

// Gives the year its grade by the scheme of its row, and tells in the trace what a reader would
// otherwise stumble over: a rate that only reaches a threshold when it is rounded, the points of
// the grade, the measure of Open SDG. REQUIRES: met or missed is decided, and the trace is written.
// `just_below`: the rate is to be taken as a hair below (an unmet strict bound, just reached).
void give_grade(Year& year, bool just_below = false);

// The same for a target in words: the stated step against the planned one.
void give_grade_of_steps(Year& year, int stated_step);

// By growth alone, where there is no target. REQUIRES: the scheme's basis is growth, an actual.
void give_growth_grade(Year& year);

}  // namespace shinchoku::calc
