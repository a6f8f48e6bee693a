#include "xlsx/merge_overlap.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <queue>
#include <tuple>
#include <utility>

namespace shinchoku::xlsx {

// A sweep from the top: the ranges that reach the current row are apart as columns, so a new one
// need only be compared with its two neighbours.
std::optional<base::CellRange> find_overlap(std::vector<base::CellRange> ranges) {
    std::sort(ranges.begin(), ranges.end(), [](const base::CellRange& a, const base::CellRange& b) {
        return std::tie(a.first, a.last) < std::tie(b.first, b.last);
    });
    std::map<std::uint32_t, std::uint32_t> open;          // first column, last column
    using End = std::pair<std::uint32_t, std::uint32_t>;  // last row, first column
    std::priority_queue<End, std::vector<End>, std::greater<>> ends;
    for (const base::CellRange& range : ranges) {
        while (!ends.empty() && ends.top().first < range.first.row) {
            open.erase(ends.top().second);
            ends.pop();
        }
        const auto right = open.lower_bound(range.first.column);
        const bool meets_right = right != open.end() && right->first <= range.last.column;
        const bool meets_left =
            right != open.begin() && std::prev(right)->second >= range.first.column;
        if (meets_right || meets_left) {
            return range;
        }
        open.emplace(range.first.column, range.last.column);
        ends.emplace(range.last.row, range.first.column);
    }
    return std::nullopt;
}

}  // namespace shinchoku::xlsx
