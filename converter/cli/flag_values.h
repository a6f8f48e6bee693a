#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>

#include "base/result.h"
#include "base/text.h"
#include "cli/options.h"

namespace shinchoku::cli {

// What options of the command line do with their values: put them into the options, or say why
// they cannot. What each asks for is told beside its name (flags.cpp).
using Problem = std::optional<base::Text>;

Problem set_from(Options& options, const std::string& value);
Problem set_to(Options& options, const std::string& value);
Problem set_as_of(Options& options, const std::string& value);
Problem set_distributed(Options& options, const std::string& value);
Problem set_deadline(Options& options, const std::string& value);
Problem set_severity(Options& options, const std::string& value);
Problem set_disabled(Options& options, const std::string& value);
Problem set_explain(Options& options, const std::string& value);
Problem set_forms(Options& options, const std::string& value);
Problem set_audience(Options& options, const std::string& value);
Problem set_formulas(Options& options, const std::string& value);
Problem set_year(Options& options, const std::string& value);
Problem set_color(Options& options, const std::string& value);
Problem set_language(Options& options, const std::string& value);
Problem set_format(Options& options, const std::string& value);
Problem set_profile(Options& options, const std::string& value);
Problem set_encoding(Options& options, const std::string& value);
Problem set_jobs(Options& options, const std::string& value);
Problem add_layout(Options& options, const std::string& value);

// A whole number from 1, with K, M or G (of 1024) where it counts bytes.
[[nodiscard]] base::Result<std::uint64_t, base::Text> whole_number(const std::string& value,
                                                                   std::uint64_t most,
                                                                   bool bytes);

template <class T>
Problem take_count(T& target, const std::string& value, bool bytes = false) {
    const auto number = whole_number(value, std::numeric_limits<T>::max(), bytes);
    if (!number) {
        return number.error();
    }
    target = static_cast<T>(number.value());
    return std::nullopt;
}

template <auto member>
Problem set_text(Options& options, const std::string& value) {
    options.*member = value;
    return std::nullopt;
}

template <auto member>
Problem set_switch(Options& options, const std::string&) {
    options.*member = true;
    return std::nullopt;
}

template <auto member>
Problem set_limit(Options& options, const std::string& value) {
    return take_count(options.limits.*member, value);
}

template <auto member>
Problem set_limit_bytes(Options& options, const std::string& value) {
    return take_count(options.limits.*member, value, true);
}

}  // namespace shinchoku::cli
