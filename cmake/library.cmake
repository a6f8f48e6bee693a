# One folder, one static library:
# shinchoku_library(plan USES base [PRIVATE packages…] [POSIX files…] [WINDOWS files…]).
# USES are the folders an include may name (the arrows of the house, downward only);
# PRIVATE are packages whose headers appear in .cpp files only. Every .cpp of the folder belongs to it
# but those of the other platform, which POSIX and WINDOWS name.
function(shinchoku_library name)
  cmake_parse_arguments(ARG "" "" "USES;PRIVATE;POSIX;WINDOWS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp")
  set(elsewhere ${ARG_WINDOWS})
  if(WIN32)
    set(elsewhere ${ARG_POSIX})
  endif()
  list(TRANSFORM elsewhere PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/${name}/")
  list(REMOVE_ITEM sources ${elsewhere})
  if(NOT sources)
    message(STATUS "converter/${name} has no source yet")
    add_library(shinchoku_${name} INTERFACE)
    target_include_directories(shinchoku_${name} INTERFACE "${CMAKE_CURRENT_SOURCE_DIR}")
    foreach(used IN LISTS ARG_USES)
      target_link_libraries(shinchoku_${name} INTERFACE shinchoku_${used})
    endforeach()
    return()
  endif()
  add_library(shinchoku_${name} STATIC ${sources})
  # Where files are compiled together, twice as many as the presets say: most of the time goes into
  # the headers of the standard library.
  set_target_properties(shinchoku_${name} PROPERTIES UNITY_BUILD_BATCH_SIZE 24)
  target_include_directories(shinchoku_${name} PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}")
  foreach(used IN LISTS ARG_USES)
    target_link_libraries(shinchoku_${name} PUBLIC shinchoku_${used})
  endforeach()
  target_link_libraries(shinchoku_${name} PRIVATE ${ARG_PRIVATE} shinchoku_warnings)
endfunction()
