#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "check/plan_rules.h"
#include "check/texts.h"

namespace shinchoku::check {
namespace {

using base::Severity;

// Names of plans and bodies in prose. Japanese has no blanks, but names are written in kanji and
// katakana and the particles around them are not: a run of such letters that ends in 計画 or 委員会
// is a name.

bool is_letter_of_name(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x30A1 && c <= 0x30FC) || c == U'々' ||
           (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}

constexpr std::array<std::u32string_view, 6> plan_words{
    U"計画", U"方針", U"プラン", U"ビジョン", U"戦略", U"大綱"};
constexpr std::array<std::u32string_view, 6> body_words{
    U"センター", U"課", U"室", U"局", U"会議", U"委員会"};

template <std::size_t count>
std::size_t ending_size(std::u32string_view text,
                        const std::array<std::u32string_view, count>& words) {
    for (const std::u32string_view word : words) {
        if (text.size() > word.size() && text.ends_with(word)) {
            return word.size();
        }
    }
    return 0;
}

// Without what says whose and which: 市, 本市, the city's name, 新, 次期.
std::u32string_view without_owner(std::u32string_view name, std::u32string_view city) {
    constexpr std::array<std::u32string_view, 9> owners{
        U"本市", U"市", U"町", U"村", U"新", U"次期", U"次", U"期", U"現行"};
    if (!city.empty() && name.starts_with(city)) {
        name.remove_prefix(city.size());
    }
    for (const std::u32string_view owner : owners) {
        // 市民 is no owner and its 民.
        const bool is_word = !name.starts_with(U"市民") && !name.starts_with(U"市街") &&
                             !name.starts_with(U"町民") && !name.starts_with(U"町内");
        if (is_word && name.starts_with(owner) && name.size() > owner.size() + 2) {
            name.remove_prefix(owner.size());
            break;
        }
    }
    return name;
}

// 支援計画, 事業実施計画: words that say of what kind a plan is, and of no one plan.
bool is_general(std::u32string_view name) {
    constexpr std::array<std::u32string_view, 24> words{
        U"計画", U"方針", U"プラン", U"支援", U"事業", U"実施", U"推進", U"行動",
        U"活動", U"個別", U"基本",   U"年度", U"年間", U"年次", U"整備", U"管理",
        U"運営", U"運用", U"改善",   U"具体", U"関係", U"関連", U"実行", U"執行"};
    while (!name.empty()) {
        const auto* const word =
            std::find_if(words.begin(), words.end(), [&](std::u32string_view each) {
                return name.starts_with(each);
            });
        if (word == words.end()) {
            return false;
        }
        name.remove_prefix(word->size());
    }
    return true;
}

// A run at its ・, where a name ends before one: 適正化計画・育成方針 are two.
template <std::size_t count>
void add_names(std::u32string_view run,
               std::u32string_view city,
               const std::array<std::u32string_view, count>& words,
               std::size_t shortest,
               std::set<std::u32string>& names) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= run.size(); ++i) {
        if (i < run.size() && run[i] != U'・') {
            continue;
        }
        const std::u32string_view part = run.substr(begin, i - begin);
        if (ending_size(part, words) > 0) {
            const std::u32string_view name = without_owner(part, city);
            if (name.size() >= shortest && !is_general(name)) {
                names.emplace(name);
            }
            begin = i + 1;
        }
    }
}

template <std::size_t count>
std::set<std::u32string> names_in(std::string_view text,
                                  std::u32string_view city,
                                  const std::array<std::u32string_view, count>& words,
                                  std::size_t shortest) {
    const std::u32string letters = base::to_utf32(base::fold_width(text));
    std::set<std::u32string> names;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= letters.size(); ++i) {
        if (i < letters.size() && (is_letter_of_name(letters[i]) || letters[i] == U'・')) {
            continue;
        }
        if (i > begin) {
            add_names(std::u32string_view(letters).substr(begin, i - begin),
                      city,
                      words,
                      shortest,
                      names);
        }
        begin = i + 1;
    }
    return names;
}

// How two names differ: the letters of each between what they begin and end with alike.
struct Difference {
    std::size_t head = 0;
    std::size_t tail = 0;
    std::u32string_view left;
    std::u32string_view right;
};

Difference difference(std::u32string_view a, std::u32string_view b) {
    Difference found;
    const std::size_t shorter = std::min(a.size(), b.size());
    while (found.head < shorter && a[found.head] == b[found.head]) {
        ++found.head;
    }
    while (found.tail < shorter - found.head &&
           a[a.size() - 1 - found.tail] == b[b.size() - 1 - found.tail]) {
        ++found.tail;
    }
    found.left = a.substr(found.head, a.size() - found.head - found.tail);
    found.right = b.substr(found.head, b.size() - found.head - found.tail);
    return found;
}

// One letter for another that does not tell two things apart, as 前期 and 後期 are.
bool is_one_other_letter(const Difference& d) {
    constexpr std::u32string_view telling =
        U"前後上下新旧東西南北大小内外市県国者児一二三四五六七八九十男女";
    return d.left.size() == 1 && d.right.size() == 1 &&
           (telling.find(d.left.front()) == telling.npos ||
            telling.find(d.right.front()) == telling.npos);
}

// Letters that only one has, and that do not make it another thing: 障害児福祉計画,
// 地域福祉活動計画.
bool is_insertion(const Difference& d, std::size_t most) {
    constexpr std::array<std::u32string_view, 8> telling{
        U"児", U"活動", U"実施", U"行動", U"前期", U"後期", U"県", U"国"};
    const std::u32string_view more = d.left.empty() ? d.right : d.left;
    return (d.left.empty() || d.right.empty()) && !more.empty() && more.size() <= most &&
           std::none_of(telling.begin(), telling.end(), [&](std::u32string_view word) {
               return more.find(word) != more.npos;
           });
}

// Worth asking whether the two are one.
bool may_be_one_name(std::u32string_view a, std::u32string_view b, std::size_t most_inserted) {
    constexpr std::size_t shortest_head = 2;
    constexpr std::size_t shortest_tail = 2;
    const Difference d = difference(a, b);
    return d.head >= shortest_head && d.tail >= shortest_tail &&
           (is_one_other_letter(d) || is_insertion(d, most_inserted));
}

constexpr std::size_t shortest_plan = 6;
constexpr std::size_t shortest_body = 5;

using Names = std::set<std::u32string>;

Names plans_in(std::string_view text, std::u32string_view city) {
    return names_in(text, city, plan_words, shortest_plan);
}

Remark two_names(std::string_view rule,
                 Severity severity,
                 const LaterPlace& place,
                 const std::u32string& here,
                 const std::u32string& other,
                 const base::Text& where) {
    const std::string found = base::to_utf8(here);
    const std::string expected = base::to_utf8(other);
    return {.rule = rule,
            .severity = severity,
            .cell = place.cell,
            .year = place.year,
            .part = {},
            .message = {"「" + found + "」は、" + where.ja + "では「" + expected +
                            "」です。同じものなら名前を一つにそろえてください。",
                        "'" + found + "' is '" + expected + "' in " + where.en +
                            "; if they are one, use one name."},
            .found = found,
            .expected = expected};
}

LaterPlace place_of(const layout::Reading& added,
                    std::size_t m,
                    std::size_t first,
                    const TextView& text) {
    LaterPlace place = later_place(added, m, first, added.plan.measures[m].id + "/" + text.key);
    place.cell = text.place;
    place.year = text.year;
    return place;
}

// 会議 or 委員会 of a body with a long enough name before it; 0 for none.
std::size_t kind_size(std::u32string_view name) {
    constexpr std::array<std::u32string_view, 2> kinds{U"会議", U"委員会"};
    constexpr std::size_t shortest_stem = 6;
    const std::size_t kind = ending_size(name, kinds);
    return name.size() - kind < shortest_stem ? 0 : kind;
}

}  // namespace

NearNames::NearNames(const layout::Reading* master) {
    if (master != nullptr) {
        add_departments(master->plan);
    }
}

void NearNames::add_departments(const plan::Plan& plan) {
    for (const plan::Measure& measure : plan.measures) {
        for (const std::string& name : measure.departments) {
            departments_.insert(base::to_utf32(base::fold_width(name)));
        }
    }
}

void NearNames::add(const layout::Reading& added, std::size_t first) {
    const std::u32string city = base::to_utf32(added.plan.municipality);
    add_departments(added.plan);
    for (std::size_t m = 0; m < added.plan.measures.size(); ++m) {
        plans_of_measure(added, m, first, city);
        bodies_of_measure(added, m, first, city);
    }
}

// A plan that 関係計画等 names otherwise than the texts of the sheet.
void NearNames::plans_of_measure(const layout::Reading& added,
                                 std::size_t m,
                                 std::size_t first,
                                 std::u32string_view city) {
    const plan::Texts& texts = added.plan.measures[m].texts;
    const auto related = texts.find("related_plans");
    const Names own = related == texts.end() ? Names() : plans_in(related->second, city);
    known_plans_.insert(own.begin(), own.end());
    // Each name of a text is held against each of these: a field of hundreds is no list of plans.
    constexpr std::size_t most_names = 100;
    if (own.empty() || own.size() > most_names) {
        return;
    }
    for_each_text(added, m, [&](const TextView& text) {
        if (text.key == "texts.related_plans") {
            return;
        }
        for (const std::u32string& name : plans_in(text.text, city)) {
            const auto other =
                std::find_if(own.begin(), own.end(), [&](const std::u32string& each) {
                    constexpr std::size_t most_inserted = 3;
                    return may_be_one_name(each, name, most_inserted);
                });
            if (other != own.end() && !own.contains(name)) {
                plans_.push_back({place_of(added, m, first, text), name, *other});
            }
        }
    });
}

void NearNames::bodies_of_measure(const layout::Reading& added,
                                  std::size_t m,
                                  std::size_t first,
                                  std::u32string_view city) {
    Names met;
    for_each_text(added, m, [&](const TextView& text) {
        for (const std::u32string& name : names_in(text.text, city, body_words, shortest_body)) {
            if (met.insert(name).second) {
                bodies_.push_back({place_of(added, m, first, text), name, {}});
            }
        }
    });
}

void NearNames::finish(const layout::Reading& plan, Collector& out) const {
    tell_plans(plan, out);
    tell_bodies(plan, out);
}

void NearNames::tell_plans(const layout::Reading& plan, Collector& out) const {
    std::set<std::pair<std::size_t, std::u32string_view>> told;
    for (const Named& each : plans_) {
        if (!known_plans_.contains(each.name) &&
            told.emplace(each.place.measure, each.name).second) {
            out.add(each.place.measure,
                    each.place.key_id(plan),
                    two_names("S10",
                              Severity::warning,
                              each.place,
                              each.name,
                              each.other,
                              {"関係計画等", "the field of related plans"}));
        }
    }
}

// A body in a text that is a department but for a letter or two, or that the same sheet calls both
// 会議 and 委員会.
void NearNames::tell_bodies(const layout::Reading& plan, Collector& out) const {
    // Measure and name without 会議 or 委員会 -> name.
    std::map<std::pair<std::size_t, std::u32string>, std::u32string_view> stems;
    for (const Named& each : bodies_) {
        if (departments_.contains(each.name)) {
            continue;
        }
        const auto near =
            std::find_if(departments_.begin(), departments_.end(), [&](const auto& department) {
                constexpr std::size_t most_inserted = 2;
                return department.size() >= shortest_body &&
                       may_be_one_name(department, each.name, most_inserted);
            });
        if (near != departments_.end()) {
            out.add(each.place.measure,
                    each.place.key_id(plan),
                    two_names("S09",
                              Severity::warning,
                              each.place,
                              each.name,
                              *near,
                              {"主管課", "the departments"}));
        }
        const std::size_t kind = kind_size(each.name);
        if (kind == 0) {
            continue;
        }
        const auto [same_stem, is_new] = stems.try_emplace(
            {each.place.measure, each.name.substr(0, each.name.size() - kind)}, each.name);
        if (!is_new && same_stem->second != each.name) {
            // Two bodies may well be called so: a question, no more.
            out.add(each.place.measure,
                    each.place.key_id(plan) + "/body",
                    two_names("S09",
                              Severity::info,
                              each.place,
                              each.name,
                              std::u32string(same_stem->second),
                              {"同じシートのほかの所", "another text of the sheet"}));
        }
    }
}

}  // namespace shinchoku::check
