# Writes TABLE: the text of every layout file in LAYOUTS as a raw string.
set(code "#include \"layout/embedded.h\"\n\nnamespace shinchoku::layout {\nnamespace {\n\n")
string(APPEND code "constexpr EmbeddedLayout all[] = {\n    {\"\", \"\", \"\"},\n")
foreach(layout IN LISTS LAYOUTS)
  cmake_path(GET layout PARENT_PATH folder)
  cmake_path(GET folder FILENAME id)
  file(READ "${layout}" text)
  string(APPEND code "    {\"${id}\", \"templates/${id}/layout.toml\", R\"toml(${text})toml\"},\n")
endforeach()
string(APPEND code "};\n\n}  // namespace\n\n")
string(APPEND code "std::span<const EmbeddedLayout> embedded_layouts() {\n")
# The first entry only keeps the array from being empty.
string(APPEND code "    return std::span(all).subspan(1);\n}\n\n}  // namespace shinchoku::layout\n")
file(WRITE "${TABLE}" "${code}")
