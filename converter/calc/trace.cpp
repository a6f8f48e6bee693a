#include "calc/trace.h"

#include <algorithm>
#include <array>
#include <string>

namespace shinchoku::calc {
namespace {

using base::Text;

Text operator+(Text a, const Text& b) {
    a.ja += b.ja;
    a.en += b.en;
    return a;
}

Text same(const std::string& text) {
    return {text, text};
}

// Writes figures as the sheet shows them, or all in base units where their scales differ, so that
// the arithmetic shown is the arithmetic done.
class Writer {
public:
    explicit Writer(const Workings& w) : w_(w) {
        const std::array<const std::optional<Figure>*, 4> used{
            &w.actual, &w.baseline, &w.final_target, &w.compared_with};
        const bool has_number =
            w.target.kind == Target::Kind::number || w.target.kind == Target::Kind::limit;
        const Figure* first = has_number ? &w.target.figure : nullptr;
        for (const auto* figure : used) {
            if (!*figure) {
                continue;
            }
            if (first != nullptr && first->unit_power != (*figure)->unit_power) {
                in_base_units_ = true;
            }
            first = &**figure;
        }
    }

    [[nodiscard]] Text actual() const { return named("実績", "actual ", *w_.actual); }
    [[nodiscard]] Text target() const { return named("目標", "target ", w_.target.figure); }
    [[nodiscard]] Text baseline() const { return named("基準値", "baseline ", *w_.baseline); }
    [[nodiscard]] Text final_target() const {
        return named("最終目標", "final target ", *w_.final_target);
    }
    [[nodiscard]] Text before() const {
        return w_.baseline ? baseline() : named("前回の実績", "earlier actual ", *w_.compared_with);
    }
    [[nodiscard]] std::string number(const Figure& figure) const {
        return in_base_units_ ? grouped(figure.number, 0) : print(figure);
    }
    // A bound's number, in the scale of its target.
    [[nodiscard]] std::string limit_number(const base::Decimal& limit) const {
        const Figure& figure = w_.target.figure;
        return in_base_units_ ? grouped(limit, 0)
                              : grouped(limit.shifted(-figure.unit_power), figure.decimals);
    }

private:
    [[nodiscard]] Text named(std::string_view ja, std::string_view en, const Figure& figure) const {
        const std::string shown = number(figure);
        const std::string bracketed = figure.number.sign() < 0 ? "(" + shown + ")" : shown;
        return {std::string(ja) + " " + bracketed, std::string(en) + bracketed};
    }

    const Workings& w_;
    bool in_base_units_ = false;
};

std::string percent(const RatePercent& rate) {
    return rate.rounded(1).to_fixed(1) + "%";
}

Text ratio(const Workings& w, const Writer& write) {
    if (w.method == Method::progress) {
        return same("(") + write.actual() + same(" − ") + write.baseline() + same(") ÷ (") +
               write.target() + same(" − ") + write.baseline() + same(")");
    }
    if (w.method == Method::pace) {
        return same("(") + write.actual() + same(" − ") + write.baseline() + same(") ÷ ((") +
               write.final_target() + same(" − ") + write.baseline() + same(") × ") +
               same(std::to_string(w.year_number) + "/" + std::to_string(w.year_count) + ")");
    }
    if (w.method == Method::mirror || (w.method == Method::keep && w.lower_is_better)) {
        return same("(2 − ") + write.actual() + same(" ÷ ") + write.target() + same(")");
    }
    if (w.method == Method::inverse || (w.method == Method::cumulative && w.lower_is_better)) {
        return write.target() + same(" ÷ ") + write.actual();
    }
    return write.actual() + same(" ÷ ") + write.target();
}

Text bounds(const Limit& limit, const Writer& write) {
    Text text;
    if (limit.low) {
        const std::string number = write.limit_number(limit.low->number);
        text = {number + (limit.low->strict ? "超" : "以上"),
                (limit.low->strict ? "above " : "at least ") + number};
    }
    if (limit.high) {
        const std::string number = write.limit_number(limit.high->number);
        const std::string joint = limit.low ? " and " : "";
        text = text + Text{number + (limit.high->strict ? "未満" : "以下"),
                           joint + (limit.high->strict ? "below " : "at most ") + number};
    }
    return text;
}

Text limit_trace(const Workings& w, const Writer& write) {
    const Text asked = bounds(w.target.limit, write);
    Text text = write.actual();
    if (w.status == Status::met) {
        return text + Text{" は目標「" + asked.ja + "」を満たすため 100%",
                           " keeps to the target (" + asked.en + "): 100%"};
    }
    text = text +
           Text{" は目標「" + asked.ja + "」を満たさない", " breaks the target (" + asked.en + ")"};
    if (!w.rate) {
        return text;
    }
    const auto& [low, high] = w.target.limit;
    const bool too_high = high && w.actual->number >= high->number;
    const std::string bound = write.limit_number(too_high ? high->number : low->number);
    const std::string actual = write.number(*w.actual);
    return text + same(": " + (too_high ? bound + " ÷ " + actual : actual + " ÷ " + bound) +
                       " × 100 = " + percent(*w.rate));
}

Text trend_trace(const Workings& w, const Writer& write) {
    const Text result =
        w.status == Status::met
            ? Text{"目標の向きに動いた（または維持した）ため 100%",
                   "moved (or stayed) as the target says: 100%"}
            : Text{"目標の向きに動いていないため 0%", "did not move as the target says: 0%"};
    return write.before() + same(" → ") + write.actual() + same(": ") + result;
}

Text verdict(const Workings& w, const Writer& write) {
    if (w.method == Method::pace) {
        return w.status == Status::met
                   ? Text{"最終目標までの直線に届いています", "on the line to the final target"}
                   : Text{"最終目標までの直線に届いていません",
                          "behind the line to the final target"};
    }
    const Text compared = write.actual() + Text{" は ", " against "} + write.target();
    return compared +
           (w.status == Status::met ? Text{" を達成", ": met"} : Text{" に未達", ": missed"});
}

}  // namespace

Text trace_of(const Workings& w) {
    const Writer write(w);
    if (w.method == Method::limit) {
        const Text text = limit_trace(w, write);
        return w.undefined ? text + same(": ") + text_of(*w.undefined) : text;
    }
    if (w.method == Method::trend) {
        return trend_trace(w, write);
    }
    if (w.undefined) {
        return verdict(w, write) + Text{"。達成率なし: ", "; no rate: "} + text_of(*w.undefined);
    }
    if (w.method == Method::keep && w.status == Status::met) {
        return write.actual() + Text{" は ", " keeps "} + write.target() +
               Text{" を維持しているため 100%", ": 100%"};
    }
    if (w.method == Method::keep && w.on_good_side) {
        return write.actual() + Text{" は ", " is on the good side of "} + write.target() +
               Text{" のよい側にあるため 100%。目標の条件は満たさない",
                    ": 100%; the bound itself is not kept"};
    }
    if (w.method == Method::keep && w.within_tolerance) {
        return write.actual() + Text{" と ", " is as near "} + write.target() +
               Text{" の差は許容差の内のため 100%", " as the tolerance allows: 100%"};
    }
    Text text = ratio(w, write) + same(" × 100 = " + percent(*w.rate));
    if (w.summed_years > 1) {
        const std::string years = std::to_string(w.summed_years);
        text = text + Text{"（実績は" + years + "年分の合計）",
                           " (the actual is the sum of " + years + " years)"};
    }
    return text;
}

}  // namespace shinchoku::calc
