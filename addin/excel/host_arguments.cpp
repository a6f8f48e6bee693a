#include "excel/host_arguments.h"

#include "base/utf16.h"

namespace shinchoku::addin::excel {

Xloper12& HostArguments::add_value() {
    Xloper12& value = values_.emplace_back();
    list_.push_back(&value);
    return value;
}

void HostArguments::put_text(Xloper12& value, std::string_view text) {
    std::u16string& units = texts_.emplace_back(base::to_utf16(text));
    if (units.size() > max_text_units) {
        units.resize(max_text_units);
    }
    units.insert(units.begin(), static_cast<char16_t>(units.size()));
    value.text = units.data();
    value.type = type::text;
}

void HostArguments::add_text(std::string_view text) {
    put_text(add_value(), text);
}

void HostArguments::add_integer(std::int32_t number) {
    Xloper12& value = add_value();
    value.integer = number;
    value.type = type::integer;
}

void HostArguments::add_number(double number) {
    Xloper12& value = add_value();
    value.number = number;
    value.type = type::number;
}

void HostArguments::add_truth(bool truth) {
    Xloper12& value = add_value();
    value.truth = truth ? 1 : 0;
    value.type = type::truth;
}

void HostArguments::add_left_out() {
    add_value().type = type::missing;
}

void HostArguments::add_range(std::uintptr_t sheet, const base::CellRange& range) {
    Areas& areas = areas_.emplace_back();
    areas.count = 1;
    areas.references[0] = {static_cast<std::int32_t>(range.first.row),
                           static_cast<std::int32_t>(range.last.row),
                           static_cast<std::int32_t>(range.first.column),
                           static_cast<std::int32_t>(range.last.column)};
    Xloper12& value = add_value();
    value.on_sheet = {&areas, sheet};
    value.type = type::on_sheet;
}

void HostArguments::add_texts(const std::vector<std::string>& texts, std::size_t columns) {
    std::vector<Xloper12>& cells = arrays_.emplace_back(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        put_text(cells[i], texts[i]);
    }
    Xloper12& value = add_value();
    value.array = {cells.data(),
                   static_cast<std::int32_t>(texts.size() / columns),
                   static_cast<std::int32_t>(columns)};
    value.type = type::array;
}

}  // namespace shinchoku::addin::excel
