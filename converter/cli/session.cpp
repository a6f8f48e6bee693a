#include "cli/session.h"

#include <algorithm>
#include <utility>

namespace shinchoku::cli {

Session::Session(Options options, Environment environment)
    : options_(std::move(options)),
      environment_(std::move(environment)),
      log_({.quiet = options_.quiet, .verbose = options_.verbose}) {}

void Session::open_log() {
    if (options_.log_file && !log_.open_file(*options_.log_file).empty()) {
        fail({"記録ファイルを開けません: " + visible(*options_.log_file),
              "cannot open the log: " + visible(*options_.log_file)},
             {"--log の書き出し先を確かめてください。", "Check the path given to --log."});
    }
}

plan::Date Session::as_of() const {
    return options_.as_of.value_or(environment_.today);
}

void Session::fail(const base::Finding& why) {
    const bool names_file = why.message.ja.find(why.file) != std::string::npos;
    const std::string place = names_file ? "" : why.file + ": ";
    told_.push_back(why);
    fail({place + why.message.ja, place + base::in(why.message, base::Language::en)}, why.hint);
}

void Session::fail(const base::Text& message, const base::Text& hint) {
    failed_ = true;
    const bool ja = options_.language == base::Language::ja;
    log_.failure((ja ? "できませんでした: " : "failed: ") + visible(in(message)));
    if (!hint.ja.empty()) {
        log_.failure("  → " + visible(in(hint)));
    }
}

void Session::fail_lines(const base::Text& lines) {
    failed_ = true;
    for (std::string_view rest = in(lines); !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        log_.failure(visible(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

void Session::note(const base::Text& text) {
    log_.note(visible(in(text)));
}

void Session::note_line(std::string_view text) {
    log_.note(text);
}

void Session::note_line(std::string_view text, std::string_view brief) {
    log_.note(text, brief);
}

void Session::detail(const base::Text& text) {
    log_.detail(visible(in(text)));
}

bool Session::print(std::string_view bytes) {
    if (write_stdout(bytes)) {
        return true;
    }
    fail({"標準出力に書けません。", "Cannot write to stdout."},
         {"ディスクの空きと書き出し先を確かめてください。",
          "Check the disk and where stdout goes."});
    return false;
}

void Session::give(const std::vector<base::Finding>& findings) {
    has_error_ = has_error_ ||
                 std::any_of(findings.begin(), findings.end(), [](const base::Finding& finding) {
                     return finding.severity == base::Severity::error;
                 });
}

bool Session::was_told(const base::Finding& finding) const {
    return std::find(told_.begin(), told_.end(), finding) != told_.end();
}

bool Session::colored(bool is_terminal) const {
    switch (options_.color) {
        case Color::always:
            return true;
        case Color::never:
            return false;
        case Color::automatic:
            break;
    }
    return is_terminal && environment_.wants_color;
}

}  // namespace shinchoku::cli
