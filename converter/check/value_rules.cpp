#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "base/words.h"
#include "check/rules.h"

namespace shinchoku::check {
namespace {

using base::Decimal;
using base::Severity;

// What can only be counted in whole pieces.
constexpr std::array<std::string_view, 43> counted{
    "人",   "名",     "件",   "回",   "校",   "社",       "団体", "箇所", "か所",
    "カ所", "施設",   "世帯", "戸",   "台",   "冊",       "部",   "店",   "棟",
    "組",   "基",     "園",   "路線", "講座", "教室",     "事業", "項目", "イベント",
    "地区", "ページ", "本",   "枚",   "頭",   "羽",       "点",   "品目", "種類",
    "組織", "法人",   "企業", "区画", "便",   "アクセス", "PV"};
// Means are fractions of whole pieces.
constexpr std::array<std::string_view, 9> means{
    "平均", "当たり", "あたり", "1日", "一日", "延べ人日", "中央値", "換算", "人月"};
// Differences may be negative.
constexpr std::array<std::string_view, 5> differences{"増減", "超過", "差", "収支", "純増"};
// Shares of a whole lie between 0 and 100 …
constexpr std::array<std::string_view, 3> shares{"率", "割合", "度"};
constexpr std::array<std::string_view, 7> changes{"増", "減", "伸", "前年", "倍", "超過", "充足"};
// … but ratios to something else, and changes, do not.
constexpr std::array<std::string_view, 26> other_ratios{
    "増",     "減",   "伸",   "比",   "達成", "倍",   "指数", "上昇", "成長",
    "充足",   "改善", "超過", "進捗", "債務", "回収", "自給", "執行", "稼働",
    "利用率", "入所", "混雑", "利益", "収支", "負担", "回転", "充当"};

template <class Holds>
bool any_plan_figure(const IndicatorView& view, Holds holds) {
    const auto cell_holds = [&](const CellView& cell) {
        return cell.figure && holds(cell.figure->number);
    };
    return (view.baseline && cell_holds(*view.baseline)) ||
           std::any_of(view.targets.begin(), view.targets.end(), cell_holds);
}

bool outside_whole(const Decimal& number) {
    return number.sign() < 0 || number > Decimal(100);
}
bool is_fraction(const Decimal& number) {
    return number != number.rounded(0);
}
bool is_below_zero(const Decimal& number) {
    return number.sign() < 0;
}

// 割合 is always a share of something, whatever it counts; the other words may be a ratio.
bool is_share(const IndicatorView& view) {
    const std::string& name = view.indicator.name;
    const bool is_of_whole =
        name.find("割合") != std::string::npos && !base::contains_any(name, changes);
    return (is_of_whole ||
            (base::contains_any(name, shares) && !base::contains_any(name, other_ratios))) &&
           !any_plan_figure(view, outside_whole);
}

Remark impossible(const CellView& cell, std::string ja, std::string en) {
    Remark remark = about(cell, "N04", Severity::error);
    remark.message = {"実績「" + cell.value->raw + "」は" + std::move(ja),
                      "The actual " + cell.value->raw + " " + std::move(en)};
    return remark;
}

// Plans print their goals round, 80%, beside a baseline of 73.4%: an actual as exact as that is no
// fault.
bool is_round_beside(const plan::Number& target, const plan::Number& actual, const CellView* from) {
    const auto* baseline = from == nullptr ? nullptr : from->value->as<plan::Number>();
    return target.form.decimals == 0 && target.number == target.number.rounded(-1) &&
           baseline != nullptr && baseline->form.scale == actual.form.scale &&
           baseline->form.decimals >= actual.form.decimals;
}

}  // namespace

void impossible_values(const IndicatorView& view, Collector& out) {
    const bool share = is_share(view);
    const bool whole_pieces =
        !base::contains_any(view.indicator.name, means) && !any_plan_figure(view, is_fraction);
    const bool never_negative = !base::contains_any(view.indicator.name, differences) &&
                                !any_plan_figure(view, is_below_zero);
    for (const CellView& cell : view.actuals) {
        if (!cell.figure) {
            continue;
        }
        const calc::Figure& figure = *cell.figure;
        const bool is_count =
            std::find(counted.begin(), counted.end(), figure.unit) != counted.end();
        if (figure.unit == "%" && share && outside_whole(figure.number)) {
            out.add(view,
                    impossible(cell,
                               "割合の0～100%の外にあります。",
                               "lies outside the 0 to 100% of a share."));
        } else if (is_count && never_negative && is_below_zero(figure.number)) {
            out.add(
                view,
                impossible(
                    cell, "数えるものなのに負の値です。", "is negative, though it counts things."));
        } else if (is_count && whole_pieces && is_fraction(figure.number)) {
            out.add(view,
                    impossible(cell,
                               "数えるものなのに端数があります。",
                               "has a fraction, though it counts whole things."));
        }
    }
}

void decimals_of_actuals(const IndicatorView& view, Collector& out) {
    for (const CellView& actual : view.actuals) {
        const CellView* target = target_in_force(view, actual.year);
        const auto* a = actual.value->as<plan::Number>();
        const auto* t = target == nullptr ? nullptr : target->value->as<plan::Number>();
        if (a == nullptr || t == nullptr || a->form.scale != t->form.scale ||
            calc::units_differ(*actual.figure, *target->figure)) {
            continue;
        }
        const int fewer = t->form.decimals - a->form.decimals;
        if (fewer == 0 || is_round_beside(*t, *a, view.baseline ? &*view.baseline : nullptr)) {
            continue;
        }
        Remark remark = about(actual, "N05", fewer == 1 ? Severity::info : Severity::warning);
        const std::string& goal = target->value->raw;
        remark.message.ja = "実績の小数は" + std::to_string(a->form.decimals);
        remark.message.ja += "桁、目標は" + std::to_string(t->form.decimals);
        remark.message.ja += "桁です（目標 " + goal + "）。";
        remark.message.en = "The actual has " + std::to_string(a->form.decimals);
        remark.message.en += " decimals, the target " + std::to_string(t->form.decimals);
        remark.message.en += " (" + goal + ").";
        remark.expected = goal;
        out.add(view, std::move(remark));
    }
}

}  // namespace shinchoku::check
