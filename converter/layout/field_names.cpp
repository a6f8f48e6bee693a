#include "layout/field_names.h"

#include <algorithm>
#include <utility>

#include "layout/picture_cells.h"
#include "layout/vocabulary.h"

namespace shinchoku::layout {
namespace {

struct BuiltIn {
    std::string_view japanese;
    std::string_view english;
    std::string_view singular;
    ListOf of;
};

constexpr BuiltIn built_in[] = {
    {"指標", "indicators", "indicator", ListOf::indicators},
    {"予定", "schedule", "schedule", ListOf::schedule},
    {"取組", "approaches", "approach", ListOf::approaches},
    {"注", "footnotes", "footnote", ListOf::footnotes},
};

// What stands before the words of a list's elements in the vocabulary.
std::vector<std::string_view> prefixes_of(ListOf of) {
    switch (of) {
        case ListOf::indicators:
            return {"", "indicator."};
        case ListOf::schedule:
            return {"予定.", "schedule."};
        case ListOf::approaches:
            return {"取組.", "approaches."};
        case ListOf::footnotes:
            return {"注.", "footnotes."};
        case ListOf::lines:
            return {};
    }
    return {};
}

std::optional<ListOf> list_kind_of(FieldId id) {
    switch (id) {
        case FieldId::schedule_cells:
        case FieldId::schedule_label:
        case FieldId::schedule_group:
        case FieldId::schedule_leading:
            return ListOf::schedule;
        case FieldId::approach_leading:
        case FieldId::approach_text:
        case FieldId::approach_marks:
        case FieldId::approach_items:
            return ListOf::approaches;
        case FieldId::footnote_text:
            return ListOf::footnotes;
        case FieldId::line_column:
            return ListOf::lines;
        default:
            return is_of_indicator(id) || is_of_evaluation(id) ? std::optional(ListOf::indicators)
                                                               : std::nullopt;
    }
}

Field field_of(const Word& word, std::string_view name) {
    Field field;
    field.id = word.id;
    field.name = name;
    field.text_key = word.text_key;
    return field;
}

std::optional<Field> element_field(const List& list, std::string_view rest, std::string_view name) {
    if (list.of == ListOf::lines) {
        const auto found = std::find(list.columns.begin(), list.columns.end(), rest);
        if (found == list.columns.end()) {
            return std::nullopt;
        }
        Field field;
        field.id = FieldId::line_column;
        field.name = name;
        field.text_key = list.text_key;
        field.list = list.name;
        field.column = static_cast<std::size_t>(found - list.columns.begin());
        return field;
    }
    for (const std::string_view prefix : prefixes_of(list.of)) {
        const Word* word = find_word(std::string(prefix) + std::string(rest));
        if (word != nullptr && list_kind_of(word->id) == list.of) {
            Field field = field_of(*word, name);
            field.list = list.name;
            return field;
        }
    }
    return std::nullopt;
}

std::string list_prefix(const std::string& list) {
    std::string prefix = list;
    prefix += '.';
    return prefix;
}

void report_outside(const Field& field, SourcePlace place, Diagnostics& diagnostics) {
    const std::string list = field.list.empty() ? "指標" : field.list;
    diagnostics.error(
        "outside_list",
        place,
        {"「" + field.name + "」は「" + list + "」の行の項目ですが、「" + list +
             "」の繰り返しの外にあります。",
         "\"" + field.name + "\" belongs to an element of the list \"" + list +
             "\" but stands outside its repeated rows."},
        {"行の左に「" + list + "*」と書くか、その行へ移してください。",
         "Write \"" + list + "*\" at the left of the row, or move the field into such a row."});
}

}  // namespace

std::map<std::string, List> built_in_lists() {
    std::map<std::string, List> lists;
    for (const BuiltIn& known : built_in) {
        List list;
        list.name = known.japanese;
        list.of = known.of;
        lists.emplace(list.name, list);
    }
    return lists;
}

bool is_of_indicator(FieldId id) {
    switch (id) {
        case FieldId::indicator_name:
        case FieldId::indicator_unit:
        case FieldId::indicator_category:
        case FieldId::indicator_direction:
        case FieldId::indicator_note:
        case FieldId::baseline_value:
        case FieldId::target:
        case FieldId::actual:
        case FieldId::note:
            return true;
        default:
            return false;
    }
}

bool is_of_evaluation(FieldId id) {
    return id == FieldId::rate || id == FieldId::grade || id == FieldId::reason ||
           id == FieldId::next;
}

void FieldNames::add_own(const std::string& name, Field field) {
    if (name == unnamed) {
        return;  // stands for a name that is still to come
    }
    own_.insert_or_assign(name, std::move(field));
}

const List* FieldNames::find_list(std::string_view name) const {
    for (const BuiltIn& known : built_in) {
        if (name == known.english || name == known.singular) {
            name = known.japanese;
        }
    }
    const auto found = lists_.find(std::string(name));
    return found == lists_.end() ? nullptr : &found->second;
}

std::optional<Field> FieldNames::find(std::string_view name, const List* row_list) const {
    if (const auto own = own_.find(name); own != own_.end()) {
        return own->second;
    }
    if (const std::size_t dot = name.find('.'); dot != name.npos) {
        const List* list = find_list(name.substr(0, dot));
        if (list != nullptr) {
            if (std::optional<Field> field = element_field(*list, name.substr(dot + 1), name)) {
                return field;
            }
        }
    }
    if (const List* list = find_list(name); list != nullptr && list->of == ListOf::schedule) {
        Field field = field_of(*find_word("予定"), name);
        field.list = list->name;
        return field;
    }
    const Word* word = find_word(name);
    if (word == nullptr) {
        return std::nullopt;
    }
    Field field = field_of(*word, name);
    const std::optional<ListOf> kind = list_kind_of(field.id);
    if (kind && row_list != nullptr && row_list->of == *kind) {
        field.list = row_list->name;
    } else if (kind && *kind != ListOf::indicators) {
        field.list = prefixes_of(*kind).front();
        field.list.pop_back();
    }
    return field;
}

std::optional<Field> FieldNames::resolve(std::string_view name,
                                         const List* row_list,
                                         SourcePlace place,
                                         Diagnostics& diagnostics) const {
    std::optional<Field> field = find(name, row_list);
    if (!field) {
        const std::string written(name);
        diagnostics.error("unknown_field",
                          place,
                          {"「" + written + "」という項目はありません。",
                           "There is no field \"" + written + "\"."},
                          name_hint(name, all()));
        return std::nullopt;
    }
    if (field->id == FieldId::running_number) {
        if (row_list == nullptr) {
            diagnostics.error("outside_list",
                              place,
                              {"通し番号 {#} が繰り返しの行の外にあります。",
                               "The running number {#} stands outside repeated rows."},
                              {"行の左に「指標*」のように繰り返すものを書いてください。",
                               "Write what is repeated at the left of the row, such as 指標*."});
            return std::nullopt;
        }
        field->list = row_list->name;
        return field;
    }
    const List* list = field->list.empty() ? nullptr : find_list(field->list);
    if (list != nullptr && list != row_list) {
        if (row_list != nullptr && list->of == row_list->of && list->where.empty() &&
            list->of != ListOf::lines) {
            field->list = row_list->name;  // {注.文} in a row of another list of footnotes
            return field;
        }
        const bool fixed = list->only == 1 && row_list == nullptr;
        if (!fixed) {
            report_outside(*field, place, diagnostics);
            return std::nullopt;
        }
    }
    const bool needs_indicator = is_of_indicator(field->id) || is_of_evaluation(field->id);
    if (list == nullptr && needs_indicator && row_list != nullptr) {
        report_outside(*field, place, diagnostics);
        return std::nullopt;
    }
    return field;
}

std::vector<std::string> FieldNames::all() const {
    std::vector<std::string> names;
    names.reserve(own_.size() + 2 * vocabulary().size());
    for (const auto& [name, field] : own_) {
        names.push_back(name);
    }
    for (const Word& word : vocabulary()) {
        names.emplace_back(word.japanese);
    }
    for (const auto& [name, list] : lists_) {
        for (const std::string& column : list.columns) {
            names.push_back(list_prefix(name).append(column));
        }
        if (list.of == ListOf::indicators && name != "指標") {
            for (const Word& word : vocabulary()) {
                if (list_kind_of(word.id) == ListOf::indicators) {
                    names.push_back(list_prefix(name).append(word.japanese));
                }
            }
        }
    }
    for (const Word& word : vocabulary()) {
        names.emplace_back(word.english);
    }
    return names;
}

}  // namespace shinchoku::layout
