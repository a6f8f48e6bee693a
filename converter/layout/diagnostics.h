#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "layout/layout_file.h"

namespace shinchoku::layout {

// A place in a layout file, 1-based, in code points.
struct SourcePlace {
    int line = 0;
    int column_number = 0;

    friend auto operator<=>(const SourcePlace&, const SourcePlace&) = default;
};

// Everything found wrong with one layout file so far: loading goes on after a fault, so that one
// run names them all.
class Diagnostics {
public:
    void error(std::string_view code, SourcePlace place, base::Text message, base::Text hint);
    void warning(std::string_view code, SourcePlace place, base::Text message, base::Text hint);

    [[nodiscard]] bool has_errors() const { return errors_ > 0; }
    // In order of place; equal places keep the order in which they were found.
    [[nodiscard]] std::vector<Diagnostic> take();

private:
    void add(base::Severity severity,
             std::string_view code,
             SourcePlace place,
             base::Text message,
             base::Text hint);

    std::vector<Diagnostic> found_;
    int errors_ = 0;
};

// The known name nearest to an unknown one; "" where none is near enough to be a slip of the pen.
[[nodiscard]] std::string nearest_name(std::string_view unknown,
                                       const std::vector<std::string>& known);

// The hint for an unknown name: the nearest one, or all of them.
[[nodiscard]] base::Text name_hint(std::string_view unknown, const std::vector<std::string>& known);

}  // namespace shinchoku::layout
