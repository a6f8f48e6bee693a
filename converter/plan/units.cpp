#include "plan/units.h"

#include <algorithm>
#include <array>
#include <limits>

#include "base/utf8.h"
#include "plan/glyphs.h"
#include "plan/words.h"

namespace shinchoku::plan {
namespace {

constexpr Meant<bool> unit_words[] = {
    // shares and rates
    {U"%"},
    {U"パーセント"},
    {U"‰"},
    {U"割"},
    {U"ポイント"},
    {U"pt"},
    {U"倍"},
    // money
    {U"円"},
    {U"ドル"},
    // people
    {U"人"},
    {U"名"},
    {U"延べ人"},
    {U"人日"},
    {U"人月"},
    {U"人泊"},
    {U"世帯"},
    {U"戸"},
    {U"団体"},
    {U"組"},
    {U"組織"},
    {U"社"},
    {U"者"},
    {U"事業者"},
    {U"企業"},
    {U"法人"},
    {U"自治会"},
    {U"町会"},
    {U"町内会"},
    {U"班"},
    {U"隊"},
    {U"チーム"},
    {U"グループ"},
    {U"サークル"},
    {U"クラブ"},
    {U"クラス"},
    {U"学級"},
    {U"家族"},
    {U"夫婦"},
    // things counted
    {U"件"},
    {U"回"},
    {U"個"},
    {U"つ"},
    {U"本"},
    {U"台"},
    {U"枚"},
    {U"冊"},
    {U"部"},
    {U"点"},
    {U"品"},
    {U"品目"},
    {U"種"},
    {U"種類"},
    {U"項目"},
    {U"事業"},
    {U"業務"},
    {U"事例"},
    {U"手続"},
    {U"手続き"},
    {U"施策"},
    {U"計画"},
    {U"講座"},
    {U"教室"},
    {U"コース"},
    {U"プログラム"},
    {U"イベント"},
    {U"メニュー"},
    {U"プラン"},
    {U"商品"},
    {U"帳票"},
    {U"様式"},
    {U"書式"},
    {U"条例"},
    {U"システム"},
    {U"サービス"},
    {U"ツール"},
    {U"アプリ"},
    {U"アカウント"},
    {U"フォロワー"},
    {U"アクセス"},
    {U"ページ"},
    {U"PV"},
    {U"ビュー"},
    {U"セッション"},
    {U"ユーザー"},
    {U"ダウンロード"},
    {U"DL"},
    {U"記事"},
    {U"投稿"},
    {U"通"},
    {U"票"},
    {U"口"},
    {U"基"},
    {U"機"},
    {U"両"},
    {U"便"},
    {U"系統"},
    {U"路線"},
    {U"区間"},
    {U"区画"},
    {U"筆"},
    {U"株"},
    {U"頭"},
    {U"匹"},
    {U"羽"},
    {U"食"},
    {U"杯"},
    {U"袋"},
    {U"箱"},
    {U"束"},
    {U"着"},
    {U"足"},
    {U"輪"},
    {U"泊"},
    {U"室"},
    {U"床"},
    {U"席"},
    {U"議席"},
    {U"例"},
    {U"式"},
    {U"データ"},
    {U"文書"},
    {U"資料"},
    {U"曲"},
    {U"作品"},
    {U"単位"},
    {U"コマ"},
    {U"巻"},
    {U"語"},
    {U"言語"},
    {U"文字"},
    {U"字"},
    // places
    {U"施設"},
    {U"か所"},
    {U"カ所"},
    {U"ヵ所"},
    {U"ヶ所"},
    {U"ケ所"},
    {U"ヶ所"},
    {U"箇所"},
    {U"個所"},
    {U"校"},
    {U"校区"},
    {U"園"},
    {U"館"},
    {U"店"},
    {U"店舗"},
    {U"棟"},
    {U"橋"},
    {U"公園"},
    {U"拠点"},
    {U"地区"},
    {U"地域"},
    {U"地点"},
    {U"会場"},
    {U"駅"},
    {U"路"},
    {U"課"},
    {U"部署"},
    {U"部局"},
    {U"機関"},
    {U"市"},
    {U"町"},
    {U"村"},
    {U"区"},
    {U"県"},
    {U"市町村"},
    {U"自治体"},
    {U"か国"},
    {U"カ国"},
    {U"ヶ国"},
    {U"処理区"},
    // time
    {U"秒"},
    {U"分"},
    {U"時間"},
    {U"日"},
    {U"日間"},
    {U"週"},
    {U"週間"},
    {U"か月"},
    {U"カ月"},
    {U"ヵ月"},
    {U"ヶ月"},
    {U"ケ月"},
    {U"箇月"},
    {U"か月間"},
    {U"年"},
    {U"年間"},
    {U"か年"},
    {U"カ年"},
    {U"ヵ年"},
    {U"ヶ年"},
    {U"歳"},
    {U"才"},
    // measures
    {U"㎡"},
    {U"m²"},
    {U"m2"},
    {U"㎢"},
    {U"km²"},
    {U"km2"},
    {U"㎠"},
    {U"cm²"},
    {U"cm2"},
    {U"平方メートル"},
    {U"㎥"},
    {U"m³"},
    {U"m3"},
    {U"立方メートル"},
    {U"m"},
    {U"cm"},
    {U"mm"},
    {U"km"},
    {U"㎞"},
    {U"㎝"},
    {U"㎜"},
    {U"メートル"},
    {U"キロ"},
    {U"キロメートル"},
    {U"ha"},
    {U"ヘクタール"},
    {U"アール"},
    {U"坪"},
    {U"g"},
    {U"kg"},
    {U"㎏"},
    {U"mg"},
    {U"t"},
    {U"トン"},
    {U"グラム"},
    {U"キログラム"},
    {U"L"},
    {U"l"},
    {U"ℓ"},
    {U"リットル"},
    {U"kL"},
    {U"kl"},
    {U"mL"},
    {U"ml"},
    {U"W"},
    {U"kW"},
    {U"MW"},
    {U"GW"},
    {U"Wh"},
    {U"kWh"},
    {U"MWh"},
    {U"GWh"},
    {U"J"},
    {U"MJ"},
    {U"GJ"},
    {U"TJ"},
    {U"t-CO2"},
    {U"t-CO₂"},
    {U"tCO2"},
    {U"t-CO2e"},
    {U"kg-CO2"},
    {U"トン-CO2"},
    {U"度"},
    {U"℃"},
    {U"dB"},
    {U"KB"},
    {U"MB"},
    {U"GB"},
    {U"TB"},
    {U"Mbps"},
    {U"Gbps"},
    {U"位"},
    {U"段階"},
    {U"レベル"},
    {U"ランク"},
};
constexpr SortedTable<bool, std::size(unit_words)> units(unit_words);

// What a number can be counted by: 人/日, 円/年.
constexpr std::u32string_view denominators[] = {
    U"年",   U"年度", U"月",   U"日",   U"週",   U"時",   U"時間", U"分",   U"秒",
    U"人",   U"名",   U"万人", U"千人", U"件",   U"回",   U"世帯", U"戸",   U"校",
    U"施設", U"台",   U"社",   U"団体", U"㎡",   U"ha",   U"km",   U"kg",   U"t",
    U"m3",   U"㎥",   U"L",    U"か所", U"箇所", U"ヶ所", U"カ所", U"か月", U"ヶ月",
};

constexpr std::u32string_view ordinals[] = {
    U"月",   U"時",     U"次",   U"期",     U"号",   U"条",   U"項目め", U"番",   U"級",
    U"階",   U"世",     U"代",   U"年度",   U"年生", U"年次", U"年目",   U"回目", U"人目",
    U"件目", U"段階目", U"月目", U"か月目", U"日目", U"歳代", U"割目",   U"つ目",
};

struct NamedScale {
    std::u32string_view word;
    std::int64_t scale;
};
constexpr std::array<NamedScale, 12> scales = {{{U"十", 10},
                                                {U"百", 100},
                                                {U"千", 1000},
                                                {U"万", 10000},
                                                {U"十万", 100000},
                                                {U"百万", 1000000},
                                                {U"千万", 10000000},
                                                {U"億", 100000000},
                                                {U"十億", 1000000000},
                                                {U"百億", 10000000000},
                                                {U"千億", 100000000000},
                                                {U"兆", 1000000000000}}};

// 人/学級: any unit counts where nothing follows; 件/市外3件 goes on with another figure.
std::size_t denominator_size(std::u32string_view text) {
    if (const std::size_t common = longest_prefix(text, denominators)) {
        return common;
    }
    const Meant<bool>* found = units.find_prefix(text);
    const std::size_t size = found == nullptr ? 0 : found->word.size();
    const bool whole = size == text.size() || (!is_letter(text[size]) && !is_digit(text[size]));
    return whole ? size : 0;
}

}  // namespace

ScaleWord read_scale(std::u32string_view text) {
    ScaleWord longest;
    // 十万 stands behind the 十 it begins with, and so do all.
    for (const NamedScale& scale : scales) {
        if (text.starts_with(scale.word)) {
            longest = {scale.word.size(), scale.scale};
        }
    }
    return longest;
}

std::u32string_view scale_word(std::int64_t scale) {
    const auto* found = std::find_if(
        scales.begin(), scales.end(), [scale](const NamedScale& s) { return s.scale == scale; });
    return found == scales.end() ? std::u32string_view{} : found->word;
}

std::size_t unit_size(std::u32string_view text) {
    const Meant<bool>* found = units.find_prefix(text);
    if (found == nullptr) {
        return 0;
    }
    const std::size_t size = found->word.size();
    // A Latin unit ends where the letters end: 5mm is no 5m.
    const std::u32string_view rest = text.substr(size);
    if (is_latin(text[size - 1]) && !rest.empty() && is_latin(rest.front())) {
        return 0;
    }
    if (rest.starts_with(U'/')) {
        const std::size_t below = denominator_size(rest.substr(1));
        return below == 0 ? size : size + 1 + below;
    }
    return size;
}

bool is_known_unit(std::u32string_view text) {
    const std::u32string_view rest = text.substr(read_scale(text).size);
    return !rest.empty() && unit_size(rest) == rest.size();
}

std::string write_unit(std::u32string_view unit) {
    std::u32string written;
    for (const char32_t c : unit) {
        if (c != U' ') {
            written.push_back(c);
        }
    }
    for (const std::u32string_view squared :
         {std::u32string_view(U"m²"), std::u32string_view(U"m2")}) {
        const std::size_t at = written.find(squared);
        if (at != std::u32string::npos && (at == 0 || !is_latin(written[at - 1]))) {
            written.replace(at, squared.size(), U"㎡");
        }
    }
    return base::to_utf8(written);
}

std::size_t ordinal_size(std::u32string_view text) {
    return longest_prefix(text, ordinals);
}

BaseUnit base_unit(std::string_view unit) {
    const std::u32string folded = base::to_utf32(base::fold_width(unit));
    const ScaleWord scale = read_scale(folded);
    if (scale.size == 0 || scale.size == folded.size()) {
        return {write_unit(folded), 1};
    }
    return {write_unit(std::u32string_view(folded).substr(scale.size)), scale.scale};
}

}  // namespace shinchoku::plan
