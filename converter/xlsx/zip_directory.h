#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "xlsx/limits.h"
#include "xlsx/package_entry.h"

namespace shinchoku::xlsx {

// Reads the directory of a zip file, strictly: what two readers could understand in two ways is
// refused. There is one end record and it ends the file; the directory lies directly before it and
// holds exactly the entries announced; every local header says what its central header says (name,
// method, sizes, CRC; data descriptors included); no two entries overlap. Zip64 is read; encrypted
// and split archives are refused. Names are not interpreted here.
[[nodiscard]] base::Result<std::vector<PackageEntry>> read_zip_directory(std::string_view file,
                                                                         const Limits& limits);

}  // namespace shinchoku::xlsx
