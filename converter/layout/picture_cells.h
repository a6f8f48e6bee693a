#pragma once

#include <functional>
#include <string_view>

#include "layout/diagnostics.h"
#include "layout/field_names.h"
#include "layout/layout.h"
#include "layout/picture_text.h"
#include "layout/toml_source.h"

namespace shinchoku::layout {

// The words a person finds nearest to a box: at its left in the row, and above it. Empty where
// there are none.
struct NearWords {
    std::string_view left;
    std::string_view above;
    bool under_year = false;
};

// What a draft writes for a box that a person has yet to name.
inline constexpr std::string_view unnamed = "?";

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
    // `near` is asked for only where something must be told of the cell.
    [[nodiscard]] PictureCell read(const RawText& raw,
                                   const List* row_list,
                                   const std::function<NearWords()>& near);

private:
    struct Cursor;

    void read_pieces(const RawText& raw, const List* row_list, PictureCell& cell);
    void read_text(Cursor& at, PictureCell& cell);
    bool read_field(Cursor& at, const List* row_list, PictureCell& cell);
    void report_unnamed(SourcePlace place, bool entry);
    void read_formula(const RawText& raw, const List* row_list, PictureCell& cell);
    bool read_pin(std::string_view pin, SourcePlace place, Field& field);
    void settle_kind(PictureCell& cell);
    void check_pattern(const PictureCell& cell);

    const Layout& layout_;
    const FieldNames& names_;
    StringPlaces& places_;
    Diagnostics& diagnostics_;
    const std::function<NearWords()>* near_ = nullptr;  // of the cell being read
};

}  // namespace shinchoku::layout
