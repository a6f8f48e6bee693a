// A door for test_exact_rates.py: lines "METHOD A NUMBER…" in, for each a line
// "RATE_1 RATE_12 BANDS" or "-" out. RATE_n is rounded at n decimals; BANDS says of each number of
// BAND_EDGES whether the exact rate is below (<), on (=) or above (>) it.
//
// simple|inverse|mirror A T · progress A T B · pace A B F t n · keep_up|keep_down A T TOLERANCE ·
// at_most|below|at_least|above A LIMIT. B may be "none".

#include <array>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "calc/rates.h"

namespace {

using shinchoku::base::Decimal;
using shinchoku::calc::Rate;
using shinchoku::calc::RatePercent;
using shinchoku::plan::Comparator;
namespace calc = shinchoku::calc;

constexpr std::array<int, 4> BAND_EDGES{0, 60, 80, 100};

// One line, cut at spaces. REQUIRES: number(i) is asked only for words that are decimals.
struct Line {
    std::string method;
    std::vector<std::string> words;

    [[nodiscard]] std::optional<Decimal> maybe(std::size_t i) const {
        return Decimal::parse(words.at(i));
    }
    [[nodiscard]] Decimal number(std::size_t i) const { return maybe(i).value(); }
};

[[nodiscard]] std::optional<Comparator> comparator_of(std::string_view method) {
    if (method == "at_most") {
        return Comparator::at_most;
    }
    if (method == "below") {
        return Comparator::below;
    }
    if (method == "at_least") {
        return Comparator::at_least;
    }
    if (method == "above") {
        return Comparator::above;
    }
    return std::nullopt;
}

[[nodiscard]] std::optional<Rate> rate_of(const Line& line) {
    const auto a = line.number(0);
    if (const auto comparator = comparator_of(line.method)) {
        return calc::limit_rate(a, calc::limit_of(*comparator, line.number(1)));
    }
    if (line.method == "simple") {
        return calc::simple_rate(a, line.number(1));
    }
    if (line.method == "inverse") {
        return calc::inverse_rate(a, line.number(1));
    }
    if (line.method == "mirror") {
        return calc::mirror_rate(a, line.number(1));
    }
    if (line.method == "progress") {
        return calc::progress_rate(a, line.maybe(2), line.number(1));
    }
    if (line.method == "pace") {
        return calc::pace_rate(a,
                               line.maybe(1),
                               line.number(2),
                               std::stoi(line.words.at(3)),
                               std::stoi(line.words.at(4)));
    }
    if (line.method == "keep_up" || line.method == "keep_down") {
        return calc::keep_rate(a, line.number(1), line.method == "keep_down", line.number(2));
    }
    return std::nullopt;
}

[[nodiscard]] char band_of(const RatePercent& rate, int edge) {
    const auto order = rate.compare(Decimal(edge));
    return order < 0 ? '<' : order > 0 ? '>' : '=';
}

[[nodiscard]] std::string text_of(const RatePercent& rate) {
    auto text = rate.rounded(1).to_fixed(1) + ' ' + rate.rounded(12).to_fixed(12) + ' ';
    for (const auto edge : BAND_EDGES) {
        text += band_of(rate, edge);
    }
    return text;
}

}  // namespace

int main() {
    std::ios::sync_with_stdio(false);
    for (std::string text; std::getline(std::cin, text);) {
        std::istringstream in(text);
        Line line;
        in >> line.method;
        for (std::string word; in >> word;) {
            line.words.push_back(word);
        }
        const auto rate = rate_of(line);
        if (!rate) {
            std::cerr << "no such method: " << text << '\n';
            return 2;
        }
        std::cout << (rate->has_value() ? text_of(rate->value()) : "-") << '\n';
    }
    return 0;
}
