#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/input_files.h"
#include "cli/layout_set.h"
#include "cli/session.h"
#include "layout/reading.h"
#include "xlsx/reader.h"

namespace shinchoku::cli {

// One file as it was read: a plan, or the finding why there is none. Findings name the file.
struct ReadFile {
    InputFile file;
    base::Result<layout::Reading> reading;
};

using TakeFile = std::function<void(ReadFile)>;

// Reads every file, up to --jobs at the same time, and gives them away in the order of the files; a
// few are held at once and no more. A file that cannot be read is a failure of the session, told in
// that order. A progress book found in a folder is passed over, with a word.
void read_each(Session& session,
               const LayoutSet& layouts,
               const layout::Reading* master,
               const std::vector<InputFile>& files,
               const TakeFile& take);

// All of them.
[[nodiscard]] std::vector<ReadFile> read_files(Session& session,
                                               const LayoutSet& layouts,
                                               const layout::Reading* master,
                                               const std::vector<InputFile>& files);

// The reading of --master; nothing where none was named or (a failure) it cannot be read.
[[nodiscard]] std::optional<layout::Reading> read_master(Session& session,
                                                         const LayoutSet& layouts);

// All readings as one (layout/merge.h), and the findings of files without a reading.
struct Joined {
    layout::Reading reading;
    std::size_t read = 0;    // files
    std::size_t failed = 0;  // files
};
[[nodiscard]] Joined join(std::vector<ReadFile> files, const layout::Reading* master);

// The bytes of a file or of stdin.
[[nodiscard]] base::Result<std::string> read_bytes(const Session& session, const InputFile& file);

// A workbook before any layout. Where `batches` is given, the cells go there and are not kept.
[[nodiscard]] base::Result<xlsx::ReadWorkbook> read_cells(const Session& session,
                                                          const InputFile& file,
                                                          const xlsx::CellBatches& batches = {});

}  // namespace shinchoku::cli
