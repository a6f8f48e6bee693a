#include "excel/menu.h"

#include "excel/host_arguments.h"

namespace shinchoku::addin::excel {
namespace {

constexpr std::int32_t worksheet_bar = 10;

bool has_menu(Host host) {
    HostArguments asked;
    asked.add_integer(worksheet_bar);
    asked.add_text(menu_name);
    asked.add_integer(0);  // the menu itself, none of its commands
    const HostValue place(host, service::get_bar, asked.list());
    return place.answer() == answer::success && (place.value().type & type::mask) != type::error;
}

}  // namespace

void add_menu(Host host) {
    if (has_menu(host)) {
        return;
    }
    // A row each for the menu and its commands: text, macro, shortcut, words in the status bar,
    // help.
    std::vector<std::string> table{std::string(menu_name), "", "", "", ""};
    for (const Command& command : all_commands) {
        table.insert(table.end(),
                     {std::string(command.menu_text),
                      std::string(command.entry),
                      "",
                      std::string(command.help),
                      ""});
    }
    HostArguments arguments;
    arguments.add_integer(worksheet_bar);
    arguments.add_texts(table, 5);
    const HostValue added(host, service::add_menu, arguments.list());
}

void delete_menu(Host host) {
    if (!has_menu(host)) {
        return;
    }
    HostArguments arguments;
    arguments.add_integer(worksheet_bar);
    arguments.add_text(menu_name);
    const HostValue deleted(host, service::delete_menu, arguments.list());
}

}  // namespace shinchoku::addin::excel
