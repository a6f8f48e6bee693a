#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#include "layout/layout_file.h"

namespace shinchoku::layout {

inline std::filesystem::path tests_folder() {
    return std::filesystem::path(SHINCHOKU_SOURCE_DIR) / "tests";
}

inline std::string read_text(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    EXPECT_TRUE(file) << path;
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

inline std::string all_lines(const std::vector<Diagnostic>& diagnostics,
                             std::string_view file = "layout.toml",
                             base::Language language = base::Language::en) {
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics) {
        text += to_line(diagnostic, file, language) + "\n";
    }
    return text;
}

// A whole layout around the rows of a picture of three columns; years 2026 and 2027.
inline std::string around(std::string_view rows, std::string_view tables = "") {
    return "layout = \"tiny\"\n[years]\nfirst = 2026\ncount = 2\n[sheet]\npicture = '''\n"
           "幅 | 10 | 20 | 30 |\n" +
           std::string(rows) + "'''\n" + std::string(tables);
}

// The layout, or a failed test and an empty one.
inline Layout load(std::string_view toml) {
    auto loaded = load_layout(toml, "layout.toml");
    if (!loaded) {
        ADD_FAILURE() << all_lines(loaded.error());
        return {};
    }
    return std::move(loaded).value().layout;
}

inline Layout load_fixture(std::string_view id) {
    return load(read_text(tests_folder() / "fixtures" / "layouts" / (std::string(id) + ".toml")));
}

inline const PictureCell& cell_at(const Layout& layout, std::size_t row, std::size_t column) {
    return layout.picture.rows.at(row).cells.at(column);
}

}  // namespace shinchoku::layout
