#include "cli/command_line.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <string_view>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "cli/flags.h"
#include "cli/help.h"

namespace shinchoku::cli {

namespace {

using base::Language;
using base::Text;

Answer refuse(const Text& what, const Text& how, Language language) {
    const bool ja = language == Language::ja;
    return {(ja ? "エラー: " : "error: ") + base::in(what, language) + (ja ? "。\n" : ".\n") +
                "  → " + base::in(how, language) + "\n",
            2};
}

bool contains(const std::vector<std::string>& arguments, std::string_view wanted) {
    const auto end = std::find(arguments.begin(), arguments.end(), "--");
    return std::find(arguments.begin(), end, wanted) != end;
}

// The language is wanted before anything is parsed: for what is wrong with the command line.
Language language_of(const std::vector<std::string>& arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--lang=en" ||
            (arguments[i] == "--lang" && i + 1 < arguments.size() && arguments[i + 1] == "en")) {
            return Language::en;
        }
    }
    return Language::ja;
}

bool takes_value(std::string_view option) {
    return std::any_of(flags().begin(), flags().end(), [&](const Flag& flag) {
        return !flag.value.empty() && (option == flag.long_name() ||
                                       (flag.names.size() > flag.long_name().size() &&
                                        flag.names.starts_with(option) && option.size() == 2));
    });
}

// The first word that is no option and no option's value.
std::vector<std::string>::const_iterator find_command_word(
    const std::vector<std::string>& arguments) {
    auto word = arguments.begin();
    while (word != arguments.end() && word->starts_with('-')) {
        const bool skips_next = takes_value(*word) && word + 1 != arguments.end();
        word += skips_next ? 2 : 1;
    }
    return word;
}

const CommandInfo* find_command(std::string_view name) {
    for (const CommandInfo& command : commands()) {
        if (command.name == name) {
            return &command;
        }
    }
    return nullptr;
}

Answer unknown_command(const std::string& name, Language language) {
    std::vector<std::string> names;
    std::string list;
    for (const CommandInfo& command : commands()) {
        names.emplace_back(command.name);
        list += (list.empty() ? "" : ", ") + names.back();
    }
    const std::optional<std::string> near = nearest(name, names);
    const Text how =
        near
            ? Text{"もしかして `shinchoku " + *near + "` ですか。", "Did you mean `" + *near + "`?"}
            : Text{"コマンドは " + list + " です。", "The commands are " + list + "."};
    return refuse({"「" + name + "」というコマンドはありません", "no command \"" + name + "\""},
                  how,
                  language);
}

Answer unknown_option(const std::string& given, const CommandInfo& command, Language language) {
    const std::string name = given.substr(0, given.find('='));
    std::vector<std::string> names;
    std::string elsewhere;
    for (const Flag& flag : flags()) {
        if (flag.belongs_to(command.command)) {
            names.emplace_back(flag.long_name());
        } else if (name == flag.long_name()) {
            for (const CommandInfo& other : commands()) {
                if (flag.belongs_to(other.command)) {
                    elsewhere += (elsewhere.empty() ? "" : ", ") + std::string(other.name);
                }
            }
        }
    }
    const std::string command_name(command.name);
    Text how{"使えるものは `shinchoku " + command_name + " --help` で見られます。",
             "`shinchoku " + command_name + " --help` lists the options."};
    if (!elsewhere.empty()) {
        how = {name + " は " + elsewhere + " のオプションです。",
               name + " belongs to " + elsewhere + "."};
    } else if (const std::optional<std::string> near = nearest(name, names)) {
        how = {"もしかして " + *near + " ですか。", "Did you mean " + *near + "?"};
    }
    return refuse({command_name + " に「" + name + "」というオプションはありません",
                   command_name + " has no option \"" + name + "\""},
                  how,
                  language);
}

// The texts that CLI11 found for each flag of the command.
struct Given {
    const Flag* flag;
    std::vector<std::string> values;
    bool set = false;
};

// Only what CLI11 does best: splitting the line into options, values and inputs.
struct SplitLine {
    std::deque<Given> given;  // a deque: CLI11 keeps the addresses
    std::vector<std::string> inputs;
    std::vector<std::string> unknown;
};

std::variant<SplitLine, Answer> split(const std::vector<std::string>& arguments,
                                      const CommandInfo& command,
                                      Language language) {
    SplitLine line;
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    for (const Flag& flag : flags()) {
        if (!flag.belongs_to(command.command)) {
            continue;
        }
        Given& given = line.given.emplace_back(Given{&flag, {}, false});
        if (flag.value.empty()) {
            app.add_flag(std::string(flag.names), given.set);
        } else {
            app.add_option(std::string(flag.names), given.values)->allow_extra_args(false);
        }
    }
    app.add_option("input", line.inputs);
    try {
        // CLI11 takes the arguments from the back.
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::ArgumentMismatch& mismatch) {
        const std::string name =
            std::string(mismatch.what()).substr(0, std::string_view(mismatch.what()).find(':'));
        return refuse({name + " には値が要ります", name + " needs a value"},
                      {"`shinchoku " + std::string(command.name) + " --help` を見てください。",
                       "See `shinchoku " + std::string(command.name) + " --help`."},
                      language);
    } catch (const CLI::ParseError& error) {
        return refuse({std::string("コマンド行を読めません: ") + error.what(),
                       std::string("the command line cannot be read: ") + error.what()},
                      {"`shinchoku " + std::string(command.name) + " --help` を見てください。",
                       "See `shinchoku " + std::string(command.name) + " --help`."},
                      language);
    }
    line.unknown = app.remaining();
    return line;
}

// What is wrong with options that parse each alone.
std::optional<Answer> find_conflict(const Options& options, const CommandInfo& command) {
    const std::string name(command.name);
    const bool needs_no_input = options.list_rules || options.explain;
    if (options.inputs.empty() && !needs_no_input) {
        return refuse(
            {"入力がありません", "there is no input"},
            {"例: " + std::string(command.example), "E.g. " + std::string(command.example)},
            options.language);
    }
    if (options.command == Command::progress && !options.output) {
        return refuse(
            {"報告書の書き出し先がありません", "there is no place for the book"},
            {"-o 進捗状況.xlsx のように指定してください。", "Name one, as in -o book.xlsx."},
            options.language);
    }
    if (options.quiet && options.verbose) {
        return refuse(
            {"--quiet と --verbose は一緒に使えません", "--quiet and --verbose exclude each other"},
            {"どちらかを外してください。", "Leave one out."},
            options.language);
    }
    if (std::count(options.inputs.begin(), options.inputs.end(), "-") > 1) {
        return refuse({"標準入力 (-) は一度しか読めません", "stdin (-) can be read only once"},
                      {"- を一つにしてください。", "Give - once."},
                      options.language);
    }
    return std::nullopt;
}

std::variant<Options, Answer> to_options(const SplitLine& line,
                                         const CommandInfo& command,
                                         Language language) {
    Options options;
    options.command = command.command;
    options.inputs = line.inputs;
    for (const Given& given : line.given) {
        if (given.set) {
            given.flag->apply(options, "");
        }
        for (const std::string& value : given.values) {
            if (const std::optional<Text> problem = given.flag->apply(options, value)) {
                const std::string shown = std::string(given.flag->long_name()) + " " + value;
                return refuse({"「" + shown + "」は使えません", "\"" + shown + "\" will not do"},
                              *problem,
                              language);
            }
        }
    }
    if (std::optional<Answer> conflict = find_conflict(options, command)) {
        return *std::move(conflict);
    }
    return options;
}

}  // namespace

std::variant<Options, Answer> parse_command_line(const std::vector<std::string>& arguments) {
    const Language language = language_of(arguments);
    if (contains(arguments, "--version")) {
        return Answer{version_text()};
    }
    const auto first = find_command_word(arguments);
    const bool complete = contains(arguments, "--help");
    if (first == arguments.end() || *first == "help") {
        return Answer{program_help(language), complete || !arguments.empty() ? 0 : 2};
    }
    const CommandInfo* const command = find_command(*first);
    if (command == nullptr) {
        return unknown_command(*first, language);
    }
    if (complete || contains(arguments, "-h")) {
        return Answer{command_help(*command, language, complete)};
    }
    std::vector<std::string> rest = arguments;
    rest.erase(rest.begin() + (first - arguments.begin()));
    std::variant<SplitLine, Answer> line = split(rest, *command, language);
    if (Answer* answer = std::get_if<Answer>(&line)) {
        return std::move(*answer);
    }
    const SplitLine& parts = std::get<SplitLine>(line);
    if (!parts.unknown.empty()) {
        return unknown_option(parts.unknown.front(), *command, language);
    }
    return to_options(parts, *command, language);
}

}  // namespace shinchoku::cli
