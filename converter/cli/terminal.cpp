#include "cli/terminal.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "base/utf8.h"
#include "plan/today.h"

namespace shinchoku::cli {

namespace {

std::string variable(const char* name) {
    const char* const value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): no thread yet
    return value != nullptr ? value : "";
}

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            return errno == EPIPE;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

bool is_direction_mark(char32_t c) {
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

}  // namespace

Environment look_around() {
    // A closed pipe shows as a failed write.
    static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
    Environment found;
    std::error_code none;
    found.program = std::filesystem::read_symlink("/proc/self/exe", none).string();
    found.templates = variable("SHINCHOKU_TEMPLATES");
    found.stdout_is_terminal = ::isatty(STDOUT_FILENO) == 1;
    found.stderr_is_terminal = ::isatty(STDERR_FILENO) == 1;
    found.wants_color = variable("NO_COLOR").empty() && variable("TERM") != "dumb";
    found.today = plan::today();
    return found;
}

bool write_stdout(std::string_view bytes) {
    return write_all(STDOUT_FILENO, bytes);
}

void write_stderr(std::string_view bytes) {
    // Where even stderr cannot be written there is nobody left to tell.
    static_cast<void>(write_all(STDERR_FILENO, bytes));
}

bool read_stdin(std::string& bytes, std::size_t limit) {
    std::array<char, 65536> block{};
    for (;;) {
        const ssize_t got = ::read(STDIN_FILENO, block.data(), block.size());
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return got == 0;
        }
        if (bytes.size() + static_cast<std::size_t>(got) > limit) {
            return false;
        }
        bytes.append(block.data(), static_cast<std::size_t>(got));
    }
}

std::string visible(std::string_view text) {
    std::string shown;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        if (c == '\n') {
            shown += "\\n";
        } else if (is_control(c) || is_direction_mark(c)) {
            std::array<char, 16> spelled{};
            static_cast<void>(
                std::snprintf(spelled.data(), spelled.size(), "\\u{%X}", static_cast<unsigned>(c)));
            shown += spelled.data();
        } else {
            base::append_utf8(shown, c);
        }
    }
    return shown;
}

}  // namespace shinchoku::cli
