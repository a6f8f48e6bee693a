#include <functional>

#include "describe/descriptions.h"

namespace shinchoku::addin {
namespace {

std::string listed(const Function& function,
                   const std::function<std::string(const std::string&)>& shown) {
    std::string text;
    for (const Parameter& parameter : function.parameters) {
        text += (text.empty() ? "" : ", ") + shown(uno_name(parameter));
    }
    return text;
}

}  // namespace

std::string calc_interface() {
    std::string text =
        "module shinchoku { module uno {\n"
        "interface XFunctions : com::sun::star::uno::XInterface {\n";
    for (const Function& function : functions()) {
        const std::string parameters =
            listed(function, [](const std::string& name) { return "[in] any " + name; });
        text += std::string("    any ").append(function.name) + "(" + parameters + ");\n";
    }
    return text + "};\n}; };\n";
}

std::string calc_methods() {
    std::string text;
    std::size_t index = 0;
    for (const Function& function : functions()) {
        const std::string parameters = listed(
            function, [](const std::string& name) { return "const css::uno::Any& " + name; });
        const std::string arguments =
            listed(function, [](const std::string& name) { return "&" + name; });
        text.append("css::uno::Any SAL_CALL ").append(function.name).append("(").append(parameters);
        text.append(") override {\n    return call_from_calc(").append(std::to_string(index++));
        text.append(", {").append(arguments).append("});\n}\n");
    }
    return text;
}

}  // namespace shinchoku::addin
