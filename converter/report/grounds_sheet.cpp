#include "layout/identity.h"
#include "report/grounds.h"
#include "report/look.h"
#include "report/sheets.h"

namespace shinchoku::report {
namespace {

enum GroundColumn : std::uint32_t { place, of_row, of_column, value, how, formula };

constexpr double row_width = 24;
constexpr double heading_width = 13;
constexpr double basis_width = 58;
constexpr double formula_width = 30;
// A formula of many conditions would fill a page, and its own cell shows all of it.
constexpr std::size_t longest_formula = 160;

std::vector<Column> ground_columns(const Wording& words) {
    return {{words("場所", "Cell"), 13},
            {words("何の", "Of what"), row_width},
            {words("項目", "Figure"), heading_width},
            {words("値", "Value"), 12},
            {words("どのように出したか", "How it comes about"), basis_width},
            {words("式", "Formula"), formula_width}};
}

// Cut between characters.
std::string shortened(const std::string& text, std::size_t longest) {
    if (text.size() <= longest) {
        return text;
    }
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return text.substr(0, end) + "…";
}

// The cell itself, so that both always agree.
render::Content live_value(const Ground& ground) {
    render::FormulaCell live{layout::cell_reference(ground.sheet->name(), ground.cell), {}};
    if (const auto* number = std::get_if<base::Decimal>(&ground.written->content)) {
        live.cached = *number;
    } else if (const auto* text = std::get_if<std::string>(&ground.written->content)) {
        live.cached = *text;
    } else {
        live.cached = std::get<render::FormulaCell>(ground.written->content).cached;
    }
    return live;
}

render::CellStyle value_style(const Ground& ground) {
    render::CellStyle style = right_style();
    style.wrap = false;
    style.shrink = true;
    style.number_format = ground.written->style->number_format;
    return style;
}

void write_ground(const Context& context, const Ground& ground, std::uint32_t row) {
    render::SheetWriter& sheet = *context.grounds;
    const std::string at = ground.sheet->name() + " " + base::to_a1(ground.cell);
    render::CellStyle link = link_style();
    link.align = render::HAlign::left;
    link.indent = 1;
    const std::string text = shortened(ground.formula, longest_formula);
    sheet.write({row, place}, render::InternalLink{ground.sheet->name(), ground.cell, at}, link);
    sheet.write({row, of_row}, ground.row, text_style());
    sheet.write({row, of_column}, ground.heading, text_style());
    sheet.write({row, value}, live_value(ground), value_style(ground));
    sheet.write({row, how}, ground.basis, text_style());
    render::CellStyle small = text_style();
    small.size_points = 8;
    sheet.write({row, formula}, text, small);
    sheet.set_row_height(row,
                         height_points({{at, 13},
                                        {ground.row, row_width},
                                        {ground.heading, heading_width},
                                        {ground.basis, basis_width},
                                        {text, formula_width * 1.25}}));
}

// What has no row here, and why.
std::string left_out(const Context& context, std::size_t numbers) {
    const Wording& words = context.words;
    std::string text =
        words("この報告書の数 ", "One row for each number of this book: ") +
        words.count(numbers, "個を1行ずつ示す。", "number. ", "numbers. ") +
        words(
            "「データ」と施策ごとの様式は提出された内容の、「グラフ」の数は「算定」などの写しなので"
            "含めない。",
            "The sheet of data and the forms only copy what was returned, and the figures of "
            "the charts copy other sheets; they are left out.");
    for (const render::SheetWriter* sheet : context.explained) {
        if (!sheet->written()->complete) {
            text +=
                words("「" + sheet->name() + "」の下の方の行は、同じ列の上の行と同じ決め方による。",
                      " Lower rows of " + sheet->name() + " follow those above them.");
        }
    }
    return text;
}

}  // namespace

void write_grounds(const Context& context) {
    const Wording& words = context.words;
    const std::vector<Column> columns = ground_columns(words);
    const std::vector<Ground> grounds = grounds_of(context);
    begin_table(*context.grounds,
                words("算定根拠", "Grounds of every number"),
                context.subtitle(),
                columns);
    context.grounds->write({2, 0}, left_out(context, grounds.size()), subtitle_style());
    std::uint32_t row = first_data_row;
    for (const Ground& ground : grounds) {
        write_ground(context, ground, row++);
    }
    end_table(*context.grounds,
              landscape_page(context.input.reading->plan.title),
              columns,
              grounds.size(),
              1);
}

}  // namespace shinchoku::report
