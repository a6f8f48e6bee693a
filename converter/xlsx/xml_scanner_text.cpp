#include <cstring>

#include "xlsx/xml_characters.h"
#include "xlsx/xml_reference.h"
#include "xlsx/xml_scanner.h"

// The half of the scanner that decodes values and texts, in place.

namespace shinchoku::xlsx {

bool Scanner::read_attribute() {
    const char* const name = p_;
    char* p = skip(p_, name_class);
    const std::string_view qualified(name, static_cast<std::size_t>(p - name));
    if (qualified.empty() || !has_class(*name, name_start_class)) {
        return false;
    }
    p_ = p = skip(p, space_class);
    if (*p != '=') {
        return false;
    }
    p_ = p = skip(p + 1, space_class);
    const char quote = *p;
    if (quote != '"' && quote != '\'') {
        return false;
    }
    char* const value = ++p;
    p_ = p = skip_to(p, value_stop);
    const char* end = p;
    if (*p == quote) {
        ++p_;
    } else {
        end = read_value(p, quote);  // something in it is to be decoded
    }
    if (end == nullptr) {
        return false;
    }
    attributes_.push_back({qualified, {value, static_cast<std::size_t>(end - value)}});
    return true;
}

// Decodes a value in place and steps past its quote; gives the end of the decoded text.
char* Scanner::read_value(char* out, char quote) {
    for (;;) {
        char* const run = p_;
        p_ = skip_to(run, value_stop);
        const auto length = static_cast<std::size_t>(p_ - run);
        if (out != run) {
            std::memmove(out, run, length);
        }
        out += length;
        const char c = *p_;
        if (c == quote) {
            ++p_;
            return out;
        }
        if (c == '<' || p_ == end_) {
            return nullptr;
        }
        if (c == '&') {
            out = decode_reference(out);
            if (out == nullptr) {
                return nullptr;
            }
        } else {
            p_ += c == '\r' && p_[1] == '\n' ? 2 : 1;
            *out++ = c == '"' || c == '\'' ? c : ' ';  // a line break or tab is a space here
        }
    }
}

// Moves the text up to the next markup to `out`, decoded, and gives its end. Called with out == p_
// it moves nothing until something shrinks.
char* Scanner::read_text(char* out) {
    for (;;) {
        char* const run = p_;
        p_ = skip_to(run, text_stop);
        const auto length = static_cast<std::size_t>(p_ - run);
        if (out != run) {
            std::memmove(out, run, length);
        }
        out += length;
        switch (*p_) {
            case '&':
                out = decode_reference(out);
                if (out == nullptr) {
                    return nullptr;
                }
                break;
            case '\r':  // CRLF and CR are LF
                p_ += p_[1] == '\n' ? 2 : 1;
                *out++ = '\n';
                break;
            case ']':
                if (p_[1] == ']' && p_[2] == '>') {
                    fail(XmlFault::malformed_tag, p_);
                    return nullptr;
                }
                *out++ = *p_++;
                break;
            default:  // markup, or the end
                return out;
        }
    }
}

char* Scanner::read_cdata(char* out) {
    char* from = p_ + 9;
    if (!skip_past("]]>")) {
        return nullptr;
    }
    for (const char* const to = p_ - 3; from < to; ++from) {
        if (*from == '\r') {
            from += from[1] == '\n' ? 1 : 0;
            *out++ = '\n';
        } else {
            *out++ = *from;
        }
    }
    return out;
}

char* Scanner::decode_reference(char* out) {
    const Reference reference = parse_reference(p_);
    if (reference.length == 0) {
        fail(XmlFault::reference, p_);
        return nullptr;
    }
    p_ += reference.length;
    return write_utf8(out, reference.code_point);
}

std::string_view Scanner::element_text() {
    if (pending_end_) {
        pending_end_ = false;
        close();
        return {};
    }
    char* const first = p_;
    char* out = p_;
    while (!is_broken()) {
        out = read_text(out);
        if (out == nullptr) {
            break;
        }
        if (p_ == end_) {
            fail(XmlFault::unfinished, p_);
            break;
        }
        if (p_[1] == '/') {
            if (read_end_tag()) {
                return {first, static_cast<std::size_t>(out - first)};
            }
        } else if (begins_with(p_, "<![CDATA[")) {
            out = read_cdata(out);
            if (out == nullptr) {
                break;
            }
        } else if (step_over_markup() == Markup::start && read_start_tag()) {
            skip_element();
        }
    }
    return {};
}

}  // namespace shinchoku::xlsx
