#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/a1.h"
#include "layout/layout.h"
#include "layout/reading.h"
#include "plan/model.h"
#include "plan/value_reading.h"

namespace shinchoku::layout {

// What one block says, before its place in the plan is known: ids and groups are settled when all
// blocks are read (plan_builder.h).

// A group as printed: 基本方針1 / 財源確保と…, ① / 税収確保….
struct PrintedGroup {
    std::string label;
    std::string number;  // in digits, "" where none is printed
    std::string title;
    std::optional<base::CellRef> cell;

    [[nodiscard]] bool printed() const { return !label.empty() || !title.empty(); }
};

struct MeasureDraft {
    plan::Measure measure;  // indicators without ids, evaluations with the indicator's number
    MeasurePlaces places;
    std::string number;  // of the measure in digits, "" where none is printed
    PrintedGroup top;
    PrintedGroup nearest;
    std::vector<PrintedGroup> headings;  // of the schedule, each once
};

// Collects the values of a block in reading order.
class MeasureCollector {
public:
    explicit MeasureCollector(const Layout& layout) : layout_(layout) {}

    // A text or a number in a cell.
    struct Content {
        std::string text;   // as displayed
        plan::Value value;  // as the value grammar reads it
        base::CellRef place;
        bool filled = false;
    };

    // One indicator: outside lists the layout's own, in a list the element's. `row_label` is the
    // first cell of the row.
    struct Owner {
        std::string key;  // tells indicators apart: "", the list's name, its element
        const List* list = nullptr;
    };

    void add_indicator_field(const Owner& owner, const Field& field, const Content& content);
    // Of the head over the baselines: 実績（R2）.
    void set_baseline_year(std::optional<int> year) { baseline_year_ = year; }
    void set_category(const Owner& owner, const std::string& category);
    void add_year_field(const Owner& owner,
                        const Field& field,
                        int year,
                        const std::optional<base::CellRef>& heading,
                        base::CellRef row_label,
                        const Content& content);
    void add_evaluation_field(const std::optional<Owner>& owner,
                              const Field& field,
                              std::optional<int> year,
                              const Content& content);

    [[nodiscard]] plan::Measure& measure() { return draft_.measure; }
    [[nodiscard]] MeasureDraft& draft() { return draft_; }

    // Settles indicators, drops those that are wholly blank and orders evaluations.
    [[nodiscard]] MeasureDraft take();

private:
    struct Indicator {
        std::string key;
        plan::Indicator indicator;
        IndicatorPlaces places;
        plan::IndicatorCells cells;
        bool filled = false;
    };
    struct Evaluation {
        std::string key;  // of the indicator
        bool of_indicator = false;
        plan::Evaluation evaluation;
    };

    [[nodiscard]] Indicator& indicator(const Owner& owner);
    [[nodiscard]] static YearPlaces& year_places(std::vector<YearPlaces>& years, int year);
    [[nodiscard]] static plan::YearEntry& year_entry(Indicator& own, int year);
    void settle(Indicator& own) const;

    const Layout& layout_;
    MeasureDraft draft_;
    std::vector<Indicator> indicators_;
    std::vector<Evaluation> evaluations_;
    std::optional<int> baseline_year_;
};

// 主管課 as typed -> its departments; a name that the layout lists is never split.
[[nodiscard]] std::vector<std::string> split_departments(std::string_view text,
                                                         const Departments& known);

}  // namespace shinchoku::layout
