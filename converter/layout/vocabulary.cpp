#include "layout/vocabulary.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/joined.h"

namespace shinchoku::layout {
namespace {

std::vector<Word> measure_words() {
    using enum FieldId;
    return {
        {"番号", "id", measure_number, "", {"施策の番号", "printed number of the measure"}},
        {"名称", "title", measure_title, "", {"施策の名称", "title of the measure"}},
        {"担当課", "departments", departments, "", {"担当課", "departments in charge"}},
        {"上位.番号",
         "top_group.id",
         top_group_number,
         "",
         {"いちばん上のまとまりの番号", "number of the topmost group"}},
        {"上位.名称",
         "top_group.title",
         top_group_title,
         "",
         {"いちばん上のまとまりの名称", "title of the topmost group"}},
        {"中位",
         "group",
         nearest_group,
         "",
         {"すぐ上のまとまりの番号と名称", "label and title of the nearest group"}},
        {"現状", "texts.current_state", text, "current_state", {"現状", "current state"}},
        {"課題", "texts.issues", text, "issues", {"課題", "issues"}},
        {"内容", "texts.actions", text, "actions", {"取組の内容", "what is done"}},
        {"最終目標", "texts.final_goal", text, "final_goal", {"目指す姿", "the final goal"}},
        {"関連計画",
         "texts.related_plans",
         text,
         "related_plans",
         {"関連する計画", "related plans"}},
    };
}

std::vector<Word> indicator_words() {
    using enum FieldId;
    return {
        {"指標名", "indicator.name", indicator_name, "", {"指標の名称", "name of the indicator"}},
        {"単位", "indicator.unit", indicator_unit, "", {"指標の単位", "unit of the indicator"}},
        {"区分",
         "indicator.category",
         indicator_category,
         "",
         {"指標の区分", "category of the indicator"}},
        {"方向",
         "indicator.direction",
         indicator_direction,
         "",
         {"目指す方向", "the direction wanted"}},
        {"備考", "indicator.note", indicator_note, "", {"指標の備考", "remark on the indicator"}},
        {"基準値", "baseline.value", baseline_value, "", {"当初の値", "value at the outset"}},
        {"基準年", "baseline.year", baseline_year, "", {"当初の値の年度", "year of the baseline"}},
        {"最終年", "last_year", last_year, "", {"計画の最終年度", "last fiscal year of the plan"}},
        {"目標", "target", target, "", {"年度の目標値", "target of a year"}},
        {"実績", "actual", actual, "", {"年度の実績値", "actual of a year"}},
        {"進捗", "note", note, "", {"年度の進捗状況", "progress note of a year"}},
        {"達成率", "rate_percent", rate, "", {"年度の達成率", "achievement rate of a year"}},
        {"評価", "grade", grade, "", {"年度の評価", "grade of a year"}},
        {"理由", "reason", reason, "", {"評価の理由", "reason of the grade"}},
        {"今後", "next", next, "", {"今後の方向性", "what comes next"}},
    };
}

std::vector<Word> list_words() {
    using enum FieldId;
    return {
        {"予定", "schedule.cells", schedule_cells, "", {"年度の予定", "schedule of a year"}},
        {"予定.名称",
         "schedule.label",
         schedule_label,
         "",
         {"予定の行の名称", "label of a schedule row"}},
        {"予定.見出し",
         "schedule.group",
         schedule_group,
         "",
         {"予定の行の見出し", "heading above schedule rows"}},
        {"予定.先導",
         "schedule.leading",
         schedule_leading,
         "",
         {"先導事業の印", "mark of a leading project"}},
        {"取組.重点",
         "approaches.leading",
         approach_leading,
         "",
         {"重点の印", "mark of a priority"}},
        {"取組.方向", "approaches.text", approach_text, "", {"取組の方向性", "line of approach"}},
        {"取組.印", "approaches.marks", approach_marks, "", {"取組の印", "marks of an approach"}},
        {"取組.内容",
         "approaches.items",
         approach_items,
         "",
         {"取組の主な内容", "items of an approach"}},
        {"注.文", "footnotes.text", footnote_text, "", {"脚注の文", "text of a footnote"}},
        {"年", "year", year_heading, "", {"年度の見出し", "year heading"}},
        {"#", "#", running_number, "", {"行の通し番号", "running number of the row"}},
    };
}

// The model's own spelling of a path is accepted as well: indicators[].name, years[].target.
std::string short_path(std::string_view name) {
    std::string path;
    for (const char c : name) {
        if (c != '[' && c != ']') {
            path += c;
        }
    }
    constexpr std::string_view dropped[] = {
        "measure.", "measures.", "plan.", "years.", "evaluations."};
    for (const std::string_view head : dropped) {
        if (path.starts_with(head)) {
            path.erase(0, head.size());
        }
    }
    constexpr std::pair<std::string_view, std::string_view> respelt[] = {
        {"indicators.", "indicator."},
        {"approach.", "approaches."},
        {"footnote.", "footnotes."},
    };
    for (const auto& [from, to] : respelt) {
        if (path.starts_with(from)) {
            path.replace(0, from.size(), to);
        }
    }
    if (path == "schedule") {
        return "schedule.cells";
    }
    return path == "baseline" ? "baseline.value" : path;
}

}  // namespace

const std::vector<Word>& vocabulary() {
    static const std::vector<Word> all =
        base::joined<Word>({measure_words(), indicator_words(), list_words()});
    return all;
}

const Word* find_word(std::string_view name) {
    const std::vector<Word>& all = vocabulary();
    const auto japanese = std::find_if(
        all.begin(), all.end(), [&](const Word& word) { return word.japanese == name; });
    if (japanese != all.end()) {
        return &*japanese;
    }
    const std::string path = short_path(name);
    const auto english = std::find_if(all.begin(), all.end(), [&](const Word& word) {
        return word.english == path || (!word.text_key.empty() && word.text_key == path);
    });
    return english == all.end() ? nullptr : &*english;
}

}  // namespace shinchoku::layout
