#include <cmath>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <string>
#include <vector>

#include "excel/conversion.h"
#include "excel/invoke.h"
#include "target.h"

// The bytes are a call: the function's number, then arguments, each begun by its kind. What comes
// back must be a value that Excel can take.

namespace {

using namespace shinchoku::addin;
using namespace shinchoku::addin::excel;

// Makes arguments of bytes, and zeros where there are no more.
class ArgumentMaker {
public:
    ArgumentMaker(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}

    std::uint8_t byte() { return at_ < size_ ? data_[at_++] : std::uint8_t{0}; }
    [[nodiscard]] bool is_at_end() const { return at_ >= size_; }

    Xloper12 value() {
        Xloper12 value{};
        switch (byte() % 10) {
            case 0:
                value.type = type::number;
                value.number = finite();
                break;
            case 1:
                value.type = type::text;
                value.text = text();
                break;
            case 2:
                value.type = type::truth;
                value.truth = byte() % 2;
                break;
            case 3:
                value.type = type::error;
                value.error = byte();
                break;
            case 4:
                value.type = type::missing;
                break;
            case 5:
                value.type = type::blank;
                break;
            case 6:
                value.type = type::integer;
                value.integer = static_cast<std::int8_t>(byte()) * 1000 + byte();
                break;
            case 7:
                value.type = type::array;
                fill_array(value);
                break;
            case 8:
                value.type = type::on_this_sheet;
                value.on_this_sheet = {1, area()};
                break;
            default:
                value.type = byte() % 2 == 0 ? 0x0020U : 0x0802U;  // types of no cell
        }
        return value;
    }

private:
    double finite() {
        double number = 0;
        std::uint8_t bytes[sizeof number];
        for (std::uint8_t& each : bytes) {
            each = byte();
        }
        std::memcpy(&number, bytes, sizeof number);
        return std::isfinite(number) ? number : 2026;  // no cell holds infinity
    }

    char16_t* text() {
        std::u16string& units = texts_.emplace_back(1, u'\0');
        const std::size_t size = byte();
        for (std::size_t i = 0; i < size; ++i) {
            units += static_cast<char16_t>(byte() << 8U | byte());
        }
        units[0] = static_cast<char16_t>(size);
        return units.data();
    }

    void fill_array(Xloper12& value) {
        const int rows = byte() % 5;
        const int columns = byte() % 5;
        std::deque<Xloper12> made;
        for (int i = 0; i < rows * columns; ++i) {
            made.push_back(this->value());
        }
        std::vector<Xloper12>& cells = arrays_.emplace_back(made.begin(), made.end());
        value.array = {cells.data(), rows, columns};
    }

    Reference area() {
        const int row = byte() - 1;
        const int column = byte() - 1;
        return {row, row + byte() - 1, column, column + byte() - 1};
    }

    const std::uint8_t* data_;
    std::size_t size_;
    std::size_t at_ = 0;
    std::deque<std::u16string> texts_;
    std::deque<std::vector<Xloper12>> arrays_;
};

int SHINCHOKU_EXCEL_CALL one_cell(int, int, Xloper12**, Xloper12* result) {
    result->type = type::number;
    result->number = 2026;
    return answer::success;
}

void demand(bool held) {
    if (!held) {
        std::abort();
    }
}

void examine(const Xloper12& value) {
    switch (value.type & type::mask) {
        case type::number:
            demand(std::isfinite(value.number));
            break;
        case type::text:
            demand(value.text[0] <= max_text_units);
            break;
        case type::truth:
        case type::error:
            break;
        default:
            demand(false);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    ArgumentMaker maker(data, size);
    const Function& function = functions()[maker.byte() % functions().size()];
    std::deque<Xloper12> made;
    std::vector<const Xloper12*> given;
    while (given.size() < function.parameters.size() && !maker.is_at_end()) {
        given.push_back(&made.emplace_back(maker.value()));
    }
    Xloper12* const result = invoke(Host(&one_cell), function, given);
    demand(result != nullptr && (result->type & type::freed_by_add_in) != 0);
    if ((result->type & type::mask) == type::array) {
        demand(result->array.rows > 0 && result->array.columns > 0);
        for (int i = 0; i < result->array.rows * result->array.columns; ++i) {
            demand((result->array.cells[i].type & ~type::mask) == 0);
            examine(result->array.cells[i]);
        }
    } else {
        examine(*result);
    }
    free_result(result);
    return 0;
}
