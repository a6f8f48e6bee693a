// What the sample master book of 31 forms costs at each step, in process.

#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <string>

#include "check/check.h"
#include "layout/bind.h"
#include "layout/layout_file.h"
#include "xlsx/reader.h"

namespace {

using namespace shinchoku;

std::string contents(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

struct Input {
    std::string workbook;
    std::string layout;
};

Input& input() {
    static Input files{contents(SHINCHOKU_SOURCE_DIR "/sample_workbooks/minami_alps/master.xlsx"),
                       contents(SHINCHOKU_SOURCE_DIR "/templates/minami_alps/layout.toml")};
    return files;
}

void read_workbook(benchmark::State& state) {
    for (auto _ : state) {
        auto read = xlsx::read_workbook(input().workbook);
        benchmark::DoNotOptimize(read);
    }
}
BENCHMARK(read_workbook)->Unit(benchmark::kMicrosecond);

void load_layout(benchmark::State& state) {
    for (auto _ : state) {
        auto loaded = layout::load_layout(input().layout, "layout.toml");
        benchmark::DoNotOptimize(loaded);
    }
}
BENCHMARK(load_layout)->Unit(benchmark::kMicrosecond);

void bind_and_check(benchmark::State& state) {
    const auto loaded = layout::load_layout(input().layout, "layout.toml");
    const auto read = xlsx::read_workbook(input().workbook);
    if (!loaded || !read) {
        state.SkipWithError("the sample or its layout cannot be read");
        return;
    }
    const layout::Layout& layout = loaded.value().layout;
    check::CheckOptions options;
    options.as_of = {2027, 5, 31};
    options.layouts[layout.id] = &layout;
    for (auto _ : state) {
        const layout::Reading reading = layout::bind(read.value().workbook, {&layout}, {});
        auto findings = check::check(reading, options);
        benchmark::DoNotOptimize(findings);
    }
}
BENCHMARK(bind_and_check)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
