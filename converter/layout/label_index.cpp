#include "layout/label_index.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "layout/comparison.h"

namespace shinchoku::layout {
namespace {

// The wordings that the published plans use for one field: accepted by every layout, as long as
// they are no other label of it.
struct KnownWordings {
    FieldId id;
    std::string_view text_key;
    std::array<std::string_view, 6> wordings;
};

constexpr std::array<KnownWordings, 9> known_wordings = {{
    {FieldId::measure_title, "", {"主な取組み", "改革項目"}},
    {FieldId::departments, "", {"主管課", "実施課", "担当課", "所管課"}},
    {FieldId::text, "current_state", {"現状", "現状・課題", "現状と課題"}},
    {FieldId::text,
     "actions",
     {"取組み内容",
      "実施内容・効果",
      "取組内容・効果",
      "取組方針（公助）",
      "取り組みの方針",
      "取り組みの概要"}},
    {FieldId::text, "final_goal", {"期間内の最終目標", "めざす姿", "施策の将来像"}},
    {FieldId::text, "related_plans", {"関係計画等", "関連計画", "関連する個別計画"}},
    {FieldId::indicator_name, "", {"数値の定義", "目標名", "指標名", "指標"}},
    {FieldId::baseline_value, "", {"後期当初値", "直近の実績値", "現状値"}},
    {FieldId::target, "", {"目標値"}},
}};

struct FreeWord {
    std::string_view word;
    FreeField field;
};

constexpr std::array<FreeWord, 8> free_words = {{{"担当課", FreeField::departments},
                                                 {"主管課", FreeField::departments},
                                                 {"所管課", FreeField::departments},
                                                 {"達成率", FreeField::rate},
                                                 {"評価", FreeField::grade},
                                                 {"備考", FreeField::note},
                                                 {"実績値", FreeField::actual},
                                                 {"実績", FreeField::actual}}};

// Nothing beyond a label with a long remark is looked up; values are longer texts.
constexpr std::size_t remark_bytes = 120;

// The fields that a label governs, looking at the picture.
template <class Visit>
void for_each_governed(const Layout& layout, const LabelCell& label, Visit visit) {
    for (const PictureRow& row : layout.picture.rows) {
        for (const PictureCell& cell : row.cells) {
            if (cell.governed.label_row == label.row &&
                cell.governed.label_column == label.column && cell.field() != nullptr) {
                visit(*cell.field());
            }
        }
    }
}

bool is_ideograph_or_kana(char32_t c) {
    return (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA) ||
           (c >= 0x4E00 && c <= 0x9FFF);
}

// Enough of a long text to tell whether a pattern's words stand in front.
std::string_view beginning_of(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && end < remark_bytes) {
        static_cast<void>(base::next_code_point(text, end));
    }
    return text.substr(0, end);
}

bool is_spelt_as_drawn(const Pattern& pattern, std::string_view text) {
    return std::all_of(
        pattern.pieces.begin(), pattern.pieces.end(), [&](const CompiledPiece& piece) {
            return piece.reading != PieceReading::words || text.find(piece.words) != text.npos;
        });
}

bool is_known(const TextMeaning& meaning, int layout) {
    return std::any_of(
        meaning.candidates.begin(), meaning.candidates.end(), [&](const Candidate& known) {
            return known.layout == layout && known.agreement != Agreement::loose;
        });
}

char32_t lower(char32_t c) {
    return c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c;
}

}  // namespace

LabelIndex::LabelIndex(const std::vector<const Layout*>& layouts) : first_characters_(0x10000) {
    for (const Layout* layout : layouts) {
        layouts_.push_back(compile_layout(*layout));
    }
    for (std::size_t layout = 0; layout < layouts_.size(); ++layout) {
        for (std::size_t label = 0; label < layouts_[layout].labels.size(); ++label) {
            add_label(static_cast<int>(layout), static_cast<int>(label));
        }
    }
    for (std::size_t layout = 0; layout < layouts_.size(); ++layout) {
        for (std::size_t label = 0; label < layouts_[layout].labels.size(); ++label) {
            add_known_wordings(static_cast<int>(layout), static_cast<int>(label));
        }
    }
    for (const FreeWord& free : free_words) {
        free_words_.emplace(comparison_form(free.word), free.field);
        note_form(comparison_form(free.word));
    }
    for (const CompiledLayout& layout : layouts_) {
        for (const LabelCell& label : layout.labels) {
            if (!label.pattern && !drawn_.contains(label.text)) {
                drawn_.emplace(label.text, look_up(label.text));
            }
        }
    }
}

void LabelIndex::add_label(int layout, int label) {
    const CompiledLayout& compiled = layouts_[static_cast<std::size_t>(layout)];
    const LabelCell& cell = compiled.labels[static_cast<std::size_t>(label)];
    if (cell.pattern) {
        patterns_.emplace_back(layout, label);
        if (cell.pattern->pieces.front().reading == PieceReading::words) {
            note_form(cell.pattern->pieces.front().form);
        } else {
            any_first_ = true;
        }
    } else {
        add_wording(layout, label, cell.text, Agreement::exact);
    }
    const auto variants = compiled.layout->labels.find(cell.text);
    if (variants != compiled.layout->labels.end()) {
        for (const std::string& wording : variants->second.accepted) {
            add_wording(layout, label, wording, Agreement::variant);
        }
    }
}

void LabelIndex::add_known_wordings(int layout, int label) {
    const CompiledLayout& compiled = layouts_[static_cast<std::size_t>(layout)];
    const LabelCell& cell = compiled.labels[static_cast<std::size_t>(label)];
    if (cell.pattern) {
        return;
    }
    for_each_governed(*compiled.layout, cell, [&](const Field& field) {
        for (const KnownWordings& known : known_wordings) {
            if (known.id != field.id || known.text_key != field.text_key) {
                continue;
            }
            for (const std::string_view wording : known.wordings) {
                if (!wording.empty() && !is_label_of(layout, comparison_form(wording))) {
                    add_wording(layout, label, std::string(wording), Agreement::variant);
                }
            }
        }
    });
}

bool LabelIndex::is_label_of(int layout, std::string_view form) const {
    const auto found = by_form_.find(form);
    return found != by_form_.end() &&
           std::any_of(found->second.begin(), found->second.end(), [&](const Candidate& known) {
               return known.layout == layout;
           });
}

void LabelIndex::add_wording(int layout,
                             int label,
                             const std::string& wording,
                             Agreement agreement) {
    const std::string form = comparison_form(wording);
    if (form.empty()) {
        return;
    }
    longest_label_bytes_ = std::max(longest_label_bytes_, wording.size());
    std::vector<Candidate>& known = by_form_[form];
    const bool is_known = std::any_of(known.begin(), known.end(), [&](const Candidate& other) {
        return other.layout == layout && other.label == label;
    });
    if (is_known) {
        return;
    }
    known.push_back({layout, label, agreement, wording});
    note_form(form);
    by_loose_form_[loose_form(wording)].push_back({layout, label, Agreement::loose, wording});
}

void LabelIndex::note_form(std::string_view form) {
    std::size_t at = 0;
    if (!form.empty()) {
        const char32_t first = base::next_code_point(form, at);
        if (first < first_characters_.size()) {
            first_characters_[first] = true;
        }
    }
}

const TextMeaning* LabelIndex::find_drawn(std::string_view text) const {
    const auto found = drawn_.find(text);
    return found == drawn_.end() ? nullptr : &found->second;
}

bool LabelIndex::may_be_label(std::string_view text) const {
    if (any_first_) {
        return true;
    }
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = lower(base::fold_width(base::next_code_point(text, at)));
        if (c <= U' ') {
            continue;
        }
        if (is_ideograph_or_kana(c) || (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') ||
            c == 0x203B) {
            return first_characters_[c];
        }
        return true;  // brackets, marks, half-width kana: only the comparison form can tell
    }
    return false;
}

TextMeaning LabelIndex::look_up(std::string_view text) const {
    TextMeaning meaning;
    const bool may_be_words = text.size() <= longest_label_bytes_ * 2 + remark_bytes;
    const std::string form = comparison_form(may_be_words ? text : beginning_of(text));
    for (const auto& [layout, label] : patterns_) {
        const LabelCell& cell = label_of(layout, label);
        if (match_pattern(*cell.pattern, text, form)) {
            const Agreement agreement =
                is_spelt_as_drawn(*cell.pattern, text) ? Agreement::exact : Agreement::spelling;
            meaning.candidates.push_back({layout, label, agreement, cell.text});
        }
    }
    if (may_be_words) {
        look_up_words(text, form, meaning);
    }
    return meaning;
}

void LabelIndex::look_up_words(std::string_view text,
                               std::string_view form,
                               TextMeaning& meaning) const {
    const auto known = by_form_.find(form);
    if (known != by_form_.end()) {
        for (Candidate candidate : known->second) {
            if (candidate.agreement == Agreement::exact && candidate.wording != text) {
                candidate.agreement = Agreement::spelling;
            }
            meaning.candidates.push_back(std::move(candidate));
        }
    }
    const std::string loose = loose_form(text);
    const auto similar = by_loose_form_.find(loose);
    if (similar != by_loose_form_.end()) {
        for (const Candidate& candidate : similar->second) {
            if (!is_known(meaning, candidate.layout) && is_only_label(similar->second, candidate)) {
                meaning.candidates.push_back(candidate);
            }
        }
    }
    for (const std::string_view spelling : {form, std::string_view(loose)}) {
        const auto free = free_words_.find(spelling);
        if (free != free_words_.end()) {
            meaning.free_field = free->second;
        }
    }
}

// The loose agreement counts only where no other label of the same layout becomes equal by it.
bool LabelIndex::is_only_label(const std::vector<Candidate>& similar,
                               const Candidate& candidate) const {
    const std::string& text = label_of(candidate.layout, candidate.label).text;
    return std::all_of(similar.begin(), similar.end(), [&](const Candidate& other) {
        return other.layout != candidate.layout || label_of(other.layout, other.label).text == text;
    });
}

const LabelCell& LabelIndex::label_of(int layout, int label) const {
    return layouts_[static_cast<std::size_t>(layout)].labels[static_cast<std::size_t>(label)];
}

std::vector<Capture> LabelIndex::captures(const Candidate& candidate, std::string_view text) const {
    const LabelCell& cell = label_of(candidate.layout, candidate.label);
    if (!cell.pattern) {
        return {};
    }
    return match_pattern(*cell.pattern, text, comparison_form(text))
        .value_or(std::vector<Capture>{});
}

}  // namespace shinchoku::layout
