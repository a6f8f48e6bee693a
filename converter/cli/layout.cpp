#include "layout/layout.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "base/utf8.h"
#include "cli/actions.h"
#include "cli/layout_draft.h"
#include "cli/layout_set.h"
#include "cli/outputs.h"
#include "cli/read_inputs.h"
#include "cli/run.h"
#include "layout/bind.h"
#include "layout/layout_file.h"
#include "layout/vocabulary.h"
#include "render/form.h"

namespace shinchoku::cli {

namespace {

void list(Session& session, const Words&) {
    std::string text;
    const LayoutSet layouts(session);
    for (const layout::Layout* known : layouts.all()) {
        text += column(known->id, 20) + known->title + "\n";
    }
    session.print(text);
}

// Of the words those that name layout files.
Words layout_files(const Words& words) {
    Words files;
    std::copy_if(words.begin(), words.end(), std::back_inserter(files), [](const auto& word) {
        return ending_of(word) == ".toml";
    });
    return files;
}

// The layout that the first word names; nullptr, and a failure of the session, where there is none.
const layout::Layout* named(Session& session, const LayoutSet& layouts, const Words& words) {
    if (words.size() != 1) {
        session.fail({"様式を一つ指定してください。", "Name one layout."},
                     {"使える様式は " + layouts.ids() + " です。",
                      "The layouts are " + layouts.ids() + "."});
        return nullptr;
    }
    const layout::Layout* const found = layouts.find(words.front());
    if (found == nullptr) {
        session.fail(no_such_layout(words.front(), layouts.all()));
    }
    return found;
}

void show(Session& session, const Words& words) {
    const LayoutSet layouts(session, layout_files(words));
    if (const layout::Layout* found = named(session, layouts, words)) {
        session.print(layout::show(*found, session.options().language));
    }
}

void blank(Session& session, const Words& words) {
    const LayoutSet layouts(session, layout_files(words));
    const layout::Layout* const found = named(session, layouts, words);
    if (found == nullptr) {
        return;
    }
    if (!session.options().output) {
        session.fail({"様式の書き出し先がありません。", "There is no place for the form."},
                     {"-o 様式.xlsx のように指定してください。", "Name one, as in -o form.xlsx."});
        return;
    }
    if (may_write(session, *session.options().output, as_files(words))) {
        const auto lost =
            write_book(session, *session.options().output, [&](const std::filesystem::path& path) {
                return render::write_blank(path, *found);
            });
        if (lost) {
            session.give(*lost);
            tell_findings(session, *lost);
        }
    }
}

void check_layout(Session& session, const Words& words) {
    check_templates(session, words, [](std::string_view toml, const std::string& file) {
        auto loaded = layout::load_layout(toml, file);
        return loaded ? TemplateFaults{std::move(loaded).value().warnings, false}
                      : TemplateFaults{std::move(loaded).error(), true};
    });
}

std::string describe(const layout::Fit& fit, base::Language language) {
    const bool ja = language == base::Language::ja;
    const int percent = static_cast<int>(fit.share * 100 + 0.5);
    std::string text = column(fit.layout, 16) + (ja ? "見出し " : "labels ") +
                       std::to_string(percent) + (ja ? "%、ブロック " : "%, blocks ") +
                       std::to_string(fit.blocks);
    if (!fit.missing.empty()) {
        text += ja ? "  ない見出し: " : "  missing: ";
        for (std::size_t i = 0; i < fit.missing.size(); ++i) {
            text += (i == 0 ? "" : ja ? "、" : ", ") + visible(fit.missing[i]);
        }
    }
    return text + "\n";
}

// The fits of one sheet, best first: the one that is taken, or what comes nearest and lacks what.
std::string describe(std::span<const layout::Fit> fits, const Options& options) {
    constexpr std::size_t nearest_shown = 3;
    const bool is_found = fits.front().blocks > 0;
    const bool ja = options.language == base::Language::ja;
    std::string text = "  " + column(visible(fits.front().sheet), 20);
    if (!is_found) {
        text += ja ? "合う様式はありません。近い順に:\n" : "fits no layout; the nearest:\n";
    }
    const std::size_t shown =
        options.verbose ? fits.size() : std::min(fits.size(), is_found ? 1 : nearest_shown);
    for (std::size_t i = 0; i < shown; ++i) {
        text +=
            (is_found && i == 0 ? "" : std::string(22, ' ')) + describe(fits[i], options.language);
    }
    return text;
}

void detect(Session& session, const Words& words) {
    const LayoutSet layouts(session);
    for (const InputFile& file : find_input_files(session, words)) {
        const base::Result<xlsx::ReadWorkbook> book = read_cells(session, file);
        if (!book) {
            session.fail(book.error());
            continue;
        }
        std::string text = visible(file.display(session.options().language)) + "\n";
        const std::vector<layout::Fit> fits = layouts.binder().detect(book.value().workbook);
        for (auto from = fits.begin(); from != fits.end();) {
            const auto to = std::find_if(
                from, fits.end(), [&](const layout::Fit& fit) { return fit.sheet != from->sheet; });
            text += describe(std::span(from, to), session.options());
            from = to;
        }
        session.print(text);
    }
}

void fields(Session& session, const Words&) {
    std::string text;
    for (const layout::Word& word : layout::vocabulary()) {
        text += column(std::string(word.japanese), 16) + column(std::string(word.english), 24) +
                session.in(word.meaning) + "\n";
    }
    session.print(text);
}

constexpr Action actions[] = {
    {"list", false, list},
    {"show", true, show},
    {"blank", true, blank},
    {"check", true, check_layout},
    {"detect", true, detect},
    {"draft", true, run_layout_draft},
    {"format", true, run_layout_format},
    {"fields", false, fields},
};

}  // namespace

void run_layout(Session& session) {
    run_action(session, "layout", actions);
}

}  // namespace shinchoku::cli
