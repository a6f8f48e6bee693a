#include "layout/bind.h"

#include <algorithm>

#include "base/utf8.h"
#include "layout/block.h"
#include "layout/choices.h"
#include "layout/comparison.h"
#include "layout/detect.h"
#include "layout/identity.h"
#include "layout/measure_parts.h"
#include "layout/outside_texts.h"
#include "layout/plan_builder.h"
#include "layout/read_block.h"
#include "layout/sweep.h"

namespace shinchoku::layout {
namespace {

bool has_content(const sheet::Sheet& sheet) {
    return std::any_of(sheet.cells.begin(), sheet.cells.end(), [](const sheet::Cell& cell) {
        return sheet::has_value(cell) &&
               (cell.type != sheet::CellType::text || holds_text(cell.text));
    });
}

// Rows a block may reach into, given its neighbours above and below in the same columns.
// REQUIRES: blocks by place.
Vicinity vicinity_of(const std::vector<AlignedBlock>& blocks,
                     std::size_t number,
                     std::uint32_t last_row) {
    const AlignedBlock& own = blocks[number];
    Vicinity vicinity{0, last_row};
    for (std::size_t i = number; i-- > 0;) {
        if (blocks[i].column == own.column) {
            vicinity.first_row = blocks[i].rows.back().row + 1;
            break;
        }
    }
    for (std::size_t i = number + 1; i < blocks.size(); ++i) {
        if (blocks[i].column == own.column) {
            vicinity.last_row = blocks[i].rows.front().row - 1;
            break;
        }
    }
    return vicinity;
}

// Reads one workbook.
class WorkbookReader {
public:
    WorkbookReader(const LabelIndex& index,
                   const sheet::Workbook& workbook,
                   const BindOptions& options)
        : index_(index),
          workbook_(workbook),
          options_(options),
          meanings_(index),
          service_(service_sheets(workbook)),
          marks_(measure_marks(workbook)),
          distributed_(read_measure_property(workbook.properties)),
          written_plan_(read_plan_properties(workbook.properties)),
          builder_(options.master) {}

    [[nodiscard]] Reading run() {
        for (std::size_t i = 0; i < workbook_.sheets.size(); ++i) {
            const sheet::Sheet& sheet = workbook_.sheets[i];
            if (sheet.kind == sheet::SheetKind::worksheet && !service_[i]) {
                read_sheet(i);
            }
        }
        builder_.finish(reading_);
        report_strangers();
        report_missing_sheets();
        report_date_system();
        report_identity();
        describe_plan();
        base::sort_findings(reading_.findings);
        return std::move(reading_);
    }

private:
    struct Stranger {  // a sheet that fits no layout
        std::size_t sheet = 0;
        std::string nearest;
        std::vector<std::string> missing;
        bool is_lawful = false;  // a cover, instructions
    };

    const Layout& layout_of(const SheetFit& fit) const {
        return *index_.layouts()[static_cast<std::size_t>(fit.layout)].layout;
    }

    // A form that was drawn for a plan of other years shows them.
    Period period_of(const Layout& layout) const {
        if (!written_plan_ || written_plan_->layout != layout.id ||
            written_plan_->first_year <= 0 ||
            written_plan_->last_year < written_plan_->first_year) {
            return {layout.first_year, layout.last_year()};
        }
        const int first = written_plan_->first_year;
        return {first, std::min(written_plan_->last_year, first + layout.year_count - 1)};
    }

    void read_sheet(std::size_t number) {
        const std::vector<TextHit> texts = find_hits(workbook_.sheets[number], meanings_);
        const std::vector<SheetFit> fits = fit_layouts(index_, texts);
        if (fits.empty() || fits.front().blocks.empty()) {
            const sheet::Sheet& sheet = workbook_.sheets[number];
            if (has_content(sheet) && !lists_choices(sheet, texts.size())) {
                note_stranger(number, fits);
                strangers_.back().is_lawful = accompanies_forms(sheet);
            }
            return;
        }
        read_blocks(number, best_of(fits), texts);
    }

    // Of layouts that fit equally well, the one that the workbook says it was made with.
    // REQUIRES: one that fits.
    const SheetFit& best_of(const std::vector<SheetFit>& fits) const {
        for (const SheetFit& fit : fits) {
            if (written_plan_ && !fit.blocks.empty() && fit.share == fits.front().share &&
                layout_of(fit).id == written_plan_->layout) {
                return fit;
            }
        }
        return fits.front();
    }

    void note_stranger(std::size_t number, const std::vector<SheetFit>& fits) {
        Stranger stranger{.sheet = number};
        if (!fits.empty()) {
            stranger.nearest = layout_of(fits.front()).id;
            stranger.missing = fits.front().missing;
        }
        strangers_.push_back(std::move(stranger));
    }

    void read_blocks(std::size_t number, const SheetFit& fit, const std::vector<TextHit>& texts) {
        Grid grid(workbook_, number);
        std::vector<Block> blocks;
        std::vector<std::vector<BlockParts::Taken>> parts;
        blocks.reserve(fit.blocks.size());
        for (std::size_t i = 0; i < fit.blocks.size(); ++i) {
            const Vicinity vicinity = vicinity_of(fit.blocks, i, grid.last_row());
            blocks.push_back(locate_block(grid,
                                          index_,
                                          fit.layout,
                                          period_of(layout_of(fit)),
                                          fit.blocks[i],
                                          fit.hits,
                                          texts,
                                          vicinity));
            find_surplus_labels(grid, blocks.back(), fit.hits, vicinity);
            parts.push_back(read_block(grid, index_, blocks.back()));
        }
        if (!blocks.empty()) {
            keep_outside(texts_above(workbook_.sheets[number],
                                     static_cast<int>(number),
                                     blocks.front().range().first.row));
        }
        const Layout& layout = layout_of(fit);
        if (first_layout_ == nullptr) {
            first_layout_ = &layout;
        }
        fits_as_written_ =
            fits_as_written_ || (written_plan_ && layout.id == written_plan_->layout);
        if (blocks.size() > 1 && layout.place == Place::sheet) {
            blocks[1].remarks.add(remark::several_blocks(blocks.size()), blocks[1].range().first);
        }
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            sweep(grid, blocks[i]);
            if (layout.block == BlockOf::plan) {
                add_table(number, layout, blocks[i], std::move(parts[i]), i == 0);
            } else {
                add_form(number,
                         layout,
                         blocks[i],
                         std::move(parts[i].front().draft),
                         i == 0,
                         blocks.size() == 1);
            }
        }
    }

    void add_form(std::size_t number,
                  const Layout& layout,
                  Block& block,
                  MeasureDraft draft,
                  bool first,
                  bool alone) {
        draft.places.range = block.range();
        draft.places.draws_target_each_year = draws_target_each_year(layout);
        BlockOrigin origin{options_.file,
                           workbook_.sheets[number].name,
                           static_cast<int>(number),
                           alone,
                           written_id(number, block.range().first, alone)};
        if (first) {
            report_sheet(layout, origin, block.remarks);
        }
        MeasureParts::Part part =
            MeasureParts::part_of(block, draft, number, builder_.block_count());
        if (const auto earlier = parts_.continued_by(part)) {
            origin.continues = earlier->block;
            block.remarks.add(remark::split_over_sheets(workbook_.sheets[earlier->sheet].name),
                              block.range().first);
        }
        parts_.add(std::move(part));
        builder_.add(layout, std::move(draft), std::move(block.remarks), std::move(origin));
    }

    // One table of all measures: what is said of the table itself goes with the first of them.
    void add_table(std::size_t number,
                   const Layout& layout,
                   Block& block,
                   std::vector<BlockParts::Taken> parts,
                   bool first) {
        BlockOrigin origin{
            options_.file, workbook_.sheets[number].name, static_cast<int>(number), false, {}};
        if (first) {
            report_sheet(layout, origin, block.remarks);
        }
        std::vector<RemarkList> own;
        own.reserve(parts.size());
        for (const BlockParts::Taken& part : parts) {
            own.push_back(&part == &parts.front()
                              ? RemarkList()
                              : block.remarks.take_rows(*part.first_row, part.last_row));
        }
        if (parts.empty()) {
            add_findings(block.remarks, origin.sheet, origin.sheet_index);
            return;
        }
        own.front() = std::move(block.remarks);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            MeasurePlaces& places = parts[i].draft.places;
            places.range = block.range();
            places.range.first.row = *parts[i].first_row;
            places.range.last.row = parts[i].last_row;
            places.draws_target_each_year = draws_target_each_year(layout);
            origin.written_id = written_id(number, places.range.first, false);
            builder_.add(layout, std::move(parts[i].draft), std::move(own[i]), origin);
        }
    }

    static bool draws_target_each_year(const Layout& layout) {
        for (const PictureRow& row : layout.picture.rows) {
            for (const PictureCell& cell : row.cells) {
                if (cell.governed.by == GovernedBy::year && cell.field() != nullptr &&
                    cell.field()->id == FieldId::target) {
                    return true;
                }
            }
        }
        return false;
    }

    // A name that refers to the block's first cell; on a sheet of one block any name will do, for
    // some tools do not move references when rows are inserted.
    std::optional<std::string> written_id(std::size_t sheet,
                                          base::CellRef first,
                                          bool alone) const {
        std::optional<std::string> id;
        int on_sheet = 0;
        for (const MeasureMark& mark : marks_) {
            if (mark.sheet != sheet) {
                continue;
            }
            ++on_sheet;
            if (mark.cell == first) {
                return mark.id;
            }
            id = mark.id;
        }
        return alone && on_sheet == 1 ? id : std::nullopt;
    }

    void report_sheet(const Layout& layout, const BlockOrigin& origin, RemarkList& remarks) const {
        const sheet::Sheet& sheet = workbook_.sheets[static_cast<std::size_t>(origin.sheet_index)];
        if (sheet.state != sheet::SheetState::visible) {
            remarks.add(remark::sheet_hidden(sheet.name), std::nullopt);
        }
        if (layout.place != Place::sheet || !origin.alone_on_sheet || !origin.written_id ||
            layout.sheet_name.empty()) {
            return;
        }
        const std::string expected = expected_name(layout.sheet_name, *origin.written_id);
        if (is_lawful_name(expected) && comparison_form(expected) != comparison_form(sheet.name)) {
            remarks.add(remark::sheet_renamed(sheet.name, expected), std::nullopt);
        }
    }

    // A name that Excel does not take was changed when the form was written.
    static bool is_lawful_name(const std::string& name) {
        constexpr std::size_t longest = 31;
        return !name.empty() && name.find_first_of("[]:*?/\\") == name.npos &&
               base::count_code_points(name) <= longest;
    }

    static std::string expected_name(std::string name, const std::string& id) {
        constexpr std::string_view field = "{番号}";
        if (const std::size_t at = name.find(field); at != std::string::npos) {
            name.replace(at, field.size(), id);
        }
        return name;
    }

    void report_strangers() {
        for (const Stranger& stranger : strangers_) {
            const sheet::Sheet& sheet = workbook_.sheets[stranger.sheet];
            std::vector<OutsideText> texts =
                texts_of_sheet(sheet, static_cast<int>(stranger.sheet));
            const bool is_list = mark_list_of_measures(texts, reading_.plan);
            keep_outside(std::move(texts));
            const bool is_told = !stranger.is_lawful || first_layout_ == nullptr;
            if (!is_told || (is_list && sheet.state == sheet::SheetState::visible)) {
                continue;  // no form, and no stranger either
            }
            RemarkList remarks;
            remarks.add(
                remark::no_layout(
                    sheet.name, stranger.nearest, stranger.missing, first_layout_ != nullptr),
                std::nullopt);
            if (sheet.state != sheet::SheetState::visible) {
                remarks.add(remark::sheet_hidden(sheet.name), std::nullopt);
            } else if (distributed_) {
                remarks.add(remark::sheet_extra(sheet.name), std::nullopt);
            }
            add_findings(remarks, sheet.name, static_cast<int>(stranger.sheet));
        }
    }

    void keep_outside(std::vector<OutsideText> texts) {
        for (OutsideText& text : texts) {
            text.file = options_.file;
            reading_.outside.push_back(std::move(text));
        }
    }

    void add_findings(RemarkList& remarks, std::string_view sheet, int sheet_index) {
        std::vector<base::Finding> findings = remarks.take(options_.file, sheet, sheet_index, {});
        for (base::Finding& finding : findings) {
            if (sheet_index < 0) {
                finding.sheet.reset();
            }
            reading_.findings.push_back(std::move(finding));
        }
    }

    // The program wrote down which measures the workbook was made with.
    void report_missing_sheets() {
        if (!distributed_) {
            return;
        }
        RemarkList remarks;
        for (const std::string& id : *distributed_) {
            const bool is_there = std::any_of(reading_.plan.measures.begin(),
                                              reading_.plan.measures.end(),
                                              [&](const plan::Measure& m) { return m.id == id; });
            if (!is_there) {
                remarks.add(remark::sheet_missing(id), std::nullopt);
            }
        }
        add_findings(remarks, {}, -1);
    }

    void report_date_system() {
        if (workbook_.date_1904) {
            RemarkList remarks;
            remarks.add(remark::date_system_1904(), std::nullopt);
            add_findings(remarks, {}, -1);
        }
    }

    // F06, of a workbook that holds a form at all.
    void report_identity() {
        if (first_layout_ == nullptr) {
            return;
        }
        RemarkList remarks;
        if (!written_plan_) {
            remarks.add(remark::no_identity(), std::nullopt);
        } else {
            if (!fits_as_written_) {
                remarks.add(remark::other_layout(written_plan_->layout, first_layout_->id),
                            std::nullopt);
            }
            const std::string master = options_.master != nullptr ? options_.master->id : "";
            if (!master.empty() && !written_plan_->id.empty() && written_plan_->id != master) {
                remarks.add(remark::other_plan(written_plan_->id, master), std::nullopt);
            }
        }
        add_findings(remarks, {}, -1);
    }

    void describe_plan() {
        plan::Plan& plan = reading_.plan;
        if (first_layout_ != nullptr) {
            plan.id = first_layout_->plan_id;
            plan.layout = first_layout_->id;
            plan.title = first_layout_->plan_title;
            plan.municipality = first_layout_->municipality;
            plan.municipality_code = first_layout_->municipality_code;
            plan.first_year = first_layout_->first_year;
            plan.last_year = first_layout_->last_year();
        }
        if (written_plan_) {
            written_plan_->groups = std::move(plan.groups);
            written_plan_->measures = std::move(plan.measures);
            if (first_layout_ != nullptr && !fits_as_written_) {
                written_plan_->layout = first_layout_->id;
            }
            plan = std::move(*written_plan_);
        }
    }

    const LabelIndex& index_;
    const sheet::Workbook& workbook_;
    const BindOptions& options_;
    TextMeanings meanings_;
    std::vector<bool> service_;
    std::vector<MeasureMark> marks_;
    std::optional<std::vector<std::string>> distributed_;
    std::optional<plan::Plan> written_plan_;
    PlanBuilder builder_;
    Reading reading_;
    const Layout* first_layout_ = nullptr;
    bool fits_as_written_ = false;  // a sheet, the layout that the program wrote down
    MeasureParts parts_;
    std::vector<Stranger> strangers_;
};

}  // namespace

Binder::Binder(const std::vector<const Layout*>& layouts)
    : index_(std::make_unique<const LabelIndex>(layouts)) {}
Binder::~Binder() = default;
Binder::Binder(Binder&&) noexcept = default;
Binder& Binder::operator=(Binder&&) noexcept = default;

Reading Binder::bind(const sheet::Workbook& workbook, const BindOptions& options) const {
    return WorkbookReader(*index_, workbook, options).run();
}

std::vector<Fit> Binder::detect(const sheet::Workbook& workbook) const {
    std::vector<Fit> fits;
    TextMeanings meanings(*index_);
    for (const sheet::Sheet& sheet : workbook.sheets) {
        if (sheet.kind != sheet::SheetKind::worksheet) {
            continue;
        }
        for (SheetFit& fit : fit_layouts(*index_, find_hits(sheet, meanings))) {
            fits.push_back({index_->layouts()[static_cast<std::size_t>(fit.layout)].layout->id,
                            sheet.name,
                            fit.share,
                            static_cast<int>(fit.blocks.size()),
                            std::move(fit.missing)});
        }
    }
    return fits;
}

Reading bind(const sheet::Workbook& workbook,
             const std::vector<const Layout*>& layouts,
             const BindOptions& options) {
    return Binder(layouts).bind(workbook, options);
}

std::vector<Fit> detect(const sheet::Workbook& workbook,
                        const std::vector<const Layout*>& layouts) {
    return Binder(layouts).detect(workbook);
}

}  // namespace shinchoku::layout
