#pragma once

#include <string>
#include <vector>

#include "layout/layout.h"
#include "layout/reading.h"
#include "sheet/workbook.h"

namespace shinchoku::layout {

struct BindOptions {
    std::string file;                    // as given, for findings and sources
    const plan::Plan* master = nullptr;  // outline and ids by title; not owned, may be null
};

// Finds every block on every sheet that fits one of the layouts and reads it: section 6 of
// design/layout-notation.md. Each deviation is a finding at its cell; never fails as a whole: a
// workbook without a block gives an empty plan and S14.
[[nodiscard]] Reading bind(const sheet::Workbook& workbook,
                           const std::vector<const Layout*>& layouts,
                           const BindOptions& options);

// How well one layout fits one sheet: share of its required labels, the ones missing.
struct Fit {
    std::string layout;
    std::string sheet;
    double share = 0;  // 0..1
    int blocks = 0;
    std::vector<std::string> missing;
};

// For each sheet the layouts by falling fit.
[[nodiscard]] std::vector<Fit> detect(const sheet::Workbook& workbook,
                                      const std::vector<const Layout*>& layouts);

}  // namespace shinchoku::layout
