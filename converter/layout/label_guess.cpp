#include "layout/label_guess.h"

#include "layout/comparison.h"

namespace shinchoku::layout {
namespace {

struct Guess {
    std::string_view words;  // in the label
    std::string_view field;
};

// The first that is part of the label is taken, so longer words stand before shorter ones.
constexpr Guess guesses[] = {
    {"整理番号", "番号"},      {"施策番号", "番号"},     {"基本目標", "上位.名称"},
    {"基本方針", "上位.名称"}, {"政策", "上位.名称"},    {"項目", "中位"},
    {"主管課", "担当課"},      {"所管課", "担当課"},     {"実施課", "担当課"},
    {"担当", "担当課"},        {"部署", "担当課"},       {"達成率", "達成率"},
    {"進捗率", "達成率"},      {"進捗", "進捗"},         {"理由", "理由"},
    {"今後", "今後"},          {"方向性", "今後"},       {"評価", "評価"},
    {"基準値", "基準値"},      {"現状値", "基準値"},     {"当初値", "基準値"},
    {"実績値", "実績"},        {"実績", "実績"},         {"最終目標", "最終目標"},
    {"将来像", "最終目標"},    {"めざす姿", "最終目標"}, {"目的", "最終目標"},
    {"指標名", "指標名"},      {"目標名", "指標名"},     {"数値の定義", "指標名"},
    {"指標", "指標名"},        {"KPI", "指標名"},        {"目標値", "目標"},
    {"計画値", "目標"},        {"目標", "目標"},         {"単位", "単位"},
    {"区分", "区分"},          {"現状", "現状"},         {"課題", "課題"},
    {"関連計画", "関連計画"},  {"関係計画", "関連計画"}, {"内容", "内容"},
    {"手段", "内容"},          {"備考", "備考"},         {"番号", "番号"},
    {"施策", "名称"},          {"事業名", "名称"},       {"取組", "名称"},
    {"名称", "名称"},
};

}  // namespace

std::string guess_field(std::string_view label) {
    const std::string form = comparison_form(label);
    for (const Guess& guess : guesses) {
        if (form.find(comparison_form(guess.words)) != form.npos) {
            return std::string(guess.field);
        }
    }
    return "";
}

}  // namespace shinchoku::layout
