#include "cli/read_inputs.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <filesystem>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>
#include <utility>

#include "check/workbook_rules.h"
#include "cli/progress_bar.h"
#include "files/read_file.h"
#include "formats/plan_json.h"
#include "layout/bind.h"
#include "layout/book_kind.h"
#include "layout/merge.h"

namespace shinchoku::cli {

namespace {

using base::Finding;

// Formats that the design names and this version does not read yet.
bool is_later_format(std::string_view format) {
    constexpr std::string_view later[] = {"ods", "ndjson", "csv", "sqlite", "html"};
    return std::find(std::begin(later), std::end(later), format) != std::end(later);
}

std::string format_of(const Session& session, const InputFile& file, std::string_view bytes) {
    if (!session.options().from.empty()) {
        return session.options().from;
    }
    const std::string ending = ending_of(file.path);
    if (!ending.empty()) {
        return ending.substr(1);
    }
    const std::size_t first = bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    return first != std::string_view::npos && bytes[first] == '{' ? "json" : "xlsx";
}

Finding not_yet(const std::string& format) {
    return {.rule = "F01",
            .severity = base::Severity::error,
            .key = base::make_key("F01", format),
            .message = {"." + format + " の読み取りには、まだ対応していません。",
                        "." + format + " cannot be read yet."},
            .hint = {"Excel で開き『名前を付けて保存』で Excel ブック (.xlsx) にしてください。",
                     "Open it in Excel and save it as an Excel workbook (.xlsx)."}};
}

base::Result<std::string> no_such_file(const std::string& path) {
    return Finding{.rule = "F11",
                   .severity = base::Severity::error,
                   .file = path,
                   .key = base::make_key("F11", "missing"),
                   .message = {"ファイルがありません。", "There is no such file."},
                   .hint = {"名前と場所を確かめてください。", "Check its name and place."}};
}

void name_file(std::vector<Finding>& findings, const std::string& file) {
    for (Finding& finding : findings) {
        if (finding.file.empty()) {
            finding.file = file;
        }
    }
}

base::Result<layout::Reading> read_plan(std::string_view bytes, const std::string& file) {
    base::Result<formats::ReadPlanJson> read = formats::read_plan_json(bytes);
    if (!read) {
        return std::move(read).error();
    }
    layout::Reading reading{std::move(read.value().plan), {}, std::move(read.value().findings)};
    layout::MeasurePlaces place;
    place.file = file;
    reading.places.assign(reading.plan.measures.size(), place);
    return reading;
}

void append(std::vector<Finding>& findings, std::vector<Finding> more) {
    findings.insert(
        findings.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

base::Result<layout::Reading> bind_workbook(const Session& session,
                                            const LayoutSet& layouts,
                                            const layout::Reading* master,
                                            const InputFile& file,
                                            std::string_view bytes) {
    const bool runs_rules = session.options().command == Command::check;
    const xlsx::Limits& limits = session.options().limits;
    sheet::Attachments attachments;
    base::Result<xlsx::ReadWorkbook> book = runs_rules
                                                ? xlsx::read_workbook(bytes, limits, attachments)
                                                : xlsx::read_workbook(bytes, limits);
    if (!book) {
        return std::move(book).error();
    }
    if (file.found && layout::is_progress_book(book.value().workbook.properties)) {
        return Finding{.rule = "book",
                       .severity = base::Severity::info,
                       .message = {"進捗状況報告書なので、提出されたブックとしては読みません。",
                                   "a progress book, not read as a returned workbook."},
                       .hint = {"読むときは、フォルダーでなくファイルを指定してください。",
                                "To read it, name the file instead of its folder."}};
    }
    const layout::BindOptions options{.file = file.display(session.options().language),
                                      .master = master != nullptr ? &master->plan : nullptr};
    layout::Reading reading = layouts.binder().bind(book.value().workbook, options);
    append(reading.findings, std::move(book.value().findings));
    if (runs_rules) {
        append(reading.findings,
               check::check_workbook(book.value().workbook,
                                     attachments,
                                     reading,
                                     {.file = options.file,
                                      .layouts = layouts.by_id(),
                                      .profile = session.options().profile,
                                      .distributed = session.options().distributed,
                                      .deadline = session.options().deadline}));
    }
    return reading;
}

base::Result<layout::Reading> read_one(const Session& session,
                                       const LayoutSet& layouts,
                                       const layout::Reading* master,
                                       const InputFile& file) {
    const std::string name = file.display(session.options().language);
    const base::Result<std::string> bytes = read_bytes(session, file);
    base::Result<layout::Reading> reading = [&]() -> base::Result<layout::Reading> {
        if (!bytes) {
            return bytes.error();
        }
        const std::string format = format_of(session, file, bytes.value());
        if (is_later_format(format)) {
            return not_yet(format);
        }
        return format == "json" ? read_plan(bytes.value(), name)
                                : bind_workbook(session, layouts, master, file, bytes.value());
    }();
    if (reading) {
        name_file(reading.value().findings, name);
        return reading;
    }
    Finding why = reading.error();
    why.file = name;
    return why;
}

// One file must not end the run of all others, whatever a library throws.
base::Result<layout::Reading> read_guarded(const Session& session,
                                           const LayoutSet& layouts,
                                           const layout::Reading* master,
                                           const InputFile& file) {
    Finding why{.rule = "F12",
                .severity = base::Severity::error,
                .file = file.display(session.options().language),
                .key = base::make_key("F12", "memory"),
                .message = {"メモリーが足りず、読めませんでした。",
                            "There is not enough memory to read it."},
                .hint = {"--jobs 1 を付けるか、ほかのプログラムを閉じてください。",
                         "Give --jobs 1, or close other programs."}};
    try {
        return read_one(session, layouts, master, file);
    } catch (const std::bad_alloc&) {
        return why;
    } catch (const std::exception& unexpected) {
        why.rule = "F11";
        why.key = base::make_key("F11", "internal");
        why.message = {"読み取りの途中で内部エラーが起きました。", "An internal error occurred."};
        why.hint = {"このファイルを添えてお知らせください。", "Please report it with the file."};
        why.found = unexpected.what();
        return why;
    }
}

// Calls work(first) … work(last - 1), `jobs` at a time, and tells `progress` after each.
template <class Work>
void run_jobs(std::size_t first,
              std::size_t last,
              std::size_t jobs,
              const Work& work,
              ProgressBar& progress) {
    if (jobs <= 1 || last - first <= 1) {
        for (std::size_t i = first; i < last; ++i) {
            work(i);
            progress.show(i + 1);
        }
        return;
    }
    std::atomic<std::size_t> next = first;
    std::mutex mutex;
    std::size_t done = first;
    const auto run = [&] {
        for (std::size_t i = next++; i < last; i = next++) {
            work(i);
            const std::lock_guard<std::mutex> lock(mutex);
            progress.show(++done);
        }
    };
    std::vector<std::jthread> others;
    for (std::size_t job = 1; job < std::min(jobs, last - first); ++job) {
        others.emplace_back(run);
    }
    run();
}

std::size_t jobs_of(const Session& session) {
    const unsigned asked = session.options().jobs;
    return asked != 0 ? asked : std::max(1U, std::thread::hardware_concurrency());
}

// So many are read before those that are read are taken: few enough to be small, enough that no
// job waits for another.
constexpr std::size_t files_a_job = 16;

// How a file was read, as it is told.
struct Outcome {
    std::optional<Finding> error;
    std::size_t measures = 0;

    // A progress book in a folder.
    [[nodiscard]] bool is_passed_over() const {
        return error && error->severity == base::Severity::info;
    }
};

Outcome outcome_of(const base::Result<layout::Reading>& reading) {
    return reading ? Outcome{std::nullopt, reading.value().plan.measures.size()}
                   : Outcome{reading.error(), 0};
}

void tell(Session& session,
          const std::vector<InputFile>& files,
          const std::vector<Outcome>& outcomes) {
    bool all_passed_over = true;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const Outcome& outcome = outcomes[i];
        all_passed_over = all_passed_over && outcome.is_passed_over();
        if (outcome.is_passed_over()) {
            session.note({outcome.error->file + ": " + outcome.error->message.ja,
                          outcome.error->file + ": " + outcome.error->message.en});
        } else if (outcome.error) {
            session.fail(*outcome.error);
        } else {
            const std::string count = std::to_string(outcome.measures);
            session.detail(
                {files[i].path + ": 施策 " + count, files[i].path + ": " + count + " measures"});
        }
    }
    if (all_passed_over && !files.empty()) {
        session.fail({"読むブックがありません。", "There is no workbook to read."},
                     {"提出されたブックのあるフォルダーを指定してください。",
                      "Give the folder of the returned workbooks."});
    }
}

}  // namespace

void read_each(Session& session,
               const LayoutSet& layouts,
               const layout::Reading* master,
               const std::vector<InputFile>& files,
               const TakeFile& take) {
    std::vector<Outcome> outcomes;
    outcomes.reserve(files.size());
    {
        // Told only when the bar is gone: the two share a terminal.
        ProgressBar progress(session, files.size());
        const std::size_t jobs = jobs_of(session);
        const std::size_t at_once = jobs * files_a_job;
        for (std::size_t first = 0; first < files.size(); first += at_once) {
            const std::size_t last = std::min(first + at_once, files.size());
            std::vector<std::optional<base::Result<layout::Reading>>> readings(last - first);
            const auto read = [&](std::size_t i) {
                readings[i - first] = read_guarded(session, layouts, master, files[i]);
            };
            run_jobs(first, last, jobs, read, progress);
            progress.hide();  // what takes them may have something to tell
            for (std::size_t i = first; i < last; ++i) {
                base::Result<layout::Reading>& reading = *readings[i - first];
                outcomes.push_back(outcome_of(reading));
                if (!outcomes.back().is_passed_over()) {
                    take({files[i], std::move(reading)});
                }
            }
        }
    }
    tell(session, files, outcomes);
}

std::vector<ReadFile> read_files(Session& session,
                                 const LayoutSet& layouts,
                                 const layout::Reading* master,
                                 const std::vector<InputFile>& files) {
    std::vector<ReadFile> results;
    results.reserve(files.size());
    read_each(session, layouts, master, files, [&](ReadFile file) {
        results.push_back(std::move(file));
    });
    return results;
}

std::optional<layout::Reading> read_master(Session& session, const LayoutSet& layouts) {
    if (!session.options().master) {
        return std::nullopt;
    }
    const std::string& path = *session.options().master;
    base::Result<layout::Reading> master = read_guarded(session, layouts, nullptr, {path, path});
    if (!master) {
        session.fail(master.error());
        return std::nullopt;
    }
    return std::move(master).value();
}

Joined join(std::vector<ReadFile> files, const layout::Reading* master) {
    Joined joined;
    layout::Merger merger(master != nullptr ? &master->plan : nullptr);
    std::vector<Finding> failures;
    for (ReadFile& file : files) {
        if (!file.reading) {
            failures.push_back(file.reading.error());
            ++joined.failed;
        } else {
            ++joined.read;
            merger.add(std::move(file.reading).value());
        }
    }
    joined.reading = std::move(merger).finish();
    std::vector<Finding>& findings = joined.reading.findings;
    findings.insert(findings.end(), failures.begin(), failures.end());
    return joined;
}

base::Result<std::string> read_bytes(const Session& session, const InputFile& file) {
    if (file.path != "-") {
        std::error_code none;
        return std::filesystem::exists(file.path, none) ? files::read_file(file.path)
                                                        : no_such_file(file.path);
    }
    std::string bytes;
    if (!read_stdin(bytes, files::max_file_bytes)) {
        return Finding{
            .rule = "F11",
            .severity = base::Severity::error,
            .file = file.display(session.options().language),
            .key = base::make_key("F11", "-"),
            .message = {"標準入力を最後まで読めませんでした。",
                        "stdin could not be read to its end."},
            .hint = {"ファイルに保存してから読んでください。", "Save it to a file and read that."}};
    }
    return bytes;
}

base::Result<xlsx::ReadWorkbook> read_cells(const Session& session,
                                            const InputFile& file,
                                            const xlsx::CellBatches& batches) {
    const std::string name = file.display(session.options().language);
    const base::Result<std::string> bytes = read_bytes(session, file);
    if (!bytes) {
        return bytes.error();
    }
    const xlsx::Limits& limits = session.options().limits;
    base::Result<xlsx::ReadWorkbook> book = batches
                                                ? xlsx::read_cells(bytes.value(), limits, batches)
                                                : xlsx::read_workbook(bytes.value(), limits);
    if (!book) {
        Finding why = book.error();
        why.file = name;
        return why;
    }
    name_file(book.value().findings, name);
    return book;
}

}  // namespace shinchoku::cli
