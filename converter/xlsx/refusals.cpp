#include "xlsx/refusals.h"

#include <utility>

#include "base/utf8.h"

namespace shinchoku::xlsx {
namespace {

base::Finding make(std::string_view rule,
                   std::string_view id,
                   base::Text message,
                   base::Text hint) {
    base::Finding finding;
    finding.rule = rule;
    finding.severity = base::Severity::error;
    finding.key = base::make_key(rule, id);
    finding.message = std::move(message);
    finding.hint = std::move(hint);
    return finding;
}

bool is_invisible(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

constexpr std::size_t longest_shown = 80;  // characters

}  // namespace

base::Finding refuse_foreign(base::Text what) {
    return make(
        "F01",
        "",
        {what.ja + "。このままでは読み込めません。", what.en + "; it cannot be read as it is."},
        {"Excelで開き、『名前を付けて保存』で「Excel ブック "
         "(.xlsx)」を選んで保存し直してください。",
         "Open it in Excel and save it with 'Save As' as an Excel workbook (.xlsx)."});
}

base::Finding refuse_encrypted(base::Text what) {
    return make(
        "F02",
        "",
        {what.ja + "。中身を読み込めません。", what.en + "; its contents cannot be read."},
        {"Excelで開いてパスワード(暗号化)や閲覧制限を解除し、保存し直してください。",
         "Open it in Excel, remove the password or the access restriction, and save it again."});
}

base::Finding refuse_damaged(std::string_view part, base::Text what) {
    const std::string name = printable(part);
    base::Finding finding = make(
        "F11",
        name,
        {name.empty() ? "ファイルが壊れています：" + what.ja + "。"
                      : "ファイルの一部「" + name + "」が壊れています：" + what.ja + "。",
         name.empty() ? "The file is damaged: " + what.en + "."
                      : "A part of the file, '" + name + "', is damaged: " + what.en + "."},
        {"Excelで開けるときは、保存し直したものを使ってください。開けないときは、"
         "作成者にもう一度送ってもらってください。",
         "If Excel opens it, save it again and use that file; if not, ask its author to send it "
         "again."});
    finding.found = name;
    return finding;
}

base::Finding refuse_xml(std::string_view part, XmlPlace place, const Limits& limits) {
    if (place.fault == XmlFault::too_deep) {
        return refuse_limit("xml-depth",
                            {"要素の入れ子の深さ", "depth of nested elements"},
                            limits.xml_depth + std::uint64_t{1},
                            limits.xml_depth);
    }
    const std::string offset = std::to_string(place.offset);
    base::Text what = describe(place.fault);
    what.ja += "(" + offset + "バイト目)";
    what.en += " (at byte " + offset + ")";
    return refuse_damaged(part, std::move(what));
}

base::Finding refuse_limit(std::string_view option,
                           base::Text name,
                           std::uint64_t found,
                           std::uint64_t limit) {
    const std::string flag = "--limit-" + std::string(option);
    base::Finding finding =
        make("F12",
             option,
             {"安全のための上限を超えています：" + name.ja + "が" + std::to_string(found) +
                  "で、上限の" + std::to_string(limit) + "を超えるため読み込みません。",
              "A safety limit is exceeded: the " + name.en + " is " + std::to_string(found) +
                  ", over the limit of " + std::to_string(limit) + "; the file is not read."},
             {"中身に心当たりのあるファイルであれば、" + flag +
                  " で上限を上げて読み込んでください。"
                  "心当たりがなければ、開かずに送り主に確かめてください。",
              "If you trust the file, raise the limit with " + flag +
                  "; if not, do not open it and ask its sender."});
    finding.found = std::to_string(found);
    finding.expected = std::to_string(limit);
    return finding;
}

base::Finding refuse_cell_characters(std::uint64_t found, const Limits& limits) {
    return refuse_limit("cell-characters",
                        {"一つのセルの文字数", "number of characters in one cell"},
                        found,
                        limits.cell_characters);
}

base::Finding refuse_seconds(const Limits& limits) {
    return refuse_limit("seconds",
                        {"一つのファイルを読む秒数", "number of seconds to read one file"},
                        limits.seconds + std::uint64_t{1},
                        limits.seconds);
}

base::Finding refuse_memory() {
    return make("F12",
                "memory",
                {"メモリが足りないため読み込めません。", "There is not enough memory to read it."},
                {"他のプログラムを終了してから、もう一度お試しください。",
                 "Close other programs and try again."});
}

std::string printable(std::string_view name) {
    std::string text;
    std::size_t count = 0;
    for (std::size_t at = 0; at < name.size(); ++count) {
        if (count == longest_shown) {
            return text + "…";
        }
        const char32_t c = base::next_code_point(name, at);
        base::append_utf8(text, is_invisible(c) ? U'\uFFFD' : c);
    }
    return text;
}

}  // namespace shinchoku::xlsx
