#include "xlsx/styles.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "xlsx/cell_number.h"
#include "xlsx/xml_scanner.h"

namespace shinchoku::xlsx {
namespace {

// Excel allows 255 characters in a code; what is longer is no format but an attack on its readers.
constexpr std::size_t longest_code = 1024;

struct BuiltIn {
    std::uint32_t id;
    const char* code;
};

constexpr BuiltIn built_in[] = {
    {0, "General"},
    {1, "0"},
    {2, "0.00"},
    {3, "#,##0"},
    {4, "#,##0.00"},
    {5, "\"¥\"#,##0;\"¥\"\\-#,##0"},
    {6, "\"¥\"#,##0;[Red]\"¥\"\\-#,##0"},
    {7, "\"¥\"#,##0.00;\"¥\"\\-#,##0.00"},
    {8, "\"¥\"#,##0.00;[Red]\"¥\"\\-#,##0.00"},
    {9, "0%"},
    {10, "0.00%"},
    {11, "0.00E+00"},
    {12, "# ?/?"},
    {13, "# ?\?/??"},
    {14, "yyyy/m/d"},
    {15, "d-mmm-yy"},
    {16, "d-mmm"},
    {17, "mmm-yy"},
    {18, "h:mm AM/PM"},
    {19, "h:mm:ss AM/PM"},
    {20, "h:mm"},
    {21, "h:mm:ss"},
    {22, "yyyy/m/d h:mm"},
    {27, "[$-411]ge.m.d"},
    {28, "[$-411]ggge\"年\"m\"月\"d\"日\""},
    {29, "[$-411]ggge\"年\"m\"月\"d\"日\""},
    {30, "m/d/yy"},
    {31, "yyyy\"年\"m\"月\"d\"日\""},
    {32, "h\"時\"mm\"分\""},
    {33, "h\"時\"mm\"分\"ss\"秒\""},
    {34, "yyyy\"年\"m\"月\""},
    {35, "m\"月\"d\"日\""},
    {36, "[$-411]ge.m.d"},
    {37, "#,##0;\\-#,##0"},
    {38, "#,##0;[Red]\\-#,##0"},
    {39, "#,##0.00;\\-#,##0.00"},
    {40, "#,##0.00;[Red]\\-#,##0.00"},
    {41, "_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ "},
    {42, "_ \"¥\"* #,##0_ ;_ \"¥\"* \\-#,##0_ ;_ \"¥\"* \"-\"_ ;_ @_ "},
    {43, "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ "},
    {44, "_ \"¥\"* #,##0.00_ ;_ \"¥\"* \\-#,##0.00_ ;_ \"¥\"* \"-\"??_ ;_ @_ "},
    {45, "mm:ss"},
    {46, "[h]:mm:ss"},
    {47, "mm:ss.0"},
    {48, "##0.0E+0"},
    {49, "@"},
    {50, "[$-411]ge.m.d"},
    {51, "[$-411]ggge\"年\"m\"月\"d\"日\""},
    {52, "yyyy\"年\"m\"月\""},
    {53, "m\"月\"d\"日\""},
    {54, "[$-411]ggge\"年\"m\"月\"d\"日\""},
    {55, "yyyy\"年\"m\"月\""},
    {56, "m\"月\"d\"日\""},
    {57, "[$-411]ge.m.d"},
    {58, "[$-411]ggge\"年\"m\"月\"d\"日\""},
};

class StyleReader {
public:
    StyleReader(std::string& xml,
                const Limits& limits,
                std::vector<sheet::Format>& formats,
                Styles& styles)
        : scanner_(xml, limits.xml_depth), formats_(formats), styles_(styles) {}

    // False where the part is damaged; place() says where.
    bool read() {
        Scanner::Tag tag = scanner_.next();
        for (; tag == Scanner::Tag::start || tag == Scanner::Tag::end; tag = scanner_.next()) {
            if (tag == Scanner::Tag::end) {
                in_cell_formats_ = in_cell_formats_ && !scanner_.is("cellXfs");
            } else if (scanner_.is("cellXfs")) {
                in_cell_formats_ = true;
            } else if (scanner_.is("numFmt") && !in_cell_formats_) {
                read_number_format();
            } else if (in_cell_formats_ && scanner_.is("xf")) {
                read_cell_format();
            }
        }
        return tag == Scanner::Tag::done;
    }

    [[nodiscard]] XmlPlace place() const { return scanner_.place(); }

private:
    void read_number_format() {
        const auto id = parse_index(scanner_.attribute("numFmtId"));
        const std::string_view code = scanner_.attribute("formatCode");
        if (id && code.size() <= longest_code) {
            codes_.insert_or_assign(*id, std::string(code));
        }
    }

    void read_cell_format() {
        const std::uint32_t id = parse_index(scanner_.attribute("numFmtId")).value_or(0);
        bool locked = true;
        for (;;) {
            const Scanner::Tag tag = scanner_.next();
            if (tag != Scanner::Tag::start) {
                break;
            }
            if (scanner_.is("protection")) {
                locked = parse_boolean(scanner_.attribute("locked")).value_or(true);
            }
            scanner_.skip_element();
        }
        const std::uint64_t key = std::uint64_t{id} * 2 + (locked ? 1 : 0);
        const auto [known, is_new] =
            known_.emplace(key, static_cast<std::uint32_t>(formats_.size()));
        if (is_new) {
            formats_.push_back({code_of(id), locked});
        }
        styles_.format_of_xf.push_back(known->second);
    }

    [[nodiscard]] std::string code_of(std::uint32_t id) const {
        if (const auto own = codes_.find(id); own != codes_.end()) {
            return own->second;
        }
        const char* const code = built_in_format(id);
        return code == nullptr ? "General" : code;
    }

    Scanner scanner_;
    std::vector<sheet::Format>& formats_;
    Styles& styles_;
    bool in_cell_formats_ = false;
    std::unordered_map<std::uint32_t, std::string> codes_;
    std::unordered_map<std::uint64_t, std::uint32_t> known_;
};

}  // namespace

Refusal read_styles(std::string& xml,
                    std::string_view part,
                    const Limits& limits,
                    std::vector<sheet::Format>& formats,
                    Styles& styles) {
    styles.is_present = true;
    StyleReader reader(xml, limits, formats, styles);
    if (!reader.read()) {
        return refuse_xml(part, reader.place(), limits);
    }
    return std::nullopt;
}

const char* built_in_format(std::uint32_t id) {
    const auto found = std::find_if(
        std::begin(built_in), std::end(built_in), [&](const BuiltIn& one) { return one.id == id; });
    return found == std::end(built_in) ? nullptr : found->code;
}

}  // namespace shinchoku::xlsx
