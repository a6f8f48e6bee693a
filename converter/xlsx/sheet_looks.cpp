#include "xlsx/sheet_looks.h"

#include <algorithm>
#include <cstdint>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "xlsx/cell_number.h"
#include "xlsx/package.h"
#include "xlsx/relationships.h"
#include "xlsx/sheet_sizes.h"
#include "xlsx/xml_scanner.h"

namespace shinchoku::xlsx {
namespace {

// With fewer lines a cell stands beside a table rather than in it.
constexpr int sides_of_a_frame = 2;

struct PaperCode {
    std::uint32_t code;
    const char* name;
};
constexpr PaperCode paper_codes[] = {{8, "A3"}, {9, "A4"}, {11, "A5"}, {12, "B4"}, {13, "B5"}};

// For each cell format whether it frames its cells.
class FrameReader {
public:
    FrameReader(std::string& xml, const Limits& limits) : scanner_(xml, limits.xml_depth) {}

    std::vector<bool> read() {
        for (Scanner::Tag tag = scanner_.next();
             tag == Scanner::Tag::start || tag == Scanner::Tag::end;
             tag = scanner_.next()) {
            const bool starts = tag == Scanner::Tag::start;
            if (scanner_.is("borders")) {
                in_borders_ = starts;
            } else if (scanner_.is("cellXfs")) {
                in_formats_ = starts;
            } else if (starts && in_borders_ && scanner_.is("border")) {
                frames_.push_back(read_border());
            } else if (starts && in_formats_ && scanner_.is("xf")) {
                const auto border = parse_index(scanner_.attribute("borderId"));
                formats_.push_back(border && *border < frames_.size() && frames_[*border]);
                scanner_.skip_element();
            }
        }
        return std::move(formats_);
    }

private:
    bool read_border() {
        int sides = 0;
        for (Scanner::Tag tag = scanner_.next(); tag == Scanner::Tag::start;
             tag = scanner_.next()) {
            const std::string_view line = scanner_.attribute("style");
            sides += !line.empty() && line != "none" && !scanner_.is("diagonal") ? 1 : 0;
            scanner_.skip_element();
        }
        return sides >= sides_of_a_frame;
    }

    Scanner scanner_;
    bool in_borders_ = false;
    bool in_formats_ = false;
    std::vector<bool> frames_;
    std::vector<bool> formats_;
};

class LookReader {
public:
    LookReader(std::string& xml, const Limits& limits, const std::vector<bool>& frames)
        : scanner_(xml, limits.xml_depth), frames_(frames) {}

    sheet::Looks read() {
        for (Scanner::Tag tag = scanner_.next();
             tag == Scanner::Tag::start || tag == Scanner::Tag::end;
             tag = scanner_.next()) {
            if (tag == Scanner::Tag::start) {
                read_element();
            }
        }
        std::sort(looks_.framed.begin(), looks_.framed.end());
        return std::move(looks_);
    }

private:
    void read_element() {
        if (scanner_.is("sheetFormatPr")) {
            const auto width = usual_width(scanner_.attribute("defaultColWidth"));
            const auto height = row_height(scanner_.attribute("defaultRowHeight"));
            looks_.usual_width_chars = width.value_or(looks_.usual_width_chars);
            looks_.usual_height_points = height.value_or(looks_.usual_height_points);
        } else if (scanner_.is("col")) {
            if (const auto run = column_width(scanner_)) {
                add_run(looks_.column_widths, *run);
            }
        } else if (scanner_.is("row")) {
            read_row();
        } else if (scanner_.is("c")) {
            read_cell();
        } else if (scanner_.is("pageSetup")) {
            read_page();
        }
    }

    void read_row() {
        const auto number = parse_index(scanner_.attribute("r"));
        row_ = number && *number >= 1 ? *number - 1 : next_row_;
        next_row_ = row_ + 1;
        next_column_ = 0;
        if (const auto height = row_height(scanner_.attribute("ht"))) {
            add_run(looks_.row_heights, {row_, row_, *height});
        }
    }

    void read_cell() {
        base::CellRef at{row_, next_column_};
        if (const auto written = base::parse_a1(scanner_.attribute("r"))) {
            at = *written;
        }
        next_column_ = at.column + 1;
        const auto format = parse_index(scanner_.attribute("s"));
        if (format && *format < frames_.size() && frames_[*format]) {
            looks_.framed.push_back(at);
        }
    }

    void read_page() {
        looks_.landscape = scanner_.attribute("orientation") == "landscape";
        const auto code = parse_index(scanner_.attribute("paperSize"));
        for (const PaperCode& paper : paper_codes) {
            if (code && paper.code == *code) {
                looks_.paper = paper.name;
            }
        }
    }

    Scanner scanner_;
    const std::vector<bool>& frames_;
    sheet::Looks looks_;
    std::uint32_t row_ = 0;
    std::uint32_t next_row_ = 0;
    std::uint32_t next_column_ = 0;
};

// The part of the styles; nullptr where there is none, and every cell is without frame.
base::Result<const PackageEntry*> find_styles(Package& package, const Limits& limits) {
    base::Result<Relationships> root = Relationships::read(package, "", limits);
    if (!root) {
        return std::move(root).error();
    }
    const Relationship* const office = root.value().find_type("officeDocument");
    const PackageEntry* const book =
        office == nullptr ? nullptr : root.value().entry_of(package, *office);
    if (book == nullptr) {
        return nullptr;
    }
    base::Result<Relationships> links = Relationships::read(package, book->name, limits);
    if (!links) {
        return std::move(links).error();
    }
    const Relationship* const styles = links.value().find_type("styles");
    return styles == nullptr ? nullptr : links.value().entry_of(package, *styles);
}

base::Result<sheet::Looks> read_parts(std::string_view bytes,
                                      const sheet::Sheet& sheet,
                                      const Limits& limits) {
    base::Result<Package> package = Package::open(bytes, limits);
    if (!package) {
        return std::move(package).error();
    }
    base::Result<const PackageEntry*> styles = find_styles(package.value(), limits);
    if (!styles) {
        return std::move(styles).error();
    }
    std::string xml;
    std::vector<bool> frames;
    if (styles.value() != nullptr) {
        if (Refusal refusal = package.value().read_xml(*styles.value(), xml)) {
            return *std::move(refusal);
        }
        frames = FrameReader(xml, limits).read();
    }
    const PackageEntry* const part = package.value().find(sheet.part);
    if (part == nullptr) {
        return refuse_damaged(sheet.part, {"シートの中身がありません", "the sheet is missing"});
    }
    if (Refusal refusal = package.value().read_xml(*part, xml)) {
        return *std::move(refusal);
    }
    return LookReader(xml, limits, frames).read();
}

}  // namespace

base::Result<sheet::Looks> read_looks(std::string_view bytes,
                                      const sheet::Sheet& sheet,
                                      const Limits& limits) {
    try {
        return read_parts(bytes, sheet, limits);
    } catch (const std::bad_alloc&) {
        return refuse_memory();
    }
}

}  // namespace shinchoku::xlsx
