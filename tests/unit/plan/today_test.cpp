#include "plan/today.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>

namespace shinchoku::plan {
namespace {

// Midnight in Kiribati is 24 hours and more from midnight in Samoa: two days at any moment.
TEST(Today, is_the_day_of_the_place) {
    ::setenv("TZ", "XXX-14", 1);
    ::tzset();
    const Date east = today();
    ::setenv("TZ", "XXX+12", 1);
    ::tzset();
    const Date west = today();
    ::unsetenv("TZ");
    ::tzset();
    EXPECT_GT(east, west);
}

}  // namespace
}  // namespace shinchoku::plan
