# The layouts of templates/*/layout.toml become part of the library, so that the program needs no
# file beside it. The table is made anew whenever one of them changes.
function(shinchoku_embed_layouts target)
  file(GLOB layouts CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/templates/*/layout.toml")
  set(table "${CMAKE_CURRENT_BINARY_DIR}/embedded_layouts.cpp")
  set(script "${CMAKE_SOURCE_DIR}/cmake/layout_table.cmake")
  add_custom_command(
    OUTPUT "${table}"
    COMMAND "${CMAKE_COMMAND}" "-DTABLE=${table}" "-DLAYOUTS=${layouts}" -P "${script}"
    DEPENDS ${layouts} "${script}"
    COMMENT "Embedding the layouts of templates/"
    VERBATIM)
  target_sources(${target} PRIVATE "${table}")
endfunction()
