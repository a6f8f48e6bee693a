// C14: every kind of rule that a sheet can hold, on both sides of its limit.

#include "base/utf8.h"
#include "data_validations.h"
#include "workbook_sample.h"

namespace shinchoku::check {
namespace {

using Lines = std::vector<std::string>;
const Lines breaks_rule{"C14 error B14"};

sheet::DataValidation rule_of(const char* type,
                              const char* op,
                              const char* low,
                              const char* high = "") {
    sheet::DataValidation validation = validation_of(type, op, low, high);
    validation.ranges = {{{13, 1}, {13, 1}}};
    return validation;
}

std::function<void(FormBook&)> number_under(double typed, sheet::DataValidation validation) {
    return [=](FormBook& book) {
        book.number("B14", typed);
        book.sheet().validations.push_back(validation);
    };
}

std::function<void(FormBook&)> text_under(const char* typed, sheet::DataValidation validation) {
    return [=](FormBook& book) {
        book.text("B14", typed);
        book.sheet().validations.push_back(validation);
    };
}

TEST(ValidationRules, EachOperatorHasItsEdge) {
    struct Edge {
        const char* op;
        double right;
        double wrong;
        const char* wanted;
    };
    const std::vector<Edge> cases{
        {"lessThan", 4.9, 5, "<5"},
        {"lessThanOrEqual", 5, 5.1, "≦5"},
        {"greaterThan", 5.1, 5, ">5"},
        {"greaterThanOrEqual", 5, 4.9, "≧5"},
        {"equal", 5, 6, "=5"},
        {"notEqual", 6, 5, "≠5"},
        {"between", 5, 4.9, "5～9"},
        {"", 9, 9.1, "5～9"},
        {"notBetween", 9.1, 9, "<5、>9"},
    };
    for (const Edge& c : cases) {
        FormBook right;
        number_under(c.right, rule_of("decimal", c.op, "5", "9"))(right);
        EXPECT_EQ(right.lines(), Lines{}) << c.op;
        FormBook wrong;
        number_under(c.wrong, rule_of("decimal", c.op, "5", "9"))(wrong);
        const std::vector<base::Finding> findings = wrong.check();
        ASSERT_EQ(layout::lines_of(findings), breaks_rule) << c.op;
        EXPECT_EQ(findings[0].expected, c.wanted);
    }
}

TEST(ValidationRules, DaysAndTimesAreNumbers) {
    expect_books({
        {"a day of the year",
         number_under(46200, rule_of("date", "between", "46113", "46477")),
         {}},
        {"a day after it",
         number_under(46478, rule_of("date", "between", "46113", "46477")),
         breaks_rule},
        {"a time of day", number_under(0.5, rule_of("time", "lessThan", "0.75")), {}},
        {"later than that", number_under(0.8, rule_of("time", "lessThan", "0.75")), breaks_rule},
        {"true counts as 1",
         [](FormBook& book) {
             number_under(1, rule_of("whole", "equal", "0"))(book);
             book.cell("B14").type = sheet::CellType::boolean;
         },
         breaks_rule},
    });
}

TEST(ValidationRules, WhatCannotBeKnownIsNotJudged) {
    expect_books({
        {"one limit where two are asked for",
         number_under(5, rule_of("decimal", "between", "9")),
         {}},
        {"an operator that there is not", number_under(5, rule_of("decimal", "near", "1")), {}},
        {"an error value is a fault of its own",
         [](FormBook& book) {
             text_under("#N/A", rule_of("list", "", "\"A,B\""))(book);
             book.cell("B14").type = sheet::CellType::error;
         },
         {}},
        {"a mark alone is no list", text_under("E", rule_of("list", "", "\"")), {}},
        {"a list whose end is lost", text_under("E", rule_of("list", "", "\"A,B")), {}},
        {"a list without choices", text_under("E", rule_of("list", "", "\"\"")), {}},
        {"more choices than a person has",
         text_under("E", rule_of("list", "", "$H$1:$I$9999")),
         {}},
        {"a rule of cells outside of the form",
         [](FormBook& book) {
             sheet::DataValidation far = rule_of("list", "", "\"A,B\"");
             far.ranges = {{{13, 40}, {13, 41}}, {{60, 1}, {61, 1}}};
             text_under("E", far)(book);
         },
         {}},
        {"a limit in a cell with words",
         [](FormBook& book) {
             book.text("J40", "五");
             number_under(9, rule_of("decimal", "lessThan", "$J$40"))(book);
         },
         {}},
        {"a limit in a cell",
         [](FormBook& book) {
             book.number("J40", 5);
             number_under(9, rule_of("decimal", "lessThan", "$J$40"))(book);
         },
         breaks_rule},
    });
}

TEST(ValidationRules, AListHoldsNumbersAndNamesItsSheet) {
    const auto choices_on_sheet = [](const char* typed) {
        return [=](FormBook& book) {
            book.text("H1", "A");
            book.text("H2", "B");
            text_under(typed, rule_of("list", "", "'1-1-1'!$H$1:$H$2"))(book);
        };
    };
    expect_books({{"of the named sheet", choices_on_sheet("B"), {}},
                  {"not of it", choices_on_sheet("C"), breaks_rule}});
    sheet::DataValidation no_blanks = rule_of("list", "", "$J$40:$J$41");
    no_blanks.allow_blank = false;
    expect_books({
        {"a number of the list", number_under(2, rule_of("list", "", "\"1,2,3\"")), {}},
        {"spelled otherwise", number_under(2, rule_of("list", "", "\"1.0,2.0\"")), {}},
        {"a number that is not", number_under(5, rule_of("list", "", "\"1,2,3\"")), breaks_rule},
        {"a number beside words", number_under(5, rule_of("list", "", "\"A,B\"")), breaks_rule},
        {"empty cells where no blank is allowed", text_under("C", no_blanks), breaks_rule},
    });
}

TEST(ValidationRules, AFindingShowsTheChoicesAndTheLength) {
    FormBook few;
    text_under("E", rule_of("list", "", "\"A,B\""))(few);
    ASSERT_EQ(few.lines(), breaks_rule);
    EXPECT_EQ(few.check()[0].expected, "A、B");

    std::string choices;
    for (int i = 10; i < 50; ++i) {
        choices += (choices.empty() ? "" : ",") + std::to_string(i);
    }
    FormBook many;
    text_under("E", rule_of("list", "", ("\"" + choices + "\"").c_str()))(many);
    ASSERT_EQ(many.lines(), breaks_rule);
    const std::string expected = many.check()[0].expected;
    EXPECT_EQ(base::count_code_points(expected), 61U) << expected;
    EXPECT_TRUE(expected.ends_with("…")) << expected;

    // As Excel counts: a character outside of the first plane is two.
    FormBook length;
    text_under("𠮷野", rule_of("textLength", "lessThanOrEqual", "2"))(length);
    ASSERT_EQ(length.lines(), breaks_rule);
    EXPECT_THAT(length.check()[0].message.ja, testing::HasSubstr("3 文字。"));
    FormBook plain;
    text_under("吉野", rule_of("textLength", "lessThanOrEqual", "2"))(plain);
    EXPECT_EQ(plain.lines(), Lines{});
}

}  // namespace
}  // namespace shinchoku::check
