#include <cstdlib>
#include <string_view>

#include "sheet_laws.h"
#include "target.h"
#include "xlsx/reader.h"

// Any bytes as a whole workbook file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace shinchoku;
    xlsx::Limits limits;  // small, so that a minute of fuzzing is many tries
    limits.part_bytes = 4u << 20;
    limits.total_bytes = 16u << 20;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto result = xlsx::read_workbook(bytes, limits);
    if (!result) {
        if (result.error().rule.empty() || result.error().message.ja.empty() ||
            base::find_invalid_utf8(result.error().message.ja)) {
            std::abort();
        }
        return 0;
    }
    for (const sheet::Sheet& sheet : result.value().workbook.sheets) {
        check_sheet(result.value().workbook, sheet);
    }
    for (const xlsx::PackageEntry& entry : result.value().entries) {
        if (entry.data_offset + entry.compressed_size > size) {
            std::abort();
        }
    }
    return 0;
}
