# The layouts of templates/*/layout.toml and the rating schemes of templates/schemes/*.toml become
# part of the library, so that the program needs no file beside it. A table is made anew whenever one
# of its files changes.
function(shinchoku_embed target kind)
  set(files ${ARGN})
  set(table "${CMAKE_CURRENT_BINARY_DIR}/embedded_${kind}s.cpp")
  set(script "${CMAKE_SOURCE_DIR}/cmake/embedded_table.cmake")
  add_custom_command(
    OUTPUT "${table}"
    COMMAND "${CMAKE_COMMAND}" "-DTABLE=${table}" "-DKIND=${kind}" "-DFILES=${files}" -P "${script}"
    DEPENDS ${files} "${script}"
    COMMENT "Embedding the ${kind}s of templates/"
    VERBATIM)
  target_sources(${target} PRIVATE "${table}")
endfunction()

function(shinchoku_embed_templates target)
  file(GLOB layouts CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/templates/*/layout.toml")
  file(GLOB schemes CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/templates/schemes/*.toml")
  shinchoku_embed(${target} layout ${layouts})
  shinchoku_embed(${target} scheme ${schemes})
endfunction()
