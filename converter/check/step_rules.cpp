#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/words.h"
#include "check/rules.h"

namespace shinchoku::check {
namespace {

using base::Severity;

constexpr int run_step = 5;      // 実施, 導入, 運用 …
constexpr int improve_step = 6;  // 検証, 評価: back to running is the circle of PDCA

int highest_step(const CellView& cell) {
    const auto* words = cell.value->as<plan::Milestone>();
    return words == nullptr || words->steps.empty()
               ? 0
               : *std::max_element(words->steps.begin(), words->steps.end());
}

bool goal_is_to_run(const plan::Measure& measure) {
    const auto goal = measure.texts.find("final_goal");
    return goal != measure.texts.end() &&
           base::contains_any(goal->second, {"導入", "運用開始", "本格実施"});
}

}  // namespace

void steps_going_back(const IndicatorView& view, Collector& out) {
    const CellView* before = nullptr;
    int step_before = 0;
    for (const CellView& target : view.targets) {
        const int step = highest_step(target);
        if (step == 0) {
            continue;
        }
        if (step < step_before && !(step_before == improve_step && step == run_step)) {
            Remark remark = about(target, "T14", Severity::warning);
            remark.part = {};
            remark.message = {"取組の段階が前の年度（" + before->value->raw + "）から「" +
                                  target.value->raw + "」へ戻っています。",
                              "The step of work goes back from " + before->value->raw + " to " +
                                  target.value->raw + "."};
            out.add(view, std::move(remark));
        }
        before = &target;
        step_before = step;
    }
    if (before == nullptr || step_before >= run_step || before->year != view.targets.back().year ||
        !goal_is_to_run(view.measure)) {
        return;
    }
    Remark remark = about(*before, "T14", Severity::warning);
    remark.part = "end";
    remark.message = {
        "最終目標は導入ですが、最終年度の段階は「" + before->value->raw + "」です。",
        "The final goal is to introduce it, but the last step is " + before->value->raw + "."};
    out.add(view, std::move(remark));
}

}  // namespace shinchoku::check
