#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shinchoku::check {

// Years as prose prints them, with where they stand. All on text in half width (base::fold_width).

// An era year with what follows it: 平成31年5月1日, R元年度, H31.4.1.
struct PrintedEra {
    std::size_t begin = 0;
    std::size_t end = 0;
    int era = 0;  // index into eras()
    int number = 0;
    bool first_year_as_word = false;  // 元
    bool in_letters = false;          // R, H, S
    bool fiscal = false;              // 年度
    bool calendar = false;            // 年
    int month = 0;                    // 0: none
    int day = 0;
};

struct EraSpan {
    std::u32string_view name;
    char32_t letter;
    int year_zero;   // western year of its year 0
    int last;        // its last year; 0: it goes on
    int first_date;  // yyyymmdd, both days included
    int last_date;
    std::string_view shown;
};
[[nodiscard]] const EraSpan& era_at(int index);

// Every era year of the text, in order. Letters count only where no other letter is beside them.
[[nodiscard]] std::vector<PrintedEra> era_years_in(std::u32string_view text);

// A span of years: 2018～2021, 令和8年度から令和12年度まで, H30～R2, 令和8～12年度.
struct YearSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
    int first = 0;
    int last = 0;
    int years = 0;  // how many; 0 where the months leave a part of a year
    // From one calendar year to another: the first and the last of them may be begun only.
    bool calendar = false;
};
[[nodiscard]] std::vector<YearSpan> year_spans_in(std::u32string_view text);

// A year or a span of years, as it stands at a place: 2022～2024年度, R3～R5, 令和6年4月.
struct YearRun {
    std::size_t end = 0;
    bool by_era = false;
    std::vector<int> years;  // one or two
    int month = 0;           // of the last year, 0: none
};
[[nodiscard]] std::optional<YearRun> year_run_at(std::u32string_view text, std::size_t at);

// ～ 〜 ~ and what is typed for them between two figures.
[[nodiscard]] bool is_wave(char32_t c);

}  // namespace shinchoku::check
