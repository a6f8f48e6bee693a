#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "xlsx/inflate.h"
#include "xlsx/limits.h"
#include "xlsx/package_entry.h"
#include "xlsx/refusals.h"

namespace shinchoku::xlsx {

// The parts of a package by name. Part names are compared as OPC does, without case, and as real
// programs write them, with either slash; two entries of one name are refused. `file` must outlive
// the package.
class Package {
public:
    [[nodiscard]] static base::Result<Package> open(std::string_view file, const Limits& limits);

    [[nodiscard]] const std::vector<PackageEntry>& entries() const { return entries_; }
    [[nodiscard]] std::vector<PackageEntry> take_entries() && { return std::move(entries_); }

    // nullptr where there is no such part.
    [[nodiscard]] const PackageEntry* find(std::string_view part) const;

    // Inflates a part into `out` and checks its CRC.
    [[nodiscard]] Refusal read(const PackageEntry& entry, std::string& out);
    // The same for an XML part, re-encoded where it is UTF-16.
    [[nodiscard]] Refusal read_xml(const PackageEntry& entry, std::string& out);

    // Entries that read() was never called for, in the file's order.
    [[nodiscard]] std::vector<const PackageEntry*> unread() const;

private:
    Package(std::string_view file, const Limits& limits) : file_(file), limits_(limits) {}

    [[nodiscard]] Refusal check_size(const PackageEntry& entry);

    std::string_view file_;
    Limits limits_;
    std::vector<PackageEntry> entries_;
    std::vector<bool> was_read_;
    std::unordered_map<std::string, std::size_t> by_name_;
    std::uint64_t total_bytes_ = 0;
    Inflater inflater_;
};

}  // namespace shinchoku::xlsx
