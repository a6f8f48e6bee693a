#include "excel/registration.h"

#include <deque>

#include "base/ascii.h"
#include "base/utf16.h"

namespace shinchoku::addin::excel {
namespace {

// The arguments of xlfRegister: Excel's values, and the texts they point to.
class RegisterArguments {
public:
    explicit RegisterArguments(Xloper12* module) { list_.push_back(module); }

    void add(std::string_view text) {
        std::u16string& units = texts_.emplace_back(base::to_utf16(text));
        units.insert(units.begin(), static_cast<char16_t>(units.size()));
        Xloper12& value = values_.emplace_back();
        value.text = units.data();
        value.type = type::text;
        list_.push_back(&value);
    }
    void add(std::int32_t number) {
        Xloper12& value = values_.emplace_back();
        value.integer = number;
        value.type = type::integer;
        list_.push_back(&value);
    }

    [[nodiscard]] std::span<Xloper12* const> list() const { return list_; }

private:
    std::deque<std::u16string> texts_;  // neither may move what it holds
    std::deque<Xloper12> values_;
    std::vector<Xloper12*> list_;
};

void register_one(Host host, Xloper12* module, const Registration& told) {
    constexpr std::int32_t worksheet_function = 1;
    RegisterArguments arguments(module);
    for (const std::string& text : {told.entry, told.types, told.name, told.argument_names}) {
        arguments.add(text);
    }
    arguments.add(worksheet_function);
    arguments.add(told.category);
    arguments.add("");  // no shortcut
    arguments.add("");  // no help topic
    arguments.add(told.help);
    for (const std::string& help : told.argument_help) {
        arguments.add(help);
    }
    arguments.add("");  // Excel cuts the last text short, so the last is an empty one
    const HostValue registered(host, service::register_function, arguments.list());
}

}  // namespace

Registration registration_of(const Function& function) {
    Registration told{.entry = "shinchoku_",
                      .types = "Q",
                      .name = std::string(name_prefix) + std::string(function.name),
                      .argument_names = {},
                      .category = "進捗",
                      .help = function.help.ja,
                      .argument_help = {}};
    for (const char c : function.name) {
        told.entry += base::to_lower(c);
    }
    for (const Parameter& parameter : function.parameters) {
        // Q: values only; U: references too, so that a huge one can be refused unread.
        told.types += parameter.takes == Parameter::Takes::range ? 'U' : 'Q';
        told.argument_names += told.argument_names.empty() ? "" : ",";
        const std::string name(parameter.name);
        told.argument_names += parameter.required ? name : "[" + name + "]";
        told.argument_help.push_back(parameter.help.ja);
    }
    told.types += function.is_volatile ? "!$" : "$";
    return told;
}

void register_functions(Host host) {
    HostValue module(host, service::get_name, {});
    for (const Function& function : functions()) {
        register_one(host, module.argument(), registration_of(function));
    }
}

}  // namespace shinchoku::addin::excel
