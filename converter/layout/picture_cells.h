#pragma once

#include "layout/diagnostics.h"
#include "layout/field_names.h"
#include "layout/layout.h"
#include "layout/picture_text.h"
#include "layout/toml_source.h"

namespace shinchoku::layout {

// Understands one cell of a picture: the grammar of section 2. Its joins, year and governance are
// left open.
class CellReader {
public:
    CellReader(const Layout& layout,
               const FieldNames& names,
               StringPlaces& places,
               Diagnostics& diagnostics)
        : layout_(layout), names_(names), places_(places), diagnostics_(diagnostics) {}

    // `row_list`: the list whose element or heading the row is; null outside repeats.
    [[nodiscard]] PictureCell read(const RawText& raw, const List* row_list);

private:
    struct Cursor;

    void read_pieces(const RawText& raw, const List* row_list, PictureCell& cell);
    void read_text(Cursor& at, PictureCell& cell);
    bool read_field(Cursor& at, const List* row_list, PictureCell& cell);
    void read_formula(const RawText& raw, const List* row_list, PictureCell& cell);
    bool read_pin(std::string_view pin, SourcePlace place, Field& field);
    void settle_kind(PictureCell& cell);
    void check_pattern(const PictureCell& cell);

    const Layout& layout_;
    const FieldNames& names_;
    StringPlaces& places_;
    Diagnostics& diagnostics_;
};

}  // namespace shinchoku::layout
