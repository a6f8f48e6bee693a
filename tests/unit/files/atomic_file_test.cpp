#include "files/atomic_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "files/read_file.h"

namespace shinchoku::files {
namespace {

namespace fs = std::filesystem;

class AtomicFileTest : public ::testing::Test {
protected:
    AtomicFileTest()
        : folder_(fs::path(::testing::TempDir()) /
                  ::testing::UnitTest::GetInstance()->current_test_info()->name()) {
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    ~AtomicFileTest() override { fs::remove_all(folder_); }

    [[nodiscard]] std::size_t entries() const {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
    }
    [[nodiscard]] static std::string content(const fs::path& path) {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    fs::path folder_;
};

TEST_F(AtomicFileTest, NothingIsSeenBeforeTheCommitAndAllAfterIt) {
    const fs::path target = folder_ / "進捗.json";
    auto file = AtomicFile::create(target, Replace::never);
    ASSERT_TRUE(file.has_value());
    std::ofstream(file.value().temporary()) << "whole";
    EXPECT_FALSE(fs::exists(target));
    EXPECT_EQ(file.value().commit(), std::nullopt);
    EXPECT_EQ(content(target), "whole");
    EXPECT_EQ(entries(), 1U);
}

TEST_F(AtomicFileTest, WhatIsNotCommittedLeavesNothingBehind) {
    const fs::path target = folder_ / "a.json";
    std::ofstream(target) << "old";
    {
        auto file = AtomicFile::create(target, Replace::allowed);
        ASSERT_TRUE(file.has_value());
        std::ofstream(file.value().temporary()) << "half";
    }
    EXPECT_EQ(content(target), "old");
    EXPECT_EQ(entries(), 1U);
}

TEST_F(AtomicFileTest, AnExistingFileIsReplacedOnlyWhereThatIsAllowed) {
    const fs::path target = folder_ / "a.json";
    std::ofstream(target) << "old";
    const auto refused = write_file(target, "new", Replace::never);
    ASSERT_TRUE(refused.has_value());
    EXPECT_THAT(refused->hint.ja, ::testing::HasSubstr("--force"));
    EXPECT_EQ(content(target), "old");
    EXPECT_EQ(write_file(target, "new", Replace::allowed), std::nullopt);
    EXPECT_EQ(content(target), "new");
    EXPECT_EQ(entries(), 1U);
}

TEST_F(AtomicFileTest, AFileThatAppearsMeanwhileIsNotOverwritten) {
    const fs::path target = folder_ / "a.json";
    auto file = AtomicFile::create(target, Replace::never);
    ASSERT_TRUE(file.has_value());
    std::ofstream(target) << "another run";
    EXPECT_TRUE(file.value().commit().has_value());
    EXPECT_EQ(content(target), "another run");
}

TEST_F(AtomicFileTest, PermissionsOfAReplacedFileStay) {
    const fs::path target = folder_ / "a.json";
    std::ofstream(target) << "old";
    fs::permissions(target, fs::perms::owner_read | fs::perms::owner_write);
    ASSERT_EQ(write_file(target, "new", Replace::allowed), std::nullopt);
    EXPECT_EQ(fs::status(target).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(AtomicFileTest, TheFileBehindALinkIsReplacedAndTheLinkStays) {
    const fs::path target = folder_ / "a.json";
    const fs::path link = folder_ / "link.json";
    std::ofstream(target) << "old";
    fs::create_symlink(target, link);
    ASSERT_EQ(write_file(link, "new", Replace::allowed), std::nullopt);
    EXPECT_TRUE(fs::is_symlink(link));
    EXPECT_EQ(content(target), "new");
}

TEST_F(AtomicFileTest, AFolderThatIsNotThereIsAnErrorThatNamesTheFile) {
    const auto failed = write_file(folder_ / "missing" / "a.json", "x", Replace::allowed);
    ASSERT_TRUE(failed.has_value());
    EXPECT_THAT(failed->message.ja, ::testing::HasSubstr("a.json"));
    EXPECT_FALSE(failed->found.empty());
    EXPECT_EQ(failed->severity, base::Severity::error);
}

TEST_F(AtomicFileTest, AFileIsReadBackByteForByte) {
    const fs::path target = folder_ / "a.bin";
    std::string bytes(70'000, '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<char>(i * 7);
    }
    for (const std::string& wanted : {std::string(), std::string("x"), bytes}) {
        ASSERT_EQ(write_file(target, wanted, Replace::allowed), std::nullopt);
        const auto read = read_file(target);
        ASSERT_TRUE(read.has_value());
        EXPECT_TRUE(read.value() == wanted) << wanted.size();
    }
}

TEST_F(AtomicFileTest, WhatCannotBeReadSaysWhy) {
    std::ofstream(folder_ / "large") << std::string(11, 'x');
    struct Case {
        const char* name;
        const char* rule;
    };
    const Case cases[] = {{"missing", "F11"}, {".", "F11"}, {"large", "F12"}};
    for (const Case& c : cases) {
        const auto read = read_file(folder_ / c.name, 10);
        ASSERT_FALSE(read.has_value()) << c.name;
        EXPECT_EQ(read.error().rule, c.rule) << c.name;
        EXPECT_EQ(read.error().file, (folder_ / c.name).string());
    }
    EXPECT_TRUE(read_file(folder_ / "large", 11).has_value());
}

}  // namespace
}  // namespace shinchoku::files
