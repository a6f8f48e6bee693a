#pragma once

namespace shinchoku::layout {

// What labels of real sheets hold and what it is compared as: every platform's own normalisation
// has to give the same.
struct NormalisationSample {
    const char32_t* text;
    const char* form;  // UTF-8
};

inline constexpr NormalisationSample normalisation_samples[] = {
    {U"", ""},
    {U"取組", "取組"},
    {U"ｼﾞﾁｶｲ", "ジチカイ"},
    {U"ﾊﾟｰｾﾝﾄ", "パーセント"},
    {U"か\u3099", "が"},  // a voiced mark of its own
    {U"ＫＰＩ（１００％）", "kpi(100%)"},
    {U"㈱ ㍻ ㌫ ㎡ ㎥", "(株) 平成 パーセント m2 m3"},
    {U"①Ⅳⅻ", "1ivxii"},
    {U"½ m²", "1⁄2 m2"},
    {U"ﬁx", "fix"},
    {U"ΔΑΒ", "δαβ"},
    {U"ÀÉ", "àé"},
    {U"e\u0301", "é"},
    {U"神\uFA19\u5E02", "神神市"},  // a compatibility form of 神
    {U"葛\U000E0100城", "葛城"},    // a variation selector shows nothing
    {U"a\u200Db\uFEFFc\u00ADd", "abcd"},
    {U"𠮷野家", "𠮷野家"},
    {U"〜～", "〜~"},
    {U"ｱ―ｲ", "ア―イ"},
};

}  // namespace shinchoku::layout
