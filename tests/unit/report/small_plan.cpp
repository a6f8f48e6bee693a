#include "small_plan.h"

namespace shinchoku::report {
namespace {

plan::Value number(std::string_view digits, std::string_view raw, std::string_view format) {
    plan::Value value;
    value.content = plan::Number{*base::Decimal::parse(digits), {}};
    value.raw = raw;
    value.stored = base::Decimal::parse(digits);
    value.format = format;
    return value;
}

plan::Value count(int figure) {
    const std::string digits = std::to_string(figure);
    return number(digits, digits, "General");
}

template <class Kind>
plan::Value words(std::string_view raw) {
    plan::Value value;
    value.content = Kind{};
    value.raw = raw;
    return value;
}

plan::Measure measure(const std::string& id,
                      const std::string& title,
                      const std::string& department,
                      const plan::Value& target,
                      const plan::Value& actual) {
    plan::Measure result;
    result.id = id;
    result.group = id.substr(0, 3);
    result.title = title;
    result.departments = {department};
    plan::Indicator indicator;
    indicator.id = id + "/1";
    indicator.name = title + "の数";
    indicator.direction = plan::Direction::up;
    indicator.years = {{.year = 2026, .target = target, .actual = actual},
                       {.year = 2027, .target = target}};
    result.indicators.push_back(indicator);
    return result;
}

}  // namespace

layout::Reading small_reading() {
    layout::Reading reading;
    plan::Plan& plan = reading.plan;
    plan.id = "small";
    plan.layout = "none";
    plan.title = "小さな計画";
    plan.municipality = "見本市";
    plan.first_year = 2026;
    plan.last_year = 2027;
    plan.groups = {{"1", std::nullopt, "基本方針1", "財政"},
                   {"1-1", "1", "①", "収納"},
                   {"2", std::nullopt, "基本方針2", "DX"},
                   {"2-1", "2", "①", "窓口"}};
    plan.measures = {
        measure("1-1-1",
                "納税相談",
                "納税課",
                number("98.6", "98.6", "0.0"),
                number("98.7", "98.7", "0.0")),
        measure("1-1-2", "電子納付", "納税課", count(10), count(8)),
        measure("2-1-1", "オンライン申請", "管財課", count(4), plan::Value{}),
        measure("2-1-2", "施設予約", "管財課", count(4), words<plan::Unavailable>("集計中")),
        measure("2-1-3",
                "情報発信",
                "秘書課",
                words<plan::Milestone>("検討"),
                words<plan::Milestone>("検討済"))};
    return reading;
}

ProgressBookInput SmallBook::input() {
    assessments = calc::assess(reading.plan, calc::default_scheme(), {.as_of = as_of});
    ProgressBookInput result;
    result.reading = &reading;
    result.findings = &findings;
    result.assessments = &assessments;
    result.scheme = &calc::default_scheme();
    result.as_of = as_of;
    return result;
}

}  // namespace shinchoku::report
