#include "render/package_patch.h"

#include <zlib.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace shinchoku::render {
namespace {

// Only packages that libxlsxwriter has just written come here: no zip64, no comment, deflated.
constexpr std::size_t end_record_bytes = 22;
constexpr std::size_t central_header_bytes = 46;
constexpr std::size_t local_header_bytes = 30;

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < count; ++i) {
        number |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    }
    return number;
}

void put_number(std::string& bytes, std::size_t at, std::uint32_t number) {
    for (std::size_t i = 0; i < 4; ++i) {
        bytes[at + i] = static_cast<char>((number >> (8 * i)) & 0xFFU);
    }
}

std::optional<std::string> inflated(std::string_view packed, std::size_t size) {
    std::string text(size, '\0');
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) {
        return std::nullopt;
    }
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    const int outcome = inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    return outcome == Z_STREAM_END ? std::optional(std::move(text)) : std::nullopt;
}

std::optional<std::string> deflated(std::string_view text) {
    z_stream stream{};
    if (deflateInit2(
            &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) !=
        Z_OK) {
        return std::nullopt;
    }
    std::string packed(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int outcome = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return outcome == Z_STREAM_END ? std::optional(std::move(packed)) : std::nullopt;
}

// The value of a cell in <row r="3"><c r="B3" s="5"><v>0.3</v></c></row>; empty where there is
// none.
pugi::xml_node find_cell(const pugi::xml_document& part, base::CellRef cell) {
    const std::string name = base::to_a1(cell);
    const std::string row = std::to_string(cell.row + 1);
    return part.child("worksheet")
        .child("sheetData")
        .find_child_by_attribute("row", "r", row.c_str())
        .find_child_by_attribute("c", "r", name.c_str());
}

struct StringWriter final : pugi::xml_writer {
    void write(const void* data, std::size_t size) override {
        text.append(static_cast<const char*>(data), size);
    }
    std::string text;
};

// The part with its edits made; nothing where one of them did not find what it expected.
std::optional<std::string> with_edits(const std::string& part, const std::vector<PartEdit>& edits) {
    constexpr unsigned flags =
        (pugi::parse_default | pugi::parse_declaration | pugi::parse_ws_pcdata) & ~pugi::parse_eol;
    pugi::xml_document document;
    if (!document.load_buffer(part.data(), part.size(), flags, pugi::encoding_utf8)) {
        return std::nullopt;
    }
    for (const PartEdit& apply : edits) {
        if (!apply(document)) {
            return std::nullopt;
        }
    }
    StringWriter writer;
    document.save(writer, "", pugi::format_raw, pugi::encoding_utf8);
    return std::move(writer.text);
}

// Copies one entry, edited where that is wanted, and its central header.
bool copy_entry(std::string_view package,
                std::size_t central_at,
                PartEdits& edits,
                std::string& entries,
                std::string& directory) {
    const std::size_t name_bytes = number_at(package, central_at + 28, 2);
    const std::size_t header_bytes = central_header_bytes + name_bytes +
                                     number_at(package, central_at + 30, 2) +
                                     number_at(package, central_at + 32, 2);
    std::string header(package.substr(central_at, header_bytes));
    const std::size_t local_at = number_at(package, central_at + 42, 4);
    const std::size_t data_at = local_at + local_header_bytes +
                                number_at(package, local_at + 26, 2) +
                                number_at(package, local_at + 28, 2);
    std::string local(package.substr(local_at, data_at - local_at));
    std::string data(package.substr(data_at, number_at(package, central_at + 20, 4)));

    const auto edit = edits.find(header.substr(central_header_bytes, name_bytes));
    if (edit != edits.end()) {
        std::optional<std::string> part = inflated(data, number_at(package, central_at + 24, 4));
        if (part) {
            part = with_edits(*part, edit->second);
        }
        std::optional<std::string> packed = part ? deflated(*part) : std::nullopt;
        if (!packed) {
            return false;
        }
        const auto crc = static_cast<std::uint32_t>(crc32(
            0, reinterpret_cast<const Bytef*>(part->data()), static_cast<uInt>(part->size())));
        const std::uint32_t fields[] = {crc,
                                        static_cast<std::uint32_t>(packed->size()),
                                        static_cast<std::uint32_t>(part->size())};
        for (std::size_t i = 0; i < 3; ++i) {
            put_number(local, 14 + 4 * i, fields[i]);
            put_number(header, 16 + 4 * i, fields[i]);
        }
        data = std::move(*packed);
        edits.erase(edit);
    }
    put_number(header, 42, static_cast<std::uint32_t>(entries.size()));
    entries += local + data;
    directory += header;
    return true;
}

std::optional<std::string> edited(std::string_view package, PartEdits edits) {
    if (package.size() < end_record_bytes) {
        return std::nullopt;
    }
    const std::size_t end_at = package.size() - end_record_bytes;
    std::size_t central_at = number_at(package, end_at + 16, 4);
    std::string entries;
    std::string directory;
    for (std::uint32_t left = number_at(package, end_at + 10, 2); left > 0; --left) {
        if (!copy_entry(package, central_at, edits, entries, directory)) {
            return std::nullopt;
        }
        central_at += central_header_bytes + number_at(package, central_at + 28, 2) +
                      number_at(package, central_at + 30, 2) +
                      number_at(package, central_at + 32, 2);
    }
    std::string end(package.substr(end_at));
    put_number(end, 12, static_cast<std::uint32_t>(directory.size()));
    put_number(end, 16, static_cast<std::uint32_t>(entries.size()));
    return edits.empty() ? std::optional(entries + directory + end) : std::nullopt;
}

}  // namespace

bool needs_exact_digits(double number) {
    std::array<char, 32> text{};
    const int length = std::snprintf(text.data(), text.size(), "%.16G", number);
    double back = 0;
    std::from_chars(text.data(), text.data() + length, back);
    return back != number;
}

std::string shortest_digits(double number) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    return {text.data(), end};
}

PartEdit exact_number(base::CellRef cell, std::string digits) {
    return [cell, digits = std::move(digits)](pugi::xml_document& part) {
        return find_cell(part, cell).child("v").text().set(digits.c_str());
    };
}

PartEdit error_value(base::CellRef cell, std::string code) {
    return [cell, code = std::move(code)](pugi::xml_document& part) {
        pugi::xml_node found = find_cell(part, cell);
        found.append_attribute("t").set_value("e");
        return found.child("v").text().set(code.c_str());
    };
}

PartEdit whole_data_bars() {
    return [](pugi::xml_document& part) {
        bool found = false;
        for (pugi::xml_node format : part.child("worksheet").children("conditionalFormatting")) {
            for (pugi::xml_node rule : format.children("cfRule")) {
                pugi::xml_node bar = rule.child("dataBar");
                if (!bar.empty() && bar.attribute("minLength").empty()) {
                    bar.append_attribute("minLength").set_value("0");
                    bar.append_attribute("maxLength").set_value("100");
                }
                found = found || !bar.empty();
            }
        }
        return found;
    };
}

PartEdit keep_cached_values() {
    return [](pugi::xml_document& part) {
        return part.child("workbook").child("calcPr").remove_attribute("fullCalcOnLoad");
    };
}

bool edit_package(const std::filesystem::path& path, PartEdits edits) {
    std::ifstream in(path, std::ios::binary);
    const std::string package((std::istreambuf_iterator<char>(in)), {});
    const std::optional<std::string> result = edited(package, std::move(edits));
    if (!result) {
        return false;
    }
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(result->data(), static_cast<std::streamsize>(result->size()));
    return static_cast<bool>(out.flush());
}

}  // namespace shinchoku::render
