# 32-bit Windows, by Debian's g++-mingw-w64-i686-win32.
set(SHINCHOKU_TRIPLE i686-w64-mingw32)
set(CMAKE_SYSTEM_PROCESSOR i686)
# The x87 unit would round elsewhere: 0.1+0.2+0.3 must be what it is everywhere else.
set(SHINCHOKU_MACHINE_FLAGS "-msse2 -mfpmath=sse")
# The .def file names functions without the stack size that 32-bit names carry.
set(SHINCHOKU_LINK_FLAGS ",--enable-stdcall-fixup")
include("${CMAKE_CURRENT_LIST_DIR}/mingw.cmake")
