#include "libreoffice/values.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <com/sun/star/uno/Sequence.hxx>
#include <cstdint>
#include <limits>
#include <rtl/ustring.hxx>

#include "functions/formula.h"
#include "functions/function.h"
#include "libreoffice/error_number.h"

namespace shinchoku::addin::libreoffice {
namespace {

using com::sun::star::uno::Any;
using com::sun::star::uno::Sequence;

rtl::OUString utf16(std::string_view text) {
    return {text.data(), static_cast<sal_Int32>(text.size()), RTL_TEXTENCODING_UTF8};
}

template <class T>
Any rows_of(std::initializer_list<std::initializer_list<T>> rows) {
    Sequence<Sequence<T>> all(static_cast<sal_Int32>(rows.size()));
    sal_Int32 row = 0;
    for (const auto& cells : rows) {
        all[row++] = Sequence<T>(cells.begin(), static_cast<sal_Int32>(cells.size()));
    }
    return Any(all);
}

std::optional<Table> one(Cell cell) {
    return Table{1, 1, {std::move(cell)}};
}

TEST(Arguments, single_values_are_tables_of_one_cell) {
    EXPECT_EQ(to_table(Any()), one(Missing{}));
    EXPECT_EQ(to_table(Any(97.2)), one(97.2));
    EXPECT_EQ(to_table(Any(sal_Int32{-158})), one(-158.0));
    EXPECT_EQ(to_table(Any(true)), one(true));
    EXPECT_EQ(to_table(Any(utf16("▲158人𠮷"))), one("▲158人𠮷"));
    EXPECT_EQ(to_table(Any(utf16(""))), one(""));
}

TEST(Arguments, empty_cells_of_a_range_come_as_empty_texts) {
    EXPECT_EQ(to_table(rows_of<Any>({{Any(1.0), Any(utf16(""))}, {Any(), Any(utf16("—"))}})),
              (Table{2, 2, {1.0, Blank{}, Blank{}, "—"}}));
    EXPECT_EQ(to_table(rows_of<Any>({{Any(utf16(""))}})), one(Blank{}));
}

TEST(Arguments, ranges_of_one_type_are_read_too) {
    EXPECT_EQ(to_table(rows_of<double>({{1, 2.5}})), (Table{1, 2, {1.0, 2.5}}));
    EXPECT_EQ(to_table(rows_of<sal_Int32>({{1}, {-2}})), (Table{2, 1, {1.0, -2.0}}));
    EXPECT_EQ(to_table(rows_of<rtl::OUString>({{utf16("a"), utf16("")}})),
              (Table{1, 2, {"a", Blank{}}}));
}

TEST(Arguments, what_is_no_value_is_refused) {
    const sal_Unicode half[] = {u'a', 0xD842};
    EXPECT_FALSE(to_table(Any(rtl::OUString(half, 2)))) << "half of a character";
    EXPECT_FALSE(to_table(rows_of<rtl::OUString>({{rtl::OUString(half, 2)}})));
    EXPECT_FALSE(to_table(rows_of<double>({{1, 2}, {3}}))) << "rows of different lengths";
    EXPECT_FALSE(to_table(rows_of<double>({})));
    EXPECT_FALSE(to_table(rows_of<double>({{}})));
    EXPECT_FALSE(to_table(Any(Sequence<double>(3)))) << "no rows";
    EXPECT_FALSE(to_table(rows_of<Any>({{rows_of<double>({{1}})}}))) << "a range in a cell";
}

TEST(Arguments, more_than_two_whole_columns_are_refused) {
    const Sequence<double> column(1048576);
    Sequence<Sequence<double>> columns(2);
    columns[0] = columns[1] = column;
    EXPECT_TRUE(to_table(Any(columns)));
    columns.realloc(3);
    columns[2] = column;
    EXPECT_FALSE(to_table(Any(columns)));
}

TEST(Arguments, numbers_that_are_errors_are_errors) {
    EXPECT_EQ(to_table(Any(error_number(CellError::division))), one(CellError::division));
    EXPECT_EQ(to_table(Any(std::numeric_limits<double>::infinity())), one(CellError::number));
    EXPECT_EQ(to_table(Any(std::nan(""))), one(CellError::value));
}

// formula/errorcodes.hxx
TEST(Errors, are_the_numbers_that_calc_knows) {
    const struct {
        CellError error;
        std::uint32_t code;
    } cases[] = {
        {CellError::null, 521},
        {CellError::division, 532},
        {CellError::value, 519},
        {CellError::reference, 524},
        {CellError::name, 525},
        {CellError::number, 503},
        {CellError::not_available, 0x7fff},
    };
    for (const auto& each : cases) {
        const double number = error_number(each.error);
        EXPECT_TRUE(std::isnan(number));
        EXPECT_EQ(std::bit_cast<std::uint64_t>(number), 0x7ff8'0000'0000'0000 | each.code);
        EXPECT_EQ(error_of(number), each.error);
    }
    EXPECT_EQ(error_of(-0.0), std::nullopt);
}

TEST(Results, single_ones_are_numbers_and_texts) {
    EXPECT_EQ(to_any(Cell(98.6)), Any(98.6));
    EXPECT_EQ(to_any(Cell("令和8年度")), Any(utf16("令和8年度")));
    EXPECT_EQ(to_any(Cell(true)), Any(true));
    EXPECT_EQ(to_any(Cell(Blank{})), Any(utf16("")));
    EXPECT_EQ(error_of(to_any(Cell(CellError::not_available)).get<double>()),
              CellError::not_available);
}

TEST(Results, tables_keep_their_rows_and_their_errors) {
    const Table table{2, 2, {90.0, "B", CellError::not_available, "missing"}};
    EXPECT_EQ(to_table(to_any(table)), table);
}

// As Calc does it: any to table, call, outcome to any.
TEST(Results, examples_of_the_functions_survive_the_way_there_and_back) {
    for (const Function& function : functions()) {
        for (const Example& example : function.examples) {
            const Outcome outcome = evaluate(read_call(example.call).value());
            const std::optional<Table> back = to_table(to_any(outcome));
            ASSERT_TRUE(back) << example.call;
            const Outcome found = std::holds_alternative<Table>(outcome)
                                      ? Outcome(*back)
                                      : Outcome(back->cells.front());
            EXPECT_EQ(print(found), example.result);
        }
    }
}

}  // namespace
}  // namespace shinchoku::addin::libreoffice
