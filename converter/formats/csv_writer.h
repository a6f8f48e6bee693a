#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace shinchoku::formats {

// A CSV that Excel opens as it is: UTF-8 with a byte order mark, lines ended by CR LF, quotes where
// needed. A text that Excel would take for a formula (it begins with = + - @ or a control
// character) is quoted and gets an apostrophe before it; a plain number such as -5 stays.
class CsvWriter {
public:
    explicit CsvWriter(std::initializer_list<std::string_view> header);

    void row(std::initializer_list<std::string_view> fields);
    [[nodiscard]] std::string take() &&;

private:
    std::string text_;
};

}  // namespace shinchoku::formats
