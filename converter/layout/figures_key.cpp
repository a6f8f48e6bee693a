#include "layout/figures_key.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"

namespace shinchoku::layout {
namespace {

// The words of a value one after another; a word that is left out is not an empty one.
class Form {
public:
    void add(std::string_view word) {
        form_ += word;
        form_ += '\x1f';
    }
    void add(const std::optional<std::string>& word) {
        word ? add(std::string_view(*word)) : add(std::string_view("\x1e"));
    }
    void add(const base::Decimal& number) { add(std::string_view(number.to_string())); }
    void add(const std::optional<base::Decimal>& number) {
        number ? add(*number) : add(std::string_view("\x1e"));
    }
    void add_number(std::int64_t number) { add(std::string_view(std::to_string(number))); }

    void add(const plan::UnitAndForm& form) {
        add(form.unit);
        add_number(static_cast<int>(form.unit_from));
        add_number(form.decimals);
        add_number(form.scale);
    }
    void add(const plan::Number& number) {
        add(number.number);
        add(number.form);
    }
    void add(const plan::Bound& bound) {
        add_number(static_cast<int>(bound.comparator));
        add(bound.number);
        add(bound.form);
    }
    void add(const plan::Range& range) {
        add(range.low);
        add(range.high);
        add(range.form);
    }
    void add(const plan::Relative& relative) {
        add(relative.change);
        add(relative.change_unit);
        add(relative.share);
        for (const plan::ResolvedFigure& figure : relative.resolved) {
            add(figure.label);
            add(figure.number);
            add(figure.unit);
        }
    }
    void add(const plan::Compound& compound) {
        for (const plan::Part& part : compound.parts) {
            add(std::string_view(part.label));
            add(part.value);
        }
    }

    // Content, and the words of what is no figure.
    void add(const plan::Value& value) {
        add(plan::kind_name(value));
        if (const auto* number = value.as<plan::Number>()) {
            add(*number);
        } else if (const auto* bound = value.as<plan::Bound>()) {
            add(*bound);
        } else if (const auto* range = value.as<plan::Range>()) {
            add(*range);
        } else if (const auto* relative = value.as<plan::Relative>()) {
            add(*relative);
        } else if (const auto* compound = value.as<plan::Compound>()) {
            add(*compound);
        }
        if (plan::form_of(value) == nullptr) {
            add(base::trim(value.raw));
        }
    }

    [[nodiscard]] std::uint64_t key() const { return std::hash<std::string>{}(form_); }

private:
    std::string form_;
};

std::vector<const plan::YearEntry*> by_year(const plan::Indicator& indicator) {
    std::vector<const plan::YearEntry*> entries;
    for (const plan::YearEntry& entry : indicator.years) {
        entries.push_back(&entry);
    }
    std::stable_sort(entries.begin(), entries.end(), [](const auto* a, const auto* b) {
        return a->year < b->year;
    });
    return entries;
}

}  // namespace

std::uint64_t figures_key(const plan::Measure& measure) {
    Form form;
    for (std::size_t i = 0; i < measure.indicators.size(); ++i) {
        for (const plan::YearEntry* entry : by_year(measure.indicators[i])) {
            // A year that is left out says what a blank one says.
            if (!entry->target.is<plan::Blank>()) {
                form.add(std::string_view(std::to_string(i) + "t" + std::to_string(entry->year)));
                form.add(entry->target);
            }
            if (!entry->actual.is<plan::Blank>()) {
                form.add(std::string_view(std::to_string(i) + "a" + std::to_string(entry->year)));
                form.add(entry->actual);
            }
        }
    }
    return form.key();
}

}  // namespace shinchoku::layout
