#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "check/view.h"
#include "layout/reading.h"

namespace shinchoku::check {

// What a rule says about one place.
struct Remark {
    std::string_view rule;
    base::Severity severity = base::Severity::warning;
    std::optional<base::CellRef> cell;
    std::optional<int> year;  // for the key
    std::string_view part;    // for the key: what else tells two findings on one id apart
    base::Text message;
    std::string found;
    std::string expected;
};

// The parts of a remark that a cell decides. Findings on an actual have the plain key; those on the
// target or the baseline of the same year are told apart from them.
[[nodiscard]] Remark about(const CellView& cell, std::string_view rule, base::Severity severity);

// Turns remarks into findings: adds file, sheet, measure, the catalogue's hint and a key that no
// other finding has that was collected with it, that is none on the same file.
class Collector {
public:
    explicit Collector(const layout::Reading& reading) : reading_(reading) {}

    // About an indicator; its id is the key's.
    void add(const IndicatorView& view, Remark remark);
    // About a measure; `key_id` is mostly its id.
    void add(std::size_t measure_index, std::string_view key_id, Remark remark);
    // About a cell that no measure of the plan has.
    void add_outside(const base::Finding& place, std::string_view key_id, Remark remark);
    // About a measure that a file does not have.
    void add_on_file(std::string_view file, std::string_view measure_id, Remark remark);
    // About a file as a whole; `what` is the key's.
    void add_on_whole_file(std::string_view file, std::string_view what, Remark remark);

    [[nodiscard]] std::vector<base::Finding> take();

private:
    base::Finding& start(const plan::Measure* measure,
                         const layout::MeasurePlaces* places,
                         std::string_view key_id,
                         Remark&& remark);

    const layout::Reading& reading_;
    std::vector<base::Finding> findings_;
    std::set<std::string> keys_;
};

// 令和8年度
[[nodiscard]] std::string year_ja(int year);
// FY2026
[[nodiscard]] std::string year_en(int year);

}  // namespace shinchoku::check
