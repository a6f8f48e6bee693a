#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "calc/assessment.h"
#include "commands/templates.h"
#include "layout/reading.h"
#include "plan/fiscal_year.h"
#include "sheet/workbook.h"

namespace shinchoku::addin::commands {

// One workbook as the command `shinchoku check` reads it: the same binding, the same findings.
struct ReadBook {
    sheet::Workbook workbook;
    layout::Reading reading;  // with the findings of reading and of the rules on workbooks
};

// Borrows nothing. `name` is what findings call the book.
[[nodiscard]] base::Result<ReadBook> read_book(std::string_view bytes,
                                               const Templates& templates,
                                               const std::string& name);

// The scheme that grades the book's plan, and those that its indicators name. The error names one
// that there is not.
struct BookSchemes {
    std::string plan_id;
    calc::Schemes all;

    [[nodiscard]] const calc::Scheme& plan() const { return all.find(plan_id)->second; }
};
[[nodiscard]] base::Result<BookSchemes> schemes_of(const ReadBook& book,
                                                   const Templates& templates);

// All findings, tuned as the book's layout asks, sorted.
[[nodiscard]] base::Result<std::vector<base::Finding>> check_book(const ReadBook& book,
                                                                  const Templates& templates,
                                                                  const plan::Date& as_of);

// Whether any layout fits on the sheet.
[[nodiscard]] bool is_bound(const ReadBook& book, std::string_view sheet);

// Those on a sheet, and those on the book as a whole.
[[nodiscard]] std::vector<base::Finding> findings_for_sheet(std::vector<base::Finding> findings,
                                                            std::string_view sheet);

}  // namespace shinchoku::addin::commands
