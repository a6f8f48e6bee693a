#include "files/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <string>
#include <system_error>
#include <utility>

namespace shinchoku::files {
namespace {

constexpr int most_names_tried = 100;
constexpr mode_t usual_mode = 0666;  // less the umask

std::string reason_of(int error_number) {
    return std::error_code(error_number, std::generic_category()).message();
}

base::Finding already_there(const std::filesystem::path& target) {
    base::Finding finding = cannot_write(target, "");
    finding.message = {"ファイル「" + target.string() + "」がすでにあります。",
                       "The file \"" + target.string() + "\" exists already."};
    finding.hint = {"別の名前にするか、上書きする場合は --force を付けてください。",
                    "Choose another name, or give --force to replace it."};
    return finding;
}

std::filesystem::path folder_of(const std::filesystem::path& target) {
    return target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
}

// A name beside the target that only this process, and only this call, uses.
std::filesystem::path neighbour(const std::filesystem::path& target, int number) {
    return folder_of(target) / ("." + target.filename().string() + "." + std::to_string(getpid()) +
                                "." + std::to_string(number) + ".tmp");
}

std::filesystem::path path_of_descriptor(int descriptor) {
    return "/proc/self/fd/" + std::to_string(descriptor);
}

// A file without a name, or -1 where the file system has none or /proc is not there to reach it.
int open_nameless(const std::filesystem::path& folder) {
    const int descriptor = open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, usual_mode);
    if (descriptor >= 0 && access(path_of_descriptor(descriptor).c_str(), W_OK) != 0) {
        close(descriptor);
        return -1;
    }
    return descriptor;
}

// Gives the nameless file a name that must be free.
int link_nameless(int descriptor, const std::filesystem::path& name) {
    const int failed = linkat(AT_FDCWD,
                              path_of_descriptor(descriptor).c_str(),
                              AT_FDCWD,
                              name.c_str(),
                              AT_SYMLINK_FOLLOW);
    return failed == 0 ? 0 : errno;
}

// The name itself is safe only when its folder has reached the disk. Some file systems refuse to
// sync a folder; the file is there all the same.
void sync_folder(const std::filesystem::path& folder) {
    const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        fsync(descriptor);
        close(descriptor);
    }
}

// A file that is replaced keeps its permissions.
void copy_permissions(const std::filesystem::path& target, int descriptor) {
    struct stat status {};
    if (stat(target.c_str(), &status) == 0) {
        (void)fchmod(descriptor, status.st_mode & 07777);
    }
}

int rename_over(const std::filesystem::path& from, const std::filesystem::path& to) {
    return rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

// Names a file that has a temporary name, where the target must be free.
int link_then_unlink(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (link(from.c_str(), to.c_str()) == 0) {
        (void)unlink(from.c_str());
        return 0;
    }
    if (errno == EEXIST) {
        return EEXIST;
    }
    // A file system without hard links: the gap between asking and renaming is the best there is.
    return access(to.c_str(), F_OK) == 0 ? EEXIST : rename_over(from, to);
}

}  // namespace

base::Finding cannot_write(const std::filesystem::path& path, std::string_view reason) {
    base::Finding finding;
    finding.rule = "output";
    finding.severity = base::Severity::error;
    finding.file = path.string();
    finding.key = base::make_key("output", path.filename().string());
    finding.message = {"ファイル「" + path.string() + "」に書けませんでした。",
                       "The file \"" + path.string() + "\" could not be written."};
    finding.hint = {"保存先のフォルダー、空き容量、書き込みの権限を確かめてください。",
                    "Check the folder, the free space and the permissions."};
    finding.found = reason;
    return finding;
}

base::Result<AtomicFile> AtomicFile::create(const std::filesystem::path& target, Replace replace) {
    AtomicFile file;
    file.replace_ = replace;
    file.target_ = target;
    std::error_code failed;
    if (std::filesystem::is_symlink(target, failed)) {
        // The file behind a link is replaced, not the link.
        file.target_ = std::filesystem::weakly_canonical(target, failed);
    }
    if (replace == Replace::never && std::filesystem::exists(file.target_, failed)) {
        return already_there(target);
    }
    file.descriptor_ = open_nameless(folder_of(file.target_));
    file.nameless_ = file.descriptor_ >= 0;
    if (file.nameless_) {
        file.temporary_ = path_of_descriptor(file.descriptor_);
        return file;
    }
    for (int number = 0; number < most_names_tried && file.descriptor_ < 0; ++number) {
        file.temporary_ = neighbour(file.target_, number);
        file.descriptor_ =
            open(file.temporary_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, usual_mode);
        if (file.descriptor_ < 0 && errno != EEXIST) {
            break;
        }
    }
    if (file.descriptor_ < 0) {
        return cannot_write(target, reason_of(errno));
    }
    return file;
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : target_(std::move(other.target_)),
      temporary_(std::move(other.temporary_)),
      replace_(other.replace_),
      descriptor_(std::exchange(other.descriptor_, -1)),
      nameless_(other.nameless_) {}

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept {
    if (this != &other) {
        discard();
        target_ = std::move(other.target_);
        temporary_ = std::move(other.temporary_);
        replace_ = other.replace_;
        descriptor_ = std::exchange(other.descriptor_, -1);
        nameless_ = other.nameless_;
    }
    return *this;
}

AtomicFile::~AtomicFile() {
    discard();
}

void AtomicFile::discard() {
    if (descriptor_ < 0) {
        return;
    }
    close(std::exchange(descriptor_, -1));
    if (!nameless_) {
        (void)unlink(temporary_.c_str());
    }
}

std::optional<base::Finding> AtomicFile::commit() {
    if (descriptor_ < 0) {
        return cannot_write(target_, "committed twice");
    }
    copy_permissions(target_, descriptor_);
    if (fsync(descriptor_) != 0) {
        return cannot_write(target_, reason_of(errno));
    }
    int failed = 0;
    if (nameless_ && replace_ == Replace::never) {
        failed = link_nameless(descriptor_, target_);
    } else {
        int number = 0;
        if (nameless_) {
            // A name cannot be taken over by linking, only by renaming: a second name comes
            // between.
            do {
                temporary_ = neighbour(target_, number);
                failed = link_nameless(descriptor_, temporary_);
            } while (failed == EEXIST && ++number < most_names_tried);
            nameless_ = failed != 0;
        }
        if (failed == 0) {
            failed = replace_ == Replace::never ? link_then_unlink(temporary_, target_)
                                                : rename_over(temporary_, target_);
        }
    }
    if (failed != 0) {
        return failed == EEXIST ? already_there(target_) : cannot_write(target_, reason_of(failed));
    }
    close(std::exchange(descriptor_, -1));
    sync_folder(folder_of(target_));
    return std::nullopt;
}

std::optional<base::Finding> write_file(const std::filesystem::path& target,
                                        std::string_view bytes,
                                        Replace replace) {
    base::Result<AtomicFile> file = AtomicFile::create(target, replace);
    if (!file) {
        return std::move(file).error();
    }
    std::ofstream out(file.value().temporary(), std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) {
        return cannot_write(target, reason_of(errno));
    }
    return file.value().commit();
}

}  // namespace shinchoku::files
