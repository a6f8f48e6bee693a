#include "check/sheet_view.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "layout/comparison.h"

namespace shinchoku::check {
namespace {

using layout::FieldId;

struct NamedField {
    std::string_view path;
    FieldId field;
};
constexpr NamedField measure_fields[] = {{"label", FieldId::measure_number},
                                         {"title", FieldId::measure_title},
                                         {"departments", FieldId::departments},
                                         {"group", FieldId::nearest_group},
                                         {"top_group", FieldId::top_group_title}};

FieldId field_of_path(std::string_view path) {
    const auto found = std::find_if(std::begin(measure_fields),
                                    std::end(measure_fields),
                                    [&](const NamedField& one) { return one.path == path; });
    return found == std::end(measure_fields) ? FieldId::text : found->field;
}

// What tells the findings on two fields of one indicator and year apart.
std::string_view part_of_key(FieldId field) {
    switch (field) {
        case FieldId::target:
            return "target";
        case FieldId::baseline_value:
            return "baseline";
        case FieldId::note:
            return "note";
        case FieldId::rate:
            return "rate";
        case FieldId::grade:
            return "grade";
        case FieldId::reason:
            return "reason";
        case FieldId::next:
            return "next";
        case FieldId::indicator_name:
            return "name";
        case FieldId::indicator_unit:
            return "unit";
        case FieldId::indicator_category:
            return "category";
        case FieldId::indicator_direction:
            return "direction";
        default:
            return "";
    }
}

void add_year_cells(PlacedCell base,
                    const layout::YearPlaces& year,
                    std::vector<PlacedCell>& places) {
    base.year = year.year;
    const std::pair<FieldId, const std::optional<base::CellRef>*> cells[] = {
        {FieldId::target, &year.target},
        {FieldId::actual, &year.actual},
        {FieldId::note, &year.note},
        {FieldId::rate, &year.rate},
        {FieldId::grade, &year.grade},
        {FieldId::reason, &year.reason},
        {FieldId::next, &year.next}};
    for (const auto& [field, at] : cells) {
        if (*at) {
            base.field = field;
            base.at = **at;
            places.push_back(base);
        }
    }
}

// 目標（{最終年}）: the year in it is no data either.
bool is_label_with_year(const layout::PictureCell& cell) {
    return cell.kind == layout::CellKind::pattern && !cell.pieces.empty() &&
           cell.pieces.front().kind == layout::PieceKind::text &&
           std::all_of(cell.pieces.begin(), cell.pieces.end(), [](const layout::Piece& piece) {
               return piece.kind == layout::PieceKind::text ||
                      piece.field.id == FieldId::baseline_year ||
                      piece.field.id == FieldId::last_year;
           });
}

// Wider or higher than a text can matter; a merge may claim a million rows.
constexpr std::uint32_t most_columns = 256;
constexpr std::uint32_t most_rows = 1024;

// For each column whether one of the runs covers it; empty where there are none.
std::vector<bool> columns_in(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& runs) {
    if (runs.empty()) {
        return {};
    }
    std::vector<int> changes(base::max_columns + 1);
    for (const auto& [first, last] : runs) {
        ++changes[std::min(first, base::max_columns)];
        --changes[std::min(last + 1, base::max_columns)];
    }
    std::vector<bool> columns(base::max_columns);
    int open = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        open += changes[i];
        columns[i] = open > 0;
    }
    return columns;
}

}  // namespace

SheetView::SheetView(const sheet::Workbook& workbook,
                     const sheet::SheetAttachments& attached,
                     const std::vector<sheet::CellStyle>& styles,
                     const layout::Reading& reading,
                     std::size_t sheet_index,
                     std::vector<BlockView> blocks)
    : attached_(attached),
      styles_(styles),
      reading_(reading),
      grid_(workbook, sheet_index),
      hidden_columns_(columns_in(grid_.sheet().hidden_columns)),
      blocks_(std::move(blocks)) {
    std::sort(blocks_.begin(), blocks_.end(), [](const BlockView& a, const BlockView& b) {
        return a.range.first < b.range.first;
    });
    for (const BlockView& block : blocks_) {
        place_measure(block.measure);
    }
    std::stable_sort(places_.begin(), places_.end(), [](const PlacedCell& a, const PlacedCell& b) {
        return a.at < b.at;
    });
}

void SheetView::place_measure(std::size_t measure) {
    const layout::MeasurePlaces& own = reading_.places[measure];
    // Judgements of a measure with one indicator are of that.
    const PlacedCell of_measure{.measure = measure,
                                .indicator = own.indicators.size() == 1 ? 0 : -1};
    for (const layout::YearPlaces& year : own.years) {
        add_year_cells(of_measure, year, places_);
    }
    for (const auto& [path, at] : own.fields) {
        places_.push_back(
            {.at = at, .measure = measure, .field = field_of_path(path), .path = path});
    }
    for (std::size_t i = 0; i < own.indicators.size(); ++i) {
        const layout::IndicatorPlaces& indicator = own.indicators[i];
        PlacedCell base{.measure = measure, .indicator = static_cast<int>(i)};
        const std::pair<FieldId, const std::optional<base::CellRef>*> cells[] = {
            {FieldId::indicator_name, &indicator.name},
            {FieldId::indicator_unit, &indicator.unit},
            {FieldId::indicator_category, &indicator.category},
            {FieldId::indicator_direction, &indicator.direction},
            {FieldId::baseline_value, &indicator.baseline}};
        for (const auto& [field, at] : cells) {
            if (*at) {
                base.field = field;
                base.at = **at;
                places_.push_back(base);
            }
        }
        for (const layout::YearPlaces& year : indicator.years) {
            add_year_cells(base, year, places_);
            if (year.heading) {
                headings_.insert(*year.heading);
            }
        }
    }
}

const BlockView* SheetView::block_at(base::CellRef at) const {
    const auto found = std::find_if(blocks_.begin(), blocks_.end(), [&](const BlockView& block) {
        return block.range.contains(at);
    });
    return found == blocks_.end() ? nullptr : &*found;
}

const PlacedCell* SheetView::place_at(base::CellRef at) const {
    const auto found = std::lower_bound(
        places_.begin(), places_.end(), at, [](const PlacedCell& place, base::CellRef sought) {
            return place.at < sought;
        });
    return found != places_.end() && found->at == at ? &*found : nullptr;
}

const sheet::CellStyle& SheetView::style_of(const sheet::Cell& cell) const {
    static const sheet::CellStyle usual;
    const auto index = static_cast<std::size_t>(&cell - sheet().cells.data());
    if (index >= attached_.style_of_cell.size() ||
        attached_.style_of_cell[index] >= styles_.size()) {
        return usual;
    }
    return styles_[attached_.style_of_cell[index]];
}

void SheetView::for_each_cell(const BlockView& block,
                              const std::function<void(const sheet::Cell&)>& visit) const {
    const std::vector<sheet::Cell>& cells = sheet().cells;
    auto cell =
        std::lower_bound(cells.begin(),
                         cells.end(),
                         block.range.first,
                         [](const sheet::Cell& one, base::CellRef at) { return one.at < at; });
    for (; cell != cells.end() && cell->at.row <= block.range.last.row; ++cell) {
        if (block.range.contains(cell->at)) {
            visit(*cell);
        }
    }
}

bool SheetView::is_label(const layout::Layout& layout, std::string_view text) const {
    if (labels_.layout != &layout) {
        labels_ = {.layout = &layout, .whole = {}, .beginnings = {}};
        for (const layout::PictureRow& row : layout.picture.rows) {
            for (const layout::PictureCell& cell : row.cells) {
                if (cell.kind == layout::CellKind::label) {
                    labels_.whole.insert(layout::comparison_form(cell.label()));
                } else if (is_label_with_year(cell)) {
                    labels_.beginnings.push_back(layout::comparison_form(cell.pieces.front().text));
                }
            }
        }
        for (const auto& [label, variants] : layout.labels) {
            for (const std::string& accepted : variants.accepted) {
                labels_.whole.insert(layout::comparison_form(accepted));
            }
        }
    }
    const std::string form = layout::comparison_form(text);
    return labels_.whole.contains(form) ||
           std::any_of(labels_.beginnings.begin(),
                       labels_.beginnings.end(),
                       [&](const std::string& beginning) { return form.starts_with(beginning); });
}

bool SheetView::holds_data(const BlockView& block, const sheet::Cell& cell) const {
    if (!grid_.is_filled(cell) || headings_.contains(cell.at)) {
        return false;
    }
    const PlacedCell* place = place_at(cell.at);
    return place != nullptr || cell.type != sheet::CellType::text ||
           !is_label(*block.layout, cell.text);
}

bool SheetView::row_is_hidden(std::uint32_t row) const {
    return std::binary_search(sheet().hidden_rows.begin(), sheet().hidden_rows.end(), row);
}

bool SheetView::column_is_hidden(std::uint32_t column) const {
    return column < hidden_columns_.size() && hidden_columns_[column];
}

double SheetView::width_chars(const base::CellRange& area) const {
    double width = 0;
    const std::uint32_t last = std::min(area.last.column, area.first.column + most_columns);
    for (std::uint32_t column = area.first.column; column <= last; ++column) {
        width += column_is_hidden(column) ? 0 : attached_.width_chars(column);
    }
    return width;
}

double SheetView::height_points(const base::CellRange& area) const {
    double height = 0;
    const std::uint32_t last = std::min(area.last.row, area.first.row + most_rows);
    for (std::uint32_t row = area.first.row; row <= last; ++row) {
        const sheet::RowHeight* own = attached_.height_of(row);
        if (!row_is_hidden(row)) {
            height += own != nullptr ? own->points : attached_.usual_height_points;
        }
    }
    return height;
}

void SheetView::add(Collector& out, Remark remark) const {
    const BlockView* block = remark.cell ? block_at(*remark.cell) : nullptr;
    if (block == nullptr) {
        return;
    }
    const plan::Measure& measure = reading_.plan.measures[block->measure];
    const PlacedCell* place = place_at(*remark.cell);
    std::string id = measure.id;
    std::string_view part;
    if (place != nullptr) {
        const auto indicator = static_cast<std::size_t>(place->indicator);
        if (place->indicator >= 0 && indicator < measure.indicators.size()) {
            id = measure.indicators[indicator].id;
        }
        part = place->path.empty() ? part_of_key(place->field) : place->path;
        if (place->year != 0) {
            remark.year = place->year;
        }
    }
    for (const std::string_view more : {part, remark.part}) {
        if (!more.empty()) {
            id += '/';
            id += more;
        }
    }
    out.add(block->measure, id, std::move(remark));
}

DrawnAs drawn_as(const layout::Layout& layout, const PlacedCell& place) {
    DrawnAs drawn;
    for (const layout::PictureRow& row : layout.picture.rows) {
        for (const layout::PictureCell& cell : row.cells) {
            const layout::Field* field = cell.field();
            const bool is_own =
                field != nullptr && field->id == place.field &&
                (field->id != FieldId::text || place.path == "texts." + field->text_key);
            if (!is_own) {
                continue;
            }
            drawn.entry = drawn.entry || cell.kind == layout::CellKind::entry;
            if (cell.kind == layout::CellKind::formula) {
                drawn.formula = true;
                const auto known = layout.formulas.find(cell.formula);
                drawn.formula_text = known == layout.formulas.end() ? "" : known->second.text;
            }
        }
    }
    return drawn;
}

}  // namespace shinchoku::check
