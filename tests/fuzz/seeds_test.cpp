#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include "target.h"

// Gives every seed to the target, and every seed cut off and with bytes changed: any bytes give a
// value or a finding. The target itself aborts where they do not.

namespace {

void feed(const std::string& bytes) {
    EXPECT_EQ(
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()),
        0);
}

TEST(Seeds, EverySeedAndItsDamagedCopiesAreReadOrRefused) {
    std::istringstream folders(SHINCHOKU_SEEDS);
    int count = 0;
    for (std::string folder; std::getline(folders, folder, ':');) {
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            std::ifstream file(entry.path(), std::ios::binary);
            std::string bytes(std::istreambuf_iterator<char>(file), {});
            ++count;
            feed(bytes);
            constexpr std::size_t steps = 8;
            for (std::size_t step = 1; step < steps; ++step) {
                const std::size_t at = bytes.size() * step / steps;
                feed(bytes.substr(0, at));
                if (at < bytes.size()) {
                    const char old = bytes[at];
                    bytes[at] = static_cast<char>(bytes[at] ^ 0x11);
                    feed(bytes);
                    bytes[at] = old;
                }
            }
        }
    }
    EXPECT_GT(count, 0);
}

}  // namespace
