#pragma once

#include <span>

#include "excel/xloper12.h"

namespace shinchoku::addin::excel {

// Excel, or what stands in for it. A value: the callback stays where it is.
class Host {
public:
    explicit Host(Callback callback) : callback_(callback) {}

    // One of answer::…; failed where there is no host.
    [[nodiscard]] int ask(int service,
                          std::span<Xloper12* const> arguments,
                          Xloper12& result) const;

private:
    Callback callback_;
};

// A value that the host made and that goes back to it.
class HostValue {
public:
    HostValue(Host host, int service, std::span<Xloper12* const> arguments);
    ~HostValue();
    HostValue(const HostValue&) = delete;
    HostValue& operator=(const HostValue&) = delete;

    [[nodiscard]] int answer() const { return answer_; }
    // Blank unless the answer is success.
    [[nodiscard]] const Xloper12& value() const { return value_; }
    [[nodiscard]] Xloper12* argument() { return &value_; }

private:
    Host host_;
    Xloper12 value_{};
    int answer_;
};

}  // namespace shinchoku::addin::excel
