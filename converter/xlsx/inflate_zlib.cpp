#define ZLIB_CONST  // zlib reads its input only
#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>

#include "xlsx/inflate.h"

namespace shinchoku::xlsx {
namespace {

constexpr std::size_t most = std::numeric_limits<uInt>::max();

const Bytef* bytes_of(std::string_view bytes) {
    return reinterpret_cast<const Bytef*>(bytes.data());
}

}  // namespace

std::uint32_t crc32_of(std::string_view bytes) {
    uLong crc = 0;
    for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), most))) {
        crc = crc32(crc, bytes_of(bytes), static_cast<uInt>(std::min(bytes.size(), most)));
    }
    return static_cast<std::uint32_t>(crc);
}

struct Inflater::Engine {
    z_stream stream{};
};

Inflater::Inflater() : engine_(new Engine) {
    constexpr int raw_deflate = -MAX_WBITS;
    if (inflateInit2(&engine_->stream, raw_deflate) != Z_OK) {
        throw std::bad_alloc();
    }
}

Inflater::~Inflater() = default;

void Inflater::Free::operator()(Engine* engine) const {
    inflateEnd(&engine->stream);
    delete engine;
}

bool Inflater::inflate(std::string_view stream, std::string& out) {
    if (stream.size() > most || out.size() > most) {
        return false;
    }
    z_stream& state = engine_->stream;
    inflateReset(&state);
    state.next_in = bytes_of(stream);
    state.avail_in = static_cast<uInt>(stream.size());
    state.next_out = reinterpret_cast<Bytef*>(out.data());
    state.avail_out = static_cast<uInt>(out.size());
    const int result = ::inflate(&state, Z_FINISH);
    if (result == Z_MEM_ERROR) {
        throw std::bad_alloc();
    }
    return result == Z_STREAM_END && state.avail_in == 0 && state.avail_out == 0;
}

}  // namespace shinchoku::xlsx
