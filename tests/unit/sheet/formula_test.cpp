#include "sheet/formula.h"

#include <gtest/gtest.h>

namespace shinchoku::sheet {
namespace {

TEST(MoveFormula, RelativeReferencesMoveAndNothingElseDoes) {
    struct Case {
        std::string_view formula;
        std::string_view expected;  // one row down, two columns to the right
    };
    const Case cases[] = {
        {"A1", "C2"},
        {"$A1+A$1+$A$1", "$A2+C$1+$A$1"},
        {"SUM(B2:B9)/COUNT($B$2:B9)", "SUM(D3:D10)/COUNT($B$2:D10)"},
        {"A:A", "C:C"},
        {"$A:B", "$A:D"},
        {"1:3", "2:4"},
        {"1+2", "1+2"},
        {"LOG10(A1)", "LOG10(C2)"},          // a function, not a cell
        {"ATAN2(A1,1E3)", "ATAN2(C2,1E3)"},  // a number, not a cell
        {"\"A1\"&A1", "\"A1\"&C2"},
        {"'A1 評価'!A1", "'A1 評価'!C2"},
        {"Q1!A1", "Q1!C2"},  // a sheet, not a cell
        {"表1[A1]", "表1[A1]"},
        {"[1]Sheet1!A1", "[1]Sheet1!C2"},
        {"目標A1+tax_A1", "目標A1+tax_A1"},  // names
        {"XFC1", "#REF!"},
        {"A1048576", "#REF!"},
        {"TRUE", "TRUE"},
        {"", ""},
        {"\"open", "\"open"},
        {"[open", "[open"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(move_formula(c.formula, {0, 0}, {1, 2}), c.expected) << c.formula;
    }
}

TEST(MoveFormula, MovingNowhereChangesNothing) {
    const std::string formula = "IF($C7=\"\",\"\",ROUND(C7/D$7*100,1))";
    EXPECT_EQ(move_formula(formula, {6, 4}, {6, 4}), formula);
}

TEST(ReferencesOf, CellsAndRangesAreFoundAsWritten) {
    struct Case {
        const char* formula;
        std::string expected;  // other sheets in brackets
    };
    const Case cases[] = {
        {"A1", "A1"},
        {"IF(AND(ISNUMBER(B12),ISNUMBER(B11)),B12/B11,\"\")", "B12 B11 B12 B11"},
        {"SUM($C$3:B2)*2", "B2:C3"},
        {"SUM(A1:B2,C3)", "A1:B2 C3"},
        {"台帳!A1+Sheet2!B2:C3+D4", "(A1) (B2:C3) D4"},
        {"'A1 表'!C3", "(C3)"},
        {"\"A1\"&LOG10(5)", ""},
        {"表[A1]", ""},
        {"A:A+1:1", ""},
        {"[", ""},
        {"'", ""},
    };
    for (const Case& c : cases) {
        std::string found;
        for (const FormulaReference& reference : references_of(c.formula)) {
            const std::string range = reference.range.first == reference.range.last
                                          ? base::to_a1(reference.range.first)
                                          : base::to_a1(reference.range);
            found += found.empty() ? "" : " ";
            found += reference.on_other_sheet ? "(" + range + ")" : range;
        }
        EXPECT_EQ(found, c.expected) << c.formula;
    }
}

TEST(PlainFormula, BlanksAndCaseOutsideOfTextsDoNotCount) {
    EXPECT_EQ(plain_formula("if( a1 > 0,\n\"a b\", 'my Sheet'!b2)"),
              "IF(A1>0,\"a b\",'my Sheet'!B2)");
}

}  // namespace
}  // namespace shinchoku::sheet
