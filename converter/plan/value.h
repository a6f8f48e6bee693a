#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/decimal.h"

namespace shinchoku::plan {

// What a target, actual or baseline cell says: design/values.md. More than a third of the published
// targets are words, so a value is one of twelve kinds and never just a number.

enum class Comparator { at_most, below, at_least, above };  // <= < >= >
enum class Trend { up, down, keep };
enum class RelativeTo { previous_year, baseline };

// Where a unit was found. With unit_column and name the number stays as printed.
enum class UnitFrom { cell, unit_column, name, none };

// The unit of a quantity and how it was printed.
struct UnitAndForm {
    std::optional<std::string> unit;  // as values.md writes it: "%", "件", "円"; never a scale word
    UnitFrom unit_from = UnitFrom::none;  // none exactly where unit is nothing
    int decimals = 0;                     // digits after the point as printed, before folding
    std::int64_t scale = 1;               // 10000 where 万 was folded into the number

    friend bool operator==(const UnitAndForm&, const UnitAndForm&) = default;
};

struct Number {
    base::Decimal number;  // percent as printed (98.6), scale words folded in
    UnitAndForm form;

    friend bool operator==(const Number&, const Number&) = default;
};

struct Bound {
    Comparator comparator = Comparator::at_least;
    base::Decimal number;
    UnitAndForm form;

    friend bool operator==(const Bound&, const Bound&) = default;
};

// INVARIANT: low <= high.
struct Range {
    base::Decimal low;
    base::Decimal high;
    UnitAndForm form;

    friend bool operator==(const Range&, const Range&) = default;
};

// A figure printed beside a relative target: "5%増 件数 7,354" resolves to {件数, 7354}.
struct ResolvedFigure {
    std::optional<std::string> label;
    base::Decimal number;
    std::optional<std::string> unit;

    friend bool operator==(const ResolvedFigure&, const ResolvedFigure&) = default;
};

struct Relative {
    std::optional<base::Decimal> change;  // signed; in change_unit
    std::optional<std::string>
        change_unit;               // "%", "ポイント", "件"; nothing exactly where change is
    std::optional<RelativeTo> of;  // nothing where the cell does not say against what
    std::optional<base::Decimal> share;    // percent of a named quantity ("書式数の3割" is 30)
    std::optional<Comparator> comparator;  // only where printed ("前年度以上")
    std::vector<ResolvedFigure> resolved;

    friend bool operator==(const Relative&, const Relative&) = default;
};

struct TrendWord {
    Trend trend = Trend::keep;

    friend bool operator==(const TrendWord&, const TrendWord&) = default;
};

// Words about steps of work. `steps` are 1 research .. 7 sustain, ascending, without repeats.
struct Milestone {
    std::vector<int> steps;

    friend bool operator==(const Milestone&, const Milestone&) = default;
};

struct Continue {  // → 同上
    friend bool operator==(const Continue&, const Continue&) = default;
};
struct None {  // — なし 対象外
    friend bool operator==(const None&, const None&) = default;
};
struct Unavailable {  // 集計中 未公表
    friend bool operator==(const Unavailable&, const Unavailable&) = default;
};
struct Blank {
    friend bool operator==(const Blank&, const Blank&) = default;
};
struct CellError {
    std::string code;  // "#DIV/0!"

    friend bool operator==(const CellError&, const CellError&) = default;
};

struct Part;
struct Compound {
    std::vector<Part> parts;

    friend bool operator==(const Compound&, const Compound&);
};

struct Qualifiers {
    bool approximate = false;          // 約 程度 ほど 前後 概ね
    bool cumulative = false;           // 累計
    bool provisional = false;          // 見込 暫定 速報 概算
    std::optional<std::string> as_of;  // as printed: "R2.6.1現在"
    std::optional<int> as_of_year;     // the fiscal year that contains it

    [[nodiscard]] bool any() const { return approximate || cumulative || provisional || as_of; }
    friend bool operator==(const Qualifiers&, const Qualifiers&) = default;
};

struct Value {
    using Content = std::variant<Blank,
                                 Number,
                                 Bound,
                                 Range,
                                 Relative,
                                 TrendWord,
                                 Milestone,
                                 Continue,
                                 None,
                                 Compound,
                                 Unavailable,
                                 CellError>;

    Content content;
    std::string raw;                      // as typed; for a numeric cell as its format displays it
    std::optional<base::Decimal> stored;  // numeric cells only: the number in the file
    std::optional<std::string> format;    // numeric cells only: the number format code
    Qualifiers qualifiers;
    std::optional<std::string> footnote;  // the mark as printed: "※"
    std::optional<std::string> remark;    // any other words

    // The content as T, or nullptr where the value is of another kind.
    template <class T>
    [[nodiscard]] const T* as() const {
        return std::get_if<T>(&content);
    }
    template <class T>
    [[nodiscard]] bool is() const {
        return std::holds_alternative<T>(content);
    }

    friend bool operator==(const Value&, const Value&) = default;
};

struct Part {
    std::string label;  // as printed, without colon
    Value value;

    friend bool operator==(const Part&, const Part&) = default;
};

// The kind as plan@1 names it: "number", "bound", … "blank", "error".
[[nodiscard]] std::string_view kind_name(const Value& value);

// The unit and printed form of a number, bound or range; nullptr for every other kind.
[[nodiscard]] const UnitAndForm* form_of(const Value& value);
[[nodiscard]] UnitAndForm* form_of(Value& value);

}  // namespace shinchoku::plan
