#include "xlsx/xml_encoding.h"

#include <array>
#include <cstdint>
#include <cstring>

#include "base/utf8.h"

namespace shinchoku::xlsx {
namespace {

enum class Order { little, big };

unsigned byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

char32_t unit_at(std::string_view part, std::size_t at, Order order) {
    const unsigned a = byte_at(part, at);
    const unsigned b = byte_at(part, at + 1);
    return order == Order::little ? a | b << 8 : a << 8 | b;
}

XmlPlace recode_utf16(std::string& part, std::size_t from, Order order) {
    if (part.size() % 2 != 0) {
        return {XmlFault::broken_utf16, part.size() - 1};
    }
    std::string text;
    text.reserve(part.size());
    for (std::size_t at = from; at < part.size(); at += 2) {
        char32_t code_point = unit_at(part, at, order);
        if (code_point >= 0xD800 && code_point < 0xE000) {
            const bool high = code_point < 0xDC00 && at + 3 < part.size();
            const char32_t low = high ? unit_at(part, at + 2, order) : 0;
            if (low < 0xDC00 || low > 0xDFFF) {
                return {XmlFault::broken_utf16, at};
            }
            code_point = 0x10000 + ((code_point - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        }
        base::append_utf8(text, code_point);
    }
    part = std::move(text);
    return {};
}

// The length of the well-formed, allowed character of more than one byte at `p`, 0 where there is
// none. REQUIRES: four readable bytes; what follows the text must be NUL.
std::size_t wide_character(const unsigned char* p) {
    const auto follows = [&](int at) { return (p[at] & 0xC0) == 0x80; };
    if (p[0] >= 0xE1 && p[0] <= 0xEC) {  // nearly all Japanese
        return follows(1) && follows(2) ? 3 : 0;
    }
    if (p[0] >= 0xC2 && p[0] <= 0xDF) {
        return follows(1) ? 2 : 0;
    }
    if (p[0] == 0xE0) {
        return p[1] >= 0xA0 && follows(1) && follows(2) ? 3 : 0;
    }
    if (p[0] == 0xED) {  // surrogates
        return p[1] <= 0x9F && follows(1) && follows(2) ? 3 : 0;
    }
    if (p[0] == 0xEE || p[0] == 0xEF) {
        const bool not_a_character = p[0] == 0xEF && p[1] == 0xBF && p[2] >= 0xBE;
        return follows(1) && follows(2) && !not_a_character ? 3 : 0;
    }
    if (p[0] >= 0xF0 && p[0] <= 0xF4) {
        const bool in_range = (p[0] != 0xF0 || p[1] >= 0x90) && (p[0] != 0xF4 || p[1] <= 0x8F);
        return in_range && follows(1) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

// True where all eight bytes are printable ASCII or DEL: the common case, at one step.
bool eight_plain(const unsigned char* p) {
    constexpr std::uint64_t high = 0x8080808080808080u;
    constexpr std::uint64_t space = 0x2020202020202020u;
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, p, sizeof bytes);
    return ((bytes | (bytes - space)) & high) == 0;
}

}  // namespace

XmlPlace recode_to_utf8(std::string& part) {
    const auto begins = [&](std::string_view bytes) {
        return part.compare(0, bytes.size(), bytes) == 0;
    };
    using namespace std::string_view_literals;
    if (begins("\xFF\xFE\0\0"sv) || begins("\0\0\xFE\xFF"sv) || begins("<\0\0\0"sv) ||
        begins("\0\0\0<"sv)) {
        return {XmlFault::encoding, 0};
    }
    if (begins("\xFF\xFE"sv)) {
        return recode_utf16(part, 2, Order::little);
    }
    if (begins("\xFE\xFF"sv)) {
        return recode_utf16(part, 2, Order::big);
    }
    if (begins("<\0"sv)) {
        return recode_utf16(part, 0, Order::little);
    }
    if (begins("\0<"sv)) {
        return recode_utf16(part, 0, Order::big);
    }
    return {};
}

XmlPlace check_characters(std::string_view text) {
    const auto* const begin = reinterpret_cast<const unsigned char*>(text.data());
    const unsigned char* const end = begin + text.size();
    const auto broken = [&](XmlFault fault, const unsigned char* p) {
        return XmlPlace{fault, static_cast<std::size_t>(p - begin)};
    };
    for (const unsigned char* p = begin; p != end;) {
        while (end - p >= 8 && eight_plain(p)) {
            p += 8;
        }
        // One character after another as long as they are wide: Japanese stands in runs.
        while (p != end && *p < 0x80) {
            if (*p < 0x20 && *p != '\t' && *p != '\n' && *p != '\r') {
                return broken(XmlFault::forbidden_character, p);
            }
            ++p;
            if (end - p >= 8 && eight_plain(p)) {
                break;
            }
        }
        while (p != end && *p >= 0x80) {
            std::array<unsigned char, 4> last{};
            const unsigned char* at = p;
            if (end - p < 4) {
                std::memcpy(last.data(), p, static_cast<std::size_t>(end - p));
                at = last.data();
            }
            const std::size_t length = wide_character(at);
            if (length == 0) {
                const bool not_a_character =
                    at[0] == 0xEF && at[1] == 0xBF && at[2] >= 0xBE && at[2] <= 0xBF;
                return broken(
                    not_a_character ? XmlFault::forbidden_character : XmlFault::invalid_utf8, p);
            }
            p += length;
        }
    }
    return {};
}

}  // namespace shinchoku::xlsx
