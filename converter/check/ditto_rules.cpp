#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/text.h"
#include "base/utf8.h"
#include "check/sheet_view.h"

namespace shinchoku::check {
namespace {

constexpr std::string_view key_fields[] = {"top_group", "group", "title", "departments"};
constexpr std::string_view marks_of_ditto[] = {"〃",
                                               "々",
                                               "仝",
                                               "ゝ",
                                               "ヽ",
                                               "\"",
                                               "”",
                                               "″",
                                               "同上",
                                               "同じ",
                                               "上に同じ",
                                               "同前",
                                               "（同上）",
                                               "(同上)"};

bool is_ditto(std::string_view text) {
    const std::string_view word = base::trim(text);
    return std::find(std::begin(marks_of_ditto), std::end(marks_of_ditto), word) !=
           std::end(marks_of_ditto);
}

layout::FieldId field_of(std::string_view path) {
    return path == "top_group" ? layout::FieldId::top_group_title
           : path == "group"   ? layout::FieldId::nearest_group
           : path == "title"   ? layout::FieldId::measure_title
                               : layout::FieldId::departments;
}

// {項目^}: the layout itself leaves out what is the same as above.
bool is_carried(const layout::Layout& layout, std::string_view path) {
    for (const layout::PictureRow& row : layout.picture.rows) {
        for (const layout::PictureCell& cell : row.cells) {
            const layout::Field* field = cell.field();
            if (field != nullptr && field->id == field_of(path) && field->carried) {
                return true;
            }
        }
    }
    return false;
}

class DittoChecker {
public:
    explicit DittoChecker(Collector& out) : out_(out) {}

    void check(const SheetView& view, const BlockView& block) {
        const auto& fields = view.reading().places[block.measure].fields;
        for (const std::string_view path : key_fields) {
            const auto at = fields.find(std::string(path));
            if (at == fields.end()) {
                continue;
            }
            // Another layout's fields say something else.
            std::string& above = above_[{block.layout, path}];
            const sheet::Cell* cell = view.grid().find(at->second);
            const std::string text = cell == nullptr ? "" : view.grid().shown(*cell);
            const bool is_blank = base::trim(text).empty();
            if (!is_blank && !is_ditto(text)) {
                above = text;
            } else if (!is_blank || is_left_out(view, block, path, at->second, above)) {
                report(view, at->second, text, above);
            }
        }
    }

private:
    static bool is_left_out(const SheetView& view,
                            const BlockView& block,
                            std::string_view path,
                            base::CellRef at,
                            const std::string& above) {
        return !above.empty() && !view.grid().is_covered(at) && block.range.contains(at) &&
               !is_carried(*block.layout, path) && holds_anything(view, block);
    }

    // A form that nobody has begun is not filled down.
    static bool holds_anything(const SheetView& view, const BlockView& block) {
        const plan::Measure& measure = view.reading().plan.measures[block.measure];
        // A form has a key for each text it has a box for.
        const bool has_text = std::any_of(measure.texts.begin(),
                                          measure.texts.end(),
                                          [](const auto& text) { return !text.second.empty(); });
        return has_text || !measure.indicators.empty() || !measure.title.empty();
    }

    void report(const SheetView& view,
                base::CellRef at,
                const std::string& text,
                const std::string& above) {
        Remark remark{.rule = "S06", .cell = at, .found = text, .expected = above};
        remark.message = base::trim(text).empty()
                             ? base::Text{"前の取組みと同じ項目が、空白のまま省略されています。",
                                          "A key field is left blank where it repeats the one "
                                          "before."}
                             : base::Text{"「" + text + "」で省略されています。",
                                          "The field is abbreviated by a ditto mark."};
        view.add(out_, std::move(remark));
    }

    Collector& out_;
    std::map<std::pair<const layout::Layout*, std::string_view>, std::string> above_;
};

}  // namespace

void ditto_marks(const std::vector<SheetView>& sheets, Collector& out) {
    DittoChecker checker(out);
    for (const SheetView& view : sheets) {
        for (const BlockView& block : view.blocks()) {
            checker.check(view, block);
        }
    }
}

}  // namespace shinchoku::check
