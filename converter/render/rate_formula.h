#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/a1.h"
#include "calc/assessment.h"
#include "render/block.h"
#include "render/method_formula.h"

namespace shinchoku::render {

// Where the by-year and other fields of each element stand in a block, for formulas.
class FieldAddresses {
public:
    // `first` is where the block's first cell stands on its sheet.
    FieldAddresses(const Block& block, base::CellRef first);

    [[nodiscard]] std::optional<base::CellRef> find(const plan::Indicator* indicator,
                                                    layout::FieldId id,
                                                    int year) const;

    // The same for what a formula of the layout names: the cell of its own element, which need not
    // hold anything yet. `list` is the one the name is written with, "" for the row's own.
    [[nodiscard]] std::optional<base::CellRef> find_beside(std::size_t row,
                                                           const std::string& list,
                                                           layout::FieldId id,
                                                           int year) const;

private:
    // An element is known by its first row; what stands outside repeats by its list.
    struct Owner {
        std::size_t first_row = 0;
        std::string list;
        auto operator<=>(const Owner&) const = default;
    };

    std::map<std::tuple<const plan::Indicator*, layout::FieldId, int>, base::CellRef> cells_;
    std::map<std::tuple<Owner, layout::FieldId, int>, base::CellRef> drawn_;
    std::vector<std::optional<std::size_t>> first_rows_;  // of each row's element
};

// The formulas of a block. 達成率 is the layout's own text where the method of its cell is simple,
// and that method's formula elsewhere; the value a reader sees first is computed with it.
class FormFormulas {
public:
    FormFormulas(const Block& block, base::CellRef first);

    [[nodiscard]] FormulaCell formula_of(const FieldPlace& place);

private:
    [[nodiscard]] std::string layout_text(const std::string& text, const FieldPlace& place) const;
    [[nodiscard]] const calc::Assessment* assessment_of(const plan::Indicator& indicator, int year);
    [[nodiscard]] RateTerm term(const plan::Indicator& indicator,
                                const plan::Value* value,
                                layout::FieldId id,
                                int year) const;
    [[nodiscard]] std::optional<RateTerm> final_target(const plan::Indicator& indicator) const;
    [[nodiscard]] std::optional<RateTerm> reference(const plan::Indicator& indicator,
                                                    int year) const;
    [[nodiscard]] std::optional<RateTerm> sum_of_actuals(const plan::Indicator& indicator,
                                                         int year) const;
    [[nodiscard]] RateTerms terms_of(const plan::Indicator& indicator,
                                     int year,
                                     calc::Method method) const;
    [[nodiscard]] FormulaCell rate(const FieldPlace& place,
                                   const plan::Indicator& indicator,
                                   int year,
                                   const std::string& simple_text);

    const Block* block_;
    FieldAddresses addresses_;
    std::map<const plan::Indicator*, std::vector<calc::Assessment>> assessments_;
};

}  // namespace shinchoku::render
