#include "excel/registration.h"

#include "base/ascii.h"
#include "excel/host_arguments.h"

namespace shinchoku::addin::excel {
namespace {

void register_one(Host host, Xloper12* module, const Registration& told) {
    HostArguments arguments;
    arguments.add(module);
    for (const std::string& text : {told.entry, told.types, told.name, told.argument_names}) {
        arguments.add_text(text);
    }
    arguments.add_integer(static_cast<std::int32_t>(told.kind));
    arguments.add_text(told.category);
    arguments.add_text("");  // no shortcut
    arguments.add_text("");  // no help topic
    arguments.add_text(told.help);
    for (const std::string& help : told.argument_help) {
        arguments.add_text(help);
    }
    arguments.add_text("");  // Excel cuts the last text short, so the last is an empty one
    const HostValue registered(host, service::register_function, arguments.list());
}

}  // namespace

Registration registration_of(const Function& function) {
    Registration told{.kind = Registration::Kind::function,
                      .entry = "shinchoku_",
                      .types = "Q",
                      .name = std::string(name_prefix) + std::string(function.name),
                      .argument_names = {},
                      .category = "進捗",
                      .help = function.help.ja,
                      .argument_help = {}};
    for (const char c : function.name) {
        told.entry += base::to_lower(c);
    }
    for (const Parameter& parameter : function.parameters) {
        // Q: values only; U: references too, so that a huge one can be refused unread.
        told.types += parameter.takes == Parameter::Takes::range ? 'U' : 'Q';
        told.argument_names += told.argument_names.empty() ? "" : ",";
        const std::string name(parameter.name);
        told.argument_names += parameter.required ? name : "[" + name + "]";
        told.argument_help.push_back(parameter.help.ja);
    }
    told.types += function.is_volatile ? "!$" : "$";
    return told;
}

Registration registration_of(const Command& command) {
    return {.kind = Registration::Kind::command,
            .entry = std::string(command.entry),
            .types = "J",
            .name = std::string(command.entry),
            .argument_names = {},
            .category = "進捗",
            .help = std::string(command.help),
            .argument_help = {}};
}

void register_all(Host host) {
    HostValue module(host, service::get_name, {});
    for (const Function& function : functions()) {
        register_one(host, module.argument(), registration_of(function));
    }
    for (const Command& command : all_commands) {
        register_one(host, module.argument(), registration_of(command));
    }
}

}  // namespace shinchoku::addin::excel
