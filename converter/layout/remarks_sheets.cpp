#include "layout/remarks.h"

namespace shinchoku::layout::remark {
namespace {

using base::Severity;

using base::quoted_en;
using base::quoted_ja;

std::string joined_labels(const std::vector<std::string>& labels) {
    constexpr std::size_t shown = 5;
    std::string text;
    for (std::size_t i = 0; i < labels.size() && i < shown; ++i) {
        text += (i == 0 ? "" : "、") + labels[i];
    }
    return labels.size() > shown ? text + " …" : text;
}

}  // namespace

Remark other_layout(std::string_view written, std::string_view fits) {
    return {"F06",
            Severity::error,
            "layout",
            {},
            {"このブックは様式" + quoted_ja(written) + "として作られましたが、合う様式は" +
                 quoted_ja(fits) + "です。" + quoted_ja(fits) + "として読み取りました。",
             "The workbook was made with the layout " + quoted_en(written) + ", but " +
                 quoted_en(fits) + " fits it and was used."},
            {"配布された様式のブックに記入し直すか、--layout で様式を確かめてください。",
             "Fill in the workbook that was distributed, or check the layout with --layout."},
            std::string(written),
            std::string(fits)};
}

Remark other_plan(std::string_view written, std::string_view master) {
    return {"F06",
            Severity::error,
            "plan",
            {},
            {"このブックは計画" + quoted_ja(written) + "のもので、--master の計画" +
                 quoted_ja(master) + "のものではありません。",
             "The workbook belongs to the plan " + quoted_en(written) + ", not to " +
                 quoted_en(master) + " of --master."},
            {"別の計画のブックを取り違えていないか、--master の計画が正しいかを確かめてください。",
             "Make sure that neither the workbook nor --master is one of another plan."},
            std::string(written),
            std::string(master)};
}

Remark no_identity() {
    return {"F06",
            Severity::info,
            "absent",
            {},
            {"様式の識別情報がありません。見出しから様式を判断して読み取りました。",
             "The workbook carries no identity of a form; its layout was told by its labels."},
            {"このままで構いません。次からは配布したブックに記入してください。",
             "It may stay so; next time fill in the workbook that was distributed."},
            {},
            {}};
}

Remark sheet_missing(std::string_view id) {
    return {"F04",
            Severity::error,
            std::string(id),
            {},
            {"施策" + quoted_ja(id) + "のシートがありません。",
             "The sheet of measure " + quoted_en(id) + " is missing."},
            {"配布したブックからシートを戻してください。",
             "Put the sheet back from the workbook as distributed."},
            {},
            std::string(id)};
}

Remark sheet_renamed(std::string_view found, std::string_view expected) {
    return {"F04",
            Severity::warning,
            {},
            {},
            {"シート名が" + quoted_ja(expected) + "から" + quoted_ja(found) +
                 "に変わっています。見出しから判断して読み取りました。",
             "The sheet " + quoted_en(expected) + " was renamed " + quoted_en(found) +
                 "; it was recognised by its labels."},
            {"シート名を" + quoted_ja(expected) + "に戻してください。",
             "Rename the sheet " + quoted_en(expected) + "."},
            std::string(found),
            std::string(expected)};
}

Remark sheet_extra(std::string_view name) {
    return {"F04",
            Severity::warning,
            "extra",
            {},
            {"配布したブックにないシート" + quoted_ja(name) + "があります。",
             "The sheet " + quoted_en(name) + " was not in the workbook as distributed."},
            {"不要なシートは削除してください。", "Delete the sheet if it is not needed."},
            std::string(name),
            {}};
}

Remark sheet_hidden(std::string_view name) {
    return {"F04",
            Severity::warning,
            "hidden",
            {},
            {"シート" + quoted_ja(name) + "は非表示です。内容は読み取りました。",
             "The sheet " + quoted_en(name) + " is hidden; it was read."},
            {"提出するシートは表示し、不要なシートは削除してください。",
             "Show the sheet, or delete it if it is not needed."},
            std::string(name),
            {}};
}

Remark no_layout(std::string_view sheet,
                 std::string_view nearest,
                 const std::vector<std::string>& missing,
                 bool others_fit) {
    const std::string list = joined_labels(missing);
    std::string ja = "シート" + quoted_ja(sheet) + "はどの様式にも合いません。";
    std::string en = "The sheet " + quoted_en(sheet) + " fits no layout.";
    if (!nearest.empty()) {
        ja += "最も近い様式は" + quoted_ja(nearest) + "で、見出し" + quoted_ja(list) +
              "がありません。";
        en += " The nearest is " + quoted_en(nearest) + "; missing labels: " + list + ".";
    }
    return {"S14",
            others_fit ? Severity::warning : Severity::error,
            {},
            {},
            {std::move(ja), std::move(en)},
            {"配布した様式に記入するか、--layout で様式を指定してください。",
             "Fill in the form as distributed, or name its layout with --layout."},
            {},
            std::string(nearest)};
}

Remark date_system_1904() {
    return {"D08",
            Severity::warning,
            "1904",
            {},
            {"このブックの日付は1904年から数えられています。ほかのブックへ写すと4年と1日ずれます。",
             "The dates of this workbook are counted from 1904; copied into another workbook they "
             "move by four years and a day."},
            {"Excelのオプション『1904年から計算する』を外し、日付を確かめてください。",
             "Clear Excel's option for the 1904 date system and check the dates."},
            {},
            {}};
}

}  // namespace shinchoku::layout::remark
