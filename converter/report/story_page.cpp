#include "report/story_page.h"

#include "report/formulas.h"

namespace shinchoku::report {
namespace {

std::string told_name(const Wording& words, const Line& line) {
    const bool is_told = line.indicator == nullptr || line.indicator->name.empty() ||
                         line.indicator->name == line.measure->title;
    return is_told
               ? line.measure->title
               : line.measure->title + "\n" + words("指標: ", "Indicator: ") + line.indicator->name;
}

}  // namespace

const std::vector<double>& story_widths() {
    static const std::vector<double> table = {8, 27, 12, 13, 13, 13, 10, 21};
    return table;
}

void StoryPage::write(StoryColumn column,
                      const render::Content& content,
                      const render::CellStyle& style) {
    flow.sheet().write({flow.row(), column}, content, style);
}

void StoryPage::write_section(const std::string& title, const std::string& remark) {
    flow.begin_block();
    flow.end_row(8);
    flow.write_text(title, section_style());
    if (!remark.empty()) {
        render::CellStyle style = note_style();
        style.valign = render::VAlign::center;
        flow.write_text(remark, style);
    }
}

void StoryPage::write_heads(const std::vector<std::string>& heads) {
    std::vector<Wrapped> wrapped;
    for (std::uint32_t column = 0; column < heads.size(); ++column) {
        flow.sheet().write({flow.row(), column}, heads[column], head_style());
        wrapped.push_back({heads[column], story_widths()[column] + 1.5});
    }
    flow.end_row(height_points(wrapped) + 2);
}

void StoryPage::write_none(const std::string& text) {
    flow.write_text(text, text_style());
}

void StoryPage::write_rest(std::size_t all, std::size_t shown, const render::SheetWriter* where) {
    if (all <= shown) {
        return;
    }
    const Wording& told = words();
    const std::string rest = told("ほか ", "And ") + told.count(all - shown, "件", "more", "more");
    const std::string see =
        where == nullptr ? told("。", ".")
                         : told("は「", ": see \"") + where->name() + told("」を見る。", "\".");
    flow.write_text(rest + see, note_style());
}

double StoryPage::write_subject(const Line& line) {
    const std::string told = told_name(words(), line);
    const std::string responsible = department_key(context, line.department());
    write(StoryColumn::number, line.measure->id, center_style());
    write(StoryColumn::name, told, text_style());
    write(StoryColumn::department, responsible, text_style());
    return height_points({{told, story_widths()[StoryColumn::name]},
                          {responsible, story_widths()[StoryColumn::department]},
                          {line.measure->id, story_widths()[StoryColumn::number] + 1.5}});
}

std::string StoryPage::own_grade_shown(const Line& line) const {
    const std::string own(line.own_grade());
    if (own.empty()) {
        return words()("記載なし", "none");
    }
    return line.grades_differ() ? own + words()(" ≠ 計算", " ≠ computed") : own;
}

}  // namespace shinchoku::report
