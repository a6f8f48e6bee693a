#include "xlsx/xml_fault.h"

namespace shinchoku::xlsx {

base::Text describe(XmlFault fault) {
    switch (fault) {
        case XmlFault::none:
            break;
        case XmlFault::encoding:
            return {"文字コードがUTF-8でもUTF-16でもありません",
                    "the encoding is neither UTF-8 nor UTF-16"};
        case XmlFault::broken_utf16:
            return {"UTF-16として正しくない部分があります", "it is not well-formed UTF-16"};
        case XmlFault::invalid_utf8:
            return {"UTF-8として正しくない部分があります", "it is not well-formed UTF-8"};
        case XmlFault::forbidden_character:
            return {"XMLで使えない文字があります", "it holds a character that XML forbids"};
        case XmlFault::doctype:
            return {"DOCTYPE宣言があります(安全のため読み込みません)",
                    "it holds a DOCTYPE, which is never read, for safety"};
        case XmlFault::reference:
            return {"正しくない文字参照(&…;)があります", "it holds a faulty reference (&…;)"};
        case XmlFault::duplicate_attribute:
            return {"同じ属性が二度書かれています", "an attribute is given twice"};
        case XmlFault::malformed_tag:
            return {"タグの書き方が正しくありません", "a tag is malformed"};
        case XmlFault::mismatched_tag:
            return {"開始タグと終了タグが合っていません",
                    "an end tag does not match its start tag"};
        case XmlFault::unfinished:
            return {"途中で終わっています", "it ends too early"};
        case XmlFault::stray_content:
            return {"全体を囲む要素が一つではありません",
                    "it does not have exactly one root element"};
        case XmlFault::undeclared_prefix:
            return {"宣言のない名前空間接頭辞があります", "it uses an undeclared namespace prefix"};
        case XmlFault::too_many_namespaces:
            return {"名前空間の宣言が多すぎます", "it declares too many namespaces"};
        case XmlFault::too_deep:
            return {"要素の入れ子が深すぎます", "its elements are nested too deeply"};
    }
    return {"", ""};
}

}  // namespace shinchoku::xlsx
