#include <filesystem>
#include <span>
#include <system_error>
#include <utility>

#include "calc/scheme.h"
#include "cli/findings_text.h"
#include "cli/judge_plan.h"
#include "cli/layout_set.h"
#include "cli/outputs.h"
#include "cli/read_inputs.h"
#include "cli/run.h"
#include "cli/schemes.h"
#include "files/atomic_file.h"
#include "layout/book_kind.h"
#include "report/progress_book.h"
#include "report/standing.h"

namespace shinchoku::cli {

namespace {

using Findings = std::vector<base::Finding>;

base::Result<Findings> write_whole(const std::filesystem::path& target,
                                   const report::ProgressBookInput& input) {
    base::Result<files::AtomicFile> file =
        files::AtomicFile::create(target, files::Replace::allowed);
    if (!file) {
        return std::move(file).error();
    }
    base::Result<Findings> written = report::write_progress_book(file.value().temporary(), input);
    if (!written) {
        return written;
    }
    if (std::optional<base::Finding> failed = file.value().commit()) {
        return *std::move(failed);
    }
    return written;
}

// Made once more, a book that stands among the returned workbooks is no input of its own.
void leave_out_last_book(const Session& session,
                         const std::string& output,
                         std::vector<InputFile>& inputs) {
    std::error_code none;
    std::erase_if(inputs, [&](const InputFile& input) {
        if (!session.options().force || !input.found ||
            !std::filesystem::equivalent(input.path, output, none)) {
            return false;
        }
        const auto no_cells = [](const sheet::Sheet&, std::span<const sheet::Cell>) {};
        const base::Result<xlsx::ReadWorkbook> book = read_cells(session, input, no_cells);
        return book && layout::is_progress_book(book.value().workbook.properties);
    });
}

std::optional<base::Finding> refused_year(const Session& session, const plan::Plan& plan) {
    const std::optional<int> year = session.options().year;
    return year ? report::refused_year(plan, *year, session.as_of()) : std::nullopt;
}

void tell(Session& session, const Joined& joined, const Findings& findings) {
    const std::string measures = std::to_string(joined.reading.plan.measures.size());
    const std::string files = std::to_string(joined.read);
    const std::string output = *session.options().output;
    session.note(
        {"ファイル " + files + "、施策 " + measures + " を読み、" + output + " に書きました。",
         "Read " + files + " files with " + measures + " measures; wrote " + output + "."});
    const base::Language language = session.options().language;
    session.note_line(findings_summary(findings, language) +
                      (language == base::Language::ja ? " (ブックの所見のシートにあります)"
                                                      : " (see the sheet of findings)"));
}

}  // namespace

void run_progress(Session& session) {
    const std::string output = *session.options().output;
    if (output != "-" && ending_of(output) != ".xlsx") {
        session.fail(
            {"進捗のブックは .xlsx に書きます: " + output,
             "a progress book is an .xlsx file: " + output},
            {"-o 報告書.xlsx のように指定してください。", "Name one, as in -o book.xlsx."});
        return;
    }
    std::vector<InputFile> inputs = find_input_files(session, session.options().inputs);
    leave_out_last_book(session, output, inputs);
    SchemeSet schemes(session);
    if (!schemes.is_as_asked() || !may_write_all(session, output, inputs)) {
        return;
    }
    const LayoutSet layouts(session);
    const RuleTuning tuning(session, layouts);
    const std::optional<layout::Reading> master = read_master(session, layouts);
    if (!layouts.is_as_asked() || !tuning.is_as_asked() || (session.options().master && !master)) {
        return;
    }
    const layout::Reading* const against = master ? &*master : nullptr;
    const Joined joined = join(read_files(session, layouts, against, inputs), against);
    Findings findings = all_findings(session, {layouts, schemes, tuning, against}, joined.reading);
    if (joined.read > 0) {
        const plan::Plan& plan = joined.reading.plan;
        if (const auto refused = refused_year(session, plan)) {
            session.fail(refused->message, refused->hint);
            return;
        }
        schemes.read_named_in(plan);
        const SchemeSet::Chosen chosen = schemes.choose(layouts.find(plan.layout));
        if (chosen.scheme == nullptr) {
            return;
        }
        const std::vector<calc::Assessment> assessments =
            calc::assess(plan, *chosen.scheme, chosen.options);
        report::ProgressBookInput input;
        input.reading = &joined.reading;
        input.master = against;
        input.findings = &findings;
        input.assessments = &assessments;
        input.scheme = chosen.scheme;
        input.schemes = chosen.options.schemes;
        input.layouts = layouts.by_id();
        input.as_of = session.as_of();
        input.year = session.options().year;
        input.forms = session.options().forms;
        input.audience = session.options().audience;
        input.formulas = session.options().formulas;
        input.language = session.options().language;
        const auto lost = write_book(session, output, [&](const std::filesystem::path& path) {
            return write_whole(path, input);
        });
        if (lost) {
            findings.insert(findings.end(), lost->begin(), lost->end());
            base::sort_findings(findings);
            tell(session, joined, findings);
        }
    }
    session.give(findings);
    write_findings_file(session, findings);
}

}  // namespace shinchoku::cli
