#pragma once

#include "sheet/attachments.h"
#include "xlsx/xml_scanner.h"

namespace shinchoku::xlsx {

// Takes widths, page breaks and the page itself from the elements of a sheet part, in their order.
class PageLookReader {
public:
    explicit PageLookReader(sheet::SheetAttachments& into) : into_(into) {}

    // At each start tag outside <sheetData>.
    void meet(const Scanner& scanner);

private:
    void set_usual_sizes(const Scanner& scanner);
    void add_break(const Scanner& scanner);
    void set_margins(const Scanner& scanner);
    void set_page(const Scanner& scanner);

    sheet::SheetAttachments& into_;
    bool fits_ = false;
    bool breaks_columns_ = false;
};

}  // namespace shinchoku::xlsx
