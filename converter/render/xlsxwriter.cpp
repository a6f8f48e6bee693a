#include "render/xlsxwriter.h"

#include <dlfcn.h>

#include <stdexcept>
#include <string>

namespace shinchoku::render {
namespace {

void* find(void* library, const char* name) {
    void* const address = dlsym(library, name);
    if (address == nullptr) {
        throw std::runtime_error(dlerror());
    }
    return address;
}

bool bind_functions() {
    // Stays loaded: workbooks of several threads may be open until the process ends.
    void* const library = dlopen("libxlsxwriter.so." LXW_SOVERSION, RTLD_NOW);
    if (library == nullptr) {
        throw std::runtime_error(dlerror());
    }
#define SHINCHOKU_BIND(name) name.bind(find(library, #name));
    SHINCHOKU_XLSXWRITER_FUNCTIONS(SHINCHOKU_BIND)
#undef SHINCHOKU_BIND
    return true;
}

}  // namespace

// NOLINTNEXTLINE(bugprone-macro-parentheses): the name that is defined
#define SHINCHOKU_DEFINE(name) LibraryFunction<decltype(::name)> name;
SHINCHOKU_XLSXWRITER_FUNCTIONS(SHINCHOKU_DEFINE)
#undef SHINCHOKU_DEFINE

void load_xlsxwriter() {
    static const bool loaded = bind_functions();
    static_cast<void>(loaded);
}

}  // namespace shinchoku::render
