// Rules on sheets where a form is out of the common run: C16, S06, S07, S08, C15, F09.

#include "workbook_sample.h"

namespace shinchoku::check {
namespace {

using Lines = std::vector<std::string>;

// Other rules speak of some of these books too.
Lines lines_of_rule(const FormBook& book, const std::string& rule) {
    Lines lines = book.lines();
    std::erase_if(lines, [&](const std::string& line) { return !line.starts_with(rule); });
    return lines;
}

struct SheetCase {
    const char* why;
    std::function<void(FormBook&)> change;
    Lines expected;
};

void expect_rule(const char* rule, const std::vector<SheetCase>& cases, int measures = 1) {
    for (const SheetCase& c : cases) {
        FormBook book(measures);
        c.change(book);
        EXPECT_EQ(lines_of_rule(book, rule), c.expected) << c.why;
    }
}

std::string repeated(const char* word, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) {
        text += word;
    }
    return text;
}

std::function<void(FormBook&)> a_reason(const std::string& text, const sheet::CellStyle& style) {
    return [=](FormBook& b) {
        b.text("B15", text);
        b.style("B15", style);
    };
}

const sheet::CellStyle wrapping{.wraps = true};

TEST(OverflowEdges, WordsAndLines) {
    sheet::CellStyle turned = wrapping;
    turned.is_turned = true;
    const Lines cut{"C16 warning B15"};
    expect_rule(
        "C16",
        {
            {"one Latin word longer than its lines", a_reason(repeated("a", 150), wrapping), cut},
            {"Latin words that fit", a_reason("progress is good and goes on", wrapping), {}},
            {"Latin words that do not", a_reason(repeated("progress ", 20), wrapping), cut},
            {"lines of its own", a_reason(repeated("一行の文\n", 9), wrapping), cut},
            {"two lines of its own", a_reason("一行だけの文の例\n二行だけの文の例", wrapping), {}},
            {"turned", a_reason(repeated("文", 80), turned), {}},
            {"a label that was written on is one no more",
             [&](FormBook& b) {
                 b.text("A15", "評価の理由\n" + repeated("（所管課が記入する）", 9));
                 b.style("A15", wrapping);
                 b.text("B15", "理由");
             },
             {"C16 warning A15"}},
        });
}

TEST(OverflowEdges, HeightsAndMerges) {
    expect_rule("C16",
                {
                    {"a hidden row is C15's",
                     [&](FormBook& b) {
                         a_reason(repeated("文", 80), wrapping)(b);
                         b.sheet().hidden_rows = {14};
                     },
                     {}},
                    {"a hidden column too",
                     [&](FormBook& b) {
                         a_reason(repeated("文", 80), wrapping)(b);
                         b.sheet().hidden_columns = {{1, 1}};
                     },
                     {}},
                    {"a row without a height of its own",
                     [&](FormBook& b) {
                         a_reason(repeated("文", 80), wrapping)(b);
                         b.attached_to().row_heights.clear();
                     },
                     {}},
                    {"a merge in rows without heights",
                     [&](FormBook& b) {
                         b.text("B6", repeated("文", 400));
                         b.style("B6", wrapping);
                         b.attached_to().row_heights.clear();
                     },
                     {}},
                    {"a merge above the first height",
                     [&](FormBook& b) {
                         b.text("B6", repeated("文", 400));
                         b.style("B6", wrapping);
                         std::erase_if(
                             b.attached_to().row_heights,
                             [](const sheet::RowHeight& height) { return height.row < 10; });
                     },
                     {}},
                    {"a merge does not let a text go on",
                     [&](FormBook& b) {
                         b.text("B6", repeated("文", 400));
                         b.style("B6", {});
                     },
                     {"C16 warning B6"}},
                    {"a blank cell beside it lets it",
                     [&](FormBook& b) {
                         a_reason(repeated("文", 12), {})(b);
                         b.text("C15", "");
                     },
                     {}},
                });
}

TEST(PageEdges, AreasAndBreaks) {
    const auto named = [](const char* name, const char* refers_to) {
        return [=](FormBook& b) { b.book.names.push_back({name, refers_to, 0U, false}); };
    };
    const auto broken = [](auto set_page) {
        return [=](FormBook& b) {
            b.attached_to().row_breaks = {8};
            for (sheet::RowHeight& height : b.attached_to().row_heights) {
                height.points = 100;
            }
            set_page(b.attached_to().page);
        };
    };
    expect_rule(
        "S08",
        {
            {"the name as older programs write it",
             named("Print_Area", "'1-1-1'!$A$1:$F$12"),
             {"S08 warning A13"}},
            {"another name", named("Print_Titles", "'1-1-1'!$A$1:$F$12"), {}},
            {"a name without the end of its sheet", named("Print_Area", "'1-1-1$A$1:$F$12"), {}},
            {"an area without a sheet", named("Print_Area", "$A$1:$F$12"), {"S08 warning A13"}},
            {"what is hidden is not printed anyway",
             [&](FormBook& b) {
                 named("Print_Area", "$A$1:$F$12")(b);
                 b.sheet().hidden_rows = {12, 13, 14, 15};
             },
             {}},
            {"blocks that fit one page in height must not be broken",
             broken([](sheet::PageLook& page) { page.fits_height = true; }),
             {"S08 warning A9"}},
            {"high ones that fit in width are made smaller",
             broken([](sheet::PageLook& page) {
                 page.fits_width = true;
                 page.width_points = 60;
             }),
             {"S08 warning A9"}},
            {"a vertical break before the form",
             [](FormBook& b) { b.attached_to().column_breaks = {0}; },
             {}},
            {"and behind it", [](FormBook& b) { b.attached_to().column_breaks = {6}; }, {}},
        });
}

TEST(DittoEdges, OnlyWhatTheSheetBeforeHasIsLeftOut) {
    expect_rule("S06",
                {
                    {"a form that nobody has begun",
                     [](FormBook& b) {
                         for (sheet::Cell& cell : b.sheet(1).cells) {
                             const bool is_label = cell.at == base::CellRef{4, 2};
                             if (cell.at.column > 0 && cell.at.row != 8 && !is_label) {
                                 b.text(base::to_a1(cell.at), "", 1);
                             }
                         }
                     },
                     {}},
                    {"a title", [](FormBook& b) { b.text("B3", "〃", 1); }, {"S06 warning B3"}},
                    {"a heading", [](FormBook& b) { b.text("B1", "々", 1); }, {"S06 warning B1"}},
                    {"a cell that is not there",
                     [](FormBook& b) {
                         std::erase_if(b.sheet(1).cells, [](const sheet::Cell& cell) {
                             return cell.at == base::CellRef{3, 1};
                         });
                     },
                     {"S06 warning B4"}},
                },
                2);
}

TEST(HiddenEdges, WholePlacesFormatsAndNotes) {
    const auto note = [](const char* text, base::CellRef at = {11, 1}) {
        return [=](FormBook& b) { b.attached_to().notes.push_back({at, "総務課", text}); };
    };
    const auto shown_as = [](const char* format) {
        return [=](FormBook& b) {
            b.cell("B12").format = static_cast<std::uint32_t>(b.book.formats.size());
            b.book.formats.push_back({format, true});
        };
    };
    expect_rule("C15",
                {
                    {"a merge that is seen in part",
                     [](FormBook& b) {
                         b.sheet().hidden_rows = {11};
                         b.sheet().merges.push_back({{11, 1}, {12, 1}});
                     },
                     {}},
                    {"a merge of columns that is seen in part",
                     [](FormBook& b) {
                         b.sheet().hidden_columns = {{1, 1}};
                         std::erase_if(b.sheet().cells, [](const sheet::Cell& cell) {
                             return cell.at.column == 1 && (cell.at.row >= 8 || cell.at.row == 4);
                         });
                     },
                     {}},
                    {"a note beside the form", note("速報は98.4％", {60, 1}), {}},
                    {"a figure at its end", note("参考 98.4"), {}},
                    {"a place in a book", note("第3号 12頁を参照"), {}},
                    {"a format for text alone", shown_as(";;;"), {"C15 info B12"}},
                    {"numbers are hidden, texts are not", shown_as("; "), {}},
                });
}

TEST(DrawingEdges, DiagramsAndWhatLiesBeside) {
    const auto drawn = [](sheet::Drawing drawing, const char* area) {
        drawing.area = *base::parse_a1_range(area);
        return [=](FormBook& b) { b.attached_to().drawings.push_back(drawing); };
    };
    expect_rule(
        "S07",
        {
            {"a diagram", drawn({.is_diagram = true}, "B6:C6"), {"S07 warning B6"}},
            {"one that begins outside", drawn({.text = "注"}, "A1:G20"), {"S07 warning A1"}},
        });
}

TEST(FileEdges, TimesAreReadAsTheyStand) {
    const auto saved = [](const char* modified) {
        return [=](FormBook& b) {
            b.book.properties.modified = modified;
            b.distributed = plan::Date{2027, 4, 1};
            b.deadline = plan::Date{2027, 5, 31};
        };
    };
    expect_rule("F09",
                {
                    {"a day without a time", saved("2027-05-31"), {}},
                    {"said to be local", saved("2027-05-31T23:00:00+09:00"), {}},
                    {"an hour that is none", saved("2027-05-31T99:00:00Z"), {}},
                    {"no hour", saved("2027-05-31Tab:00:00Z"), {}},
                    {"half an hour", saved("2027-05-31T1x:00:00Z"), {}},
                    {"the day after", saved("2027-06-01"), {"F09 warning"}},
                    {"only the deadline is given",
                     [&](FormBook& b) {
                         saved("2027-06-01")(b);
                         b.distributed.reset();
                     },
                     {}},
                    {"saved by the program itself",
                     [](FormBook& b) { b.book.properties.application = "shinchoku"; },
                     {}},
                });
}

}  // namespace
}  // namespace shinchoku::check
