#include "plan/value.h"

#include <array>

namespace shinchoku::plan {

bool operator==(const Compound& a, const Compound& b) {
    return a.parts == b.parts;
}

std::string_view kind_name(const Value& value) {
    // In the order of Value::Content.
    static constexpr std::array<std::string_view, 12> names = {"blank",
                                                               "number",
                                                               "bound",
                                                               "range",
                                                               "relative",
                                                               "trend",
                                                               "milestone",
                                                               "continue",
                                                               "none",
                                                               "compound",
                                                               "unavailable",
                                                               "error"};
    static_assert(names.size() == std::variant_size_v<Value::Content>);
    return names[value.content.index()];
}

const UnitAndForm* form_of(const Value& value) {
    if (const auto* number = value.as<Number>()) {
        return &number->form;
    }
    if (const auto* bound = value.as<Bound>()) {
        return &bound->form;
    }
    if (const auto* range = value.as<Range>()) {
        return &range->form;
    }
    return nullptr;
}

UnitAndForm* form_of(Value& value) {
    if (auto* number = std::get_if<Number>(&value.content)) {
        return &number->form;
    }
    if (auto* bound = std::get_if<Bound>(&value.content)) {
        return &bound->form;
    }
    if (auto* range = std::get_if<Range>(&value.content)) {
        return &range->form;
    }
    return nullptr;
}

}  // namespace shinchoku::plan
