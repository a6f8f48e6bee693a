#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "xlsx/limits.h"
#include "xlsx/xml_fault.h"

namespace shinchoku::xlsx {

// The findings that end the reading of a file, each with what to do about it.

// Nothing where a step succeeded, else why the whole file is refused.
using Refusal = std::optional<base::Finding>;

[[nodiscard]] base::Finding refuse_foreign(base::Text what);    // F01
[[nodiscard]] base::Finding refuse_encrypted(base::Text what);  // F02
// F11; `part` is empty where the package itself is damaged.
[[nodiscard]] base::Finding refuse_damaged(std::string_view part, base::Text what);
// F11, or F12 for the depth.
[[nodiscard]] base::Finding refuse_xml(std::string_view part, XmlPlace place, const Limits& limits);
// F12; `option` is the word after --limit-.
[[nodiscard]] base::Finding refuse_limit(std::string_view option,
                                         base::Text name,
                                         std::uint64_t found,
                                         std::uint64_t limit);

// The limits that more than one step can meet.
[[nodiscard]] base::Finding refuse_cell_characters(std::uint64_t found, const Limits& limits);
[[nodiscard]] base::Finding refuse_seconds(const Limits& limits);
[[nodiscard]] base::Finding refuse_memory();  // F12: the machine's own limit

// A name from the file, fit for a message: valid UTF-8, short, without control or direction marks.
[[nodiscard]] std::string printable(std::string_view name);

}  // namespace shinchoku::xlsx
