#include "cli/help.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"

namespace shinchoku::cli {

namespace {

using base::Language;

std::string pick(Language language, std::string_view ja, std::string_view en) {
    return std::string(language == Language::ja ? ja : en);
}

// "  name        about", the second column at `column`.
std::string line(std::string_view name, std::string_view about, int column) {
    std::string text = "  " + std::string(name);
    const int gap = column - base::display_width(text);
    text.append(static_cast<std::size_t>(std::max(gap, 2)), ' ');
    return text.append(about) + "\n";
}

std::string flag_line(const Flag& flag, Language language) {
    std::string name(flag.names);
    if (const std::size_t comma = name.find(','); comma != std::string::npos) {
        name.insert(comma + 1, " ");
    } else {
        name.insert(0, "    ");
    }
    if (!flag.value.empty()) {
        name += " " + std::string(flag.value);
    }
    return line(name, base::in(flag.about, language), 32);
}

constexpr std::string_view exit_status_ja =
    "終了コード: 0 完了、1 完了したがエラーの所見あり、2 できないことがあった\n";
constexpr std::string_view exit_status_en =
    "Exit status: 0 done, 1 done with findings of severity error, 2 something could not be done\n";

}  // namespace

std::string program_help(Language language) {
    std::string text = pick(language,
                            "進捗 (shinchoku): 自治体計画の進行管理シートを読み、点検し、"
                            "進捗状況報告書にします。\n\n使い方: shinchoku コマンド [オプション] "
                            "入力... [-o 出力]\n\nコマンド:\n",
                            "shinchoku: reads the Excel sheets of a city's plan, checks them and "
                            "makes the progress book.\n\nUsage: shinchoku COMMAND [OPTIONS] "
                            "INPUT... [-o OUTPUT]\n\nCommands:\n");
    for (const CommandInfo& command : commands()) {
        text += line(command.name, base::in(command.about, language), 14);
    }
    text += pick(language, "\n例:\n", "\nExamples:\n");
    for (const CommandInfo& command : commands()) {
        text += "  " + std::string(command.example) + "\n";
    }
    text += pick(language,
                 "\nくわしくは shinchoku コマンド --help、版は --version (English: --lang en)。\n",
                 "\nMore: shinchoku COMMAND --help; --version names the libraries.\n");
    text += pick(language, exit_status_ja, exit_status_en);
    return text;
}

std::string command_help(const CommandInfo& command, Language language, bool complete) {
    std::string text = pick(language, "使い方: ", "Usage: ");
    text += "shinchoku " + std::string(command.name) + " " + std::string(command.usage) + "\n" +
            base::in(command.about, language) + pick(language, "。\n", ".\n");
    const bool has_actions = command.command == Command::layout ||
                             command.command == Command::scheme ||
                             command.command == Command::function;
    if (complete || has_actions) {
        text += "\n" + base::in(command.details, language) + "\n";
    }
    for (const bool common : {false, true}) {
        if (common && !complete) {
            break;
        }
        text += common ? pick(language, "\n共通のオプション:\n", "\nCommon options:\n")
                       : pick(language, "\nオプション:\n", "\nOptions:\n");
        for (const Flag& flag : flags()) {
            if (flag.common == common && flag.belongs_to(command.command)) {
                text += flag_line(flag, language);
            }
        }
    }
    text += pick(language, "\n例: ", "\nExample: ") + std::string(command.example) + "\n";
    text += complete ? "\n" + pick(language, exit_status_ja, exit_status_en)
                     : pick(language,
                            "共通のオプションなど、くわしくは --help を見てください。\n",
                            "See --help for the common options and more.\n");
    return text;
}

}  // namespace shinchoku::cli
