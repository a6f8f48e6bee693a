#include <algorithm>

#include "report/formulas.h"
#include "report/key_line.h"

namespace shinchoku::report {
namespace {

// What a mayor or the head of an office asks first.

KeyLine submissions(const Context& context) {
    const Wording& words = context.words;
    std::size_t returned = 0;
    std::string absent;
    std::size_t complete = 0;
    for (const Submission& each : context.standings.submissions) {
        returned += each.returned;
        complete += each.absent.empty() ? 1U : 0U;
        if (!each.absent.empty()) {
            absent += (absent.empty() ? "" : std::string(words.comma())) + each.department;
        }
    }
    const std::string measures = std::to_string(context.standings.measures);
    const std::string departments = std::to_string(context.standings.submissions.size());
    const std::string whole = std::to_string(complete);
    std::string text = words(
        measures + "施策のうち提出された数。" + departments + "課のうち" + whole + "課は全て提出。",
        "of " + measures + " measures. " + whole + " of " + departments +
            " departments are complete. ");
    if (!absent.empty()) {
        text += words("未提出のある課: ", "Still to return: ") + absent;
    }
    return {words("提出", "Returned"),
            decimal_of(returned),
            text,
            count_style(),
            words("「提出状況」の提出数の合計", "The returned measures of all departments")};
}

KeyLine met(const Context& context) {
    Lines lines = select(context, Standing::met);
    sort_by_rate(lines, false);
    return {context.label(Standing::met),
            count_of(context, {}, Standing::met),
            or_none(context, listed(context, lines, with_rate))};
}

KeyLine missed(const Context& context) {
    Lines lines = select(context, Standing::missed);
    sort_by_rate(lines, true);
    return {context.label(Standing::missed),
            count_of(context, {}, Standing::missed),
            or_none(context, listed(context, lines, with_rate))};
}

KeyLine mean_line(const Context& context) {
    const Wording& words = context.words;
    const render::FormulaCell zero = mean_of(context, {}, Missing::as_zero);
    const auto* as_zero = std::get_if<base::Decimal>(&zero.cached);
    const std::size_t with_rates = select(context, [](const Line& line) {
                                       return line.assessment != nullptr && line.assessment->rate;
                                   }).size();
    std::string text = words("達成率のある", "Over the ") +
                       words.count(with_rates,
                                   "指標の平均(未入力は含まない)。",
                                   "indicator with a rate (blanks left out). ",
                                   "indicators with a rate (blanks left out). ");
    if (as_zero != nullptr && context.standings.count(Standing::missing) > 0) {
        text += words("未入力を0とみなすと ", "With blanks taken for 0: ") +
                as_zero->shifted(2).to_fixed(1) + words("%。", "%.");
    }
    text += doubt_of_mean(context);
    return {words("平均達成率", "Mean rate"),
            mean_of(context, {}, Missing::excluded),
            text,
            rate_style()};
}

KeyLine falling_short(const Context& context) {
    const Lines lines = select(context, falls_short);
    const bool known = !select(context, [](const Line& line) {
                            return line.assessment != nullptr &&
                                   line.assessment->forecast.suffices_linear.has_value();
                        }).empty();
    const std::string none =
        known ? context.words("なし", "None")
              : context.words("見込みを立てるには、基準値か2年分の実績が要る。",
                              "A forecast needs a baseline or the actuals of two years.");
    return {context.words("最終目標に届かない見込み", "Falling short of the final target"),
            decimal_of(lines.size()),
            lines.empty() ? none : listed(context, lines, with_department),
            count_style(),
            context.words("線形の見込みが最終目標に届かない指標の数",
                          "Indicators whose linear forecast misses the final target")};
}

KeyLine standing_line(const Context& context, Standing standing) {
    const Lines lines = select(context, standing);
    return {context.label(standing),
            count_of(context, {}, standing),
            or_none(context, listed(context, lines, with_department))};
}

// Words and unclear cases together: both need a person.
KeyLine to_confirm(const Context& context) {
    const Lines lines = select(context, [](const Line& line) {
        return line.standing == Standing::to_confirm || line.standing == Standing::undecidable;
    });
    render::FormulaCell words_count = count_of(context, {}, Standing::to_confirm);
    const render::FormulaCell unclear = count_of(context, {}, Standing::undecidable);
    words_count.formula += "+" + unclear.formula;
    words_count.basis += context.words("。「判定不能」の行も合わせる", ", with those unclear");
    words_count.cached = decimal_of(lines.size());
    return {context.words("要確認・判定不能", "To confirm, unclear"),
            words_count,
            or_none(context, listed(context, lines, with_department))};
}

KeyLine own_grades(const Context& context) {
    const Lines lines = select(context, [](const Line& line) { return line.grades_differ(); });
    return {context.words("自己評価と計算の違い", "Own grade differs"),
            decimal_of(lines.size()),
            or_none(context,
                    listed(context,
                           lines,
                           [&](const Line* line) {
                               return name_of(*line) + context.words(" (自己 ", " (own ") +
                                      line->evaluation->grade +
                                      context.words("、計算 ", ", computed ") +
                                      line->assessment->grade + ")";
                           })),
            count_style(),
            context.words("「一覧」で「≠」の付く行の数", "The rows of Measures marked ≠")};
}

KeyLine findings_line(const Context& context) {
    const Wording& words = context.words;
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::vector<std::string> texts;
    for (const base::Finding& finding : *context.input.findings) {
        errors += finding.severity == base::Severity::error ? 1U : 0U;
        warnings += finding.severity == base::Severity::warning ? 1U : 0U;
        if (finding.severity == base::Severity::error && texts.size() < names_shown) {
            texts.push_back((finding.measure ? *finding.measure + " " : "") + finding.rule);
        }
    }
    std::string text = words("エラーの数。ほかに警告 ", "errors, and ") +
                       words.count(warnings, "件。", "warning. ", "warnings. ");
    for (std::size_t i = 0; i < texts.size(); ++i) {
        text += (i == 0 ? "" : std::string(words.comma())) + texts[i];
    }
    if (errors > texts.size()) {
        text += words(" ほか", " …");
    }
    return {words("所見", "Findings"),
            decimal_of(errors),
            text,
            count_style(),
            words("「所見」のうちエラーの数", "The findings of severity error")};
}

}  // namespace

void write_key_lines(const Context& context) {
    const Wording& words = context.words;
    const Standing blank = context.standings.interim ? Standing::not_due : Standing::missing;
    write_key_lines_page(
        context,
        *context.key_lines,
        words("要点", "Key lines"),
        {submissions(context),
         met(context),
         missed(context),
         mean_line(context),
         falling_short(context),
         standing_line(context, blank),
         standing_line(context, Standing::unavailable),
         to_confirm(context),
         own_grades(context),
         findings_line(context)},
        words("数はほかのシートの値から計算される。詳しくは「一覧」「所見」を見る。",
              "The figures are calculated from the other sheets; see Measures and Findings."));
}

}  // namespace shinchoku::report
