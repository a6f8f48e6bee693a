#include "base/severity_words.h"
#include "report/return_copy.h"
#include "report/return_words.h"

namespace shinchoku::report {
namespace {

using base::Finding;
using base::Language;

// Neighbours that say the same of one sheet share a paragraph.
bool says_the_same(const Finding& a, const Finding& b) {
    return a.sheet == b.sheet && a.rule == b.rule && a.message == b.message && a.hint == b.hint;
}

std::string place_of(const Finding& finding, Language language) {
    if (!finding.sheet) {
        return base::in(base::Text{"ブック全体", "The whole workbook"}, language);
    }
    return base::in(
        base::Text{"シート「" + *finding.sheet + "」", "Sheet \"" + *finding.sheet + "\""},
        language);
}

// All findings of one severity, under a heading.
std::string section(const std::vector<Finding>& findings,
                    base::Severity severity,
                    Language language) {
    std::string text;
    const Finding* last = nullptr;
    std::string end;  // of the paragraph that is open
    for (const Finding& finding : findings) {
        if (finding.severity != severity) {
            continue;
        }
        const std::string cell = finding.cell ? base::to_a1(*finding.cell) : "";
        if (last != nullptr && finding.cell && last->cell && says_the_same(*last, finding)) {
            text += (language == Language::ja ? "、" : ", ") + cell;
        } else {
            text += end + "・" + place_of(finding, language) + (cell.empty() ? "" : " " + cell);
            const std::string& hint = base::in(finding.hint, language);
            end = "\n    " + base::in(finding.message, language) + " [" + finding.rule + "]\n" +
                  (hint.empty() ? "" : "    → " + hint + "\n");
        }
        last = &finding;
    }
    if (last == nullptr) {
        return "";
    }
    return "■ " + base::severity_word(severity, language) + ": " +
           request_word(severity, language) + "\n" + text + end + "\n";
}

std::string japanese_opening(const base::SeverityCounts& counts, const std::string& file) {
    const std::string text = "件名: 【差戻し】「" + file +
                             "」の確認のお願い\n\nご担当者様\n\nお疲れさまです。\n"
                             "ご提出いただいた「" +
                             file + "」を点検しました。\n";
    std::string asked;
    if (counts[2] > 0) {
        asked = "直していただきたいところが " + std::to_string(counts[2]) + " 件";
    }
    if (counts[1] > 0) {
        asked += std::string(asked.empty() ? "" : "、") + "確かめていただきたいところが " +
                 std::to_string(counts[1]) + " 件";
    }
    return text + (asked.empty() ? "直していただくところはありません。次のことを参考までに"
                                   "お知らせします。\n\n"
                                 : asked + "ありましたので、お返しします。\n\n");
}

std::string english_opening(const base::SeverityCounts& counts, const std::string& file) {
    return "Subject: Please check \"" + file + "\"\n\nHello,\n\nWe checked \"" + file +
           "\", which you sent in: " + std::to_string(counts[2]) + " to mend, " +
           std::to_string(counts[1]) + " to check.\n\n";
}

}  // namespace

std::string return_mail(const std::vector<Finding>& findings,
                        std::string_view file,
                        Language language) {
    const std::string name(file);
    const base::SeverityCounts counts = base::count_severities(findings);
    std::string text = base::in(
        base::Text{japanese_opening(counts, name), english_opening(counts, name)}, language);
    for (const base::Severity severity :
         {base::Severity::error, base::Severity::warning, base::Severity::info}) {
        text += section(findings, severity, language);
    }
    if (counts[2] + counts[1] == 0) {
        return text;
    }
    return text +
           base::in(
               base::Text{
                   "■ お願い\n1. 添付の「" + name +
                       "」を開いてください。先頭のシート「差戻し」に一覧があり、"
                       "番地を押すとそのセルに移ります。\n"
                       "2. 色の付いたセルのメモを読み、直すか、内容を確かめてください。\n"
                       "3. 直したら上書き保存し、このメールへの返信でお送りください。"
                       "シート「差戻し」、色、メモは、次の点検で外すので残しておいてください。\n\n"
                       "よろしくお願いいたします。\n",
                   "What to do\n1. Open the attached \"" + name +
                       "\". Its first sheet lists everything; click a cell to go "
                       "there.\n2. Read the notes of the coloured cells; mend or check "
                       "them.\n3. Save it and send it back. Leave the first sheet, the "
                       "colours and the notes: the next check takes them away."
                       "\n\nThank you.\n"},
               language);
}

}  // namespace shinchoku::report
