#include "cli/judge_plan.h"

#include <iterator>
#include <optional>
#include <utility>

#include "check/check.h"
#include "cli/read_inputs.h"
#include "layout/merge.h"

namespace shinchoku::cli {

namespace {

using Findings = std::vector<base::Finding>;

void append_findings(Findings& findings, Findings more) {
    findings.insert(
        findings.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

check::CheckOptions options_for(const Session& session,
                                const Judging& judging,
                                const plan::Plan& plan) {
    const SchemeSet::Chosen chosen = judging.schemes.choose(judging.layouts.find(plan.layout));
    return {.as_of = session.as_of(),
            .profile = session.options().profile,
            .encoding = session.options().encoding,
            .master = judging.master,
            .layouts = judging.layouts.by_id(),
            .scheme = chosen.scheme,
            .schemes = chosen.options.schemes};
}

}  // namespace

Findings all_findings(const Session& session,
                      const Judging& judging,
                      const layout::Reading& reading) {
    Findings findings = reading.findings;
    judging.schemes.read_named_in(reading.plan);
    append_findings(findings, check::check(reading, options_for(session, judging, reading.plan)));
    judging.tuning.apply(findings, reading);
    base::sort_findings(findings);
    return findings;
}

Judged judge_files(Session& session, const Judging& judging, const std::vector<InputFile>& files) {
    Judged judged;
    layout::Merger merger(judging.master != nullptr ? &judging.master->plan : nullptr);
    std::optional<check::PlanCheck> rules;
    Findings failures;
    const auto take = [&](ReadFile file) {
        ++judged.files;
        if (!file.reading) {
            failures.push_back(std::move(file.reading).error());
            return;
        }
        const std::size_t first = merger.so_far().plan.measures.size();
        const layout::Reading added = merger.add_names(std::move(file.reading).value());
        judging.schemes.read_named_in(added.plan);
        if (!rules) {
            rules.emplace(added.plan, options_for(session, judging, added.plan));
        }
        merger.add_findings(rules->add(added, first));
    };
    read_each(session, judging.layouts, judging.master, files, take);
    layout::Reading plan = std::move(merger).finish();
    Findings of_rules = rules ? rules->finish(plan) : Findings();
    // Of findings on one cell those of reading come first.
    judged.findings = std::move(plan.findings);
    append_findings(judged.findings, std::move(failures));
    append_findings(judged.findings, std::move(of_rules));
    judging.tuning.apply(judged.findings, plan);
    base::sort_findings(judged.findings);
    return judged;
}

}  // namespace shinchoku::cli
