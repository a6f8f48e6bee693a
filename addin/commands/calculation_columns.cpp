#include "commands/calculation_columns.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "calc/assessment.h"
#include "commands/calculation_formula.h"
#include "commands/same_figure.h"
#include "plan/fiscal_year.h"

namespace shinchoku::addin::commands {
namespace {

// A target and an actual of one year, and the cells they stand in.
struct Pair {
    std::size_t measure = 0;
    int year = 0;
    RateCells cells;
    bool has_actual = false;
    bool is_same = true;  // a formula gives what the report gives
};

std::string direction_word(const plan::Indicator& indicator) {
    using plan::DirectionFrom;
    const bool is_told = indicator.direction_from == DirectionFrom::stated ||
                         indicator.direction_from == DirectionFrom::numbers;
    const bool is_side = indicator.direction == plan::Direction::up ||
                         indicator.direction == plan::Direction::down ||
                         indicator.direction == plan::Direction::keep;
    return is_told && is_side ? std::string(plan::name_of(indicator.direction)) : "";
}

bool has_actual(const plan::Indicator& indicator, int year) {
    return std::any_of(indicator.years.begin(), indicator.years.end(), [&](const auto& entry) {
        return entry.year == year && !entry.actual.template is<plan::Blank>();
    });
}

// Finds the pairs of one sheet.
class Gathering {
public:
    Gathering(const ReadBook& book,
              const Templates& templates,
              const BookSchemes& schemes,
              const plan::Date& as_of)
        : book_(book), schemes_(schemes) {
        options_.as_of = as_of;
        options_.schemes = &schemes.all;
        options_.with_outlook = false;
        options_.with_trace = false;
        if (const auto* layout = templates.library.find(book.reading.plan.layout)) {
            options_.layout_method = layout->method;
            options_.layout_tolerance = layout->tolerance;
        }
    }

    [[nodiscard]] std::vector<Pair> pairs_on(std::string_view sheet) const {
        std::vector<Pair> found;
        for (std::size_t i = 0; i < book_.reading.places.size(); ++i) {
            const layout::MeasurePlaces& places = book_.reading.places[i];
            for (std::size_t j = 0; places.sheet == sheet && j < places.indicators.size(); ++j) {
                add(i, j, found);
            }
        }
        return found;
    }

private:
    void add(std::size_t measure, std::size_t number, std::vector<Pair>& found) const {
        const plan::Plan& plan = book_.reading.plan;
        const layout::MeasurePlaces& places = book_.reading.places[measure];
        const layout::IndicatorPlaces& cells = places.indicators[number];
        const plan::Indicator& indicator = plan.measures[measure].indicators[number];
        const sheet::Sheet& sheet =
            book_.workbook.sheets[static_cast<std::size_t>(places.sheet_index)];
        for (const calc::Assessment& assessed :
             calc::assess(indicator, plan.first_year, plan.last_year, schemes_.plan(), options_)) {
            const layout::YearPlaces* const at = layout::find_year(cells.years, assessed.year);
            if (at == nullptr || !at->target || !at->actual) {
                continue;
            }
            Pair pair{measure,
                      assessed.year,
                      {*at->actual,
                       *at->target,
                       cells.baseline,
                       direction_word(indicator),
                       method_word(indicator, assessed)},
                      has_actual(indicator, assessed.year)};
            // Of a year without an actual the report may say that it is not over yet.
            pair.is_same = !pair.has_actual || gives_the_same(sheet, pair.cells, assessed);
            found.push_back(std::move(pair));
        }
    }

    [[nodiscard]] std::string method_word(const plan::Indicator& indicator,
                                          const calc::Assessment& assessed) const {
        const bool is_asked_for =
            indicator.method || !options_.layout_method.empty() || !schemes_.plan().method.empty();
        return is_asked_for && assessed.method ? std::string(calc::name_of(*assessed.method)) : "";
    }

    const ReadBook& book_;
    const BookSchemes& schemes_;
    calc::AssessOptions options_;
};

// Those of years that have an actual anywhere; else those of the years until today.
void keep_years_in_use(std::vector<Pair>& pairs, const plan::Date& as_of) {
    std::set<int> used;
    for (const Pair& pair : pairs) {
        if (pair.has_actual) {
            used.insert(pair.year);
        }
    }
    std::erase_if(pairs, [&](const Pair& pair) {
        return used.empty() ? pair.year > plan::fiscal_year_of(as_of) : !used.contains(pair.year);
    });
}

// Whether the years of an indicator stand side by side.
bool has_years_in_one_row(const std::vector<Pair>& pairs) {
    std::map<std::uint32_t, int> year_of_row;
    return std::any_of(pairs.begin(), pairs.end(), [&](const Pair& pair) {
        return year_of_row.emplace(pair.cells.actual.row, pair.year).first->second != pair.year;
    });
}

// Which of the two-column groups a pair goes to. Years side by side have one each; where each row
// has one year alone there is one for all, and its heading names no year.
class Groups {
public:
    Groups(const std::vector<Pair>& pairs, bool by_year) : by_year_(by_year) {
        std::map<std::pair<std::uint32_t, int>, int> seen;  // of a row and a year
        for (const Pair& pair : pairs) {
            const int year = by_year_ ? pair.year : 0;
            const int place = seen[{pair.cells.actual.row, year}]++;
            of_pairs_.emplace_back(year, place);
            all_.insert(of_pairs_.back());
        }
    }

    [[nodiscard]] std::uint32_t of_pair(std::size_t i) const {
        return static_cast<std::uint32_t>(std::distance(all_.begin(), all_.find(of_pairs_.at(i))));
    }
    [[nodiscard]] std::string year_words(std::size_t i) const {
        return by_year_ ? "（" + plan::wareki(of_pairs_.at(i).first) + "年度）" : "";
    }

private:
    bool by_year_;
    std::vector<std::pair<int, int>> of_pairs_;
    std::set<std::pair<int, int>> all_;  // by year, then by place in the row
};

void add_formulas(CalculationColumns& columns, const RateCells& cells, base::CellRef at) {
    const base::CellRef beside{at.row, at.column + 1};
    columns.formulas.push_back({at, rate_formula(cells, at)});
    columns.formulas.push_back({beside, status_formula(cells, beside)});
}

void add_headings(CalculationColumns& columns, base::CellRef at, const std::string& year_words) {
    columns.headings.push_back({at, "達成率%" + year_words});
    columns.headings.push_back({{at.row, at.column + 1}, "状況" + year_words});
}

void measure(CalculationColumns& columns) {
    std::set<std::uint32_t> rows;
    std::optional<base::CellRange> area;
    for (const NewCell& each : columns.formulas) {
        rows.insert(each.at.row);
        base::widen(area, {each.at, each.at});
    }
    for (const NewCell& each : columns.headings) {
        base::widen(area, {each.at, each.at});
    }
    columns.rows = rows.size();
    columns.area = area.value_or(base::CellRange{});
}

// A heading above the first row of each form, in each group that the form has formulas in.
void add_all_headings(CalculationColumns& columns,
                      const std::vector<Pair>& pairs,
                      const Groups& groups,
                      std::uint32_t first_column) {
    std::set<std::uint32_t> taken;
    std::map<std::size_t, std::uint32_t> first_rows;  // of measures
    for (const Pair& pair : pairs) {
        taken.insert(pair.cells.actual.row);
        const auto [known, is_new] = first_rows.emplace(pair.measure, pair.cells.actual.row);
        known->second = std::min(known->second, pair.cells.actual.row);
    }
    std::set<base::CellRef> made;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const std::uint32_t first_row = first_rows.at(pairs[i].measure);
        if (first_row == 0 || taken.contains(first_row - 1)) {
            continue;  // the row above is another form's, which has its headings
        }
        const base::CellRef at{first_row - 1, first_column + 2 * groups.of_pair(i)};
        if (made.insert(at).second) {
            add_headings(columns, at, groups.year_words(i));
        }
    }
}

}  // namespace

base::Result<CalculationColumns> columns_of_book(const ReadBook& book,
                                                 const Templates& templates,
                                                 std::string_view sheet,
                                                 const plan::Date& as_of,
                                                 std::uint32_t first_column) {
    const base::Result<BookSchemes> schemes = schemes_of(book, templates);
    if (!schemes) {
        return schemes.error();
    }
    std::vector<Pair> pairs = Gathering(book, templates, schemes.value(), as_of).pairs_on(sheet);
    const bool by_year = has_years_in_one_row(pairs);
    keep_years_in_use(pairs, as_of);
    CalculationColumns columns;
    columns.different = static_cast<std::size_t>(
        std::erase_if(pairs, [](const Pair& pair) { return !pair.is_same; }));
    const Groups groups(pairs, by_year);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const base::CellRef at{pairs[i].cells.actual.row, first_column + 2 * groups.of_pair(i)};
        add_formulas(columns, pairs[i].cells, at);
    }
    add_all_headings(columns, pairs, groups, first_column);
    measure(columns);
    return columns;
}

CalculationColumns columns_of_selection(const base::CellRange& selection,
                                        const std::vector<bool>& is_filled,
                                        std::uint32_t first_column) {
    CalculationColumns columns;
    const std::uint32_t target = selection.first.column;
    for (std::uint32_t row = selection.first.row; row <= selection.last.row; ++row) {
        if (!is_filled.at(row - selection.first.row)) {
            continue;
        }
        RateCells cells{.actual = {row, target + 1},
                        .target = {row, target},
                        .baseline = std::nullopt,
                        .direction = "",
                        .method = ""};
        if (selection.last.column - target >= 2) {
            cells.baseline = {row, target + 2};
        }
        add_formulas(columns, cells, {row, first_column});
    }
    if (!columns.formulas.empty() && columns.formulas.front().at.row > 0) {
        add_headings(columns, {columns.formulas.front().at.row - 1, first_column}, "");
    }
    measure(columns);
    return columns;
}

bool has_calculation_columns(const ReadBook& book, std::string_view sheet) {
    return std::any_of(
        book.workbook.sheets.begin(), book.workbook.sheets.end(), [&](const auto& each) {
            return each.name == sheet &&
                   std::any_of(each.formulas.begin(), each.formulas.end(), [](const auto& formula) {
                       return formula.find("SHINCHOKU.STATUS(") != formula.npos;
                   });
        });
}

}  // namespace shinchoku::addin::commands
