#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "check/check.h"
#include "layout/bind.h"
#include "layout/layout_file.h"
#include "plan/value_reading.h"
#include "sample_books.h"
#include "sample_data.h"
#include "xlsx/reader.h"

namespace shinchoku::samples {
namespace {

using std::filesystem::path;

const path source = SHINCHOKU_SOURCE_DIR;
const path minami_alps = source / "sample_workbooks" / "minami_alps";

std::string bytes_of(const path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string layout_toml() {
    return bytes_of(source / "templates" / "minami_alps" / "layout.toml");
}

// A folder of the test's own, taken away afterwards.
struct Folder {
    path place = std::filesystem::temp_directory_path() / "shinchoku_samples_test";
    Folder() { std::filesystem::remove_all(place); }
    ~Folder() { std::filesystem::remove_all(place); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
};

TEST(Samples, TheCommittedWorkbooksAreThoseThatTheDataMakes) {
    const Folder folder;
    const auto samples = read_samples(minami_alps / "data");
    ASSERT_TRUE(samples) << samples.error();
    const auto files = write_sample_books(samples.value(), layout_toml(), folder.place);
    ASSERT_TRUE(files) << files.error();
    std::vector<std::string> committed;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(minami_alps)) {
        if (entry.path().extension() == ".xlsx") {
            committed.push_back(
                std::filesystem::relative(entry.path(), minami_alps).generic_string());
        }
    }
    EXPECT_THAT(committed, testing::UnorderedElementsAreArray(files.value()));
    for (const std::string& file : files.value()) {
        EXPECT_TRUE(bytes_of(folder.place / file) == bytes_of(minami_alps / file))
            << file << " differs: build the target sample_workbooks";
    }
}

TEST(Samples, AFigureIsTypedAsANumberThatShowsItAsPrinted) {
    struct Case {
        const char* printed;
        const char* stored;  // nullptr: stays text
        const char* format;
    };
    const Case cases[] = {
        {"98.60%", "0.986", "0.00%"},
        {"110,000件", "110000", "#,##0\"件\""},
        {"1件", "1", "0\"件\""},
        {"6,000", "6000", "#,##0"},
        {"45", "45", "General"},
        {"44.1", "44.1", "General"},
        {"１１１，２４０件", nullptr, nullptr},
        {"実施事業3%増加", nullptr, nullptr},
        {"研究・検討", nullptr, nullptr},
        {"—", nullptr, nullptr},
    };
    for (const Case& c : cases) {
        const plan::Value value = typed_value(c.printed);
        EXPECT_EQ(value.raw, c.printed);
        ASSERT_EQ(value.stored.has_value(), c.stored != nullptr) << c.printed;
        if (c.stored != nullptr) {
            EXPECT_EQ(value.stored->to_string(), c.stored) << c.printed;
            EXPECT_EQ(*value.format, c.format) << c.printed;
        }
    }
    EXPECT_TRUE(typed_value("#DIV/0!").is<plan::CellError>());
}

// A row of the tables in the README: what a workbook must give.
struct Expected {
    std::string file, rule, severity, sheet, cell;

    friend bool operator==(const Expected&, const Expected&) = default;
    friend auto operator<=>(const Expected&, const Expected&) = default;
    friend void PrintTo(const Expected& e, std::ostream* out) {
        *out << e.file << " | " << e.rule << " | " << e.severity << " | " << e.sheet << " | "
             << e.cell;
    }
};

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

// Lines "| returned/納税課.xlsx | N03 | warning | 1-1-1 | B12 | … |".
std::vector<Expected> expected_in_readme() {
    std::vector<Expected> rows;
    std::ifstream readme(minami_alps / "README.md");
    for (std::string line; std::getline(readme, line);) {
        const std::vector<std::string> cells = cells_of(line);
        if (cells.size() >= 5 && cells[0].ends_with(".xlsx")) {
            rows.push_back({cells[0], cells[1], cells[2], cells[3], cells[4]});
        }
    }
    return rows;
}

const layout::Layout& minami_alps_layout() {
    static const layout::Layout layout =
        layout::load_layout(layout_toml(), "layout.toml").value().layout;
    return layout;
}

std::vector<base::Finding> findings_of(const path& file) {
    auto read = xlsx::read_workbook(bytes_of(file));
    if (!read) {
        return {read.error()};
    }
    const layout::Layout& layout = minami_alps_layout();
    const layout::Reading reading = layout::bind(read.value().workbook, {&layout}, {});
    std::vector<base::Finding> findings = read.value().findings;
    findings.insert(findings.end(), reading.findings.begin(), reading.findings.end());
    check::CheckOptions options;
    // The master is looked at when it is sent out; later all its actuals would be due.
    options.as_of = {file.filename() == "master.xlsx" ? 2026 : 2027, 5, 31};
    options.layouts = {{layout.id, &layout}};
    const std::vector<base::Finding> checked = check::check(reading, options);
    findings.insert(findings.end(), checked.begin(), checked.end());
    return findings;
}

// F10 tells how the program that saved the workbook set its calculation: no business of the data.
std::vector<Expected> found_in(const std::string& file) {
    std::vector<Expected> rows;
    for (const base::Finding& finding : findings_of(minami_alps / file)) {
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

TEST(Samples, EachWorkbookGivesTheFindingsOfTheReadmeAndNoOthers) {
    const std::vector<Expected> expected = expected_in_readme();
    ASSERT_FALSE(expected.empty());
    for (const auto& entry : std::filesystem::recursive_directory_iterator(minami_alps)) {
        if (entry.path().extension() != ".xlsx") {
            continue;
        }
        const std::string file =
            std::filesystem::relative(entry.path(), minami_alps).generic_string();
        std::vector<Expected> here;
        std::copy_if(
            expected.begin(), expected.end(), std::back_inserter(here), [&](const auto& e) {
                return e.file == file;
            });
        EXPECT_THAT(found_in(file), testing::UnorderedElementsAreArray(here)) << file;
    }
}

TEST(Samples, OnlyReturnedWorkbooksWithAFaultGiveAnError) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(minami_alps)) {
        const std::string file =
            std::filesystem::relative(entry.path(), minami_alps).generic_string();
        if (entry.path().extension() != ".xlsx" || file.starts_with("returned/")) {
            continue;
        }
        for (const Expected& each : found_in(file)) {
            EXPECT_NE(each.severity, "error") << testing::PrintToString(each);
        }
    }
}

}  // namespace
}  // namespace shinchoku::samples
