#pragma once

#include <string>
#include <string_view>

#include "functions/function.h"

namespace shinchoku::addin {

// What hosts and people are told of the functions. All of it is made from the one table: none of
// these files is edited.

// The UNO interface that LibreOffice calls: a method a function, every parameter an `any` (a single
// value, a range, or void where it was left out), every result an `any`.
[[nodiscard]] std::string calc_interface();
// The bodies of these methods in C++, for the inside of the class that has them.
[[nodiscard]] std::string calc_methods();
// CalcAddIns.xcu: names and help in Japanese and English.
[[nodiscard]] std::string calc_configuration();

// Excel-DNA IntelliSense reads this beside the XLL: help while a formula is typed.
[[nodiscard]] std::string intellisense();

// addin/FUNCTIONS.md
[[nodiscard]] std::string reference_page();

// As wizards show it: optional ones in brackets.
[[nodiscard]] std::string shown_name(const Parameter& parameter);
// "SHINCHOKU.GRADE(rate, [scheme])"
[[nodiscard]] std::string signature(const Function& function);

// finalYear: UNO has no underscores in names.
[[nodiscard]] std::string uno_name(const Parameter& parameter);

// LibreOffice knows a function in an .xlsx only by NODE.METHOD. Excel writes calls of an XLL as
// _xll.SHINCHOKU.RATE; other programs may leave the prefix out.
inline constexpr std::string_view calc_service = "_xll.SHINCHOKU";
inline constexpr std::string_view calc_plain_service = "SHINCHOKU";

}  // namespace shinchoku::addin
