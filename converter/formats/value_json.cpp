#include "formats/value_json.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace shinchoku::formats {

namespace {

using plan::Comparator;
using plan::RelativeTo;
using plan::Trend;
using plan::UnitFrom;
using plan::Value;

std::string_view name_of(Comparator comparator) {
    switch (comparator) {
        case Comparator::at_most:
            return "<=";
        case Comparator::below:
            return "<";
        case Comparator::at_least:
            return ">=";
        case Comparator::above:
            return ">";
    }
    return "";
}

std::string_view name_of(UnitFrom from) {
    switch (from) {
        case UnitFrom::cell:
            return "cell";
        case UnitFrom::unit_column:
            return "unit_column";
        case UnitFrom::name:
            return "name";
        case UnitFrom::none:
            return "none";
    }
    return "";
}

std::string_view name_of(Trend trend) {
    switch (trend) {
        case Trend::up:
            return "up";
        case Trend::down:
            return "down";
        case Trend::keep:
            return "keep";
    }
    return "";
}

std::string_view name_of(RelativeTo of) {
    switch (of) {
        case RelativeTo::previous_year:
            return "previous_year";
        case RelativeTo::baseline:
            return "baseline";
    }
    return "";
}

constexpr auto spell = [](auto word) { return name_of(word); };

template <class T>
std::optional<std::string_view> name_of(const std::optional<T>& maybe) {
    return maybe ? std::optional(name_of(*maybe)) : std::nullopt;
}

Comparator read_comparator(const TreeReader& in) {
    return in.choice(
        "comparator",
        {Comparator::at_most, Comparator::below, Comparator::at_least, Comparator::above},
        spell);
}

void write_form(JsonWriter& out, const plan::UnitAndForm& form) {
    out.key("unit").value(form.unit);
    out.key("unit_from").value(name_of(form.unit_from));
    out.key("decimals").value(form.decimals);
    out.key("scale").value(form.scale);
}

plan::UnitAndForm read_form(const TreeReader& in) {
    plan::UnitAndForm form;
    form.unit = in.maybe_text("unit");
    form.unit_from =
        in.choice("unit_from",
                  {UnitFrom::none, UnitFrom::cell, UnitFrom::unit_column, UnitFrom::name},
                  spell);
    form.decimals = in.maybe_integer("decimals").value_or(0);
    const auto scale = in.maybe_number("scale").value_or(base::Decimal(1)).to_integer();
    if (!scale || *scale < 1) {
        in.fail("scale", {"1 以上の整数が必要です", "expected an integer of 1 or more"});
    }
    form.scale = scale.value_or(1);
    return form;
}

// The keys of each kind, in the order of values.md.
struct ContentWriter {
    JsonWriter& out;

    void operator()(const plan::Number& v) const {
        out.key("number").value(v.number);
        write_form(out, v.form);
    }
    void operator()(const plan::Bound& v) const {
        out.key("comparator").value(name_of(v.comparator));
        out.key("number").value(v.number);
        write_form(out, v.form);
    }
    void operator()(const plan::Range& v) const {
        out.key("low").value(v.low);
        out.key("high").value(v.high);
        write_form(out, v.form);
    }
    void operator()(const plan::Relative& v) const {
        out.key("change").value(v.change);
        out.key("change_unit").value(v.change_unit);
        out.key("of").value(name_of(v.of));
        out.key("share").value(v.share);
        out.key("resolved").begin_array();
        for (const plan::ResolvedFigure& figure : v.resolved) {
            out.begin_object();
            out.key("label").value(figure.label);
            out.key("number").value(figure.number);
            out.key("unit").value(figure.unit);
            out.end_object();
        }
        out.end_array();
        if (v.comparator) {
            out.key("comparator").value(name_of(*v.comparator));
        }
    }
    void operator()(const plan::TrendWord& v) const { out.key("trend").value(name_of(v.trend)); }
    void operator()(const plan::Milestone& v) const {
        out.key("steps").begin_array();
        for (const int step : v.steps) {
            out.value(step);
        }
        out.end_array();
    }
    void operator()(const plan::Compound& v) const {
        out.key("parts").begin_array();
        for (const plan::Part& part : v.parts) {
            out.begin_object();
            out.key("label").value(part.label);
            out.key("value");
            write_value(out, part.value);
            out.end_object();
        }
        out.end_array();
    }
    void operator()(const plan::CellError& v) const { out.key("code").value(v.code); }
    void operator()(const plan::Continue&) const {}
    void operator()(const plan::None&) const {}
    void operator()(const plan::Unavailable&) const {}
    void operator()(const plan::Blank&) const {}
};

void write_qualifiers(JsonWriter& out, const plan::Qualifiers& qualifiers) {
    if (!qualifiers.any()) {
        return;
    }
    out.key("qualifiers").begin_object();
    const std::pair<std::string_view, bool> flags[] = {
        {"approximate", qualifiers.approximate},
        {"cumulative", qualifiers.cumulative},
        {"provisional", qualifiers.provisional},
    };
    for (const auto& [name, set] : flags) {
        if (set) {
            out.key(name).value(true);
        }
    }
    if (qualifiers.as_of) {
        out.key("as_of").value(*qualifiers.as_of);
        out.key("as_of_year").value(qualifiers.as_of_year);
    }
    out.end_object();
}

plan::Qualifiers read_qualifiers(const TreeReader& in) {
    plan::Qualifiers qualifiers;
    if (const std::optional<TreeReader> found = in.maybe_object("qualifiers")) {
        found->expect_only({"approximate", "cumulative", "provisional", "as_of", "as_of_year"});
        qualifiers.approximate = found->truth("approximate");
        qualifiers.cumulative = found->truth("cumulative");
        qualifiers.provisional = found->truth("provisional");
        qualifiers.as_of = found->maybe_text("as_of");
        qualifiers.as_of_year = found->maybe_integer("as_of_year");
    }
    return qualifiers;
}

Value::Content read_range(const TreeReader& in) {
    plan::Range range{in.number("low"), in.number("high"), read_form(in)};
    if (range.high < range.low) {
        in.fail("low", {"low は high 以下にしてください", "low must not exceed high"});
    }
    return range;
}

Value::Content read_relative(const TreeReader& in) {
    plan::Relative relative;
    relative.change = in.maybe_number("change");
    relative.change_unit = in.maybe_text("change_unit");
    if (in.maybe_text("of")) {
        relative.of = in.choice("of", {RelativeTo::previous_year, RelativeTo::baseline}, spell);
    }
    relative.share = in.maybe_number("share");
    if (in.maybe_text("comparator")) {
        relative.comparator = read_comparator(in);
    }
    for (const TreeReader& figure : in.objects("resolved")) {
        figure.expect_only({"label", "number", "unit"});
        relative.resolved.push_back(
            {figure.maybe_text("label"), figure.number("number"), figure.maybe_text("unit")});
    }
    return relative;
}

Value::Content read_milestone(const TreeReader& in) {
    plan::Milestone milestone;
    for (const base::Decimal& step : in.numbers("steps")) {
        const std::optional<std::int64_t> whole = step.to_integer();
        if (!whole || *whole < 1 || *whole > 7) {
            in.fail("steps", {"1 から 7 の整数が必要です", "expected integers from 1 to 7"});
            continue;
        }
        milestone.steps.push_back(static_cast<int>(*whole));
    }
    return milestone;
}

Value::Content read_compound(const TreeReader& in) {
    plan::Compound compound;
    for (const TreeReader& part : in.objects("parts")) {
        part.expect_only({"label", "value"});
        compound.parts.push_back({part.text("label"), read_value(part.object("value"))});
    }
    return compound;
}

using ReadContent = Value::Content (*)(const TreeReader&);

struct Kind {
    std::string_view name;
    ReadContent read;
};

// In the order of Value::Content.
constexpr std::array<Kind, 12> kinds{{
    {"blank", [](const TreeReader&) -> Value::Content { return plan::Blank{}; }},
    {"number",
     [](const TreeReader& in) -> Value::Content {
         return plan::Number{in.number("number"), read_form(in)};
     }},
    {"bound",
     [](const TreeReader& in) -> Value::Content {
         return plan::Bound{read_comparator(in), in.number("number"), read_form(in)};
     }},
    {"range", read_range},
    {"relative", read_relative},
    {"trend",
     [](const TreeReader& in) -> Value::Content {
         return plan::TrendWord{in.choice("trend", {Trend::up, Trend::down, Trend::keep}, spell)};
     }},
    {"milestone", read_milestone},
    {"continue", [](const TreeReader&) -> Value::Content { return plan::Continue{}; }},
    {"none", [](const TreeReader&) -> Value::Content { return plan::None{}; }},
    {"compound", read_compound},
    {"unavailable", [](const TreeReader&) -> Value::Content { return plan::Unavailable{}; }},
    {"error",
     [](const TreeReader& in) -> Value::Content { return plan::CellError{in.text("code")}; }},
}};

}  // namespace

void write_value(JsonWriter& out, const plan::Value& value) {
    out.begin_object(JsonWriter::Shape::line);
    out.key("kind").value(plan::kind_name(value));
    out.key("raw").value(value.raw);
    if (value.stored) {
        out.key("stored").value(*value.stored);
    }
    if (value.format) {
        out.key("format").value(*value.format);
    }
    std::visit(ContentWriter{out}, value.content);
    write_qualifiers(out, value.qualifiers);
    if (value.footnote) {
        out.key("footnote").value(*value.footnote);
    }
    if (value.remark) {
        out.key("remark").value(*value.remark);
    }
    out.end_object();
}

plan::Value read_value(const TreeReader& in) {
    in.expect_only({"kind",      "raw",         "stored", "format",     "number",   "unit",
                    "unit_from", "decimals",    "scale",  "comparator", "low",      "high",
                    "change",    "change_unit", "of",     "share",      "resolved", "trend",
                    "steps",     "parts",       "code",   "qualifiers", "footnote", "remark"});
    plan::Value value;
    const std::string word = in.text("kind");
    const auto* const kind = std::find_if(
        kinds.begin(), kinds.end(), [&](const Kind& candidate) { return candidate.name == word; });
    if (kind == kinds.end()) {
        in.fail("kind", {"「" + word + "」という種類はありません", "no kind \"" + word + "\""});
        return value;
    }
    value.content = kind->read(in);
    value.raw = in.text("raw");
    value.stored = in.maybe_number("stored");
    value.format = in.maybe_text("format");
    value.qualifiers = read_qualifiers(in);
    value.footnote = in.maybe_text("footnote");
    value.remark = in.maybe_text("remark");
    return value;
}

}  // namespace shinchoku::formats
