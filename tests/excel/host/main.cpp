#include <chrono>
#include <cstdio>

#include "checks.h"
#include "heap.h"

// A stand-in for Excel: loads the add-in, lets it register, and calls it as Excel would.
//
//     stand_in add-in.xll calls.txt findings.tsv [--time]
//
// Prints "N passed, 0 failed" last. Whoever runs it must look for that line: a 32-bit program whose
// DLLs are missing ends without a word, and as if all were well.

namespace stand_in {
namespace {

void check_all(const std::wstring& path,
               const Calls& calls,
               const ToldBooks& books,
               Report& report) {
    AddIn add_in(path, report);
    if (!add_in.is_loaded()) {
        return;
    }
    check_registration(add_in, calls, report);
    check_own_limits(report);
    check_table(add_in, calls, report);
    check_references(add_in, calls, report);
    check_wrong_arguments(add_in, calls, report);
    check_threads(add_in, calls, report);
    check_leaks(add_in, calls, report);
    check_memory(add_in, calls, report);
    check_commands(add_in, books, report);
    for (const std::string& complaint : FakeExcel::instance().complaints()) {
        report.check(false, complaint);
    }
}

// What Excel does when a user ticks an add-in off and on again.
void check_again(const std::wstring& path, const Calls& calls, Report& report) {
    const auto round = [&] {
        AddIn add_in(path, report);
        if (add_in.is_loaded()) {
            for (const Call& call : calls.calls) {
                static_cast<void>(call_row(add_in, call, Manner::references));
            }
        }
    };
    const auto blocks_that_stay = [](const auto& run) {
        run();
        const std::size_t before = count_blocks();
        run();
        return static_cast<long>(count_blocks()) - static_cast<long>(before);
    };
    // Wine keeps a note of every loading; what a library of its own leaves is no leak of ours.
    const long unavoidable = blocks_that_stay([] { FreeLibrary(LoadLibraryW(L"ws2_32.dll")); });
    const long ours = blocks_that_stay(round);
    report.check(ours <= unavoidable,
                 "load and unload: " + std::to_string(ours - unavoidable) + " blocks stay");
    report.check(FakeExcel::instance().menus().empty(), "the menu is gone when closed");
    report.check(GetModuleHandleW(path.c_str()) == nullptr, "the module is gone when unloaded");
}

// The first calls after loading make what is kept: here from four threads at the same moment.
void check_first_calls_at_once(const std::wstring& path, const Calls& calls, Report& report) {
    AddIn add_in(path, report);
    if (add_in.is_loaded()) {
        check_threads(add_in, calls, report);
    }
}

// A program that hands over its callback instead of exporting it: here one that always fails.
int __stdcall refusing_callback(int, int, XLOPER12**, XLOPER12*) {
    return xlretFailed;
}

void check_handed_callback(const std::wstring& path, Report& report) {
    AddIn add_in(path, report);
    if (!add_in.is_loaded()) {
        return;
    }
    using Entry = void(__stdcall*)(Callback);
    const auto hand_over =
        reinterpret_cast<Entry>(reinterpret_cast<void (*)()>(add_in.entry("SetExcel12EntryPt")));
    hand_over(&refusing_callback);
    ReadOnlyValues lent;
    XLOPER12* const reference = lent.add_reference({{0, 3, 0, 0}});
    lent.seal();
    report.check(add_in.call(L"SHINCHOKU.ROLLUP", {reference}) == one(error(xlerrValue)),
                 "a callback that fails makes #VALUE!");
    report.check(add_in.call_plain("xlAutoOpen") == 1, "and xlAutoOpen gives 1 all the same");
    hand_over(&MdCallBack12);
}

void print_times(const std::wstring& path, Report& report) {
    AddIn add_in(path, report);
    constexpr int times = 200000;
    const auto measure =
        [&](const char* what, const std::wstring& function, std::vector<Value> in) {
            ReadOnlyValues lent;
            std::vector<XLOPER12*> arguments;
            for (const Value& each : in) {
                arguments.push_back(lent.add(each));
            }
            lent.seal();
            const auto start = std::chrono::steady_clock::now();
            for (int i = 0; i < times; ++i) {
                static_cast<void>(add_in.call(function, arguments));
            }
            const std::chrono::duration<double, std::micro> spent =
                std::chrono::steady_clock::now() - start;
            std::printf("%s: %.2f us a call\n", what, spent.count() / times);
        };
    measure("RATE of two numbers", L"SHINCHOKU.RATE", {number(96), number(97.2)});
    measure("RATE of two texts", L"SHINCHOKU.RATE", {text(L"58万人"), text(L"60万人以上")});
    measure("GRADE", L"SHINCHOKU.GRADE", {number(85)});
}

}  // namespace
}  // namespace stand_in

int wmain(int count, wchar_t** arguments) {
    using namespace stand_in;
    const std::optional<Calls> calls = count >= 4 ? read_calls(arguments[2]) : std::nullopt;
    const std::optional<ToldBooks> books = count >= 4 ? read_books(arguments[3]) : std::nullopt;
    Report report;
    report.check(calls.has_value(), "reading the calls");
    report.check(books.has_value(), "reading what the command line finds");
    check_normalisation(report);
    if (calls && books) {
        check_all(arguments[1], *calls, *books, report);
        check_again(arguments[1], *calls, report);
        check_first_calls_at_once(arguments[1], *calls, report);
        check_handed_callback(arguments[1], report);
        if (count > 4) {
            print_times(arguments[1], report);
        }
    }
    return report.finish() ? 0 : 1;
}
