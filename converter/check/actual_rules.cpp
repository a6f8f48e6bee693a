#include <algorithm>
#include <string>
#include <utility>

#include "calc/target.h"
#include "check/rules.h"

namespace shinchoku::check {
namespace {

using base::Severity;

bool stands(const CellView* target) {
    return target != nullptr && !target->value->is<plan::Blank>() &&
           !target->value->is<plan::None>();
}

// Anything the department wrote about that year beside the value.
bool has_reason(const IndicatorView& view, const CellView& actual) {
    if (actual.value->remark || actual.value->footnote) {
        return true;
    }
    const plan::YearEntry* entry = calc::find_year(view.indicator, actual.year);
    if (entry != nullptr && !entry->note.empty()) {
        return true;
    }
    const auto& evaluations = view.measure.evaluations;
    return std::any_of(evaluations.begin(), evaluations.end(), [&](const plan::Evaluation& e) {
        return (!e.indicator || *e.indicator == view.indicator.id) &&
               (!e.year || *e.year == actual.year) && !e.reason.empty();
    });
}

}  // namespace

void missing_actuals(const IndicatorView& view, const plan::Date& as_of, Collector& out) {
    for (const CellView& actual : view.actuals) {
        const bool has_cell = view.places == nullptr || actual.place;
        if (!has_cell || plan::year_state(actual.year, as_of) != plan::YearState::closed) {
            continue;
        }
        const CellView* target = target_in_force(view, actual.year);
        if (!stands(target)) {
            continue;
        }
        if (actual.value->is<plan::Blank>()) {
            Remark remark = about(actual, "A01", Severity::error);
            remark.message = {
                year_ja(actual.year) + "の実績が未入力です（目標 " + target->value->raw + "）。",
                "The actual of " + year_en(actual.year) + " is missing (target " +
                    target->value->raw + ")."};
            out.add(view, std::move(remark));
        } else if (actual.value->is<plan::None>() && !has_reason(view, actual)) {
            Remark remark = about(actual, "A01", Severity::warning);
            remark.message = {year_ja(actual.year) + "の実績が「" + actual.value->raw +
                                  "」ですが、理由が書かれていません（目標 " + target->value->raw +
                                  "）。",
                              "The actual of " + year_en(actual.year) + " is " + actual.value->raw +
                                  " without a reason (target " + target->value->raw + ")."};
            out.add(view, std::move(remark));
        }
    }
}

}  // namespace shinchoku::check
