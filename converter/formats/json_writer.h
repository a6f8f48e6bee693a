#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"

namespace shinchoku::formats {

// Writes one JSON document, keys in the order in which they come, two spaces a level. Numbers are
// decimal text, never doubles. Bytes that are no UTF-8 become U+FFFD. REQUIRES: every begin has its
// end, a key stands before each member.
class JsonWriter {
public:
    // How an object or array is laid out: over lines, or on one line with all that is in it.
    enum class Shape { lines, line };

    void begin_object(Shape shape = Shape::lines) { begin('{', shape); }
    void end_object() { end('}'); }
    void begin_array(Shape shape = Shape::lines) { begin('[', shape); }
    void end_array() { end(']'); }

    JsonWriter& key(std::string_view name);
    void null() { scalar("null"); }
    void value(std::string_view text);
    void value(const char* text) { value(std::string_view(text)); }
    void value(const base::Decimal& number) { scalar(number.to_string()); }
    void value(std::int64_t number) { scalar(std::to_string(number)); }
    void value(int number) { scalar(std::to_string(number)); }
    void value(bool truth) { scalar(truth ? "true" : "false"); }
    // null where there is none.
    template <class T>
    void value(const std::optional<T>& maybe) {
        if (maybe) {
            value(*maybe);
        } else {
            null();
        }
    }
    // null where the text is empty: the model's "unknown" of such a key.
    void value_or_null(std::string_view text);

    // The document, with a line break at its end.
    [[nodiscard]] std::string take() &&;

private:
    void begin(char bracket, Shape shape);
    void end(char bracket);
    void scalar(std::string_view text);
    void separate();  // what stands before the next member or element
    void break_line();

    std::string text_;
    int depth_ = 0;
    int line_depth_ = 0;  // depth of the outermost one-line bracket; 0 outside of one
    bool first_ = true;   // nothing yet in the innermost bracket
    bool after_key_ = false;
};

// The text in quotes, escaped as JSON asks.
void append_json_string(std::string& out, std::string_view text);

}  // namespace shinchoku::formats
