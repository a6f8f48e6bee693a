#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "calc/assessment.h"
#include "plan/model.h"
#include "report/progress_book.h"

namespace shinchoku::report {

// What the book says of one indicator in the year it reports on. Missing is not zero, so every way
// of having no rate has a name and a count of its own.
enum class Standing {
    met,
    missed,
    missing,       // due and blank
    unavailable,   // 集計中, 未公表
    undecidable,   // an error, units that differ, a target that cannot be resolved
    to_confirm,    // a step in words: a person decides
    outside,       // no target
    not_returned,  // in the master, but in no returned workbook
    not_due,       // blank in a year that has not ended
};

// The standings that can occur, in the order of the tables. In a year that has not ended a blank
// is not missing.
using ShownStandings = std::array<Standing, 8>;
inline constexpr ShownStandings standings_of_closed_year = {Standing::met,
                                                            Standing::missed,
                                                            Standing::missing,
                                                            Standing::unavailable,
                                                            Standing::undecidable,
                                                            Standing::to_confirm,
                                                            Standing::outside,
                                                            Standing::not_returned};
inline constexpr ShownStandings standings_of_running_year = {Standing::met,
                                                             Standing::missed,
                                                             Standing::not_due,
                                                             Standing::unavailable,
                                                             Standing::undecidable,
                                                             Standing::to_confirm,
                                                             Standing::outside,
                                                             Standing::not_returned};

[[nodiscard]] Standing standing_of(calc::Status status);
// In a year that has not ended nothing is missed yet: 途中. The council reads words without jargon.
// Sheets take the label from Context, which knows both.
[[nodiscard]] base::Text label_of(Standing standing,
                                  bool interim = false,
                                  Audience audience = Audience::office);
// A mark beside the colour, so that the book can be read in black and white.
[[nodiscard]] std::string_view mark_of(Standing standing, bool worst_grade, bool interim = false);
// In "assessed of all": what a rate could be expected of.
[[nodiscard]] bool counts_in_all(Standing standing);

// One line of the tables: an indicator (or a measure without one) in the year reported on.
struct Line {
    const plan::Measure* measure = nullptr;        // never null; of the master where not returned
    std::size_t measure_index = 0;                 // in the reading; unused where not returned
    const plan::Indicator* indicator = nullptr;    // null: the measure has none
    const plan::YearEntry* entry = nullptr;        // null: nothing in that year
    const calc::Assessment* assessment = nullptr;  // null: not assessed
    const plan::Evaluation* evaluation = nullptr;  // null: none written
    const plan::Group* policy = nullptr;           // topmost group
    Standing standing = Standing::outside;
    int errors = 0;  // findings on the measure
    int warnings = 0;
    bool doubtful = false;  // one of them is about this indicator, in this year or in general

    // The department that totals count the measure under: the first named.
    [[nodiscard]] std::string_view department() const;
    [[nodiscard]] bool worst_grade(const calc::Scheme& scheme) const;
    // The computed grade and the one a person wrote; "" where there is none.
    [[nodiscard]] std::string_view computed_grade() const;
    [[nodiscard]] std::string_view own_grade() const;
    [[nodiscard]] bool grades_differ() const;
    // What totals count: the computed grade, and the person's under a scheme by which people judge.
    [[nodiscard]] std::string_view counted_grade(const calc::Scheme& scheme) const;
};

// A department and what it was asked for; counts are of measures.
struct Submission {
    std::string department;
    std::size_t distributed = 0;
    std::size_t returned = 0;
    std::size_t filled = 0;  // returned, and no actual that is due is blank
    std::vector<const plan::Measure*> absent;
};

// Everything the sheets show, gathered once. The order of the book is that of the master, with
// those not returned at their place; without a master, and for what it does not know, by id, as
// workbooks are read in the order of their names.
struct Standings {
    int year = 0;                    // the fiscal year reported on
    bool interim = false;            // that year has not ended: 中間評価
    bool has_begun = true;           // else nothing can have happened yet
    std::vector<Line> lines;         // in the order of the book
    std::vector<std::size_t> order;  // the reading's measures in that order
    std::vector<const plan::Group*> policies;
    std::vector<std::string> departments;
    std::vector<Submission> submissions;
    std::size_t measures = 0;  // of the whole plan, returned or not

    // Of indicators: a measure without one has none to count.
    [[nodiscard]] std::size_t count(Standing standing) const;
    [[nodiscard]] const ShownStandings& shown() const {
        return interim ? standings_of_running_year : standings_of_closed_year;
    }
};

// What a measure says of itself (or of one indicator) in a year: its own before that of the whole
// measure, one of the year before one without a year; null where there is none.
[[nodiscard]] const plan::Evaluation* evaluation_of(const plan::Measure& measure,
                                                    const plan::Indicator* indicator,
                                                    int year);

// "企画課・財政課"
[[nodiscard]] std::string departments_of(const plan::Measure& measure);

// The latest fiscal year of the plan that is closed on that day; the first year before that.
[[nodiscard]] int reporting_year(const plan::Plan& plan, const plan::Date& as_of);

// Why there is nothing to report on that year: it lies outside the plan, or has not begun.
[[nodiscard]] std::optional<base::Finding> refused_year(const plan::Plan& plan,
                                                        int year,
                                                        const plan::Date& as_of);

[[nodiscard]] Standings gather(const ProgressBookInput& input);

}  // namespace shinchoku::report
