#pragma once

#include <memory>
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

// How well one layout fits one sheet: share of its required labels, the ones missing.
struct Fit {
    std::string layout;
    std::string sheet;
    double share = 0;  // 0..1
    int blocks = 0;
    std::vector<std::string> missing;
};

class LabelIndex;

// Reads workbooks with a set of layouts, prepared once for any number of workbooks. Borrows the
// layouts. Immutable: any number of threads may use one Binder.
class Binder {
public:
    explicit Binder(const std::vector<const Layout*>& layouts);
    ~Binder();
    Binder(Binder&&) noexcept;
    Binder& operator=(Binder&&) noexcept;
    Binder(const Binder&) = delete;
    Binder& operator=(const Binder&) = delete;

    // Finds every block on every sheet that fits one of the layouts and reads it: section 6 of
    // design/layout-notation.md. Each deviation is a finding at its cell; never fails as a whole: a
    // workbook without a block gives an empty plan and S14.
    [[nodiscard]] Reading bind(const sheet::Workbook& workbook, const BindOptions& options) const;

    // For each sheet the layouts by falling fit.
    [[nodiscard]] std::vector<Fit> detect(const sheet::Workbook& workbook) const;

private:
    std::unique_ptr<const LabelIndex> index_;
};

// The same for one workbook.
[[nodiscard]] Reading bind(const sheet::Workbook& workbook,
                           const std::vector<const Layout*>& layouts,
                           const BindOptions& options);
[[nodiscard]] std::vector<Fit> detect(const sheet::Workbook& workbook,
                                      const std::vector<const Layout*>& layouts);

}  // namespace shinchoku::layout
