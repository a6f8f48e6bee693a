#include "base/finding.h"

#include <algorithm>
#include <tuple>

namespace shinchoku::base {

std::string make_key(std::string_view rule, std::string_view id, std::optional<int> fiscal_year) {
    std::string key(rule);
    key += '|';
    key += id;
    key += '|';
    if (fiscal_year) {
        key += std::to_string(*fiscal_year);
    }
    return key;
}

std::string_view name_of(Severity severity) {
    switch (severity) {
        case Severity::info:
            return "info";
        case Severity::warning:
            return "warning";
        case Severity::error:
            return "error";
    }
    return "error";
}

void sort_findings(std::vector<Finding>& findings) {
    const auto place = [](const Finding& f) {
        // On the file first, then on a sheet as a whole, then by cell.
        const std::int64_t row = f.cell ? static_cast<std::int64_t>(f.cell->row) : -1;
        const std::int64_t column = f.cell ? static_cast<std::int64_t>(f.cell->column) : -1;
        return std::make_tuple(std::string_view(f.file),
                               f.sheet ? f.sheet_index : -1,
                               row,
                               column,
                               std::string_view(f.rule));
    };
    std::stable_sort(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) {
        return place(a) < place(b);
    });
}

}  // namespace shinchoku::base
