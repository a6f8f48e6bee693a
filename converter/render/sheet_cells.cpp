#include <algorithm>
#include <cassert>
#include <cmath>

#include "render/book_impl.h"
#include "render/book_text.h"
#include "render/text_height.h"

namespace shinchoku::render {
namespace {

constexpr double max_column_width_chars = 255;
constexpr std::uint32_t max_links = 65530;
constexpr std::size_t max_formula_units = 8192;

std::string formula_string(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : plain_text(text, 255).text) {
        quoted.append(c == '"' ? 2 : 1, c);
    }
    return quoted + "\"";
}

FormulaCell link_formula(std::string_view place, const std::string& text) {
    return {
        "HYPERLINK(" + formula_string("#" + std::string(place)) + "," + formula_string(text) + ")",
        text};
}

}  // namespace

void SheetWriter::Impl::write_text(base::CellRef at, std::string_view text, lxw_format* format) {
    const SafeText safe = cell_text(text);
    if (safe.shortened) {
        book->report(
            this,
            at,
            {"文が長すぎます。Excelのセルに入る32,767字までを書きました。",
             "The text is too long; the 32,767 characters that a cell holds were written."},
            safe.text.substr(0, 60));
    }
    if (safe.repaired) {
        book->report(this,
                     at,
                     {"文字として読めない部分を「\xEF\xBF\xBD」に置き換えて書きました。",
                      "Bytes that are no character were written as U+FFFD."},
                     safe.text.substr(0, 60));
    }
    worksheet_write_string(sheet, at.row, column_code(at.column), safe.text.c_str(), format);
}

void SheetWriter::Impl::write_runs(base::CellRef at, const RichText& text, const CellStyle& style) {
    std::string whole;
    for (const TextRun& run : text.runs) {
        whole += run.text;
    }
    const SafeText safe = cell_text(whole);
    CellStyle colored = style;
    if (!text.runs.empty()) {
        colored.color = text.runs.front().color;
    }
    // The library takes no text of one run, and only the plain way says what had to give way.
    if (text.runs.size() < 2 || safe.repaired || safe.shortened) {
        write_text(at, whole, book->format_of(colored));
        return;
    }
    std::vector<std::string> kept;
    kept.reserve(text.runs.size());
    std::vector<lxw_rich_string_tuple> tuples;
    tuples.reserve(text.runs.size());
    for (const TextRun& run : text.runs) {
        colored.color = run.color;
        kept.push_back(cell_text(run.text).text);
        lxw_rich_string_tuple& tuple = tuples.emplace_back();
        tuple.format = book->format_of(colored);
        tuple.string = kept.back().data();
    }
    std::vector<lxw_rich_string_tuple*> list;
    list.reserve(tuples.size() + 1);
    for (lxw_rich_string_tuple& tuple : tuples) {
        list.push_back(&tuple);
    }
    list.push_back(nullptr);
    worksheet_write_rich_string(
        sheet, at.row, column_code(at.column), list.data(), book->format_of(style));
}

void SheetWriter::Impl::write_number(base::CellRef at,
                                     const base::Decimal& number,
                                     lxw_format* format) {
    const double value = number.to_double();
    const std::optional<base::Decimal> kept = base::Decimal::from_double(value);
    if (!kept) {
        book->report(this,
                     at,
                     {"Excelで扱えない大きさの数です。文字として書きました。",
                      "The number is beyond what Excel can hold; it was written as text."},
                     number.to_string());
        write_text(at, number.to_string(), format);
        return;
    }
    if (*kept != number) {
        book->report(this,
                     at,
                     {"桁が多すぎるため、Excelで扱える約15桁に丸めて書きました。",
                      "The number has more digits than Excel holds; it was rounded."},
                     number.to_string());
    }
    if (needs_exact_digits(value)) {
        book->edits[part_name()].push_back(exact_number(at, shortest_digits(value)));
    }
    worksheet_write_number(sheet, at.row, column_code(at.column), value, format);
}

std::string SheetWriter::Impl::part_name() const {
    return "xl/worksheets/sheet" + std::to_string(index + 1) + ".xml";
}

void SheetWriter::Impl::write_formula(base::CellRef at,
                                      const FormulaCell& formula,
                                      lxw_format* format) {
    const std::string text = plain_text(formula.formula, max_formula_units).text;
    const auto column = column_code(at.column);
    if (const auto* number = std::get_if<base::Decimal>(&formula.cached)) {
        worksheet_write_formula_num(
            sheet, at.row, column, text.c_str(), format, number->to_double());
        return;
    }
    const auto* words = std::get_if<std::string>(&formula.cached);
    const std::string cached = words != nullptr ? cell_text(*words).text : std::string();
    worksheet_write_formula_str(sheet, at.row, column, text.c_str(), format, cached.c_str());
}

void SheetWriter::Impl::write_link(base::CellRef at, const InternalLink& link, lxw_format* format) {
    if (link_count >= max_links || link.text.empty()) {
        write_text(at, link.text, format);
        return;
    }
    const std::string place = quoted_sheet_name(link.sheet) + "!" + base::to_a1(link.cell);
    // The library looks for these anywhere in a target; such a sheet is linked by formula.
    for (const std::string_view sign : {"#", "internal:", "external:"}) {
        if (place.find(sign) != std::string::npos) {
            write_formula(at, link_formula(place, link.text), format);
            return;
        }
    }
    ++link_count;
    worksheet_write_url_opt(sheet,
                            at.row,
                            column_code(at.column),
                            ("internal:" + place).c_str(),
                            format,
                            cell_text(link.text).text.c_str(),
                            nullptr);
}

bool SheetWriter::Impl::claim(const base::CellRange& range) {
    const auto key = [](std::uint32_t row, std::uint32_t column) {
        return (std::uint64_t{row} << 16U) | column;
    };
    for (std::uint32_t row = range.first.row; row <= range.last.row; ++row) {
        for (std::uint32_t column = range.first.column; column <= range.last.column; ++column) {
            if (joined_cells.contains(key(row, column))) {
                return false;
            }
        }
    }
    for (std::uint32_t row = range.first.row; row <= range.last.row; ++row) {
        for (std::uint32_t column = range.first.column; column <= range.last.column; ++column) {
            joined_cells.insert(key(row, column));
        }
    }
    return true;
}

void SheetWriter::Impl::keep(base::CellRef at, const Content& content, const CellStyle& style) {
    if (!written) {
        return;
    }
    if (std::holds_alternative<std::monostate>(content)) {
        written->cells.erase(at);
        return;
    }
    if (written->cells.size() >= most_remembered_cells) {
        written->complete = false;
        return;
    }
    const auto* formula = std::get_if<FormulaCell>(&content);
    if (formula != nullptr && !formula->basis.empty()) {
        written->explained.try_emplace(at, formula->basis);
    }
    written->cells.insert_or_assign(at, WrittenCell{at, content, book->kept_style(style)});
}

void SheetWriter::Impl::apply_row(std::uint32_t row) {
    const RowState& state = rows[row];
    lxw_row_col_options options{};
    options.level = static_cast<std::uint8_t>(state.level);
    worksheet_set_row_opt(sheet, row, state.height_points, nullptr, &options);
    // Without this a row of exactly the default height is left to Excel's own measuring.
    if (lxw_row* stored = lxw_worksheet_find_row(sheet, row)) {
        stored->height_changed = 1;
    }
}

void SheetWriter::Impl::apply_column_widths() {
    for (auto place = widths_chars.begin(); place != widths_chars.end();) {
        const auto [first, width] = *place;
        std::uint32_t last = first;
        // Neighbours of one width are one element: overlapping ones would damage the sheet.
        for (++place;
             place != widths_chars.end() && place->first == last + 1 && place->second == width;
             ++place) {
            last = place->first;
        }
        worksheet_set_column(sheet, column_code(first), column_code(last), width, nullptr);
    }
}

SheetWriter::SheetWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
SheetWriter::~SheetWriter() = default;

const std::string& SheetWriter::name() const {
    return impl_->name;
}

void SheetWriter::set_column_width(std::uint32_t first, std::uint32_t last, double width_chars) {
    for (std::uint32_t column = first; column <= last && column < base::max_columns; ++column) {
        impl_->widths_chars[column] = std::clamp(width_chars, 0.1, max_column_width_chars);
    }
}

void SheetWriter::set_row_height(std::uint32_t row, double height_points) {
    impl_->rows[row].height_points = std::clamp(height_points, 0.75, max_row_height_points);
    impl_->apply_row(row);
}

void SheetWriter::set_outline(std::uint32_t row, int level) {
    impl_->rows[row].level = std::clamp(level, 0, 7);
    impl_->apply_row(row);
}

void SheetWriter::write(base::CellRef at, const Content& content, const CellStyle& style) {
    if (at.row >= base::max_rows || at.column >= base::max_columns) {
        impl_->book->report(impl_.get(),
                            std::nullopt,
                            {"シートの端（XFD1048576）を超えるセルは書けませんでした。",
                             "A cell beyond XFD1048576 could not be written."},
                            "");
        return;
    }
    impl_->keep(at, content, style);
    lxw_format* format = impl_->book->format_of(style);
    const auto column = column_code(at.column);
    if (const auto* text = std::get_if<std::string>(&content)) {
        impl_->write_text(at, *text, format);
    } else if (const auto* number = std::get_if<base::Decimal>(&content)) {
        impl_->write_number(at, *number, format);
    } else if (const auto* truth = std::get_if<bool>(&content)) {
        worksheet_write_boolean(impl_->sheet, at.row, column, *truth ? 1 : 0, format);
    } else if (const auto* formula = std::get_if<FormulaCell>(&content)) {
        impl_->write_formula(at, *formula, format);
    } else if (const auto* link = std::get_if<InternalLink>(&content)) {
        impl_->write_link(at, *link, format);
    } else if (const auto* runs = std::get_if<RichText>(&content)) {
        impl_->write_runs(at, *runs, style);
    } else if (const auto* error = std::get_if<ErrorCell>(&content)) {
        worksheet_write_number(impl_->sheet, at.row, column, 0, format);
        impl_->book->edits[impl_->part_name()].push_back(error_value(at, error->code));
    } else {
        worksheet_write_blank(impl_->sheet, at.row, column, format);
    }
}

void SheetWriter::merge(const base::CellRange& range,
                        const Content& content,
                        const CellStyle& style) {
    const bool fits = range.last.row < base::max_rows && range.last.column < base::max_columns;
    if (range.first != range.last && fits) {
        const bool free = impl_->claim(range);
        assert(free && "merged ranges must not overlap");
        if (free) {
            worksheet_merge_range(impl_->sheet,
                                  range.first.row,
                                  column_code(range.first.column),
                                  range.last.row,
                                  column_code(range.last.column),
                                  "",
                                  impl_->book->format_of(style));
        }
    }
    write(range.first, content, style);
    if (impl_->written) {
        const auto kept = impl_->written->cells.find(range.first);
        if (kept != impl_->written->cells.end()) {
            kept->second.last = range.last;
        }
    }
}

void SheetWriter::remember() {
    impl_->written = std::make_unique<WrittenCells>();
}

const WrittenCells* SheetWriter::written() const {
    return impl_->written.get();
}

void SheetWriter::explain(base::CellRef at, const std::string& words) {
    if (impl_->written && impl_->written->explained.size() < most_remembered_cells) {
        impl_->written->explained.insert_or_assign(at, words);
    }
}

}  // namespace shinchoku::render
