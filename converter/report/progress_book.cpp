#include "report/progress_book.h"

#include <optional>

#include "layout/book_kind.h"
#include "layout/identity.h"
#include "render/book.h"
#include "report/sheets.h"
#include "report/standing.h"

namespace shinchoku::report {
namespace {

constexpr std::size_t most_automatic_forms = 250;

bool wants_forms(const ProgressBookInput& input) {
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
    const Wording& words = context.words;
    const auto add = [&](std::string_view ja, std::string_view en, std::uint32_t color) {
        render::SheetWriter& sheet = book.add_sheet(words(ja, en));
        sheet.set_tab_color(color);
        // Whoever reads the book again looks for forms on the other sheets only.
        sheet.define_name(layout::own_sheet_name, layout::cell_reference(sheet.name(), {0, 0}));
        return &sheet;
    };
    constexpr std::uint32_t reading = 0x1F4E79;
    constexpr std::uint32_t tables = 0x9DC3E6;
    context.cover = add("表紙", "Cover", reading);
    context.key_lines = add("要点", "Key lines", reading);
    context.measures = add("一覧", "Measures", tables);
    context.policies = add("方針別", "By policy", tables);
    context.departments = add("課別", "By department", tables);
    context.submissions = add("提出状況", "Returned", tables);
    context.findings = add("所見", "Findings", tables);
    context.calculation = add("算定", "Calculation", tables);
    context.tidy = add("データ", "Data", tables);
    if (wants_forms(context.input)) {
        const auto& measures = context.input.reading->plan.measures;
        context.forms.resize(measures.size());
        for (const std::size_t index : context.standings.order) {
            context.forms[index] = &book.add_sheet(measures[index].id);
        }
    }
}

}  // namespace

std::string Context::subtitle() const {
    return input.reading->plan.title + words("　", "  ") + words.fiscal_year(standings.year) +
           words("実績(", " results (as of ") + words.date(input.as_of) + words("現在)", ")");
}

base::Result<std::vector<base::Finding>> write_progress_book(const std::filesystem::path& path,
                                                             const ProgressBookInput& given) {
    ProgressBookInput input = given;
    const std::optional<layout::Reading> reworded = in_words_of_master(given);
    if (reworded) {
        input.reading = &*reworded;
    }
    const Standings standings = gather(input);
    render::Book book;
    Context context{.input = input, .standings = standings, .words = Wording(input.language)};
    book.set_title(input.reading->plan.title + context.words(" 進捗状況報告書", ": progress"));
    for (const auto& [name, value] : layout::plan_properties(input.reading->plan)) {
        book.set_property(name, value);
    }
    book.set_property(layout::kind_property, layout::progress_kind);
    add_sheets(book, context);
    write_forms(context);
    write_cover(context);
    write_key_lines(context);
    write_measures(context);
    write_policies(context);
    write_departments(context);
    write_submissions(context);
    write_findings(context);
    write_calculation(context);
    write_tidy(context);
    return book.save(path);
}

}  // namespace shinchoku::report
