#include "fake_excel.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <mutex>

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

// What Excel lends is its own: in memory of its own kind, which only xlFree gives back.
XLOPER12 FakeExcel::lend(const Value& value) {
    XLOPER12 oper{};
    switch (value.kind) {
        case Value::Kind::number:
            oper.xltype = xltypeNum;
            oper.val.num = value.number;
            break;
        case Value::Kind::truth:
            oper.xltype = xltypeBool;
            oper.val.xbool = value.code;
            break;
        case Value::Kind::error:
            oper.xltype = xltypeErr;
            oper.val.err = value.code;
            break;
        case Value::Kind::text: {
            const std::size_t units = value.text.size();
            oper.xltype = xltypeStr;
            oper.val.str = static_cast<XCHAR*>(std::malloc((units + 1) * sizeof(XCHAR)));
            oper.val.str[0] = static_cast<XCHAR>(units);
            std::memcpy(oper.val.str + 1, value.text.data(), units * sizeof(XCHAR));
            ++unfreed_;
            break;
        }
        default:
            oper.xltype = xltypeNil;
    }
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
    if (count == 1) {
        result = lend(found->cells.empty() ? Value{} : found->cells[0]);
        return xlretSuccess;
    }
    auto* const cells = static_cast<XLOPER12*>(std::malloc(count * sizeof(XLOPER12)));
    ++unfreed_;
    for (std::size_t i = 0; i < count; ++i) {
        cells[i] = lend(i < found->cells.size() ? found->cells[i] : Value{});
    }
    result.xltype = xltypeMulti;
    result.val.array = {cells, rows, columns};
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
        }
        value->xltype = xltypeNil;  // freed twice it would be counted twice otherwise
    }
    return xlretSuccess;
}

// The limits beyond which the real Excel refuses, or breaks its wizard.
bool FakeExcel::is_fit(const std::vector<std::wstring>& texts, std::size_t count) {
    const std::string name = to_utf8(texts[3]);
    bool fit = true;
    const auto demand = [&](bool held, const std::string& what) {
        if (!held) {
            complain("registering " + name + ": " + what);
            fit = false;
        }
    };
    demand(count <= max_arguments, "more than 255 arguments");
    for (const std::wstring& text : texts) {
        demand(text.size() <= max_text, "a text of more than 255 characters: " + to_utf8(text));
    }
    demand(texts[0] == path_, "the module is not the one that was loaded");
    demand(is_known(to_utf8(texts[2])), "unknown types " + to_utf8(texts[2]));
    const auto names = static_cast<std::size_t>(std::count(texts[4].begin(), texts[4].end(), L','));
    const std::size_t arguments = texts[4].empty() ? 0 : names + 1;
    demand(arguments + texts[4].size() <= 254, "argument names too long for the wizard");
    demand(count == 10 + arguments + 1, "not one help text an argument and an empty one");
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
    if (texts.size() < 10 || !is_fit(texts, texts.size())) {
        return xlretSuccess;
    }
    Registered& registered = registered_[texts[3]];
    registered.entry = GetProcAddress(module_, to_utf8(texts[1]).c_str());
    registered.types = to_utf8(texts[2]);
    registered.category = texts[6];
    registered.argument_names = texts.size() - 11;
    registered.id = static_cast<int>(registered_.size());
    result.xltype = xltypeNum;
    result.val.num = registered.id;
    return xlretSuccess;
}

int FakeExcel::answer(int service, const std::vector<XLOPER12*>& arguments, XLOPER12& result) {
    switch (service) {
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
