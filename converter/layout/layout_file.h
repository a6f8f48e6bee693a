#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "base/text.h"
#include "layout/layout.h"

namespace shinchoku::layout {

// What is wrong with a layout file, at its place (section 8 of design/layout-notation.md).
struct Diagnostic {
    base::Severity severity = base::Severity::error;
    std::string code;       // "layout.cell_count", stable
    int line = 0;           // 1-based; 0: the whole file
    int column_number = 0;  // 1-based, in code points
    base::Text message;     // what was expected and what was found
    base::Text hint;        // how to mend it, with the nearest name where a name is unknown
};

struct LoadedLayout {
    Layout layout;
    std::vector<Diagnostic> warnings;
};

// Parses and checks a whole layout file. `file` is only named in messages. The error lists every
// fault found, in order of place; it is never empty.
[[nodiscard]] base::Result<LoadedLayout, std::vector<Diagnostic>> load_layout(
    std::string_view toml, std::string_view file);

// "layout.toml:12:5: エラー: …" with its hint on the next line.
[[nodiscard]] std::string to_line(const Diagnostic& diagnostic,
                                  std::string_view file,
                                  base::Language language);

}  // namespace shinchoku::layout
