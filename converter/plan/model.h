#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "plan/value.h"

namespace shinchoku::plan {

// A city's plan as every reader makes it and every writer takes it: design/model.md, plan@1.
// Plain values; a fiscal year is the western year in which it begins on 1 April (令和8年度 = 2026).

struct Group {
    std::string id;                     // printed numbers joined: "1", "1-1"
    std::optional<std::string> parent;  // id of the group above
    std::string label;                  // "基本方針1", "①"
    std::string title;

    friend bool operator==(const Group&, const Group&) = default;
};

struct Footnote {
    std::string mark;
    std::string text;

    friend bool operator==(const Footnote&, const Footnote&) = default;
};

enum class Direction { up, down, keep, within, none, unknown };
enum class DirectionFrom { stated, bound, numbers, fallback };  // fallback is "default" in plan@1
enum class Accumulation { cumulative, per_year, level, unknown };

struct Baseline {
    std::optional<int> year;
    Value value;

    friend bool operator==(const Baseline&, const Baseline&) = default;
};

// One fiscal year of an indicator. A target or actual that is absent is a blank value.
struct YearEntry {
    int year = 0;
    Value target;
    Value actual;
    std::string note;

    friend bool operator==(const YearEntry&, const YearEntry&) = default;
};

struct Revision {
    int year = 0;         // the fiscal year in which the target was changed
    int target_year = 0;  // whose target
    Value old_target;
    Value new_target;
    std::string reason;

    friend bool operator==(const Revision&, const Revision&) = default;
};

struct Indicator {
    std::string id;  // measure id + "/" + place in reading order, from 1
    std::string name;
    std::optional<std::string> category;
    std::optional<std::string> unit;
    Direction direction = Direction::unknown;
    DirectionFrom direction_from = DirectionFrom::fallback;
    Accumulation accumulation = Accumulation::unknown;
    std::optional<std::string> method;
    std::optional<std::string> scheme;
    std::optional<base::Decimal> weight;
    std::optional<base::Decimal> tolerance;
    std::string note;
    std::optional<Baseline> baseline;  // nothing where the form has no such cell
    std::vector<YearEntry> years;      // ascending; only years with a target or an actual filled
    std::vector<Revision> revisions;

    friend bool operator==(const Indicator&, const Indicator&) = default;
};

struct Evaluation {
    std::optional<std::string> indicator;  // id; nothing: of the whole measure
    std::optional<int> year;               // nothing where the form prints none
    std::optional<base::Decimal> rate_percent;
    std::string grade;
    std::optional<int> step;
    std::string reason;
    std::string next;

    friend bool operator==(const Evaluation&, const Evaluation&) = default;
};

enum class ScheduleMark { bar, same, more, less };

struct ScheduleCell {
    int year = 0;
    int through = 0;  // equals year for one year
    std::string text;
    std::optional<ScheduleMark> mark;

    friend bool operator==(const ScheduleCell&, const ScheduleCell&) = default;
};

struct ScheduleRow {
    std::string group;  // number of the heading above it, "" where there is none
    std::string label;
    bool leading = false;
    std::vector<ScheduleCell> cells;

    friend bool operator==(const ScheduleRow&, const ScheduleRow&) = default;
};

enum class ItemMark { new_item, expanded, none };  // ○ ◇: "new" and "expanded" in plan@1

struct ApproachItem {
    ItemMark mark = ItemMark::none;
    std::string text;

    friend bool operator==(const ApproachItem&, const ApproachItem&) = default;
};

struct Approach {
    std::string text;
    bool leading = false;
    std::vector<std::string> marks;  // one string a dot
    std::vector<ApproachItem> items;

    friend bool operator==(const Approach&, const Approach&) = default;
};

// Where a measure was read; no part of the plan's meaning and left out of comparisons.
struct Source {
    std::string file;
    std::string sheet;
    std::string range;  // A1

    friend bool operator==(const Source&, const Source&) { return true; }
};

// The five texts of model.md come first, in its order, then a city's own by name.
struct TextOrder {
    using is_transparent = void;
    [[nodiscard]] bool operator()(std::string_view a, std::string_view b) const;
};
using Texts = std::map<std::string, std::string, TextOrder>;

struct Measure {
    std::string id;
    std::string group;  // id of its nearest group, "" where there is none
    std::string label;  // number as printed before the title: "施策39"
    std::string title;
    std::vector<std::string> departments;
    bool leading = false;
    Texts texts;  // every text the form has a cell for, also the empty ones
    std::vector<Footnote> footnotes;
    std::vector<Indicator> indicators;
    std::vector<Evaluation> evaluations;
    std::vector<ScheduleRow> schedule;
    std::vector<Approach> approaches;
    Source source;

    friend bool operator==(const Measure&, const Measure&) = default;
};

struct Plan {
    std::string id;
    std::string layout;
    std::string title;
    std::string municipality;
    std::string municipality_code;
    int first_year = 0;
    int last_year = 0;
    std::vector<Group> groups;  // in document order
    std::vector<Measure> measures;

    friend bool operator==(const Plan&, const Plan&) = default;
};

[[nodiscard]] const Group* find_group(const Plan& plan, std::string_view id);
// The group itself and all above it, topmost first; empty where the id is unknown.
[[nodiscard]] std::vector<const Group*> group_path(const Plan& plan, std::string_view id);

// Words of plan@1: "up", "default", "per_year", "bar", "new" …
[[nodiscard]] std::string_view name_of(Direction direction);
[[nodiscard]] std::string_view name_of(DirectionFrom from);
[[nodiscard]] std::string_view name_of(Accumulation accumulation);
[[nodiscard]] std::string_view name_of(ScheduleMark mark);
[[nodiscard]] std::string_view name_of(ItemMark mark);

}  // namespace shinchoku::plan
