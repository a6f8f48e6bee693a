#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "layout/layout.h"
#include "layout/reading.h"
#include "plan/model.h"
#include "render/drawn_fields.h"
#include "render/read_back.h"

namespace shinchoku::render {

// What a comparison of a form with its plan has found so far.

// Where a part of the plan is, in words and on the sheet.
struct Spot {
    std::string measure;
    base::Text what;
    const layout::MeasurePlaces* places = nullptr;
    std::optional<base::CellRef> cell;
    std::string key;  // model path, for the finding's key
};

class BackReport {
public:
    // `foreign`: the plan was made for another form, which need not say the same things.
    BackReport(const layout::Layout& layout, bool foreign) : layout_(&layout), foreign_(foreign) {}

    // X10: the form has no place for it.
    void not_held(const Spot& spot, std::string value);
    // It has one, and reads back otherwise: X10 for a foreign plan, else X03.
    void differ(const Spot& spot, std::string wanted, std::string got);
    // X03, whose plan ever: no file is made. Only the first is kept.
    void refuse(const Spot& spot, std::string wanted, std::string got);
    // A text that the form draws must come back; one that it does not draw is named.
    void compare_text(const Spot& spot, bool drawn, std::string_view wanted, std::string_view got);

    [[nodiscard]] ReadBack take() { return std::move(result_); }

private:
    const layout::Layout* layout_;
    bool foreign_;
    ReadBack result_;
};

// One indicator, with its baseline and all its years.
class IndicatorComparer {
public:
    IndicatorComparer(BackReport& report,
                      const layout::Layout& layout,
                      const DrawnFields& drawn,
                      const plan::Plan& plan)
        : report_(&report), layout_(&layout), drawn_(&drawn), plan_(&plan) {}

    void compare(const plan::Indicator& wanted,
                 const plan::Indicator& got,
                 const std::string& measure,
                 const layout::MeasurePlaces* places,
                 const layout::IndicatorPlaces* cells);

private:
    [[nodiscard]] Spot spot(base::Text what, std::string_view part) const;
    void compare_settings(const plan::Indicator& wanted);
    void compare_baseline(const plan::Indicator& wanted, const plan::Indicator& got);
    void compare_value(const Spot& spot, const plan::Value& wanted, const plan::Value& got);
    void compare_years(const plan::Indicator& wanted, const plan::Indicator& got);
    void compare_year(const plan::YearEntry& wanted, const plan::YearEntry& got, int year);
    void compare_year_value(const Spot& spot,
                            layout::FieldId id,
                            int year,
                            const plan::Value& wanted,
                            const plan::Value& got);
    [[nodiscard]] bool draws_only_last(layout::FieldId id) const;

    BackReport* report_;
    const layout::Layout* layout_;
    const DrawnFields* drawn_;
    const plan::Plan* plan_;
    // Of the indicator being compared.
    std::string measure_;
    std::string id_;
    const layout::MeasurePlaces* places_ = nullptr;
    const layout::IndicatorPlaces* cells_ = nullptr;
};

}  // namespace shinchoku::render
