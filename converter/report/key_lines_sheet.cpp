#include <algorithm>

#include "report/formulas.h"
#include "report/look.h"
#include "report/sheets.h"

namespace shinchoku::report {
namespace {

// Ten lines on one page: what a mayor or an assembly asks first. Each is a figure and the names
// behind it; where a list is long, the first stand for it.
constexpr std::size_t names_shown = 4;
constexpr double text_width = 66;

struct KeyLine {
    std::string heading;
    render::Content figure;
    std::string text;
    render::CellStyle figure_style = count_style();
};

std::string name_of(const Line& line) {
    return line.measure->id + " " + line.measure->title;
}

std::string rate_text(const Line& line) {
    return line.assessment->rate ? line.assessment->rate->rounded(1).to_fixed(1) + "%"
                                 : std::string("―");
}

// "a、b、c ほか3件"
template <class Describe>
std::string listed(const Context& context,
                   const std::vector<const Line*>& lines,
                   Describe describe) {
    std::string text;
    for (std::size_t i = 0; i < std::min(lines.size(), names_shown); ++i) {
        text += (i == 0 ? "" : std::string(context.words.comma())) + describe(*lines[i]);
    }
    if (lines.size() > names_shown) {
        const std::size_t rest = lines.size() - names_shown;
        text +=
            context.words(" ほか", " and ") + context.words.count(rest, "件", "other", "others");
    }
    return text;
}

template <class Holds>
std::vector<const Line*> select(const Context& context, Holds holds) {
    std::vector<const Line*> lines;
    for (const Line& line : context.standings.lines) {
        if (holds(line)) {
            lines.push_back(&line);
        }
    }
    return lines;
}

std::vector<const Line*> select(const Context& context, Standing standing) {
    return select(context, [&](const Line& line) { return line.standing == standing; });
}

void sort_by_rate(std::vector<const Line*>& lines, bool lowest_first) {
    std::stable_sort(lines.begin(), lines.end(), [&](const Line* a, const Line* b) {
        const bool a_has = a->assessment->rate.has_value();
        const bool b_has = b->assessment->rate.has_value();
        if (!a_has || !b_has) {
            return a_has && !b_has;
        }
        const base::Decimal left = a->assessment->rate->rounded(12);
        const base::Decimal right = b->assessment->rate->rounded(12);
        return lowest_first ? left < right : right < left;
    });
}

std::string with_rate(const Line& line) {
    return name_of(line) + " (" + rate_text(line) + ")";
}
std::string with_department(const Line& line) {
    return name_of(line) + " (" + std::string(line.department()) + ")";
}

std::string or_none(const Context& context, const std::string& text) {
    return text.empty() ? context.words("なし", "None") : text;
}

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
    return {words("提出", "Returned"), decimal_of(returned), text};
}

KeyLine met(const Context& context) {
    std::vector<const Line*> lines = select(context, Standing::met);
    sort_by_rate(lines, false);
    return {context.words("達成", "Met"),
            count_of(context, {}, Standing::met),
            or_none(context, listed(context, lines, with_rate))};
}

KeyLine missed(const Context& context) {
    std::vector<const Line*> lines = select(context, Standing::missed);
    sort_by_rate(lines, true);
    return {context.words("未達成", "Missed"),
            count_of(context, {}, Standing::missed),
            or_none(context, listed(context, lines, with_rate))};
}

KeyLine mean(const Context& context) {
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
    if (as_zero != nullptr) {
        text += words("未入力を0とみなすと ", "With blanks taken for 0: ") +
                as_zero->shifted(2).to_fixed(1) + "%";
    }
    const std::size_t doubtful = select(context, [](const Line& line) {
                                     return line.assessment != nullptr && line.assessment->rate &&
                                            line.errors + line.warnings > 0;
                                 }).size();
    if (doubtful > 0) {
        text +=
            words("。エラーか警告のある施策の指標 ", ". Of these, ") +
            words.count(
                doubtful, " を含む。", "has an error or a warning.", "have errors or warnings.");
    }
    return {words("平均達成率", "Mean rate"),
            mean_of(context, {}, Missing::excluded),
            text,
            rate_style()};
}

KeyLine falling_short(const Context& context) {
    const std::vector<const Line*> lines = select(context, [](const Line& line) {
        return line.assessment != nullptr && line.assessment->forecast.suffices_linear == false;
    });
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
            lines.empty() ? none : listed(context, lines, with_department)};
}

KeyLine standing_line(const Context& context, Standing standing, const base::Text& heading) {
    const std::vector<const Line*> lines = select(context, standing);
    return {context.words(heading),
            count_of(context, {}, standing),
            or_none(context, listed(context, lines, with_department))};
}

// Words and unclear cases together: both need a person.
KeyLine to_confirm(const Context& context) {
    const std::vector<const Line*> lines = select(context, [](const Line& line) {
        return line.standing == Standing::to_confirm || line.standing == Standing::undecidable;
    });
    render::FormulaCell words_count = count_of(context, {}, Standing::to_confirm);
    const render::FormulaCell unclear = count_of(context, {}, Standing::undecidable);
    words_count.formula += "+" + unclear.formula;
    words_count.cached = decimal_of(lines.size());
    return {context.words("要確認・判定不能", "To confirm, unclear"),
            words_count,
            or_none(context, listed(context, lines, with_department))};
}

KeyLine own_grades(const Context& context) {
    const std::vector<const Line*> lines = select(context, [](const Line& line) {
        return line.evaluation != nullptr && line.assessment != nullptr &&
               !line.evaluation->grade.empty() && !line.assessment->grade.empty() &&
               line.evaluation->grade != line.assessment->grade;
    });
    return {context.words("自己評価と計算の違い", "Own grade differs"),
            decimal_of(lines.size()),
            or_none(context, listed(context, lines, [&](const Line& line) {
                        return name_of(line) + context.words(" (自己 ", " (own ") +
                               line.evaluation->grade + context.words("、計算 ", ", computed ") +
                               line.assessment->grade + ")";
                    }))};
}

KeyLine findings(const Context& context) {
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
    return {words("所見", "Findings"), decimal_of(errors), text};
}

void write_line(render::SheetWriter& sheet, const KeyLine& line, std::uint32_t row, int place) {
    render::CellStyle figure = line.figure_style;
    figure.size_points = 16;
    figure.bold = true;
    render::CellStyle heading = text_style();
    heading.bold = true;
    sheet.write({row, 0}, base::Decimal(place), center_style());
    sheet.write({row, 1}, line.heading, heading);
    sheet.write({row, 2}, line.figure, figure);
    sheet.write({row, 3}, line.text, text_style());
    sheet.set_row_height(
        row, std::max(66.0, height_points({{line.text, text_width}, {line.heading, 20}}) + 10));
}

}  // namespace

void write_key_lines(const Context& context) {
    const Wording& words = context.words;
    render::SheetWriter& sheet = *context.key_lines;
    begin_table(sheet,
                words("要点", "Key lines"),
                context.subtitle(),
                {{"", 5},
                 {words("項目", "Line"), 20},
                 {words("数", "Figure"), 14},
                 {words("内容", "What stands behind it"), text_width}});
    const KeyLine lines[] = {submissions(context),
                             met(context),
                             missed(context),
                             mean(context),
                             falling_short(context),
                             standing_line(context, Standing::missing, {"未入力", "Blank"}),
                             standing_line(context, Standing::unavailable, {"集計中", "Pending"}),
                             to_confirm(context),
                             own_grades(context),
                             findings(context)};
    std::uint32_t row = first_data_row;
    for (const KeyLine& line : lines) {
        write_line(sheet, line, row, static_cast<int>(row - heading_row));
        ++row;
    }
    sheet.merge(
        {{row + 1, 0}, {row + 1, 3}},
        words("数はほかのシートの値から計算される。詳しくは「一覧」「所見」を見る。",
              "The figures are calculated from the other sheets; see Measures and Findings."),
        note_style());
    render::PageSetup page = portrait_page(context.input.reading->plan.title);
    page.fit = render::PageSetup::Fit::page;
    sheet.set_page(page);
}

}  // namespace shinchoku::report
