#include "cli/check_earlier.h"

#include <filesystem>
#include <map>
#include <set>
#include <utility>

#include "cli/terminal.h"
#include "files/read_file.h"
#include "formats/findings_json.h"

namespace shinchoku::cli {

namespace {

using Findings = std::vector<base::Finding>;

std::string name_of(const std::string& file) {
    return std::filesystem::path(file).filename().string();
}

// A finding as it is recognised in a workbook that was sent in again, from whichever folder.
using Identity = std::pair<std::string, std::string>;

Identity identity(const base::Finding& finding) {
    return {name_of(finding.file), finding.key};
}

// Those of `some` that have no partner among `others`; each of these is a partner once.
Findings without_partner(const Findings& some, const Findings& others) {
    std::map<Identity, std::size_t> partners;
    for (const base::Finding& other : others) {
        ++partners[identity(other)];
    }
    Findings alone;
    for (const base::Finding& one : some) {
        std::size_t& left = partners[identity(one)];
        if (left > 0) {
            --left;
        } else {
            alone.push_back(one);
        }
    }
    return alone;
}

std::string listed(const base::Text& heading, const Findings& findings, base::Language language) {
    std::string text = findings.empty() ? "" : base::in(heading, language) + "\n";
    for (const base::Finding& finding : findings) {
        text += "  " + visible(name_of(finding.file));
        if (finding.sheet) {
            text += " [" + visible(*finding.sheet) +
                    (finding.cell ? "!" + base::to_a1(*finding.cell) : "") + "]";
        }
        text += " " + finding.rule + " " + visible(base::in(finding.message, language)) + "\n";
    }
    return text;
}

}  // namespace

std::optional<Findings> read_earlier_findings(Session& session) {
    if (!session.options().earlier_findings) {
        return std::nullopt;
    }
    const std::string& path = *session.options().earlier_findings;
    const base::Result<std::string> bytes = files::read_file(path);
    if (!bytes) {
        session.fail(bytes.error());
        return std::nullopt;
    }
    base::Result<Findings> findings = formats::read_findings_json(bytes.value());
    if (!findings) {
        base::Finding why = findings.error();
        why.file = path;
        session.fail(why);
        return std::nullopt;
    }
    return std::move(findings).value();
}

std::string comparison_text(const Session& session,
                            const std::vector<InputFile>& inputs,
                            const Findings& earlier,
                            const Findings& now) {
    std::set<std::string> here;
    for (const InputFile& input : inputs) {
        here.insert(name_of(input.inner));
    }
    Findings before = earlier;
    std::erase_if(before, [&](const base::Finding& one) {
        return !one.file.empty() && !here.contains(name_of(one.file));
    });
    const Findings mended = without_partner(before, now);
    const Findings added = without_partner(now, before);
    const std::string gone = std::to_string(mended.size());
    const std::string open = std::to_string(before.size() - mended.size());
    const std::string fresh = std::to_string(added.size());
    const base::Language language = session.options().language;
    return base::in(base::Text{"前回との比較: 直った " + gone + " 件、残っている " + open +
                                   " 件、新しい " + fresh + " 件",
                               "Since the earlier check: " + gone + " mended, " + open +
                                   " still open, " + fresh + " new"},
                    language) +
           "\n" + listed({"直った:", "Mended:"}, mended, language) +
           listed({"新しい:", "New:"}, added, language);
}

}  // namespace shinchoku::cli
