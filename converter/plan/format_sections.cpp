#include "plan/format_sections.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"

namespace shinchoku::plan {
namespace {

using FormatKind = FormatToken::Kind;

using base::to_lower;

bool equal_in_any_case(std::string_view text, std::string_view lower) {
    return text.size() == lower.size() &&
           std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) {
               return to_lower(a) == b;
           });
}

// Reads one section; stops at its semicolon.
class SectionReader {
public:
    SectionReader(std::string_view code, std::size_t at) : code_(code), at_(at) {}

    FormatSection read() {
        while (at_ < code_.size() && code_[at_] != ';') {
            read_element();
        }
        return std::move(section_);
    }

    [[nodiscard]] std::size_t place() const { return at_; }

private:
    void read_element() {
        const char c = code_[at_];
        if (c == '"') {
            read_quoted();
        } else if (c == '\\') {
            ++at_;
            literal(take_character());
        } else if (c == '_') {
            // A blank as wide as the next character.
            ++at_;
            static_cast<void>(take_character());
            literal(" ");
        } else if (c == '*') {
            // A filler: how often it is shown depends on the column's width.
            ++at_;
            static_cast<void>(take_character());
        } else if (c == '[') {
            read_bracket();
        } else if (!read_word() && !read_symbol(c)) {
            literal(take_character());
        }
    }

    std::string take_character() {
        if (at_ >= code_.size()) {
            return {};
        }
        const std::size_t from = at_;
        static_cast<void>(base::next_code_point(code_, at_));
        return std::string(code_.substr(from, at_ - from));
    }

    void literal(std::string_view text) {
        if (!section_.tokens.empty() && section_.tokens.back().kind == FormatKind::literal) {
            section_.tokens.back().text += text;
        } else if (!text.empty()) {
            section_.tokens.push_back({FormatKind::literal, std::string(text)});
        }
    }

    void read_quoted() {
        const std::size_t end = std::min(code_.find('"', at_ + 1), code_.size());
        literal(code_.substr(at_ + 1, end - at_ - 1));
        at_ = std::min(end + 1, code_.size());
    }

    void read_bracket() {
        const std::size_t end = std::min(code_.find(']', at_), code_.size());
        const std::string_view inside = code_.substr(at_ + 1, end - at_ - 1);
        at_ = std::min(end + 1, code_.size());
        if (inside.starts_with('$')) {
            const std::size_t dash = inside.find('-');
            literal(inside.substr(1, dash == std::string_view::npos ? dash : dash - 1));
            section_.gannen = section_.gannen || inside.find("gannen") != std::string_view::npos;
        } else if (!inside.empty() && std::string_view("<>=").find(inside[0]) < 3) {
            read_condition(inside);
        } else if (!inside.empty() &&
                   std::all_of(inside.begin(),
                               inside.end(),
                               [&](char c) { return to_lower(c) == to_lower(inside[0]); }) &&
                   std::string_view("hms").find(to_lower(inside[0])) < 3) {
            section_.tokens.push_back({FormatKind::date, "[" + std::string(inside) + "]"});
        }
    }

    void read_condition(std::string_view inside) {
        const std::size_t size = inside.find_first_not_of("<>=");
        if (size == std::string_view::npos) {
            return;
        }
        if (const auto number = base::Decimal::parse(inside.substr(size))) {
            section_.condition = FormatCondition{std::string(inside.substr(0, size)), *number};
        }
    }

    // General, AM/PM, a run of date letters.
    bool read_word() {
        static constexpr std::array<std::pair<std::string_view, FormatKind>, 4> words = {
            {{"general", FormatKind::general},
             {"g/標準", FormatKind::general},
             {"am/pm", FormatKind::date},
             {"a/p", FormatKind::date}}};
        for (const auto& [word, kind] : words) {
            const std::string_view here = code_.substr(at_, word.size());
            if (equal_in_any_case(here, word)) {
                section_.tokens.push_back({kind, std::string(here)});
                at_ += here.size();
                return true;
            }
        }
        const char letter = to_lower(code_[at_]);
        const bool exponent = letter == 'e' && at_ + 1 < code_.size() &&
                              (code_[at_ + 1] == '+' || code_[at_ + 1] == '-');
        if (exponent || std::string_view("ymdhsegabr").find(letter) == std::string_view::npos) {
            return false;
        }
        std::string run;
        while (at_ < code_.size() && to_lower(code_[at_]) == letter) {
            run += letter;
            ++at_;
        }
        section_.tokens.push_back({FormatKind::date, run});
        return true;
    }

    bool read_symbol(char c) {
        static constexpr std::array<std::pair<char, FormatKind>, 8> symbols = {
            {{'0', FormatKind::digit},
             {'#', FormatKind::digit},
             {'?', FormatKind::digit},
             {'.', FormatKind::point},
             {',', FormatKind::comma},
             {'%', FormatKind::percent},
             {'/', FormatKind::slash},
             {'@', FormatKind::text}}};
        if (to_lower(c) == 'e') {  // of a run of date letters, only where a sign follows
            section_.tokens.push_back({FormatKind::exponent, std::string(code_.substr(at_, 2))});
            at_ += 2;
            return true;
        }
        for (const auto& [symbol, kind] : symbols) {
            if (symbol == c) {
                section_.tokens.push_back({kind, std::string(1, c)});
                ++at_;
                return true;
            }
        }
        return false;
    }

    std::string_view code_;
    std::size_t at_;
    FormatSection section_;
};

}  // namespace

bool FormatSection::has(FormatToken::Kind kind) const {
    return std::any_of(
        tokens.begin(), tokens.end(), [kind](const FormatToken& t) { return t.kind == kind; });
}

std::vector<FormatSection> split_format(std::string_view code) {
    std::vector<FormatSection> sections;
    std::size_t at = 0;
    do {
        SectionReader reader(code, at);
        sections.push_back(reader.read());
        at = reader.place() + 1;
    } while (at <= code.size() && sections.size() < 4);
    return sections;
}

}  // namespace shinchoku::plan
