#include "calc/assessment.h"
#include "calc/figure.h"

namespace shinchoku::calc {
namespace {

std::optional<base::Decimal> mean(const base::Decimal& sum, const base::Decimal& weights) {
    if (weights.is_zero()) {
        return std::nullopt;
    }
    return base::divide(sum, weights, stored_decimals);
}

}  // namespace

void RollUp::add(const Assessment& assessment, const base::Decimal& weight) {
    switch (assessment.status) {
        case Status::met:
            ++met;
            ++assessed;
            break;
        case Status::missed:
            ++missed;
            ++assessed;
            break;
        case Status::missing:
            ++missing;
            sum_weights_missing = sum_weights_missing + weight;
            break;
        case Status::not_due:
            ++not_due;
            break;
        case Status::no_target:
            ++no_target;
            break;
        case Status::unavailable:
            ++unavailable;
            break;
        case Status::error:
            ++error;
            break;
        case Status::unclear:
            ++unclear;
            break;
        case Status::to_confirm:
            ++to_confirm;
            break;
        case Status::incomplete:
            ++incomplete;
            break;
    }
    if (!assessment.grade.empty()) {
        ++grades[assessment.grade];
    }
    if (assessment.rate) {
        sum_weighted_rates =
            sum_weighted_rates + assessment.rate->rounded(stored_decimals) * weight;
        sum_weights = sum_weights + weight;
    }
}

void RollUp::merge(const RollUp& other) {
    assessed += other.assessed;
    missing += other.missing;
    unavailable += other.unavailable;
    error += other.error;
    unclear += other.unclear;
    incomplete += other.incomplete;
    not_due += other.not_due;
    no_target += other.no_target;
    to_confirm += other.to_confirm;
    met += other.met;
    missed += other.missed;
    for (const auto& [grade, count] : other.grades) {
        grades[grade] += count;
    }
    sum_weighted_rates = sum_weighted_rates + other.sum_weighted_rates;
    sum_weights = sum_weights + other.sum_weights;
    sum_weights_missing = sum_weights_missing + other.sum_weights_missing;
}

std::optional<base::Decimal> RollUp::mean_rate() const {
    return mean(sum_weighted_rates, sum_weights);
}

std::optional<base::Decimal> RollUp::mean_rate_missing_as_zero() const {
    return mean(sum_weighted_rates, sum_weights + sum_weights_missing);
}

}  // namespace shinchoku::calc
