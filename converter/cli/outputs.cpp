#include "cli/outputs.h"

#include <stdlib.h>

#include <algorithm>
#include <iterator>
#include <system_error>
#include <utility>

#include "cli/findings_text.h"
#include "cli/layout_set.h"
#include "files/atomic_file.h"
#include "files/read_file.h"
#include "formats/findings_json.h"

namespace shinchoku::cli {

namespace {

namespace fs = std::filesystem;

using Findings = std::vector<base::Finding>;

// Also of files that do not exist yet.
bool is_same_file(const std::string& a, const std::string& b) {
    std::error_code none;
    return a == b || fs::equivalent(a, b, none) ||
           fs::weakly_canonical(a, none) == fs::weakly_canonical(b, none);
}

// Layouts and schemes of the folders of templates, whichever of them this run will use.
bool is_template(const Session& session, const std::string& file) {
    std::error_code none;
    const std::string path = fs::weakly_canonical(file, none).string();
    const std::vector<fs::path> folders = template_folders(session);
    return std::any_of(folders.begin(), folders.end(), [&](const fs::path& folder) {
        const std::string root = fs::weakly_canonical(folder, none).string();
        return !root.empty() && path.starts_with(root + "/");
    });
}

// Whether this run reads the file.
bool is_read(const Session& session,
             const std::string& file,
             const std::vector<InputFile>& inputs) {
    const Options& options = session.options();
    std::vector<std::string> read;
    read.reserve(inputs.size() + options.layouts.size() + 2);
    for (const InputFile& input : inputs) {
        read.push_back(input.path);
    }
    for (const std::string& layout : options.layouts) {
        read.push_back(layout);
    }
    if (options.master) {
        read.push_back(*options.master);
    }
    if (options.scheme) {
        read.push_back(*options.scheme);
    }
    if (options.earlier_findings) {
        read.push_back(*options.earlier_findings);
    }
    // What is not there is no input either; with DIR/ this is asked for each of many outputs.
    std::error_code none;
    const bool exists = fs::exists(file, none);
    return std::any_of(read.begin(),
                       read.end(),
                       [&](const std::string& path) {
                           return path != "-" &&
                                  (path == file || (exists && fs::equivalent(path, file, none)));
                       }) ||
           (exists && ending_of(file) == ".toml" && is_template(session, file));
}

files::Replace replace_of(const Session& session) {
    return session.options().force ? files::Replace::allowed : files::Replace::never;
}

// Rules and places alone.
std::string places_text(const Findings& findings) {
    std::string text;
    for (const base::Finding& finding : findings) {
        text += (text.empty() ? "" : "\n") + finding.rule + " " + visible(finding.file) +
                (finding.sheet ? " [" + visible(*finding.sheet) + "]" : "") +
                (finding.cell ? " " + base::to_a1(*finding.cell) : "");
    }
    return text;
}

void make_parent(const std::string& output) {
    std::error_code none;  // what cannot be made shows when the file is written
    const fs::path parent = fs::path(output).parent_path();
    if (!parent.empty()) {
        fs::create_directories(parent, none);
    }
}

std::optional<Findings> make_book(Session& session, const fs::path& path, const WriteBook& write) {
    base::Result<Findings> written = write(path);
    if (!written) {
        session.fail(written.error());
        return std::nullopt;
    }
    return std::move(written).value();
}

// A zip is not written front to back: the book is made in a folder of its own, then copied.
std::optional<Findings> book_to_stdout(Session& session, const WriteBook& write) {
    if (session.environment().stdout_is_terminal) {
        session.fail({"ブックは端末に書き出せません。", "A workbook is not written to a terminal."},
                     {"-o FILE で書き出し先を指定してください。", "Name a file with -o FILE."});
        return std::nullopt;
    }
    std::error_code none;
    std::string folder = (fs::temp_directory_path(none) / "shinchoku-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr) {
        session.fail(
            {"一時フォルダーを作れません: " + folder, "cannot make the folder " + folder},
            {"ディスクの空きと TMPDIR を確かめてください。", "Check the disk and TMPDIR."});
        return std::nullopt;
    }
    const fs::path path = fs::path(folder) / "book.xlsx";
    std::optional<Findings> written = make_book(session, path, write);
    if (written) {
        const base::Result<std::string> bytes = files::read_file(path);
        if (!bytes) {
            session.fail(bytes.error());
        } else {
            session.print(bytes.value());
        }
    }
    fs::remove_all(folder, none);
    return written;
}

}  // namespace

bool names_folder(std::string_view output) {
    std::error_code none;
    return output.ends_with('/') || (output != "-" && fs::is_directory(output, none));
}

bool may_write(Session& session, const std::string& output, const std::vector<InputFile>& inputs) {
    if (output == "-") {
        return true;
    }
    if (is_read(session, output, inputs)) {
        session.fail({"入力のファイルには書き込みません: " + output,
                      "an input is never overwritten: " + output},
                     {"別の名前を指定してください。", "Name another file."});
        return false;
    }
    std::error_code none;
    if (!session.options().force && fs::exists(fs::symlink_status(output, none))) {
        session.fail(
            {"すでにファイルがあります: " + output, "the file exists: " + output},
            {"置き換えるときは --force を付けてください。", "Give --force to replace it."});
        return false;
    }
    return true;
}

bool may_write_all(Session& session,
                   const std::string& output,
                   const std::vector<InputFile>& inputs) {
    const Options& options = session.options();
    std::vector<std::string> written;
    if (!names_folder(output)) {
        written.push_back(output);
    }
    if (options.findings_file) {
        written.push_back(*options.findings_file);
    }
    for (const std::string& file : written) {
        if (!may_write(session, file, inputs)) {
            return false;
        }
    }
    if (options.log_file) {
        written.push_back(*options.log_file);
        if (is_read(session, *options.log_file, inputs)) {
            session.fail({"入力のファイルに記録は書きません: " + *options.log_file,
                          "the log is not written into an input: " + *options.log_file},
                         {"--log に別の名前を指定してください。", "Name another file with --log."});
            return false;
        }
    }
    for (std::size_t i = 0; i < written.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (written[i] != "-" && is_same_file(written[i], written[j])) {
                session.fail({"二つの書き出し先が同じです: " + written[i],
                              "two outputs are one file: " + written[i]},
                             {"-o、--findings、--log には別の名前を指定してください。",
                              "Name different files with -o, --findings and --log."});
                return false;
            }
        }
    }
    session.open_log();
    return true;
}

void write_text(Session& session, const std::string& output, std::string_view text) {
    if (output == "-") {
        session.print(text);
        return;
    }
    make_parent(output);
    if (const auto failed = files::write_file(output, text, replace_of(session))) {
        session.fail(*failed);
    }
}

bool write_text(Session& session, const std::string& output, files::SpooledText& text) {
    std::optional<base::Finding> failed;
    bool taken = true;
    if (output == "-") {
        failed = text.replay([&](std::string_view piece) { return taken = session.print(piece); });
    } else {
        make_parent(output);
        failed = files::write_file(output, text, replace_of(session));
    }
    if (failed) {
        session.fail(*failed);
    }
    return taken && !failed;
}

std::optional<Findings> write_book(Session& session,
                                   const std::string& output,
                                   const WriteBook& write) {
    if (output == "-") {
        return book_to_stdout(session, write);
    }
    make_parent(output);
    return make_book(session, output, write);
}

void tell_findings(Session& session, const Findings& findings) {
    Findings news;
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(news), [&](const auto& f) {
        return !session.was_told(f);
    });
    if (news.empty()) {
        return;
    }
    std::string text = findings_text(news, session.options().language, session.colored_stderr());
    text.pop_back();  // the log ends its lines itself
    session.note_line(text, places_text(news));
}

void write_findings_file(Session& session, const std::vector<base::Finding>& findings) {
    if (session.options().findings_file) {
        write_text(session,
                   *session.options().findings_file,
                   formats::write_findings_json(findings, session.options().language));
    }
}

}  // namespace shinchoku::cli
