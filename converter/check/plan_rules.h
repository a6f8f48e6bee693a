#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/a1.h"
#include "check/check.h"
#include "check/collector.h"
#include "layout/reading.h"

namespace shinchoku::check {

// Rules that hold a plan's measures against each other. The sheets of a plan of thousands of
// workbooks are not kept for them: `add` is called for the measures of one file after another and
// remembers what the rule needs and no more, `finish` for the whole plan, of which there are only
// names by then (layout::Merger::add_names). `first` is the index in the plan of the first measure
// added.

// Where a remark stands, until all is read: a measure that was only counted may get another id
// until then.
struct LaterPlace {
    std::size_t measure = 0;  // in the plan
    std::string id;           // of a key; without the measure's id where it begins with that
    bool follows_measure = true;
    std::optional<base::CellRef> cell;
    std::optional<int> year;

    [[nodiscard]] std::string key_id(const layout::Reading& plan) const;
};
[[nodiscard]] LaterPlace later_place(const layout::Reading& added,
                                     std::size_t measure_in_added,
                                     std::size_t first,
                                     const std::string& id);

// copied_texts.cpp: A08, one text in the same field of two measures.
class CopiedTexts {
public:
    void add(const layout::Reading& added, std::size_t first);
    void finish(const layout::Reading& plan, Collector& out) const;

private:
    struct Copy {
        LaterPlace place;
        std::size_t original = 0;  // measure
    };
    // The first measure with a text, by a hash of what it is and says: two texts that are not the
    // same share one once in 2^64.
    std::unordered_map<std::uint64_t, std::size_t> first_met_;
    std::vector<Copy> copies_;
};

// repeated_indicators.cpp: T12, one indicator in two measures with other values.
class RepeatedIndicators {
public:
    explicit RepeatedIndicators(plan::Date as_of) : as_of_(as_of) {}

    void add(const layout::Reading& added, std::size_t first);
    void finish(const layout::Reading& plan, Collector& out) const;

private:
    // What a cell says, in hashes; cells that are blank are left out.
    struct Said {
        Part part = Part::target;
        int year = 0;
        std::optional<std::uint64_t> number;  // with its unit; nothing for what is no number
        std::uint64_t words = 0;
    };
    struct Met {
        std::size_t measure = 0;
        std::vector<Said> cells;
    };
    struct Difference {
        LaterPlace place;
        std::size_t original = 0;  // measure
        Remark remark;
    };

    static Said said_in(const CellView& cell);
    static std::vector<Said> said_by(const IndicatorView& view);
    static bool differs(const Met& earlier, const CellView& cell);
    void compare(const Met& earlier, const IndicatorView& later, LaterPlace place);

    plan::Date as_of_;
    std::unordered_map<std::uint64_t, Met> first_met_;  // by a hash of the name
    std::vector<Difference> differences_;
};

// year_rules.cpp: D06 of baselines; what most of them say is the year of the column.
class BaselineDates {
public:
    void add(const layout::Reading& added, std::size_t first);
    void finish(const layout::Reading& plan, Collector& out) const;

private:
    struct Dated {
        LaterPlace place;
        int year = 0;
        std::string raw;
        std::optional<std::string> as_of;
    };
    [[nodiscard]] std::optional<int> heading() const;

    std::map<int, int> votes_;  // of baselines that carry no date of their own
    std::vector<Dated> dated_;
};

// name_rules.cpp: S09 and S10, where two names seem to be one.
class NearNames {
public:
    // `master` may be null.
    explicit NearNames(const layout::Reading* master);

    void add(const layout::Reading& added, std::size_t first);
    void finish(const layout::Reading& plan, Collector& out) const;

private:
    struct Named {
        LaterPlace place;
        std::u32string name;
        std::u32string other;  // of a plan: what 関係計画等 calls it
    };

    void add_departments(const plan::Plan& plan);
    void plans_of_measure(const layout::Reading& added,
                          std::size_t m,
                          std::size_t first,
                          std::u32string_view city);
    void bodies_of_measure(const layout::Reading& added,
                           std::size_t m,
                           std::size_t first,
                           std::u32string_view city);
    void tell_plans(const layout::Reading& plan, Collector& out) const;
    void tell_bodies(const layout::Reading& plan, Collector& out) const;

    std::set<std::u32string> departments_;
    std::set<std::u32string> known_plans_;
    std::vector<Named> plans_;   // that may be one with a plan of the same sheet's 関係計画等
    std::vector<Named> bodies_;  // every body that a text names
};

// title_rules.cpp: S11, against the lists of the workbooks, the layouts and the master.
class Titles {
public:
    // The lists of measures in the workbooks.
    void add(const layout::Reading& added, std::size_t first, Collector& out);
    void finish(const layout::Reading& plan, const CheckOptions& options, Collector& out) const;

private:
    std::set<std::size_t> told_;  // measures
};

}  // namespace shinchoku::check
