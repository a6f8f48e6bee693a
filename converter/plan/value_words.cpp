#include "plan/value_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "plan/glyphs.h"
#include "plan/words.h"

namespace shinchoku::plan {
namespace {

using Q = QualifierWord;

constexpr Meant<Q> qualifiers_before[] = {
    {U"約", Q::approximate},       {U"およそ", Q::approximate},   {U"おおよそ", Q::approximate},
    {U"概ね", Q::approximate},     {U"おおむね", Q::approximate}, {U"概ね約", Q::approximate},
    {U"累計", Q::cumulative},      {U"累計で", Q::cumulative},    {U"累計値", Q::cumulative},
    {U"見込", Q::provisional},     {U"見込み", Q::provisional},   {U"見込値", Q::provisional},
    {U"見込み値", Q::provisional}, {U"暫定", Q::provisional},     {U"暫定値", Q::provisional},
    {U"速報", Q::provisional},     {U"速報値", Q::provisional},   {U"概算", Q::provisional},
    {U"概算値", Q::provisional},   {U"概算で", Q::provisional},
};

constexpr Meant<Q> qualifiers_after[] = {
    {U"程度", Q::approximate},     {U"ほど", Q::approximate},   {U"前後", Q::approximate},
    {U"くらい", Q::approximate},   {U"ぐらい", Q::approximate}, {U"概ね", Q::approximate},
    {U"累計", Q::cumulative},      {U"累計値", Q::cumulative},  {U"見込", Q::provisional},
    {U"見込み", Q::provisional},   {U"見込値", Q::provisional}, {U"見込み値", Q::provisional},
    {U"暫定", Q::provisional},     {U"暫定値", Q::provisional}, {U"速報", Q::provisional},
    {U"速報値", Q::provisional},   {U"概算", Q::provisional},   {U"概算値", Q::provisional},
    {U"の見込み", Q::provisional}, {U"の見込", Q::provisional}, {U"(見込)", Q::provisional},
};

constexpr Meant<Comparator> comparators_before[] = {
    {U"最大", Comparator::at_most},
    {U"最大で", Comparator::at_most},
    {U"最高", Comparator::at_most},
    {U"最大でも", Comparator::at_most},
    {U"最高で", Comparator::at_most},
    {U"上限", Comparator::at_most},
    {U"最低", Comparator::at_least},
    {U"最低で", Comparator::at_least},
    {U"最低でも", Comparator::at_least},
    {U"少なくとも", Comparator::at_least},
    {U"下限", Comparator::at_least},
};

constexpr Meant<Comparator> comparators_after[] = {
    {U"以上", Comparator::at_least},
    {U"以下", Comparator::at_most},
    {U"以内", Comparator::at_most},
    {U"未満", Comparator::below},
    {U"超", Comparator::above},
    {U"超過", Comparator::above},
    {U"超え", Comparator::above},
    {U"超える", Comparator::above},
    {U"を超", Comparator::above},
    {U"を超え", Comparator::above},
    {U"を超える", Comparator::above},
    {U"上回る", Comparator::above},
    {U"を上回る", Comparator::above},
    {U"下回る", Comparator::below},
    {U"を下回る", Comparator::below},
    {U"を超えない", Comparator::at_most},
    {U"を上回らない", Comparator::at_most},
    {U"を下回らない", Comparator::at_least},
    {U"まで", Comparator::at_most},
};

constexpr Meant<Comparator> comparator_signs[] = {
    {U"≧", Comparator::at_least},
    {U"≥", Comparator::at_least},
    {U">=", Comparator::at_least},
    {U"≦", Comparator::at_most},
    {U"≤", Comparator::at_most},
    {U"<=", Comparator::at_most},
    {U">", Comparator::above},
    {U"<", Comparator::below},
    {U"=>", Comparator::at_least},
    {U"=<", Comparator::at_most},
};

constexpr Meant<int> changes[] = {
    {U"増", 1},    {U"増加", 1},    {U"増し", 1},  {U"増額", 1},  {U"増大", 1},   {U"増員", 1},
    {U"向上", 1},  {U"上昇", 1},    {U"拡大", 1},  {U"拡充", 1},  {U"アップ", 1}, {U"UP", 1},
    {U"Up", 1},    {U"up", 1},      {U"減", -1},   {U"減少", -1}, {U"減額", -1},  {U"縮減", -1},
    {U"削減", -1}, {U"低減", -1},   {U"低下", -1}, {U"縮小", -1}, {U"圧縮", -1},  {U"短縮", -1},
    {U"抑制", -1}, {U"ダウン", -1}, {U"DOWN", -1}, {U"Down", -1}, {U"down", -1},
};

constexpr std::u32string_view same_words[] = {
    U"同上", U"〃", U"々", U"仝", U"同左", U"→", U"⇒", U"➡", U"⟶", U"➔"};
constexpr std::u32string_view none_words[] = {U"なし",
                                              U"無し",
                                              U"該当なし",
                                              U"該当無し",
                                              U"設定なし",
                                              U"設定無し",
                                              U"目標なし",
                                              U"目標設定なし",
                                              U"特になし",
                                              U"対象外",
                                              U"設定せず"};
constexpr std::u32string_view unavailable_words[] = {
    U"集計中",   U"未集計",     U"未公表",     U"公表前",   U"未確定",  U"確定前", U"調査中",
    U"算定中",   U"算出中",     U"確認中",     U"精査中",   U"未定",    U"不明",   U"把握困難",
    U"隔年調査", U"未調査",     U"調査未実施", U"N/A",      U"n/a",     U"NA",     U"現在集計中",
    U"把握不可", U"把握できず", U"未把握",     U"算出不可", U"算出不能"};

constexpr Meant<Trend> trends[] = {
    {U"UP", Trend::up},
    {U"増加", Trend::up},
    {U"増", Trend::up},
    {U"向上", Trend::up},
    {U"上昇", Trend::up},
    {U"拡大", Trend::up},
    {U"増加傾向", Trend::up},
    {U"上昇傾向", Trend::up},
    {U"アップ", Trend::up},
    {U"増大", Trend::up},
    {U"↗", Trend::up},
    {U"↑", Trend::up},
    {U"⬈", Trend::up},
    {U"DOWN", Trend::down},
    {U"減少", Trend::down},
    {U"減", Trend::down},
    {U"低下", Trend::down},
    {U"縮減", Trend::down},
    {U"削減", Trend::down},
    {U"低減", Trend::down},
    {U"縮小", Trend::down},
    {U"減少傾向", Trend::down},
    {U"低下傾向", Trend::down},
    {U"ダウン", Trend::down},
    {U"↘", Trend::down},
    {U"↓", Trend::down},
    {U"⬊", Trend::down},
    {U"現状維持", Trend::keep},
    {U"維持", Trend::keep},
    {U"横ばい", Trend::keep},
    {U"現状を維持", Trend::keep},
    {U"現状の維持", Trend::keep},
    {U"横這い", Trend::keep},
};

template <class Meaning, std::size_t count>
std::span<const Meant<Meaning>> table(const Meant<Meaning> (&entries)[count]) {
    return {entries, count};
}

bool is_kanji(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || c == U'々';
}

// 増 and 減 are words of their own after what is counted, not in 軽減; アップ not in バックアップ.
bool stands_free(std::u32string_view text, std::size_t size) {
    if (size == text.size()) {
        return true;
    }
    const char32_t before = text[text.size() - size - 1];
    const char32_t first = text[text.size() - size];
    if (size == 1 && is_kanji(first)) {
        return std::u32string_view(U"の数者率額量人件比り").find(before) !=
               std::u32string_view::npos;
    }
    const bool both_latin = is_latin(first) && is_latin(before);
    const bool both_katakana =
        first >= 0x30A1 && first <= 0x30FA && before >= 0x30A1 && before <= 0x30FE;
    return !both_latin && !both_katakana;
}

}  // namespace

FoundQualifier qualifier_before(std::u32string_view text) {
    const auto* found = find_suffix(text, table(qualifiers_before));
    if (found == nullptr) {
        return {};
    }
    // The 約 of 契約 and 予約 is no "about".
    const std::size_t before = text.size() - found->word.size();
    const bool inside_word =
        found->word.starts_with(U'約') && before > 0 && is_kanji(text[before - 1]);
    return inside_word ? FoundQualifier{} : FoundQualifier{found->word.size(), found->meaning};
}

FoundQualifier qualifier_after(std::u32string_view text) {
    const auto* found = find_prefix(text, table(qualifiers_after));
    return found == nullptr ? FoundQualifier{} : FoundQualifier{found->word.size(), found->meaning};
}

void set(Qualifiers& qualifiers, QualifierWord word) {
    switch (word) {
        case Q::approximate:
            qualifiers.approximate = true;
            return;
        case Q::cumulative:
            qualifiers.cumulative = true;
            return;
        case Q::provisional:
            qualifiers.provisional = true;
            return;
    }
}

FoundComparator comparator_before(std::u32string_view text) {
    const auto* found = find_suffix(text, table(comparators_before));
    return found == nullptr ? FoundComparator{}
                            : FoundComparator{found->word.size(), found->meaning};
}

FoundComparator comparator_after(std::u32string_view text) {
    const auto* found = find_prefix(text, table(comparators_after));
    return found == nullptr ? FoundComparator{}
                            : FoundComparator{found->word.size(), found->meaning};
}

std::optional<Comparator> comparator_sign(std::u32string_view text) {
    const auto* found = find_prefix(text, table(comparator_signs));
    return found != nullptr && found->word.size() == text.size() ? std::optional(found->meaning)
                                                                 : std::nullopt;
}

FoundChange change_after(std::u32string_view text) {
    const auto* found = find_prefix(text, table(changes));
    return found == nullptr ? FoundChange{} : FoundChange{found->word.size(), found->meaning};
}

std::optional<FixedWord> find_fixed_word(std::u32string_view text) {
    if (is_one_of(text, same_words) ||
        (!text.empty() && text.find_first_not_of(U"→⇒〃") == std::u32string_view::npos)) {
        return FixedWord::same;
    }
    if (is_one_of(text, none_words) ||
        (!text.empty() && std::all_of(text.begin(), text.end(), is_dash))) {
        return FixedWord::none;
    }
    return is_one_of(text, unavailable_words) ? std::optional(FixedWord::unavailable)
                                              : std::nullopt;
}

FoundTrend trend_at_end(std::u32string_view text) {
    std::u32string upper;
    const bool latin = !text.empty() && is_latin(text.back());
    if (latin) {
        upper.assign(text);
        std::transform(upper.begin(), upper.end(), upper.begin(), [](char32_t c) {
            return c >= U'a' && c <= U'z' ? c - 32 : c;
        });
    }
    const auto* found = find_suffix(latin ? std::u32string_view(upper) : text, table(trends));
    if (found == nullptr || !stands_free(text, found->word.size())) {
        return {};
    }
    return {found->word.size(), found->meaning};
}

}  // namespace shinchoku::plan
