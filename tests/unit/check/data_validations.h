#pragma once

#include "sheet/workbook.h"

namespace shinchoku::check {

// An entry rule of cells as a file holds it; its ranges are the caller's.
inline sheet::DataValidation validation_of(const char* type,
                                           const char* op,
                                           const char* low,
                                           const char* high = "") {
    sheet::DataValidation validation;
    validation.type = type;
    validation.op = op;
    validation.formula1 = low;
    validation.formula2 = high;
    return validation;
}

}  // namespace shinchoku::check
