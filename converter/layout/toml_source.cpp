#include "layout/toml_source.h"

#include <algorithm>

// toml++ 3.3 asserts, or lets the compiler assume, that what follows "[" can begin a key, and only
// then looks and refuses it: without its assertions it refuses any text as it should.
#undef NDEBUG
#define TOML_ASSERT(condition) static_assert(true)
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#define TOML_ENABLE_WINDOWS_COMPAT 0
#include <toml++/toml.h>

namespace shinchoku::layout {
namespace {

SourcePlace place_of(const toml::source_region& region) {
    return {static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

std::string shortest(double number) {
    char text[32];
    const std::to_chars_result end = std::to_chars(text, text + sizeof text, number);
    return {text, end.ptr};
}

TomlValue to_value(const toml::node& node) {
    TomlValue value;
    value.place = place_of(node.source());
    if (const auto* text = node.as_string()) {
        value.kind = TomlValue::Kind::text;
        value.text = text->get();
    } else if (const auto* integer = node.as_integer()) {
        value.kind = TomlValue::Kind::integer;
        value.integer = integer->get();
        value.text = std::to_string(integer->get());
    } else if (const auto* decimal = node.as_floating_point()) {
        value.kind = TomlValue::Kind::decimal;
        value.text = shortest(decimal->get());
    } else if (const auto* boolean = node.as_boolean()) {
        value.kind = TomlValue::Kind::boolean;
        value.boolean = boolean->get();
    } else if (const auto* array = node.as_array()) {
        value.kind = TomlValue::Kind::array;
        for (const toml::node& item : *array) {
            value.items.push_back(to_value(item));
        }
    } else if (const auto* table = node.as_table()) {
        value.kind = TomlValue::Kind::table;
        for (const auto& [key, item] : *table) {
            value.entries.push_back(
                {std::string(key.str()), place_of(key.source()), to_value(item)});
        }
        std::stable_sort(value.entries.begin(),
                         value.entries.end(),
                         [](const TomlEntry& a, const TomlEntry& b) { return a.place < b.place; });
    }
    return value;
}

constexpr std::string_view blanks = " \t\r\n";

bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::size_t start_of_line(std::string_view file, int line) {
    std::size_t at = 0;
    for (int i = 1; i < line; ++i) {
        const std::size_t end = file.find('\n', at);
        if (end == file.npos) {
            return file.size();
        }
        at = end + 1;
    }
    return at;
}

}  // namespace

const TomlEntry* TomlValue::find(std::string_view key) const {
    const auto found = std::find_if(
        entries.begin(), entries.end(), [&](const TomlEntry& entry) { return entry.key == key; });
    return found == entries.end() ? nullptr : &*found;
}

base::Result<TomlValue, Diagnostic> parse_toml(std::string_view text) {
    const toml::parse_result parsed = toml::parse(text);
    if (parsed) {
        return to_value(parsed.table());
    }
    const std::string why(parsed.error().description());
    const SourcePlace place = place_of(parsed.error().source());
    return Diagnostic{base::Severity::error,
                      "layout.toml",
                      place.line,
                      place.column_number,
                      {"TOML として読めません（" + why + "）。", "Not valid TOML: " + why + "."},
                      {"この行の引用符、かっこ、= を確かめてください。",
                       "Check the quotes, brackets and = of this line."}};
}

StringPlaces::StringPlaces(std::string_view file, SourcePlace opening_quote)
    : file_(file), start_place_(opening_quote) {
    start_ = start_of_line(file, opening_quote.line);
    if (opening_quote.line == 1 && file.starts_with("\xEF\xBB\xBF")) {
        start_ += 3;  // the byte order mark is no column
    }
    for (int column = 1; column < opening_quote.column_number && start_ < file.size(); ++column) {
        ++start_;
        while (start_ < file.size() && is_continuation(file[start_])) {
            ++start_;
        }
    }
    open();
}

void StringPlaces::open() {
    raw_ = start_;
    place_ = start_place_;
    offset_ = 0;
    const std::string_view rest = file_.substr(raw_);
    escapes_ = rest.starts_with('"');
    const bool multi_line = rest.starts_with("'''") || rest.starts_with("\"\"\"");
    for (int i = 0; i < (multi_line ? 3 : 1); ++i) {
        advance_raw();
    }
    if (multi_line) {
        skip_line_break();
    }
}

SourcePlace StringPlaces::at(std::size_t offset) {
    if (offset < offset_) {
        open();
    }
    while ((offset_ < offset || at_continuation()) && raw_ < file_.size()) {
        step();
    }
    return place_;
}

// At a backslash that ends a line: it and the blanks behind it are no part of the value.
bool StringPlaces::at_continuation() const {
    return escapes_ && raw_ + 1 < file_.size() && file_[raw_] == '\\' &&
           blanks.find(file_[raw_ + 1]) != blanks.npos;
}

// Moves past one code point of the file.
void StringPlaces::advance_raw() {
    if (raw_ >= file_.size()) {
        return;
    }
    if (file_[raw_] == '\n') {
        ++place_.line;
        place_.column_number = 1;
    } else {
        ++place_.column_number;
    }
    ++raw_;
    while (raw_ < file_.size() && is_continuation(file_[raw_])) {
        ++raw_;
    }
}

void StringPlaces::skip_line_break() {
    if (file_.substr(raw_).starts_with("\r\n")) {
        advance_raw();
    }
    if (file_.substr(raw_).starts_with("\n")) {
        advance_raw();
    }
}

// Moves past one character of the value.
void StringPlaces::step() {
    if (escapes_ && file_[raw_] == '\\') {
        step_escape();
        return;
    }
    if (file_.substr(raw_).starts_with("\r\n")) {
        advance_raw();  // the value holds a line feed alone
    }
    const std::size_t before = raw_;
    advance_raw();
    offset_ += raw_ - before;
}

void StringPlaces::step_escape() {
    advance_raw();
    const char what = raw_ < file_.size() ? file_[raw_] : '\0';
    if (what == 'u' || what == 'U') {
        unsigned code_point = 0;
        const int digits = what == 'u' ? 4 : 8;
        advance_raw();
        for (int i = 0; i < digits && raw_ < file_.size(); ++i) {
            const char c = file_[raw_];
            const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
            code_point = code_point * 16 + static_cast<unsigned>(digit);
            advance_raw();
        }
        offset_ += code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
        return;
    }
    if (blanks.find(what) != blanks.npos) {
        while (raw_ < file_.size() && blanks.find(file_[raw_]) != blanks.npos) {
            advance_raw();
        }
        return;
    }
    advance_raw();
    ++offset_;
}

}  // namespace shinchoku::layout
