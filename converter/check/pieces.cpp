#include "check/pieces.h"

#include <algorithm>
#include <cstddef>

#include "check/texts.h"
#include "check/view.h"

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

    void names(std::size_t i) {
        const plan::Indicator& indicator = reading_.plan.measures[m_].indicators[i];
        const std::string id = std::to_string(i + 1);
        const layout::IndicatorPlaces* places =
            m_ < reading_.places.size() && i < reading_.places[m_].indicators.size()
                ? &reading_.places[m_].indicators[i]
                : nullptr;
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
        const IndicatorView view = view_of(reading_, m_, i, {});
        const std::string id = std::to_string(i + 1);
        const auto tell_cell = [&](const CellView& cell, std::string_view part) {
            tell({Piece::Kind::value,
                  id + std::string(part),
                  cell.value->raw,
                  cell.place,
                  cell.year == 0 ? std::nullopt : std::optional(cell.year)});
        };
        if (view.baseline) {
            tell_cell(*view.baseline, "/baseline");
        }
        for (const CellView& cell : view.targets) {
            tell_cell(cell, "/target");
        }
        for (const auto* cells : {&view.actuals, &view.future_actuals}) {
            for (const CellView& cell : *cells) {
                tell_cell(cell, "/actual");
            }
        }
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
