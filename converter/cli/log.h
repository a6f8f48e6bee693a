#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace shinchoku::cli {

// Talk on stderr, and in the file of --log. Never results. Not for several threads at once.
//
// The file holds no cell contents unless everything is asked for: what quotes cells has a `brief`
// form without them (promise 8 of design/safety.md).
class Log {
public:
    struct Setup {
        bool quiet = false;    // failures alone on stderr
        bool verbose = false;  // details too, and cell contents in the file
    };
    explicit Log(const Setup& setup);
    ~Log();
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;

    // Appends to a file from now on, beginning with what was said before; why it cannot, "" where
    // it can. Apart from the constructor, as the path must first be known to be no input.
    [[nodiscard]] std::string open_file(const std::string& path);

    void failure(std::string_view text);
    void note(std::string_view text);
    void note(std::string_view text, std::string_view brief);
    void detail(std::string_view text);

private:
    struct Sinks;
    enum class Level { failure, note, detail };
    void say(Level level, std::string_view text, std::string_view for_file);

    bool verbose_;
    std::unique_ptr<Sinks> sinks_;
};

}  // namespace shinchoku::cli
