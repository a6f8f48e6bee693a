#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cli/input_files.h"
#include "cli/session.h"
#include "files/spooled_text.h"

namespace shinchoku::cli {

// True for "DIR/" and for a folder that is there.
[[nodiscard]] bool names_folder(std::string_view output);

// Asked before anything is written: whether all that this run writes may be. The output, the file
// of
// --findings and that of --log are three files, and none is anything that is read (inputs, master,
// layout files), whatever --force says; the first two do not exist, or --force is given. Where not,
// that is a failure of the session. "-" always may, and of "DIR/" each file is asked for with
// may_write(). Opens the log.
[[nodiscard]] bool may_write_all(Session& session,
                                 const std::string& output,
                                 const std::vector<InputFile>& inputs);
[[nodiscard]] bool may_write(Session& session,
                             const std::string& output,
                             const std::vector<InputFile>& inputs);

// Writes a text to a file, or to stdout for "-"; a failure of the session where that fails.
void write_text(Session& session, const std::string& output, std::string_view text);

// The same for a text that may be long; false where stdout or the file did not take it.
bool write_text(Session& session, const std::string& output, files::SpooledText& text);

// Lets `write` make a workbook at the path it is given, whole or not at all. The findings are what
// `write` reported; nothing, and a failure of the session, where no workbook came to be. "-" is
// stdout, unless that is a terminal.
using WriteBook =
    std::function<base::Result<std::vector<base::Finding>>(const std::filesystem::path&)>;
std::optional<std::vector<base::Finding>> write_book(Session& session,
                                                     const std::string& output,
                                                     const WriteBook& write);

// The findings as text on stderr, where there are any.
void tell_findings(Session& session, const std::vector<base::Finding>& findings);

// The findings, sorted, into the file of --findings, where one is named.
void write_findings_file(Session& session, const std::vector<base::Finding>& findings);

}  // namespace shinchoku::cli
