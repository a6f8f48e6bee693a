#include "sample_data.h"

#include "data_file.h"
#include "plan/value_reading.h"

namespace shinchoku::samples {
namespace {

using layout::TomlValue;

// "1-2" for "1-2-3", nothing for "1".
std::optional<std::string> parent_of(const std::string& id) {
    const std::size_t dash = id.rfind('-');
    if (dash == std::string::npos) {
        return std::nullopt;
    }
    return id.substr(0, dash);
}

plan::Group read_group(const TomlValue& table) {
    const std::string id = text_of(table, "id");
    return {.id = id,
            .parent = parent_of(id),
            .label = text_of(table, "label"),
            .title = text_of(table, "title")};
}

plan::Indicator read_indicator(const std::string& id, const TomlValue& table, int first_year) {
    plan::Indicator indicator;
    indicator.id = id + "/1";
    indicator.name = text_of(table, "definition");
    int year = first_year;
    for (const TomlValue& target : at(table, "targets").items) {
        indicator.years.push_back({.year = year++, .target = typed_value(target.text)});
    }
    return indicator;
}

plan::Measure read_measure(const TomlValue& table, int first_year) {
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

void read_plan(const TomlValue& table, Samples& samples) {
    plan::Plan& plan = samples.plan;
    plan = plan_alone(table);
    plan.layout = "minami_alps";
    for (const TomlValue& group : at(table, "groups").items) {
        plan.groups.push_back(read_group(group));
    }
    for (const TomlValue& row : at(table, "measure").items) {
        plan.measures.push_back(read_measure(row, plan.first_year));
        const plan::Measure& measure = plan.measures.back();
        const std::string printed = text_of(row, "item_as_printed");
        const plan::Group* group = plan::find_group(plan, measure.group);
        if (!printed.empty() && group != nullptr) {
            plan::Group as_printed = *group;
            as_printed.title = printed.substr(as_printed.label.size());
            samples.printed_groups.emplace_back(measure.id, as_printed);
        }
    }
}

void read_results(const TomlValue& table, plan::Plan& plan) {
    const int year = integer_of(table, "year");
    for (plan::Measure& measure : plan.measures) {
        const TomlValue& row = at(table, measure.id);
        plan::Indicator& indicator = measure.indicators.front();
        for (plan::YearEntry& entry : indicator.years) {
            if (entry.year == year) {
                entry.actual = typed_value(text_of(row, "actual"));
            }
        }
        plan::settle_indicator(indicator, {});
        if (row.find("grade") != nullptr) {
            measure.evaluations.push_back({.indicator = indicator.id,
                                           .year = year,
                                           .grade = text_of(row, "grade"),
                                           .reason = text_of(row, "reason"),
                                           .next = text_of(row, "next")});
        }
    }
}

void read_faults(const TomlValue& table, Samples& samples) {
    for (const TomlValue& name : at(table, "not_returned").items) {
        samples.not_returned.insert(name.text);
    }
    for (const TomlValue& row : at(table, "fault").items) {
        const int year = integer_of(row, "year");
        samples.faults.push_back({.measure = text_of(row, "measure"),
                                  .what = text_of(row, "what"),
                                  .year = year == 0 ? std::nullopt : std::optional(year),
                                  .actual = optional_text(row, "actual"),
                                  .as_text = at(row, "as_text").boolean,
                                  .rate_percent = optional_text(row, "rate_percent"),
                                  .find = text_of(row, "find"),
                                  .replace = text_of(row, "replace")});
    }
}

}  // namespace

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
