#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/input_files.h"
#include "cli/session.h"
#include "layout/layout_file.h"

namespace shinchoku::cli {

// Commands of several actions (`layout show`, `scheme check`): the first word is the action, the
// rest is what it works on.
using Words = std::vector<std::string>;

struct Action {
    std::string_view name;
    bool wants_words;
    void (*run)(Session& session, const Words& words);
};

// Runs the action that the first input names; a failure of the session where there is none, or
// where its words are missing or too many. Files among the words are never written over.
void run_action(Session& session, std::string_view command, std::span<const Action> actions);

// The words as inputs that must not be written over.
[[nodiscard]] std::vector<InputFile> as_files(const Words& words);

// What is wrong with a file of templates/, and whether that refuses it.
struct TemplateFaults {
    std::vector<layout::Diagnostic> faults;
    bool is_refused = false;
};

// Prints the faults of each file, or that there is none; a refused one is an error that was found.
void check_templates(Session& session,
                     const Words& files,
                     TemplateFaults (*faults_of)(std::string_view toml, const std::string& file));

// The text, filled with spaces up to so many columns of the terminal; at least one follows it.
[[nodiscard]] std::string column(std::string text, int width);

}  // namespace shinchoku::cli
