#include "check/catalogue.h"

#include <algorithm>
#include <string>

namespace shinchoku::check {
namespace {

Rule rule_of(const Entry& entry) {
    const auto text = [](std::string_view ja, std::string_view en) {
        return base::Text{std::string(ja), std::string(en)};
    };
    return {.id = std::string(entry.id),
            .severity = entry.severity,
            .title = text(entry.title_ja, entry.title_en),
            .why = text(entry.why_ja, entry.why_en),
            .mend = text(entry.mend_ja, entry.mend_en)};
}

std::vector<Rule> build() {
    std::vector<Rule> rules;
    for (const std::vector<Entry>* entries :
         {&workbook_entries(), &content_entries(), &judgement_entries(), &exchange_entries()}) {
        for (const Entry& entry : *entries) {
            rules.push_back(rule_of(entry));
        }
    }
    return rules;
}

}  // namespace

const std::vector<Rule>& catalogue() {
    static const std::vector<Rule> rules = build();
    return rules;
}

const Rule* find_rule(std::string_view id) {
    const std::vector<Rule>& rules = catalogue();
    const auto found =
        std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.id == id; });
    return found == rules.end() ? nullptr : &*found;
}

}  // namespace shinchoku::check
