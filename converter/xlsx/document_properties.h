#pragma once

#include <string>
#include <string_view>

#include "sheet/workbook.h"
#include "xlsx/limits.h"
#include "xlsx/refusals.h"

namespace shinchoku::xlsx {

// docProps/core.xml, app.xml and custom.xml: the element names tell them apart.
[[nodiscard]] Refusal read_document_properties(std::string& xml,
                                               std::string_view part,
                                               const Limits& limits,
                                               sheet::Properties& properties);

}  // namespace shinchoku::xlsx
