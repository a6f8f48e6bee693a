#include "report/year_marks.h"

#include <algorithm>
#include <array>

#include "calc/grade.h"

namespace shinchoku::report {
namespace {

constexpr std::uint32_t waiting_fill = 0xFFF6DD;
constexpr std::uint32_t provisional_ink = 0x44546A;

bool is_blank_value(const plan::Value& value) {
    return value.is<plan::Blank>();
}

const plan::YearEntry* entry_in(const plan::Indicator& indicator, int year) {
    const auto found = std::find_if(indicator.years.begin(),
                                    indicator.years.end(),
                                    [&](const auto& each) { return each.year == year; });
    return found == indicator.years.end() ? nullptr : &*found;
}

// A judgement whose form prints no year is that of the year reported on.
std::string grade_by_person(const Context& context, const Line& line, int year) {
    const plan::Evaluation* found = evaluation_of(*line.measure, line.indicator, year);
    const bool counts = found != nullptr && (found->year || year == context.standings.year);
    return counts ? found->grade : "";
}

YearMark word(std::string text, YearLook look) {
    return {.text = std::move(text), .look = look};
}

YearMark word_of_status(const Wording& words, calc::Status status) {
    switch (status) {
        case calc::Status::met:
            return word(words("達成", "met"), YearLook::plain);
        case calc::Status::missed:
            return word(words("未達成", "missed"), YearLook::plain);
        case calc::Status::missing:
            return word(words("未入力", "blank"), YearLook::absent);
        case calc::Status::unavailable:
            return word(words("集計中", "pending"), YearLook::doubtful);
        case calc::Status::error:
        case calc::Status::unclear:
        case calc::Status::incomplete:
            return word(words("判定不能", "unclear"), YearLook::doubtful);
        case calc::Status::to_confirm:
            return word(words("要確認", "to confirm"), YearLook::doubtful);
        case calc::Status::no_target:
            return word("―", YearLook::empty);
        case calc::Status::not_due:
            break;
    }
    return {};
}

YearMark of_grade(const calc::Scheme& scheme, const std::string& grade) {
    const std::optional<std::size_t> rank = calc::rank_of(scheme, grade);
    if (!rank) {
        return word(grade, YearLook::plain);  // the scheme's mark for what it does not grade
    }
    return {.text = grade, .look = YearLook::graded, .rank = *rank, .grades = scheme.grades.size()};
}

// A year that is over, or one with a grade all the same.
YearMark closed_year(const Context& context,
                     const calc::Assessment* assessment,
                     const std::string& by_person) {
    const Wording& words = context.words;
    const std::string own = words("自", "own ") + by_person;
    const calc::Scheme& scheme =
        assessment == nullptr ? *context.input.scheme : scheme_of(context.input, *assessment);
    YearMark mark;
    if (assessment != nullptr) {
        mark = assessment->grade.empty() ? word_of_status(words, assessment->status)
                                         : of_grade(scheme, assessment->grade);
    }
    if (by_person.empty() || by_person == mark.text) {
        return mark;
    }
    const bool nothing_computed = assessment == nullptr || mark.look == YearLook::empty ||
                                  assessment->status == calc::Status::to_confirm;
    if (nothing_computed || scheme.basis == calc::Basis::person) {
        mark = of_grade(scheme, by_person);
        // Where people judge, theirs is the only grade and needs no name.
        mark.text = scheme.basis == calc::Basis::person ? by_person : own;
        return mark;
    }
    mark.text += "/" + own;
    return mark;
}

}  // namespace

bool is_same_group(const plan::Group* a, const plan::Group* b) {
    return a == b || (a != nullptr && b != nullptr && a->id == b->id);
}

AssessmentsByYear::AssessmentsByYear(const ProgressBookInput& input) {
    for (const calc::Assessment& each : *input.assessments) {
        assessments_.emplace(std::pair(std::string_view(each.indicator), each.year), &each);
    }
}

const calc::Assessment* AssessmentsByYear::find(std::string_view indicator, int year) const {
    const auto found = assessments_.find({indicator, year});
    return found == assessments_.end() ? nullptr : found->second;
}

const calc::Scheme& scheme_of(const ProgressBookInput& input, const calc::Assessment& assessment) {
    if (input.schemes != nullptr && assessment.scheme != input.scheme->id) {
        for (const auto& [name, scheme] : *input.schemes) {
            if (scheme.id == assessment.scheme) {
                return scheme;
            }
        }
    }
    return *input.scheme;
}

YearMark mark_of_year(const Context& context,
                      const AssessmentsByYear& assessments,
                      const Line& line,
                      int year) {
    const Wording& words = context.words;
    const plan::YearState state = plan::year_state(year, context.input.as_of);
    if (line.standing == Standing::not_returned) {
        return state == plan::YearState::closed
                   ? word(words("未提出", "not returned"), YearLook::absent)
                   : YearMark{};
    }
    const std::string by_person = grade_by_person(context, line, year);
    if (line.indicator == nullptr) {
        return by_person.empty() ? YearMark{} : closed_year(context, nullptr, by_person);
    }
    const calc::Assessment* assessment = assessments.find(line.indicator->id, year);
    if (state == plan::YearState::closed) {
        return closed_year(context, assessment, by_person);
    }
    const plan::YearEntry* entry = entry_in(*line.indicator, year);
    if (entry == nullptr || is_blank_value(entry->actual)) {
        return {};
    }
    if (state == plan::YearState::future) {
        return word(words("時期前", "too early"), YearLook::doubtful);
    }
    const std::string so_far =
        assessment == nullptr || assessment->grade.empty() ? "" : "(" + assessment->grade + ")";
    return word(words("途中", "so far") + so_far, YearLook::provisional);
}

std::uint32_t scale_color(std::size_t rank, std::size_t grades) {
    struct Stop {
        int red, green, blue;
    };
    constexpr std::array<Stop, 3> stops = {
        {{0xE3, 0xF2, 0xE1}, {0xFB, 0xE3, 0xB5}, {0xF2, 0xAE, 0x8E}}};
    constexpr std::size_t parts = 2;  // of the scale, between its stops
    const std::size_t last = std::max<std::size_t>(grades, 2) - 1;
    const std::size_t scaled = std::min(rank, last) * parts;
    const std::size_t from = std::min(scaled / last, parts - 1);
    const auto way = static_cast<int>(scaled - from * last);
    const auto mixed = [&](int Stop::*part) {
        const int a = stops.at(from).*part;
        const int b = stops.at(from + 1).*part;
        return static_cast<std::uint32_t>(a + (b - a) * way / static_cast<int>(last));
    };
    return mixed(&Stop::red) << 16U | mixed(&Stop::green) << 8U | mixed(&Stop::blue);
}

render::CellStyle year_style(const YearMark& mark) {
    render::CellStyle style = center_style();
    switch (mark.look) {
        case YearLook::graded:
            style.fill = scale_color(mark.rank, mark.grades);
            style.bold = true;
            break;
        case YearLook::absent:
            style = standing_style(Standing::missing);
            break;
        case YearLook::doubtful:
            style.fill = waiting_fill;
            break;
        case YearLook::provisional:
            style.italic = true;
            style.color = provisional_ink;
            break;
        case YearLook::plain:
        case YearLook::empty:
            break;
    }
    return style;
}

}  // namespace shinchoku::report
