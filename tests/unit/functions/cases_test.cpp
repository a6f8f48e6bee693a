#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <regex>
#include <string>

#include "functions/formula.h"

namespace shinchoku::addin {
namespace {

// The table of cases that every door has to pass; this is the native one.
constexpr const char* table_file = SHINCHOKU_SOURCE_DIR "/tests/addin/cases.tsv";

bool same(const Cell& found, const Cell& expected) {
    const auto* a = std::get_if<double>(&found);
    const auto* b = std::get_if<double>(&expected);
    return a != nullptr && b != nullptr ? std::abs(*a - *b) <= 1e-12 * std::abs(*b)
                                        : found == expected;
}

bool same(const Outcome& found, const Outcome& expected) {
    if (const auto* cell = std::get_if<Cell>(&found)) {
        const auto* other = std::get_if<Cell>(&expected);
        return other != nullptr && same(*cell, *other);
    }
    const auto& table = std::get<Table>(found);
    const auto* other = std::get_if<Table>(&expected);
    if (other == nullptr || table.rows != other->rows || table.columns != other->columns) {
        return false;
    }
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        if (!same(table.cells[i], other->cells[i])) {
            return false;
        }
    }
    return true;
}

// `expected` is a result, or ~/pattern/ for texts.
bool agrees(const Outcome& found, const std::string& expected) {
    if (expected.starts_with("~/")) {
        const auto* cell = std::get_if<Cell>(&found);
        const auto* text = cell != nullptr ? std::get_if<std::string>(cell) : nullptr;
        const std::regex pattern(expected.substr(2, expected.size() - 3));
        return text != nullptr && std::regex_search(*text, pattern);
    }
    const std::optional<Outcome> outcome = read_outcome(expected);
    EXPECT_TRUE(outcome) << "no result: " << expected;
    return outcome && same(found, *outcome);
}

TEST(Cases, every_row_gives_what_it_names) {
    std::ifstream file(table_file);
    ASSERT_TRUE(file) << table_file;
    int rows = 0;
    int number = 0;
    for (std::string line; std::getline(file, line);) {
        ++number;
        if (line.empty() || line.front() == '#') {
            continue;
        }
        ++rows;
        const std::size_t first = line.find('\t');
        const std::size_t second = line.find('\t', first + 1);
        ASSERT_NE(second, std::string::npos) << "line " << number;
        const std::string formula = line.substr(0, first);
        const std::string expected = line.substr(first + 1, second - first - 1);
        const auto call = read_call(formula);
        ASSERT_TRUE(call) << "line " << number << ": " << formula << ", column "
                          << call.error().column;
        const Outcome found = evaluate(call.value());
        EXPECT_TRUE(agrees(found, expected))
            << "line " << number << ": " << formula << "\n  gives    " << print(found)
            << "\n  expected " << expected << "\n  source   " << line.substr(second + 1);
    }
    EXPECT_GE(rows, 400);
}

}  // namespace
}  // namespace shinchoku::addin
