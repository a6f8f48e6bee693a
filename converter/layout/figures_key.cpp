#include "layout/figures_key.h"

#include <functional>
#include <string>

#include "base/utf8.h"

namespace shinchoku::layout {
namespace {

constexpr char separator = '\x1f';

void append(std::string& form, const std::string& word) {
    form += word;
    form += separator;
}

// Number and unit of a figure, the words of everything else.
void append(std::string& form, const plan::Value& value) {
    append(form, std::string(plan::kind_name(value)));
    if (const auto* number = value.as<plan::Number>()) {
        append(form, number->number.to_string());
    } else if (const auto* bound = value.as<plan::Bound>()) {
        append(form, std::to_string(static_cast<int>(bound->comparator)));
        append(form, bound->number.to_string());
    } else if (const auto* range = value.as<plan::Range>()) {
        append(form, range->low.to_string());
        append(form, range->high.to_string());
    } else {
        append(form, std::string(base::trim(value.raw)));
    }
    if (const plan::UnitAndForm* figure = plan::form_of(value)) {
        append(form, figure->unit.value_or(""));
    }
}

}  // namespace

std::size_t figures_key(const plan::Measure& measure) {
    std::string form;
    for (std::size_t i = 0; i < measure.indicators.size(); ++i) {
        for (const plan::YearEntry& entry : measure.indicators[i].years) {
            // A year that is left out says what a blank one says.
            if (!entry.target.is<plan::Blank>()) {
                append(form, std::to_string(i) + "t" + std::to_string(entry.year));
                append(form, entry.target);
            }
            if (!entry.actual.is<plan::Blank>()) {
                append(form, std::to_string(i) + "a" + std::to_string(entry.year));
                append(form, entry.actual);
            }
        }
    }
    return std::hash<std::string>{}(form);
}

}  // namespace shinchoku::layout
