#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "plan/value_reading.h"
#include "target.h"

// The text of a cell, and the first line of it as a number format.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace shinchoku;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (base::find_invalid_utf8(text)) {
        return 0;  // no cell holds it: the reader refuses such a part
    }
    if (plan::read_text(text).raw != text) {
        std::abort();
    }
    const std::string_view format = text.substr(0, text.find('\n'));
    for (const char* const stored : {"0", "-0.0555", "1234567.891", "46538.5", "1E300"}) {
        (void)plan::read_number(*base::Decimal::parse(stored), format, size % 2 == 0);
    }
    return 0;
}
