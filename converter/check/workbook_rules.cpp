#include "check/workbook_rules.h"

#include <iterator>
#include <map>
#include <utility>

#include "check/collector.h"
#include "check/sheet_view.h"
#include "layout/identity.h"

namespace shinchoku::check {
namespace {

// Blocks by the sheet they stand on; what no known layout has read is left alone.
std::map<std::size_t, std::vector<BlockView>> blocks_by_sheet(const sheet::Workbook& workbook,
                                                              const layout::Reading& reading,
                                                              const WorkbookOptions& options) {
    std::map<std::size_t, std::vector<BlockView>> blocks;
    for (std::size_t i = 0; i < reading.places.size(); ++i) {
        const layout::MeasurePlaces& places = reading.places[i];
        const auto layout = options.layouts.find(places.layout);
        const auto sheet = static_cast<std::size_t>(places.sheet_index);
        if (layout != options.layouts.end() && sheet < workbook.sheets.size()) {
            blocks[sheet].push_back({i, places.range, layout->second});
        }
    }
    return blocks;
}

// True for a form that the program drew, and that says so.
bool is_own_form(const sheet::Workbook& workbook) {
    return layout::read_plan_properties(workbook.properties).has_value();
}

}  // namespace

std::vector<base::Finding> check_workbook(const sheet::Workbook& workbook,
                                          const sheet::Attachments& attachments,
                                          const layout::Reading& reading,
                                          const WorkbookOptions& options) {
    Collector out(reading);
    saved_file(workbook.properties, options, out);
    static const sheet::SheetAttachments nothing;
    const bool is_own = is_own_form(workbook);
    std::vector<SheetView> sheets;
    for (auto& [number, blocks] : blocks_by_sheet(workbook, reading, options)) {
        const sheet::SheetAttachments& attached =
            number < attachments.sheets.size() ? attachments.sheets[number] : nothing;
        const SheetView& view = sheets.emplace_back(
            workbook, attached, attachments.styles, reading, number, std::move(blocks));
        formulas(view, is_own, out);
        validations(view, out);
        hidden_content(view, out);
        cut_off_texts(view, attachments.character_pixels, out);
        drawn_content(view, out);
        pages(view, is_own, out);
        if (options.profile == Profile::publish || options.profile == Profile::machine_readable) {
            era_years_alone(view, out);
        }
    }
    ditto_marks(sheets, out);
    return out.take();
}

}  // namespace shinchoku::check
