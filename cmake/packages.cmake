# Debian's packages. Their headers are system headers and appear in .cpp files only.
find_package(PkgConfig REQUIRED)
find_package(pugixml REQUIRED CONFIG)
find_package(spdlog REQUIRED CONFIG)
find_package(nlohmann_json REQUIRED CONFIG)
find_package(CLI11 REQUIRED CONFIG)
find_package(ZLIB REQUIRED)
pkg_check_modules(libdeflate REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(libutf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(xlsxwriter REQUIRED IMPORTED_TARGET xlsxwriter)

# Debian's config of toml++ forces its shared library; the headers alone are enough.
find_path(TOMLPLUSPLUS_INCLUDE toml++/toml.h REQUIRED)
add_library(tomlplusplus_headers INTERFACE)
target_include_directories(tomlplusplus_headers SYSTEM INTERFACE "${TOMLPLUSPLUS_INCLUDE}")
