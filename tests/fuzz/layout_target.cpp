#include <cstdlib>
#include <string_view>

#include "layout/layout_file.h"
#include "target.h"

// Any bytes as a layout file: a layout, or diagnostics that say what is wrong.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace shinchoku;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto loaded = layout::load_layout(text, "fuzz.toml");
    if (!loaded && (loaded.error().empty() || loaded.error().front().message.ja.empty())) {
        std::abort();
    }
    return 0;
}
