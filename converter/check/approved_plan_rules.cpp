#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "calc/target.h"
#include "check/rules.h"
#include "layout/comparison.h"

namespace shinchoku::check {
namespace {

using base::Severity;

const plan::Indicator* approved_indicator(const plan::Plan& master, const IndicatorView& view) {
    for (const plan::Measure& measure : master.measures) {
        if (measure.id != view.measure.id) {
            continue;
        }
        for (const plan::Indicator& indicator : measure.indicators) {
            if (indicator.id == view.indicator.id) {
                return &indicator;
            }
        }
    }
    return nullptr;
}

// What a value says, however it is spelt: numbers by their amount, words without widths and spaces.
bool says_the_same(const plan::Value& a, const plan::Value& b) {
    if (a.content == b.content) {
        return true;
    }
    const auto left = calc::figure_of(a);
    const auto right = calc::figure_of(b);
    if (left && right && a.content.index() == b.content.index()) {
        return left->number == right->number && !calc::units_differ(*left, *right);
    }
    return base::trim(base::fold_width(a.raw)) == base::trim(base::fold_width(b.raw));
}

bool has_reason_for_change(const plan::Indicator& indicator, int year) {
    const plan::YearEntry* entry = calc::find_year(indicator, year);
    return (entry != nullptr && !entry->note.empty()) || !indicator.note.empty() ||
           std::any_of(indicator.revisions.begin(),
                       indicator.revisions.end(),
                       [&](const plan::Revision& revision) {
                           return revision.target_year == year && !revision.reason.empty();
                       });
}

void compare_with_approved(const IndicatorView& view,
                           const CellView& cell,
                           const plan::Value& approved,
                           std::string_view what_ja,
                           std::string_view what_en,
                           Collector& out) {
    if (approved.is<plan::Blank>() || says_the_same(approved, *cell.value)) {
        return;
    }
    Remark remark = about(cell, "T13", Severity::error);
    remark.expected = approved.raw;
    remark.message = {std::string(what_ja) + "が計画の「" + approved.raw + "」から「" +
                          cell.value->raw + "」に変わっていますが、変更理由がありません。",
                      "The " + std::string(what_en) + " was changed from the approved " +
                          approved.raw + " to " + cell.value->raw + " without a reason."};
    out.add(view, std::move(remark));
}

void compare_definition(const IndicatorView& view,
                        const plan::Indicator& approved,
                        Collector& out) {
    const std::string& now = view.indicator.name;
    if (approved.name.empty() || !view.indicator.note.empty() ||
        layout::comparison_form(now) == layout::comparison_form(approved.name)) {
        return;
    }
    Remark remark{.rule = "T13", .severity = Severity::error, .part = "name"};
    remark.cell =
        view.places != nullptr && view.places->name ? view.places->name : view.row_place();
    remark.found = now;
    remark.expected = approved.name;
    remark.message = {"指標の定義が計画の「" + approved.name + "」から「" + now +
                          "」に変わっていますが、変更理由がありません。",
                      "The definition was changed from the approved " + approved.name + " to " +
                          now + " without a reason."};
    out.add(view, std::move(remark));
}

}  // namespace

void changed_targets(const IndicatorView& view, const layout::Reading* master, Collector& out) {
    // Titles and numbers were held against the master when the sheet was read: one whose number was
    // only counted is none of its measures.
    const bool is_counted = view.measure_places != nullptr && view.measure_places->id_from_position;
    const plan::Indicator* approved =
        master == nullptr || is_counted ? nullptr : approved_indicator(master->plan, view);
    if (approved == nullptr) {
        return;
    }
    compare_definition(view, *approved, out);
    for (const CellView& cell : view.targets) {
        const plan::YearEntry* entry = calc::find_year(*approved, cell.year);
        if (entry != nullptr && !has_reason_for_change(view.indicator, cell.year)) {
            compare_with_approved(view, cell, entry->target, "目標", "target", out);
        }
    }
    if (approved->baseline && view.baseline && view.indicator.note.empty()) {
        compare_with_approved(
            view, *view.baseline, approved->baseline->value, "基準値", "baseline", out);
    }
}

}  // namespace shinchoku::check
