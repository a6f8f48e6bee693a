#include "report.h"

#include <cstdio>

namespace stand_in {
namespace {

constexpr int most_printed = 100;

}  // namespace

void Report::check(bool held, const std::string& what) {
    if (held) {
        ++passed_;
    } else if (failed_++ < most_printed) {
        std::printf("FAILED %s\n", what.c_str());
        std::fflush(stdout);  // what comes next may end the process
    }
}

void Report::differ_everywhere(const std::string& what) {
    if (different_++ < most_printed) {
        std::printf("NATIVE TOO %s\n", what.c_str());
    }
}

bool Report::finish() const {
    if (different_ > 0) {
        std::printf("%d rows differ from the table in the native door too\n", different_);
    }
    std::printf("%d passed, %d failed\n", passed_, failed_);
    std::fflush(stdout);
    return failed_ == 0;
}

}  // namespace stand_in
