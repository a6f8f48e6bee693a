#include "calc/scheme_comparison.h"

#include <algorithm>
#include <utility>

#include "calc/grade.h"

namespace shinchoku::calc {

namespace {

bool differ(const std::vector<std::string>& grades, const std::vector<const Scheme*>& schemes) {
    for (std::size_t i = 1; i < grades.size(); ++i) {
        if (rank_of(*schemes[i], grades[i]) != rank_of(*schemes[0], grades[0])) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::vector<ComparedYear> compare_schemes(const plan::Plan& plan,
                                          const std::vector<const Scheme*>& schemes,
                                          AssessOptions options) {
    options.schemes = nullptr;
    std::vector<ComparedYear> all;
    for (const Scheme* scheme : schemes) {
        std::vector<Assessment> assessments = assess(plan, *scheme, options);
        all.resize(assessments.size());
        for (std::size_t i = 0; i < assessments.size(); ++i) {
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
    for (ComparedYear& year : all) {
        year.differ = differ(year.grades, schemes);
    }
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
