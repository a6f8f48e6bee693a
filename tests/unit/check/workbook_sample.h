#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "../layout/bind_sample.h"
#include "check/workbook_rules.h"
#include "layout/bind.h"
#include "layout/identity.h"

namespace shinchoku::check {

// A workbook of Minami-Alps forms as the program draws them, with short texts of our own: labels in
// column A, targets in B11:F11, actuals in B12:F12, rates in B13:F13, grades, reasons and what is
// next below. It can be changed as people change theirs.
class FormBook {
public:
    explicit FormBook(int measures = 1) : layout_(layout::load_fixture("minami_alps")) {
        layout::TestBook drawn;
        for (int number = 1; number <= measures; ++number) {
            layout::TestSheet sheet = layout::minami_sheet_with_evaluation();
            sheet.name = "1-1-" + std::to_string(number);
            sheet.set("B3", "取組み" + std::to_string(number));
            drawn.sheets.push_back(std::move(sheet));
        }
        book = drawn.workbook();
        attached.styles.emplace_back();
        for (sheet::Sheet& sheet : book.sheets) {
            sheet::SheetAttachments& own = attached.sheets.emplace_back();
            own.column_widths = {{0, 0, 16}, {1, 5, 18}};
            for (std::uint32_t row = 0; row < 16; ++row) {
                own.row_heights.push_back({row, 40, true});
            }
            const char* const columns = "BCDEF";
            for (std::size_t i = 0; i < 5; ++i) {
                const std::string column(1, columns[i]);
                sheet.formulas[i] = "IF(AND(ISNUMBER(" + column + "12),ISNUMBER(" + column +
                                    "11))," + column + "12/" + column + "11,\"\")";
            }
        }
    }

    [[nodiscard]] sheet::Sheet& sheet(std::size_t number = 0) { return book.sheets[number]; }
    [[nodiscard]] sheet::SheetAttachments& attached_to(std::size_t number = 0) {
        return attached.sheets[number];
    }

    // The cell, made where there is none.
    sheet::Cell& cell(std::string_view a1, std::size_t number = 0) {
        const base::CellRef at = *base::parse_a1(a1);
        std::vector<sheet::Cell>& cells = sheet(number).cells;
        auto found = std::lower_bound(
            cells.begin(), cells.end(), at, [](const sheet::Cell& one, base::CellRef sought) {
                return one.at < sought;
            });
        if (found == cells.end() || found->at != at) {
            found = cells.insert(found, sheet::Cell{.at = at});
        }
        return *found;
    }
    void text(std::string_view a1, const std::string& text, std::size_t number = 0) {
        sheet::Cell& own = cell(a1, number);
        own.type = text.empty() ? sheet::CellType::blank : sheet::CellType::text;
        own.text = book.owned_texts.emplace_back(text);
        own.formula = sheet::no_formula;
    }
    void number(std::string_view a1, double value) {
        sheet::Cell& own = cell(a1);
        own.type = sheet::CellType::number;
        own.number = value;
        own.formula = sheet::no_formula;
    }
    void formula(std::string_view a1, const std::string& text) {
        sheet::Cell& own = cell(a1);
        own.type = sheet::CellType::number;
        own.formula = static_cast<std::uint32_t>(sheet().formulas.size());
        sheet().formulas.push_back(text);
    }
    void style(std::string_view a1, const sheet::CellStyle& style) {
        const std::size_t index = static_cast<std::size_t>(&cell(a1) - sheet().cells.data());
        std::vector<std::uint32_t>& styles = attached_to().style_of_cell;
        styles.resize(sheet().cells.size());
        styles[index] = static_cast<std::uint32_t>(attached.styles.size());
        attached.styles.push_back(style);
    }
    // As the program marks its own forms.
    void make_own() {
        plan::Plan plan;
        plan.id = "test";
        plan.layout = layout_.id;
        plan.first_year = 2026;
        plan.last_year = 2030;
        book.properties.custom = layout::plan_properties(plan);
        for (std::uint32_t i = 0; i < book.sheets.size(); ++i) {
            book.names.push_back(
                {"_xlnm.Print_Area", "'" + book.sheets[i].name + "'!$A$1:$F$16", i, false});
        }
    }

    [[nodiscard]] std::vector<base::Finding> check() const {
        const layout::Reading reading = layout::bind(book, {&layout_}, {"book.xlsx", nullptr});
        EXPECT_EQ(reading.places.size(), book.sheets.size());
        const std::map<std::string, const layout::Layout*> layouts{{layout_.id, &layout_}};
        return check_workbook(book,
                              attached,
                              reading,
                              {.file = "book.xlsx",
                               .layouts = layouts,
                               .profile = profile,
                               .distributed = distributed,
                               .deadline = deadline});
    }
    // "C13 warning B12", in order of place.
    [[nodiscard]] std::vector<std::string> lines() const { return layout::lines_of(check()); }

    // As a city's own file has it.
    [[nodiscard]] layout::Layout& layout() { return layout_; }

    sheet::Workbook book;
    sheet::Attachments attached;
    std::optional<plan::Date> distributed;
    std::optional<plan::Date> deadline;
    Profile profile = Profile::form;

private:
    layout::Layout layout_;
};

// What is changed in a clean book, and all that is then said.
struct BookCase {
    const char* why;
    std::function<void(FormBook&)> change;
    std::vector<std::string> expected;
};

inline void expect_books(const std::vector<BookCase>& cases, int measures = 1) {
    for (const BookCase& c : cases) {
        FormBook book(measures);
        c.change(book);
        EXPECT_EQ(book.lines(), c.expected) << c.why;
    }
}

}  // namespace shinchoku::check
