#include <map>
#include <optional>
#include <string>
#include <utility>

#include "check/rules.h"

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

Remark wrong_date(const CellView& cell, int noted, int heading) {
    Remark remark = about(cell, "D06", Severity::warning);
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
        if (noted && *noted != cell.year) {
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
            if (!baseline || !baseline->year || *baseline->year == *heading ||
                !is_entered(baseline->value)) {
                continue;
            }
            const IndicatorView view = view_of(reading, m, i, {});
            out.add(view, wrong_date(*view.baseline, *baseline->year, *heading));
        }
    }
}

}  // namespace shinchoku::check
