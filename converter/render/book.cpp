#include "render/book.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "files/atomic_file.h"
#include "render/book_impl.h"
#include "render/book_text.h"

namespace shinchoku::render {
namespace {

// Equal input must give equal bytes, so the time of creation is always this one.
constexpr std::int64_t pinned_creation_time = 1'767'225'600;  // 2026-01-01T00:00:00Z
constexpr std::size_t max_property_units = 255;
constexpr std::string_view list_sheet_name = "選択肢";
constexpr std::uintmax_t enough_memory_bytes = 512ULL << 20U;

// The library writes a temporary file a sheet; in memory that costs half as much. Nothing where
// there is no roomy memory file system: then the library's own choice holds.
std::string memory_folder() {
    const std::filesystem::path folder = "/dev/shm";
    std::error_code failed;
    const std::filesystem::space_info space = std::filesystem::space(folder, failed);
    return !failed && space.available >= enough_memory_bytes ? folder.string() : std::string();
}

}  // namespace

Book::Impl::Impl() {
    load_xlsxwriter();
    std::string folder = memory_folder();
    lxw_workbook_options options{};
    options.tmpdir = folder.empty() ? nullptr : folder.data();
    workbook = workbook_new_opt("", &options);
}

Book::Impl::~Impl() {
    if (workbook != nullptr) {
        lxw_workbook_free(workbook);
    }
}

void Book::Impl::report(const SheetWriter::Impl* sheet,
                        std::optional<base::CellRef> cell,
                        base::Text message,
                        std::string found) {
    base::Finding finding;
    finding.rule = "X10";
    finding.severity = base::Severity::warning;
    if (sheet != nullptr) {
        finding.sheet = sheet->name;
        finding.sheet_index = sheet->index;
    }
    finding.cell = cell;
    finding.key = base::make_key(
        "X10",
        (sheet != nullptr ? sheet->name : "") + (cell ? "!" + base::to_a1(*cell) : std::string()));
    finding.message = std::move(message);
    finding.hint = {"元の値を確かめ、必要なら短くするか別の形で残してください。",
                    "Check the value in its source; shorten it or keep it in another form."};
    finding.found = std::move(found);
    findings.push_back(std::move(finding));
}

SheetWriter& Book::Impl::add_sheet(std::string_view wanted_name) {
    const std::string lawful = lawful_sheet_name(wanted_name);
    std::string name = lawful;
    for (int number = 2; !sheet_keys.insert(sheet_name_key(name)).second; ++number) {
        const std::string suffix = "(" + std::to_string(number) + ")";
        name = plain_text(lawful, max_sheet_name_units - suffix.size()).text + suffix;
    }
    auto impl = std::make_unique<SheetWriter::Impl>();
    impl->book = this;
    impl->index = static_cast<std::uint16_t>(sheets.size());
    impl->name = name;
    impl->sheet = workbook_add_worksheet(workbook, name.c_str());
    sheets.push_back(std::unique_ptr<SheetWriter>(new SheetWriter(std::move(impl))));
    return *sheets.back();
}

std::string Book::Impl::list_name(const std::vector<std::string>& choices) {
    const auto place =
        lists.try_emplace(choices, "shinchoku.list." + std::to_string(lists.size() + 1)).first;
    return place->second;
}

void Book::Impl::write_lists() {
    if (lists.empty()) {
        return;
    }
    SheetWriter& sheet = add_sheet(list_sheet_name);
    sheet.hide();
    std::uint32_t column = 0;
    for (const auto& [choices, name] : lists) {
        for (std::uint32_t row = 0; row < choices.size(); ++row) {
            sheet.write({row, column}, choices[row], CellStyle());
        }
        const std::string letters = base::column_name(column);
        std::string cells = quoted_sheet_name(sheet.name());
        cells.append("!$").append(letters).append("$1:$").append(letters).append("$").append(
            std::to_string(choices.size()));
        names.push_back({name, std::move(cells), std::nullopt});
        ++column;
    }
}

void Book::Impl::write_names() {
    std::stable_sort(names.begin(), names.end(), [](const PendingName& a, const PendingName& b) {
        return a.name < b.name;
    });
    for (std::size_t i = 0; i < names.size(); ++i) {
        const PendingName& pending = names[i];
        const std::string name = plain_text(pending.name, 255).text;
        const std::string refers_to = plain_text(pending.refers_to, 255).text;
        if (name.size() >= LXW_DEFINED_NAME_LENGTH || refers_to.size() >= LXW_DEFINED_NAME_LENGTH ||
            name.empty()) {
            report(nullptr,
                   std::nullopt,
                   {"名前の定義が長すぎるため、書きませんでした。",
                    "A defined name is too long and was left out."},
                   name);
            continue;
        }
        // The library takes a local name only with its sheet's name before it, and stumbles over a
        // '!' or a quote in that; so it is defined under a stand-in, and set right afterwards.
        const std::string stand_in = "n" + std::to_string(1'000'000 + i);
        if (workbook_define_name(workbook, stand_in.c_str(), refers_to.c_str()) != LXW_NO_ERROR) {
            continue;
        }
        lxw_defined_name* defined = TAILQ_FIRST(workbook->defined_names);
        while (defined != nullptr && stand_in != defined->name) {
            defined = TAILQ_NEXT(defined, list_pointers);
        }
        if (defined == nullptr) {
            continue;
        }
        std::memcpy(defined->name, name.c_str(), name.size() + 1);
        std::memcpy(defined->app_name, name.c_str(), name.size() + 1);
        if (pending.sheet) {
            defined->index = static_cast<std::int16_t>(*pending.sheet);
            defined->hidden = 1;
        }
    }
}

void Book::Impl::write_properties() {
    lxw_doc_properties document{};
    std::string safe_title = plain_text(title, max_property_units).text;
    document.title = safe_title.empty() ? nullptr : safe_title.data();
    document.created = pinned_creation_time;
    workbook_set_properties(workbook, &document);
    for (const auto& [name, value] : properties) {
        const SafeText safe = plain_text(value, max_property_units);
        if (safe.shortened || safe.repaired) {
            report(nullptr,
                   std::nullopt,
                   {"文書のプロパティが長すぎるため、途中までを書きました。",
                    "A document property is too long and was cut."},
                   name);
        }
        workbook_set_custom_property_string(workbook, name.c_str(), safe.text.c_str());
    }
}

// The first visible sheet is the one shown; a workbook needs one.
void Book::Impl::choose_active_sheet() {
    const auto first_visible = std::find_if(
        sheets.begin(), sheets.end(), [](const auto& sheet) { return !sheet->impl_->hidden; });
    SheetWriter& active = first_visible == sheets.end() ? *sheets.front() : **first_visible;
    for (const auto& sheet : sheets) {
        if (sheet->impl_->hidden && sheet.get() != &active) {
            worksheet_hide(sheet->impl_->sheet);
        }
    }
    worksheet_activate(active.impl_->sheet);
    worksheet_set_first_sheet(active.impl_->sheet);
}

// The library numbers charts sheet by sheet, in the order in which they were inserted.
void Book::Impl::plan_chart_edits() {
    int number = 0;
    for (const auto& sheet : sheets) {
        for (const SheetWriter::Impl::ChartEdits& chart : sheet->impl_->chart_edits) {
            ++number;
            const std::string part = "xl/charts/chart" + std::to_string(number) + ".xml";
            if (!chart.lines.empty()) {
                edits[part].push_back(series_as_lines(chart.lines));
            }
            if (!chart.in_front.empty()) {
                edits[part].push_back(series_in_front(chart.in_front));
            }
        }
    }
}

Book::Book() : impl_(std::make_unique<Impl>()) {}
Book::~Book() = default;
Book::Book(Book&&) noexcept = default;
Book& Book::operator=(Book&&) noexcept = default;

SheetWriter& Book::add_sheet(std::string_view wanted_name) {
    return impl_->add_sheet(wanted_name);
}

void Book::set_title(std::string_view title) {
    impl_->title = title;
}

void Book::set_property(std::string_view name, std::string_view value) {
    impl_->properties.emplace_back(name, value);
}

void Book::define_name(std::string_view name, const std::string& refers_to) {
    impl_->names.push_back({std::string(name), refers_to, std::nullopt});
}

base::Result<std::vector<base::Finding>> Book::save(const std::filesystem::path& path) {
    // The library would complain on stderr; the reason is found out before.
    if (impl_->workbook == nullptr || !std::ofstream(path, std::ios::binary)) {
        return files::cannot_write(path, std::strerror(errno));
    }
    if (impl_->sheets.empty()) {
        impl_->add_sheet("");
    }
    impl_->write_lists();
    impl_->write_names();
    impl_->write_properties();
    impl_->choose_active_sheet();
    impl_->plan_chart_edits();
    impl_->edits["xl/workbook.xml"].push_back(keep_cached_values());
    for (const auto& sheet : impl_->sheets) {
        sheet->impl_->apply_column_widths();
    }
    std::free(impl_->workbook->filename);
    impl_->workbook->filename = strdup(path.string().c_str());
    const lxw_error failed = workbook_close(std::exchange(impl_->workbook, nullptr));
    if (failed != LXW_NO_ERROR) {
        return files::cannot_write(path, lxw_strerror(failed));
    }
    if (!edit_package(path, std::move(impl_->edits))) {
        return files::cannot_write(path, "parts of the package could not be completed");
    }
    return std::move(impl_->findings);
}

}  // namespace shinchoku::render
