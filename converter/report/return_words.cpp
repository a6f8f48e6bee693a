#include "report/return_words.h"

namespace shinchoku::report {

std::string request_word(base::Severity severity, base::Language language) {
    const base::Text words[] = {
        {"参考 (このままで構いません)", "for information (may stay as it is)"},
        {"確かめてください", "please check"},
        {"直してください", "please mend"}};
    return base::in(words[static_cast<std::size_t>(severity)], language);
}

}  // namespace shinchoku::report
