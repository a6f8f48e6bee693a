#include "check/pieces.h"

#include <algorithm>
#include <cstddef>

#include "check/texts.h"

namespace shinchoku::check {
namespace {

class PieceVisitor {
public:
    PieceVisitor(const layout::Reading& reading,
                 std::size_t measure_index,
                 const std::function<void(const Piece&)>& visit)
        : reading_(reading), m_(measure_index), visit_(visit) {}

    void run() {
        const plan::Measure& measure = reading_.plan.measures[m_];
        tell({.part = "title",
              .text = measure.title,
              .place = field_cell(reading_, m_, "title"),
              .year = {}});
        for (const std::string& department : measure.departments) {
            tell({.part = "departments",
                  .text = department,
                  .place = field_cell(reading_, m_, "departments"),
                  .year = {}});
        }
        for (std::size_t i = 0; i < measure.indicators.size(); ++i) {
            names(i);
            values(i);
        }
        for_each_text(reading_, m_, [&](const TextView& text) {
            tell({Piece::Kind::prose, text.key, text.text, text.place, text.year});
        });
    }

private:
    void tell(const Piece& piece) {
        if (!piece.text.empty()) {
            visit_(piece);
        }
    }

    [[nodiscard]] const layout::IndicatorPlaces* places_of(std::size_t i) const {
        return m_ < reading_.places.size() && i < reading_.places[m_].indicators.size()
                   ? &reading_.places[m_].indicators[i]
                   : nullptr;
    }

    void names(std::size_t i) {
        const plan::Indicator& indicator = reading_.plan.measures[m_].indicators[i];
        const std::string id = std::to_string(i + 1);
        const layout::IndicatorPlaces* places = places_of(i);
        tell({.part = id + "/name",
              .text = indicator.name,
              .place = places == nullptr ? std::nullopt : places->name,
              .year = {}});
        // Where the sheet has no cell for it, it is part of a value or a name.
        if (indicator.unit && (places == nullptr || places->unit)) {
            tell({.part = id + "/unit",
                  .text = *indicator.unit,
                  .place = places == nullptr ? std::nullopt : places->unit,
                  .year = {}});
        }
    }

    void values(std::size_t i) {
        const plan::Indicator& indicator = reading_.plan.measures[m_].indicators[i];
        const layout::IndicatorPlaces* places = places_of(i);
        const std::string id = std::to_string(i + 1);
        if (indicator.baseline) {
            tell({Piece::Kind::value,
                  id + "/baseline",
                  indicator.baseline->value.raw,
                  places == nullptr ? std::nullopt : places->baseline,
                  indicator.baseline->year});
        }
        const auto tell_years = [&](const char* part, auto value, auto place) {
            for (const plan::YearEntry& entry : indicator.years) {
                const layout::YearPlaces* at =
                    places == nullptr ? nullptr : layout::find_year(places->years, entry.year);
                tell({Piece::Kind::value,
                      id + part,
                      (entry.*value).raw,
                      at == nullptr ? std::nullopt : at->*place,
                      entry.year});
            }
        };
        tell_years("/target", &plan::YearEntry::target, &layout::YearPlaces::target);
        tell_years("/actual", &plan::YearEntry::actual, &layout::YearPlaces::actual);
    }

    const layout::Reading& reading_;
    std::size_t m_;
    const std::function<void(const Piece&)>& visit_;
};

}  // namespace

void for_each_piece(const layout::Reading& reading,
                    std::size_t measure_index,
                    const std::function<void(const Piece&)>& visit) {
    PieceVisitor(reading, measure_index, visit).run();
}

std::string code_of(char32_t character) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string code;
    for (int shift = 20; shift >= 0; shift -= 4) {
        code += digits[static_cast<std::size_t>(character >> shift & 0xFU)];
    }
    code.erase(0, std::min(code.find_first_not_of('0'), code.size() - 4));
    return "U+" + code;
}

}  // namespace shinchoku::check
