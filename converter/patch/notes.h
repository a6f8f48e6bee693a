#pragma once

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

// The author of every note that the program writes, by which it knows them again.
inline constexpr std::string_view note_author = "shinchoku";

// The comments with these added. A cell has one note: where there is one by somebody else, the text
// is added to it; one of the program's own from an earlier check is replaced. "" begins a part.
struct AddedNotes {
    std::string comments;
    std::vector<Note> boxless;  // those whose cell had no note yet
};
[[nodiscard]] AddedNotes with_notes(std::string xml, const std::vector<Note>& notes);

// The VML with the boxes of these notes, hidden until the cell is pointed at. "" begins a part
// whose shapes are numbered in the `cluster`-th thousand. As Excel itself writes VML that is no
// XML, it is never parsed; one in which there is no place for shapes comes back as it was.
[[nodiscard]] std::string with_boxes(std::string vml,
                                     const std::vector<Note>& notes,
                                     std::uint32_t cluster);

// The highest cluster that a VML part numbers its shapes in.
[[nodiscard]] std::uint32_t highest_cluster(std::string_view vml);

}  // namespace shinchoku::patch
