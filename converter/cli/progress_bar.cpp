#include "cli/progress_bar.h"

#include <algorithm>

#include "cli/terminal.h"

namespace shinchoku::cli {

namespace {

constexpr std::chrono::milliseconds patience(200);
constexpr std::size_t width = 30;

}  // namespace

ProgressBar::ProgressBar(const Session& session, std::size_t total)
    : total_(total),
      wanted_(session.environment().stderr_is_terminal && total > 0 && !session.options().quiet &&
              !session.options().no_progress),
      word_(session.options().language == base::Language::ja ? "読み取り" : "reading"),
      begun_(std::chrono::steady_clock::now()) {}

ProgressBar::~ProgressBar() {
    hide();
}

void ProgressBar::hide() {
    if (shown_) {
        write_stderr("\r\x1b[K");
        shown_ = false;
    }
}

void ProgressBar::show(std::size_t done) {
    if (!wanted_ || std::chrono::steady_clock::now() - begun_ < patience) {
        return;
    }
    shown_ = true;
    const std::size_t filled = std::min(done, total_) * width / total_;
    write_stderr("\r\x1b[K" + word_ + " [" + std::string(filled, '#') +
                 std::string(width - filled, '-') + "] " + std::to_string(done) + "/" +
                 std::to_string(total_));
}

}  // namespace shinchoku::cli
