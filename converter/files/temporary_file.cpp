#include "files/temporary_file.h"

#include <string>
#include <system_error>
#include <utility>

namespace shinchoku::files {

namespace fs = std::filesystem;

std::optional<TemporaryFile> TemporaryFile::create(const fs::path& name) {
    std::error_code failed;
    const fs::path parent = fs::temp_directory_path(failed);
    if (failed) {
        return std::nullopt;
    }
    TemporaryFile file;
    constexpr int attempts = 1000;  // others may be at work, or have been stopped
    for (int i = 0; i < attempts; ++i) {
        fs::path folder = parent / ("shinchoku-" + std::to_string(i));
        file.file_ = folder / name;  // all memory is there before the folder is
        if (fs::create_directory(folder, failed)) {
            file.folder_ = std::move(folder);
            return file;
        }
    }
    return std::nullopt;
}

TemporaryFile::TemporaryFile(TemporaryFile&& other) noexcept
    : file_(std::exchange(other.file_, {})), folder_(std::exchange(other.folder_, {})) {}

TemporaryFile::~TemporaryFile() {
    if (!folder_.empty()) {
        std::error_code failed;  // nobody is there to hear of it
        fs::remove(file_, failed);
        fs::remove(folder_, failed);
    }
}

}  // namespace shinchoku::files
