#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "layout/block.h"
#include "layout/measure_draft.h"

namespace shinchoku::layout {

// Recognises a measure of which one part stands on one sheet and the rest on another (F05).
class MeasureParts {
public:
    struct Part {
        const CompiledLayout* layout = nullptr;
        std::size_t sheet = 0;
        std::size_t block = 0;   // as the caller counts them
        std::string title;       // with its number, in comparison form; "" where it has none
        std::vector<bool> rows;  // by index into CompiledLayout::rows: the row is there
    };

    // The part on another sheet that the block goes on with; nothing for a block that stands for
    // itself. Either it is the lower part of the block just before it and has no title; or both
    // have the title, and beside their heads, which are alike, each has rows that the other lacks.
    [[nodiscard]] std::optional<Part> continued_by(const Part& later) const;

    void add(Part part);

    [[nodiscard]] static Part part_of(const Block& block,
                                      const MeasureDraft& draft,
                                      std::size_t sheet,
                                      std::size_t number);

private:
    [[nodiscard]] std::optional<Part> last_titled(const std::string& title) const;

    std::optional<Part> last_;
    std::unordered_map<std::string, Part> by_title_;
};

}  // namespace shinchoku::layout
