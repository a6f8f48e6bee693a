#include "calc/open_sdg.h"

#include <algorithm>
#include <cmath>

namespace shinchoku::calc {
namespace {

// The measure's own constants (sdg-build).
constexpr double instead_of_zero = 0.001;
constexpr double substantial_from = 0.95;
constexpr double moderate_from = 0.60;
constexpr double substantial_growth = 0.015;
constexpr double moderate_growth = 0.005;
constexpr double limit_exponent = 4.44;
constexpr double best_score = 5;

double growth(double from, double to, int years) {
    return std::pow(to / from, 1.0 / years) - 1;
}

// A value of zero has no sign. REQUIRES: base is not zero.
bool opposite(double base, double other) {
    return (base < 0) != (other < 0) && other != 0;
}

SdgStanding standing_of(double value, double substantial, double moderate) {
    if (value >= substantial) {
        return SdgStanding::substantial;
    }
    if (value >= moderate) {
        return SdgStanding::moderate;
    }
    return value >= 0 ? SdgStanding::limited : SdgStanding::deterioration;
}

double towards_good(double growth, double base, bool lower_is_better) {
    return (base < 0) != lower_is_better ? -growth : growth;
}

// How much of the usual growth is still asked for so near the limit: 1 far from it, 0 at it.
double room_below(double base, double limit) {
    const double size = std::abs(base);
    const double bound = std::abs(limit);
    if (size >= 2 * bound) {  // a limit of zero too
        return 1;
    }
    const double share = size <= bound ? size / bound : (2 * bound - size) / bound;
    return 1 - std::pow(share, limit_exponent);
}

double score_without_target(double value, double room) {
    if (value < 0) {
        return std::max(125 * value - 2.5, -best_score);
    }
    if (room == 0) {
        return best_score;
    }
    if (value < moderate_growth * room) {
        return 500 * value / room - 2.5;
    }
    if (value < substantial_growth * room) {
        return 250 * value / room - 1.25;
    }
    return std::min(500 * value / room - 5, best_score);
}

}  // namespace

std::optional<SdgProgress> sdg_progress(const Point& base,
                                        const Point& current,
                                        const Point& target,
                                        bool lower_is_better) {
    const double now = current.number.to_double();
    double from = base.number.to_double();
    double goal = target.number.to_double();
    from = from == 0 ? instead_of_zero : from;
    goal = goal == 0 ? instead_of_zero : goal;
    if (lower_is_better ? now <= goal : now >= goal) {
        return SdgProgress{SdgStanding::achieved, 1, best_score};
    }
    if (current.year <= base.year || target.year <= base.year || opposite(from, now) ||
        opposite(from, goal)) {
        return std::nullopt;
    }
    const double needed = std::abs(growth(from, goal, target.year - base.year));
    if (needed == 0) {
        return std::nullopt;
    }
    const double made = growth(from, now, current.year - base.year);
    const double ratio = towards_good(made, from, lower_is_better) / needed;
    const double score = ratio >= moderate_from ? std::min(7.1429 * ratio - 4.2857, best_score)
                                                : std::max(4.1667 * ratio - 2.5, -best_score);
    return SdgProgress{standing_of(ratio, substantial_from, moderate_from), ratio, score};
}

std::optional<SdgProgress> sdg_progress(const Point& base,
                                        const Point& current,
                                        const std::optional<base::Decimal>& limit,
                                        bool lower_is_better) {
    const double now = current.number.to_double();
    double from = base.number.to_double();
    from = from == 0 ? instead_of_zero : from;
    if (current.year <= base.year || opposite(from, now)) {
        return std::nullopt;
    }
    const double made = growth(from, now, current.year - base.year);
    const double value = towards_good(made, from, lower_is_better);
    const double room = limit ? room_below(from, limit->to_double()) : 1;
    return SdgProgress{standing_of(value, substantial_growth * room, moderate_growth * room),
                       value,
                       score_without_target(value, room)};
}

}  // namespace shinchoku::calc
