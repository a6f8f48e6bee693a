#include "report/basis.h"

#include <algorithm>

#include "calc/grade.h"
#include "calc/target.h"
#include "plan/value_reading.h"
#include "report/year_marks.h"

namespace shinchoku::report {
namespace {

// Where a line's cells stand in the departments' workbooks.
struct Origin {
    const layout::MeasurePlaces* measure = nullptr;  // null: the plan did not come from sheets
    const layout::IndicatorPlaces* indicator = nullptr;
};

Origin origin_of(const Context& context, const Line& line) {
    const bool absent = line.standing == Standing::not_returned;
    const layout::Reading& reading = absent ? *context.input.master : *context.input.reading;
    const std::size_t measure =
        absent ? static_cast<std::size_t>(line.measure - reading.plan.measures.data())
               : line.measure_index;
    Origin origin;
    if (measure >= reading.places.size()) {
        return origin;
    }
    origin.measure = &reading.places[measure];
    const auto indicator =
        static_cast<std::size_t>(line.indicator - line.measure->indicators.data());
    if (indicator < origin.measure->indicators.size()) {
        origin.indicator = &origin.measure->indicators[indicator];
    }
    return origin;
}

const layout::YearPlaces* year_places(const Origin& origin, int year) {
    if (origin.indicator == nullptr) {
        return nullptr;
    }
    const auto& years = origin.indicator->years;
    const auto found = std::find_if(
        years.begin(), years.end(), [&](const auto& each) { return each.year == year; });
    return found == years.end() ? nullptr : &*found;
}

std::string base_name(const std::string& path) {
    const std::size_t slash = path.find_last_of("/\\");
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

// 「納税課.xlsx」シート「1-1-1」セルF12
std::string place_text(const Context& context,
                       const Origin& origin,
                       const std::optional<base::CellRef>& cell) {
    const Wording& words = context.words;
    if (origin.measure == nullptr) {
        return words("計画のデータ", "the plan's data");
    }
    std::string text = words("「", "") + base_name(origin.measure->file) +
                       words("」シート「", ", sheet ") + origin.measure->sheet + words("」", "");
    if (cell) {
        text += words("セル", ", cell ") + base::to_a1(*cell);
    }
    return text;
}

// What is written there, where it is more than the number itself.
std::string as_written(const Context& context, const plan::Value& value) {
    if (value.raw.empty() || (value.stored && value.is<plan::Number>())) {
        return "";
    }
    return context.words("(記載は「", " (written: ") + plan::print_value(value) +
           context.words("」)", ")");
}

// A number is used in the base unit of its indicator: 76.7 千人 is 76,700.
std::string in_base_unit(const Context& context,
                         const plan::Value& value,
                         const std::optional<base::Decimal>& used) {
    const auto* number = value.as<plan::Number>();
    const auto* bound = value.as<plan::Bound>();
    if (!used || (number == nullptr && bound == nullptr) ||
        *used == (number != nullptr ? number->number : bound->number)) {
        return "";
    }
    return context.words("。単位をそろえた値で計算する", "; used in the base unit");
}

std::string read_from(const Context& context,
                      const Origin& origin,
                      const std::optional<base::CellRef>& cell,
                      const plan::Value& value,
                      const std::optional<base::Decimal>& used) {
    return place_text(context, origin, cell) +
           context.words("に記入された値", ": as written there") + as_written(context, value) +
           in_base_unit(context, value, used);
}

// Of the year's row, or of the year that an arrow takes its target from.
int year_in_force(const plan::Indicator& indicator, int year) {
    const plan::Value* in_force = calc::target_in_force(indicator, year);
    for (const plan::YearEntry& each : indicator.years) {
        if (&each.target == in_force) {
            return each.year;
        }
    }
    return year;
}

std::string basis_of_target(const Context& context,
                            const Line& line,
                            int year,
                            const std::optional<base::Decimal>& used) {
    const Wording& words = context.words;
    const plan::Value* value = calc::target_in_force(*line.indicator, year);
    if (value == nullptr) {
        return "";
    }
    const Origin origin = origin_of(context, line);
    const int source_year = year_in_force(*line.indicator, year);
    const layout::YearPlaces* places = year_places(origin, source_year);
    const auto cell = places == nullptr ? std::nullopt : places->target;
    const auto* relative = value->as<plan::Relative>();
    std::string text;
    if (source_year != year) {
        text = words("「→」のため" + words.fiscal_year(source_year) + "の目標を引き継ぐ: ",
                     "\"→\" goes on with the target of " + words.fiscal_year(source_year) + ": ");
    }
    if (relative != nullptr && relative->resolved.empty() && used) {
        const bool of_baseline = relative->of == plan::RelativeTo::baseline;
        return text + place_text(context, origin, cell) + as_written(context, *value) +
               (of_baseline ? words("を、基準値から計算した値", ": reckoned from the baseline")
                            : words("を、前年度の実績から計算した値",
                                    ": reckoned from the actual of the year before"));
    }
    return text + read_from(context, origin, cell, *value, used);
}

// Actuals of single years under a target for all of them are added up.
std::string basis_of_actual(const Context& context, const Line& line) {
    const Wording& words = context.words;
    const Origin origin = origin_of(context, line);
    const int year = context.standings.year;
    const layout::YearPlaces* places = year_places(origin, year);
    const auto cell = places == nullptr ? std::nullopt : places->actual;
    const calc::Assessment* used = line.assessment;
    const plan::Value& value = line.entry->actual;
    const bool is_total = used != nullptr && used->actual &&
                          used->method == calc::Method::cumulative &&
                          line.indicator->accumulation == plan::Accumulation::per_year &&
                          !value.qualifiers.cumulative;
    if (is_total) {
        std::string parts;
        for (const plan::YearEntry& each : line.indicator->years) {
            if (each.year <= year) {
                parts += (parts.empty() ? "" : " + ") + plan::print_value(each.actual);
            }
        }
        const std::string first = words.fiscal_year(context.input.reading->plan.first_year);
        return words(first + "からの実績の合計(" + parts + ")。",
                     "Sum of the actuals since " + first + " (" + parts + "). ") +
               words("最後の年は", "The last: ") + place_text(context, origin, cell);
    }
    return read_from(context, origin, cell, value, used == nullptr ? std::nullopt : used->actual);
}

std::string basis_of_baseline(const Context& context, const Line& line) {
    const Origin origin = origin_of(context, line);
    const auto cell = origin.indicator == nullptr ? std::nullopt : origin.indicator->baseline;
    const auto& baseline = *line.indicator->baseline;
    std::string text;
    if (baseline.year) {
        text = context.words.fiscal_year(*baseline.year) + context.words("の値。", ". ");
    }
    return text + read_from(context,
                            origin,
                            cell,
                            baseline.value,
                            line.assessment == nullptr ? std::nullopt : line.assessment->baseline);
}

std::string joined(const Context& context, const std::string& a, const std::string& b) {
    return a.empty() || b.empty() ? a + b : a + context.words("。", ". ") + b;
}

}  // namespace

std::string basis_of_figure(const Context& context, const Line& line, UsedFigure figure) {
    if (line.indicator == nullptr) {
        return "";
    }
    const calc::Assessment* used = line.assessment;
    switch (figure) {
        case UsedFigure::baseline:
            return line.indicator->baseline ? basis_of_baseline(context, line) : "";
        case UsedFigure::target:
            return basis_of_target(context,
                                   line,
                                   context.standings.year,
                                   used == nullptr ? std::nullopt : used->target);
        case UsedFigure::actual:
            return line.entry == nullptr ? "" : basis_of_actual(context, line);
        case UsedFigure::final_target:
            break;
    }
    const auto last = calc::final_target(*line.indicator);
    if (!last) {
        return "";
    }
    return context.words.fiscal_year(last->year) + context.words("の目標。", ". ") +
           basis_of_target(
               context, line, last->year, used == nullptr ? std::nullopt : used->final_target);
}

std::string source_of(const Context& context, const Line& line, UsedFigure figure) {
    if (line.indicator == nullptr || line.entry == nullptr) {
        return "";
    }
    const Origin origin = origin_of(context, line);
    const layout::YearPlaces* places = year_places(origin, line.entry->year);
    const bool is_target = figure == UsedFigure::target;
    std::optional<base::CellRef> cell;
    if (places != nullptr) {
        cell = is_target ? places->target : places->actual;
    }
    return read_from(
        context, origin, cell, is_target ? line.entry->target : line.entry->actual, std::nullopt);
}

std::string basis_of_weight(const Context& context, const Line& line) {
    if (line.indicator == nullptr || !line.indicator->weight) {
        return context.words("重みの指定がないため1", "1, as no weight is named");
    }
    return context.words("指標に指定された重み", "The weight named for the indicator");
}

std::string basis_of_rate(const Context& context, const calc::Assessment& assessment) {
    const Wording& words = context.words;
    if (!assessment.method) {
        return words(assessment.trace);
    }
    const std::string method =
        words("「", "By ") + words(calc::label_of(*assessment.method)) + words("」で計算", "") +
        (words(assessment.why).empty() ? std::string()
                                       : words("(", " (") + words(assessment.why) + ")");
    return joined(context, method, words(assessment.trace));
}

std::string basis_of_grade(const Context& context, const calc::Assessment& assessment) {
    const Wording& words = context.words;
    const calc::Scheme& scheme = scheme_of(context.input, assessment);
    const std::string name =
        words("評価の基準「", "Scheme ") + words(scheme.title) + words("」: ", ": ");
    if (scheme.basis == calc::Basis::growth) {
        return name + words("伸び率の累乗根によるため、式ではなく値を記す",
                            "by roots of growth rates, so a value stands here and no formula");
    }
    if (!assessment.rate && scheme.basis == calc::Basis::rate && !assessment.graded_by_step) {
        return name + words("達成率がないため、達成なら最も良い評価、未達成なら最も低い評価",
                            "no rate, so met takes the best grade and missed the last");
    }
    const auto rank = calc::rank_of(scheme, assessment);
    if (assessment.graded_by_step && rank) {
        return name + assessment.grade +
               words("は、申告された段階が計画の段階の", ": the stated step is ") +
               words(calc::condition_of(scheme, scheme.step_grades, *rank)) +
               words("", " of the planned one");
    }
    if (!rank) {
        return name + words("評価できないものの印", "the mark for what cannot be graded");
    }
    const std::string condition = condition_beside_name(words, scheme, *rank);
    std::string text =
        name + assessment.grade + (condition.empty() ? "" : words("は", " is ")) + condition;
    if (const auto note = calc::note_of_rounding(scheme, assessment)) {
        text += words({"。" + note->ja, "; " + note->en});
    }
    return text;
}

}  // namespace shinchoku::report
