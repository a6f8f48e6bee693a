#include "data_file.h"

#include <utility>

#include "files/read_file.h"
#include "plan/value_reading.h"

namespace shinchoku::samples {
namespace {

using layout::TomlValue;

constexpr std::string_view minus = "▲";

// What follows the last digit of a printed figure: " 時間" of "1,000 時間".
std::string_view words_after(std::string_view printed) {
    const std::size_t digit = printed.find_last_of("0123456789");
    return digit == std::string_view::npos ? printed : printed.substr(digit + 1);
}

// The format that shows a figure as printed: digits and separators, then the words.
std::string format_of(const plan::Number& number, std::string_view printed) {
    std::string format = printed.find(',') == std::string_view::npos ? "0" : "#,##0";
    if (number.form.decimals > 0) {
        format += '.' + std::string(static_cast<std::size_t>(number.form.decimals), '0');
    }
    const std::string words(words_after(printed));
    if (!words.empty()) {
        format += words == "%" ? words : '"' + words + '"';
    }
    if (printed.starts_with(minus)) {
        format += ";\"" + std::string(minus) + '"' + format;
    }
    return format;
}

}  // namespace

const TomlValue& at(const TomlValue& table, std::string_view key) {
    static const TomlValue nothing;
    const layout::TomlEntry* entry = table.find(key);
    return entry == nullptr ? nothing : entry->value;
}

std::string text_of(const TomlValue& table, std::string_view key) {
    return at(table, key).text;
}

std::optional<std::string> optional_text(const TomlValue& table, std::string_view key) {
    const layout::TomlEntry* entry = table.find(key);
    return entry == nullptr ? std::nullopt : std::optional(entry->value.text);
}

int integer_of(const TomlValue& table, std::string_view key) {
    return static_cast<int>(at(table, key).integer);
}

base::Result<TomlValue, std::string> parse_file(const std::filesystem::path& path) {
    const auto bytes = files::read_file(path);
    if (!bytes) {
        return bytes.error().message.en;
    }
    auto parsed = layout::parse_toml(bytes.value());
    if (!parsed) {
        return layout::to_line(parsed.error(), path.string(), base::Language::en);
    }
    return std::move(parsed).value();
}

plan::Value typed_value(std::string_view printed) {
    if (printed.starts_with('#')) {
        return plan::read_error(printed);
    }
    plan::Value as_text = plan::read_text(printed);
    const plan::Number* number = as_text.as<plan::Number>();
    if (number == nullptr) {
        return as_text;
    }
    const bool percent = number->form.unit == "%";
    const base::Decimal stored = percent ? number->number.shifted(-2) : number->number;
    // Only where the cell shows the very text; ９８ in full width, say, can be typed as text only.
    for (const std::string& format : {std::string("General"), format_of(*number, printed)}) {
        plan::Value typed = plan::read_number(stored, format);
        if (typed.raw == printed) {
            return typed;
        }
    }
    return as_text;
}

plan::Plan plan_alone(const layout::TomlValue& table) {
    plan::Plan plan;
    plan.id = text_of(table, "id");
    plan.title = text_of(table, "title");
    plan.municipality = text_of(table, "municipality");
    plan.municipality_code = text_of(table, "municipality_code");
    plan.first_year = integer_of(table, "first_year");
    plan.last_year = integer_of(table, "last_year");
    return plan;
}

}  // namespace shinchoku::samples
