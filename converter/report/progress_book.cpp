#include "report/progress_book.h"

#include <optional>

#include "base/joined.h"
#include "layout/book_kind.h"
#include "layout/identity.h"
#include "render/book.h"
#include "report/look.h"
#include "report/sheets.h"
#include "report/standing.h"
#include "report/year_marks.h"

namespace shinchoku::report {
namespace {

constexpr std::size_t most_automatic_forms = 250;

bool wants_forms(const ProgressBookInput& input) {
    if (input.audience == Audience::council) {
        return false;
    }
    switch (input.forms) {
        case Forms::always:
            return true;
        case Forms::never:
            return false;
        case Forms::automatic:
            return input.reading->plan.measures.size() <= most_automatic_forms;
    }
    return false;
}

// Of two titles under one number the first file read would win; where the master says which is
// right, the book goes by it. Nothing where there is no difference.
std::optional<layout::Reading> in_words_of_master(const ProgressBookInput& input) {
    if (input.master == nullptr) {
        return std::nullopt;
    }
    std::optional<layout::Reading> reworded;
    const auto& groups = input.reading->plan.groups;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const plan::Group* approved = plan::find_group(input.master->plan, groups[i].id);
        if (approved == nullptr || *approved == groups[i]) {
            continue;
        }
        if (!reworded) {
            reworded = *input.reading;
        }
        reworded->plan.groups[i] = *approved;
    }
    return reworded;
}

void add_sheets(render::Book& book, Context& context) {
    constexpr std::uint32_t page_color = 0x1F4E79;
    constexpr std::uint32_t table_color = 0x9DC3E6;
    for (const BookSheet& each : book_sheets()) {
        if (!each.is_for(context.input.audience)) {
            continue;
        }
        render::SheetWriter& sheet = book.add_sheet(context.words(each.name));
        sheet.set_tab_color(each.is_page ? page_color : table_color);
        // Whoever reads the book again looks for forms on the other sheets only.
        sheet.define_name(layout::own_sheet_name, layout::cell_reference(sheet.name(), {0, 0}));
        context.*each.sheet = &sheet;
        // Data and the figures of charts are copies, and the grounds explain the others.
        if (each.sheet != &Context::tidy && each.sheet != &Context::charts &&
            each.sheet != &Context::grounds) {
            sheet.remember();
            context.explained.push_back(&sheet);
        }
    }
    if (wants_forms(context.input)) {
        const auto& measures = context.input.reading->plan.measures;
        context.forms.resize(measures.size());
        for (const std::size_t index : context.standings.order) {
            context.forms[index] = &book.add_sheet(measures[index].id);
        }
    }
}

constexpr unsigned bit(Audience audience) {
    return 1U << static_cast<unsigned>(audience);
}
constexpr unsigned office = bit(Audience::office);
constexpr unsigned department = bit(Audience::department) | office;  // the office sees every sheet
constexpr unsigned council = bit(Audience::council) | office;
constexpr unsigned everyone = department | council;

std::vector<BookSheet> sheets_to_read() {
    return {
        {&Context::cover, {"表紙", "Cover"}, {}, everyone, true, write_cover},
        {&Context::key_lines,
         {"要点", "Key lines"},
         {"この報告書を10行で", "this book in ten lines"},
         office,
         true,
         write_key_lines},
        {&Context::actions,
         {"次にすること", "What to do next"},
         {"課ごとに、急ぐ順に", "by department"},
         department,
         true,
         write_actions},
        {&Context::council,
         {"議会資料", "For the council"},
         {"市民のことばで10行", "ten lines in plain words"},
         council,
         true,
         write_council},
        {&Context::story_page,
         {"一年の動き", "The year"},
         {"動いたもの、遅れているものとその理由、変わったこと",
          "what moved, what is late and why, what changed"},
         everyone,
         true,
         write_story},
    };
}

std::vector<BookSheet> sheets_of_all_measures() {
    return {
        {&Context::measures,
         {"一覧", "Measures"},
         {"すべての施策の状態・達成率・評価", "status, rate and grade of all"},
         everyone,
         false,
         write_measures},
        {&Context::by_year,
         {"年度別", "By year"},
         {"すべての年度の評価を色と文字で", "the grades of every year at a glance"},
         everyone,
         false,
         write_by_year},
        {&Context::charts,
         {"グラフ", "Charts"},
         {"目標と実績の棒グラフと推移", "bars of actual against target, and trends"},
         council,
         true,
         write_charts},
        {&Context::policies,
         {"方針別", "By policy"},
         {"基本方針ごとの件数と平均", "counts and means by policy"},
         council,
         false,
         write_policies},
        {&Context::departments,
         {"課別", "By department"},
         {"主管課ごとの件数と平均", "counts and means by department"},
         office,
         false,
         write_departments},
    };
}

std::vector<BookSheet> sheets_behind_them() {
    return {
        {&Context::submissions,
         {"提出状況", "Returned"},
         {"提出・未提出", "who has returned and who has not"},
         office,
         false,
         write_submissions},
        {&Context::findings,
         {"所見", "Findings"},
         {"入力の誤りと確かめてほしい点", "mistakes and doubts in the sheets"},
         department,
         false,
         write_findings},
        {&Context::calculation,
         {"算定", "Calculation"},
         {"達成率の式と根拠", "the formula behind each rate"},
         everyone,
         false,
         write_calculation},
        {&Context::grounds,
         {"算定根拠", "Grounds"},
         {"報告書の数の一つひとつの出し方", "how each number of this book comes about"},
         everyone,
         false,
         write_grounds},
        {&Context::tidy,
         {"データ", "Data"},
         {"機械で読む表", "a table for machines"},
         office,
         false,
         write_tidy},
    };
}

}  // namespace

bool BookSheet::is_for(Audience audience) const {
    return (readers & bit(audience)) != 0;
}

const std::vector<BookSheet>& book_sheets() {
    static const std::vector<BookSheet> table =
        base::joined<BookSheet>({sheets_to_read(), sheets_of_all_measures(), sheets_behind_them()});
    return table;
}

std::string Context::subtitle() const {
    const std::string what = !standings.has_begun ? words("開始前(", " not begun (as of ")
                             : standings.interim ? words("中間評価(", " interim review (as of ")
                                                 : words("実績(", " results (as of ");
    return input.reading->plan.title + words("　", "  ") + words.fiscal_year(standings.year) +
           what + words.date(input.as_of) + words("現在)　", ")  ") + readers();
}

std::string Context::readers() const {
    switch (input.audience) {
        case Audience::office:
            return words("とりまとめ課用", "for the office");
        case Audience::department:
            return words("主管課用", "for the departments");
        case Audience::council:
            return words("議会・市民用", "for the council and citizens");
    }
    return "";
}

std::string Context::why_interim() const {
    if (!standings.has_begun) {
        return words("計画はまだ始まっていない。", "The plan has not begun yet.");
    }
    return standings.interim ? words("年度の途中のため、数は途中のもの。",
                                     "The year has not ended, so the figures are provisional.")
                             : std::string();
}

std::string Context::label(Standing standing) const {
    return words(label_of(standing, standings.interim, input.audience));
}

std::string Context::label(const Line& line) const {
    const bool is_told = line.indicator != nullptr || line.standing == Standing::not_returned;
    return is_told ? label(line.standing) : label_of_no_indicator();
}

std::string Context::label_of_no_indicator() const {
    return words("指標なし", "No indicator");
}

std::string_view Context::mark(const Line& line) const {
    return mark_of(line.standing, line.worst_grade(scheme_of(input, line)), standings.interim);
}

render::CellStyle Context::style(Standing standing) const {
    return standing_style(standing, standings.interim);
}

base::Result<std::vector<base::Finding>> write_progress_book(const std::filesystem::path& path,
                                                             const ProgressBookInput& given) {
    ProgressBookInput input = given;
    const std::optional<layout::Reading> reworded = in_words_of_master(given);
    if (reworded) {
        input.reading = &*reworded;
    }
    const Standings standings = gather(input);
    const Story story = tell(input, standings);
    render::Book book;
    Context context{
        .input = input, .standings = standings, .story = story, .words = Wording(input.language)};
    book.set_title(input.reading->plan.title + context.words(" 進捗状況報告書", ": progress"));
    for (const auto& [name, value] : layout::plan_properties(input.reading->plan)) {
        book.set_property(name, value);
    }
    book.set_property(layout::kind_property, layout::progress_kind);
    add_sheets(book, context);
    write_forms(context);
    for (const BookSheet& each : book_sheets()) {
        if (context.*each.sheet != nullptr && each.sheet != &Context::grounds) {
            each.write(context);
        }
    }
    // Wherever it stands in the book, it tells of what the others hold.
    if (context.grounds != nullptr) {
        write_grounds(context);
    }
    return book.save(path);
}

}  // namespace shinchoku::report
