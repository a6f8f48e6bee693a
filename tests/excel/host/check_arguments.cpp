#include <algorithm>

#include "checks.h"

namespace stand_in {
namespace {

constexpr int last_row = 1048575;
constexpr int last_column = 16383;

XLOPER12* valid(ReadOnlyValues& lent, char parameter) {
    return parameter == 'R' || parameter == 'r' ? lent.add_array({1, 2, {number(1), number(2)}})
                                                : lent.add(number(1));
}

struct Question {
    Grid result;
    int questions = 0;
};

// Calls with this reference in the one place, and valid values in the others.
Question ask(
    AddIn& add_in, const ToldFunction& function, std::size_t at, const Place& place, int answer) {
    Sheet sheet;
    sheet.answer = answer;
    FakeExcel::use(&sheet);
    ReadOnlyValues lent;
    std::vector<XLOPER12*> arguments;
    for (std::size_t i = 0; i < function.parameters.size(); ++i) {
        arguments.push_back(i == at ? lent.add_reference(place)
                                    : valid(lent, function.parameters[i]));
    }
    lent.seal();
    Question asked{add_in.call(function.name, arguments), sheet.questions};
    FakeExcel::use(nullptr);
    return asked;
}

void check_refused(AddIn& add_in, const ToldFunction& function, std::size_t at, Report& report) {
    const struct {
        const char* what;
        Place place;
    } refused[] = {
        {"no rows", {{5, 4, 0, 0}}},
        {"no columns", {{5, 5, 3, 2}}},
        {"rows before the first", {{-1, 4, 0, 0}}},
        {"16 million cells", {{0, last_row, 0, 15}}},
        {"the whole grid", {{0, last_row, 0, last_column}}},
        {"3 whole columns", {{0, last_row, 0, 2}}},
        {"two areas", {{0, 1, 0, 0}, 2}},
        {"no area", {{0, 1, 0, 0}, 0}},
    };
    for (const auto& each : refused) {
        for (const bool on_this_sheet : {false, true}) {
            if (on_this_sheet && each.place.areas != 1) {
                continue;
            }
            Place place = each.place;
            place.on_this_sheet = on_this_sheet;
            const Question asked = ask(add_in, function, at, place, xlretSuccess);
            const std::string name = to_utf8(function.name) + " with " + each.what;
            report.check(asked.result == one(error(xlerrValue)), name + ": " + print(asked.result));
            report.check(asked.questions == 0, name + ": asked Excel for the cells");
        }
    }
}

void check_answers(AddIn& add_in, const ToldFunction& function, std::size_t at, Report& report) {
    const struct {
        int answer;
        int error;
    } answers[] = {
        {xlretUncalced, xlerrNA},
        {xlretAbort, xlerrNA},
        {xlretFailed, xlerrValue},
        {xlretInvXloper, xlerrValue},
    };
    for (const auto& each : answers) {
        const Question asked = ask(add_in, function, at, {{1, 1, 1, 2}}, each.answer);
        const std::string name =
            to_utf8(function.name) + ", Excel answering " + std::to_string(each.answer);
        report.check(asked.result == one(error(each.error)), name + ": " + print(asked.result));
        report.check(asked.questions == 1, name + ": asked " + std::to_string(asked.questions));
    }
}

// Whole columns are computed: a thousand times more cells than anyone fills.
void check_whole_column(AddIn& add_in, Report& report) {
    const Question asked =
        ask(add_in, {L"SHINCHOKU.ROLLUP", "R", false}, 0, {{0, last_row, 0, 0}}, xlretSuccess);
    report.check(asked.questions == 1, "a whole column is read");
    report.check(asked.result != one(error(xlerrValue)), "a whole column is computed");
}

std::vector<Grid> odd_values() {
    std::vector<Grid> odd{one(error(xlerrNA)),
                          one(error(43)),
                          one(error(9999)),
                          one({Value::Kind::truth, 0, 1, {}}),
                          one({Value::Kind::missing, 0, 0, {}}),
                          one({Value::Kind::blank, 0, 0, {}}),
                          one(number(1e308)),
                          one(number(-5e-324)),
                          one(text(L"")),
                          one(text(std::wstring(32767, L'あ'))),
                          one(text({wchar_t{0xD842}})),  // half of a pair
                          one(text({wchar_t{0}, wchar_t{0xFFFF}})),
                          {2, 2, {number(1), text(L"A"), error(7), {}}},
                          {3, 1, {text(L"R6"), text(L"x"), number(2026)}}};
    return odd;
}

// Types that a function of these types is never given, and arrays without cells.
std::vector<XLOPER12> odd_types() {
    std::vector<XLOPER12> odd;
    for (const DWORD type : {0x0000UL, 0x0020UL, 0x0802UL, 0x0800UL}) {
        odd.emplace_back().xltype = type;
    }
    for (const int rows : {0, -1}) {
        XLOPER12& empty = odd.emplace_back();
        empty.xltype = xltypeMulti;
        empty.val.array = {nullptr, rows, 1};
    }
    return odd;
}

}  // namespace

void check_references(AddIn& add_in, const Calls& calls, Report& report) {
    for (const ToldFunction& function : calls.functions) {
        for (std::size_t at = 0; at < function.parameters.size(); ++at) {
            if (function.parameters[at] == 'R' || function.parameters[at] == 'r') {
                check_refused(add_in, function, at, report);
                check_answers(add_in, function, at, report);
            }
        }
    }
    check_whole_column(add_in, report);
    report.check(add_in.fault().empty(), "references: " + add_in.fault());
}

void check_wrong_arguments(AddIn& add_in, const Calls& calls, Report& report) {
    const std::vector<Grid> values = odd_values();
    std::vector<XLOPER12> types = odd_types();
    for (const ToldFunction& function : calls.functions) {
        for (std::size_t at = 0; at < function.parameters.size(); ++at) {
            for (std::size_t odd = 0; odd < values.size() + types.size(); ++odd) {
                ReadOnlyValues lent;
                std::vector<XLOPER12*> arguments;
                for (const char parameter : function.parameters) {
                    arguments.push_back(valid(lent, parameter));
                }
                if (odd >= values.size()) {
                    arguments[at] = &types[odd - values.size()];
                } else if (values[odd].cells.size() > 1) {
                    arguments[at] = lent.add_array(values[odd]);
                } else {
                    arguments[at] = lent.add(values[odd].cells[0]);
                }
                lent.seal();
                const Grid result = add_in.call(function.name, arguments);
                report.check(add_in.fault().empty(), "wrong arguments: " + add_in.fault());
                const bool has_no_cells = odd >= values.size() + types.size() - 2;
                report.check(!has_no_cells || result == one(error(xlerrValue)),
                             to_utf8(function.name) + " with an array without cells");
            }
        }
    }
}

}  // namespace stand_in
