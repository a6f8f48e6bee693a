#pragma once

#include <algorithm>
#include <deque>
#include <string>
#include <string_view>

namespace shinchoku::xlsx {

// Keeps texts for the life of a workbook, many in one buffer; what keep() returns never moves.
class TextArena {
public:
    explicit TextArena(std::deque<std::string>& owned) : owned_(owned) {}

    std::string_view keep(std::string_view text) {
        if (chunk_ == nullptr || chunk_->capacity() - chunk_->size() < text.size()) {
            chunk_ = &owned_.emplace_back();
            chunk_->reserve(std::max(next_chunk_, text.size()));
            next_chunk_ = std::min(next_chunk_ * 2, largest_chunk);
        }
        const std::size_t at = chunk_->size();
        chunk_->append(text);
        return std::string_view(*chunk_).substr(at);
    }

private:
    static constexpr std::size_t largest_chunk = 1u << 20;

    std::deque<std::string>& owned_;
    std::string* chunk_ = nullptr;
    std::size_t next_chunk_ = 2048;
};

}  // namespace shinchoku::xlsx
