#include "layout/alignment.h"

#include <algorithm>
#include <limits>
#include <span>

namespace shinchoku::layout {
namespace {

constexpr double first_column_score = 1.0;
constexpr double inner_score = 0.5;
constexpr double variant_factor = 0.95;
constexpr double left_out_cost = 0.45;
constexpr double further_block_cost = 0.3;
constexpr double least_share = 0.4;
constexpr double nothing = -std::numeric_limits<double>::infinity();

// What one row of the sheet would score as one row of the picture.
struct RowScore {
    int compiled = 0;
    int form = 0;
    double score = 0;
};

struct SheetRow {
    std::uint32_t row = 0;
    std::span<const Hit> hits;  // of this row, by column
};

double score_of(const CompiledLayout& layout, const Hit& hit, std::uint32_t column) {
    const LabelCell& label = layout.labels[static_cast<std::size_t>(hit.label)];
    const bool in_place = label.first_column ? hit.at.column == column : hit.at.column > column;
    if (!in_place) {
        return 0;
    }
    const bool drawn = hit.candidate->agreement == Agreement::exact ||
                       hit.candidate->agreement == Agreement::spelling;
    return (label.first_column ? first_column_score : inner_score) * (drawn ? 1 : variant_factor);
}

std::vector<SheetRow> rows_of(const std::vector<Hit>& hits) {
    std::vector<SheetRow> rows;
    for (std::size_t i = 0; i < hits.size();) {
        std::size_t end = i;
        while (end < hits.size() && hits[end].at.row == hits[i].at.row) {
            ++end;
        }
        rows.push_back({hits[i].at.row, std::span(hits).subspan(i, end - i)});
        i = end;
    }
    return rows;
}

int form_of(const CompiledRow& row, int picture_row) {
    return static_cast<int>(std::find(row.forms.begin(), row.forms.end(), picture_row) -
                            row.forms.begin());
}

// The hits of one sheet row that one form of a picture row uses, each label once.
std::vector<Hit> labels_used(const CompiledLayout& layout,
                             const SheetRow& row,
                             int compiled,
                             int form,
                             std::uint32_t column,
                             std::uint32_t last_column) {
    std::vector<Hit> used;
    const CompiledRow& own = layout.rows[static_cast<std::size_t>(compiled)];
    const int picture_row = own.forms[static_cast<std::size_t>(form)];
    for (const Hit& hit : row.hits) {
        const LabelCell& label = layout.labels[static_cast<std::size_t>(hit.label)];
        const bool known = std::any_of(used.begin(), used.end(), [&](const Hit& earlier) {
            return earlier.label == hit.label || earlier.at == hit.at;
        });
        if (label.row == picture_row && hit.at.column >= column && hit.at.column <= last_column &&
            !known && score_of(layout, hit, column) > 0) {
            used.push_back(hit);
        }
    }
    return used;
}

class Aligner {
public:
    Aligner(const CompiledLayout& layout,
            std::vector<SheetRow> rows,
            std::uint32_t column,
            std::uint32_t last_column)
        : layout_(layout),
          rows_(std::move(rows)),
          column_(column),
          last_column_(last_column),
          best_(layout.rows.size(), Open{nothing, -1}) {
        required_before_.push_back(0);
        for (const CompiledRow& row : layout.rows) {
            required_before_.push_back(required_before_.back() + (row.required ? 1 : 0));
        }
    }

    [[nodiscard]] std::vector<AlignedBlock> run() {
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            add_row(i);
        }
        return blocks();
    }

private:
    struct Open {  // the best alignment whose last row is a given row of the picture
        double score = nothing;
        int node = -1;
    };
    struct Node {
        std::size_t sheet_row = 0;
        int compiled = 0;
        int form = 0;
        int previous = -1;
        bool starts_block = false;
    };

    [[nodiscard]] double left_out(int from, int to) const {  // rows from..to-1
        return left_out_cost * (required_before_[static_cast<std::size_t>(to)] -
                                required_before_[static_cast<std::size_t>(from)]);
    }

    // Scores of a row by picture row, the better of its forms.
    void score_row(const SheetRow& row) {
        scores_.clear();
        for (std::size_t i = 0; i < row.hits.size(); ++i) {
            const Hit& hit = row.hits[i];
            if (hit.at.column < column_ || hit.at.column > last_column_) {
                continue;
            }
            const double score = score_of(layout_, hit, column_);
            const bool again = std::any_of(
                row.hits.begin(),
                row.hits.begin() + static_cast<std::ptrdiff_t>(i),
                [&](const Hit& h) { return h.label == hit.label && h.at.column >= column_; });
            if (score <= 0 || again) {
                continue;
            }
            const int compiled = layout_.row_of_label[static_cast<std::size_t>(hit.label)];
            const CompiledRow& own = layout_.rows[static_cast<std::size_t>(compiled)];
            add_score(compiled,
                      form_of(own, layout_.labels[static_cast<std::size_t>(hit.label)].row),
                      score);
        }
        std::sort(scores_.begin(), scores_.end(), [](const RowScore& a, const RowScore& b) {
            return a.compiled != b.compiled ? a.compiled < b.compiled
                   : a.score != b.score     ? a.score > b.score
                                            : a.form < b.form;
        });
    }

    void add_score(int compiled, int form, double score) {
        for (RowScore& known : scores_) {
            if (known.compiled == compiled && known.form == form) {
                known.score += score;
                return;
            }
        }
        scores_.push_back({compiled, form, score});
    }

    void add_row(std::size_t sheet_row) {
        score_row(rows_[sheet_row]);
        if (scores_.empty()) {
            return;
        }
        update_.clear();
        const Open closed = closed_;
        // Among open alignments that end above row j, the best once the rows left out are counted.
        Open above{nothing, -1};
        std::size_t next_open = 0;
        int last = -1;
        for (const RowScore& score : scores_) {
            if (score.compiled == last) {
                continue;  // a worse form of the same row
            }
            last = score.compiled;
            for (; next_open < static_cast<std::size_t>(score.compiled); ++next_open) {
                const double value =
                    best_[next_open].score + left_out(0, static_cast<int>(next_open) + 1);
                if (best_[next_open].node >= 0 && value > above.score) {
                    above = {value, best_[next_open].node};
                }
            }
            place(sheet_row, score, above, closed);
        }
        for (const auto& [compiled, open] : update_) {
            Open& known = best_[static_cast<std::size_t>(compiled)];
            if (open.score > known.score) {
                known = open;
            }
        }
    }

    void place(std::size_t sheet_row,
               const RowScore& score,
               const Open& above,
               const Open& closed) {
        const int j = score.compiled;
        Node node{sheet_row, j, score.form, closed.node, true};
        double best = -left_out(0, j) + (closed.node >= 0 ? closed.score - further_block_cost : 0);
        if (above.node >= 0 && above.score - left_out(0, j) > best) {
            best = above.score - left_out(0, j);
            node = {sheet_row, j, score.form, above.node, false};
        }
        const int region = layout_.rows[static_cast<std::size_t>(j)].region;
        if (region >= 0) {  // elements come again: any row of the region may stand above
            const Region& own = layout_.regions[static_cast<std::size_t>(region)];
            for (int from = j; from <= own.last; ++from) {
                const Open& open = best_[static_cast<std::size_t>(from)];
                if (open.node >= 0 && open.score > best) {
                    best = open.score;
                    node = {sheet_row, j, score.form, open.node, false};
                }
            }
        }
        best += score.score;
        nodes_.push_back(node);
        const int number = static_cast<int>(nodes_.size()) - 1;
        update_.push_back({j, {best, number}});
        const double ended = best - left_out(j + 1, static_cast<int>(layout_.rows.size()));
        if (ended > closed_.score) {
            closed_ = {ended, number};
        }
    }

    [[nodiscard]] std::vector<AlignedBlock> blocks() const {
        std::vector<AlignedBlock> found;
        std::vector<AlignedRow> rows;
        for (int at = closed_.node; at >= 0;) {
            const Node& node = nodes_[static_cast<std::size_t>(at)];
            const SheetRow& row = rows_[node.sheet_row];
            rows.push_back(
                {row.row,
                 node.compiled,
                 node.form,
                 labels_used(layout_, row, node.compiled, node.form, column_, last_column_)});
            if (node.starts_block) {
                std::reverse(rows.begin(), rows.end());
                found.push_back({column_, last_column_, std::move(rows)});
                rows.clear();
            }
            at = node.previous;
        }
        std::reverse(found.begin(), found.end());
        return found;
    }

    const CompiledLayout& layout_;
    std::vector<SheetRow> rows_;
    std::uint32_t column_;
    std::uint32_t last_column_;
    std::vector<Open> best_;  // by picture row
    Open closed_;             // the best of whole blocks
    std::vector<Node> nodes_;
    std::vector<int> required_before_;
    std::vector<RowScore> scores_;
    std::vector<std::pair<int, Open>> update_;
};

// Share of the picture's required rows, and of its labels, that a block has.
bool is_enough(const CompiledLayout& layout, const AlignedBlock& block) {
    std::vector<bool> seen(layout.rows.size());
    int rows = 0;
    int labels = 0;
    for (const AlignedRow& row : block.rows) {
        const auto compiled = static_cast<std::size_t>(row.compiled);
        if (layout.rows[compiled].required && !seen[compiled]) {
            seen[compiled] = true;
            ++rows;
            labels += static_cast<int>(row.labels.size());
        }
    }
    return rows >= least_share * layout.required_rows && rows > 0 &&
           (layout.required_rows > 2 || labels >= least_share * layout.required_labels);
}

void sort_by_place(std::vector<AlignedBlock>& blocks) {
    std::sort(blocks.begin(), blocks.end(), [](const AlignedBlock& a, const AlignedBlock& b) {
        return a.rows.front().row != b.rows.front().row ? a.rows.front().row < b.rows.front().row
                                                        : a.column < b.column;
    });
}

std::vector<AlignedBlock> align_band(const CompiledLayout& layout,
                                     const std::vector<SheetRow>& rows,
                                     std::uint32_t column,
                                     std::uint32_t last_column) {
    std::vector<AlignedBlock> blocks = Aligner(layout, rows, column, last_column).run();
    std::erase_if(blocks, [&](const AlignedBlock& block) { return !is_enough(layout, block); });
    return blocks;
}

// Side by side: what stands in the columns of the right block is none of the left one's, so the
// left one is aligned once more within its own columns. REQUIRES: blocks by place.
std::vector<AlignedBlock> set_apart(const CompiledLayout& layout,
                                    const std::vector<SheetRow>& rows,
                                    const std::vector<AlignedBlock>& blocks) {
    std::vector<std::uint32_t> last_columns(blocks.size(), base::max_columns - 1);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        for (std::size_t j = i + 1;
             j < blocks.size() && blocks[j].rows.front().row <= blocks[i].rows.back().row;
             ++j) {
            const std::size_t left = blocks[i].column < blocks[j].column ? i : j;
            const std::size_t right = left == i ? j : i;
            if (blocks[left].column != blocks[right].column) {
                last_columns[left] = std::min(last_columns[left], blocks[right].column - 1);
            }
        }
    }
    std::vector<AlignedBlock> apart;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (last_columns[i] == blocks[i].last_column) {
            apart.push_back(blocks[i]);
            continue;
        }
        const auto above = [](const SheetRow& row, std::uint32_t wanted) {
            return row.row < wanted;
        };
        const auto first =
            std::lower_bound(rows.begin(), rows.end(), blocks[i].rows.front().row, above);
        const auto last = std::lower_bound(first, rows.end(), blocks[i].rows.back().row + 1, above);
        for (AlignedBlock& again :
             align_band(layout, {first, last}, blocks[i].column, last_columns[i])) {
            apart.push_back(std::move(again));
        }
    }
    sort_by_place(apart);
    return apart;
}

}  // namespace

std::vector<AlignedBlock> align(const CompiledLayout& layout, const std::vector<Hit>& hits) {
    const std::vector<std::uint32_t> bands = find_bands(layout, hits);
    if (bands.empty()) {
        return {};
    }
    const std::vector<SheetRow> rows = rows_of(hits);
    std::vector<AlignedBlock> blocks;
    for (const std::uint32_t band : bands) {
        for (AlignedBlock& block : align_band(layout, rows, band, base::max_columns - 1)) {
            blocks.push_back(std::move(block));
        }
    }
    sort_by_place(blocks);
    if (bands.size() > 1) {
        blocks = set_apart(layout, rows, blocks);
    }
    return blocks;
}

}  // namespace shinchoku::layout
