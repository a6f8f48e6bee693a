#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "base/finding.h"
#include "base/result.h"

namespace shinchoku::files {

enum class Replace { never, allowed };

// An output that appears whole or not at all: it is written under another name (on Linux without
// any name where the file system can do that), synced, and given its name last. Killed at any
// moment, the old file is whole and, but for file systems without nameless files, no half one
// stays.
//
//     auto file = AtomicFile::create(target, Replace::never);
//     … write to file.value().temporary() …
//     if (auto failed = file.value().commit()) …
class AtomicFile {
public:
    // The error says why no file can be made beside the target, or that the target exists and must
    // not be replaced (rule "output").
    [[nodiscard]] static base::Result<AtomicFile> create(const std::filesystem::path& target,
                                                         Replace replace);
    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&& other) noexcept;
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;
    ~AtomicFile();  // what was not committed is gone

    // Where to write; may be opened and truncated any number of times before commit().
    [[nodiscard]] const std::filesystem::path& temporary() const { return temporary_; }

    // Syncs and names the file. Nothing where that succeeded.
    [[nodiscard]] std::optional<base::Finding> commit();

private:
    AtomicFile() = default;
    void discard();

    std::filesystem::path target_;
    std::filesystem::path temporary_;
    Replace replace_ = Replace::never;
    int descriptor_ = -1;
    bool nameless_ = false;
};

// The whole content at once.
[[nodiscard]] std::optional<base::Finding> write_file(const std::filesystem::path& target,
                                                      std::string_view bytes,
                                                      Replace replace);

// The finding (rule "output", severity error) for a file that could not be written.
[[nodiscard]] base::Finding cannot_write(const std::filesystem::path& path,
                                         std::string_view reason);

}  // namespace shinchoku::files
