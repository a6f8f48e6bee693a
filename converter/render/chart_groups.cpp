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

constexpr unsigned front_gap_percent = 170;  // of a bar's width: about a third of the bars behind
constexpr unsigned front_categories = 50020001;
constexpr unsigned front_values = 50020002;

// The same axis once more under another number, neither drawn nor named.
void add_hidden_axis(pugi::xml_node plot, pugi::xml_node axis, unsigned number, unsigned crossed) {
    pugi::xml_node copy = plot.append_copy(axis);
    copy.child("c:axId").attribute("val").set_value(number);
    copy.child("c:crossAx").attribute("val").set_value(crossed);
    for (const char* drawn : {"c:title", "c:majorGridlines", "c:delete"}) {
        copy.remove_child(drawn);
    }
    copy.insert_child_after("c:delete", copy.child("c:scaling"))
        .append_attribute("val")
        .set_value("1");
}

}  // namespace

PartEdit series_as_lines(std::vector<std::size_t> series) {
    return [series = std::move(series)](pugi::xml_document& part) {
        pugi::xml_node plot = part.child("c:chartSpace").child("c:chart").child("c:plotArea");
        const pugi::xml_node columns = plot.child("c:barChart");
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
        for (const pugi::xml_node axis : columns.children("c:axId")) {
            lines.append_copy(axis);
        }
        return !columns.empty();
    };
}

PartEdit series_in_front(std::vector<std::size_t> series) {
    return [series = std::move(series)](pugi::xml_document& part) {
        pugi::xml_node plot = part.child("c:chartSpace").child("c:chart").child("c:plotArea");
        const pugi::xml_node bars = plot.child("c:barChart");
        const pugi::xml_node categories = plot.child("c:catAx");
        pugi::xml_node values = plot.child("c:valAx");
        if (bars.empty() || categories.empty() || values.empty()) {
            return false;
        }
        pugi::xml_node front = plot.insert_child_after("c:barChart", bars);
        front.append_copy(bars.child("c:barDir"));
        front.append_copy(bars.child("c:grouping"));
        for (const std::size_t number : series) {
            if (front.append_move(find_series(bars, number)).empty()) {
                return false;
            }
        }
        front.append_child("c:gapWidth").append_attribute("val").set_value(front_gap_percent);
        // The axes' numbers only have to differ from the first pair's.
        front.append_child("c:axId").append_attribute("val").set_value(front_categories);
        front.append_child("c:axId").append_attribute("val").set_value(front_values);
        add_hidden_axis(plot, values, front_values, front_categories);
        add_hidden_axis(plot, categories, front_categories, front_values);
        return true;
    };
}

}  // namespace shinchoku::render
