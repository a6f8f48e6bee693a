#pragma once

#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "files/atomic_file.h"

namespace shinchoku::files {

// A text that must not be seen before the whole of it is known to be good, however long it grows:
// beyond a mebibyte it waits in a nameless file in $TMPDIR, which is gone with the object.
class SpooledText {
public:
    void append(std::string_view text);
    void append(SpooledText& text);

    // Hands on all that was appended, in order and in pieces, while `take` wants more. The error is
    // a finding (rule "output") on the folder that did not keep the text.
    [[nodiscard]] std::optional<base::Finding> replay(
        const std::function<bool(std::string_view)>& take);

private:
    void spill();

    std::string held_;  // what is not in the file yet
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_{nullptr, &std::fclose};
    int error_ = 0;  // errno of what failed first
};

// The whole text as a file (files/atomic_file.h).
[[nodiscard]] std::optional<base::Finding> write_file(const std::filesystem::path& target,
                                                      SpooledText& text,
                                                      Replace replace);

}  // namespace shinchoku::files
