#include "fake_book.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "fake_excel.h"
#include "oper.h"

namespace stand_in {
namespace {

namespace fs = std::filesystem;

// Sheets are known by numbers that are none of theirs in the book.
constexpr DWORD_PTR first_id = 0x5000;
constexpr int last_row_of_book = 1048575;
constexpr int last_column_of_book = 16383;

bool is_one_area(const XLOPER12& oper) {
    if (oper.xltype != xltypeRef || oper.val.mref.lpmref == nullptr ||
        oper.val.mref.lpmref->count != 1) {
        return false;
    }
    const XLREF12& area = oper.val.mref.lpmref->reftbl[0];
    return area.rwFirst >= 0 && area.rwFirst <= area.rwLast && area.rwLast <= last_row_of_book &&
           area.colFirst >= 0 && area.colFirst <= area.colLast &&
           area.colLast <= last_column_of_book;
}

const XLREF12& area_of(const XLOPER12& oper) {
    return oper.val.mref.lpmref->reftbl[0];
}

bool is_sheet_name(const std::wstring& name) {
    return !name.empty() && name.size() <= 31 &&
           name.find_first_of(L"[]:*?/\\") == std::wstring::npos;
}

bool is_change(int service) {
    return service == xlSet || (service & xlCommand) != 0;
}

}  // namespace

FakeSheet* FakeBook::sheet_of(const XLOPER12& reference) {
    if (!is_one_area(reference) || reference.val.mref.idSheet < first_id ||
        reference.val.mref.idSheet - first_id >= sheets.size()) {
        return nullptr;
    }
    return &sheets[static_cast<std::size_t>(reference.val.mref.idSheet - first_id)];
}

std::optional<int> FakeBook::answer(FakeExcel& excel,
                                    int service,
                                    const std::vector<XLOPER12*>& arguments,
                                    XLOPER12& result) {
    if (refused.contains(service) && refused_after-- <= 0) {
        return xlretFailed;
    }
    if (!is_change(service)) {
        const int answered = ask(excel, service, arguments, result);
        return answered == xlretInvXlfn ? std::nullopt : std::optional(answered);
    }
    const bool done = change(excel, service, arguments);
    result = excel.lend(Value{Value::Kind::truth, 0, done ? 1 : 0, {}});
    return xlretSuccess;
}

int FakeBook::ask(FakeExcel& excel,
                  int service,
                  const std::vector<XLOPER12*>& arguments,
                  XLOPER12& result) {
    switch (service) {
        case xlSheetId:
            result.xltype = xltypeRef;
            result.val.mref.lpmref = nullptr;
            result.val.mref.idSheet = first_id + active;
            return xlretSuccess;
        case xlSheetNm: {
            const DWORD_PTR number = arguments.at(0)->val.mref.idSheet - first_id;
            if (arguments.at(0)->xltype != xltypeRef || number >= sheets.size()) {
                return xlretInvXloper;
            }
            result = excel.lend(
                text(L"[" + name + L"]" + sheets[static_cast<std::size_t>(number)].name));
            return xlretSuccess;
        }
        case xlfSelection:
            result = excel.lend(selection, first_id + active);
            return xlretSuccess;
        case xlfGetDocument: {
            const std::optional<Value> found = document(arguments.at(0)->val.w);
            result = excel.lend(found.value_or(error(xlerrValue)));
            return found ? xlretSuccess : xlretInvXloper;
        }
        case xlfGetWorkbook: {
            Grid names{1, static_cast<int>(sheets.size()), {}};
            for (const FakeSheet& sheet : sheets) {
                names.cells.push_back(text(L"[" + name + L"]" + sheet.name));
            }
            result = excel.lend(names);
            return is_whole(*arguments.at(0), 1) ? xlretSuccess : xlretInvXloper;
        }
        case xlCoerce: {
            const FakeSheet* const sheet = sheet_of(*arguments.at(0));
            if (sheet == nullptr) {
                return xlretInvXloper;
            }
            const XLREF12& area = area_of(*arguments[0]);
            Grid grid{area.rwLast - area.rwFirst + 1, area.colLast - area.colFirst + 1, {}};
            for (int row = area.rwFirst; row <= area.rwLast; ++row) {
                for (int column = area.colFirst; column <= area.colLast; ++column) {
                    const auto found = sheet->cells.find({row, column});
                    grid.cells.push_back(found == sheet->cells.end() ? Value{} : found->second);
                }
            }
            result = grid.cells.size() == 1 ? excel.lend(grid.cells[0]) : excel.lend(grid);
            return xlretSuccess;
        }
        default:
            return xlretInvXlfn;
    }
}

std::optional<Value> FakeBook::document(int what) const {
    switch (what) {
        case 2:
            return was_saved ? text(L"C:\\plans") : error(xlerrNA);
        case 3:
            return number(kind);
        case 7:
            return Value{Value::Kind::truth, 0, is_protected ? 1 : 0, {}};
        case 10:
            return number(used_rows);
        case 12:
            return number(used_columns);
        default:
            return std::nullopt;
    }
}

bool FakeBook::change(FakeExcel& excel, int service, const std::vector<XLOPER12*>& arguments) {
    const bool done = [&] {
        switch (service) {
            case xlSet:
                return set(arguments);
            case xlcFormula:
                return enter(arguments);
            case xlcWorkbookInsert:
                return insert_sheet(arguments);
            case xlcWorkbookName:
                return rename(arguments);
            case xlcDefineName:
                return define_name(arguments);
            case xlcSaveCopyAs:
                return save_copy(arguments);
            case xlcAlert:
                return alert(arguments);
            case xlcSelect:
                return sheet_of(*arguments.at(0)) == &sheets.at(active);
            case xlcFormatNumber:
                return arguments.at(0)->xltype == xltypeStr;
            case xlcAlignment:
                return arguments.size() == 3;
            case xlcColumnWidth:
                return arguments.at(0)->xltype == xltypeNum &&
                       sheet_of(*arguments.at(1)) != nullptr;
            default:
                return false;
        }
    }();
    if (!done) {
        excel.complain("a command that Excel would not carry out: " + std::to_string(service));
    }
    return done;
}

bool FakeBook::set(const std::vector<XLOPER12*>& arguments) {
    FakeSheet* const sheet = sheet_of(*arguments.at(0));
    if (sheet == nullptr) {
        return false;
    }
    const XLREF12& area = area_of(*arguments[0]);
    Grid grid{1, 1, {Value{}}};  // without values the cells become empty
    if (arguments.size() > 1) {
        grid = grid_of(*arguments[1]);
        if (grid.rows != area.rwLast - area.rwFirst + 1 ||
            grid.columns != area.colLast - area.colFirst + 1) {
            return false;
        }
    }
    std::size_t next = 0;
    for (int row = area.rwFirst; row <= area.rwLast; ++row) {
        for (int column = area.colFirst; column <= area.colLast; ++column) {
            sheet->formulas.erase({row, column});
            sheet->cells[{row, column}] = grid.cells[arguments.size() > 1 ? next++ : 0];
        }
    }
    return true;
}

bool FakeBook::enter(const std::vector<XLOPER12*>& arguments) {
    FakeSheet* const sheet = sheet_of(*arguments.at(1));
    const Value formula = value_of(*arguments[0]);
    const XLREF12 area = sheet != nullptr ? area_of(*arguments[1]) : XLREF12{};
    if (sheet == nullptr || area.rwFirst != area.rwLast || area.colFirst != area.colLast ||
        !formula.text.starts_with(L'=') || formula.text.size() > 255) {
        return false;
    }
    sheet->formulas[{area.rwFirst, area.colFirst}] = formula.text;
    sheet->cells[{area.rwFirst, area.colFirst}] = number(0);
    return true;
}

bool FakeBook::insert_sheet(const std::vector<XLOPER12*>& arguments) {
    if (arguments.size() != 1 || !is_whole(*arguments[0], 1)) {
        return false;
    }
    // Before the active one, for the user; here last, so that the numbers of the others stay.
    sheets.push_back({L"Sheet" + std::to_wstring(next_name_++), {}, {}, {}});
    active = sheets.size() - 1;
    return true;
}

bool FakeBook::rename(const std::vector<XLOPER12*>& arguments) {
    const std::wstring from = value_of(*arguments.at(0)).text;
    const std::wstring to = value_of(*arguments.at(1)).text;
    FakeSheet* found = nullptr;
    for (FakeSheet& sheet : sheets) {
        if (sheet.name == to) {
            return false;
        }
        found = sheet.name == from ? &sheet : found;
    }
    if (found == nullptr || !is_sheet_name(to)) {
        return false;
    }
    found->name = to;
    return true;
}

bool FakeBook::define_name(const std::vector<XLOPER12*>& arguments) {
    FakeSheet* const sheet = arguments.size() == 7 ? sheet_of(*arguments[1]) : nullptr;
    const auto is_true = [](const XLOPER12& oper) {
        return oper.xltype == xltypeBool && oper.val.xbool == 1;
    };
    if (sheet == nullptr || !is_true(*arguments[4]) || !is_true(*arguments[6])) {
        return false;
    }
    sheet->own_names.insert(value_of(*arguments[0]).text);
    return true;
}

bool FakeBook::save_copy(const std::vector<XLOPER12*>& arguments) {
    const std::wstring path = value_of(*arguments.at(0)).text;
    std::error_code none;
    if (arguments.size() != 1 || !fs::path(path).is_absolute() || fs::exists(path, none)) {
        return false;
    }
    copies.push_back(path);
    std::ofstream out(fs::path(path), std::ios::binary);
    out.write(file.data(), static_cast<std::streamsize>(file.size()));
    return out.good();
}

bool FakeBook::alert(const std::vector<XLOPER12*>& arguments) {
    const Value sentence = value_of(*arguments.at(0));
    alerts.push_back(sentence.text);
    return arguments.size() == 2 && is_whole(*arguments[1], 2) && !sentence.text.empty() &&
           sentence.text.size() <= 255;
}

}  // namespace stand_in
