#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "files/atomic_file.h"
#include "files/read_file.h"
#include "layout/bind.h"
#include "layout/identity.h"
#include "layout/vocabulary.h"
#include "render/block.h"
#include "render/form.h"
#include "render/page_room.h"
#include "render/read_back.h"
#include "xlsx/reader.h"

namespace shinchoku::render {
namespace {

using layout::Layout;

struct Margins {
    double sides_inches;
    double ends_inches;
};

Margins margins_of(std::string_view name) {
    if (name == "narrow") {
        return {0.4, 0.5};
    }
    return name == "wide" ? Margins{1.0, 1.0} : Margins{0.7, 0.75};
}

constexpr double default_row_points = 15;
constexpr double smallest_scale = 0.7;  // still easy to read

// One form on its sheet would run over its page by a few rows.
bool nearly_fits(const Layout& layout, const PageSetup& page, const DrawnBlock& drawn) {
    if (layout.place != layout::Place::sheet || layout.block != layout::BlockOf::measure ||
        drawn.height_points <= 0) {
        return false;
    }
    const auto [width, height] = room_on(page);
    const double scale_of_width = std::min(1.0, width / (drawn.width_chars * points_a_width_unit));
    const double scale_of_height = height / drawn.height_points;
    return scale_of_height < scale_of_width && scale_of_height >= smallest_scale;
}

Paper paper_of(std::string_view name) {
    constexpr std::pair<std::string_view, Paper> known[] = {{"A3", Paper::a3},
                                                            {"A4", Paper::a4},
                                                            {"A5", Paper::a5},
                                                            {"B4", Paper::b4},
                                                            {"B5", Paper::b5},
                                                            {"letter", Paper::letter}};
    for (const auto& [paper, code] : known) {
        if (name == paper) {
            return code;
        }
    }
    return Paper::a4;
}

// "1:3" as rows counted from 0.
std::optional<std::pair<std::uint32_t, std::uint32_t>> parse_rows(std::string_view text) {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    const char* end = text.data() + text.size();
    const auto [colon, failed] = std::from_chars(text.data(), end, first);
    if (failed != std::errc() || first == 0) {
        return std::nullopt;
    }
    if (colon == end) {
        return std::pair(first - 1, first - 1);
    }
    const auto [stop, failed_too] = std::from_chars(colon + 1, end, last);
    if (*colon != ':' || failed_too != std::errc() || stop != end || last < first) {
        return std::nullopt;
    }
    return std::pair(first - 1, last - 1);
}

// The pattern of [sheet] name, "{番号}", as a cell of a picture.
layout::PictureCell name_cell(const Layout& layout) {
    layout::PictureCell cell;
    cell.kind = layout::CellKind::pattern;
    std::string_view rest = layout.sheet_name;
    while (!rest.empty()) {
        const std::size_t open = rest.find('{');
        const std::size_t close = open == std::string_view::npos ? open : rest.find('}', open);
        if (close == std::string_view::npos) {
            cell.pieces.push_back({layout::PieceKind::text, std::string(rest), {}});
            break;
        }
        if (open > 0) {
            cell.pieces.push_back({layout::PieceKind::text, std::string(rest.substr(0, open)), {}});
        }
        const std::string_view name = rest.substr(open + 1, close - open - 1);
        if (const layout::Word* word = layout::find_word(name)) {
            layout::Piece piece{layout::PieceKind::value, "", {}};
            piece.field.id = word->id;
            piece.field.name = name;
            piece.field.text_key = word->text_key;
            cell.pieces.push_back(std::move(piece));
        }
        rest.remove_prefix(close + 1);
    }
    return cell;
}

std::string sheet_name_of(const Layout& layout,
                          const layout::PictureCell& name,
                          const plan::Plan& plan,
                          const plan::Measure& measure) {
    const SheetRow row{0, &measure, std::nullopt};
    std::string text = written_text({&layout, &plan, &row, &name});
    return text.empty() ? measure.id : text;
}

void finish_sheet(SheetWriter& sheet,
                  const Layout& layout,
                  const std::vector<DrawnBlock>& drawn,
                  const FormOptions& options) {
    sheet.set_page(page_of_stack(layout, drawn));
    sheet.hide_gridlines();
    if (options.protect) {
        sheet.protect();
    }
}

// Draws all measures, each on a sheet of its own or stacked on sheets of one name.
class FormSheets {
public:
    FormSheets(Book& book, const Layout& layout, const plan::Plan& plan, const FormOptions& options)
        : book_(&book),
          layout_(&layout),
          plan_(&plan),
          options_(&options),
          name_(name_cell(layout)) {}

    void draw() {
        if (layout_->block == layout::BlockOf::plan) {
            sheet_ = &book_->add_sheet(layout_->title);
            drawn_ = {draw_plan_form(*sheet_, {0, 0}, *layout_, *plan_, *options_)};
        } else {
            for (const plan::Measure& measure : plan_->measures) {
                draw_measure(measure);
            }
        }
        close_sheet();
    }

private:
    void draw_measure(const plan::Measure& measure) {
        const std::string wanted = sheet_name_of(*layout_, name_, *plan_, measure);
        const bool stacked = layout_->place == layout::Place::stack;
        if (sheet_ == nullptr || !stacked || wanted != wanted_name_) {
            close_sheet();
            sheet_ = &book_->add_sheet(wanted);
            wanted_name_ = wanted;
            next_row_ = 0;
        }
        drawn_.push_back(draw_form(*sheet_, {next_row_, 0}, *layout_, *plan_, measure, *options_));
        next_row_ = drawn_.back().range.last.row + 1 +
                    static_cast<std::uint32_t>(std::max(layout_->gap_rows, 0));
    }

    void close_sheet() {
        if (sheet_ != nullptr) {
            finish_sheet(*sheet_, *layout_, drawn_, *options_);
            drawn_.clear();
        }
    }

    Book* book_;
    const Layout* layout_;
    const plan::Plan* plan_;
    const FormOptions* options_;
    layout::PictureCell name_;
    SheetWriter* sheet_ = nullptr;
    std::string wanted_name_;
    std::uint32_t next_row_ = 0;
    std::vector<DrawnBlock> drawn_;  // on the open sheet
};

using Findings = std::vector<base::Finding>;

base::Finding at_target(base::Finding finding, const std::filesystem::path& path) {
    finding.file = path.string();
    return finding;
}

base::Result<layout::Reading> read_drawn(const std::filesystem::path& drawn, const Layout& layout) {
    base::Result<std::string> bytes = files::read_file(drawn);
    if (!bytes) {
        return std::move(bytes).error();
    }
    base::Result<xlsx::ReadWorkbook> read = xlsx::read_workbook(bytes.value());
    if (!read) {
        return std::move(read).error();
    }
    return layout::bind(read.value().workbook, {&layout}, {});
}

base::Finding nothing_to_draw(const std::filesystem::path& path) {
    base::Finding finding = files::cannot_write(path, "");
    finding.message = {"計画に施策がないため、様式を作れません。",
                       "The plan has no measures, so there is no form to draw."};
    finding.hint = {"施策のある計画を渡すか、空の様式は layout blank で作ってください。",
                    "Give a plan with measures, or make an empty form with layout blank."};
    return finding;
}

// The identity of the plan in this form, whichever form it came from.
void tell_plan(Book& book, const Layout& layout, const plan::Plan& plan) {
    plan::Plan told;
    told.id = plan.id;
    told.layout = layout.id;
    told.title = plan.title;
    told.municipality = plan.municipality;
    told.municipality_code = plan.municipality_code;
    told.first_year = plan.first_year;
    told.last_year = plan.last_year;
    for (const plan::Measure& measure : plan.measures) {
        told.measures.emplace_back().id = measure.id;
    }
    for (const auto& [name, value] : layout::plan_properties(told)) {
        book.set_property(name, value);
    }
}

base::Result<Findings> save_and_commit(Book& book, files::AtomicFile file) {
    base::Result<Findings> saved = book.save(file.temporary());
    if (!saved) {
        return saved;
    }
    if (std::optional<base::Finding> failed = file.commit()) {
        return *std::move(failed);
    }
    return saved;
}

}  // namespace

PageSetup page_of(const Layout& layout, const DrawnBlock& drawn) {
    const Margins margins = margins_of(layout.page.margins);
    PageSetup page;
    page.paper = paper_of(layout.page.paper);
    page.landscape = layout.page.orientation == "landscape";
    page.fit = layout.page.fit == "page" ? PageSetup::Fit::page : PageSetup::Fit::width;
    page.margin_left_inches = page.margin_right_inches = margins.sides_inches;
    page.margin_top_inches = page.margin_bottom_inches = margins.ends_inches;
    if (nearly_fits(layout, page, drawn)) {
        page.fit = PageSetup::Fit::page;
    }
    page.header = layout.page.header;
    page.footer = layout.page.footer;
    page.repeat_rows = parse_rows(layout.page.titles);
    page.print_area = base::CellRange{{0, 0}, drawn.range.last};
    page.center_horizontally = true;
    return page;
}

PageSetup page_of_stack(const Layout& layout, const std::vector<DrawnBlock>& forms) {
    PageSetup page = page_of(layout, forms.back());
    if (forms.size() == 1) {
        return page;
    }
    const base::CellRange& range = forms.back().range;
    const auto columns = static_cast<int>(range.last.column - range.first.column + 1);
    const double room = height_when_fitted(page, {forms.back().width_chars, columns});
    const double gap_points = default_row_points * std::max(layout.gap_rows, 0);
    double used_points = 0;
    for (const DrawnBlock& form : forms) {
        if (used_points > 0 && used_points + form.height_points > room) {
            page.breaks_before_rows.push_back(form.range.first.row);
            used_points = 0;
        }
        used_points += form.height_points + gap_points;
    }
    return page;
}

base::Result<Findings> write_forms(const std::filesystem::path& path,
                                   const Layout& layout,
                                   const plan::Plan& plan,
                                   const FormOptions& options) {
    if (plan.measures.empty()) {
        return nothing_to_draw(path);
    }
    base::Result<files::AtomicFile> file = files::AtomicFile::create(path, files::Replace::allowed);
    if (!file) {
        return std::move(file).error();
    }
    Book book;
    book.set_title(plan.title.empty() ? layout.title : plan.title);
    if (options.tell_plan) {
        tell_plan(book, layout, plan);
    }
    FormSheets(book, layout, plan, options).draw();
    base::Result<Findings> saved = book.save(file.value().temporary());
    if (!saved) {
        return at_target(std::move(saved).error(), path);
    }
    base::Result<layout::Reading> reading = read_drawn(file.value().temporary(), layout);
    if (!reading) {
        return at_target(std::move(reading).error(), path);
    }
    ReadBack compared = compare_with_plan(reading.value(), plan, layout, options.tell_plan);
    if (compared.first_difference) {
        return at_target(*std::move(compared.first_difference), path);
    }
    if (std::optional<base::Finding> failed = file.value().commit()) {
        return *std::move(failed);
    }
    Findings findings = std::move(saved).value();
    for (base::Finding& finding : compared.not_held) {
        findings.push_back(std::move(finding));
    }
    for (base::Finding& finding : findings) {
        finding.file = path.string();
    }
    return findings;
}

base::Result<Findings> write_blank(const std::filesystem::path& path, const Layout& layout) {
    base::Result<files::AtomicFile> file = files::AtomicFile::create(path, files::Replace::allowed);
    if (!file) {
        return std::move(file).error();
    }
    plan::Plan plan;
    plan.first_year = layout.first_year;
    plan.last_year = layout.last_year();
    const plan::Measure measure;
    Book book;
    book.set_title(layout.title);
    SheetWriter& sheet = book.add_sheet("様式");
    const FormOptions options{.protect = true, .tell_plan = false};
    const DrawnBlock drawn = draw_form(sheet, {0, 0}, layout, plan, measure, options);
    finish_sheet(sheet, layout, {drawn}, options);
    return save_and_commit(book, std::move(file).value());
}

}  // namespace shinchoku::render
