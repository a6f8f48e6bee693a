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

// Custom properties that hold plan id, layout, period, municipality and title:
// "shinchoku.plan" = "id|layout|2026|2030|192082|南アルプス市|第5次…", with \| and \\ escaped.
// Excel keeps 255 characters a property, so a longer text goes on in "shinchoku.plan.2" …; each
// value has at most 255 bytes and is cut between characters.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> plan_properties(
    const plan::Plan& plan);

// The plan without groups and measures; nothing where the properties are absent or damaged.
[[nodiscard]] std::optional<plan::Plan> read_plan_properties(const sheet::Properties& properties);

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

}  // namespace shinchoku::layout
