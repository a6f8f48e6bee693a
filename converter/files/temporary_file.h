#pragma once

#include <filesystem>
#include <optional>

namespace shinchoku::files {

// The path of a file of a moment: nothing stands there yet, in a new folder of its own in the
// system's folder for such files. The file and its folder are gone at the end.
class TemporaryFile {
public:
    // Nothing where no folder can be made.
    [[nodiscard]] static std::optional<TemporaryFile> create(const std::filesystem::path& name);
    TemporaryFile(TemporaryFile&& other) noexcept;
    TemporaryFile& operator=(TemporaryFile&& other) = delete;
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile();

    [[nodiscard]] const std::filesystem::path& path() const { return file_; }

private:
    TemporaryFile() = default;

    std::filesystem::path file_;
    std::filesystem::path folder_;
};

}  // namespace shinchoku::files
