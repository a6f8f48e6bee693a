#include <gtest/gtest.h>

#include <set>

#include "base/utf8.h"
#include "functions/formula.h"

namespace shinchoku::addin {
namespace {

std::size_t utf16_units(const std::string& text) {
    std::size_t units = 0;
    for (const char32_t c : base::to_utf32(text)) {
        units += c > 0xFFFF ? 2 : 1;
    }
    return units;
}

TEST(FunctionTable, examples_give_the_results_they_name) {
    for (const Function& function : functions()) {
        EXPECT_FALSE(function.examples.empty()) << function.name;
        for (const Example& example : function.examples) {
            const auto call = read_call(example.call);
            ASSERT_TRUE(call) << example.call << ", column " << call.error().column;
            EXPECT_EQ(call.value().function, &function) << example.call;
            EXPECT_EQ(print(evaluate(call.value())), example.result) << example.call;
        }
    }
}

// Excel's limits: 255 UTF-16 units a text; the wizard breaks where the number of arguments and the
// characters of their names pass 254.
TEST(FunctionTable, texts_fit_into_excels_wizard) {
    for (const Function& function : functions()) {
        std::size_t names = function.parameters.size();
        for (const std::string& help : {function.help.ja, function.help.en}) {
            EXPECT_GT(help.size(), 0U) << function.name;
            EXPECT_LE(utf16_units(help), 255U) << function.name;
        }
        for (const Parameter& parameter : function.parameters) {
            names += parameter.name.size() + 1;
            for (const std::string& help : {parameter.help.ja, parameter.help.en}) {
                EXPECT_GT(help.size(), 0U) << function.name << " " << parameter.name;
                EXPECT_LE(utf16_units(help), 255U) << function.name << " " << parameter.name;
            }
        }
        EXPECT_LE(names, 254U) << function.name;
        EXPECT_LE(function.parameters.size(), max_parameters) << function.name;
    }
}

TEST(FunctionTable, names_are_ascii_and_optional_arguments_come_last) {
    std::set<std::string_view> names;
    for (const Function& function : functions()) {
        EXPECT_TRUE(names.insert(function.name).second) << function.name << " stands twice";
        EXPECT_EQ(function.name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), std::string::npos)
            << function.name;
        bool optional_seen = false;
        for (const Parameter& parameter : function.parameters) {
            EXPECT_FALSE(optional_seen && parameter.required) << function.name;
            optional_seen = optional_seen || !parameter.required;
        }
    }
    EXPECT_EQ(functions().size(), 17U);
}

TEST(FunctionTable, finds_names_in_any_case_with_and_without_prefix) {
    ASSERT_NE(find_function("RATE"), nullptr);
    EXPECT_EQ(find_function("RATE"), find_function("shinchoku.rate"));
    EXPECT_EQ(find_function("RATES"), nullptr);
    EXPECT_EQ(find_function(""), nullptr);
}

TEST(Call, refuses_what_no_function_can_take) {
    const Cell one = 1.0;
    const Function& rate = *find_function("RATE");
    const std::vector<Range> six(6, Range{1, 1, {&one, 1}});
    EXPECT_EQ(call(rate, six), Outcome(Cell(CellError::value)));
    EXPECT_EQ(call(rate, {}), Outcome(Cell(CellError::value)));
    const std::vector<Range> empty{Range{0, 0, {}}, six[0]};
    EXPECT_EQ(call(rate, empty), Outcome(Cell(CellError::value)));
}

TEST(Call, refuses_more_cells_than_two_whole_columns) {
    const std::vector<Cell> cells(max_cells + 1, Cell(100.0));
    const std::vector<Range> whole{Range{static_cast<int>(cells.size()), 1, cells}};
    EXPECT_EQ(call(*find_function("ROLLUP"), whole), Outcome(Cell(CellError::value)));
    const std::vector<Range> fits{{static_cast<int>(max_cells), 1, {cells.data(), max_cells}}};
    EXPECT_TRUE(std::holds_alternative<Table>(call(*find_function("ROLLUP"), fits)));
}

// Numbers and bounds take a short way; an empty cell as direction says nothing, but takes the long
// one.
TEST(Rate, of_plain_numbers_is_the_one_of_an_indicator) {
    const std::vector<Cell> values{-158.0,   -0.5,        0.0,      0.1,         37.0,      98.6,
                                   100.0,    1e12,        "60万人", "580,000人", "0人",     "▲5人",
                                   "5%以下", "5%",        "4.9％",  "5%未満",    "0%以下",  "—",
                                   "約5%",   "累計 10件", "10件",   "集計中",    "10～20%", "UP"};
    const Cell blank = Blank{};
    const Cell missing = Missing{};
    int compared = 0;
    for (const char* name : {"RATE", "STATUS"}) {
        const Function& function = *find_function(name);
        for (const Cell& actual : values) {
            for (const Cell& target : values) {
                for (std::size_t i = 0; i <= values.size(); ++i) {
                    const Cell& baseline = i < values.size() ? values[i] : missing;
                    std::vector<Range> arguments;
                    for (const Cell* each : {&actual, &target, &baseline, &blank}) {
                        arguments.push_back({1, 1, {each, 1}});
                    }
                    EXPECT_EQ(call(function, std::span(arguments).first(3)),
                              call(function, arguments))
                        << name << " " << print(actual) << " " << print(target) << " "
                        << print(baseline);
                    ++compared;
                }
            }
        }
    }
    EXPECT_GT(compared, 20'000);
}

TEST(Formula, tells_where_it_cannot_be_read) {
    const struct {
        const char* formula;
        std::size_t column;
    } cases[] = {
        {"=SHINCHOKU.NOTHING(1)", 2},
        {"=SHINCHOKU.RATE", 16},
        {"=SHINCHOKU.RATE(1;2)", 18},
        {"=SHINCHOKU.RATE({1,2;3},1)", 23},
        {"=SHINCHOKU.RATE(\"no end", 17},
        {"=SHINCHOKU.RATE(1,2) 3", 22},
    };
    for (const auto& each : cases) {
        const auto call = read_call(each.formula);
        ASSERT_FALSE(call) << each.formula;
        EXPECT_EQ(call.error().column, each.column) << each.formula;
    }
}

TEST(Formula, outcomes_round_trip) {
    for (const char* text :
         {"1.5", "-158", "\"a \"\"b\"\"\"", "TRUE", "#N/A", "{1,2;3,}", "{\"A\",1}"}) {
        const std::optional<Outcome> outcome = read_outcome(text);
        ASSERT_TRUE(outcome) << text;
        EXPECT_EQ(print(*outcome), text);
    }
    EXPECT_FALSE(read_outcome("{1,2;3}"));
    EXPECT_FALSE(read_outcome("1 2"));
}

}  // namespace
}  // namespace shinchoku::addin
