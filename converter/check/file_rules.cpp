#include <charconv>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/text.h"
#include "check/sheet_view.h"

namespace shinchoku::check {
namespace {

// Japan is nine hours ahead of the clock that dcterms:modified is written by, all the year round.
constexpr std::chrono::hours ahead_of_utc{9};

std::optional<int> digits_at(std::string_view text, std::size_t at, std::size_t count) {
    int number = 0;
    if (text.size() < at + count) {
        return std::nullopt;
    }
    const char* const first = text.data() + at;
    const auto [rest, error] = std::from_chars(first, first + count, number);
    return error == std::errc() && rest == first + count ? std::optional(number) : std::nullopt;
}

// "2027-05-31T16:00:00Z" is 1 June in Japan. A date without a time, and a time that is said to be
// local, count as they stand.
std::optional<plan::Date> day_of(std::string_view written) {
    const auto date = plan::parse_iso_date(written.substr(0, 10));
    const auto hour = digits_at(written, 11, 2);
    if (!date || !hour || *hour > 23 || !written.ends_with('Z')) {
        return date;
    }
    const std::chrono::year_month_day utc{std::chrono::year(date->year),
                                          std::chrono::month(static_cast<unsigned>(date->month)),
                                          std::chrono::day(static_cast<unsigned>(date->day))};
    const auto moved = std::chrono::sys_days(utc) + std::chrono::hours(*hour) + ahead_of_utc;
    const std::chrono::year_month_day here{std::chrono::floor<std::chrono::days>(moved)};
    return plan::Date{static_cast<int>(here.year()),
                      static_cast<int>(static_cast<unsigned>(here.month())),
                      static_cast<int>(static_cast<unsigned>(here.day()))};
}

bool is_trusted(std::string_view application) {
    return application.empty() || application.find("Excel") != application.npos ||
           application.find("shinchoku") != application.npos;
}

Remark file_remark(base::Severity severity, std::string found) {
    return {.rule = "F09", .severity = severity, .found = std::move(found)};
}

}  // namespace

void saved_file(const sheet::Properties& properties,
                const WorkbookOptions& options,
                Collector& out) {
    if (!is_trusted(properties.application)) {
        Remark remark = file_remark(base::Severity::info, properties.application);
        remark.message = {"Excel 以外のプログラムで保存されています。",
                          "It was saved by another program than Excel."};
        out.add_on_whole_file(options.file, "application", std::move(remark));
    }
    const std::optional<plan::Date> saved = day_of(properties.modified);
    if (!saved || !options.distributed || !options.deadline) {
        return;
    }
    if (*saved < *options.distributed || *saved > *options.deadline) {
        const bool is_early = *saved < *options.distributed;
        Remark remark = file_remark(base::Severity::warning, plan::to_iso(*saved));
        remark.expected =
            plan::to_iso(*options.distributed) + "～" + plan::to_iso(*options.deadline);
        remark.message = is_early ? base::Text{"最後の保存が、配布の日より前です。",
                                               "It was last saved before it was distributed."}
                                  : base::Text{"最後の保存が、締切の日より後です。",
                                               "It was last saved after the deadline."};
        out.add_on_whole_file(options.file, is_early ? "early" : "late", std::move(remark));
    }
}

}  // namespace shinchoku::check
