#include "cli/log.h"

#include <spdlog/sinks/ansicolor_sink.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/spdlog.h>

#include <vector>

namespace shinchoku::cli {

struct Log::Sinks {
    std::vector<spdlog::sink_ptr> all;
    std::optional<spdlog::logger> logger;
};

Log::Log(const Setup& setup) : sinks_(std::make_unique<Sinks>()) {
    const auto talk =
        std::make_shared<spdlog::sinks::ansicolor_stderr_sink_st>(spdlog::color_mode::never);
    talk->set_pattern("%v");
    talk->set_level(setup.quiet     ? spdlog::level::err
                    : setup.verbose ? spdlog::level::debug
                                    : spdlog::level::info);
    sinks_->all.push_back(talk);
    if (setup.file) {
        try {
            const auto file =
                std::make_shared<spdlog::sinks::basic_file_sink_st>(*setup.file, false);
            file->set_pattern("%Y-%m-%d %H:%M:%S.%e %l %v");
            sinks_->all.push_back(file);
        } catch (const spdlog::spdlog_ex& error) {
            file_error_ = error.what();
        }
    }
    sinks_->logger.emplace("shinchoku", sinks_->all.begin(), sinks_->all.end());
    sinks_->logger->set_level(spdlog::level::debug);
}

Log::~Log() = default;

void Log::failure(std::string_view text) {
    sinks_->logger->error("{}", text);
}

void Log::note(std::string_view text) {
    sinks_->logger->info("{}", text);
}

void Log::detail(std::string_view text) {
    sinks_->logger->debug("{}", text);
}

}  // namespace shinchoku::cli
