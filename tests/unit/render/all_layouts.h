#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace shinchoku::render {

// The layouts of the project, and those of the tests that are no plan's.
inline std::vector<std::filesystem::path> all_layouts() {
    const std::filesystem::path source = SHINCHOKU_SOURCE_DIR;
    std::vector<std::filesystem::path> found = {"tests/fixtures/layouts/jimu_jigyo.toml",
                                                "tests/fixtures/layouts/judged_by_row.toml",
                                                "tests/fixtures/layouts/judged_once.toml",
                                                "tests/fixtures/layouts/one_table.toml"};
    for (const auto& entry : std::filesystem::directory_iterator(source / "templates")) {
        if (std::filesystem::exists(entry.path() / "layout.toml")) {
            found.push_back(std::filesystem::path("templates") / entry.path().filename() /
                            "layout.toml");
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

// For parameterised tests.
inline std::string name_of_layout(const ::testing::TestParamInfo<std::filesystem::path>& of) {
    const bool is_template = of.param.filename() == "layout.toml";
    return is_template ? of.param.parent_path().filename().string() : of.param.stem().string();
}

}  // namespace shinchoku::render
