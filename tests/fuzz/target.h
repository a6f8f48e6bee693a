#pragma once

#include <cstddef>
#include <cstdint>

// The entry point that libFuzzer calls, and the replay of the seeds too.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
