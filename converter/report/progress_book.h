#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "calc/assessment.h"
#include "layout/layout.h"
#include "layout/reading.h"

namespace shinchoku::report {

enum class Forms { automatic, always, never };  // automatic: up to 250 measures

// Whom the book speaks to: the central office that runs the cycle, a department that has to act,
// the council and citizens.
enum class Audience { office, department, council };

// How rates are computed in the book: by formulas that every Excel knows, or by the functions of
// the add-ins (addin/functions).
enum class Formulas { plain, addin };

struct ProgressBookInput {
    const layout::Reading* reading = nullptr;  // not owned
    const layout::Reading* master = nullptr;   // who should have returned what; may be null
    const std::vector<base::Finding>* findings = nullptr;
    const std::vector<calc::Assessment>* assessments = nullptr;
    const calc::Scheme* scheme = nullptr;
    const calc::Schemes* schemes = nullptr;                // that indicators name; may be null
    std::map<std::string, const layout::Layout*> layouts;  // by id
    plan::Date as_of;
    std::optional<int> year;  // the fiscal year reported on; nothing: the latest closed one
    Forms forms = Forms::automatic;
    Audience audience = Audience::office;
    Formulas formulas = Formulas::plain;
    base::Language language = base::Language::ja;
};

// Writes the progress book to exactly `path` (the caller gives a temporary one and renames).
[[nodiscard]] base::Result<std::vector<base::Finding>> write_progress_book(
    const std::filesystem::path& path, const ProgressBookInput& input);

}  // namespace shinchoku::report
