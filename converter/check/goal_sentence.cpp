#include "check/goal_sentence.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"
#include "base/utf8.h"
#include "base/words.h"
#include "plan/fiscal_year.h"
#include "plan/units.h"

namespace shinchoku::check {
namespace {

using base::is_digit;

using base::Decimal;

template <std::size_t N>
bool begins_with_any(std::string_view text, const std::array<std::string_view, N>& words) {
    return std::any_of(
        words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
}

constexpr std::array<std::string_view, 6> eras{"令和", "平成", "昭和", "R", "H", "S"};

// The era word that ends right before `at`; "" where there is none.
std::string_view era_before(std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    const auto* era = std::find_if(
        eras.begin(), eras.end(), [&](std::string_view e) { return before.ends_with(e); });
    return era == eras.end() ? "" : *era;
}

// Takes a scale word off the front of the text and gives its power of ten: 億円 -> 8, 円.
int take_scale(std::string_view& text) {
    constexpr std::size_t longest_bytes = 12;
    const std::u32string front = base::to_utf32(text.substr(0, longest_bytes));
    const plan::ScaleWord word = plan::read_scale(front);
    text.remove_prefix(base::to_utf8(std::u32string_view(front).substr(0, word.size)).size());
    int powers_of_ten = 0;
    for (std::int64_t scale = word.scale; scale >= 10; scale /= 10) {
        ++powers_of_ten;
    }
    return powers_of_ten;
}

// Reads one folded sentence from left to right.
class Scanner {
public:
    Scanner(std::string_view sentence, std::string_view unit) : text_(sentence), unit_(unit) {}

    [[nodiscard]] GoalSentence scan() {
        constexpr std::array<std::string_view, 9> totals{
            "累計", "合計", "総計", "通算", "延べ", "のべ", "年間で", "か年で", "期間中"};
        result_.states_total = base::contains_any(text_, totals);
        find_first_years_of_eras();
        for (std::size_t at = 0; at < text_.size();) {
            at = is_digit(text_[at]) ? take_number(at) : at + 1;
        }
        return std::move(result_);
    }

private:
    void find_first_years_of_eras() {
        constexpr std::array<std::string_view, 2> first_years{"令和元", "平成元"};
        for (const std::string_view name : first_years) {
            if (text_.find(name) != text_.npos) {
                add_year(plan::parse_fiscal_year(name));
            }
        }
    }

    void add_year(std::optional<int> year) {
        if (year) {
            result_.years.push_back(*year);
        }
    }

    std::size_t take_number(std::size_t begin) {
        std::size_t end = begin;
        while (end < text_.size() &&
               (is_digit(text_[end]) || ((text_[end] == ',' || text_[end] == '.') &&
                                         end + 1 < text_.size() && is_digit(text_[end + 1])))) {
            ++end;
        }
        std::string digits(text_.substr(begin, end - begin));
        std::erase(digits, ',');
        if (!take_year(begin, end, digits)) {
            take_figure(begin, end, digits);
        }
        return end;
    }

    bool take_year(std::size_t begin, std::size_t end, const std::string& digits) {
        const std::string_view era = era_before(text_, begin);
        if (!era.empty() && digits.size() <= 2) {
            add_year(plan::parse_fiscal_year(std::string(era) + digits));
            return true;
        }
        if (digits.size() == 4 && text_.substr(end).starts_with("年")) {
            add_year(plan::parse_fiscal_year(digits));
            return true;
        }
        return false;
    }

    void take_figure(std::size_t begin, std::size_t end, const std::string& digits) {
        constexpr std::array<std::string_view, 4> relative{"前年比", "前年度比", "対前年", "年比"};
        const std::string_view before = text_.substr(0, begin);
        const bool is_relative =
            std::any_of(relative.begin(), relative.end(), [&](std::string_view w) {
                return before.ends_with(w);
            });
        const std::optional<Decimal> number = Decimal::parse(digits);
        std::string_view rest = text_.substr(end);
        rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
        const int powers_of_ten = take_scale(rest);
        if (is_relative || !number || !rest.starts_with(unit_)) {
            return;
        }
        rest.remove_prefix(unit_.size());
        if (!is_change(rest)) {
            const std::size_t size = text_.size() - rest.size() - begin;
            const std::size_t point = digits.find('.');
            const std::size_t printed = point == digits.npos ? 0 : digits.size() - point - 1;
            result_.figures.push_back({number->shifted(powers_of_ten),
                                       static_cast<int>(printed) - powers_of_ten,
                                       std::string(text_.substr(begin, size))});
        }
    }

    // 3%増加, 3%以上の削減, 3%ポイント say how much changes, not what is reached.
    static bool is_change(std::string_view after) {
        constexpr std::array<std::string_view, 5> fillers{"以上", "以下", "程度", "ほど", "の"};
        for (const std::string_view filler : fillers) {
            if (after.starts_with(filler)) {
                after.remove_prefix(filler.size());
            }
        }
        constexpr std::array<std::string_view, 9> changes{
            "増", "減", "削減", "縮減", "向上", "改善", "上昇", "アップ", "ポイント"};
        return begins_with_any(after, changes);
    }

    std::string_view text_;
    std::string_view unit_;
    GoalSentence result_;
};

}  // namespace

std::vector<GoalSentence> read_goal(std::string_view text, std::string_view unit) {
    std::vector<GoalSentence> sentences;
    if (unit.empty()) {
        return sentences;
    }
    const std::string folded = base::fold_width(text);
    std::string_view rest = folded;
    constexpr std::string_view stop = "。";
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(stop), rest.find('\n'));
        sentences.push_back(Scanner(rest.substr(0, end), unit).scan());
        if (end == rest.npos) {
            break;
        }
        rest.remove_prefix(end + (rest[end] == '\n' ? 1 : stop.size()));
    }
    return sentences;
}

}  // namespace shinchoku::check
