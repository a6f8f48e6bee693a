#include "commands/calculation_formula.h"

#include <gtest/gtest.h>

namespace shinchoku::addin::commands {
namespace {

TEST(CalculationFormula, refers_to_cells_as_they_lie_to_each_other) {
    const struct {
        RateCells cells;
        const char* rate;
        const char* status;
    } cases[] = {
        {{{4, 2}, {4, 1}, std::nullopt, "", ""}, "RC[-2],RC[-3]", "RC[-2],RC[-3]"},
        {{{4, 4}, {3, 4}, std::nullopt, "", ""}, "RC,R[-1]C", "RC,R[-1]C"},
        {{{5, 4}, {4, 4}, base::CellRef{0, 0}, "", ""},
         "R[1]C,RC,R[-4]C[-4]",
         "R[1]C,RC,R[-4]C[-4]"},
        {{{4, 2}, {4, 1}, std::nullopt, "down", ""},
         "RC[-2],RC[-3],,\"down\"",
         "RC[-2],RC[-3],,\"down\""},
        {{{4, 2}, {4, 1}, std::nullopt, "", "progress"},
         "RC[-2],RC[-3],,,\"progress\"",
         "RC[-2],RC[-3]"},
    };
    for (const auto& each : cases) {
        EXPECT_EQ(rate_formula(each.cells, {4, 4}),
                  std::string("=IFNA(SHINCHOKU.RATE(") + each.rate + "),\"\")");
        EXPECT_EQ(status_formula(each.cells, {4, 4}),
                  std::string("=SHINCHOKU.STATUS(") + each.status + ")");
    }
}

}  // namespace
}  // namespace shinchoku::addin::commands
