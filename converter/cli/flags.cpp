#include "cli/flags.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/joined.h"
#include "cli/flag_values.h"

namespace shinchoku::cli {

namespace {

constexpr unsigned bit(Command command) {
    return 1U << static_cast<unsigned>(command);
}
constexpr unsigned convert = bit(Command::convert);
constexpr unsigned check = bit(Command::check);
constexpr unsigned progress = bit(Command::progress);
constexpr unsigned inspect = bit(Command::inspect);
constexpr unsigned layout = bit(Command::layout);
constexpr unsigned scheme = bit(Command::scheme);
constexpr unsigned formulas = bit(Command::function);
constexpr unsigned readers = convert | check | progress | inspect;
constexpr unsigned binders = convert | check | progress;
constexpr unsigned all = readers | layout | scheme | formulas;

std::vector<Flag> flags_of_inputs_and_outputs() {
    return {
        {"-o,--output",
         "FILE",
         all,
         false,
         {"出力先。DIR/ なら入力ごとに一つ、- は標準出力",
          "where to write; DIR/ for one output an input, - for stdout"},
         set_text<&Options::output>},
        {"--from",
         "FORMAT",
         readers,
         false,
         {"入力の形式 (xlsx, json)。ふだんは拡張子で決まります",
          "format of the inputs (xlsx, json); by ending if left out"},
         set_from},
        {"--to",
         "FORMAT",
         convert,
         false,
         {"出力の形式 (xlsx, json)。ふだんは拡張子で決まります",
          "format of the output (xlsx, json); by ending if left out"},
         set_to},
        {"--with-assessments",
         "",
         convert,
         false,
         {"計算結果 (達成率・評価) も JSON に書きます", "adds rates and grades to the JSON"},
         set_switch<&Options::with_assessments>},
        {"--master",
         "FILE",
         binders,
         false,
         {"照らし合わせる計画 (施策・体系・担当課)",
          "the plan, outline and departments to hold against"},
         set_text<&Options::master>},
    };
}

std::vector<Flag> flags_of_reports() {
    return {
        {"--scheme",
         "ID",
         convert | check | progress,
         false,
         {"評価基準。省くと様式の決めたもの、なければ default",
          "rating scheme; if left out the layout's, else default"},
         set_text<&Options::scheme>},
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
        {"--formulas",
         "KIND",
         progress,
         false,
         {"達成率の式: plain (どの Excel でも計算できる式), addin (アドインの関数 SHINCHOKU.RATE)",
          "formulas of the rates: plain (any Excel computes them), addin (the add-in's "
          "SHINCHOKU.RATE)"},
         set_formulas},
        {"--format",
         "FORMAT",
         check | inspect | scheme,
         false,
         {"出力の形: text, json, csv, check は sarif も (inspect は text, json)",
          "text, json, csv, for check sarif too (inspect: text, json)"},
         set_format},
    };
}

std::vector<Flag> flags_of_checks() {
    return {
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
         set_text<&Options::return_folder>},
        {"--returned",
         "FILE",
         check,
         false,
         {"前回の所見 (JSON) と比べ、直った・残っている・新しい所見を示します",
          "compares with earlier findings (JSON): mended, still open, new"},
         set_text<&Options::earlier_findings>},
        {"--distributed",
         "DATE",
         check,
         false,
         {"配布の日。--deadline とともに、保存の日が合わないブックを知らせます (F09)",
          "day of distribution; with --deadline tells of workbooks saved outside (F09)"},
         set_distributed},
        {"--deadline",
         "DATE",
         check,
         false,
         {"提出の締切", "day by which they were to be returned"},
         set_deadline},
        {"--sheet",
         "NAME",
         layout,
         false,
         {"draft で描くシート (省くと最初のシート)", "the sheet to draft (the first if left out)"},
         set_text<&Options::sheet>},
    };
}

std::vector<Flag> flags_of_rules() {
    return {
        {"--rules",
         "",
         check,
         false,
         {"規則の一覧を表示します", "lists the rules"},
         set_switch<&Options::list_rules>},
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

using Apply = Problem (*)(Options& options, const std::string& value);

Flag common(std::string_view names, std::string_view value, base::Text about, Apply apply) {
    return {names, value, all, true, std::move(about), apply};
}

std::vector<Flag> common_flags() {
    return {
        common("--layout",
               "ID|FILE",
               {"様式を名指しします (ブックへの convert では書く様式)",
                "names the layout (for convert to a workbook: of the output)"},
               add_layout),
        common("--templates",
               "DIR",
               {"様式のフォルダー。内蔵のものより先に使います",
                "folder of layouts, used before the built-in ones"},
               set_text<&Options::templates>),
        common("--findings",
               "FILE",
               {"所見を JSON でも書き出します", "writes the findings as JSON too"},
               set_text<&Options::findings_file>),
        common("--asof",
               "DATE",
               {"基準日 (2027-05-31)。省くと今日", "as-of date (2027-05-31); today if left out"},
               set_as_of),
        common("--force",
               "",
               {"すでにある出力を置き換えます", "replaces an existing output"},
               set_switch<&Options::force>),
        common("--lang", "ja|en", {"表示の言語", "language of messages"}, set_language),
        common("--jobs", "N", {"同時に読むファイルの数", "files read at the same time"}, set_jobs),
        common("--quiet",
               "",
               {"失敗のほかは標準エラー出力に何も書きません", "nothing but failures on stderr"},
               set_switch<&Options::quiet>),
        common("--verbose", "", {"くわしく書きます", "tells more"}, set_switch<&Options::verbose>),
        common("--no-progress",
               "",
               {"進み具合を表示しません", "no progress bar"},
               set_switch<&Options::no_progress>),
        common("--color",
               "WHEN",
               {"色: auto, always, never", "colour: auto, always, never"},
               set_color),
        common("--log",
               "FILE",
               {"記録をファイルに書きます", "writes a log"},
               set_text<&Options::log_file>),
    };
}

Flag limit(std::string_view name, base::Text about, Apply apply) {
    return {name, "N", readers, true, std::move(about), apply};
}

std::vector<Flag> limit_flags() {
    using L = xlsx::Limits;
    return {
        limit("--limit-part-bytes",
              {"展開した部品一つの大きさ (256M)", "inflated size of one part (256M)"},
              set_limit_bytes<&L::part_bytes>),
        limit("--limit-total-bytes",
              {"展開した部品すべての大きさ (1G)", "inflated size of all parts (1G)"},
              set_limit_bytes<&L::total_bytes>),
        limit("--limit-inflate-ratio",
              {"圧縮率の上限 (200)", "inflate ratio past 1 MiB (200)"},
              set_limit<&L::inflate_ratio>),
        limit("--limit-entries",
              {"部品の数 (10000)", "entries of a package (10000)"},
              set_limit<&L::entries>),
        limit("--limit-sheets", {"シートの数 (10000)", "sheets (10000)"}, set_limit<&L::sheets>),
        limit(
            "--limit-cells", {"セルの数 (5000000)", "cells kept (5000000)"}, set_limit<&L::cells>),
        limit(
            "--limit-xml-depth", {"XML の入れ子 (64)", "XML depth (64)"}, set_limit<&L::xml_depth>),
        limit("--limit-shared-strings",
              {"共有文字列の数 (2000000)", "shared strings (2000000)"},
              set_limit<&L::shared_strings>),
        limit("--limit-cell-characters",
              {"セル一つの文字数 (32767)", "characters a cell (32767)"},
              set_limit<&L::cell_characters>),
        limit("--limit-seconds",
              {"ファイル一つの秒数 (60)", "seconds a file (60)"},
              set_limit<&L::seconds>),
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
    static const std::vector<Flag> table = base::joined<Flag>({flags_of_inputs_and_outputs(),
                                                               flags_of_reports(),
                                                               flags_of_checks(),
                                                               flags_of_rules(),
                                                               common_flags(),
                                                               limit_flags()});
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
