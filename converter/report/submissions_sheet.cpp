#include <algorithm>

#include "report/formulas.h"
#include "report/look.h"
#include "report/sheets.h"

namespace shinchoku::report {
namespace {

constexpr double absent_width = 62;
constexpr double department_column_width = 22;

std::vector<Column> submissions_columns(const Wording& words) {
    return {{words("主管課", "Department"), department_column_width},
            {words("配布\n(施策)", "Measures"), 8},
            {words("提出", "Returned"), 8},
            {words("未提出", "Absent"), 8},
            {words("記入済", "Filled in"), 8},
            {words("状態", "Status"), 12},
            {words("未提出の施策", "Measures not returned"), absent_width}};
}

struct State {
    std::string text;
    render::CellStyle style;
};

State state_of(const Context& context, const Submission& submission) {
    const Wording& words = context.words;
    if (submission.returned == 0) {
        return {"■ " + words("未提出", "Absent"), standing_style(Standing::not_returned)};
    }
    if (!submission.absent.empty()) {
        return {"△ " + words("一部提出", "In part"), standing_style(Standing::missed)};
    }
    if (submission.filled < submission.returned) {
        return {"！ " + words("未入力あり", "Blanks"), standing_style(Standing::to_confirm)};
    }
    return {"○ " + words("提出済", "Returned"), standing_style(Standing::met)};
}

void explain_counts(const Context& context, std::uint32_t row) {
    const Wording& words = context.words;
    render::SheetWriter& sheet = *context.submissions;
    sheet.explain({row, 1},
                  context.input.master != nullptr
                      ? words("原本(--master)にある、この課が主管の施策を数えた",
                              "Measures of this department in the master, counted")
                      : words("提出された、この課が主管の施策を数えた",
                              "Measures of this department that were returned, counted"));
    sheet.explain({row, 2},
                  words("提出されたファイルにある施策を数えた",
                        "Measures found in the returned files, counted"));
    sheet.explain({row, 4},
                  words("提出された施策のうち、期限の来た実績に空白のないものを数えた",
                        "Returned measures of which no actual that is due is blank, counted"));
}

void write_submission(const Context& context, const Submission& submission, std::uint32_t row) {
    render::SheetWriter& sheet = *context.submissions;
    std::string absent;
    for (const plan::Measure* measure : submission.absent) {
        absent += (absent.empty() ? "" : "\n") + measure->id + " " + measure->title;
    }
    const std::string name = department_key(context, submission.department);
    const State state = state_of(context, submission);
    const std::string line = std::to_string(row + 1);
    sheet.write({row, 0}, name, text_style());
    sheet.write({row, 1}, decimal_of(submission.distributed), count_style());
    sheet.write({row, 2}, decimal_of(submission.returned), count_style());
    sheet.write({row, 3},
                render::FormulaCell{"B" + line + "-C" + line, decimal_of(submission.absent.size())},
                count_style());
    sheet.write({row, 4}, decimal_of(submission.filled), count_style());
    explain_counts(context, row);
    sheet.write({row, 5}, state.text, state.style);
    sheet.write({row, 6}, absent, text_style());
    sheet.set_row_height(row,
                         height_points({{name, department_column_width}, {absent, absent_width}}));
}

void write_total(const Context& context, std::uint32_t row) {
    render::SheetWriter& sheet = *context.submissions;
    const auto& all = context.standings.submissions;
    const auto sum = [&](auto part) {
        std::size_t total = 0;
        for (const Submission& each : all) {
            total += part(each);
        }
        return decimal_of(total);
    };
    const base::Decimal sums[] = {sum([](const Submission& s) { return s.distributed; }),
                                  sum([](const Submission& s) { return s.returned; }),
                                  sum([](const Submission& s) { return s.absent.size(); }),
                                  sum([](const Submission& s) { return s.filled; })};
    sheet.write({row, 0}, context.words("合計", "Total"), total(text_style()));
    for (std::uint32_t column = 1; column <= 4; ++column) {
        const base::CellRange above{{first_data_row, column}, {row - 1, column}};
        sheet.write({row, column},
                    render::FormulaCell{"SUM(" + base::to_a1(above) + ")", sums[column - 1]},
                    total(count_style()));
    }
    sheet.write({row, 5}, std::monostate{}, total(text_style()));
    sheet.write({row, 6}, std::monostate{}, total(text_style()));
    sheet.set_row_height(row, 21);
}

}  // namespace

void write_submissions(const Context& context) {
    const Wording& words = context.words;
    const std::vector<Column> columns = submissions_columns(words);
    begin_table(*context.submissions,
                words("提出状況", "Who has returned"),
                context.input.master != nullptr
                    ? context.subtitle()
                    : words("原本が示されていないため、提出された施策だけを数えている"
                            "(--master で配布した原本を示すと、未提出が分かる)。",
                            "No master was given, so only what was returned is counted "
                            "(name the distributed workbook with --master)."),
                columns);
    std::uint32_t row = first_data_row;
    for (const Submission& submission : context.standings.submissions) {
        write_submission(context, submission, row++);
    }
    write_total(context, row);
    end_table(*context.submissions,
              landscape_page(context.input.reading->plan.title),
              columns,
              context.standings.submissions.size(),
              1);
}

}  // namespace shinchoku::report
