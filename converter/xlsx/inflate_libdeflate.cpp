#include <libdeflate.h>

#include <new>

#include "xlsx/inflate.h"

namespace shinchoku::xlsx {

std::uint32_t crc32_of(std::string_view bytes) {
    return libdeflate_crc32(0, bytes.data(), bytes.size());
}

struct Inflater::Engine {
    libdeflate_decompressor* decompressor = libdeflate_alloc_decompressor();
};

Inflater::Inflater() : engine_(new Engine) {
    if (engine_->decompressor == nullptr) {
        throw std::bad_alloc();
    }
}

Inflater::~Inflater() = default;

void Inflater::Free::operator()(Engine* engine) const {
    libdeflate_free_decompressor(engine->decompressor);
    delete engine;
}

bool Inflater::inflate(std::string_view stream, std::string& out) {
    std::size_t used = 0;
    std::size_t made = 0;
    const libdeflate_result result = libdeflate_deflate_decompress_ex(
        engine_->decompressor, stream.data(), stream.size(), out.data(), out.size(), &used, &made);
    return result == LIBDEFLATE_SUCCESS && used == stream.size() && made == out.size();
}

}  // namespace shinchoku::xlsx
