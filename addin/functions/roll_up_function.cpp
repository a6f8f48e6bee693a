#include <algorithm>
#include <utility>

#include "calc/assessment.h"
#include "functions/evaluations.h"
#include "functions/read_arguments.h"
#include "functions/results.h"

namespace shinchoku::addin {
namespace {

using base::Decimal;

struct GradeCount {
    std::string grade;
    int count = 0;
};

// What a range of rates or of grades holds.
struct Contents {
    calc::RollUp rates;
    std::vector<GradeCount> grades;  // in order of appearance
};

void add_grade(std::vector<GradeCount>& grades, std::string_view name) {
    for (GradeCount& known : grades) {
        if (known.grade == name) {
            ++known.count;
            return;
        }
    }
    grades.push_back({std::string(name), 1});
}

void add(Contents& contents, const Cell& cell, const plan::Value& value) {
    if (const auto* number = value.as<plan::Number>()) {
        contents.rates.sum_weighted_rates = contents.rates.sum_weighted_rates + number->number;
        contents.rates.sum_weights = contents.rates.sum_weights + Decimal(1);
        ++contents.rates.assessed;
    } else if (value.is<plan::Blank>() || cell == Cell(CellError::not_available)) {
        // Our own functions say #N/A where an actual is missing.
        contents.rates.sum_weights_missing = contents.rates.sum_weights_missing + Decimal(1);
        ++contents.rates.missing;
    } else if (value.is<plan::CellError>()) {
        ++contents.rates.error;
    } else if (value.is<plan::Unavailable>()) {
        ++contents.rates.unavailable;
    } else if (!value.is<plan::None>()) {
        add_grade(contents.grades, std::get<std::string>(cell));
    }
}

std::ptrdiff_t rank_in(const calc::Scheme& scheme, std::string_view name) {
    const auto found = std::find_if(scheme.grades.begin(),
                                    scheme.grades.end(),
                                    [&](const auto& grade) { return grade.name == name; });
    return found - scheme.grades.begin();
}

// Best first where a scheme knows them all; as they appear otherwise.
void sort_grades(std::vector<GradeCount>& grades) {
    const auto knows_all = [&](const calc::Scheme& scheme) {
        const auto last = static_cast<std::ptrdiff_t>(scheme.grades.size());
        return std::all_of(grades.begin(), grades.end(), [&](const GradeCount& each) {
            return rank_in(scheme, each.grade) < last;
        });
    };
    const std::vector<calc::Scheme>& known = all_schemes();
    const auto scheme = std::find_if(known.begin(), known.end(), knows_all);
    if (scheme != known.end()) {
        std::sort(grades.begin(), grades.end(), [&](const auto& a, const auto& b) {
            return rank_in(*scheme, a.grade) < rank_in(*scheme, b.grade);
        });
    }
}

Table table_of(std::vector<GradeCount> grades) {
    sort_grades(grades);
    Table table{static_cast<int>(grades.size()), 2, {}};
    for (GradeCount& each : grades) {
        table.cells.emplace_back(std::move(each.grade));
        table.cells.emplace_back(static_cast<double>(each.count));
    }
    return table;
}

}  // namespace

Outcome roll_up(Arguments arguments) {
    Contents contents;
    for (const Cell& cell : arguments[0].cells) {
        const Read<plan::Value> value = value_of(cell);
        if (!value) {
            return Cell(value.error());
        }
        add(contents, cell, value.value());
    }
    if (!contents.grades.empty()) {
        return table_of(std::move(contents.grades));
    }
    const calc::RollUp& rates = contents.rates;
    return Table{1,
                 4,
                 {to_cell(rates.mean_rate()),
                  Cell(static_cast<double>(rates.assessed)),
                  Cell(static_cast<double>(rates.all())),
                  to_cell(rates.mean_rate_missing_as_zero())}};
}

}  // namespace shinchoku::addin
