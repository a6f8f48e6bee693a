#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "check/rules.h"
#include "check/texts.h"
#include "layout/comparison.h"

namespace shinchoku::check {
namespace {

using base::Severity;

// A second measure of a number is not in the model: reading reported it and kept the first.
void numbers_used_twice(const layout::Reading& reading, Collector& out) {
    for (const base::Finding& finding : reading.findings) {
        if (finding.rule != "F08" || !finding.measure || finding.found.empty()) {
            continue;
        }
        const auto first =
            std::find_if(reading.plan.measures.begin(),
                         reading.plan.measures.end(),
                         [&](const plan::Measure& m) { return m.id == *finding.measure; });
        if (first == reading.plan.measures.end() || first->title.empty() ||
            are_near(layout::comparison_form(first->title),
                     layout::comparison_form(finding.found))) {
            continue;
        }
        out.add_outside(finding,
                        first->id + "/number",
                        {.rule = "S12",
                         .severity = Severity::warning,
                         .cell = {},
                         .year = {},
                         .part = {},
                         .message = {"番号 " + first->id + " が「" + first->title + "」と「" +
                                         finding.found + "」の二つに付いています。",
                                     "The number " + first->id + " stands for both '" +
                                         first->title + "' and '" + finding.found + "'."},
                         .found = finding.found,
                         .expected = first->title});
    }
}

Remark two_numbers(const std::string& title, const std::string& first, const std::string& here) {
    return {.rule = "S12",
            .severity = Severity::warning,
            .cell = {},
            .year = {},
            .part = {},
            .message = {"「" + title + "」に二つの番号（" + first + " と " + here +
                            "）が付いています。",
                        "'" + title + "' has two numbers, " + first + " and " + here + "."},
            .found = here,
            .expected = first};
}

// The number that a sheet prints, where the measure is known by another: 施策29 is 29.
std::string printed_number(const plan::Measure& measure) {
    std::string number;
    for (const char c : base::fold_width(measure.label)) {
        if ((c >= '0' && c <= '9') || (c == '-' && !number.empty())) {
            number += c;
        }
    }
    return number;
}

Remark other_number(const plan::Measure& measure,
                    const std::string& other,
                    const base::Text& where) {
    return {.rule = "S12",
            .severity = Severity::warning,
            .cell = {},
            .year = {},
            .part = {},
            .message = {"「" + measure.title + "」の番号は「" + measure.label + "」ですが、" +
                            where.ja + "。",
                        "'" + measure.title + "' has the number " + measure.label + "; " +
                            where.en + "."},
            .found = measure.label,
            .expected = other};
}

// Measures that the program knows by what it wrote into the workbook keep their id when somebody
// changes the number that is printed.
void printed_numbers(const layout::Reading& reading, const CheckOptions& options, Collector& out) {
    std::map<std::string, std::string> planned;  // id -> printed number
    if (options.master != nullptr) {
        for (const plan::Measure& measure : options.master->plan.measures) {
            planned.emplace(measure.id, printed_number(measure));
        }
    }
    std::map<std::string, std::size_t> first_of;  // by group and number
    const std::vector<plan::Measure>& measures = reading.plan.measures;
    for (std::size_t m = 0; m < measures.size(); ++m) {
        const std::string number = printed_number(measures[m]);
        if (number.empty()) {
            continue;
        }
        std::optional<Remark> remark;
        const auto [first, is_new] = first_of.try_emplace(measures[m].group + "\n" + number, m);
        const auto plan = planned.find(measures[m].id);
        if (!is_new) {
            const std::string& other = measures[first->second].title;
            remark = other_number(
                measures[m],
                measures[m].id,
                {"「" + other + "」にも同じ番号が付いています", "'" + other + "' has it too"});
        } else if (plan != planned.end() && !plan->second.empty() && plan->second != number) {
            remark = other_number(
                measures[m],
                plan->second,
                {"計画では「" + plan->second + "」です", "the plan says " + plan->second});
        }
        if (remark) {
            const auto cell = field_cell(reading, m, "label");
            remark->cell = cell ? cell : title_cell(reading, m);
            out.add(m, measures[m].id + "/number", std::move(*remark));
        }
    }
}

// A short title such as 広報の充実 may well stand under two policies; within one it may not.
constexpr std::size_t long_title = 8;

void titles_with_two_numbers(const layout::Reading& reading, Collector& out) {
    std::map<std::string, std::size_t> first_of;  // form (short ones with their group) -> measure
    const std::vector<plan::Measure>& measures = reading.plan.measures;
    for (std::size_t m = 0; m < measures.size(); ++m) {
        std::string form = layout::comparison_form(measures[m].title);
        if (form.empty()) {
            continue;
        }
        if (base::count_code_points(form) < long_title) {
            form += "\n" + measures[m].group;
        }
        const auto [first, is_new] = first_of.try_emplace(std::move(form), m);
        if (!is_new) {
            Remark remark =
                two_numbers(measures[m].title, measures[first->second].id, measures[m].id);
            remark.cell = title_cell(reading, m);
            out.add(m, measures[m].id, std::move(remark));
        }
    }
}

void groups_with_two_numbers(const layout::Reading& reading, Collector& out) {
    std::map<std::string, const plan::Group*> first_of;  // by parent and form
    for (const plan::Group& group : reading.plan.groups) {
        const std::string form = layout::comparison_form(group.title);
        if (form.empty()) {
            continue;
        }
        const auto [first, is_new] =
            first_of.try_emplace(group.parent.value_or("") + "\n" + form, &group);
        const std::vector<plan::Measure>& measures = reading.plan.measures;
        const auto below =
            std::find_if(measures.begin(), measures.end(), [&](const plan::Measure& measure) {
                return measure.group == group.id || measure.group.starts_with(group.id + "-");
            });
        if (is_new || below == measures.end()) {
            continue;
        }
        const auto m = static_cast<std::size_t>(below - measures.begin());
        Remark remark = two_numbers(group.title, first->second->id, group.id);
        remark.cell = field_cell(reading, m, group.parent ? "group" : "top_group");
        out.add(m, group.id + "/group", std::move(remark));
    }
}

// "1-1-" and 3 of "1-1-3"; nothing where the id does not end in a number.
std::optional<std::pair<std::string, int>> split_number(const std::string& id) {
    const std::size_t dash = id.rfind('-');
    const std::size_t start = dash == std::string::npos ? 0 : dash + 1;
    constexpr std::size_t most_digits = 4;
    if (start >= id.size() || id.size() - start > most_digits) {
        return std::nullopt;
    }
    int number = 0;
    for (std::size_t i = start; i < id.size(); ++i) {
        if (id[i] < '0' || id[i] > '9') {
            return std::nullopt;
        }
        number = number * 10 + (id[i] - '0');
    }
    return std::pair(id.substr(0, start), number);
}

// All of the master's measures are there; or a plan that did not come from sheets, unless one
// department has a part in all of it: then it may be that department's share.
bool is_whole_plan(const layout::Reading& reading, const CheckOptions& options) {
    const std::vector<plan::Measure>& measures = reading.plan.measures;
    if (options.master != nullptr) {
        const std::vector<plan::Measure>& all = options.master->plan.measures;
        std::map<std::string_view, bool> present;
        for (const plan::Measure& measure : measures) {
            present.emplace(measure.id, true);
        }
        return std::all_of(all.begin(), all.end(), [&](const plan::Measure& measure) {
            return present.contains(measure.id);
        });
    }
    const bool has_sheets = std::any_of(reading.places.begin(),
                                        reading.places.end(),
                                        [](const auto& places) { return !places.sheet.empty(); });
    if (has_sheets || measures.size() < 3) {
        return false;
    }
    const std::vector<std::string>& candidates = measures.front().departments;
    return std::none_of(candidates.begin(), candidates.end(), [&](const std::string& department) {
        return std::all_of(measures.begin(), measures.end(), [&](const plan::Measure& measure) {
            return std::find(measure.departments.begin(), measure.departments.end(), department) !=
                   measure.departments.end();
        });
    });
}

void numbers_left_out(const layout::Reading& reading, Collector& out) {
    std::map<std::string, std::map<int, std::size_t>> numbers;  // prefix -> number -> measure
    for (std::size_t m = 0; m < reading.plan.measures.size(); ++m) {
        if (const auto split = split_number(reading.plan.measures[m].id)) {
            numbers[split->first].emplace(split->second, m);
        }
    }
    for (const auto& [prefix, own] : numbers) {
        // Under a heading numbers begin at 1; those of a whole plan may be a part of a longer run.
        int expected = prefix.empty() ? own.begin()->first : 1;
        for (const auto& [number, m] : own) {
            if (number > expected) {
                const std::string missing =
                    prefix + std::to_string(expected) +
                    (number - 1 > expected ? "～" + prefix + std::to_string(number - 1) : "");
                Remark remark{.rule = "S12",
                              .severity = Severity::warning,
                              .cell = {},
                              .year = {},
                              .part = {},
                              .message = {"番号 " + missing + " が抜けています。",
                                          "The number " + missing + " is left out."},
                              .found = reading.plan.measures[m].id,
                              .expected = missing};
                remark.cell = title_cell(reading, m);
                out.add(m, reading.plan.measures[m].id + "/gap", std::move(remark));
            }
            expected = number + 1;
        }
    }
}

}  // namespace

void numbers(const layout::Reading& reading, const CheckOptions& options, Collector& out) {
    numbers_used_twice(reading, out);
    printed_numbers(reading, options, out);
    titles_with_two_numbers(reading, out);
    groups_with_two_numbers(reading, out);
    if (is_whole_plan(reading, options)) {
        numbers_left_out(reading, out);
    }
}

}  // namespace shinchoku::check
