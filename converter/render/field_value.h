#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "layout/layout.h"
#include "plan/model.h"
#include "render/expand.h"

namespace shinchoku::render {

// What a field of the layout shows of a plan.

// A place of the sheet a field is asked for.
struct FieldPlace {
    const layout::Layout* layout = nullptr;
    const plan::Plan* plan = nullptr;
    const SheetRow* row = nullptr;
    const layout::PictureCell* cell = nullptr;
};

// The fiscal year a by-year field or a year heading speaks of.
[[nodiscard]] int year_of(const FieldPlace& place, const layout::Field& field);
[[nodiscard]] int first_year_of(const layout::Layout& layout, const plan::Plan& plan);
// Of the plan, as far as the layout has columns for it.
[[nodiscard]] int last_year_of(const layout::Layout& layout, const plan::Plan& plan);

// The value of a target, actual or baseline; nullptr for other fields and where there is none.
[[nodiscard]] const plan::Value* value_of(const FieldPlace& place, const layout::Field& field);

// The text of every other field; "" where there is none.
[[nodiscard]] std::string text_of(const FieldPlace& place, const layout::Field& field);

// The whole text of a label, pattern or choice.
[[nodiscard]] std::string written_text(const FieldPlace& place);

// The judgement that a by-year field speaks of, nullptr where there is none.
[[nodiscard]] const plan::Evaluation* evaluation_of(const FieldPlace& place,
                                                    const layout::Field& field);

// The bar of a schedule that begins in this year, or nullptr.
[[nodiscard]] const plan::ScheduleCell* bar_of(const FieldPlace& place, const layout::Field& field);

}  // namespace shinchoku::render
