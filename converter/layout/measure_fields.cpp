#include "layout/measure_fields.h"

#include "base/utf8.h"
#include "layout/number_mark.h"
#include "layout/printed_group.h"

namespace shinchoku::layout {
namespace {

using Content = MeasureCollector::Content;

void note_place(MeasureDraft& draft, const std::string& path, base::CellRef at) {
    draft.places.fields.try_emplace(path, at);
}

// The title stands without a number that shares its cell.
void assign_title(MeasureDraft& draft, const Content& content) {
    plan::Measure& measure = draft.measure;
    note_place(draft, "title", content.place);
    const auto mark =
        measure.label.empty() ? leading_number(base::trim(content.text)) : std::nullopt;
    if (!mark) {
        measure.title = content.text;
        return;
    }
    measure.label = base::fold_width(mark->printed);
    measure.title = std::string(base::trim(base::trim(content.text).substr(mark->length)));
}

}  // namespace

bool is_group_field(FieldId id) {
    return id == FieldId::top_group_number || id == FieldId::top_group_title ||
           id == FieldId::nearest_group;
}

bool is_of_measure(FieldId id) {
    return is_group_field(id) || id == FieldId::measure_number || id == FieldId::measure_title ||
           id == FieldId::departments || id == FieldId::text;
}

void assign_group(MeasureDraft& draft, const Field& field, const Content& content) {
    if (field.id == FieldId::top_group_title) {
        draft.top.title = content.text;
        draft.top.cell = content.place;
        note_place(draft, "top_group", content.place);
    } else if (field.id == FieldId::top_group_number) {
        draft.top.label = std::string(base::trim(content.text));
        const auto mark = number_at_start(draft.top.label);
        draft.top.number = mark ? mark->number : std::string();
    } else {
        draft.nearest.cell = content.place;
        note_place(draft, "group", content.place);
        set_numbered(content.text, draft.nearest);
    }
}

void assign_measure_field(MeasureDraft& draft,
                          const Layout& layout,
                          const Field& field,
                          const Content& content) {
    switch (field.id) {
        case FieldId::measure_number:
            draft.measure.label = std::string(base::trim(content.text));
            draft.number = id_alone(content.text).value_or(draft.measure.label);
            note_place(draft, "label", content.place);
            break;
        case FieldId::measure_title:
            assign_title(draft, content);
            break;
        case FieldId::departments:
            draft.measure.departments = split_departments(content.text, layout.departments);
            note_place(draft, "departments", content.place);
            break;
        case FieldId::text:
            draft.measure.texts[field.text_key] = content.text;
            note_place(draft, "texts." + field.text_key, content.place);
            break;
        default:
            break;
    }
}

}  // namespace shinchoku::layout
