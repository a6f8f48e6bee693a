#include "cli/check_return.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>
#include <string>
#include <system_error>

#include "cli/findings_text.h"
#include "cli/outputs.h"
#include "cli/read_inputs.h"
#include "patch/marked_copy.h"
#include "report/return_copy.h"

namespace shinchoku::cli {

namespace {

namespace fs = std::filesystem;
using Findings = std::vector<base::Finding>;

Findings findings_of(const Findings& all, const std::string& file) {
    Findings own;
    std::copy_if(all.begin(), all.end(), std::back_inserter(own), [&](const base::Finding& one) {
        return one.file == file;
    });
    return own;
}

bool is_package(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04");
}

// Two inputs of one name, from two folders, would be one copy.
bool is_second(Session& session, std::set<std::string>& taken, const fs::path& path) {
    if (taken.insert(path.lexically_normal().string()).second) {
        return false;
    }
    session.fail(
        {"同じ名前のブックが二つあるので、二つ目は書きません: " + path.string(),
         "two workbooks have this name; the second is not written: " + path.string()},
        {"フォルダーを分けて、もう一度実行してください。", "Run it once for each folder."});
    return true;
}

void write_copy(Session& session,
                const std::vector<InputFile>& inputs,
                const InputFile& input,
                const Findings& findings,
                std::set<std::string>& taken) {
    const base::Result<std::string> bytes = read_bytes(session, input);
    if (!bytes) {
        session.fail(bytes.error());
        return;
    }
    if (input.path == "-" || !is_package(bytes.value())) {
        session.note({visible(input.path) + " はファイルのブックではないので、差戻しを作りません。",
                      "No copy of " + visible(input.path) + ": it is no workbook in a file."});
        return;
    }
    const base::Language language = session.options().language;
    const fs::path copy = fs::path(*session.options().return_folder) / input.inner;
    const fs::path mail = fs::path(copy).replace_extension(".txt");
    if (is_second(session, taken, copy) || is_second(session, taken, mail) ||
        !may_write(session, copy.string(), inputs) || !may_write(session, mail.string(), inputs)) {
        return;
    }
    const std::string name = fs::path(input.inner).filename().string();
    base::Result<std::string> marked =
        patch::marked_copy(bytes.value(),
                           report::return_marks(findings, language),
                           report::return_sheet(findings, name, language),
                           session.options().limits);
    if (!marked) {
        base::Finding why = marked.error();
        why.file = input.path;
        session.fail(why);
        return;
    }
    write_text(session, copy.string(), marked.value());
    write_text(session, mail.string(), report::return_mail(findings, name, language));
    session.note_line(visible(copy.string()) + "  " + findings_summary(findings, language));
}

bool lies_in(const fs::path& inner, const fs::path& outer) {
    const auto [end, rest] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
    static_cast<void>(rest);
    return end == outer.end();
}

}  // namespace

bool may_return(Session& session) {
    if (!session.options().return_folder) {
        return true;
    }
    std::error_code none;
    const fs::path folder = fs::weakly_canonical(*session.options().return_folder, none);
    for (const std::string& input : session.options().inputs) {
        if (fs::is_directory(input, none) && lies_in(folder, fs::canonical(input, none))) {
            session.fail({"差戻しのフォルダーが、点検するフォルダーの中にあります: " +
                              visible(*session.options().return_folder),
                          "the folder for copies lies in a folder that is checked: " +
                              visible(*session.options().return_folder)},
                         {"次の点検で写しまで読まないように、外のフォルダーを指定してください。",
                          "Name one outside, so that the next check does not read the copies."});
            return false;
        }
    }
    return true;
}

void write_returned_copies(Session& session,
                           const std::vector<InputFile>& inputs,
                           const Findings& findings) {
    std::set<std::string> taken;
    for (const InputFile& input : inputs) {
        const Findings own = findings_of(findings, input.display(session.options().language));
        const bool was_refused = std::any_of(
            own.begin(), own.end(), [&](const auto& finding) { return session.was_told(finding); });
        if (!own.empty() && !was_refused) {
            write_copy(session, inputs, input, own, taken);
        }
    }
}

}  // namespace shinchoku::cli
