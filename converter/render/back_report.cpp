#include "render/back_report.h"

#include <utility>

#include "render/book_text.h"

namespace shinchoku::render {
namespace {

base::Finding finding_at(const Spot& spot, std::string rule, base::Severity severity) {
    base::Finding made;
    const std::string between = spot.measure.empty() || spot.key.empty() ? "" : "/";
    made.key = base::make_key(rule, spot.measure + between + spot.key);
    made.rule = std::move(rule);
    made.severity = severity;
    if (!spot.measure.empty()) {
        made.measure = spot.measure;
    }
    if (spot.places != nullptr) {
        made.sheet = spot.places->sheet;
        made.sheet_index = spot.places->sheet_index;
        made.cell = spot.cell;
    }
    return made;
}

}  // namespace

void BackReport::not_held(const Spot& spot, std::string value) {
    base::Finding made = finding_at(spot, "X10", base::Severity::warning);
    made.message = {"様式「" + layout_->title + "」には「" + spot.what.ja +
                        "」を書く欄がないため、書いていません。",
                    "The form \"" + layout_->id + "\" has no place for the " + spot.what.en +
                        "; it was left out."};
    made.hint = {"この内容も残す場合は、JSONでも保存してください。",
                 "Save the plan as JSON as well if this is to be kept."};
    made.found = std::move(value);
    result_.not_held.push_back(std::move(made));
}

void BackReport::differ(const Spot& spot, std::string wanted, std::string got) {
    if (!foreign_) {
        refuse(spot, std::move(wanted), std::move(got));
        return;
    }
    base::Finding made = finding_at(spot, "X10", base::Severity::warning);
    made.message = {
        "様式「" + layout_->title + "」では「" + spot.what.ja +
            "」を元の計画のとおりには書けません。",
        "The form \"" + layout_->id + "\" cannot say the " + spot.what.en + " as the plan has it."};
    made.hint = {"書いた内容を確かめてください。元の内容も残す場合は、JSONでも保存してください。",
                 "Look at what was written; save the plan as JSON as well to keep what it had."};
    made.found = std::move(got);
    made.expected = std::move(wanted);
    result_.not_held.push_back(std::move(made));
}

void BackReport::refuse(const Spot& spot, std::string wanted, std::string got) {
    if (result_.first_difference) {
        return;
    }
    base::Finding made = finding_at(spot, "X03", base::Severity::error);
    made.message = {"書いた様式を読み戻すと「" + spot.what.ja +
                        "」が元の計画と異なるため、ファイルを作りませんでした。",
                    "Read back from the form, the " + spot.what.en +
                        " differs from the plan; no file was made."};
    made.hint = {
        "値に様式の見出しと同じ語や区切りの記号（・、改行など）がないか確かめ、JSONで保存してく"
        "ださい。",
        "Check the value for a label's wording or a joining mark, or save as JSON."};
    made.found = std::move(got);
    made.expected = std::move(wanted);
    result_.first_difference = std::move(made);
}

void BackReport::compare_text(const Spot& spot,
                              bool drawn,
                              std::string_view wanted,
                              std::string_view got) {
    if (drawn && wanted != got && held_text(wanted).text != got) {
        differ(spot, std::string(wanted), std::string(got));
    } else if (!drawn && !wanted.empty() && wanted != got) {
        not_held(spot, std::string(wanted));
    }
}

}  // namespace shinchoku::render
