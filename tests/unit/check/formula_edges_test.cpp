// C13 where a form is out of the common run: rows without figures, other boxes, odd neighbours.

#include "workbook_sample.h"

namespace shinchoku::check {
namespace {

using Lines = std::vector<std::string>;

Lines formulas_told(const FormBook& book) {
    Lines lines = book.lines();
    std::erase_if(lines, [](const std::string& line) { return !line.starts_with("C13"); });
    return lines;
}

struct FormulaCase {
    const char* why;
    std::function<void(FormBook&)> change;
    Lines expected;
};

void expect_told(const std::vector<FormulaCase>& cases) {
    for (const FormulaCase& c : cases) {
        FormBook book;
        c.change(book);
        EXPECT_EQ(formulas_told(book), c.expected) << c.why;
    }
}

// One formula of every year's rate.
std::function<void(FormBook&)> every_rate(const std::string& before, const std::string& after) {
    return [=](FormBook& b) {
        for (std::size_t i = 0; i < 5; ++i) {
            const std::string column(1, "BCDEF"[i]);
            b.sheet().formulas[i] =
                before + column + "12" + after + column + "11" + (before.empty() ? "" : ")");
        }
    };
}

TEST(FormulaEdges, OneYearsRateBesideTheOthers) {
    const std::string own = "IF(AND(ISNUMBER(C12),ISNUMBER(C11)),C12/C11,\"\")";
    expect_told({
        {"the layout's among quotients of the city, its target a figure",
         [&](FormBook& b) {
             every_rate("", "/")(b);
             b.number("C11", 0.98);
             b.sheet().formulas[1] = own;
         },
         {}},
        {"another quotient among the city's",
         [&](FormBook& b) {
             every_rate("", "/")(b);
             b.sheet().formulas[1] = "C12/C11*100";
         },
         {"C13 warning C13"}},
        {"one that is not guarded",
         [](FormBook& b) { b.sheet().formulas[1] = "IF(C12>0,C12/C11,\"\")"; },
         {"C13 warning C13"}},
        {"one that looks beside",
         [](FormBook& b) {
             b.sheet().formulas[1] = "IF(ISNUMBER(C12),IF(ISNUMBER(B11),C12/B11,\"\"),\"\")";
         },
         {}},
        {"one whose range begins outside of the figures",
         [](FormBook& b) { b.sheet().formulas[1] = "IF(ISNUMBER(C12),SUM(A12:C12),\"\")"; },
         {"C13 warning C13"}},
        {"no figure at all",
         [](FormBook& b) { b.sheet().formulas[1] = "IF(ISNUMBER(1),1,\"\")"; },
         {"C13 warning C13"}},
    });
}

TEST(FormulaEdges, NeighboursAtTheEdgesOfTheSheet) {
    expect_told({
        {"in the first column, above and below agree",
         [](FormBook& b) {
             b.formula("A6", "A26*2");
             b.formula("A7", "A27*3");
             b.formula("A8", "A28*2");
         },
         {"C13 warning A7"}},
        {"in the first row, both sides agree",
         [](FormBook& b) {
             std::erase_if(b.sheet().merges,
                           [](const base::CellRange& m) { return m.first.row == 0; });
             b.formula("C1", "C26*2");
             b.formula("D1", "D26*3");
             b.formula("E1", "E26*2");
         },
         {"C13 warning D1"}},
        {"they do not agree with each other",
         [](FormBook& b) {
             b.formula("A6", "A26*2");
             b.formula("A7", "A27*3");
             b.formula("A8", "A28*4");
         },
         {}},
        {"one of them is missing",
         [](FormBook& b) {
             b.formula("A6", "A26*2");
             b.formula("A7", "A27*3");
         },
         {}},
    });
}

TEST(FormulaEdges, SumsOfColumnsAndOfRows) {
    const auto free = [](FormBook& b) {
        std::erase_if(b.sheet().merges, [](const base::CellRange& m) { return m.first.row == 7; });
    };
    const auto row = [&](FormBook& b, const std::string& at, const char* sum) {
        free(b);
        for (const char* const a1 : {"B12", "C12", "D12", "E12", "F12"}) {
            b.number(a1, 10);
        }
        b.formula(at, sum);
    };
    expect_told({
        {"the first and the last of a row are left out",
         [&](FormBook& b) { row(b, "F8", "SUM(C12:E12)"); },
         {"C13 warning F8"}},
        {"from the edge of the sheet", [&](FormBook& b) { row(b, "F8", "SUM(A12:E12)"); }, {}},
        {"from its first row",
         [&](FormBook& b) {
             free(b);
             b.formula("F8", "SUM(D1:D10)");
         },
         {}},
        {"a range of two names", [&](FormBook& b) { row(b, "F8", "SUM(件数)"); }, {}},
        {"two ranges", [&](FormBook& b) { row(b, "F8", "SUM(B12:C12,D12:E12)"); }, {}},
        {"a sum that is no first word", [&](FormBook& b) { row(b, "F8", "1+SUM(B12:D12)"); }, {}},
        {"never closed", [&](FormBook& b) { row(b, "F8", "SUM(B12:D12"); }, {}},
        {"a running total over the cells before it",
         [&](FormBook& b) {
             free(b);
             for (const char* const a1 : {"B8", "C8", "D8"}) {
                 b.number(a1, 10);
             }
             b.formula("E8", "SUM(B8:D8)");
             b.number("F8", 4);
         },
         {}},
        {"running totals side by side",
         [&](FormBook& b) {
             row(b, "D8", "SUM(B12:D12)");
             b.formula("E8", "SUM(C12:E12)");
         },
         {}},
    });
}

TEST(FormulaEdges, BoxesOfEveryKind) {
    expect_told({
        {"a baseline is typed",
         [](FormBook& b) { b.formula("F12", "E12*1.01"); },
         {"C13 warning F12"}},
        {"what is next", [](FormBook& b) { b.formula("B16", "\"継続\""); }, {"C13 warning B16"}},
        {"a grade", [](FormBook& b) { b.formula("B14", "\"A\""); }, {"C13 warning B14"}},
        {"a text that the layout draws as printed",
         [](FormBook& b) { b.formula("B6", "台帳!B6"); },
         {}},
    });
}

// Where the form has a box for the rate, cities fill it as they like, but all years alike.
TEST(FormulaEdges, ARateThatTheLayoutDoesNotCalculate) {
    const auto told = [](const std::function<void(FormBook&)>& change) {
        FormBook book;
        for (layout::PictureRow& row : book.layout().picture.rows) {
            for (layout::PictureCell& cell : row.cells) {
                if (cell.kind == layout::CellKind::formula) {
                    cell.kind = layout::CellKind::entry;
                }
            }
        }
        every_rate("", "/")(book);
        change(book);
        return formulas_told(book);
    };
    EXPECT_EQ(told([](FormBook&) {}), Lines{});
    EXPECT_EQ(told([](FormBook& b) { b.sheet().formulas[2] = "D12/D11*100"; }),
              Lines{"C13 warning D13"});
    EXPECT_EQ(told([](FormBook& b) {
                  for (std::size_t i = 0; i < 5; ++i) {
                      b.sheet().formulas[i] += "*" + std::to_string(i);
                  }
              }),
              Lines{})
        << "no two years are alike";
}

// A form that has its own rules of formulas.
TEST(FormulaEdges, ALayoutWithoutAFormulaOrWithPinnedYears) {
    const auto told = [](const char* formula, const std::function<void(FormBook&)>& change) {
        FormBook book;
        if (formula == nullptr) {
            book.layout().formulas.clear();
        } else {
            book.layout().formulas["達成率"].text = formula;
        }
        change(book);
        return formulas_told(book);
    };
    const auto quotients = [](const std::string& divisor) {
        return [=](FormBook& b) {
            for (std::size_t i = 0; i < 5; ++i) {
                b.sheet().formulas[i] = std::string(1, "BCDEF"[i]) + "12/" + divisor;
            }
        };
    };
    EXPECT_EQ(told("{実績}/{目標@最終}", quotients("F11")), Lines{});
    EXPECT_EQ(told("{実績}/{目標@last}", quotients("F11")), Lines{});
    EXPECT_EQ(told("{実績}/{目標@令和8年度}", quotients("B11")), Lines{});
    EXPECT_EQ(told("{実績}/{指標.目標@R8}", quotients("B11")), Lines{});
    EXPECT_EQ(told("{実績}/{目標@最終", quotients("B11")).size(), 0U) << "a city's own";
    EXPECT_EQ(told("{実績}/{知らない名}", quotients("B11")), Lines{}) << "nothing to compare with";
    EXPECT_EQ(told("{実績}/{基準値}", quotients("B11")), Lines{}) << "the form has no such cell";
    EXPECT_EQ(told("{実績}/{目標@R20}", quotients("B11")), Lines{}) << "nor such a year";
    EXPECT_EQ(told("{実績}/{主管課}", quotients("B11")), Lines{}) << "no figure";
}

}  // namespace
}  // namespace shinchoku::check
