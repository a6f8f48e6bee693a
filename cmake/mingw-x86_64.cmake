# 64-bit Windows, by Debian's g++-mingw-w64-x86-64-win32.
set(SHINCHOKU_TRIPLE x86_64-w64-mingw32)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
include("${CMAKE_CURRENT_LIST_DIR}/mingw.cmake")
