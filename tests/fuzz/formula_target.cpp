#include <cmath>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "functions/formula.h"
#include "target.h"

// Any bytes as the formula of a cell, and as the text of every argument of every function: no
// crash, no result that a cell cannot hold, and a result reads back as itself.

namespace {

using namespace shinchoku::addin;

void expect(bool holds) {
    if (!holds) {
        std::abort();
    }
}

bool is_result(const Cell& cell) {
    const auto* number = std::get_if<double>(&cell);
    return !std::holds_alternative<Missing>(cell) && (number == nullptr || std::isfinite(*number));
}

void look_at(const Outcome& outcome) {
    if (const auto* cell = std::get_if<Cell>(&outcome)) {
        expect(is_result(*cell));
    } else {
        const Table& table = std::get<Table>(outcome);
        const std::size_t cells =
            static_cast<std::size_t>(table.rows) * static_cast<std::size_t>(table.columns);
        expect(cells == table.cells.size());
        for (const Cell& each : table.cells) {
            expect(is_result(each));
        }
    }
    const std::optional<Outcome> again = read_outcome(print(outcome));
    expect(again && *again == outcome);
}

void call_all_with(const std::string& text) {
    const std::vector<Cell> row{text, 100.0, Blank{}, text};
    for (const Function& function : functions()) {
        std::vector<Range> arguments;
        for (const Parameter& parameter : function.parameters) {
            const bool takes_range = parameter.takes == Parameter::Takes::range;
            arguments.push_back(takes_range ? Range{1, 4, row} : Range{1, 1, {row.data(), 1}});
        }
        look_at(call(function, arguments));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (shinchoku::base::find_invalid_utf8(text)) {
        return 0;  // the hosts' texts are UTF-16, and what is no text there never comes through
    }
    if (const auto call = read_call(text)) {
        look_at(evaluate(call.value()));
    }
    call_all_with(text);
    return 0;
}
