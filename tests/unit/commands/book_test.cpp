#include "commands/book.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace shinchoku::addin::commands {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

const fs::path samples = SHINCHOKU_SOURCE_DIR "/sample_workbooks";

// What is found in them is compared with the command line by tests/excel.
TEST(CheckBook, every_sheet_of_the_samples_is_read_and_checked) {
    const Templates templates = load_templates({}).value();
    int books = 0;
    for (const auto& each : fs::recursive_directory_iterator(samples)) {
        if (each.path().parent_path().filename() != "returned") {
            continue;
        }
        const auto book = read_book(bytes_of(each.path()), templates, "回答.xlsx");
        ASSERT_TRUE(book) << each.path();
        for (const sheet::Sheet& sheet : book.value().workbook.sheets) {
            EXPECT_TRUE(is_bound(book.value(), sheet.name)) << each.path() << " " << sheet.name;
        }
        EXPECT_TRUE(check_book(book.value(), templates, {2027, 5, 31})) << each.path();
        ++books;
    }
    EXPECT_GE(books, 30);
}

TEST(CheckBook, a_scheme_that_there_is_not_is_told) {
    const Templates templates = load_templates({}).value();
    auto book =
        read_book(bytes_of(samples / "minami_alps/returned/財政課.xlsx"), templates, "").value();
    EXPECT_TRUE(schemes_of(book, templates));
    book.reading.plan.measures.at(0).indicators.at(0).scheme = "無い基準";
    const auto checked = check_book(book, templates, {2027, 5, 31});
    ASSERT_FALSE(checked);
    EXPECT_NE(checked.error().message.ja.find("無い基準"), std::string::npos);
}

TEST(ReadBook, what_is_no_workbook_is_refused_with_a_hint) {
    const auto read = read_book("no workbook", load_templates({}).value(), "回答.xlsx");
    ASSERT_FALSE(read);
    EXPECT_FALSE(read.error().message.ja.empty());
    EXPECT_FALSE(read.error().hint.ja.empty());
}

}  // namespace
}  // namespace shinchoku::addin::commands
