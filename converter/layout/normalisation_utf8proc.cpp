#include <utf8proc.h>

#include <cstdlib>

#include "base/utf8.h"
#include "layout/normalisation.h"

namespace shinchoku::layout {

std::optional<std::string> compatibility_form(std::u32string_view text) {
    const std::string bytes = base::to_utf8(text);
    utf8proc_uint8_t* mapped = nullptr;
    const utf8proc_ssize_t size = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(bytes.data()),
        static_cast<utf8proc_ssize_t>(bytes.size()),
        &mapped,
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE |
                                       UTF8PROC_CASEFOLD | UTF8PROC_IGNORE));
    if (size < 0) {
        return std::nullopt;
    }
    std::string form(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
    std::free(mapped);
    return form;
}

}  // namespace shinchoku::layout
