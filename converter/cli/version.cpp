#include <libdeflate.h>
#include <spdlog/version.h>
#include <toml++/impl/version.h>
#include <utf8proc.h>
#include <xlsxwriter.h>
#include <zlib.h>

#include <string>

#include <CLI/Version.hpp>
#include <nlohmann/json_fwd.hpp>
#include <pugixml.hpp>

#include "cli/help.h"

namespace shinchoku::cli {

std::string_view program_version() {
    return SHINCHOKU_VERSION;
}

std::string version_text() {
    const auto three = [](int major, int minor, int patch) {
        return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch);
    };
    // pugixml's version is a number: 1130 is 1.13.
    const std::string pugixml =
        std::to_string(PUGIXML_VERSION / 1000) + "." + std::to_string(PUGIXML_VERSION / 10 % 100);
    const std::string toml = three(TOML_LIB_MAJOR, TOML_LIB_MINOR, TOML_LIB_PATCH);
    const std::string json = three(
        NLOHMANN_JSON_VERSION_MAJOR, NLOHMANN_JSON_VERSION_MINOR, NLOHMANN_JSON_VERSION_PATCH);
    const std::string spdlog = three(SPDLOG_VER_MAJOR, SPDLOG_VER_MINOR, SPDLOG_VER_PATCH);
    return "shinchoku " SHINCHOKU_VERSION "\nlibxlsxwriter " LXW_VERSION ", pugixml " + pugixml +
           ", libdeflate " LIBDEFLATE_VERSION_STRING ", zlib " ZLIB_VERSION ", toml++ " + toml +
           ", utf8proc " + utf8proc_version() + ", nlohmann-json " + json + ", spdlog " + spdlog +
           ", CLI11 " CLI11_VERSION "\n";
}

}  // namespace shinchoku::cli
