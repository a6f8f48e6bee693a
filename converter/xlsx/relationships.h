#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "xlsx/package.h"

namespace shinchoku::xlsx {

// What a part leads to.
struct Relationship {
    std::string id;
    std::string type;    // the last word of the type's address: "worksheet", "sharedStrings" …
    std::string target;  // as written
    bool external = false;
};

class Relationships {
public:
    // Those of `part`, "" for the package's own; none where there is no such list. Two of one Id
    // are refused.
    [[nodiscard]] static base::Result<Relationships> read(Package& package,
                                                          std::string_view part,
                                                          const Limits& limits);

    [[nodiscard]] bool is_present() const { return is_present_; }
    [[nodiscard]] const std::vector<Relationship>& all() const { return all_; }
    [[nodiscard]] const Relationship* find_id(std::string_view id) const;
    [[nodiscard]] const Relationship* find_type(std::string_view type) const;  // the first

    // The entry that an internal relationship leads to; nullptr where there is none. Never leaves
    // the package.
    [[nodiscard]] const PackageEntry* entry_of(const Package& package,
                                               const Relationship& relationship) const;

private:
    bool sort_ids();

    bool is_present_ = false;
    std::string folder_;  // of the part, with a slash at the end
    std::vector<Relationship> all_;
    std::vector<std::size_t> by_id_;
};

// "xl/" and "../a/./b.xml" is "a/b.xml"; nothing where it climbs out of the package.
[[nodiscard]] std::optional<std::string> resolve_target(std::string_view folder,
                                                        std::string_view target);

}  // namespace shinchoku::xlsx
