// The rules on the five plans as published: which of them speak, and where. What they say was
// compared with reference/published-faults.md; anything more is a false alarm.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include <nlohmann/json.hpp>

#include "check/check.h"
#include "plan/value_reading.h"

namespace shinchoku::check {
namespace {

using nlohmann::json;
using Lines = std::vector<std::string>;

json facts(const std::string& name) {
    std::ifstream file(std::string(SHINCHOKU_SHARED_DIR) + "/plans/" + name + ".json");
    return json::parse(file);
}

std::string text(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

// Reads the facts of a plan into the shape in which a binder hands over sheets: one measure a
// sheet, targets in row 12, the baseline in column H.
class FactSheets {
public:
    FactSheets(int first_year, int last_year) {
        reading_.plan.first_year = first_year;
        reading_.plan.last_year = last_year;
    }

    void begin(const std::string& id, const std::string& title) {
        plan::Measure measure;
        measure.id = id;
        measure.title = title;
        layout::MeasurePlaces places;
        places.sheet = id;
        places.sheet_index = static_cast<int>(reading_.places.size());
        reading_.plan.measures.push_back(std::move(measure));
        reading_.places.push_back(std::move(places));
    }

    struct Row {
        std::string name;
        std::optional<std::string> unit_column;
        std::string stated;
        std::optional<std::string> baseline;
        std::optional<int> baseline_year;
        std::map<int, std::string> targets;
        std::string footnote;
    };

    void add(const Row& row) {
        plan::Measure& measure = reading_.plan.measures.back();
        plan::Indicator indicator;
        indicator.id = measure.id + "/" + std::to_string(measure.indicators.size() + 1);
        indicator.name = row.name;
        layout::IndicatorPlaces places;
        const auto top = static_cast<std::uint32_t>(11 + measure.indicators.size());
        if (row.baseline) {
            const plan::Value value = plan::read_text(*row.baseline);
            indicator.baseline = plan::Baseline{row.baseline_year, value};
            places.baseline = base::CellRef{top, 7};
        }
        if (row.unit_column) {
            places.unit = base::CellRef{top, 8};
        }
        for (const auto& [year, target] : row.targets) {
            const auto column = static_cast<std::uint32_t>(year - reading_.plan.first_year + 1);
            indicator.years.push_back({.year = year, .target = plan::read_text(target)});
            places.years.push_back({.year = year, .target = base::CellRef{top, column}});
        }
        plan::IndicatorCells cells{.unit_column = row.unit_column};
        if (!row.stated.empty()) {
            cells.stated_direction = row.stated;
        }
        plan::settle_indicator(indicator, cells);
        measure.indicators.push_back(std::move(indicator));
        reading_.places.back().indicators.push_back(std::move(places));
    }

    plan::Measure& last() { return reading_.plan.measures.back(); }
    layout::MeasurePlaces& last_places() { return reading_.places.back(); }
    layout::Reading& reading() { return reading_; }

private:
    layout::Reading reading_;
};

// "T02 warning 4-1-1 F12": all but the remarks on how numbers are stored.
Lines speak(const layout::Reading& reading, CheckOptions options = {}) {
    options.as_of = {reading.plan.first_year - 1, 6, 1};  // nothing is due yet
    Lines lines;
    for (const base::Finding& finding : check(reading, options)) {
        if (finding.rule != "C01" && finding.rule != "C02") {
            lines.push_back(finding.rule + " " + std::string(base::name_of(finding.severity)) +
                            " " + finding.sheet.value_or("-") + " " +
                            (finding.cell ? base::to_a1(*finding.cell) : "-"));
        }
    }
    return lines;
}

std::string group_of(const json& sheet) {
    static const std::map<std::string, std::string> marks{
        {"①", "1"}, {"②", "2"}, {"③", "3"}, {"④", "4"}};
    return std::to_string(sheet["policy_no"].get<int>()) + "-" +
           marks.at(sheet["item_mark"].get<std::string>());
}

FactSheets minami_alps() {
    FactSheets sheets(2026, 2030);
    std::map<std::string, int> places;
    const json published = facts("minami_alps");
    for (const json& sheet : published["sheets"]) {
        const std::string group = group_of(sheet);
        sheets.begin(std::to_string(sheet["seq"].get<int>()), text(sheet, "main_measure"));
        sheets.last().group = group;
        sheets.last().departments = sheet["departments"].get<std::vector<std::string>>();
        sheets.last_places().draws_target_each_year = true;
        sheets.last_places().fields["group"] = {1, 1};
        for (const json& goal : sheet["final_goal_numbers"]) {
            sheets.last().texts["final_goal"] +=
                text(goal, "about") + text(goal, "by") + text(goal, "raw") + "とする。";
        }
        FactSheets::Row row{.name = text(sheet, "definition_raw")};
        for (const json& target : sheet["targets"]) {
            row.targets[target["year"].get<int>()] = text(target, "raw");
        }
        sheets.add(row);
        auto& groups = sheets.reading().plan.groups;
        if (std::none_of(
                groups.begin(), groups.end(), [&](const auto& g) { return g.id == group; })) {
            groups.push_back({group, group.substr(0, 1), "", text(sheet, "item_title")});
        }
    }
    return sheets;
}

TEST(PublishedPlans, MinamiAlps) {
    FactSheets sheets = minami_alps();
    layout::Layout outline;
    const json published = facts("minami_alps");
    for (const json& row : published["list_of_measures"]) {
        outline.group_outline.push_back({group_of(row), text(row, "item_title")});
        for (const plan::Measure& measure : sheets.reading().plan.measures) {
            for (const std::string& name : measure.departments) {
                outline.departments.names.push_back(name);
            }
        }
    }
    CheckOptions options;
    options.layouts["minami_alps"] = &outline;
    EXPECT_EQ(speak(sheets.reading(), options),
              (Lines{"T02 warning 1 F12",   // MA31: 99% of another rate than the row's
                     "S10 warning 9 B2",    // MA07
                     "T09 info 9 B12",      // MA43
                     "N01 info 13 B12",     // MA47
                     "T09 info 14 B12",     // MA44
                     "N01 info 17 B12",     // MA47
                     "T02 warning 25 F12",  // MA01
                     "N01 info 30 B12"}));  // MA47
}

TEST(PublishedPlans, SekiComprehensivePlan) {
    FactSheets sheets(2023, 2027);
    const json published = facts("seki_plan");
    for (const json& measure : published["measures"]) {
        sheets.begin(std::to_string(measure["no"].get<int>()), text(measure, "title"));
        for (const json& row : measure["indicators"]) {
            sheets.add({.name = text(row, "name"),
                        .baseline = text(row, "baseline_raw"),
                        .targets = {{2027, text(row, "target_raw")}}});
        }
    }
    EXPECT_EQ(speak(sheets.reading()),
              (Lines{"T10 warning 39 F12",  // SP08: UP, eight times
                     "C05 info 39 F14",     // SP10: ▲158人, ▲100人
                     "C05 info 39 H14",
                     "T10 warning 40 F12",
                     "T10 warning 41 F12",
                     "T10 warning 42 F12",
                     "T10 warning 43 F12",
                     "T10 warning 46 F12",
                     "T04 warning 46 F13",  // SP01: 1.5% -> 4.0% of a debt ratio
                     "T10 warning 47 F12",
                     "T10 warning 48 F12"}));
}

TEST(PublishedPlans, SekiActionPlan) {
    FactSheets sheets(2021, 2023);
    const json published = facts("seki_sap3");
    for (const json& item : published["items"]) {
        sheets.begin(std::to_string(item["no"].get<int>()), text(item, "title"));
        sheets.add({.name = text(item, "goal_name"),
                    .unit_column = text(item, "unit_raw"),
                    .baseline = text(item, "baseline_raw"),
                    .baseline_year = item["baseline_year"].get<int>(),
                    .targets = {{2023, text(item, "target_raw")}}});
    }
    EXPECT_EQ(speak(sheets.reading()),
              (Lines{"C03 info 11 D12",     // 5%増 件数 7,354 人数 171,460
                     "C03 info 11 H12",     // 件数 7,004 人数 163,295
                     "D06 warning 11 H12",  // R元 among R2
                     "C03 info 12 D12",     // （5%増） 63万人
                     "N02 warning 12 H12",  // 60万人 under 人
                     "C03 info 16 D12",     // 854,506,508 (10%縮減)
                     "C03 warning 21 D12",  // 50 （職員の約10%）
                     "C03 info 23 D12"}));  // R7までに1 R9までに2 …
}

TEST(PublishedPlans, Kanuma) {
    FactSheets sheets(2022, 2026);
    const json published = facts("kanuma");
    for (const json& measure : published["measures"]) {
        sheets.begin(std::to_string(measure["no"].get<int>()), text(measure, "title"));
        for (const json& row : measure["indicators"]) {
            sheets.add({.name = text(row, "name"),
                        .unit_column = text(row, "unit_raw"),
                        .stated = text(row, "direction_raw"),
                        .baseline = text(row, "latest_raw"),
                        .targets = {{2026, text(row, "target_raw")}}});
        }
    }
    EXPECT_EQ(speak(sheets.reading()),
              (Lines{"T04 warning 29 F14",  // → beside 14.7 and 15
                     "N01 warning 30 F12",  // 2.3 without, 5%以下 with a unit; column —
                     "D08 info 30 H16",     // H28~R2: a mean of years
                     "D08 info 31 H14"}));
}

TEST(PublishedPlans, Shimotsuma) {
    FactSheets sheets(2023, 2027);
    const json published = facts("shimotsuma");
    for (const json& measure : published["basic_measures"]) {
        sheets.begin(std::to_string(measure["no"].get<int>()), text(measure, "title"));
        for (const json& row : measure["indicators"]) {
            sheets.add({.name = text(row, "name"),
                        .baseline = text(row, "baseline_raw"),
                        .baseline_year = 2022,
                        .targets = {{2027, text(row, "target_raw")}}});
        }
    }
    EXPECT_EQ(speak(sheets.reading()),
              (Lines{"T05 warning 1 F15",     // SH01
                     "T05 warning 1 F16",     // SH02
                     "T05 warning 2 F17",     // SH03
                     "D06 warning 2 H19",     // SH06: 0%(H29年)
                     "T05 warning 2 F25"}));  // SH04
}

}  // namespace
}  // namespace shinchoku::check
