#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace shinchoku::cli {

// Talk on stderr, and in the file of --log. Never results. Not for several threads at once.
class Log {
public:
    struct Setup {
        bool quiet = false;    // failures alone on stderr
        bool verbose = false;  // details too
        std::optional<std::string> file;
    };
    explicit Log(const Setup& setup);
    ~Log();
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;

    // Why the file of --log cannot be written; "" where it can.
    [[nodiscard]] const std::string& file_error() const { return file_error_; }

    void failure(std::string_view text);
    void note(std::string_view text);
    void detail(std::string_view text);

private:
    struct Sinks;
    std::unique_ptr<Sinks> sinks_;
    std::string file_error_;
};

}  // namespace shinchoku::cli
