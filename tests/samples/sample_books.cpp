#include "sample_books.h"

#include <algorithm>
#include <deque>
#include <set>

#include "data_file.h"
#include "layout/identity.h"
#include "layout/layout_file.h"
#include "plan/value_reading.h"
#include "render/form.h"

namespace shinchoku::samples {
namespace {

// A measure as one department's sheet shows it: the plan with the group's printed wording, the
// layout with the rows that were inserted or relabelled there.
struct Sheet {
    plan::Plan plan;
    plan::Measure measure;
    std::string layout_toml;
};

void apply(const Fault& fault, int year_of_results, Sheet& sheet) {
    plan::Indicator& indicator = sheet.measure.indicators.front();
    const int year = fault.year.value_or(year_of_results);
    const auto entry = std::find_if(indicator.years.begin(),
                                    indicator.years.end(),
                                    [&](const auto& each) { return each.year == year; });
    if (fault.actual && entry != indicator.years.end()) {
        entry->actual = fault.as_text ? plan::read_text(*fault.actual) : typed_value(*fault.actual);
    }
    if (fault.rate_percent) {
        for (plan::Evaluation& evaluation : sheet.measure.evaluations) {
            evaluation.rate_percent = base::Decimal::parse(*fault.rate_percent);
        }
    }
    const std::size_t at = sheet.layout_toml.find(fault.find);
    if (!fault.find.empty() && at != std::string::npos) {
        sheet.layout_toml.replace(at, fault.find.size(), fault.replace);
    }
}

class SampleBook {
public:
    // `part`: the plan with the measures that the book holds.
    SampleBook(const Samples& samples, std::string_view layout_toml, const plan::Plan& part)
        : samples_(&samples), layout_toml_(layout_toml), part_(&part) {
        for (const auto& [name, value] : layout::plan_properties(part)) {
            book_.set_property(name, value);
        }
        book_.set_title(part.title);
    }

    // Nothing, or why the sheet could not be drawn.
    std::optional<std::string> add(const plan::Measure& measure, bool with_faults) {
        Sheet sheet{*part_, measure, std::string(layout_toml_)};
        for (const auto& [id, printed] : samples_->printed_groups) {
            if (id == measure.id) {
                reword(sheet.plan, printed);
            }
        }
        for (const Fault& fault : samples_->faults) {
            if (with_faults && fault.measure == measure.id) {
                apply(fault, part_->first_year, sheet);
            }
        }
        auto loaded = layout::load_layout(sheet.layout_toml, measure.id);
        if (!loaded) {
            return layout::to_line(loaded.error().front(), measure.id, base::Language::en);
        }
        layouts_.push_back(std::move(loaded).value().layout);
        draw(sheet, layouts_.back());
        return std::nullopt;
    }

    std::optional<std::string> save(const std::filesystem::path& path) {
        std::filesystem::create_directories(path.parent_path());
        const auto findings = book_.save(path);
        if (!findings) {
            return findings.error().message.en + " " + findings.error().found;
        }
        if (!findings.value().empty()) {
            return path.string() + ": " + findings.value().front().message.en;
        }
        return std::nullopt;
    }

private:
    static void reword(plan::Plan& plan, const plan::Group& printed) {
        for (plan::Group& group : plan.groups) {
            if (group.id == printed.id) {
                group = printed;
            }
        }
    }

    void draw(const Sheet& sheet, const layout::Layout& layout) {
        render::SheetWriter& writer = book_.add_sheet(sheet.measure.id);
        const render::DrawnBlock drawn =
            render::draw_form(writer, {0, 0}, layout, sheet.plan, sheet.measure, {});
        writer.set_page(render::page_of(layout, drawn));
        writer.hide_gridlines();
        writer.protect();
    }

    const Samples* samples_;
    std::string_view layout_toml_;
    const plan::Plan* part_;
    std::deque<layout::Layout>
        layouts_;  // what was drawn may point into them until the book is saved
    render::Book book_;
};

// The workbook of one department, or of all where `department` is empty.
std::optional<std::string> write_book(const Samples& samples,
                                      std::string_view layout_toml,
                                      const plan::Plan& plan,
                                      const std::string& department,
                                      bool with_faults,
                                      const std::filesystem::path& path) {
    plan::Plan part = plan;
    std::erase_if(part.measures, [&](const plan::Measure& measure) {
        return !department.empty() && measure.departments.front() != department;
    });
    SampleBook book(samples, layout_toml, part);
    for (const plan::Measure& measure : part.measures) {
        if (auto failed = book.add(measure, with_faults)) {
            return failed;
        }
    }
    return book.save(path);
}

// Departments that have to send their workbook once more, or for the first time.
std::set<std::string> second_round(const Samples& samples) {
    std::set<std::string> departments = samples.not_returned;
    for (const plan::Measure& measure : samples.plan.measures) {
        for (const Fault& fault : samples.faults) {
            if (fault.measure == measure.id) {
                departments.insert(measure.departments.front());
            }
        }
    }
    return departments;
}

}  // namespace

base::Result<std::vector<std::string>, std::string> write_sample_books(
    const Samples& samples, std::string_view layout_toml, const std::filesystem::path& folder) {
    struct Job {
        std::string file;
        const plan::Plan* plan;
        std::string department;
        bool with_faults;
    };
    std::vector<Job> jobs = {{"master.xlsx", &samples.plan, "", false}};
    const std::set<std::string> again = second_round(samples);
    std::set<std::string> departments;
    for (const plan::Measure& measure : samples.plan.measures) {
        departments.insert(measure.departments.front());
    }
    for (const std::string& department : departments) {
        if (!samples.not_returned.contains(department)) {
            jobs.push_back(
                {"returned/" + department + ".xlsx", &samples.answered, department, true});
        }
        if (again.contains(department)) {
            jobs.push_back(
                {"corrected/" + department + ".xlsx", &samples.answered, department, false});
        }
    }
    std::vector<std::string> files;
    for (const Job& job : jobs) {
        if (const auto failed = write_book(samples,
                                           layout_toml,
                                           *job.plan,
                                           job.department,
                                           job.with_faults,
                                           folder / job.file)) {
            return *failed;
        }
        files.push_back(job.file);
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace shinchoku::samples
