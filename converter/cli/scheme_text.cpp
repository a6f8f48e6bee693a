#include "cli/scheme_text.h"

#include <algorithm>

#include "base/utf8.h"
#include "cli/actions.h"

namespace shinchoku::cli {
namespace {

using base::Language;

constexpr int rate_width = 12;

std::string pick(Language language, std::string_view ja, std::string_view en) {
    return std::string(language == Language::en ? en : ja);
}

std::string basis_text(const calc::Scheme& scheme, Language language) {
    switch (scheme.basis) {
        case calc::Basis::rate:
            return scheme.method.empty()
                       ? pick(language, "達成率", "achievement rate")
                       : pick(language, "達成率 (", "achievement rate (") + scheme.method + ")";
        case calc::Basis::comparison:
            return pick(
                language, "実績と目標・基準値の比較", "the actual against target and baseline");
        case calc::Basis::growth:
            return pick(language, "年平均の伸び", "growth a year");
        case calc::Basis::person:
            return pick(language, "人の判断", "people judge");
    }
    return "";
}

int widest_name(const std::vector<calc::Grade>& grades) {
    int widest = 0;
    for (const calc::Grade& grade : grades) {
        widest = std::max(widest, base::display_width(grade.name));
    }
    return widest;
}

std::string grade_lines(const calc::Scheme& scheme,
                        const std::vector<calc::Grade>& grades,
                        Language language) {
    const int widest = widest_name(grades);
    std::string text;
    for (std::size_t i = 0; i < grades.size(); ++i) {
        const std::string condition = base::in(calc::condition_of(scheme, grades, i), language);
        const std::string& meaning = base::in(grades[i].meaning, language);
        text += "  " + column(grades[i].name, widest + 2);
        if (meaning.empty() || meaning == condition) {
            text += condition + "\n";
        } else {
            text += column(condition, 34) + meaning + "\n";
        }
    }
    return text;
}

std::string mark_line(std::string_view ja,
                      std::string_view en,
                      const std::string& mark,
                      Language language) {
    return mark.empty() ? "" : pick(language, ja, en) + mark + "\n";
}

std::string rate_of(const calc::ComparedYear& year, std::size_t place) {
    return year.rates[place] ? year.rates[place]->rounded(1).to_fixed(1) + "%" : "―";
}

// Without the spaces that only keep columns apart.
void end_line(std::string& text, const std::string& last) {
    text += last;
    text.erase(text.find_last_not_of(' ') + 1);
    text += "\n";
}

std::string counts_line(const std::vector<calc::ComparedYear>& years,
                        const calc::Scheme& scheme,
                        std::size_t place,
                        Language language) {
    std::string text = "  " + column(scheme.id, 16);
    for (const calc::GradeCount& each : calc::count_grades(years, scheme, place)) {
        const std::string name =
            each.grade.empty() ? pick(language, "評価なし", "no grade") : each.grade;
        text += " " + name + " " + std::to_string(each.count);
    }
    return text + "\n";
}

}  // namespace

std::string scheme_text(const calc::Scheme& scheme, const std::string& file, Language language) {
    std::string text = scheme.id + "  " + base::in(scheme.title, language) + "\n";
    text += mark_line("出典: ", "Source: ", scheme.source, language);
    text += pick(language, "評価するもの: ", "Grades by: ") + basis_text(scheme, language) + "\n";
    text += grade_lines(scheme, scheme.grades, language);
    if (!scheme.step_grades.empty()) {
        text += pick(language,
                     "言葉の目標 (申告された段階 ÷ 計画の段階):\n",
                     "Targets in words (stated step / planned step):\n");
        text += grade_lines(scheme, scheme.step_grades, language);
    }
    text +=
        mark_line("基準値がないとき: ", "Without a baseline: ", scheme.without_baseline, language);
    text +=
        mark_line("評価できないとき: ", "Where it cannot be graded: ", scheme.unrated, language);
    if (scheme.people_judge_pace) {
        text += pick(language,
                     "最終目標だけの年度: 人が判断\n",
                     "Years with only a final target: people judge\n");
    }
    return text + mark_line("ファイル: ", "File: ", file, language);
}

std::string comparison_text(const std::vector<calc::ComparedYear>& years,
                            const std::vector<const calc::Scheme*>& schemes,
                            Language language) {
    std::string text =
        column(pick(language, "指標", "indicator"), 14) + column(pick(language, "年度", "year"), 6);
    std::vector<int> widths;
    for (const calc::Scheme* scheme : schemes) {
        widths.push_back(widest_name(scheme->grades) + 2);
        text += column(scheme->id, widths.back() + rate_width);
    }
    end_line(text, "");
    std::size_t different = 0;
    for (const calc::ComparedYear& year : years) {
        text += column(year.indicator, 14) + column(std::to_string(year.year), 6);
        for (std::size_t i = 0; i < schemes.size(); ++i) {
            const std::string grade = year.grades[i].empty() ? "―" : year.grades[i];
            text += column(column(grade, widths[i]) + rate_of(year, i), widths[i] + rate_width);
        }
        different += year.differ ? 1U : 0U;
        end_line(text, year.differ ? pick(language, "違う", "differs") : "");
    }
    text += "\n";
    for (std::size_t i = 0; i < schemes.size(); ++i) {
        text += counts_line(years, *schemes[i], i, language);
    }
    const std::string all = std::to_string(years.size());
    const std::string count = std::to_string(different);
    text += pick(language,
                 all + " 件のうち " + count + " 件で評価の順位が違います。\n",
                 count + " of " + all + " grades stand at another place from the best.\n");
    return text;
}

}  // namespace shinchoku::cli
