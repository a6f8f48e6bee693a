#include "plan_samples.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "data_file.h"
#include "files/read_file.h"
#include "layout/layout_file.h"
#include "plan/value_reading.h"
#include "render/form.h"

namespace shinchoku::samples {
namespace {

using layout::Layout;
using layout::TomlValue;

std::vector<std::string> texts_of(const TomlValue& list) {
    std::vector<std::string> texts;
    texts.reserve(list.items.size());
    for (const TomlValue& item : list.items) {
        texts.push_back(item.text);
    }
    return texts;
}

std::string joined(const std::vector<std::string>& parts, char separator) {
    std::string all;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        all += (i == 0 ? "" : std::string(1, separator)) + parts[i];
    }
    return all;
}

// A text as written, or rows of columns as a layout keeps them: a line a row, tabs between columns.
std::string text_or_rows(const TomlValue& value) {
    if (value.kind != TomlValue::Kind::array) {
        return value.text;
    }
    std::vector<std::string> rows;
    rows.reserve(value.items.size());
    for (const TomlValue& row : value.items) {
        rows.push_back(joined(texts_of(row), '\t'));
    }
    return joined(rows, '\n');
}

// An arrow that the layout gives no meaning is a bar; a word is no mark.
std::optional<plan::ScheduleMark> mark_of(const Layout& layout, const std::string& text) {
    const auto known = layout.marks.find(text);
    for (const plan::ScheduleMark mark : {plan::ScheduleMark::bar,
                                          plan::ScheduleMark::same,
                                          plan::ScheduleMark::more,
                                          plan::ScheduleMark::less}) {
        if (known != layout.marks.end() && known->second == plan::name_of(mark)) {
            return mark;
        }
    }
    return text == "⇒" ? std::optional(plan::ScheduleMark::bar) : std::nullopt;
}

plan::ItemMark item_mark_of(std::string_view name) {
    for (const plan::ItemMark mark : {plan::ItemMark::new_item, plan::ItemMark::expanded}) {
        if (plan::name_of(mark) == name) {
            return mark;
        }
    }
    return plan::ItemMark::none;
}

// Reads the tables of plan.toml for one layout.
class PlanReading {
public:
    explicit PlanReading(const Layout& layout) : layout_(&layout) {}

    [[nodiscard]] plan::Plan read(const TomlValue& table) {
        plan_ = plan_alone(table);
        plan_.layout = layout_->id;
        for (const TomlValue& group : at(table, "groups").items) {
            plan_.groups.push_back({.id = text_of(group, "id"),
                                    .parent = std::nullopt,
                                    .label = text_of(group, "label"),
                                    .title = text_of(group, "title")});
        }
        for (const TomlValue& row : at(table, "measure").items) {
            plan_.measures.push_back(measure(row));
        }
        return std::move(plan_);
    }

private:
    [[nodiscard]] plan::Measure measure(const TomlValue& table) const {
        plan::Measure measure;
        measure.id = text_of(table, "id");
        measure.label = text_of(table, "label");
        measure.title = text_of(table, "title");
        measure.departments = texts_of(at(table, "departments"));
        for (const char* key :
             {"current_state", "issues", "actions", "final_goal", "related_plans"}) {
            if (table.find(key) != nullptr) {
                measure.texts[key] = text_or_rows(at(table, key));
            }
        }
        for (const TomlValue& note : at(table, "footnotes").items) {
            measure.footnotes.push_back({text_of(note, "mark"), text_of(note, "text")});
        }
        for (const TomlValue& row : at(table, "indicator").items) {
            measure.indicators.push_back(indicator(row));
            measure.indicators.back().id =
                measure.id + "/" + std::to_string(measure.indicators.size());
        }
        for (const TomlValue& row : at(table, "schedule").items) {
            measure.schedule.push_back(schedule_row(row));
        }
        for (const TomlValue& row : at(table, "approach").items) {
            measure.approaches.push_back(approach(row));
        }
        return measure;
    }

    [[nodiscard]] plan::Indicator indicator(const TomlValue& table) const {
        plan::Indicator indicator;
        indicator.name = text_of(table, "name");
        indicator.category = optional_text(table, "category");
        plan::Baseline& baseline = indicator.baseline.emplace();
        baseline.value = typed_value(text_of(table, "baseline"));
        if (table.find("baseline_year") != nullptr) {
            baseline.year = integer_of(table, "baseline_year");
        }
        indicator.years.push_back(
            {.year = plan_.last_year, .target = typed_value(text_of(table, "target"))});
        plan::settle_indicator(indicator,
                               {.unit_column = optional_text(table, "unit"),
                                .stated_direction = optional_text(table, "direction")});
        return indicator;
    }

    // Cells are a text a year, "" where there is none, "<" where the cell at the left goes on; or
    // one text for every year.
    [[nodiscard]] plan::ScheduleRow schedule_row(const TomlValue& table) const {
        plan::ScheduleRow row;
        row.group = text_of(table, "heading");
        row.label = text_of(table, "name");
        row.leading = at(table, "leading").boolean;
        const TomlValue& cells = at(table, "cells");
        const std::vector<std::string> texts = texts_of(cells);
        for (int year = plan_.first_year; year <= plan_.last_year; ++year) {
            const auto place = static_cast<std::size_t>(year - plan_.first_year);
            const std::string text = place < texts.size() ? texts[place] : cells.text;
            if (text == "<" && !row.cells.empty()) {
                row.cells.back().through = year;
            } else if (!text.empty()) {
                row.cells.push_back(
                    {.year = year, .through = year, .text = text, .mark = mark_of(*layout_, text)});
            }
        }
        return row;
    }

    [[nodiscard]] plan::Approach approach(const TomlValue& table) const {
        plan::Approach approach;
        approach.text = text_of(table, "text");
        constexpr std::string_view dot = "●";
        const std::string dots = text_of(table, "dots");
        approach.marks.assign(dots.size() / dot.size(), std::string(dot));
        for (std::string text : texts_of(at(table, "items"))) {
            plan::ItemMark mark = plan::ItemMark::none;
            for (const auto& [glyph, name] : layout_->marks) {
                if (item_mark_of(name) != plan::ItemMark::none && text.starts_with(glyph)) {
                    mark = item_mark_of(name);
                    text.erase(0, glyph.size());
                    break;
                }
            }
            approach.items.push_back({mark, std::move(text)});
        }
        return approach;
    }

    const Layout* layout_;
    plan::Plan plan_;
};

// [actuals] and [notes] by indicator, a text for each of the years; "" where there is none.
void answer(const TomlValue& table, const TomlValue& plan_table, plan::Plan& plan) {
    const std::vector<TomlValue>& years = at(table, "years").items;
    for (std::size_t m = 0; m < plan.measures.size(); ++m) {
        const std::vector<TomlValue>& rows =
            at(at(plan_table, "measure").items[m], "indicator").items;
        for (std::size_t i = 0; i < plan.measures[m].indicators.size(); ++i) {
            plan::Indicator& indicator = plan.measures[m].indicators[i];
            const auto actuals = texts_of(at(at(table, "actuals"), indicator.id));
            const auto notes = texts_of(at(at(table, "notes"), indicator.id));
            // All years answered lie before the last, in which the target stands.
            for (std::size_t y = std::min(years.size(), actuals.size()); y-- > 0;) {
                plan::YearEntry entry{.year = static_cast<int>(years[y].integer),
                                      .actual = typed_value(actuals[y]),
                                      .note = y < notes.size() ? notes[y] : ""};
                indicator.years.insert(indicator.years.begin(), std::move(entry));
            }
            plan::settle_indicator(indicator,
                                   {.unit_column = optional_text(rows[i], "unit"),
                                    .stated_direction = optional_text(rows[i], "direction")});
        }
    }
}

// Where the workbook of a measure goes.
std::string book_of(const PlanSamples& samples, const plan::Measure& measure) {
    const std::string name = samples.split == PlanSamples::Split::department
                                 ? measure.departments.front()
                                 : measure.label;
    return "returned/" + name + ".xlsx";
}

// Groups of other measures have no sheet to stand on.
void keep_own_groups(plan::Plan& part) {
    std::erase_if(part.groups, [&](const plan::Group& group) {
        return std::none_of(
            part.measures.begin(), part.measures.end(), [&](const plan::Measure& measure) {
                return group.id.starts_with(measure.id + "-");
            });
    });
}

}  // namespace

base::Result<PlanSamples, std::string> read_plan_samples(const std::filesystem::path& folder,
                                                         const Layout& layout) {
    const auto plan = parse_file(folder / "data" / "plan.toml");
    if (!plan) {
        return plan.error();
    }
    const auto results = parse_file(folder / "data" / "results.toml");
    if (!results) {
        return results.error();
    }
    PlanSamples samples;
    if (text_of(plan.value(), "layout") != layout.id) {
        return (folder / "data" / "plan.toml").string() + ": layout is not " + layout.id;
    }
    if (text_of(plan.value(), "books") == "department") {
        samples.split = PlanSamples::Split::department;
    }
    samples.plan = PlanReading(layout).read(plan.value());
    samples.answered = samples.plan;
    answer(results.value(), plan.value(), samples.answered);
    return samples;
}

base::Result<std::vector<std::string>, std::string> write_plan_books(
    const PlanSamples& samples, const Layout& layout, const std::filesystem::path& folder) {
    std::map<std::string, plan::Plan> books = {{"master.xlsx", samples.plan}};
    for (const plan::Measure& measure : samples.answered.measures) {
        const auto [book, is_new] = books.emplace(book_of(samples, measure), samples.answered);
        if (is_new) {
            book->second.measures.clear();
        }
        book->second.measures.push_back(measure);
    }
    std::vector<std::string> files;
    for (auto& [file, plan] : books) {
        keep_own_groups(plan);
        const std::filesystem::path path = folder / file;
        std::filesystem::create_directories(path.parent_path());
        const auto findings = render::write_forms(path, layout, plan, {});
        if (!findings) {
            return file + ": " + findings.error().message.en + " " + findings.error().found;
        }
        if (!findings.value().empty()) {
            const base::Finding& first = findings.value().front();
            return file + ": " + first.message.en + " " + first.found;
        }
        files.push_back(file);
    }
    return files;
}

base::Result<std::vector<std::string>, std::string> make_plan_books(
    const std::filesystem::path& layout_file, const std::filesystem::path& folder) {
    const auto text = files::read_file(layout_file);
    if (!text) {
        return text.error().message.en;
    }
    const auto loaded = layout::load_layout(text.value(), layout_file.string());
    if (!loaded) {
        return layout::to_line(loaded.error().front(), layout_file.string(), base::Language::en);
    }
    const auto samples = read_plan_samples(folder, loaded.value().layout);
    if (!samples) {
        return samples.error();
    }
    return write_plan_books(samples.value(), loaded.value().layout, folder);
}

}  // namespace shinchoku::samples
