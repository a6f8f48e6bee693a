#include <algorithm>
#include <charconv>
#include <set>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "layout/comparison.h"
#include "layout/layout_tables.h"
#include "layout/read_picture.h"
#include "layout/toml_table.h"
#include "layout/vocabulary.h"
#include "plan/fiscal_year.h"

namespace shinchoku::layout {
namespace {

// Gives the look of years in text; it stands for {基準年} and {最終年} and for no cell of its own.
constexpr std::string_view year_look = "年見出し";
constexpr std::string_view year_look_en = "year_heading";

const std::vector<TomlEntry>& entries_of(const TomlValue& root, std::string_view table) {
    static const std::vector<TomlEntry> none;
    const TomlEntry* entry = root.find(table);
    return entry == nullptr ? none : entry->value.entries;
}

class References {
public:
    References(const TomlValue& root,
               std::string_view file_text,
               const FieldNames& names,
               Layout& layout,
               Diagnostics& diagnostics)
        : root_(root),
          file_text_(file_text),
          names_(names),
          layout_(layout),
          diagnostics_(diagnostics) {
        for (const PictureRow& row : layout_.picture.rows) {
            for (const PictureCell& cell : row.cells) {
                if (is_anchor(cell)) {
                    anchors_.push_back(cell.drawn_text());
                }
                for (const Piece& piece : cell.pieces) {
                    if (piece.kind != PieceKind::text) {
                        fields_.insert(piece.field.name);
                    }
                }
            }
        }
    }

    void run() {
        for (const TomlEntry& entry : entries_of(root_, "labels")) {
            read_label(entry);
        }
        for (const TomlEntry& entry : entries_of(root_, "fields")) {
            read_field(entry);
        }
        for (const TomlEntry& entry : entries_of(root_, "formulas")) {
            check_formula(entry);
        }
        check_sheet_name();
    }

private:
    void read_label(const TomlEntry& entry) {
        auto drawn = std::find(anchors_.begin(), anchors_.end(), entry.key);
        if (drawn == anchors_.end()) {
            drawn = std::find_if(anchors_.begin(), anchors_.end(), [&](const std::string& anchor) {
                return comparison_form(anchor) == comparison_form(entry.key);
            });
        }
        if (drawn == anchors_.end()) {
            diagnostics_.error("label_not_drawn",
                               entry.place,
                               {"「" + entry.key + "」という見出しは絵にありません。",
                                "The picture has no label \"" + entry.key + "\"."},
                               name_hint(entry.key, anchors_));
            return;
        }
        LabelVariants variants;
        const TomlValue* wordings = &entry.value;
        if (entry.value.kind == TomlValue::Kind::table) {
            TableReader reader(&entry.value, "labels." + entry.key, diagnostics_);
            wordings = reader.value("or");
            read_keep(reader.value("keep"), variants);
            reader.finish();
        }
        if (wordings != nullptr) {
            for (std::string& wording : texts_of(*wordings, diagnostics_)) {
                if (wording.empty()) {
                    variants.may_be_blank = true;
                } else {
                    variants.accepted.push_back(std::move(wording));
                }
            }
        }
        layout_.labels.insert_or_assign(*drawn, std::move(variants));
    }

    void read_keep(const TomlValue* keep, LabelVariants& variants) {
        if (keep == nullptr) {
            return;
        }
        if (keep->kind != TomlValue::Kind::text) {
            report_kind(*keep, {"項目の名前", "the name of a field"}, diagnostics_);
            return;
        }
        if (names_.resolve(keep->text, nullptr, keep->place, diagnostics_)) {
            const Word* word = find_word(keep->text);
            variants.keep = word == nullptr ? keep->text : std::string(word->japanese);
        }
    }

    void read_field(const TomlEntry& entry) {
        if (fields_.count(entry.key) == 0 && entry.key != year_look && entry.key != year_look_en) {
            diagnostics_.error("field_not_drawn",
                               entry.place,
                               {"「" + entry.key + "」という項目は絵にありません。",
                                "The picture has no field \"" + entry.key + "\"."},
                               name_hint(entry.key, {fields_.begin(), fields_.end()}));
            return;
        }
        FieldOptions options;
        TableReader reader(&entry.value, "fields." + entry.key, diagnostics_);
        static_cast<void>(reader.value("is"));  // read before the picture
        if (const TomlValue* check = reader.value("check")) {
            read_check(*check, options.check);
        }
        reader.text("prompt", options.prompt);
        reader.text("format", options.format);
        reader.text("heading", options.heading);
        check_heading(reader.value("heading"));
        reader.finish();
        const bool is_look = entry.key == year_look_en && fields_.count(entry.key) == 0;
        layout_.fields.insert_or_assign(is_look ? std::string(year_look) : entry.key,
                                        std::move(options));
    }

    void check_heading(const TomlValue* heading) {
        if (heading == nullptr || heading->kind != TomlValue::Kind::text ||
            plan::parse_fiscal_year(heading->text)) {
            return;
        }
        diagnostics_.error("year_example",
                           heading->place,
                           {"「" + heading->text + "」は年度の見本になりません。",
                            "\"" + heading->text + "\" is no example of a fiscal year."},
                           {"「令和4年」「R4」「2022」のように書いてください。",
                            "Write it as in 令和4年, R4 or 2022."});
    }

    void read_check(const TomlValue& value, Check& check) {
        constexpr std::string_view length = "length<=";
        if (value.kind == TomlValue::Kind::array) {
            check.kind = Check::Kind::list;
            check.choices = texts_of(value, diagnostics_);
            return;
        }
        const std::string_view text = value.text;
        if (value.kind == TomlValue::Kind::text && text == "any") {
            check.kind = Check::Kind::any;
            return;
        }
        if (value.kind == TomlValue::Kind::text && text == "decimal") {
            check.kind = Check::Kind::decimal;
            return;
        }
        if (value.kind == TomlValue::Kind::text && text.starts_with(length)) {
            const char* end = text.data() + text.size();
            const std::from_chars_result result =
                std::from_chars(text.data() + length.size(), end, check.length);
            if (result.ec == std::errc() && result.ptr == end && check.length > 0) {
                check.kind = Check::Kind::length;
                return;
            }
        }
        diagnostics_.error("unknown_check",
                           value.place,
                           {"入力の確かめ方（check）が分かりません。", "Unknown check."},
                           {"[\"A\", \"B\"] のような選択肢か、\"any\"、\"decimal\"、"
                            "\"length<=200\" を書いてください。",
                            "Write choices such as [\"A\", \"B\"], or \"any\", \"decimal\" or "
                            "\"length<=200\"."});
    }

    // By its whole name or, in a row of its list, by its own: {KPI.実績} or {実績}.
    [[nodiscard]] bool is_drawn(std::string_view name) const {
        const std::string behind_list = "." + std::string(name);
        return std::any_of(fields_.begin(), fields_.end(), [&](const std::string& field) {
            return field == name || field.ends_with(behind_list);
        });
    }

    // Every {field} of a formula is a cell of the picture.
    void check_formula(const TomlEntry& entry) {
        const TomlEntry* written = entry.value.find("text");
        if (written == nullptr || written->value.kind != TomlValue::Kind::text) {
            return;
        }
        const std::string& text = written->value.text;
        StringPlaces places(file_text_, written->value.place);
        for (std::size_t open = text.find('{'); open != text.npos;
             open = text.find('{', open + 1)) {
            const std::size_t close = text.find('}', open);
            const std::string name = text.substr(open + 1, close - open - 1);
            const std::string_view bare =
                base::trim(std::string_view(name).substr(0, name.find('@')));
            if (close == text.npos) {
                diagnostics_.error(
                    "bracket_not_closed",
                    places.at(open),
                    {"式の { が閉じられていません。", "A { of the formula is not closed."},
                    {"項目の名前の後に } を書いてください。", "Write } after the field's name."});
            } else if (!is_drawn(bare)) {
                diagnostics_.error("unknown_reference",
                                   places.at(open),
                                   {"式の {" + name + "} は絵にありません。",
                                    "The picture has no field {" + name + "} for this formula."},
                                   name_hint(name, {fields_.begin(), fields_.end()}));
            }
        }
    }

    // [sheet] name may hold fields of the measure.
    void check_sheet_name() {
        const TomlEntry* sheet = root_.find("sheet");
        const TomlEntry* name = sheet == nullptr ? nullptr : sheet->value.find("name");
        if (name == nullptr || name->value.kind != TomlValue::Kind::text) {
            return;
        }
        const std::string& text = name->value.text;
        StringPlaces places(file_text_, name->value.place);
        for (std::size_t open = text.find('{'); open != text.npos;
             open = text.find('{', open + 1)) {
            const std::size_t close = std::min(text.find('}', open), text.size());
            static_cast<void>(names_.resolve(
                text.substr(open + 1, close - open - 1), nullptr, places.at(open), diagnostics_));
        }
    }

    const TomlValue& root_;
    std::string_view file_text_;
    const FieldNames& names_;
    Layout& layout_;
    Diagnostics& diagnostics_;
    std::vector<std::string> anchors_;
    std::set<std::string> fields_;
};

}  // namespace

void read_references(const TomlValue& root,
                     std::string_view file_text,
                     const FieldNames& names,
                     Layout& layout,
                     Diagnostics& diagnostics) {
    References(root, file_text, names, layout, diagnostics).run();
}

}  // namespace shinchoku::layout
