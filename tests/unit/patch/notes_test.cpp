#include "patch/notes.h"

#include <gtest/gtest.h>

namespace shinchoku::patch {
namespace {

const Note note{{1, 1}, "mend <this>", "2, 10, 1, 2, 6, 0, 5, 0"};

std::string comments(std::string_view authors, std::string_view list) {
    return "<comments><authors>" + std::string(authors) + "</authors><commentList>" +
           std::string(list) + "</commentList></comments>";
}

std::string own(std::string_view words) {
    return "―― shinchoku ――\n" + std::string(words) + "\n――――――――";
}

std::string run(std::string_view text) {
    return "<r><t>" + std::string(text) + "</t></r>";
}

bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

TEST(Notes, ACellHasOneNote) {
    struct Case {
        std::string_view what;
        std::string before;
        std::string_view kept;
        std::string_view added;
        bool needs_box;
    };
    const Case cases[] = {
        {"a new part", "", "", "<comment ref=\"B2\" authorId=\"0\">", true},
        {"beside a note of another cell",
         comments("<author>a</author>",
                  "<comment ref=\"A1\" authorId=\"0\"><text><t>hi</t></text></comment>"),
         "<comment ref=\"A1\" authorId=\"0\"><text><t>hi</t></text></comment>",
         "<comment ref=\"B2\" authorId=\"1\">",
         true},
        {"to runs of another author",
         comments("<author>a</author>",
                  "<comment ref=\"B2\" authorId=\"0\"><text><r><t>hi</t></r></text></comment>"),
         "<comment ref=\"B2\" authorId=\"0\"><text><r><t>hi</t></r><r>",
         "\n\n―― shinchoku ――\nmend &lt;this&gt;\n――――――――</t></r></text></comment>",
         false},
        {"to a plain text, before its reading",
         comments(
             "<author>a</author>",
             "<comment ref=\"B2\" authorId=\"0\"><text><t>hi</t><rPh sb=\"0\" eb=\"1\"><t>x</t>"
             "</rPh></text></comment>"),
         "<text><t xml:space=\"preserve\">hi\n\n―― shinchoku ――\nmend "
         "&lt;this&gt;\n――――――――</t><rPh",
         "</rPh></text></comment>",
         false},
        {"in place of one of our own",
         comments(
             "<author>a</author><author>shinchoku</author>",
             "<comment ref=\"B2\" authorId=\"1\"><text>" + run(own("old")) + "</text></comment>"),
         "<comment ref=\"B2\" authorId=\"1\"><text><r><rPr>",
         "mend &lt;this&gt;\n――――――――</t></r></text></comment>",
         false},
        {"authors without any",
         "<comments><authors/><commentList/></comments>",
         "<authors><author>shinchoku</author></authors>",
         "<commentList><comment ref=\"B2\" authorId=\"0\">",
         true},
        {"a prefix",
         "<x:comments><x:authors/><x:commentList/></x:comments>",
         "<x:author>shinchoku</x:author>",
         "<x:comment ref=\"B2\" authorId=\"0\"><x:text><x:r>",
         true},
    };
    for (const Case& one : cases) {
        const EditedNotes added = with_notes(one.before, {note});
        EXPECT_TRUE(holds(added.comments, one.kept)) << one.what << added.comments;
        EXPECT_TRUE(holds(added.comments, one.added)) << one.what << added.comments;
        EXPECT_FALSE(holds(added.comments, "old")) << one.what;
        EXPECT_EQ(added.boxless.size(), one.needs_box ? 1U : 0U) << one.what;
    }
}

TEST(Notes, WhatAnEarlierReturnWroteGoesAndWhatOthersWroteStays) {
    struct Case {
        std::string_view what;
        std::string text;  // of the note on C3
        std::string left;  // "" where the note goes
    };
    const std::string ours = own("old &amp; gone");
    const Case cases[] = {
        {"only ours", run(ours), ""},
        {"only ours, with blanks", run("\n" + ours + "\n ") + run("&#10;"), ""},
        {"plain", "<t>" + ours + "</t>", ""},
        {"behind another's", run("hi") + run("\n\n" + ours), run("hi")},
        {"behind another's, plain", "<t>hi\n\n" + ours + "</t>", "<t>hi</t>"},
        {"one line a run",
         run("hi\n") + run("―― shinchoku ――\n") + run("old\n") + run("――――――――"),
         run("hi")},
        {"an answer behind it", run(ours + "\ndone"), run("\ndone")},
        {"two", run(ours + "\nno\n" + ours), run("\nno")},
        {"a whole one behind a broken one",
         run("―― shinchoku ――\nmine\n" + ours),
         run("―― shinchoku ――\nmine")},
        {"no last line", run("―― shinchoku ――\nmine"), run("―― shinchoku ――\nmine")},
        {"none of ours", run("―― shin ――"), run("―― shin ――")},
    };
    for (const Case& one : cases) {
        const auto part = [](const std::string& text) {
            return comments("<author>a</author>",
                            "<comment ref=\"A1\" authorId=\"0\"><text><t>1</t></text></comment>" +
                                (text.empty() ? ""
                                              : "<comment ref=\"C3\" authorId=\"0\"><text>" + text +
                                                    "</text></comment>"));
        };
        const EditedNotes edited = with_notes(part(one.text), {});
        EXPECT_EQ(edited.comments, part(one.left)) << one.what;
        EXPECT_EQ(edited.emptied.size(), one.left.empty() ? 1U : 0U) << one.what;
        EXPECT_EQ(edited.count, one.left.empty() ? 1U : 2U) << one.what;

        // Noted again, it holds the new words once, behind what is left.
        const EditedNotes again = with_notes(part(one.text), {{{2, 2}, "new", ""}});
        EXPECT_TRUE(again.boxless.empty() && again.emptied.empty()) << one.what;
        EXPECT_FALSE(holds(again.comments, "old")) << one.what << again.comments;
        const std::size_t first = again.comments.find(own("new"));
        ASSERT_NE(first, std::string::npos) << one.what << again.comments;
        EXPECT_EQ(again.comments.find("new", first + own("new").size()), std::string::npos);
    }
}

TEST(Notes, ACellWithAConversationGetsNoNote) {
    const std::string before =
        comments("<author>tc={1}</author>",
                 "<comment ref=\"B2\" authorId=\"0\"><text><t>[Threaded comment]</t></text>"
                 "</comment>");
    const EditedNotes edited = with_notes(before, {note});
    EXPECT_TRUE(holds(edited.comments, "<text><t>[Threaded comment]</t></text>"));
    EXPECT_FALSE(holds(edited.comments, "mend"));
    EXPECT_EQ(edited.left_out, std::vector{note.at});
    EXPECT_TRUE(edited.boxless.empty());
}

TEST(Notes, TheBoxesOfNotesThatAreGoneGo) {
    const std::string made = with_boxes("", {note, {{4, 0}, "other", ""}}, 1);
    EXPECT_TRUE(has_shapes(made));
    const std::string left = without_boxes(made, {{1, 1}, {9, 9}});
    EXPECT_FALSE(holds(left, "<x:Row>1</x:Row>"));
    EXPECT_TRUE(holds(left, "<x:Row>4</x:Row>"));
    EXPECT_FALSE(has_shapes(without_boxes(left, {{4, 0}})));
    // A button on the same cell, and what is cut off.
    for (const std::string kept :
         {"<xml><v:shape id=\"a\"><x:ClientData ObjectType=\"Button\"><x:Row>1</x:Row>"
          "<x:Column>1</x:Column></x:ClientData></v:shape></xml>",
          "<xml><v:shape><x:ClientData ObjectType=\"Note\"><x:Row>1</x:Row><x:Column>1"}) {
        EXPECT_EQ(without_boxes(kept, {{1, 1}}), kept);
    }
}

TEST(Notes, BoxesAreNumberedBehindThoseThatAreThere) {
    const std::string made = with_boxes("", {note}, 3);
    EXPECT_TRUE(holds(made, "data=\"3\""));
    EXPECT_TRUE(holds(made, "id=\"_x0000_s3073\""));
    EXPECT_TRUE(holds(made, "<x:Row>1</x:Row><x:Column>1</x:Column>"));
    EXPECT_EQ(highest_cluster(made), 3U);

    // Excel's own VML is no XML.
    const std::string theirs =
        "<xml><o:idmap v:ext=\"edit\" data=\"1,4\"/><v:shape id=\"_x0000_s4200\"><br></v:shape>\n"
        "</xml>\n";
    const std::string more = with_boxes(theirs, {note}, 9);
    EXPECT_TRUE(holds(more, "id=\"_x0000_s4201\""));
    EXPECT_EQ(more.substr(0, theirs.find("</xml>")), theirs.substr(0, theirs.find("</xml>")));
    EXPECT_TRUE(more.ends_with("</v:shape></xml>\n"));
    EXPECT_EQ(highest_cluster(theirs), 4U);
    EXPECT_EQ(with_boxes("no place", {note}, 1), "no place");
}

}  // namespace
}  // namespace shinchoku::patch
