#include "render/expand.h"

#include <algorithm>

namespace shinchoku::render {
namespace {

using layout::FieldId;
using layout::Layout;
using layout::List;
using layout::ListOf;
using layout::PictureRow;

std::vector<std::string> split(std::string_view text, char at) {
    std::vector<std::string> parts;
    for (;;) {
        const std::size_t end = text.find(at);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(end + 1);
    }
}

bool matches(const List& list, std::string_view key, std::string_view value) {
    const auto wanted = list.where.find(std::string(key));
    return wanted == list.where.end() || wanted->second == value;
}

bool matches(const List& list, const plan::Indicator& indicator) {
    return matches(list, "category", indicator.category.value_or("")) &&
           matches(list, "name", indicator.name) &&
           matches(list, "unit", indicator.unit.value_or(""));
}

std::vector<Element> line_elements(const List& list, const plan::Measure& measure) {
    std::vector<Element> elements;
    const auto text = measure.texts.find(list.text_key);
    if (text == measure.texts.end() || text->second.empty()) {
        return elements;
    }
    for (const std::string& line : split(text->second, '\n')) {
        Element element;
        element.is_line = true;
        element.line = split(line, '\t');
        elements.push_back(std::move(element));
    }
    return elements;
}

// One element of a repeated group, or blank ones up to its minimum.
struct Occurrence {
    const plan::Measure* measure;
    Element element;
};

std::vector<Occurrence> occurrences(const Layout& layout,
                                    const PictureRow& row,
                                    const std::vector<const plan::Measure*>& measures) {
    std::vector<Occurrence> found;
    const auto list = layout.lists.find(row.list);
    for (const plan::Measure* measure : measures) {
        const std::size_t before = found.size();
        if (list != layout.lists.end()) {
            for (Element& element : elements_of(list->second, *measure)) {
                found.push_back({measure, std::move(element)});
            }
        }
        if (found.size() == before && layout.block == layout::BlockOf::plan) {
            found.push_back(
                {measure, Element()});  // a measure without elements is shown all the same
        }
    }
    const plan::Measure* last = measures.empty() ? nullptr : measures.back();
    while (found.size() < static_cast<std::size_t>(std::max(row.at_least, 0))) {
        found.push_back({layout.block == layout::BlockOf::plan ? nullptr : last, Element()});
    }
    return found;
}

// What a heading row of a list says of an element: drawn anew where it changes.
std::string heading_value(const Element& element) {
    return element.schedule != nullptr ? element.schedule->group : std::string();
}

class RowExpander {
public:
    RowExpander(const Layout& layout, const std::vector<const plan::Measure*>& measures)
        : layout_(&layout), measures_(&measures) {}

    std::vector<SheetRow> run() {
        const std::vector<PictureRow>& rows = layout_->picture.rows;
        for (std::size_t at = 0; at < rows.size();) {
            if (rows[at].alternative_of >= 0) {
                ++at;
            } else if (rows[at].list.empty() && rows[at].heading_of.empty()) {
                const bool of_plan = layout_->block == layout::BlockOf::plan;
                const plan::Measure* measure =
                    of_plan || measures_->empty() ? nullptr : measures_->front();
                expanded_.push_back({static_cast<int>(at), measure, std::nullopt});
                ++at;
            } else {
                at = expand_list(at);
            }
        }
        return std::move(expanded_);
    }

private:
    // A list: its heading rows, then the rows of one element. Returns the row behind them.
    std::size_t expand_list(std::size_t first) {
        const std::vector<PictureRow>& rows = layout_->picture.rows;
        std::size_t body = first;
        while (body < rows.size() && !rows[body].heading_of.empty()) {
            ++body;
        }
        std::size_t end = body;
        while (end < rows.size() && rows[end].group >= 0 && rows[end].group == rows[body].group) {
            ++end;
        }
        if (end == body) {
            return std::max(end, first + 1);  // a heading without its list: nothing to head
        }
        std::string heading;
        for (const Occurrence& each : occurrences(*layout_, rows[body], *measures_)) {
            if (!each.element.is_spare() && heading_value(each.element) != heading) {
                heading = heading_value(each.element);
                add_rows(first, body, each);
            }
            add_rows(body, end, each);
        }
        return end;
    }

    void add_rows(std::size_t first, std::size_t end, const Occurrence& occurrence) {
        for (std::size_t row = first; row < end; ++row) {
            if (layout_->picture.rows[row].alternative_of < 0) {
                expanded_.push_back(
                    {static_cast<int>(row), occurrence.measure, occurrence.element});
            }
        }
    }

    const Layout* layout_;
    const std::vector<const plan::Measure*>* measures_;
    std::vector<SheetRow> expanded_;
};

}  // namespace

std::vector<Element> elements_of(const List& list, const plan::Measure& measure) {
    std::vector<Element> elements;
    const auto add = [&elements](auto member, const auto& item) {
        elements.emplace_back();
        elements.back().*member = &item;
    };
    switch (list.of) {
        case ListOf::indicators:
            for (const plan::Indicator& indicator : measure.indicators) {
                if (matches(list, indicator)) {
                    add(&Element::indicator, indicator);
                }
            }
            break;
        case ListOf::schedule:
            for (const plan::ScheduleRow& row : measure.schedule) {
                add(&Element::schedule, row);
            }
            break;
        case ListOf::approaches:
            for (const plan::Approach& approach : measure.approaches) {
                add(&Element::approach, approach);
            }
            break;
        case ListOf::footnotes:
            for (const plan::Footnote& footnote : measure.footnotes) {
                if (matches(list, "mark", footnote.mark)) {
                    add(&Element::footnote, footnote);
                }
            }
            break;
        case ListOf::lines:
            elements = line_elements(list, measure);
            break;
    }
    if (list.only > 0 && elements.size() > static_cast<std::size_t>(list.only)) {
        elements.resize(static_cast<std::size_t>(list.only));
    }
    int number = 0;
    for (Element& element : elements) {
        element.measure = &measure;
        element.number = ++number;
    }
    return elements;
}

std::optional<ListOf> list_kind_of(FieldId id) {
    switch (id) {
        case FieldId::indicator_name:
        case FieldId::indicator_unit:
        case FieldId::indicator_category:
        case FieldId::indicator_direction:
        case FieldId::indicator_note:
        case FieldId::baseline_value:
        case FieldId::baseline_year:
        case FieldId::target:
        case FieldId::actual:
        case FieldId::note:
        case FieldId::rate:
        case FieldId::grade:
        case FieldId::reason:
        case FieldId::next:
            return ListOf::indicators;
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
        case FieldId::measure_number:
        case FieldId::measure_title:
        case FieldId::departments:
        case FieldId::top_group_number:
        case FieldId::top_group_title:
        case FieldId::nearest_group:
        case FieldId::text:
        case FieldId::last_year:
        case FieldId::year_heading:
        case FieldId::running_number:
            return std::nullopt;
    }
    return std::nullopt;
}

const List& own_list(ListOf of) {
    static const List indicators{.name = "", .of = ListOf::indicators};
    static const List schedule{.name = "", .of = ListOf::schedule};
    static const List approaches{.name = "", .of = ListOf::approaches};
    static const List footnotes{.name = "", .of = ListOf::footnotes};
    static const List lines{.name = "", .of = ListOf::lines};
    switch (of) {
        case ListOf::indicators:
            return indicators;
        case ListOf::schedule:
            return schedule;
        case ListOf::approaches:
            return approaches;
        case ListOf::footnotes:
            return footnotes;
        case ListOf::lines:
            return lines;
    }
    return indicators;
}

std::vector<SheetRow> expand_rows(const Layout& layout,
                                  const std::vector<const plan::Measure*>& measures) {
    return RowExpander(layout, measures).run();
}

Element element_for(const Layout& layout, const SheetRow& row, const layout::Field& field) {
    const PictureRow& picture = layout.picture.rows[static_cast<std::size_t>(row.picture_row)];
    const std::string& row_list = picture.list.empty() ? picture.heading_of : picture.list;
    if (row.element && (field.list.empty() || field.list == row_list)) {
        return *row.element;
    }
    const std::optional<ListOf> kind = list_kind_of(field.id);
    if (row.measure == nullptr || !kind) {
        return {};
    }
    const List* list = layout.list_of(field);
    if (list == nullptr && *kind == ListOf::indicators) {  // by far the most frequent
        Element first;
        if (!row.measure->indicators.empty()) {
            first.measure = row.measure;
            first.indicator = &row.measure->indicators.front();
            first.number = 1;
        }
        return first;
    }
    std::vector<Element> elements =
        elements_of(list != nullptr ? *list : own_list(*kind), *row.measure);
    return elements.empty() ? Element() : std::move(elements.front());
}

}  // namespace shinchoku::render
