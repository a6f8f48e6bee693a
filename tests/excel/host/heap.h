#pragma once

#include <cstddef>

namespace stand_in {

// Blocks in use in all heaps of the process.
[[nodiscard]] std::size_t count_blocks();

}  // namespace stand_in
