#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace shinchoku::files {

// A folder in which this process alone finds its temporary files while it lives: tests run beside
// each other, and what one of them has just removed another may make again.
class OwnTemporaryFolder {
public:
    OwnTemporaryFolder() : before_(std::filesystem::temp_directory_path()) {
        std::string name = (before_ / "own-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) {
            throw std::runtime_error("no temporary folder");
        }
        path_ = name;
        ::setenv("TMPDIR", name.c_str(), 1);
    }
    ~OwnTemporaryFolder() {
        ::setenv("TMPDIR", before_.c_str(), 1);
        std::error_code failed;  // nobody is there to hear of it
        std::filesystem::remove_all(path_, failed);
    }
    OwnTemporaryFolder(const OwnTemporaryFolder&) = delete;
    OwnTemporaryFolder& operator=(const OwnTemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path before_;
    std::filesystem::path path_;
};

}  // namespace shinchoku::files
