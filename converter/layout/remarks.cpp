#include "layout/remarks.h"

#include <utility>

#include "plan/fiscal_year.h"

namespace shinchoku::layout {
namespace {

using base::Severity;

using base::quoted_en;
using base::quoted_ja;

std::string year_ja(int year) {
    return plan::wareki(year) + "年度";
}

}  // namespace

namespace remark {

Remark label_missing(std::string_view label) {
    return {
        "S01",
        Severity::error,
        std::string(label),
        {},
        {"見出し" + quoted_ja(label) +
             "がありません。この見出しで探す値は、読み取れていないことがあります。",
         "The label " + quoted_en(label) + " is missing; what it governs may not have been read."},
        {"この場所に見出し" + quoted_ja(label) + "を入力してください。",
         "Enter the label " + quoted_en(label) + " here."},
        {},
        std::string(label)};
}

Remark value_row_missing(std::string_view label_above) {
    return {"S01",
            Severity::error,
            std::string(label_above) + "/value",
            {},
            {quoted_ja(label_above) + "の記入行がありません。",
             "The row for the value under " + quoted_en(label_above) + " is missing."},
            {"見出し" + quoted_ja(label_above) + "の下に記入行を戻してください。",
             "Put the row back under " + quoted_en(label_above) + "."},
            {},
            {}};
}

Remark row_deleted(std::string_view label) {
    return {"F07",
            Severity::warning,
            std::string(label),
            {},
            {quoted_ja(label) + "の行が削除されています。",
             "The row " + quoted_en(label) + " was deleted."},
            {"配布した様式から" + quoted_ja(label) + "の行を写して戻してください。",
             "Copy the row " + quoted_en(label) + " back from the form as distributed."},
            {},
            std::string(label)};
}

Remark label_twice(std::string_view label) {
    return {
        "S02",
        Severity::error,
        std::string(label),
        {},
        {"見出し" + quoted_ja(label) + "が様式より多くあります。最初のものだけを読み取りました。",
         "The label " + quoted_en(label) +
             " stands more often than the layout draws it; only the first one was read."},
        {"余分な" + quoted_ja(label) + "の行を削除してください。",
         "Delete the surplus row " + quoted_en(label) + "."},
        std::string(label),
        {}};
}

Remark other_wording(std::string_view label, std::string_view found) {
    return {
        "S03",
        Severity::info,
        std::string(label),
        {},
        {"見出し" + quoted_ja(found) + "を" + quoted_ja(label) + "として読み取りました。",
         "The label " + quoted_en(found) + " was read as " + quoted_en(label) + "."},
        {"対応は不要です。様式の言い方にそろえる場合は" + quoted_ja(label) + "と入力してください。",
         "Nothing needs to be done; the form's own wording is " + quoted_en(label) + "."},
        std::string(found),
        std::string(label)};
}

Remark guessed_wording(std::string_view label, std::string_view found) {
    return {
        "S03",
        Severity::warning,
        std::string(label),
        {},
        {"見出し" + quoted_ja(found) + "を" + quoted_ja(label) +
             "の書き換えとみなして読み取りました。",
         "The label " + quoted_en(found) + " was taken for a changed " + quoted_en(label) + "."},
        {"見出しを" + quoted_ja(label) + "に戻すか、この言い方を様式の [labels] に加えてください。",
         "Restore the label " + quoted_en(label) +
             ", or list this wording in [labels] of the layout."},
        std::string(found),
        std::string(label)};
}

Remark row_moved(std::string_view label) {
    return {"F07",
            Severity::info,
            std::string(label),
            {},
            {quoted_ja(label) + "の行が様式と違う場所にあります。その場所から読み取りました。",
             "The row " + quoted_en(label) +
                 " stands elsewhere than in the layout; it was read from there."},
            {"対応は不要です。", "Nothing needs to be done."},
            {},
            {}};
}

Remark rows_inserted(std::string_view after_label) {
    return {"F07",
            Severity::info,
            std::string(after_label) + "/inserted",
            {},
            {quoted_ja(after_label) + "の後に行が挿入されています。読み取りに影響はありません。",
             "Rows were inserted after " + quoted_en(after_label) + "; reading followed them."},
            {"対応は不要です。", "Nothing needs to be done."},
            {},
            {}};
}

Remark columns_inserted() {
    return {"F07",
            Severity::info,
            "columns",
            {},
            {"列が挿入または移動されています。読み取りに影響はありません。",
             "Columns were inserted or moved; reading followed them."},
            {"対応は不要です。", "Nothing needs to be done."},
            {},
            {}};
}

Remark optional_row_absent(std::string_view label) {
    return {"F07",
            Severity::info,
            std::string(label) + "/optional",
            {},
            {"任意の行" + quoted_ja(label) + "はありません。",
             "The optional row " + quoted_en(label) + " is absent."},
            {"記入する場合は、様式から行を写してください。",
             "To fill it in, copy the row from the form."},
            {},
            std::string(label)};
}

Remark year_heading_missing(int year) {
    return {"S05",
            Severity::error,
            "heading",
            year,
            {year_ja(year) + "の年度見出しがありません。この列の値は読み取っていません。",
             "The year heading " + std::to_string(year) +
                 " is missing; the values of its column were not read."},
            {"この場所に" + year_ja(year) + "の見出しを入力してください。",
             "Enter the heading of fiscal year " + std::to_string(year) + " here."},
            {},
            std::to_string(year)};
}

Remark year_column_missing(int year) {
    return {"S05",
            Severity::error,
            "column",
            year,
            {year_ja(year) + "の列がありません。",
             "The column of fiscal year " + std::to_string(year) + " is missing."},
            {"配布した様式から" + year_ja(year) + "の列を戻してください。",
             "Put the column of fiscal year " + std::to_string(year) + " back."},
            {},
            std::to_string(year)};
}

Remark value_without_year(std::string_view found) {
    return {"S05",
            Severity::error,
            std::string(found),
            {},
            {"年度見出しのない列に値" + quoted_ja(found) + "があります。読み取っていません。",
             "The value " + quoted_en(found) +
                 " stands in a column without a year heading; it was not read."},
            {"正しい年度の列へ移すか、削除してください。",
             "Move it to the column of its year, or delete it."},
            std::string(found),
            {}};
}

Remark year_outside(std::string_view found, int first_year, int last_year) {
    const std::string period = std::to_string(first_year) + "～" + std::to_string(last_year);
    return {"D03",
            Severity::error,
            "outside",
            {},
            {"年度見出し" + quoted_ja(found) + "は計画期間（" + period +
                 "年度）の外です。この列の値は読み取っていません。",
             "The year heading " + quoted_en(found) + " lies outside the plan's period (" +
                 std::to_string(first_year) + "-" + std::to_string(last_year) +
                 "); its column was not read."},
            {"年度見出しを計画期間の年度に直してください。",
             "Correct the heading to a year of the plan."},
            std::string(found),
            period};
}

Remark year_twice(std::string_view found, int year) {
    return {
        "D03",
        Severity::error,
        "twice",
        year,
        {"年度見出し" + quoted_ja(found) + "が二つあります。二つ目の列の値は読み取っていません。",
         "The year heading " + quoted_en(found) + " stands twice; the second column was not read."},
        {"どちらかの年度見出しを直してください。", "Correct one of the two headings."},
        std::string(found),
        {}};
}

Remark year_out_of_order(std::string_view found, int expected) {
    return {"D03",
            Severity::error,
            "order",
            expected,
            {"年度見出し" + quoted_ja(found) + "が年度順ではありません（" + year_ja(expected) +
                 "の場所です）。",
             "The year heading " + quoted_en(found) + " is out of order; " +
                 std::to_string(expected) + " belongs here."},
            {"年度見出しを年度順に直し、値が正しい年度の列にあることを確かめてください。",
             "Put the headings in order and make sure that each value stands under its year."},
            std::string(found),
            std::to_string(expected)};
}

}  // namespace remark

void RemarkList::add(Remark remark, std::optional<base::CellRef> cell) {
    placed_.push_back({std::move(remark), cell});
}

RemarkList RemarkList::take_rows(std::uint32_t first, std::uint32_t last) {
    RemarkList taken;
    const auto lies_there = [&](const Placed& placed) {
        return placed.cell && placed.cell->row >= first && placed.cell->row <= last;
    };
    for (const Placed& placed : placed_) {
        if (lies_there(placed)) {
            taken.placed_.push_back(placed);
        }
    }
    std::erase_if(placed_, lies_there);
    return taken;
}

std::vector<base::Finding> RemarkList::take(std::string_view file,
                                            std::string_view sheet,
                                            int sheet_index,
                                            std::string_view measure) {
    std::vector<base::Finding> findings;
    findings.reserve(placed_.size());
    for (Placed& placed : placed_) {
        Remark& remark = placed.remark;
        base::Finding finding;
        finding.rule = std::move(remark.rule);
        finding.severity = remark.severity;
        finding.file = file;
        finding.sheet_index = sheet_index;
        if (!sheet.empty()) {
            finding.sheet = std::string(sheet);
            finding.cell = placed.cell;
        }
        if (!measure.empty()) {
            finding.measure = std::string(measure);
        }
        std::string id(measure.empty() ? sheet : measure);
        if (!remark.part.empty()) {
            id += "/" + remark.part;
        }
        finding.key = base::make_key(finding.rule, id, remark.year);
        finding.message = std::move(remark.message);
        finding.hint = std::move(remark.hint);
        finding.found = std::move(remark.found);
        finding.expected = std::move(remark.expected);
        findings.push_back(std::move(finding));
    }
    placed_.clear();
    return findings;
}

}  // namespace shinchoku::layout
