#pragma once

#include <array>
#include <string_view>

#include "excel/host.h"

namespace shinchoku::addin::excel {

// A command of the add-in: an exported entry without arguments, known to Excel by the same name.
struct Command {
    std::string_view entry;
    std::string_view menu_text;
    std::string_view help;  // in the status bar
};

inline constexpr std::array<Command, 2> all_commands{{
    {"shinchoku_check_sheet",
     "このシートを点検",
     "いま開いているシートを点検し、結果を新しいシートに書きます"},
    {"shinchoku_insert_columns",
     "計算の列を挿入",
     "達成率と状況の列を、表の右の空いた列に書きます"},
}};

inline constexpr std::string_view menu_name = "進捗";

// The menu stands among the worksheet's menus; Excel since 2007 shows it under 「アドイン」.
void add_menu(Host host);  // once: a menu that is there stays as it is
void delete_menu(Host host);

}  // namespace shinchoku::addin::excel
