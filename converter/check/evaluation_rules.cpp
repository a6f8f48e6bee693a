#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "base/words.h"
#include "calc/grade.h"
#include "calc/target.h"
#include "check/rules.h"
#include "check/texts.h"

namespace shinchoku::check {
namespace {

using base::Severity;

constexpr std::array<std::string_view, 6> not_done{
    "未実施", "未着手", "実施できな", "着手できな", "実施しなかった", "取り組めな"};

// Not where it was so before, or is so no more: 前年度に未着手であった…, 未実施の地区はなくなり.
bool says_not_done(std::string_view text) {
    constexpr std::array<std::string_view, 6> otherwise{
        "前年", "昨年", "なくな", "なし", "解消", "にも"};
    return base::contains_any(text, not_done) && !base::contains_any(text, otherwise);
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

Remark remark_at(const layout::YearPlaces* cells, const plan::Evaluation& evaluation) {
    const layout::YearPlaces none;
    const layout::YearPlaces& at = cells == nullptr ? none : *cells;
    return {.rule = "A07",
            .severity = Severity::warning,
            .cell = at.reason ? at.reason : at.grade,
            .year = evaluation.year,
            .part = {},
            .message = {},
            .found = evaluation.grade,
            .expected = {}};
}

constexpr std::array<std::string_view, 5> finished{
    "完了", "完了済", "完了済み", "事業完了", "取組完了"};

// 完了, also as the first sentence or word of what comes next; 完了に向けて is not yet.
bool says_finished(std::string_view text) {
    const std::string_view words = base::trim(text);
    return std::any_of(finished.begin(), finished.end(), [&](std::string_view word) {
        const std::string_view rest =
            words.starts_with(word) ? words.substr(word.size()) : std::string_view("?");
        return rest.empty() || rest.starts_with("。") || rest.starts_with("\n") ||
               rest.starts_with("した") || rest.starts_with("（") || rest.starts_with("、");
    });
}

bool is_low(const calc::Scheme& scheme, std::string_view grade) {
    const std::optional<std::size_t> rank = calc::rank_of(scheme, grade);
    return rank && scheme.basis != calc::Basis::person && *rank >= scheme.grades.size() / 2;
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

// The actual says that the work is done, and the next year asks for more of it.
bool finished_too_early(const plan::Indicator& indicator, const plan::YearEntry& entry) {
    const plan::YearEntry* next = calc::find_year(indicator, entry.year + 1);
    return std::find(finished.begin(), finished.end(), base::trim(entry.actual.raw)) !=
               finished.end() &&
           next != nullptr && !next->target.is<plan::Blank>() && !next->target.is<plan::None>() &&
           !next->target.is<plan::Continue>();
}

}  // namespace

void finished_actuals(const IndicatorView& view, Collector& out) {
    for (const plan::YearEntry& entry : view.indicator.years) {
        if (!finished_too_early(view.indicator, entry)) {
            continue;
        }
        const CellView* actual = find_year(view.actuals, entry.year);
        Remark remark{.rule = "A07", .severity = Severity::warning, .year = entry.year};
        remark.cell = actual == nullptr ? std::nullopt : actual->place;
        if (view.places != nullptr) {
            for (const layout::YearPlaces& places : view.places->years) {
                if (places.year == entry.year && (places.reason || places.grade)) {
                    remark.cell = places.reason ? places.reason : places.grade;
                }
            }
        }
        remark.found = entry.actual.raw;
        remark.message = {"実績は「" + entry.actual.raw + "」ですが、次の年度にも目標があります。",
                          "The actual says " + entry.actual.raw +
                              " (completed), but the next year has a target."};
        out.add(view, std::move(remark));
    }
}

void evaluation_texts(const layout::Reading& reading, const calc::Scheme& scheme, Collector& out) {
    const std::vector<plan::Measure>& measures = reading.plan.measures;
    for (std::size_t m = 0; m < measures.size(); ++m) {
        for (const plan::Evaluation& evaluation : measures[m].evaluations) {
            Remark remark = remark_at(
                year_places(reading, m, evaluation.indicator, evaluation.year), evaluation);
            const std::string& grade = evaluation.grade;
            if (is_low(scheme, grade) && evaluation.reason.empty() && evaluation.next.empty()) {
                remark.message = {"評価が" + grade + "ですが、理由も今後の対応も書かれていません。",
                                  "The grade is " + grade + " without a reason or a remedy."};
            } else if (is_best(scheme, grade) && year_says_not_done(measures[m], evaluation)) {
                remark.message = {"評価が" + grade + "ですが、実施できなかったと書かれています。",
                                  "The grade is " + grade + ", yet the text says it was not done."};
            } else if (evaluation.year && says_finished(evaluation.next) &&
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
