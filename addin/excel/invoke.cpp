#include "excel/invoke.h"

#include <array>
#include <vector>

#include "excel/conversion.h"

namespace shinchoku::addin::excel {
namespace {

// The cells of all arguments; those of single values, nearly all, take no memory of their own.
class Arguments {
public:
    Arguments(Host host, const Function& function) : host_(host), function_(function) {}

    // What the function gives back at once, where it is so.
    std::optional<CellError> add(const Xloper12& given) {
        const std::size_t limit =
            count_ < function_.parameters.size() &&
                    function_.parameters[count_].takes == Parameter::Takes::range
                ? max_cells
                : 1;
        if (!is_reference(given)) {
            return add_value(given, limit);
        }
        const std::optional<std::uint64_t> size = count_referenced_cells(given);
        if (!size || *size > limit) {
            return CellError::value;
        }
        // Excel changes no argument, though the interface does not say so.
        Xloper12* const list[] = {const_cast<Xloper12*>(&given)};
        const HostValue cells(host_, service::coerce, list);
        if (cells.answer() == answer::uncalculated || cells.answer() == answer::aborted) {
            return CellError::not_available;  // whatever is returned now is not kept
        }
        if (cells.answer() != answer::success || is_reference(cells.value())) {
            return CellError::value;
        }
        return add_value(cells.value(), limit);
    }

    [[nodiscard]] std::span<const Range> ranges() const { return {ranges_.data(), count_}; }

private:
    std::optional<CellError> add_value(const Xloper12& value, std::size_t limit) {
        const std::optional<std::uint64_t> size = count_cells(value);
        if (!size || *size > limit) {
            return CellError::value;
        }
        Range& range = ranges_[count_];
        if ((value.type & type::mask) == type::array) {
            std::vector<Cell>& cells = arrays_[count_];
            const auto count = static_cast<std::size_t>(*size);
            cells.reserve(count);
            for (const Xloper12& each : std::span(value.array.cells, count)) {
                cells.push_back(cell_of(each));
            }
            range = {value.array.rows, value.array.columns, cells};
        } else {
            singles_[count_] = cell_of(value);
            range = {1, 1, {&singles_[count_], 1}};
        }
        ++count_;
        return std::nullopt;
    }

    Host host_;
    const Function& function_;
    std::array<Cell, max_parameters> singles_;
    std::array<std::vector<Cell>, max_parameters> arrays_;
    std::array<Range, max_parameters> ranges_;
    std::size_t count_ = 0;
};

Xloper12* result_of(Host host, const Function& function, std::span<const Xloper12* const> given) {
    Arguments arguments(host, function);
    for (const Xloper12* each : given) {
        if (const std::optional<CellError> failed = arguments.add(*each)) {
            return new_result(Cell(*failed));
        }
    }
    return new_result(call(function, arguments.ranges()));
}

}  // namespace

Xloper12* invoke(Host host,
                 const Function& function,
                 std::span<const Xloper12* const> given) noexcept {
    try {
        return result_of(host, function, given);
    } catch (...) {  // only memory can be at its end here: call() lets nothing out
        return nullptr;
    }
}

}  // namespace shinchoku::addin::excel
