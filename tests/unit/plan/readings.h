#pragma once

#include <gtest/gtest.h>

#include <cstddef>
#include <string_view>

#include "describe.h"
#include "plan/value_reading.h"

namespace shinchoku::plan {

// A text and its value in the words of describe().
struct TextCase {
    std::string_view text;
    std::string_view expected;
};

template <std::size_t count>
void expect_readings(const TextCase (&cases)[count]) {
    for (const TextCase& c : cases) {
        const Value value = read_text(c.text);
        EXPECT_EQ(describe(value), c.expected) << c.text;
        EXPECT_EQ(value.raw, c.text);
        EXPECT_FALSE(value.stored.has_value()) << c.text;
    }
}

}  // namespace shinchoku::plan
