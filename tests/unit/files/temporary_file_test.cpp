#include "files/temporary_file.h"

#include <gtest/gtest.h>

#include <fstream>
#include <utility>

#include "own_temporary_folder.h"

namespace shinchoku::files {
namespace {

namespace fs = std::filesystem;

TEST(TemporaryFile, has_a_folder_of_its_own_and_goes_with_it) {
    const OwnTemporaryFolder own;
    fs::path first_folder;
    {
        const std::optional<TemporaryFile> first = TemporaryFile::create("写し.xlsx");
        const std::optional<TemporaryFile> second = TemporaryFile::create("写し.xlsx");
        ASSERT_TRUE(first && second);
        EXPECT_NE(first->path(), second->path());
        EXPECT_EQ(first->path().filename(), "写し.xlsx");
        EXPECT_FALSE(fs::exists(first->path()));
        std::ofstream(first->path()) << "x";
        first_folder = first->path().parent_path();
        EXPECT_TRUE(fs::is_directory(first_folder));
    }
    EXPECT_FALSE(fs::exists(first_folder));
}

TEST(TemporaryFile, moves_with_its_owner) {
    const OwnTemporaryFolder own;
    std::optional<TemporaryFile> given = TemporaryFile::create("a");
    ASSERT_TRUE(given);
    const fs::path folder = given->path().parent_path();
    {
        const TemporaryFile taken(std::move(*given));
        given.reset();
        EXPECT_TRUE(fs::exists(folder));
    }
    EXPECT_FALSE(fs::exists(folder));
}

}  // namespace
}  // namespace shinchoku::files
