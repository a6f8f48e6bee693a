#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/json_writer.h"
#include "formats/plan_json.h"
#include "formats/value_json.h"

namespace shinchoku::formats {

namespace {

using Shape = JsonWriter::Shape;

void write_plan(JsonWriter& out, const plan::Plan& plan) {
    const auto known = [](int year) { return year != 0 ? std::optional(year) : std::nullopt; };
    out.key("plan").begin_object();
    out.key("id").value_or_null(plan.id);
    out.key("layout").value_or_null(plan.layout);
    out.key("title").value_or_null(plan.title);
    out.key("municipality").value_or_null(plan.municipality);
    out.key("municipality_code").value_or_null(plan.municipality_code);
    out.key("first_year").value(known(plan.first_year));
    out.key("last_year").value(known(plan.last_year));
    out.end_object();
}

void write_groups(JsonWriter& out, const std::vector<plan::Group>& groups) {
    out.key("groups").begin_array();
    for (const plan::Group& group : groups) {
        out.begin_object(Shape::line);
        out.key("id").value(group.id);
        out.key("parent").value(group.parent);
        out.key("label").value(group.label);
        out.key("title").value(group.title);
        out.end_object();
    }
    out.end_array();
}

void write_years(JsonWriter& out, const std::vector<plan::YearEntry>& years) {
    out.key("years").begin_array();
    for (const plan::YearEntry& entry : years) {
        out.begin_object();
        out.key("year").value(entry.year);
        out.key("target");
        write_value(out, entry.target);
        out.key("actual");
        write_value(out, entry.actual);
        out.key("note").value(entry.note);
        out.end_object();
    }
    out.end_array();
}

void write_revisions(JsonWriter& out, const std::vector<plan::Revision>& revisions) {
    out.key("revisions").begin_array();
    for (const plan::Revision& revision : revisions) {
        out.begin_object();
        out.key("year").value(revision.year);
        out.key("target_year").value(revision.target_year);
        out.key("old");
        write_value(out, revision.old_target);
        out.key("new");
        write_value(out, revision.new_target);
        out.key("reason").value(revision.reason);
        out.end_object();
    }
    out.end_array();
}

void write_baseline(JsonWriter& out, const std::optional<plan::Baseline>& baseline) {
    out.key("baseline");
    if (!baseline) {
        out.null();
        return;
    }
    out.begin_object();
    out.key("year").value(baseline->year);
    out.key("value");
    write_value(out, baseline->value);
    out.end_object();
}

void write_indicator(JsonWriter& out, const plan::Indicator& indicator) {
    out.begin_object();
    out.key("id").value(indicator.id);
    out.key("name").value(indicator.name);
    out.key("category").value(indicator.category);
    out.key("unit").value(indicator.unit);
    out.key("direction").value(name_of(indicator.direction));
    out.key("direction_from").value(name_of(indicator.direction_from));
    out.key("accumulation").value(name_of(indicator.accumulation));
    out.key("method").value(indicator.method);
    out.key("scheme").value(indicator.scheme);
    out.key("weight").value(indicator.weight);
    out.key("tolerance").value(indicator.tolerance);
    out.key("note").value(indicator.note);
    write_baseline(out, indicator.baseline);
    write_years(out, indicator.years);
    write_revisions(out, indicator.revisions);
    out.end_object();
}

void write_evaluations(JsonWriter& out, const std::vector<plan::Evaluation>& evaluations) {
    out.key("evaluations").begin_array();
    for (const plan::Evaluation& evaluation : evaluations) {
        out.begin_object(Shape::line);
        out.key("indicator").value(evaluation.indicator);
        out.key("year").value(evaluation.year);
        out.key("rate_percent").value(evaluation.rate_percent);
        out.key("grade").value(evaluation.grade);
        out.key("step").value(evaluation.step);
        out.key("reason").value(evaluation.reason);
        out.key("next").value(evaluation.next);
        out.end_object();
    }
    out.end_array();
}

void write_schedule(JsonWriter& out, const std::vector<plan::ScheduleRow>& schedule) {
    out.key("schedule").begin_array();
    for (const plan::ScheduleRow& row : schedule) {
        out.begin_object();
        out.key("group").value(row.group);
        out.key("label").value(row.label);
        out.key("leading").value(row.leading);
        out.key("cells").begin_array();
        for (const plan::ScheduleCell& cell : row.cells) {
            out.begin_object(Shape::line);
            out.key("year").value(cell.year);
            out.key("through").value(cell.through);
            out.key("text").value(cell.text);
            out.key("mark").value(cell.mark ? std::optional(name_of(*cell.mark)) : std::nullopt);
            out.end_object();
        }
        out.end_array();
        out.end_object();
    }
    out.end_array();
}

void write_texts(JsonWriter& out, std::string_view key, const std::vector<std::string>& texts) {
    out.key(key).begin_array(Shape::line);
    for (const std::string& text : texts) {
        out.value(text);
    }
    out.end_array();
}

void write_approaches(JsonWriter& out, const std::vector<plan::Approach>& approaches) {
    out.key("approaches").begin_array();
    for (const plan::Approach& approach : approaches) {
        out.begin_object();
        out.key("text").value(approach.text);
        out.key("leading").value(approach.leading);
        write_texts(out, "marks", approach.marks);
        out.key("items").begin_array();
        for (const plan::ApproachItem& item : approach.items) {
            out.begin_object(Shape::line);
            out.key("mark").value(name_of(item.mark));
            out.key("text").value(item.text);
            out.end_object();
        }
        out.end_array();
        out.end_object();
    }
    out.end_array();
}

void write_footnotes(JsonWriter& out, const std::vector<plan::Footnote>& footnotes) {
    out.key("footnotes").begin_array();
    for (const plan::Footnote& footnote : footnotes) {
        out.begin_object(Shape::line);
        out.key("mark").value(footnote.mark);
        out.key("text").value(footnote.text);
        out.end_object();
    }
    out.end_array();
}

void write_source(JsonWriter& out, const plan::Source& source) {
    out.key("source").begin_object(Shape::line);
    out.key("file").value_or_null(source.file);
    out.key("sheet").value_or_null(source.sheet);
    out.key("range").value_or_null(source.range);
    out.end_object();
}

void write_measure(JsonWriter& out, const plan::Measure& measure) {
    out.begin_object();
    out.key("id").value(measure.id);
    out.key("group").value_or_null(measure.group);
    out.key("label").value(measure.label);
    out.key("title").value(measure.title);
    write_texts(out, "departments", measure.departments);
    out.key("leading").value(measure.leading);
    out.key("texts").begin_object();
    for (const auto& [name, text] : measure.texts) {
        out.key(name).value(text);
    }
    out.end_object();
    write_footnotes(out, measure.footnotes);
    out.key("indicators").begin_array();
    for (const plan::Indicator& indicator : measure.indicators) {
        write_indicator(out, indicator);
    }
    out.end_array();
    write_evaluations(out, measure.evaluations);
    write_schedule(out, measure.schedule);
    write_approaches(out, measure.approaches);
    write_source(out, measure.source);
    out.end_object();
}

// JSON numbers of assessments are rounded at 12 decimals; the exact ones stay in the program.
constexpr int assessment_decimals = 12;

template <class T>
void write_rounded(JsonWriter& out, std::string_view key, const std::optional<T>& number) {
    out.key(key);
    if (number) {
        out.value(number->rounded(assessment_decimals));
    } else {
        out.null();
    }
}

void write_forecast(JsonWriter& out, const calc::Forecast& forecast) {
    out.key("forecast").begin_object(Shape::line);
    write_rounded(out, "linear", forecast.linear);
    write_rounded(out, "growth", forecast.growth);
    write_rounded(out, "gap_linear", forecast.gap_linear);
    write_rounded(out, "gap_growth", forecast.gap_growth);
    out.key("suffices_linear").value(forecast.suffices_linear);
    out.key("suffices_growth").value(forecast.suffices_growth);
    out.end_object();
}

void write_assessment(JsonWriter& out, const calc::Assessment& a) {
    out.begin_object();
    out.key("indicator").value(a.indicator);
    out.key("year").value(a.year);
    out.key("method").value(a.method ? std::optional(name_of(*a.method)) : std::nullopt);
    out.key("why").value_or_null(a.why.ja);
    write_rounded(out, "baseline", a.baseline);
    write_rounded(out, "target", a.target);
    write_rounded(out, "actual", a.actual);
    write_rounded(out, "final", a.final_target);
    write_rounded(out, "rate", a.rate);
    write_rounded(out, "rate_simple", a.rate_simple);
    write_rounded(out, "rate_progress", a.rate_progress);
    write_rounded(out, "pace", a.pace);
    out.key("grade").value_or_null(a.grade);
    out.key("disagree").value(a.disagree);
    out.key("status").value(name_of(a.status));
    write_forecast(out, a.forecast);
    write_rounded(out, "needed_per_year", a.needed_per_year);
    out.key("trace").begin_object(Shape::line);
    out.key("ja").value(a.trace.ja);
    out.key("en").value(a.trace.en);
    out.end_object();
    out.end_object();
}

}  // namespace

std::string write_plan_json(const plan::Plan& plan,
                            const std::vector<calc::Assessment>* assessments) {
    JsonWriter out;
    out.begin_object();
    out.key("schema").value("shinchoku/plan@1");
    write_plan(out, plan);
    write_groups(out, plan.groups);
    out.key("measures").begin_array();
    for (const plan::Measure& measure : plan.measures) {
        write_measure(out, measure);
    }
    out.end_array();
    if (assessments != nullptr) {
        out.key("assessments").begin_array();
        for (const calc::Assessment& assessment : *assessments) {
            write_assessment(out, assessment);
        }
        out.end_array();
    }
    out.end_object();
    return std::move(out).take();
}

}  // namespace shinchoku::formats
