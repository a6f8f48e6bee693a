# Debian's packages. Their headers are system headers and appear in .cpp files only. Where Debian
# has a static library it is taken: a process that reads one small file spends most of its time
# loading shared ones.
# Debian's config of toml++ forces its shared library; the headers alone are enough. They are taken
# through a folder of their own: /usr/include as a whole would hide a cross compiler's headers.
find_path(TOMLPLUSPLUS_INCLUDE toml++/toml.h REQUIRED NO_CMAKE_FIND_ROOT_PATH)
set(headers "${CMAKE_BINARY_DIR}/headers")
file(MAKE_DIRECTORY "${headers}")
file(CREATE_LINK "${TOMLPLUSPLUS_INCLUDE}/toml++" "${headers}/toml++" SYMBOLIC)
add_library(tomlplusplus_headers INTERFACE)
target_include_directories(tomlplusplus_headers SYSTEM INTERFACE "${headers}")
set(ZLIB_USE_STATIC_LIBS ON)
find_package(ZLIB REQUIRED)
if(WIN32)
  return()  # the add-in needs no other
endif()

find_package(PkgConfig REQUIRED)
find_package(pugixml REQUIRED CONFIG)
find_package(spdlog REQUIRED CONFIG)
find_package(nlohmann_json REQUIRED CONFIG)
find_package(CLI11 REQUIRED CONFIG)
find_package(Threads REQUIRED)
pkg_check_modules(libdeflate REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(libutf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(xlsxwriter REQUIRED IMPORTED_TARGET xlsxwriter)

# Loaded by the commands that write a book, when they do (render/xlsxwriter.h).
set_target_properties(PkgConfig::xlsxwriter PROPERTIES INTERFACE_LINK_LIBRARIES "${CMAKE_DL_LIBS}")

if(TARGET pugixml::static)
  set_target_properties(pugixml::pugixml PROPERTIES INTERFACE_LINK_LIBRARIES pugixml::static)
endif()
set_target_properties(spdlog::spdlog_header_only
                      PROPERTIES INTERFACE_LINK_LIBRARIES "Threads::Threads;fmt::fmt-header-only")
foreach(package IN ITEMS libdeflate libutf8proc)
  string(REPLACE "lib" "" name ${package})
  find_library(SHINCHOKU_${package}_STATIC NAMES lib${name}.a)
  if(SHINCHOKU_${package}_STATIC)
    set_target_properties(PkgConfig::${package} PROPERTIES INTERFACE_LINK_LIBRARIES
                                                           "${SHINCHOKU_${package}_STATIC}")
  endif()
endforeach()
