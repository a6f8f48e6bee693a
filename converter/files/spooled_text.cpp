#include "files/spooled_text.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <utility>
#include <vector>

namespace shinchoku::files {
namespace {

constexpr std::size_t held_bytes = std::size_t{1} << 20U;
constexpr std::size_t piece_bytes = std::size_t{64} << 10U;

std::filesystem::path spool_folder() {
    std::error_code failed;
    const std::filesystem::path folder = std::filesystem::temp_directory_path(failed);
    return failed ? "/tmp" : folder;
}

std::FILE* open_nameless() {
    std::string name = (spool_folder() / "shinchoku-XXXXXX").string();
    const int descriptor = mkstemp(name.data());
    if (descriptor < 0) {
        return nullptr;
    }
    unlink(name.c_str());
    std::FILE* const file = fdopen(descriptor, "w+b");
    if (file == nullptr) {
        close(descriptor);
    }
    return file;
}

}  // namespace

void SpooledText::append(std::string_view text) {
    held_ += text;
    if (held_.size() > held_bytes) {
        spill();
    }
}

void SpooledText::append(SpooledText& text) {
    const auto take = [&](std::string_view piece) {
        append(piece);
        return true;
    };
    if (text.replay(take) && error_ == 0) {
        error_ = text.error_;
    }
}

void SpooledText::spill() {
    if (error_ == 0 && !file_) {
        file_.reset(open_nameless());
        error_ = file_ ? 0 : errno;
    }
    if (error_ == 0 && std::fwrite(held_.data(), 1, held_.size(), file_.get()) != held_.size()) {
        error_ = errno;
    }
    held_.clear();
}

std::optional<base::Finding> SpooledText::replay(
    const std::function<bool(std::string_view)>& take) {
    if (error_ == 0 && !file_) {
        take(held_);
        return std::nullopt;
    }
    spill();
    if (error_ == 0 && std::fseek(file_.get(), 0, SEEK_SET) != 0) {
        error_ = errno;
    }
    std::vector<char> piece(piece_bytes);
    for (std::size_t size = piece.size(); error_ == 0 && size == piece.size();) {
        size = std::fread(piece.data(), 1, piece.size(), file_.get());
        error_ = std::ferror(file_.get()) != 0 ? errno : 0;
        if (size > 0 && !take({piece.data(), size})) {
            break;
        }
    }
    return error_ == 0 ? std::nullopt
                       : std::optional(cannot_write(spool_folder(), std::strerror(error_)));
}

std::optional<base::Finding> write_file(const std::filesystem::path& target,
                                        SpooledText& text,
                                        Replace replace) {
    base::Result<AtomicFile> file = AtomicFile::create(target, replace);
    if (!file) {
        return std::move(file).error();
    }
    std::ofstream out(file.value().temporary(), std::ios::binary);
    const auto take = [&](std::string_view piece) {
        return static_cast<bool>(
            out.write(piece.data(), static_cast<std::streamsize>(piece.size())));
    };
    if (auto failed = text.replay(take)) {
        return failed;
    }
    out.close();
    return out ? file.value().commit() : cannot_write(target, std::strerror(errno));
}

}  // namespace shinchoku::files
