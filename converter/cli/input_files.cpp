#include "cli/input_files.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

namespace shinchoku::cli {

namespace {

namespace fs = std::filesystem;

// Also what is no format that is read: a returned .xls must not be passed over in silence.
bool is_workbook_name(const std::string& name) {
    constexpr std::string_view endings[] = {
        ".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods"};
    const std::string ending = ending_of(name);
    return std::find(std::begin(endings), std::end(endings), ending) != std::end(endings);
}

void fail_folder(Session& session, const fs::path& folder, const std::string& reason) {
    const std::string name = folder.string();
    session.fail({"フォルダーの中を見られません: " + name + " (" + reason + ")",
                  "cannot search the folder " + name + " (" + reason + ")"},
                 {"フォルダーの権限を確かめてください。", "Check the permissions of the folder."});
}

// The paths of all workbooks below `folder`, relative to `root`.
void search(Session& session,
            const fs::path& root,
            const fs::path& below,
            std::vector<std::string>& found) {
    std::error_code error;
    fs::directory_iterator entry(root / below, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        std::error_code unknown;
        const fs::file_status status = entry->symlink_status(unknown);
        const fs::path inner = below / entry->path().filename();
        const std::string name = inner.filename().string();
        if (fs::is_directory(status)) {
            search(session, root, inner, found);
        } else if (fs::is_regular_file(status) && is_workbook_name(name) &&
                   !name.starts_with("~$")) {
            found.push_back(inner.string());
        }
    }
    if (error) {
        fail_folder(session, root / below, error.message());
    }
}

void add_folder(Session& session, const std::string& folder, std::vector<InputFile>& files) {
    std::vector<std::string> found;
    const bool failed_before = session.exit_status() == 2;
    search(session, folder, "", found);
    std::sort(found.begin(), found.end());
    if (found.empty() && (failed_before || session.exit_status() != 2)) {
        session.fail({"フォルダーにブックがありません: " + folder, "no workbook in " + folder},
                     {".xlsx のあるフォルダーを指定してください。",
                      "Give a folder that holds .xlsx files."});
    }
    for (const std::string& inner : found) {
        files.push_back({(fs::path(folder) / inner).string(), inner, true});
    }
}

}  // namespace

std::string InputFile::display(base::Language language) const {
    if (path != "-") {
        return path;
    }
    return language == base::Language::ja ? "(標準入力)" : "(stdin)";
}

std::vector<InputFile> find_input_files(Session& session, const std::vector<std::string>& inputs) {
    std::vector<InputFile> files;
    for (const std::string& input : inputs) {
        std::error_code none;
        if (input != "-" && fs::is_directory(input, none)) {
            add_folder(session, input, files);
        } else {
            files.push_back({input, fs::path(input).filename().string(), false});
        }
    }
    // A file named twice, or also found in a folder, is read once.
    std::set<std::string> seen;
    std::erase_if(files, [&](const InputFile& file) { return !seen.insert(file.path).second; });
    return files;
}

std::string ending_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos || dot == 0) {
        return "";
    }
    std::string ending(name.substr(dot));
    for (char& c : ending) {
        if (c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c - 'A' + 'a');
        }
    }
    return ending;
}

}  // namespace shinchoku::cli
