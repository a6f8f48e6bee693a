#include <filesystem>
#include <set>
#include <utility>

#include "calc/assessment.h"
#include "cli/findings_text.h"
#include "cli/flags.h"
#include "cli/layout_set.h"
#include "cli/outputs.h"
#include "cli/read_inputs.h"
#include "cli/run.h"
#include "cli/schemes.h"
#include "formats/plan_json.h"
#include "render/form.h"

namespace shinchoku::cli {

namespace {

using Findings = std::vector<base::Finding>;

// "json" or "xlsx", or "" and a failure of the session.
std::string output_format(Session& session, const std::string& output) {
    std::string format = session.options().to;
    if (format.empty() && output != "-" && !names_folder(output)) {
        const std::string ending = ending_of(output);
        format = ending.empty() ? "" : ending.substr(1);
    } else if (format.empty() && names_folder(output)) {
        format = "json";
    }
    if (format == "json" || format == "xlsx") {
        return format;
    }
    if (format.empty()) {
        session.fail(
            {"書き出す形式がわかりません。", "The format of the output is not known."},
            {"--to json のように形式を指定するか、-o 計画.json のように拡張子を付けてください。",
             "Name it with --to json, or by the ending as in -o plan.json."});
    } else {
        session.fail({"." + format + " の書き出しには、まだ対応していません。",
                      "." + format + " cannot be written yet."},
                     {".json か .xlsx にしてください。", "Use .json or .xlsx."});
    }
    return "";
}

const layout::Layout* layout_for(Session& session,
                                 const LayoutSet& layouts,
                                 const plan::Plan& plan) {
    if (layouts.only_named() != nullptr) {
        return layouts.only_named();
    }
    const layout::Layout* const found = layouts.find(plan.layout);
    if (found == nullptr && !layouts.all().empty()) {
        session.fail({"計画の様式「" + plan.layout + "」がわかりません。",
                      "The plan's layout \"" + plan.layout + "\" is not known."},
                     {"--layout で指定してください。使える様式は " + layouts.ids() + " です。",
                      "Name one with --layout: " + layouts.ids() + "."});
    }
    return found;
}

// What writing a plan needs beside it.
struct Writing {
    Session& session;
    const LayoutSet& layouts;
    SchemeSet& schemes;
    std::string format;
    Findings& findings;  // what the output cannot hold is added here
};

// "" where the scheme that the plan's layout names cannot be used.
std::string to_json(const Writing& writing, const plan::Plan& plan) {
    if (!writing.session.options().with_assessments) {
        return formats::write_plan_json(plan);
    }
    writing.schemes.read_named_in(plan);
    const SchemeSet::Chosen chosen = writing.schemes.choose(writing.layouts.find(plan.layout));
    if (chosen.scheme == nullptr) {
        return "";
    }
    const std::vector<calc::Assessment> assessments =
        calc::assess(plan, *chosen.scheme, chosen.options);
    return formats::write_plan_json(plan, &assessments);
}

void write_plan(const Writing& writing, const plan::Plan& plan, const std::string& output) {
    if (writing.format == "json") {
        if (const std::string json = to_json(writing, plan); !json.empty()) {
            write_text(writing.session, output, json);
        }
        return;
    }
    const layout::Layout* const layout = layout_for(writing.session, writing.layouts, plan);
    if (layout == nullptr) {
        return;
    }
    const auto lost = write_book(writing.session, output, [&](const std::filesystem::path& path) {
        return render::write_forms(path, *layout, plan, {});
    });
    if (lost) {
        writing.findings.insert(writing.findings.end(), lost->begin(), lost->end());
    }
}

// One output an input, named as the input below the folder.
void convert_each(const Writing& writing,
                  std::vector<ReadFile> files,
                  const std::vector<InputFile>& inputs) {
    Session& session = writing.session;
    Findings& findings = writing.findings;
    std::set<std::string> written;
    for (ReadFile& file : files) {
        if (!file.reading) {
            findings.push_back(file.reading.error());
            continue;
        }
        Findings& own = file.reading.value().findings;
        findings.insert(findings.end(), own.begin(), own.end());
        const std::filesystem::path inner =
            file.file.path == "-" ? "stdin" : std::filesystem::path(file.file.inner);
        const std::string output = (std::filesystem::path(*session.options().output) / inner)
                                       .replace_extension("." + writing.format)
                                       .string();
        if (!written.insert(output).second) {
            session.fail(
                {"同じ名前の出力が重なります: " + output, "two outputs of one name: " + output},
                {"別々に変換してください。", "Convert them apart."});
        } else if (may_write(session, output, inputs)) {
            write_plan(writing, file.reading.value().plan, output);
        }
    }
}

}  // namespace

void run_convert(Session& session) {
    const std::string output = session.options().output.value_or("-");
    const std::string format = output_format(session, output);
    SchemeSet schemes(session);
    if (format.empty() || !schemes.is_as_asked()) {
        return;
    }
    const std::vector<InputFile> inputs = find_input_files(session, session.options().inputs);
    const bool each = names_folder(output);
    if (!may_write_all(session, output, inputs)) {
        return;
    }
    const LayoutSet layouts(
        session, {}, format == "xlsx" ? LayoutSet::Named::to_write : LayoutSet::Named::to_read);
    const std::optional<layout::Reading> master = read_master(session, layouts);
    if (!layouts.is_as_asked() || (session.options().master && !master)) {
        return;
    }
    const layout::Reading* const against = master ? &*master : nullptr;
    std::vector<ReadFile> files = read_files(session, layouts, against, inputs);
    Findings findings;
    const Writing writing{session, layouts, schemes, format, findings};
    if (each) {
        convert_each(writing, std::move(files), inputs);
    } else {
        Joined joined = join(std::move(files), against);
        findings = std::move(joined.reading.findings);
        if (joined.read > 0) {
            write_plan(writing, joined.reading.plan, output);
        }
    }
    base::sort_findings(findings);
    session.give(findings);
    tell_findings(session, findings);
    write_findings_file(session, findings);
}

}  // namespace shinchoku::cli
