#include <utility>

#include "render/package_patch.h"

namespace shinchoku::render {
namespace {

// The series of this number; empty where there is none.
pugi::xml_node find_series(pugi::xml_node columns, std::size_t number) {
    return columns.find_child([&](pugi::xml_node child) {
        return child.child("c:idx").attribute("val").as_ullong() == number &&
               !child.child("c:idx").empty();
    });
}

}  // namespace

PartEdit series_as_lines(std::vector<std::size_t> series) {
    return [series = std::move(series)](pugi::xml_document& part) {
        pugi::xml_node plot = part.child("c:chartSpace").child("c:chart").child("c:plotArea");
        pugi::xml_node columns = plot.child("c:barChart");
        pugi::xml_node lines = plot.insert_child_after("c:lineChart", columns);
        lines.append_child("c:grouping").append_attribute("val").set_value("standard");
        lines.append_child("c:varyColors").append_attribute("val").set_value("0");
        for (const std::size_t number : series) {
            pugi::xml_node moved = lines.append_move(find_series(columns, number));
            if (moved.empty()) {
                return false;
            }
            moved.append_child("c:smooth").append_attribute("val").set_value("0");
        }
        lines.append_child("c:marker").append_attribute("val").set_value("1");
        // The lines share the two axes of the columns.
        for (pugi::xml_node axis : columns.children("c:axId")) {
            lines.append_copy(axis);
        }
        return !columns.empty();
    };
}

}  // namespace shinchoku::render
