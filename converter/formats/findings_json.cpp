#include "formats/findings_json.h"

#include <array>
#include <utility>

#include "formats/csv_writer.h"
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

}  // namespace

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
