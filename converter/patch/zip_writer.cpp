#include "patch/zip_writer.h"

#include <libdeflate.h>

#include <memory>
#include <new>
#include <utility>

#include "xlsx/bytes.h"
#include "xlsx/inflate.h"
#include "xlsx/refusals.h"

namespace shinchoku::patch {
namespace {

constexpr std::uint32_t local_signature = 0x04034B50;
constexpr std::uint32_t central_signature = 0x02014B50;
constexpr std::uint32_t end_signature = 0x06054B50;
constexpr std::uint16_t deflate_method = 8;
constexpr std::uint16_t version_needed = 20;
constexpr std::uint16_t first_day = 0x0021;  // 1980-01-01: equal input gives equal bytes
constexpr std::uint16_t descriptor_flag = 0x0008;
constexpr std::uint16_t utf8_flag = 0x0800;
constexpr std::uint64_t largest_package = 0xFFFFFFFE;
constexpr std::size_t most_entries = 0xFFFE;

void put_u16(std::string& bytes, std::uint64_t number) {
    bytes += static_cast<char>(number & 0xFFU);
    bytes += static_cast<char>((number >> 8U) & 0xFFU);
}

void put_u32(std::string& bytes, std::uint64_t number) {
    put_u16(bytes, number & 0xFFFFU);
    put_u16(bytes, number >> 16U);
}

std::string deflated(std::string_view content) {
    struct Free {
        void operator()(libdeflate_compressor* compressor) const {
            libdeflate_free_compressor(compressor);
        }
    };
    constexpr int level = 6;
    const std::unique_ptr<libdeflate_compressor, Free> compressor(
        libdeflate_alloc_compressor(level));
    if (!compressor) {
        throw std::bad_alloc();
    }
    std::string stream(libdeflate_deflate_compress_bound(compressor.get(), content.size()), '\0');
    stream.resize(libdeflate_deflate_compress(
        compressor.get(), content.data(), content.size(), stream.data(), stream.size()));
    return stream;
}

}  // namespace

struct ZipWriter::Header {
    std::string_view name;
    std::uint16_t flags = 0;
    std::uint16_t method = deflate_method;
    std::uint32_t crc = 0;
    std::uint64_t size = 0;
    std::uint16_t time = 0;
    std::uint16_t date = first_day;
    std::uint32_t attributes = 0;
};

void ZipWriter::append(const Header& header, std::string_view stream) {
    std::string common;
    put_u16(common, version_needed);
    put_u16(common, header.flags);
    put_u16(common, header.method);
    put_u16(common, header.time);
    put_u16(common, header.date);
    put_u32(common, header.crc);
    put_u32(common, stream.size());
    put_u32(common, header.size);
    put_u16(common, header.name.size());
    put_u16(common, 0);  // no extra field

    put_u32(directory_, central_signature);
    put_u16(directory_, version_needed);
    directory_ += common;
    put_u16(directory_, 0);  // no comment
    put_u16(directory_, 0);  // the first disk
    put_u16(directory_, 0);
    put_u32(directory_, header.attributes);
    put_u32(directory_, entries_.size());
    directory_ += header.name;

    put_u32(entries_, local_signature);
    entries_.append(common).append(header.name).append(stream);
    ++count_;
}

void ZipWriter::copy(const xlsx::PackageEntry& entry) {
    const std::uint64_t central = entry.directory_offset;
    append({.name = entry.name,
            .flags = static_cast<std::uint16_t>(entry.flags & ~descriptor_flag),
            .method = entry.method,
            .crc = entry.crc,
            .size = entry.size,
            .time = xlsx::load_u16(file_, central + 12),
            .date = xlsx::load_u16(file_, central + 14),
            .attributes = xlsx::load_u32(file_, central + 38)},
           file_.substr(entry.data_offset, entry.compressed_size));
}

void ZipWriter::replace(const xlsx::PackageEntry& entry, std::string_view content) {
    const std::uint64_t central = entry.directory_offset;
    append({.name = entry.name,
            .flags = static_cast<std::uint16_t>(entry.flags & utf8_flag),
            .crc = xlsx::crc32_of(content),
            .size = content.size(),
            .time = xlsx::load_u16(file_, central + 12),
            .date = xlsx::load_u16(file_, central + 14),
            .attributes = xlsx::load_u32(file_, central + 38)},
           deflated(content));
}

void ZipWriter::add(std::string_view name, std::string_view content) {
    append({.name = name, .crc = xlsx::crc32_of(content), .size = content.size()},
           deflated(content));
}

base::Result<std::string> ZipWriter::finish() && {
    const std::uint64_t directory_at = entries_.size();
    if (directory_at + directory_.size() > largest_package || count_ > most_entries) {
        return xlsx::refuse_damaged("",
                                    {"大きすぎて、写しを作れません", "it is too large for a copy"});
    }
    std::string bytes = std::move(entries_);
    bytes += directory_;
    put_u32(bytes, end_signature);
    put_u32(bytes, 0);  // the one disk
    put_u16(bytes, count_);
    put_u16(bytes, count_);
    put_u32(bytes, directory_.size());
    put_u32(bytes, directory_at);
    put_u16(bytes, 0);  // no comment
    return bytes;
}

}  // namespace shinchoku::patch
