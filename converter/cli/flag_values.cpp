#include "cli/flag_values.h"

#include <charconv>

#include "check/check.h"

namespace shinchoku::cli {

namespace {

Problem one_of(std::string_view choices_ja) {
    return base::Text{std::string(choices_ja) + " のどれかにしてください。",
                      "It must be one of " + std::string(choices_ja) + "."};
}

template <class T>
struct Choice {
    std::string_view word;
    T meaning;
};

template <class T, std::size_t n>
Problem choose(T& target, const std::string& value, const Choice<T> (&choices)[n]) {
    std::string words;
    for (const Choice<T>& choice : choices) {
        if (value == choice.word) {
            target = choice.meaning;
            return std::nullopt;
        }
        words += (words.empty() ? "" : ", ") + std::string(choice.word);
    }
    return one_of(words);
}

Problem take_date(std::optional<plan::Date>& target, const std::string& value) {
    target = plan::parse_iso_date(value);
    return target ? Problem()
                  : base::Text{"2027-05-31 のような日付にしてください。",
                               "It must be a date such as 2027-05-31."};
}

Problem take_format(std::string& target, const std::string& value) {
    for (const std::string_view known :
         {"xlsx", "xlsm", "json", "ods", "ndjson", "csv", "sqlite", "html"}) {
        if (value == known) {
            target = value;
            return std::nullopt;
        }
    }
    return one_of("xlsx, json");
}

Problem known_rule(const std::string& id) {
    if (check::find_rule(id) != nullptr) {
        return std::nullopt;
    }
    return base::Text{"そのような規則はありません。`shinchoku check --rules` で一覧を見られます。",
                      "There is no such rule; `shinchoku check --rules` lists them."};
}

}  // namespace

base::Result<std::uint64_t, base::Text> whole_number(const std::string& value,
                                                     std::uint64_t most,
                                                     bool bytes) {
    std::uint64_t number = 0;
    const char* const end = value.data() + value.size();
    const auto [rest, error] = std::from_chars(value.data(), end, number);
    unsigned shift = 0;
    if (bytes && rest + 1 == end) {
        const std::string_view units = "KMG";
        const std::size_t unit = units.find(*rest);
        shift = unit == std::string_view::npos ? 0 : 10 * static_cast<unsigned>(unit + 1);
    }
    const bool whole = rest + (shift != 0 ? 1 : 0) == end;
    if (error != std::errc() || !whole || number == 0 || number > most >> shift) {
        return bytes ? base::Text{"1 以上の整数にしてください (256M のように K, M, G が使えます)。",
                                  "It must be a whole number from 1 (K, M, G as in 256M)."}
                     : base::Text{"1 以上の整数にしてください。",
                                  "It must be a whole number from 1."};
    }
    return number << shift;
}

Problem set_from(Options& options, const std::string& value) {
    return take_format(options.from, value);
}

Problem set_to(Options& options, const std::string& value) {
    return take_format(options.to, value);
}

Problem set_as_of(Options& options, const std::string& value) {
    return take_date(options.as_of, value);
}

Problem set_distributed(Options& options, const std::string& value) {
    return take_date(options.distributed, value);
}

Problem set_deadline(Options& options, const std::string& value) {
    return take_date(options.deadline, value);
}

Problem set_severity(Options& options, const std::string& value) {
    const std::size_t equals = value.find('=');
    const std::string id = value.substr(0, equals);
    const std::string word = equals == std::string::npos ? "" : value.substr(equals + 1);
    if (Problem problem = known_rule(id)) {
        return problem;
    }
    const std::optional<base::Severity> severity = check::parse_severity(word);
    if (!severity) {
        return base::Text{"T06=I のように、規則と E, W, I のどれかを書いてください。",
                          "It must be a rule and one of E, W, I, as in T06=I."};
    }
    options.severities[id] = *severity;
    return std::nullopt;
}

Problem set_disabled(Options& options, const std::string& value) {
    options.disabled.insert(value);
    return known_rule(value);
}

Problem set_explain(Options& options, const std::string& value) {
    options.explain = value;
    return known_rule(value);
}

Problem set_forms(Options& options, const std::string& value) {
    return choose(options.forms,
                  value,
                  {Choice<report::Forms>{"auto", report::Forms::automatic},
                   {"always", report::Forms::always},
                   {"never", report::Forms::never}});
}

Problem set_audience(Options& options, const std::string& value) {
    return choose(options.audience,
                  value,
                  {Choice<report::Audience>{"office", report::Audience::office},
                   {"department", report::Audience::department},
                   {"council", report::Audience::council}});
}

Problem set_formulas(Options& options, const std::string& value) {
    return choose(options.formulas,
                  value,
                  {Choice<report::Formulas>{"plain", report::Formulas::plain},
                   {"addin", report::Formulas::addin}});
}

Problem set_year(Options& options, const std::string& value) {
    options.year = plan::parse_fiscal_year(value);
    return options.year ? Problem()
                        : base::Text{"R8、令和8年度、2026 のような年度にしてください。",
                                     "It must be a fiscal year such as R8 or 2026."};
}

Problem set_color(Options& options, const std::string& value) {
    return choose(options.color,
                  value,
                  {Choice<Color>{"auto", Color::automatic},
                   {"always", Color::always},
                   {"never", Color::never}});
}

Problem set_language(Options& options, const std::string& value) {
    return choose(options.language,
                  value,
                  {Choice<base::Language>{"ja", base::Language::ja}, {"en", base::Language::en}});
}

Problem set_format(Options& options, const std::string& value) {
    return choose(options.format,
                  value,
                  {Choice<FindingsFormat>{"text", FindingsFormat::text},
                   {"json", FindingsFormat::json},
                   {"csv", FindingsFormat::csv},
                   {"sarif", FindingsFormat::sarif}});
}

Problem set_profile(Options& options, const std::string& value) {
    using check::Profile;
    return choose(options.profile,
                  value,
                  {Choice<Profile>{"form", Profile::form},
                   {"publish", Profile::publish},
                   {"machine-readable", Profile::machine_readable},
                   {"plan", Profile::plan}});
}

Problem set_encoding(Options& options, const std::string& value) {
    using check::Encoding;
    return choose(options.encoding,
                  value,
                  {Choice<Encoding>{"utf-8", Encoding::utf8}, {"cp932", Encoding::cp932}});
}

Problem set_jobs(Options& options, const std::string& value) {
    return take_count(options.jobs, value);
}

Problem add_layout(Options& options, const std::string& value) {
    options.layouts.push_back(value);
    return std::nullopt;
}

}  // namespace shinchoku::cli
