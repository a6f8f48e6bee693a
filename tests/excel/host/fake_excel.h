#pragma once

#include <atomic>
#include <map>
#include <string>
#include <vector>

#include "excel_abi.h"
#include "fake_book.h"
#include "values.h"

namespace stand_in {

// Excel as an add-in sees it: what registers, and the cells behind references.

struct Registered {
    bool is_command = false;
    FARPROC entry = nullptr;
    std::string types;  // "QQU$!"
    std::wstring category;
    std::size_t argument_names = 0;
    int id = 0;

    [[nodiscard]] std::string parameters() const;  // "QU"
    [[nodiscard]] bool has_mark(char mark) const;
};

// A sheet as one thread's calls see it.
struct Sheet {
    struct Placed {
        XLREF12 area;
        Grid cells;
    };
    std::vector<Placed> placed;  // all else is empty
    int answer = xlretSuccess;   // to every question for cells
    int questions = 0;           // how often the callback was asked for anything
};

class FakeExcel {
public:
    // Where the callback finds it; one at a time.
    static FakeExcel& instance();

    void begin(HMODULE module, std::wstring path);
    [[nodiscard]] const std::map<std::wstring, Registered>& registered() const {
        return registered_;
    }
    // What was wrong, in the order it happened.
    [[nodiscard]] const std::vector<std::string>& complaints() const { return complaints_; }
    void forget_complaints() { complaints_.clear(); }
    [[nodiscard]] long unfreed() const { return unfreed_.load(); }

    // By name, the table of its commands as it was added.
    [[nodiscard]] const std::map<std::wstring, Grid>& menus() const { return menus_; }

    // What references of this thread mean; nullptr: none is expected.
    static void use(Sheet* sheet);
    // The open book, while a command runs; nullptr: no command does.
    void open(FakeBook* book) { book_ = book; }

    int answer(int service, const std::vector<XLOPER12*>& arguments, XLOPER12& result);
    void complain(std::string what);

    // What Excel lends: only xlFree gives it back.
    XLOPER12 lend(const Value& value);
    XLOPER12 lend(const Grid& grid);
    XLOPER12 lend(const XLREF12& area, DWORD_PTR sheet);

private:
    int register_function(const std::vector<XLOPER12*>& arguments, XLOPER12& result);
    bool is_fit(const std::vector<std::wstring>& texts, bool is_command);
    int coerce(const XLOPER12& reference, XLOPER12& result);
    int free_values(const std::vector<XLOPER12*>& values);
    int answer_on_menu(int service, const std::vector<XLOPER12*>& arguments, XLOPER12& result);
    bool add_menu(const std::vector<XLOPER12*>& arguments);
    void* take(std::size_t size);

    HMODULE module_ = nullptr;
    std::wstring path_;
    std::map<std::wstring, Registered> registered_;
    std::map<std::wstring, Grid> menus_;
    FakeBook* book_ = nullptr;
    std::vector<std::string> complaints_;
    std::atomic<long> unfreed_ = 0;
};

}  // namespace stand_in

extern "C" int __stdcall MdCallBack12(int service,
                                      int count,
                                      stand_in::XLOPER12** arguments,
                                      stand_in::XLOPER12* result);
