#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/model.h"
#include "random_source.h"
#include "sample_values.h"

namespace shinchoku::generators {

// Plans that meet the conditions of design/layout-notation.md, section 7, for the layout
// minami_alps: any number of groups and measures, values of all kinds, texts that writers of
// workbooks stumble over.
class MinamiAlpsPlans {
public:
    explicit MinamiAlpsPlans(std::uint64_t seed) : random_(seed) {}

    plan::Plan make() {
        plan::Plan plan;
        plan.id = "minami-alps-reform-5";
        plan.layout = "minami_alps";
        plan.title = random_.one_in(3) ? "=第5次|計画\\案 😀<&>" : "第5次行政改革実施計画";
        plan.municipality = "南アルプス市";
        plan.municipality_code = "192082";
        plan.first_year = 2026;
        plan.last_year = 2030;
        const int policies = random_.between(1, 3);
        for (int policy = 1; policy <= policies; ++policy) {
            add_policy(plan, policy);
        }
        return plan;
    }

private:
    void add_policy(plan::Plan& plan, int policy) {
        const std::string id = std::to_string(policy);
        plan.groups.push_back({id, std::nullopt, "基本方針" + id, "方針の名称" + id});
        static const std::vector<std::string> circled = {"①", "②", "③"};
        const int items = random_.between(1, 3);
        for (int item = 1; item <= items; ++item) {
            const std::string item_id = id + "-" + std::to_string(item);
            plan.groups.push_back(
                {item_id, id, circled[static_cast<std::size_t>(item - 1)], "項目" + item_id});
            const int measures = random_.between(1, 2);
            for (int measure = 1; measure <= measures; ++measure) {
                plan.measures.push_back(
                    make_measure(item_id, item_id + "-" + std::to_string(measure)));
            }
        }
    }

    plan::Measure make_measure(const std::string& group, const std::string& id) {
        plan::Measure measure;
        measure.id = id;
        measure.group = group;
        measure.title = random_.one_in(4) ? odd_text(random_) : "施策の名称" + id;
        static const std::vector<std::string> departments = {
            "納税課", "管財課", "ふるさと振興課", "企画政策課", "関係課"};
        for (int count = random_.between(1, 3); count > 0; --count) {
            measure.departments.push_back(random_.pick(departments));
        }
        for (const char* key :
             {"current_state", "issues", "actions", "final_goal", "related_plans"}) {
            measure.texts[key] = random_.one_in(4) ? std::string() : odd_text(random_);
        }
        measure.indicators.push_back(make_indicator(id + "/1"));
        for (int year = 2026; year <= 2030; ++year) {
            if (random_.one_in(2)) {
                measure.evaluations.push_back(make_evaluation(year));
            }
        }
        return measure;
    }

    plan::Indicator make_indicator(const std::string& id) {
        plan::Indicator indicator;
        indicator.id = id;
        static const std::vector<std::string> names = {
            "市税収納率", "寄附金額（億円）", "件数(件)", "割合（単位：%）", "累計の数", "導入"};
        indicator.name = random_.one_in(4) ? odd_text(random_) : random_.pick(names);
        for (int year = 2026; year <= 2030; ++year) {
            plan::YearEntry entry;
            entry.year = year;
            entry.target = random_.one_in(5) ? plan::blank_value() : any_value(random_);
            entry.actual = random_.one_in(2) ? plan::blank_value() : any_value(random_);
            if (!entry.target.is<plan::Blank>() || !entry.actual.is<plan::Blank>()) {
                indicator.years.push_back(std::move(entry));
            }
        }
        plan::settle_indicator(indicator, {});
        return indicator;
    }

    plan::Evaluation make_evaluation(int year) {
        static const std::vector<std::string> grades = {"A", "B", "C", "D", "Ｓ"};
        plan::Evaluation evaluation;
        evaluation.year = year;
        evaluation.grade = random_.pick(grades);
        if (random_.one_in(2)) {
            evaluation.reason = odd_text(random_);
            evaluation.next = "継続";
        }
        return evaluation;
    }

    RandomSource random_;
};

}  // namespace shinchoku::generators
