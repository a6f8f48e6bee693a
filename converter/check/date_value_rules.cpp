#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "check/printed_years.h"
#include "check/rules.h"
#include "plan/number_format.h"
#include "plan/year_words.h"

namespace shinchoku::check {
namespace {

using base::Severity;

bool is_number_row(const IndicatorView& view) {
    int numbers = 0;
    int words = 0;
    for (const CellView& target : view.targets) {
        numbers += target.figure || target.value->is<plan::Bound>() ? 1 : 0;
        words += target.value->is<plan::Milestone>() ? 1 : 0;
    }
    return numbers > 0 && words == 0;
}

// A day as a value: 2026/5/1, 令和8年5月1日, also what Excel makes of 1-2.
bool is_date_alone(const plan::Value& value) {
    if (!value.is<plan::Milestone>()) {
        return false;
    }
    const std::u32string text = plan::fold_and_close_up(value.raw);
    const auto time = plan::read_time(text, 0);
    return time && time->size == text.size() && (text.find_first_of(U"月./-") != text.npos);
}

void date_as_value(const IndicatorView& view, const CellView& cell, Collector& out) {
    Remark remark = about(cell, "D08", Severity::warning);
    remark.message =
        cell.value->stored
            ? base::Text{"数値の行に日付（" + cell.value->raw +
                             "）が入っています。「1-2」などを"
                             "Excelが日付に変えたのかもしれません。",
                         "A row of numbers holds the date " + cell.value->raw +
                             "; Excel may have made it of something like 1-2."}
            : base::Text{"数値の行に日付（" + cell.value->raw + "）が文字で入っています。",
                         "A row of numbers holds a date as text: " + cell.value->raw + "."};
    out.add(view, std::move(remark));
}

// The numbers of days that Excel gives the years from 2005 to 2049.
constexpr double first_serial = 38353;
constexpr double last_serial = 54788;

// Every other figure of the row is far from where such numbers lie.
bool is_far_from_all(const IndicatorView& view, const CellView& own) {
    std::size_t others = 0;
    const auto is_far = [&](const CellView& cell) {
        if (&cell == &own || !cell.figure) {
            return true;
        }
        ++others;
        constexpr double far = 5;
        const double ratio =
            std::abs(cell.figure->printed.to_double()) / own.figure->printed.to_double();
        return ratio > far || ratio < 1 / far;
    };
    const bool all = std::all_of(view.targets.begin(), view.targets.end(), is_far) &&
                     std::all_of(view.actuals.begin(), view.actuals.end(), is_far) &&
                     (!view.baseline || is_far(*view.baseline));
    return all && others > 0;
}

bool is_serial(const IndicatorView& view, const CellView& cell) {
    if (!cell.value->is<plan::Number>() || !cell.value->stored ||
        cell.value->stored->decimals() > 0) {
        return false;
    }
    const double days = cell.value->stored->to_double();
    return days >= first_serial && days <= last_serial && is_far_from_all(view, cell);
}

void serial_as_value(const IndicatorView& view, const CellView& cell, Collector& out) {
    const auto serial = static_cast<std::int64_t>(cell.value->stored->to_double());
    const std::string day = plan::to_iso(plan::date_of_serial(serial));
    Remark remark = about(cell, "D08", Severity::warning);
    remark.message = {"「" + cell.value->raw + "」は日付（" + day +
                          "）の通し番号のようです。ほかの値と大きく離れています。",
                      cell.value->raw + " looks like the serial number of the date " + day +
                          "; it is far from the other values."};
    remark.expected = day;
    out.add(view, std::move(remark));
}

// 55.8(H28～R2), 直近4か年の平均: a value of several years.
bool is_of_several_years(const plan::Value& value) {
    if (value.as<plan::Number>() == nullptr) {
        return false;
    }
    const std::string noted = value.qualifiers.as_of.value_or("") + value.remark.value_or("");
    if (noted.empty() || value.qualifiers.as_of_year) {
        return false;
    }
    const std::u32string folded = base::to_utf32(base::fold_width(noted));
    const bool is_mean =
        noted.find("平均") != std::string::npos && noted.find("年") != std::string::npos;
    return is_mean || !year_spans_in(folded).empty();
}

void several_years(const IndicatorView& view, const CellView& cell, Collector& out) {
    const bool is_baseline = cell.part == Part::baseline;
    Remark remark = about(cell, "D08", is_baseline ? Severity::info : Severity::warning);
    remark.message = {"「" + cell.value->raw + "」は一つの年度の値ではなく、複数年の値です。",
                      cell.value->raw + " is a value of several years, not of one."};
    out.add(view, std::move(remark));
}

}  // namespace

void date_values(const IndicatorView& view, Collector& out) {
    const bool numbers = is_number_row(view);
    const auto look = [&](const CellView& cell) {
        if (numbers && is_date_alone(*cell.value)) {
            date_as_value(view, cell, out);
        } else if (cell.part != Part::baseline && is_serial(view, cell)) {
            serial_as_value(view, cell, out);
        } else if (is_of_several_years(*cell.value)) {
            several_years(view, cell, out);
        }
    };
    for (const std::vector<CellView>* cells :
         {&view.targets, &view.actuals, &view.future_actuals}) {
        std::for_each(cells->begin(), cells->end(), look);
    }
    if (view.baseline) {
        look(*view.baseline);
    }
}

}  // namespace shinchoku::check
