#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "base/words.h"
#include "check/rules.h"

namespace shinchoku::check {
namespace {

using base::Severity;

// Of these less is better, whoever prints them; a rising target means a ceiling and should say so.
constexpr std::array<std::string_view, 10> less_is_better{"公債費比率",
                                                          "将来負担比率",
                                                          "経常収支比率",
                                                          "収入未済",
                                                          "滞納",
                                                          "事故件数",
                                                          "火災件数",
                                                          "犯罪",
                                                          "離職率",
                                                          "待機児童"};

template <class Condition>
const CellView* last_target(const IndicatorView& view, const Condition& holds) {
    const auto last = std::find_if(view.targets.rbegin(), view.targets.rend(), holds);
    return last == view.targets.rend() ? nullptr : &*last;
}

const CellView* last_with_number(const IndicatorView& view) {
    return last_target(view, [](const CellView& cell) { return cell.value->is<plan::Number>(); });
}

bool says_to_keep(const IndicatorView& view) {
    return view.indicator.direction_from == plan::DirectionFrom::stated ||
           std::any_of(view.targets.begin(), view.targets.end(), [](const CellView& cell) {
               return cell.value->is<plan::TrendWord>();
           });
}

bool is_comparable(const CellView& a, const CellView& b) {
    return a.figure && b.figure && !calc::units_differ(*a.figure, *b.figure);
}

Remark on_target(const CellView& cell, std::string_view rule, Severity severity) {
    Remark remark = about(cell, rule, severity);
    remark.part = {};
    return remark;
}

}  // namespace

void contradicted_direction(const IndicatorView& view, Collector& out) {
    // What a change is printed with tells the way too, as it does where directions are settled.
    const CellView* last =
        last_target(view, [](const CellView& cell) { return cell.figure.has_value(); });
    if (view.indicator.direction != plan::Direction::unknown ||
        view.indicator.direction_from != plan::DirectionFrom::stated || last == nullptr) {
        return;
    }
    Remark remark = on_target(*last, "T04", Severity::warning);
    if (view.places != nullptr && view.places->direction) {
        remark.cell = view.places->direction;
    }
    const std::string from = view.baseline ? view.baseline->value->raw : "";
    remark.message = {"書かれた方向と、" +
                          (from.empty() ? std::string() : "基準値 " + from + " から") + "目標 " +
                          last->value->raw + " への動きが合いません。",
                      "The stated direction does not fit the way " +
                          (from.empty() ? std::string() : "from " + from + " ") + "to the target " +
                          last->value->raw + "."};
    out.add(view, std::move(remark));
}

void rising_where_less_is_better(const IndicatorView& view, Collector& out) {
    const CellView* last = last_with_number(view);
    if (last == nullptr || !view.baseline || view.indicator.direction != plan::Direction::up ||
        view.indicator.direction_from == plan::DirectionFrom::stated ||
        !is_comparable(*view.baseline, *last) ||
        last->figure->number <= view.baseline->figure->number ||
        !base::contains_any(view.indicator.name, less_is_better)) {
        return;
    }
    Remark remark = on_target(*last, "T04", Severity::warning);
    remark.expected = last->value->raw + "以下";
    remark.message = {"低いほどよい指標なのに、目標 " + last->value->raw + " が基準値 " +
                          view.baseline->value->raw + " より高くなっています。",
                      "Less is better here, yet the target " + last->value->raw +
                          " lies above the baseline " + view.baseline->value->raw + "."};
    out.add(view, std::move(remark));
}

void target_equals_baseline(const IndicatorView& view, Collector& out) {
    const CellView* last = last_with_number(view);
    if (last == nullptr || !view.baseline || !view.baseline->value->is<plan::Number>() ||
        !is_comparable(*last, *view.baseline) ||
        last->figure->number != view.baseline->figure->number || says_to_keep(view)) {
        return;
    }
    Remark remark = on_target(*last, "T05", Severity::warning);
    remark.message = {
        "目標が基準値と同じ（" + last->value->raw + "）ですが、「維持」と書かれていません。",
        "The target equals the baseline (" + last->value->raw + "), but nothing says to keep it."};
    out.add(view, std::move(remark));
}

void impossible_methods(const IndicatorView& view, const MethodOptions& options, Collector& out) {
    const std::string method = view.indicator.method.value_or(options.layout_method);
    for (const CellView& target : view.targets) {
        if (method == "simple" && target.value->is<plan::Number>() &&
            target.figure->number.is_zero()) {
            Remark remark = on_target(target, "T07", Severity::error);
            remark.message = {"目標が0なのに、計算方法が「実績÷目標」（simple）です。",
                              "The target is 0 and the method is actual / target (simple)."};
            out.add(view, std::move(remark));
        }
    }
    const CellView* last = last_with_number(view);
    if (!options.by_growth || last == nullptr || !view.baseline || !view.baseline->figure ||
        view.baseline->figure->number.sign() * last->figure->number.sign() >= 0) {
        return;
    }
    Remark remark = on_target(*last, "T07", Severity::error);
    remark.message = {"基準値（" + view.baseline->value->raw + "）と目標（" + last->value->raw +
                          "）の正負が逆で、伸び率では評価できません。",
                      "The baseline (" + view.baseline->value->raw + ") and the target (" +
                          last->value->raw + ") have opposite signs: growth cannot be graded."};
    out.add(view, std::move(remark));
}

void direction_without_number(const IndicatorView& view, Collector& out) {
    for (const CellView& target : view.targets) {
        const auto* trend = target.value->as<plan::TrendWord>();
        if (trend == nullptr || trend->trend == plan::Trend::keep) {
            continue;
        }
        Remark remark = on_target(target, "T10", Severity::warning);
        remark.message = {
            "目標「" + target.value->raw + "」に数値がありません。基準値との増減だけで判定します。",
            "The target " + target.value->raw +
                " has no figure; only the change from the baseline is judged."};
        out.add(view, std::move(remark));
        return;
    }
}

}  // namespace shinchoku::check
