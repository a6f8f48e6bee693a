#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/rules.h"
#include "layout/comparison.h"

namespace shinchoku::check {
namespace {

using base::Severity;

std::optional<base::CellRef> field_place(const layout::Reading& reading,
                                         std::size_t measure,
                                         const std::string& field) {
    if (measure >= reading.places.size()) {
        return std::nullopt;
    }
    const auto& fields = reading.places[measure].fields;
    const auto found = fields.find(field);
    return found == fields.end() ? std::nullopt : std::optional(found->second);
}

// --- S09

// One city's outline and departments say nothing of another's plan: only the layouts that read the
// sheets count, for a plan without sheets the one it names; where the only one known is not named,
// it was chosen by hand.
std::vector<const layout::Layout*> layouts_of(const CheckOptions& options,
                                              const layout::Reading& reading) {
    std::set<std::string_view> ids{reading.plan.layout};
    for (const layout::MeasurePlaces& place : reading.places) {
        ids.insert(place.layout);
    }
    std::vector<const layout::Layout*> own;
    for (const auto& [id, layout] : options.layouts) {
        if (ids.contains(id) || options.layouts.size() == 1) {
            own.push_back(layout);
        }
    }
    return own;
}

// The lists of departments that the layouts and the master give, in common form.
class DepartmentList {
public:
    DepartmentList(const CheckOptions& options, const layout::Reading& reading) {
        for (const layout::Layout* layout : layouts_of(options, reading)) {
            for (const std::string& name : layout->departments.names) {
                add(name);
            }
            for (const auto& [old_name, new_name] : layout->departments.renamed) {
                renamed_.emplace(layout::comparison_form(old_name), new_name);
            }
        }
        if (options.master != nullptr) {
            for (const plan::Measure& measure : options.master->plan.measures) {
                for (const std::string& name : measure.departments) {
                    add(name);
                }
            }
        }
    }

    [[nodiscard]] bool is_empty() const { return names_.empty() && renamed_.empty(); }

    [[nodiscard]] std::optional<Remark> judge(const std::string& name) const {
        const std::string form = own_name(layout::comparison_form(name));
        // 関係課 stands for whichever departments are concerned.
        if (names_.contains(form) || name == "関係課") {
            return std::nullopt;
        }
        if (const auto now = renamed_.find(form); now != renamed_.end()) {
            return now->second.empty() ? abolished(name) : renamed(name, now->second);
        }
        if (names_.empty()) {
            return std::nullopt;
        }
        for (const auto& [known, shown] : names_) {
            if (layout::distance(known, form) == 1) {
                return misspelt(name, shown);
            }
        }
        return unknown(name);
    }

private:
    void add(const std::string& name) {
        if (name != "関係課") {
            names_.emplace(layout::comparison_form(name), name);
        }
    }

    [[nodiscard]] bool knows(const std::string& form) const {
        return names_.contains(form) || renamed_.contains(form);
    }

    // The department itself of 総務部納税課, 納税課ほか: as it is listed where it is.
    [[nodiscard]] std::string own_name(std::string form) const {
        for (const std::string_view others : {"ほか関係課", "ほか", "他", "など", "等"}) {
            if (!knows(form) && form.size() > others.size() && form.ends_with(others)) {
                form.resize(form.size() - others.size());
                break;
            }
        }
        for (const std::string_view division : {"部", "局"}) {
            const std::size_t end = form.find(division);
            if (end != std::string::npos && end > 0 && !knows(form) &&
                knows(form.substr(end + division.size()))) {
                return form.substr(end + division.size());
            }
        }
        return form;
    }

    static Remark remark(Severity severity, base::Text message, const std::string& found) {
        return {.rule = "S09",
                .severity = severity,
                .cell = {},
                .year = {},
                .part = {},
                .message = std::move(message),
                .found = found,
                .expected = {}};
    }
    static Remark abolished(const std::string& name) {
        return remark(Severity::warning,
                      {"「" + name + "」は廃止された課です。", name + " has been abolished."},
                      name);
    }
    static Remark renamed(const std::string& name, const std::string& now) {
        Remark result = remark(Severity::warning,
                               {"「" + name + "」は「" + now + "」に名称が変わっています。",
                                name + " is now called " + now + "."},
                               name);
        result.expected = now;
        return result;
    }
    static Remark misspelt(const std::string& name, const std::string& near) {
        Remark result = remark(
            Severity::warning,
            {"「" + name + "」は課の一覧にありません。「" + near + "」の誤りではありませんか。",
             name + " is not in the list of departments; is it " + near + "?"},
            name);
        result.expected = near;
        return result;
    }
    static Remark unknown(const std::string& name) {
        return remark(Severity::error,
                      {"「" + name + "」は課の一覧にありません。",
                       name + " is not in the list of departments."},
                      name);
    }

    std::map<std::string, std::string> names_;    // common form -> as listed
    std::map<std::string, std::string> renamed_;  // common form of the old name -> new name
};

// --- S10

struct OutlineTitle {
    std::string title;
    std::string form;
};

// Titles by number, as the layouts and the master give them.
std::map<std::string, OutlineTitle> outline_titles(const CheckOptions& options,
                                                   const layout::Reading& reading) {
    std::map<std::string, OutlineTitle> titles;
    const auto add = [&](const std::string& id, const std::string& title) {
        titles.emplace(id, OutlineTitle{title, layout::comparison_form(title)});
    };
    if (options.master != nullptr) {
        for (const plan::Group& group : options.master->plan.groups) {
            add(group.id, group.title);
        }
    }
    for (const layout::Layout* layout : layouts_of(options, reading)) {
        for (const layout::OutlineEntry& entry : layout->group_outline) {
            add(entry.id, entry.title);
        }
    }
    return titles;
}

struct TitleFault {
    Severity severity = Severity::error;
    std::string expected;
};

// How a title stands to the outline; nothing where it is in it.
std::optional<TitleFault> title_fault(const std::map<std::string, OutlineTitle>& outline,
                                      const std::string& id,
                                      const std::string& title) {
    const std::string form = layout::comparison_form(title);
    const auto own = outline.find(id);
    if (own != outline.end() && own->second.form == form) {
        return std::nullopt;
    }
    for (const auto& [other_id, other] : outline) {
        if (other.form == form) {
            // In the outline, but under another number: then this number has two titles.
            return own == outline.end()
                       ? std::nullopt
                       : std::optional(TitleFault{Severity::warning, own->second.title});
        }
    }
    for (const auto& [other_id, other] : outline) {
        const bool extends = form.starts_with(other.form) || other.form.starts_with(form);
        if ((own == outline.end() || other_id == id) &&
            (extends || layout::distance(form, other.form) <= 2)) {
            return TitleFault{Severity::warning, other.title};
        }
    }
    return TitleFault{Severity::error, own == outline.end() ? "" : own->second.title};
}

Remark title_remark(const std::string& title, const TitleFault& fault) {
    Remark remark{.rule = "S10",
                  .severity = fault.severity,
                  .cell = {},
                  .year = {},
                  .part = {},
                  .message = {"「" + title + "」は計画の体系にありません。",
                              "'" + title + "' is not in the plan's outline."},
                  .found = title,
                  .expected = fault.expected};
    if (!fault.expected.empty()) {
        remark.message.ja += "体系では「" + fault.expected + "」です。";
        remark.message.en += " The outline says '" + fault.expected + "'.";
    }
    return remark;
}

// The first measure that stands in a group, directly or below it.
std::optional<std::size_t> first_measure_in(const plan::Plan& plan, const plan::Group& group) {
    for (std::size_t m = 0; m < plan.measures.size(); ++m) {
        for (const plan::Group* above : plan::group_path(plan, plan.measures[m].group)) {
            if (above == &group) {
                return m;
            }
        }
    }
    return std::nullopt;
}

// A second title of a number is not in the model: reading reported it and kept the first.
void second_titles(const layout::Reading& reading,
                   const std::map<std::string, OutlineTitle>& outline,
                   Collector& out) {
    for (const base::Finding& finding : reading.findings) {
        if (finding.rule != "S10" || !finding.measure) {
            continue;
        }
        const auto fault = title_fault(outline, "", finding.found);
        if (!fault || fault->severity != Severity::error) {
            continue;
        }
        const std::vector<plan::Measure>& measures = reading.plan.measures;
        for (std::size_t m = 0; m < measures.size(); ++m) {
            if (measures[m].id == *finding.measure) {
                Remark remark = title_remark(finding.found, *fault);
                remark.cell = finding.cell;
                remark.expected = finding.expected;
                out.add(m, measures[m].id + "/outline", std::move(remark));
            }
        }
    }
}

// --- F04

// The departments that alone own a measure: those whose workbook this is.
std::set<std::string> owners(const std::vector<const plan::Measure*>& measures) {
    std::set<std::string> names;
    for (const plan::Measure* measure : measures) {
        if (measure->departments.size() == 1) {
            names.insert(measure->departments.front());
        }
    }
    return names;
}

struct ReturnedFile {
    std::string file;
    std::vector<const plan::Measure*> measures;
};

// By name.
std::map<std::string, ReturnedFile> returned_files(const layout::Reading& reading) {
    std::map<std::string, ReturnedFile> files;
    for (std::size_t m = 0; m < reading.plan.measures.size(); ++m) {
        const layout::MeasurePlaces* const places =
            m < reading.places.size() ? &reading.places[m] : nullptr;
        // A plan that was read from JSON may be of many workbooks, and says of which.
        const bool is_of_sheet = places != nullptr && !places->sheet.empty();
        const std::string& name = is_of_sheet ? places->file : reading.plan.measures[m].source.file;
        ReturnedFile& file = files[name];
        file.file = name;
        file.measures.push_back(&reading.plan.measures[m]);
    }
    return files;
}

// A file with more than half of the plan's measures is the whole book; any other one a
// department's, which answers for the measures its departments lead.
bool should_hold(const ReturnedFile& file,
                 const std::set<std::string>& file_owners,
                 const plan::Measure& measure,
                 std::size_t all_measures) {
    return 2 * file.measures.size() > all_measures ||
           (!measure.departments.empty() && file_owners.contains(measure.departments.front()));
}

}  // namespace

void departments(const layout::Reading& reading, const CheckOptions& options, Collector& out) {
    const DepartmentList list(options, reading);
    if (list.is_empty()) {
        return;
    }
    const std::vector<plan::Measure>& measures = reading.plan.measures;
    for (std::size_t m = 0; m < measures.size(); ++m) {
        for (const std::string& name : measures[m].departments) {
            if (auto remark = list.judge(name)) {
                remark->cell = field_place(reading, m, "departments");
                out.add(m, measures[m].id, std::move(*remark));
            }
        }
    }
}

void outline(const layout::Reading& reading, const CheckOptions& options, Collector& out) {
    const std::map<std::string, OutlineTitle> titles = outline_titles(options, reading);
    if (titles.empty()) {
        return;
    }
    for (const plan::Group& group : reading.plan.groups) {
        const auto fault = title_fault(titles, group.id, group.title);
        const auto measure = fault ? first_measure_in(reading.plan, group) : std::nullopt;
        if (!measure) {
            continue;
        }
        Remark remark = title_remark(group.title, *fault);
        remark.cell = field_place(reading, *measure, group.parent ? "group" : "top_group");
        out.add(*measure, group.id, std::move(remark));
    }
    second_titles(reading, titles, out);
}

void missing_measures(const layout::Reading& reading, const CheckOptions& options, Collector& out) {
    if (options.master == nullptr) {
        return;
    }
    std::set<std::string_view> present;
    for (const plan::Measure& measure : reading.plan.measures) {
        present.insert(measure.id);
    }
    // Reading itself reports what the workbook's own list of sheets misses.
    std::set<std::string_view> reported;
    for (const base::Finding& finding : reading.findings) {
        if (finding.rule == "F04") {
            reported.insert(finding.key);
        }
    }
    const std::vector<plan::Measure>& expected = options.master->plan.measures;
    for (const auto& [name, file] : returned_files(reading)) {
        const std::set<std::string> file_owners = owners(file.measures);
        for (const plan::Measure& measure : expected) {
            if (present.contains(measure.id) ||
                reported.contains(base::make_key("F04", measure.id)) ||
                !should_hold(file, file_owners, measure, expected.size())) {
                continue;
            }
            out.add_on_file(file.file,
                            measure.id,
                            {.rule = "F04",
                             .severity = Severity::error,
                             .cell = {},
                             .year = {},
                             .part = {},
                             .message = {"取組み「" + measure.id + " " + measure.title +
                                             "」のシートがありません。",
                                         "The sheet of measure " + measure.id + " (" +
                                             measure.title + ") is missing."},
                             .found = {},
                             .expected = measure.id});
        }
    }
}

}  // namespace shinchoku::check
