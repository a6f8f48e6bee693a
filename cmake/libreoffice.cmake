# The Calc add-in (addin/libreoffice) is built where LibreOffice's SDK is (Debian: libreoffice-dev).
option(SHINCHOKU_LIBREOFFICE "the add-in for LibreOffice Calc, where its SDK is found" ON)
set(SHINCHOKU_LIBREOFFICE_HOME /usr/lib/libreoffice CACHE PATH "where LibreOffice is installed")

if(SHINCHOKU_LIBREOFFICE AND NOT CMAKE_CROSSCOMPILING)
  set(sdk "${SHINCHOKU_LIBREOFFICE_HOME}/sdk")
  find_program(SHINCHOKU_UNOIDL_WRITE unoidl-write PATHS "${sdk}/bin" NO_DEFAULT_PATH)
  find_program(SHINCHOKU_CPPUMAKER cppumaker PATHS "${sdk}/bin" NO_DEFAULT_PATH)
  find_path(SHINCHOKU_UNO_INCLUDE cppuhelper/implbase2.hxx PATHS "${sdk}/include" NO_DEFAULT_PATH)
  find_file(SHINCHOKU_UNO_TYPES types.rdb PATHS "${SHINCHOKU_LIBREOFFICE_HOME}/program"
            NO_DEFAULT_PATH)
  find_file(SHINCHOKU_OFFICE_TYPES offapi.rdb
            PATHS "${SHINCHOKU_LIBREOFFICE_HOME}/program/types" NO_DEFAULT_PATH)
  foreach(library IN ITEMS cppuhelpergcc3 cppu sal)
    find_library(SHINCHOKU_UNO_${library} uno_${library} PATHS "${sdk}/lib" NO_DEFAULT_PATH)
  endforeach()
endif()

if(SHINCHOKU_LIBREOFFICE AND SHINCHOKU_UNOIDL_WRITE AND SHINCHOKU_CPPUMAKER AND SHINCHOKU_UNO_INCLUDE
   AND SHINCHOKU_UNO_TYPES AND SHINCHOKU_OFFICE_TYPES AND SHINCHOKU_UNO_cppuhelpergcc3
   AND SHINCHOKU_UNO_cppu AND SHINCHOKU_UNO_sal)
  set(SHINCHOKU_BUILDS_LIBREOFFICE ON)
  # Our libraries become part of a shared one that shows a single name.
  set(CMAKE_POSITION_INDEPENDENT_CODE ON)
  set(CMAKE_CXX_VISIBILITY_PRESET hidden)
  set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
else()
  set(SHINCHOKU_BUILDS_LIBREOFFICE OFF)
endif()
message(STATUS "Add-in for LibreOffice Calc: ${SHINCHOKU_BUILDS_LIBREOFFICE}")
