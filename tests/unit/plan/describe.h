#pragma once

#include <string>

#include "plan/value_reading.h"

namespace shinchoku::plan {

// A value in one line, so that a table of values can be read: "number 600000 人 d0 x10000",
// "bound <= 5 % d0 footnote=※", "milestone 1 2".
class Description {
public:
    explicit Description(const Value& value) : value_(value) {}

    std::string text() {
        out_ = std::string(kind_name(value_));
        std::visit([this](const auto& content) { describe(content); }, value_.content);
        describe(value_.qualifiers);
        if (value_.footnote) {
            out_ += " footnote=" + *value_.footnote;
        }
        if (value_.remark) {
            out_ += " remark=" + *value_.remark;
        }
        return out_;
    }

private:
    static std::string sign(Comparator comparator) {
        switch (comparator) {
            case Comparator::at_most:
                return "<=";
            case Comparator::below:
                return "<";
            case Comparator::at_least:
                return ">=";
            case Comparator::above:
                return ">";
        }
        return "?";
    }

    void describe(const UnitAndForm& form) {
        out_ += " " + form.unit.value_or("-") + " d" + std::to_string(form.decimals);
        out_ += form.scale == 1 ? "" : " x" + std::to_string(form.scale);
        if (form.unit.has_value() != (form.unit_from != UnitFrom::none)) {
            out_ += " UNIT AND UNIT_FROM DISAGREE";
        }
        out_ += form.unit_from == UnitFrom::unit_column ? " (column)"
                : form.unit_from == UnitFrom::name      ? " (name)"
                                                        : "";
    }
    void describe(const Number& n) {
        out_ += " " + n.number.to_string();
        describe(n.form);
    }
    void describe(const Bound& b) {
        out_ += " " + sign(b.comparator) + " " + b.number.to_string();
        describe(b.form);
    }
    void describe(const Range& r) {
        out_ += " " + r.low.to_string() + ".." + r.high.to_string();
        describe(r.form);
    }
    void describe(const Relative& r) {
        out_ += r.change ? " " + r.change->to_string() + " " + r.change_unit.value_or("-") : "";
        out_ += r.share ? " share " + r.share->to_string() : "";
        if (r.of) {
            out_ += *r.of == RelativeTo::baseline ? " of=baseline" : " of=previous_year";
        }
        out_ += r.comparator ? " " + sign(*r.comparator) : "";
        for (const ResolvedFigure& figure : r.resolved) {
            out_ += " {" + figure.label.value_or("-") + " " + figure.number.to_string() + " " +
                    figure.unit.value_or("-") + "}";
        }
    }
    void describe(const TrendWord& t) {
        out_ += t.trend == Trend::up ? " up" : t.trend == Trend::down ? " down" : " keep";
    }
    void describe(const Milestone& m) {
        for (const int step : m.steps) {
            out_ += " " + std::to_string(step);
        }
        out_ += is_malformed_number(value_) ? " malformed" : "";
    }
    void describe(const Compound& c) {
        for (const Part& part : c.parts) {
            out_ += " [" + part.label + ": " + Description(part.value).text() + "]";
        }
    }
    void describe(const CellError& e) { out_ += " " + e.code; }
    void describe(const Continue& /*content*/) {}
    void describe(const None& /*content*/) {}
    void describe(const Unavailable& /*content*/) {}
    void describe(const Blank& /*content*/) {}
    void describe(const Qualifiers& q) {
        out_ += q.approximate ? " approximate" : "";
        out_ += q.cumulative ? " cumulative" : "";
        out_ += q.provisional ? " provisional" : "";
        if (q.as_of) {
            out_ += " as_of=" + *q.as_of;
            out_ += q.as_of_year ? "(" + std::to_string(*q.as_of_year) + ")" : "(null)";
        }
    }

    const Value& value_;
    std::string out_;
};

inline std::string describe(const Value& value) {
    return Description(value).text();
}

}  // namespace shinchoku::plan
