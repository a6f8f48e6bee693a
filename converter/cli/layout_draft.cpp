#include "cli/layout_draft.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "cli/flags.h"
#include "cli/outputs.h"
#include "cli/read_inputs.h"
#include "files/read_file.h"
#include "layout/draft.h"
#include "layout/format_picture.h"
#include "xlsx/sheet_looks.h"

namespace shinchoku::cli {

namespace {

struct OneInput {
    InputFile file;
    std::string bytes;
};

// The one input that the words name; nothing, and a failure, where they name another number or it
// cannot be read.
std::optional<OneInput> read_input(Session& session, const std::vector<std::string>& words) {
    if (words.size() != 1) {
        session.fail(
            {"入力を一つ指定してください。", "Name one input."},
            {"`shinchoku layout --help` を見てください。", "See `shinchoku layout --help`."});
        return std::nullopt;
    }
    InputFile file{words.front(), words.front(), false};
    base::Result<std::string> bytes = read_bytes(session, file);
    if (!bytes) {
        session.fail(bytes.error());
        return std::nullopt;
    }
    return OneInput{std::move(file), std::move(bytes).value()};
}

void write_result(Session& session, const InputFile& input, const std::string& text) {
    const std::string output = session.options().output.value_or("-");
    if (may_write(session, output, {input})) {
        write_text(session, output, text);
    }
}

std::string joined_names(const sheet::Workbook& book) {
    std::string names;
    for (const sheet::Sheet& sheet : book.sheets) {
        names += (names.empty() ? "" : ", ") + sheet.name;
    }
    return names;
}

// The sheet of --sheet, or the first that shows something.
const sheet::Sheet* chosen_sheet(Session& session, const sheet::Workbook& book) {
    const std::string& wanted = session.options().sheet;
    const auto found =
        std::find_if(book.sheets.begin(), book.sheets.end(), [&](const sheet::Sheet& sheet) {
            return wanted.empty()
                       ? sheet.state == sheet::SheetState::visible &&
                             sheet.kind == sheet::SheetKind::worksheet && !sheet.cells.empty()
                       : sheet.name == wanted;
        });
    if (found != book.sheets.end()) {
        return &*found;
    }
    const std::string names = joined_names(book);
    session.fail(wanted.empty()
                     ? base::Text{"セルのあるシートがありません。", "No sheet holds a cell."}
                     : base::Text{"「" + wanted + "」というシートはありません。",
                                  "There is no sheet \"" + wanted + "\"."},
                 {"シートは " + names + " です。", "The sheets are " + names + "."});
    return nullptr;
}

}  // namespace

void run_layout_draft(Session& session, const std::vector<std::string>& words) {
    const std::optional<OneInput> input = read_input(session, words);
    if (!input) {
        return;
    }
    const auto& [file, bytes] = *input;
    const auto failed = [&](base::Finding why) {
        why.file = why.file.empty() ? input->file.path : why.file;
        session.fail(why);
    };
    const auto read = xlsx::read_workbook(bytes, session.options().limits);
    if (!read) {
        failed(read.error());
        return;
    }
    const sheet::Workbook& book = read.value().workbook;
    const sheet::Sheet* const sheet = chosen_sheet(session, book);
    if (sheet == nullptr) {
        return;
    }
    const auto looks = xlsx::read_looks(bytes, *sheet, session.options().limits);
    if (!looks) {
        failed(looks.error());
        return;
    }
    const auto text = layout::draft_layout(book, *sheet, looks.value(), file.path);
    if (!text) {
        failed(text.error());
        return;
    }
    write_result(session, file, text.value());
    if (session.options().sheet.empty() && book.sheets.size() > 1) {
        const std::string names = joined_names(book);
        session.note(
            {"シート「" + sheet->name + "」を描きました。ほかは --sheet で選べます: " + names,
             "Drew the sheet \"" + sheet->name + "\"; choose with --sheet from: " + names});
    }
}

void run_layout_format(Session& session, const std::vector<std::string>& words) {
    const std::optional<OneInput> input = read_input(session, words);
    if (!input) {
        return;
    }
    const auto& [file, bytes] = *input;
    const auto text = layout::format_layout(bytes);
    if (!text) {
        session.fail_lines({layout::to_line(text.error(), file.path, base::Language::ja),
                            layout::to_line(text.error(), file.path, base::Language::en)});
        return;
    }
    write_result(session, file, text.value());
}

}  // namespace shinchoku::cli
