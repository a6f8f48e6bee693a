#include "xlsx/file_kind.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "xlsx/package.h"

namespace shinchoku::xlsx {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view zip_magic = "PK\x03\x04";

// A name of a stream in a compound file: UTF-16 in its directory.
std::string wide(std::string_view name) {
    std::string text;
    for (const char c : name) {
        text += c;
        text += '\0';
    }
    return text;
}

base::Finding refuse_compound(std::string_view file) {
    const auto has_stream = [&](std::string_view name) {
        return file.find(wide(name)) != std::string_view::npos;
    };
    if (has_stream("EncryptedPackage") || has_stream("EncryptionInfo")) {
        return refuse_encrypted({"パスワード付き(暗号化)のブックです",
                                 "The workbook is protected with a password (encrypted)"});
    }
    if (has_stream("DRMContent") || has_stream("DRMEncrypted")) {
        return refuse_encrypted({"閲覧を制限された(IRM)ブックです",
                                 "The workbook is restricted by rights management (IRM)"});
    }
    if (has_stream("WordDocument")) {
        return refuse_foreign(
            {"旧形式のWord文書(.doc)です", "This is an old Word document (.doc)"});
    }
    return refuse_foreign({"旧形式のExcelブック(.xls)か、保護されたブックです",
                           "This is an old Excel workbook (.xls) or a protected one"});
}

// A .xls without its compound file begins with the record BOF of BIFF 2 to 8.
bool is_bare_xls(std::string_view file) {
    return file.size() >= 4 && file[0] == '\x09' &&
           (file[1] == '\0' || file[1] == '\x02' || file[1] == '\x04' || file[1] == '\x08') &&
           file[3] == '\0';
}

bool is_html(std::string_view file) {
    std::string head(file.substr(0, 1024));
    std::transform(head.begin(), head.end(), head.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return head.find("<html") != std::string::npos || head.find("<table") != std::string::npos ||
           head.find("<!doctype html") != std::string::npos;
}

bool is_text(std::string_view file) {
    const std::string_view head = file.substr(0, 4096);
    return std::none_of(head.begin(), head.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\r' && c != '\n';
    });
}

}  // namespace

Refusal refuse_other_kind(std::string_view file) {
    if (file.empty()) {
        return refuse_damaged("", {"中身が空です(0バイト)", "it is empty (0 bytes)"});
    }
    if (file.starts_with(zip_magic.substr(0, std::min(file.size(), zip_magic.size())))) {
        return std::nullopt;
    }
    if (file.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) {
        return refuse_compound(file);
    }
    if (is_bare_xls(file)) {
        return refuse_foreign(
            {"旧形式のExcelブック(.xls)です", "This is an old Excel workbook (.xls)"});
    }
    if (file.starts_with("%PDF-")) {
        return refuse_foreign({"PDFファイルです", "This is a PDF file"});
    }
    const std::string_view end_record = "PK\x05\x06";
    if (file.substr(file.size() - std::min<std::size_t>(file.size(), 0x10000 + 22))
            .find(end_record) != std::string_view::npos) {
        return std::nullopt;  // a zip with something before it; the directory decides
    }
    if (is_html(file)) {
        return refuse_foreign({"ブックではなくHTML(Webページ)です", "This is an HTML page"});
    }
    if (is_text(file)) {
        return refuse_foreign(
            {"ブックではなくテキスト(CSVなど)です", "This is a text file (such as CSV)"});
    }
    return refuse_foreign(
        {"Excelブック(.xlsx)ではありません", "This is no Excel workbook (.xlsx)"});
}

base::Finding refuse_other_package(const Package& package) {
    const auto has = [&](std::string_view part) { return package.find(part) != nullptr; };
    if (has("xl/workbook.bin")) {
        return refuse_foreign(
            {"バイナリ形式のExcelブック(.xlsb)です", "This is a binary Excel workbook (.xlsb)"});
    }
    if (has("mimetype") && has("content.xml")) {
        return refuse_foreign({"OpenDocument形式(.odsなど)のファイルです",
                               "This is an OpenDocument file (such as .ods)"});
    }
    if (has("word/document.xml")) {
        return refuse_foreign({"Word文書(.docx)です", "This is a Word document (.docx)"});
    }
    if (has("ppt/presentation.xml")) {
        return refuse_foreign(
            {"PowerPoint(.pptx)のファイルです", "This is a PowerPoint file (.pptx)"});
    }
    return refuse_foreign({"圧縮ファイルですが、Excelブックではありません",
                           "This is a zip file, but no Excel workbook"});
}

}  // namespace shinchoku::xlsx
