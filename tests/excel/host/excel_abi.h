#pragma once

#include <windows.h>

namespace stand_in {

// Excel's side of the interface, written down from its documentation a second time and in the
// documentation's names: a mistake in the add-in's own declarations must not go unseen here.

using XCHAR = wchar_t;

struct XLREF12 {
    int rwFirst, rwLast, colFirst, colLast;
};
struct XLMREF12 {
    WORD count;
    XLREF12 reftbl[1];
};
struct XLOPER12 {
    union {
        double num;
        XCHAR* str;
        int xbool;
        int err;
        int w;
        struct {
            WORD count;
            XLREF12 ref;
        } sref;
        struct {
            XLMREF12* lpmref;
            DWORD_PTR idSheet;
        } mref;
        struct {
            XLOPER12* lparray;
            int rows;
            int columns;
        } array;
    } val;
    DWORD xltype;
};
static_assert(sizeof(XLOPER12) == 32);

enum : DWORD {
    xltypeNum = 0x0001,
    xltypeStr = 0x0002,
    xltypeBool = 0x0004,
    xltypeRef = 0x0008,
    xltypeErr = 0x0010,
    xltypeMulti = 0x0040,
    xltypeMissing = 0x0080,
    xltypeNil = 0x0100,
    xltypeSRef = 0x0400,
    xltypeInt = 0x0800,
    xlbitDLLFree = 0x4000,
};

enum : int {
    xlFree = 0x4000,
    xlCoerce = 0x4002,
    xlSet = 0x4003,
    xlSheetId = 0x4004,
    xlSheetNm = 0x4005,
    xlGetName = 0x4009,
    xlfSelection = 95,
    xlfRegister = 149,
    xlfAddMenu = 152,
    xlfDeleteMenu = 158,
    xlfGetBar = 182,
    xlfGetDocument = 188,
    xlfGetWorkbook = 268,
    xlCommand = 0x8000,
    xlcFormatNumber = 42 | xlCommand,
    xlcAlignment = 43 | xlCommand,
    xlcColumnWidth = 47 | xlCommand,
    xlcDefineName = 61 | xlCommand,
    xlcFormula = 96 | xlCommand,
    xlcSelect = 109 | xlCommand,
    xlcAlert = 118 | xlCommand,
    xlcWorkbookInsert = 354 | xlCommand,
    xlcWorkbookName = 386 | xlCommand,
    xlcSaveCopyAs = 456 | xlCommand,
};

enum : int {
    xlretSuccess = 0,
    xlretAbort = 1,
    xlretInvXlfn = 2,
    xlretInvCount = 4,
    xlretInvXloper = 8,
    xlretFailed = 32,
    xlretUncalced = 64,
};

constexpr int xlerrValue = 15;
constexpr int xlerrNA = 42;

using Callback = int(__stdcall*)(int, int, XLOPER12**, XLOPER12*);

}  // namespace stand_in
