#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/diagnostics.h"
#include "layout/layout.h"

namespace shinchoku::layout {

// Finds the field that a name in a picture means: the fixed vocabulary, the columns and elements of
// the layout's lists, and the texts of the city's own ([fields] with `is`).
class FieldNames {
public:
    // `lists` must outlive it.
    explicit FieldNames(const std::map<std::string, List>& lists) : lists_(lists) {}

    void add_own(const std::string& name, Field field);

    // The list of this name; the English name of a built-in one is known too.
    [[nodiscard]] const List* find_list(std::string_view name) const;

    // `row_list`: the list whose element (or heading) the row is, null outside repeats. A name that
    // is unknown or stands outside its repeat is reported at `place`.
    [[nodiscard]] std::optional<Field> resolve(std::string_view name,
                                               const List* row_list,
                                               SourcePlace place,
                                               Diagnostics& diagnostics) const;

    // Every name that resolve() knows, for hints.
    [[nodiscard]] std::vector<std::string> all() const;

private:
    [[nodiscard]] std::optional<Field> find(std::string_view name, const List* row_list) const;

    const std::map<std::string, List>& lists_;
    std::map<std::string, Field, std::less<>> own_;
};

// The lists every layout has: 指標, 予定, 取組, 注.
[[nodiscard]] std::map<std::string, List> built_in_lists();

// Fields that belong to one element of a list of indicators, whatever the list is called.
[[nodiscard]] bool is_of_indicator(FieldId id);
// Judgements of a year: of an indicator inside its repeat, of the whole measure outside.
[[nodiscard]] bool is_of_evaluation(FieldId id);

}  // namespace shinchoku::layout
