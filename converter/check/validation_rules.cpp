#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"
#include "check/sheet_view.h"
#include "plan/value.h"
#include "plan/value_reading.h"

namespace shinchoku::check {
namespace {

using sheet::CellType;

// A file may claim any number of rules over any number of cells: looking stops here, unsaid.
constexpr std::size_t most_looks_a_sheet = 1'000'000;
// A list of choices is never longer for a person.
constexpr std::size_t most_choices = 10'000;

std::optional<double> number_in(std::string_view text) {
    double number = 0;
    text = base::trim(text);
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && rest == end && !text.empty() ? std::optional(number)
                                                                : std::nullopt;
}

// What a cell counts as where a rule asks for a number: also a text that can be read as one, 98.4%
// as 98.4 and, as a cell would hold it, as 0.984.
std::vector<double> numbers_of(const sheet::Cell& cell) {
    if (cell.type == CellType::number || cell.type == CellType::boolean) {
        return {cell.number};
    }
    const plan::Value value = plan::read_text(cell.text);
    const auto* number = value.as<plan::Number>();
    if (number == nullptr) {
        return {};
    }
    if (number->form.unit == "%") {
        return {number->number.to_double(), number->number.shifted(-2).to_double()};
    }
    return {number->number.to_double()};
}

// As Excel's LEN: UTF-16 units.
std::size_t length_of(std::string_view text) {
    std::size_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
        units += base::next_code_point(text, at) > 0xFFFF ? 2U : 1U;
    }
    return units;
}

// The operators that compare with one limit, and how a finding shows them.
struct LimitOperator {
    std::string_view op;
    std::string_view sign;
};
constexpr LimitOperator limit_operators[] = {{"lessThanOrEqual", "≦"},
                                             {"lessThan", "<"},
                                             {"greaterThanOrEqual", "≧"},
                                             {"greaterThan", ">"},
                                             {"equal", "="},
                                             {"notEqual", "≠"}};

// Nothing where the operator asks for two limits, or is none: a file may name any.
const LimitOperator* limit_operator_of(std::string_view op) {
    const LimitOperator* const found = std::find_if(
        std::begin(limit_operators), std::end(limit_operators), [&](const LimitOperator& one) {
            return one.op == op;
        });
    return found == std::end(limit_operators) ? nullptr : found;
}

// One rule of a sheet, with what its formulas say. What can only be calculated is left out.
class CellRule {
public:
    CellRule(const SheetView& view, const sheet::DataValidation& written)
        : view_(view), written_(written) {
        if (written.type == "list") {
            is_known_ = set_choices();
        } else if (written.type == "whole" || written.type == "decimal" || written.type == "date" ||
                   written.type == "time" || written.type == "textLength") {
            first_ = limit(written.formula1);
            second_ = limit(written.formula2);
            const bool needs_two =
                written.op.empty() || written.op == "between" || written.op == "notBetween";
            is_known_ = first_ && (needs_two ? second_.has_value()
                                             : limit_operator_of(written.op) != nullptr);
        }
    }

    [[nodiscard]] bool is_known() const { return is_known_; }

    // REQUIRES: is_known(), the cell is filled.
    [[nodiscard]] bool allows(const sheet::Cell& cell) const {
        if (written_.type == "list") {
            return is_choice(cell);
        }
        if (written_.type == "textLength") {
            return is_within(static_cast<double>(length_of(view_.grid().shown(cell))));
        }
        const std::vector<double> numbers = numbers_of(cell);
        return std::any_of(numbers.begin(), numbers.end(), [&](double number) {
            return (written_.type != "whole" || std::floor(number) == number) && is_within(number);
        });
    }

    // For the finding: "A、B、C", "200 以下".
    [[nodiscard]] std::string wanted() const {
        if (written_.type == "list") {
            std::string all;
            for (const std::string& choice : choices_) {
                all += (all.empty() ? "" : "、") + choice;
            }
            constexpr std::size_t longest = 60;
            return base::count_code_points(all) <= longest
                       ? all
                       : base::to_utf8(base::to_utf32(all).substr(0, longest)) + "…";
        }
        const std::string& low = written_.formula1;
        const std::string& high = written_.formula2;
        if (written_.op.empty() || written_.op == "between") {
            return low + "～" + high;
        }
        if (written_.op == "notBetween") {
            return "<" + low + "、>" + high;
        }
        const LimitOperator* const one = limit_operator_of(written_.op);
        return one == nullptr ? std::string() : std::string(one->sign) + low;
    }

private:
    // A figure, or the cell of this sheet that holds it.
    [[nodiscard]] std::optional<double> limit(std::string_view formula) const {
        if (const auto number = number_in(formula)) {
            return number;
        }
        const auto at = base::parse_a1(formula);
        const sheet::Cell* cell = at ? view_.sheet().find(*at) : nullptr;
        return cell != nullptr && cell->type == CellType::number ? std::optional(cell->number)
                                                                 : std::nullopt;
    }

    [[nodiscard]] bool is_within(double value) const {
        const std::string& op = written_.op;
        if (op == "lessThanOrEqual") {
            return value <= *first_;
        }
        if (op == "lessThan") {
            return value < *first_;
        }
        if (op == "greaterThanOrEqual") {
            return value >= *first_;
        }
        if (op == "greaterThan") {
            return value > *first_;
        }
        if (op == "equal") {
            return value == *first_;
        }
        if (op == "notEqual") {
            return value != *first_;
        }
        const bool between = value >= *first_ && value <= *second_;
        return op == "notBetween" ? !between : between;
    }

    // "A,B,C" in quotes, a range, or the name of one.
    bool set_choices() {
        std::string_view text = written_.formula1;
        if (text.size() >= 2 && text.front() == '"' && text.back() == '"') {
            text = text.substr(1, text.size() - 2);
            while (!text.empty() && choices_.size() < most_choices) {
                const std::string_view one = text.substr(0, text.find(','));
                text.remove_prefix(std::min(one.size() + 1, text.size()));
                choices_.emplace_back(base::trim(one));
            }
            return !choices_.empty();
        }
        for (const sheet::DefinedName& name : view_.workbook().names) {
            if (name.name == text) {
                text = name.refers_to;
                break;
            }
        }
        return take_range(text);
    }

    // A blank cell in the range lets anything through, as Excel does where blanks are allowed.
    bool take_range(std::string_view text) {
        const sheet::Sheet* from = &view_.sheet();
        if (const std::size_t mark = text.rfind('!'); mark != text.npos) {
            from = sheet_named(text.substr(0, mark));
            text = text.substr(mark + 1);
        }
        const auto range = base::parse_a1_range(text);
        if (from == nullptr || !range) {
            return false;
        }
        const std::uint64_t size = std::uint64_t{range->last.row - range->first.row + 1} *
                                   (range->last.column - range->first.column + 1);
        if (size > most_choices) {
            return false;
        }
        for (std::uint32_t row = range->first.row; row <= range->last.row; ++row) {
            for (std::uint32_t column = range->first.column; column <= range->last.column;
                 ++column) {
                const sheet::Cell* cell = from->find({row, column});
                const std::string shown = cell == nullptr ? "" : view_.grid().shown(*cell);
                const std::string_view choice = base::trim(shown);
                if (choice.empty() && written_.allow_blank) {
                    return false;
                }
                choices_.emplace_back(choice);
            }
        }
        return !choices_.empty();
    }

    [[nodiscard]] const sheet::Sheet* sheet_named(std::string_view name) const {
        std::string plain(name);
        if (plain.size() >= 2 && plain.front() == '\'' && plain.back() == '\'') {
            plain = plain.substr(1, plain.size() - 2);
            for (std::size_t at = plain.find("''"); at != plain.npos;
                 at = plain.find("''", at + 1)) {
                plain.erase(at, 1);
            }
        }
        for (const sheet::Sheet& sheet : view_.workbook().sheets) {
            if (sheet.name == plain) {
                return &sheet;
            }
        }
        return nullptr;
    }

    [[nodiscard]] bool is_choice(const sheet::Cell& cell) const {
        const std::string shown = view_.grid().shown(cell);
        const std::string_view typed = base::trim(shown);
        const std::optional<double> number =
            cell.type == CellType::number ? std::optional(cell.number) : std::nullopt;
        return std::any_of(choices_.begin(), choices_.end(), [&](const std::string& choice) {
            return choice == typed || (number && number_in(choice) == number);
        });
    }

    const SheetView& view_;
    const sheet::DataValidation& written_;
    bool is_known_ = false;
    std::vector<std::string> choices_;
    std::optional<double> first_;
    std::optional<double> second_;
};

class ValidationChecker {
public:
    ValidationChecker(const SheetView& view, Collector& out) : view_(view), out_(out) {}

    void run() {
        for (const sheet::DataValidation& written : view_.sheet().validations) {
            rule_.reset();
            for (const base::CellRange& range : written.ranges) {
                for (const BlockView& block : view_.blocks()) {
                    if (++looks_ > most_looks_a_sheet) {
                        return;
                    }
                    check(written, range, block.range);
                }
            }
        }
    }

private:
    void check(const sheet::DataValidation& written,
               const base::CellRange& range,
               const base::CellRange& block) {
        const base::CellRange common{{std::max(range.first.row, block.first.row),
                                      std::max(range.first.column, block.first.column)},
                                     {std::min(range.last.row, block.last.row),
                                      std::min(range.last.column, block.last.column)}};
        if (common.first.row > common.last.row || common.first.column > common.last.column) {
            return;
        }
        for (std::uint32_t row = common.first.row; row <= common.last.row; ++row) {
            if (++looks_ > most_looks_a_sheet) {
                return;
            }
            for (const sheet::Cell& cell :
                 view_.grid().part(row, common.first.column, common.last.column)) {
                ++looks_;
                if (view_.grid().is_filled(cell)) {
                    check_cell(written, cell);
                }
            }
        }
    }

    void check_cell(const sheet::DataValidation& written, const sheet::Cell& cell) {
        if (!rule_) {
            rule_.emplace(view_, written);
        }
        // An error value is a fault of its own.
        if (!rule_->is_known() || cell.type == CellType::error || rule_->allows(cell)) {
            return;
        }
        Remark remark{.rule = "C14",
                      .severity = written.complains ? base::Severity::error : base::Severity::info,
                      .cell = cell.at,
                      .found = view_.grid().shown(cell),
                      .expected = rule_->wanted()};
        remark.message = written.type == "textLength"
                             ? wrong_length(length_of(remark.found), remark.expected)
                             : wrong_value(remark.found, remark.expected);
        view_.add(out_, std::move(remark));
    }

    static base::Text wrong_length(std::size_t length, const std::string& wanted) {
        const std::string shown = std::to_string(length);
        return {"入力規則の文字数に合いません（" + shown + " 文字。入れられるのは " + wanted +
                    " 文字）。",
                "The cell's own rule allows a text of " + wanted + " characters; this one has " +
                    shown + "."};
    }

    static base::Text wrong_value(const std::string& found, const std::string& wanted) {
        base::Text message{"「" + found + "」は入力規則に合いません。",
                           "The cell's own rule does not allow '" + found + "'."};
        if (!wanted.empty()) {
            message.ja += "入れられるのは " + wanted + " です。";
            message.en += " It allows " + wanted + ".";
        }
        return message;
    }

    const SheetView& view_;
    Collector& out_;
    std::optional<CellRule> rule_;  // made for the first filled cell
    std::size_t looks_ = 0;
};

}  // namespace

void validations(const SheetView& view, Collector& out) {
    ValidationChecker(view, out).run();
}

}  // namespace shinchoku::check
