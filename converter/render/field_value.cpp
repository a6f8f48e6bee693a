#include "render/field_value.h"

#include <algorithm>

#include "base/utf8.h"
#include "layout/pattern.h"
#include "plan/fiscal_year.h"
#include "plan/settle_indicator.h"
#include "plan/value_reading.h"
#include "render/schedule_look.h"
#include "render/settled_text.h"

namespace shinchoku::render {
namespace {

using layout::Field;
using layout::FieldId;
using layout::Layout;

constexpr std::string_view checked_box = "■";
constexpr std::string_view open_box = "□";
constexpr std::string_view usual_star = "★";

template <class Items, class Text>
std::string joined(const Items& items, std::string_view between, Text text) {
    std::string all;
    for (const auto& item : items) {
        if (!all.empty()) {
            all += between;
        }
        all += text(item);
    }
    return all;
}

// The manner of years inside texts, by example.
const std::string& year_manner(const Layout& layout) {
    const auto options = layout.fields.find("年見出し");
    return options == layout.fields.end() || options->second.heading.empty()
               ? layout.year_heading
               : options->second.heading;
}

// The number that with the words before it gives the label; the id's last part where the label
// does not begin with them.
std::string number_after(std::string_view words, std::string_view label, std::string_view id) {
    if (!words.empty() && label.starts_with(words) && label.size() > words.size()) {
        return std::string(label.substr(words.size()));
    }
    if (words.empty() && !label.empty()) {
        return std::string(label);
    }
    return std::string(id);
}

std::string with_number(const std::string& label, const std::string& title) {
    if (label.empty() || title.empty()) {
        return label + title;
    }
    // A circled number stands close to its title; 1-1 would run into it.
    const auto last = static_cast<unsigned char>(label.back());
    return last < 0x80 && last != ')' ? label + " " + title : label + title;
}

bool draws_top_group(const Layout& layout) {
    for (const layout::PictureRow& row : layout.picture.rows) {
        for (const layout::PictureCell& cell : row.cells) {
            for (const layout::Piece& piece : cell.pieces) {
                if (piece.kind != layout::PieceKind::text &&
                    piece.field.id == FieldId::top_group_title) {
                    return true;
                }
            }
        }
    }
    return false;
}

std::string group_text(const FieldPlace& place, const Field& field) {
    const plan::Measure* measure = place.row->measure;
    if (measure == nullptr) {
        return {};
    }
    const std::vector<const plan::Group*> path = plan::group_path(*place.plan, measure->group);
    if (path.empty()) {
        return {};
    }
    switch (field.id) {
        case FieldId::top_group_number:
            return number_after(
                layout::words_before(*place.cell, field.id), path.front()->label, path.front()->id);
        case FieldId::top_group_title:
            return path.front()->title;
        case FieldId::nearest_group:
            // A measure right under its topmost group, which the form shows already.
            if (path.size() == 1 && draws_top_group(*place.layout)) {
                return {};
            }
            return with_number(path.back()->label, path.back()->title);
        default:
            return {};
    }
}

std::string measure_text(const FieldPlace& place, const Field& field) {
    const plan::Measure* measure = place.row->measure;
    if (measure == nullptr) {
        return {};
    }
    switch (field.id) {
        case FieldId::measure_number:
            return number_after(
                layout::words_before(*place.cell, field.id), measure->label, measure->id);
        case FieldId::measure_title:
            return measure->title;
        case FieldId::departments:
            return joined(measure->departments, "・", [](const std::string& name) { return name; });
        case FieldId::text: {
            const auto text = measure->texts.find(field.text_key);
            return text == measure->texts.end() ? std::string() : text->second;
        }
        default:
            return group_text(place, field);
    }
}

std::string_view arrow_of(plan::Direction direction) {
    switch (direction) {
        case plan::Direction::up:
            return "↗";
        case plan::Direction::down:
            return "↘";
        case plan::Direction::keep:
            return "→";
        case plan::Direction::within:
        case plan::Direction::none:
        case plan::Direction::unknown:
            break;
    }
    return "";
}

// A stated direction that the numbers contradict (T04) is kept as unknown. What was printed is
// lost, but the contradiction must be printed again; "keep" beside near figures is the usual case.
plan::Direction contradicting(const plan::Indicator& indicator) {
    for (const plan::Direction stated :
         {plan::Direction::keep, plan::Direction::up, plan::Direction::down}) {
        plan::Indicator again = indicator;
        plan::settle_direction(again, std::string(arrow_of(stated)));
        if (again.direction == plan::Direction::unknown) {
            return stated;
        }
    }
    return plan::Direction::unknown;
}

std::string direction_text(const FieldPlace& place,
                           const Field& field,
                           const plan::Indicator& indicator) {
    if (indicator.direction_from != plan::DirectionFrom::stated) {
        return {};
    }
    const plan::Direction direction = indicator.direction == plan::Direction::unknown
                                          ? contradicting(indicator)
                                          : indicator.direction;
    // The choice of the form that states this direction; an arrow where it offers none.
    const auto options = place.layout->fields.find(field.name);
    if (options != place.layout->fields.end()) {
        for (const std::string& choice : options->second.check.choices) {
            if (plan::read_direction(choice) == direction) {
                return choice;
            }
        }
    }
    return std::string(arrow_of(direction));
}

// The sign that says "leading" on this form: the first choice of the field, else a star.
std::string leading_text(const FieldPlace& place, const Field& field, bool leading) {
    if (!leading) {
        return {};
    }
    const auto options = place.layout->fields.find(field.name);
    if (options != place.layout->fields.end()) {
        for (const std::string& choice : options->second.check.choices) {
            if (!choice.empty()) {
                return choice;
            }
        }
    }
    return std::string(usual_star);
}

std::string mark_text(const Layout& layout, plan::ItemMark mark) {
    if (mark == plan::ItemMark::none) {
        return {};
    }
    for (const auto& [sign, meaning] : layout.marks) {
        if (meaning == plan::name_of(mark)) {
            return sign;
        }
    }
    return mark == plan::ItemMark::new_item ? "○" : "◇";
}

// Dots stand side by side as in print, dots with a word one below the other.
std::string marks_text(const std::vector<std::string>& marks) {
    const bool bare = std::all_of(marks.begin(), marks.end(), [](const std::string& mark) {
        std::size_t at = 0;
        static_cast<void>(base::next_code_point(mark, at));
        return at == mark.size();
    });
    return joined(marks, bare ? " " : "\n", [](const std::string& mark) { return mark; });
}

std::string approach_text(const FieldPlace& place,
                          const Field& field,
                          const plan::Approach& approach) {
    switch (field.id) {
        case FieldId::approach_leading:
            return leading_text(place, field, approach.leading);
        case FieldId::approach_text:
            return approach.text;
        case FieldId::approach_marks:
            return marks_text(approach.marks);
        case FieldId::approach_items:
            return joined(approach.items, "\n", [&](const plan::ApproachItem& item) {
                return mark_text(*place.layout, item.mark) + item.text;
            });
        default:
            return {};
    }
}

// A heading of the schedule is a group of the plan: below its measure, as the reader files it.
std::string title_of_group(const FieldPlace& place, const std::string& label) {
    const plan::Measure* measure = place.row->measure;
    if (measure == nullptr || label.empty()) {
        return {};
    }
    const std::string prefix = measure->id + "-";
    for (const plan::Group& group : place.plan->groups) {
        if (group.label == label && group.id.starts_with(prefix)) {
            return group.title;
        }
    }
    return {};
}

std::string schedule_text(const FieldPlace& place,
                          const Field& field,
                          const plan::ScheduleRow& schedule) {
    switch (field.id) {
        case FieldId::schedule_label:
            return schedule.label;
        case FieldId::schedule_group: {
            const std::string words = layout::words_before(*place.cell, field.id);
            const std::string number = number_after(words, schedule.group, schedule.group);
            const std::string title = title_of_group(place, schedule.group);
            return title.empty() ? number : number + " " + title;
        }
        case FieldId::schedule_leading:
            return leading_text(place, field, schedule.leading);
        case FieldId::schedule_cells: {
            const plan::ScheduleCell* bar = bar_of(place, field);
            return bar == nullptr ? std::string() : drawn_bar(*place.layout, *bar).text;
        }
        default:
            return {};
    }
}

std::string indicator_text(const FieldPlace& place,
                           const Field& field,
                           const plan::Indicator& indicator) {
    switch (field.id) {
        case FieldId::indicator_name:
            return indicator.name;
        case FieldId::indicator_unit:
            return unit_text(indicator);
        case FieldId::indicator_category:
            return indicator.category.value_or("");
        case FieldId::indicator_direction:
            return direction_text(place, field, indicator);
        case FieldId::indicator_note:
            return indicator.note;
        case FieldId::note: {
            const int year = year_of(place, field);
            for (const plan::YearEntry& entry : indicator.years) {
                if (entry.year == year) {
                    return entry.note;
                }
            }
            return {};
        }
        default:
            return {};
    }
}

// In the head over the baselines of a form, or of one table of all measures, which then says what
// the first of them says.
std::string baseline_head(const FieldPlace& place) {
    std::optional<int> year;
    if (place.row->measure != nullptr) {
        year = baseline_year_of(*place.row->measure);
    } else if (!place.plan->measures.empty()) {
        const auto has_indicator = [](const plan::Measure& each) {
            return !each.indicators.empty();
        };
        const auto& all = place.plan->measures;
        const auto first = std::find_if(all.begin(), all.end(), has_indicator);
        year = first == all.end() ? std::nullopt : baseline_year_of(*first);
    }
    return year ? plan::write_fiscal_year(year_manner(*place.layout), *year) : std::string();
}

std::string element_text(const FieldPlace& place, const Field& field) {
    const Element element = element_for(*place.layout, *place.row, field);
    if (element.indicator != nullptr) {
        return indicator_text(place, field, *element.indicator);
    }
    if (element.schedule != nullptr) {
        return schedule_text(place, field, *element.schedule);
    }
    if (element.approach != nullptr) {
        return approach_text(place, field, *element.approach);
    }
    if (element.footnote != nullptr) {
        return element.footnote->text;
    }
    return element.is_line && field.column < element.line.size() ? element.line[field.column]
                                                                 : std::string();
}

std::string evaluation_text(const FieldPlace& place, const Field& field) {
    const plan::Evaluation* evaluation = evaluation_of(place, field);
    if (evaluation == nullptr) {
        return {};
    }
    switch (field.id) {
        case FieldId::grade:
            return evaluation->grade;
        case FieldId::reason:
            return evaluation->reason;
        case FieldId::next:
            return evaluation->next;
        default:
            return {};
    }
}

}  // namespace

int first_year_of(const Layout& layout, const plan::Plan& plan) {
    return plan.first_year != 0 ? plan.first_year : layout.first_year;
}

int last_year_of(const Layout& layout, const plan::Plan& plan) {
    const int last = first_year_of(layout, plan) + layout.year_count - 1;
    return plan.last_year >= plan.first_year && plan.last_year > 0 ? std::min(plan.last_year, last)
                                                                   : last;
}

int year_of(const FieldPlace& place, const Field& field) {
    const int first = first_year_of(*place.layout, *place.plan);
    switch (field.pin) {
        case layout::YearPin::none:
            return first + std::max(place.cell->year_index, 0);
        case layout::YearPin::last:
            return last_year_of(*place.layout, *place.plan);
        case layout::YearPin::year:
            return field.pinned_year;
    }
    return first;
}

const plan::Value* value_of(const FieldPlace& place, const Field& field) {
    const plan::Indicator* indicator = element_for(*place.layout, *place.row, field).indicator;
    if (indicator == nullptr) {
        return nullptr;
    }
    if (field.id == FieldId::baseline_value) {
        return indicator->baseline ? &indicator->baseline->value : nullptr;
    }
    if (field.id != FieldId::target && field.id != FieldId::actual) {
        return nullptr;
    }
    const int year = year_of(place, field);
    for (const plan::YearEntry& entry : indicator->years) {
        if (entry.year == year) {
            return field.id == FieldId::target ? &entry.target : &entry.actual;
        }
    }
    return nullptr;
}

const plan::Evaluation* evaluation_of(const FieldPlace& place, const Field& field) {
    if (place.row->measure == nullptr) {
        return nullptr;
    }
    const Element element = element_for(*place.layout, *place.row, field);
    const bool of_element = place.row->element && element.indicator != nullptr;
    const int year = year_of(place, field);
    const bool by_year = place.cell->year_index >= 0 || field.pin != layout::YearPin::none;
    const auto& evaluations = place.row->measure->evaluations;
    // A box for one year beside one for all: each has a judgement of its own kind first.
    const bool has_own_kind =
        std::any_of(evaluations.begin(), evaluations.end(), [&](const plan::Evaluation& each) {
            return by_year ? each.year == year : !each.year.has_value();
        });
    const plan::Evaluation* of_indicator = nullptr;
    for (const plan::Evaluation& each : evaluations) {
        if ((each.year && *each.year != year) ||
            (has_own_kind && each.year.has_value() != by_year)) {
            continue;
        }
        if (!each.indicator && !of_element) {
            return &each;
        }
        if (each.indicator && element.indicator != nullptr &&
            *each.indicator == element.indicator->id && of_indicator == nullptr) {
            of_indicator = &each;
        }
    }
    return of_indicator;
}

const plan::ScheduleCell* bar_of(const FieldPlace& place, const Field& field) {
    const Element element = element_for(*place.layout, *place.row, field);
    if (element.schedule == nullptr) {
        return nullptr;
    }
    const int year = year_of(place, field);
    for (const plan::ScheduleCell& cell : element.schedule->cells) {
        if (cell.year == year) {
            return &cell;
        }
    }
    return nullptr;
}

std::string text_of(const FieldPlace& place, const Field& field) {
    switch (field.id) {
        case FieldId::measure_number:
        case FieldId::measure_title:
        case FieldId::departments:
        case FieldId::top_group_number:
        case FieldId::top_group_title:
        case FieldId::nearest_group:
        case FieldId::text:
            return measure_text(place, field);
        case FieldId::last_year:
            return plan::write_fiscal_year(year_manner(*place.layout),
                                           last_year_of(*place.layout, *place.plan));
        case FieldId::year_heading:
            return plan::write_fiscal_year(place.layout->year_heading, year_of(place, field));
        case FieldId::baseline_year:
            return baseline_head(place);
        case FieldId::running_number:
            return place.row->element && !place.row->element->is_spare()
                       ? std::to_string(place.row->element->number)
                       : std::string();
        case FieldId::grade:
        case FieldId::reason:
        case FieldId::next:
            return evaluation_text(place, field);
        default:
            return element_text(place, field);
    }
}

std::string written_text(const FieldPlace& place) {
    if (place.cell->kind == layout::CellKind::choice) {
        const Field& field = *place.cell->field();
        return std::string(text_of(place, field) == field.option ? checked_box : open_box) +
               field.option;
    }
    std::string text;
    for (const layout::Piece& piece : place.cell->pieces) {
        if (piece.kind == layout::PieceKind::text) {
            text += piece.text;
        } else if (const plan::Value* value = value_of(place, piece.field)) {
            text += plan::print_value(*value);
        } else {
            text += text_of(place, piece.field);
        }
    }
    return place.cell->kind == layout::CellKind::label
               ? kept_wording(*place.layout, text, place.row->measure)
               : text;
}

}  // namespace shinchoku::render
