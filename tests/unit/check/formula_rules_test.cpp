// C13: formulas that differ from the layout's or their neighbours', omit cells, or stand in a box.

#include "workbook_sample.h"

namespace shinchoku::check {
namespace {

TEST(FormulaRules, AFormHasNoFinding) {
    EXPECT_EQ(FormBook(2).lines(), std::vector<std::string>{});
    FormBook own;
    own.make_own();
    EXPECT_EQ(own.lines(), std::vector<std::string>{});
}

TEST(FormulaRules, ABoxHoldsAValueAndNoFormula) {
    expect_books({
        {"an actual", [](FormBook& b) { b.formula("C12", "B12*1.01"); }, {"C13 warning C12"}},
        {"a target", [](FormBook& b) { b.formula("C11", "B11+1"); }, {"C13 warning C11"}},
        {"a reason", [](FormBook& b) { b.formula("B15", "\"済\""); }, {"C13 warning B15"}},
        {"a printed title may be looked up",
         [](FormBook& b) {
             b.formula("B3", "VLOOKUP(A1,台帳!A:B,2)");
             b.text("B3", "取組み1");
         },
         {}},
        {"an actual that is typed", [](FormBook& b) { b.number("C12", 0.98); }, {}},
    });
}

TEST(FormulaRules, ARateHasTheLayoutsFormulaOrThatOfAMethod) {
    const std::string inverse =
        "IF(AND(ISNUMBER(C12),ISNUMBER(C11)),IF(OR(C11<=0,C12<=0),\"\",C11/C12),\"\")";
    expect_books({
        {"another quotient",
         [](FormBook& b) { b.sheet().formulas[1] = "C12/C11*1.1"; },
         {"C13 warning C13"}},
        {"the cell beside it",
         [](FormBook& b) {
             b.sheet().formulas[2] = "IF(AND(ISNUMBER(C12),ISNUMBER(D11)),C12/D11,\"\")";
         },
         {"C13 warning D13"}},
        {"a cell of another row",
         [](FormBook& b) {
             b.sheet().formulas[1] = "IF(AND(ISNUMBER(C12),ISNUMBER(C14)),C12/C14,\"\")";
         },
         {"C13 warning C13"}},
        {"blanks and small letters are no difference",
         [](FormBook& b) {
             b.sheet().formulas[1] = "if( AND(ISNUMBER(C12), ISNUMBER(C11)), C12 / C11, \"\")";
         },
         {}},
        {"another method", [&](FormBook& b) { b.sheet().formulas[1] = inverse; }, {}},
        {"a year without a rate", [](FormBook& b) { b.sheet().formulas[4] = "\"\""; }, {}},
        {"a city's own quotient in every year",
         [](FormBook& b) {
             for (std::size_t i = 0; i < 5; ++i) {
                 const std::string column(1, "BCDEF"[i]);
                 b.sheet().formulas[i] = "IFERROR(" + column + "12/" + column + "11,\"-\")";
             }
         },
         {}},
        {"in a form of the program's own it is no longer that form's",
         [](FormBook& b) {
             b.make_own();
             for (std::size_t i = 0; i < 5; ++i) {
                 const std::string column(1, "BCDEF"[i]);
                 b.sheet().formulas[i] = column + "12/" + column + "11";
             }
         },
         {"C13 warning B13",
          "C13 warning C13",
          "C13 warning D13",
          "C13 warning E13",
          "C13 warning F13"}},
    });
}

TEST(FormulaRules, AFormulaAgreesWithThoseOnBothSides) {
    const auto extra = [](FormBook& b, const char* middle) {
        b.formula("B9", "B11*2");
        b.formula("C9", middle);
        b.formula("D9", "D11*2");
    };
    // Years stand there, which is D03's; only C13 is looked at.
    const auto formulas_of = [](const FormBook& book) {
        std::vector<std::string> lines = book.lines();
        std::erase_if(lines, [](const std::string& line) { return !line.starts_with("C13"); });
        return lines;
    };
    FormBook odd;
    extra(odd, "C11*3");
    EXPECT_EQ(formulas_of(odd), (std::vector<std::string>{"C13 warning C9"}));
    FormBook even;
    extra(even, "C11*2");
    EXPECT_EQ(formulas_of(even), std::vector<std::string>{});
}

TEST(FormulaRules, ASumTakesInTheFiguresBesideItsRange) {
    const auto sum = [](FormBook& b, const std::string& text) {
        for (const char* const a1 : {"B12", "C12", "D12", "E12"}) {
            b.number(a1, 10);
        }
        std::erase_if(b.sheet().merges, [](const base::CellRange& m) { return m.first.row == 7; });
        b.formula("F8", text);
    };
    expect_books({
        {"E12 is left out", [&](FormBook& b) { sum(b, "SUM(B12:D12)"); }, {"C13 warning F8"}},
        {"the mean too", [&](FormBook& b) { sum(b, "AVERAGE(C12:E12)"); }, {"C13 warning F8"}},
        {"all of them", [&](FormBook& b) { sum(b, "SUM(B12:E12)"); }, {}},
        {"one cell of two rows is no series", [&](FormBook& b) { sum(b, "SUM(B11:D12)"); }, {}},
        {"a running total ends where it stands",
         [&](FormBook& b) {
             sum(b, "SUM(B12:E12)");
             b.formula("D8", "SUM(B12:D12)");
         },
         {}},
        {"more than a sum", [&](FormBook& b) { sum(b, "SUM(B12:C12)+1"); }, {}},
    });
    FormBook book;
    sum(book, "SUM(B12:D12)");
    ASSERT_EQ(book.check().size(), 1U);
    EXPECT_EQ(book.check().front().expected, "=SUM(B12:E12)");
    EXPECT_EQ(book.check().front().found, "=SUM(B12:D12)");
}

// Other rules speak of some of these books too; only C13 is looked at.
void expect_formulas(const std::vector<BookCase>& cases) {
    for (const BookCase& c : cases) {
        FormBook book;
        c.change(book);
        std::vector<std::string> lines = book.lines();
        std::erase_if(lines, [](const std::string& line) { return !line.starts_with("C13"); });
        EXPECT_EQ(lines, c.expected) << c.why;
    }
}

TEST(FormulaRules, AMethodLooksAtTheFiguresOfItsOwnRow) {
    const std::string inverse =
        "IF(AND(ISNUMBER(C12),ISNUMBER(C11)),IF(OR(C11<=0,C12<=0),\"\",C11/C12),\"\")";
    expect_formulas({
        {"one year alone has another method, and its target is a figure",
         [&](FormBook& b) {
             b.number("C11", 0.98);
             b.sheet().formulas[1] = inverse;
         },
         {"C13 warning C13"}},
        {"its target is of another kind",
         [&](FormBook& b) {
             b.text("C11", "98%以下");
             b.sheet().formulas[1] = inverse;
         },
         {}},
        {"a cell of another sheet",
         [](FormBook& b) {
             b.sheet().formulas[1] = "IF(AND(ISNUMBER(C12),ISNUMBER(台帳!C11)),C12/台帳!C11,\"\")";
         },
         {"C13 warning C13"}},
        {"a range that ends outside of the figures",
         [](FormBook& b) { b.sheet().formulas[1] = "IF(ISNUMBER(C12),SUM(C12:C14),\"\")"; },
         {"C13 warning C13"}},
        {"the target alone",
         [](FormBook& b) { b.sheet().formulas[1] = "IF(ISNUMBER(C11),C11,\"\")"; },
         {"C13 warning C13"}},
        {"no formula is that of most years",
         [](FormBook& b) {
             for (std::size_t i = 0; i < 5; ++i) {
                 const std::string column(1, "BCDEF"[i]);
                 const std::string quotient = column + "12/" + column + "11";
                 b.sheet().formulas[i] = i < 2   ? "IFERROR(" + quotient + ",\"-\")"
                                         : i < 4 ? "IFERROR(" + quotient + ",0)"
                                                 : quotient;
             }
         },
         {}},
        {"a cell that a merge covers is not seen",
         [](FormBook& b) { b.formula("C8", "B12*2"); },
         {}},
        {"no formula at all is C12's",
         [](FormBook& b) {
             for (sheet::Cell& cell : b.sheet().cells) {
                 cell.formula = sheet::no_formula;
             }
             b.sheet().formulas.clear();
         },
         {}},
    });
}

TEST(FormulaRules, ASumLeavesOutOnlyWhatIsOfItsKind) {
    const auto figures = [](FormBook& b, const char* row, const std::vector<double>& numbers) {
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            b.number(std::string(1, "BCDEFG"[i]) + row, numbers[i]);
        }
        std::erase_if(b.sheet().merges, [](const base::CellRange& m) { return m.first.row == 7; });
    };
    const auto beside = [&](double last) {
        return [=](FormBook& b) {
            figures(b, "9", {10, 20, 30, last});
            b.formula("F8", "SUM(B9:D9)");
        };
    };
    expect_formulas({
        {"a figure in cells that the layout does not name", beside(40), {"C13 warning F8"}},
        {"a year", beside(2029), {}},
        {"the first of what counts as one", beside(1900), {}},
        {"before that", beside(1899), {"C13 warning F8"}},
        {"after the last", beside(2100), {"C13 warning F8"}},
        {"no whole year", beside(2029.5), {"C13 warning F8"}},
        {"from the label on",
         [&](FormBook& b) {
             figures(b, "12", {10, 20, 30, 40});
             b.formula("F8", "SUM(A12:D12)");
         },
         {}},
        {"a figure beside the form",
         [&](FormBook& b) {
             figures(b, "12", {10, 20, 30, 40, 50, 60});
             b.formula("F8", "SUM(B12:F12)");
         },
         {}},
        {"a formula beside the range",
         [&](FormBook& b) {
             figures(b, "12", {10, 20, 30});
             b.formula("E12", "D12+10");
             b.formula("F8", "SUM(B12:D12)");
         },
         {"C13 warning E12"}},
        {"target and actual of a year",
         [&](FormBook& b) {
             figures(b, "12", {10, 20});
             figures(b, "11", {10, 20});
             b.formula("F8", "SUM(B11:B12)");
         },
         {}},
        {"one cell is no series",
         [&](FormBook& b) {
             figures(b, "12", {10, 20, 30});
             b.formula("F8", "SUM(B12)");
         },
         {}},
    });
}

TEST(FormulaRules, AFindingKnowsItsMeasureAndItsYear) {
    FormBook book(2);
    book.formula("C12", "B12");
    const std::vector<base::Finding> findings = book.check();
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].measure, "1-1-1");
    EXPECT_EQ(findings[0].key, "C13|1-1-1/1|2027");
    EXPECT_EQ(findings[0].file, "book.xlsx");
    EXPECT_EQ(findings[0].sheet, "1-1-1");
}

}  // namespace
}  // namespace shinchoku::check
