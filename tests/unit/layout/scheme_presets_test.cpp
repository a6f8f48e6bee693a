// The rating schemes of templates/schemes as they grade: tests/calc/schemes.csv holds each boundary
// on, just below and just above.

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "../calc/csv_table.h"
#include "../calc/indicators.h"
#include "calc/grade.h"
#include "layout/embedded.h"
#include "layout/scheme_file.h"
#include "layout/scheme_library.h"

namespace shinchoku::layout {
namespace {

calc::Scheme preset(const std::string& id) {
    FoundScheme found = find_scheme({}, id);
    EXPECT_TRUE(found.scheme) << id;
    return found.scheme.value_or(calc::Scheme());
}

plan::Indicator indicator_of(const calc::CsvRow& row) {
    const auto baseline = row.at("baseline").empty()
                              ? std::optional<plan::Value>()
                              : std::optional<plan::Value>(calc::number(row.at("baseline")));
    // A scheme by pace looks at a final target, in the plan's fifth year.
    const bool by_pace = row.at("scheme") == "tama" || row.at("scheme") == "open-sdg";
    std::vector<plan::YearEntry> years{
        calc::year(2026,
                   by_pace ? plan::Value() : calc::number(row.at("target")),
                   calc::number(row.at("actual")))};
    if (by_pace) {
        years.push_back(calc::year(2030, calc::number(row.at("target"))));
    }
    plan::Indicator indicator = calc::indicator(baseline, std::move(years));
    indicator.direction =
        row.at("direction") == "down" ? plan::Direction::down : plan::Direction::up;
    return indicator;
}

TEST(SchemePresets, EveryBoundaryIsOnTheSideThatTheSourceSays) {
    std::set<std::string> tried;
    for (const calc::CsvRow& row : calc::read_table("schemes.csv")) {
        const calc::Scheme scheme = preset(row.at("scheme"));
        const calc::Assessment one = calc::assess_one(indicator_of(row), 2026, scheme);
        EXPECT_EQ(one.grade, row.at("grade"))
            << row.at("line") << " " << row.at("scheme") << " " << one.trace.ja;
        EXPECT_EQ(one.scheme, row.at("scheme"));
        tried.insert(row.at("scheme"));
    }
    for (const EmbeddedFile& file : embedded_schemes()) {
        EXPECT_TRUE(tried.contains(std::string(file.id))) << file.id << " has no row";
    }
}

TEST(SchemePresets, EachHasATitleInBothLanguagesAndASourceAndIsCalledAsItsFile) {
    EXPECT_EQ(embedded_schemes().size(), 12U);
    for (const EmbeddedFile& file : embedded_schemes()) {
        const auto loaded = load_scheme(file.toml);
        ASSERT_TRUE(loaded) << file.id;
        EXPECT_EQ(loaded.value().id, file.id);
        EXPECT_FALSE(loaded.value().title.ja.empty());
        EXPECT_FALSE(loaded.value().title.en.empty());
        EXPECT_FALSE(loaded.value().source.empty());
        for (std::size_t i = 0; i < loaded.value().grades.size(); ++i) {
            const base::Text condition =
                calc::condition_of(loaded.value(), loaded.value().grades, i);
            EXPECT_FALSE(condition.ja.empty()) << file.id;
            EXPECT_FALSE(condition.en.empty()) << file.id;
        }
    }
}

TEST(SchemePresets, AnIdIsNeverTakenForAPath) {
    for (const char* id : {"../schemes/fuji", "/etc/passwd", "fuji.toml", "./fuji", "", "Fuji"}) {
        const FoundScheme found = find_scheme({}, id);
        EXPECT_FALSE(found.scheme) << id;
        EXPECT_TRUE(found.faults.empty() && !found.unreadable) << id;
    }
}

TEST(SchemePresets, TheDefaultOfTheTemplatesIsTheOneBuiltIn) {
    const calc::Scheme scheme = preset("default");
    const calc::Scheme& built_in = calc::default_scheme();
    ASSERT_EQ(scheme.grades.size(), built_in.grades.size());
    for (std::size_t i = 0; i < scheme.grades.size(); ++i) {
        EXPECT_EQ(scheme.grades[i].name, built_in.grades[i].name);
        ASSERT_EQ(scheme.grades[i].threshold.has_value(), built_in.grades[i].threshold.has_value());
        if (scheme.grades[i].threshold) {
            EXPECT_EQ(scheme.grades[i].threshold->from_percent,
                      built_in.grades[i].threshold->from_percent);
        }
    }
}

TEST(SchemePresets, ABetterActualNeverGetsAWorseGrade) {
    std::mt19937_64 engine(20260401);
    const auto any = [&](int low, int high) {
        return base::Decimal(std::uniform_int_distribution<int>(low, high)(engine)).shifted(-1);
    };
    for (const EmbeddedFile& file : embedded_schemes()) {
        const calc::Scheme scheme = preset(std::string(file.id));
        int compared = 0;
        for (int i = 0; i < 120; ++i) {
            const bool down = i % 2 == 0;
            const base::Decimal target = any(10, 2000);
            const base::Decimal baseline = down ? target + any(1, 900) : any(1, 9);
            plan::Indicator one = calc::indicator(
                calc::number(baseline),
                {calc::year(2026, calc::number(target)), calc::year(2030, calc::number(target))});
            one.direction = down ? plan::Direction::down : plan::Direction::up;
            base::Decimal worse = any(1, 4000);
            base::Decimal better = any(1, 4000);
            if (down ? better > worse : better < worse) {
                std::swap(worse, better);
            }
            one.years[0].actual = calc::number(worse);
            const auto low = calc::rank_of(scheme, calc::assess_one(one, 2026, scheme).grade);
            one.years[0].actual = calc::number(better);
            const auto high = calc::rank_of(scheme, calc::assess_one(one, 2026, scheme).grade);
            if (low && high) {
                ++compared;
                EXPECT_LE(*high, *low)
                    << file.id << " " << worse.to_string() << " " << better.to_string();
            }
        }
        EXPECT_EQ(compared > 30, scheme.basis != calc::Basis::person) << file.id;
    }
}

TEST(SchemePresets, ARateThatOnlyReachesAThresholdWhenRoundedSaysSo) {
    const plan::Indicator one =
        calc::indicator({}, {calc::year(2026, calc::number("100"), calc::number("79.95"))});
    const calc::Assessment assessment = calc::assess_one(one);
    EXPECT_EQ(assessment.grade, "C");
    EXPECT_EQ(calc::shown(assessment.rate), "80.0");
    EXPECT_NE(assessment.trace.ja.find("表示は80.0%だが、正確な値は80%に届かない"),
              std::string::npos);
    EXPECT_NE(assessment.trace.en.find("the exact rate is below 80%"), std::string::npos);
}

TEST(SchemePresets, WordsAreGradedByTheirStepWhereTheSchemeSaysHow) {
    struct Case {
        const char* scheme;
        int stated;
        const char* grade;
    };
    const Case cases[] = {
        {"default", 5, "A"},
        {"default", 4, "D"},
        {"osaka-library", 6, "A"},
        {"osaka-library", 5, "B"},
        {"osaka-library", 3, "C"},
        {"osaka-library", 2, "D"},
        {"sano", 5, "3"},
        {"sano", 1, "2"},
        {"two-axes", 5, "完了"},
        {"two-axes", 4, "取組中"},
        {"five-steps", 5, "5"},
        {"five-steps", 4, "4"},
        {"five-steps", 1, "1"},
        {"akiruno", 5, ""},
    };
    for (const Case& c : cases) {
        plan::Plan plan;
        plan.first_year = 2026;
        plan.last_year = 2026;
        plan::Indicator indicator =
            calc::indicator({},
                            {calc::year(2026,
                                        calc::value_of(plan::Milestone{{5}}, "実施"),
                                        calc::value_of(plan::Milestone{{c.stated}}, "言葉"))});
        plan::Measure measure;
        measure.evaluations.push_back({.indicator = indicator.id, .year = 2026, .step = c.stated});
        measure.indicators.push_back(std::move(indicator));
        plan.measures.push_back(std::move(measure));
        const calc::Scheme scheme = preset(c.scheme);
        const auto assessments = calc::assess(plan, scheme, calc::closed_options());
        EXPECT_EQ(assessments.at(0).grade, c.grade) << c.scheme << " " << c.stated;
        if (c.stated == 5 && *c.grade != '\0' && std::string(c.scheme) != "osaka-library") {
            EXPECT_EQ(calc::rank_of(scheme, assessments.at(0)), 0U) << c.scheme;
        }
    }
}

TEST(SchemePresets, ComparisonsAgreeWithWhatWasJudged) {
    // A strict bound that is only touched is missed, and not at the target.
    plan::Indicator strict = calc::indicator(
        calc::number("2"),
        {calc::year(
            2026,
            calc::value_of(plan::Bound{plan::Comparator::above, calc::decimal("10"), {}}, "10超"),
            calc::number("10"))});
    EXPECT_EQ(calc::assess_one(strict, 2026, preset("ino")).grade, "△");
    EXPECT_EQ(calc::assess_one(strict, 2026, preset("two-axes")).grade, "一部達成");
    // What is near enough to be kept is at the target.
    plan::Indicator kept = calc::indicator(
        calc::number("61"), {calc::year(2026, calc::number("61"), calc::number("60.5"))});
    kept.tolerance = calc::decimal("1");
    EXPECT_EQ(calc::assess_one(kept, 2026, preset("ino")).grade, "○");
    EXPECT_EQ(calc::assess_one(kept, 2026, preset("two-axes")).grade, "達成");
    // A baseline in another unit is none.
    const plan::Indicator units =
        calc::indicator(calc::number("60", "件"),
                        {calc::year(2026, calc::number("80", "%"), calc::number("70", "%"))});
    EXPECT_EQ(calc::assess_one(units, 2026, preset("nagayo")).grade, "−");
    EXPECT_EQ(calc::assess_one(units, 2026, preset("ino")).grade, "△");
}

TEST(SchemePresets, AnIndicatorsOwnSchemeStandsBeforeThePlans) {
    plan::Indicator one =
        calc::indicator({}, {calc::year(2026, calc::number("100"), calc::number("85"))});
    const calc::Schemes schemes{{"fuji", preset("fuji")}};
    calc::AssessOptions options = calc::closed_options();
    options.schemes = &schemes;
    EXPECT_EQ(calc::assess_one(one, 2026, calc::default_scheme(), options).grade, "B");
    one.scheme = "fuji";
    EXPECT_EQ(calc::assess_one(one, 2026, calc::default_scheme(), options).grade, "80%以上");
    one.scheme = "unknown";
    EXPECT_EQ(calc::assess_one(one, 2026, calc::default_scheme(), options).grade, "B");
}

}  // namespace
}  // namespace shinchoku::layout
