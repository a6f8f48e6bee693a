#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "cli/session.h"

namespace shinchoku::cli {

// How far reading has come, on stderr: only on a terminal, only after 200 ms, and gone when done.
// Not for several threads at once.
class ProgressBar {
public:
    ProgressBar(const Session& session, std::size_t total);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void show(std::size_t done);
    // Takes it off the terminal until it is shown again, so that something can be told.
    void hide();

private:
    std::size_t total_;
    bool wanted_;
    bool shown_ = false;
    std::string word_;
    std::chrono::steady_clock::time_point begun_;
};

}  // namespace shinchoku::cli
