#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "layout/layout_file.h"
#include "render/block.h"
#include "scratch_folder.h"

namespace shinchoku::render {

inline layout::Layout layout_of(const std::string& toml) {
    auto loaded = layout::load_layout(toml, "sample");
    if (!loaded) {
        ADD_FAILURE() << layout::to_line(loaded.error()[0], "sample", base::Language::en);
        return {};
    }
    return std::move(loaded).value().layout;
}

inline layout::Layout layout_file(const std::filesystem::path& path) {
    return layout_of(bytes_of(std::filesystem::path(SHINCHOKU_SOURCE_DIR) / path));
}

// A picture with the tables it needs to be loaded.
inline layout::Layout sample_layout(const std::string& picture, const std::string& tables = "") {
    return layout_of("layout = \"sample\"\ntitle = \"見本\"\n[plan]\nid = \"p\"\n" +
                     std::string("[years]\nfirst = 2026\ncount = 2\nheading = \"R8\"\n") +
                     "[sheet]\nblock = \"measure\"\nplace = \"sheet\"\nname = \"{番号}\"\n" +
                     "picture = '''\n" + picture + "'''\n" + tables);
}

inline plan::Plan sample_plan() {
    plan::Plan plan;
    plan.id = "p";
    plan.layout = "sample";
    plan.first_year = 2026;
    plan.last_year = 2027;
    return plan;
}

// A block as text: a line for each row, a cell joined to its left as "<", to above as "^".
inline std::string shown(const Block& block) {
    std::string text;
    for (std::uint32_t row = 0; row < block.rows.size(); ++row) {
        for (std::uint32_t column = 0; column < block.columns; ++column) {
            const BlockCell& cell = block.at(row, column);
            if (block.is_owner(row, column)) {
                text += cell.shown;
            } else {
                text += cell.owner_row == row ? "<" : "^";
            }
            text += "|";
        }
        text += "\n";
    }
    return text;
}

}  // namespace shinchoku::render
