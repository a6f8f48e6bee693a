#pragma once

#include "formats/json_writer.h"
#include "formats/tree_reader.h"
#include "plan/value.h"

namespace shinchoku::formats {

// VALUE of plan@1 (design/values.md): kind, raw, then stored and format of a numeric cell, the keys
// of its kind, and what is only written where present.
void write_value(JsonWriter& out, const plan::Value& value);
[[nodiscard]] plan::Value read_value(const TreeReader& in);

}  // namespace shinchoku::formats
