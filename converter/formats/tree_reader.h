#pragma once

#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/decimal.h"
#include "base/finding.h"
#include "formats/json_tree.h"

namespace shinchoku::formats {

// What reading a document found, shared by all its TreeReaders: the first thing that makes it
// unreadable, and the members nobody asked for.
struct TreeReport {
    std::optional<base::Finding> error;
    std::vector<base::Finding> unknown_keys;
    std::set<std::string> unknown_names;  // by path without indices: each is told once
};

// One object of a document and its path, asked member by member. An absent member and null both
// mean "unknown". A member of a wrong type is an error in the report and reads as unknown.
class TreeReader {
public:
    // `tree` may be nullptr: an empty object.
    TreeReader(const JsonTree* tree, std::string path, TreeReport& report);

    [[nodiscard]] std::string text(std::string_view key) const;  // "" where unknown
    [[nodiscard]] std::optional<std::string> maybe_text(std::string_view key) const;
    [[nodiscard]] std::optional<base::Decimal> maybe_number(std::string_view key) const;
    [[nodiscard]] std::optional<int> maybe_integer(std::string_view key) const;
    [[nodiscard]] bool truth(std::string_view key) const;            // false where unknown
    [[nodiscard]] base::Decimal number(std::string_view key) const;  // must be there
    [[nodiscard]] int integer(std::string_view key) const;           // must be there
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;
    [[nodiscard]] std::vector<base::Decimal> numbers(std::string_view key) const;

    // A member that must be an object; absent and null give an empty one and an error.
    [[nodiscard]] TreeReader object(std::string_view key) const;
    [[nodiscard]] std::optional<TreeReader> maybe_object(std::string_view key) const;
    [[nodiscard]] std::vector<TreeReader> objects(std::string_view key) const;

    // The one of `choices` that `key` names; the first choice, and an error, for any other word.
    template <class T, class NameOf>
    [[nodiscard]] T choice(std::string_view key,
                           std::initializer_list<T> choices,
                           NameOf name) const {
        const std::string word = text(key);
        for (const T candidate : choices) {
            if (word == name(candidate)) {
                return candidate;
            }
        }
        fail(key, {"「" + word + "」は使えない値です", "the word \"" + word + "\" is not known"});
        return *choices.begin();
    }

    // The same where the member may be unknown.
    template <class T, class NameOf>
    [[nodiscard]] T choice_or(T fallback,
                              std::string_view key,
                              std::initializer_list<T> choices,
                              NameOf name) const {
        return known(key) != nullptr ? choice(key, choices, name) : fallback;
    }

    // Every object of a list, read by `read`.
    template <class Read>
    [[nodiscard]] auto list_of(std::string_view key, Read read) const {
        std::vector<decltype(read(*this))> found;
        for (const TreeReader& element : objects(key)) {
            found.push_back(read(element));
        }
        return found;
    }

    // Reports every member that is none of these.
    void expect_only(std::initializer_list<std::string_view> keys) const;
    // Where this object's keys are the user's own (texts).
    [[nodiscard]] std::vector<std::string> keys() const;

    void fail(std::string_view key, const base::Text& what) const;
    [[nodiscard]] bool failed() const { return report_->error.has_value(); }

private:
    // What a member must be.
    struct Wanted {
        std::string_view ja;
        std::string_view en;
    };
    static constexpr Wanted a_text{"文字列", "a string"};
    static constexpr Wanted a_number{"数", "a number"};
    static constexpr Wanted an_integer{"整数", "an integer"};
    static constexpr Wanted a_truth{"true か false", "true or false"};
    static constexpr Wanted an_object{"オブジェクト", "an object"};
    static constexpr Wanted a_list{"リスト", "a list"};
    static constexpr Wanted list_of_texts{"文字列のリスト", "a list of strings"};
    static constexpr Wanted list_of_numbers{"数のリスト", "a list of numbers"};

    void refuse(std::string_view key, const Wanted& wanted) const;
    // The member, or nullptr where it is absent or null.
    [[nodiscard]] const JsonTree* known(std::string_view key) const;
    [[nodiscard]] std::string path_of(std::string_view key) const;
    template <class T>
    [[nodiscard]] const T* typed(std::string_view key, const Wanted& wanted) const;
    template <class T>
    [[nodiscard]] std::vector<T> list(std::string_view key, const Wanted& wanted) const;

    const JsonTree* tree_;  // owned by whoever parsed the document
    std::string path_;      // "measures[3].indicators[0]", "" at the top
    TreeReport* report_;
};

}  // namespace shinchoku::formats
