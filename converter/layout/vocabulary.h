#pragma once

#include <string_view>
#include <vector>

#include "base/text.h"
#include "layout/layout.h"

namespace shinchoku::layout {

// One word of the vocabulary (section 11): listed by `shinchoku layout fields`.
struct Word {
    std::string_view japanese;  // "目標"
    std::string_view english;   // "target"
    FieldId id;
    std::string_view text_key;  // FieldId::text: "current_state", else ""
    base::Text meaning;
};

[[nodiscard]] const std::vector<Word>& vocabulary();

// By its Japanese or English name, or the model's own path (indicators[].name); null where unknown.
[[nodiscard]] const Word* find_word(std::string_view name);

}  // namespace shinchoku::layout
