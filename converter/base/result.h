#pragma once

#include <cassert>
#include <utility>
#include <variant>

#include "base/finding.h"

namespace shinchoku::base {

// A value, or the reason why there is none. Expected failures are values here; nothing is thrown
// across a library's border. REQUIRES: has_value() before value(), !has_value() before error().
template <class T, class E = Finding>
class [[nodiscard]] Result {
public:
    Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
    Result(E error) : content_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool has_value() const { return content_.index() == 0; }
    [[nodiscard]] explicit operator bool() const { return has_value(); }

    [[nodiscard]] T& value() & {
        assert(has_value());
        return std::get<0>(content_);
    }
    [[nodiscard]] const T& value() const& {
        assert(has_value());
        return std::get<0>(content_);
    }
    [[nodiscard]] T&& value() && {
        assert(has_value());
        return std::get<0>(std::move(content_));
    }
    [[nodiscard]] const E& error() const& {
        assert(!has_value());
        return std::get<1>(content_);
    }
    [[nodiscard]] E&& error() && {
        assert(!has_value());
        return std::get<1>(std::move(content_));
    }

private:
    std::variant<T, E> content_;
};

}  // namespace shinchoku::base
