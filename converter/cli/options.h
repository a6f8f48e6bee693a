#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/text.h"
#include "check/check.h"
#include "plan/fiscal_year.h"
#include "report/progress_book.h"
#include "xlsx/reader.h"

namespace shinchoku::cli {

enum class Command { convert, check, progress, inspect, layout, scheme, function };
enum class Color { automatic, always, never };
enum class FindingsFormat { text, json, csv, sarif };

// What the command line asks for: plain values, parsed without side effects.
struct Options {
    Command command = Command::convert;
    std::vector<std::string> inputs;  // as given; "-" is stdin
    std::optional<std::string> output;

    std::string from;  // format of the inputs and of the output, "" by ending
    std::string to;
    std::vector<std::string> layouts;  // ids, or paths of layout files
    std::string templates;             // folder that comes before all others, "" for none
    std::string sheet;                 // name of the one sheet meant, "" for none
    std::optional<std::string> master;
    bool with_assessments = false;
    report::Forms forms = report::Forms::automatic;
    std::optional<std::string> scheme;  // id or path; nothing: the layout's, else the default
    report::Audience audience = report::Audience::office;
    report::Formulas formulas = report::Formulas::plain;
    std::optional<int> year;  // the fiscal year reported on; nothing: the latest closed one

    FindingsFormat format = FindingsFormat::text;
    std::optional<std::string> findings_file;
    std::optional<std::string> return_folder;
    std::optional<std::string> earlier_findings;  // JSON of a check before
    std::optional<plan::Date> distributed;        // when the workbooks went out, for F09
    std::optional<plan::Date> deadline;
    bool list_rules = false;
    std::optional<std::string> explain;
    check::Profile profile = check::Profile::form;
    check::Encoding encoding = check::Encoding::utf8;  // of what will be published
    std::set<std::string> disabled;
    std::map<std::string, base::Severity> severities;

    base::Language language = base::Language::ja;
    std::optional<plan::Date> as_of;  // nothing: today
    unsigned jobs = 0;                // 0: as many as the machine has
    bool quiet = false;
    bool verbose = false;
    bool no_progress = false;
    Color color = Color::automatic;
    bool force = false;
    std::optional<std::string> log_file;
    xlsx::Limits limits;
};

}  // namespace shinchoku::cli
