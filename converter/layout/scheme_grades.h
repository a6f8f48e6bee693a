#pragma once

#include <string_view>
#include <vector>

#include "calc/scheme.h"
#include "layout/diagnostics.h"
#include "layout/toml_source.h"

namespace shinchoku::layout {

// Reports every key of a table of a scheme file that is none of the known ones.
void refuse_unknown_scheme_keys(const TomlValue& table,
                                const std::vector<std::string>& known,
                                Diagnostics& found);

// The text under a key; "" where it is absent or, with a diagnostic, no text.
[[nodiscard]] std::string scheme_text(const TomlValue& table,
                                      std::string_view key,
                                      Diagnostics& found);

// A text in both languages: { ja = "…", en = "…" }, or one text.
[[nodiscard]] base::Text scheme_text_pair(const TomlValue& table,
                                          std::string_view key,
                                          Diagnostics& found);

// The grades of a list ([[grade]] or [[step]]) of a scheme that grades by `basis`;
// empty where the file does not have the list.
[[nodiscard]] std::vector<calc::Grade> read_grades(const TomlValue& table,
                                                   std::string_view list,
                                                   calc::Basis basis,
                                                   Diagnostics& found);

}  // namespace shinchoku::layout
