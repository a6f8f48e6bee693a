#include "formats/csv_writer.h"

#include <utility>

#include "base/decimal.h"

namespace shinchoku::formats {

namespace {

bool looks_like_formula(std::string_view field) {
    if (field.empty()) {
        return false;
    }
    const char first = field.front();
    const bool starts_one = static_cast<unsigned char>(first) < 0x20 || first == '=' ||
                            first == '+' || first == '-' || first == '@';
    return starts_one && !base::Decimal::parse(field);
}

void append_field(std::string& out, std::string_view field) {
    const bool guarded = looks_like_formula(field);
    if (!guarded && field.find_first_of(",\"\r\n") == std::string_view::npos) {
        out += field;
        return;
    }
    out += '"';
    if (guarded) {
        out += '\'';
    }
    for (const char c : field) {
        if (c == '"') {
            out += '"';
        }
        out += c;
    }
    out += '"';
}

template <class Fields>
void append_row(std::string& out, const Fields& fields) {
    bool first = true;
    for (const std::string_view field : fields) {
        if (!first) {
            out += ',';
        }
        append_field(out, field);
        first = false;
    }
    out += "\r\n";
}

}  // namespace

void CsvWriter::row(std::initializer_list<std::string_view> fields) {
    append_row(text_, fields);
}

void CsvWriter::row(std::span<const std::string> fields) {
    append_row(text_, fields);
}

std::string CsvWriter::take() && {
    return std::move(text_);
}

}  // namespace shinchoku::formats
