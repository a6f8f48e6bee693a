#include <algorithm>
#include <array>

#include "excel/invoke.h"
#include "excel/windows/current_host.h"

// One exported function each of the table. The 32-bit convention fixes how many arguments a
// function takes, so they are written out; shinchoku.def names them, and tests/excel compares them
// with the table.

namespace shinchoku::addin::excel {
namespace {

struct Name {
    template <std::size_t size>
    consteval Name(const char (&text)[size]) {
        std::copy_n(text, size, letters.begin());
    }
    std::array<char, 16> letters{};
};

template <Name name, class... Given>
Xloper12* run(Given... given) {
    try {
        static const Function* const function = find_function(name.letters.data());
        const std::array<const Xloper12*, sizeof...(given)> all{given...};
        return invoke(current_host(), *function, all);
    } catch (...) {  // no memory for the table at the first call
        return nullptr;
    }
}

using In = const Xloper12*;
using Out = Xloper12*;

}  // namespace

extern "C" {

Out SHINCHOKU_EXCEL_CALL shinchoku_value(In text) {
    return run<"VALUE">(text);
}
Out SHINCHOKU_EXCEL_CALL shinchoku_unit(In text) {
    return run<"UNIT">(text);
}
Out SHINCHOKU_EXCEL_CALL shinchoku_kind(In text) {
    return run<"KIND">(text);
}
Out SHINCHOKU_EXCEL_CALL shinchoku_fiscalyear(In year) {
    return run<"FISCALYEAR">(year);
}
Out SHINCHOKU_EXCEL_CALL shinchoku_wareki(In year) {
    return run<"WAREKI">(year);
}
Out SHINCHOKU_EXCEL_CALL
shinchoku_rate(In actual, In target, In baseline, In direction, In method) {
    return run<"RATE">(actual, target, baseline, direction, method);
}
Out SHINCHOKU_EXCEL_CALL shinchoku_progress(In actual, In target, In baseline) {
    return run<"PROGRESS">(actual, target, baseline);
}
Out SHINCHOKU_EXCEL_CALL shinchoku_pace(In actual, In final_target, In baseline, In t, In n) {
    return run<"PACE">(actual, final_target, baseline, t, n);
}
Out SHINCHOKU_EXCEL_CALL shinchoku_grade(In rate, In scheme) {
    return run<"GRADE">(rate, scheme);
}
Out SHINCHOKU_EXCEL_CALL shinchoku_schemes() {
    return run<"SCHEMES">();
}
Out SHINCHOKU_EXCEL_CALL shinchoku_status(In actual, In target, In baseline, In direction) {
    return run<"STATUS">(actual, target, baseline, direction);
}
Out SHINCHOKU_EXCEL_CALL
shinchoku_explain(In actual, In target, In baseline, In direction, In method) {
    return run<"EXPLAIN">(actual, target, baseline, direction, method);
}
Out SHINCHOKU_EXCEL_CALL shinchoku_forecast(In years, In actuals, In final_year) {
    return run<"FORECAST">(years, actuals, final_year);
}
Out SHINCHOKU_EXCEL_CALL shinchoku_needed(In actual, In final_target, In years_left, In direction) {
    return run<"NEEDED">(actual, final_target, years_left, direction);
}
Out SHINCHOKU_EXCEL_CALL shinchoku_check(In targets, In actuals, In years, In as_of) {
    return run<"CHECK">(targets, actuals, years, as_of);
}
Out SHINCHOKU_EXCEL_CALL
shinchoku_summary(In targets, In actuals, In baseline, In direction, In scheme) {
    return run<"SUMMARY">(targets, actuals, baseline, direction, scheme);
}
Out SHINCHOKU_EXCEL_CALL shinchoku_rollup(In values) {
    return run<"ROLLUP">(values);
}

}  // extern "C"

}  // namespace shinchoku::addin::excel
