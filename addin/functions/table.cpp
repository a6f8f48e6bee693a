#include "functions/evaluations.h"
#include "functions/function.h"

namespace shinchoku::addin {
namespace {

Parameter text_parameter() {
    return {.name = "text",
            .help = {"目標や実績のセル（60万人、5%以下、▲158人、集計中 など）",
                     "a target or actual cell (60万人, 5%以下, ▲158人, 集計中 …)"}};
}
Parameter actual_parameter() {
    return {.name = "actual",
            .help = {"実績。単位つきの文字も読みます", "the actual; texts with units are read"}};
}
Parameter target_parameter() {
    return {.name = "target",
            .help = {"その年度の目標（100、60万人、5%以下、UP など）",
                     "the target of the year (100, 60万人, 5%以下, UP …)"}};
}
Parameter final_parameter() {
    return {.name = "final", .help = {"最終目標", "the final target"}};
}
Parameter baseline_parameter(bool required) {
    return {.name = "baseline",
            .help = {"基準値（計画を始める前の値）", "the baseline, the value before the plan"},
            .required = required};
}
Parameter direction_parameter() {
    return {.name = "direction",
            .help = {"望ましい向き。up、down、keep、増加、↘ など。省くと目標と基準値から決めます",
                     "the good direction: up, down, keep, 増加, ↘ …; left out, the target and the "
                     "baseline decide it"},
            .required = false};
}
Parameter method_parameter() {
    return {.name = "method",
            .help = {"計算方法。simple、inverse、mirror、progress、keep、limit、trend、cumulative。"
                     "省くと目標から決めます",
                     "simple, inverse, mirror, progress, keep, limit, trend or cumulative; left "
                     "out, it follows from the target"},
            .required = false};
}
Parameter scheme_parameter() {
    return {.name = "scheme",
            .help = {"評価基準の名前。一覧は SHINCHOKU.SCHEMES()。省くと default",
                     "a rating scheme of SHINCHOKU.SCHEMES(); left out, default"},
            .required = false};
}
Parameter range_parameter(std::string_view name, base::Text help) {
    return {.name = name, .help = std::move(help), .takes = Parameter::Takes::range};
}

std::vector<Function> value_functions() {
    return {
        {.name = "VALUE",
         .help = {"目標や実績のセルから数を読みます（60万人は600000）。数がなければ #N/A",
                  "The number a target or actual cell says (600000 for 60万人); #N/A where there "
                  "is none"},
         .parameters = {text_parameter()},
         .examples = {{"=SHINCHOKU.VALUE(\"60万人\")", "600000"},
                      {"=SHINCHOKU.VALUE(\"▲158人\")", "-158"}},
         .evaluate = value},
        {.name = "UNIT",
         .help = {"目標や実績のセルから単位を読みます。単位がなければ #N/A",
                  "The unit a target or actual cell shows; #N/A where there is none"},
         .parameters = {text_parameter()},
         .examples = {{"=SHINCHOKU.UNIT(\"60万人\")", "\"人\""}},
         .evaluate = unit},
        {.name = "KIND",
         .help = {"目標や実績のセルの種類（number、bound、trend、milestone など）",
                  "What kind of value a cell holds (number, bound, trend, milestone …)"},
         .parameters = {text_parameter()},
         .examples = {{"=SHINCHOKU.KIND(\"5%以下\")", "\"bound\""}},
         .evaluate = kind},
        {.name = "FISCALYEAR",
         .help = {"年度を西暦の数で返します（R8、令和8年度、日付を読みます）",
                  "The fiscal year as a number: reads R8, 令和8年度 and dates"},
         .parameters =
             {{.name = "year",
               .help =
                   {"年度か日付。1868～2200の数は西暦、それより大きい数は日付として読みます",
                    "a year or a date; numbers from 1868 to 2200 are years, larger ones days"}}},
         .examples = {{"=SHINCHOKU.FISCALYEAR(\"令和8年度\")", "2026"},
                      {"=SHINCHOKU.FISCALYEAR(46112)", "2025"}},
         .evaluate = fiscal_year},
        {.name = "WAREKI",
         .help = {"年度を和暦で書きます（2026は令和8年度、2019は令和元年度）",
                  "A fiscal year in the Japanese era: 令和8年度 for 2026"},
         .parameters = {{.name = "year",
                         .help = {"年度か日付。R8 などの文字も読みます",
                                  "a year or a date; texts like R8 are read too"}}},
         .examples = {{"=SHINCHOKU.WAREKI(2026)", "\"令和8年度\""}},
         .evaluate = wareki},
    };
}

std::vector<Function> rate_functions() {
    return {
        {.name = "RATE",
         .help =
             {"達成率（%）。計算方法は目標から決まります。計算できなければ #N/A",
              "The achievement rate in percent, by the method that follows from the target; #N/A "
              "where it is undefined"},
         .parameters = {actual_parameter(),
                        target_parameter(),
                        baseline_parameter(false),
                        direction_parameter(),
                        method_parameter()},
         .examples = {{"=SHINCHOKU.RATE(90,100)", "90"},
                      {"=SHINCHOKU.RATE(\"4%\",\"5%以下\")", "100"},
                      {"=SHINCHOKU.RATE(95000,83194,109829)", "87.57263157894737"}},
         .evaluate = rate},
        {.name = "PROGRESS",
         .help = {"基準値から目標までの道のりをどれだけ進んだか（%）",
                  "How much of the way from the baseline to the target is done, in percent"},
         .parameters = {actual_parameter(), target_parameter(), baseline_parameter(true)},
         .examples = {{"=SHINCHOKU.PROGRESS(2,0,5)", "60"}},
         .evaluate = progress},
        {.name = "PACE",
         .help = {"最終目標へ一直線に進む場合とくらべた進み具合（%）。100で予定どおり",
                  "The way done against a straight line to the final target, in percent; 100 is on "
                  "schedule"},
         .parameters = {actual_parameter(),
                        final_parameter(),
                        baseline_parameter(true),
                        {.name = "t",
                         .help = {"計画の何年目か（1から）", "the year of the plan, from 1"}},
                        {.name = "n",
                         .help = {"最終目標は何年目か", "the year of the final target"}}},
         .examples = {{"=SHINCHOKU.PACE(60,100,50,1,5)", "100"}},
         .evaluate = pace},
        {.name = "GRADE",
         .help = {"達成率の評価（A、B など）。評価基準が率で決めないときは #N/A",
                  "The grade of a rate; #N/A where the scheme does not grade by the rate"},
         .parameters = {{.name = "rate", .help = {"達成率（%）", "the rate in percent"}},
                        scheme_parameter()},
         .examples = {{"=SHINCHOKU.GRADE(85)", "\"B\""},
                      {"=SHINCHOKU.GRADE(79.9,\"nagoya-port\")", "\"やや遅れ\""}},
         .evaluate = grade},
        {.name = "SCHEMES",
         .help = {"評価基準の名前の一覧", "The ids of the rating schemes"},
         .parameters = {},
         .examples = {{"=SHINCHOKU.SCHEMES()",
                       "{\"default\";\"osaka-library\";\"nagoya-port\";\"sano\";\"fuji\";\"tama\";"
                       "\"nagayo\";\"ino\";\"akiruno\";\"two-axes\";\"five-steps\";\"open-sdg\"}"}},
         .evaluate = schemes},
        {.name = "STATUS",
         .help = {"met（達成）、missed（未達成）、missing（未入力）など。実績と目標をくらべます",
                  "met, missed, missing …, from comparing the actual with the target"},
         .parameters = {actual_parameter(),
                        target_parameter(),
                        baseline_parameter(false),
                        direction_parameter()},
         .examples = {{"=SHINCHOKU.STATUS(\"58万人\",\"60万人\")", "\"missed\""}},
         .evaluate = status},
        {.name = "EXPLAIN",
         .help = {"達成率がどう計算されたかを文で示します",
                  "How the rate came about, as a sentence"},
         .parameters = {actual_parameter(),
                        target_parameter(),
                        baseline_parameter(false),
                        direction_parameter(),
                        method_parameter()},
         .examples = {{"=SHINCHOKU.EXPLAIN(90,100)", "\"実績 90 ÷ 目標 100 × 100 = 90.0%\""}},
         .evaluate = explain},
    };
}

std::vector<Function> row_functions() {
    const Parameter years = range_parameter(
        "years", {"年度の行か列（R6、2024 など）", "a row or column of years (R6, 2024 …)"});
    const Parameter targets = range_parameter(
        "targets", {"年度ごとの目標の行か列", "a row or column of targets, one a year"});
    const Parameter actuals = range_parameter(
        "actuals", {"年度ごとの実績の行か列", "a row or column of actuals, one a year"});
    return {
        {.name = "FORECAST",
         .help = {"今の進み方を続けたときの最終年度の値。直線と一定の伸び率の二つのセル",
                  "Where the actuals lead in the final year: two cells, on a line and by constant "
                  "growth"},
         .parameters = {years,
                        actuals,
                        {.name = "final_year", .help = {"最終年度", "the final year"}}},
         .examples = {{"=SHINCHOKU.FORECAST({2024,2025},{100,110},2027)", "{130,133.1}"}},
         .evaluate = forecast},
        {.name = "NEEDED",
         .help = {"最終目標まで一年あたりに必要な変化。望ましい側にあれば0",
                  "The change a year that the final target needs; 0 on its good side"},
         .parameters = {actual_parameter(),
                        final_parameter(),
                        {.name = "years_left", .help = {"残りの年数", "the years that are left"}},
                        direction_parameter()},
         .examples = {{"=SHINCHOKU.NEEDED(80,100,4)", "5"}},
         .evaluate = needed},
        {.name = "CHECK",
         .help = {"目標と実績の行を点検し、最初の指摘を返します。なければ空の文字",
                  "Checks a row of targets and actuals: the first finding, or an empty text"},
         .parameters = {targets,
                        actuals,
                        years,
                        {.name = "as_of",
                         .help = {"いつの時点で見るか。省くと今日",
                                  "seen as of this day; left out, today"},
                         .required = false}},
         .examples = {{"=SHINCHOKU.CHECK({90,95},{91,96},{2024,2025},\"2026-05-31\")", "\"\""}},
         .is_volatile = true,
         .evaluate = check_row},
        {.name = "SUMMARY",
         .help = {"年度ごとに一行、達成率、評価、状態の表",
                  "A table with a row a year: rate, grade and status"},
         .parameters = {targets,
                        actuals,
                        baseline_parameter(false),
                        direction_parameter(),
                        scheme_parameter()},
         .examples = {{"=SHINCHOKU.SUMMARY({100,100},{90,100})",
                       "{90,\"B\",\"missed\";100,\"A\",\"met\"}"}},
         .evaluate = summary},
        {.name = "ROLLUP",
         .help =
             {"達成率なら平均、評価した数、全体の数、未入力を0とした平均。評価なら評価ごとの数",
              "Of rates: mean, n assessed, n all, mean with missing as zero; of grades: a row a "
              "grade with its count"},
         .parameters = {range_parameter("values",
                                        {"達成率か評価の範囲", "a range of rates or of grades"})},
         .examples = {{"=SHINCHOKU.ROLLUP({100,80,})", "{90,2,3,60}"},
                      {"=SHINCHOKU.ROLLUP({\"B\",\"A\",\"B\"})", "{\"A\",1;\"B\",2}"}},
         .evaluate = roll_up},
    };
}

std::vector<Function> all_functions() {
    std::vector<Function> all = value_functions();
    for (const std::vector<Function>& part : {rate_functions(), row_functions()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

}  // namespace

const std::vector<Function>& functions() {
    static const std::vector<Function> table = all_functions();
    return table;
}

}  // namespace shinchoku::addin
