#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "report/look.h"
#include "report/sheets.h"

namespace shinchoku::report {

// A group of the returned plan and the same one of the master are one.
[[nodiscard]] bool is_same_group(const plan::Group* a, const plan::Group* b);

// What stands in one cell of the heat map: a line of the book in one fiscal year of the plan.

enum class YearLook {
    graded,       // coloured by the rank of its grade
    plain,        // a word that is neither good nor bad
    absent,       // due, and nothing is there
    doubtful,     // a person has to look, or the figure is not out yet
    provisional,  // a year that is still running
    empty         // nothing to tell: yet to come, or no target
};

struct YearMark {
    std::string text;
    YearLook look = YearLook::empty;
    // Of YearLook::graded: 0 for the best of so many grades.
    std::size_t rank = 0;
    std::size_t grades = 1;
};

// Of the whole plan, by indicator and year. Keeps views of the input's texts.
class AssessmentsByYear {
public:
    explicit AssessmentsByYear(const ProgressBookInput& input);
    [[nodiscard]] const calc::Assessment* find(std::string_view indicator, int year) const;

private:
    std::map<std::pair<std::string_view, int>, const calc::Assessment*> assessments_;
};

// The scheme that graded an assessment: the plan's where its own is not at hand.
[[nodiscard]] const calc::Scheme& scheme_of(const ProgressBookInput& input,
                                            const calc::Assessment& assessment);

[[nodiscard]] YearMark mark_of_year(const Context& context,
                                    const AssessmentsByYear& assessments,
                                    const Line& line,
                                    int year);

// One light scale from the best grade to the worst; lighter is better, so that a print without
// colour keeps the order.
[[nodiscard]] std::uint32_t scale_color(std::size_t rank, std::size_t grades);
[[nodiscard]] render::CellStyle year_style(const YearMark& mark);

}  // namespace shinchoku::report
