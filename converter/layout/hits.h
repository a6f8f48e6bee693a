#pragma once

#include <cstdint>
#include <deque>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/a1.h"
#include "layout/label_index.h"
#include "sheet/workbook.h"

namespace shinchoku::layout {

// The meanings of the texts of one workbook, each distinct text worked out once. Keys are views
// into the workbook.
class TextMeanings {
public:
    explicit TextMeanings(const LabelIndex& index) : index_(&index) {}

    // nullptr for a text that is no label of any layout.
    [[nodiscard]] const TextMeaning* find(std::string_view text);

private:
    const LabelIndex* index_;
    std::unordered_map<std::string_view, const TextMeaning*> known_;
    std::deque<TextMeaning> made_;
};

// A cell whose text is a label of some layout.
struct TextHit {
    const sheet::Cell* cell = nullptr;
    const TextMeaning* meaning = nullptr;
};

// The same for one layout.
struct Hit {
    base::CellRef at;
    int label = 0;
    const Candidate* candidate = nullptr;
};

[[nodiscard]] std::vector<TextHit> find_hits(const sheet::Sheet& sheet, TextMeanings& meanings);
[[nodiscard]] std::vector<Hit> hits_of(const std::vector<TextHit>& hits, int layout);

// The sheet columns in which enough different first-column labels stand to begin blocks there.
[[nodiscard]] std::vector<std::uint32_t> find_bands(const CompiledLayout& layout,
                                                    const std::vector<Hit>& hits);

}  // namespace shinchoku::layout
