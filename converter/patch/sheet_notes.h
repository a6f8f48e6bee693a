#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/a1.h"
#include "base/result.h"
#include "patch/edited_package.h"
#include "patch/notes.h"
#include "patch/sheet_frame.h"

namespace shinchoku::patch {

// The part that such a link leads to; empty where there is none.
[[nodiscard]] std::string part_of(const std::vector<EditedPackage::Link>& links,
                                  std::string_view type);

struct NotedSheet {
    std::string
        xml;  // with a <legacyDrawing> where its first note came, without where its last went
    std::vector<base::CellRef> left_out;  // cells whose conversation leaves no place for a note
};

// The notes of the sheets of one package: each a text in a part of comments and a box in one of
// VML.
class SheetNotes {
public:
    // New parts come into the folder.
    SheetNotes(EditedPackage& package, std::string folder, bool is_strict);

    // Whether an earlier return left notes on the sheet.
    [[nodiscard]] bool has_own(const std::string& sheet_part);

    // Takes those away and adds the new ones. REQUIRES: the frame is of this xml.
    [[nodiscard]] base::Result<NotedSheet> edit(const std::string& sheet_part,
                                                const std::string& xml,
                                                const SheetFrame& frame,
                                                const std::vector<Note>& notes);

private:
    using Links = std::vector<EditedPackage::Link>;
    using Failure = std::optional<base::Finding>;

    [[nodiscard]] base::Result<EditedNotes> edit_comments(const std::string& sheet_part,
                                                          std::string comments,
                                                          const std::vector<Note>& notes);
    [[nodiscard]] Failure remove_part(const std::string& sheet_part,
                                      const Links& links,
                                      const std::string& part);
    [[nodiscard]] base::Result<bool> remove_boxes(const std::string& sheet_part,
                                                  const Links& links,
                                                  const SheetFrame& frame,
                                                  const EditedNotes& edited);
    [[nodiscard]] base::Result<std::string> add_boxes(const std::string& part,
                                                      const Links& links,
                                                      const SheetFrame& frame,
                                                      const std::vector<Note>& notes);

    EditedPackage& package_;
    std::string folder_;
    bool is_strict_ = false;
    std::uint32_t cluster_ = 0;
};

}  // namespace shinchoku::patch
