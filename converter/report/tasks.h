#pragma once

#include <string>
#include <vector>

#include "report/story.h"
#include "report/wording.h"

namespace shinchoku::report {

// Who has to do what before the year can be closed.
[[nodiscard]] std::vector<DepartmentTasks> tasks_of(const ProgressBookInput& input,
                                                    const Standings& standings);

// "令和8年度の実績を記入してください。", with the reason where there is one.
[[nodiscard]] std::string sentence_of(const Wording& words, const Task& task);
// The same in two words, for a table: 記入.
[[nodiscard]] base::Text short_name_of(TaskKind kind);

}  // namespace shinchoku::report
