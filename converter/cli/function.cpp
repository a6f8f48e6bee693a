#include "functions/function.h"

#include <string>

#include "cli/actions.h"
#include "cli/outputs.h"
#include "cli/run.h"
#include "functions/formula.h"

namespace shinchoku::cli {

namespace {

using addin::Function;
using addin::Parameter;

void give(Session& session, const std::string& text) {
    const std::string output = session.options().output.value_or("-");
    if (may_write(session, output, {})) {
        write_text(session, output, text);
    }
}

// "SHINCHOKU.RATE(actual, target, [baseline])"
std::string signature(const Function& function) {
    std::string text = std::string(addin::name_prefix) + std::string(function.name) + "(";
    for (const Parameter& parameter : function.parameters) {
        text += text.back() == '(' ? "" : ", ";
        const std::string name(parameter.name);
        text += parameter.required ? name : "[" + name + "]";
    }
    return text + ")";
}

void list_functions(Session& session, const Words&) {
    std::string text;
    for (const Function& function : addin::functions()) {
        text += signature(function) + "\n    " + session.in(function.help) + "\n";
    }
    give(session, text);
}

std::string description(const Session& session, const Function& function) {
    std::string text = signature(function) + "\n" + session.in(function.help) + "\n";
    for (const Parameter& parameter : function.parameters) {
        text += "  " + column(std::string(parameter.name), 13) + session.in(parameter.help) + "\n";
    }
    for (const addin::Example& example : function.examples) {
        text += "  " + std::string(example.call) + "  →  " + std::string(example.result) + "\n";
    }
    return text;
}

void show_functions(Session& session, const Words& words) {
    std::string text;
    for (const std::string& word : words) {
        if (const Function* function = addin::find_function(word)) {
            text += (text.empty() ? "" : "\n") + description(session, *function);
        } else {
            session.fail({"「" + word + "」という関数はありません。",
                          "There is no function \"" + word + "\"."},
                         {"`shinchoku function list` で一覧を見られます。",
                          "`shinchoku function list` lists them."});
        }
    }
    give(session, text);
}

void call_functions(Session& session, const Words& words) {
    std::string text;
    for (const std::string& word : words) {
        const auto call = addin::read_call(word);
        if (call) {
            text += addin::print(addin::evaluate(call.value())) + "\n";
            continue;
        }
        const addin::FormulaFault& fault = call.error();
        const std::string column = std::to_string(fault.column);
        session.fail({word + ": " + column + "文字目を読めません。",
                      word + ": it cannot be read at character " + column + "."},
                     {"ここには" + fault.wanted.ja + "が要ります。",
                      "What is wanted here is " + fault.wanted.en + "."});
    }
    give(session, text);
}

constexpr Action function_actions[] = {{"list", false, list_functions},
                                       {"show", true, show_functions},
                                       {"call", true, call_functions}};

}  // namespace

void run_function(Session& session) {
    run_action(session, "function", function_actions);
}

}  // namespace shinchoku::cli
