#include "plan/number_format.h"

#include <gtest/gtest.h>

#include <string_view>

namespace shinchoku::plan {
namespace {

base::Decimal number(std::string_view text) {
    return base::Decimal::parse(text).value();
}

struct DisplayCase {
    std::string_view number;
    std::string_view code;
    std::string_view expected;
};

template <std::size_t count>
void expect_display(const DisplayCase (&cases)[count]) {
    for (const DisplayCase& c : cases) {
        EXPECT_EQ(display_number(number(c.number), c.code), c.expected)
            << c.number << " as " << c.code;
    }
}

TEST(NumberFormat, DigitsAreFilledRoundedAndGrouped) {
    const DisplayCase cases[] = {
        {"0.986", "0.00%", "98.60%"},
        {"0.07", "0%", "7%"},
        {"12", "#,##0\"件\"", "12件"},
        {"110000", "#,##0", "110,000"},
        {"1234567.5", "#,##0.00", "1,234,567.50"},
        {"999", "#,##0", "999"},
        {"1000", "#,##0", "1,000"},
        {"0", "#,##0", "0"},
        {"0", "#", ""},
        {"0.5", "#.#", ".5"},
        {"5", "0.##", "5."},
        {"5.25", "0.0##", "5.25"},
        {"5", "000", "005"},
        {"1.005", "0.00", "1.01"},
        {"2.5", "0", "3"},
        {"-2.5", "0", "-3"},
        {"-0.4", "0", "0"},
        {"4263148000", "#,##0,\"千円\"", "4,263,148千円"},
        {"5490000000", "0.0,,\"百万円\"", "5490.0百万円"},
        {"12345678", "0000-0000", "1234-5678"},
        {"5", "0人", "5人"},
        {"1000", "[$¥-411]#,##0", "¥1,000"},
        {"1000", "\"¥\"#,##0;\"¥\"\\-#,##0", "¥1,000"},
        {"12345", "0.00E+00", "1.23E+04"},
        {"0.00012", "0.0E-00", "1.2E-04"},
        {"0", "0.00E+00", "0.00E+00"},
        {"12345678901234567890.5", "#,##0.0", "12,345,678,901,234,567,890.5"},
    };
    expect_display(cases);
}

TEST(NumberFormat, SectionsAreChosenBySignOrCondition) {
    const DisplayCase cases[] = {
        {"5", "#,##0;▲#,##0", "5"},
        {"-5", "#,##0;▲#,##0", "▲5"},
        {"-5", "#,##0_);(#,##0)", "(5)"},
        {"5", "#,##0_);(#,##0)", "5 "},
        {"0", "0;-0;\"-\"", "-"},
        {"-5", "0;0", "5"},
        {"150", "[>=100]0\"点満点\";0\"点\"", "150点満点"},
        {"50", "[>=100]0\"点満点\";0\"点\"", "50点"},
        {"-5", "[Red]0", "-5"},
        {"-5", "[赤]-0;[青]0", "5"},
        {"5", ";;;", ""},
    };
    expect_display(cases);
}

TEST(NumberFormat, GeneralAndTextShowTheShortestDecimalWithoutExponent) {
    const DisplayCase cases[] = {
        {"0.986", "General", "0.986"},
        {"1E20", "General", "100000000000000000000"},
        {"0.0000001", "", "0.0000001"},
        {"12", "General\"件\"", "12件"},
        {"-12", "General\"件\"", "-12件"},
        {"12", "@", "12"},
        {"0.5", "# ?/?", "0.5"},
    };
    expect_display(cases);
}

TEST(NumberFormat, DatesAreShownWithJapaneseEras) {
    const DisplayCase cases[] = {
        {"46538", "yyyy/m/d", "2027/5/31"},
        {"46538", "yyyy\"年\"m\"月\"d\"日\"", "2027年5月31日"},
        {"46538", "[$-411]ggge\"年\"m\"月\"d\"日\"", "令和9年5月31日"},
        {"46538", "[$-411]ge.m.d", "R9.5.31"},
        {"43586", "[$-411]ggge\"年\"m\"月\"d\"日\"", "令和1年5月1日"},
        {"43585", "[$-411]ge.m.d", "H31.4.30"},
        {"43586", "[$-ja-JP-x-gannen]ggge\"年\"", "令和元年"},
        {"46538", "aaa", "月"},
        {"46538", "d-mmm-yy", "31-May-27"},
        {"46538.75", "h:mm", "18:00"},
        {"46538.75", "h:mm AM/PM", "6:00 PM"},
        {"46538.5", "yyyy/m/d h:mm:ss", "2027/5/31 12:00:00"},
        {"1.5", "[h]:mm", "36:00"},
        {"60", "yyyy/m/d", "1900/2/29"},
        {"61", "yyyy/m/d", "1900/3/1"},
        {"1", "yyyy/m/d", "1900/1/1"},
        {"2958465", "yyyy/m/d", "9999/12/31"},
        {"2958466", "yyyy/m/d", "2958466"},
        {"-1", "yyyy/m/d", "-1"},
        {"1E30", "yyyy/m/d", "1000000000000000000000000000000"},
        {"43586", "[$-ja-JP-x-gannen][$-411]ggge\"年\"", "令和元年"},
        {"45351", "yyyy/m/d", "2024/2/29"},
    };
    expect_display(cases);
    EXPECT_EQ(display_number(number("45076"), "yyyy/m/d", true), "2027/5/31");
}

TEST(NumberFormat, EveryLengthOfADatePartHasItsForm) {
    const DisplayCase cases[] = {
        {"46538", "yy-mm-dd", "27-05-31"},
        {"46538", "mmm", "May"},
        {"46508", "mmmm", "May"},
        {"46539", "mmmm d", "June 1"},
        {"46539", "mmmmm", "J"},
        {"46538", "ddd", "Mon"},
        {"46538", "dddd", "Monday"},
        {"46538", "aaaa", "月曜日"},
        {"46538", "ge", "R9"},
        {"46538", "gge", "令9"},
        {"46538", "ee", "09"},
        {"46538", "r", "09"},
        {"46538", "rr", "令和09"},
        {"46538", "b", "70"},
        {"46538", "bbbb", "2570"},
        {"10000", "ge", "S2"},
        {"5000", "ggge", "大正2"},
        {"366", "gge", "明33"},
        {"0", "yyyy/m/d", "1900/1/0"},
    };
    expect_display(cases);
}

TEST(NumberFormat, MinutesAreToldFromMonthsByTheirNeighbours) {
    const DisplayCase cases[] = {
        {"46538.75", "m/d h:mm", "5/31 18:00"},
        {"46538.75", "h\"時\"m\"分\"", "18時0分"},
        {"46538.0104166667", "mm:ss", "15:00"},
        {"46538.5104166667", "h:mm:ss AM/PM", "12:15:00 PM"},
        {"46538.25", "AM/PM h", "AM 6"},
        {"46538.25", "h:mm A/P", "6:00 A"},
        {"46538.75", "h A/P", "6 P"},
        {"0.0625", "[mm]:ss", "90:00"},
        {"0.0625", "[s]", "5400"},
        {"1.5", "[hh]:mm", "36:00"},
        {"0.0625", "[SS]", "5400"},
        {"46538.75", "h AM/PM m\"分\"", "6 PM 0分"},
        {"0.25", "[HH]:MM", "06:00"},
        {"0.5", "AM/PM", "PM"},
    };
    expect_display(cases);
}

TEST(NumberFormat, ConditionsAndOddSectionsAreFollowed) {
    const DisplayCase cases[] = {
        {"5", "[<10]\"少\";[<100]\"中\";\"多\"", "少"},
        {"50", "[<10]\"少\";[<100]\"中\";\"多\"", "中"},
        {"500", "[<10]\"少\";[<100]\"中\";\"多\"", "多"},
        {"5", "[=5]\"丁度\";0", "丁度"},
        {"6", "[<>5]\"外れ\";0", "外れ"},
        {"5", "[<>5]\"外れ\";0", "5"},
        {"10", "[<=10]0\"以下\";0", "10以下"},
        {"1000", "#,###,", "1"},
        {"1234", "0,0.0", "1,234.0"},
        {"5", "??0", "  5"},
        {"0.5", "0.0?", "0.5 "},
        {"999.96", "0.0E+0", "1.0E+3"},
        {"12345", "##0.0E+0", "12.3E+3"},
        {"12", "0\"%\"", "12%"},
        {"500", "[<10]0\"少\";[<100]0\"中\"", "500"},
        {"5", "[>abc]0", "5"},
        {"5", "[xx]0", "5"},
        {"1.25", "0.0\"-\"0", "1.2-5"},
        {"1500", "0.0E+0\"件\"", "1.5E+3件"},
        {"12345", "0.0E-00", "1.2E04"},
        {"5", "0/\"人\"", "5/人"},
    };
    expect_display(cases);
}

TEST(NumberFormat, KindsOfFormatsAreTold) {
    EXPECT_TRUE(is_date_format("yyyy/m/d"));
    EXPECT_TRUE(is_date_format("[h]:mm"));
    EXPECT_TRUE(is_date_format("ggge"));
    EXPECT_TRUE(is_date_format("[>10]yyyy;[>5]yyyy"));
    EXPECT_FALSE(is_date_format("General"));
    EXPECT_FALSE(is_date_format("#,##0\"days\""));
    EXPECT_FALSE(is_date_format("0.00E+00"));
    EXPECT_FALSE(is_date_format("[Red]0"));
    EXPECT_TRUE(is_percent_format("0.0%"));
    EXPECT_FALSE(is_percent_format("0.0\"%\""));
}

TEST(NumberFormat, NoCodeBreaksIt) {
    for (const std::string_view code : {"\"",
                                        "\\",
                                        "[",
                                        "[$",
                                        "_",
                                        "*",
                                        ";",
                                        ";;;;;;",
                                        "[>]0",
                                        "0.0.0",
                                        ",,,",
                                        "%%%",
                                        "E+",
                                        "e",
                                        "[hms]",
                                        "/"}) {
        static_cast<void>(display_number(number("-1234.5"), code));
        static_cast<void>(displayed_figure(number("-1234.5"), code));
        static_cast<void>(is_date_format(code));
    }
}

}  // namespace
}  // namespace shinchoku::plan
