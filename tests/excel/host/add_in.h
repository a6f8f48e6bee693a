#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "excel_abi.h"
#include "fake_excel.h"
#include "read_only_values.h"
#include "report.h"

namespace stand_in {

// An add-in, loaded and opened as Excel does it, closed and unloaded at the end. Calls may come
// from several threads.
class AddIn {
public:
    AddIn(const std::wstring& path, Report& report);
    ~AddIn();
    AddIn(const AddIn&) = delete;
    AddIn& operator=(const AddIn&) = delete;

    [[nodiscard]] bool is_loaded() const { return module_ != nullptr; }
    [[nodiscard]] HMODULE module() const { return module_; }
    [[nodiscard]] FARPROC entry(const char* name) const { return GetProcAddress(module_, name); }
    int call_plain(const char* name) const;  // xlAutoOpen and the like

    // Calls by the recorded entry and types, with left-out arguments where there are fewer. What
    // comes back is examined, copied and given back.
    Grid call(const std::wstring& function, std::vector<XLOPER12*> arguments);
    // The same, as it comes back; a null pointer too.
    XLOPER12* call_only(const std::wstring& function, std::vector<XLOPER12*> arguments);
    // The copy of a result, which goes back to the add-in.
    Grid take(XLOPER12* result, const std::string& of);

    [[nodiscard]] long results_taken() const { return taken_.load(); }
    // Faults that any call showed: the first of them is a message.
    [[nodiscard]] std::string fault() const;

private:
    void blame(const std::string& what);
    Value copy(const XLOPER12& oper, bool is_element, const std::string& of);

    Report& report_;
    HMODULE module_ = nullptr;
    XLOPER12 left_out_{};
    std::atomic<long> taken_ = 0;
    mutable std::atomic<bool> blamed_ = false;
    std::string fault_;
};

}  // namespace stand_in
