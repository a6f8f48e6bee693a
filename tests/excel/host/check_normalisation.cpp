#include "../../unit/layout/normalisation_samples.h"
#include "checks.h"
#include "layout/normalisation.h"

namespace stand_in {

void check_normalisation(Report& report) {
    namespace layout = shinchoku::layout;
    for (const layout::NormalisationSample& sample : layout::normalisation_samples) {
        const std::string form = layout::compatibility_form(sample.text).value_or("nothing");
        report.check(form == sample.form, "normalised as " + form + ", not as " + sample.form);
    }
}

}  // namespace stand_in
