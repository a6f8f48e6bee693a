#include "layout/year_heading.h"

#include "base/utf8.h"
#include "plan/fiscal_year.h"

namespace shinchoku::layout {

std::optional<int> read_year_heading(std::string_view text) {
    const std::optional<int> year = plan::parse_fiscal_year(text);
    const std::string_view heading = base::trim(text);
    if (year || !(heading.ends_with(")") || heading.ends_with("）"))) {
        return year;
    }
    for (const std::string_view bracket : {"（", "("}) {
        const std::size_t at = heading.rfind(bracket);
        if (at != std::string_view::npos) {
            return plan::parse_fiscal_year(heading.substr(0, at));
        }
    }
    return std::nullopt;
}

}  // namespace shinchoku::layout
