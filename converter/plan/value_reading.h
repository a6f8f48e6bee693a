#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"
#include "plan/model.h"
#include "plan/value.h"

namespace shinchoku::plan {

// Reading cells by the grammar of design/values.md. A cell is read on its own first; what only its
// indicator knows (a unit column, a unit in the name, the baseline's year, the direction) is
// settled afterwards, once, by settle_indicator().

// A text cell as typed. Never fails: what is no other kind is a milestone.
[[nodiscard]] Value read_text(std::string_view text);

// A numeric cell: read as its displayed text would be, with the stored number's full precision.
// `format` is the number format code ("0.00%", "#,##0\"件\"", "General"); `date_1904` tells the
// workbook's date system, for formats that show dates.
[[nodiscard]] Value read_number(const base::Decimal& stored,
                                std::string_view format,
                                bool date_1904 = false);

[[nodiscard]] Value read_error(std::string_view code);
[[nodiscard]] Value blank_value(std::string_view raw = "");

// True where the text looks like a number and is none by the grammar ("1,23", "12.3.4"): rule C18.
[[nodiscard]] bool is_malformed_number(const Value& value);

// What a form says about an indicator beside its values.
struct IndicatorCells {
    std::optional<std::string> unit_column;       // nothing: the form has no such cell
    std::optional<std::string> stated_direction;  // text of a direction column, or of the layout
};

// Decides everything model.md derives: unit and unit_from of the indicator and its values,
// direction and direction_from, accumulation, `of` of relative targets that name the baseline's
// year, the baseline's year from its cell's own note. Idempotent.
void settle_indicator(Indicator& indicator, const IndicatorCells& cells);

// A value as it would be typed: `raw` where there is one, else printed from the content.
[[nodiscard]] std::string print_value(const Value& value);

// The direction a word or arrow states (↗ 増加 上昇 UP …); nothing for any other text.
[[nodiscard]] std::optional<Direction> read_direction(std::string_view text);

// A known unit in the brackets of a name: "寄附金額（億円）" -> 億円, "割合(単位:%)" -> %.
[[nodiscard]] std::optional<std::string> unit_in_name(std::string_view name);

}  // namespace shinchoku::plan
