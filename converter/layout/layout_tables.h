#pragma once

#include "layout/diagnostics.h"
#include "layout/field_names.h"
#include "layout/layout.h"
#include "layout/toml_source.h"

namespace shinchoku::layout {

// The tables around the picture that do not refer to it: section 3 of the notation. Fills in all
// of `layout` but the picture, [labels] and [fields].
void read_tables(const TomlValue& root, Layout& layout, Diagnostics& diagnostics);

// The fields that [fields] declares with `is`: texts of the city's own.
void read_own_fields(const TomlValue& root, FieldNames& names, Diagnostics& diagnostics);

// [labels], [fields] and the references of [formulas]: what must fit the picture.
// `file_text` is the whole file, for places inside texts.
void read_references(const TomlValue& root,
                     std::string_view file_text,
                     const FieldNames& names,
                     Layout& layout,
                     Diagnostics& diagnostics);

}  // namespace shinchoku::layout
