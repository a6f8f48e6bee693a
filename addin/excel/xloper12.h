#pragma once

#include <cstddef>
#include <cstdint>

// Excel calls 32-bit add-ins, and is called by them, in Windows' own convention.
#ifdef _WIN32
#define SHINCHOKU_EXCEL_CALL __stdcall
#else
#define SHINCHOKU_EXCEL_CALL
#endif

namespace shinchoku::addin::excel {

// The values that Excel 2007 and later exchange with an add-in, as they lie in memory
// (learn.microsoft.com, "XLOPER and XLOPER12"). 32 and 64 bit agree but for the size of pointers.

struct Reference {  // rows and columns from 0, the last ones included
    std::int32_t first_row;
    std::int32_t last_row;
    std::int32_t first_column;
    std::int32_t last_column;
};

struct Areas {
    std::uint16_t count;
    Reference references[1];  // `count` of them
};

struct Xloper12 {
    struct OnThisSheet {
        std::uint16_t count;  // 1
        Reference reference;
    };
    struct OnSheet {
        Areas* areas;
        std::uintptr_t sheet;
    };
    struct Array {
        Xloper12* cells;  // row by row
        std::int32_t rows;
        std::int32_t columns;
    };
    union {
        double number;
        char16_t* text;  // text[0] is its length; nothing ends it
        std::int32_t truth;
        std::int32_t error;
        std::int32_t integer;
        OnThisSheet on_this_sheet;
        OnSheet on_sheet;
        Array array;
    };
    std::uint32_t type;
};

static_assert(sizeof(Reference) == 16);
static_assert(offsetof(Areas, references) == 4);
static_assert(offsetof(Xloper12::OnThisSheet, reference) == 4);
static_assert(offsetof(Xloper12::OnSheet, sheet) == sizeof(void*));
static_assert(offsetof(Xloper12::Array, rows) == sizeof(void*));
static_assert(sizeof(Xloper12) == 32 && alignof(Xloper12) == 8);
static_assert(offsetof(Xloper12, type) == 24);

namespace type {
inline constexpr std::uint32_t number = 0x0001;
inline constexpr std::uint32_t text = 0x0002;
inline constexpr std::uint32_t truth = 0x0004;
inline constexpr std::uint32_t on_sheet = 0x0008;
inline constexpr std::uint32_t error = 0x0010;
inline constexpr std::uint32_t array = 0x0040;
inline constexpr std::uint32_t missing = 0x0080;
inline constexpr std::uint32_t blank = 0x0100;
inline constexpr std::uint32_t on_this_sheet = 0x0400;
inline constexpr std::uint32_t integer = 0x0800;
inline constexpr std::uint32_t freed_by_add_in = 0x4000;
inline constexpr std::uint32_t mask = 0x0FFF;
}  // namespace type

namespace error {
inline constexpr std::int32_t null = 0;
inline constexpr std::int32_t division = 7;
inline constexpr std::int32_t value = 15;
inline constexpr std::int32_t reference = 23;
inline constexpr std::int32_t name = 29;
inline constexpr std::int32_t number = 36;
inline constexpr std::int32_t not_available = 42;
inline constexpr std::int32_t getting_data = 43;
}  // namespace error

// What Excel's callback can be asked for. Behind the C interface's own services stand functions and
// commands of Excel's old macro language, by the numbers of the SDK's XLCALL.H.
namespace service {
inline constexpr int free = 0x4000;
inline constexpr int coerce = 0x4002;
inline constexpr int set = 0x4003;
inline constexpr int sheet_id = 0x4004;
inline constexpr int sheet_name = 0x4005;
inline constexpr int get_name = 0x4009;
inline constexpr int selection = 95;
inline constexpr int register_function = 149;
inline constexpr int add_menu = 152;
inline constexpr int delete_menu = 158;
inline constexpr int get_bar = 182;
inline constexpr int get_document = 188;
inline constexpr int get_workbook = 268;
inline constexpr int command = 0x8000;
inline constexpr int format_number = command | 42;
inline constexpr int alignment = command | 43;
inline constexpr int column_width = command | 47;
inline constexpr int define_name = command | 61;
inline constexpr int formula = command | 96;
inline constexpr int select = command | 109;
inline constexpr int alert = command | 118;
inline constexpr int workbook_insert = command | 354;
inline constexpr int workbook_name = command | 386;
inline constexpr int save_copy_as = command | 456;
}  // namespace service

// What it answers.
namespace answer {
inline constexpr int success = 0;
inline constexpr int aborted = 1;
inline constexpr int failed = 32;
inline constexpr int uncalculated = 64;  // the function is to return at once and is called again
}  // namespace answer

// Excel's one entry point, MdCallBack12. The result comes last, unlike in the SDK's Excel12v.
using Callback = int(SHINCHOKU_EXCEL_CALL*)(int service,
                                            int count,
                                            Xloper12** arguments,
                                            Xloper12* result);

inline constexpr std::size_t max_text_units = 32767;

}  // namespace shinchoku::addin::excel
