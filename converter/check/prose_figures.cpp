#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "base/words.h"
#include "calc/only_unit.h"
#include "check/goal_sentence.h"
#include "check/rules.h"
#include "check/texts.h"

namespace shinchoku::check {
namespace {

using base::Decimal;
using base::Severity;

// What a row holds: its own figures and the rates that they give.
struct RowFigures {
    std::vector<calc::Figure> figures;
    std::optional<calc::Figure> actual;  // of the year the text is about
    std::optional<calc::Figure> target;
    std::vector<Decimal> rates;
};

void add_figure(const std::optional<calc::Figure>& figure,
                const std::string& unit,
                RowFigures& row) {
    if (figure) {
        row.figures.push_back(*figure);
        row.figures.back().unit = unit;
    }
}

// In per cent, with more digits than anybody prints.
std::optional<Decimal> rate_of(const calc::Figure& actual, const calc::Figure& target) {
    constexpr int enough = 6;
    if (target.number.is_zero()) {
        return std::nullopt;
    }
    return base::divide(actual.number.shifted(2), target.number, enough);
}

RowFigures figures_of(const IndicatorView& view, int year, const std::string& unit) {
    RowFigures row;
    for (const std::vector<CellView>* cells : {&view.targets, &view.actuals}) {
        for (const CellView& cell : *cells) {
            add_figure(cell.figure, unit, row);
        }
    }
    if (view.baseline) {
        add_figure(view.baseline->figure, unit, row);
    }
    const CellView* actual = find_year(view.actuals, year);
    const CellView* target = target_in_force(view, year);
    if (actual != nullptr) {
        row.actual = actual->figure;
    }
    if (target != nullptr) {
        row.target = target->figure;
    }
    for (const calc::Figure& other : row.figures) {
        if (row.actual) {
            if (const auto rate = rate_of(*row.actual, other)) {
                row.rates.push_back(*rate);
            }
        }
    }
    for (const plan::Evaluation& each : view.measure.evaluations) {
        if (each.rate_percent) {
            row.rates.push_back(*each.rate_percent);
        }
    }
    return row;
}

// Equal, or the other one rounded to what is printed.
bool says(const Decimal& written, const Decimal& exact, int decimals) {
    return written == exact || exact.rounded(decimals) == written;
}

bool is_of_row(const GoalFigure& written, const RowFigures& row, bool percent) {
    const auto fits = [&](const Decimal& exact) {
        return says(written.number, exact, written.decimals);
    };
    return std::any_of(row.figures.begin(),
                       row.figures.end(),
                       [&](const calc::Figure& figure) { return fits(figure.number); }) ||
           std::any_of(row.figures.begin(),
                       row.figures.end(),
                       [&](const calc::Figure& figure) {
                           // The change since, too.
                           return row.actual && fits((row.actual->number - figure.number).abs());
                       }) ||
           (percent && std::any_of(row.rates.begin(), row.rates.end(), fits));
}

std::string digits_of(const Decimal& number) {
    std::string digits;
    for (const char c : number.abs().to_string()) {
        if (base::is_digit(c) && (!digits.empty() || c != '0')) {
            digits += c;
        }
    }
    return digits;
}

// One digit too many, too few or another, or two that changed places, of at least three.
bool is_slip_of(const std::string& a, const std::string& b) {
    constexpr std::size_t enough_digits = 3;
    if (a.size() < enough_digits || b.size() < enough_digits) {
        return false;
    }
    std::size_t head = 0;
    while (head < std::min(a.size(), b.size()) && a[head] == b[head]) {
        ++head;
    }
    std::size_t tail = 0;
    while (tail < std::min(a.size(), b.size()) - head &&
           a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) {
        ++tail;
    }
    const std::size_t left = a.size() - head - tail;
    const std::size_t right = b.size() - head - tail;
    if (left <= 1 && right <= 1) {
        return true;
    }
    return left == 2 && right == 2 && a[head] == b[head + 1] && a[head + 1] == b[head];
}

// Near enough to be meant for the other one, and not near by chance. Where the words say that it
// is the row's figure, more may lie between.
bool is_meant_for(const Decimal& written, const calc::Figure& exact, bool percent, bool is_named) {
    if (written.sign() != exact.number.sign() || exact.number.is_zero()) {
        return false;
    }
    const double apart = std::abs(written.to_double() / exact.number.to_double() - 1);
    constexpr double near = 0.05;
    constexpr double near_percent = 0.005;  // percentages crowd below 100
    constexpr double near_named = 0.2;
    return (is_named && apart <= near_named) || (percent && apart <= near_percent) ||
           (apart <= near && is_slip_of(digits_of(written), digits_of(exact.number)));
}

// The sentence a figure stands in, without what follows the figure: what it is said of.
std::string_view said_of(std::string_view folded, std::string_view figure) {
    const std::size_t at = folded.find(figure);
    const std::string_view before = folded.substr(0, at == folded.npos ? 0 : at);
    const std::size_t stop = before.find_last_of('\n');
    const std::size_t sentence = before.rfind("。");
    const std::size_t clause = before.rfind("、");
    std::size_t from = 0;
    for (const auto& [place, size] : {std::pair(stop, std::size_t{1}),
                                      std::pair(sentence, std::size_t{3}),
                                      std::pair(clause, std::size_t{3})}) {
        if (place != before.npos) {
            from = std::max(from, place + size);
        }
    }
    return before.substr(from);
}

// A part, another time, another place: no statement on the row's figure of this year.
bool is_about_something_else(std::string_view said) {
    return base::contains_any(said,
                              {"うち",   "前年",   "昨年", "前回", "前々年", "例年", "目標", "来年",
                               "次年",   "翌年",   "全国", "県",   "国の",   "平均", "他市", "類似",
                               "現年度", "過年度", "見込", "予定", "当初",   "過去"});
}

// The words name the row: its name without what stands in brackets, or 実績.
bool names_row(std::string_view said, const plan::Indicator& indicator) {
    const std::string name = base::fold_width(indicator.name);
    const std::string_view stem = base::trim(std::string_view(name).substr(0, name.find('(')));
    constexpr std::size_t shortest_stem = 3;
    return said.find("実績") != said.npos ||
           (base::count_code_points(stem) >= shortest_stem && said.find(stem) != said.npos);
}

struct ProseText {
    std::string key;
    std::string_view text;
    std::optional<base::CellRef> place;
};

void check_prose(const IndicatorView& view,
                 int year,
                 const ProseText& prose,
                 const std::string& unit,
                 Collector& out) {
    const RowFigures row = figures_of(view, year, unit);
    if (!row.actual) {
        return;
    }
    const bool percent = unit == "%";
    const std::string folded = base::fold_width(prose.text);
    for (const GoalSentence& sentence : read_goal(prose.text, unit)) {
        const bool other_year =
            !sentence.years.empty() &&
            std::find(sentence.years.begin(), sentence.years.end(), year) == sentence.years.end();
        for (const GoalFigure& figure : sentence.figures) {
            const std::string_view said = said_of(folded, figure.text);
            if (other_year || is_of_row(figure, row, percent) || is_about_something_else(said) ||
                !is_meant_for(
                    figure.number, *row.actual, percent, names_row(said, view.indicator))) {
                continue;
            }
            const std::string shown = find_year(view.actuals, year)->value->raw;
            Remark remark{.rule = "A09",
                          .severity = Severity::info,
                          .cell = prose.place,
                          .year = year,
                          .part = prose.key,
                          .message = {"文では「" + figure.text + "」ですが、" + year_ja(year) +
                                          "の実績は「" + shown + "」です。",
                                      "The text says " + figure.text + ", the actual of " +
                                          year_en(year) + " is " + shown + "."},
                          .found = figure.text,
                          .expected = shown};
            out.add(view, std::move(remark));
            return;
        }
    }
}

std::string unit_of_row(const IndicatorView& view) {
    const std::string unit = calc::only_unit_of(view.indicator).unit;
    return unit.empty() && view.indicator.unit ? calc::base_unit(*view.indicator.unit).unit : unit;
}

}  // namespace

void prose_figures(const IndicatorView& view, Collector& out) {
    const std::string unit = unit_of_row(view);
    if (unit.empty()) {
        return;
    }
    const auto places_in = [](const auto* owner, int year) {
        return owner == nullptr ? nullptr : layout::find_year(owner->years, year);
    };
    for (const plan::YearEntry& entry : view.indicator.years) {
        if (!entry.note.empty()) {
            const layout::YearPlaces* at = places_in(view.places, entry.year);
            check_prose(
                view, entry.year, {"note", entry.note, at ? at->note : std::nullopt}, unit, out);
        }
    }
    // What is said of a measure as a whole may be said of any of its indicators.
    const bool is_only_one = view.measure.indicators.size() == 1;
    for (const plan::Evaluation& each : view.measure.evaluations) {
        if (!each.year || (each.indicator ? *each.indicator != view.indicator.id : !is_only_one)) {
            continue;
        }
        const layout::YearPlaces* at = each.indicator ? places_in(view.places, *each.year)
                                                      : places_in(view.measure_places, *each.year);
        check_prose(
            view, *each.year, {"reason", each.reason, at ? at->reason : std::nullopt}, unit, out);
        check_prose(view, *each.year, {"next", each.next, at ? at->next : std::nullopt}, unit, out);
    }
}

}  // namespace shinchoku::check
