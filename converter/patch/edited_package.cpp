#include "patch/edited_package.h"

#include <algorithm>
#include <utility>

#include "patch/xml_text.h"
#include "patch/zip_writer.h"
#include "xlsx/relationships.h"
#include "xlsx/xml_scanner.h"

namespace shinchoku::patch {
namespace {

constexpr std::string_view content_types = "[Content_Types].xml";
constexpr std::string_view links_namespace =
    "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::string_view type_addresses =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view content_prefix =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.";
constexpr std::string_view declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

std::string folder_of(std::string_view part) {
    return std::string(part.substr(0, part.rfind('/') + 1));
}

// A part that was UTF-16 is UTF-8 now, and must not go on saying what it was.
void declare_utf8(std::string& xml) {
    const std::size_t end = xml.starts_with("<?xml") ? xml.find("?>") : std::string::npos;
    if (end == std::string::npos) {
        return;
    }
    const std::string_view head = std::string_view(xml).substr(0, end);
    if (head.find("UTF-16") != std::string_view::npos ||
        head.find("utf-16") != std::string_view::npos) {
        xml.replace(0, end + 2, declaration.substr(0, declaration.size() - 1));
    }
}

// What all relationship types of this package begin with: strict packages have other addresses.
std::string addresses_in(std::string_view xml) {
    XmlTags tags(xml);
    while (const XmlTag* tag = tags.next()) {
        const auto type = find_attribute(xml, *tag, "Type");
        const std::size_t slash = type ? type->value.rfind('/') : std::string_view::npos;
        if (slash != std::string_view::npos &&
            type->value.find("officeDocument") != std::string_view::npos) {
            return std::string(type->value.substr(0, slash + 1));
        }
    }
    return std::string(type_addresses);
}

}  // namespace

std::string links_part(std::string_view part) {
    const std::string folder = folder_of(part);
    return folder + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
}

std::string relative_target(std::string_view from, std::string_view to) {
    std::string folder = folder_of(from);
    std::string up;
    while (!to.starts_with(folder)) {
        folder = folder_of(std::string_view(folder).substr(0, folder.size() - 1));
        up += "../";
    }
    return up + std::string(to.substr(folder.size()));
}

base::Result<EditedPackage> EditedPackage::open(std::string_view file, const xlsx::Limits& limits) {
    base::Result<xlsx::Package> package = xlsx::Package::open(file, limits);
    if (!package) {
        return std::move(package).error();
    }
    return EditedPackage(file, limits, std::move(package).value());
}

bool EditedPackage::has(std::string_view part) const {
    const xlsx::PackageEntry* const entry = package_.find(part);
    return changed_.contains(part) || (entry != nullptr && !removed_.contains(entry->name));
}

std::string EditedPackage::name_of(std::string_view part) const {
    const xlsx::PackageEntry* const entry = package_.find(part);
    return entry == nullptr ? std::string(part) : entry->name;
}

std::vector<std::string> EditedPackage::parts() const {
    std::vector<std::string> names;
    for (const xlsx::PackageEntry& entry : package_.entries()) {
        names.push_back(entry.name);
    }
    return names;
}

base::Result<std::string> EditedPackage::read(std::string_view part) {
    if (const auto changed = changed_.find(name_of(part)); changed != changed_.end()) {
        return changed->second;
    }
    const xlsx::PackageEntry* const entry = package_.find(part);
    if (entry == nullptr || removed_.contains(entry->name)) {
        return xlsx::refuse_damaged(part, {"部品がありません", "the part is missing"});
    }
    std::string bytes;
    if (xlsx::Refusal refusal = package_.read(*entry, bytes)) {
        return *std::move(refusal);
    }
    return bytes;
}

base::Result<std::string> EditedPackage::read_xml(std::string_view part) {
    const xlsx::PackageEntry* const entry = package_.find(part);
    if (entry == nullptr || removed_.contains(entry->name) || changed_.contains(entry->name)) {
        return read(part);
    }
    std::string xml;
    if (xlsx::Refusal refusal = package_.read_xml(*entry, xml)) {
        return *std::move(refusal);
    }
    std::string scanned = xml;  // the scanner decodes in place
    xlsx::Scanner scanner(scanned, limits_.xml_depth);
    for (;;) {
        const xlsx::Scanner::Tag tag = scanner.next();
        if (tag == xlsx::Scanner::Tag::broken) {
            return xlsx::refuse_xml(entry->name, scanner.place(), limits_);
        }
        if (tag == xlsx::Scanner::Tag::done) {
            declare_utf8(xml);
            return xml;
        }
    }
}

void EditedPackage::put(std::string_view part, std::string bytes) {
    const std::string name = name_of(part);
    if (package_.find(name) == nullptr && !changed_.contains(name)) {
        added_.push_back(name);
    }
    removed_.erase(name);
    changed_.insert_or_assign(name, std::move(bytes));
}

std::optional<base::Finding> EditedPackage::remove(std::string_view part) {
    const std::string name = name_of(part);
    for (const std::string& one : {name, links_part(name)}) {
        const std::string gone = name_of(one);
        if (package_.find(gone) != nullptr) {
            removed_.insert(gone);
        }
        changed_.erase(gone);
        added_.erase(std::remove(added_.begin(), added_.end(), gone), added_.end());
    }
    base::Result<std::string> types = read_xml(content_types);
    if (!types) {
        return std::move(types).error();
    }
    const std::string& xml = types.value();
    std::string left = without_elements(xml, 1, [&](const XmlTag& tag) {
        const auto path = find_attribute(xml, tag, "PartName");
        return path && unescaped(path->value) == "/" + name;
    });
    if (left != xml) {
        put(content_types, std::move(left));
    }
    return std::nullopt;
}

std::optional<base::Finding> EditedPackage::remove_link(std::string_view from,
                                                        std::string_view id) {
    const std::string list = links_part(from);
    base::Result<std::string> read = read_xml(list);
    if (!read) {
        return std::move(read).error();
    }
    const std::string& xml = read.value();
    put(list, without_elements(xml, 1, [&](const XmlTag& tag) {
            const auto own = find_attribute(xml, tag, "Id");
            return own && unescaped(own->value) == id;
        }));
    return std::nullopt;
}

std::string EditedPackage::free_name(std::string_view stem, std::string_view ending) const {
    for (std::size_t number = 1;; ++number) {
        std::string name = std::string(stem) + std::to_string(number) + std::string(ending);
        if (!has(name)) {
            return name;
        }
    }
}

base::Result<std::vector<EditedPackage::Link>> EditedPackage::links_of(std::string_view part) {
    std::vector<Link> links;
    const std::string list = links_part(part);
    if (!has(list)) {
        return links;
    }
    const base::Result<std::string> read = read_xml(list);
    if (!read) {
        return read.error();
    }
    const std::string& xml = read.value();
    XmlTags tags(xml);
    while (const XmlTag* tag = tags.next()) {
        const auto target = find_attribute(xml, *tag, "Target");
        const auto type = find_attribute(xml, *tag, "Type");
        const auto id = find_attribute(xml, *tag, "Id");
        if (!target || !type || !id) {
            continue;
        }
        const auto mode = find_attribute(xml, *tag, "TargetMode");
        const bool external = mode && mode->value == "External";
        const auto name = external
                              ? std::nullopt
                              : xlsx::resolve_target(folder_of(part), unescaped(target->value));
        links.push_back({unescaped(id->value),
                         std::string(type->value.substr(type->value.rfind('/') + 1)),
                         name && has(*name) ? name_of(*name) : ""});
    }
    return links;
}

base::Result<std::string> EditedPackage::add_link(std::string_view from,
                                                  std::string_view type,
                                                  std::string_view to) {
    const std::string list = links_part(from);
    std::string xml(declaration);
    xml += "<Relationships xmlns=\"" + std::string(links_namespace) + "\"></Relationships>";
    if (has(list)) {
        base::Result<std::string> read = read_xml(list);
        if (!read) {
            return std::move(read).error();
        }
        xml = std::move(read).value();
    }
    const base::Result<std::vector<Link>> links = links_of(from);
    if (!links) {
        return links.error();
    }
    std::size_t number = links.value().size();
    std::string id;
    do {
        id = "rId" + std::to_string(++number);
    } while (std::any_of(links.value().begin(), links.value().end(), [&](const Link& link) {
        return link.id == id;
    }));
    const std::string link = "<Relationship Id=\"" + id + "\" Type=\"" + addresses_in(xml) +
                             std::string(type) + "\" Target=\"" +
                             escaped(relative_target(from, to)) + "\"/>";
    put(list, with_last_child(xml, link));
    return id;
}

base::Result<std::string> EditedPackage::add_linked_part(std::string_view from,
                                                         std::string_view type,
                                                         std::string_view to,
                                                         std::string_view content) {
    base::Result<std::string> link = add_link(from, type, to);
    if (std::optional<base::Finding> failure =
            link ? add_content_type(to, std::string(content_prefix) + std::string(content))
                 : std::nullopt) {
        return *std::move(failure);
    }
    return link;
}

std::optional<base::Finding> EditedPackage::insert_type(const std::string& xml) {
    base::Result<std::string> types = read_xml(content_types);
    if (!types) {
        return std::move(types).error();
    }
    put(content_types, with_last_child(types.value(), xml));
    return std::nullopt;
}

std::optional<base::Finding> EditedPackage::add_content_type(std::string_view part,
                                                             std::string_view type) {
    return insert_type("<Override PartName=\"/" + escaped(part) + "\" ContentType=\"" +
                       std::string(type) + "\"/>");
}

std::optional<base::Finding> EditedPackage::add_default_type(std::string_view ending,
                                                             std::string_view type) {
    const base::Result<std::string> types = read_xml(content_types);
    if (!types) {
        return types.error();
    }
    XmlTags tags(types.value());
    while (const XmlTag* tag = tags.next()) {
        const auto extension = find_attribute(types.value(), *tag, "Extension");
        if (extension && extension->value == ending) {
            return std::nullopt;
        }
    }
    return insert_type("<Default Extension=\"" + std::string(ending) + "\" ContentType=\"" +
                       std::string(type) + "\"/>");
}

base::Result<std::string> EditedPackage::bytes() const {
    ZipWriter zip(file_);
    for (const xlsx::PackageEntry& entry : package_.entries()) {
        if (const auto changed = changed_.find(entry.name); changed != changed_.end()) {
            zip.replace(entry, changed->second);
        } else if (!removed_.contains(entry.name)) {
            zip.copy(entry);
        }
    }
    for (const std::string& name : added_) {
        zip.add(name, changed_.find(name)->second);
    }
    return std::move(zip).finish();
}

}  // namespace shinchoku::patch
