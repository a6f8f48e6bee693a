#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "check/pieces.h"
#include "check/printed_years.h"
#include "check/rules.h"
#include "plan/fiscal_year.h"

namespace shinchoku::check {
namespace {

using base::Severity;

constexpr int reiwa = 0;  // indices of era_at()
constexpr int heisei = 1;

int western_of(const PrintedEra& printed) {
    return era_at(printed.era).year_zero + printed.number;
}

std::string words_of(std::u32string_view text, const PrintedEra& printed) {
    return base::to_utf8(text.substr(printed.begin, printed.end - printed.begin));
}

// A letter with a figure is an era year only where something else says so: S60 may be a type.
bool is_surely_a_year(const PrintedEra& printed) {
    return printed.fiscal || printed.calendar || printed.day != 0 || printed.month != 0 ||
           (printed.in_letters && (printed.era == heisei || printed.era == reiwa));
}

// The year does not exist in its era, or the date lies outside it: 平成35年, 平成31年5月.
bool is_outside_its_era(const PrintedEra& printed) {
    const EraSpan& era = era_at(printed.era);
    if (!is_surely_a_year(printed)) {
        return false;
    }
    if (printed.number == 0 || (era.last != 0 && printed.number > era.last)) {
        return true;
    }
    if (printed.fiscal) {
        // The fiscal year begins on 1 April, when 昭和64 was over.
        return era.last_date < (western_of(printed) * 100 + 4) * 100 + 1;
    }
    if (printed.month == 0) {
        return false;
    }
    const int month = (western_of(printed) * 100 + printed.month) * 100;
    const int first = month + (printed.day == 0 ? 1 : printed.day);
    const int last = month + (printed.day == 0 ? 31 : printed.day);
    return last < era.first_date || first > era.last_date;
}

// "平成 (1989-01-08 to 2019-04-30)"
std::string limits_of(const EraSpan& era) {
    const auto day = [](int date) {
        return plan::to_iso({date / 10000, date / 100 % 100, date % 100});
    };
    const std::string limits = era.last == 0 ? "since " + day(era.first_date)
                                             : day(era.first_date) + " to " + day(era.last_date);
    return std::string(era.shown) + " (" + limits + ")";
}

// The year as it should be written; "" where there is none such.
std::string right_year(const PrintedEra& printed) {
    if (printed.number == 0) {
        return "";
    }
    const int western = western_of(printed);
    if (printed.fiscal || printed.month == 0) {
        return plan::wareki(western) + (printed.fiscal ? "年度" : "年");
    }
    const int date = (western * 100 + printed.month) * 100 + (printed.day == 0 ? 15 : printed.day);
    for (const int index : {0, 1, 2, 3, 4}) {
        const EraSpan& era = era_at(index);
        if (date >= era.first_date && date <= era.last_date) {
            const int number = western - era.year_zero;
            return std::string(era.shown) + (number == 1 ? "元" : std::to_string(number)) + "年" +
                   std::to_string(printed.month) + "月";
        }
    }
    return "";
}

// 令和8年度末(令和8年3月31日): the fiscal year ends in March of the next year.
bool confuses_fiscal_year(std::u32string_view text, const PrintedEra& a, const PrintedEra& b) {
    const PrintedEra& fiscal = a.fiscal ? a : b;
    const PrintedEra& date = a.fiscal ? b : a;
    if (!fiscal.fiscal || date.fiscal || date.month < 1 || date.month > 3 ||
        western_of(fiscal) != western_of(date)) {
        return false;
    }
    // A year alone may stand beside a day that belongs to it otherwise: 令和7年度(令和7年1月1日
    // 賦課期日).
    constexpr std::array<std::u32string_view, 4> ties{U"末(", U"末日(", U"末=", U"末、"};
    const std::u32string_view between = text.substr(a.end, b.begin - a.end);
    return std::find(ties.begin(), ties.end(), between) != ties.end();
}

// One of two ways to write a year, wherever it stands.
struct Use {
    std::size_t measure = 0;
    std::string key;
    std::optional<base::CellRef> place;
    std::optional<int> year;
    std::string words;
    bool fiscal = false;
    bool calendar = false;
};

// What one workbook calls the first year of 令和.
struct Uses {
    std::vector<Use> as_heisei_31;
    std::vector<Use> as_reiwa_1;
    // By era and manner, for a table may say R1 where prose says 令和元: 令和1 and 令和元.
    std::map<std::pair<int, bool>, std::vector<Use>> as_figure;
    std::map<std::pair<int, bool>, std::vector<Use>> as_word;
};

class EraNotation {
public:
    EraNotation(const layout::Reading& reading, Collector& out) : reading_(reading), out_(out) {}

    void run() {
        for (std::size_t m = 0; m < reading_.plan.measures.size(); ++m) {
            const std::string& file =
                m < reading_.places.size() ? reading_.places[m].file : std::string();
            Uses& uses = by_file_[file];
            for_each_piece(reading_, m, [&](const Piece& text) { look(m, text, uses); });
        }
        for (const auto& [file, uses] : by_file_) {
            mixed_eras(uses);
            for (const auto& [manner, figures] : uses.as_figure) {
                const auto words = uses.as_word.find(manner);
                if (words != uses.as_word.end()) {
                    report_rarer(figures, words->second, "gannen");
                }
            }
        }
    }

private:
    void look(std::size_t m, const Piece& text, Uses& uses) {
        const std::u32string folded = base::to_utf32(base::fold_width(text.text));
        const std::vector<PrintedEra> years = era_years_in(folded);
        bool told = false;
        for (std::size_t i = 0; i < years.size(); ++i) {
            if (is_outside_its_era(years[i])) {
                if (!told) {
                    report_outside(m, text, folded, years[i]);
                }
                told = true;
                continue;
            }
            if (!told && i > 0 && confuses_fiscal_year(folded, years[i - 1], years[i])) {
                report_confused(m, text, folded, years[i - 1], years[i]);
                told = true;
            }
            note_use(m, text, folded, years, i, uses);
        }
    }

    static void note_use(std::size_t m,
                         const Piece& text,
                         std::u32string_view folded,
                         const std::vector<PrintedEra>& years,
                         std::size_t i,
                         Uses& uses) {
        const PrintedEra& printed = years[i];
        const Use use{m,
                      text.part,
                      text.place,
                      text.year,
                      words_of(folded, printed),
                      printed.fiscal,
                      printed.calendar};
        if (printed.number == 1) {
            auto& same = printed.first_year_as_word ? uses.as_word : uses.as_figure;
            same[{printed.era, printed.in_letters}].push_back(use);
        }
        // 平成31(令和元)年度 says both on purpose.
        const auto beside = [&](std::size_t other) {
            const PrintedEra& next = years[other];
            constexpr std::size_t nearest = 2;
            return western_of(next) == western_of(printed) && next.era != printed.era &&
                   (next.begin >= printed.end ? next.begin - printed.end
                                              : printed.begin - next.end) <= nearest;
        };
        if (printed.month != 0 || (i > 0 && beside(i - 1)) ||
            (i + 1 < years.size() && beside(i + 1))) {
            return;
        }
        if (printed.era == heisei && printed.number == 31) {
            uses.as_heisei_31.push_back(use);
        } else if (printed.era == reiwa && printed.number == 1) {
            uses.as_reiwa_1.push_back(use);
        }
    }

    // 平成31年度 and 令和元年 are not the same span of time; H31 may be either.
    static bool may_be_the_same(const Use& a, const Use& b) {
        return !((a.fiscal && b.calendar) || (a.calendar && b.fiscal));
    }

    void mixed_eras(const Uses& uses) {
        for (const Use& old : uses.as_heisei_31) {
            for (const Use& now : uses.as_reiwa_1) {
                if (may_be_the_same(old, now)) {
                    report_rarer(uses.as_heisei_31, uses.as_reiwa_1, "2019");
                    return;
                }
            }
        }
    }

    // Of equals the first of the two.
    void report_rarer(const std::vector<Use>& some,
                      const std::vector<Use>& others,
                      const char* what) {
        const bool first_is_rarer = some.size() <= others.size();
        const Use& rare = (first_is_rarer ? some : others).front();
        const Use& common = (first_is_rarer ? others : some).front();
        out_.add(rare.measure,
                 reading_.plan.measures[rare.measure].id + "/" + rare.key + "/" + what,
                 {.rule = "D04",
                  .severity = Severity::warning,
                  .cell = rare.place,
                  .year = rare.year,
                  .part = {},
                  .message = {"同じ年が「" + rare.words + "」と「" + common.words +
                                  "」の二通りで書かれています。",
                              "The same year is written in two ways, " + rare.words + " and " +
                                  common.words + "; write it in one way, " + common.words + "."},
                  .found = rare.words,
                  .expected = common.words});
    }

    void report_outside(std::size_t m,
                        const Piece& text,
                        std::u32string_view folded,
                        const PrintedEra& printed) {
        const std::string words = words_of(folded, printed);
        const std::string right = right_year(printed);
        Remark remark = remark_on(text, words, right);
        remark.message = {
            "「" + words + "」は" + std::string(era_at(printed.era).shown) + "の期間にありません。",
            words + " does not lie in " + limits_of(era_at(printed.era)) + "."};
        if (!right.empty()) {
            remark.message.ja += "「" + right + "」ではありませんか。";
            remark.message.en += " It should probably read " + right + ".";
        }
        out_.add(m, reading_.plan.measures[m].id + "/" + text.part, std::move(remark));
    }

    void report_confused(std::size_t m,
                         const Piece& text,
                         std::u32string_view folded,
                         const PrintedEra& a,
                         const PrintedEra& b) {
        const PrintedEra& date = a.fiscal ? b : a;
        const std::string fiscal_words = words_of(folded, a.fiscal ? a : b);
        const std::string date_words = words_of(folded, date);
        const std::string right = plan::wareki(western_of(date) - 1) + "年度";
        Remark remark = remark_on(text, fiscal_words, right);
        remark.message = {
            "「" + date_words + "」は" + right + "です（「" + fiscal_words + "」とあります）。",
            date_words + " lies in " + right + " (" + year_en(western_of(date) - 1) + "), but " +
                fiscal_words + " is written; correct the one or the other."};
        out_.add(m, reading_.plan.measures[m].id + "/" + text.part, std::move(remark));
    }

    static Remark remark_on(const Piece& text, std::string found, std::string expected) {
        return {.rule = "D04",
                .severity = Severity::warning,
                .cell = text.place,
                .year = text.year,
                .part = {},
                .message = {},
                .found = std::move(found),
                .expected = std::move(expected)};
    }

    const layout::Reading& reading_;
    Collector& out_;
    std::map<std::string, Uses> by_file_;
};

}  // namespace

void era_notation(const layout::Reading& reading, Collector& out) {
    EraNotation(reading, out).run();
}

}  // namespace shinchoku::check
