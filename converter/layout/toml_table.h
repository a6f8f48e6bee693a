#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/diagnostics.h"
#include "layout/toml_source.h"

namespace shinchoku::layout {

// Takes the values of one table key by key and reports what is of the wrong kind; keys nobody asked
// for are reported by finish(), so that a slip of the pen does not pass in silence.
class TableReader {
public:
    // `table` may be null: a table that the file does not have. What is given must outlive it.
    TableReader(const TomlValue* table, std::string_view name, Diagnostics& diagnostics);

    [[nodiscard]] bool is_there() const { return table_ != nullptr; }

    // Null where the key is absent.
    [[nodiscard]] const TomlValue* value(std::string_view key);

    // `into` keeps its value where the key is absent.
    void text(std::string_view key, std::string& into);
    void required_text(std::string_view key, std::string& into);
    void number_as_text(std::string_view key, std::string& into);
    void word(std::string_view key, const std::vector<std::string>& known, std::string& into);
    void integer(std::string_view key, int least, int most, int& into);
    void required_integer(std::string_view key, int least, int most, int& into);
    void number(std::string_view key, double& into);
    void texts(std::string_view key, std::vector<std::string>& into);

    void finish();

private:
    void require(std::string_view key);

    const TomlValue* table_;
    std::string name_;
    Diagnostics& diagnostics_;
    std::vector<std::string> asked_;
};

// Reports a value of another kind than wanted ("a text").
void report_kind(const TomlValue& value, const base::Text& wanted, Diagnostics& diagnostics);

// The texts of an array, or one text alone; others are reported.
[[nodiscard]] std::vector<std::string> texts_of(const TomlValue& value, Diagnostics& diagnostics);

// Reports a word that is none of the known ones.
[[nodiscard]] bool expect_word(const TomlValue& value,
                               const std::vector<std::string>& known,
                               Diagnostics& diagnostics);

}  // namespace shinchoku::layout
