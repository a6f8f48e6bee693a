#include "functions/formula.h"

#include <array>
#include <charconv>
#include <utility>

#include "base/ascii.h"
#include "base/decimal.h"
#include "base/utf8.h"

namespace shinchoku::addin {
namespace {

constexpr std::array all_errors{CellError::null,
                                CellError::division,
                                CellError::value,
                                CellError::reference,
                                CellError::name,
                                CellError::number,
                                CellError::not_available};

class FormulaReader {
public:
    explicit FormulaReader(std::string_view text) : text_(text) {}

    // In characters, from 1.
    [[nodiscard]] std::size_t column() const {
        return base::to_utf32(text_.substr(0, at_)).size() + 1;
    }
    [[nodiscard]] bool is_at_end() const { return at_ == text_.size(); }

    bool take(std::string_view word) {
        skip_blanks();
        const bool found = text_.substr(at_, word.size()) == word;
        at_ += found ? word.size() : 0;
        return found;
    }

    std::string_view take_name() {
        skip_blanks();
        const std::size_t start = at_;
        while (at_ < text_.size() && (base::is_letter(text_[at_]) || text_[at_] == '.')) {
            ++at_;
        }
        return text_.substr(start, at_ - start);
    }

    // Nothing where no constant begins here.
    std::optional<Cell> constant() {
        skip_blanks();
        if (text_.substr(at_, 1) == "\"") {
            return quoted();
        }
        for (const CellError error : all_errors) {
            if (take(text_of(error))) {
                return error;
            }
        }
        if (take("TRUE")) {
            return true;
        }
        if (take("FALSE")) {
            return false;
        }
        return number();
    }

    // "{1,2;3,}" after its opening brace; nothing where it is no rectangle.
    std::optional<Table> braces() {
        Table table{0, 0, {}};
        int column = 0;
        for (;;) {
            table.cells.push_back(constant().value_or(Blank{}));
            ++column;
            if (take(",")) {
                continue;
            }
            ++table.rows;
            table.columns = table.rows == 1 ? column : table.columns;
            if (column != table.columns) {
                return std::nullopt;
            }
            column = 0;
            if (!take(";")) {
                return take("}") ? std::optional(std::move(table)) : std::nullopt;
            }
        }
    }

    void skip_blanks() {
        while (at_ < text_.size() && text_[at_] == ' ') {
            ++at_;
        }
    }

private:
    std::optional<Cell> quoted() {
        std::string text;
        for (std::size_t i = at_ + 1; i < text_.size(); ++i) {
            if (text_[i] != '"') {
                text += text_[i];
            } else if (text_.substr(i + 1, 1) == "\"") {
                text += text_[i++];
            } else {
                at_ = i + 1;
                return text;
            }
        }
        return std::nullopt;  // it never ends
    }

    std::optional<Cell> number() {
        double found = 0;
        const char* const begin = text_.data() + at_;
        const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), found);
        if (error != std::errc() || end == begin) {
            return std::nullopt;
        }
        at_ += static_cast<std::size_t>(end - begin);
        return found;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

FormulaFault fault(const FormulaReader& reader, base::Text wanted) {
    return {reader.column(), std::move(wanted)};
}

std::string print_cell(const Cell& cell) {
    if (const auto* number = std::get_if<double>(&cell)) {
        const auto exact = base::Decimal::from_double(*number);
        return exact ? exact->to_string() : std::string(text_of(CellError::number));
    }
    if (const auto* text = std::get_if<std::string>(&cell)) {
        std::string quoted = "\"";
        for (const char c : *text) {
            quoted += c == '"' ? "\"\"" : std::string(1, c);
        }
        return quoted + "\"";
    }
    if (const auto* truth = std::get_if<bool>(&cell)) {
        return *truth ? "TRUE" : "FALSE";
    }
    if (const auto* error = std::get_if<CellError>(&cell)) {
        return std::string(text_of(*error));
    }
    return "";
}

}  // namespace

base::Result<Call, FormulaFault> read_call(std::string_view formula) {
    FormulaReader reader(formula);
    static_cast<void>(reader.take("="));
    Call call;
    const std::size_t name_column = reader.column();
    call.function = find_function(reader.take_name());
    if (call.function == nullptr) {
        return FormulaFault{name_column,
                            {"関数の名前（SHINCHOKU.RATE など）", "a function (SHINCHOKU.RATE …)"}};
    }
    if (!reader.take("(")) {
        return fault(reader, {"「(」", "\"(\""});
    }
    bool closed = reader.take(")");
    while (!closed) {
        if (reader.take("{")) {
            std::optional<Table> table = reader.braces();
            if (!table) {
                return fault(reader,
                             {"{100,90;80,70} のような範囲", "a range like {100,90;80,70}"});
            }
            call.arguments.push_back(*std::move(table));
        } else {
            call.arguments.push_back({1, 1, {reader.constant().value_or(Missing{})}});
        }
        closed = reader.take(")");
        if (!closed && !reader.take(",")) {
            return fault(reader, {"「,」か「)」", "\",\" or \")\""});
        }
    }
    reader.skip_blanks();
    if (!reader.is_at_end()) {
        return fault(reader, {"式の終わり", "the end of the formula"});
    }
    return call;
}

std::optional<Outcome> read_outcome(std::string_view text) {
    FormulaReader reader(text);
    std::optional<Outcome> outcome;
    if (reader.take("{")) {
        if (std::optional<Table> table = reader.braces()) {
            outcome = *std::move(table);
        }
    } else if (std::optional<Cell> cell = reader.constant()) {
        outcome = *std::move(cell);
    }
    reader.skip_blanks();
    return reader.is_at_end() ? outcome : std::nullopt;
}

std::string print(const Outcome& outcome) {
    if (const auto* cell = std::get_if<Cell>(&outcome)) {
        return print_cell(*cell);
    }
    const Table& table = std::get<Table>(outcome);
    std::string text = "{";
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        if (i > 0) {
            text += i % static_cast<std::size_t>(table.columns) == 0 ? ";" : ",";
        }
        text += print_cell(table.cells[i]);
    }
    return text + "}";
}

Outcome evaluate(const Call& call) {
    std::vector<Range> ranges;
    ranges.reserve(call.arguments.size());
    for (const Table& table : call.arguments) {
        ranges.push_back({table.rows, table.columns, table.cells});
    }
    return addin::call(*call.function, ranges);
}

}  // namespace shinchoku::addin
