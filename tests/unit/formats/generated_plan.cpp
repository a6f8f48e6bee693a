#include "generated_plan.h"

#include <algorithm>
#include <iterator>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace shinchoku::formats {

namespace {

using base::Decimal;

// std::mt19937 gives the same numbers everywhere; the standard's distributions do not.
class Dice {
public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}

    int below(int count) { return static_cast<int>(engine_() % static_cast<std::uint32_t>(count)); }
    bool coin() { return below(2) == 0; }

    template <class T, std::size_t n>
    T one_of(const T (&choices)[n]) {
        return choices[below(static_cast<int>(n))];
    }

    std::string text() {
        return one_of<const char*>({"",
                                    "納税課",
                                    "\"引用\"、\\ と\n改行",
                                    "=1+1",
                                    "𠮷野家 髙",
                                    "\x01\t",
                                    "－１２．５％",
                                    "ends in a space "});
    }

    Decimal number() {
        return one_of<Decimal>({Decimal(0),
                                Decimal(-158),
                                *Decimal::parse("98.60"),
                                *Decimal::parse("0.000000000001"),
                                *Decimal::parse("949451676.25"),
                                *Decimal::parse("123456789012345678901234567890.5"),
                                Decimal(INT64_MIN)});
    }

    template <class Make>
    auto maybe(Make make) {
        using T = decltype(make());
        return coin() ? std::optional<T>(make()) : std::nullopt;
    }
    std::optional<std::string> maybe_text() {
        return maybe([&] { return text(); });
    }
    std::optional<Decimal> maybe_number() {
        return maybe([&] { return number(); });
    }

    template <class Make>
    auto list(int at_most, Make make) {
        std::vector<decltype(make())> made;
        std::generate_n(std::back_inserter(made), below(at_most + 1), make);
        return made;
    }

private:
    std::mt19937 engine_;
};

plan::UnitAndForm form(Dice& dice) {
    plan::UnitAndForm made;
    made.unit_from = dice.one_of({plan::UnitFrom::cell,
                                  plan::UnitFrom::unit_column,
                                  plan::UnitFrom::name,
                                  plan::UnitFrom::none});
    if (made.unit_from != plan::UnitFrom::none) {
        made.unit = "件";
    }
    made.decimals = dice.below(4);
    made.scale = dice.one_of<std::int64_t>({1, 1000, 10000, 1000000000000});
    return made;
}

plan::Comparator comparator(Dice& dice) {
    return dice.one_of({plan::Comparator::at_most,
                        plan::Comparator::below,
                        plan::Comparator::at_least,
                        plan::Comparator::above});
}

plan::Relative relative(Dice& dice) {
    plan::Relative made;
    made.change = dice.maybe_number();
    made.change_unit = dice.maybe_text();
    made.of = dice.maybe([&] {
        return dice.one_of({plan::RelativeTo::previous_year, plan::RelativeTo::baseline});
    });
    made.share = dice.maybe_number();
    made.comparator = dice.maybe([&] { return comparator(dice); });
    made.resolved = dice.list(2, [&] {
        return plan::ResolvedFigure{dice.maybe_text(), dice.number(), dice.maybe_text()};
    });
    return made;
}

plan::Value value(Dice& dice, int depth = 0);

plan::Value::Content content(Dice& dice, int depth) {
    switch (dice.below(depth < 2 ? 12 : 11)) {
        case 0:
            return plan::Number{dice.number(), form(dice)};
        case 1:
            return plan::Bound{comparator(dice), dice.number(), form(dice)};
        case 2:
            return plan::Range{Decimal(-1), Decimal(10), form(dice)};
        case 3:
            return relative(dice);
        case 4:
            return plan::TrendWord{
                dice.one_of({plan::Trend::up, plan::Trend::down, plan::Trend::keep})};
        case 5:
            return plan::Milestone{dice.coin() ? std::vector{1, 7} : std::vector<int>{}};
        case 6:
            return plan::Continue{};
        case 7:
            return plan::None{};
        case 8:
            return plan::Unavailable{};
        case 9:
            return plan::Blank{};
        case 10:
            return plan::CellError{"#DIV/0!"};
        default:
            return plan::Compound{dice.list(2, [&] {
                return plan::Part{dice.text(), value(dice, depth + 1)};
            })};
    }
}

plan::Value value(Dice& dice, int depth) {
    plan::Value made;
    made.content = content(dice, depth);
    made.raw = dice.text();
    if (dice.coin()) {
        made.stored = dice.number();
        made.format = "#,##0\"件\"";
    }
    made.qualifiers.approximate = dice.coin();
    made.qualifiers.cumulative = dice.coin();
    made.qualifiers.provisional = dice.coin();
    if (dice.coin()) {
        made.qualifiers.as_of = "R2.6.1現在";
        made.qualifiers.as_of_year = dice.maybe([] { return 2020; });
    }
    made.footnote = dice.maybe_text();
    made.remark = dice.maybe_text();
    return made;
}

plan::Indicator indicator(Dice& dice) {
    plan::Indicator made;
    made.id = "1-1-1/1";
    made.name = dice.text();
    made.category = dice.maybe_text();
    made.unit = dice.maybe_text();
    made.direction = dice.one_of({plan::Direction::up,
                                  plan::Direction::down,
                                  plan::Direction::keep,
                                  plan::Direction::within,
                                  plan::Direction::none,
                                  plan::Direction::unknown});
    made.direction_from = dice.one_of({plan::DirectionFrom::stated,
                                       plan::DirectionFrom::bound,
                                       plan::DirectionFrom::numbers,
                                       plan::DirectionFrom::fallback});
    made.accumulation = dice.one_of({plan::Accumulation::cumulative,
                                     plan::Accumulation::per_year,
                                     plan::Accumulation::level,
                                     plan::Accumulation::unknown});
    made.method = dice.maybe_text();
    made.scheme = dice.maybe_text();
    made.weight = dice.maybe_number();
    made.tolerance = dice.maybe_number();
    made.note = dice.text();
    made.baseline = dice.maybe([&] {
        return plan::Baseline{dice.maybe([] { return 2024; }), value(dice)};
    });
    int year = 2025;
    made.years = dice.list(5, [&] {
        return plan::YearEntry{++year, value(dice), value(dice), dice.text()};
    });
    made.revisions = dice.list(2, [&] {
        return plan::Revision{2028, 2030, value(dice), value(dice), dice.text()};
    });
    return made;
}

plan::ScheduleCell schedule_cell(Dice& dice) {
    return {2026, 2027, dice.text(), dice.maybe([&] {
                return dice.one_of({plan::ScheduleMark::bar,
                                    plan::ScheduleMark::same,
                                    plan::ScheduleMark::more,
                                    plan::ScheduleMark::less});
            })};
}

plan::ApproachItem item(Dice& dice) {
    return {dice.one_of({plan::ItemMark::new_item, plan::ItemMark::expanded, plan::ItemMark::none}),
            dice.text()};
}

plan::Measure measure(Dice& dice) {
    plan::Measure made;
    made.id = "1-1-" + std::to_string(1 + dice.below(30));
    made.group = dice.coin() ? "1-1" : "";
    made.label = dice.text();
    made.title = dice.text();
    made.departments = dice.list(3, [&] { return dice.text(); });
    made.leading = dice.coin();
    made.texts = {{"current_state", dice.text()}, {"final_goal", dice.text()}, {"own", ""}};
    made.footnotes = dice.list(2, [&] { return plan::Footnote{"※", dice.text()}; });
    made.indicators = dice.list(3, [&] { return indicator(dice); });
    made.evaluations = dice.list(2, [&] {
        return plan::Evaluation{dice.maybe_text(),
                                dice.maybe([] { return 2026; }),
                                dice.maybe_number(),
                                dice.text(),
                                dice.maybe([] { return 3; }),
                                dice.text(),
                                dice.text()};
    });
    made.schedule = dice.list(2, [&] {
        return plan::ScheduleRow{dice.text(), dice.text(), dice.coin(), dice.list(2, [&] {
                                     return schedule_cell(dice);
                                 })};
    });
    made.approaches = dice.list(2, [&] {
        return plan::Approach{dice.text(),
                              dice.coin(),
                              dice.list(3, [&] { return dice.text(); }),
                              dice.list(2, [&] { return item(dice); })};
    });
    made.source = {dice.text(), dice.text(), "A1:F12"};
    return made;
}

}  // namespace

plan::Value generate_value(std::uint32_t seed) {
    Dice dice(seed);
    return value(dice);
}

plan::Plan generate_plan(std::uint32_t seed) {
    Dice dice(seed);
    plan::Plan made;
    made.id = dice.text();
    made.layout = dice.text();
    made.title = dice.text();
    made.municipality = dice.text();
    made.municipality_code = dice.coin() ? "192082" : "";
    made.first_year = dice.coin() ? 2026 : 0;
    made.last_year = made.first_year;
    made.groups = dice.list(3, [&] {
        return plan::Group{dice.text(), dice.maybe_text(), dice.text(), dice.text()};
    });
    made.measures = dice.list(3, [&] { return measure(dice); });
    return made;
}

}  // namespace shinchoku::formats
