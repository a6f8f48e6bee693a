#include <functional>

#include "base/utf8.h"
#include "base/words.h"
#include "check/plan_rules.h"
#include "check/texts.h"

namespace shinchoku::check {
namespace {

constexpr std::size_t shortest_copy = 40;  // characters

}  // namespace

void CopiedTexts::add(const layout::Reading& added, std::size_t first) {
    for (std::size_t m = 0; m < added.plan.measures.size(); ++m) {
        for_each_text(added, m, [&](const TextView& text) {
            const std::string compact = base::without_blanks(text.text);
            if (base::to_utf32(compact).size() < shortest_copy) {
                return;
            }
            const std::uint64_t key = std::hash<std::string>{}(text.key + "\n" + compact);
            const auto [original, is_new] = first_met_.try_emplace(key, first + m);
            if (is_new || original->second == first + m) {
                return;
            }
            LaterPlace place =
                later_place(added, m, first, added.plan.measures[m].id + "/" + text.key);
            place.cell = text.place;
            place.year = text.year;
            copies_.push_back({std::move(place), original->second});
        });
    }
}

void CopiedTexts::finish(const layout::Reading& plan, Collector& out) const {
    for (const Copy& copy : copies_) {
        const std::string& other = plan.plan.measures[copy.original].id;
        out.add(copy.place.measure,
                copy.place.key_id(plan),
                {.rule = "A08",
                 .severity = base::Severity::warning,
                 .cell = copy.place.cell,
                 .year = copy.place.year,
                 .part = {},
                 .message = {"施策 " + other + " の同じ欄とまったく同じ文です。",
                             "The text is the same as that of measure " + other + "."},
                 .found = {},
                 .expected = {}});
    }
}

}  // namespace shinchoku::check
