#include "xlsx/relationships.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <utility>

#include "xlsx/xml_scanner.h"

namespace shinchoku::xlsx {
namespace {

std::string last_word(std::string_view address) {
    return std::string(address.substr(address.rfind('/') + 1));
}

std::string folder_of(std::string_view part) {
    return std::string(part.substr(0, part.find_last_of("/\\") + 1));
}

std::string percent_decoded(std::string_view text) {
    std::string decoded;
    for (std::size_t at = 0; at < text.size(); ++at) {
        unsigned value = 0;
        const char* const digits = text.data() + at + 1;
        if (text[at] == '%' && text.size() - at >= 3 &&
            std::from_chars(digits, digits + 2, value, 16).ptr == digits + 2) {
            decoded += static_cast<char>(value);
            at += 2;
        } else {
            decoded += text[at];
        }
    }
    return decoded;
}

}  // namespace

base::Result<Relationships> Relationships::read(Package& package,
                                                std::string_view part,
                                                const Limits& limits) {
    Relationships relationships;
    relationships.folder_ = folder_of(part);
    const std::string_view base_name = part.substr(relationships.folder_.size());
    const PackageEntry* const entry =
        package.find(relationships.folder_ + "_rels/" + std::string(base_name) + ".rels");
    if (entry == nullptr) {
        return relationships;
    }
    relationships.is_present_ = true;
    std::string text;
    if (Refusal refusal = package.read_xml(*entry, text)) {
        return *std::move(refusal);
    }
    Scanner scanner(text, limits.xml_depth);
    Scanner::Tag tag = scanner.next();
    for (; tag == Scanner::Tag::start || tag == Scanner::Tag::end; tag = scanner.next()) {
        if (tag == Scanner::Tag::start && scanner.local_name() == "Relationship" &&
            scanner.space() == Space::package_relationships) {
            relationships.all_.push_back({std::string(scanner.attribute("Id")),
                                          last_word(scanner.attribute("Type")),
                                          std::string(scanner.attribute("Target")),
                                          scanner.attribute("TargetMode") == "External"});
        }
    }
    if (tag == Scanner::Tag::broken) {
        return refuse_xml(entry->name, scanner.place(), limits);
    }
    if (!relationships.sort_ids()) {
        return refuse_damaged(
            entry->name, {"同じIdの関連付けが二つあります", "two relationships have the same Id"});
    }
    return relationships;
}

// False where two have the same. A workbook may have as many as it has sheets: thousands.
bool Relationships::sort_ids() {
    by_id_.resize(all_.size());
    std::iota(by_id_.begin(), by_id_.end(), std::size_t{0});
    std::sort(by_id_.begin(), by_id_.end(), [&](std::size_t a, std::size_t b) {
        return all_[a].id < all_[b].id;
    });
    return std::adjacent_find(by_id_.begin(), by_id_.end(), [&](std::size_t a, std::size_t b) {
               return all_[a].id == all_[b].id;
           }) == by_id_.end();
}

const Relationship* Relationships::find_id(std::string_view id) const {
    const auto found = std::lower_bound(
        by_id_.begin(), by_id_.end(), id, [&](std::size_t one, std::string_view wanted) {
            return all_[one].id < wanted;
        });
    return found != by_id_.end() && all_[*found].id == id ? &all_[*found] : nullptr;
}

const Relationship* Relationships::find_type(std::string_view type) const {
    const auto found = std::find_if(
        all_.begin(), all_.end(), [&](const Relationship& one) { return one.type == type; });
    return found == all_.end() ? nullptr : &*found;
}

const PackageEntry* Relationships::entry_of(const Package& package,
                                            const Relationship& relationship) const {
    if (relationship.external) {
        return nullptr;
    }
    // As written first: an entry may really be named with a percent sign.
    for (const std::string& target : {relationship.target, percent_decoded(relationship.target)}) {
        if (const auto name = resolve_target(folder_, target)) {
            if (const PackageEntry* const entry = package.find(*name)) {
                return entry;
            }
        }
    }
    return nullptr;
}

std::optional<std::string> resolve_target(std::string_view folder, std::string_view target) {
    std::string path(target);
    std::replace(path.begin(), path.end(), '\\', '/');
    if (!path.starts_with('/')) {
        path.insert(0, folder);
        std::replace(path.begin(), path.end(), '\\', '/');
    }
    std::vector<std::string_view> segments;
    std::string_view rest = path;
    while (!rest.empty()) {
        const std::size_t slash = rest.find('/');
        const std::string_view segment = rest.substr(0, slash);
        rest.remove_prefix(slash == std::string_view::npos ? rest.size() : slash + 1);
        if (segment == "..") {
            if (segments.empty()) {
                return std::nullopt;
            }
            segments.pop_back();
        } else if (!segment.empty() && segment != ".") {
            segments.push_back(segment);
        }
    }
    std::string name;
    for (const std::string_view segment : segments) {
        name += name.empty() ? "" : "/";
        name += segment;
    }
    return name;
}

}  // namespace shinchoku::xlsx
