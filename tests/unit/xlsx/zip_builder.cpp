#include "zip_builder.h"

#include <libdeflate.h>

#include "xlsx/inflate.h"

namespace shinchoku::xlsx {
namespace {

void put(std::string& out, std::uint64_t value, int count) {
    for (int i = 0; i < count; ++i) {
        out += static_cast<char>(value & 0xFF);
        value >>= 8;
    }
}

std::string deflated(const std::string& data) {
    libdeflate_compressor* const compressor = libdeflate_alloc_compressor(6);
    std::string out(libdeflate_deflate_compress_bound(compressor, data.size()), '\0');
    out.resize(
        libdeflate_deflate_compress(compressor, data.data(), data.size(), out.data(), out.size()));
    libdeflate_free_compressor(compressor);
    return out;
}

struct Written {
    std::string stream;
    std::uint64_t offset = 0;
    std::uint32_t crc = 0;
    std::uint32_t size = 0;
    std::uint16_t flags = 0;
};

Written write_local(std::string& out, const ZipEntry& entry, bool zip64) {
    Written written;
    written.stream = entry.method == 8 ? deflated(entry.data) : entry.data;
    written.offset = out.size();
    written.crc = entry.crc.value_or(crc32_of(entry.data));
    written.size = entry.size.value_or(static_cast<std::uint32_t>(entry.data.size()));
    written.flags = static_cast<std::uint16_t>(entry.flags | (entry.has_descriptor ? 8 : 0));
    const std::string& name = entry.local_name.value_or(entry.name);
    const bool open = entry.has_descriptor;
    put(out, 0x04034B50, 4);
    put(out, 20, 2);
    put(out, written.flags, 2);
    put(out, entry.local_method.value_or(entry.method), 2);
    put(out, 0, 4);
    put(out, open ? 0 : written.crc, 4);
    put(out, zip64 ? 0xFFFFFFFF : open ? 0 : written.stream.size(), 4);
    put(out, zip64 ? 0xFFFFFFFF : open ? 0 : entry.local_size.value_or(written.size), 4);
    put(out, name.size(), 2);
    put(out, zip64 ? 20 : 0, 2);
    out += name;
    if (zip64) {
        put(out, 1, 2);
        put(out, 16, 2);
        put(out, open ? 0 : written.size, 8);
        put(out, open ? 0 : written.stream.size(), 8);
    }
    out += written.stream;
    if (open) {
        put(out, 0x08074B50, 4);
        put(out, written.crc, 4);
        put(out, written.stream.size(), 4);
        put(out, written.size, 4);
    }
    return written;
}

void write_central(std::string& out, const ZipEntry& entry, const Written& written, bool zip64) {
    put(out, 0x02014B50, 4);
    put(out, 20, 2);
    put(out, 20, 2);
    put(out, written.flags, 2);
    put(out, entry.method, 2);
    put(out, 0, 4);
    put(out, written.crc, 4);
    put(out, zip64 ? 0xFFFFFFFF : written.stream.size(), 4);
    put(out, zip64 ? 0xFFFFFFFF : written.size, 4);
    put(out, entry.name.size(), 2);
    put(out, zip64 ? 28 : 0, 2);
    put(out, 0, 10);  // comment, disk, attributes
    put(out,
        zip64 ? 0xFFFFFFFF : entry.offset.value_or(static_cast<std::uint32_t>(written.offset)),
        4);
    out += entry.name;
    if (zip64) {
        put(out, 1, 2);
        put(out, 24, 2);
        put(out, written.size, 8);
        put(out, written.stream.size(), 8);
        put(out, written.offset, 8);
    }
}

}  // namespace

std::string ZipFile::bytes() const {
    std::string out = prefix;
    std::vector<Written> written;
    for (const ZipEntry& entry : entries) {
        written.push_back(write_local(out, entry, is_zip64));
    }
    out += gap;
    const std::size_t directory = out.size();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        write_central(out, entries[i], written[i], is_zip64);
    }
    const std::size_t end = out.size();
    if (is_zip64) {
        put(out, 0x06064B50, 4);
        put(out, 44, 8);
        put(out, 45, 2);
        put(out, 45, 2);
        put(out, 0, 8);
        put(out, entries.size(), 8);
        put(out, entries.size(), 8);
        put(out, end - directory, 8);
        put(out, directory, 8);
        put(out, 0x07064B50, 4);
        put(out, 0, 4);
        put(out, end, 8);
        put(out, 1, 4);
    }
    const std::uint64_t said = count.value_or(static_cast<std::uint16_t>(entries.size()));
    put(out, 0x06054B50, 4);
    put(out, disk, 2);
    put(out, disk, 2);
    put(out, is_zip64 ? 0xFFFF : said, 2);
    put(out, is_zip64 ? 0xFFFF : said, 2);
    put(out,
        is_zip64 ? 0xFFFFFFFF
                 : directory_size.value_or(static_cast<std::uint32_t>(end - directory)),
        4);
    put(out,
        is_zip64 ? 0xFFFFFFFF : directory_offset.value_or(static_cast<std::uint32_t>(directory)),
        4);
    put(out, comment.size(), 2);
    return out + comment + suffix;
}

std::string zip(const std::vector<std::pair<std::string, std::string>>& parts) {
    ZipFile file;
    for (const auto& [name, data] : parts) {
        file.entries.push_back({.name = name, .data = data});
    }
    return file.bytes();
}

}  // namespace shinchoku::xlsx
