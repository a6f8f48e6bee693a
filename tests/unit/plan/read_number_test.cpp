#include <gtest/gtest.h>

#include <string_view>

#include "describe.h"
#include "plan/value_reading.h"

namespace shinchoku::plan {
namespace {

struct NumberCase {
    std::string_view stored;
    std::string_view format;
    std::string_view raw;
    std::string_view expected;
};

TEST(ReadNumber, ANumericCellIsReadAsItsDisplayedTextWithTheStoredPrecision) {
    const NumberCase cases[] = {
        {"0.986", "0.00%", "98.60%", "number 98.6 % d2"},
        {"0.98604", "0.00%", "98.60%", "number 98.604 % d2"},
        {"0.07", "0%", "7%", "number 7 % d0"},
        {"0.986", "General", "0.986", "number 0.986 - d3"},
        {"12", "#,##0\"件\"", "12件", "number 12 件 d0"},
        {"12.4", "#,##0\"件\"", "12件", "number 12.4 件 d0"},
        {"-5", "#,##0_);(#,##0)", "(5)", "number -5 - d0"},
        {"5", "#,##0_);(#,##0)", "5", "number 5 - d0"},
        {"-5", "0;0", "5", "number -5 - d0"},
        {"-158", "#,##0\"人\";▲#,##0\"人\"", "▲158人", "number -158 人 d0"},
        {"4263148250", "#,##0,\"千円\"", "4,263,148千円", "number 4263148250 円 d0 x1000"},
        {"54.9", "0.0\"億円\"", "54.9億円", "number 5490000000 円 d1 x100000000"},
        {"60", "0\"万人\"", "60万人", "number 600000 人 d0 x10000"},
        {"1000", "[$¥-411]#,##0", "¥1,000", "number 1000 円 d0"},
        {"10", "0\"以上\"", "10以上", "bound >= 10 - d0"},
        {"10.25", "\"約\"0.0\"件\"", "約10.3件", "number 10.25 件 d1 approximate"},
        {"3.14", "0.0\"%増\"", "3.1%増", "relative 3.14 %"},
        {"123456", "0.00E+00", "1.23E+05", "number 123456 - d2"},
        {"5", "\"→\"", "→", "continue"},
        {"0", "_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ", "-", "number 0 - d0"},
        {"46538", "yyyy/m/d", "2027/5/31", "milestone"},
        {"46538", "d", "31", "milestone"},
        {"46538", "[$-411]ggge\"年\"m\"月\"d\"日\"", "令和9年5月31日", "milestone"},
        {"2026", "General", "2026", "number 2026 - d0"},
        // A figure of the format's own is not the stored one.
        {"5.4", "\"1～\"0\"件\"", "1～5件", "range 1..5.4 件 d0"},
        {"5", "\"0件\"", "0件", "number 0 件 d0"},
        {"0", "\"5件\"", "5件", "number 5 件 d0"},
        {"-12", "0\"以上\";0\"以下\"", "12以下", "bound <= -12 - d0"},
        {"5", "\"-\"", "-", "none"},
        {"5", "\"第\"0\"期\"", "第5期", "milestone"},
        {"5", "?,??0\"件\"", "5件", "number 5 件 d0"},
        {"0.5", "# ?/?", "0.5", "number 0.5 - d1"},
        {"500", "[<10]0;[<100]0", "500", "number 500 - d0"},
    };
    for (const NumberCase& c : cases) {
        const auto stored = base::Decimal::parse(c.stored).value();
        const Value value = read_number(stored, c.format);
        EXPECT_EQ(value.raw, c.raw) << c.stored << " as " << c.format;
        EXPECT_EQ(describe(value), c.expected) << c.stored << " as " << c.format;
        EXPECT_EQ(value.stored, stored);
        EXPECT_EQ(value.format, c.format);
    }
}

TEST(ReadNumber, AnEmptyFormatIsGeneral) {
    EXPECT_EQ(read_number(base::Decimal(5), "").format, "General");
}

TEST(ReadError, KeepsItsCode) {
    EXPECT_EQ(describe(read_error("#REF!")), "error #REF!");
    EXPECT_EQ(read_error("#REF!").raw, "#REF!");
}

TEST(BlankValue, KeepsItsSpaces) {
    EXPECT_EQ(describe(blank_value("  ")), "blank");
    EXPECT_EQ(blank_value("  ").raw, "  ");
    EXPECT_EQ(blank_value(), Value{});
}

}  // namespace
}  // namespace shinchoku::plan
