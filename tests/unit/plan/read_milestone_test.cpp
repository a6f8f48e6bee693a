#include <gtest/gtest.h>

#include "readings.h"

namespace shinchoku::plan {
namespace {

TEST(ReadText, AParticleBetweenNumberAndEndMakesAMilestone) {
    const TextCase cases[] = {
        {"3回を実施", "milestone 5"},
        {"5回の実施", "milestone 5"},
        {"3施設で実施", "milestone 5"},
        {"2件が完了", "milestone"},
        {"98%以上を維持", "milestone"},
        {"60%まで向上", "milestone"},
    };
    expect_readings(cases);
}

TEST(ReadText, DatesMonthsAndOrdinalsAreMilestones) {
    const TextCase cases[] = {
        {"R8", "milestone"},
        {"令和８年", "milestone"},
        {"2026年度", "milestone"},
        {"2026（令和8）年度", "milestone"},
        {"令和9年5月31日", "milestone"},
        {"2027/5/31", "milestone"},
        {"R8.4.1", "milestone"},
        {"8月", "milestone"},
        {"8月3日", "milestone"},
        {"8月実施", "milestone 5"},
        {"7～8月実施", "milestone 5"},
        {"R5～R7", "milestone"},
        {"2026～2030年", "milestone"},
        {"第3期計画", "milestone"},
        {"3次募集", "milestone 4"},
        {"第2回", "milestone"},
        {"3年目", "milestone"},
        {"10時", "milestone"},
        {"9:00", "milestone"},
        {"5G整備", "milestone"},
    };
    expect_readings(cases);
}

TEST(ReadText, StepsCountWhereAWordEndsAClause) {
    const TextCase cases[] = {
        {"研究・検討", "milestone 1 2"},
        {"研究及び検討", "milestone 1 2"},
        {"研究や検討", "milestone 1 2"},
        {"研究と検討", "milestone 1 2"},
        {"検討、決定", "milestone 2 3"},
        {"検討\n実施", "milestone 2 5"},
        {"検討 実施", "milestone 2 5"},
        {"検討→実施", "milestone 2 5"},
        {"検討中", "milestone 2"},
        {"実施済", "milestone 5"},
        {"導入済み", "milestone 5"},
        {"決定した", "milestone 3"},
        {"効果検証する", "milestone 6"},
        {"未実施", "milestone"},
        {"実施せず", "milestone"},
        {"実施しない", "milestone"},
        {"導入に向けた準備", "milestone 4"},
        {"導入予定", "milestone"},
        {"実 施", "milestone 5"},
        {"試 行", "milestone 4"},
        {"○", "milestone"},
        {"完了", "milestone"},
        {"検討（R8）", "milestone 2 as_of=R8(2026)"},
        {"1. 検討 2. 実施", "milestone 2 5"},
        {"①検討 ②実施", "milestone 2 5"},
        {"1)検討 2)実施", "milestone 2 5"},
        {"見直しを実施", "milestone 5"},
    };
    expect_readings(cases);
}

TEST(ReadText, TheLongestStepWordWins) {
    const TextCase cases[] = {
        {"継続実施", "milestone 7"},   {"業務選定", "milestone 2"}, {"施設選定", "milestone 4"},
        {"事例研究", "milestone 1"},   {"現状把握", "milestone 1"}, {"改定案の作成", "milestone 2"},
        {"方針決定", "milestone 3"},   {"導入判断", "milestone 3"}, {"条例改正", "milestone 4"},
        {"運用開始", "milestone 5"},   {"制度創設", "milestone 5"}, {"効果検証", "milestone 6"},
        {"可否", "milestone 3"},       {"調整", "milestone 4"},     {"協議", "milestone 2"},
        {"募集", "milestone 4"},       {"設置", "milestone 5"},     {"定着", "milestone 7"},
        {"評価・改善", "milestone 6"},
    };
    expect_readings(cases);
}

}  // namespace
}  // namespace shinchoku::plan
