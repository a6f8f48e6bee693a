#include "functions/results.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace shinchoku::addin {
namespace {

double to_double(const calc::RatePercent& rate) {
    // Two doubles that hold their numbers exactly divide to the double nearest the quotient.
    constexpr std::int64_t exact = std::int64_t{1} << 53;
    const int digits = std::max(rate.numerator.decimals(), rate.denominator.decimals());
    const auto n = rate.numerator.shifted(digits).to_integer();
    const auto d = rate.denominator.shifted(digits).to_integer();
    if (n && d && *n > -exact && *n < exact && *d < exact) {
        return static_cast<double>(*n) / static_cast<double>(*d);
    }
    constexpr int enough_decimals = 25;
    return rate.rounded(enough_decimals).to_double();
}

// A cell holds no infinity.
Cell finite(double number) {
    return std::isfinite(number) ? Cell(number) : Cell(CellError::number);
}

}  // namespace

Cell to_cell(const std::optional<base::Decimal>& number) {
    return number ? finite(number->to_double()) : Cell(CellError::not_available);
}

Cell to_cell(const std::optional<calc::RatePercent>& rate) {
    return rate ? finite(to_double(*rate)) : Cell(CellError::not_available);
}

Cell to_cell(std::string grade) {
    return grade.empty() ? Cell(CellError::not_available) : Cell(std::move(grade));
}

}  // namespace shinchoku::addin
