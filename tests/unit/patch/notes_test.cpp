#include "patch/notes.h"

#include <gtest/gtest.h>

namespace shinchoku::patch {
namespace {

const Note note{{1, 1}, "mend <this>", "2, 10, 1, 2, 6, 0, 5, 0"};

std::string comments(std::string_view authors, std::string_view list) {
    return "<comments><authors>" + std::string(authors) + "</authors><commentList>" +
           std::string(list) + "</commentList></comments>";
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
         "\n\nmend &lt;this&gt;</t></r></text></comment>",
         false},
        {"to a plain text, before its reading",
         comments(
             "<author>a</author>",
             "<comment ref=\"B2\" authorId=\"0\"><text><t>hi</t><rPh sb=\"0\" eb=\"1\"><t>x</t>"
             "</rPh></text></comment>"),
         "<text><t xml:space=\"preserve\">hi\n\nmend &lt;this&gt;</t><rPh",
         "</rPh></text></comment>",
         false},
        {"in place of one of our own",
         comments("<author>a</author><author>shinchoku</author>",
                  "<comment ref=\"B2\" authorId=\"1\"><text><r><t>old</t></r></text></comment>"),
         "<comment ref=\"B2\" authorId=\"1\"><text><r><rPr>",
         "mend &lt;this&gt;</t></r></text></comment>",
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
        const AddedNotes added = with_notes(one.before, {note});
        EXPECT_TRUE(holds(added.comments, one.kept)) << one.what << added.comments;
        EXPECT_TRUE(holds(added.comments, one.added)) << one.what << added.comments;
        EXPECT_FALSE(holds(added.comments, ">old<")) << one.what;
        EXPECT_EQ(added.boxless.size(), one.needs_box ? 1U : 0U) << one.what;
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
