#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "layout/layout.h"
#include "layout/pattern.h"

namespace shinchoku::layout {

// What reading needs of the layouts, worked out once: which texts are labels, which rows of a
// picture are known by labels, which rows repeat. Borrows the layouts; immutable once built, so
// that any number of threads may read with it.

// How a text agrees with a label.
enum class Agreement {
    exact,     // as drawn
    spelling,  // the same in comparison form
    variant,   // a listed wording
    loose,     // without a remark, 値, 等 or 欄
    guessed,   // a second chance
};

struct LabelCell {
    int row = 0;  // in the picture
    int column = 0;
    int span = 1;
    std::string text;           // as the layout file writes it: 目標（{最終年}）
    std::string shown;          // for messages: 目標（○）
    bool first_column = false;  // stands in the column in which the picture's labels begin
    bool required = true;       // not of an optional, repeated or heading row, may not be blank
    bool may_be_blank = false;  // "" among its wordings
    std::optional<Pattern> pattern;
    std::string keep;  // field that stores the wording
};

struct CompiledRow {
    int picture_row = 0;      // of the first form
    std::vector<int> forms;   // picture rows: the row and its 又は forms
    std::vector<int> labels;  // of all forms; indices into CompiledLayout::labels
    bool required = false;    // has a required label
    bool optional = false;    // "?"
    int region = -1;          // rows that repeat together, with their heading rows
    int line = -1;            // which line of an element it is; -1 for heading and single rows
    bool heading = false;     // "予定^"
    bool has_years = false;   // {年} in it
};

struct Region {
    int first = 0;  // CompiledRow indices, both included
    int last = 0;
    int lines = 0;  // rows an element takes
    std::string list;
};

struct CompiledLayout {
    const Layout* layout = nullptr;
    std::vector<LabelCell> labels;
    std::vector<CompiledRow> rows;
    std::vector<Region> regions;
    std::vector<int> row_of_label;   // CompiledRow of each label
    std::vector<int> label_of_cell;  // by row and column of the picture; -1 where none is
    int anchor_column = 0;           // picture column in which labels begin
    int required_rows = 0;
    int first_column_labels = 0;  // required ones
    int required_labels = 0;

    // The label in a cell of the picture; -1 where it is none.
    [[nodiscard]] int label_at(int picture_row, int column) const {
        if (picture_row < 0 || column < 0) {
            return -1;
        }
        return label_of_cell[static_cast<std::size_t>(picture_row) *
                                 layout->picture.column_count() +
                             static_cast<std::size_t>(column)];
    }
};

// A label that a text may be.
struct Candidate {
    int layout = 0;
    int label = 0;
    Agreement agreement = Agreement::exact;
    std::string wording;  // the label as drawn or the listed variant that it agrees with
};

// Fields that every layout accepts wherever they stand, and the words for them.
enum class FreeField { departments, rate, grade, note, actual };

struct TextMeaning {
    std::vector<Candidate> candidates;
    std::optional<FreeField> free_field;

    [[nodiscard]] bool empty() const { return candidates.empty() && !free_field; }
};

class LabelIndex {
public:
    explicit LabelIndex(const std::vector<const Layout*>& layouts);

    [[nodiscard]] const std::vector<CompiledLayout>& layouts() const { return layouts_; }

    // What a text may be; nullptr for a text that is certainly nothing. Cheap for texts that are
    // spelt as drawn and for texts that begin like no label.
    [[nodiscard]] const TextMeaning* find_drawn(std::string_view text) const;
    [[nodiscard]] bool may_be_label(std::string_view text) const;
    [[nodiscard]] TextMeaning look_up(std::string_view text) const;

    // The values in a text that is taken for this pattern.
    [[nodiscard]] std::vector<Capture> captures(const Candidate& candidate,
                                                std::string_view text) const;

private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    template <class T>
    using TextMap = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;

    void add_label(int layout, int label);
    void add_known_wordings(int layout, int label);
    void add_wording(int layout, int label, const std::string& wording, Agreement agreement);
    void note_form(std::string_view form);
    void look_up_words(std::string_view text, std::string_view form, TextMeaning& meaning) const;
    [[nodiscard]] bool is_label_of(int layout, std::string_view form) const;
    [[nodiscard]] bool is_only_label(const std::vector<Candidate>& similar,
                                     const Candidate& candidate) const;
    [[nodiscard]] const LabelCell& label_of(int layout, int label) const;

    std::vector<CompiledLayout> layouts_;
    TextMap<std::vector<Candidate>> by_form_;
    TextMap<std::vector<Candidate>> by_loose_form_;
    TextMap<FreeField> free_words_;
    std::vector<std::pair<int, int>> patterns_;  // layout, label
    TextMap<TextMeaning> drawn_;
    std::vector<bool> first_characters_;  // of the Basic Multilingual Plane
    std::size_t longest_label_bytes_ = 0;
    bool any_first_ = false;  // a pattern begins with a value
};

[[nodiscard]] CompiledLayout compile_layout(const Layout& layout);

}  // namespace shinchoku::layout
