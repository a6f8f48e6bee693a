#pragma once

#include <deque>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "excel/host.h"
#include "functions/cell.h"

namespace shinchoku::addin::excel {

// A host with one open book, as far as the commands ask for it. Its values go back to it and are
// counted; whatever is not told here fails.
class FakeHost {
public:
    FakeHost();
    ~FakeHost();
    FakeHost(const FakeHost&) = delete;
    FakeHost& operator=(const FakeHost&) = delete;

    [[nodiscard]] Host host() const;

    std::string add_in = "/nowhere/shinchoku64.xll";
    std::string book = "回答.xlsx";
    std::vector<std::string> sheets;
    std::size_t active = 0;
    std::string file;               // the bytes of a copy
    std::map<int, Cell> documents;  // GET.DOCUMENT
    std::set<int> refused;          // services that fail
    bool adds_sheets = true;        // else it only says so
    Reference selection{};
    std::map<std::pair<int, int>, Cell> cells;  // of the active sheet

    std::vector<std::string> alerts;
    std::vector<std::string> copies;                            // paths
    std::vector<std::vector<std::string>> written;              // the texts of each xlSet
    std::vector<std::pair<std::string, std::string>> formulas;  // place and formula
    std::vector<std::vector<std::string>> menus;
    int lent = 0;  // values that did not come back

private:
    static int SHINCHOKU_EXCEL_CALL callback(int service,
                                             int count,
                                             Xloper12** arguments,
                                             Xloper12* result);
    int answer(int service, const std::vector<Xloper12*>& arguments, Xloper12& result);
    bool carry_out(int service, const std::vector<Xloper12*>& arguments);
    void give(const Cell& cell, Xloper12& result);
    void give(const std::vector<Cell>& cells, int columns, Xloper12& result);

    std::deque<std::u16string> texts_;
    std::deque<std::vector<Xloper12>> arrays_;
    std::deque<Areas> areas_;
};

[[nodiscard]] std::string sample(std::string_view name);  // bytes of a workbook of the samples

}  // namespace shinchoku::addin::excel
