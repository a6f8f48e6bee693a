#include "functions/evaluations.h"
#include "functions/read_arguments.h"
#include "functions/results.h"
#include "plan/fiscal_year.h"

namespace shinchoku::addin {
namespace {

const Cell& only_cell(const Range& argument) {
    return argument.cells.front();
}

std::optional<std::string> unit_of(const plan::Value& value) {
    if (const plan::UnitAndForm* form = plan::form_of(value)) {
        return form->unit;
    }
    const auto* relative = value.as<plan::Relative>();
    if (relative == nullptr) {
        return std::nullopt;
    }
    return relative->resolved.size() == 1 ? relative->resolved.front().unit : relative->change_unit;
}

}  // namespace

Outcome value(Arguments arguments) {
    const Read<calc::Figure> figure = figure_of(only_cell(arguments[0]));
    return figure ? to_cell(figure.value().number) : Cell(figure.error());
}

Outcome unit(Arguments arguments) {
    const Read<plan::Value> read = value_of(only_cell(arguments[0]));
    if (!read) {
        return Cell(read.error());
    }
    std::optional<std::string> found = unit_of(read.value());
    return found ? Cell(*std::move(found)) : Cell(CellError::not_available);
}

Outcome kind(Arguments arguments) {
    const Read<plan::Value> read = value_of(only_cell(arguments[0]));
    return read ? Cell(std::string(plan::kind_name(read.value()))) : Cell(read.error());
}

Outcome fiscal_year(Arguments arguments) {
    const Read<int> year = fiscal_year_of(only_cell(arguments[0]));
    return year ? Cell(static_cast<double>(year.value())) : Cell(year.error());
}

Outcome wareki(Arguments arguments) {
    const Read<int> year = fiscal_year_of(only_cell(arguments[0]));
    return year ? Cell(plan::wareki(year.value()) + "年度") : Cell(year.error());
}

}  // namespace shinchoku::addin
