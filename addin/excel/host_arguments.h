#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/a1.h"
#include "excel/xloper12.h"

namespace shinchoku::addin::excel {

// What the add-in hands to the host in one call: Excel's values, and all that they point to.
class HostArguments {
public:
    HostArguments() = default;
    HostArguments(const HostArguments&) = delete;
    HostArguments& operator=(const HostArguments&) = delete;

    void add(Xloper12* borrowed) { list_.push_back(borrowed); }
    void add_text(std::string_view text);  // cut where it is longer than Excel's texts
    void add_integer(std::int32_t number);
    void add_number(double number);
    void add_truth(bool truth);
    void add_left_out();
    void add_range(std::uintptr_t sheet, const base::CellRange& range);
    // Row by row. REQUIRES: full rows, and at least one.
    void add_texts(const std::vector<std::string>& texts, std::size_t columns);

    [[nodiscard]] std::span<Xloper12* const> list() const { return list_; }

private:
    Xloper12& add_value();
    void put_text(Xloper12& value, std::string_view text);

    std::deque<std::u16string> texts_;  // none of these may move what it holds
    std::deque<Areas> areas_;
    std::deque<std::vector<Xloper12>> arrays_;
    std::deque<Xloper12> values_;
    std::vector<Xloper12*> list_;
};

}  // namespace shinchoku::addin::excel
