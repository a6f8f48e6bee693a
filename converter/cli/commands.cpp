#include "cli/flags.h"

namespace shinchoku::cli {

namespace {

CommandInfo convert_info() {
    return {
        Command::convert,
        "convert",
        "INPUT... [-o OUTPUT]",
        {"ブックと JSON を相互に変換します", "Converts between workbooks and JSON"},
        {"入力はファイルかフォルダーです。いくつかの入力を -o FILE に書くと、施策の番号で一つの\n"
         "計画にまとめます (同じ番号は先のものを残し、F08 で知らせます)。-o DIR/ なら入力ごとに\n"
         "一つずつ書きます。-o を省くと標準出力に書きますが、--to が要ります。\n"
         "読み取りの所見は標準エラー出力に、--findings FILE で JSON にも書きます。",
         "Inputs are files or folders. Several inputs with -o FILE are merged into one plan by\n"
         "id (of two measures of one id the first stays, F08 tells). -o DIR/ writes one output "
         "an\n"
         "input. Without -o the output goes to stdout, which needs --to. Findings of reading go\n"
         "to stderr, with --findings FILE also to a file as JSON."},
        "shinchoku convert 納税課.xlsx -o 納税課.json"};
}

CommandInfo check_info() {
    return {Command::check,
            "check",
            "INPUT... [--format json]",
            {"目標・実績を点検し、所見を表示します", "Checks targets and actuals, prints findings"},
            {"所見は一件一行で、ファイル [シート!セル] 重さ 規則 内容 の順です。\n"
             "エラーの所見があれば終了コードは 1、読めない入力があれば 2 です。\n"
             "--return DIR は、所見のあるブックごとに、そのセルにだけ色とメモを付けた写しと、\n"
             "メールの文 (.txt) を DIR に書きます。写しの先頭のシートは所見の一覧です。\n"
             "戻ってきた写しをまた差し戻すと、前回の一覧・色・メモは外れます。\n"
             "--profile は何のための点検かで、規則と重さを変えます。様式のとなりの rules.toml\n"
             "(disable = [\"T10\"] と [severity] の表) で、市の規則を決められます。",
             "One line a finding: file [sheet!cell] severity rule message. The exit status is 1 "
             "where\n"
             "there are errors, 2 where an input could not be read. --return DIR writes, for each\n"
             "workbook with findings, a copy with colours and notes in the cells concerned and a "
             "first\n"
             "sheet that lists them, and the text of a mail (.txt). What an earlier return added "
             "goes.\n"
             "--profile says what the check is\n"
             "for and changes rules and severities; a rules.toml beside a layout (disable = "
             "[\"T10\"]\n"
             "and a table [severity]) holds a city's own."},
            "shinchoku check 提出/ --master master.xlsx --asof 2027-05-31"};
}

CommandInfo progress_info() {
    return {
        Command::progress,
        "progress",
        "INPUT... -o BOOK.xlsx",
        {"進捗状況報告書 (ブック) を作り直します", "Regenerates the formatted progress book"},
        {"表紙、要点と議会資料 (各 1 "
         "ページ)、課ごとの次にすること、一年の動き、全施策の表、年度別、\n"
         "グラフ、政策別・課別の集計、未提出 "
         "(--master)、所見、算定と根拠、施策ごとの様式、データを\n"
         "書きます。--for で読み手に合わせてシートと言葉を選び、--year "
         "で年度を選びます。年度の途中\n"
         "なら中間評価になり、空白を未入力、届かないものを未達成とは書きません。",
         "Writes cover, a page of what matters and one for the council, what each department has "
         "to\n"
         "do, the story of the year, all measures, every year at a glance, charts, totals, who "
         "has\n"
         "not returned (--master), findings, the grounds of every figure, a form a measure and "
         "tidy\n"
         "data. --for picks sheets and words for their readers, --year the fiscal year; one that "
         "is\n"
         "still running is an interim review, in which nothing is missing or missed yet."},
        "shinchoku progress 提出/ --master master.xlsx -o 進捗状況.xlsx --asof 2027-05-31"};
}

CommandInfo inspect_info() {
    return {
        Command::inspect,
        "inspect",
        "INPUT... [--format json]",
        {"ブックの中身を、様式にあてはめる前のまま表示します",
         "Shows what a workbook holds, before any layout"},
        {"シート、セル、結合、書式の数を表示します。--format json はすべてのセルの値です。",
         "Shows sheets and counts of cells, merges and formats; --format json gives every cell."},
        "shinchoku inspect 納税課.xlsx"};
}

CommandInfo layout_info() {
    return {
        Command::layout,
        "layout",
        "list | show | blank | check | detect | draft | format | fields",
        {"様式を一覧・表示・点検し、白紙の様式や下書きを作ります",
         "Lists, shows, checks and drafts layouts, makes blank forms"},
        {"  list                  様式の一覧\n"
         "  show ID|FILE          様式ファイルの中身\n"
         "  blank ID|FILE -o OUT  白紙の様式をブックに書きます\n"
         "  check FILE.toml...    様式ファイルを点検します (誤りがあれば終了コード 1)\n"
         "  detect FILE.xlsx...   どのシートがどの様式に合うか\n"
         "  draft FILE.xlsx       今あるシートから様式ファイルの下書きを作ります\n"
         "  format FILE.toml      絵の列をそろえます (標準出力か -o へ。元のファイルはそのまま)\n"
         "  fields                様式に書ける項目の名前",
         "  list                  the layouts\n"
         "  show ID|FILE          the text of a layout file\n"
         "  blank ID|FILE -o OUT  writes the empty form as a workbook\n"
         "  check FILE.toml...    checks layout files (exit status 1 on a fault)\n"
         "  detect FILE.xlsx...   which layout fits which sheet\n"
         "  draft FILE.xlsx       drafts the layout file of an existing sheet\n"
         "  format FILE.toml      aligns the picture (to stdout or -o; the file stays as it is)\n"
         "  fields                the names a layout may use"},
        "shinchoku layout blank minami_alps -o 様式.xlsx"};
}

CommandInfo scheme_info() {
    return {Command::scheme,
            "scheme",
            "list | show | check | compare",
            {"評価基準を一覧・表示・点検し、別の基準での評価とくらべます",
             "Lists, shows and checks rating schemes, compares grades under them"},
            {"  list                    評価基準の一覧\n"
             "  show ID|FILE...         評価ごとの条件と出典\n"
             "  check FILE.toml...      評価基準のファイルを点検します (誤りがあれば終了コード 1)\n"
             "  compare ID... INPUT...  指標ごとに、それぞれの基準での評価 (--format "
             "text|json|csv)。\n"
             "                          基準が一つなら、計画の基準とくらべます",
             "  list                    the schemes\n"
             "  show ID|FILE...         the condition of each grade, and the source\n"
             "  check FILE.toml...      checks scheme files (exit status 1 on a fault)\n"
             "  compare ID... INPUT...  each indicator's grade under each scheme (--format "
             "text|json|csv);\n"
             "                          one scheme is compared with the plan's own"},
            "shinchoku scheme compare fuji 提出/ --asof 2027-05-31"};
}

CommandInfo function_info() {
    return {
        Command::function,
        "function",
        "list | show | call",
        {"Excel や Calc で使う関数を一覧し、その場で計算します",
         "Lists the worksheet functions and computes them on the spot"},
        {"  list             関数の一覧\n"
         "  show NAME...     引数と例\n"
         "  call FORMULA...  表のセルに書くのと同じ式を計算し、一つに一行で答えます。\n"
         "                   範囲は {100,90;80,70} のように書き、空のセルは {100,,80} です",
         "  list             the functions\n"
         "  show NAME...     arguments and examples\n"
         "  call FORMULA...  computes a formula as it is written in a cell, one line each;\n"
         "                   ranges stand in braces, {100,90;80,70}, {100,,80} has an empty cell"},
        "shinchoku function call '=SHINCHOKU.RATE(96,97.2)'"};
}

}  // namespace

const std::vector<CommandInfo>& commands() {
    static const std::vector<CommandInfo> table = {convert_info(),
                                                   check_info(),
                                                   progress_info(),
                                                   inspect_info(),
                                                   layout_info(),
                                                   scheme_info(),
                                                   function_info()};
    return table;
}

const CommandInfo& info_of(Command command) {
    return commands()[static_cast<std::size_t>(command)];
}

}  // namespace shinchoku::cli
