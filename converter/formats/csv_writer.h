#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace shinchoku::formats {

// A CSV that Excel opens as it is: UTF-8 with a byte order mark, lines ended by CR LF, quotes where
// needed. A text that Excel would take for a formula (it begins with = + - @ or a control
// character) is quoted and gets an apostrophe before it; a plain number such as -5 stays.
class CsvWriter {
public:
    explicit CsvWriter(std::initializer_list<std::string_view> header) { row(header); }
    explicit CsvWriter(std::span<const std::string> header) { row(header); }

    void row(std::initializer_list<std::string_view> fields);
    void row(std::span<const std::string> fields);
    [[nodiscard]] std::string take() &&;

private:
    std::string text_ = "\xEF\xBB\xBF";
};

}  // namespace shinchoku::formats
