#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "base/utf8.h"
#include "check/rules.h"

namespace shinchoku::check {
namespace {

using base::is_digit;

using base::Severity;

// Calls `rule` for every data cell: baseline, targets and actuals.
template <class Rule>
void for_each_cell(const IndicatorView& view, Rule rule) {
    if (view.baseline) {
        rule(*view.baseline);
    }
    for (const auto* cells : {&view.targets, &view.actuals}) {
        for (const CellView& cell : *cells) {
            rule(cell);
        }
    }
}

bool contains(std::u32string_view set, char32_t c) {
    return set.find(c) != set.npos;
}

// A count of numbers in a text that carry a unit and are no date, month or ordinal: 98.5% and
// 120人 count, 令和8年, 7～8月 and 第2次 do not.
int count_quantities(std::string_view text) {
    const std::u32string folded = base::to_utf32(base::fold_width(text));
    int count = 0;
    for (std::size_t at = 0; at < folded.size();) {
        if (!is_digit(folded[at])) {
            ++at;
            continue;
        }
        const bool ordinal = at > 0 && contains(U"第令和平成昭和RHS", folded[at - 1]);
        while (at < folded.size() && (is_digit(folded[at]) || contains(U",.", folded[at]))) {
            ++at;
        }
        const char32_t next = at < folded.size() ? folded[at] : U' ';
        const bool has_unit = next == U'%' || next >= 0x3040;
        if (has_unit && !ordinal && !contains(U"年月日期時次号～〜ー（）、。・", next)) {
            ++count;
        }
    }
    return count;
}

bool has_full_width_figures(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        if ((c >= U'０' && c <= U'９') || contains(U"％，．＋－", c)) {
            return true;
        }
    }
    return false;
}

bool is_plain_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789.+-") == text.npos;
}

bool is_figure(const plan::Value& value) {
    return plan::form_of(value) != nullptr || value.is<plan::Relative>();
}

struct TextFault {
    std::string_view rule;
    Severity severity = Severity::info;
    base::Text message;
};

std::optional<TextFault> several_data(const plan::Value& value) {
    const auto* relative = value.as<plan::Relative>();
    if (value.is<plan::Compound>() || (relative != nullptr && !relative->resolved.empty())) {
        return TextFault{"C03",
                         Severity::info,
                         {"一つのセルに複数の値があります。分けて読み取りました。",
                          "The cell holds more than one datum; they were read apart."}};
    }
    const bool in_remark =
        plan::form_of(value) != nullptr && value.remark && count_quantities(*value.remark) > 0;
    const bool in_words = value.is<plan::Milestone>() && count_quantities(value.raw) > 1;
    if (in_remark || in_words) {
        return TextFault{"C03",
                         Severity::warning,
                         {"一つのセルに複数の値があり、分けて読み取れません。",
                          "The cell holds more than one datum, and they cannot be told apart."}};
    }
    return std::nullopt;
}

std::optional<TextFault> text_fault(const plan::Value& value) {
    if (auto fault = several_data(value)) {
        return fault;
    }
    if (is_figure(value) && has_full_width_figures(value.raw)) {
        return TextFault{"C04",
                         Severity::info,
                         {"全角の数字や記号を半角に読み替えました。",
                          "Full-width digits or signs were read as half-width."}};
    }
    if (!value.is<plan::Number>() && !value.is<plan::Bound>()) {
        return std::nullopt;
    }
    if (is_plain_number(base::trim(value.raw))) {
        return TextFault{"C01",
                         Severity::info,
                         {"数値が文字列として入っています。", "A number is stored as text."}};
    }
    return TextFault{"C02",
                     Severity::info,
                     {"単位や桁区切りなどの付いた数値が、文字列として入っています。",
                      "A number with a unit, separator or note is stored as text."}};
}

// The mark that stands for a minus directly before the number; "" where it is a plain hyphen.
std::string_view minus_mark(std::string_view raw) {
    constexpr std::array<std::string_view, 3> marks{"▲", "△", "−"};
    const std::string_view text = base::trim(raw);
    const auto* mark = std::find_if(
        marks.begin(), marks.end(), [&](std::string_view m) { return text.starts_with(m); });
    return mark == marks.end() ? "" : *mark;
}

bool is_negative(const CellView& cell) {
    return cell.figure && cell.figure->number.sign() < 0;
}

// △ alone, ○ or × somewhere in the row: then △ is a mark of achievement.
bool row_uses_marks(const IndicatorView& view) {
    bool found = false;
    for_each_cell(view, [&](const CellView& cell) {
        constexpr std::array<std::string_view, 6> marks{"○", "〇", "◎", "×", "△", "▲"};
        const std::string_view text = base::trim(cell.value->raw);
        found = found || std::find(marks.begin(), marks.end(), text) != marks.end();
    });
    return found;
}

// Neither the baseline nor any target is below zero, so an actual can hardly be.
bool negatives_are_lawful(const IndicatorView& view) {
    return (view.baseline && is_negative(*view.baseline)) ||
           std::any_of(view.targets.begin(), view.targets.end(), is_negative);
}

bool has_numeric_target(const IndicatorView& view) {
    return std::any_of(view.targets.begin(), view.targets.end(), [](const CellView& cell) {
        return plan::form_of(*cell.value) != nullptr;
    });
}

void lone_triangle(const IndicatorView& view, const CellView& cell, Collector& out) {
    const std::string_view text = base::trim(cell.value->raw);
    if ((text != "△" && text != "▲") || !has_numeric_target(view)) {
        return;
    }
    Remark remark = about(cell, "C05", Severity::warning);
    remark.message = {
        "「" + std::string(text) + "」だけでは、負の数の書きかけか「一部達成」か分かりません。",
        "'" + std::string(text) +
            "' alone may be an unfinished negative number or 'partly "
            "achieved'."};
    out.add(view, std::move(remark));
}

}  // namespace

void stored_as_text(const IndicatorView& view, Collector& out) {
    // These are faults of sheets: a value from JSON is text by nature.
    if (view.places == nullptr) {
        return;
    }
    for_each_cell(view, [&](const CellView& cell) {
        const plan::Value& value = *cell.value;
        if (value.stored || value.is<plan::Blank>()) {
            return;
        }
        if (auto fault = text_fault(value)) {
            Remark remark = about(cell, fault->rule, fault->severity);
            remark.message = std::move(fault->message);
            out.add(view, std::move(remark));
        }
    });
}

void minus_marks(const IndicatorView& view, Collector& out) {
    for_each_cell(view, [&](const CellView& cell) {
        if (cell.value->stored) {
            return;  // the mark comes from the number format
        }
        lone_triangle(view, cell, out);
        const std::string_view mark = minus_mark(cell.value->raw);
        if (mark.empty() || !is_negative(cell)) {
            return;
        }
        const bool ambiguous = mark == "△" && row_uses_marks(view);
        const bool impossible = !negatives_are_lawful(view);
        Remark remark =
            about(cell, "C05", ambiguous || impossible ? Severity::warning : Severity::info);
        remark.message = {
            "「" + std::string(mark) + "」を負の記号として読みました" +
                (impossible ? "が、目標にも基準値にも負の値はありません。" : "。"),
            "'" + std::string(mark) + "' was read as a minus sign" +
                (impossible ? ", though no target and no baseline is negative." : ".")};
        remark.expected = calc::grouped(cell.figure->printed, cell.figure->decimals);
        out.add(view, std::move(remark));
    });
}

void error_values(const IndicatorView& view, Collector& out) {
    for_each_cell(view, [&](const CellView& cell) {
        if (const auto* error = cell.value->as<plan::CellError>()) {
            Remark remark = about(cell, "C11", Severity::error);
            remark.message = {"セルがエラー値（" + error->code + "）になっています。",
                              "The cell holds an Excel error (" + error->code + ")."};
            out.add(view, std::move(remark));
        }
    });
}

}  // namespace shinchoku::check
