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
#include "layout/number_mark.h"
#include "layout/outside_texts.h"

namespace shinchoku::check {
namespace {

using base::Severity;

// --- S11: the title on the list and on the sheet

// Two wordings of one title: a few letters differ, or the one is the other with words left out.
bool are_near(const std::string& a, const std::string& b) {
    constexpr std::size_t enough_to_tell = 8;
    const std::size_t left = base::count_code_points(a);
    const std::size_t right = base::count_code_points(b);
    const std::size_t shorter = std::min(left, right);
    const std::size_t longer = std::max(left, right);
    const std::size_t apart = layout::distance(a, b);
    return apart <= std::max<std::size_t>(2, shorter / 4) ||
           (shorter >= enough_to_tell && apart <= longer - shorter + 2);
}

// One text of a list of measures.
struct ListLine {
    const layout::OutsideText* text = nullptr;
    std::string title;  // as it stands, without number and page
    std::string form;
    std::string id;  // the number it begins with, or is: "1-1-1", "39"
    bool is_taken = false;
};

std::string id_of_line(std::string_view text) {
    if (const auto id = layout::id_alone(text)) {
        return *id;
    }
    const auto number = layout::leading_number(base::trim(text));
    return number ? number->number : "";
}

// The lists of measures of one file.
class MeasureList {
public:
    MeasureList(const layout::Reading& reading, const std::string& file) {
        for (const layout::OutsideText& text : reading.outside) {
            if (text.is_in_list && text.file == file) {
                const std::string_view title = layout::title_of_line(text.text);
                lines_.push_back({&text,
                                  std::string(title),
                                  layout::comparison_form(title),
                                  id_of_line(text.text),
                                  false});
            }
        }
    }

    [[nodiscard]] bool is_empty() const { return lines_.empty(); }

    // True where the list has the title; its line is then no other measure's.
    bool take(const std::string& form) {
        bool found = false;
        for (ListLine& line : lines_) {
            if (line.form == form || layout::comparison_form(line.text->text) == form) {
                line.is_taken = true;
                found = true;
            }
        }
        return found;
    }

    // What the list calls a measure whose title it does not have: the line with its number, else
    // the nearest wording.
    [[nodiscard]] const ListLine* other_wording(const std::string& id, const std::string& form) {
        ListLine* found = numbered(id);
        for (ListLine& line : lines_) {
            if (found == nullptr && !line.is_taken && are_near(line.form, form)) {
                found = &line;
            }
        }
        if (found != nullptr) {
            found->is_taken = true;
        }
        return found;
    }

private:
    // The title on the row that has the number in a cell of its own, or begins with it.
    ListLine* numbered(const std::string& id) {
        for (const ListLine& number : lines_) {
            if (number.id != id) {
                continue;
            }
            ListLine* title = nullptr;
            for (ListLine& line : lines_) {
                if (line.text->sheet_index == number.text->sheet_index &&
                    line.text->cell.row == number.text->cell.row && !line.is_taken &&
                    layout::id_alone(line.text->text) == std::nullopt &&
                    (title == nullptr || line.form.size() > title->form.size())) {
                    title = &line;
                }
            }
            if (title != nullptr) {
                return title;
            }
        }
        return nullptr;
    }

    std::vector<ListLine> lines_;
};

Remark differing_title(const std::string& sheet, const std::string& list, base::Text where) {
    const bool near = are_near(layout::comparison_form(sheet), layout::comparison_form(list));
    Remark remark{.rule = "S11",
                  .severity = Severity::warning,
                  .cell = {},
                  .year = {},
                  .part = {},
                  .message = {where.ja + "では「" + list + "」、シートでは「" + sheet + "」です。",
                              where.en + " says '" + list + "', the sheet '" + sheet + "'."},
                  .found = sheet,
                  .expected = list};
    if (near) {
        remark.message.ja += "どちらかが書き誤りではありませんか。";
        remark.message.en += " One of them may be a slip.";
    }
    return remark;
}

std::optional<base::CellRef> title_place(const layout::Reading& reading, std::size_t measure) {
    const auto cell = field_cell(reading, measure, "title");
    if (cell || measure >= reading.places.size() || reading.places[measure].sheet.empty()) {
        return cell;
    }
    return reading.places[measure].range.first;
}

void report_title(const layout::Reading& reading,
                  std::size_t measure,
                  Remark remark,
                  Collector& out) {
    remark.cell = title_place(reading, measure);
    out.add(measure, reading.plan.measures[measure].id, std::move(remark));
}

// Against the lists of the workbooks themselves; tells which measures were reported.
std::vector<bool> against_lists(const layout::Reading& reading, Collector& out) {
    const std::vector<plan::Measure>& measures = reading.plan.measures;
    std::vector<bool> told(measures.size(), false);
    std::map<std::string, std::vector<std::size_t>> by_file;
    for (std::size_t m = 0; !reading.outside.empty() && m < reading.places.size(); ++m) {
        by_file[reading.places[m].file].push_back(m);
    }
    for (const auto& [file, own] : by_file) {
        MeasureList list(reading, file);
        if (list.is_empty()) {
            continue;
        }
        std::vector<std::size_t> open;
        for (const std::size_t m : own) {
            if (!measures[m].title.empty() &&
                !list.take(layout::comparison_form(measures[m].title))) {
                open.push_back(m);
            }
        }
        for (const std::size_t m : open) {
            const ListLine* const line =
                list.other_wording(measures[m].id, layout::comparison_form(measures[m].title));
            Remark remark =
                line != nullptr
                    ? differing_title(measures[m].title, line->title, {"一覧", "The list"})
                    : differing_title(measures[m].title, "", {"一覧", "The list"});
            if (line == nullptr) {
                remark.message = {"「" + measures[m].title + "」は一覧にありません。",
                                  "'" + measures[m].title + "' is not on the list."};
            }
            report_title(reading, m, std::move(remark), out);
            told[m] = true;
        }
    }
    return told;
}

// What the plan of the master or the layout calls a measure.
class PlannedTitles {
public:
    PlannedTitles(const layout::Reading& reading, const CheckOptions& options) {
        if (options.master != nullptr) {
            for (const plan::Measure& measure : options.master->plan.measures) {
                titles_.emplace(measure.id, measure.title);
            }
        }
        const auto own = options.layouts.find(reading.plan.layout);
        if (own != options.layouts.end()) {
            for (const layout::OutlineEntry& entry : own->second->measure_outline) {
                titles_.emplace(entry.id, entry.title);
            }
        }
        for (const auto& [id, title] : titles_) {
            forms_.emplace(layout::comparison_form(title), title);
        }
        for (const plan::Measure& measure : reading.plan.measures) {
            present_.emplace(layout::comparison_form(measure.title), true);
        }
    }

    // The title that this one should be; nothing where it is as planned or not planned at all.
    [[nodiscard]] std::optional<std::string> other_wording(const plan::Measure& measure,
                                                           bool id_from_position) const {
        const std::string form = layout::comparison_form(measure.title);
        if (titles_.empty() || form.empty()) {
            return std::nullopt;
        }
        if (!id_from_position) {
            const auto own = titles_.find(measure.id);
            return own == titles_.end() || own->second.empty() ||
                           layout::comparison_form(own->second) == form
                       ? std::nullopt
                       : std::optional(own->second);
        }
        if (forms_.contains(form)) {
            return std::nullopt;
        }
        // Its id was only counted: a title of the plan that no sheet has may be meant.
        for (const auto& [other, title] : forms_) {
            if (!present_.contains(other) && are_near(other, form)) {
                return title;
            }
        }
        return std::nullopt;
    }

private:
    std::map<std::string, std::string> titles_;  // by id
    std::map<std::string, std::string> forms_;   // common form -> as planned
    std::map<std::string, bool> present_;
};

// --- S12: numbers

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
            report_title(reading,
                         m,
                         two_numbers(measures[m].title, measures[first->second].id, measures[m].id),
                         out);
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
                remark.cell = title_place(reading, m);
                out.add(m, reading.plan.measures[m].id + "/gap", std::move(remark));
            }
            expected = number + 1;
        }
    }
}

}  // namespace

void titles(const layout::Reading& reading, const CheckOptions& options, Collector& out) {
    const std::vector<bool> told = against_lists(reading, out);
    const PlannedTitles planned(reading, options);
    const std::vector<plan::Measure>& measures = reading.plan.measures;
    for (std::size_t m = 0; m < measures.size(); ++m) {
        const bool counted = m < reading.places.size() && reading.places[m].id_from_position;
        const auto title = told[m] ? std::nullopt : planned.other_wording(measures[m], counted);
        if (title) {
            report_title(
                reading, m, differing_title(measures[m].title, *title, {"計画", "The plan"}), out);
        }
    }
}

void numbers(const layout::Reading& reading, const CheckOptions& options, Collector& out) {
    numbers_used_twice(reading, out);
    titles_with_two_numbers(reading, out);
    groups_with_two_numbers(reading, out);
    if (is_whole_plan(reading, options)) {
        numbers_left_out(reading, out);
    }
}

}  // namespace shinchoku::check
