#include <windows.h>

#include <algorithm>
#include <utility>

#include "base/utf16.h"
#include "base/utf8.h"
#include "layout/normalisation.h"

namespace shinchoku::layout {
namespace {

// Default_Ignorable_Code_Point of the Unicode character database.
bool shows_nothing(char32_t c) {
    constexpr std::pair<char32_t, char32_t> all[] = {
        {0xAD, 0xAD},
        {0x34F, 0x34F},
        {0x61C, 0x61C},
        {0x115F, 0x1160},
        {0x17B4, 0x17B5},
        {0x180B, 0x180F},
        {0x200B, 0x200F},
        {0x202A, 0x202E},
        {0x2060, 0x206F},
        {0x3164, 0x3164},
        {0xFE00, 0xFE0F},
        {0xFEFF, 0xFEFF},
        {0xFFA0, 0xFFA0},
        {0xFFF0, 0xFFF8},
        {0x1BCA0, 0x1BCA3},
        {0x1D173, 0x1D17A},
        {0xE0000, 0xE0FFF},
    };
    return std::any_of(std::begin(all), std::end(all), [c](const auto& range) {
        return c >= range.first && c <= range.second;
    });
}

wchar_t* wide(std::u16string& text) {
    return reinterpret_cast<wchar_t*>(text.data());
}

bool normalise(std::u16string& text) {
    // The first answer is an estimate, which may turn out too small: then a better one is given.
    int size =
        NormalizeString(NormalizationKC, wide(text), static_cast<int>(text.size()), nullptr, 0);
    while (size > 0) {
        std::u16string form(static_cast<std::size_t>(size), u'\0');
        const int written = NormalizeString(
            NormalizationKC, wide(text), static_cast<int>(text.size()), wide(form), size);
        if (written > 0) {
            form.resize(static_cast<std::size_t>(written));
            text = std::move(form);
            return true;
        }
        size = GetLastError() == ERROR_INSUFFICIENT_BUFFER ? -written : 0;
    }
    return false;
}

// Unicode folds "ß" to "ss" as well; no label of a Japanese city's sheet depends on that.
bool fold_case(std::u16string& text) {
    std::u16string form(text.size(), u'\0');
    const int size = LCMapStringEx(LOCALE_NAME_INVARIANT,
                                   LCMAP_LOWERCASE,
                                   wide(text),
                                   static_cast<int>(text.size()),
                                   wide(form),
                                   static_cast<int>(form.size()),
                                   nullptr,
                                   nullptr,
                                   0);
    text = std::move(form);
    return size == static_cast<int>(text.size());
}

}  // namespace

std::optional<std::string> compatibility_form(std::u32string_view text) {
    std::u32string visible;
    std::remove_copy_if(text.begin(), text.end(), std::back_inserter(visible), shows_nothing);
    if (visible.empty()) {
        return std::string();
    }
    std::u16string form = base::to_utf16(base::to_utf8(visible));
    if (!normalise(form) || !fold_case(form)) {
        return std::nullopt;
    }
    return base::to_utf8(form);
}

}  // namespace shinchoku::layout
