#include "check/check.h"

#include <utility>

#include "cli/check_earlier.h"
#include "cli/check_return.h"
#include "cli/findings_text.h"
#include "cli/help.h"
#include "cli/judge_plan.h"
#include "cli/layout_set.h"
#include "cli/outputs.h"
#include "cli/read_inputs.h"
#include "cli/run.h"
#include "formats/findings_json.h"
#include "formats/findings_sarif.h"

namespace shinchoku::cli {

namespace {

using Findings = std::vector<base::Finding>;

std::string rule_line(const Session& session, const check::Rule& rule) {
    return rule.id + " " + std::string(check::letter_of(rule.severity)) + "  " +
           session.in(rule.title) + "\n";
}

void print_rules(Session& session) {
    std::string text;
    for (const check::Rule& rule : check::catalogue()) {
        text += rule_line(session, rule);
    }
    session.print(text);
}

void explain(Session& session, const std::string& id) {
    if (const check::Rule* rule = check::find_rule(id)) {
        session.print(rule_line(session, *rule) + "\n" + session.in(rule->why) + "\n→ " +
                      session.in(rule->mend) + "\n");
    }
}

std::string formatted(const Session& session, const Findings& findings, bool to_stdout) {
    const base::Language language = session.options().language;
    switch (session.options().format) {
        case FindingsFormat::text:
            return findings_text(findings, language, to_stdout && session.colored_stdout());
        case FindingsFormat::json:
            return formats::write_findings_json(findings, language);
        case FindingsFormat::csv:
            return formats::write_findings_csv(findings, language);
        case FindingsFormat::sarif:
            return formats::write_findings_sarif(findings, program_version(), language);
    }
    return "";
}

}  // namespace

void run_check(Session& session) {
    const Options& options = session.options();
    if (options.list_rules) {
        print_rules(session);
        return;
    }
    if (options.explain) {
        explain(session, *options.explain);
        return;
    }
    const std::vector<InputFile> inputs = find_input_files(session, session.options().inputs);
    const std::string output = options.output.value_or("-");
    if (!may_return(session) || !may_write_all(session, output, inputs)) {
        return;
    }
    SchemeSet schemes(session);
    const LayoutSet layouts(session);
    const RuleTuning tuning(session, layouts);
    const std::optional<layout::Reading> master = read_master(session, layouts);
    const std::optional<Findings> earlier = read_earlier_findings(session);
    if (!schemes.is_as_asked() || !layouts.is_as_asked() || !tuning.is_as_asked() ||
        (options.master && !master) || (options.earlier_findings && !earlier)) {
        return;
    }
    const Judged judged =
        judge_files(session, {layouts, schemes, tuning, master ? &*master : nullptr}, inputs);
    const Findings& findings = judged.findings;
    session.give(findings);
    if (judged.files == 0) {
        return;  // there was nothing to check, and that has been told
    }
    std::string text = formatted(session, findings, output == "-");
    if (earlier) {
        const std::string compared = comparison_text(session, inputs, *earlier, findings);
        if (options.format == FindingsFormat::text) {
            text += "\n" + compared;
        } else {
            session.note_line(compared.substr(0, compared.find('\n')));
        }
    }
    write_text(session, output, text);
    write_findings_file(session, findings);
    if (options.return_folder) {
        write_returned_copies(session, inputs, findings);
    }
}

}  // namespace shinchoku::cli
