#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "calc/grade.h"
#include "calc/target.h"
#include "check/rules.h"

namespace shinchoku::check {
namespace {

using base::Severity;

constexpr std::array<std::string_view, 6> not_done{
    "未実施", "未着手", "実施できな", "着手できな", "実施しなかった", "取り組めな"};

bool says_not_done(std::string_view text) {
    return std::any_of(not_done.begin(), not_done.end(), [&](std::string_view words) {
        return text.find(words) != std::string_view::npos;
    });
}

// Everything the department wrote of a year: the value, the notes, the reason.
bool year_says_not_done(const plan::Measure& measure, const plan::Evaluation& evaluation) {
    if (says_not_done(evaluation.reason)) {
        return true;
    }
    for (const plan::Indicator& indicator : measure.indicators) {
        if (evaluation.indicator && *evaluation.indicator != indicator.id) {
            continue;
        }
        const plan::YearEntry* entry =
            evaluation.year ? calc::find_year(indicator, *evaluation.year) : nullptr;
        if (entry != nullptr && (says_not_done(entry->actual.raw) || says_not_done(entry->note))) {
            return true;
        }
    }
    return false;
}

struct Cells {
    std::optional<base::CellRef> grade;
    std::optional<base::CellRef> reason;
};

// Where grade and reason stand: of the indicator meant, else of the whole measure.
Cells cells_of(const layout::Reading& reading,
               std::size_t measure_index,
               const plan::Evaluation& evaluation) {
    if (measure_index >= reading.places.size()) {
        return {};
    }
    const layout::MeasurePlaces& places = reading.places[measure_index];
    const auto in = [&](const std::vector<layout::YearPlaces>& years) {
        const layout::YearPlaces* found = layout::find_year(years, evaluation.year.value_or(0));
        return found == nullptr ? Cells{} : Cells{found->grade, found->reason};
    };
    if (!evaluation.indicator) {
        return in(places.years);
    }
    const auto& indicators = reading.plan.measures[measure_index].indicators;
    for (std::size_t i = 0; i < std::min(places.indicators.size(), indicators.size()); ++i) {
        if (*evaluation.indicator == indicators[i].id) {
            return in(places.indicators[i].years);
        }
    }
    return {};
}

Remark remark_at(const Cells& cells, const plan::Evaluation& evaluation) {
    return {.rule = "A07",
            .severity = Severity::warning,
            .cell = cells.reason ? cells.reason : cells.grade,
            .year = evaluation.year,
            .part = {},
            .message = {},
            .found = evaluation.grade,
            .expected = {}};
}

bool is_low(const calc::Scheme& scheme, std::string_view grade) {
    const std::optional<std::size_t> rank = calc::rank_of(scheme, grade);
    return rank && scheme.basis != calc::Basis::person && *rank >= 2;
}

bool is_best(const calc::Scheme& scheme, std::string_view grade) {
    return calc::rank_of(scheme, grade) == std::size_t{0};
}

bool ends_next_year(const plan::Measure& measure, int year) {
    return std::all_of(
        measure.indicators.begin(), measure.indicators.end(), [&](const plan::Indicator& each) {
            const plan::YearEntry* next = calc::find_year(each, year + 1);
            return next == nullptr || next->target.is<plan::Blank>() ||
                   next->target.is<plan::None>() || next->target.is<plan::Continue>();
        });
}

}  // namespace

void evaluation_texts(const layout::Reading& reading, const calc::Scheme& scheme, Collector& out) {
    const std::vector<plan::Measure>& measures = reading.plan.measures;
    for (std::size_t m = 0; m < measures.size(); ++m) {
        for (const plan::Evaluation& evaluation : measures[m].evaluations) {
            Remark remark = remark_at(cells_of(reading, m, evaluation), evaluation);
            const std::string& grade = evaluation.grade;
            if (is_low(scheme, grade) && evaluation.reason.empty() && evaluation.next.empty()) {
                remark.message = {"評価が" + grade + "ですが、理由も今後の対応も書かれていません。",
                                  "The grade is " + grade + " without a reason or a remedy."};
            } else if (is_best(scheme, grade) && year_says_not_done(measures[m], evaluation)) {
                remark.message = {"評価が" + grade + "ですが、実施できなかったと書かれています。",
                                  "The grade is " + grade + ", yet the text says it was not done."};
            } else if (evaluation.year && evaluation.next.starts_with("完了") &&
                       !ends_next_year(measures[m], *evaluation.year)) {
                remark.message = {"「完了」とありますが、次の年度にも目標があります。",
                                  "It says completed, but the next year has a target."};
            } else {
                continue;
            }
            out.add(m, evaluation.indicator.value_or(measures[m].id), std::move(remark));
        }
    }
}

}  // namespace shinchoku::check
