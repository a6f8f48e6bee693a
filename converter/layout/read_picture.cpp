#include "layout/read_picture.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "layout/picture_cells.h"
#include "layout/picture_text.h"

namespace shinchoku::layout {
namespace {

// Words alone: neither a value nor a box nor a sign.
bool is_words(std::string_view cell) {
    return !cell.empty() && cell.find_first_of("{[") == cell.npos && !cell.starts_with('=') &&
           cell.find_first_not_of("<^.") != cell.npos;
}

NearWords words_near(const RawPicture& picture, std::size_t row, std::size_t column) {
    NearWords near;
    for (std::size_t left = column; left-- > 0 && near.left.empty();) {
        const std::string_view cell = picture.rows[row].cells[left].text;
        near.left = is_words(cell) ? cell : near.left;
    }
    for (std::size_t above = row; above-- > 0 && near.above.empty();) {
        const std::string_view cell = picture.rows[above].cells[column].text;
        near.under_year = near.under_year || cell == "{年}" || cell == "{year}";
        near.above = is_words(cell) ? cell : near.above;
    }
    return near;
}

// Excel draws no row higher than this.
constexpr double highest_row_points = 409.5;
constexpr int most_spare_rows = 999;

struct StyleName {
    std::string_view japanese;
    std::string_view english;
};
constexpr StyleName built_in_styles[] = {
    {"表題", "title"}, {"見出し", "heading"}, {"小見出し", "subheading"}, {"注", "note"}};

class PictureReader {
public:
    PictureReader(StringPlaces& places,
                  const Layout& layout,
                  const FieldNames& names,
                  Diagnostics& diagnostics)
        : places_(places),
          layout_(layout),
          names_(names),
          diagnostics_(diagnostics),
          cells_(layout, names, places, diagnostics) {}

    Picture run(std::string_view text) {
        RawPicture raw = split_picture(text, places_, diagnostics_);
        picture_.widths_chars = std::move(raw.widths_chars);
        picture_.rows.reserve(raw.rows.size());
        for (std::size_t row = 0; row < raw.rows.size(); ++row) {
            read_row(raw, row);
        }
        if (picture_.rows.empty() && !diagnostics_.has_errors()) {
            diagnostics_.error("empty_picture",
                               places_.at(0),
                               {"絵に行がありません。", "The picture has no rows."},
                               {"幅の行の下に、シートの行を一行ずつ書いてください。",
                                "Write the rows of the sheet below the ruler."});
        }
        return std::move(picture_);
    }

private:
    void read_row(const RawPicture& picture, std::size_t index) {
        const RawRow& raw = picture.rows[index];
        PictureRow row;
        row.line = places_.at(raw.offset).line;
        for (const RawText& mark : raw.marks) {
            read_mark(mark, row);
        }
        if (row.alternative_of >= 0) {
            inherit(row);
        }
        number_group(row);
        const std::string& list = row.list.empty() ? row.heading_of : row.list;
        const List* row_list = list.empty() ? nullptr : names_.find_list(list);
        row.cells.reserve(raw.cells.size());
        for (std::size_t column = 0; column < raw.cells.size(); ++column) {
            row.cells.push_back(cells_.read(
                raw.cells[column], row_list, [&] { return words_near(picture, index, column); }));
        }
        picture_.rows.push_back(std::move(row));
    }

    void read_mark(const RawText& mark, PictureRow& row) {
        const std::string_view text = mark.text;
        const std::size_t star = text.find('*');
        if (text == "?") {
            row.optional = true;
        } else if (text == "又は" || text == "or") {
            read_alternative(mark, row);
        } else if (text.front() >= '0' && text.front() <= '9') {
            read_height(mark, row);
        } else if (text.starts_with('.') && text.size() > 1) {
            read_style(mark, row);
        } else if (star != text.npos && star > 0) {
            read_repeat(mark, star, row);
        } else if (text.ends_with('^') && text.size() > 1) {
            row.heading_of = list_name({text.substr(0, text.size() - 1), mark.offset});
        } else {
            report_mark(mark);
        }
    }

    void report_mark(const RawText& mark) {
        const std::string found(mark.text);
        diagnostics_.error(
            "unknown_mark",
            places_.at(mark.offset),
            {"行の左の「" + found + "」が分かりません。",
             "Unknown mark \"" + found + "\" at the left of the row."},
            {"書けるのは、高さ（24、40+）、.書式、一覧*、一覧^、?、又は です（記号は半角）。",
             "Known are a height (24, 40+), .style, list*, list^, ? and or."});
    }

    void read_height(const RawText& mark, PictureRow& row) {
        std::string_view number = mark.text;
        row.grows = number.ends_with('+');
        if (row.grows) {
            number.remove_suffix(1);
        }
        const std::optional<double> height = parse_measure(number);
        if (!height || *height > highest_row_points) {
            const std::string found(mark.text);
            diagnostics_.error("row_height",
                               places_.at(mark.offset),
                               {"行の高さ「" + found + "」が分かりません。",
                                "\"" + found + "\" is no row height."},
                               {"高さはポイントで 409.5 まで、24 や 40+ のように書きます。",
                                "Write points up to 409.5, such as 24 or 40+."});
            return;
        }
        row.height_points = *height;
    }

    void read_style(const RawText& mark, PictureRow& row) {
        std::string_view name = mark.text.substr(1);
        std::vector<std::string> known;
        for (const StyleName& style : built_in_styles) {
            known.emplace_back(style.japanese);
            if (name == style.english && layout_.styles.count(std::string(name)) == 0) {
                name = style.japanese;
            }
        }
        known.reserve(known.size() + layout_.styles.size());
        for (const auto& [style, look] : layout_.styles) {
            known.push_back(style);
        }
        row.style = name;
        if (std::find(known.begin(), known.end(), row.style) == known.end()) {
            diagnostics_.error("unknown_style",
                               places_.at(mark.offset),
                               {"「" + row.style + "」という書式はありません。",
                                "There is no style \"" + row.style + "\"."},
                               name_hint(row.style, known));
        }
    }

    void read_repeat(const RawText& mark, std::size_t star, PictureRow& row) {
        row.list = list_name({mark.text.substr(0, star), mark.offset});
        const std::string_view count = mark.text.substr(star + 1);
        row.at_least = 1;
        if (count.empty()) {
            return;
        }
        const std::from_chars_result result =
            std::from_chars(count.data(), count.data() + count.size(), row.at_least);
        if (result.ec != std::errc() || result.ptr != count.data() + count.size() ||
            row.at_least < 0 || row.at_least > most_spare_rows) {
            report_mark(mark);
        }
    }

    // The list's own name, for its English one too; reported where there is no such list.
    std::string list_name(const RawText& written) {
        const List* list = names_.find_list(written.text);
        if (list != nullptr) {
            return list->name;
        }
        std::vector<std::string> known;
        known.reserve(layout_.lists.size());
        for (const auto& [name, any] : layout_.lists) {
            known.push_back(name);
        }
        const std::string found(written.text);
        diagnostics_.error(
            "unknown_list",
            places_.at(written.offset),
            {"「" + found + "」という一覧はありません。", "There is no list \"" + found + "\"."},
            name_hint(found, known));
        return "";
    }

    void read_alternative(const RawText& mark, PictureRow& row) {
        if (picture_.rows.empty()) {
            diagnostics_.error(
                "alternative_first",
                places_.at(mark.offset),
                {"「又は」の上に行がありません。", "There is no row above this \"or\"."},
                {"先に、様式に描く行を書いてください。", "Write the row that is drawn first."});
            return;
        }
        const PictureRow& above = picture_.rows.back();
        row.alternative_of = above.alternative_of >= 0 ? above.alternative_of
                                                       : static_cast<int>(picture_.rows.size()) - 1;
    }

    // Another form of a row is repeated, optional and styled as the row itself.
    void inherit(PictureRow& row) const {
        const PictureRow& base = picture_.rows[static_cast<std::size_t>(row.alternative_of)];
        row.list = base.list;
        row.at_least = base.at_least;
        row.heading_of = base.heading_of;
        row.optional = base.optional;
        row.height_points = base.height_points;
        row.grows = base.grows;
        row.style = base.style;
    }

    void number_group(PictureRow& row) {
        if (row.list.empty()) {
            return;
        }
        const PictureRow* above = picture_.rows.empty() ? nullptr : &picture_.rows.back();
        row.group = above != nullptr && above->list == row.list ? above->group : groups_++;
    }

    StringPlaces& places_;
    const Layout& layout_;
    const FieldNames& names_;
    Diagnostics& diagnostics_;
    CellReader cells_;
    Picture picture_;
    int groups_ = 0;
};

}  // namespace

Picture read_picture(std::string_view text,
                     StringPlaces& places,
                     const Layout& layout,
                     const FieldNames& names,
                     Diagnostics& diagnostics) {
    return PictureReader(places, layout, names, diagnostics).run(text);
}

}  // namespace shinchoku::layout
