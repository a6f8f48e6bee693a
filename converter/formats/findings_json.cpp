#include "formats/findings_json.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "formats/csv_writer.h"
#include "formats/json_tree.h"
#include "formats/json_writer.h"

namespace shinchoku::formats {

namespace {

std::optional<std::string> address(const base::Finding& finding) {
    return finding.cell ? std::optional(base::to_a1(*finding.cell)) : std::nullopt;
}

void write_finding(JsonWriter& out, const base::Finding& finding, base::Language language) {
    out.begin_object();
    out.key("rule").value(finding.rule);
    out.key("severity").value(base::name_of(finding.severity));
    out.key("file").value(finding.file);
    out.key("sheet").value(finding.sheet);
    out.key("cell").value(address(finding));
    out.key("measure").value(finding.measure);
    out.key("key").value(finding.key);
    out.key("message").value(base::in(finding.message, language));
    out.key("hint").value(base::in(finding.hint, language));
    out.key("found").value(finding.found);
    out.key("expected").value(finding.expected);
    out.end_object();
}

base::Finding no_findings() {
    return {.rule = "F01",
            .severity = base::Severity::error,
            .key = base::make_key("F01", "findings"),
            .message = {"所見の JSON (shinchoku/findings@1) ではありません。",
                        "This is no JSON of findings (shinchoku/findings@1)."},
            .hint = {"`check --format json` か --findings で書いたファイルを指定してください。",
                     "Name a file written by `check --format json` or --findings."}};
}

std::string text_of(const JsonTree& object, std::string_view key) {
    const JsonTree* const member = object.find(key);
    const auto* const text = member == nullptr ? nullptr : member->as<std::string>();
    return text == nullptr ? "" : *text;
}

base::Finding finding_of(const JsonTree& object) {
    base::Finding finding;
    finding.rule = text_of(object, "rule");
    for (const base::Severity severity : {base::Severity::warning, base::Severity::error}) {
        if (text_of(object, "severity") == base::name_of(severity)) {
            finding.severity = severity;
        }
    }
    finding.file = text_of(object, "file");
    if (std::string sheet = text_of(object, "sheet"); !sheet.empty()) {
        finding.sheet = std::move(sheet);
    }
    if (std::string measure = text_of(object, "measure"); !measure.empty()) {
        finding.measure = std::move(measure);
    }
    finding.cell = base::parse_a1(text_of(object, "cell"));
    finding.key = text_of(object, "key");
    const std::string message = text_of(object, "message");
    const std::string hint = text_of(object, "hint");
    finding.message = {message, message};
    finding.hint = {hint, hint};
    finding.found = text_of(object, "found");
    finding.expected = text_of(object, "expected");
    return finding;
}

}  // namespace

base::Result<std::vector<base::Finding>> read_findings_json(std::string_view text) {
    const base::Result<JsonTree> tree = parse_json(text);
    if (!tree) {
        return tree.error();
    }
    const JsonTree* const list = tree.value().find("findings");
    const auto* const array = list == nullptr ? nullptr : list->as<JsonTree::Array>();
    if (array == nullptr || text_of(tree.value(), "schema") != "shinchoku/findings@1") {
        return no_findings();
    }
    std::vector<base::Finding> findings;
    std::transform(array->begin(), array->end(), std::back_inserter(findings), finding_of);
    return findings;
}

std::string write_findings_json(const std::vector<base::Finding>& findings,
                                base::Language language) {
    std::array<int, 3> counts{};  // by base::Severity
    JsonWriter out;
    out.begin_object();
    out.key("schema").value("shinchoku/findings@1");
    out.key("findings").begin_array();
    for (const base::Finding& finding : findings) {
        write_finding(out, finding, language);
        ++counts[static_cast<std::size_t>(finding.severity)];
    }
    out.end_array();
    out.key("summary").begin_object(JsonWriter::Shape::line);
    for (const base::Severity severity :
         {base::Severity::error, base::Severity::warning, base::Severity::info}) {
        out.key(base::name_of(severity)).value(counts[static_cast<std::size_t>(severity)]);
    }
    out.end_object();
    out.end_object();
    return std::move(out).take();
}

std::string write_findings_csv(const std::vector<base::Finding>& findings,
                               base::Language language) {
    CsvWriter out({"rule",
                   "severity",
                   "file",
                   "sheet",
                   "cell",
                   "measure",
                   "key",
                   "message",
                   "hint",
                   "found",
                   "expected"});
    for (const base::Finding& finding : findings) {
        out.row({finding.rule,
                 base::name_of(finding.severity),
                 finding.file,
                 finding.sheet.value_or(""),
                 address(finding).value_or(""),
                 finding.measure.value_or(""),
                 finding.key,
                 base::in(finding.message, language),
                 base::in(finding.hint, language),
                 finding.found,
                 finding.expected});
    }
    return std::move(out).take();
}

}  // namespace shinchoku::formats
