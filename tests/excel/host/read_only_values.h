#pragma once

#include <cstddef>
#include <vector>

#include "excel_abi.h"
#include "values.h"

namespace stand_in {

// Where an argument lies on a sheet.
struct Place {
    XLREF12 area{};
    int areas = 1;               // how often it is said: several areas are no range
    bool on_this_sheet = false;  // a reference without a sheet
};

// Arguments of one call as Excel lends them: in pages of their own, which cannot be written to from
// seal() on. Whoever tries ends the process.
class ReadOnlyValues {
public:
    ReadOnlyValues() = default;
    ~ReadOnlyValues();
    ReadOnlyValues(const ReadOnlyValues&) = delete;
    ReadOnlyValues& operator=(const ReadOnlyValues&) = delete;

    XLOPER12* add(const Value& value);
    XLOPER12* add_array(const Grid& grid);
    XLOPER12* add_reference(const Place& place);
    void seal();

private:
    struct Pages {
        char* begin;
        std::size_t size;
        std::size_t used;
    };
    void* take(std::size_t size);
    void fill(XLOPER12& oper, const Value& value);

    std::vector<Pages> pages_;
};

}  // namespace stand_in
