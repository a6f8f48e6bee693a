#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/a1.h"
#include "plan/model.h"
#include "sheet/workbook.h"

namespace shinchoku::layout {

// What the program writes into a form so that it knows its own work again: the plan as custom
// properties, each measure as a defined name. Nothing here is needed for reading; where a city's
// own tool has dropped it, labels and printed numbers decide. One format for writing (render) and
// reading (bind).

// Custom properties that hold the plan and which measures the workbook was made with. The plan: id,
// layout, period, municipality and title: "shinchoku.plan" =
// "id|layout|2026|2030|192082|南アルプス市|第5次…", with \| and \\ escaped. Excel keeps 255
// characters a property, so a longer text goes on in "shinchoku.plan.2" …; each value has at most
// 255 bytes and is cut between characters. The measures: "shinchoku.measures" = "1-1-1|1-1-2", in
// the same way.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> plan_properties(
    const plan::Plan& plan);

// The plan without groups and measures; nothing where the properties are absent or damaged.
[[nodiscard]] std::optional<plan::Plan> read_plan_properties(const sheet::Properties& properties);

// The measures the workbook was made with; nothing where it was not made by the program.
[[nodiscard]] std::optional<std::vector<std::string>> read_measure_property(
    const sheet::Properties& properties);

// A name local to a sheet that the program adds beside the forms (a cover, a list of choices): such
// a sheet holds no form and is not missed where it is gone.
inline constexpr std::string_view own_sheet_name = "shinchoku.own";

// The name that marks the block of a measure: "shinchoku.id.1_2d1_2d1" for 1-1-1 (bytes other than
// ASCII letters and digits as _ and two hex digits). Defined local to its sheet, hidden, and refers
// to the first cell of the block, so that it follows inserted rows and copied sheets.
[[nodiscard]] std::string measure_name(std::string_view measure_id);
[[nodiscard]] std::optional<std::string> measure_of_name(std::string_view name);

// "'1-1-1'!$A$1", with quotes in the sheet's name doubled.
[[nodiscard]] std::string cell_reference(std::string_view sheet_name, base::CellRef cell);

// Where the workbook says that a measure stands. The cell is nothing where the reference is broken
// (#REF!), so that only the sheet is known.
struct MeasureMark {
    std::string id;
    std::size_t sheet = 0;  // index in the workbook
    std::optional<base::CellRef> cell;
};
[[nodiscard]] std::vector<MeasureMark> measure_marks(const sheet::Workbook& workbook);

// Sheets that are none of a city's forms: marked with own_sheet_name, or lists that the validations
// of other sheets refer to. By index in the workbook.
[[nodiscard]] std::vector<bool> service_sheets(const sheet::Workbook& workbook);

}  // namespace shinchoku::layout
