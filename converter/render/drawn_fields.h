#pragma once

#include <set>
#include <string>

#include "layout/layout.h"

namespace shinchoku::render {

// Which fields a layout has a place for, whatever the plan.
class DrawnFields {
public:
    explicit DrawnFields(const layout::Layout& layout);

    [[nodiscard]] bool has(layout::FieldId id) const { return ids_.contains(id); }
    [[nodiscard]] bool has_text(const std::string& key) const { return text_keys_.contains(key); }

private:
    std::set<layout::FieldId> ids_;
    std::set<std::string> text_keys_;
};

}  // namespace shinchoku::render
