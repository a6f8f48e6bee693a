#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/input_files.h"
#include "cli/layout_set.h"
#include "cli/rule_tuning.h"
#include "cli/schemes.h"
#include "cli/session.h"
#include "layout/reading.h"
#include "xlsx/reader.h"

namespace shinchoku::cli {

// One file as it was read: a plan, or the finding why there is none. Findings name the file.
struct ReadFile {
    InputFile file;
    base::Result<layout::Reading> reading;
};

// Reads every file, up to --jobs at the same time; results come in the order of the files. A file
// that cannot be read is a failure of the session, told in that order. A progress book found in a
// folder is passed over, with a word.
[[nodiscard]] std::vector<ReadFile> read_files(Session& session,
                                               const LayoutSet& layouts,
                                               const layout::Reading* master,
                                               std::vector<InputFile> files);

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

// What the rules of this run hold a reading against, and how they are tuned.
struct Judging {
    const LayoutSet& layouts;
    SchemeSet& schemes;
    const RuleTuning& tuning;
    const layout::Reading* master = nullptr;
};

// The findings of reading and of the rules, tuned and sorted.
[[nodiscard]] std::vector<base::Finding> all_findings(const Session& session,
                                                      const Judging& judging,
                                                      const layout::Reading& reading);

// The bytes of a file or of stdin.
[[nodiscard]] base::Result<std::string> read_bytes(const Session& session, const InputFile& file);

// A workbook before any layout. Where `batches` is given, the cells go there and are not kept.
[[nodiscard]] base::Result<xlsx::ReadWorkbook> read_cells(const Session& session,
                                                          const InputFile& file,
                                                          const xlsx::CellBatches& batches = {});

}  // namespace shinchoku::cli
