#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/decimal.h"
#include "base/result.h"

namespace shinchoku::formats {

struct JsonMember;

// A JSON document as it stands: members in their order, numbers as exact decimals. Owns its texts.
struct JsonTree {
    using Array = std::vector<JsonTree>;
    using Object = std::vector<JsonMember>;
    // std::monostate is null.
    std::variant<std::monostate, bool, base::Decimal, std::string, Array, Object> content;

    [[nodiscard]] bool is_null() const { return content.index() == 0; }
    template <class T>
    [[nodiscard]] const T* as() const {
        return std::get_if<T>(&content);
    }
    // The first member of that name, or nullptr; also where this is no object.
    [[nodiscard]] const JsonTree* find(std::string_view key) const;
};

struct JsonMember {
    std::string name;
    JsonTree value;
};

// The error is F01 with line and column; nesting beyond 64 levels is F12.
[[nodiscard]] base::Result<JsonTree> parse_json(std::string_view text);

}  // namespace shinchoku::formats
