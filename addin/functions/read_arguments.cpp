#include "functions/read_arguments.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "calc/figure.h"
#include "layout/embedded.h"
#include "layout/scheme_file.h"
#include "plan/fiscal_year.h"
#include "plan/value_reading.h"
#include "plan/year_words.h"

namespace shinchoku::addin {
namespace {

using base::Decimal;

constexpr double first_year = 1868;
constexpr double last_year = 2200;

plan::Value value_of_number(const Decimal& number) {
    plan::Number content;
    content.number = number;
    content.form.decimals = number.decimals();
    plan::Value value;
    value.content = std::move(content);
    return value;
}

Read<int> year_of_number(double number) {
    if (number >= first_year && number <= last_year) {
        return std::floor(number) == number ? Read<int>(static_cast<int>(number))
                                            : Read<int>(CellError::value);
    }
    if (number > last_year && number < static_cast<double>(plan::last_serial) + 1) {
        const auto day = static_cast<std::int64_t>(std::floor(number));
        return plan::fiscal_year_of(plan::date_of_serial(day));
    }
    return CellError::value;
}

Read<int> year_of_text(const std::string& text) {
    if (const auto year = plan::parse_fiscal_year(text)) {
        return *year;
    }
    if (const auto date = plan::parse_iso_date(text)) {
        return plan::fiscal_year_of(*date);
    }
    const std::u32string folded = plan::fold_and_close_up(text);
    if (folded.empty()) {
        return CellError::not_available;
    }
    const auto time = plan::read_time(folded, 0);
    if (time && time->size == folded.size() && time->fiscal_year) {
        return *time->fiscal_year;
    }
    return CellError::value;
}

// The text of an argument that names something: "" where it was left out or the cell is empty.
Read<std::string> word_of(const Cell& cell) {
    if (std::holds_alternative<Missing>(cell) || std::holds_alternative<Blank>(cell)) {
        return std::string();
    }
    const auto* text = std::get_if<std::string>(&cell);
    return text != nullptr ? Read<std::string>(*text) : Read<std::string>(CellError::value);
}

std::vector<calc::Scheme> read_schemes() {
    // As design/calculation.md lists them.
    constexpr std::array<std::string_view, 12> order{"default",
                                                     "osaka-library",
                                                     "nagoya-port",
                                                     "sano",
                                                     "fuji",
                                                     "tama",
                                                     "nagayo",
                                                     "ino",
                                                     "akiruno",
                                                     "two-axes",
                                                     "five-steps",
                                                     "open-sdg"};
    std::vector<calc::Scheme> schemes;
    for (const layout::EmbeddedFile& file : layout::embedded_schemes()) {
        if (auto scheme = layout::load_scheme(file.toml)) {
            schemes.push_back(std::move(scheme).value());
        }
    }
    const auto place = [&](const calc::Scheme& scheme) {
        return std::find(order.begin(), order.end(), scheme.id) - order.begin();
    };
    std::stable_sort(schemes.begin(), schemes.end(), [&](const auto& a, const auto& b) {
        return place(a) < place(b);
    });
    return schemes;
}

}  // namespace

Read<plan::Value> value_of(const Cell& cell) {
    if (const auto* number = std::get_if<double>(&cell)) {
        const auto exact = Decimal::from_double(*number);
        return exact ? Read<plan::Value>(value_of_number(*exact))
                     : Read<plan::Value>(CellError::number);
    }
    if (const auto* text = std::get_if<std::string>(&cell)) {
        return plan::read_text(*text);
    }
    if (std::holds_alternative<Blank>(cell)) {
        return plan::blank_value();
    }
    if (const auto* error = std::get_if<CellError>(&cell)) {
        return plan::read_error(text_of(*error));
    }
    return CellError::value;
}

Read<std::optional<plan::Value>> optional_value_of(const Cell& cell) {
    if (std::holds_alternative<Missing>(cell)) {
        return std::optional<plan::Value>();
    }
    Read<plan::Value> value = value_of(cell);
    if (!value) {
        return value.error();
    }
    return std::optional<plan::Value>(std::move(value).value());
}

Read<calc::Figure> figure_of(const Cell& cell) {
    const Read<plan::Value> value = value_of(cell);
    if (!value) {
        return value.error();
    }
    if (auto figure = calc::figure_of(value.value())) {
        return *std::move(figure);
    }
    if (const auto* bound = value.value().as<plan::Bound>()) {
        return calc::figure_of(bound->number, bound->form);
    }
    return CellError::not_available;
}

Read<std::vector<Decimal>> numbers_of(std::span<const Range> cells) {
    std::vector<Decimal> numbers;
    std::string unit;
    for (const Range& range : cells) {
        const Read<calc::Figure> figure = figure_of(range.cells.front());
        if (!figure) {
            return figure.error();
        }
        const std::string& own = figure.value().unit;
        if (!unit.empty() && !own.empty() && own != unit) {
            return CellError::not_available;
        }
        unit = own.empty() ? unit : own;
        numbers.push_back(figure.value().number);
    }
    return numbers;
}

Read<Decimal> count_of(const Cell& cell) {
    Read<calc::Figure> figure = figure_of(cell);
    if (figure) {
        return std::move(figure).value().number;
    }
    return std::holds_alternative<std::string>(cell) ? CellError::value : figure.error();
}

Read<int> whole_count_of(const Cell& cell) {
    const Read<Decimal> count = count_of(cell);
    if (!count) {
        return count.error();
    }
    constexpr std::int64_t most = 1'000'000;
    const auto whole = count.value().to_integer();
    if (!whole || *whole < -most || *whole > most) {
        return CellError::value;
    }
    return static_cast<int>(*whole);
}

Read<int> fiscal_year_of(const Cell& cell) {
    if (const auto* number = std::get_if<double>(&cell)) {
        return year_of_number(*number);
    }
    if (const auto* text = std::get_if<std::string>(&cell)) {
        return year_of_text(*text);
    }
    const bool holds_nothing =
        std::holds_alternative<Blank>(cell) || std::holds_alternative<CellError>(cell);
    return holds_nothing ? CellError::not_available : CellError::value;
}

Read<std::string> direction_word_of(const Cell& cell) {
    Read<std::string> word = word_of(cell);
    if (word && !word.value().empty() && !plan::read_direction(word.value())) {
        return CellError::value;
    }
    return word;
}

Read<std::optional<std::string>> method_of(const Cell& cell) {
    Read<std::string> word = word_of(cell);
    if (!word) {
        return word.error();
    }
    if (word.value().empty()) {
        return std::optional<std::string>();
    }
    if (!calc::parse_method(word.value())) {
        return CellError::value;
    }
    return std::optional<std::string>(std::move(word).value());
}

Read<const calc::Scheme*> scheme_of(const Cell& cell) {
    const Read<std::string> id = word_of(cell);
    if (!id) {
        return id.error();
    }
    if (id.value().empty()) {
        return &calc::default_scheme();
    }
    for (const calc::Scheme& scheme : all_schemes()) {
        if (scheme.id == id.value()) {
            return &scheme;
        }
    }
    return CellError::value;
}

const std::vector<calc::Scheme>& all_schemes() {
    static const std::vector<calc::Scheme> schemes = read_schemes();
    return schemes;
}

Read<std::vector<plan::Value>> row_of(const Range& range) {
    if (range.rows > 1 && range.columns > 1) {
        return CellError::value;
    }
    std::vector<plan::Value> values;
    values.reserve(range.cells.size());
    for (const Cell& cell : range.cells) {
        Read<plan::Value> value = value_of(cell);
        if (!value) {
            return value.error();
        }
        values.push_back(std::move(value).value());
    }
    return values;
}

}  // namespace shinchoku::addin
