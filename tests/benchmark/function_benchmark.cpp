#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "functions/formula.h"

// What one call of a worksheet function costs in process, from its arguments to its result.

namespace {

using namespace shinchoku::addin;

void call_formula(benchmark::State& state, const std::string& formula) {
    const auto read = read_call(formula);
    if (!read) {
        state.SkipWithError("no formula");
        return;
    }
    const Call& call = read.value();
    for (auto _ : state) {
        benchmark::DoNotOptimize(evaluate(call));
    }
}

const int registered = [] {
    for (const char* formula : {"=SHINCHOKU.RATE(96,97.2)",
                                "=SHINCHOKU.RATE(95000,83194,109829)",
                                "=SHINCHOKU.PROGRESS(2,0,5)",
                                "=SHINCHOKU.PACE(60,100,50,1,5)",
                                "=SHINCHOKU.STATUS(96,97.2)",
                                "=SHINCHOKU.GRADE(85)",
                                "=SHINCHOKU.NEEDED(80,100,4)",
                                "=SHINCHOKU.FISCALYEAR(2026)",
                                "=SHINCHOKU.WAREKI(2026)",
                                "=SHINCHOKU.VALUE(\"60万人\")",
                                "=SHINCHOKU.KIND(\"5%以下\")",
                                "=SHINCHOKU.RATE(\"58万人\",\"60万人\")",
                                "=SHINCHOKU.RATE(\"4%\",\"5%以下\")",
                                "=SHINCHOKU.FISCALYEAR(\"令和8年度\")",
                                "=SHINCHOKU.EXPLAIN(96,97.2)",
                                "=SHINCHOKU.SUMMARY({100,100,100,100,100},{90,95,100,101,102})",
                                "=SHINCHOKU.CHECK({90,95},{91,96},{2024,2025},\"2026-05-31\")"}) {
        benchmark::RegisterBenchmark(formula, call_formula, std::string(formula));
    }
    return 0;
}();

}  // namespace
