#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "xlsx/package_entry.h"

namespace shinchoku::patch {

// Makes a package from the entries of another and from new ones. The headers of a copied entry are
// written anew from the directory, without extra fields and descriptors: what two readers could
// understand in two ways is gone; its compressed bytes, name and time are those of the file.
class ZipWriter {
public:
    // `file` is the package that entries are copied from.
    explicit ZipWriter(std::string_view file) : file_(file) {}

    void copy(const xlsx::PackageEntry& entry);
    // An entry of the file with another content.
    void replace(const xlsx::PackageEntry& entry, std::string_view content);
    void add(std::string_view name, std::string_view content);

    // The package; the error is that it is larger than a package can be.
    [[nodiscard]] base::Result<std::string> finish() &&;

private:
    struct Header;
    void append(const Header& header, std::string_view stream);

    std::string_view file_;
    std::string entries_;
    std::string directory_;
    std::size_t count_ = 0;
};

}  // namespace shinchoku::patch
