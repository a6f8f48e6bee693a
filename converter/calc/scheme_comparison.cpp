#include "calc/scheme_comparison.h"

#include <algorithm>
#include <utility>

#include "calc/grade.h"

namespace shinchoku::calc {

namespace {

// Where a grade stands: from the best, and whether nothing is worse.
struct Place {
    std::optional<std::size_t> rank;
    bool is_last = false;

    [[nodiscard]] bool is_beside(const Place& other) const {
        return rank == other.rank || (is_last && other.is_last);
    }
};

Place place_of(const Scheme& scheme, const Assessment& assessment) {
    const std::optional<std::size_t> rank = rank_of(scheme, assessment);
    return {rank, rank && *rank + 1 == grades_of(scheme, assessment).size()};
}

}  // namespace

std::vector<ComparedYear> compare_schemes(const plan::Plan& plan,
                                          const std::vector<const Scheme*>& schemes,
                                          AssessOptions options) {
    options.schemes = nullptr;
    std::vector<ComparedYear> all;
    std::vector<Place> first;
    for (const Scheme* scheme : schemes) {
        std::vector<Assessment> assessments = assess(plan, *scheme, options);
        all.resize(assessments.size());
        for (std::size_t i = 0; i < assessments.size(); ++i) {
            const Place place = place_of(*scheme, assessments[i]);
            if (first.size() <= i) {
                first.push_back(place);
            }
            all[i].differ = all[i].differ || !place.is_beside(first[i]);
            all[i].indicator = std::move(assessments[i].indicator);
            all[i].year = assessments[i].year;
            all[i].status = assessments[i].status;
            all[i].rates.push_back(std::move(assessments[i].rate));
            all[i].grades.push_back(std::move(assessments[i].grade));
        }
    }
    const auto has_none = [](const ComparedYear& year) {
        const bool graded = std::any_of(year.grades.begin(),
                                        year.grades.end(),
                                        [](const std::string& grade) { return !grade.empty(); });
        return !graded && year.status != Status::met && year.status != Status::missed;
    };
    all.erase(std::remove_if(all.begin(), all.end(), has_none), all.end());
    return all;
}

std::vector<GradeCount> count_grades(const std::vector<ComparedYear>& years,
                                     const Scheme& scheme,
                                     std::size_t place) {
    std::vector<GradeCount> counts;
    const auto add = [&](const std::string& name, int count) {
        const auto known = std::find_if(counts.begin(), counts.end(), [&](const GradeCount& each) {
            return each.grade == name;
        });
        if (known == counts.end()) {
            counts.push_back({name, count});
        } else {
            known->count += count;
        }
    };
    for (const Grade& grade : scheme.grades) {
        add(grade.name, 0);
    }
    for (const ComparedYear& year : years) {
        add(year.grades[place], 1);
    }
    return counts;
}

}  // namespace shinchoku::calc
