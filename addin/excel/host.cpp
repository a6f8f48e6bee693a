#include "excel/host.h"

namespace shinchoku::addin::excel {

int Host::ask(int service, std::span<Xloper12* const> arguments, Xloper12& result) const {
    if (callback_ == nullptr) {
        return answer::failed;
    }
    // The list is not changed, though the interface does not say so.
    auto* const list = const_cast<Xloper12**>(arguments.data());
    return callback_(service, static_cast<int>(arguments.size()), list, &result);
}

HostValue::HostValue(Host host, int service, std::span<Xloper12* const> arguments) : host_(host) {
    value_.type = type::blank;
    answer_ = host_.ask(service, arguments, value_);
    if (answer_ != answer::success) {
        value_.type = type::blank;
    }
}

HostValue::~HostValue() {
    const bool owns = (value_.type & (type::text | type::array | type::on_sheet)) != 0;
    if (answer_ == answer::success && owns) {
        Xloper12 ignored{};
        Xloper12* const list[] = {&value_};
        static_cast<void>(host_.ask(service::free, list, ignored));
    }
}

}  // namespace shinchoku::addin::excel
