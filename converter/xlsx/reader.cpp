#include "xlsx/reader.h"

#include <algorithm>
#include <new>
#include <utility>

#include "xlsx/attached_parts.h"
#include "xlsx/cell_styles.h"
#include "xlsx/document_properties.h"
#include "xlsx/file_kind.h"
#include "xlsx/package.h"
#include "xlsx/relationships.h"
#include "xlsx/remarks.h"
#include "xlsx/shared_strings.h"
#include "xlsx/sheet_part.h"
#include "xlsx/styles.h"
#include "xlsx/text_arena.h"
#include "xlsx/workbook_part.h"
#include "xlsx/xml_scanner.h"

namespace shinchoku::xlsx {
namespace {

// Parts that nothing needs are looked at for damage up to this size; a video is not inflated.
constexpr std::uint64_t largest_unneeded_part = 1u << 20;

// Looks and drawings matter less than an answer in time: larger styles are left out.
constexpr std::size_t largest_looked_at_styles = 16u << 20;

// What becomes of a workbook's parts beside the workbook itself; nullptr for what is not asked for.
struct Takers {
    const CellBatches* batches = nullptr;  // takes the cells, and the workbook keeps none
    sheet::Attachments* attachments = nullptr;
};

// Reads one package; each step fills the result or refuses the file.
class WorkbookReader {
public:
    WorkbookReader(Package& package, const Limits& limits, const Takers& takers)
        : package_(package),
          limits_(limits),
          takers_(takers),
          deadline_(limits.seconds),
          texts_(workbook().owned_texts) {}

    Refusal read() {
        using Step = Refusal (WorkbookReader::*)();
        for (const Step step : {&WorkbookReader::check_content_types,
                                &WorkbookReader::find_workbook_part,
                                &WorkbookReader::read_workbook_part_and_links,
                                &WorkbookReader::read_styles_part,
                                &WorkbookReader::read_strings,
                                &WorkbookReader::read_sheets,
                                &WorkbookReader::read_properties,
                                &WorkbookReader::look_at_the_rest,
                                &WorkbookReader::read_attachments}) {
            if (Refusal refusal = (this->*step)()) {
                return refusal;
            }
            if (deadline_.has_passed()) {
                return refuse_seconds(limits_);
            }
        }
        remark();
        return std::nullopt;
    }

    ReadWorkbook take() && { return std::move(result_); }

private:
    sheet::Workbook& workbook() { return result_.workbook; }

    // Nothing is taken from the content types (relationships say the same, and real programs leave
    // them out), but what is there must be sound.
    Refusal check_content_types() {
        const PackageEntry* const entry = package_.find("[Content_Types].xml");
        return entry == nullptr ? std::nullopt : check_xml(*entry);
    }

    Refusal check_xml(const PackageEntry& entry) {
        if (Refusal refusal = package_.read_xml(entry, buffer_)) {
            return refusal;
        }
        Scanner scanner(buffer_, limits_.xml_depth);
        for (;;) {
            const Scanner::Tag tag = scanner.next();
            if (tag == Scanner::Tag::broken) {
                return refuse_xml(entry.name, scanner.place(), limits_);
            }
            if (tag == Scanner::Tag::done) {
                return std::nullopt;
            }
        }
    }

    Refusal find_workbook_part() {
        base::Result<Relationships> root = Relationships::read(package_, "", limits_);
        if (!root) {
            return std::move(root).error();
        }
        root_ = std::move(root).value();
        const Relationship* const document = root_.find_type("officeDocument");
        if (document != nullptr) {
            workbook_entry_ = root_.entry_of(package_, *document);
        } else if (!root_.is_present()) {
            workbook_entry_ = package_.find("xl/workbook.xml");
        }
        if (workbook_entry_ != nullptr) {
            return std::nullopt;
        }
        if (document != nullptr || package_.find("[Content_Types].xml") != nullptr) {
            return refuse_damaged(document == nullptr ? "" : document->target,
                                  {"ブックの本体がありません", "the workbook part is missing"});
        }
        return refuse_other_package(package_);
    }

    Refusal read_workbook_part_and_links() {
        if (workbook_entry_->name.ends_with(".bin")) {
            return refuse_other_package(package_);
        }
        if (Refusal refusal = package_.read_xml(*workbook_entry_, buffer_)) {
            return refusal;
        }
        if (Refusal refusal = read_workbook_part(buffer_, workbook_entry_->name, limits_, part_)) {
            return refusal;
        }
        if (!part_.is_workbook) {
            return refuse_other_package(package_);
        }
        if (part_.sheets.empty()) {
            return refuse_damaged(workbook_entry_->name,
                                  {"シートが一つもありません", "it has no sheet"});
        }
        base::Result<Relationships> links =
            Relationships::read(package_, workbook_entry_->name, limits_);
        if (!links) {
            return std::move(links).error();
        }
        links_ = std::move(links).value();
        workbook().date_1904 = part_.date_1904;
        workbook().names = std::move(part_.names);
        return std::nullopt;
    }

    // The entry of the first relationship of a type; nullptr where there is none or it leads
    // nowhere.
    const PackageEntry* linked(std::string_view type) const {
        const Relationship* const relationship = links_.find_type(type);
        return relationship == nullptr ? nullptr : links_.entry_of(package_, *relationship);
    }

    Refusal read_styles_part() {
        if (const PackageEntry* const entry = linked("styles")) {
            if (Refusal refusal = package_.read_xml(*entry, buffer_)) {
                return refusal;
            }
            // Scanning decodes in place, so each pass has its own text.
            std::string looks;
            if (takers_.attachments != nullptr && buffer_.size() <= largest_looked_at_styles) {
                looks = buffer_;
            }
            if (Refusal refusal =
                    read_styles(buffer_, entry->name, limits_, workbook().formats, styles_)) {
                return refusal;
            }
            if (!looks.empty()) {
                read_cell_styles(looks, limits_, *takers_.attachments);
            }
        }
        if (workbook().formats.empty()) {
            workbook().formats.emplace_back();
        }
        return std::nullopt;
    }

    Refusal read_strings() {
        const PackageEntry* const entry = linked("sharedStrings");
        if (entry == nullptr) {
            return std::nullopt;
        }
        std::string& xml = workbook().owned_texts.emplace_back();
        if (Refusal refusal = package_.read_xml(*entry, xml)) {
            return refusal;
        }
        return read_shared_strings(xml, entry->name, limits_, texts_, strings_);
    }

    Refusal read_sheets() {
        SheetContext context{
            strings_, styles_, limits_, deadline_, part_.date_1904, texts_, takers_.batches};
        workbook().sheets.reserve(part_.sheets.size());
        for (const WorkbookPart::SheetEntry& listed : part_.sheets) {
            if (Refusal refusal = read_sheet(listed, context)) {
                return refusal;
            }
            if (deadline_.has_passed()) {
                return refuse_seconds(limits_);
            }
        }
        buffer_ = {};
        return std::nullopt;
    }

    Refusal read_sheet(const WorkbookPart::SheetEntry& listed, SheetContext& context) {
        const Relationship* const relationship =
            listed.relationship.empty() ? nullptr : links_.find_id(listed.relationship);
        if (relationship != nullptr && relationship->external) {
            return missing_sheet(listed,
                                 "はファイルの外を指しています(安全のため参照しません)",
                                 "lies outside the file and is never fetched");
        }
        const PackageEntry* const entry =
            relationship == nullptr ? nullptr : links_.entry_of(package_, *relationship);
        if (entry == nullptr) {
            return missing_sheet(listed, "の中身がありません", "is missing");
        }
        if (Refusal refusal = package_.read_xml(*entry, buffer_)) {
            return refusal;
        }
        sheet::Sheet& sheet = workbook().sheets.emplace_back();
        sheet.name = listed.name;
        sheet.state = listed.state;
        sheet.part = entry->name;
        if (takers_.attachments != nullptr) {
            context.attachments = &takers_.attachments->sheets.emplace_back();
        }
        SheetRemarks remarks(
            sheet.name, static_cast<int>(workbook().sheets.size()) - 1, result_.findings);
        Refusal refusal = read_sheet_part(buffer_, context, remarks, sheet);
        remarks.finish();
        if (takers_.batches != nullptr && !refusal) {
            (*takers_.batches)(sheet, sheet.cells);
            sheet.cells = {};
        }
        return refusal;
    }

    base::Finding missing_sheet(const WorkbookPart::SheetEntry& listed,
                                std::string ja,
                                std::string en) const {
        const std::string name = printable(listed.name);
        return refuse_damaged(workbook_entry_->name,
                              {"シート「" + name + "」" + ja, "the sheet '" + name + "' " + en});
    }

    // Damage here loses no value: it is said, and the properties stay empty.
    Refusal read_properties() {
        for (const char* const type : {"core-properties",
                                       "extended-properties",
                                       "extendedProperties",
                                       "custom-properties",
                                       "customProperties"}) {
            const Relationship* const relationship = root_.find_type(type);
            const PackageEntry* const entry =
                relationship == nullptr ? nullptr : root_.entry_of(package_, *relationship);
            if (entry == nullptr) {
                continue;
            }
            if (package_.read_xml(*entry, buffer_)) {
                result_.findings.push_back(remark_damaged_part(entry->name));
            } else if (Refusal refusal = read_document_properties(
                           buffer_, entry->name, limits_, workbook().properties)) {
                return refusal;
            }
        }
        return std::nullopt;
    }

    // Parts that nothing was taken from: damage is said, and a DOCTYPE is refused anywhere.
    Refusal look_at_the_rest() {
        for (const PackageEntry* const entry : package_.unread()) {
            if (entry->size > largest_unneeded_part || entry->size == 0) {
                continue;
            }
            const bool is_xml = entry->name.ends_with(".xml") || entry->name.ends_with(".rels");
            const Refusal refusal =
                is_xml ? package_.read_xml(*entry, buffer_) : package_.read(*entry, buffer_);
            if (refusal && refusal->rule == "F11") {
                result_.findings.push_back(remark_damaged_part(entry->name));
            } else if (!refusal && is_xml) {
                Scanner scanner(buffer_, limits_.xml_depth);
                scanner.next();
                if (scanner.place().fault == XmlFault::doctype) {
                    return refuse_xml(entry->name, scanner.place(), limits_);
                }
            }
        }
        return std::nullopt;
    }

    // After all parts were looked at for damage: none of these is needed to read a value.
    Refusal read_attachments() {
        for (std::size_t i = 0; takers_.attachments != nullptr && i < workbook().sheets.size();
             ++i) {
            if (deadline_.has_passed()) {
                return refuse_seconds(limits_);
            }
            read_attached_parts(
                package_, limits_, workbook().sheets[i], takers_.attachments->sheets[i]);
        }
        return std::nullopt;
    }

    void remark() {
        std::vector<base::Finding>& findings = result_.findings;
        for (const PackageEntry& entry : package_.entries()) {
            if (entry.name.ends_with("vbaProject.bin") && !workbook().has_macros) {
                workbook().has_macros = true;
                findings.push_back(remark_macros(entry.name));
            }
        }
        if (const Relationship* const link = links_.find_type("externalLink")) {
            workbook().has_external_links = true;
            findings.push_back(remark_external_links(link->target));
        }
        if (part_.lost_names > 0) {
            findings.push_back(remark_lost_names(part_.lost_names));
        }
        const auto has_formulas = [](const sheet::Sheet& sheet) { return !sheet.formulas.empty(); };
        if (part_.calculates_on_load &&
            std::any_of(workbook().sheets.begin(), workbook().sheets.end(), has_formulas)) {
            findings.push_back(remark_calculates_on_load());
        }
    }

    Package& package_;
    const Limits& limits_;
    Takers takers_;
    Deadline deadline_;
    ReadWorkbook result_;
    TextArena texts_;
    std::string buffer_;  // the part being read; its memory serves them all in turn
    Relationships root_;
    Relationships links_;
    const PackageEntry* workbook_entry_ = nullptr;
    WorkbookPart part_;
    Styles styles_;
    SharedStrings strings_;
};

base::Result<ReadWorkbook> read_package(std::string_view bytes,
                                        const Limits& limits,
                                        const Takers& takers) {
    if (Refusal refusal = refuse_other_kind(bytes)) {
        return *std::move(refusal);
    }
    base::Result<Package> package = Package::open(bytes, limits);
    if (!package) {
        return std::move(package).error();
    }
    WorkbookReader reader(package.value(), limits, takers);
    if (Refusal refusal = reader.read()) {
        return *std::move(refusal);
    }
    ReadWorkbook result = std::move(reader).take();
    result.entries = std::move(package).value().take_entries();
    return result;
}

base::Result<ReadWorkbook> read_guarded(std::string_view bytes,
                                        const Limits& limits,
                                        const Takers& takers) {
    try {
        return read_package(bytes, limits, takers);
    } catch (const std::bad_alloc&) {
        return refuse_memory();
    }
}

}  // namespace

base::Result<ReadWorkbook> read_workbook(std::string_view bytes, const Limits& limits) {
    return read_guarded(bytes, limits, {});
}

base::Result<ReadWorkbook> read_workbook(std::string_view bytes,
                                         const Limits& limits,
                                         sheet::Attachments& attachments) {
    attachments = {};
    return read_guarded(bytes, limits, {.attachments = &attachments});
}

base::Result<ReadWorkbook> read_cells(std::string_view bytes,
                                      const Limits& limits,
                                      const CellBatches& batches) {
    return read_guarded(bytes, limits, {.batches = &batches});
}

}  // namespace shinchoku::xlsx
