#include "libreoffice/error_number.h"

#include <bit>
#include <cmath>
#include <cstdint>

namespace shinchoku::addin::libreoffice {
namespace {

constexpr struct {
    CellError error;
    std::uint32_t code;
} all_codes[] = {
    {CellError::null, 521},
    {CellError::division, 532},
    {CellError::value, 519},
    {CellError::reference, 524},
    {CellError::name, 525},
    {CellError::number, 503},
    {CellError::not_available, 0x7fff},
};

constexpr std::uint64_t quiet_nan = 0x7ff8'0000'0000'0000;

}  // namespace

double error_number(CellError error) {
    for (const auto& each : all_codes) {
        if (each.error == error) {
            return std::bit_cast<double>(quiet_nan | each.code);
        }
    }
    return std::bit_cast<double>(quiet_nan);
}

std::optional<CellError> error_of(double number) {
    if (std::isfinite(number)) {
        return std::nullopt;
    }
    const auto code = static_cast<std::uint32_t>(std::bit_cast<std::uint64_t>(number));
    for (const auto& each : all_codes) {
        if (each.code == code) {
            return each.error;
        }
    }
    return std::isinf(number) ? CellError::number : CellError::value;
}

}  // namespace shinchoku::addin::libreoffice
