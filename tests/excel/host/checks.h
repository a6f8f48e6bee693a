#pragma once

#include "add_in.h"
#include "calls.h"
#include "told_books.h"

namespace stand_in {

// That Windows' own normalisation gives what the other platforms' library gives.
void check_normalisation(Report& report);

// Each part of what the add-in is tried on. All begin and end with it open.

void check_own_limits(Report& report);  // that the stand-in refuses what Excel refuses
void check_registration(AddIn& add_in, const Calls& calls, Report& report);
void check_table(AddIn& add_in, const Calls& calls, Report& report);
void check_references(AddIn& add_in, const Calls& calls, Report& report);
void check_wrong_arguments(AddIn& add_in, const Calls& calls, Report& report);
void check_threads(AddIn& add_in, const Calls& calls, Report& report);
void check_memory(AddIn& add_in, const Calls& calls, Report& report);  // none left, anywhere
void check_leaks(AddIn& add_in, const Calls& calls, Report& report);

// The menu's commands: findings as the command line has them, refusals, no memory, nothing left.
void check_commands(AddIn& add_in, const ToldBooks& books, Report& report);

// How the arguments of a row reach the function: Excel may give any of them.
enum class Manner { values, arrays, references };
// Called several times, a result that changes gives no cells at all.
[[nodiscard]] Grid call_row(AddIn& add_in, const Call& call, Manner manner, int times = 1);

}  // namespace stand_in
