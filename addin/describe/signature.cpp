#include "base/ascii.h"
#include "describe/descriptions.h"

namespace shinchoku::addin {

std::string shown_name(const Parameter& parameter) {
    const std::string name(parameter.name);
    return parameter.required ? name : "[" + name + "]";
}

std::string signature(const Function& function) {
    std::string text = std::string(name_prefix).append(function.name) + "(";
    for (std::size_t i = 0; i < function.parameters.size(); ++i) {
        text += (i == 0 ? "" : ", ") + shown_name(function.parameters[i]);
    }
    return text + ")";
}

std::string uno_name(const Parameter& parameter) {
    std::string name;
    bool after_underscore = false;
    for (const char c : parameter.name) {
        if (c != '_') {
            name += after_underscore ? base::to_upper(c) : c;
        }
        after_underscore = c == '_';
    }
    return name;
}

}  // namespace shinchoku::addin
