#include "formats/findings_sarif.h"

#include <map>
#include <utility>

#include "formats/json_writer.h"

namespace shinchoku::formats {
namespace {

using base::Severity;

std::string_view level_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::info:
            return "note";
    }
    return "none";
}

// A relative reference (RFC 3986) keeps slashes and what needs no escape.
std::string uri_of(std::string_view path) {
    constexpr std::string_view plain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string uri;
    for (const char byte : path) {
        if (plain.find(byte) != std::string_view::npos) {
            uri += byte;
        } else {
            const auto code = static_cast<unsigned char>(byte);
            uri += {'%', digits[code >> 4U], digits[code & 0xFU]};
        }
    }
    return uri;
}

// '1-1-1'!B12, as a formula would name it.
std::string place_of(const base::Finding& finding) {
    std::string place = "'";
    for (const char c : *finding.sheet) {
        place += c == '\'' ? "''" : std::string(1, c);
    }
    place += "'";
    return finding.cell ? place + "!" + base::to_a1(*finding.cell) : place;
}

void write_text(JsonWriter& out, std::string_view key, std::string_view text) {
    out.key(key).begin_object(JsonWriter::Shape::line);
    out.key("text").value(text);
    out.end_object();
}

void write_rule(JsonWriter& out, const check::Rule& rule, base::Language language) {
    out.begin_object();
    out.key("id").value(rule.id);
    write_text(out, "shortDescription", base::in(rule.title, language));
    write_text(out, "fullDescription", base::in(rule.why, language));
    write_text(out, "help", base::in(rule.mend, language));
    out.key("defaultConfiguration").begin_object(JsonWriter::Shape::line);
    out.key("level").value(level_of(rule.severity));
    out.end_object();
    out.end_object();
}

void write_place(JsonWriter& out, const base::Finding& finding) {
    out.key("locations").begin_array();
    out.begin_object();
    out.key("physicalLocation").begin_object(JsonWriter::Shape::line);
    out.key("artifactLocation").begin_object();
    out.key("uri").value(uri_of(finding.file));
    out.end_object();
    out.end_object();
    if (finding.sheet) {
        out.key("logicalLocations").begin_array(JsonWriter::Shape::line);
        out.begin_object();
        out.key("fullyQualifiedName").value(place_of(finding));
        out.key("kind").value(finding.cell ? "cell" : "sheet");
        out.end_object();
        out.end_array();
    }
    out.end_object();
    out.end_array();
}

void write_result(JsonWriter& out,
                  const base::Finding& finding,
                  int rule_index,
                  base::Language language) {
    const std::string& hint = base::in(finding.hint, language);
    out.begin_object();
    out.key("ruleId").value(finding.rule);
    out.key("ruleIndex").value(rule_index);
    out.key("level").value(level_of(finding.severity));
    write_text(
        out, "message", base::in(finding.message, language) + (hint.empty() ? "" : "\n" + hint));
    if (!finding.file.empty()) {
        write_place(out, finding);
    }
    out.key("partialFingerprints").begin_object(JsonWriter::Shape::line);
    out.key("shinchokuKey/v1").value(finding.key);
    out.end_object();
    out.end_object();
}

// The rules of these findings, by id, each with its place in the catalogue's order.
std::map<std::string, int> write_rules(JsonWriter& out,
                                       const std::vector<base::Finding>& findings,
                                       base::Language language) {
    std::map<std::string, int> places;
    for (const base::Finding& finding : findings) {
        places.emplace(finding.rule, -1);
    }
    int count = 0;
    out.key("rules").begin_array();
    for (const check::Rule& rule : check::catalogue()) {
        if (const auto used = places.find(rule.id); used != places.end()) {
            used->second = count++;
            write_rule(out, rule, language);
        }
    }
    out.end_array();
    return places;
}

}  // namespace

std::string write_findings_sarif(const std::vector<base::Finding>& findings,
                                 std::string_view version,
                                 base::Language language) {
    JsonWriter out;
    out.begin_object();
    out.key("$schema").value("https://json.schemastore.org/sarif-2.1.0.json");
    out.key("version").value("2.1.0");
    out.key("runs").begin_array();
    out.begin_object();
    out.key("tool").begin_object();
    out.key("driver").begin_object();
    out.key("name").value("shinchoku");
    out.key("version").value(version);
    const std::map<std::string, int> places = write_rules(out, findings, language);
    out.end_object();
    out.end_object();
    out.key("results").begin_array();
    for (const base::Finding& finding : findings) {
        write_result(out, finding, places.at(finding.rule), language);
    }
    out.end_array();
    out.end_object();
    out.end_array();
    out.end_object();
    return std::move(out).take();
}

}  // namespace shinchoku::formats
