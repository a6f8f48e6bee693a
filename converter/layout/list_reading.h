#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/layout.h"
#include "layout/measure_draft.h"
#include "plan/model.h"

namespace shinchoku::layout {

// Reads the repeated groups of a block that are no indicators: schedule rows, approaches, footnotes
// and texts kept as rows. Elements that are wholly blank are dropped.
class ListReader {
public:
    explicit ListReader(const Layout& layout) : layout_(layout) {}

    [[nodiscard]] static bool takes(FieldId id);

    void begin_element(const std::string& list, const std::optional<PrintedGroup>& heading);
    void add(const Field& field, const std::string& text, bool filled, base::CellRef at);
    void add_schedule_cell(int year, int through, const std::string& text);
    void end_element(plan::Measure& measure);

    // Writes the texts kept as rows, and where their pieces stand.
    void finish(plan::Measure& measure, MeasurePlaces& places);
    [[nodiscard]] std::vector<PrintedGroup> take_headings() { return std::move(headings_); }

private:
    [[nodiscard]] std::vector<plan::ApproachItem> items_of(std::string_view text) const;
    [[nodiscard]] plan::ItemMark item_mark(std::string_view name) const;

    const Layout& layout_;
    const List* list_ = nullptr;
    bool filled_ = false;
    plan::ScheduleRow schedule_;
    plan::Approach approach_;
    plan::Footnote footnote_;
    struct Column {
        std::string text;
        base::CellRef at;
    };
    std::vector<Column> columns_;
    std::map<std::string, std::string> lines_;                  // text key -> rows
    std::map<std::string, std::vector<base::CellRef>> pieces_;  // the same
    std::vector<PrintedGroup> headings_;
};

}  // namespace shinchoku::layout
