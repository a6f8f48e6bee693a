#include "layout/layout_file.h"

#include <utility>

#include "layout/diagnostics.h"
#include "layout/field_names.h"
#include "layout/governance.h"
#include "layout/layout_tables.h"
#include "layout/picture_checks.h"
#include "layout/picture_joins.h"
#include "layout/read_picture.h"
#include "layout/toml_source.h"

namespace shinchoku::layout {
namespace {

const TomlValue* picture_of(const TomlValue& root) {
    const TomlEntry* sheet = root.find("sheet");
    const TomlEntry* picture = sheet == nullptr ? nullptr : sheet->value.find("picture");
    const bool is_text = picture != nullptr && picture->value.kind == TomlValue::Kind::text;
    return is_text ? &picture->value : nullptr;
}

// Each step needs the one before it to be without fault; within a step everything is named.
void read_layout(std::string_view toml,
                 const TomlValue& root,
                 Layout& layout,
                 Diagnostics& diagnostics) {
    read_tables(root, layout, diagnostics);
    FieldNames names(layout.lists);
    read_own_fields(root, names, diagnostics);
    if (const TomlValue* picture = picture_of(root)) {
        StringPlaces places(toml, picture->place);
        layout.picture = read_picture(picture->text, places, layout, names, diagnostics);
    }
    if (diagnostics.has_errors()) {
        return;
    }
    read_references(root, toml, names, layout, diagnostics);
    join_cells(layout.picture, diagnostics);
    if (diagnostics.has_errors()) {
        return;
    }
    number_years(layout, diagnostics);
    check_reading(layout, diagnostics);
    if (!diagnostics.has_errors()) {
        govern(layout, diagnostics);
    }
}

}  // namespace

base::Result<LoadedLayout, std::vector<Diagnostic>> load_layout(std::string_view toml,
                                                                std::string_view file) {
    base::Result<TomlValue, Diagnostic> root = parse_toml(toml);
    if (!root) {
        return std::vector<Diagnostic>{root.error()};
    }
    LoadedLayout loaded;
    loaded.layout.file = file;
    Diagnostics diagnostics;
    read_layout(toml, root.value(), loaded.layout, diagnostics);
    const bool refused = diagnostics.has_errors();
    std::vector<Diagnostic> found = diagnostics.take();
    if (refused) {
        return found;
    }
    loaded.warnings = std::move(found);
    return loaded;
}

}  // namespace shinchoku::layout
