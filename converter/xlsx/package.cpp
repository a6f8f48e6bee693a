#include "xlsx/package.h"

#include <algorithm>
#include <utility>

#include "xlsx/bytes.h"
#include "xlsx/xml_encoding.h"
#include "xlsx/zip_directory.h"

namespace shinchoku::xlsx {
namespace {

constexpr std::uint16_t stored_method = 0;
constexpr std::uint16_t deflate_method = 8;
constexpr std::uint64_t ratio_free_bytes = 1u << 20;
// No deflate stream gives more than 1032 bytes for one of its own (RFC 1951: 258 for two bits).
constexpr std::uint64_t highest_ratio = 1032;

std::string lookup_name(std::string_view part) {
    std::string name(part.substr(part.starts_with('/') || part.starts_with('\\') ? 1 : 0));
    for (char& c : name) {
        if (c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c - 'A' + 'a');
        } else if (c == '\\') {
            c = '/';
        }
    }
    return name;
}

}  // namespace

base::Result<Package> Package::open(std::string_view file, const Limits& limits) {
    Package package(file, limits);
    base::Result<std::vector<PackageEntry>> entries = read_zip_directory(file, limits);
    if (!entries) {
        return std::move(entries).error();
    }
    package.entries_ = std::move(entries).value();
    package.was_read_.resize(package.entries_.size());
    package.by_name_.reserve(package.entries_.size());
    for (std::size_t i = 0; i < package.entries_.size(); ++i) {
        if (!package.by_name_.emplace(lookup_name(package.entries_[i].name), i).second) {
            return refuse_damaged(
                package.entries_[i].name,
                {"同じ名前の部品が二つあります", "there are two parts of this name"});
        }
    }
    return package;
}

const PackageEntry* Package::find(std::string_view part) const {
    const auto found = by_name_.find(lookup_name(part));
    return found == by_name_.end() ? nullptr : &entries_[found->second];
}

// Before a byte is allocated: what the header claims must be possible, and within the limits.
Refusal Package::check_size(const PackageEntry& entry) {
    const bool stored = entry.method == stored_method;
    if (stored ? entry.size != entry.compressed_size
               : entry.size / highest_ratio > entry.compressed_size) {
        return refuse_damaged(
            entry.name, {"記録された大きさが中身と合いません", "its size is not as recorded"});
    }
    if (entry.size > limits_.part_bytes) {
        return refuse_limit("part-bytes",
                            {"展開後の大きさ(バイト)", "inflated size of one part in bytes"},
                            entry.size,
                            limits_.part_bytes);
    }
    const std::uint64_t ratio = std::max<std::uint64_t>(limits_.inflate_ratio, 1);
    if (entry.size > ratio_free_bytes && (entry.size - 1) / ratio >= entry.compressed_size) {
        return refuse_limit(
            "inflate-ratio",
            {"圧縮の倍率", "inflate ratio"},
            (entry.size - 1) / std::max<std::uint64_t>(entry.compressed_size, 1) + 1,
            limits_.inflate_ratio);
    }
    total_bytes_ += entry.size;
    if (total_bytes_ > limits_.total_bytes) {
        return refuse_limit("total-bytes",
                            {"展開後の大きさの合計(バイト)", "inflated size of all parts in bytes"},
                            total_bytes_,
                            limits_.total_bytes);
    }
    return std::nullopt;
}

Refusal Package::read(const PackageEntry& entry, std::string& out) {
    was_read_[static_cast<std::size_t>(&entry - entries_.data())] = true;
    if (entry.method != stored_method && entry.method != deflate_method) {
        return refuse_damaged(
            entry.name,
            {"Excelブックでは使えない圧縮方式(" + std::to_string(entry.method) + ")です",
             "its compression method (" + std::to_string(entry.method) +
                 ") is not allowed in a workbook"});
    }
    if (Refusal refusal = check_size(entry)) {
        return refusal;
    }
    const std::string_view stream = part_of(file_, entry.data_offset, entry.compressed_size);
    if (entry.method == stored_method) {
        out = stream;
    } else {
        out.resize(static_cast<std::size_t>(entry.size));  // check_size() allows it
        if (!inflater_.inflate(stream, out)) {
            return refuse_damaged(entry.name,
                                  {"圧縮データを展開できないか、記録された大きさと合いません",
                                   "it cannot be inflated, or its size is not as recorded"});
        }
    }
    if (crc32_of(out) != entry.crc) {
        return refuse_damaged(entry.name,
                              {"検査値(CRC)が合いません", "its checksum (CRC) is wrong"});
    }
    return std::nullopt;
}

Refusal Package::read_xml(const PackageEntry& entry, std::string& out) {
    if (Refusal refusal = read(entry, out)) {
        return refusal;
    }
    const XmlPlace place = recode_to_utf8(out);
    if (place.fault != XmlFault::none) {
        return refuse_xml(entry.name, place, limits_);
    }
    return std::nullopt;
}

std::vector<const PackageEntry*> Package::unread() const {
    std::vector<const PackageEntry*> entries;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        if (!was_read_[i]) {
            entries.push_back(&entries_[i]);
        }
    }
    return entries;
}

}  // namespace shinchoku::xlsx
