#pragma once

#include <map>
#include <string>
#include <vector>

#include "render/book.h"
#include "render/form.h"
#include "report/progress_book.h"
#include "report/standing.h"
#include "report/story.h"
#include "report/wording.h"

namespace shinchoku::report {

// The sheets of the book, one function each. All are added before any is filled, so that each can
// link to and calculate with the others.

struct Context {
    const ProgressBookInput& input;
    const Standings& standings;
    const Story& story;
    Wording words;

    render::SheetWriter* cover = nullptr;
    render::SheetWriter* key_lines = nullptr;
    render::SheetWriter* actions = nullptr;
    render::SheetWriter* council = nullptr;
    render::SheetWriter* story_page = nullptr;
    render::SheetWriter* measures = nullptr;
    render::SheetWriter* by_year = nullptr;
    render::SheetWriter* charts = nullptr;
    render::SheetWriter* policies = nullptr;
    render::SheetWriter* departments = nullptr;
    render::SheetWriter* submissions = nullptr;
    render::SheetWriter* findings = nullptr;
    render::SheetWriter* calculation = nullptr;
    render::SheetWriter* grounds = nullptr;
    render::SheetWriter* tidy = nullptr;
    std::vector<render::SheetWriter*> explained;  // those whose numbers the grounds tell of
    std::vector<render::SheetWriter*> forms;      // parallel to the plan's measures, or empty
    std::vector<render::DrawnBlock> drawn_forms;  // the same

    // "第5次…  令和8年度実績(令和9年5月31日現在)  議会・市民用"
    [[nodiscard]] std::string subtitle() const;

    [[nodiscard]] std::string readers() const;  // 議会・市民用
    // Why nothing is final yet, as a sentence; "" of a year that is over.
    [[nodiscard]] std::string why_interim() const;

    // Of a standing, in the words of this book's readers and of its year.
    [[nodiscard]] std::string label(Standing standing) const;
    // Of a measure without an indicator there is nothing to judge: 指標なし.
    [[nodiscard]] std::string label(const Line& line) const;
    // Marks the rows of the sheet of calculations that no count of indicators may take in.
    [[nodiscard]] std::string label_of_no_indicator() const;
    [[nodiscard]] std::string_view mark(const Line& line) const;
    [[nodiscard]] render::CellStyle style(Standing standing) const;
};

// Which sheets there are, in the order of the book, and whom each is for.
struct BookSheet {
    render::SheetWriter* Context::*sheet = nullptr;
    base::Text name;
    base::Text told;       // what it holds, for the contents on the cover
    unsigned readers = 0;  // a bit for each Audience
    bool is_page = false;  // to be read as it stands; the others are tables
    void (*write)(const Context&) = nullptr;

    [[nodiscard]] bool is_for(Audience audience) const;
};
[[nodiscard]] const std::vector<BookSheet>& book_sheets();

void write_cover(const Context& context);
void write_key_lines(const Context& context);
void write_actions(const Context& context);
void write_council(const Context& context);
void write_story(const Context& context);
void write_measures(const Context& context);
void write_by_year(const Context& context);
void write_charts(const Context& context);
void write_policies(const Context& context);
void write_departments(const Context& context);
void write_submissions(const Context& context);
void write_findings(const Context& context);
void write_calculation(const Context& context);
void write_grounds(const Context& context);
void write_tidy(const Context& context);
void write_forms(Context& context);  // fills drawn_forms

}  // namespace shinchoku::report
