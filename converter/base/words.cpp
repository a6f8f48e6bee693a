#include "base/words.h"

#include "base/utf8.h"

namespace shinchoku::base {

std::string without_blanks(std::string_view text) {
    std::string kept;
    kept.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        if (!is_blank(next_code_point(text, at))) {
            kept += text.substr(from, at - from);
        }
    }
    return kept;
}

}  // namespace shinchoku::base
