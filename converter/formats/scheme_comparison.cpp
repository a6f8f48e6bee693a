#include "formats/scheme_comparison.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "calc/figure.h"
#include "formats/csv_writer.h"
#include "formats/json_writer.h"

namespace shinchoku::formats {
namespace {

using Shape = JsonWriter::Shape;
using Schemes = std::vector<const calc::Scheme*>;

void write_year(JsonWriter& out, const calc::ComparedYear& year, const Schemes& schemes) {
    out.begin_object(Shape::line);
    out.key("indicator").value(year.indicator);
    out.key("year").value(year.year);
    out.key("status").value(name_of(year.status));
    out.key("grades").begin_object();
    for (std::size_t i = 0; i < schemes.size(); ++i) {
        out.key(schemes[i]->id).value_or_null(year.grades[i]);
    }
    out.end_object();
    out.key("rates").begin_object();
    for (std::size_t i = 0; i < schemes.size(); ++i) {
        out.key(schemes[i]->id);
        if (year.rates[i]) {
            out.value(year.rates[i]->rounded(calc::stored_decimals));
        } else {
            out.null();
        }
    }
    out.end_object();
    out.key("differ").value(year.differ);
    out.end_object();
}

std::int64_t count_different(const std::vector<calc::ComparedYear>& years) {
    return std::count_if(
        years.begin(), years.end(), [](const calc::ComparedYear& year) { return year.differ; });
}

}  // namespace

std::string write_comparison_json(const std::vector<calc::ComparedYear>& years,
                                  const Schemes& schemes) {
    JsonWriter out;
    out.begin_object();
    out.key("schema").value("shinchoku/scheme-comparison@1");
    out.key("schemes").begin_array(Shape::line);
    for (const calc::Scheme* scheme : schemes) {
        out.value(scheme->id);
    }
    out.end_array();
    out.key("years").begin_array();
    for (const calc::ComparedYear& year : years) {
        write_year(out, year, schemes);
    }
    out.end_array();
    out.key("summary").begin_object();
    out.key("years").value(static_cast<std::int64_t>(years.size()));
    out.key("different").value(count_different(years));
    out.key("grades").begin_object();
    for (std::size_t i = 0; i < schemes.size(); ++i) {
        out.key(schemes[i]->id).begin_object(Shape::line);
        for (const calc::GradeCount& each : calc::count_grades(years, *schemes[i], i)) {
            out.key(each.grade).value(each.count);
        }
        out.end_object();
    }
    out.end_object();
    out.end_object();
    out.end_object();
    return std::move(out).take();
}

std::string write_comparison_csv(const std::vector<calc::ComparedYear>& years,
                                 const Schemes& schemes) {
    std::vector<std::string> header{"indicator", "year", "status"};
    for (const calc::Scheme* scheme : schemes) {
        header.push_back("rate:" + scheme->id);
        header.push_back("grade:" + scheme->id);
    }
    header.emplace_back("differ");
    CsvWriter out{std::span<const std::string>(header)};
    for (const calc::ComparedYear& year : years) {
        std::vector<std::string> fields{
            year.indicator, std::to_string(year.year), std::string(name_of(year.status))};
        for (std::size_t i = 0; i < schemes.size(); ++i) {
            fields.push_back(
                year.rates[i] ? year.rates[i]->rounded(calc::stored_decimals).to_string() : "");
            fields.push_back(year.grades[i]);
        }
        fields.emplace_back(year.differ ? "1" : "0");
        out.row(fields);
    }
    return std::move(out).take();
}

}  // namespace shinchoku::formats
