#include <algorithm>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "check/rules.h"

namespace shinchoku::check {
namespace {

using base::Severity;

constexpr int least_coverage_percent = 80;

// "X", "***", "－", "…": a sign in place of a figure.
bool is_symbol(std::string_view raw) {
    const std::u32string text = base::to_utf32(base::fold_width(base::trim(raw)));
    constexpr std::u32string_view marks = U"Xx*-―—…‥・･.△▲#";
    return !text.empty() && text.size() <= 3 &&
           std::all_of(text.begin(), text.end(), [&](char32_t c) {
               return marks.find(c) != std::u32string_view::npos;
           });
}

bool is_number_of_its_own(const CellView& cell) {
    return std::holds_alternative<plan::Number>(cell.value->content);
}

// Whether a footnote or a note says what the symbol means.
bool is_declared(const IndicatorView& view, std::string_view symbol) {
    const auto speaks_of_it = [&](std::string_view text) {
        return text.find(symbol) != std::string_view::npos;
    };
    const std::vector<plan::Footnote>& footnotes = view.measure.footnotes;
    return speaks_of_it(view.indicator.note) ||
           std::any_of(footnotes.begin(), footnotes.end(), [&](const plan::Footnote& footnote) {
               return speaks_of_it(footnote.text);
           });
}

// "" where there are several.
std::string_view only_file(const layout::Reading& reading) {
    const std::vector<layout::MeasurePlaces>& places = reading.places;
    const bool one =
        !places.empty() && std::all_of(places.begin(), places.end(), [&](const auto& place) {
            return place.file == places.front().file;
        });
    return one ? std::string_view(places.front().file) : std::string_view();
}

}  // namespace

void undeclared_symbols(const IndicatorView& view, Collector& out) {
    const auto has_number = [](const std::vector<CellView>& cells) {
        return std::any_of(cells.begin(), cells.end(), is_number_of_its_own);
    };
    if (!has_number(view.targets) && !has_number(view.actuals)) {
        return;
    }
    for (const auto* cells : {&view.targets, &view.actuals}) {
        for (const CellView& cell : *cells) {
            const std::string symbol(base::trim(cell.value->raw));
            if (!is_symbol(symbol) || is_declared(view, symbol)) {
                continue;
            }
            Remark remark = about(cell, "X07", Severity::warning);
            remark.message = {"数値の行にある「" + symbol + "」の意味が書かれていません。",
                              "Nothing says what " + symbol + " means among numbers."};
            out.add(view, std::move(remark));
            return;
        }
    }
}

void thin_coverage(const layout::Reading& reading,
                   int year,
                   const calc::RollUp& totals,
                   Collector& out) {
    if (totals.all() == 0 || 100 * totals.assessed >= least_coverage_percent * totals.all()) {
        return;
    }
    const std::string share = std::to_string(totals.assessed) + "/" + std::to_string(totals.all());
    out.add_on_whole_file(
        only_file(reading),
        "",
        {.rule = "X09",
         .severity = Severity::warning,
         .cell = {},
         .year = year,
         .part = {},
         .message = {year_ja(year) + "の実績で評価できた指標は " + share + " です（目安 " +
                         std::to_string(least_coverage_percent) + "%）。平均は全体を表しません。",
                     "Of " + year_en(year) + ", " + share + " indicators could be assessed (" +
                         std::to_string(least_coverage_percent) +
                         "% expected): a mean does not stand for all."},
         .found = share,
         .expected = {}});
}

}  // namespace shinchoku::check
