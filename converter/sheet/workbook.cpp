#include "sheet/workbook.h"

#include <algorithm>

#include "sheet/formula.h"

namespace shinchoku::sheet {

const Cell* Sheet::find(base::CellRef at) const {
    const auto found =
        std::lower_bound(cells.begin(), cells.end(), at, [](const Cell& cell, base::CellRef place) {
            return cell.at < place;
        });
    return found != cells.end() && found->at == at ? &*found : nullptr;
}

std::string Sheet::formula_of(const Cell& cell) const {
    if (cell.formula >= formulas.size()) {
        return {};
    }
    const auto origin = std::lower_bound(shared_formulas.begin(),
                                         shared_formulas.end(),
                                         cell.formula,
                                         [](const SharedFormula& shared, std::uint32_t formula) {
                                             return shared.formula < formula;
                                         });
    if (origin == shared_formulas.end() || origin->formula != cell.formula) {
        return formulas[cell.formula];
    }
    return move_formula(formulas[cell.formula], origin->origin, cell.at);
}

const std::string* Properties::find_custom(std::string_view name) const {
    const auto found = std::find_if(
        custom.begin(), custom.end(), [&](const auto& property) { return property.first == name; });
    return found == custom.end() ? nullptr : &found->second;
}

const Format& Workbook::format_of(const Cell& cell) const {
    static const Format general;
    return cell.format < formats.size() ? formats[cell.format] : general;
}

}  // namespace shinchoku::sheet
