# Warnings live in one interface target, which is never exported; every warning is an error.
add_library(shinchoku_warnings INTERFACE)
target_compile_options(
  shinchoku_warnings
  INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
            -Wold-style-cast -Woverloaded-virtual -Wimplicit-fallthrough -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # A designated initialiser may leave the rest at its default: that is what it is for.
  target_compile_options(shinchoku_warnings INTERFACE -Wno-missing-field-initializers)
else()
  # GCC 12 sees overlapping copies in std::string's own concatenation when it optimises (GCC bug
  # 105651).
  target_compile_options(shinchoku_warnings INTERFACE -Wno-missing-field-initializers -Wno-restrict)
endif()

# UBSan watches our libraries; in the tests themselves it would only cost a third of the build, as
# would optimising them.
define_property(TARGET PROPERTY IS_SHINCHOKU_TEST INITIALIZE_FROM_VARIABLE TARGETS_IS_SHINCHOKU_TEST)
if(SHINCHOKU_SANITIZE)
  target_compile_options(
    shinchoku_warnings
    INTERFACE -fsanitize=address
              "$<$<NOT:$<BOOL:$<TARGET_PROPERTY:IS_SHINCHOKU_TEST>>>:-fsanitize=undefined>"
              "$<$<BOOL:$<TARGET_PROPERTY:IS_SHINCHOKU_TEST>>:-O0>"
              -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(shinchoku_warnings INTERFACE -fsanitize=address,undefined)
endif()
if(SHINCHOKU_COVERAGE)
  target_compile_options(shinchoku_warnings INTERFACE -fprofile-instr-generate -fcoverage-mapping)
  target_link_options(shinchoku_warnings INTERFACE -fprofile-instr-generate)
endif()
