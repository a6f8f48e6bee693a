#pragma once

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "base/finding.h"
#include "check/check.h"
#include "layout/layout.h"

namespace shinchoku::samples {

// What the tests of all sample folders share: the workbooks of a folder, what reading and checking
// one gives, and the tables of its README that say what it must give.

// A folder of the test's own below the temporary one, taken away afterwards.
struct Folder {
    explicit Folder(const std::string& name)
        : place(std::filesystem::temp_directory_path() / name) {
        std::filesystem::remove_all(place);
    }
    ~Folder() { std::filesystem::remove_all(place); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::filesystem::path place;
};

[[nodiscard]] std::string bytes_of(const std::filesystem::path& file);

// Relative to the folder, with / between names.
[[nodiscard]] std::vector<std::string> workbooks_below(const std::filesystem::path& folder);

// The layout in templates/<plan>/layout.toml.
[[nodiscard]] const layout::Layout& layout_of(const std::string& plan);

// A row of a README: "| returned/納税課.xlsx | N03 | warning | 1-1-1 | B12 | … |"; of several
// cells, "C6 C7", each counts.
struct Expected {
    std::string file, rule, severity, sheet, cell;

    friend bool operator==(const Expected&, const Expected&) = default;
    friend void PrintTo(const Expected& e, std::ostream* out) {
        *out << e.file << " | " << e.rule << " | " << e.severity << " | " << e.sheet << " | "
             << e.cell;
    }
};
[[nodiscard]] std::vector<Expected> expected_in_readme(const std::filesystem::path& folder);

// What reading and checking a workbook of a folder gives on a day. Without F10, which tells how the
// program that saved the workbook set its calculation: no business of the data.
[[nodiscard]] std::vector<Expected> found_in(const std::filesystem::path& folder,
                                             const std::string& file,
                                             const layout::Layout& layout,
                                             plan::Date as_of);

}  // namespace shinchoku::samples
