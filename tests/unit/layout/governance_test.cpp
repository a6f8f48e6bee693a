#include "layout/governance.h"

#include <string>

#include "layout_sample.h"

namespace shinchoku::layout {
namespace {

std::string name_of(GovernedBy by) {
    switch (by) {
        case GovernedBy::nothing:
            return "itself";
        case GovernedBy::row:
            return "row";
        case GovernedBy::column:
            return "column";
        case GovernedBy::order:
            return "order";
        case GovernedBy::year:
            return "year";
    }
    return "";
}

// "28 {上位.名称}: row, under 基本方針{上位.番号} (line 28)"
std::string account(const Layout& layout, const PictureCell& cell) {
    std::string line = std::to_string(cell.line) + " " + cell.written + ": ";
    const Governance& governed = cell.governed;
    line += name_of(governed.by);
    if (governed.by == GovernedBy::order) {
        line += " " + std::to_string(governed.order);
    }
    if (cell.year_index >= 0) {
        line += ", " + std::to_string(layout.first_year + cell.year_index);
    }
    if (governed.year_row >= 0) {
        const PictureRow& row = layout.picture.rows[static_cast<std::size_t>(governed.year_row)];
        line += " by line " + std::to_string(row.line);
    }
    if (governed.label_row >= 0) {
        const PictureCell& label = cell_at(layout,
                                           static_cast<std::size_t>(governed.label_row),
                                           static_cast<std::size_t>(governed.label_column));
        line += ", under " + label.written + " (line " + std::to_string(label.line) + ")";
    }
    return line;
}

std::string account(const Layout& layout) {
    std::string text;
    for (const PictureRow& row : layout.picture.rows) {
        for (const PictureCell& cell : row.cells) {
            const bool holds_a_value =
                std::any_of(cell.pieces.begin(), cell.pieces.end(), [](const Piece& piece) {
                    return piece.kind != PieceKind::text;
                });
            if (holds_a_value) {
                text += account(layout, cell) + "\n";
            }
        }
    }
    return text;
}

TEST(Governance, OfEveryCellOfTheSixExamplesIsAsAPersonReadsThem) {
    for (const std::string id :
         {"minami_alps", "seki_sap3", "seki_plan", "kanuma", "shimotsuma", "jimu_jigyo"}) {
        EXPECT_EQ(account(load_fixture(id)),
                  read_text(tests_folder() / "golden" / "governance" / (id + ".txt")))
            << id;
    }
}

TEST(Governance, FollowsTheRulesInTheirOrder) {
    struct Case {
        std::string_view what;
        std::string_view rows;
        std::string_view expected;
    };
    const Case cases[] = {
        {"the only field behind a label is governed by it",
         "20 | 名称 | {名称} | < |\n",
         "8 {名称}: row, under 名称 (line 8)\n"},
        {"a label of the next row does not matter",
         "20 | 名称 | {名称} | < |\n20 | 件名 | . | . |\n",
         "8 {名称}: row, under 名称 (line 8)\n"},
        {"several fields behind one label are told apart by the labels above them",
         "20 | 事業 | 番号 | 名称 |\n20 | 内訳 | {番号} | {名称} |\n",
         "9 {番号}: column, under 番号 (line 8)\n9 {名称}: column, under 名称 (line 8)\n"},
        {"without labels above them by their order",
         "20 | 事業 | {番号} | {名称} |\n",
         "8 {番号}: order 0, under 事業 (line 8)\n8 {名称}: order 1, under 事業 (line 8)\n"},
        {"a value without a label at its left is governed from above, over other values",
         "20 | 現状 | 課題 | < |\n20 | {現状} | {課題} | < |\n20 | {番号} | {名称} | < |\n",
         "9 {現状}: column, under 現状 (line 8)\n9 {課題}: column, under 課題 (line 8)\n"
         "10 {番号}: column, under 現状 (line 8)\n10 {名称}: column, under 課題 (line 8)\n"},
        {"a label that stretches down governs every row it covers",
         "20 | 本文 | 現状 | {現状} |\n20 | ^ | {課題} | . |\n",
         "8 {現状}: row, under 現状 (line 8)\n9 {課題}: row, under 本文 (line 8)\n"},
        {"heading rows of the same list are looked through",
         "20 | 事業 | {年} | {年} |\n20 予定^ | 分野{予定.見出し} | < | < |\n"
         "20 予定* | {予定.名称} | {予定} | {予定} |\n",
         "8 {年}: itself, 2026\n8 {年}: itself, 2027\n9 分野{予定.見出し}: itself\n"
         "10 {予定.名称}: column, under 事業 (line 8)\n10 {予定}: year, 2026 by line 8\n"
         "10 {予定}: year, 2027 by line 8\n"},
        {"a pinned year is an ordinary field",
         "20 | 最終 | {目標@最終} | < |\n",
         "8 {目標@最終}: row, under 最終 (line 8)\n"},
        {"an evaluation asked once belongs to no year",
         "20 | 年度 | {年} | {年} |\n20 | 評価 | [評価] | < |\n",
         "8 {年}: itself, 2026\n8 {年}: itself, 2027\n9 [評価]: row, under 評価 (line 9)\n"},
        {"the boxes of a choice are one field",
         "20 | 評価 | [評価:A] | [評価:B] |\n",
         "8 [評価:A]: row, under 評価 (line 8)\n8 [評価:B]: row, under 評価 (line 8)\n"},
        {"another form of a row is governed by itself",
         "20 | 名称 | {名称} | < |\n又は | 件名 | {名称} | < |\n",
         "8 {名称}: row, under 名称 (line 8)\n9 {名称}: row, under 件名 (line 9)\n"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(account(load(around(c.rows))), c.expected) << c.what;
    }
}

TEST(Governance, YearHeadingsMayStandTwiceInARow) {
    const Layout layout = load(
        "layout = \"tiny\"\n[years]\nfirst = 2026\ncount = 2\n[sheet]\npicture = '''\n"
        "幅 | 9 | 9 | 9 | 9 | 9 |\n"
        "20 | 指標 | 目標値 | < | 実績値 | < |\n"
        "20 | 指標名 | {年} | {年} | {年} | {年} |\n"
        "20 指標* | {指標名} | {目標} | {目標} | [実績] | [実績] |\n'''\n");
    EXPECT_EQ(account(layout),
              "9 {年}: itself, 2026\n9 {年}: itself, 2027\n9 {年}: itself, 2026\n"
              "9 {年}: itself, 2027\n10 {指標名}: column, under 指標名 (line 9)\n"
              "10 {目標}: year, 2026 by line 9\n10 {目標}: year, 2027 by line 9\n"
              "10 [実績]: year, 2026 by line 9\n10 [実績]: year, 2027 by line 9\n");
}

TEST(Governance, APlanOfOneYearNeedsNoYearHeadings) {
    const Layout layout = load(
        "layout = \"tiny\"\n[years]\nfirst = 2026\ncount = 1\n[sheet]\npicture = '''\n"
        "幅 | 9 | 9 |\n20 | 実績値 | [実績] |\n'''\n");
    EXPECT_EQ(account(layout), "8 [実績]: row, 2026, under 実績値 (line 8)\n");
}

}  // namespace
}  // namespace shinchoku::layout
