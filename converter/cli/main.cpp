#include <exception>
#include <new>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "cli/command_line.h"
#include "cli/run.h"
#include "cli/session.h"
#include "cli/terminal.h"

namespace {

using namespace shinchoku;

int run(const std::vector<std::string>& arguments) {
    cli::Environment environment = cli::look_around();
    std::variant<cli::Options, cli::Answer> parsed = cli::parse_command_line(arguments);
    if (const auto* answer = std::get_if<cli::Answer>(&parsed)) {
        if (answer->status == 0) {
            return cli::write_stdout(answer->text) ? 0 : 2;
        }
        cli::write_stderr(answer->text);
        return answer->status;
    }
    cli::Session session(std::get<cli::Options>(std::move(parsed)), std::move(environment));
    switch (session.options().command) {
        case cli::Command::convert:
            cli::run_convert(session);
            break;
        case cli::Command::check:
            cli::run_check(session);
            break;
        case cli::Command::progress:
            cli::run_progress(session);
            break;
        case cli::Command::inspect:
            cli::run_inspect(session);
            break;
        case cli::Command::layout:
            cli::run_layout(session);
            break;
        case cli::Command::scheme:
            cli::run_scheme(session);
            break;
        case cli::Command::function:
            cli::run_function(session);
            break;
    }
    return session.exit_status();
}

}  // namespace

int main(int count, char** words) {
    // Nothing that a library throws is expected here; the user still gets a sentence, not a crash.
    try {
        return run(std::vector<std::string>(words + 1, words + count));
    } catch (const std::bad_alloc&) {
        cli::write_stderr(
            "エラー: メモリーが足りません。入力を分けるか、--jobs 1 を試してください。\n"
            "error: out of memory; give fewer inputs at once, or try --jobs 1.\n");
    } catch (const std::exception& unexpected) {
        cli::write_stderr(
            std::string("内部エラー / internal error: ") + unexpected.what() +
            "\n  → 入力のファイルを添えてお知らせください。 / Please report it with the input.\n");
    }
    return 2;
}
