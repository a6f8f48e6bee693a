#pragma once

#include <string>

#include "layout/reading.h"
#include "plan/model.h"
#include "report/progress_book.h"

namespace shinchoku::report {

// A plan of two policies and three departments, small enough to count by hand:
//   1-1-1 納税課   98.6 % asked, 98.7 % reached          met
//   1-1-2 納税課   10 asked, 8 reached                   missed, 80 %
//   2-1-1 管財課   4 asked, blank                        missing
//   2-1-2 管財課   4 asked, 集計中                       unavailable
//   2-1-3 秘書課   words                                 to confirm
[[nodiscard]] layout::Reading small_reading();

// What the book needs beside a reading; owns nothing of it.
struct SmallBook {
    layout::Reading reading = small_reading();
    std::vector<base::Finding> findings;
    std::vector<calc::Assessment> assessments;
    plan::Date as_of{2027, 5, 31};

    [[nodiscard]] ProgressBookInput input();
};

}  // namespace shinchoku::report
