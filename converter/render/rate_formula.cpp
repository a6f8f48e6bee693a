#include "render/rate_formula.h"

#include <algorithm>
#include <limits>
#include <string_view>

#include "base/utf8.h"
#include "layout/vocabulary.h"
#include "plan/fiscal_year.h"
#include "render/method_formula.h"

namespace shinchoku::render {
namespace {

using base::Decimal;
using calc::Method;
using layout::FieldId;

const plan::YearEntry* entry_of(const plan::Indicator& indicator, int year) {
    for (const plan::YearEntry& entry : indicator.years) {
        if (entry.year == year) {
            return &entry;
        }
    }
    return nullptr;
}

// A figure as it would stand in a numeric cell: 5%以下 is 0.05. Scale words have no such form.
std::optional<Decimal> cell_figure(const plan::Value& value) {
    if (value.stored) {
        return value.stored;
    }
    const plan::UnitAndForm* form = plan::form_of(value);
    if (form == nullptr || form->scale != 1) {
        return std::nullopt;
    }
    const int shift = form->unit == "%" ? -2 : 0;
    if (const auto* number = value.as<plan::Number>()) {
        return number->number.shifted(shift);
    }
    if (const auto* bound = value.as<plan::Bound>()) {
        return bound->number.shifted(shift);
    }
    return std::nullopt;
}

// Both ends of 60～80% as figures in a formula: the cell holds words.
std::optional<std::pair<RateTerm, RateTerm>> range_in(const plan::Value& value) {
    const auto* range = value.as<plan::Range>();
    if (range == nullptr || range->form.scale != 1) {
        return std::nullopt;
    }
    const auto figure = [&](const Decimal& end) {
        const Decimal shown = end.shifted(range->form.unit == "%" ? -2 : 0);
        return RateTerm{shown.to_string(), shown, false};
    };
    return std::pair(figure(range->low), figure(range->high));
}

constexpr std::size_t outside_repeats = std::numeric_limits<std::size_t>::max();

// For each row of a repeat the row in which its element begins.
std::vector<std::optional<std::size_t>> first_rows(const Block& block) {
    std::vector<std::optional<std::size_t>> firsts(block.rows.size());
    for (std::size_t row = 0; row < block.rows.size(); ++row) {
        const int group = block.picture_row(row).group;
        if (group < 0) {
            continue;
        }
        const bool goes_on = row > 0 && block.picture_row(row - 1).group == group &&
                             block.rows[row - 1].picture_row < block.rows[row].picture_row;
        firsts[row] = goes_on ? firsts[row - 1] : row;
    }
    return firsts;
}

// A name in a formula's text: {実績}, {KPI.実績}, {目標@最終}.
struct Reference {
    const layout::Word* word = nullptr;
    std::string list;
    std::string_view pin;
};

Reference parse_reference(std::string_view name) {
    Reference reference;
    if (const std::size_t at = name.find('@'); at != name.npos) {
        reference.pin = base::trim(name.substr(at + 1));
        name = base::trim(name.substr(0, at));
    }
    reference.word = layout::find_word(name);
    const std::size_t dot = name.rfind('.');
    if (reference.word == nullptr && dot != name.npos) {
        reference.list = name.substr(0, dot);
        reference.word = layout::find_word(name.substr(dot + 1));
    }
    return reference;
}

std::optional<int> pinned_year(const FieldPlace& place, std::string_view pin) {
    const int first = first_year_of(*place.layout, *place.plan);
    if (pin == "最終" || pin == "last") {
        return first + place.layout->year_count - 1;
    }
    return plan::parse_fiscal_year(pin);
}

}  // namespace

FieldAddresses::FieldAddresses(const Block& block, base::CellRef first)
    : first_rows_(first_rows(block)) {
    for (std::uint32_t row = 0; row < block.rows.size(); ++row) {
        for (std::uint32_t column = 0; column < block.columns; ++column) {
            const BlockCell& cell = block.at(row, column);
            const layout::Field* field = cell.picture->field();
            if (field == nullptr || !block.is_owner(row, column)) {
                continue;
            }
            const FieldPlace place = block.place(row, column);
            const plan::Indicator* indicator =
                element_for(*block.layout, block.rows[row], *field).indicator;
            const int year = layout::is_by_year(field->id) ? year_of(place, *field) : 0;
            const base::CellRef at{first.row + row, first.column + column};
            cells_.try_emplace({indicator, field->id, year}, at);
            const Owner owner = first_rows_[row] ? Owner{*first_rows_[row], ""}
                                                 : Owner{outside_repeats, field->list};
            drawn_.try_emplace({owner, field->id, year}, at);
        }
    }
}

std::optional<base::CellRef> FieldAddresses::find_beside(std::size_t row,
                                                         const std::string& list,
                                                         FieldId id,
                                                         int year) const {
    const Owner listed{outside_repeats, list};
    const Owner own = first_rows_[row] ? Owner{*first_rows_[row], ""} : listed;
    for (const Owner& owner : {own, listed, Owner{outside_repeats, ""}}) {
        if (const auto found = drawn_.find({owner, id, year}); found != drawn_.end()) {
            return found->second;
        }
    }
    return std::nullopt;
}

std::optional<base::CellRef> FieldAddresses::find(const plan::Indicator* indicator,
                                                  FieldId id,
                                                  int year) const {
    const auto found = cells_.find({indicator, id, year});
    return found == cells_.end() ? std::nullopt : std::optional(found->second);
}

FormFormulas::FormFormulas(const Block& block, base::CellRef first)
    : block_(&block), addresses_(block, first) {}

std::string FormFormulas::layout_text(const std::string& text, const FieldPlace& place) const {
    const layout::Field* own = place.cell->field();
    const int own_year = year_of(place, own != nullptr ? *own : layout::Field{});
    const auto row = static_cast<std::size_t>(place.row - block_->rows.data());
    std::string formula;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text[at] == '{' ? text.find('}', at) : std::string::npos;
        if (end == std::string::npos) {
            formula.push_back(text[at++]);
            continue;
        }
        const Reference named =
            parse_reference(std::string_view(text).substr(at + 1, end - at - 1));
        std::optional<base::CellRef> cell;
        if (named.word != nullptr) {
            const bool by_year = layout::is_by_year(named.word->id);
            const int year = by_year ? pinned_year(place, named.pin).value_or(own_year) : 0;
            const std::string& list = named.list.empty() && own != nullptr ? own->list : named.list;
            cell = addresses_.find_beside(row, list, named.word->id, year);
        }
        formula += cell ? base::to_a1(*cell) : "#REF!";
        at = end + 1;
    }
    return formula;
}

const calc::Assessment* FormFormulas::assessment_of(const plan::Indicator& indicator, int year) {
    const auto [place, is_new] = assessments_.try_emplace(&indicator);
    if (is_new) {
        const int first = first_year_of(*block_->layout, *block_->plan);
        const int last = first + block_->layout->year_count - 1;
        // Only method and figures are asked for, and those do not depend on the day.
        place->second = calc::assess(indicator,
                                     first,
                                     last,
                                     calc::default_scheme(),
                                     {.as_of = {last + 2, 1, 1},
                                      .layout_method = block_->layout->method,
                                      .layout_tolerance = block_->layout->tolerance});
    }
    for (const calc::Assessment& assessment : place->second) {
        if (assessment.year == year) {
            return &assessment;
        }
    }
    return nullptr;
}

RateTerm FormFormulas::term(const plan::Indicator& indicator,
                            const plan::Value* value,
                            FieldId id,
                            int year) const {
    const std::optional<base::CellRef> cell = addresses_.find(&indicator, id, year);
    RateTerm result;
    if (value != nullptr) {
        // What is not a numeric cell yet has no value to show, but its figure may stand in a
        // formula.
        result.value = cell_figure(*value);
    }
    const bool numeric = value == nullptr || value->stored || value->is<plan::Blank>();
    result.is_cell = cell && numeric;
    if (result.is_cell) {
        result.text = base::to_a1(*cell);
    } else if (result.value) {
        result.text = result.value->to_string();
    }
    return result;
}

std::optional<RateTerm> FormFormulas::sum_of_actuals(const plan::Indicator& indicator,
                                                     int year) const {
    const int first = first_year_of(*block_->layout, *block_->plan);
    const auto from = addresses_.find(&indicator, FieldId::actual, first);
    const auto to = addresses_.find(&indicator, FieldId::actual, year);
    if (!from || !to) {
        return std::nullopt;
    }
    RateTerm sum;
    sum.text = "SUM(" + base::to_a1(*from) + ":" + base::to_a1(*to) + ")";
    sum.is_cell = true;
    sum.value = Decimal();
    for (int each = first; each <= year; ++each) {
        const plan::YearEntry* entry = entry_of(indicator, each);
        if (entry == nullptr || !entry->actual.stored || !sum.value) {
            sum.value.reset();
        } else {
            sum.value = *sum.value + *entry->actual.stored;
        }
    }
    return sum;
}

std::optional<RateTerm> FormFormulas::final_target(const plan::Indicator& indicator) const {
    for (auto entry = indicator.years.rbegin(); entry != indicator.years.rend(); ++entry) {
        if (entry->target.is<plan::Number>()) {
            return term(indicator, &entry->target, FieldId::target, entry->year);
        }
    }
    return std::nullopt;
}

// What a trend is measured from: the baseline, else the latest earlier actual.
std::optional<RateTerm> FormFormulas::reference(const plan::Indicator& indicator, int year) const {
    if (indicator.baseline) {
        return term(indicator, &indicator.baseline->value, FieldId::baseline_value, 0);
    }
    for (auto entry = indicator.years.rbegin(); entry != indicator.years.rend(); ++entry) {
        if (entry->year < year && entry->actual.stored) {
            return term(indicator, &entry->actual, FieldId::actual, entry->year);
        }
    }
    return std::nullopt;
}

RateTerms FormFormulas::terms_of(const plan::Indicator& indicator,
                                 int year,
                                 calc::Method method) const {
    const plan::YearEntry* entry = entry_of(indicator, year);
    const plan::Value* target = entry == nullptr ? nullptr : &entry->target;
    RateTerms terms;
    terms.actual =
        term(indicator, entry == nullptr ? nullptr : &entry->actual, FieldId::actual, year);
    terms.target = term(indicator, target, FieldId::target, year);
    if (indicator.baseline) {
        terms.baseline = term(indicator, &indicator.baseline->value, FieldId::baseline_value, 0);
    }
    terms.lower_is_better = indicator.direction == plan::Direction::down;
    terms.tolerance = indicator.tolerance.value_or(Decimal());
    if (const auto* bound = target == nullptr ? nullptr : target->as<plan::Bound>()) {
        terms.comparator = bound->comparator;
    }
    terms.range = target == nullptr ? std::nullopt : range_in(*target);
    if (const auto* word = target == nullptr ? nullptr : target->as<plan::TrendWord>()) {
        terms.trend = word->trend;
        terms.reference = reference(indicator, year);
    }
    if (method == Method::pace) {
        const int first = first_year_of(*block_->layout, *block_->plan);
        terms.final_target = final_target(indicator);
        for (const plan::YearEntry& each : indicator.years) {
            if (each.target.is<plan::Number>()) {
                terms.elapsed = {Decimal(year - first + 1), Decimal(each.year - first + 1)};
            }
        }
    }
    if (method == Method::cumulative && indicator.accumulation == plan::Accumulation::per_year) {
        terms.actual_total = sum_of_actuals(indicator, year);
    }
    return terms;
}

FormulaCell FormFormulas::rate(const FieldPlace& place,
                               const plan::Indicator& indicator,
                               int year,
                               const std::string& simple_text) {
    const calc::Assessment* assessment = assessment_of(indicator, year);
    if (assessment != nullptr && assessment->method && *assessment->method != Method::simple) {
        return method_formula(*assessment->method, terms_of(indicator, year, *assessment->method));
    }
    FormulaCell cell{layout_text(simple_text, place), std::string()};
    const plan::YearEntry* entry = entry_of(indicator, year);
    if (entry != nullptr && entry->actual.stored && entry->target.stored &&
        !entry->target.stored->is_zero()) {
        cell.cached = base::divide(*entry->actual.stored, *entry->target.stored, cached_decimals);
    }
    return cell;
}

FormulaCell FormFormulas::formula_of(const FieldPlace& place) {
    const auto known = place.layout->formulas.find(place.cell->formula);
    if (known == place.layout->formulas.end()) {
        return {"\"\"", std::string()};
    }
    const layout::Field* field = place.cell->field();
    // A rate for no year in particular is of no year's method.
    const bool of_a_year =
        place.cell->year_index >= 0 || (field != nullptr && field->pin != layout::YearPin::none);
    if (field != nullptr && field->id == FieldId::rate && of_a_year) {
        const plan::Indicator* indicator = element_for(*place.layout, *place.row, *field).indicator;
        if (indicator != nullptr) {
            return rate(place, *indicator, year_of(place, *field), known->second.text);
        }
    }
    return {layout_text(known->second.text, place), std::string()};
}

}  // namespace shinchoku::render
