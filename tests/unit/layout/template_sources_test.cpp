#include "layout/template_sources.h"

#include <gtest/gtest.h>

#include <fstream>

#include "layout/scheme_library.h"

namespace shinchoku::layout {
namespace {

namespace fs = std::filesystem;

// A folder of templates that is gone when the test ends.
class TemplateSourcesTest : public testing::Test {
protected:
    TemplateSourcesTest() {
        const testing::TestInfo& test = *testing::UnitTest::GetInstance()->current_test_info();
        folder_ = fs::path(testing::TempDir()) / ("templates_" + std::string(test.name()));
        fs::remove_all(folder_);
    }
    ~TemplateSourcesTest() override { fs::remove_all(folder_); }

    [[nodiscard]] fs::path write(const fs::path& file, const std::string& toml) const {
        fs::create_directories((folder_ / file).parent_path());
        std::ofstream(folder_ / file, std::ios::binary) << toml;
        return folder_ / file;
    }

    fs::path folder_;
};

TEST_F(TemplateSourcesTest, AnIdIsWhatTheFirstLinesSay) {
    struct Case {
        const char* toml;
        const char* id;
        const char* or_by_file;
    };
    const Case cases[] = {
        {"scheme = \"own\"\n", "own", "own"},
        {"# said below\n\n  scheme='own'  # here\n", "own", "own"},
        {"\xEF\xBB\xBFscheme = \"own\"\r\n", "own", "own"},
        {"schemes = \"a\"\nscheme = \"own\"", "own", "own"},
        {"scheme = \"own\"\nbroken = [", "own", "own"},
        {"[grade]\nscheme = \"of a table\"\n", "", "file"},
        {"scheme = own\n", "", "file"},
        {"", "", "file"},
    };
    for (const Case& c : cases) {
        const fs::path file = write("file.toml", c.toml);
        for (const bool by_file : {false, true}) {
            std::vector<base::Finding> unreadable;
            const auto sources = template_sources(
                {.key = "scheme", .embedded = {}, .is_named_by_file = by_file}, {file}, unreadable);
            ASSERT_EQ(sources.size(), 1U);
            EXPECT_EQ(sources[0].id, by_file ? c.or_by_file : c.id) << c.toml;
            EXPECT_EQ(sources[0].toml, c.toml);
        }
    }
}

TEST_F(TemplateSourcesTest, OfEqualIdsTheFirstStaysAndWithoutOneAllStay) {
    const EmbeddedFile embedded[] = {{"b", "built-in", ""}, {"c", "built-in", ""}};
    const std::vector<fs::path> files = {write("1.toml", "layout = \"a\""),
                                         write("2.toml", "layout = \"b\""),
                                         write("3.toml", "layout = \"a\""),
                                         write("4.toml", ""),
                                         write("5.toml", ""),
                                         folder_ / "missing.toml"};
    std::vector<base::Finding> unreadable;
    std::string ids;
    for (const TemplateSource& source :
         template_sources({.key = "layout", .embedded = embedded}, files, unreadable)) {
        ids += source.id + "(" + fs::path(source.file).filename().string() + ")";
    }
    EXPECT_EQ(ids, "a(1.toml)b(2.toml)(4.toml)(5.toml)c(built-in)");
    ASSERT_EQ(unreadable.size(), 1U);
    EXPECT_EQ(unreadable[0].file, (folder_ / "missing.toml").string());
}

TEST_F(TemplateSourcesTest, ASchemeWithAFaultIsKnownByTheIdItStates) {
    const std::string file = write("schemes/file.toml", "scheme = \"own\"\nbroken = [").string();
    const FoundScheme found = find_scheme({folder_}, "own");
    EXPECT_EQ(found.file, file);
    EXPECT_FALSE(found.faults.empty());
    EXPECT_TRUE(find_scheme({folder_}, "file").faults.empty());
}

}  // namespace
}  // namespace shinchoku::layout
