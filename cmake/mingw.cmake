# What both Windows toolchains share. SHINCHOKU_TRIPLE names the machine.
#
# The win32 variant of the compiler, unless SHINCHOKU_MINGW_THREADS says posix: that one brings
# winpthreads, whose imports (SuspendThread, SetThreadContext …) virus scanners dislike. The win32
# variant has no std::mutex and no std::thread.
if(NOT SHINCHOKU_MINGW_THREADS)
  set(SHINCHOKU_MINGW_THREADS win32)
endif()
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES SHINCHOKU_MINGW_THREADS)
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_C_COMPILER "${SHINCHOKU_TRIPLE}-gcc-${SHINCHOKU_MINGW_THREADS}")
set(CMAKE_CXX_COMPILER "${SHINCHOKU_TRIPLE}-g++-${SHINCHOKU_MINGW_THREADS}")
set(CMAKE_RC_COMPILER "${SHINCHOKU_TRIPLE}-windres")

set(CMAKE_FIND_ROOT_PATH "/usr/${SHINCHOKU_TRIPLE}")
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# Windows 7 and later, which is what every Excel in use asks for.
set(CMAKE_CXX_FLAGS_INIT "-D_WIN32_WINNT=0x0601 -ffunction-sections -fdata-sections ${SHINCHOKU_MACHINE_FLAGS}")
set(CMAKE_C_FLAGS_INIT "${CMAKE_CXX_FLAGS_INIT}")
# No DLL of the compiler's may be needed; equal sources give equal bytes.
set(link_flags "-static -s -Wl,--gc-sections,--no-insert-timestamp${SHINCHOKU_LINK_FLAGS}")
set(CMAKE_EXE_LINKER_FLAGS_INIT "${link_flags}")
set(CMAKE_MODULE_LINKER_FLAGS_INIT "${link_flags}")
