#include "xlsx/zip_directory.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "xlsx/bytes.h"
#include "xlsx/refusals.h"

namespace shinchoku::xlsx {
namespace {

constexpr std::string_view end_signature = "PK\x05\x06";
constexpr std::uint32_t end64_signature = 0x06064B50;
constexpr std::uint32_t locator64_signature = 0x07064B50;
constexpr std::uint32_t central_signature = 0x02014B50;
constexpr std::uint32_t local_signature = 0x04034B50;
constexpr std::uint32_t descriptor_signature = 0x08074B50;
constexpr std::uint64_t end_size = 22;
constexpr std::uint64_t locator64_size = 20;
constexpr std::uint64_t end64_size = 56;
constexpr std::uint64_t central_size = 46;
constexpr std::uint64_t local_size = 30;
constexpr std::uint16_t zip64_id = 1;
constexpr std::uint16_t aes_method = 99;
constexpr std::uint16_t encryption_flags = 0x2041;  // traditional, strong, masked headers
constexpr std::uint16_t descriptor_flag = 0x0008;
constexpr std::uint32_t in_zip64 = 0xFFFFFFFF;
constexpr std::uint16_t count_in_zip64 = 0xFFFF;

// Where the directory lies.
struct Extent {
    std::uint64_t count = 0;
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    std::uint64_t end = 0;  // what follows the directory begins here
};

base::Finding damaged_directory(std::string ja, std::string en) {
    return refuse_damaged("", {std::move(ja), std::move(en)});
}

base::Finding damaged_end() {
    return damaged_directory("圧縮ファイルの末尾の記録が正しくありません",
                             "the end record of the zip file is faulty");
}

base::Finding damaged_entry(const PackageEntry& entry, std::string ja, std::string en) {
    return refuse_damaged(entry.name, {std::move(ja), std::move(en)});
}

base::Finding disagreeing(const PackageEntry& entry) {
    return damaged_entry(entry,
                         "圧縮ファイルの目次と中身の見出しが一致しません",
                         "the zip directory and the entry's own header disagree");
}

// The one end record. One whose comment does not end with the file is none.
base::Result<std::uint64_t> find_end_record(std::string_view file) {
    std::optional<std::uint64_t> found;
    const std::uint64_t last = file.size() >= end_size ? file.size() - end_size : 0;
    const std::uint64_t first = last > 0xFFFF ? last - 0xFFFF : 0;
    for (std::size_t at = file.find(end_signature, static_cast<std::size_t>(first));
         at != std::string_view::npos && holds(file, at, end_size);
         at = file.find(end_signature, at + 1)) {
        if (at + end_size + load_u16(file, at + 20) != file.size()) {
            continue;
        }
        if (found) {
            return damaged_directory("圧縮ファイルの末尾の記録が二つあります",
                                     "the zip file has two end records");
        }
        found = at;
    }
    if (!found) {
        return damaged_directory("途中で切れているか、圧縮ファイルの末尾の記録がありません",
                                 "it is cut short, or the end record of the zip file is missing");
    }
    return *found;
}

// The zip64 end record takes over what does not fit in the plain one; what fits must agree.
base::Result<Extent> read_end64(std::string_view file, std::uint64_t end, const Extent& plain) {
    const std::uint64_t locator = end - locator64_size;
    const std::uint64_t at = load_u64(file, locator + 8);
    if (load_u32(file, locator + 4) != 0 || load_u32(file, locator + 16) > 1 ||
        !holds(file, at, end64_size) || load_u32(file, at) != end64_signature ||
        load_u64(file, at + 4) != locator - at - 12 || load_u32(file, at + 16) != 0 ||
        load_u32(file, at + 20) != 0) {
        return damaged_end();
    }
    const Extent extent{
        load_u64(file, at + 32), load_u64(file, at + 48), load_u64(file, at + 40), at};
    const bool agrees = load_u64(file, at + 24) == extent.count &&
                        (plain.count == count_in_zip64 || plain.count == extent.count) &&
                        (plain.offset == in_zip64 || plain.offset == extent.offset) &&
                        (plain.size == in_zip64 || plain.size == extent.size);
    if (!agrees) {
        return damaged_end();
    }
    return extent;
}

base::Result<Extent> find_directory(std::string_view file) {
    const base::Result<std::uint64_t> found = find_end_record(file);
    if (!found) {
        return found.error();
    }
    const std::uint64_t end = found.value();
    Extent extent{
        load_u16(file, end + 10), load_u32(file, end + 16), load_u32(file, end + 12), end};
    const bool several_disks = load_u16(file, end + 4) != 0 || load_u16(file, end + 6) != 0 ||
                               load_u16(file, end + 8) != extent.count;
    if (several_disks) {
        return damaged_directory("分割された圧縮ファイルの一部です",
                                 "it is a piece of a split zip file");
    }
    if (end >= locator64_size && load_u32(file, end - locator64_size) == locator64_signature) {
        base::Result<Extent> extent64 = read_end64(file, end, extent);
        if (!extent64) {
            return extent64;
        }
        extent = extent64.value();
    }
    const bool fits = extent.offset <= extent.end && extent.size == extent.end - extent.offset &&
                      extent.count <= extent.size / central_size;
    if (!fits) {
        return damaged_end();
    }
    return extent;
}

// The body of the zip64 block of an extra field; nothing where there is none.
std::optional<std::string_view> find_zip64(std::string_view extra) {
    for (std::size_t at = 0; holds(extra, at, 4);) {
        const std::uint16_t id = load_u16(extra, at);
        const std::uint16_t size = load_u16(extra, at + 2);
        if (!holds(extra, at + 4, size)) {
            return std::nullopt;
        }
        if (id == zip64_id) {
            return part_of(extra, at + 4, size);
        }
        at += 4u + size;
    }
    return std::nullopt;
}

// Replaces the fields that are all ones by those of the zip64 block, in their order.
bool widen(std::string_view extra, std::initializer_list<std::uint64_t*> fields) {
    const std::optional<std::string_view> block = find_zip64(extra);
    std::size_t at = 0;
    for (std::uint64_t* const field : fields) {
        if (*field != in_zip64) {
            continue;
        }
        if (!block || !holds(*block, at, 8)) {
            return false;
        }
        *field = load_u64(*block, at);
        at += 8;
    }
    return true;
}

// Reads the central header at `at` and steps past it.
base::Result<PackageEntry> read_central(std::string_view directory, std::uint64_t& at) {
    if (!holds(directory, at, central_size) || load_u32(directory, at) != central_signature) {
        return damaged_directory("圧縮ファイルの目次が読めません",
                                 "the zip directory cannot be read");
    }
    const std::uint64_t name_size = load_u16(directory, at + 28);
    const std::uint64_t extra_size = load_u16(directory, at + 30);
    const std::uint64_t comment_size = load_u16(directory, at + 32);
    if (!holds(directory, at + central_size, name_size + extra_size + comment_size)) {
        return damaged_directory("圧縮ファイルの目次が読めません",
                                 "the zip directory cannot be read");
    }
    PackageEntry entry;
    entry.name = part_of(directory, at + central_size, name_size);
    entry.flags = load_u16(directory, at + 8);
    entry.method = load_u16(directory, at + 10);
    entry.crc = load_u32(directory, at + 16);
    entry.compressed_size = load_u32(directory, at + 20);
    entry.size = load_u32(directory, at + 24);
    entry.header_offset = load_u32(directory, at + 42);
    const std::string_view extra = part_of(directory, at + central_size + name_size, extra_size);
    if (!widen(extra, {&entry.size, &entry.compressed_size, &entry.header_offset})) {
        return damaged_entry(entry, "大きさの記録が欠けています", "its size is not given");
    }
    if ((entry.flags & encryption_flags) != 0 || entry.method == aes_method) {
        return refuse_encrypted({"ファイルの中身がパスワードで暗号化(zip暗号化)されています",
                                 "The contents of the file are encrypted with a password (zip)"});
    }
    at += central_size + name_size + extra_size + comment_size;
    return entry;
}

// What follows the data of a streamed entry: with or without signature, 32 or 64 bits wide.
// Gives its size, 0 where none fits.
std::uint64_t descriptor_size(std::string_view file, const PackageEntry& entry) {
    const std::uint64_t begin = entry.data_offset + entry.compressed_size;
    for (const std::uint64_t signature : {std::uint64_t{4}, std::uint64_t{0}}) {
        for (const int width : {4, 8}) {
            const std::uint64_t size = signature + 4 + 2 * static_cast<std::uint64_t>(width);
            if (!holds(file, begin, size) ||
                (signature != 0 && load_u32(file, begin) != descriptor_signature)) {
                continue;
            }
            const std::uint64_t at = begin + signature;
            const auto wide = static_cast<std::uint64_t>(width);
            if (load_u32(file, at) == entry.crc &&
                load_little(file, at + 4, width) == entry.compressed_size &&
                load_little(file, at + 4 + wide, width) == entry.size) {
                return size;
            }
        }
    }
    return 0;
}

bool agrees(const PackageEntry& entry,
            std::uint32_t crc,
            std::uint64_t packed,
            std::uint64_t size) {
    return crc == entry.crc && packed == entry.compressed_size && size == entry.size;
}

// Compares the local header with the central one and finds the data. `limit` is where the directory
// begins. Gives the end of the entry.
base::Result<std::uint64_t> check_local(std::string_view file,
                                        std::uint64_t limit,
                                        PackageEntry& entry) {
    const std::string_view body = part_of(file, 0, limit);
    const std::uint64_t at = entry.header_offset;
    if (!holds(body, at, local_size) || load_u32(body, at) != local_signature) {
        return damaged_entry(
            entry, "目次の指す位置にありません", "it is not where the directory says");
    }
    const std::uint64_t name_size = load_u16(body, at + 26);
    const std::uint64_t extra_size = load_u16(body, at + 28);
    if (!holds(body, at + local_size, name_size + extra_size)) {
        return disagreeing(entry);
    }
    entry.data_offset = at + local_size + name_size + extra_size;
    const std::uint16_t flags = load_u16(body, at + 6);
    const std::string_view extra = part_of(body, at + local_size + name_size, extra_size);
    std::uint64_t packed = load_u32(body, at + 18);
    std::uint64_t size = load_u32(body, at + 22);
    const bool same = part_of(body, at + local_size, name_size) == entry.name &&
                      load_u16(body, at + 8) == entry.method &&
                      ((flags ^ entry.flags) & (encryption_flags | descriptor_flag)) == 0 &&
                      widen(extra, {&size, &packed});
    if (!same || !holds(body, entry.data_offset, entry.compressed_size)) {
        return disagreeing(entry);
    }
    const std::uint64_t end = entry.data_offset + entry.compressed_size;
    const std::uint32_t crc = load_u32(body, at + 14);
    if ((flags & descriptor_flag) == 0) {
        if (!agrees(entry, crc, packed, size)) {
            return disagreeing(entry);
        }
        return end;
    }
    const bool left_open = crc == 0 && packed == 0 && size == 0;
    const std::uint64_t descriptor = descriptor_size(body, entry);
    if (!(left_open || agrees(entry, crc, packed, size)) || descriptor == 0) {
        return disagreeing(entry);
    }
    return end + descriptor;
}

}  // namespace

base::Result<std::vector<PackageEntry>> read_zip_directory(std::string_view file,
                                                           const Limits& limits) {
    const base::Result<Extent> found = find_directory(file);
    if (!found) {
        return found.error();
    }
    const Extent extent = found.value();
    if (extent.count > limits.entries) {
        return refuse_limit("entries",
                            {"ファイル内の部品の数", "number of entries in the package"},
                            extent.count,
                            limits.entries);
    }
    const std::string_view directory = part_of(file, 0, extent.end);
    std::vector<PackageEntry> entries;
    entries.reserve(static_cast<std::size_t>(extent.count));
    std::vector<std::pair<std::uint64_t, std::uint64_t>> places;
    places.reserve(static_cast<std::size_t>(extent.count));
    std::uint64_t at = extent.offset;
    for (std::uint64_t i = 0; i < extent.count; ++i) {
        const std::uint64_t begin = at;
        base::Result<PackageEntry> entry = read_central(directory, at);
        if (!entry) {
            return std::move(entry).error();
        }
        entry.value().directory_offset = begin;
        base::Result<std::uint64_t> end = check_local(file, extent.offset, entry.value());
        if (!end) {
            return std::move(end).error();
        }
        places.emplace_back(entry.value().header_offset, end.value());
        entries.push_back(std::move(entry).value());
    }
    if (at != extent.end) {
        return damaged_directory("圧縮ファイルの目次の件数が合いません",
                                 "the number of entries in the zip directory is wrong");
    }
    std::sort(places.begin(), places.end());
    for (std::size_t i = 1; i < places.size(); ++i) {
        if (places[i].first < places[i - 1].second) {
            return damaged_directory("圧縮ファイルの中身が互いに重なっています",
                                     "entries of the zip file overlap");
        }
    }
    return entries;
}

}  // namespace shinchoku::xlsx
