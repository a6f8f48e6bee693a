#include "xlsx/sheet_part.h"

#include <algorithm>
#include <optional>

#include "xlsx/cell_number.h"
#include "xlsx/merge_overlap.h"
#include "xlsx/page_look.h"
#include "xlsx/sheet_cells.h"
#include "xlsx/xml_scanner.h"

namespace shinchoku::xlsx {
namespace {

// Everything of a sheet part but its cells.
class SheetReader {
public:
    SheetReader(std::string& xml, SheetContext& context, SheetRemarks& remarks, sheet::Sheet& sheet)
        : scanner_(xml, context.limits.xml_depth),
          context_(context),
          remarks_(remarks),
          sheet_(sheet) {
        if (context.attachments != nullptr) {
            looks_.emplace(*context.attachments);
        }
    }

    Refusal read() {
        if (scanner_.next() == Scanner::Tag::start && !read_kind()) {
            return refuse_damaged(sheet_.part,
                                  {"シートの部品ではありません", "it does not hold a sheet"});
        }
        Scanner::Tag tag = scanner_.next();
        for (; tag == Scanner::Tag::start || tag == Scanner::Tag::end; tag = scanner_.next()) {
            if (tag == Scanner::Tag::end) {
                continue;  // of an element whose children were looked at
            }
            if (Refusal refusal = read_element()) {
                return refusal;
            }
        }
        if (tag == Scanner::Tag::broken) {
            return refuse_xml(sheet_.part, scanner_.place(), context_.limits);
        }
        check_merges();
        return std::nullopt;
    }

private:
    bool read_kind() {
        if (scanner_.is("worksheet")) {
            sheet_.kind = sheet::SheetKind::worksheet;
        } else if (scanner_.is("chartsheet")) {
            sheet_.kind = sheet::SheetKind::chartsheet;
        } else if (scanner_.is("dialogsheet") || (scanner_.space() == Space::excel_2006 &&
                                                  scanner_.local_name() == "macrosheet")) {
            sheet_.kind = sheet::SheetKind::other;
        } else {
            return false;
        }
        return true;
    }

    Refusal read_element() {
        const bool is_worksheet = sheet_.kind == sheet::SheetKind::worksheet;
        if (is_worksheet && scanner_.is("sheetData")) {
            return CellReader(scanner_, context_, remarks_, sheet_).read();
        }
        if (looks_) {
            looks_->meet(scanner_);
        }
        if (is_worksheet && scanner_.is("col")) {
            read_column();
        } else if (is_worksheet && scanner_.is("mergeCell")) {
            read_merge();
        } else if (scanner_.is("sheetProtection")) {
            sheet_.is_protected = parse_boolean(scanner_.attribute("sheet")).value_or(false);
        } else if (scanner_.is("dataValidation") || (scanner_.space() == Space::spreadsheet_2009 &&
                                                     scanner_.local_name() == "dataValidation")) {
            read_validation();
        }
        return std::nullopt;
    }

    void read_column() {
        const auto first = parse_index(scanner_.attribute("min"));
        const auto last = parse_index(scanner_.attribute("max"));
        const bool hidden = parse_boolean(scanner_.attribute("hidden")).value_or(false);
        if (hidden && first && last && *first >= 1 && *first <= *last &&
            *first <= base::max_columns) {
            sheet_.hidden_columns.emplace_back(*first - 1, std::min(*last, base::max_columns) - 1);
        }
    }

    void read_merge() {
        const std::string_view text = scanner_.attribute("ref");
        const std::optional<base::CellRange> range = base::parse_a1_range(text);
        if (!range) {
            remarks_.odd_cell({0, 0},
                              {"結合範囲の指定が正しくないため、読み飛ばしました。",
                               "A merged range is not understood and was left out."},
                              text);
        } else if (range->first != range->last) {
            sheet_.merges.push_back(*range);
        }
    }

    void check_merges() {
        if (const auto overlap = find_overlap(sheet_.merges)) {
            remarks_.odd_cell(overlap->first,
                              {"結合範囲が他の結合範囲と重なっています。",
                               "A merged range overlaps another one."},
                              base::to_a1(*overlap));
        }
    }

    // <formula1>12</formula1>, and of the 2009 namespace
    // <x14:formula1><xm:f>12</xm:f></x14:formula1>.
    std::string read_formula() {
        if (scanner_.space() == Space::spreadsheet) {
            return std::string(scanner_.element_text());
        }
        std::string text;
        while (scanner_.next() == Scanner::Tag::start) {
            text = scanner_.element_text();
        }
        return text;
    }

    void read_validation() {
        sheet::DataValidation validation;
        validation.type = scanner_.attribute("type");
        validation.op = scanner_.attribute("operator");
        validation.allow_blank = parse_boolean(scanner_.attribute("allowBlank")).value_or(false);
        validation.complains =
            parse_boolean(scanner_.attribute("showErrorMessage")).value_or(false);
        std::string ranges(scanner_.attribute("sqref"));
        while (scanner_.next() == Scanner::Tag::start) {
            if (scanner_.local_name() == "formula1") {
                validation.formula1 = read_formula();
            } else if (scanner_.local_name() == "formula2") {
                validation.formula2 = read_formula();
            } else if (scanner_.local_name() == "sqref") {
                ranges = scanner_.element_text();
            } else {
                scanner_.skip_element();
            }
        }
        std::string_view rest = ranges;
        while (!rest.empty()) {
            const std::string_view range = rest.substr(0, rest.find(' '));
            rest.remove_prefix(std::min(range.size() + 1, rest.size()));
            if (const auto parsed = base::parse_a1_range(range)) {
                validation.ranges.push_back(*parsed);
            }
        }
        sheet_.validations.push_back(std::move(validation));
    }

    Scanner scanner_;
    SheetContext& context_;
    SheetRemarks& remarks_;
    sheet::Sheet& sheet_;
    std::optional<PageLookReader> looks_;  // only where asked for
};

}  // namespace

Refusal read_sheet_part(std::string& xml,
                        SheetContext& context,
                        SheetRemarks& remarks,
                        sheet::Sheet& sheet) {
    return SheetReader(xml, context, remarks, sheet).read();
}

}  // namespace shinchoku::xlsx
