#include <algorithm>
#include <map>

#include "check/check.h"
#include "report/formulas.h"
#include "report/look.h"
#include "report/sheets.h"

namespace shinchoku::report {
namespace {

constexpr double rule_width = 24;
constexpr double file_width = 18;
constexpr double message_width = 46;
constexpr double hint_width = 40;
constexpr double found_width = 16;

std::vector<Column> findings_columns(const Wording& words) {
    return {{words("重大度", "Severity"), 8},
            {words("規則", "Rule"), rule_width},
            {words("ファイル", "File"), file_width},
            {words("シート", "Sheet"), 10},
            {words("セル", "Cell"), 7},
            {words("内容", "What is wrong"), message_width},
            {words("直し方", "How to mend it"), hint_width},
            {words("入力", "Found"), found_width},
            {words("期待", "Expected"), found_width},
            {words("様式", "Form"), 8}};
}

base::Text label_of(base::Severity severity) {
    switch (severity) {
        case base::Severity::error:
            return {"エラー", "Error"};
        case base::Severity::warning:
            return {"警告", "Warning"};
        case base::Severity::info:
            return {"情報", "Info"};
    }
    return {};
}

std::string file_name(const std::string& path) {
    const std::size_t slash = path.find_last_of("/\\");
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

// Where the cell of a returned sheet stands in the form drawn in this book: rows may have been
// inserted there, so a target or actual is found by its year. Elsewhere the form's first cell.
base::CellRef cell_in_form(const Context& context, std::size_t measure, base::CellRef cell) {
    const layout::Reading& reading = *context.input.reading;
    if (measure >= reading.places.size()) {
        return {};
    }
    const auto& indicators = reading.places[measure].indicators;
    const auto& drawn = context.drawn_forms[measure].series;
    for (std::size_t i = 0; i < std::min(indicators.size(), drawn.size()); ++i) {
        const auto& years = indicators[i].years;
        for (std::uint32_t year = 0; year < years.size(); ++year) {
            const auto at = [&](const base::CellRange& row) {
                return base::CellRef{row.first.row, row.first.column + year};
            };
            if (years[year].actual == cell) {
                return at(drawn[i].actuals);
            }
            if (years[year].target == cell) {
                return at(drawn[i].targets);
            }
        }
    }
    return {};
}

render::Content link_of(const Context& context,
                        const base::Finding& finding,
                        const std::map<std::string_view, std::size_t>& measures) {
    if (!finding.measure || context.forms.empty()) {
        return std::monostate{};
    }
    const auto found = measures.find(*finding.measure);
    if (found == measures.end()) {
        return std::monostate{};
    }
    const base::CellRef cell =
        finding.cell ? cell_in_form(context, found->second, *finding.cell) : base::CellRef{};
    return render::InternalLink{
        context.forms[found->second]->name(), cell, context.words("開く", "Open")};
}

void write_finding(const Context& context,
                   const base::Finding& finding,
                   const render::Content& link,
                   std::uint32_t row) {
    render::SheetWriter& sheet = *context.findings;
    const Wording& words = context.words;
    const check::Rule* rule = check::find_rule(finding.rule);
    const std::string rule_text =
        rule == nullptr ? finding.rule : finding.rule + " " + words(rule->title);
    const std::string file = file_name(finding.file);
    sheet.write({row, 0}, words(label_of(finding.severity)), severity_style(finding.severity));
    sheet.write({row, 1}, rule_text, text_style());
    sheet.write({row, 2}, file, text_style());
    sheet.write({row, 3}, finding.sheet.value_or(""), center_style());
    sheet.write({row, 4}, finding.cell ? base::to_a1(*finding.cell) : "", center_style());
    sheet.write({row, 5}, words(finding.message), text_style());
    sheet.write({row, 6}, words(finding.hint), text_style());
    sheet.write({row, 7}, finding.found, text_style());
    sheet.write({row, 8}, finding.expected, text_style());
    sheet.write({row, 9},
                link,
                std::holds_alternative<std::monostate>(link) ? center_style() : link_style());
    sheet.set_row_height(row,
                         height_points({{rule_text, rule_width},
                                        {file, file_width},
                                        {words(finding.message), message_width},
                                        {words(finding.hint), hint_width},
                                        {finding.found, found_width},
                                        {finding.expected, found_width}}));
}

}  // namespace

void write_findings(const Context& context) {
    const Wording& words = context.words;
    const std::vector<Column> columns = findings_columns(words);
    begin_table(*context.findings,
                words("所見", "Findings"),
                words("シートとセルは、提出されたブックの中の場所。重い順に並ぶ。",
                      "Sheet and cell are places in the returned workbooks. The severest first."),
                columns);
    std::map<std::string_view, std::size_t> measures;
    const auto& all = context.input.reading->plan.measures;
    for (std::size_t i = 0; i < all.size(); ++i) {
        measures.emplace(all[i].id, i);
    }
    std::vector<const base::Finding*> findings;
    for (const base::Finding& finding : *context.input.findings) {
        findings.push_back(&finding);
    }
    std::stable_sort(findings.begin(), findings.end(), [](const auto* a, const auto* b) {
        return a->severity > b->severity;
    });
    std::uint32_t row = first_data_row;
    for (const base::Finding* finding : findings) {
        write_finding(context, *finding, link_of(context, *finding, measures), row++);
    }
    if (findings.empty()) {
        context.findings->write({row, 0}, words("所見はない。", "None."), subtitle_style());
    }
    end_table(*context.findings,
              landscape_page(context.input.reading->plan.title),
              columns,
              findings.size(),
              0);
}

}  // namespace shinchoku::report
