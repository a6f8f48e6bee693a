#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "layout/list_reading.h"
#include "layout/measure_draft.h"

namespace shinchoku::layout {

// The measures of one block: a form has one; one table of all measures has as many as its rows
// name, one below the other.
class BlockParts {
public:
    using Content = MeasureCollector::Content;

    explicit BlockParts(const Layout& layout);

    [[nodiscard]] MeasureCollector& collector() { return parts_.back()->collector; }
    [[nodiscard]] ListReader& lists() { return parts_.back()->lists; }
    // The measure whose row an element is; the last one for what stands outside of elements.
    [[nodiscard]] MeasureCollector& collector_of(const std::string& element_key);

    // A row of a table of all measures, with what it says of the measure's number and title where
    // it says it. True where another measure begins.
    bool begin_row(const Content& number, const Content& title, const std::string& element_key);
    void note_row(std::uint32_t row);
    void set_baseline_year(std::optional<int> year);

    // What the rows of one measure have said in a field so far.
    [[nodiscard]] Content& said(const std::string& field) { return parts_.back()->said[field]; }

    // One draft a measure; its rows where they are its own.
    struct Taken {
        MeasureDraft draft;
        std::optional<std::uint32_t> first_row;
        std::uint32_t last_row = 0;
    };
    [[nodiscard]] std::vector<Taken> take();

private:
    struct Part {
        explicit Part(const Layout& layout) : collector(layout), lists(layout) {}

        MeasureCollector collector;
        ListReader lists;
        std::string number;
        std::string title;
        std::optional<std::uint32_t> first_row;
        std::uint32_t last_row = 0;
        std::map<std::string, Content> said;
    };

    const Layout& layout_;
    std::vector<std::unique_ptr<Part>> parts_;
    std::map<std::string, std::size_t> part_of_element_;
    std::optional<int> baseline_year_;
};

}  // namespace shinchoku::layout
