#include <gtest/gtest.h>

#include <iterator>
#include <random>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "describe.h"
#include "plan/value_reading.h"

namespace shinchoku::plan {
namespace {

using base::Decimal;

TEST(PrintValue, WhatWasTypedIsPrintedAsItWas) {
    for (const std::string_view text :
         {"５％以下　※", "▲158人 (2021)", "  ", "研 究・検討", "1,23"}) {
        EXPECT_EQ(print_value(read_text(text)), text);
    }
}

TEST(PrintValue, ContentWithoutTextIsPrintedAsItWouldBeTyped) {
    const std::string_view texts[] = {"98.60%",
                                      "110,000件",
                                      "-158人",
                                      "60万人",
                                      "4,263,148千円",
                                      "54.9億円",
                                      "5%以下 ※",
                                      "100人を超える",
                                      "3件未満",
                                      "10～20件",
                                      "1万～2万人",
                                      "前年度比3%増",
                                      "前年度以上",
                                      "前年度並み",
                                      "5%増 件数 7,354 人数 171,460",
                                      "書式数の30%",
                                      "増加",
                                      "維持",
                                      "研究・検討",
                                      "→",
                                      "—",
                                      "集計中",
                                      "件数 7,004 人数 163,295",
                                      "約80団体（累計）",
                                      "98.4%（R6）",
                                      "98.5%（見込み）",
                                      "前年度比5%増 105件",
                                      "前年度比0件増",
                                      "0%増",
                                      "全体の30%以上",
                                      "3%増（実施事業）",
                                      "50（職員の約10%）",
                                      "10%減"};
    for (const std::string_view text : texts) {
        Value value = read_text(text);
        value.raw.clear();
        Value again = read_text(print_value(value));
        again.raw.clear();
        EXPECT_EQ(describe(again), describe(value)) << text << " printed as " << print_value(value);
    }
    EXPECT_EQ(print_value(Value{}), "");
    EXPECT_EQ(print_value(read_error("#N/A")), "#N/A");
}

TEST(PrintValue, AUnitThatTheCellDoesNotShowIsNotPrinted) {
    Value value;
    value.content = Number{Decimal(80), {.unit = "千人", .unit_from = UnitFrom::unit_column}};
    EXPECT_EQ(print_value(value), "80");
    // A scale that has no word of its own.
    value.content = Number{Decimal(70), {.scale = 7}};
    EXPECT_EQ(print_value(value), "70");
}

class RandomValues {
public:
    Value next() {
        Value value;
        switch (random_() % 8) {
            case 0:
            case 1:
                value.content = Number{figure(), form()};
                break;
            case 2:
                value.content = Bound{static_cast<Comparator>(random_() % 4), figure(), form()};
                break;
            case 3: {
                const Decimal low = figure();
                value.content = Range{low, low + figure().abs(), form()};
                break;
            }
            case 4:
                value.content = relative();
                break;
            case 5:
                value.content = TrendWord{static_cast<Trend>(random_() % 3)};
                break;
            case 6:
                value.content = milestone();
                break;
            default:
                value.content = pick_word();
                break;
        }
        keep_decimals(value);
        value.qualifiers.cumulative = form_of(value) != nullptr && random_() % 4 == 0;
        return value;
    }

private:
    Decimal figure() {
        const auto digits = static_cast<std::int64_t>(random_() % 1000000);
        const Decimal number = Decimal(digits).shifted(-static_cast<int>(random_() % 3));
        return random_() % 5 == 0 ? -number : number;
    }
    UnitAndForm form() {
        static constexpr std::string_view units[] = {"件", "%", "人", "円", "㎡", "人/日", "か所"};
        UnitAndForm form;
        if (random_() % 4 != 0) {
            form.unit = units[random_() % std::size(units)];
            form.unit_from = UnitFrom::cell;
        }
        return form;
    }
    // A form that prints the number in full.
    static void keep_decimals(Value& value) {
        if (auto* number = std::get_if<Number>(&value.content)) {
            number->form.decimals = number->number.decimals();
        } else if (auto* bound = std::get_if<Bound>(&value.content)) {
            bound->form.decimals = bound->number.decimals();
        } else if (auto* range = std::get_if<Range>(&value.content)) {
            range->form.decimals = std::max(range->low.decimals(), range->high.decimals());
        }
    }
    Relative relative() {
        Relative relative;
        relative.change = Decimal(1) + figure().abs();
        relative.change = random_() % 2 == 0 ? *relative.change : -*relative.change;
        relative.change_unit = random_() % 2 == 0 ? "%" : "ポイント";
        if (random_() % 2 == 0) {
            relative.of = random_() % 2 == 0 ? RelativeTo::previous_year : RelativeTo::baseline;
        }
        if (random_() % 3 == 0) {
            relative.resolved.push_back({"件数", figure().abs(), "件"});
        }
        return relative;
    }
    Milestone milestone() {
        Milestone milestone;
        for (int step = 1; step <= 7; ++step) {
            if (random_() % 3 == 0) {
                milestone.steps.push_back(step);
            }
        }
        return milestone;
    }
    Value::Content pick_word() {
        switch (random_() % 4) {
            case 0:
                return Continue{};
            case 1:
                return None{};
            case 2:
                return Unavailable{};
            default:
                return Blank{};
        }
    }

    std::mt19937_64 random_{31};
};

TEST(PrintValue, PrintedContentIsReadBackEqual) {
    RandomValues values;
    for (int i = 0; i < 1000; ++i) {
        const Value value = values.next();
        Value again = read_text(print_value(value));
        again.raw.clear();
        EXPECT_EQ(again, value) << describe(value) << " printed as " << print_value(value)
                                << " read as " << describe(again);
    }
}

std::string widen(std::string_view text) {
    std::u32string wide = base::to_utf32(text);
    for (char32_t& c : wide) {
        c = c > 0x20 && c < 0x7F ? c + 0xFEE0 : c == 0x20 ? 0x3000 : c;
    }
    return base::to_utf8(wide);
}

TEST(ReadText, FullWidthReadsAsHalfWidth) {
    for (const std::string_view text : {"98.60%",
                                        "110,000件",
                                        "-5",
                                        "+5",
                                        "(5)",
                                        "5%以下",
                                        "~10",
                                        "10~20件",
                                        ">=5",
                                        "R2",
                                        "98(R2.6.1現在)",
                                        "24,114 m2",
                                        "8人/日",
                                        "1,23",
                                        "3/5施設",
                                        "件数:7,004 人数:163,295",
                                        "UP",
                                        "N/A",
                                        "5%増 7,354",
                                        "10-20件",
                                        "854,506,508 (10%縮減)"}) {
        const Value narrow = read_text(text);
        Value wide = read_text(widen(text));
        if (wide.qualifiers.as_of) {
            wide.qualifiers.as_of = base::fold_width(*wide.qualifiers.as_of);
        }
        EXPECT_EQ(describe(wide), describe(narrow)) << text;
    }
}

TEST(ReadText, AnyTextGivesAValue) {
    static constexpr std::u32string_view alphabet =
        U"0123456789,.%()（）～-—▲+¥件人円万億千年度月日約以上下増減前比の累計→※、・:/R令和元 "
        U"\n増加検討実施";
    std::mt19937_64 random(7);
    for (int i = 0; i < 5000; ++i) {
        std::u32string text;
        for (std::size_t size = random() % 14; size > 0; --size) {
            text += alphabet[random() % alphabet.size()];
        }
        const std::string typed = base::to_utf8(text);
        const Value value = read_text(typed);
        EXPECT_EQ(value.raw, typed);
        if (const auto* range = value.as<Range>()) {
            EXPECT_LE(range->low, range->high) << typed;
        }
        static_cast<void>(is_malformed_number(value));
        static_cast<void>(print_value(value));
    }
    static_cast<void>(read_text(std::string(40000, '9')));
    static_cast<void>(read_text(std::string(250, '(')));
    static_cast<void>(read_text("\xFF\xFE\x80"));
}

}  // namespace
}  // namespace shinchoku::plan
