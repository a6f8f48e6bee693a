#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"

namespace shinchoku::addin::commands {

// The sheet of findings, as rows of texts: what is said above, the headings, a row a finding.
struct FindingsRow {
    static constexpr std::size_t columns = 5;
    // 場所 区分 どうなっているか 直し方 規則; the lines above have a first text alone.
    std::array<std::string, columns> texts;
    std::string link;  // "#'1-1-1'!$B$12" for the first text, empty where it leads nowhere
};

inline constexpr std::uint32_t findings_heading_row = 4;  // 0-based
inline constexpr std::array<double, FindingsRow::columns> findings_widths{14, 9, 50, 44, 7};

// `findings` are those for the sheet (findings_for_sheet).
[[nodiscard]] std::vector<FindingsRow> findings_rows(const std::vector<base::Finding>& findings,
                                                     std::string_view book,
                                                     std::string_view sheet);

// A formula that shows a text and leads to a place: =HYPERLINK("…","…").
[[nodiscard]] std::string link_formula(std::string_view link, std::string_view text);

// "点検", or "点検 2" … where a sheet has that name already.
[[nodiscard]] std::string findings_sheet_name(const std::vector<std::string>& taken);

}  // namespace shinchoku::addin::commands
