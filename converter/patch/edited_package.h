#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "xlsx/limits.h"
#include "xlsx/package.h"

namespace shinchoku::patch {

// A package with some parts changed and some added. All others are copied as they are stored: their
// compressed bytes are never unpacked. `file` must outlive it.
class EditedPackage {
public:
    [[nodiscard]] static base::Result<EditedPackage> open(std::string_view file,
                                                          const xlsx::Limits& limits);

    [[nodiscard]] bool has(std::string_view part) const;
    // The name of the part as the package writes it; as given where it has none of that name.
    [[nodiscard]] std::string name_of(std::string_view part) const;
    // The names of the file's own parts.
    [[nodiscard]] std::vector<std::string> parts() const;

    // The part as it stands now. XML is UTF-8 and accepted by xlsx::Scanner; the error says why
    // not.
    [[nodiscard]] base::Result<std::string> read_xml(std::string_view part);
    [[nodiscard]] base::Result<std::string> read(std::string_view part);

    // Changes the part, or adds one behind all others.
    void put(std::string_view part, std::string bytes);

    // Takes the part away, with the list of what it leads to and its own content type. Whoever
    // leads to it does so still.
    [[nodiscard]] std::optional<base::Finding> remove(std::string_view part);
    [[nodiscard]] std::optional<base::Finding> remove_link(std::string_view from,
                                                           std::string_view id);

    // "xl/comments" and ".xml" give the first of xl/comments1.xml, xl/comments2.xml … that is free.
    [[nodiscard]] std::string free_name(std::string_view stem, std::string_view ending) const;

    // What a part leads to, and the name of the part there: empty where it leads nowhere.
    struct Link {
        std::string id;
        std::string type;  // the last word of its address
        std::string part;
    };
    [[nodiscard]] base::Result<std::vector<Link>> links_of(std::string_view part);
    // Leads from one part to another; the error is that of reading the list. Gives the new Id.
    [[nodiscard]] base::Result<std::string> add_link(std::string_view from,
                                                     std::string_view type,
                                                     std::string_view to);
    // The same, with a content type of spreadsheets for the part, "worksheet+xml".
    [[nodiscard]] base::Result<std::string> add_linked_part(std::string_view from,
                                                            std::string_view type,
                                                            std::string_view to,
                                                            std::string_view content);
    // Says what kind of content a part has, or all parts of an ending.
    [[nodiscard]] std::optional<base::Finding> add_content_type(std::string_view part,
                                                                std::string_view type);
    [[nodiscard]] std::optional<base::Finding> add_default_type(std::string_view ending,
                                                                std::string_view type);

    // The whole package again; the error is that it became too large for one.
    [[nodiscard]] base::Result<std::string> bytes() const;

private:
    EditedPackage(std::string_view file, const xlsx::Limits& limits, xlsx::Package package)
        : file_(file), limits_(limits), package_(std::move(package)) {}

    [[nodiscard]] std::optional<base::Finding> insert_type(const std::string& xml);

    std::string_view file_;
    xlsx::Limits limits_;
    xlsx::Package package_;
    std::map<std::string, std::string, std::less<>> changed_;  // by name as the package writes it
    std::set<std::string, std::less<>> removed_;               // names of the file's own
    std::vector<std::string> added_;                           // names, in order
};

// The list of what a part leads to: "xl/_rels/workbook.xml.rels" of "xl/workbook.xml".
[[nodiscard]] std::string links_part(std::string_view part);

// The way from the folder of one part to another: "../comments1.xml".
[[nodiscard]] std::string relative_target(std::string_view from, std::string_view to);

}  // namespace shinchoku::patch
