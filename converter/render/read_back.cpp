#include "render/read_back.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "render/back_report.h"
#include "render/book_text.h"
#include "render/drawn_fields.h"
#include "render/schedule_look.h"

namespace shinchoku::render {
namespace {

using layout::FieldId;

class Comparer {
public:
    Comparer(const layout::Reading& reading, const plan::Plan& plan, const layout::Layout& layout)
        : reading_(&reading),
          plan_(&plan),
          layout_(&layout),
          drawn_(layout),
          report_(layout, !plan.layout.empty() && plan.layout != layout.id) {}

    ReadBack run(bool told_plan) {
        if (told_plan) {
            compare_plan();
        }
        compare_groups();
        const std::vector<plan::Measure>& wanted = plan_->measures;
        const std::vector<plan::Measure>& got = reading_->plan.measures;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (i >= got.size() || got[i].id != wanted[i].id) {
                report_.refuse({wanted[i].id, {"施策", "measure"}, nullptr, {}, "id"},
                               wanted[i].id,
                               i < got.size() ? got[i].id : "");
                break;
            }
            compare_measure(
                wanted[i], got[i], i < reading_->places.size() ? &reading_->places[i] : nullptr);
        }
        if (got.size() > wanted.size()) {
            report_.refuse({got[wanted.size()].id, {"施策", "measure"}, nullptr, {}, "id"},
                           "",
                           got[wanted.size()].id);
        }
        return report_.take();
    }

private:
    void compare_plan() {
        const plan::Plan& got = reading_->plan;
        compare_property({"計画のid", "plan id"}, "plan.id", plan_->id, got.id);
        compare_property({"計画の名称", "plan title"}, "plan.title", plan_->title, got.title);
        compare_property({"市町村名", "municipality"},
                         "plan.municipality",
                         plan_->municipality,
                         got.municipality);
        compare_property({"団体コード", "municipality code"},
                         "plan.municipality_code",
                         plan_->municipality_code,
                         got.municipality_code);
        compare_property({"計画期間", "plan period"},
                         "plan.years",
                         std::to_string(plan_->first_year) + "-" + std::to_string(plan_->last_year),
                         std::to_string(got.first_year) + "-" + std::to_string(got.last_year));
    }

    // What a document property cannot hold was said when it was written.
    void compare_property(base::Text what,
                          std::string key,
                          std::string_view wanted,
                          std::string_view got) {
        const SafeText held = plain_text(wanted, wanted.size());
        report_.compare_text(
            {"", std::move(what), nullptr, {}, std::move(key)}, true, held.text, got);
    }

    // Groups that no measure belongs to have no sheet to stand on.
    void compare_groups() {
        for (const plan::Group& group : plan_->groups) {
            const plan::Group* got = plan::find_group(reading_->plan, group.id);
            const Spot spot{"", {"グループ", "group"}, nullptr, {}, "group/" + group.id};
            if (got == nullptr) {
                report_.not_held(spot, group.label + " " + group.title);
            } else if (*got != group) {
                report_.differ(
                    spot, group.label + " " + group.title, got->label + " " + got->title);
            }
        }
    }

    [[nodiscard]] static std::string joined(const std::vector<std::string>& names) {
        std::string all;
        for (const std::string& name : names) {
            all += (all.empty() ? "" : "・") + name;
        }
        return all;
    }

    void compare_measure(const plan::Measure& wanted,
                         const plan::Measure& got,
                         const layout::MeasurePlaces* places) {
        const auto spot = [&](base::Text what, std::string path) {
            Spot made{wanted.id, std::move(what), places, {}, path};
            if (places != nullptr) {
                const auto cell = places->fields.find(path);
                if (cell != places->fields.end()) {
                    made.cell = cell->second;
                }
            }
            return made;
        };
        const bool groups =
            drawn_.has(FieldId::top_group_title) || drawn_.has(FieldId::nearest_group);
        report_.compare_text(
            spot({"所属するグループ", "group"}, "group"), groups, wanted.group, got.group);
        report_.compare_text(spot({"番号", "number"}, "label"),
                             drawn_.has(FieldId::measure_number),
                             wanted.label,
                             got.label);
        report_.compare_text(spot({"名称", "title"}, "title"),
                             drawn_.has(FieldId::measure_title),
                             wanted.title,
                             got.title);
        report_.compare_text(spot({"担当課", "departments"}, "departments"),
                             drawn_.has(FieldId::departments),
                             joined(wanted.departments),
                             joined(got.departments));
        if (wanted.departments.size() != got.departments.size() &&
            drawn_.has(FieldId::departments)) {
            report_.differ(spot({"担当課", "departments"}, "departments"),
                           joined(wanted.departments),
                           joined(got.departments));
        }
        if (wanted.leading != got.leading) {
            report_.not_held(spot({"重点の印", "leading mark"}, "leading"),
                             wanted.leading ? "★" : "");
        }
        compare_texts(wanted, got, spot);
        compare_lists(wanted, got, spot);
        compare_indicators(wanted, got, places);
        compare_evaluations(wanted, got, places);
    }

    template <class SpotOf>
    void compare_texts(const plan::Measure& wanted, const plan::Measure& got, SpotOf spot) {
        for (const auto& [key, text] : wanted.texts) {
            const auto other = got.texts.find(key);
            report_.compare_text(
                spot({"文「" + key + "」", "text \"" + key + "\""}, "texts." + key),
                drawn_.has_text(key),
                text,
                other == got.texts.end() ? std::string_view() : other->second);
        }
        for (const auto& [key, text] : got.texts) {
            if (!wanted.texts.contains(key) && !text.empty()) {
                report_.differ(
                    spot({"文「" + key + "」", "text \"" + key + "\""}, "texts." + key), "", text);
            }
        }
    }

    template <class SpotOf>
    void compare_lists(const plan::Measure& wanted, const plan::Measure& got, SpotOf spot) {
        compare_list(spot({"注", "footnotes"}, "footnotes"),
                     drawn_.has(FieldId::footnote_text),
                     wanted.footnotes,
                     got.footnotes);
        compare_schedule(spot({"予定", "schedule"}, "schedule"), wanted, got);
        compare_list(spot({"取組", "approaches"}, "approaches"),
                     drawn_.has(FieldId::approach_text),
                     wanted.approaches,
                     got.approaches);
    }

    // A sheet keeps a bar's mark by its sign: one that the bar's text does not say is not held.
    void compare_schedule(const Spot& spot, const plan::Measure& wanted, const plan::Measure& got) {
        std::vector<plan::ScheduleRow> rows = wanted.schedule;
        std::size_t other_marks = 0;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            std::vector<plan::ScheduleCell>& cells = rows[row].cells;
            for (std::size_t i = 0; i < cells.size(); ++i) {
                cells[i] = drawn_bar(*layout_, cells[i]);
                const bool read = row < got.schedule.size() && i < got.schedule[row].cells.size();
                if (read && got.schedule[row].cells[i].mark != cells[i].mark) {
                    cells[i].mark = got.schedule[row].cells[i].mark;
                    ++other_marks;
                }
            }
        }
        const bool drawn = drawn_.has(FieldId::schedule_cells);
        compare_list(spot, drawn, rows, got.schedule);
        if (drawn && other_marks > 0) {
            Spot marks = spot;
            marks.what = {"予定の印", "marks of the schedule"};
            marks.key += "/marks";
            report_.not_held(marks, std::to_string(other_marks));
        }
    }

    template <class Item>
    void compare_list(const Spot& spot,
                      bool drawn,
                      const std::vector<Item>& wanted,
                      const std::vector<Item>& got) {
        if (wanted == got) {
            return;
        }
        if (drawn) {
            report_.differ(spot, std::to_string(wanted.size()), std::to_string(got.size()));
        } else {
            report_.not_held(spot, std::to_string(wanted.size()));
        }
    }

    void compare_indicators(const plan::Measure& wanted,
                            const plan::Measure& got,
                            const layout::MeasurePlaces* places) {
        IndicatorComparer compared(report_, *layout_, drawn_, *plan_);
        for (std::size_t i = 0; i < wanted.indicators.size(); ++i) {
            const plan::Indicator& indicator = wanted.indicators[i];
            const auto same = std::find_if(
                got.indicators.begin(), got.indicators.end(), [&](const plan::Indicator& each) {
                    return each.id == indicator.id;
                });
            if (same == got.indicators.end()) {
                report_.not_held({wanted.id, {"指標", "indicator"}, places, {}, indicator.id},
                                 indicator.name);
                continue;
            }
            const auto at = static_cast<std::size_t>(same - got.indicators.begin());
            compared.compare(indicator,
                             *same,
                             wanted.id,
                             places,
                             places != nullptr && at < places->indicators.size()
                                 ? &places->indicators[at]
                                 : nullptr);
        }
        if (got.indicators.size() > wanted.indicators.size()) {
            report_.differ(
                {wanted.id, {"指標の数", "number of indicators"}, places, {}, "indicators"},
                std::to_string(wanted.indicators.size()),
                std::to_string(got.indicators.size()));
        }
    }

    void compare_evaluations(const plan::Measure& wanted,
                             const plan::Measure& got,
                             const layout::MeasurePlaces* places) {
        for (const plan::Evaluation& evaluation : wanted.evaluations) {
            if (std::find(got.evaluations.begin(), got.evaluations.end(), evaluation) !=
                got.evaluations.end()) {
                continue;
            }
            const std::string year = evaluation.year ? std::to_string(*evaluation.year) : "";
            const Spot spot{wanted.id,
                            {year + (year.empty() ? "評価" : "年度の評価"),
                             "evaluation" + (year.empty() ? "" : " of " + year)},
                            places,
                            {},
                            "evaluations/" + year};
            if (holds_whole(evaluation)) {
                report_.differ(spot, evaluation.grade + " " + evaluation.reason, "");
            } else {
                report_.not_held(spot, evaluation.grade);
            }
        }
    }

    // Whether the form has a place for each part of this judgement.
    [[nodiscard]] bool holds_whole(const plan::Evaluation& evaluation) const {
        const auto fits = [&](FieldId id, bool filled) { return !filled || drawn_.has(id); };
        return !evaluation.step && !evaluation.indicator && evaluation.year &&
               fits(FieldId::rate, evaluation.rate_percent.has_value()) &&
               fits(FieldId::grade, !evaluation.grade.empty()) &&
               fits(FieldId::reason, !evaluation.reason.empty()) &&
               fits(FieldId::next, !evaluation.next.empty());
    }

    const layout::Reading* reading_;
    const plan::Plan* plan_;
    const layout::Layout* layout_;
    DrawnFields drawn_;
    BackReport report_;
};

}  // namespace

ReadBack compare_with_plan(const layout::Reading& reading,
                           const plan::Plan& plan,
                           const layout::Layout& layout,
                           bool told_plan) {
    return Comparer(reading, plan, layout).run(told_plan);
}

}  // namespace shinchoku::render
