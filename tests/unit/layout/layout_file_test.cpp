#include "layout/layout_file.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "layout_sample.h"

namespace shinchoku::layout {
namespace {

using testing::ElementsAre;

std::vector<std::filesystem::path> bad_layouts() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::directory_iterator(tests_folder() / "layout_errors")) {
        files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

// The comment lines a file begins with: what the loader is to say, in Japanese, then in English.
std::string expected_lines(const std::string& toml) {
    std::stringstream lines(toml);
    std::string expected;
    std::string line;
    while (std::getline(lines, line) && line.starts_with("# ")) {
        expected += line.substr(2) + "\n";
    }
    return expected;
}

std::vector<Diagnostic> diagnostics_of(const std::string& toml) {
    auto loaded = load_layout(toml, "layout.toml");
    return loaded ? loaded.value().warnings : loaded.error();
}

TEST(LayoutFile, SaysOfEachBadLayoutExactlyWhatItsFirstLinesSay) {
    const std::vector<std::filesystem::path> files = bad_layouts();
    EXPECT_GE(files.size(), 60U);
    for (const std::filesystem::path& file : files) {
        const std::string toml = read_text(file);
        const std::vector<Diagnostic> found = diagnostics_of(toml);
        const std::string name = file.filename().string();
        EXPECT_EQ(
            all_lines(found, name, base::Language::ja) + all_lines(found, name, base::Language::en),
            expected_lines(toml))
            << file;
    }
}

TEST(LayoutFile, ABadLayoutIsMendedByTakingTheFaultAway) {
    const std::string bad = around("20 | 名称 | {名前} | < |\n");
    EXPECT_FALSE(load_layout(bad, "layout.toml"));
    std::string mended = bad;
    mended.replace(mended.find("名前"), std::string_view("名前").size(), "名称");
    EXPECT_TRUE(load_layout(mended, "layout.toml"));
}

TEST(LayoutFile, PlacesAreTheSameWithWindowsLineBreaksAndAByteOrderMark) {
    const std::string unix_text = around("20 | 名称 | {名前} | < |\n20 | 課題 | {現況} | < |\n");
    std::string windows_text;
    for (const char c : unix_text) {
        windows_text += c == '\n' ? "\r\n" : std::string(1, c);
    }
    const std::string expected = all_lines(diagnostics_of(unix_text));
    EXPECT_EQ(all_lines(diagnostics_of(windows_text)), expected);
    EXPECT_EQ(all_lines(diagnostics_of("\xEF\xBB\xBF" + unix_text)), expected);
}

TEST(LayoutFile, PlacesAreFoundInEveryKindOfString) {
    struct Case {
        std::string_view what;
        std::string_view picture;
        int line;
        int column_number;
    };
    const Case cases[] = {
        {"literal", "'''\n幅 | 1 | 1 |\n20 | 名 | {名前} |\n'''", 7, 10},
        {"literal, no break behind the quotes", "'''幅 | 1 | 1 |\n20 | 名 | {名前} |\n'''", 6, 10},
        {"with escapes",
         "\"\"\"\n幅 | 1 | 1 |\n20 | \\u540D\\t\\U0000540D | {名前} |\n\"\"\"",
         7,
         27},
        {"line continued",
         "\"\"\"\n幅 | 1 | \\\n   1 |\n20 | 名 | \\\n\n  {名前} |\n\"\"\"",
         10,
         3},
        {"one line", "\"幅 | 1 | 1 |\\n20 | 名 | {名前} |\"", 5, 34},
    };
    for (const Case& c : cases) {
        const std::vector<Diagnostic> found = diagnostics_of(
            "layout = \"tiny\"\nyears = { first = 2026, count = 2 }\n\n"
            "[sheet]\npicture = " +
            std::string(c.picture) + "\n");
        ASSERT_EQ(found.size(), 1U) << c.what << "\n" << all_lines(found);
        EXPECT_EQ(found.front().code, "layout.unknown_field") << c.what;
        EXPECT_EQ(found.front().line, c.line) << c.what;
        EXPECT_EQ(found.front().column_number, c.column_number) << c.what;
    }
}

TEST(LayoutFile, TheSixExamplesLoadWithTheWarningsTheyDeserve) {
    struct Case {
        std::string_view id;
        std::size_t rows;
        std::size_t columns;
        std::size_t warnings;
    };
    const Case cases[] = {
        {"minami_alps", 17, 6, 0},
        {"seki_sap3", 9, 7, 1},  // an optional row below a repeat
        {"seki_plan", 11, 9, 1},
        {"kanuma", 14, 11, 0},
        {"shimotsuma", 13, 9, 0},
        {"jimu_jigyo", 21, 8, 0},
    };
    for (const Case& c : cases) {
        const auto loaded = load_layout(
            read_text(tests_folder() / "fixtures" / "layouts" / (std::string(c.id) + ".toml")),
            "layout.toml");
        ASSERT_TRUE(loaded) << c.id << "\n" << all_lines(loaded.error());
        EXPECT_EQ(loaded.value().layout.id, c.id);
        EXPECT_EQ(loaded.value().layout.picture.rows.size(), c.rows) << c.id;
        EXPECT_EQ(loaded.value().layout.picture.column_count(), c.columns) << c.id;
        EXPECT_EQ(loaded.value().warnings.size(), c.warnings) << all_lines(loaded.value().warnings);
    }
}

TEST(LayoutFile, TheTablesAroundThePictureAreKept) {
    const Layout layout = load_fixture("minami_alps");
    EXPECT_EQ(layout.plan_id, "minami-alps-reform-5");
    EXPECT_EQ(layout.municipality, "南アルプス市");
    EXPECT_EQ(layout.municipality_code, "192082");
    EXPECT_EQ(layout.first_year, 2026);
    EXPECT_EQ(layout.last_year(), 2030);
    EXPECT_EQ(layout.year_heading, "令和8年度");
    EXPECT_EQ(layout.page.orientation, "landscape");
    EXPECT_EQ(layout.page.margins, "narrow");
    EXPECT_EQ(layout.page.footer, "&P / &N");
    EXPECT_EQ(layout.block, BlockOf::measure);
    EXPECT_EQ(layout.place, Place::sheet);
    EXPECT_EQ(layout.sheet_name, "{番号}");
    EXPECT_THAT(layout.labels.at("取組み内容").accepted, ElementsAre("取組内容", "取り組み内容"));
    EXPECT_EQ(layout.fields.at("実績").check.kind, Check::Kind::any);
    EXPECT_EQ(layout.fields.at("理由").check.kind, Check::Kind::length);
    EXPECT_EQ(layout.fields.at("理由").check.length, 200);
    EXPECT_EQ(layout.fields.at("理由").prompt, "200字以内");
    EXPECT_THAT(layout.fields.at("評価").check.choices, ElementsAre("A", "B", "C", "D"));
    EXPECT_EQ(layout.formulas.at("達成率").format, "0.0%");
}

TEST(LayoutFile, LabelsListsAndMarksOfTheOtherExamplesAreKept) {
    const Layout sap3 = load_fixture("seki_sap3");
    EXPECT_EQ(sap3.place, Place::stack);
    EXPECT_EQ(sap3.gap_rows, 1);
    EXPECT_EQ(sap3.labels.at("数値目標").keep, "区分");
    EXPECT_THAT(sap3.labels.at("数値目標").accepted, ElementsAre("活動目標"));
    EXPECT_THAT(sap3.labels.at("目標（{最終年}）").accepted, ElementsAre("目標"));
    EXPECT_EQ(sap3.fields.at("年見出し").heading, "R2");
    const Layout shimotsuma = load_fixture("shimotsuma");
    EXPECT_TRUE(shimotsuma.labels.at("事業").may_be_blank);
    EXPECT_EQ(shimotsuma.marks.at("▼▼▼▼▼"), "less");
    EXPECT_THAT(shimotsuma.lists.at("方針").columns, ElementsAre("番号", "名称", "文"));
    EXPECT_EQ(shimotsuma.lists.at("注").where.at("mark"), "※");
    EXPECT_THAT(shimotsuma.fields.at("予定.先導").check.choices, ElementsAre("★", ""));
    const Layout costs = load_fixture("jimu_jigyo");
    EXPECT_EQ(costs.lists.at("費").only, 1);
    EXPECT_EQ(costs.lists.at("活動").where.at("category"), "活動指標");
}

TEST(LayoutFile, TablesThatNoExampleHasAreReadToo) {
    const Layout layout = load(around("20 .強調 | 名称 | {名称} | < |\n", R"(
[outline]
groups = { "1" = "財政", "1-1" = "税収" }
measures = { "1-1-1" = "納税相談" }
[departments]
names = ["納税課", "管財課"]
"税務課" = "納税課"
[calculation]
scheme = "default"
method = "progress"
tolerance = 0.5
direction = "up"
[styles]
"強調" = { font = "ＭＳ ゴシック", size = 12, bold = true, fill = "#FFFFCC", align = "center", format = "0.0" }
)"));
    ASSERT_EQ(layout.group_outline.size(), 2U);
    EXPECT_EQ(layout.group_outline[1].id, "1-1");
    EXPECT_EQ(layout.group_outline[1].title, "税収");
    EXPECT_EQ(layout.measure_outline.at(0).title, "納税相談");
    EXPECT_THAT(layout.departments.names, ElementsAre("納税課", "管財課"));
    EXPECT_EQ(layout.departments.renamed.at("税務課"), "納税課");
    EXPECT_EQ(layout.method, "progress");
    EXPECT_EQ(layout.tolerance, "0.5");
    EXPECT_EQ(layout.styles.at("強調").size_points, 12);
    EXPECT_EQ(layout.styles.at("強調").bold, true);
    EXPECT_EQ(layout.picture.rows.at(0).style, "強調");
}

TEST(LayoutFile, ALabelMayBeNamedInAnotherSpelling) {
    const Layout layout = load(around("20 | 目標（{最終年}） | {現状} | < |\n",
                                      "[labels]\n\"目標({最終年})\" = [\"めざす値\"]\n"));
    EXPECT_EQ(layout.labels.count("目標（{最終年}）"), 1U);
}

TEST(LayoutFile, EnglishWordsMeanTheSameAsJapaneseOnes) {
    const Layout layout = load(
        "layout = \"tiny\"\n[years]\nfirst = 2026\ncount = 2\n[sheet]\npicture = '''\n"
        "width | 10 | 20 | 30 |\n"
        "24 .title | 施策{id} {title} | < | < |\n"
        "20 | 指標 | {year} | {year} |\n"
        "20 | 目標 | {target} | {target} |\n"
        "20 | 実績 | [actual] | [actual] |\n"
        "20 | 当初 | {baseline.value} | . |\n'''\n");
    EXPECT_EQ(layout.picture.rows.at(0).style, "表題");
    EXPECT_EQ(cell_at(layout, 3, 1).field()->id, FieldId::actual);
}

TEST(LayoutFile, AnyTruncationGivesALayoutOrADiagnosticWithAPlace) {
    const std::string toml = read_text(tests_folder() / "fixtures" / "layouts" / "shimotsuma.toml");
    for (std::size_t size = 0; size < toml.size(); size += 29) {
        const auto loaded = load_layout(toml.substr(0, size), "layout.toml");
        if (!loaded) {
            ASSERT_FALSE(loaded.error().empty()) << size;
            EXPECT_FALSE(loaded.error().front().message.ja.empty()) << size;
        }
    }
}

TEST(LayoutFile, AnyDamagedByteGivesALayoutOrADiagnostic) {
    const std::string toml = read_text(tests_folder() / "fixtures" / "layouts" / "jimu_jigyo.toml");
    const std::string_view bytes = "|<^.{}[]*?=\"'\\\n#@:\xFF\x80";
    for (std::size_t at = 0; at < toml.size(); at += 11) {
        std::string damaged = toml;
        damaged[at] = bytes[at % bytes.size()];
        const auto loaded = load_layout(damaged, "layout.toml");
        if (!loaded) {
            EXPECT_FALSE(loaded.error().empty()) << at;
        }
    }
}

TEST(LayoutFile, ADiagnosticIsOneLineWithItsPlaceAndAHintBelow) {
    const Diagnostic whole{base::Severity::warning, "layout.x", 0, 0, {"本文", "text"}, {}};
    EXPECT_EQ(to_line(whole, "a.toml", base::Language::ja), "a.toml: 注意: 本文 [layout.x]");
    const Diagnostic placed{
        base::Severity::error, "layout.x", 3, 7, {"本文", "text"}, {"助言", "hint"}};
    EXPECT_EQ(to_line(placed, "a.toml", base::Language::en),
              "a.toml:3:7: error: text [layout.x]\n  hint");
}

}  // namespace
}  // namespace shinchoku::layout
