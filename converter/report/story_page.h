#pragma once

#include <string>
#include <vector>

#include "report/flow.h"
#include "report/look.h"
#include "report/sheets.h"

namespace shinchoku::report {

// 一年の動き: four short sections told on a page or two. What is cut is counted, and it is said
// where the rest stands.

enum StoryColumn : std::uint32_t { number, name, department, first, second, third, fourth, text };

[[nodiscard]] const std::vector<double>& story_widths();

struct StoryPage {
    const Context& context;
    Flow& flow;

    [[nodiscard]] const Wording& words() const { return context.words; }
    [[nodiscard]] const Line& line(std::size_t index) const {
        return context.standings.lines[index];
    }
    [[nodiscard]] std::size_t index_of(const Line& line) const {
        return static_cast<std::size_t>(&line - context.standings.lines.data());
    }

    void write(StoryColumn column, const render::Content& content, const render::CellStyle& style);
    void write_section(const std::string& title, const std::string& remark);
    void write_heads(const std::vector<std::string>& heads);
    void write_none(const std::string& text);
    // "ほか3件は「一覧」を見る。"; `where` may be null.
    void write_rest(std::size_t all, std::size_t shown, const render::SheetWriter* where);
    // The first three columns of a line; gives the height they need.
    [[nodiscard]] double write_subject(const Line& line);
    // Both grades stand where they differ.
    [[nodiscard]] std::string own_grade_shown(const Line& line) const;
};

// Writes the first of those that went one way; gives the count of all that did.
template <class Change>
std::size_t write_first(StoryPage& page,
                        const std::vector<Change>& all,
                        bool Change::*went_well,
                        bool well,
                        std::size_t most,
                        void (*write)(StoryPage& page, const Change& change)) {
    std::size_t count = 0;
    for (const Change& change : all) {
        if (change.*went_well == well && count++ < most) {
            write(page, change);
        }
    }
    return count;
}

// What moved; what was missed and why.
void write_movements(StoryPage& page);
void write_late_ones(StoryPage& page);
// What changed since last year; who must act.
void write_changes(StoryPage& page);
void write_departments_that_act(StoryPage& page);

}  // namespace shinchoku::report
