#include "base/own_note.h"

namespace shinchoku::base {

std::string own_note(std::string_view words) {
    std::string note(own_note_begin);
    note.append("\n").append(words).append("\n").append(own_note_end);
    return note;
}

std::vector<Stretch> own_notes_in(std::string_view text) {
    std::vector<Stretch> notes;
    std::size_t at = 0;
    for (;;) {
        std::size_t begin = text.find(own_note_begin, at);
        const std::size_t end = begin == std::string_view::npos
                                    ? begin
                                    : text.find(own_note_end, begin + own_note_begin.size());
        if (end == std::string_view::npos) {
            return notes;
        }
        // A first line that has lost its last one may stand before a whole note.
        begin = text.rfind(own_note_begin, end);
        while (begin > at && (text[begin - 1] == '\n' || text[begin - 1] == '\r')) {
            --begin;
        }
        at = end + own_note_end.size();
        notes.push_back({begin, at});
    }
}

std::string without_own_notes(std::string_view text) {
    std::string rest;
    std::size_t at = 0;
    for (const Stretch& own : own_notes_in(text)) {
        rest.append(text.substr(at, own.begin - at));
        at = own.end;
    }
    return rest.append(text.substr(at));
}

}  // namespace shinchoku::base
