#include "layout/field.h"

namespace shinchoku::layout {

bool is_by_year(FieldId id) {
    switch (id) {
        case FieldId::target:
        case FieldId::actual:
        case FieldId::note:
        case FieldId::rate:
        case FieldId::grade:
        case FieldId::reason:
        case FieldId::next:
        case FieldId::schedule_cells:
            return true;
        case FieldId::measure_number:
        case FieldId::measure_title:
        case FieldId::departments:
        case FieldId::top_group_number:
        case FieldId::top_group_title:
        case FieldId::nearest_group:
        case FieldId::text:
        case FieldId::indicator_name:
        case FieldId::indicator_unit:
        case FieldId::indicator_category:
        case FieldId::indicator_direction:
        case FieldId::indicator_note:
        case FieldId::baseline_value:
        case FieldId::baseline_year:
        case FieldId::last_year:
        case FieldId::schedule_label:
        case FieldId::schedule_group:
        case FieldId::schedule_leading:
        case FieldId::approach_leading:
        case FieldId::approach_text:
        case FieldId::approach_marks:
        case FieldId::approach_items:
        case FieldId::footnote_text:
        case FieldId::line_column:
        case FieldId::year_heading:
        case FieldId::running_number:
            return false;
    }
    return false;
}

}  // namespace shinchoku::layout
