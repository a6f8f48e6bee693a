#include "cli/actions.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/utf8.h"
#include "cli/flags.h"
#include "cli/outputs.h"
#include "files/read_file.h"

namespace shinchoku::cli {

std::string column(std::string text, int width) {
    const int gap = width - base::display_width(text);
    text.append(static_cast<std::size_t>(std::max(gap, 1)), ' ');
    return text;
}

std::vector<InputFile> as_files(const Words& words) {
    std::vector<InputFile> files;
    std::transform(words.begin(), words.end(), std::back_inserter(files), [](const auto& word) {
        return InputFile{word, word, false};
    });
    return files;
}

void check_templates(Session& session,
                     const Words& files,
                     TemplateFaults (*faults_of)(std::string_view toml, const std::string& file)) {
    std::string text;
    for (const std::string& file : files) {
        const base::Result<std::string> toml = files::read_file(file);
        if (!toml) {
            session.fail(toml.error());
            continue;
        }
        const TemplateFaults found = faults_of(toml.value(), file);
        for (const layout::Diagnostic& fault : found.faults) {
            text += layout::to_line(fault, file, session.options().language) + "\n";
        }
        if (found.is_refused) {
            session.found_error();
        } else {
            text += file + session.in({": 誤りはありません。\n", ": no fault.\n"});
        }
    }
    session.print(text);
}

void run_action(Session& session, std::string_view command, std::span<const Action> actions) {
    Words words = session.options().inputs;
    const std::string name = words.front();
    words.erase(words.begin());
    const std::string program = "shinchoku " + std::string(command);
    Words names;
    for (const Action& action : actions) {
        names.emplace_back(action.name);
        if (action.name != name) {
            continue;
        }
        const std::string called = std::string(command) + " " + name;
        if (action.wants_words == words.empty()) {
            session.fail(
                action.wants_words
                    ? base::Text{called + " の対象がありません。",
                                 called + " needs something to work on."}
                    : base::Text{called + " は入力を取りません。", called + " takes no input."},
                {"`" + program + " --help` を見てください。", "See `" + program + " --help`."});
            return;
        }
        if (may_write_all(session, "-", as_files(words))) {
            action.run(session, words);
        }
        return;
    }
    const std::string shown(command);
    const std::optional<std::string> near = nearest(name, names);
    session.fail(
        {shown + " に「" + name + "」はありません。", shown + " has no \"" + name + "\"."},
        {near ? "もしかして `" + program + " " + *near + "` ですか。"
              : "`" + program + " --help` を見てください。",
         near ? "Did you mean `" + program + " " + *near + "`?" : "See `" + program + " --help`."});
}

}  // namespace shinchoku::cli
