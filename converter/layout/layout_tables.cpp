#include "layout/layout_tables.h"

#include <algorithm>
#include <string>
#include <utility>

#include "layout/toml_table.h"
#include "layout/vocabulary.h"
#include "plan/fiscal_year.h"

namespace shinchoku::layout {
namespace {

// Fiscal years a plan may have: from the first year of Meiji on.
constexpr int earliest_year = 1868;
constexpr int latest_year = 2999;
constexpr int most_years = 100;
constexpr std::string_view text_path = "texts.";

const TomlValue* child(const TomlValue& table, std::string_view key) {
    const TomlEntry* entry = table.find(key);
    return entry == nullptr ? nullptr : &entry->value;
}

void read_plan(const TomlValue& root, Layout& layout, Diagnostics& diagnostics) {
    TableReader plan(child(root, "plan"), "plan", diagnostics);
    layout.plan_id = layout.id;
    layout.plan_title = layout.title;
    plan.text("id", layout.plan_id);
    plan.text("title", layout.plan_title);
    plan.text("municipality", layout.municipality);
    plan.text("municipality_code", layout.municipality_code);
    plan.finish();
}

void check_year_example(const TomlValue* value, Diagnostics& diagnostics) {
    if (value == nullptr || value->kind != TomlValue::Kind::text ||
        plan::parse_fiscal_year(value->text)) {
        return;
    }
    diagnostics.error("year_example",
                      value->place,
                      {"「" + value->text + "」は年度の見本になりません。",
                       "\"" + value->text + "\" is no example of a fiscal year."},
                      {"「令和8年度」「R8」「2026」「2026（R8）」のように書いてください。",
                       "Write it as in 令和8年度, R8, 2026 or 2026（R8）."});
}

void read_years(const TomlValue& root, Layout& layout, Diagnostics& diagnostics) {
    TableReader years(child(root, "years"), "years", diagnostics);
    layout.year_count = 1;
    layout.year_heading = "令和8年度";
    years.required_integer("first", earliest_year, latest_year, layout.first_year);
    years.required_integer("count", 1, most_years, layout.year_count);
    years.text("heading", layout.year_heading);
    check_year_example(years.value("heading"), diagnostics);
    years.finish();
}

void read_page(const TomlValue& root, Layout& layout, Diagnostics& diagnostics) {
    TableReader page(child(root, "page"), "page", diagnostics);
    page.word("paper", {"A4", "A3", "A5", "B4", "B5"}, layout.page.paper);
    page.word("orientation", {"portrait", "landscape"}, layout.page.orientation);
    page.word("fit", {"page", "width"}, layout.page.fit);
    page.word("margins", {"normal", "narrow", "wide"}, layout.page.margins);
    page.text("header", layout.page.header);
    page.text("footer", layout.page.footer);
    page.number_as_text("titles", layout.page.titles);
    page.finish();
}

void read_sheet(const TomlValue& root, Layout& layout, Diagnostics& diagnostics) {
    TableReader sheet(child(root, "sheet"), "sheet", diagnostics);
    std::string block = "measure";
    std::string place = "sheet";
    std::string picture;
    sheet.word("block", {"measure", "plan"}, block);
    sheet.word("place", {"sheet", "stack"}, place);
    sheet.integer("gap", 0, 100, layout.gap_rows);
    sheet.text("name", layout.sheet_name);
    sheet.required_text("picture", picture);
    sheet.finish();
    layout.block = block == "plan" ? BlockOf::plan : BlockOf::measure;
    layout.place = place == "stack" ? Place::stack : Place::sheet;
}

void read_titles(const TomlValue* table,
                 std::string_view name,
                 std::vector<OutlineEntry>& into,
                 Diagnostics& diagnostics) {
    if (table == nullptr) {
        return;
    }
    if (table->kind != TomlValue::Kind::table) {
        report_kind(*table, {"番号 = \"名称\" の表", "a table of id = \"title\""}, diagnostics);
        return;
    }
    TableReader titles(table, name, diagnostics);
    for (const TomlEntry& entry : table->entries) {
        OutlineEntry line{entry.key, ""};
        titles.text(entry.key, line.title);
        into.push_back(std::move(line));
    }
}

void read_outline(const TomlValue& root, Layout& layout, Diagnostics& diagnostics) {
    TableReader outline(child(root, "outline"), "outline", diagnostics);
    read_titles(outline.value("groups"), "outline.groups", layout.group_outline, diagnostics);
    read_titles(outline.value("measures"), "outline.measures", layout.measure_outline, diagnostics);
    outline.finish();
}

// names = [...], and beside it old = "new" for a department that was renamed.
void read_departments(const TomlValue& root, Layout& layout, Diagnostics& diagnostics) {
    const TomlValue* table = child(root, "departments");
    TableReader departments(table, "departments", diagnostics);
    departments.texts("names", layout.departments.names);
    if (!departments.is_there()) {
        return;
    }
    for (const TomlEntry& entry : table->entries) {
        if (entry.key != "names") {
            std::string& renamed = layout.departments.renamed[entry.key];
            departments.text(entry.key, renamed);
        }
    }
}

void read_calculation(const TomlValue& root, Layout& layout, Diagnostics& diagnostics) {
    TableReader calculation(child(root, "calculation"), "calculation", diagnostics);
    calculation.text("scheme", layout.scheme);
    calculation.word("method",
                     {"simple",
                      "inverse",
                      "mirror",
                      "progress",
                      "pace",
                      "keep",
                      "limit",
                      "trend",
                      "cumulative",
                      "steps"},
                     layout.method);
    calculation.number_as_text("tolerance", layout.tolerance);
    calculation.word("direction", {"up", "down", "keep", "within", "none"}, layout.direction);
    calculation.finish();
}

std::vector<std::string> where_keys(ListOf of) {
    switch (of) {
        case ListOf::indicators:
            return {"category", "name", "unit", "direction", "note"};
        case ListOf::schedule:
            return {"group", "label", "leading"};
        case ListOf::approaches:
            return {"text", "leading"};
        case ListOf::footnotes:
            return {"mark"};
        case ListOf::lines:
            return {};
    }
    return {};
}

void read_where(const TomlValue* where, List& list, Diagnostics& diagnostics) {
    if (where == nullptr) {
        return;
    }
    if (where->kind != TomlValue::Kind::table) {
        report_kind(*where, {"{ category = \"…\" } の形", "{ category = \"…\" }"}, diagnostics);
        return;
    }
    const std::vector<std::string> known = where_keys(list.of);
    TableReader keys(where, "where", diagnostics);
    for (const TomlEntry& entry : where->entries) {
        if (std::find(known.begin(), known.end(), entry.key) == known.end()) {
            diagnostics.error("unknown_where",
                              entry.place,
                              {"where に「" + entry.key + "」は使えません。",
                               "\"" + entry.key + "\" cannot stand in where."},
                              name_hint(entry.key, known));
            continue;
        }
        keys.text(entry.key, list.where[entry.key]);
    }
}

// "texts.related_plans" -> "related_plans"; reported where it is no text of a measure.
std::string text_key_of(const TomlValue& value, Diagnostics& diagnostics) {
    if (value.kind == TomlValue::Kind::text && value.text.starts_with(text_path) &&
        value.text.size() > text_path.size()) {
        return value.text.substr(text_path.size());
    }
    report_kind(value, {"「texts.名前」の形", "\"texts.KEY\""}, diagnostics);
    return "";
}

void read_list(const TomlEntry& entry, Layout& layout, Diagnostics& diagnostics) {
    List list;
    list.name = entry.key;
    TableReader reader(&entry.value, "lists." + entry.key, diagnostics);
    const TomlValue* of = reader.value("of");
    const TomlValue* lines = reader.value("lines");
    const TomlValue* where = reader.value("where");
    reader.texts("columns", list.columns);
    reader.integer("only", 1, 99, list.only);
    reader.finish();
    if ((of == nullptr) == (lines == nullptr)) {
        diagnostics.error("list_kind",
                          entry.place,
                          {"一覧「" + entry.key + "」に of か lines のどちらか一つが要ります。",
                           "The list \"" + entry.key + "\" needs either of or lines."},
                          {"of = \"indicators\" のように書いてください。",
                           "Write it as in of = \"indicators\"."});
        return;
    }
    if (lines != nullptr) {
        list.of = ListOf::lines;
        list.text_key = text_key_of(*lines, diagnostics);
        if (list.columns.empty()) {
            diagnostics.error("list_columns",
                              entry.place,
                              {"一覧「" + entry.key + "」に列の名前（columns）がありません。",
                               "The list \"" + entry.key + "\" names no columns."},
                              {"columns = [\"名称\", \"期間\"] のように書いてください。",
                               "Write it as in columns = [\"名称\", \"期間\"]."});
        }
    } else if (expect_word(
                   *of, {"indicators", "schedule", "approaches", "footnotes"}, diagnostics)) {
        list.of = of->text == "schedule"     ? ListOf::schedule
                  : of->text == "approaches" ? ListOf::approaches
                  : of->text == "footnotes"  ? ListOf::footnotes
                                             : ListOf::indicators;
    }
    read_where(where, list, diagnostics);
    layout.lists.insert_or_assign(list.name, std::move(list));
}

void read_lists(const TomlValue& root, Layout& layout, Diagnostics& diagnostics) {
    layout.lists = built_in_lists();
    const TableReader lists(child(root, "lists"), "lists", diagnostics);
    if (lists.is_there()) {
        for (const TomlEntry& entry : child(root, "lists")->entries) {
            read_list(entry, layout, diagnostics);
        }
    }
}

void read_formulas(const TomlValue& root, Layout& layout, Diagnostics& diagnostics) {
    const TableReader formulas(child(root, "formulas"), "formulas", diagnostics);
    if (!formulas.is_there()) {
        return;
    }
    for (const TomlEntry& entry : child(root, "formulas")->entries) {
        Formula& formula = layout.formulas[entry.key];
        TableReader reader(&entry.value, "formulas." + entry.key, diagnostics);
        reader.required_text("text", formula.text);
        reader.text("format", formula.format);
        reader.finish();
    }
}

void read_marks(const TomlValue& root, Layout& layout, Diagnostics& diagnostics) {
    TableReader marks(child(root, "marks"), "marks", diagnostics);
    if (!marks.is_there()) {
        return;
    }
    for (const TomlEntry& entry : child(root, "marks")->entries) {
        marks.word(entry.key,
                   {"new", "expanded", "none", "bar", "same", "more", "less"},
                   layout.marks[entry.key]);
    }
}

void read_bold(TableReader& reader, Style& style, Diagnostics& diagnostics) {
    const TomlValue* bold = reader.value("bold");
    if (bold == nullptr) {
        return;
    }
    if (bold->kind == TomlValue::Kind::boolean) {
        style.bold = bold->boolean;
    } else {
        report_kind(*bold, {" true か false ", "true or false"}, diagnostics);
    }
}

void read_styles(const TomlValue& root, Layout& layout, Diagnostics& diagnostics) {
    const TableReader styles(child(root, "styles"), "styles", diagnostics);
    if (!styles.is_there()) {
        return;
    }
    for (const TomlEntry& entry : child(root, "styles")->entries) {
        Style& style = layout.styles[entry.key];
        TableReader reader(&entry.value, "styles." + entry.key, diagnostics);
        reader.text("font", style.font);
        reader.number("size", style.size_points);
        read_bold(reader, style, diagnostics);
        reader.text("fill", style.fill);
        reader.text("color", style.color);
        reader.word("border", {"none", "thin", "medium", "thick"}, style.border);
        reader.word("align", {"left", "center", "right"}, style.align);
        reader.word("valign", {"top", "center", "bottom"}, style.valign);
        reader.text("format", style.number_format);
        reader.finish();
    }
}

// [labels] and [fields] are read after the picture; that they are tables is checked here.
void check_top_keys(TableReader& top, Diagnostics& diagnostics) {
    for (const std::string_view table : {"plan",
                                         "outline",
                                         "departments",
                                         "calculation",
                                         "years",
                                         "page",
                                         "sheet",
                                         "lists",
                                         "formulas",
                                         "marks",
                                         "styles"}) {
        static_cast<void>(top.value(table));
    }
    for (const std::string_view table : {"labels", "fields"}) {
        static_cast<void>(TableReader(top.value(table), table, diagnostics));
    }
    top.finish();
}

}  // namespace

void read_tables(const TomlValue& root, Layout& layout, Diagnostics& diagnostics) {
    TableReader top(&root, "", diagnostics);
    top.required_text("layout", layout.id);
    top.text("title", layout.title);
    check_top_keys(top, diagnostics);
    read_plan(root, layout, diagnostics);
    read_years(root, layout, diagnostics);
    read_page(root, layout, diagnostics);
    read_sheet(root, layout, diagnostics);
    read_outline(root, layout, diagnostics);
    read_departments(root, layout, diagnostics);
    read_calculation(root, layout, diagnostics);
    read_lists(root, layout, diagnostics);
    read_formulas(root, layout, diagnostics);
    read_marks(root, layout, diagnostics);
    read_styles(root, layout, diagnostics);
}

void read_own_fields(const TomlValue& root, FieldNames& names, Diagnostics& diagnostics) {
    const TomlValue* table = child(root, "fields");
    if (table == nullptr || table->kind != TomlValue::Kind::table) {
        return;  // reported with the other fields
    }
    for (const TomlEntry& entry : table->entries) {
        const TomlValue* is = child(entry.value, "is");
        if (is == nullptr) {
            continue;
        }
        const Word* word = is->kind == TomlValue::Kind::text ? find_word(is->text) : nullptr;
        Field field;
        field.name = entry.key;
        if (word != nullptr) {
            field.id = word->id;
            field.text_key = word->text_key;
        } else {
            field.id = FieldId::text;
            field.text_key = text_key_of(*is, diagnostics);
        }
        names.add_own(entry.key, std::move(field));
    }
}

}  // namespace shinchoku::layout
