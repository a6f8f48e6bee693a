#include <algorithm>

#include "render/package_patch.h"

namespace shinchoku::render {
namespace {

constexpr std::string_view series_end = "</c:ser>";

// Takes the series of this number out of the part; empty where there is none.
std::string take_series(std::string& part, std::size_t number) {
    const std::string index = "<c:ser><c:idx val=\"" + std::to_string(number) + "\"/>";
    const std::size_t start = part.find(index);
    const std::size_t end = start == std::string::npos ? start : part.find(series_end, start);
    if (end == std::string::npos) {
        return {};
    }
    std::string series = part.substr(start, end + series_end.size() - start);
    part.erase(start, series.size());
    return series;
}

// The two axis references of the columns, which the lines share.
std::string axes_of(std::string_view bar_chart) {
    const std::size_t first = bar_chart.find("<c:axId ");
    const std::size_t end = bar_chart.rfind("</c:barChart>");
    return first == std::string_view::npos || end == std::string_view::npos
               ? std::string()
               : std::string(bar_chart.substr(first, end - first));
}

}  // namespace

PartEdit series_as_lines(std::vector<std::size_t> series) {
    return [series = std::move(series)](std::string& part) {
        constexpr std::string_view end_of_columns = "</c:barChart>";
        std::string lines = "<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>";
        for (const std::size_t number : series) {
            std::string moved = take_series(part, number);
            if (moved.empty()) {
                return false;
            }
            moved.insert(moved.size() - series_end.size(), "<c:smooth val=\"0\"/>");
            lines += moved;
        }
        const std::size_t start = part.find("<c:barChart>");
        const std::size_t end = part.find(end_of_columns);
        if (start == std::string::npos || end == std::string::npos) {
            return false;
        }
        const std::size_t behind = end + end_of_columns.size();
        lines += "<c:marker val=\"1\"/>" +
                 axes_of(std::string_view(part).substr(start, behind - start)) + "</c:lineChart>";
        part.insert(behind, lines);
        return true;
    };
}

}  // namespace shinchoku::render
