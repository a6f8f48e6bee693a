#include "report/grounds.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "layout/identity.h"
#include "report/look.h"

namespace shinchoku::report {
namespace {

using Cells = std::map<base::CellRef, render::WrittenCell>;

const std::string* text_in(const render::WrittenCell& cell) {
    if (const auto* link = std::get_if<render::InternalLink>(&cell.content)) {
        return &link->text;
    }
    return std::get_if<std::string>(&cell.content);
}

bool is_number(const render::WrittenCell& cell) {
    return std::holds_alternative<base::Decimal>(cell.content) ||
           std::holds_alternative<render::FormulaCell>(cell.content);
}

// Headings are told from texts by their look: every table of the book takes its from look.h.
bool is_heading(const render::WrittenCell& cell) {
    static const render::CellStyle head = head_style();
    return text_in(cell) != nullptr && cell.style->bold && cell.style->fill == head.fill;
}

bool is_section(const render::WrittenCell& cell) {
    static const render::CellStyle section = section_style();
    return text_in(cell) != nullptr && cell.style->bold && cell.style->bottom == section.bottom &&
           cell.style->size_points == section.size_points;
}

std::string one_line_of(std::string_view text) {
    std::string line;
    const auto is_letter = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        // Headings are broken to fit their columns; a Japanese word needs no blank in its middle.
        const bool inside = i > 0 && i + 1 < text.size();
        if (text[i] != '\n') {
            line += text[i];
        } else if (inside && is_letter(text[i - 1]) && is_letter(text[i + 1])) {
            line += ' ';
        }
    }
    return line;
}

// The texts around the numbers of one sheet, looked up while its cells are passed in order.
class Surroundings {
public:
    explicit Surroundings(const Context& context) : context_(context) {
        const auto add = [&](const plan::Plan& plan) {
            for (const plan::Group& group : plan.groups) {
                if (!group.parent && !group.label.empty()) {
                    names_.try_emplace(group.label, group.title);
                }
            }
            for (const plan::Measure& measure : plan.measures) {
                names_.try_emplace(measure.id, measure.title);
                for (const plan::Indicator& indicator : measure.indicators) {
                    names_.try_emplace(indicator.id, indicator.name);
                }
            }
        };
        add(context.input.reading->plan);
        if (context.input.master != nullptr) {
            add(context.input.master->plan);
        }
    }

    void begin_sheet() {
        headings_.clear();
        section_.clear();
        row_.clear();
    }

    // Cells come row by row.
    void enter(const Cells& cells, Cells::const_iterator cell) {
        if (cell->first.row == row_number_ && !row_.empty()) {
            return;
        }
        row_.clear();
        row_number_ = cell->first.row;
        for (; cell != cells.end() && cell->first.row == row_number_; ++cell) {
            const std::string* text = text_in(cell->second);
            if (text != nullptr && !text->empty()) {
                row_.push_back({cell->first.column, one_line_of(*text)});
            }
        }
    }

    void pass(base::CellRef at, const render::WrittenCell& cell) {
        const std::string* text = text_in(cell);
        if (text == nullptr || text->empty()) {
            return;
        }
        if (is_section(cell)) {
            section_ = one_line_of(*text);
            headings_.clear();
        } else if (is_heading(cell)) {
            take_heading(at, cell, one_line_of(*text));
        }
    }

    [[nodiscard]] std::string heading(std::uint32_t column) const {
        const auto found = headings_.find(column);
        return found == headings_.end() ? section_ : found->second.text;
    }

    // The texts to the left, of which the first names the row; an id is told with its name. Where
    // a number comes first, the text after it does.
    [[nodiscard]] std::string row_label(std::uint32_t column) const {
        std::string label;
        const std::string* measure = nullptr;
        for (const auto& [at, text] : row_) {
            if (at >= column) {
                break;
            }
            if (label.empty()) {
                label = with_name(text);
                measure = names_.contains(text) ? &text : nullptr;
            } else if (measure != nullptr && is_indicator_of(*measure, text)) {
                return label + context_.words("／", " / ") + text;
            }
        }
        return label.empty() && !row_.empty() ? with_name(row_.front().text) : label;
    }

private:
    struct Heading {
        std::uint32_t row = 0;
        std::string text;
    };
    struct Text {
        std::uint32_t column = 0;
        std::string text;
    };

    // A second row of headings adds to the first.
    void take_heading(base::CellRef at, const render::WrittenCell& cell, const std::string& text) {
        for (std::uint32_t column = at.column; column <= cell.last.column; ++column) {
            Heading& heading = headings_[column];
            const bool goes_on = !heading.text.empty() && heading.row + 1 == at.row;
            heading.text = goes_on ? heading.text + " " + text : text;
            heading.row = cell.last.row;
        }
    }

    [[nodiscard]] std::string with_name(const std::string& text) const {
        const auto found = names_.find(text);
        return found == names_.end() || found->second.empty() ? text : text + " " + found->second;
    }

    [[nodiscard]] bool is_indicator_of(const std::string& measure, const std::string& text) const {
        const auto first = names_.lower_bound(measure + "/");
        for (auto each = first; each != names_.end() && each->first.starts_with(measure + "/");
             ++each) {
            if (each->second == text) {
                return true;
            }
        }
        return false;
    }

    const Context& context_;
    std::map<std::string, std::string, std::less<>>
        names_;  // of measures and indicators by id, of policies
    std::map<std::uint32_t, Heading> headings_;
    std::string section_;
    std::vector<Text> row_;
    std::uint32_t row_number_ = 0;
};

// "'算定'!$K$5" or "K5": a formula that only repeats another cell.
struct Reference {
    std::string_view sheet;  // quoted as in the formula; "" for the sheet itself
    base::CellRef cell;
};

std::optional<base::CellRef> cell_named(std::string_view text) {
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
        return c == '$' || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    });
    return plain ? base::parse_a1(text) : std::nullopt;
}

std::optional<Reference> reference_in(std::string_view formula) {
    const std::size_t mark = formula.rfind("'!");
    const bool elsewhere = formula.starts_with('\'') && mark != std::string_view::npos &&
                           formula.find('\'', 1) == mark;
    const std::optional<base::CellRef> cell =
        cell_named(elsewhere ? formula.substr(mark + 2) : formula);
    if (!cell) {
        return std::nullopt;
    }
    return Reference{elsewhere ? formula.substr(1, mark - 1) : std::string_view(), *cell};
}

// "SUM(B5:B7)", "B5+C5", "B5-C5": told by the cells they name.
std::string basis_of_sum(const Wording& words, std::string_view formula) {
    if (formula.starts_with("SUM(") && formula.ends_with(")")) {
        const std::string_view range = formula.substr(4, formula.size() - 5);
        if (base::parse_a1_range(range)) {
            return std::string(range) + words("の合計", ": their sum");
        }
    }
    bool differs = false;
    std::string named;
    for (std::size_t at = 0; at <= formula.size();) {
        const std::size_t end = std::min(formula.find_first_of("+-", at), formula.size());
        if (!cell_named(formula.substr(at, end - at))) {
            return "";
        }
        named += std::string(named.empty() ? "" : " ") + std::string(formula.substr(at, end - at));
        if (end < formula.size()) {
            differs = differs || formula[end] == '-';
            named += std::string(" ") + (formula[end] == '-' ? "−" : "+");
        }
        at = end + 1;
    }
    return named + (differs ? words("の差", ": their difference") : words("の合計", ": their sum"));
}

class Grounds {
public:
    explicit Grounds(const Context& context) : context_(context) {
        for (const render::SheetWriter* sheet : context.explained) {
            numbers_ += static_cast<std::size_t>(
                std::count_if(sheet->written()->cells.begin(),
                              sheet->written()->cells.end(),
                              [](const auto& cell) { return is_number(cell.second); }));
        }
    }

    [[nodiscard]] std::vector<Ground> gather() const {
        std::vector<Ground> grounds;
        Surroundings around(context_);
        for (const render::SheetWriter* sheet : context_.explained) {
            around.begin_sheet();
            const render::WrittenCells& written = *sheet->written();
            for (auto each = written.cells.begin(); each != written.cells.end(); ++each) {
                const auto& [at, cell] = *each;
                around.enter(written.cells, each);
                if (is_number(cell) || written.explained.contains(at)) {
                    grounds.push_back({.sheet = sheet,
                                       .cell = at,
                                       .row = around.row_label(at.column),
                                       .heading = around.heading(at.column),
                                       .written = &cell,
                                       .basis = basis_of(*sheet, at, cell),
                                       .formula = formula_of(cell)});
                }
                around.pass(at, cell);
            }
        }
        return grounds;
    }

private:
    [[nodiscard]] static std::string formula_of(const render::WrittenCell& cell) {
        const auto* formula = std::get_if<render::FormulaCell>(&cell.content);
        return formula == nullptr ? "" : "=" + formula->formula;
    }

    [[nodiscard]] const render::SheetWriter* sheet_named(std::string_view name) const {
        for (const render::SheetWriter* sheet : context_.explained) {
            if (sheet->name() == name) {
                return sheet;
            }
        }
        return nullptr;
    }

    [[nodiscard]] std::string basis_of(const render::SheetWriter& sheet,
                                       base::CellRef at,
                                       const render::WrittenCell& cell) const {
        const Wording& words = context_.words;
        const auto& explained = sheet.written()->explained;
        if (const auto own = explained.find(at); own != explained.end()) {
            return own->second;
        }
        const auto* formula = std::get_if<render::FormulaCell>(&cell.content);
        if (formula == nullptr && at.column == 0) {
            return words("並び順の番号", "The number of the row");
        }
        if (formula == nullptr) {
            return words("この報告書を作るときに数えた値", "Counted when this book was made");
        }
        if (const std::optional<Reference> other = reference_in(formula->formula)) {
            return basis_of_reference(sheet, *other);
        }
        const std::string sum = basis_of_sum(words, formula->formula);
        return sum.empty() ? words("右の式で計算", "By the formula beside") : sum;
    }

    [[nodiscard]] std::string basis_of_reference(const render::SheetWriter& sheet,
                                                 const Reference& other) const {
        const Wording& words = context_.words;
        const std::string name(other.sheet.empty() ? sheet.name() : other.sheet);
        std::string text = words("「", "The same as ") + name + words("」の", " ") +
                           base::to_a1(other.cell) + words("と同じ値", "");
        const render::SheetWriter* target = sheet_named(name);
        if (numbers_ > most_numbers_told_twice || target == nullptr) {
            return text;
        }
        const auto& cells = target->written()->cells;
        const auto cell = cells.find(other.cell);
        if (cell == cells.end()) {
            return text;
        }
        const auto* formula = std::get_if<render::FormulaCell>(&cell->second.content);
        // A chain is followed one step: each cell of it has a row of its own.
        const auto& explained = target->written()->explained;
        const auto own = explained.find(other.cell);
        if (own != explained.end()) {
            return text + words("。", ". ") + own->second;
        }
        return formula == nullptr || reference_in(formula->formula)
                   ? text
                   : text + words("。", ". ") + basis_of(*target, other.cell, cell->second);
    }

    const Context& context_;
    std::size_t numbers_ = 0;
};

}  // namespace

std::vector<Ground> grounds_of(const Context& context) {
    return Grounds(context).gather();
}

}  // namespace shinchoku::report
