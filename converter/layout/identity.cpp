#include "layout/identity.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <system_error>

namespace shinchoku::layout {
namespace {

constexpr std::string_view plan_property = "shinchoku.plan";
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

std::string numbered_property(std::size_t number) {
    std::string name(plan_property);
    if (number > 1) {
        name += "." + std::to_string(number);
    }
    return name;
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

std::optional<std::size_t> sheet_named(const sheet::Workbook& workbook, std::string_view name) {
    for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
        if (workbook.sheets[i].name == name) {
            return i;
        }
    }
    return std::nullopt;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> plan_properties(const plan::Plan& plan) {
    const std::array<std::string, plan_parts> parts = {plan.id,
                                                       plan.layout,
                                                       std::to_string(plan.first_year),
                                                       std::to_string(plan.last_year),
                                                       plan.municipality_code,
                                                       plan.municipality,
                                                       plan.title};
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) {
            text.push_back('|');
        }
        append_part(text, parts[i]);
    }
    std::vector<std::pair<std::string, std::string>> properties;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = std::min(begin + property_limit_bytes, text.size());
        while (end < text.size() && is_continuation_byte(text[end])) {
            --end;
        }
        properties.emplace_back(numbered_property(properties.size() + 1),
                                text.substr(begin, end - begin));
        begin = end;
    }
    return properties;
}

std::optional<plan::Plan> read_plan_properties(const sheet::Properties& properties) {
    std::string text;
    for (std::size_t number = 1;; ++number) {
        const std::string* value = properties.find_custom(numbered_property(number));
        if (value == nullptr) {
            break;
        }
        text += *value;
    }
    std::vector<std::string> parts = split_parts(text);
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
    for (const sheet::DefinedName& name : workbook.names) {
        auto id = measure_of_name(name.name);
        if (!id) {
            continue;
        }
        const auto reference = parse_reference(name.refers_to);
        // A tool that makes local names global keeps the sheet in the reference; one that breaks
        // the reference may keep the sheet the name is local to.
        std::optional<std::size_t> sheet;
        if (reference) {
            sheet = sheet_named(workbook, reference->sheet);
        }
        if (!sheet && name.sheet && *name.sheet < workbook.sheets.size()) {
            sheet = *name.sheet;
        }
        if (sheet) {
            marks.push_back({std::move(*id), *sheet, reference ? reference->cell : std::nullopt});
        }
    }
    return marks;
}

}  // namespace shinchoku::layout
