#include "report/wording.h"

#include <array>

namespace shinchoku::report {

std::string_view Wording::comma() const {
    return language_ == base::Language::en ? ", " : "、";
}

std::string Wording::fiscal_year(int year) const {
    if (language_ == base::Language::en) {
        return "FY" + std::to_string(year);
    }
    return plan::write_fiscal_year("令和8年度", year);
}

std::string Wording::date(const plan::Date& date) const {
    const std::string day = std::to_string(date.day);
    if (language_ == base::Language::en) {
        static constexpr std::array<std::string_view, 12> months = {"January",
                                                                    "February",
                                                                    "March",
                                                                    "April",
                                                                    "May",
                                                                    "June",
                                                                    "July",
                                                                    "August",
                                                                    "September",
                                                                    "October",
                                                                    "November",
                                                                    "December"};
        const auto month = static_cast<std::size_t>(date.month - 1);
        return day + " " + std::string(months[month]) + " " + std::to_string(date.year);
    }
    return plan::wareki(date.year) + "年" + std::to_string(date.month) + "月" + day + "日";
}

std::string Wording::count(std::size_t number,
                           std::string_view ja_counter,
                           std::string_view en_singular,
                           std::string_view en_plural) const {
    const std::string figure = std::to_string(number);
    if (language_ == base::Language::en) {
        return figure + " " + std::string(number == 1 ? en_singular : en_plural);
    }
    return figure + std::string(ja_counter);
}

}  // namespace shinchoku::report
