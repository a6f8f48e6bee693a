#include "excel/invoke.h"

#include <gtest/gtest.h>

#include <array>

#include "excel/conversion.h"

namespace shinchoku::addin::excel {
namespace {

// What the callback was asked for, one after the other. A callback carries no state of its own.
std::vector<int>& asked() {
    static std::vector<int> services;
    return services;
}

int SHINCHOKU_EXCEL_CALL three_cells(int service, int, Xloper12**, Xloper12* result) {
    static std::array<Xloper12, 3> cells;
    asked().push_back(service);
    if (service == service::coerce) {
        for (Xloper12& cell : cells) {
            cell.type = type::number;
            cell.number = 80;
        }
        result->type = type::array;
        result->array = {cells.data(), 1, 3};
    }
    return answer::success;
}

int SHINCHOKU_EXCEL_CALL not_calculated(int service, int, Xloper12**, Xloper12*) {
    asked().push_back(service);
    return answer::uncalculated;
}

Cell roll_up_of(Callback callback, Reference area) {
    asked().clear();
    Xloper12 reference{};
    reference.type = type::on_this_sheet;
    reference.on_this_sheet = {1, area};
    const std::array<const Xloper12*, 1> given{&reference};
    Xloper12* const result = invoke(Host(callback), *find_function("ROLLUP"), given);
    const bool is_array = (result->type & type::mask) == type::array;
    Cell first = cell_of(is_array ? result->array.cells[0] : *result);
    free_result(result);
    return first;
}

TEST(Invoke, reads_the_cells_of_a_reference_and_gives_them_back) {
    EXPECT_EQ(roll_up_of(&three_cells, {0, 0, 0, 2}), Cell(80.0));
    EXPECT_EQ(asked(), (std::vector<int>{service::coerce, service::free}));
}

TEST(Invoke, refuses_a_huge_reference_unread) {
    EXPECT_EQ(roll_up_of(&three_cells, {0, 1048575, 0, 2}), Cell(CellError::value));
    EXPECT_TRUE(asked().empty());
}

TEST(Invoke, returns_at_once_where_cells_are_not_calculated_yet) {
    EXPECT_EQ(roll_up_of(&not_calculated, {0, 0, 0, 2}), Cell(CellError::not_available));
    EXPECT_EQ(asked(), std::vector<int>{service::coerce});
}

TEST(Invoke, a_host_without_callback_makes_no_crash) {
    EXPECT_EQ(roll_up_of(nullptr, {0, 0, 0, 2}), Cell(CellError::value));
}

}  // namespace
}  // namespace shinchoku::addin::excel
