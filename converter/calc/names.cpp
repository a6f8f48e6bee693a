#include <array>

#include "calc/assessment.h"

namespace shinchoku::calc {
namespace {

struct MethodName {
    Method method;
    std::string_view name;
    std::string_view ja;
    std::string_view en;
};
constexpr std::array<MethodName, 10> methods{{
    {Method::simple, "simple", "実績÷目標", "actual / target"},
    {Method::inverse, "inverse", "目標÷実績", "target / actual"},
    {Method::mirror, "mirror", "2−実績÷目標", "2 - actual / target"},
    {Method::progress, "progress", "基準値からの進み", "progress from the baseline"},
    {Method::pace, "pace", "最終目標へのペース", "pace towards the final target"},
    {Method::keep, "keep", "維持", "keep"},
    {Method::limit, "limit", "上限・下限", "limit"},
    {Method::trend, "trend", "増減の方向", "trend"},
    {Method::cumulative, "cumulative", "累計", "running total"},
    {Method::steps, "steps", "取組の段階", "steps of work"},
}};

struct StatusName {
    Status status;
    std::string_view name;
    std::string_view ja;
    std::string_view en;
};
constexpr std::array<StatusName, 10> statuses{{
    {Status::met, "met", "達成", "Met"},
    {Status::missed, "missed", "未達成", "Missed"},
    {Status::missing, "missing", "未入力", "Missing"},
    {Status::not_due, "not_due", "時期未到来", "Not due"},
    {Status::no_target, "no_target", "目標なし", "No target"},
    {Status::unavailable, "unavailable", "集計中など", "Unavailable"},
    {Status::error, "error", "エラー値", "Error value"},
    {Status::unclear, "unclear", "判定不能", "Unclear"},
    {Status::to_confirm, "to_confirm", "要確認", "To confirm"},
    {Status::incomplete, "incomplete", "途中の年度が未入力", "Incomplete"},
}};

// Both tables stand in the order of their enums.
const MethodName& entry_of(Method method) {
    return methods.at(static_cast<std::size_t>(method));
}
const StatusName& entry_of(Status status) {
    return statuses.at(static_cast<std::size_t>(status));
}

}  // namespace

std::string_view name_of(Method method) {
    return entry_of(method).name;
}

std::string_view name_of(Status status) {
    return entry_of(status).name;
}

base::Text label_of(Method method) {
    const MethodName& entry = entry_of(method);
    return {std::string(entry.ja), std::string(entry.en)};
}

base::Text label_of(Status status) {
    const StatusName& entry = entry_of(status);
    return {std::string(entry.ja), std::string(entry.en)};
}

std::optional<Method> parse_method(std::string_view name) {
    for (const MethodName& entry : methods) {
        if (entry.name == name) {
            return entry.method;
        }
    }
    return std::nullopt;
}

}  // namespace shinchoku::calc
