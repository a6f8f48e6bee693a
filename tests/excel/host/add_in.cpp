#include "add_in.h"

#include <cmath>
#include <utility>

#include "call_entry.h"

namespace stand_in {
namespace {

constexpr std::size_t max_units = 32767;

template <class Function>
Function as(FARPROC entry) {
    return reinterpret_cast<Function>(reinterpret_cast<void (*)()>(entry));
}

}  // namespace

AddIn::AddIn(const std::wstring& path, Report& report) : report_(report) {
    module_ = LoadLibraryW(path.c_str());
    report_.check(module_ != nullptr, "loading: error " + std::to_string(GetLastError()));
    if (module_ == nullptr) {
        return;
    }
    left_out_.xltype = xltypeMissing;
    FakeExcel::instance().begin(module_, path);
    report_.check(call_plain("xlAutoOpen") == 1, "xlAutoOpen gives 1");
}

AddIn::~AddIn() {
    if (module_ == nullptr) {
        return;
    }
    report_.check(call_plain("xlAutoClose") == 1, "xlAutoClose gives 1");
    report_.check(FreeLibrary(module_) != 0, "unloading");
}

int AddIn::call_plain(const char* name) const {
    const FARPROC found = entry(name);
    return found != nullptr ? as<int(__stdcall*)()>(found)() : -1;
}

void AddIn::blame(const std::string& what) {
    if (!blamed_.exchange(true)) {
        fault_ = what;
    }
}

std::string AddIn::fault() const {
    return blamed_.load() ? fault_ : std::string();
}

Grid AddIn::call(const std::wstring& function, std::vector<XLOPER12*> arguments) {
    return take(call_only(function, std::move(arguments)), to_utf8(function));
}

XLOPER12* AddIn::call_only(const std::wstring& function, std::vector<XLOPER12*> arguments) {
    const std::string name = to_utf8(function);
    const auto found = FakeExcel::instance().registered().find(function);
    if (found == FakeExcel::instance().registered().end()) {
        blame(name + " is not registered");
        return nullptr;
    }
    const std::string codes = found->second.parameters();
    if (arguments.size() > codes.size() || codes.find_first_not_of("QU") != codes.npos) {
        blame(name + " takes other arguments: " + codes);
        return nullptr;
    }
    arguments.resize(codes.size(), &left_out_);
    std::vector<void*> plain;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const bool is_reference = (arguments[i]->xltype & (xltypeRef | xltypeSRef)) != 0;
        if (is_reference && codes[i] != 'U') {
            blame(name + " would never see a reference");
        }
        plain.push_back(arguments[i]);
    }
    const Called called = call_entry(found->second.entry, plain);
    if (called.stack_off_by != 0) {
        blame(name + ": stack off by " + std::to_string(called.stack_off_by));
    }
    return called.result;
}

Value AddIn::copy(const XLOPER12& oper, bool is_element, const std::string& of) {
    if (is_element && (oper.xltype & ~DWORD{0x0FFF}) != 0) {
        blame(of + ": an element with a mark of freeing");
    }
    switch (oper.xltype & 0x0FFF) {
        case xltypeNum:
            if (!std::isfinite(oper.val.num)) {
                blame(of + ": a number that is none");
            }
            return number(oper.val.num);
        case xltypeStr:
            if (oper.val.str[0] > max_units) {
                blame(of + ": a text too long");
            }
            return text(std::wstring(oper.val.str + 1, oper.val.str[0]));
        case xltypeBool:
            return {Value::Kind::truth, 0, oper.val.xbool, {}};
        case xltypeErr:
            return error(oper.val.err);
        default:
            blame(of + ": a value of type " + std::to_string(oper.xltype));
            return {};
    }
}

Grid AddIn::take(XLOPER12* result, const std::string& of) {
    if (result == nullptr) {
        blame(of + ": no result");
        return {};
    }
    Grid grid;
    if ((result->xltype & 0x0FFF) != xltypeMulti) {
        grid = one(copy(*result, false, of));
    } else if (result->val.array.rows < 1 || result->val.array.columns < 1) {
        blame(of + ": an array without cells");
    } else {
        grid = {result->val.array.rows, result->val.array.columns, {}};
        for (int i = 0; i < grid.rows * grid.columns; ++i) {
            grid.cells.push_back(copy(result->val.array.lparray[i], true, of));
        }
    }
    if ((result->xltype & xlbitDLLFree) == 0) {
        blame(of + ": a result that several threads would share");
        return grid;
    }
    ++taken_;
    as<void(__stdcall*)(XLOPER12*)>(entry("xlAutoFree12"))(result);
    return grid;
}

}  // namespace stand_in
