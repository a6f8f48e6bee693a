#include "plan/quantity_content.h"

#include <array>
#include <string>

#include "plan/notes.h"
#include "plan/value_words.h"

namespace shinchoku::plan {
namespace {

using base::Decimal;

struct Change {
    Decimal amount;
    std::string unit;
};

// 3割増 is 30 %, 1.5倍 of last year is +50 %. REQUIRES: a change or a reference.
std::optional<Change> to_change(const Quantity& q) {
    const std::string unit = q.form.unit.value_or("%");
    const Decimal tenfold = q.low.shifted(1);
    if (q.change != 0) {
        if (unit == "倍" || (q.has_sign && q.low.sign() != q.change)) {
            return std::nullopt;
        }
        const Decimal amount = unit == "割" ? tenfold.abs() : q.low.abs();
        return Change{q.change < 0 ? -amount : amount, unit == "割" ? "%" : unit};
    }
    const bool ratio = q.reference->ratio;
    if (unit == "倍" && ratio) {
        return Change{(q.low - Decimal(1)).shifted(2), "%"};
    }
    if (q.has_sign) {
        return Change{unit == "割" ? tenfold : q.low, unit == "割" ? "%" : unit};
    }
    if (ratio && (q.form.unit == "%" || q.form.unit == "割")) {
        return Change{(unit == "割" ? tenfold : q.low) - Decimal(100), "%"};
    }
    return std::nullopt;
}

// A comparison in words alone.
struct WordComparison {
    std::u32string_view word;
    std::optional<Comparator> comparator;
};
constexpr std::array<WordComparison, 17> word_comparisons = {
    {{U"以上", Comparator::at_least},
     {U"以下", Comparator::at_most},
     {U"以内", Comparator::at_most},
     {U"未満", Comparator::below},
     {U"超", Comparator::above},
     {U"を超える", Comparator::above},
     {U"超え", Comparator::above},
     {U"を上回る", Comparator::above},
     {U"を下回る", Comparator::below},
     {U"を下回らない", Comparator::at_least},
     {U"を上回らない", Comparator::at_most},
     {U"並み", std::nullopt},
     {U"並", std::nullopt},
     {U"同", std::nullopt},
     {U"同水準", std::nullopt},
     {U"同程度", std::nullopt},
     {U"と同程度", std::nullopt}}};

struct WordMultiple {
    std::u32string_view word;
    int percent;
};
constexpr std::array<WordMultiple, 3> word_multiples = {
    {{U"倍増", 100}, {U"半減", -50}, {U"半減以下", -50}}};

Relative unchanged(std::optional<Comparator> comparator, int percent) {
    Relative relative;
    relative.change = Decimal(percent);
    relative.change_unit = "%";
    relative.comparator = comparator;
    return relative;
}

// 前年度以上, 前年並み: a named reference and a comparison.
std::optional<WordRelative> read_comparison_in_words(std::u32string_view text) {
    for (const WordComparison& comparison : word_comparisons) {
        if (!text.ends_with(comparison.word)) {
            continue;
        }
        // Any link would do after a reference; the comparison stands in its place.
        std::u32string head(text.substr(0, text.size() - comparison.word.size()));
        head += U'比';
        const ReferenceAtEnd found = find_reference(head);
        if (found.size > 0) {
            WordRelative read{unchanged(comparison.comparator, 0), found.reference, 0};
            read.relative.of = relative_to(found.reference);
            read.subject = head.size() - found.size;
            return read;
        }
    }
    return std::nullopt;
}

// 倍増, 件数の半減, 前年比倍増.
std::optional<WordRelative> read_multiple(std::u32string_view text) {
    for (const WordMultiple& multiple : word_multiples) {
        if (!text.ends_with(multiple.word)) {
            continue;
        }
        const std::u32string_view head = text.substr(0, text.size() - multiple.word.size());
        WordRelative read{unchanged(std::nullopt, multiple.percent), std::nullopt, head.size()};
        const ReferenceAtEnd found = find_reference(head);
        if (found.size > 0) {
            read.reference = found.reference;
            read.relative.of = relative_to(found.reference);
            read.subject -= found.size;
        }
        return read;
    }
    return std::nullopt;
}

}  // namespace

std::optional<RelativeTo> relative_to(const std::optional<Reference>& reference) {
    if (!reference || reference->to == Reference::To::year) {
        return std::nullopt;
    }
    return reference->to == Reference::To::previous_year ? RelativeTo::previous_year
                                                         : RelativeTo::baseline;
}

std::optional<Relative> read_change(const Quantity& q) {
    const auto change = q.high ? std::nullopt : to_change(q);
    if (!change) {
        return std::nullopt;
    }
    Relative relative;
    relative.change = change->amount;
    relative.change_unit = change->unit;
    relative.of = relative_to(q.reference);
    relative.comparator = q.comparator;
    return relative;
}

std::optional<Value::Content> read_content(const Quantity& q, const Glyphs& glyphs) {
    if (q.change != 0 || q.reference) {
        return read_change(q);
    }
    const bool part = q.form.unit == "%" || q.form.unit == "割";
    if (q.of_named && part && !q.label.empty() && !is_time_note(glyphs.text(q.label))) {
        if (q.high) {
            return std::nullopt;
        }
        Relative relative;
        relative.share = q.form.unit == "割" ? q.low.shifted(1) : q.low;
        relative.comparator = q.comparator;
        return relative;
    }
    if (q.high) {
        return Range{q.low, *q.high, q.form};
    }
    if (q.comparator) {
        return Bound{*q.comparator, q.low, q.form};
    }
    return Number{q.low, q.form};
}

std::optional<WordRelative> read_relative_words(std::u32string_view text) {
    auto relative = read_comparison_in_words(text);
    return relative ? relative : read_multiple(text);
}

}  // namespace shinchoku::plan
