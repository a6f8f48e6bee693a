#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/a1.h"

namespace shinchoku::patch {

// A note of Excel's on a cell: its text stands in a part of comments, its box in a part of VML.
struct Note {
    base::CellRef at;
    std::string text;
    std::string anchor;  // SheetFrame::note_anchor()
};

// The author of every note that the program begins.
inline constexpr std::string_view note_author = "shinchoku";

// The comments after an edit. A cell has one note: where there is one by somebody else, the text is
// added to it. What the program wrote at an earlier check (base/own_note.h) goes, and the note with
// it where nobody else wrote into it; a note in which somebody broke our lines up is all theirs.
// The note that stands for a conversation (threaded comments) stays as it is, as Excel takes the
// cell for damaged otherwise: that cell gets none. "" begins a part.
struct EditedNotes {
    std::string comments;
    std::vector<Note> boxless;            // those whose cell had no note yet
    std::vector<base::CellRef> emptied;   // cells that have none any more
    std::vector<base::CellRef> left_out;  // cells of `notes` with a conversation
    std::size_t count = 0;                // of all notes now
};
[[nodiscard]] EditedNotes with_notes(std::string xml, const std::vector<Note>& notes);

// The VML with the boxes of these notes, hidden until the cell is pointed at. "" begins a part
// whose shapes are numbered in the `cluster`-th thousand. As Excel itself writes VML that is no
// XML, it is never parsed; one in which there is no place for shapes comes back as it was.
[[nodiscard]] std::string with_boxes(std::string vml,
                                     const std::vector<Note>& notes,
                                     std::uint32_t cluster);

// The VML without the boxes of the notes of these cells; and whether it has any shape.
[[nodiscard]] std::string without_boxes(std::string vml, const std::vector<base::CellRef>& cells);
[[nodiscard]] bool has_shapes(std::string_view vml);

// The highest cluster that a VML part numbers its shapes in.
[[nodiscard]] std::uint32_t highest_cluster(std::string_view vml);

}  // namespace shinchoku::patch
