#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/text.h"
#include "cli/log.h"
#include "cli/options.h"
#include "cli/terminal.h"

namespace shinchoku::cli {

// One run of the program: what was asked, what surrounds it, what it says, and how it ends.
class Session {
public:
    Session(Options options, Environment environment);

    [[nodiscard]] const Options& options() const { return options_; }
    [[nodiscard]] const Environment& environment() const { return environment_; }
    [[nodiscard]] plan::Date as_of() const;
    [[nodiscard]] const std::string& in(const base::Text& text) const {
        return base::in(text, options_.language);
    }
    [[nodiscard]] bool colored_stdout() const { return colored(environment_.stdout_is_terminal); }
    [[nodiscard]] bool colored_stderr() const { return colored(environment_.stderr_is_terminal); }

    // Something could not be done: told at once, and the exit status is 2.
    void fail(const base::Finding& why);
    void fail(const base::Text& message, const base::Text& hint);
    // The same for lines that are whole sentences already.
    void fail_lines(const base::Text& lines);
    void note(const base::Text& text);
    void note_line(std::string_view text);  // already in the right language
    // The same for what quotes cells; the file of --log gets `brief` unless --verbose is given.
    void note_line(std::string_view text, std::string_view brief);
    void detail(const base::Text& text);

    // Begins the file of --log, where one is named; its path must be known to be free (outputs.h).
    void open_log();

    // A result. False, and a failure, where stdout cannot take it.
    bool print(std::string_view bytes);

    // Findings that the command gives: an error among them makes the exit status 1.
    void give(const std::vector<base::Finding>& findings);
    void found_error() { has_error_ = true; }

    // Whether a finding was told as a failure already.
    [[nodiscard]] bool was_told(const base::Finding& finding) const;

    [[nodiscard]] int exit_status() const { return failed_ ? 2 : has_error_ ? 1 : 0; }

private:
    [[nodiscard]] bool colored(bool is_terminal) const;

    Options options_;
    Environment environment_;
    Log log_;
    std::vector<base::Finding> told_;
    bool failed_ = false;
    bool has_error_ = false;
};

}  // namespace shinchoku::cli
