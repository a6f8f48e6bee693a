#include <algorithm>

#include "report/formulas.h"
#include "report/look.h"
#include "report/sheets.h"
#include "report/year_marks.h"

namespace shinchoku::report {
namespace {

constexpr std::uint32_t last_column = 4;

// The cover is written from the top; each part returns the row below it.
struct Cover {
    const Context& context;
    render::SheetWriter& sheet;
    std::uint32_t row = 0;

    void section(const std::string& title) {
        row += 1;
        sheet.merge({{row, 0}, {row, last_column}}, title, section_style());
        sheet.set_row_height(row, 24);
        ++row;
    }
    void fact(const std::string& name, const std::string& text) {
        render::CellStyle label = head_style();
        label.align = render::HAlign::left;
        label.indent = 1;
        sheet.write({row, 0}, name, label);
        sheet.merge({{row, 1}, {row, last_column}}, text, text_style());
        sheet.set_row_height(row, height_points({{text, 70}}) + 4);
        ++row;
    }
};

// "A 100%以上、B 80%以上 …、D 60%未満"
std::string scheme_text(const Context& context) {
    const Wording& words = context.words;
    const calc::Scheme& scheme = *context.input.scheme;
    std::string text;
    for (std::size_t i = 0; i < scheme.grades.size(); ++i) {
        const std::string condition = condition_beside_name(words, scheme, i);
        text += (i == 0 ? "" : std::string(words.comma())) + scheme.grades[i].name +
                (condition.empty() ? "" : " ") + condition;
    }
    return text;
}

std::string kind_of_book(const Context& context) {
    if (!context.standings.has_begun) {
        return context.words("進捗状況報告書(計画の開始前)",
                             "Progress book: before the plan begins");
    }
    return context.standings.interim
               ? context.words("進捗状況報告書(中間評価)", "Progress book: interim review")
               : context.words("進捗状況報告書", "Progress book");
}

void write_title(Cover& cover) {
    const Context& context = cover.context;
    const plan::Plan& plan = context.input.reading->plan;
    render::CellStyle city = subtitle_style();
    city.size_points = 14;
    city.align = render::HAlign::center;
    render::CellStyle big = title_style();
    big.size_points = 22;
    big.wrap = true;
    big.align = render::HAlign::center;
    render::CellStyle rule = title_style();
    rule.align = render::HAlign::center;
    rule.bottom = render::Border::medium;
    cover.sheet.set_row_height(0, 40);
    cover.sheet.merge({{1, 0}, {1, last_column}}, plan.municipality, city);
    cover.sheet.set_row_height(1, 26);
    cover.sheet.merge({{2, 0}, {2, last_column}}, plan.title, big);
    cover.sheet.set_row_height(2, height_points({{plan.title, 44}}, 24) + 10);
    cover.sheet.merge({{3, 0}, {3, last_column}}, kind_of_book(context), rule);
    cover.sheet.set_row_height(3, 36);
    cover.row = 4;
}

void write_facts(Cover& cover) {
    const Context& context = cover.context;
    const Wording& words = context.words;
    const plan::Plan& plan = context.input.reading->plan;
    cover.row += 1;
    cover.fact(words("計画期間", "Plan period"),
               words.fiscal_year(plan.first_year) + " ～ " + words.fiscal_year(plan.last_year));
    cover.fact(words("対象年度", "Year reported"),
               words.fiscal_year(context.standings.year) +
                   (context.standings.interim ? words("。", ". ") + context.why_interim() : ""));
    cover.fact(words("読み手", "Readers"), context.readers());
    cover.fact(words("基準日", "As of"), words.date(context.input.as_of));
    cover.fact(words("評価の基準", "Grades"), scheme_text(context));
}

struct Count {
    std::string name;
    render::Content value;
    std::string note;
};

void write_counts(Cover& cover, const std::vector<Count>& counts) {
    for (const Count& count : counts) {
        render::CellStyle value = count_style();
        value.bold = true;
        value.size_points = 12;
        cover.sheet.write({cover.row, 0}, count.name, text_style());
        cover.sheet.write({cover.row, 1}, count.value, value);
        render::CellStyle note = text_style();
        note.size_points = 9;
        cover.sheet.merge({{cover.row, 2}, {cover.row, last_column}}, count.note, note);
        cover.sheet.set_row_height(cover.row, height_points({{count.note, 62}}, 9) + 5);
        ++cover.row;
    }
}

// What each standing means, told once where it is counted first.
base::Text meaning_of(Standing standing, bool interim) {
    switch (standing) {
        case Standing::met:
            return interim ? base::Text{"途中の数が、もう目標に届いている",
                                        "the figure so far reaches the target already"}
                           : base::Text{"目標に届いた", "the target was reached"};
        case Standing::missed:
            if (interim) {
                return {"途中の数が、まだ目標に届いていない",
                        "the figure so far does not reach the target yet"};
            }
            return {"目標に届かなかった(×は最も低い評価)",
                    "the target was not reached (× marks the lowest grade)"};
        case Standing::missing:
            return {"期限を過ぎても実績が空白。0とはみなさない",
                    "due, and the cell is blank; never taken for 0"};
        case Standing::unavailable:
            return {"集計中・未公表など、理由のある未記入", "no figure yet, with a reason"};
        case Standing::undecidable:
            return {"単位の違い、エラー、目標の読み取れないもの",
                    "units that differ, errors, targets that cannot be resolved"};
        case Standing::to_confirm:
            return {"数ではくらべられず、人が進み具合を判断する",
                    "no figures to compare; a person judges how far it got"};
        case Standing::outside:
            return {"目標のない年", "no target that year"};
        case Standing::not_due:
            return {"年度が終わるまでは空白でよい", "blank, and not due before the year has ended"};
        case Standing::not_returned:
            return {"担当課からまだ届いていない", "the department has not returned it yet"};
    }
    return {};
}

void write_standings(Cover& cover) {
    const Context& context = cover.context;
    const Wording& words = context.words;
    std::size_t returned = 0;
    std::size_t departments_returned = 0;
    for (const Submission& each : context.standings.submissions) {
        returned += each.returned;
        departments_returned += each.absent.empty() ? 1U : 0U;
    }
    const bool internal = context.input.audience != Audience::council;
    cover.section(words("件数", "Counts"));
    std::vector<Count> counts = {
        {words("施策", "Measures"),
         decimal_of(context.standings.measures),
         internal ? words("うち提出 ", "returned: ") + std::to_string(returned) : ""},
        {words("主管課", "Departments"),
         decimal_of(context.standings.departments.size()),
         internal
             ? words("うち全て提出 ", "returned in full: ") + std::to_string(departments_returned)
             : ""},
        {words("指標", "Indicators"), count_of_lines(context, {}), ""}};
    for (const Standing standing : context.standings.shown()) {
        counts.push_back({std::string(mark_of(standing, false, context.standings.interim)) + " " +
                              context.label(standing),
                          count_of(context, {}, standing),
                          words(meaning_of(standing, context.standings.interim))});
    }
    write_counts(cover, counts);
}

void write_coverage(Cover& cover) {
    const Context& context = cover.context;
    const Wording& words = context.words;
    std::size_t assessed = 0;
    std::size_t all = 0;
    for (const Line& line : context.standings.lines) {
        assessed += line.standing == Standing::met || line.standing == Standing::missed ? 1U : 0U;
        all += counts_in_all(line.standing) ? 1U : 0U;
    }
    cover.sheet.write({cover.row, 0}, words("平均達成率", "Mean rate"), total(text_style()));
    cover.sheet.write({cover.row, 1}, mean_of(context, {}, Missing::excluded), total(rate_style()));
    const std::string coverage =
        words("判定できた指標 ", "assessed ") + std::to_string(assessed) + " / " +
        words("判定の対象 ", "of ") + std::to_string(all) + words("(", " (without: ") +
        context.label(Standing::to_confirm) + words("・", ", ") + context.label(Standing::outside) +
        words("・", ", ") + context.label(Standing::not_returned) + words("を除く)", ")");
    cover.sheet.merge({{cover.row, 2}, {cover.row, last_column}}, coverage, total(text_style()));
    cover.sheet.set_row_height(cover.row, std::max(22.0, height_points({{coverage, 54}}) + 4));
    ++cover.row;
}

void write_contents(Cover& cover) {
    const Context& context = cover.context;
    const Wording& words = context.words;
    cover.section(words("目次", "Contents"));
    struct Entry {
        const render::SheetWriter* sheet;
        std::string note;
    };
    std::vector<Entry> entries;
    for (const BookSheet& each : book_sheets()) {
        const render::SheetWriter* sheet = context.*each.sheet;
        if (sheet != nullptr && sheet != context.cover) {
            entries.push_back({sheet, words(each.told)});
        }
    }
    if (!context.forms.empty()) {
        entries.push_back({context.forms[context.standings.order.front()],
                           words("以下、施策ごとの様式とグラフ", "and on: a form and chart each")});
    }
    for (const Entry& entry : entries) {
        render::CellStyle link = link_style();
        link.align = render::HAlign::left;
        link.indent = 1;
        cover.sheet.write({cover.row, 0},
                          render::InternalLink{entry.sheet->name(), {0, 0}, entry.sheet->name()},
                          link);
        cover.sheet.merge({{cover.row, 1}, {cover.row, last_column}}, entry.note, text_style());
        cover.sheet.set_row_height(cover.row, 19);
        ++cover.row;
    }
}

}  // namespace

void write_cover(const Context& context) {
    render::SheetWriter& sheet = *context.cover;
    sheet.hide_gridlines();
    sheet.set_column_width(0, 0, 24);
    sheet.set_column_width(1, 1, 12);
    sheet.set_column_width(2, last_column, 20);
    Cover cover{.context = context, .sheet = sheet};
    write_title(cover);
    write_facts(cover);
    write_standings(cover);
    write_coverage(cover);
    write_contents(cover);
    render::PageSetup page = portrait_page(context.input.reading->plan.title);
    page.fit = render::PageSetup::Fit::page;
    sheet.set_page(page);
}

}  // namespace shinchoku::report
