#include <exception>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <utility>

#include "files/atomic_file.h"
#include "patch/zip_writer.h"

// pack_extension OUT NAME FILE [NAME FILE]…: a package of these files. No time and no owner of a
// file goes into it: equal files give equal bytes.

namespace {

// The content of `path`; nothing where it cannot be read.
std::optional<std::string> content_of(const char* path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return file && content ? std::optional(content.str()) : std::nullopt;
}

bool pack(int argc, char** argv) {
    shinchoku::patch::ZipWriter writer("");
    for (int i = 2; i + 1 < argc; i += 2) {
        const std::optional<std::string> content = content_of(argv[i + 1]);
        if (!content) {
            std::cerr << "cannot read " << argv[i + 1] << "\n";
            return false;
        }
        writer.add(argv[i], *content);
    }
    const auto package = std::move(writer).finish();
    if (!package || shinchoku::files::write_file(
                        argv[1], package.value(), shinchoku::files::Replace::allowed)) {
        std::cerr << "cannot write " << argv[1] << "\n";
        return false;
    }
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4 || argc % 2 != 0) {
        std::cerr << "usage: pack_extension OUT NAME FILE [NAME FILE]...\n";
        return 2;
    }
    try {
        return pack(argc, argv) ? 0 : 2;
    } catch (const std::exception& failure) {
        std::cerr << failure.what() << "\n";
        return 2;
    }
}
