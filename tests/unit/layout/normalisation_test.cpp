#include "layout/normalisation.h"

#include <gtest/gtest.h>

#include "normalisation_samples.h"

namespace shinchoku::layout {
namespace {

TEST(Normalisation, gives_the_form_of_every_sample) {
    for (const NormalisationSample& sample : normalisation_samples) {
        EXPECT_EQ(compatibility_form(sample.text).value_or("nothing"), sample.form);
    }
}

}  // namespace
}  // namespace shinchoku::layout
