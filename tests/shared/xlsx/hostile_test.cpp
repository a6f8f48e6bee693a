#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "file_bytes.h"
#include "xlsx/reader.h"

// The hostile set, each case read in a process of its own with limits: no crash, no hang, no
// blow-up, and each ends as its manifest and design/safety.md say.

namespace shinchoku::xlsx {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

bool starts_any(const std::string& name, const std::vector<std::string>& prefixes) {
    for (const std::string& prefix : prefixes) {
        if (name.starts_with("files/" + prefix)) {
            return true;
        }
    }
    return false;
}

// The manifest refuses the whole file for one damaged cell; here the cell is said (F13) and the
// rest is read, as design/safety.md decides.
bool is_cell_damage(const json& item) {
    return item["cls"] == "REJ" && starts_any(item["file"], {"s_sst_index_", "s_num_"});
}

std::string wrong_cells(const json& item, const sheet::Workbook& workbook) {
    const auto sheet =
        std::find_if(workbook.sheets.begin(), workbook.sheets.end(), [&](const sheet::Sheet& one) {
            return one.name == item["sheet"].get<std::string>();
        });
    if (sheet == workbook.sheets.end()) {
        return "no such sheet";
    }
    for (const auto& [place, value] : item["cells"].items()) {
        const sheet::Cell* const cell = sheet->find(*base::parse_a1(place));
        const bool same =
            cell != nullptr &&
            (value.is_string()
                 ? cell->type == sheet::CellType::text && cell->text == value.get<std::string>()
                 : cell->type == sheet::CellType::number && cell->number == value.get<double>());
        if (!same) {
            return place + " differs";
        }
    }
    return {};
}

// Empty where the case ends as it must.
std::string verdict_on(const json& item, const std::string& bytes) {
    const auto result = read_workbook(bytes);
    if (!result) {
        const bool is_named =
            std::set<std::string>{"F01", "F02", "F11", "F12"}.contains(result.error().rule);
        return item["cls"] == "OK" || is_cell_damage(item) ? "refused: " + result.error().message.en
               : is_named                                  ? ""
                                                           : "refused by " + result.error().rule;
    }
    bool has_error = false;
    for (const base::Finding& finding : result.value().findings) {
        has_error |= finding.severity == base::Severity::error;
    }
    if (is_cell_damage(item)) {
        return has_error ? "" : "the damaged cell is not reported";
    }
    if (item["cls"] == "REJ") {
        return "not refused";
    }
    if (item["cls"] == "OK" && has_error) {
        return "read with an error";
    }
    return item["cells"].is_null() ? "" : wrong_cells(item, result.value().workbook);
}

// Reads one case in a child process and says what was wrong.
std::string run(const fs::path& folder, const json& item) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) {
        return "no pipe";
    }
    const pid_t child = fork();
    if (child == 0) {
        // Three times the limit, as safety.md has it; the clock of the processor, not the wall.
        const rlim_t seconds = item["max_seconds"].get<rlim_t>() * 3;
        const rlimit limit{seconds, seconds};
        setrlimit(RLIMIT_CPU, &limit);
        const std::string verdict =
            verdict_on(item, bytes_of(folder / item["file"].get<std::string>()));
        const bool written = write(ends[1], verdict.data(), verdict.size()) >= 0;
        _exit(verdict.empty() && written ? 0 : 1);
    }
    close(ends[1]);
    std::string verdict;
    std::array<char, 512> buffer{};
    for (ssize_t got = 0; (got = read(ends[0], buffer.data(), buffer.size())) > 0;) {
        verdict.append(buffer.data(), static_cast<std::size_t>(got));
    }
    close(ends[0]);
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    if (!WIFEXITED(status)) {
        return "ended by signal " + std::to_string(WTERMSIG(status));
    }
    if (usage.ru_maxrss / 1024 > item["max_rss_mib"].get<long>() * 3) {
        return "took " + std::to_string(usage.ru_maxrss / 1024) + " MiB";
    }
    return verdict;
}

TEST(Hostile, EveryCaseEndsAsItMust) {
    const fs::path source = fs::path(SHINCHOKU_SHARED_DIR) / "hostile";
    const fs::path folder = fs::temp_directory_path() / ("hostile_" + std::to_string(getpid()));
    const std::string command = "python3 '" + (source / "gen_hostile.py").string() + "' '" +
                                folder.string() + "' --small > /dev/null";
    fs::create_directories(folder);
    ASSERT_EQ(std::system(command.c_str()), 0) << command;  // NOLINT: the generator is a script
    const json manifest = json::parse(bytes_of(source / "manifest.json"));
    int count = 0;
    for (const json& item : manifest) {
        if (!fs::exists(folder / item["file"].get<std::string>())) {
            continue;  // left out by --small: cases whose making takes hundreds of MiB
        }
        ++count;
        EXPECT_EQ(run(folder, item), "") << item["file"] << ": " << item["must"];
    }
    EXPECT_GE(count, 387);
    fs::remove_all(folder);
}

}  // namespace
}  // namespace shinchoku::xlsx
