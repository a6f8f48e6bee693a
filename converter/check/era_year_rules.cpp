#include <cstddef>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "base/utf8.h"
#include "check/sheet_view.h"
#include "plan/fiscal_year.h"

namespace shinchoku::check {
namespace {

// R8, 令和8年度: a year without the western one beside it.
bool is_era_year_alone(std::string_view heading) {
    const std::string folded = base::fold_width(heading);
    std::size_t digits = 0;
    for (const char c : folded) {
        digits = base::is_digit(c) ? digits + 1 : 0;
        if (digits == 4) {
            return false;
        }
    }
    return plan::parse_fiscal_year(folded).has_value();
}

}  // namespace

void era_years_alone(const SheetView& view, Collector& out) {
    const layout::Reading& reading = view.reading();
    for (const BlockView& block : view.blocks()) {
        for (const layout::IndicatorPlaces& indicator : reading.places[block.measure].indicators) {
            for (const layout::YearPlaces& year : indicator.years) {
                const sheet::Cell* heading =
                    year.heading ? view.sheet().find(*year.heading) : nullptr;
                const std::string found =
                    heading == nullptr ? std::string() : view.grid().shown(*heading);
                if (!is_era_year_alone(found)) {
                    continue;
                }
                out.add(block.measure,
                        view.sheet().name,
                        {.rule = "D05",
                         .severity = base::Severity::warning,
                         .cell = year.heading,
                         .year = {},
                         .part = {},
                         .message = {"年度が和暦だけで書かれています（" + found + "）。",
                                     "Years are written in the era only (" + found + ")."},
                         .found = found,
                         .expected = std::to_string(year.year)});
                return;
            }
        }
    }
}

}  // namespace shinchoku::check
