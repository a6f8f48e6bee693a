#include "check/collector.h"

#include <utility>

#include "check/check.h"

namespace shinchoku::check {

Remark about(const CellView& cell, std::string_view rule, base::Severity severity) {
    Remark remark{.rule = rule, .severity = severity, .cell = cell.place, .found = cell.value->raw};
    if (cell.year != 0) {
        remark.year = cell.year;
    }
    if (cell.part == Part::target) {
        remark.part = "target";
    } else if (cell.part == Part::baseline) {
        remark.part = "baseline";
    }
    return remark;
}

base::Finding& Collector::start(const plan::Measure* measure,
                                const layout::MeasurePlaces* places,
                                std::string_view key_id,
                                Remark&& remark) {
    base::Finding finding{.rule = std::string(remark.rule),
                          .severity = remark.severity,
                          .cell = remark.cell,
                          .message = std::move(remark.message),
                          .found = std::move(remark.found),
                          .expected = std::move(remark.expected)};
    if (const Rule* rule = find_rule(remark.rule)) {
        finding.hint = rule->mend;
    }
    if (measure != nullptr) {
        finding.measure = measure->id;
    }
    if (places != nullptr) {
        finding.file = places->file;
        finding.sheet_index = places->sheet_index;
    }
    // A plan that was read from JSON has a file, and no sheet.
    if (places != nullptr && !places->sheet.empty()) {
        finding.sheet = places->sheet;
    } else {
        finding.cell.reset();
    }
    finding.key = base::make_key(remark.rule, key_id, remark.year);
    for (int again = 2; !keys_.insert(finding.key).second; ++again) {
        finding.key = base::make_key(
            remark.rule, std::string(key_id) + "#" + std::to_string(again), remark.year);
    }
    return findings_.emplace_back(std::move(finding));
}

void Collector::add(const IndicatorView& view, Remark remark) {
    std::string id = view.indicator.id;
    if (!remark.part.empty()) {
        id += '/';
        id += remark.part;
    }
    start(&view.measure, view.measure_places, id, std::move(remark));
}

void Collector::add(std::size_t measure_index, std::string_view key_id, Remark remark) {
    const layout::MeasurePlaces* places =
        measure_index < reading_.places.size() ? &reading_.places[measure_index] : nullptr;
    start(&reading_.plan.measures[measure_index], places, key_id, std::move(remark));
}

void Collector::add_outside(const base::Finding& place, std::string_view key_id, Remark remark) {
    remark.cell.reset();
    base::Finding& finding = start(nullptr, nullptr, key_id, std::move(remark));
    finding.file = place.file;
    finding.sheet = place.sheet;
    finding.sheet_index = place.sheet_index;
    finding.cell = place.cell;
    finding.measure = place.measure;
}

void Collector::add_on_file(std::string_view file, std::string_view measure_id, Remark remark) {
    base::Finding& finding = start(nullptr, nullptr, measure_id, std::move(remark));
    finding.file = file;
    finding.measure = std::string(measure_id);
}

void Collector::add_on_whole_file(std::string_view file, std::string_view what, Remark remark) {
    start(nullptr, nullptr, what, std::move(remark)).file = file;
}

std::vector<base::Finding> Collector::take() {
    base::sort_findings(findings_);
    return std::move(findings_);
}

std::string year_ja(int year) {
    return plan::wareki(year) + "年度";
}

std::string year_en(int year) {
    return "FY" + std::to_string(year);
}

}  // namespace shinchoku::check
