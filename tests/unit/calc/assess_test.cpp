// Whole assessments from cells as people type them: tests/calc/assess.csv.

#include <gtest/gtest.h>

#include "csv_table.h"
#include "indicators.h"
#include "plan/value_reading.h"

namespace shinchoku::calc {
namespace {

plan::Value read_cell(const std::string& text) {
    return text.starts_with('#') ? plan::read_error(text) : plan::read_text(text);
}

std::string part(const std::string& cells, std::size_t index) {
    const std::vector<std::string> parts = split(cells, '|');
    return index < parts.size() ? parts[index] : "";
}

// "method=mirror;tolerance=1"
std::map<std::string, std::string> settings(const std::string& text) {
    std::map<std::string, std::string> result;
    for (const std::string& setting : split(text, ';')) {
        const auto equals = setting.find('=');
        if (equals != std::string::npos) {
            result[setting.substr(0, equals)] = setting.substr(equals + 1);
        }
    }
    return result;
}

plan::Indicator indicator_of(CsvRow& row) {
    plan::Indicator result;
    result.id = "1-1-1/1";
    result.name = row["name"];
    if (const std::string& baseline = row["baseline"]; !baseline.empty()) {
        const auto colon = baseline.find(':');
        result.baseline = plan::Baseline{std::stoi(baseline.substr(0, colon)),
                                         read_cell(baseline.substr(colon + 1))};
    }
    for (std::size_t i = 0; i < 5; ++i) {
        const std::string target = part(row["targets"], i);
        const std::string actual = part(row["actuals"], i);
        if (!target.empty() || !actual.empty()) {
            result.years.push_back(
                year(2026 + static_cast<int>(i), read_cell(target), read_cell(actual)));
        }
    }
    plan::IndicatorCells cells;
    if (!row["stated"].empty()) {
        cells.stated_direction = row["stated"];
    }
    plan::settle_indicator(result, cells);
    auto set = settings(row["set"]);
    if (set.contains("method")) {
        result.method = set["method"];
    }
    if (set.contains("tolerance")) {
        result.tolerance = decimal(set["tolerance"]);
    }
    if (set["accumulation"] == "per_year") {
        result.accumulation = plan::Accumulation::per_year;
    }
    return result;
}

TEST(Assess, EveryRowOfTheTableIsAssessedAsItSays) {
    const auto rows = read_table("assess.csv");
    ASSERT_GT(rows.size(), 60u);
    for (CsvRow row : rows) {
        SCOPED_TRACE(row["line"] + " " + row["name"] + ": " + row["source"]);
        const plan::Indicator indicator = indicator_of(row);
        auto set = settings(row["set"]);
        Scheme scheme = default_scheme();
        scheme.method = set["scheme"];
        const AssessOptions options{.as_of = *plan::parse_iso_date(row["asof"]),
                                    .layout_method = set["layout"],
                                    .layout_tolerance = set["layout_tolerance"]};
        const Assessment a = assess_one(indicator, std::stoi(row["year"]), scheme, options);
        EXPECT_EQ(a.method ? std::string(name_of(*a.method)) : "", row["method"]);
        EXPECT_EQ(name_of(a.status), row["status"]);
        EXPECT_EQ(shown(a.rate), row["rate"]);
        EXPECT_EQ(shown(a.rate_simple), row["simple"]);
        EXPECT_EQ(shown(a.rate_progress), row["progress"]);
        EXPECT_EQ(shown(a.pace), row["pace"]);
        EXPECT_EQ(a.grade, row["grade"]);
        EXPECT_EQ(a.disagree ? "yes" : "no", row["disagree"]);
        EXPECT_FALSE(a.trace.ja.empty());
        EXPECT_FALSE(a.trace.en.empty());
        EXPECT_EQ(a.method.has_value(), !a.why.ja.empty());
    }
}

// Nothing says in what the change is counted: a document from elsewhere can leave it out.
TEST(Assess, AChangeWithoutItsUnitHasNoFigure) {
    const plan::Value target =
        value_of(plan::Relative{.change = decimal("3"), .of = plan::RelativeTo::baseline});
    const Assessment a = assess_one(indicator(number("100"), {year(2026, target, number("105"))}));
    EXPECT_EQ(a.status, Status::unclear);
    EXPECT_FALSE(a.rate);
}

}  // namespace
}  // namespace shinchoku::calc
