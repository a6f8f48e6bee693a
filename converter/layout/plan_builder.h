#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "layout/block.h"
#include "layout/identity.h"
#include "layout/measure_draft.h"
#include "layout/reading.h"

namespace shinchoku::layout {

// Where a block was found, and what is known of it beside its own cells.
struct BlockOrigin {
    std::string file;
    std::string sheet;
    int sheet_index = 0;
    bool alone_on_sheet = false;
    std::optional<std::string> written_id;  // identity the program wrote
    std::optional<std::size_t> continues;   // the rest of the measure of an earlier block
};

// Joins the blocks of one workbook to a plan: groups and ids from printed numbers, in the order of
// precedence of design/model.md.
class PlanBuilder {
public:
    explicit PlanBuilder(const plan::Plan* master) : master_(master) {}

    // In reading order.
    void add(const Layout& layout, MeasureDraft draft, RemarkList remarks, BlockOrigin origin);
    [[nodiscard]] std::size_t block_count() const { return added_.size(); }

    // Adds the measures and their findings. Call once.
    void finish(Reading& into);

private:
    struct Added {
        const Layout* layout = nullptr;
        MeasureDraft draft;
        RemarkList remarks;
        BlockOrigin origin;
    };

    [[nodiscard]] std::string add_group(Added& added,
                                        const PrintedGroup& group,
                                        const std::string& parent);
    [[nodiscard]] std::string group_id(const Layout& layout,
                                       const PrintedGroup& group,
                                       const std::string& parent) const;
    [[nodiscard]] std::string outline_group(const Layout& layout, const PrintedGroup& group) const;
    [[nodiscard]] std::string outline_measure(const Layout& layout,
                                              const plan::Measure& measure) const;
    [[nodiscard]] std::string known_id(const Added& added) const;
    void set_id_from_position(Added& added);
    [[nodiscard]] std::string next_free_id(const std::string& group);
    void put(Added& added, Reading& into);

    const plan::Plan* master_;
    std::vector<Added> added_;
    std::vector<plan::Group> groups_;
    std::unordered_map<std::string, std::size_t> group_at_;  // id -> index
    std::unordered_set<std::string> taken_ids_;
    std::unordered_map<std::string, std::string> by_title_;    // group and title -> id
    std::unordered_map<std::string, int> in_group_;            // ids given by position, by group
    std::unordered_map<std::string, std::size_t> measure_at_;  // id -> index in the plan
};

// The same title in the same group is the same measure where nothing tells an id.
[[nodiscard]] std::string title_key(const plan::Measure& measure);

// Gives a measure an id, and its indicators and evaluations with it.
void set_measure_id(plan::Measure& measure, const std::string& id);

// F08 for a measure that is there already: the finding, at the title of the later one.
// `other_figures`: a target or an actual of the two is not the same.
[[nodiscard]] std::vector<base::Finding> measure_twice(const MeasurePlaces& first_places,
                                                       const plan::Measure& later,
                                                       const MeasurePlaces& later_places,
                                                       bool other_figures);

}  // namespace shinchoku::layout
