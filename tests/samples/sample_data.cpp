#include "sample_data.h"

#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include "plan/number_format.h"
#include "plan/value_reading.h"

namespace shinchoku::samples {
namespace {

std::string text_of(const toml::table& table, std::string_view key) {
    return table[key].value_or(std::string());
}

// "1-2" for "1-2-3", nothing for "1".
std::optional<std::string> parent_of(const std::string& id) {
    const std::size_t dash = id.rfind('-');
    if (dash == std::string::npos) {
        return std::nullopt;
    }
    return id.substr(0, dash);
}

plan::Group read_group(const toml::table& table) {
    const std::string id = text_of(table, "id");
    return {.id = id,
            .parent = parent_of(id),
            .label = text_of(table, "label"),
            .title = text_of(table, "title")};
}

plan::Indicator read_indicator(const std::string& id, const toml::table& table, int first_year) {
    plan::Indicator indicator;
    indicator.id = id + "/1";
    indicator.name = text_of(table, "definition");
    int year = first_year;
    if (const toml::array* targets = table["targets"].as_array()) {
        for (const toml::node& target : *targets) {
            indicator.years.push_back(
                {.year = year++, .target = typed_value(target.value_or(std::string()))});
        }
    }
    return indicator;
}

plan::Measure read_measure(const toml::table& table, int first_year) {
    plan::Measure measure;
    measure.id = text_of(table, "id");
    measure.group = parent_of(measure.id).value_or("");
    measure.title = text_of(table, "title");
    measure.departments = {text_of(table, "department")};
    for (const char* key : {"current_state", "issues", "actions", "final_goal", "related_plans"}) {
        measure.texts[key] = text_of(table, key);
    }
    measure.indicators.push_back(read_indicator(measure.id, table, first_year));
    plan::settle_indicator(measure.indicators.front(), {});
    return measure;
}

void read_plan(const toml::table& table, Samples& samples) {
    plan::Plan& plan = samples.plan;
    plan.id = text_of(table, "id");
    plan.layout = "minami_alps";
    plan.title = text_of(table, "title");
    plan.municipality = text_of(table, "municipality");
    plan.municipality_code = text_of(table, "municipality_code");
    plan.first_year = table["first_year"].value_or(0);
    plan.last_year = table["last_year"].value_or(0);
    if (const toml::array* groups = table["groups"].as_array()) {
        for (const toml::node& group : *groups) {
            plan.groups.push_back(read_group(*group.as_table()));
        }
    }
    const toml::array* measures = table["measure"].as_array();
    if (measures == nullptr) {
        return;
    }
    for (const toml::node& node : *measures) {
        const toml::table& row = *node.as_table();
        const plan::Measure& measure =
            plan.measures.emplace_back(read_measure(row, plan.first_year));
        const std::string printed = text_of(row, "item_as_printed");
        const plan::Group* group = plan::find_group(plan, measure.group);
        if (printed.empty() || group == nullptr) {
            continue;
        }
        plan::Group as_printed = *group;
        as_printed.title = printed.substr(as_printed.label.size());
        samples.printed_groups.emplace_back(measure.id, as_printed);
    }
}

void read_results(const toml::table& table, plan::Plan& plan) {
    const int year = table["year"].value_or(plan.first_year);
    for (plan::Measure& measure : plan.measures) {
        const toml::table* row = table[measure.id].as_table();
        if (row == nullptr) {
            continue;
        }
        plan::Indicator& indicator = measure.indicators.front();
        const auto entry = std::find_if(indicator.years.begin(),
                                        indicator.years.end(),
                                        [&](const auto& each) { return each.year == year; });
        entry->actual = typed_value(text_of(*row, "actual"));
        plan::settle_indicator(indicator, {});
        if (!row->contains("grade")) {
            continue;
        }
        measure.evaluations.push_back({.indicator = indicator.id,
                                       .year = year,
                                       .grade = text_of(*row, "grade"),
                                       .reason = text_of(*row, "reason"),
                                       .next = text_of(*row, "next")});
    }
}

void read_faults(const toml::table& table, Samples& samples) {
    if (const toml::array* names = table["not_returned"].as_array()) {
        for (const toml::node& name : *names) {
            samples.not_returned.insert(name.value_or(std::string()));
        }
    }
    const toml::array* faults = table["fault"].as_array();
    if (faults == nullptr) {
        return;
    }
    for (const toml::node& node : *faults) {
        const toml::table& row = *node.as_table();
        samples.faults.push_back({.measure = text_of(row, "measure"),
                                  .what = text_of(row, "what"),
                                  .year = row["year"].value<int>(),
                                  .actual = row["actual"].value<std::string>(),
                                  .as_text = row["as_text"].value_or(false),
                                  .rate_percent = row["rate_percent"].value<std::string>(),
                                  .find = text_of(row, "find"),
                                  .replace = text_of(row, "replace")});
    }
}

base::Result<toml::table, std::string> parse_file(const std::filesystem::path& path) {
    try {
        return toml::parse_file(path.string());
    } catch (const toml::parse_error& error) {
        std::ostringstream text;
        text << error;
        return text.str();
    }
}

// The format that shows a figure as printed: digits and separators, then the unit.
std::string format_of(const plan::Number& number, const std::string& printed) {
    std::string format = printed.find(',') == std::string::npos ? "0" : "#,##0";
    const int decimals = number.form.decimals;
    if (decimals > 0) {
        format += '.' + std::string(static_cast<std::size_t>(decimals), '0');
    }
    const std::string unit = number.form.unit.value_or("");
    if (unit.empty()) {
        return format.starts_with("#") ? format : "General";
    }
    return format + (unit == "%" ? unit : '"' + unit + '"');
}

}  // namespace

plan::Value typed_value(std::string_view printed) {
    if (printed.starts_with('#')) {
        return plan::read_error(printed);
    }
    const plan::Value as_text = plan::read_text(printed);
    const plan::Number* number = as_text.as<plan::Number>();
    if (number == nullptr) {
        return as_text;
    }
    const bool percent = number->form.unit == "%";
    const base::Decimal stored = percent ? number->number.shifted(-2) : number->number;
    const plan::Value typed = plan::read_number(stored, format_of(*number, as_text.raw));
    // Only where the cell shows the very text; ９８ in full width, say, can be typed as text only.
    return typed.raw == printed ? typed : as_text;
}

base::Result<Samples, std::string> read_samples(const std::filesystem::path& folder) {
    Samples samples;
    const auto plan = parse_file(folder / "plan.toml");
    if (!plan) {
        return plan.error();
    }
    const auto results = parse_file(folder / "results_r8.toml");
    if (!results) {
        return results.error();
    }
    const auto faults = parse_file(folder / "faults.toml");
    if (!faults) {
        return faults.error();
    }
    read_plan(plan.value(), samples);
    samples.answered = samples.plan;
    read_results(results.value(), samples.answered);
    read_faults(faults.value(), samples);
    return samples;
}

}  // namespace shinchoku::samples
