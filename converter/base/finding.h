#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/a1.h"
#include "base/text.h"

namespace shinchoku::base {

enum class Severity { info, warning, error };

// What a reader or a rule has to say about one place: the one shape of every expected failure and
// of every remark on a workbook. `rule` is the stable code of design/rules.md ("T02").
struct Finding {
    std::string rule;
    Severity severity = Severity::info;
    std::string file;                  // the path as given; empty until a caller knows it
    std::optional<std::string> sheet;  // no sheet: the finding is on the file
    int sheet_index = -1;              // 0-based place of the sheet in its workbook, for sorting
    std::optional<CellRef> cell;
    std::optional<std::string> measure;  // measure id
    std::string key;                     // make_key(): recognises the finding after a resubmission
    Text message;                        // what is wrong
    Text hint;                           // how to mend it
    std::string found;                   // as it stands, empty where nothing is to be shown
    std::string expected;

    friend bool operator==(const Finding&, const Finding&) = default;
};

// "T02|1-1-1/1|2030": rule, id of the indicator (or measure, or a name that tells two findings of
// one rule apart), fiscal year (empty where there is none). Holds no address.
[[nodiscard]] std::string make_key(std::string_view rule,
                                   std::string_view id,
                                   std::optional<int> fiscal_year = std::nullopt);

[[nodiscard]] std::string_view name_of(Severity severity);  // "error", "warning", "info"

// By file, sheet in workbook order, row, column, rule; equal ones keep their order.
void sort_findings(std::vector<Finding>& findings);

}  // namespace shinchoku::base
