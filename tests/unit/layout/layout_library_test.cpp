#include "layout/layout_library.h"

#include <algorithm>

#include "layout/embedded.h"
#include "layout_sample.h"

namespace shinchoku::layout {
namespace {

// A folder of templates that is gone when the test ends.
class LayoutLibraryTest : public testing::Test {
protected:
    LayoutLibraryTest() {
        const testing::TestInfo& test = *testing::UnitTest::GetInstance()->current_test_info();
        folder_ =
            std::filesystem::path(testing::TempDir()) / ("layouts_" + std::string(test.name()));
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
    }
    ~LayoutLibraryTest() override { std::filesystem::remove_all(folder_); }

    void write(const std::filesystem::path& file, const std::string& toml) const {
        std::filesystem::create_directories((folder_ / file).parent_path());
        std::ofstream(folder_ / file, std::ios::binary) << toml;
    }

    static std::string tiny(const std::string& id, const std::string& title) {
        return "layout = \"" + id + "\"\ntitle = \"" + title +
               "\"\n[years]\nfirst = 2026\ncount = 1\n[sheet]\npicture = '''\n"
               "幅 | 9 | 9 |\n20 | 名称 | {名称} |\n'''\n";
    }

    std::filesystem::path folder_;
};

TEST_F(LayoutLibraryTest, EveryTemplateIsPartOfTheProgramAndLoads) {
    std::size_t templates = 0;
    for (const auto& entry : std::filesystem::directory_iterator(
             std::filesystem::path(SHINCHOKU_SOURCE_DIR) / "templates")) {
        const std::filesystem::path file = entry.path() / "layout.toml";
        if (!std::filesystem::exists(file)) {
            continue;
        }
        ++templates;
        const std::string id = entry.path().filename().string();
        const auto found = std::find_if(embedded_layouts().begin(),
                                        embedded_layouts().end(),
                                        [&](const EmbeddedFile& e) { return e.id == id; });
        ASSERT_NE(found, embedded_layouts().end()) << id;
        EXPECT_EQ(found->toml, read_text(file)) << id;
    }
    EXPECT_EQ(embedded_layouts().size(), templates);
    const LayoutLibrary library = load_layouts({});
    EXPECT_TRUE(library.refused.empty());
    EXPECT_EQ(library.layouts.size(), templates);
    for (const LoadedLayout& loaded : library.layouts) {
        EXPECT_EQ(loaded.layout.file, "templates/" + loaded.layout.id + "/layout.toml");
    }
}

TEST_F(LayoutLibraryTest, AFolderComesBeforeTheBuiltInLayouts) {
    write("mine/layout.toml", tiny("minami_alps", "うちの様式"));
    const LayoutLibrary library = load_layouts({folder_});
    ASSERT_NE(library.find("minami_alps"), nullptr);
    EXPECT_EQ(library.find("minami_alps")->title, "うちの様式");
    EXPECT_EQ(library.layouts.size(), embedded_layouts().size());
}

TEST_F(LayoutLibraryTest, TheFirstPlaceWinsAndFilesComeByPath) {
    write("a/y/layout.toml", tiny("same", "先"));
    write("b/x/layout.toml", tiny("same", "後"));
    write("b/w/layout.toml", tiny("other", "別"));
    write("b/notes.toml", "not = \"a layout\"\n");
    const LayoutLibrary library = load_layouts({folder_ / "a", folder_ / "b", folder_ / "none"});
    ASSERT_GE(library.layouts.size(), 2U);
    EXPECT_EQ(library.layouts[0].layout.title, "先");
    EXPECT_EQ(library.layouts[1].layout.title, "別");
    EXPECT_EQ(library.all().size(), 2 + embedded_layouts().size());
    EXPECT_TRUE(library.unreadable.empty());
}

TEST_F(LayoutLibraryTest, OnlyTheLayoutAskedForIsLoaded) {
    write("broken/layout.toml", "layout = \"broken\"\n[sheet\n");
    write("mine/layout.toml", tiny("mine", "様式"));
    const LayoutLibrary one = load_layouts({folder_}, "mine");
    EXPECT_EQ(one.layouts.size(), 1U);
    EXPECT_TRUE(one.refused.empty());
    const LayoutLibrary all = load_layouts({folder_});
    ASSERT_EQ(all.refused.size(), 1U);
    EXPECT_EQ(all.refused.front().diagnostics.front().code, "layout.toml");
    EXPECT_EQ(load_layouts({folder_}, "nobody").layouts.size(), 0U);
}

TEST_F(LayoutLibraryTest, ALayoutFileMayBeNamedItself) {
    write("form.toml", tiny("form", "様式"));
    const LayoutLibrary library = load_layouts({folder_ / "form.toml", folder_ / "missing.toml"});
    EXPECT_NE(library.find("form"), nullptr);
    ASSERT_EQ(library.unreadable.size(), 1U);
    EXPECT_EQ(library.unreadable.front().file, (folder_ / "missing.toml").string());
}

TEST(LayoutShow, NamesEachFieldWithTheLabelThatGovernsIt) {
    const Layout layout = load_fixture("seki_sap3");
    for (const base::Language language : {base::Language::ja, base::Language::en}) {
        const std::string name =
            language == base::Language::ja ? "seki_sap3.txt" : "seki_sap3.en.txt";
        EXPECT_EQ(show(layout, language), read_text(tests_folder() / "golden" / "show" / name));
    }
}

}  // namespace
}  // namespace shinchoku::layout
