#pragma once

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace shinchoku::calc {

// A table of tests/calc: one line a case, the first line names the columns. No cell holds a comma
// or a quote. "line" is added for messages.
using CsvRow = std::map<std::string, std::string>;

inline std::vector<std::string> split(const std::string& line, char separator) {
    std::vector<std::string> cells;
    std::string cell;
    for (const char c : line) {
        if (c == separator) {
            cells.push_back(cell);
            cell.clear();
        } else {
            cell += c;
        }
    }
    cells.push_back(cell);
    return cells;
}

inline std::vector<CsvRow> read_table(const std::string& name) {
    std::ifstream file(std::string(SHINCHOKU_SOURCE_DIR) + "/tests/calc/" + name);
    std::vector<CsvRow> rows;
    std::string line;
    std::vector<std::string> heads;
    for (int number = 1; std::getline(file, line); ++number) {
        const std::vector<std::string> cells = split(line, ',');
        if (heads.empty()) {
            heads = cells;
            continue;
        }
        CsvRow row{{"line", name + ":" + std::to_string(number)}};
        for (std::size_t i = 0; i < heads.size(); ++i) {
            row[heads[i]] = i < cells.size() ? cells[i] : "";
        }
        rows.push_back(row);
    }
    return rows;
}

}  // namespace shinchoku::calc
