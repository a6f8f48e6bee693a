#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/a1.h"
#include "base/finding.h"

namespace shinchoku::xlsx {

// The findings F13 on the cells of one sheet, up to a number that a person would still read: a file
// with a million damaged cells must not cost a gigabyte of sentences.
class SheetRemarks {
public:
    SheetRemarks(std::string_view sheet_name, int sheet_index, std::vector<base::Finding>& findings)
        : sheet_name_(sheet_name), sheet_index_(sheet_index), findings_(findings) {}

    // `found` is shown as it stands in the file, shortened where long.
    void damaged_cell(base::CellRef cell, base::Text what, std::string_view found);  // E
    void odd_cell(base::CellRef cell, base::Text what, std::string_view found);  // W, nothing lost
    void missing_results(base::CellRef first, std::size_t count);                // F10
    void finish();

private:
    static constexpr std::size_t most = 1000;

    void add(base::Severity severity, base::CellRef cell, base::Text what, std::string_view found);
    base::Finding make(std::string_view rule, base::Severity severity) const;

    std::string_view sheet_name_;
    int sheet_index_;
    std::vector<base::Finding>& findings_;
    std::size_t errors_ = 0;
    std::size_t warnings_ = 0;
};

// Findings on the file.
[[nodiscard]] base::Finding remark_macros(std::string_view part);          // F03
[[nodiscard]] base::Finding remark_external_links(std::string_view part);  // F03
[[nodiscard]] base::Finding remark_damaged_part(std::string_view part);    // F13 W
[[nodiscard]] base::Finding remark_lost_names(std::size_t count);          // F13 W
[[nodiscard]] base::Finding remark_calculates_on_load();                   // F10

}  // namespace shinchoku::xlsx
