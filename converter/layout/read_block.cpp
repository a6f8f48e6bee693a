#include "layout/read_block.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/utf8.h"
#include "layout/block_parts.h"
#include "layout/cell_picker.h"
#include "layout/cell_value.h"
#include "layout/comparison.h"
#include "layout/field_names.h"
#include "layout/free_fields.h"
#include "layout/list_reading.h"
#include "layout/measure_fields.h"
#include "layout/number_mark.h"
#include "layout/printed_group.h"
#include "layout/vocabulary.h"
#include "plan/fiscal_year.h"

namespace shinchoku::layout {
namespace {

using Content = MeasureCollector::Content;
using Owner = MeasureCollector::Owner;

class BlockReader {
public:
    BlockReader(Grid& grid, const LabelIndex& index, Block& block)
        : grid_(grid),
          index_(index),
          block_(block),
          layout_(*block.layout->layout),
          picker_(grid, block),
          parts_(layout_) {}

    [[nodiscard]] std::vector<BlockParts::Taken> run() {
        set_kept_wordings();
        const auto& rows = block_.layout->rows;
        for (std::size_t compiled = 0; compiled < rows.size(); ++compiled) {
            const CompiledRow& row = rows[compiled];
            if (row.region < 0) {
                if (block_.row_of[compiled]) {
                    const auto form = static_cast<std::size_t>(block_.form_of[compiled]);
                    read_line({row.forms[form], *block_.row_of[compiled], nullptr});
                }
            } else if (block_.layout->regions[static_cast<std::size_t>(row.region)].first ==
                       static_cast<int>(compiled)) {
                read_region(row.region);
            }
        }
        read_free_fields(grid_, block_, parts_);
        picker_.check_label_joins();
        return parts_.take();
    }

private:
    MeasureCollector& collector() { return parts_.collector(); }
    ListReader& lists() { return parts_.lists(); }

    // 数値目標 or 活動目標: the wording itself is the category.
    void set_kept_wordings() {
        for (std::size_t number = 0; number < block_.labels.size(); ++number) {
            const LabelCell& label = block_.layout->labels[number];
            const Word* word = label.keep.empty() ? nullptr : find_word(label.keep);
            if (word != nullptr && word->id == FieldId::indicator_category &&
                block_.labels[number]) {
                const LabelPlace& found = *block_.labels[number];
                collector().set_category(
                    {}, found.agreement == Agreement::guessed ? label.text : found.wording);
            }
        }
    }

    void read_region(int region) {
        const Region& own = block_.layout->regions[static_cast<std::size_t>(region)];
        std::size_t number = 0;
        for (const Element& element : block_.elements[static_cast<std::size_t>(region)]) {
            element_key_ = element_key(own, number++);
            in_table_of_measures_ = layout_.block == BlockOf::plan && names_measures(own);
            if (in_table_of_measures_) {
                begin_row_of_measure(own, element);
            }
            lists().begin_element(own.list, heading_of(element));
            for (int compiled = own.first; compiled <= own.last; ++compiled) {
                const CompiledRow& row = block_.layout->rows[static_cast<std::size_t>(compiled)];
                if (row.line < 0) {
                    continue;
                }
                const auto& at = element.line_rows[static_cast<std::size_t>(row.line)];
                if (at) {
                    read_line({row.picture_row, *at, &element});
                }
            }
            lists().end_element(collector().measure());
        }
        element_key_.clear();
        carried_.clear();
        in_table_of_measures_ = false;
    }

    // The cells of a region's rows in which a measure is named, by row and column.
    std::vector<std::pair<int, int>> cells_of(const Region& region, FieldId id) const {
        std::vector<std::pair<int, int>> found;
        for (int compiled = region.first; compiled <= region.last; ++compiled) {
            const int row = block_.layout->rows[static_cast<std::size_t>(compiled)].picture_row;
            const auto& cells = layout_.picture.rows[static_cast<std::size_t>(row)].cells;
            for (std::size_t column = 0; column < cells.size(); ++column) {
                const Field* field = cells[column].field();
                if (field != nullptr && field->id == id) {
                    found.emplace_back(compiled, static_cast<int>(column));
                }
            }
        }
        return found;
    }

    bool names_measures(const Region& region) const {
        return !cells_of(region, FieldId::measure_number).empty() ||
               !cells_of(region, FieldId::measure_title).empty();
    }

    // One table of all measures: a row that names another measure than the one above begins it.
    void begin_row_of_measure(const Region& region, const Element& element) {
        picked_.clear();
        const Content number = name_in(region, element, FieldId::measure_number);
        const Content title = name_in(region, element, FieldId::measure_title);
        if (parts_.begin_row(number, title, element_key_)) {
            carried_.clear();
        }
        for (const auto& row : element.line_rows) {
            if (row) {
                parts_.note_row(*row);
            }
        }
    }

    Content name_in(const Region& region, const Element& element, FieldId id) {
        for (const auto& [compiled, column] : cells_of(region, id)) {
            const CompiledRow& row = block_.layout->rows[static_cast<std::size_t>(compiled)];
            const auto& at = element.line_rows[static_cast<std::size_t>(row.line)];
            const auto pick =
                at ? picker_.pick({row.picture_row, *at, &element}, column) : std::nullopt;
            if (pick) {
                picked_[{row.picture_row, column}] = *pick;
                return content_of(grid_, *pick);
            }
        }
        return {};
    }

    // The printed heading of the rows of a schedule: 分野施策1 住民自治.
    std::optional<PrintedGroup> heading_of(const Element& element) const {
        if (!element.heading) {
            return std::nullopt;
        }
        const Hit& hit = *element.heading;
        const LabelCell& label = block_.layout->labels[static_cast<std::size_t>(hit.label)];
        const PictureCell& cell = layout_.picture.rows[static_cast<std::size_t>(label.row)]
                                      .cells[static_cast<std::size_t>(label.column)];
        return heading_group(
            cell, index_.captures(*hit.candidate, grid_.find(hit.at)->text), hit.at);
    }

    void read_line(const Line& line) {
        const auto& cells = layout_.picture.rows[static_cast<std::size_t>(line.picture_row)].cells;
        for (int column = 0; column < static_cast<int>(cells.size()); ++column) {
            const PictureCell& cell = cells[static_cast<std::size_t>(column)];
            switch (cell.kind) {
                case CellKind::value:
                case CellKind::entry:
                    read_cell(line, column, *cell.field());
                    break;
                case CellKind::formula:
                    if (cell.field() != nullptr) {
                        read_formula(line, column, *cell.field());
                    }
                    break;
                case CellKind::choice:
                    read_choice(line, column, *cell.field());
                    break;
                case CellKind::pattern:
                    read_pattern(line, column, cell);
                    break;
                case CellKind::empty:
                case CellKind::absent:
                case CellKind::label:
                case CellKind::join_left:
                case CellKind::join_up:
                    break;
            }
        }
        picker_.explain_unread_years(line);
    }

    // What is merged over the rows of several measures is said of each.
    Content content_in(const Line& line, const Pick& pick) const {
        Content content = content_of(grid_, pick);
        const sheet::Cell* owner = grid_.find(pick.area.first);
        if (in_table_of_measures_ && !content.filled && pick.area.first.row < line.row &&
            owner != nullptr) {
            content = content_of(grid_, {pick.area.first, owner, pick.area});
        }
        return content;
    }

    void read_cell(const Line& line, int column, const Field& field) {
        if (field.id == FieldId::year_heading) {
            return;
        }
        if (field.id == FieldId::running_number) {
            ignore_running_number(line, column);
            return;
        }
        const auto known = picked_.find({line.picture_row, column});
        const auto pick = in_table_of_measures_ && known != picked_.end()
                              ? std::optional(known->second)
                              : picker_.pick(line, column);
        if (!pick) {
            return;
        }
        Content content = content_in(line, *pick);
        if (in_table_of_measures_ && is_of_measure(field.id)) {
            assign_once(line, column, field, *pick, content);
            return;
        }
        if (field.carried) {
            carry(line, field, content);
        }
        assign(line, column, field, *pick, content);
    }

    void assign_once(const Line& line,
                     int column,
                     const Field& field,
                     const Pick& pick,
                     const Content& content) {
        Content& said = parts_.said(field.name);
        if (said.filled && content.filled && said.text != content.text) {
            block_.remarks.add(
                remark::two_values(picker_.label_text(line, column), said.text, content.text),
                content.place);
        }
        if (said.filled || (!content.filled && said.place != base::CellRef())) {
            return;
        }
        said = content;
        assign(line, column, field, pick, content);
    }

    // A running number says nothing; it stands where the picture has it.
    void ignore_running_number(const Line& line, int column) {
        const auto at =
            block_.column + static_cast<std::uint32_t>(column - block_.layout->anchor_column);
        grid_.mark_used(base::CellRef{line.row, at});
    }

    // Blank or covered: the value above is carried down.
    void carry(const Line& line, const Field& field, Content& content) {
        const std::string key = field.name;
        if (content.filled) {
            carried_[key] = content;
        } else if (carried_.contains(key) && line.element != nullptr) {
            content = carried_[key];
        }
    }

    void read_formula(const Line& line, int column, const Field& field) {
        const auto pick = picker_.pick(line, column);
        if (!pick) {
            return;
        }
        if (!pick->filled() || pick->cell->formula != sheet::no_formula) {
            assign(line, column, field, {pick->place, nullptr, pick->area}, {.place = pick->place});
            return;
        }
        Content content = content_of(grid_, *pick);
        block_.remarks.add(
            remark::typed_over_formula(picker_.label_text(line, column), content.text),
            pick->place);
        assign(line, column, field, *pick, content);
    }

    void read_choice(const Line& line, int column, const Field& field) {
        const auto choice = picker_.pick_choice(line, column);
        if (!choice) {
            return;
        }
        auto& texts = collector().measure().texts;
        std::string& text = texts[field.text_key];
        const std::string path = "texts." + field.text_key;
        if (choice->option.empty()) {
            note_place(path, choice->place);
        } else if (text.empty()) {
            text = choice->option;
            collector().draft().places.fields[path] = choice->place;
        } else {
            block_.remarks.add(remark::two_marks(picker_.label_text(line, column)), choice->place);
        }
    }

    // The values in a label: its captures were taken when the label was found.
    void read_pattern(const Line& line, int column, const PictureCell& cell) {
        const auto found = captures_at(line, column);
        if (!found) {
            return;
        }
        std::string number;
        for (const Capture& capture : found->second) {
            if (capture.field->id == FieldId::measure_number ||
                capture.field->id == FieldId::top_group_number) {
                number = printed_number(capture);
            }
            assign_capture(line, column, cell, capture, found->first, number);
        }
    }

    using Captured = std::pair<base::CellRef, std::vector<Capture>>;

    std::optional<Captured> captures_at(const Line& line, int column) const {
        const int label = block_.layout->label_at(line.picture_row, column);
        if (label < 0) {
            return std::nullopt;
        }
        if (line.element == nullptr) {
            const auto& found = block_.labels[static_cast<std::size_t>(label)];
            return found ? std::optional(Captured{found->area.first, found->captures})
                         : std::nullopt;
        }
        for (const Hit& hit : line.element->labels) {
            if (hit.label == label) {
                return Captured{hit.at, index_.captures(*hit.candidate, grid_.find(hit.at)->text)};
            }
        }
        return std::nullopt;
    }

    void assign_capture(const Line& line,
                        int column,
                        const PictureCell& cell,
                        const Capture& capture,
                        base::CellRef at,
                        const std::string& number) {
        const Field& field = *capture.field;
        MeasureDraft& draft = collector().draft();
        if (field.id == FieldId::measure_number) {
            draft.number = capture.number;
            draft.measure.label = number.empty() ? "" : words_before(cell, field.id) + number;
            note_place("label", at);
        } else if (field.id == FieldId::top_group_number) {
            draft.top.number = capture.number;
            draft.top.label = number.empty() ? "" : words_before(cell, field.id) + number;
            draft.top.cell = at;
        } else if (field.id == FieldId::baseline_year) {
            parts_.set_baseline_year(plan::parse_fiscal_year(capture.text));
        } else if (field.id == FieldId::last_year) {
            check_last_year(capture, at);
        } else {
            Content content;
            content.text = capture.text;
            content.filled = !capture.text.empty();
            content.place = at;
            assign(line, column, field, {at, grid_.find(at), grid_.area(at)}, content);
        }
    }

    void check_last_year(const Capture& capture, base::CellRef at) {
        const auto year = plan::parse_fiscal_year(capture.text);
        const int last = block_.period.last_year;
        if (year && *year != last) {
            block_.remarks.add(remark::year_outside(capture.text, last, last), at);
        }
    }

    Owner owner_of(const Field& field) const {
        const List* list = layout_.list_of(field);
        if (!element_key_.empty() && list != nullptr && list->of == ListOf::indicators) {
            return {element_key_, list};
        }
        return {field.list, list};
    }

    // Judgements inside a list are of its indicator, outside of the whole measure.
    std::optional<Owner> evaluated(const Field& field) const {
        const List* list = field.list.empty() ? nullptr : layout_.list_of(field);
        const bool of_indicator = list != nullptr && list->of == ListOf::indicators;
        return of_indicator ? std::optional(owner_of(field)) : std::nullopt;
    }

    void note_place(const std::string& path, base::CellRef at) {
        collector().draft().places.fields.try_emplace(path, at);
    }

    void assign(const Line& line,
                int column,
                const Field& field,
                const Pick& pick,
                const Content& content) {
        if (is_group_field(field.id)) {
            assign_group(collector().draft(), field, content);
        } else if (is_of_evaluation(field.id)) {
            assign_evaluation(line, column, field, pick, content);
        } else if (field.id == FieldId::target || field.id == FieldId::actual ||
                   field.id == FieldId::note) {
            assign_year(line, column, field, pick, content);
        } else if (is_of_indicator(field.id)) {
            Content own = content;
            if (field.id == FieldId::baseline_value) {
                own.value = value_of(grid_, pick, block_.remarks);
            }
            collector().add_indicator_field(owner_of(field), field, own);
        } else if (ListReader::takes(field.id)) {
            assign_list_field(line, column, field, pick, content);
        } else {
            assign_measure_field(collector().draft(), layout_, field, content);
        }
    }

    void assign_evaluation(
        const Line& line, int column, const Field& field, const Pick& pick, Content content) {
        std::optional<int> year;
        if (field.pin != YearPin::none) {
            year = field.pin == YearPin::year ? field.pinned_year : block_.period.last_year;
        } else if (const YearColumn* found = picker_.year_column(line, column)) {
            year = found->year;
        }
        if (field.id == FieldId::rate && content.filled) {
            content.value = value_of(grid_, pick, block_.remarks);
        }
        collector().add_evaluation_field(evaluated(field), field, year, content);
    }

    void assign_year(
        const Line& line, int column, const Field& field, const Pick& pick, Content content) {
        int year = block_.period.last_year;
        std::optional<base::CellRef> heading;
        if (field.pin == YearPin::year) {
            year = field.pinned_year;
        } else if (field.pin == YearPin::none) {
            const YearColumn* found = picker_.year_column(line, column);
            if (found == nullptr) {
                return;
            }
            year = found->year;
            heading = found->heading;
            report_bar(line, column, *found, pick);
        }
        if (field.id != FieldId::note) {
            content.value = value_of(grid_, pick, block_.remarks);
        }
        collector().add_year_field(
            owner_of(field), field, year, heading, block_.first_cell(line.row), content);
    }

    void report_bar(const Line& line, int column, const YearColumn& first, const Pick& pick) {
        const YearColumn* last = picker_.last_year_under(line, column, pick.area);
        if (pick.filled() && last != nullptr && last->year > first.year) {
            block_.remarks.add(
                remark::merged_over_years(grid_.shown(*pick.cell), first.year, last->year),
                pick.place);
        }
    }

    void assign_list_field(const Line& line,
                           int column,
                           const Field& field,
                           const Pick& pick,
                           const Content& content) {
        if (field.id != FieldId::schedule_cells) {
            lists().add(field, content.text, content.filled, content.place);
            return;
        }
        const YearColumn* first = picker_.year_column(line, column);
        if (content.filled && first != nullptr) {
            const YearColumn* last = picker_.last_year_under(line, column, pick.area);
            lists().add_schedule_cell(first->year, last->year, content.text);
        }
    }

    Grid& grid_;
    const LabelIndex& index_;
    Block& block_;
    const Layout& layout_;
    CellPicker picker_;
    BlockParts parts_;
    std::string element_key_;
    std::map<std::string, Content> carried_;
    bool in_table_of_measures_ = false;
    // What named the row's measure was picked before its other cells; by row and column of the
    // picture.
    std::map<std::pair<int, int>, Pick> picked_;
};

}  // namespace

std::vector<BlockParts::Taken> read_block(Grid& grid, const LabelIndex& index, Block& block) {
    return BlockReader(grid, index, block).run();
}

}  // namespace shinchoku::layout
