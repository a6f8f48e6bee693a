#include "formats/json_writer.h"

#include <utility>

#include "base/utf8.h"

namespace shinchoku::formats {

namespace {

void append_escape(std::string& out, char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            out += "\\u00";
            out += digits[static_cast<unsigned char>(c) >> 4];
            out += digits[static_cast<unsigned char>(c) & 15];
            return;
    }
}

bool needs_escape(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

// A file's name may be no UTF-8; a JSON document always is.
std::string well_formed(std::string_view text) {
    std::string mended;
    for (std::size_t at = 0; at < text.size();) {
        base::append_utf8(mended, base::next_code_point(text, at));
    }
    return mended;
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
    if (base::find_invalid_utf8(text)) {
        append_json_string(out, well_formed(text));
        return;
    }
    out += '"';
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (needs_escape(text[i])) {
            out.append(text, begin, i - begin);
            append_escape(out, text[i]);
            begin = i + 1;
        }
    }
    out.append(text, begin);
    out += '"';
}

JsonWriter& JsonWriter::key(std::string_view name) {
    separate();
    append_json_string(text_, name);
    text_ += ": ";
    after_key_ = true;
    return *this;
}

void JsonWriter::value(std::string_view text) {
    separate();
    append_json_string(text_, text);
}

void JsonWriter::value_or_null(std::string_view text) {
    if (text.empty()) {
        null();
    } else {
        value(text);
    }
}

std::string JsonWriter::take() && {
    text_ += '\n';
    return std::move(text_);
}

void JsonWriter::begin(char bracket, Shape shape) {
    separate();
    text_ += bracket;
    ++depth_;
    first_ = true;
    if (shape == Shape::line && line_depth_ == 0) {
        line_depth_ = depth_;
    }
}

void JsonWriter::end(char bracket) {
    const bool on_one_line = line_depth_ != 0;
    if (line_depth_ == depth_) {
        line_depth_ = 0;
    }
    --depth_;
    if (!first_ && !on_one_line) {
        break_line();
    }
    text_ += bracket;
    first_ = false;
}

void JsonWriter::scalar(std::string_view text) {
    separate();
    text_ += text;
}

void JsonWriter::separate() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (depth_ == 0) {
        return;
    }
    if (!first_) {
        text_ += ',';
    }
    if (line_depth_ == 0) {
        break_line();
    } else if (!first_) {
        text_ += ' ';
    }
    first_ = false;
}

void JsonWriter::break_line() {
    text_ += '\n';
    text_.append(static_cast<std::size_t>(depth_) * 2, ' ');
}

}  // namespace shinchoku::formats
