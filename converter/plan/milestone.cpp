#include "plan/milestone.h"

#include <algorithm>
#include <cstddef>

#include "plan/glyphs.h"
#include "plan/words.h"

namespace shinchoku::plan {
namespace {

constexpr SortedTable<int, 35> step_words({
    {U"調査", 1},     {U"研究", 1},     {U"把握", 1},     {U"現状把握", 1}, {U"事例研究", 1},
    {U"検討", 2},     {U"協議", 2},     {U"見直し", 2},   {U"業務選定", 2}, {U"改定案の作成", 2},
    {U"決定", 3},     {U"判断", 3},     {U"可否", 3},     {U"策定", 3},     {U"方針決定", 3},
    {U"導入判断", 3}, {U"準備", 4},     {U"調整", 4},     {U"試行", 4},     {U"募集", 4},
    {U"条例改正", 4}, {U"施設選定", 4}, {U"実施", 5},     {U"導入", 5},     {U"設置", 5},
    {U"運用", 5},     {U"運用開始", 5}, {U"制度創設", 5}, {U"検証", 6},     {U"評価", 6},
    {U"改善", 6},     {U"効果検証", 6}, {U"継続", 7},     {U"定着", 7},     {U"継続実施", 7},
});

// After these a word still counts: 検討中, 実施済, 検証する.
constexpr std::u32string_view inflections[] = {U"する", U"した", U"中", U"済", U"済み"};
constexpr std::u32string_view conjunctions[] = {
    U"と", U"及び", U"および", U"や", U"並びに", U"ならびに", U"又は", U"または", U"かつ"};

bool ends_clause(std::u32string_view rest) {
    rest.remove_prefix(longest_prefix(rest, inflections));
    return rest.empty() || (!is_letter(rest.front()) && !is_digit(rest.front())) ||
           longest_prefix(rest, conjunctions) > 0;
}

}  // namespace

std::vector<int> find_steps(std::u32string_view text) {
    std::vector<int> steps;
    for (std::size_t at = 0; at < text.size();) {
        const std::u32string_view rest = text.substr(at);
        const auto* found = step_words.find_prefix(rest);
        if (found == nullptr) {
            ++at;
            continue;
        }
        const bool negated = at > 0 && text[at - 1] == U'未';
        if (!negated && ends_clause(rest.substr(found->word.size()))) {
            steps.push_back(found->meaning);
        }
        at += found->word.size();
    }
    std::sort(steps.begin(), steps.end());
    steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
    return steps;
}

}  // namespace shinchoku::plan
