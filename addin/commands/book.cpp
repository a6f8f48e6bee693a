#include "commands/book.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "check/check.h"
#include "check/workbook_rules.h"
#include "layout/bind.h"
#include "layout/merge.h"
#include "layout/scheme_library.h"
#include "xlsx/reader.h"

namespace shinchoku::addin::commands {
namespace {

using base::Finding;
using LayoutsById = std::map<std::string, const layout::Layout*>;

LayoutsById by_id(const Templates& templates) {
    LayoutsById found;
    for (const layout::Layout* layout : templates.library.all()) {
        found[layout->id] = layout;
    }
    return found;
}

void append(std::vector<Finding>& findings, std::vector<Finding> more) {
    findings.insert(
        findings.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// A plan of one book is joined like that of many: what stands in it twice is found there.
layout::Reading joined(layout::Reading reading) {
    layout::Merger merger(nullptr);
    merger.add(std::move(reading));
    return std::move(merger).finish();
}

Finding no_such_scheme(const std::string& id) {
    return {.rule = "scheme",
            .severity = base::Severity::error,
            .message = {"「" + id + "」という評価基準がありません。",
                        "There is no rating scheme \"" + id + "\"."},
            .hint = {"templates フォルダーの schemes に置いてください。",
                     "Put it into schemes in the folder templates."}};
}

}  // namespace

base::Result<ReadBook> read_book(std::string_view bytes,
                                 const Templates& templates,
                                 const std::string& name) {
    sheet::Attachments attachments;
    base::Result<xlsx::ReadWorkbook> read = xlsx::read_workbook(bytes, {}, attachments);
    if (!read) {
        return std::move(read).error();
    }
    xlsx::ReadWorkbook book = std::move(read).value();
    layout::Reading reading =
        layout::bind(book.workbook, templates.library.all(), {.file = name, .master = nullptr});
    append(reading.findings, std::move(book.findings));
    const LayoutsById layouts = by_id(templates);
    append(reading.findings,
           check::check_workbook(
               book.workbook, attachments, reading, {.file = name, .layouts = layouts}));
    return ReadBook{std::move(book.workbook), joined(std::move(reading))};
}

base::Result<BookSchemes> schemes_of(const ReadBook& book, const Templates& templates) {
    const plan::Plan& plan = book.reading.plan;
    const layout::Layout* const layout = templates.library.find(plan.layout);
    BookSchemes schemes;
    schemes.plan_id =
        layout != nullptr && !layout->scheme.empty() ? layout->scheme : calc::default_scheme().id;
    std::set<std::string> wanted{schemes.plan_id};
    for (const plan::Measure& measure : plan.measures) {
        for (const plan::Indicator& indicator : measure.indicators) {
            if (indicator.scheme) {
                wanted.insert(*indicator.scheme);
            }
        }
    }
    for (const std::string& id : wanted) {
        layout::FoundScheme found = layout::find_scheme(templates.folders, id);
        if (!found.scheme) {
            return no_such_scheme(id);
        }
        schemes.all.emplace(id, *std::move(found.scheme));
    }
    return schemes;
}

base::Result<std::vector<Finding>> check_book(const ReadBook& book,
                                              const Templates& templates,
                                              const plan::Date& as_of) {
    const base::Result<BookSchemes> schemes = schemes_of(book, templates);
    if (!schemes) {
        return schemes.error();
    }
    std::vector<Finding> findings = book.reading.findings;
    append(findings,
           check::check(book.reading,
                        {.as_of = as_of,
                         .layouts = by_id(templates),
                         .scheme = &schemes.value().plan(),
                         .schemes = &schemes.value().all}));
    const check::Tuning* tuning = &templates.tuning;
    for (const layout::MeasurePlaces& place : book.reading.places) {
        const auto own = templates.tuning_by_layout.find(place.layout);
        if (own != templates.tuning_by_layout.end()) {
            tuning = &own->second;
            break;
        }
    }
    check::tune(findings,
                [&](const std::string& /*file*/) -> const check::Tuning& { return *tuning; });
    base::sort_findings(findings);
    return findings;
}

bool is_bound(const ReadBook& book, std::string_view sheet) {
    return std::any_of(book.reading.places.begin(),
                       book.reading.places.end(),
                       [&](const auto& place) { return place.sheet == sheet; });
}

std::vector<Finding> findings_for_sheet(std::vector<Finding> findings, std::string_view sheet) {
    std::erase_if(findings,
                  [&](const Finding& each) { return each.sheet && *each.sheet != sheet; });
    return findings;
}

}  // namespace shinchoku::addin::commands
