#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/a1.h"
#include "excel/host.h"
#include "functions/cell.h"

namespace shinchoku::addin::excel {

struct OpenSheet {
    std::uintptr_t id = 0;
    std::string book;  // "回答.xlsx"
    std::string name;
};

// Excel as a command works in it: the active book and its sheets. What changes something says
// whether Excel did it.
class Workspace {
public:
    explicit Workspace(Host host) : host_(host) {}

    [[nodiscard]] std::filesystem::path add_in_file() const;

    [[nodiscard]] std::optional<OpenSheet> active_sheet() const;
    [[nodiscard]] bool is_worksheet() const;  // no chart and no macro sheet
    [[nodiscard]] bool is_protected() const;  // against changes of its cells
    [[nodiscard]] bool was_ever_saved() const;
    [[nodiscard]] std::uint32_t used_rows() const;  // up to the last one, formats count too
    [[nodiscard]] std::uint32_t used_columns() const;
    // Nothing where it is no single rectangle.
    [[nodiscard]] std::optional<base::CellRange> selection() const;
    // Row by row; nothing where Excel does not give them.
    [[nodiscard]] std::optional<std::vector<Cell>> cells(const OpenSheet& sheet,
                                                         const base::CellRange& range) const;
    // In the order of the book.
    [[nodiscard]] std::vector<std::string> sheet_names() const;

    // The active book as it stands now, whether saved or not, in the format it has.
    [[nodiscard]] bool save_copy(const std::filesystem::path& file) const;

    // A new worksheet before the active one, active from then on.
    [[nodiscard]] std::optional<OpenSheet> add_sheet(const OpenSheet& active) const;
    bool rename(const OpenSheet& sheet, std::string_view name) const;
    // A hidden name local to the active sheet, on the sheet's first cell.
    bool define_own_name(const OpenSheet& active, std::string_view name) const;

    // As constants: a text that begins with "=" stays a text.
    [[nodiscard]] bool write(const OpenSheet& sheet,
                             base::CellRef first,
                             const std::vector<std::string>& texts,
                             std::size_t columns) const;
    [[nodiscard]] bool enter(const OpenSheet& sheet,
                             base::CellRef at,
                             std::string_view formula) const;
    bool clear(const OpenSheet& sheet, const base::CellRange& range) const;

    // How cells look; nobody needs to know where Excel did not do it.
    void select(const OpenSheet& sheet, const base::CellRange& range) const;
    void format_selection(std::string_view number_format) const;
    void wrap_selection() const;
    void set_width(const OpenSheet& sheet, std::uint32_t column, double characters) const;

    // One sentence in a box of its own.
    void tell(std::string_view sentence) const;

private:
    [[nodiscard]] Cell document(int what) const;
    [[nodiscard]] std::uint32_t document_count(int what) const;

    Host host_;
};

}  // namespace shinchoku::addin::excel
