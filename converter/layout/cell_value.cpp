#include "layout/cell_value.h"

#include "base/decimal.h"
#include "plan/value_reading.h"

namespace shinchoku::layout {

MeasureCollector::Content content_of(const Grid& grid, const Pick& pick) {
    MeasureCollector::Content content;
    content.place = pick.place;
    if (pick.filled()) {
        content.filled = true;
        content.text = grid.shown(*pick.cell);
        return content;
    }
    const sheet::Cell* cell = grid.find(pick.place);
    if (cell != nullptr && cell->type == sheet::CellType::text && !grid.is_covered(pick.place)) {
        content.text = std::string(cell->text);
    }
    content.value = plan::blank_value(content.text);
    return content;
}

plan::Value value_of(const Grid& grid, const Pick& pick, RemarkList& remarks) {
    if (!pick.filled()) {
        return content_of(grid, pick).value;
    }
    const sheet::Cell& cell = *pick.cell;
    switch (cell.type) {
        case sheet::CellType::number: {
            const auto number = base::Decimal::from_double(cell.number);
            return number ? plan::read_number(*number,
                                              grid.workbook().format_of(cell).number_format,
                                              grid.workbook().date_1904)
                          : plan::blank_value();
        }
        case sheet::CellType::error:
            return plan::read_error(cell.text);
        case sheet::CellType::blank:
        case sheet::CellType::text:
        case sheet::CellType::boolean:
            break;
    }
    plan::Value value = plan::read_text(grid.shown(cell));
    if (plan::is_malformed_number(value)) {
        remarks.add(remark::malformed_number(value.raw), cell.at);
    }
    return value;
}

}  // namespace shinchoku::layout
