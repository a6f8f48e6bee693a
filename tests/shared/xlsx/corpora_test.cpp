#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "file_bytes.h"
#include "xlsx/cell_number.h"
#include "xlsx/reader.h"

// Real workbooks that nobody here made, held against the values that independent readers gave.

namespace shinchoku::xlsx {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const fs::path corpora = fs::path(SHINCHOKU_SHARED_DIR) / "corpora";

std::vector<fs::path> workbooks() {
    std::vector<fs::path> paths;
    for (const fs::directory_entry& entry : fs::directory_iterator(corpora / "visible")) {
        paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

json expectation_of(const fs::path& workbook) {
    return json::parse(bytes_of(corpora / "expected" / (workbook.filename().string() + ".json")));
}

// openpyxl shows styled numbers as dates and times: back to serial days. Before March 1900 it and
// Excel differ by a day.
std::optional<double> serial_of(const json& value, bool date_1904) {
    if (value.contains("td")) {
        return value["td"].get<double>() / 86400;
    }
    for (const char* const key : {"dt", "d", "t"}) {
        if (value.contains(key)) {
            return parse_iso_date(value[key].get<std::string>(), date_1904);
        }
    }
    return std::nullopt;
}

// Whether a value as another reader gives it is what the cell holds. An empty text is nothing to
// some readers; line breaks are folded.
bool agrees(const json* expected, const sheet::Cell* cell, bool date_1904) {
    const bool is_empty = cell == nullptr || !sheet::has_value(*cell) ||
                          (cell->type == sheet::CellType::text && cell->text.empty());
    if (expected == nullptr || expected->is_null() || *expected == "") {
        return is_empty || (expected != nullptr && expected->is_null());
    }
    if (is_empty) {
        return false;
    }
    if (cell->type == sheet::CellType::boolean) {
        return *expected == (cell->number != 0);
    }
    if (cell->type == sheet::CellType::number) {
        const std::optional<double> number =
            expected->is_number()   ? std::optional(expected->get<double>())
            : expected->is_object() ? serial_of(*expected, date_1904)
                                    : std::nullopt;
        if (!number) {  // a date before 1900, which only openpyxl makes of a negative number
            return expected->is_object() && cell->number < 0;
        }
        const double tolerance = expected->is_number() ? 1e-12 : 1e-7;
        return std::abs(*number - cell->number) <=
               tolerance * std::max(1.0, std::abs(cell->number));
    }
    std::string text(cell->text);
    std::string other =
        expected->is_object() ? expected->value("e", "") : expected->get<std::string>();
    std::erase(text, '\r');
    std::erase(other, '\r');
    return text == other;
}

// The cells that differ, "Sheet!A1".
std::vector<std::string> differences(const json& values,
                                     const sheet::Workbook& workbook,
                                     bool whole) {
    std::vector<std::string> wrong;
    for (const sheet::Sheet& sheet : workbook.sheets) {
        if (!values.contains(sheet.name)) {
            if (whole) {
                wrong.push_back(sheet.name);
            }
            continue;
        }
        const json& expected = values[sheet.name];
        for (const auto& [place, value] : expected.items()) {
            if (!agrees(&value, sheet.find(*base::parse_a1(place)), workbook.date_1904)) {
                wrong.push_back(sheet.name + "!" + place);
            }
        }
        for (const sheet::Cell& cell : sheet.cells) {
            if (whole && !expected.contains(base::to_a1(cell.at)) &&
                !agrees(nullptr, &cell, workbook.date_1904)) {
                wrong.push_back(sheet.name + "!" + base::to_a1(cell.at));
            }
        }
    }
    return wrong;
}

std::size_t count_values(const sheet::Workbook& workbook) {
    std::size_t count = 0;
    for (const sheet::Sheet& sheet : workbook.sheets) {
        for (const sheet::Cell& cell : sheet.cells) {
            count += sheet::has_value(cell) ? 1u : 0u;
        }
    }
    return count;
}

TEST(Corpora, EveryWorkbookReadsWithTheValuesIndependentReadersGave) {
    // SheetJS loses the second run of this inline string; LibreOffice and this reader do not.
    const std::map<std::string, std::vector<std::string>> known = {
        {"V063_calamine_minimal_package.xlsx", {"Sheet1!A1"}}};
    int count = 0;
    for (const fs::path& path : workbooks()) {
        const json expected = expectation_of(path);
        if (expected["expect"].get<std::string>().starts_with("refuse")) {
            continue;
        }
        ++count;
        const std::string name = path.filename().string();
        const auto result = read_workbook(bytes_of(path));
        ASSERT_TRUE(result.has_value()) << name << ": " << result.error().message.en;
        for (const base::Finding& finding : result.value().findings) {
            EXPECT_NE(finding.severity, base::Severity::error)
                << name << ": " << finding.message.en;
        }
        const sheet::Workbook& workbook = result.value().workbook;
        const bool whole = !expected["values"].is_null();
        const auto wrong =
            differences(whole ? expected["values"] : expected["sample"], workbook, whole);
        const auto allowed = known.find(name);
        EXPECT_EQ(wrong, allowed == known.end() ? std::vector<std::string>() : allowed->second)
            << name;
        if (!whole) {
            EXPECT_EQ(count_values(workbook), expected["n"].get<std::size_t>()) << name;
        }
    }
    EXPECT_EQ(count, 61);
}

TEST(Corpora, WhatCannotBeReadIsRefusedForItsReason) {
    const std::map<std::string, std::string> rules = {{"refuse:encrypted", "F02"},
                                                      {"refuse:xlsb", "F01"},
                                                      {"refuse:not_zip", "F01"},
                                                      {"refuse:crc", "F11"},
                                                      {"refuse:corrupt", "F11"},
                                                      {"refuse:duplicate", "F11"},
                                                      {"refuse:package", "F11"},
                                                      {"refuse:doctype", "F11"}};
    int count = 0;
    for (const fs::path& path : workbooks()) {
        const std::string expect = expectation_of(path)["expect"];
        if (!expect.starts_with("refuse")) {
            continue;
        }
        ++count;
        const auto result = read_workbook(bytes_of(path));
        ASSERT_FALSE(result.has_value()) << path;
        ASSERT_TRUE(rules.contains(expect)) << expect;
        EXPECT_EQ(result.error().rule, rules.at(expect)) << path;
    }
    EXPECT_EQ(count, 11);
}

// Every sound workbook, cut off or with bytes changed, is read or refused; nothing else happens.
TEST(Corpora, DamagedCopiesAreReadOrRefused) {
    for (const fs::path& path : workbooks()) {
        std::string bytes = bytes_of(path);
        if (bytes.size() > 20000) {
            continue;
        }
        for (std::size_t step = 1; step < 24; ++step) {
            const std::size_t at = bytes.size() * step / 24;
            (void)read_workbook(std::string_view(bytes).substr(0, at));
            const char old = bytes[at];
            bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
            const auto result = read_workbook(bytes);
            EXPECT_TRUE(result.has_value() || !result.error().message.ja.empty());
            bytes[at] = old;
        }
    }
}

}  // namespace
}  // namespace shinchoku::xlsx
