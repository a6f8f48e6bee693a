#include <string>
#include <string_view>
#include <utility>

#include "base/cp932.h"
#include "base/utf8.h"
#include "check/pieces.h"
#include "check/rules.h"

namespace shinchoku::check {
namespace {

// Each character once, in the order met.
std::u32string lost_in_cp932(std::string_view text) {
    std::u32string lost;
    for (const char32_t c : base::to_utf32(text)) {
        if (!base::is_in_cp932(c) && lost.find(c) == std::u32string::npos) {
            lost += c;
        }
    }
    return lost;
}

std::string joined(const std::u32string& characters, std::string_view with_substitute) {
    std::string list;
    for (const char32_t c : characters) {
        const std::string_view instead = base::cp932_substitute(c);
        list += (list.empty() ? "" : ", ") + base::to_utf8(std::u32string(1, c)) + " " + code_of(c);
        if (!instead.empty()) {
            list += std::string(with_substitute) + std::string(instead);
        }
    }
    return list;
}

}  // namespace

void characters_of_encoding(const layout::Reading& reading, Collector& out) {
    const std::vector<plan::Measure>& measures = reading.plan.measures;
    for (std::size_t m = 0; m < measures.size(); ++m) {
        for_each_piece(reading, m, [&](const Piece& piece) {
            const std::u32string lost = lost_in_cp932(piece.text);
            if (lost.empty()) {
                return;
            }
            out.add(m,
                    measures[m].id + "/" + piece.part,
                    {.rule = "C08",
                     .severity = base::Severity::error,
                     .cell = piece.place,
                     .year = piece.year,
                     .part = {},
                     .message = {"シフトJIS（cp932）にない文字があります: " + joined(lost, " → "),
                                 "Characters that CP932 cannot hold: " + joined(lost, " -> ")},
                     .found = base::to_utf8(lost),
                     .expected = {}});
        });
    }
}

}  // namespace shinchoku::check
