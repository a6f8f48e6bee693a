#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <cppuhelper/implbase2.hxx>
#include <cppuhelper/supportsservice.hxx>
#include <initializer_list>
#include <shinchoku/uno/XFunctions.hpp>

#include "describe/descriptions.h"
#include "functions/function.h"
#include "libreoffice/error_number.h"
#include "libreoffice/values.h"

// The component that Calc makes once and calls for every formula. It keeps nothing: any number of
// threads may call it. No call throws: an exception would stop the recalculation of its cell only,
// but #VALUE! says the same and costs nothing.

namespace shinchoku::addin::libreoffice {
namespace {

namespace css = com::sun::star;

css::uno::Any call_from_calc(std::size_t index,
                             std::initializer_list<const css::uno::Any*> given) noexcept {
    try {
        std::vector<Table> tables;
        std::vector<Range> ranges;
        tables.reserve(given.size());
        ranges.reserve(given.size());
        for (const css::uno::Any* const argument : given) {
            std::optional<Table> table = to_table(*argument);
            if (!table) {
                return css::uno::Any(error_number(CellError::value));
            }
            const Table& kept = tables.emplace_back(*std::move(table));
            ranges.push_back({kept.rows, kept.columns, kept.cells});
        }
        return to_any(call(functions()[index], ranges));
    } catch (...) {  // Calc outlives whatever a library throws
        return css::uno::Any(error_number(CellError::value));
    }
}

rtl::OUString ascii(std::string_view text) {
    return {text.data(), static_cast<sal_Int32>(text.size()), RTL_TEXTENCODING_ASCII_US};
}

class CalcFunctions final
    : public cppu::WeakImplHelper2<shinchoku::uno::XFunctions, css::lang::XServiceInfo> {
public:
#include "calc_methods.inc"

    rtl::OUString SAL_CALL getImplementationName() override {
        return ascii("shinchoku.CalcFunctions");
    }
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override {
        return cppu::supportsService(this, name);
    }
    css::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override {
        const rtl::OUString names[] = {ascii(calc_service), ascii(calc_plain_service)};
        return css::uno::Sequence<rtl::OUString>(names, 2);
    }
};

}  // namespace
}  // namespace shinchoku::addin::libreoffice

// Named in shinchoku.components. The one who asks owns the reference.
extern "C" __attribute__((visibility("default"))) com::sun::star::uno::XInterface*
shinchoku_calc_functions(com::sun::star::uno::XComponentContext*,
                         const com::sun::star::uno::Sequence<com::sun::star::uno::Any>&) {
    try {
        auto* const functions = new shinchoku::addin::libreoffice::CalcFunctions;
        functions->acquire();
        return static_cast<cppu::OWeakObject*>(functions);
    } catch (...) {  // Calc shows #NAME? where there is no component
        return nullptr;
    }
}
