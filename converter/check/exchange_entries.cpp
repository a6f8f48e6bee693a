#include "check/catalogue.h"

namespace shinchoku::check {

using base::Severity;

const std::vector<Entry>& exchange_entries() {
    static const std::vector<Entry> entries{
        {"X07",
         Severity::warning,
         "数値の行の記号（X、***、－ など）の意味が書かれていない",
         "A symbol among numbers that is not declared",
         "ほかの機械は、記号が秘匿なのか、該当なしなのかを区別できません。",
         "A program cannot tell whether it is suppressed or not applicable.",
         "注記に「－ は該当なし」のように意味を書いてください。",
         "Say what it means in a note, as in: - is not applicable."},
        {"X09",
         Severity::warning,
         "評価できた指標が少ない",
         "Few indicators could be assessed",
         "少ない指標の平均は、計画全体の進み具合を表しません。",
         "A mean of few indicators does not stand for the plan.",
         "未入力の実績を集めてから公表するか、評価できた数を並べて示してください。",
         "Collect the missing actuals before publishing, or show how many were assessed."},
        {"X10",
         Severity::warning,
         "出力の形式や様式に入らないものがある",
         "Something does not fit the output format or layout",
         "書き出したファイルから読み直しても、その部分は戻りません。",
         "What is left out does not come back when the output is read.",
         "その項目のある様式か、JSON で書き出してください。",
         "Write it in a layout that has the field, or as JSON."},
    };
    return entries;
}

}  // namespace shinchoku::check
