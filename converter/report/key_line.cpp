#include "report/key_line.h"

namespace shinchoku::report {
namespace {

constexpr double text_width = 66;

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

void write_key_lines_page(const Context& context,
                          render::SheetWriter& sheet,
                          const std::string& title,
                          const std::vector<KeyLine>& lines,
                          const std::string& remark) {
    const Wording& words = context.words;
    begin_table(sheet,
                title,
                context.subtitle(),
                {{"", 5},
                 {words("項目", "Line"), 20},
                 {words("数", "Figure"), 14},
                 {words("内容", "What stands behind it"), text_width}});
    std::uint32_t row = first_data_row;
    for (const KeyLine& line : lines) {
        write_line(sheet, line, row, static_cast<int>(row - heading_row));
        ++row;
    }
    sheet.merge({{row + 1, 0}, {row + 1, 3}}, remark, note_style());
    sheet.set_row_height(row + 1, height_points({{remark, text_width + 39}}, 9) + 4);
    render::PageSetup page = portrait_page(context.input.reading->plan.title);
    page.fit = render::PageSetup::Fit::page;
    sheet.set_page(page);
}

Lines select(const Context& context, Standing standing) {
    return select(context, [&](const Line& line) { return line.standing == standing; });
}

void sort_by_rate(Lines& lines, bool lowest_first) {
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

std::string or_none(const Context& context, const std::string& text) {
    return text.empty() ? context.words("なし", "None") : text;
}

std::string name_of(const Line& line) {
    // Of several indicators under one title the title alone would not tell which.
    const bool is_one_of_many = line.indicator != nullptr && line.measure->indicators.size() > 1;
    return line.measure->id + " " + (is_one_of_many ? line.indicator->name : line.measure->title);
}

std::string rate_text(const Line& line) {
    return line.assessment->rate ? line.assessment->rate->rounded(1).to_fixed(1) + "%"
                                 : std::string("―");
}

std::string with_rate(const Line* line) {
    return name_of(*line) + " (" + rate_text(*line) + ")";
}

std::string with_department(const Line* line) {
    const std::string department(line->department());
    return name_of(*line) + (department.empty() ? "" : " (" + department + ")");
}

}  // namespace shinchoku::report
