#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "check/plan_rules.h"
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

// True where a date as printed ends in one of these days.
bool is_dated(const std::optional<std::string>& as_of,
              std::initializer_list<std::u32string_view> days) {
    std::u32string date = plan::fold_and_close_up(as_of.value_or(""));
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
bool is_of_year(const std::optional<std::string>& as_of, int noted, int heading) {
    return noted == heading ||
           (noted == heading + 1 &&
            is_dated(as_of, {U"5.31", U"5/31", U"5月31日", U"5月末", U"5月末日"}));
}

// What holds at a year's end is often counted on the morning after it: a question, no more.
Severity severity_of(const std::optional<std::string>& as_of, int noted, int heading) {
    const bool is_morning_after =
        noted == heading + 1 && is_dated(as_of, {U"4.1", U"4/1", U"4月1日"});
    return is_morning_after ? Severity::info : Severity::warning;
}

// D06, of a remark on the cell.
void tell_wrong_date(Remark& remark,
                     const std::optional<std::string>& as_of,
                     int noted,
                     int heading) {
    remark.severity = severity_of(as_of, noted, heading);
    remark.message = {
        "時点は" + year_ja(noted) + "ですが、見出しは" + year_ja(heading) + "です。",
        "The value is of " + year_en(noted) + ", the heading says " + year_en(heading) + "."};
    remark.expected = year_ja(heading);
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
        const std::optional<std::string>& as_of = cell.value->qualifiers.as_of;
        if (noted && !is_of_year(as_of, *noted, cell.year)) {
            Remark remark = about(cell, "D06", Severity::warning);
            tell_wrong_date(remark, as_of, *noted, cell.year);
            out.add(view, std::move(remark));
        }
    }
}

void BaselineDates::add(const layout::Reading& added, std::size_t first) {
    const std::vector<plan::Measure>& measures = added.plan.measures;
    for (std::size_t m = 0; m < measures.size(); ++m) {
        for (std::size_t i = 0; i < measures[m].indicators.size(); ++i) {
            const plan::Indicator& indicator = measures[m].indicators[i];
            const std::optional<plan::Baseline>& baseline = indicator.baseline;
            if (!baseline || !baseline->year) {
                continue;
            }
            if (!own_year(baseline->value)) {
                ++votes_[*baseline->year];
            }
            if (is_entered(baseline->value)) {
                LaterPlace place = later_place(added, m, first, indicator.id + "/baseline");
                place.cell = view_of(added, m, i, {}).baseline->place;
                place.year = baseline->year;
                dated_.push_back({std::move(place),
                                  *baseline->year,
                                  baseline->value.raw,
                                  baseline->value.qualifiers.as_of});
            }
        }
    }
}

// What most baselines that carry no date of their own say.
std::optional<int> BaselineDates::heading() const {
    int all = 0;
    for (const auto& [year, count] : votes_) {
        all += count;
    }
    for (const auto& [year, count] : votes_) {
        if (2 * count > all) {
            return year;
        }
    }
    return std::nullopt;
}

void BaselineDates::finish(const layout::Reading& plan, Collector& out) const {
    const std::optional<int> year = heading();
    for (const Dated& each : dated_) {
        if (!year || is_of_year(each.as_of, each.year, *year)) {
            continue;
        }
        Remark remark{.rule = "D06",
                      .severity = Severity::warning,
                      .cell = each.place.cell,
                      .year = each.place.year,
                      .part = {},
                      .message = {},
                      .found = each.raw,
                      .expected = {}};
        tell_wrong_date(remark, each.as_of, each.year, *year);
        out.add(each.place.measure, each.place.key_id(plan), std::move(remark));
    }
}

}  // namespace shinchoku::check
