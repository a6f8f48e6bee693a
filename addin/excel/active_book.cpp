#include "excel/active_book.h"

#include <utility>

#include "base/utf16.h"
#include "files/read_file.h"
#include "files/temporary_file.h"

namespace shinchoku::addin::excel {
namespace {

namespace fs = std::filesystem;

base::Finding no_copy(bool was_ever_saved) {
    base::Finding why{.rule = "copy", .severity = base::Severity::error};
    why.message = {"点検のための写しを Excel が作れませんでした。",
                   "Excel could not write a copy to be checked."};
    why.hint = was_ever_saved
                   ? base::Text{"ブックを保存して開き直し、ディスクの空きを確かめてください。",
                                "Save the book, open it again and see that the disk has room."}
                   : base::Text{"ブックを一度保存してから、もう一度実行してください。",
                                "Save the book once, then try again."};
    return why;
}

}  // namespace

base::Result<commands::Templates> templates_beside(const Workspace& excel) {
    const fs::path file = excel.add_in_file();
    std::vector<fs::path> folders;
    if (file.is_absolute()) {
        folders.push_back(file.parent_path() / "templates");
    }
    return commands::load_templates(std::move(folders));
}

base::Result<commands::ReadBook> read_active_book(const Workspace& excel,
                                                  const OpenSheet& sheet,
                                                  const commands::Templates& templates) {
    // Excel keeps the book's own format, so the copy ends as the book does.
    const fs::path book(base::to_utf16(sheet.book));
    const fs::path ending = book.has_extension() ? book.extension() : fs::path(".xlsx");
    const std::optional<files::TemporaryFile> copy =
        files::TemporaryFile::create(fs::path("copy").concat(ending.native()));
    if (!copy || !excel.save_copy(copy->path())) {
        return no_copy(excel.was_ever_saved());
    }
    const base::Result<std::string> bytes = files::read_file(copy->path());
    if (!bytes) {
        return no_copy(excel.was_ever_saved());
    }
    return commands::read_book(bytes.value(), templates, sheet.book);
}

}  // namespace shinchoku::addin::excel
