#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "sheet/workbook.h"

namespace shinchoku::formats {

// cells@1, what `inspect --format json` prints (design/cli.md), piece by piece, so that a workbook
// need not be kept: add() takes the next cells of a sheet, at least once each, in workbook order.
// Text goes to `sink` in pieces of some 64 KiB.
class CellsJsonWriter {
public:
    using Sink = std::function<void(std::string_view)>;

    explicit CellsJsonWriter(Sink sink);

    void add(const sheet::Sheet& sheet, std::span<const sheet::Cell> cells);
    void finish();

private:
    void end_sheet();
    void pass_on();

    Sink sink_;
    std::string text_;
    const sheet::Sheet* sheet_ = nullptr;  // the one being written; only compared
    bool has_sheet_ = false;
    bool has_cell_ = false;
};

}  // namespace shinchoku::formats
