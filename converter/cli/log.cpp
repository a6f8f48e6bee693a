#include "cli/log.h"

#include <spdlog/sinks/ansicolor_sink.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/spdlog.h>

#include <optional>
#include <utility>

namespace shinchoku::cli {

struct Log::Sinks {
    std::optional<spdlog::logger> talk;
    std::optional<spdlog::logger> file;
    std::vector<std::pair<spdlog::level::level_enum, std::string>> waiting;  // for the file
};

Log::Log(const Setup& setup) : verbose_(setup.verbose), sinks_(std::make_unique<Sinks>()) {
    const auto talk =
        std::make_shared<spdlog::sinks::ansicolor_stderr_sink_st>(spdlog::color_mode::never);
    talk->set_pattern("%v");
    sinks_->talk.emplace("shinchoku", talk);
    sinks_->talk->set_level(setup.quiet     ? spdlog::level::err
                            : setup.verbose ? spdlog::level::debug
                                            : spdlog::level::info);
}

Log::~Log() = default;

std::string Log::open_file(const std::string& path) {
    try {
        const auto file = std::make_shared<spdlog::sinks::basic_file_sink_st>(path, false);
        file->set_pattern("%Y-%m-%d %H:%M:%S.%e %l %v");
        sinks_->file.emplace("shinchoku", file);
    } catch (const spdlog::spdlog_ex& error) {
        return error.what();
    }
    sinks_->file->set_level(verbose_ ? spdlog::level::debug : spdlog::level::info);
    for (const auto& [level, text] : std::exchange(sinks_->waiting, {})) {
        sinks_->file->log(level, "{}", text);
    }
    return "";
}

void Log::failure(std::string_view text) {
    say(Level::failure, text, text);
}

void Log::note(std::string_view text) {
    say(Level::note, text, text);
}

void Log::note(std::string_view text, std::string_view brief) {
    say(Level::note, text, verbose_ ? text : brief);
}

void Log::detail(std::string_view text) {
    say(Level::detail, text, text);
}

void Log::say(Level level, std::string_view text, std::string_view for_file) {
    const spdlog::level::level_enum severity = level == Level::failure ? spdlog::level::err
                                               : level == Level::note  ? spdlog::level::info
                                                                       : spdlog::level::debug;
    sinks_->talk->log(severity, "{}", text);
    if (sinks_->file) {
        sinks_->file->log(severity, "{}", for_file);
    } else {
        sinks_->waiting.emplace_back(severity, for_file);
    }
}

}  // namespace shinchoku::cli
