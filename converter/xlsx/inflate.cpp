#include "xlsx/inflate.h"

#include <libdeflate.h>

#include <new>

namespace shinchoku::xlsx {

std::uint32_t crc32_of(std::string_view bytes) {
    return libdeflate_crc32(0, bytes.data(), bytes.size());
}

Inflater::Inflater() : decompressor_(libdeflate_alloc_decompressor()) {
    if (!decompressor_) {
        throw std::bad_alloc();
    }
}

Inflater::~Inflater() = default;

void Inflater::Free::operator()(libdeflate_decompressor* decompressor) const {
    libdeflate_free_decompressor(decompressor);
}

bool Inflater::inflate(std::string_view stream, std::string& out) {
    std::size_t used = 0;
    std::size_t made = 0;
    const libdeflate_result result = libdeflate_deflate_decompress_ex(
        decompressor_.get(), stream.data(), stream.size(), out.data(), out.size(), &used, &made);
    return result == LIBDEFLATE_SUCCESS && used == stream.size() && made == out.size();
}

}  // namespace shinchoku::xlsx
