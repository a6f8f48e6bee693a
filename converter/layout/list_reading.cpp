#include "layout/list_reading.h"

#include <algorithm>

#include "base/utf8.h"

namespace shinchoku::layout {
namespace {

// Text that only draws an arrow or a bar.
bool is_arrow(std::string_view text) {
    constexpr std::u32string_view glyphs = U"▶▷►▸⇒→↗↘➡➔➤―—─━＝=＞>";
    bool any = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        const char32_t c = base::next_code_point(text, at);
        if (base::trim(text.substr(from, at - from)).empty()) {
            continue;
        }
        if (glyphs.find(c) == glyphs.npos) {
            return false;
        }
        any = true;
    }
    return any;
}

std::optional<plan::ScheduleMark> schedule_mark(const Layout& layout, const std::string& text) {
    const auto known = layout.marks.find(std::string(base::trim(text)));
    if (known != layout.marks.end()) {
        for (const plan::ScheduleMark mark : {plan::ScheduleMark::bar,
                                              plan::ScheduleMark::same,
                                              plan::ScheduleMark::more,
                                              plan::ScheduleMark::less}) {
            if (plan::name_of(mark) == known->second) {
                return mark;
            }
        }
    }
    return is_arrow(text) ? std::optional(plan::ScheduleMark::bar) : std::nullopt;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find_first_of("\r\n");
        const std::string_view line = base::trim(text.substr(0, end));
        if (!line.empty()) {
            lines.push_back(line);
        }
        text = end == text.npos ? std::string_view{} : text.substr(end + 1);
    }
    return lines;
}

bool is_dot(char32_t c) {
    constexpr std::u32string_view glyphs = U"●○◯〇◎◉・•■□◆◇▲△▼▽★☆♦♥♠♣";
    return glyphs.find(c) != glyphs.npos;
}

// One string a dot: "● ● ●" and "●●●" are three, "●人口 ●経済" two.
std::vector<std::string> dots_of(std::string_view text) {
    std::vector<std::string> dots;
    bool goes_on = false;  // the word of a dot
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        const char32_t c = base::next_code_point(text, at);
        const std::string_view glyph = text.substr(from, at - from);
        if (base::trim(glyph).empty()) {
            goes_on = false;
        } else if (goes_on && !is_dot(c)) {
            dots.back() += glyph;
        } else {
            dots.emplace_back(glyph);
            goes_on = true;
        }
    }
    return dots;
}

}  // namespace

bool ListReader::takes(FieldId id) {
    switch (id) {
        case FieldId::schedule_cells:
        case FieldId::schedule_label:
        case FieldId::schedule_group:
        case FieldId::schedule_leading:
        case FieldId::approach_leading:
        case FieldId::approach_text:
        case FieldId::approach_marks:
        case FieldId::approach_items:
        case FieldId::footnote_text:
        case FieldId::line_column:
            return true;
        default:
            return false;
    }
}

void ListReader::begin_element(const std::string& list,
                               const std::optional<PrintedGroup>& heading) {
    const auto found = layout_.lists.find(list);
    list_ = found == layout_.lists.end() ? nullptr : &found->second;
    filled_ = false;
    schedule_ = {};
    approach_ = {};
    footnote_ = {};
    columns_.clear();
    if (heading) {
        schedule_.group = heading->label;
        const bool known =
            std::any_of(headings_.begin(), headings_.end(), [&](const PrintedGroup& group) {
                return group.label == heading->label;
            });
        if (!known) {
            headings_.push_back(*heading);
        }
    }
}

void ListReader::add(const Field& field, const std::string& text, bool filled, base::CellRef at) {
    filled_ = filled_ || filled;
    switch (field.id) {
        case FieldId::schedule_label:
            schedule_.label = text;
            break;
        case FieldId::schedule_leading:
            schedule_.leading = filled;
            break;
        case FieldId::approach_leading:
            approach_.leading = filled;
            break;
        case FieldId::approach_text:
            approach_.text = text;
            break;
        case FieldId::approach_marks:
            approach_.marks = dots_of(text);
            break;
        case FieldId::approach_items:
            approach_.items = items_of(text);
            break;
        case FieldId::footnote_text:
            footnote_.text = text;
            break;
        case FieldId::line_column:
            columns_.resize(std::max(columns_.size(), field.column + 1));
            columns_[field.column] = {text, at};
            break;
        default:
            break;
    }
}

void ListReader::add_schedule_cell(int year, int through, const std::string& text) {
    filled_ = true;
    schedule_.cells.push_back({year, through, text, schedule_mark(layout_, text)});
}

void ListReader::end_element(plan::Measure& measure) {
    if (list_ == nullptr) {
        return;
    }
    switch (list_->of) {
        case ListOf::indicators:
            break;
        case ListOf::schedule:
            if (filled_) {
                measure.schedule.push_back(std::move(schedule_));
            }
            break;
        case ListOf::approaches:
            if (filled_) {
                measure.approaches.push_back(std::move(approach_));
            }
            break;
        case ListOf::footnotes:
            if (filled_) {
                const auto mark = list_->where.find("mark");
                footnote_.mark = mark == list_->where.end() ? std::string() : mark->second;
                measure.footnotes.push_back(std::move(footnote_));
            }
            break;
        case ListOf::lines: {
            std::string line;
            while (!columns_.empty() && columns_.back().text.empty()) {
                columns_.pop_back();
            }
            for (std::size_t i = 0; i < columns_.size(); ++i) {
                line += (i == 0 ? "" : "\t") + columns_[i].text;
                pieces_[list_->text_key].push_back(columns_[i].at);
            }
            std::string& text = lines_[list_->text_key];
            text += (text.empty() || !filled_ ? "" : "\n") + line;
            break;
        }
    }
}

void ListReader::finish(plan::Measure& measure, MeasurePlaces& places) {
    for (const auto& [name, list] : layout_.lists) {
        const bool drawn = std::any_of(layout_.picture.rows.begin(),
                                       layout_.picture.rows.end(),
                                       [&, n = name](const auto& r) { return r.list == n; });
        if (drawn && list.of == ListOf::lines) {
            measure.texts[list.text_key] = lines_[list.text_key];
            places.pieces["texts." + list.text_key] = pieces_[list.text_key];
        }
    }
}

plan::ItemMark ListReader::item_mark(std::string_view name) const {
    for (const plan::ItemMark mark :
         {plan::ItemMark::new_item, plan::ItemMark::expanded, plan::ItemMark::none}) {
        if (plan::name_of(mark) == name) {
            return mark;
        }
    }
    return plan::ItemMark::none;
}

// One item a line; its mark stands before it.
std::vector<plan::ApproachItem> ListReader::items_of(std::string_view text) const {
    std::vector<plan::ApproachItem> items;
    for (std::string_view line : lines_of(text)) {
        plan::ApproachItem item;
        for (const auto& [glyph, name] : layout_.marks) {
            if (!glyph.empty() && line.starts_with(glyph)) {
                item.mark = item_mark(name);
                line = base::trim(line.substr(glyph.size()));
                break;
            }
        }
        item.text = std::string(line);
        items.push_back(std::move(item));
    }
    return items;
}

}  // namespace shinchoku::layout
