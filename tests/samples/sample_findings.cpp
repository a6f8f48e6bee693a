#include "sample_findings.h"

#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include "layout/bind.h"
#include "layout/layout_file.h"
#include "xlsx/reader.h"

namespace shinchoku::samples {
namespace {

using std::filesystem::path;

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    for (std::size_t at = 1; at < line.size();) {
        const std::size_t end = line.find('|', at);
        if (end == std::string::npos) {
            break;
        }
        const std::string cell = line.substr(at, end - at);
        const std::size_t first = cell.find_first_not_of(' ');
        const std::size_t last = cell.find_last_not_of(' ');
        cells.push_back(first == std::string::npos ? "" : cell.substr(first, last - first + 1));
        at = end + 1;
    }
    return cells;
}

std::vector<base::Finding> findings_of(const path& file,
                                       const layout::Layout& layout,
                                       plan::Date as_of) {
    auto read = xlsx::read_workbook(bytes_of(file));
    if (!read) {
        return {read.error()};
    }
    const layout::Reading reading = layout::bind(read.value().workbook, {&layout}, {});
    std::vector<base::Finding> findings = read.value().findings;
    findings.insert(findings.end(), reading.findings.begin(), reading.findings.end());
    check::CheckOptions options;
    options.as_of = as_of;
    options.layouts = {{layout.id, &layout}};
    const std::vector<base::Finding> checked = check::check(reading, options);
    findings.insert(findings.end(), checked.begin(), checked.end());
    return findings;
}

}  // namespace

std::string bytes_of(const path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> workbooks_below(const path& folder) {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == ".xlsx") {
            files.push_back(std::filesystem::relative(entry.path(), folder).generic_string());
        }
    }
    return files;
}

const layout::Layout& layout_of(const std::string& plan) {
    static std::map<std::string, layout::Layout> layouts;
    const auto known = layouts.find(plan);
    if (known != layouts.end()) {
        return known->second;
    }
    const path file = path(SHINCHOKU_SOURCE_DIR) / "templates" / plan / "layout.toml";
    return layouts.emplace(plan, layout::load_layout(bytes_of(file), file.string()).value().layout)
        .first->second;
}

std::vector<Expected> expected_in_readme(const path& folder) {
    std::vector<Expected> rows;
    std::ifstream readme(folder / "README.md");
    for (std::string line; std::getline(readme, line);) {
        const std::vector<std::string> cells = cells_of(line);
        if (cells.size() >= 5 && cells[0].ends_with(".xlsx")) {
            std::istringstream places(cells[4]);
            for (std::string place; places >> place;) {
                rows.push_back({cells[0], cells[1], cells[2], cells[3], place});
            }
        }
    }
    return rows;
}

std::vector<Expected> found_in(const path& folder,
                               const std::string& file,
                               const layout::Layout& layout,
                               plan::Date as_of) {
    std::vector<Expected> rows;
    for (const base::Finding& finding : findings_of(folder / file, layout, as_of)) {
        if (finding.rule == "F10") {
            continue;
        }
        rows.push_back({file,
                        finding.rule,
                        std::string(base::name_of(finding.severity)),
                        finding.sheet.value_or(""),
                        finding.cell ? base::to_a1(*finding.cell) : ""});
    }
    return rows;
}

}  // namespace shinchoku::samples
