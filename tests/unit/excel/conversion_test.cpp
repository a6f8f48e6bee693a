#include "excel/conversion.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <memory>

namespace shinchoku::addin::excel {
namespace {

struct Freed {
    void operator()(Xloper12* result) const { free_result(result); }
};
using Owned = std::unique_ptr<Xloper12, Freed>;

Owned result_of(const Outcome& outcome) {
    return Owned(new_result(outcome));
}

TEST(Conversion, results_read_back_as_they_were) {
    for (const Cell& cell : {Cell(1.5),
                             Cell(true),
                             Cell(false),
                             Cell("60万人 𠮷"),
                             Cell(""),
                             Cell(CellError::division),
                             Cell(CellError::not_available)}) {
        const Owned result = result_of(cell);
        EXPECT_EQ(cell_of(*result), cell);
        EXPECT_NE(result->type & type::freed_by_add_in, 0U);
        EXPECT_EQ(count_cells(*result), 1U);
    }
}

TEST(Conversion, a_table_is_an_array_whose_cells_bear_no_mark_of_freeing) {
    const Owned result = result_of(Table{2, 2, {1.0, "A", CellError::name, Blank{}}});
    EXPECT_EQ(result->type, type::array | type::freed_by_add_in);
    EXPECT_EQ(result->array.rows, 2);
    EXPECT_EQ(count_cells(*result), 4U);
    EXPECT_EQ(cell_of(result->array.cells[1]), Cell("A"));
    EXPECT_EQ(cell_of(result->array.cells[2]), Cell(CellError::name));
    EXPECT_EQ(result->array.cells[3].type, type::text) << "a blank would be shown as 0";
}

TEST(Conversion, what_excel_cannot_hold_is_an_error) {
    const Owned fits = result_of(Cell(std::string(32767, 'a')));
    EXPECT_EQ(fits->type & type::mask, type::text);
    const Owned too_long = result_of(Cell(std::string(32768, 'a')));
    EXPECT_EQ(cell_of(*too_long), Cell(CellError::value));
    const Owned infinite = result_of(Cell(std::numeric_limits<double>::infinity()));
    EXPECT_EQ(cell_of(*infinite), Cell(CellError::number));
    const Owned empty = result_of(Table{0, 0, {}});
    EXPECT_EQ(cell_of(*empty), Cell(CellError::not_available));
}

TEST(Conversion, values_of_other_kinds) {
    Xloper12 value{};
    value.type = type::integer;
    value.integer = -7;
    EXPECT_EQ(cell_of(value), Cell(-7.0));
    value.type = type::missing;
    EXPECT_EQ(cell_of(value), Cell(Missing{}));
    value.type = type::blank;
    EXPECT_EQ(cell_of(value), Cell(Blank{}));
    value.type = type::error;
    value.error = error::getting_data;
    EXPECT_EQ(cell_of(value), Cell(CellError::not_available));
    value.error = 9999;
    EXPECT_EQ(cell_of(value), Cell(CellError::value));
    value.type = type::array;
    EXPECT_EQ(cell_of(value), Cell(CellError::value));
    EXPECT_EQ(count_cells(value), std::nullopt) << "an array without cells";
}

TEST(Conversion, counts_the_cells_of_one_area_only) {
    const struct {
        Reference area;
        std::optional<std::uint64_t> count;
    } cases[] = {
        {{0, 0, 0, 0}, 1},
        {{2, 3, 4, 6}, 6},
        {{0, 1048575, 0, 16383}, std::uint64_t{1} << 34U},
        {{3, 2, 0, 0}, std::nullopt},
        {{0, 0, 5, 4}, std::nullopt},
        {{-1, 0, 0, 0}, std::nullopt},
    };
    for (const auto& each : cases) {
        Xloper12 here{};
        here.type = type::on_this_sheet;
        here.on_this_sheet = {1, each.area};
        EXPECT_EQ(count_referenced_cells(here), each.count);
        Areas areas{1, {each.area}};
        Xloper12 there{};
        there.type = type::on_sheet;
        there.on_sheet = {&areas, 1};
        EXPECT_EQ(count_referenced_cells(there), each.count);
        areas.count = 2;
        EXPECT_EQ(count_referenced_cells(there), std::nullopt);
        there.on_sheet.areas = nullptr;
        EXPECT_EQ(count_referenced_cells(there), std::nullopt);
    }
}

}  // namespace
}  // namespace shinchoku::addin::excel
