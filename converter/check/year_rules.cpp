#include <algorithm>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "check/rules.h"
#include "plan/year_words.h"

namespace shinchoku::check {
namespace {

using base::Severity;

bool is_entered(const plan::Value& value) {
    return !value.is<plan::Blank>() && !value.is<plan::None>() && !value.is<plan::Unavailable>();
}

// What a value itself says about its date: R2.6.1現在.
std::optional<int> own_year(const plan::Value& value) {
    return value.qualifiers.as_of_year;
}

// True where the date of a value ends in one of these days.
bool is_dated(const plan::Value& value, std::initializer_list<std::u32string_view> days) {
    std::u32string date = plan::fold_and_close_up(value.qualifiers.as_of.value_or(""));
    constexpr std::u32string_view behind = U"現在時点)";
    while (!date.empty() && behind.find(date.back()) != behind.npos) {
        date.pop_back();
    }
    return std::any_of(days.begin(), days.end(), [&](std::u32string_view day) {
        const bool ends = date.size() > day.size() && date.ends_with(day);
        return ends && !base::is_digit(date[date.size() - day.size() - 1]);
    });
}

// The accounts of a year are closed on 31 May after it: R9.5月末 is a date of 令和8年度 too.
bool is_of_year(const plan::Value& value, int noted, int heading) {
    return noted == heading ||
           (noted == heading + 1 &&
            is_dated(value, {U"5.31", U"5/31", U"5月31日", U"5月末", U"5月末日"}));
}

// What holds at a year's end is often counted on the morning after it: a question, no more.
Severity severity_of(const plan::Value& value, int noted, int heading) {
    const bool is_morning_after =
        noted == heading + 1 && is_dated(value, {U"4.1", U"4/1", U"4月1日"});
    return is_morning_after ? Severity::info : Severity::warning;
}

Remark wrong_date(const CellView& cell, int noted, int heading) {
    Remark remark = about(cell, "D06", severity_of(*cell.value, noted, heading));
    remark.message = {
        "時点は" + year_ja(noted) + "ですが、見出しは" + year_ja(heading) + "です。",
        "The value is of " + year_en(noted) + ", the heading says " + year_en(heading) + "."};
    remark.expected = year_ja(heading);
    return remark;
}

// The year of the baseline column: what most baselines that carry no date of their own say.
std::optional<int> baseline_heading(const plan::Plan& plan) {
    std::map<int, int> votes;
    int all = 0;
    for (const plan::Measure& measure : plan.measures) {
        for (const plan::Indicator& indicator : measure.indicators) {
            const std::optional<plan::Baseline>& baseline = indicator.baseline;
            if (baseline && baseline->year && !own_year(baseline->value)) {
                ++votes[*baseline->year];
                ++all;
            }
        }
    }
    for (const auto& [year, count] : votes) {
        if (2 * count > all) {
            return year;
        }
    }
    return std::nullopt;
}

}  // namespace

void future_actuals(const IndicatorView& view, Collector& out) {
    for (const CellView& cell : view.future_actuals) {
        if (!is_entered(*cell.value)) {
            continue;
        }
        Remark remark = about(cell, "D07", Severity::error);
        remark.message = {
            "まだ来ていない" + year_ja(cell.year) + "の実績が入っています。",
            "There is an actual for " + year_en(cell.year) + ", which has not begun."};
        out.add(view, std::move(remark));
    }
}

void actual_dates(const IndicatorView& view, Collector& out) {
    for (const CellView& cell : view.actuals) {
        const std::optional<int> noted = own_year(*cell.value);
        if (noted && !is_of_year(*cell.value, *noted, cell.year)) {
            out.add(view, wrong_date(cell, *noted, cell.year));
        }
    }
}

void baseline_dates(const layout::Reading& reading, Collector& out) {
    const std::optional<int> heading = baseline_heading(reading.plan);
    if (!heading) {
        return;
    }
    const std::vector<plan::Measure>& measures = reading.plan.measures;
    for (std::size_t m = 0; m < measures.size(); ++m) {
        for (std::size_t i = 0; i < measures[m].indicators.size(); ++i) {
            const std::optional<plan::Baseline>& baseline = measures[m].indicators[i].baseline;
            if (!baseline || !baseline->year ||
                is_of_year(baseline->value, *baseline->year, *heading) ||
                !is_entered(baseline->value)) {
                continue;
            }
            const IndicatorView view = view_of(reading, m, i, {});
            out.add(view, wrong_date(*view.baseline, *baseline->year, *heading));
        }
    }
}

}  // namespace shinchoku::check
