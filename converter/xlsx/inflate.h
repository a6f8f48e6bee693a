#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace shinchoku::xlsx {

[[nodiscard]] std::uint32_t crc32_of(std::string_view bytes);

// Inflates raw deflate streams: by libdeflate, and on Windows, for which Debian has no libdeflate,
// by zlib. Not safe from several threads; cheap to make.
class Inflater {
public:
    Inflater();
    ~Inflater();
    Inflater(Inflater&&) noexcept = default;
    Inflater& operator=(Inflater&&) noexcept = default;
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    // Inflates the stream into exactly all of `out`. False where the stream is faulty, or gives
    // more or fewer bytes, or does not use all of its own.
    [[nodiscard]] bool inflate(std::string_view stream, std::string& out);

private:
    struct Engine;  // of the library
    struct Free {
        void operator()(Engine* engine) const;
    };
    std::unique_ptr<Engine, Free> engine_;
};

}  // namespace shinchoku::xlsx
