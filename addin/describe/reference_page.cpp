#include "base/ascii.h"
#include "describe/descriptions.h"

namespace shinchoku::addin {
namespace {

// A bar would end the cell of the table.
std::string in_table(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        escaped += c == '|' ? "\\|" : std::string(1, c);
    }
    return escaped;
}

std::string both(const base::Text& text) {
    return in_table(text.ja) + "<br>" + in_table(text.en);
}

std::string full_name(const Function& function) {
    return std::string(name_prefix).append(function.name);
}

// The address that GitHub and others give a heading: small letters, no dots.
std::string anchor(const Function& function) {
    std::string text = "#";
    for (const char c : full_name(function)) {
        if (base::is_letter(c)) {
            text += static_cast<char>(c | 0x20);
        }
    }
    return text;
}

std::string contents() {
    std::string text = "| 関数 / function | 返すもの / gives |\n| --- | --- |\n";
    for (const Function& function : functions()) {
        text += "| [" + full_name(function) + "](" + anchor(function) + ") | " +
                both(function.help) + " |\n";
    }
    return text;
}

std::string parameters_of(const Function& function) {
    if (function.parameters.empty()) {
        return "引数はありません。 / It has no arguments.\n\n";
    }
    std::string text =
        "| 引数 / argument | 渡すもの / takes | 意味 / meaning |\n| --- | --- | --- |\n";
    for (const Parameter& parameter : function.parameters) {
        const bool takes_range = parameter.takes == Parameter::Takes::range;
        text += "| `" + shown_name(parameter) + "` | " +
                (takes_range ? "範囲 / range" : "値 / value") + " | " + both(parameter.help) +
                " |\n";
    }
    return text + "\n";
}

std::string examples_of(const Function& function) {
    std::string text = "| 例 / example | 結果 / result |\n| --- | --- |\n";
    for (const Example& example : function.examples) {
        text += "| `" + in_table(example.call) + "` | `" + in_table(example.result) + "` |\n";
    }
    return text + "\n";
}

std::string section(const Function& function) {
    std::string text = "## " + full_name(function) + "\n\n`" + signature(function) + "`\n\n" +
                       function.help.ja + "。\n\n" + function.help.en + ".\n\n" +
                       parameters_of(function) + examples_of(function);
    if (function.is_volatile) {
        text +=
            "日付が変わると結果も変わることがあります。\n\n"
            "The result may change with the day.\n\n";
    }
    return text;
}

}  // namespace

std::string reference_page() {
    std::string text =
        "# 関数の一覧 / Worksheet functions\n\n"
        "<!-- describe_functions writes this page from addin/functions/table.cpp. -->\n\n"
        "Excel と LibreOffice Calc のアドインが加える関数です。ブック、サイト、コマンドと同じ計算を"
        "します。`[ ]` の引数は省けます。値のない結果は #N/A、読めない引数は #VALUE! です。"
        "例の `{100,90;80,70}` は範囲で、`,` が列、`;` が行の区切りです。\n\n"
        "The functions that the add-ins give to Excel and LibreOffice Calc. They calculate as the "
        "books, the site and the command do. Arguments in `[ ]` may be left out. What is not "
        "defined is #N/A, an argument that cannot be read #VALUE!. In the examples "
        "`{100,90;80,70}` is a range: `,` goes to the next column, `;` to the next row.\n\n";
    text += contents() + "\n";
    for (const Function& function : functions()) {
        text += section(function);
    }
    text.pop_back();  // the blank line after the last section
    return text;
}

}  // namespace shinchoku::addin
