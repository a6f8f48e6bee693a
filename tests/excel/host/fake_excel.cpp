#include "fake_excel.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <mutex>

#include "oper.h"

namespace stand_in {
namespace {

constexpr std::size_t max_text = 255;
constexpr std::size_t max_arguments = 255;

// No destructor: a thread's end must not run code of ours.
thread_local Sheet* current_sheet = nullptr;

std::mutex& complaining() {
    static std::mutex mutex;
    return mutex;
}

std::wstring text_of(const XLOPER12& oper) {
    return oper.xltype == xltypeStr ? std::wstring(oper.val.str + 1, oper.val.str[0])
                                    : std::wstring();
}

bool is_equal(const XLREF12& a, const XLREF12& b) {
    return std::memcmp(&a, &b, sizeof a) == 0;
}

// Codes this project uses; then the marks.
bool is_known(const std::string& types) {
    const std::size_t end = std::min(types.find_first_of("$!"), types.size());
    for (std::size_t i = 0; i < end; ++i) {
        if (std::strchr("BJAQU", types[i]) != nullptr) {
            continue;
        }
        if (std::strchr("CDK", types[i]) == nullptr || i + 1 == end || types[++i] != '%') {
            return false;
        }
    }
    const std::string marks = types.substr(end);
    return end > 0 &&
           (marks.empty() || marks == "$" || marks == "!" || marks == "!$" || marks == "$!");
}

}  // namespace

std::string Registered::parameters() const {
    std::string codes;
    for (const char c : types.substr(1)) {
        codes += std::strchr("%$!", c) == nullptr ? std::string(1, c) : "";
    }
    return codes;
}

bool Registered::has_mark(char mark) const {
    return types.find(mark) != types.npos;
}

FakeExcel& FakeExcel::instance() {
    static FakeExcel excel;
    return excel;
}

void FakeExcel::begin(HMODULE module, std::wstring path) {
    module_ = module;
    path_ = std::move(path);
    registered_.clear();
}

void FakeExcel::use(Sheet* sheet) {
    current_sheet = sheet;
}

void FakeExcel::complain(std::string what) {
    const std::lock_guard guard(complaining());
    complaints_.push_back(std::move(what));
}

void* FakeExcel::take(std::size_t size) {
    ++unfreed_;
    return std::malloc(size);
}

// What Excel lends is its own: in memory of its own kind, which only xlFree gives back.
XLOPER12 FakeExcel::lend(const Value& value) {
    return oper_of(value, [this](std::size_t size) { return take(size); });
}

XLOPER12 FakeExcel::lend(const Grid& grid) {
    XLOPER12 oper{};
    auto* const cells = static_cast<XLOPER12*>(take(grid.cells.size() * sizeof(XLOPER12)));
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        cells[i] = lend(grid.cells[i]);
    }
    oper.xltype = xltypeMulti;
    oper.val.array.lparray = cells;
    oper.val.array.rows = grid.rows;
    oper.val.array.columns = grid.columns;
    return oper;
}

XLOPER12 FakeExcel::lend(const XLREF12& area, DWORD_PTR sheet) {
    XLOPER12 oper{};
    auto* const areas = static_cast<XLMREF12*>(take(sizeof(XLMREF12)));
    areas->count = 1;
    areas->reftbl[0] = area;
    oper.xltype = xltypeRef;
    oper.val.mref.lpmref = areas;
    oper.val.mref.idSheet = sheet;
    return oper;
}

int FakeExcel::coerce(const XLOPER12& reference, XLOPER12& result) {
    if (current_sheet->answer != xlretSuccess) {
        return current_sheet->answer;
    }
    if (reference.xltype == xltypeRef && reference.val.mref.lpmref->count != 1) {
        return xlretInvXloper;
    }
    const XLREF12& area = reference.xltype == xltypeRef ? reference.val.mref.lpmref->reftbl[0]
                                                        : reference.val.sref.ref;
    const int rows = area.rwLast - area.rwFirst + 1;
    const int columns = area.colLast - area.colFirst + 1;
    Grid empty{rows, columns, {}};
    const Grid* found = &empty;
    for (const Sheet::Placed& placed : current_sheet->placed) {
        found = is_equal(placed.area, area) ? &placed.cells : found;
    }
    const auto count = static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns);
    Grid cells{rows, columns, found->cells};
    cells.cells.resize(count);
    result = count == 1 ? lend(cells.cells[0]) : lend(cells);
    return xlretSuccess;
}

int FakeExcel::free_values(const std::vector<XLOPER12*>& values) {
    const auto give_back = [this](void* memory) {
        std::free(memory);
        --unfreed_;
    };
    for (XLOPER12* value : values) {
        if (value->xltype == xltypeStr) {
            give_back(value->val.str);
        } else if (value->xltype == xltypeMulti) {
            const auto count = static_cast<std::size_t>(value->val.array.rows) *
                               static_cast<std::size_t>(value->val.array.columns);
            for (std::size_t i = 0; i < count; ++i) {
                if (value->val.array.lparray[i].xltype == xltypeStr) {
                    give_back(value->val.array.lparray[i].val.str);
                }
            }
            give_back(value->val.array.lparray);
        } else if (value->xltype == xltypeRef && value->val.mref.lpmref != nullptr) {
            give_back(value->val.mref.lpmref);
        }
        value->xltype = xltypeNil;  // freed twice it would be counted twice otherwise
    }
    return xlretSuccess;
}

// The limits beyond which the real Excel refuses, or breaks its wizard.
bool FakeExcel::is_fit(const std::vector<std::wstring>& texts, bool is_command) {
    const std::string name = to_utf8(texts[3]);
    bool fit = true;
    const auto demand = [&](bool held, const std::string& what) {
        if (!held) {
            complain("registering " + name + ": " + what);
            fit = false;
        }
    };
    demand(texts.size() <= max_arguments, "more than 255 arguments");
    for (const std::wstring& text : texts) {
        demand(text.size() <= max_text, "a text of more than 255 characters: " + to_utf8(text));
    }
    demand(texts[0] == path_, "the module is not the one that was loaded");
    demand(is_known(to_utf8(texts[2])), "unknown types " + to_utf8(texts[2]));
    demand(!is_command || (texts[2] == L"J" && texts[4].empty()), "a command with arguments");
    const auto names = static_cast<std::size_t>(std::count(texts[4].begin(), texts[4].end(), L','));
    const std::size_t arguments = texts[4].empty() ? 0 : names + 1;
    demand(arguments + texts[4].size() <= 254, "argument names too long for the wizard");
    demand(texts.size() == 10 + arguments + 1, "not one help text an argument and an empty one");
    demand(texts.back().empty(), "the last help text would be cut");
    const auto known = registered_.find(texts[3]);
    const FARPROC entry = GetProcAddress(module_, to_utf8(texts[1]).c_str());
    demand(entry != nullptr, "no entry " + to_utf8(texts[1]));
    demand(known == registered_.end() || known->second.entry == entry, "the name is taken");
    return fit;
}

int FakeExcel::register_function(const std::vector<XLOPER12*>& arguments, XLOPER12& result) {
    std::vector<std::wstring> texts;
    for (const XLOPER12* each : arguments) {
        texts.push_back(text_of(*each));
    }
    result.xltype = xltypeErr;
    result.val.err = xlerrValue;
    const bool is_command = arguments.size() > 5 && is_whole(*arguments[5], 2);
    if (texts.size() < 10 || !is_fit(texts, is_command)) {
        return xlretSuccess;
    }
    Registered& registered = registered_[texts[3]];
    registered.is_command = is_command;
    registered.entry = GetProcAddress(module_, to_utf8(texts[1]).c_str());
    registered.types = to_utf8(texts[2]);
    registered.category = texts[6];
    registered.argument_names = texts.size() - 11;
    registered.id = static_cast<int>(registered_.size());
    result.xltype = xltypeNum;
    result.val.num = registered.id;
    return xlretSuccess;
}

bool FakeExcel::add_menu(const std::vector<XLOPER12*>& arguments) {
    constexpr int columns = 5;  // text, macro, shortcut, words in the status bar, help
    const Grid table = arguments.size() == 2 ? grid_of(*arguments[1]) : Grid{};
    if (table.columns != columns || table.rows < 2) {
        return false;
    }
    for (std::size_t row = 1; row < static_cast<std::size_t>(table.rows); ++row) {
        const auto found = registered_.find(table.cells[row * columns + 1].text);
        if (found == registered_.end() || !found->second.is_command ||
            table.cells[row * columns].text.empty()) {
            return false;
        }
    }
    return menus_.emplace(table.cells[0].text, table).second;
}

int FakeExcel::answer_on_menu(int service,
                              const std::vector<XLOPER12*>& arguments,
                              XLOPER12& result) {
    constexpr int worksheet_bar = 10;
    if (arguments.size() < 2 || arguments[0]->xltype != xltypeInt ||
        arguments[0]->val.w != worksheet_bar) {
        complain("a menu of another bar");
        return xlretInvXloper;
    }
    if (service == xlfAddMenu) {
        const bool added = add_menu(arguments);
        if (!added) {
            complain("a menu that cannot be");
        }
        result = lend(added ? number(1) : error(xlerrValue));
        return xlretSuccess;
    }
    const std::wstring name = value_of(*arguments[1]).text;
    const bool is_there = menus_.contains(name);
    if (service == xlfDeleteMenu) {
        menus_.erase(name);
        if (!is_there) {
            complain("a menu taken away that is not there");
        }
    }
    result = lend(is_there ? number(1) : error(xlerrNA));
    return xlretSuccess;
}

int FakeExcel::answer(int service, const std::vector<XLOPER12*>& arguments, XLOPER12& result) {
    if (book_ != nullptr) {
        if (const std::optional<int> answered = book_->answer(*this, service, arguments, result)) {
            return *answered;
        }
    }
    switch (service) {
        case xlfAddMenu:
        case xlfDeleteMenu:
        case xlfGetBar:
            return answer_on_menu(service, arguments, result);
        case xlGetName:
            result = lend(text(path_));
            return xlretSuccess;
        case xlfRegister:
            return register_function(arguments, result);
        case xlFree:
            return free_values(arguments);
        case xlCoerce:
            if (current_sheet == nullptr || arguments.size() != 1 ||
                (arguments[0]->xltype != xltypeRef && arguments[0]->xltype != xltypeSRef)) {
                complain("asked for cells without need");
                return xlretInvXloper;
            }
            ++current_sheet->questions;
            return coerce(*arguments[0], result);
        default:
            complain("asked for service " + std::to_string(service));
            return xlretInvXlfn;
    }
}

}  // namespace stand_in

int __stdcall MdCallBack12(int service,
                           int count,
                           stand_in::XLOPER12** arguments,
                           stand_in::XLOPER12* result) {
    const std::vector<stand_in::XLOPER12*> list(arguments, arguments + count);
    stand_in::XLOPER12 ignored{};
    return stand_in::FakeExcel::instance().answer(
        service, list, result != nullptr ? *result : ignored);
}
