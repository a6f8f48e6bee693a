#pragma once

#include <initializer_list>
#include <vector>

namespace shinchoku::base {

// A long table from its parts, in this order.
template <class T>
[[nodiscard]] std::vector<T> joined(std::initializer_list<std::vector<T>> parts) {
    std::vector<T> whole;
    for (const std::vector<T>& part : parts) {
        whole.insert(whole.end(), part.begin(), part.end());
    }
    return whole;
}

}  // namespace shinchoku::base
