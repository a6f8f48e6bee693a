#include "cli/flags.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <numeric>

#include "check/check.h"

namespace shinchoku::cli {

namespace {

using Problem = std::optional<base::Text>;

constexpr unsigned bit(Command command) {
    return 1U << static_cast<unsigned>(command);
}
constexpr unsigned convert = bit(Command::convert);
constexpr unsigned check = bit(Command::check);
constexpr unsigned progress = bit(Command::progress);
constexpr unsigned inspect = bit(Command::inspect);
constexpr unsigned layout = bit(Command::layout);
constexpr unsigned scheme = bit(Command::scheme);
constexpr unsigned readers = convert | check | progress | inspect;
constexpr unsigned binders = convert | check | progress;
constexpr unsigned all = readers | layout | scheme;

Problem one_of(std::string_view choices_ja) {
    return base::Text{std::string(choices_ja) + " のどれかにしてください。",
                      "It must be one of " + std::string(choices_ja) + "."};
}

template <class T>
struct Choice {
    std::string_view word;
    T meaning;
};

template <class T, std::size_t n>
Problem choose(T& target, const std::string& value, const Choice<T> (&choices)[n]) {
    std::string words;
    for (const Choice<T>& choice : choices) {
        if (value == choice.word) {
            target = choice.meaning;
            return std::nullopt;
        }
        words += (words.empty() ? "" : ", ") + std::string(choice.word);
    }
    return one_of(words);
}

// A whole number from 1, with K, M or G (of 1024) where it counts bytes.
template <class T>
Problem count(T& target, const std::string& value, bool bytes = false) {
    std::uint64_t number = 0;
    const char* const end = value.data() + value.size();
    const auto [rest, error] = std::from_chars(value.data(), end, number);
    unsigned shift = 0;
    if (bytes && rest + 1 == end) {
        const std::string_view units = "KMG";
        const std::size_t unit = units.find(*rest);
        shift = unit == std::string_view::npos ? 0 : 10 * static_cast<unsigned>(unit + 1);
    }
    const bool whole = rest + (shift != 0 ? 1 : 0) == end;
    if (error != std::errc() || !whole || number == 0 ||
        number > std::numeric_limits<T>::max() >> shift) {
        return bytes ? base::Text{"1 以上の整数にしてください (256M のように K, M, G が使えます)。",
                                  "It must be a whole number from 1 (K, M, G as in 256M)."}
                     : base::Text{"1 以上の整数にしてください。",
                                  "It must be a whole number from 1."};
    }
    target = static_cast<T>(number << shift);
    return std::nullopt;
}

Problem known_format(std::string& target, const std::string& value) {
    for (const std::string_view known :
         {"xlsx", "xlsm", "json", "ods", "ndjson", "csv", "sqlite", "html"}) {
        if (value == known) {
            target = value;
            return std::nullopt;
        }
    }
    return one_of("xlsx, json");
}

template <auto member>
Problem set_date(Options& options, const std::string& value) {
    options.*member = plan::parse_iso_date(value);
    return options.*member ? Problem()
                           : base::Text{"2027-05-31 のような日付にしてください。",
                                        "It must be a date such as 2027-05-31."};
}

Problem known_rule(const std::string& id) {
    if (check::find_rule(id) != nullptr) {
        return std::nullopt;
    }
    return base::Text{"そのような規則はありません。`shinchoku check --rules` で一覧を見られます。",
                      "There is no such rule; `shinchoku check --rules` lists them."};
}

Problem set_severity(Options& options, const std::string& value) {
    const std::size_t equals = value.find('=');
    const std::string id = value.substr(0, equals);
    const std::string word = equals == std::string::npos ? "" : value.substr(equals + 1);
    if (Problem problem = known_rule(id)) {
        return problem;
    }
    base::Severity severity = base::Severity::info;
    if (choose(severity,
               word,
               {Choice<base::Severity>{"E", base::Severity::error},
                {"W", base::Severity::warning},
                {"I", base::Severity::info}})) {
        return base::Text{"T06=I のように、規則と E, W, I のどれかを書いてください。",
                          "It must be a rule and one of E, W, I, as in T06=I."};
    }
    options.severities[id] = severity;
    return std::nullopt;
}

Problem set_disabled(Options& options, const std::string& value) {
    options.disabled.insert(value);
    return known_rule(value);
}

Problem set_explain(Options& options, const std::string& value) {
    options.explain = value;
    return known_rule(value);
}

Problem set_forms(Options& options, const std::string& value) {
    return choose(options.forms,
                  value,
                  {Choice<report::Forms>{"auto", report::Forms::automatic},
                   {"always", report::Forms::always},
                   {"never", report::Forms::never}});
}

Problem set_audience(Options& options, const std::string& value) {
    return choose(options.audience,
                  value,
                  {Choice<report::Audience>{"office", report::Audience::office},
                   {"department", report::Audience::department},
                   {"council", report::Audience::council}});
}

Problem set_year(Options& options, const std::string& value) {
    options.year = plan::parse_fiscal_year(value);
    return options.year ? Problem()
                        : base::Text{"R8、令和8年度、2026 のような年度にしてください。",
                                     "It must be a fiscal year such as R8 or 2026."};
}

Problem set_color(Options& options, const std::string& value) {
    return choose(options.color,
                  value,
                  {Choice<Color>{"auto", Color::automatic},
                   {"always", Color::always},
                   {"never", Color::never}});
}

Problem set_language(Options& options, const std::string& value) {
    return choose(options.language,
                  value,
                  {Choice<base::Language>{"ja", base::Language::ja}, {"en", base::Language::en}});
}

Problem set_format(Options& options, const std::string& value) {
    return choose(options.format,
                  value,
                  {Choice<FindingsFormat>{"text", FindingsFormat::text},
                   {"json", FindingsFormat::json},
                   {"csv", FindingsFormat::csv},
                   {"sarif", FindingsFormat::sarif}});
}

Problem set_profile(Options& options, const std::string& value) {
    using check::Profile;
    return choose(options.profile,
                  value,
                  {Choice<Profile>{"form", Profile::form},
                   {"publish", Profile::publish},
                   {"machine-readable", Profile::machine_readable},
                   {"plan", Profile::plan}});
}

Problem set_encoding(Options& options, const std::string& value) {
    using check::Encoding;
    return choose(options.encoding,
                  value,
                  {Choice<Encoding>{"utf-8", Encoding::utf8}, {"cp932", Encoding::cp932}});
}

using O = Options;
using S = const std::string;

template <auto member>
Problem set_text(Options& options, const std::string& value) {
    options.*member = value;
    return std::nullopt;
}

template <auto member>
Problem set_switch(Options& options, const std::string&) {
    options.*member = true;
    return std::nullopt;
}

template <auto member>
Problem set_limit(Options& options, const std::string& value) {
    return count(options.limits.*member, value);
}

template <auto member>
Problem set_limit_bytes(Options& options, const std::string& value) {
    return count(options.limits.*member, value, true);
}

std::vector<Flag> own_flags() {
    return {
        {"-o,--output",
         "FILE",
         all,
         false,
         {"出力先。DIR/ なら入力ごとに一つ、- は標準出力",
          "where to write; DIR/ for one output an input, - for stdout"},
         set_text<&O::output>},
        {"--from",
         "FORMAT",
         readers,
         false,
         {"入力の形式 (xlsx, json)。ふだんは拡張子で決まります",
          "format of the inputs (xlsx, json); by ending if left out"},
         [](O& o, S& v) { return known_format(o.from, v); }},
        {"--to",
         "FORMAT",
         convert,
         false,
         {"出力の形式 (xlsx, json)。ふだんは拡張子で決まります",
          "format of the output (xlsx, json); by ending if left out"},
         [](O& o, S& v) { return known_format(o.to, v); }},
        {"--with-assessments",
         "",
         convert,
         false,
         {"計算結果 (達成率・評価) も JSON に書きます", "adds rates and grades to the JSON"},
         set_switch<&O::with_assessments>},
        {"--master",
         "FILE",
         binders,
         false,
         {"照らし合わせる計画 (施策・体系・担当課)",
          "the plan, outline and departments to hold against"},
         set_text<&O::master>},
        {"--scheme",
         "ID",
         convert | check | progress,
         false,
         {"評価基準。省くと様式の決めたもの、なければ default",
          "rating scheme; if left out the layout's, else default"},
         set_text<&O::scheme>},
        {"--for",
         "READER",
         progress,
         false,
         {"だれに向けた報告書か: office (企画課), department (主管課), council (議会・市民)",
          "whom the book is for: office, department, council"},
         set_audience},
        {"--year",
         "YEAR",
         progress,
         false,
         {"対象年度 (R8, 2026)。省くと終わった年度の最も新しいもの。年度の途中なら中間評価",
          "fiscal year (R8, 2026) reported on; if left out the latest that has ended"},
         set_year},
        {"--forms",
         "WHEN",
         progress,
         false,
         {"施策ごとの様式: auto (250 施策まで), always, never",
          "a form a measure: auto (up to 250), always, never"},
         set_forms},
        {"--format",
         "FORMAT",
         check | inspect | scheme,
         false,
         {"出力の形: text, json, csv, check は sarif も (inspect は text, json)",
          "text, json, csv, for check sarif too (inspect: text, json)"},
         set_format},
        {"--profile",
         "NAME",
         check | progress,
         false,
         {"何のための点検か: form (記入), publish (公表前), machine-readable (統一ルール), plan "
          "(年度前の計画)",
          "what the check is for: form, publish, machine-readable, plan (before its first year)"},
         set_profile},
        {"--encoding",
         "NAME",
         check,
         false,
         {"公表する文字コード (utf-8, cp932)。cp932 にない文字を調べます",
          "encoding of what will be published (utf-8, cp932): finds what it cannot hold"},
         set_encoding},
        {"--return",
         "DIR",
         check,
         false,
         {"差戻し: 所見のあるブックの写し (印・メモ・一覧) とメールの文を DIR に書きます",
          "writes a copy of each workbook with findings, marked, and a mail, into DIR"},
         set_text<&O::return_folder>},
        {"--returned",
         "FILE",
         check,
         false,
         {"前回の所見 (JSON) と比べ、直った・残っている・新しい所見を示します",
          "compares with earlier findings (JSON): mended, still open, new"},
         set_text<&O::earlier_findings>},
        {"--distributed",
         "DATE",
         check,
         false,
         {"配布の日。--deadline とともに、保存の日が合わないブックを知らせます (F09)",
          "day of distribution; with --deadline tells of workbooks saved outside (F09)"},
         set_date<&O::distributed>},
        {"--deadline",
         "DATE",
         check,
         false,
         {"提出の締切", "day by which they were to be returned"},
         set_date<&O::deadline>},
        {"--sheet",
         "NAME",
         layout,
         false,
         {"draft で描くシート (省くと最初のシート)", "the sheet to draft (the first if left out)"},
         set_text<&O::sheet>},
        {"--rules",
         "",
         check,
         false,
         {"規則の一覧を表示します", "lists the rules"},
         set_switch<&O::list_rules>},
        {"--explain",
         "ID",
         check,
         false,
         {"規則のわけと直し方を表示します", "tells why a rule is there and how to mend"},
         set_explain},
        {"--disable",
         "ID",
         check | progress,
         false,
         {"その規則を使いません (何度でも)", "leaves a rule out (any number of times)"},
         set_disabled},
        {"--severity",
         "ID=W",
         check | progress,
         false,
         {"重さを E, W, I のどれかに変えます (何度でも)",
          "changes a rule's severity to E, W or I (any number of times)"},
         set_severity},
    };
}

std::vector<Flag> common_flags() {
    return {
        {"--layout",
         "ID|FILE",
         all,
         true,
         {"様式を名指しします (ブックへの convert では書く様式)",
          "names the layout (for convert to a workbook: of the output)"},
         [](O& o, S& v) {
             o.layouts.push_back(v);
             return Problem();
         }},
        {"--templates",
         "DIR",
         all,
         true,
         {"様式のフォルダー。内蔵のものより先に使います",
          "folder of layouts, used before the built-in ones"},
         set_text<&O::templates>},
        {"--findings",
         "FILE",
         all,
         true,
         {"所見を JSON でも書き出します", "writes the findings as JSON too"},
         set_text<&O::findings_file>},
        {"--asof",
         "DATE",
         all,
         true,
         {"基準日 (2027-05-31)。省くと今日", "as-of date (2027-05-31); today if left out"},
         set_date<&O::as_of>},
        {"--force",
         "",
         all,
         true,
         {"すでにある出力を置き換えます", "replaces an existing output"},
         set_switch<&O::force>},
        {"--lang", "ja|en", all, true, {"表示の言語", "language of messages"}, set_language},
        {"--jobs",
         "N",
         all,
         true,
         {"同時に読むファイルの数", "files read at the same time"},
         [](O& o, S& v) { return count(o.jobs, v); }},
        {"--quiet",
         "",
         all,
         true,
         {"失敗のほかは標準エラー出力に何も書きません", "nothing but failures on stderr"},
         set_switch<&O::quiet>},
        {"--verbose", "", all, true, {"くわしく書きます", "tells more"}, set_switch<&O::verbose>},
        {"--no-progress",
         "",
         all,
         true,
         {"進み具合を表示しません", "no progress bar"},
         set_switch<&O::no_progress>},
        {"--color",
         "WHEN",
         all,
         true,
         {"色: auto, always, never", "colour: auto, always, never"},
         set_color},
        {"--log",
         "FILE",
         all,
         true,
         {"記録をファイルに書きます", "writes a log"},
         set_text<&O::log_file>},
    };
}

std::vector<Flag> limit_flags() {
    using L = xlsx::Limits;
    return {
        {"--limit-part-bytes",
         "N",
         readers,
         true,
         {"展開した部品一つの大きさ (256M)", "inflated size of one part (256M)"},
         set_limit_bytes<&L::part_bytes>},
        {"--limit-total-bytes",
         "N",
         readers,
         true,
         {"展開した部品すべての大きさ (1G)", "inflated size of all parts (1G)"},
         set_limit_bytes<&L::total_bytes>},
        {"--limit-inflate-ratio",
         "N",
         readers,
         true,
         {"圧縮率の上限 (200)", "inflate ratio past 1 MiB (200)"},
         set_limit<&L::inflate_ratio>},
        {"--limit-entries",
         "N",
         readers,
         true,
         {"部品の数 (10000)", "entries of a package (10000)"},
         set_limit<&L::entries>},
        {"--limit-sheets",
         "N",
         readers,
         true,
         {"シートの数 (10000)", "sheets (10000)"},
         set_limit<&L::sheets>},
        {"--limit-cells",
         "N",
         readers,
         true,
         {"セルの数 (5000000)", "cells kept (5000000)"},
         set_limit<&L::cells>},
        {"--limit-xml-depth",
         "N",
         readers,
         true,
         {"XML の入れ子 (64)", "XML depth (64)"},
         set_limit<&L::xml_depth>},
        {"--limit-shared-strings",
         "N",
         readers,
         true,
         {"共有文字列の数 (2000000)", "shared strings (2000000)"},
         set_limit<&L::shared_strings>},
        {"--limit-cell-characters",
         "N",
         readers,
         true,
         {"セル一つの文字数 (32767)", "characters a cell (32767)"},
         set_limit<&L::cell_characters>},
        {"--limit-seconds",
         "N",
         readers,
         true,
         {"ファイル一つの秒数 (60)", "seconds a file (60)"},
         set_limit<&L::seconds>},
    };
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

}  // namespace

std::string_view Flag::long_name() const {
    return names.substr(names.rfind(',') + 1);  // npos + 1 is 0
}

const std::vector<Flag>& flags() {
    static const std::vector<Flag> table = [] {
        std::vector<Flag> joined = own_flags();
        for (const auto& more : {common_flags(), limit_flags()}) {
            joined.insert(joined.end(), more.begin(), more.end());
        }
        return joined;
    }();
    return table;
}

std::optional<std::string> nearest(std::string_view name, const std::vector<std::string>& names) {
    std::optional<std::string> best;
    std::size_t best_distance = std::max<std::size_t>(2, name.size() / 3) + 1;
    for (const std::string& candidate : names) {
        const std::size_t distance = edit_distance(name, candidate);
        if (distance < best_distance) {
            best = candidate;
            best_distance = distance;
        }
    }
    return best;
}

}  // namespace shinchoku::cli
