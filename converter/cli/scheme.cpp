#include <filesystem>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/actions.h"
#include "cli/layout_set.h"
#include "cli/outputs.h"
#include "cli/read_inputs.h"
#include "cli/run.h"
#include "cli/scheme_text.h"
#include "cli/schemes.h"
#include "formats/scheme_comparison.h"
#include "layout/scheme_file.h"
#include "layout/scheme_library.h"

namespace shinchoku::cli {

namespace {

// To stdout, or where -o says.
void give_text(Session& session, const Words& words, const std::string& text) {
    const std::string output = session.options().output.value_or("-");
    if (may_write(session, output, as_files(words))) {
        write_text(session, output, text);
    }
}

void list_schemes(Session& session, const Words&) {
    std::vector<base::Finding> unreadable;
    std::string text;
    for (const layout::TemplateSource& source :
         layout::scheme_sources(template_folders(session), unreadable)) {
        const auto loaded = layout::load_scheme(source.toml);
        text += column(source.id, 16) +
                (loaded ? session.in(loaded.value().title)
                        : session.in({"(誤りがあります: " + source.file + ")",
                                      "(faulty: " + source.file + ")"})) +
                "\n";
    }
    for (const base::Finding& each : unreadable) {
        session.fail(each);
    }
    give_text(session, {}, text);
}

void show_scheme(Session& session, const Words& words) {
    SchemeSet schemes(session);
    std::string text;
    for (const std::string& word : words) {
        if (const calc::Scheme* scheme = schemes.find(word)) {
            const std::string file =
                ending_of(word) == ".toml"
                    ? word
                    : layout::find_scheme(template_folders(session), word).file;
            text +=
                (text.empty() ? "" : "\n") + scheme_text(*scheme, file, session.options().language);
        }
    }
    give_text(session, words, text);
}

void check_scheme(Session& session, const Words& words) {
    check_templates(session, words, [](std::string_view toml, const std::string&) {
        auto loaded = layout::load_scheme(toml);
        return loaded ? TemplateFaults{} : TemplateFaults{std::move(loaded).error(), true};
    });
}

// The first words name schemes, the rest is what is graded.
struct Compared {
    std::vector<const calc::Scheme*> schemes;
    Words inputs;
    bool is_as_asked = true;
};

Compared sort_words(Session& session, SchemeSet& schemes, const Words& words) {
    Compared compared;
    auto word = words.begin();
    // A word that is neither a scheme nor there at all is taken for a misspelt scheme.
    const auto names_scheme = [&](const std::string& each) {
        std::error_code none;
        return ending_of(each) == ".toml" || schemes.is_known(each) ||
               (each != "-" && ending_of(each).empty() && each.find('/') == std::string::npos &&
                !std::filesystem::exists(each, none));
    };
    for (; word != words.end() && names_scheme(*word); ++word) {
        const calc::Scheme* scheme = schemes.find(*word);
        compared.is_as_asked = compared.is_as_asked && scheme != nullptr;
        compared.schemes.push_back(scheme);
    }
    compared.inputs.assign(word, words.end());
    if (compared.is_as_asked && (compared.schemes.empty() || compared.inputs.empty())) {
        session.fail({"評価基準と入力を指定してください。", "Name schemes and an input."},
                     {"例: shinchoku scheme compare default fuji 提出/ --asof 2027-05-31",
                      "E.g. shinchoku scheme compare default fuji returned/ --asof 2027-05-31"});
        compared.is_as_asked = false;
    }
    return compared;
}

std::string formatted(const Session& session,
                      const std::vector<calc::ComparedYear>& years,
                      const std::vector<const calc::Scheme*>& schemes) {
    switch (session.options().format) {
        case FindingsFormat::text:
            return comparison_text(years, schemes, session.options().language);
        case FindingsFormat::json:
            return formats::write_comparison_json(years, schemes);
        case FindingsFormat::csv:
            return formats::write_comparison_csv(years, schemes);
        case FindingsFormat::sarif:
            break;
    }
    return "";
}

void compare(Session& session, const Words& words) {
    if (session.options().format == FindingsFormat::sarif) {
        session.fail(
            {"scheme compare は sarif では書けません。", "scheme compare does not write sarif."},
            {"--format text、json、csv のどれかにしてください。",
             "Use --format text, json or csv."});
        return;
    }
    SchemeSet schemes(session);
    Compared compared = sort_words(session, schemes, words);
    if (!compared.is_as_asked || !schemes.is_as_asked()) {
        return;
    }
    const std::vector<InputFile> inputs = find_input_files(session, compared.inputs);
    const std::string output = session.options().output.value_or("-");
    std::vector<InputFile> read = inputs;
    const std::vector<InputFile> named = as_files(words);
    read.insert(read.end(), named.begin(), named.end());
    if (!may_write(session, output, read)) {
        return;
    }
    const LayoutSet layouts(session);
    if (!layouts.is_as_asked()) {
        return;
    }
    const Joined joined = join(read_files(session, layouts, nullptr, inputs), nullptr);
    if (joined.read == 0) {
        return;
    }
    const plan::Plan& plan = joined.reading.plan;
    schemes.read_named_in(plan);
    const SchemeSet::Chosen own = schemes.choose(layouts.find(plan.layout));
    if (compared.schemes.size() == 1) {
        if (own.scheme == nullptr) {
            return;
        }
        compared.schemes.insert(compared.schemes.begin(), own.scheme);
    }
    write_text(
        session,
        output,
        formatted(
            session, calc::compare_schemes(plan, compared.schemes, own.options), compared.schemes));
}

constexpr Action scheme_actions[] = {
    {"list", false, list_schemes},
    {"show", true, show_scheme},
    {"check", true, check_scheme},
    {"compare", true, compare},
};

}  // namespace

void run_scheme(Session& session) {
    run_action(session, "scheme", scheme_actions);
}

}  // namespace shinchoku::cli
