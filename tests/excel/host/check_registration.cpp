#include <array>

#include "checks.h"

namespace stand_in {
namespace {

std::string wanted_types(const ToldFunction& function) {
    std::string types = "Q";
    for (const char parameter : function.parameters) {
        types += parameter == 'R' || parameter == 'r' ? 'U' : 'Q';
    }
    return types + (function.is_volatile ? "!$" : "$");
}

constexpr std::array<const wchar_t*, 2> commands{L"shinchoku_check_sheet",
                                                 L"shinchoku_insert_columns"};

void check_menu(const FakeExcel& excel, Report& report) {
    const auto found = excel.menus().find(L"進捗");
    report.check(excel.menus().size() == 1 && found != excel.menus().end(), "one menu, 進捗");
    if (found == excel.menus().end()) {
        return;
    }
    report.check(found->second.rows == 1 + static_cast<int>(commands.size()),
                 "the menu has each command once: " + print(found->second));
}

// Whether the stand-in accepts these texts as a registration.
bool accepts(std::vector<std::wstring> texts) {
    ReadOnlyValues lent;
    std::vector<XLOPER12*> arguments;
    for (const std::wstring& each : texts) {
        arguments.push_back(lent.add(text(each)));
    }
    lent.seal();
    XLOPER12 result{};
    XLOPER12 kind{};
    kind.xltype = xltypeInt;
    kind.val.w = 1;
    arguments.at(5) = &kind;
    MdCallBack12(xlfRegister, static_cast<int>(arguments.size()), arguments.data(), &result);
    return result.xltype == xltypeNum;
}

std::wstring loaded_module() {
    XLOPER12 name{};
    MdCallBack12(xlGetName, 0, nullptr, &name);
    const std::wstring path(name.val.str + 1, name.val.str[0]);
    XLOPER12* list[] = {&name};
    MdCallBack12(xlFree, 1, list, nullptr);
    return path;
}

XLOPER12* ask_name(AddIn& add_in, XLOPER12& action) {
    using Entry = XLOPER12*(__stdcall*)(XLOPER12*);
    const FARPROC found = add_in.entry("xlAddInManagerInfo12");
    return reinterpret_cast<Entry>(reinterpret_cast<void (*)()>(found))(&action);
}

}  // namespace

void check_own_limits(Report& report) {
    FakeExcel& excel = FakeExcel::instance();
    const std::vector<std::wstring> good{loaded_module(),
                                         L"shinchoku_grade",
                                         L"QQQ$",
                                         L"SHINCHOKU.GRADE",
                                         L"rate,[scheme]",
                                         L"",
                                         L"category",
                                         L"",
                                         L"",
                                         L"help",
                                         L"of rate",
                                         L"of scheme",
                                         L""};
    const std::size_t known = excel.registered().size();
    report.check(accepts(good), "the stand-in accepts what is right");
    const struct {
        const char* what;
        std::size_t at;
        std::wstring text;
    } wrong[] = {
        {"another module", 0, L"other.xll"},
        {"an entry that is not there", 1, L"shinchoku_nothing"},
        {"a type of Excel 2003", 2, L"RQQ$"},
        {"a macro that is thread-safe", 2, L"QQQ#$"},
        {"a taken name", 3, L"SHINCHOKU.RATE"},
        {"255 characters of names and arguments", 4, std::wstring(251, L'a') + L",b"},
        {"a help text of 256 characters", 9, std::wstring(256, L'あ')},
        {"a last help text that is cut", 12, L"not empty"},
    };
    for (const auto& each : wrong) {
        std::vector<std::wstring> texts = good;
        texts[each.at] = each.text;
        report.check(!accepts(texts), std::string("the stand-in refuses ") + each.what);
    }
    std::vector<std::wstring> many = good;
    many.resize(256);
    report.check(!accepts(many), "the stand-in refuses 256 arguments");
    std::vector<std::wstring> fits = good;
    fits[9] = std::wstring(255, L'あ');
    report.check(accepts(fits), "the stand-in accepts 255 characters of help");
    report.check(excel.registered().size() == known, "nothing new is registered by that");
    report.check(excel.complaints().size() >= std::size(wrong) + 1, "each refusal is told");
    excel.forget_complaints();
}

void check_registration(AddIn& add_in, const Calls& calls, Report& report) {
    const FakeExcel& excel = FakeExcel::instance();
    for (const ToldFunction& function : calls.functions) {
        const std::string name = to_utf8(function.name);
        const auto found = excel.registered().find(function.name);
        report.check(found != excel.registered().end(), name + " is registered");
        if (found == excel.registered().end()) {
            continue;
        }
        report.check(found->second.types == wanted_types(function),
                     name + " has types " + found->second.types);
        report.check(found->second.argument_names == function.parameters.size(),
                     name + " names its arguments");
        report.check(found->second.category == L"進捗", name + " stands under 進捗");
    }
    report.check(excel.registered().size() == calls.functions.size() + commands.size(),
                 "no function but the table's and no command but the menu's");
    for (const wchar_t* command : commands) {
        const auto found = excel.registered().find(command);
        report.check(found != excel.registered().end() && found->second.is_command,
                     to_utf8(command) + " is a command");
    }
    check_menu(excel, report);
    // Ticked again in the add-ins dialog, Excel opens it once more.
    report.check(add_in.call_plain("xlAutoAdd") == 1, "xlAutoAdd gives 1");
    report.check(add_in.call_plain("xlAutoOpen") == 1, "xlAutoOpen gives 1 a second time");
    report.check(add_in.call_plain("xlAutoRemove") == 1, "xlAutoRemove gives 1");
    report.check(excel.registered().size() == calls.functions.size() + commands.size(),
                 "nothing stands twice");
    check_menu(excel, report);

    XLOPER12 action{};
    action.xltype = xltypeNum;
    action.val.num = 1;
    const Grid name = add_in.take(ask_name(add_in, action), "xlAddInManagerInfo12");
    report.check(name.cells.at(0).text.starts_with(L"進捗"), "the dialog shows " + print(name));
    action.xltype = xltypeInt;
    action.val.w = 1;
    report.check(add_in.take(ask_name(add_in, action), "name") == name, "the same for a whole 1");
    action.val.w = 2;
    report.check(add_in.take(ask_name(add_in, action), "name") == one(error(xlerrValue)),
                 "the dialog's other questions are #VALUE!");
    for (const std::string& complaint : excel.complaints()) {
        report.check(false, complaint);
    }
}

}  // namespace stand_in
