#include "checks.h"
#include "failing_memory.h"
#include "heap.h"

namespace stand_in {
namespace {

constexpr long most_places = 2000;
constexpr std::size_t every = 20;  // rows of the table: all functions, in half a minute at most

// Fails the call at every place in turn; how many there are, or -1 where it never goes well.
long fail_everywhere(AddIn& add_in, const Call& call, FailingMemory& memory) {
    ReadOnlyValues lent;
    std::vector<XLOPER12*> arguments;
    for (const Grid& grid : call.arguments) {
        arguments.push_back(grid.cells.size() == 1 ? lent.add(grid.cells[0])
                                                   : lent.add_array(grid));
    }
    lent.seal();
    for (long place = 0; place < most_places; ++place) {
        memory.fail_at(place);
        XLOPER12* const result = add_in.call_only(call.function, arguments);
        const bool failed = memory.has_failed();
        memory.fail_at(-1);
        if (result != nullptr) {
            static_cast<void>(add_in.take(result, to_utf8(call.function)));
        }
        if (!failed) {
            return place;
        }
    }
    return -1;
}

}  // namespace

void check_memory(AddIn& add_in, const Calls& calls, Report& report) {
    FailingMemory memory(add_in.module());
    report.check(memory.is_in_place(), "the add-in's malloc can be replaced");
    if (!memory.is_in_place()) {
        return;
    }
    const auto all = [&] {
        long places = 0;
        for (std::size_t i = 0; i < calls.calls.size(); i += every) {
            const Call& call = calls.calls[i];
            const std::string codes =
                FakeExcel::instance().registered().at(call.function).parameters();
            if (call.arguments.size() <= codes.size()) {
                const long found = fail_everywhere(add_in, call, memory);
                report.check(found >= 0, to_utf8(call.function) + " never ends without memory");
                places += found;
            }
        }
        return places;
    };
    report.check(all() > 100, "memory fails in many places");
    const std::size_t before = count_blocks();
    static_cast<void>(all());
    const std::size_t after = count_blocks();
    report.check(after <= before,
                 "without memory: " + std::to_string(after - before) + " blocks stay");
    report.check(add_in.fault().empty(), "without memory: " + add_in.fault());
}

}  // namespace stand_in
