#include "calc/only_unit.h"

#include <set>

namespace shinchoku::calc {

BaseUnit only_unit_of(const plan::Indicator& indicator) {
    std::set<BaseUnit> units;
    const auto add = [&](const plan::Value& value) {
        if (const auto figure = figure_of(value)) {
            if (!figure->unit.empty()) {
                units.insert({figure->unit, figure->unit_power});
            }
        } else if (const plan::UnitAndForm* form = plan::form_of(value);
                   form != nullptr && form->unit) {
            units.insert(base_unit(*form->unit));
        }
    };
    if (indicator.unit) {
        units.insert(base_unit(*indicator.unit));
    }
    if (indicator.baseline) {
        add(indicator.baseline->value);
    }
    for (const plan::YearEntry& entry : indicator.years) {
        add(entry.target);
        add(entry.actual);
    }
    if (units.empty() || units.begin()->unit != units.rbegin()->unit) {
        return {};
    }
    // One unit in several scales: which of them is meant is open, so none is.
    return units.size() == 1 ? *units.begin() : BaseUnit{units.begin()->unit, 0};
}

void take_unit(Figure& figure, const BaseUnit& unit) {
    if (!figure.unit.empty()) {
        return;
    }
    figure.unit = unit.unit;
    figure.number = figure.number.shifted(unit.powers_of_ten);
    figure.unit_power += unit.powers_of_ten;
    figure.powers_of_ten += unit.powers_of_ten;
}

void take_unit(std::optional<Figure>& figure, const BaseUnit& unit) {
    if (figure) {
        take_unit(*figure, unit);
    }
}

}  // namespace shinchoku::calc
