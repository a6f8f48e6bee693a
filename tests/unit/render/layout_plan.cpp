#include "layout_plan.h"

#include <utility>

#include "../../generators/sample_values.h"

namespace shinchoku::generators {

plan::Plan LayoutPlans::make() {
    plan_ = {};
    headings_.clear();
    choose_baseline_year();  // a table of all measures has one head over them
    plan_.id = layout_.plan_id;
    plan_.layout = layout_.id;
    plan_.title = "計画の名称";
    plan_.municipality = layout_.municipality;
    plan_.municipality_code = layout_.municipality_code;
    plan_.first_year = layout_.first_year;
    plan_.last_year = layout_.last_year();
    const bool tops = drawn_.of_measure(FieldId::top_group_title) != nullptr;
    const int groups = tops ? random_.between(1, 2) : 1;
    for (int group = 1; group <= groups; ++group) {
        add_groups(tops ? std::to_string(group) : std::string(), group);
    }
    plan_.groups.insert(plan_.groups.end(), headings_.begin(), headings_.end());
    return plan_;
}

void LayoutPlans::add_groups(const std::string& top, int number) {
    if (!top.empty()) {
        const DrawnPlace* place = drawn_.of_measure(FieldId::top_group_number);
        const std::string words = place == nullptr ? "" : place->words;
        plan_.groups.push_back({top, std::nullopt, words + top, "方針" + top});
    }
    const bool nearest = drawn_.of_measure(FieldId::nearest_group) != nullptr;
    static const std::vector<std::string> circled = {"①", "②"};
    for (int item = 1; item <= (nearest ? 2 : 1); ++item) {
        std::string group = top;
        if (nearest) {
            group += (top.empty() ? "" : "-") + std::to_string(item);
            plan_.groups.push_back({group,
                                    top.empty() ? std::nullopt : std::optional(top),
                                    circled[static_cast<std::size_t>(item - 1)],
                                    "項目" + std::to_string(number) + "の" + std::to_string(item)});
        }
        for (int count = random_.between(1, 3); count > 0; --count) {
            add_measure(group);
        }
    }
}

void LayoutPlans::add_measure(const std::string& group) {
    const std::string number = std::to_string(plan_.measures.size() + 1);
    plan::Measure measure;
    measure.id = group.empty() ? number : group + "-" + number;
    measure.group = group;
    if (const DrawnPlace* place = drawn_.of_measure(FieldId::measure_number)) {
        measure.label = place->words + number;
    }
    measure.title = "施策の名称" + number + plain_text();
    if (drawn_.of_measure(FieldId::departments) != nullptr) {
        static const std::vector<std::string> names = {"納税課", "企画政策課", "関係課"};
        for (int count = random_.between(0, 2); count > 0; --count) {
            measure.departments.push_back(random_.pick(names));
        }
    }
    for (const DrawnPlace& place : drawn_.texts()) {
        measure.texts[place.field.text_key] = random_.one_in(4)        ? std::string()
                                              : !place.choices.empty() ? random_.pick(place.choices)
                                                                       : odd_text(random_);
    }
    add_lines(measure);
    add_indicators(measure);
    add_schedule(measure);
    add_approaches(measure);
    add_footnotes(measure);
    plan_.measures.push_back(std::move(measure));
}

// Texts kept as rows: parts hold no tab and no line break, the last of a row is filled.
void LayoutPlans::add_lines(plan::Measure& measure) {
    for (const std::string& name : drawn_.lists_of(ListOf::lines)) {
        const layout::List& list = layout_.lists.at(name);
        std::string text;
        for (int row = 1; row <= random_.between(0, 4); ++row) {
            text += text.empty() ? "" : "\n";
            for (std::size_t column = 0; column < list.columns.size(); ++column) {
                const bool number = list.columns[column] == "番号";
                text += (column == 0 ? "" : "\t") +
                        (number ? std::to_string(row) : "文" + plain_text());
            }
        }
        measure.texts[list.text_key] = text;
    }
}

void LayoutPlans::add_indicators(plan::Measure& measure) {
    if (layout_.block == layout::BlockOf::measure) {
        choose_baseline_year();
    }
    if (has_indicator("")) {
        add_indicator(measure, "", nullptr);
    }
    for (const std::string& name : drawn_.lists_of(ListOf::indicators)) {
        const layout::List& list = layout_.lists.at(name);
        const int count = list.only > 0 ? list.only : random_.between(0, 4);
        const bool sorted = random_.one_in(2);
        for (int number = 0; number < count; ++number) {
            add_indicator(measure, name, &list);
            if (drawn_.find(name, FieldId::indicator_category) != nullptr && sorted) {
                measure.indicators.back().category = 2 * number < count ? "行政指標" : "市民指標";
            }
        }
    }
    add_evaluations(measure, "", std::nullopt);
}

void LayoutPlans::choose_baseline_year() {
    baseline_year_ = random_.one_in(4) ? std::nullopt
                                       : std::optional(layout_.first_year - random_.between(1, 3));
}

bool LayoutPlans::has_indicator(const std::string& list) const {
    for (const FieldId id : {FieldId::indicator_name, FieldId::target, FieldId::actual}) {
        if (drawn_.find(list, id) != nullptr) {
            return true;
        }
    }
    return false;
}

void LayoutPlans::add_indicator(plan::Measure& measure,
                                const std::string& list_name,
                                const layout::List* list) {
    plan::Indicator indicator;
    indicator.id = measure.id + "/" + std::to_string(measure.indicators.size() + 1);
    static const std::vector<std::string> names = {
        "市税収納率", "寄附金額（億円）", "件数(件)", "累計の数", "満足度", "導入"};
    if (drawn_.find(list_name, FieldId::indicator_name) != nullptr) {
        indicator.name = random_.pick(names);
    }
    plan::IndicatorCells cells;
    const bool fixed = list != nullptr && list->only > 0;  // there, so not wholly blank
    if (drawn_.find(list_name, FieldId::indicator_unit) != nullptr &&
        (fixed || !random_.one_in(3))) {
        cells.unit_column = random_.pick(std::vector<std::string>{"件", "%", "千人", "m²"});
    }
    fix_keys(indicator, cells, list);
    const DrawnPlace* direction = drawn_.find(list_name, FieldId::indicator_direction);
    if (direction != nullptr && !direction->choices.empty() && random_.one_in(2)) {
        cells.stated_direction = random_.pick(direction->choices);
    }
    if (drawn_.find(list_name, FieldId::indicator_note) != nullptr && random_.one_in(2)) {
        indicator.note = "備えて書く" + plain_text();
    }
    add_baseline(indicator, list_name);
    for (int year = layout_.first_year; year <= layout_.last_year(); ++year) {
        add_year(indicator, list_name, year);
    }
    if (!cells.stated_direction && !layout_.direction.empty()) {
        cells.stated_direction = layout_.direction;
    }
    plan::settle_indicator(indicator, cells);
    measure.indicators.push_back(std::move(indicator));
    if (list != nullptr) {
        add_evaluations(measure, list_name, measure.indicators.back().id);
    }
}

// What the list fixes, and the wording of a label that is data.
void LayoutPlans::fix_keys(plan::Indicator& indicator,
                           plan::IndicatorCells& cells,
                           const layout::List* list) {
    for (const auto& [drawn, variants] : layout_.labels) {
        if (variants.keep == "区分") {
            std::vector<std::string> wordings = variants.accepted;
            wordings.push_back(drawn);
            indicator.category = random_.pick(wordings);
        }
    }
    if (list == nullptr) {
        return;
    }
    for (const auto& [key, text] : list->where) {
        if (key == "category") {
            indicator.category = text;
        } else if (key == "name") {
            indicator.name = text;
        } else if (key == "unit") {
            cells.unit_column = text;
        }
    }
}

void LayoutPlans::add_baseline(plan::Indicator& indicator, const std::string& list) {
    if (drawn_.find(list, FieldId::baseline_value) == nullptr) {
        return;
    }
    static const std::vector<std::string> noted = {
        "87.8 (R3)", "0%(H29年)", "—(R2)", "88.1% (2022)", "7.2（直近3回の平均）"};
    plan::Value value = random_.one_in(5)   ? plan::blank_value()
                        : random_.one_in(3) ? plan::read_text(random_.pick(noted))
                                            : any_value(random_);
    const bool headed = drawn_.of_measure(FieldId::baseline_year) != nullptr;
    indicator.baseline = {headed ? baseline_year_ : std::nullopt, std::move(value)};
}

void LayoutPlans::add_year(plan::Indicator& indicator, const std::string& list, int year) {
    plan::YearEntry entry;
    entry.year = year;
    entry.target = holds(list, FieldId::target, year) ? value() : plan::blank_value();
    entry.actual = holds(list, FieldId::actual, year) ? value() : plan::blank_value();
    if (drawn_.find(list, FieldId::note) != nullptr && random_.one_in(2)) {
        entry.note = "予定どおり" + plain_text();
    }
    if (!entry.target.is<plan::Blank>() || !entry.actual.is<plan::Blank>() || !entry.note.empty()) {
        indicator.years.push_back(std::move(entry));
    }
}

plan::Value LayoutPlans::value() {
    return random_.one_in(3) ? plan::blank_value() : any_value(random_);
}

bool LayoutPlans::holds(const std::string& list, FieldId id, int year) const {
    for (const DrawnPlace& place : drawn_.in(list)) {
        const layout::YearPin pin = place.field.pin;
        if (place.field.id == id &&
            (pin == layout::YearPin::none ||
             (pin == layout::YearPin::last && year == layout_.last_year()) ||
             (pin == layout::YearPin::year && year == place.field.pinned_year))) {
            return true;
        }
    }
    return false;
}

// Of one line, without blanks at its ends.
std::string LayoutPlans::plain_text() {
    static const std::vector<std::string> texts = {
        "", "の推進", "<&>\"'", "😀と𠮷野家", " 2026年の", "（A）", "=1+1", "|＼\\{年}", "葛󠄀飾"};
    return random_.pick(texts);
}

void LayoutPlans::add_evaluations(plan::Measure& measure,
                                  const std::string& list,
                                  const std::optional<std::string>& indicator) {
    // A box that is drawn once holds a judgement of no year.
    const auto text = [&](FieldId id, bool by_year) {
        const DrawnPlace* place = drawn_.find(list, id);
        return place == nullptr || place->by_year != by_year || random_.one_in(3) ? std::string()
               : place->choices.empty() ? odd_text(random_)
                                        : random_.pick(place->choices);
    };
    const auto add = [&](std::optional<int> year) {
        plan::Evaluation evaluation;
        evaluation.indicator = indicator;
        evaluation.year = year;
        evaluation.grade = text(FieldId::grade, year.has_value());
        evaluation.reason = text(FieldId::reason, year.has_value());
        evaluation.next = text(FieldId::next, year.has_value());
        if (!evaluation.grade.empty() || !evaluation.reason.empty() || !evaluation.next.empty()) {
            measure.evaluations.push_back(std::move(evaluation));
        }
    };
    add(std::nullopt);
    for (int year = layout_.first_year; year <= layout_.last_year(); ++year) {
        add(year);
    }
}

void LayoutPlans::add_schedule(plan::Measure& measure) {
    if (drawn_.lists_of(ListOf::schedule).empty()) {
        return;
    }
    const std::string list = drawn_.lists_of(ListOf::schedule).front();
    std::vector<plan::ScheduleCell> signs = {{0, 0, "実施", std::nullopt},
                                             {0, 0, "調査・研究", std::nullopt},
                                             {0, 0, "=1+1", std::nullopt}};
    for (const plan::ScheduleMark mark : {plan::ScheduleMark::bar,
                                          plan::ScheduleMark::same,
                                          plan::ScheduleMark::more,
                                          plan::ScheduleMark::less}) {
        for (const auto& [sign, meaning] : layout_.marks) {
            if (meaning == plan::name_of(mark)) {
                signs.push_back({0, 0, sign, mark});
            }
        }
    }
    if (layout_.marks.count("⇒") == 0) {
        signs.push_back({0, 0, "⇒", plan::ScheduleMark::bar});
    }
    const DrawnPlace* heading = drawn_.of_measure(FieldId::schedule_group);
    const int headings = heading == nullptr ? 1 : random_.between(1, 3);
    for (int number = 1; number <= headings; ++number) {
        std::string group;
        if (heading != nullptr) {
            group = heading->words + std::to_string(number);
            headings_.push_back({measure.id + "-" + std::to_string(number),
                                 std::nullopt,
                                 group,
                                 "分野の名称" + std::to_string(number)});
        }
        for (int rows = random_.between(heading == nullptr ? 0 : 1, 3); rows > 0; --rows) {
            plan::ScheduleRow row;
            row.group = group;
            row.label = random_.one_in(4) ? std::string() : "事業の名称" + plain_text();
            row.leading =
                drawn_.find(list, FieldId::schedule_leading) != nullptr && random_.one_in(3);
            for (int year = layout_.first_year; year <= layout_.last_year(); ++year) {
                if (random_.one_in(3)) {
                    continue;
                }
                plan::ScheduleCell cell = random_.pick(signs);
                cell.year = year;
                year = random_.between(year, layout_.last_year());
                cell.through = year;
                row.cells.push_back(std::move(cell));
            }
            if (row.cells.empty() && row.label.empty()) {
                row.label = "予定のない事業";
            }
            measure.schedule.push_back(std::move(row));
        }
    }
}

void LayoutPlans::add_approaches(plan::Measure& measure) {
    if (drawn_.lists_of(ListOf::approaches).empty()) {
        return;
    }
    const std::string list = drawn_.lists_of(ListOf::approaches).front();
    for (int count = random_.between(0, 4); count > 0; --count) {
        plan::Approach approach;
        approach.text = "取り組む方向" + plain_text();
        approach.leading =
            drawn_.find(list, FieldId::approach_leading) != nullptr && random_.one_in(3);
        if (drawn_.find(list, FieldId::approach_marks) != nullptr) {
            approach.marks.assign(random_.below(5), "●");
        }
        for (int items = random_.between(0, 4); items > 0; --items) {
            plan::ApproachItem item{plan::ItemMark::none, "取り組む内容" + plain_text()};
            for (const auto& [sign, meaning] : layout_.marks) {
                for (const plan::ItemMark mark :
                     {plan::ItemMark::new_item, plan::ItemMark::expanded}) {
                    if (meaning == plan::name_of(mark) && random_.one_in(3)) {
                        item.mark = mark;
                    }
                }
            }
            approach.items.push_back(std::move(item));
        }
        measure.approaches.push_back(std::move(approach));
    }
}

void LayoutPlans::add_footnotes(plan::Measure& measure) {
    for (const std::string& name : drawn_.lists_of(ListOf::footnotes)) {
        const auto& where = layout_.lists.at(name).where;
        const auto mark = where.find("mark");
        for (int count = random_.between(0, 2); count > 0; --count) {
            measure.footnotes.push_back(
                {mark == where.end() ? "" : mark->second, "注として書く文" + plain_text()});
        }
    }
}

}  // namespace shinchoku::generators
