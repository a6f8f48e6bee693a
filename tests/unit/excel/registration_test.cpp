#include "excel/registration.h"

#include <gtest/gtest.h>

namespace shinchoku::addin::excel {
namespace {

TEST(Registration, says_types_names_and_help) {
    const Registration rate = registration_of(*find_function("RATE"));
    EXPECT_EQ(rate.entry, "shinchoku_rate");
    EXPECT_EQ(rate.types, "QQQQQQ$");
    EXPECT_EQ(rate.name, "SHINCHOKU.RATE");
    EXPECT_EQ(rate.argument_names, "actual,target,[baseline],[direction],[method]");
    EXPECT_EQ(rate.argument_help.size(), 5U);
    EXPECT_EQ(rate.help, find_function("RATE")->help.ja);
}

TEST(Registration, ranges_come_as_references_and_what_hangs_on_the_day_is_volatile) {
    EXPECT_EQ(registration_of(*find_function("CHECK")).types, "QUUUQ!$");
    EXPECT_EQ(registration_of(*find_function("SCHEMES")).types, "Q$");
    EXPECT_EQ(registration_of(*find_function("SCHEMES")).argument_names, "");
}

// Excel's limits: see FunctionTable.texts_fit_into_excels_wizard; brackets come on top of it.
TEST(Registration, names_and_arguments_fit_into_excels_wizard) {
    for (const Function& function : functions()) {
        const Registration told = registration_of(function);
        EXPECT_LE(told.argument_names.size() + function.parameters.size(), 254U) << told.name;
        EXPECT_LE(told.name.size(), 255U);
    }
}

}  // namespace
}  // namespace shinchoku::addin::excel
