#include <chrono>
#include <thread>

#include "checks.h"
#include "heap.h"

namespace stand_in {
namespace {

constexpr Manner all_manners[] = {Manner::values, Manner::arrays, Manner::references};

bool is_left_out(const Grid& grid) {
    return grid.cells.size() == 1 && grid.cells[0].kind == Value::Kind::missing;
}

std::string describe(const Call& call, const Grid& result) {
    std::string text = "line " + std::to_string(call.line) + " " + to_utf8(call.function) + "(";
    for (const Grid& argument : call.arguments) {
        text += (&argument == &call.arguments[0] ? "" : "; ") + print(argument);
    }
    return text + ") is " + print(result) + ", not " +
           (call.pattern ? "the pattern" : print(call.expected));
}

void call_all(AddIn& add_in, const Calls& calls) {
    for (const Call& call : calls.calls) {
        for (const Manner manner : all_manners) {
            static_cast<void>(call_row(add_in, call, manner));
        }
    }
}

}  // namespace

Grid call_row(AddIn& add_in, const Call& call, Manner manner, int times) {
    const std::string codes = FakeExcel::instance().registered().at(call.function).parameters();
    Sheet sheet;
    FakeExcel::use(&sheet);
    ReadOnlyValues lent;
    std::vector<XLOPER12*> arguments;
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
        const Grid& grid = call.arguments[i];
        const bool takes_reference = i < codes.size() && codes[i] == 'U';
        if (manner == Manner::references && takes_reference && !is_left_out(grid)) {
            const int left = 100 * static_cast<int>(i);
            const Place place{{4, 3 + grid.rows, left, left + grid.columns - 1}, 1, i % 2 == 1};
            sheet.placed.push_back({place.area, grid});
            arguments.push_back(lent.add_reference(place));
        } else if (grid.cells.size() == 1 && (manner != Manner::arrays || is_left_out(grid))) {
            arguments.push_back(lent.add(grid.cells[0]));
        } else {
            arguments.push_back(lent.add_array(grid));
        }
    }
    if (arguments.size() > codes.size()) {  // Excel itself does not accept such a formula
        FakeExcel::use(nullptr);
        return call.native;
    }
    lent.seal();
    Grid result = add_in.call(call.function, arguments);
    for (int i = 1; i < times; ++i) {
        if (add_in.call(call.function, arguments) != result) {
            result = {0, 0, {}};
        }
    }
    FakeExcel::use(nullptr);
    return result;
}

void check_table(AddIn& add_in, const Calls& calls, Report& report) {
    for (const Call& call : calls.calls) {
        Grid result;
        bool is_met = true;
        for (const Manner manner : all_manners) {
            Grid found = call_row(add_in, call, manner);
            if (is_met) {
                is_met = call.is_met_by(found);
                result = std::move(found);
            }
        }
        if (!is_met && result == call.native) {
            report.differ_everywhere(describe(call, result));
        } else {
            report.check(is_met, describe(call, result));
        }
    }
    report.check(add_in.fault().empty(), add_in.fault());
}

void check_threads(AddIn& add_in, const Calls& calls, Report& report) {
    constexpr int count = 4;
    constexpr int times = 20;  // calls must meet each other, not the making of their arguments
    std::atomic<int> different = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < count; ++i) {
        threads.emplace_back([&] {
            for (const Call& call : calls.calls) {
                const Grid found = call_row(add_in, call, Manner::references, times);
                different += call.is_met_by(found) || found == call.native ? 0 : 1;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    report.check(different == 0, "4 threads: " + std::to_string(different) + " other results");
    report.check(add_in.fault().empty(), "4 threads: " + add_in.fault());
}

void check_leaks(AddIn& add_in, const Calls& calls, Report& report) {
    call_all(add_in, calls);  // what is made once and kept is made now
    const std::size_t before = count_blocks();
    const long taken_before = add_in.results_taken();
    call_all(add_in, calls);
    const std::size_t after = count_blocks();
    report.check(add_in.results_taken() - taken_before >= static_cast<long>(calls.calls.size()),
                 "every call gave a result");
    report.check(after <= before, "leaks: " + std::to_string(after - before) + " blocks of memory");
    report.check(
        FakeExcel::instance().unfreed() == 0,
        "Excel's own values not given back: " + std::to_string(FakeExcel::instance().unfreed()));
}

}  // namespace stand_in
