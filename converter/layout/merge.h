#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "layout/reading.h"

namespace shinchoku::layout {

// Joins the readings of several files to one plan: measures by id, groups by id.
//
// A measure that is there already gives F08, and the first stays. A group has one title: the
// master's where a file writes that, else the one that most measures stand under (of equals the
// first read); a file that writes another gets S10. So the order of files decides neither.
class Merger {
public:
    // `master` may be null, and must outlive this.
    explicit Merger(const plan::Plan* master) : master_(master) {}

    void add(Reading more);

    // As add, but keeps of each measure only its names, numbers and the places of these: enough to
    // hold later files against, so that memory follows the number of measures and not the sheets.
    // Gives back what was added: the plan's head without groups, the measures in full, under the
    // ids they have by now and with their places, and the texts outside them.
    [[nodiscard]] Reading add_names(Reading more);

    // Findings on what was added; they are renamed as its measures are.
    void add_findings(std::vector<base::Finding> findings);

    // What is joined by now.
    [[nodiscard]] const Reading& so_far() const { return into_; }

    [[nodiscard]] Reading finish() &&;

private:
    // One wording of a group's title, and where it was read first.
    struct Wording {
        std::string title;
        std::size_t measures = 0;
        std::string file;
        std::string sheet;
        int sheet_index = 0;
        std::string measure;
        std::optional<base::CellRef> cell;
    };

    void join_groups(Reading& more);
    static void describe(Wording& wording, const std::string& group, const Reading& reading);
    const Wording& choose(const std::string& group, const std::vector<Wording>& wordings) const;

    void join_head(Reading& more);
    void join_measure(plan::Measure&& measure,
                      MeasurePlaces&& places,
                      std::vector<base::Finding>& findings);
    void make_way(std::size_t index,
                  plan::Measure& measure,
                  const MeasurePlaces& places,
                  std::vector<base::Finding>& findings);
    [[nodiscard]] std::uint64_t figures_of(std::size_t index) const;
    [[nodiscard]] bool is_by_position(std::size_t index) const;
    [[nodiscard]] std::string free_id(const std::string& group) const;

    const plan::Plan* master_;
    bool is_empty_ = true;
    bool has_places_ = false;
    Reading into_;
    // figures_key of the measures of which only names are kept; nothing for the others.
    std::vector<std::optional<std::uint64_t>> figures_;
    std::map<std::string, std::vector<Wording>> wordings_;  // by group
    std::unordered_map<std::string, std::size_t> by_id_;
    std::unordered_map<std::string, std::size_t> by_title_;
};

}  // namespace shinchoku::layout
