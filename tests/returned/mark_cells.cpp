// mark_cells IN.xlsx OUT.xlsx SHEET!CELL...: a copy with these cells marked, as `check --return`
// makes it. For tests on workbooks that no layout fits.
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "base/a1.h"
#include "files/read_file.h"
#include "patch/marked_copy.h"

int main(int count, char** words) {
    using namespace shinchoku;
    if (count < 3) {
        std::cerr << "mark_cells IN OUT SHEET!CELL...\n";
        return 2;
    }
    std::vector<patch::CellMark> marks;
    for (int i = 3; i < count; ++i) {
        const std::string word = words[i];
        const std::size_t mark = word.rfind('!');
        const auto cell =
            mark == std::string::npos ? std::nullopt : base::parse_a1(word.substr(mark + 1));
        if (!cell) {
            std::cerr << "no cell: " << word << "\n";
            return 2;
        }
        marks.push_back({word.substr(0, mark), *cell, base::Severity::error, "note " + word});
    }
    patch::AddedSheet sheet;
    sheet.name = "差戻し";
    sheet.names = {"shinchoku.own"};
    sheet.widths = {20};
    sheet.rows = {{{"No.", patch::AddedCell::Look::heading, ""}},
                  {{"1", patch::AddedCell::Look::number, ""}}};
    const base::Result<std::string> bytes = files::read_file(words[1]);
    const base::Result<std::string> copy =
        bytes ? patch::marked_copy(bytes.value(), marks, sheet) : bytes;
    if (!copy) {
        std::cerr << copy.error().message.en << "\n";
        return 1;
    }
    std::ofstream out(words[2], std::ios::binary | std::ios::trunc);
    out << copy.value();
    return out.flush() ? 0 : 2;
}
