#include "layout/layout.h"

namespace shinchoku::layout {

const List* Layout::list_of(const Field& field) const {
    const auto found = lists.find(field.list);
    return found == lists.end() ? nullptr : &found->second;
}

}  // namespace shinchoku::layout
