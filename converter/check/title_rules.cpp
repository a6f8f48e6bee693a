#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "check/plan_rules.h"
#include "check/texts.h"
#include "layout/comparison.h"
#include "layout/number_mark.h"
#include "layout/outside_texts.h"

namespace shinchoku::check {
namespace {

using base::Severity;

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
                add(text);
            }
        }
    }

    [[nodiscard]] bool is_empty() const { return lines_.empty(); }

    // True where the list has the title; its line is then no other measure's.
    bool take(const std::string& form) {
        const auto [first, last] = by_form_.equal_range(form);
        for (auto line = first; line != last; ++line) {
            lines_[line->second].is_taken = true;
        }
        return first != last;
    }

    // What the list calls a measure whose title it does not have: the line with its number, else
    // the nearest wording.
    [[nodiscard]] const ListLine* other_wording(const std::string& id, const std::string& form) {
        ListLine* found = numbered(id, form);
        for (ListLine& line : lines_) {
            if (found != nullptr) {
                break;
            }
            if (!line.is_taken && are_near(line.form, form)) {
                found = &line;
            }
        }
        if (found != nullptr) {
            found->is_taken = true;
        }
        return found;
    }

private:
    // A row of a sheet.
    using RowOfList = std::pair<int, std::uint32_t>;

    static RowOfList row_of(const ListLine& line) {
        return {line.text->sheet_index, line.text->cell.row};
    }

    void add(const layout::OutsideText& text) {
        const std::string_view title = layout::title_of_line(text.text);
        const std::size_t number = lines_.size();
        const ListLine& line = lines_.emplace_back(ListLine{&text,
                                                            std::string(title),
                                                            layout::comparison_form(title),
                                                            id_of_line(text.text),
                                                            false});
        by_form_.emplace(line.form, number);
        if (std::string whole = layout::comparison_form(text.text); whole != line.form) {
            by_form_.emplace(std::move(whole), number);
        }
        ++count_of_form_[line.form];
        by_id_.emplace(line.id, number);
        by_row_.emplace(row_of(line), number);
    }

    // Policies and items stand on many rows of a list, a measure's title on one.
    [[nodiscard]] bool stands_once(const ListLine& line) const {
        return count_of_form_.at(line.form) == 1;
    }

    // The title on the row that has the number in a cell of its own, or begins with it: the nearest
    // to the sheet's, else the longest.
    ListLine* numbered(const std::string& id, const std::string& form) {
        const auto [first, last] = by_id_.equal_range(id);
        for (auto number = first; number != last; ++number) {
            if (ListLine* title = title_on_row(row_of(lines_[number->second]), form)) {
                return title;
            }
        }
        return nullptr;
    }

    ListLine* title_on_row(const RowOfList& row, const std::string& form) {
        ListLine* title = nullptr;
        const auto [first, last] = by_row_.equal_range(row);
        for (auto each = first; each != last; ++each) {
            ListLine& line = lines_[each->second];
            if (!line.is_taken && layout::id_alone(line.text->text) == std::nullopt &&
                stands_once(line) &&
                (title == nullptr || are_near(line.form, form) ||
                 (!are_near(title->form, form) && line.form.size() > title->form.size()))) {
                title = &line;
            }
        }
        return title;
    }

    std::vector<ListLine> lines_;
    // Into lines_, each in the order of the list.
    std::multimap<std::string, std::size_t> by_form_;  // with and without number and page
    std::multimap<std::string, std::size_t> by_id_;
    std::multimap<RowOfList, std::size_t> by_row_;
    std::map<std::string, int> count_of_form_;
};

Remark differing_title(const std::string& sheet, const std::string& list, const base::Text& where) {
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

void report_title(const layout::Reading& reading,
                  std::size_t measure,
                  Remark remark,
                  Collector& out) {
    remark.cell = title_cell(reading, measure);
    out.add(measure, reading.plan.measures[measure].id, std::move(remark));
}

// Against the lists of the workbooks themselves; gives the measures that were reported.
std::vector<std::size_t> against_lists(const layout::Reading& reading, Collector& out) {
    const std::vector<plan::Measure>& measures = reading.plan.measures;
    std::vector<std::size_t> told;
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
            told.push_back(m);
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

}  // namespace

void Titles::add(const layout::Reading& added, std::size_t first, Collector& out) {
    for (const std::size_t m : against_lists(added, out)) {
        told_.insert(first + m);
    }
}

void Titles::finish(const layout::Reading& plan,
                    const CheckOptions& options,
                    Collector& out) const {
    const PlannedTitles planned(plan, options);
    const std::vector<plan::Measure>& measures = plan.plan.measures;
    for (std::size_t m = 0; m < measures.size(); ++m) {
        const bool counted = m < plan.places.size() && plan.places[m].id_from_position;
        const auto title =
            told_.contains(m) ? std::nullopt : planned.other_wording(measures[m], counted);
        if (title) {
            report_title(
                plan, m, differing_title(measures[m].title, *title, {"計画", "The plan"}), out);
        }
    }
}

}  // namespace shinchoku::check
