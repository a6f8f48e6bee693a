#include "render/text_colors.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "render/form_style.h"

namespace shinchoku::render {
namespace {

struct ColoredWord {
    std::size_t at = std::string::npos;
    std::size_t length = 0;
    std::uint32_t color = 0;
};

// The first coloured word from `from` on; of two at one place the longer.
ColoredWord next_word(const layout::Layout& layout, std::string_view text, std::size_t from) {
    ColoredWord found;
    for (const auto& [word, look] : layout.styles) {
        const auto color = color_of(look.color);
        const std::size_t at = color && !word.empty() ? text.find(word, from) : std::string::npos;
        if (at < found.at || (at == found.at && at != text.npos && word.size() > found.length)) {
            found = {at, word.size(), *color};
        }
    }
    return found;
}

}  // namespace

Content with_colors(const layout::Layout& layout, const std::string& text, const CellStyle& style) {
    RichText rich;
    std::size_t from = 0;
    for (ColoredWord word = next_word(layout, text, from); word.at != text.npos;
         word = next_word(layout, text, from)) {
        if (word.at > from) {
            rich.runs.push_back({text.substr(from, word.at - from), style.color});
        }
        rich.runs.push_back({text.substr(word.at, word.length), word.color});
        from = word.at + word.length;
    }
    if (rich.runs.empty()) {
        return text;
    }
    if (from < text.size()) {
        rich.runs.push_back({text.substr(from), style.color});
    }
    return rich;
}

}  // namespace shinchoku::render
