#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "excel_abi.h"
#include "values.h"

namespace stand_in {

class FakeExcel;

// A sheet of the open book, as far as commands see and change it.
struct FakeSheet {
    std::wstring name;
    std::map<std::pair<int, int>, Value> cells;  // by row and column
    std::map<std::pair<int, int>, std::wstring> formulas;
    std::set<std::wstring> own_names;
};

// The open book behind the commands of Excel's macro language. What it is asked in another manner
// than their documentation has it is told to FakeExcel and refused.
class FakeBook {
public:
    std::wstring name = L"回答.xlsx";
    std::string file;  // the bytes that a copy gets
    std::vector<FakeSheet> sheets;
    std::size_t active = 0;
    int kind = 1;  // of the active sheet, as GET.DOCUMENT tells it: 1 worksheet, 2 chart
    bool is_protected = false;
    bool was_saved = true;
    int used_rows = 0;
    int used_columns = 0;
    XLREF12 selection{};
    std::set<int> refused;  // services that fail
    int refused_after = 0;  // so many of them are carried out first

    std::vector<std::wstring> alerts;
    std::vector<std::wstring> copies;  // where copies were written

    // Nothing for services that have nothing to do with a book.
    std::optional<int> answer(FakeExcel& excel,
                              int service,
                              const std::vector<XLOPER12*>& arguments,
                              XLOPER12& result);

private:
    int ask(FakeExcel& excel,
            int service,
            const std::vector<XLOPER12*>& arguments,
            XLOPER12& result);
    std::optional<Value> document(int what) const;
    bool change(FakeExcel& excel, int service, const std::vector<XLOPER12*>& arguments);
    bool set(const std::vector<XLOPER12*>& arguments);
    bool enter(const std::vector<XLOPER12*>& arguments);
    bool insert_sheet(const std::vector<XLOPER12*>& arguments);
    bool rename(const std::vector<XLOPER12*>& arguments);
    bool define_name(const std::vector<XLOPER12*>& arguments);
    bool save_copy(const std::vector<XLOPER12*>& arguments);
    bool alert(const std::vector<XLOPER12*>& arguments);
    FakeSheet* sheet_of(const XLOPER12& reference);

    int next_name_ = 1;
};

}  // namespace stand_in
