#include "files/read_file.h"

#include <fstream>
#include <system_error>

namespace shinchoku::files {
namespace {

base::Finding finding_on(const std::filesystem::path& path,
                         std::string rule,
                         base::Text message,
                         base::Text hint) {
    base::Finding finding;
    finding.rule = std::move(rule);
    finding.severity = base::Severity::error;
    finding.file = path.string();
    finding.key = base::make_key(finding.rule, "");
    finding.message = std::move(message);
    finding.hint = std::move(hint);
    return finding;
}

base::Finding unreadable(const std::filesystem::path& path, const std::error_code& reason) {
    base::Finding finding =
        finding_on(path,
                   "F11",
                   {"ファイルを読めませんでした。", "The file could not be read."},
                   {"ファイルの場所と読み取りの権限を確かめてください。",
                    "Check that the file is there and may be read."});
    finding.found = reason ? reason.message() : std::string();
    return finding;
}

base::Finding changed(const std::filesystem::path& path) {
    return finding_on(
        path,
        "F11",
        {"読んでいる間にファイルが変わりました。", "The file changed while it was being read."},
        {"保存や同期が終わってから、もう一度お試しください。",
         "Try again when saving or synchronising has finished."});
}

base::Finding too_large(const std::filesystem::path& path,
                        std::uintmax_t size_bytes,
                        std::uint64_t limit_bytes) {
    base::Finding finding =
        finding_on(path,
                   "F12",
                   {"ファイルが大きすぎます。", "The file is too large."},
                   {"ファイルを分けるか、不要なシートや画像を除いてください。",
                    "Split the file, or remove sheets and pictures that are not needed."});
    finding.found = std::to_string(size_bytes);
    finding.expected = "<= " + std::to_string(limit_bytes);
    return finding;
}

// What tells one state of a file from another.
struct State {
    std::uintmax_t size_bytes = 0;
    std::filesystem::file_time_type written;

    friend bool operator==(const State&, const State&) = default;
};

State state_of(const std::filesystem::path& path, std::error_code& failed) {
    State state;
    state.size_bytes = std::filesystem::file_size(path, failed);
    if (!failed) {
        state.written = std::filesystem::last_write_time(path, failed);
    }
    return state;
}

}  // namespace

base::Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit_bytes) {
    std::error_code failed;
    const State before = state_of(path, failed);
    if (failed) {
        return unreadable(path, failed);
    }
    if (before.size_bytes > limit_bytes) {
        return too_large(path, before.size_bytes, limit_bytes);
    }
    std::ifstream in;
    in.rdbuf()->pubsetbuf(nullptr, 0);  // one read, no copy
    in.open(path, std::ios::binary);
    if (!in) {
        return unreadable(path, std::make_error_code(std::errc::permission_denied));
    }
    std::string bytes(static_cast<std::size_t>(before.size_bytes), '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    const bool whole = static_cast<std::uintmax_t>(in.gcount()) == before.size_bytes;
    const State after = state_of(path, failed);
    if (failed) {
        return unreadable(path, failed);
    }
    if (!whole || after != before) {
        return changed(path);
    }
    return bytes;
}

}  // namespace shinchoku::files
