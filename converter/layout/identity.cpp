#include "layout/identity.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <system_error>
#include <unordered_map>

#include "base/utf8.h"

namespace shinchoku::layout {
namespace {

constexpr std::string_view plan_property = "shinchoku.plan";
constexpr std::string_view measures_property = "shinchoku.measures";
constexpr std::string_view id_prefix = "shinchoku.id.";
constexpr std::size_t property_limit_bytes = 255;
constexpr std::size_t plan_parts = 7;

void append_part(std::string& text, std::string_view part) {
    for (const char c : part) {
        if (c == '|' || c == '\\') {
            text.push_back('\\');
        }
        text.push_back(c);
    }
}

// SheetJS 0.18 writes the bytes of a property as if they were Latin-1 letters. A text of such
// letters alone that are the bytes of well-formed UTF-8 is taken for what it was.
std::string undo_double_utf8(const std::string& text) {
    std::string bytes;
    bool is_ascii = true;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t letter = base::next_code_point(text, i);
        if (letter > 0xFF) {
            return text;
        }
        is_ascii = is_ascii && letter < 0x80;
        bytes.push_back(static_cast<char>(letter));
    }
    return is_ascii || base::find_invalid_utf8(bytes) ? text : bytes;
}

// Splits at unescaped bars and resolves the escapes.
std::vector<std::string> split_parts(std::string_view text) {
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) {
            parts.back().push_back(text[++i]);
        } else if (text[i] == '|') {
            parts.emplace_back();
        } else {
            parts.back().push_back(text[i]);
        }
    }
    return parts;
}

std::optional<int> parse_year(std::string_view text) {
    int year = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
    if (error != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return year;
}

bool is_continuation_byte(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::string numbered_property(std::string_view property, std::size_t number) {
    std::string name(property);
    if (number > 1) {
        name += "." + std::to_string(number);
    }
    return name;
}

// The parts joined by bars, cut between characters into values that Excel keeps.
void append_property(std::string_view property,
                     const std::vector<std::string>& parts,
                     std::vector<std::pair<std::string, std::string>>& properties) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) {
            text.push_back('|');
        }
        append_part(text, parts[i]);
    }
    std::size_t number = 1;
    for (std::size_t begin = 0; begin < text.size(); ++number) {
        std::size_t end = std::min(begin + property_limit_bytes, text.size());
        while (end < text.size() && is_continuation_byte(text[end])) {
            --end;
        }
        properties.emplace_back(numbered_property(property, number),
                                text.substr(begin, end - begin));
        begin = end;
    }
}

std::vector<std::string> read_property(const sheet::Properties& properties,
                                       std::string_view property) {
    std::string text;
    for (std::size_t number = 1;; ++number) {
        const std::string* value = properties.find_custom(numbered_property(property, number));
        if (value == nullptr) {
            return split_parts(text);
        }
        text += undo_double_utf8(*value);
    }
}

bool is_plain(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// Sheet name and cell of "'a''b'!$A$1" or "Sheet1!$A$1:$F$9" (its first cell).
struct SheetCell {
    std::string sheet;
    std::optional<base::CellRef> cell;
};

std::optional<SheetCell> parse_reference(std::string_view text) {
    if (!text.empty() && text.front() == '=') {
        text.remove_prefix(1);
    }
    SheetCell found;
    std::size_t i = 0;
    if (!text.empty() && text.front() == '\'') {
        for (i = 1; i < text.size(); ++i) {
            if (text[i] == '\'') {
                if (i + 1 >= text.size() || text[i + 1] != '\'') {
                    break;
                }
                ++i;
            }
            found.sheet.push_back(text[i]);
        }
        ++i;
    } else {
        i = text.find('!');
        if (i != std::string_view::npos) {
            found.sheet = text.substr(0, i);
        }
    }
    if (i >= text.size() || text[i] != '!') {
        return std::nullopt;
    }
    if (const auto range = base::parse_a1_range(text.substr(i + 1))) {
        found.cell = range->first;
    }
    return found;
}

using SheetNames = std::unordered_map<std::string_view, std::size_t>;

SheetNames sheets_by_name(const sheet::Workbook& workbook) {
    SheetNames names;
    for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
        names.emplace(workbook.sheets[i].name, i);
    }
    return names;
}

std::optional<std::size_t> sheet_of(const SheetNames& sheets, std::string_view reference) {
    const auto parsed = parse_reference(reference);
    const auto found = parsed ? sheets.find(parsed->sheet) : sheets.end();
    return found == sheets.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::vector<std::pair<std::string, std::string>> plan_properties(const plan::Plan& plan) {
    std::vector<std::pair<std::string, std::string>> properties;
    append_property(plan_property,
                    {plan.id,
                     plan.layout,
                     std::to_string(plan.first_year),
                     std::to_string(plan.last_year),
                     plan.municipality_code,
                     plan.municipality,
                     plan.title},
                    properties);
    std::vector<std::string> ids;
    for (const plan::Measure& measure : plan.measures) {
        ids.push_back(measure.id);
    }
    if (!ids.empty()) {
        append_property(measures_property, ids, properties);
    }
    return properties;
}

std::optional<plan::Plan> read_plan_properties(const sheet::Properties& properties) {
    std::vector<std::string> parts = read_property(properties, plan_property);
    if (parts.size() != plan_parts) {
        return std::nullopt;
    }
    const auto first_year = parse_year(parts[2]);
    const auto last_year = parse_year(parts[3]);
    if (!first_year || !last_year || *first_year > *last_year) {
        return std::nullopt;
    }
    plan::Plan plan;
    plan.id = std::move(parts[0]);
    plan.layout = std::move(parts[1]);
    plan.first_year = *first_year;
    plan.last_year = *last_year;
    plan.municipality_code = std::move(parts[4]);
    plan.municipality = std::move(parts[5]);
    plan.title = std::move(parts[6]);
    return plan;
}

std::optional<std::vector<std::string>> read_measure_property(const sheet::Properties& properties) {
    std::vector<std::string> ids = read_property(properties, measures_property);
    if (ids.size() == 1 && ids.front().empty()) {
        return std::nullopt;
    }
    return ids;
}

std::string measure_name(std::string_view measure_id) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string name(id_prefix);
    for (const char c : measure_id) {
        if (is_plain(c)) {
            name.push_back(c);
        } else {
            const auto byte = static_cast<unsigned char>(c);
            name.push_back('_');
            name.push_back(digits[byte >> 4U]);
            name.push_back(digits[byte & 0xFU]);
        }
    }
    return name;
}

std::optional<std::string> measure_of_name(std::string_view name) {
    if (!name.starts_with(id_prefix)) {
        return std::nullopt;
    }
    name.remove_prefix(id_prefix.size());
    std::string id;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (is_plain(name[i])) {
            id.push_back(name[i]);
            continue;
        }
        const int high = i + 2 < name.size() ? hex_digit(name[i + 1]) : -1;
        const int low = i + 2 < name.size() ? hex_digit(name[i + 2]) : -1;
        if (name[i] != '_' || high < 0 || low < 0) {
            return std::nullopt;
        }
        id.push_back(static_cast<char>(high * 16 + low));
        i += 2;
    }
    if (id.empty()) {
        return std::nullopt;
    }
    return id;
}

std::string cell_reference(std::string_view sheet_name, base::CellRef cell) {
    std::string text = "'";
    for (const char c : sheet_name) {
        text.push_back(c);
        if (c == '\'') {
            text.push_back(c);
        }
    }
    return text + "'!$" + base::column_name(cell.column) + "$" + std::to_string(cell.row + 1);
}

std::vector<MeasureMark> measure_marks(const sheet::Workbook& workbook) {
    std::vector<MeasureMark> marks;
    std::vector<MeasureMark> broken;  // known by the number of their sheet only
    std::vector<bool> is_named(workbook.sheets.size());
    const SheetNames sheets = sheets_by_name(workbook);
    for (const sheet::DefinedName& name : workbook.names) {
        auto id = measure_of_name(name.name);
        if (!id) {
            continue;
        }
        // A tool that makes local names global keeps the sheet in the reference; one that breaks
        // the reference may keep the sheet the name is local to.
        const auto reference = parse_reference(name.refers_to);
        if (const std::optional<std::size_t> sheet = sheet_of(sheets, name.refers_to)) {
            is_named[*sheet] = true;
            marks.push_back({std::move(*id), *sheet, reference ? reference->cell : std::nullopt});
        } else if (name.sheet && *name.sheet < workbook.sheets.size()) {
            broken.push_back(
                {std::move(*id), *name.sheet, reference ? reference->cell : std::nullopt});
        }
    }
    // Where sheets were deleted, such a number may be that of another sheet, which has its own
    // name.
    std::copy_if(broken.begin(), broken.end(), std::back_inserter(marks), [&](const auto& mark) {
        return !is_named[mark.sheet];
    });
    return marks;
}

std::vector<bool> service_sheets(const sheet::Workbook& workbook) {
    std::vector<bool> service(workbook.sheets.size());
    const SheetNames sheets = sheets_by_name(workbook);
    std::unordered_map<std::string_view, std::size_t> listed;  // name -> sheet it refers to
    for (const sheet::DefinedName& name : workbook.names) {
        const std::optional<std::size_t> sheet = sheet_of(sheets, name.refers_to);
        if (name.name == own_sheet_name) {
            // A tool that moves sheets may leave the number of the one that a name is local to; one
            // that renames them may leave the reference.
            const std::size_t own = sheet.value_or(name.sheet.value_or(service.size()));
            if (own < service.size()) {
                service[own] = true;
            }
        }
        if (sheet) {
            listed.emplace(name.name, *sheet);
        }
    }
    for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
        for (const sheet::DataValidation& validation : workbook.sheets[i].validations) {
            if (validation.type != "list") {
                continue;
            }
            const auto named = listed.find(validation.formula1);
            const auto sheet = named != listed.end() ? std::optional(named->second)
                                                     : sheet_of(sheets, validation.formula1);
            if (sheet && *sheet != i) {
                service[*sheet] = true;
            }
        }
    }
    return service;
}

}  // namespace shinchoku::layout
