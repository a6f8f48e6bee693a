#include <map>

#include "calc/figure.h"
#include "plan/value_reading.h"
#include "report/formulas.h"
#include "report/key_line.h"
#include "report/story.h"

namespace shinchoku::report {
namespace {

// Ten lines in a citizen's words: what was promised, what came of it, and what comes next.

std::string figures_of(const Line& line) {
    return plan::print_value(line.entry->actual);
}

// The first sentence or line: a page for the council has no room for more.
std::string short_words(const std::string& text) {
    const std::size_t line_end = std::min(text.find('\n'), text.size());
    const std::size_t sentence_end = text.find("。");
    return sentence_end != std::string::npos && sentence_end < line_end
               ? text.substr(0, sentence_end + std::string_view("。").size())
               : text.substr(0, line_end);
}

KeyLine the_plan(const Context& context) {
    const Wording& words = context.words;
    const plan::Plan& plan = context.input.reading->plan;
    const std::string place = std::to_string(context.standings.year - plan.first_year + 1);
    const std::string period = words.fiscal_year(plan.first_year) + words("から", " to ") +
                               words.fiscal_year(plan.last_year) + words("まで", "");
    const std::string interim = context.why_interim();
    const std::string_view result_ja =
        context.standings.interim ? "の状況である。" : "の結果である。";
    const std::string_view result_en =
        context.standings.interim ? "This is" : "These are the results of";
    return {words("この計画の指標", "Indicators of this plan"),
            count_of_lines(context, {}),
            words("「" + plan.title + "」は" + period + "の計画。これは" + place + "年目、" +
                      words.fiscal_year(context.standings.year) + std::string(result_ja) + interim +
                      "施策は " + std::to_string(context.standings.measures) + "。",
                  plan.title + " runs from " + period + ". " + std::string(result_en) + " year " +
                      place + ", " + words.fiscal_year(context.standings.year) + ". " + interim +
                      " It has " + std::to_string(context.standings.measures) + " measures.")};
}

// Doubtful figures are still being checked: they count, but are no example to hold up.
std::string with_rate_and_doubt(const Context& context, const Line* line) {
    return name_of(*line) + " (" + rate_text(*line) +
           (line->doubtful ? context.words("、確認中", ", being checked") : "") + ")";
}

KeyLine reached(const Context& context) {
    Lines lines = select(context, Standing::met);
    sort_by_rate(lines, false);
    return {context.words("目標に届いた", "Reached the target"),
            count_of(context, {}, Standing::met),
            or_none(context, listed(context, lines, [&](const Line* line) {
                        return with_rate_and_doubt(context, line);
                    }))};
}

KeyLine not_reached(const Context& context) {
    return {
        context.standings.interim ? context.words("まだ届いていない", "Not there yet")
                                  : context.words("目標に届かなかった", "Did not reach the target"),
        count_of(context, {}, Standing::missed),
        or_none(context, listed(context, furthest_behind(context.standings), [&](const Line* line) {
                    return with_rate_and_doubt(context, line);
                }))};
}

std::size_t with_a_rate(const Context& context) {
    return select(
               context,
               [](const Line& line) { return line.assessment != nullptr && line.assessment->rate; })
        .size();
}

KeyLine council_mean(const Context& context) {
    const Wording& words = context.words;
    const std::size_t rated = with_a_rate(context);
    const std::size_t all = select(context, [](const Line&) { return true; }).size();
    const std::string doubt = doubt_of_mean(context);
    return {words("達成率の平均", "Mean rate"),
            mean_of(context, {}, Missing::excluded),
            words("達成率は、目標に対してどこまで進んだかの割合(100%で目標どおり)。" +
                      std::to_string(all) + "指標のうち、数で表せる " + std::to_string(rated) +
                      "指標の平均。数値のないものと言葉の目標は入っていない。" + doubt,
                  "The rate tells how far the target was reached (100% is as planned). The mean "
                  "is over the " +
                      std::to_string(rated) + " of " + std::to_string(all) +
                      " indicators that have one; those without a figure and those in words are "
                      "left out." +
                      doubt),
            rate_style()};
}

KeyLine moved(const Context& context) {
    const Wording& words = context.words;
    std::vector<const Movement*> forward;
    std::vector<const Movement*> backward;
    bool from_baseline = false;
    for (const Movement& movement : context.story.movements) {
        (movement.forward ? forward : backward).push_back(&movement);
        from_baseline = from_baseline || movement.from_baseline;
    }
    const auto name = [&](const Movement* movement) {
        const Line& line = context.standings.lines[movement->line];
        return name_of(line) + " (" + calc::grouped(movement->before, 0) + " → " +
               calc::grouped(movement->after, 0) + unit_of(line) + ")";
    };
    const std::string since =
        from_baseline ? words("前の年度(なければ計画前の値)", "last year (or before the plan)")
                      : words("前の年度", "last year");
    if (forward.empty() && backward.empty()) {
        return {words("良くなった", "Better than before"),
                words("―", "―"),
                words(since + "とくらべられる数値はない。",
                      "There is no figure to compare with " + since + "."),
                center_style()};
    }
    return {words("良くなった", "Better than before"),
            decimal_of(forward.size()),
            words(since + "より良くなった: " + or_none(context, listed(context, forward, name)) +
                      "。悪くなった " + std::to_string(backward.size()) + ": " +
                      or_none(context, listed(context, backward, name)),
                  "Better than " + since + ": " + or_none(context, listed(context, forward, name)) +
                      ". Worse, " + std::to_string(backward.size()) + ": " +
                      or_none(context, listed(context, backward, name))),
            count_style(),
            words("前の値より良い方へ動いた指標の数",
                  "Indicators that moved forward from the figure before")};
}

// One line stands for the page's best or worst: its rate, live, and what stands behind it.
KeyLine one(const Context& context,
            const std::string& heading,
            const Line* line,
            const std::string& after) {
    if (line == nullptr) {
        return {heading, context.words("―", "―"), context.words("なし", "None"), center_style()};
    }
    const Wording& words = context.words;
    const auto index = static_cast<std::size_t>(line - context.standings.lines.data());
    const render::FormulaCell rate{reference(context, index, Calculation::rate),
                                   line->assessment->rate->rounded(14).shifted(-2)};
    const std::string indicator =
        line->measure->indicators.size() > 1
            ? std::string()
            : words("指標「", "indicator ") + line->indicator->name + words("」の", ", ");
    return {heading,
            rate,
            with_department(line) + words("。", ". ") + indicator + words("実績 ", "actual ") +
                figures_of(*line) + words("。", ". ") + after,
            rate_style()};
}

KeyLine best(const Context& context) {
    Lines lines = select(context, [](const Line& line) {
        return line.standing == Standing::met && line.assessment->rate && !line.doubtful;
    });
    sort_by_rate(lines, false);
    return one(context,
               context.words("いちばん進んだ", "The furthest ahead"),
               lines.empty() ? nullptr : lines.front(),
               "");
}

KeyLine furthest(const Context& context) {
    const Wording& words = context.words;
    const std::string heading = context.standings.interim
                                    ? words("いちばん残っている", "The most still to do")
                                    : words("いちばん遅れている", "The furthest behind");
    Lines lines = furthest_behind(context.standings);
    std::erase_if(lines, [](const Line* line) { return line->doubtful; });
    if (lines.empty() || !lines.front()->assessment->rate) {
        return one(context, heading, nullptr, "");
    }
    const std::string why = words_of(*lines.front(), words.language());
    return one(context,
               heading,
               lines.front(),
               why.empty() ? words("理由の記載がない。", "No reason is given.")
                           : words("担当課の説明: ", "The department says: ") + why);
}

KeyLine will_not_reach(const Context& context) {
    const Wording& words = context.words;
    const Lines lines = select(context, falls_short);
    const bool is_known =
        !select(context, [](const Line& line) {
             return line.assessment != nullptr && line.assessment->forecast.suffices_linear;
         }).empty();
    std::string text = or_none(context, listed(context, lines, with_department));
    if (!is_known) {
        text = words("まだ見込みを立てられない(計画前の値か、2年分の実績が要る)。",
                     "No forecast yet: it takes a figure from before the plan, or two years.");
    }
    const std::string heading =
        words("このままでは最後の目標に届かない", "Will miss the final target at this pace");
    if (!is_known) {
        return {heading, words("―", "―"), text, center_style()};
    }
    return {heading,
            decimal_of(lines.size()),
            text,
            count_style(),
            words("線形の見込みが最終目標に届かない指標の数",
                  "Indicators whose linear forecast misses the final target")};
}

// Each way of having no figure, with its names.
KeyLine no_figure(const Context& context) {
    const Wording& words = context.words;
    struct Reason {
        Standing standing;
        base::Text told;
    };
    const Standing blank = context.standings.interim ? Standing::not_due : Standing::missing;
    const Reason reasons[] = {
        {Standing::unavailable, {"まだ集計中", "still being counted"}},
        {blank, {"数値の記入がない", "left blank"}},
        {Standing::not_returned, {"課からの報告がない", "no report from the department"}},
        {Standing::undecidable, {"目標とくらべられない", "cannot be compared with the target"}}};
    render::FormulaCell sum;
    base::Decimal total_count;
    std::string text;
    for (const Reason& reason : reasons) {
        const Lines lines = select(context, reason.standing);
        sum.formula +=
            (sum.formula.empty() ? "" : "+") + count_of(context, {}, reason.standing).formula;
        total_count = total_count + decimal_of(lines.size());
        if (!lines.empty()) {
            text += (text.empty() ? "" : words("。", "; ")) + words(reason.told) + " " +
                    std::to_string(lines.size()) + words("(", " (") +
                    listed(context, lines, [](const Line* line) { return name_of(*line); }) + ")";
        }
    }
    sum.cached = total_count;
    const std::size_t in_words = select(context, Standing::to_confirm).size();
    text = or_none(context, text) + words("。", ".");
    if (in_words > 0) {
        text += words("ほかに、言葉の目標が ", " Besides, ") +
                words.count(in_words,
                            "指標ある(達成率は出ない)。",
                            "target is in words and has no rate.",
                            "targets are in words and have no rate.");
    }
    const std::size_t without_target = select(context, Standing::outside).size();
    if (without_target > 0) {
        text += words("この年度に目標のない指標は ", " Indicators without a target this year: ") +
                std::to_string(without_target) + words("。", ".");
    }
    return {words("まだ数値がない", "No figure yet"), sum, text};
}

KeyLine next(const Context& context) {
    const Wording& words = context.words;
    const Lines late = furthest_behind(context.standings);
    Lines told;
    for (const Line* line : late) {
        if (line->evaluation != nullptr && !line->evaluation->next.empty()) {
            told.push_back(line);
        }
    }
    const std::string text = listed(context, told, [](const Line* line) {
        return name_of(*line) + ": " + short_words(line->evaluation->next);
    });
    const std::string rest = late.size() > told.size()
                                 ? words("。今後の記載がないもの ", ". Nothing said of ") +
                                       std::to_string(late.size() - told.size())
                                 : std::string();
    return {context.standings.interim ? words("これからの取組み(まだ届いていないもの)",
                                              "What comes next where it is not there yet")
                                      : words("これからの取組み(届かなかったもの)",
                                              "What comes next where it was missed"),
            decimal_of(told.size()),
            or_none(context, text) + rest,
            count_style(),
            words("まだ届いていない指標のうち、今後の取組みの記載があるものの数",
                  "Of the indicators not there yet, those that say what comes next")};
}

}  // namespace

void write_council(const Context& context) {
    const Wording& words = context.words;
    write_key_lines_page(
        context,
        *context.council,
        words("議会資料", "For the council"),
        {the_plan(context),
         reached(context),
         not_reached(context),
         council_mean(context),
         moved(context),
         best(context),
         furthest(context),
         will_not_reach(context),
         no_figure(context),
         next(context)},
        words("どの数も、続くシートの値から計算した。施策ごとの内訳は「一覧」、計算のしかたは"
              "「算定」にある。",
              "Every figure is calculated from the sheets that follow: all measures are in "
              "\"Measures\", the formulas in \"Calculation\"."));
}

}  // namespace shinchoku::report
