#pragma once

#include <string>
#include <string_view>

#include "base/text.h"
#include "plan/fiscal_year.h"

namespace shinchoku::report {

// The book speaks one language: each text stands in both where it is used, and this picks one.
class Wording {
public:
    explicit Wording(base::Language language) : language_(language) {}

    [[nodiscard]] std::string operator()(std::string_view ja, std::string_view en) const {
        return std::string(language_ == base::Language::en ? en : ja);
    }
    [[nodiscard]] const std::string& operator()(const base::Text& text) const {
        return base::in(text, language_);
    }
    [[nodiscard]] base::Language language() const { return language_; }
    // Between the parts of an enumeration: "、" or ", ".
    [[nodiscard]] std::string_view comma() const;

    // 令和8年度 / FY2026 (R8)
    [[nodiscard]] std::string fiscal_year(int year) const;
    // 令和9年5月31日 / 31 May 2027
    [[nodiscard]] std::string date(const plan::Date& date) const;
    // 31施策 / 31 measures
    [[nodiscard]] std::string count(std::size_t number,
                                    std::string_view ja_counter,
                                    std::string_view en_singular,
                                    std::string_view en_plural) const;

private:
    base::Language language_;
};

}  // namespace shinchoku::report
