#pragma once

#include <string>
#include <vector>

#include "plan/value_reading.h"
#include "random_source.h"

namespace shinchoku::generators {

// A text that writers of workbooks stumble over.
inline std::string odd_text(RandomSource& random) {
    static const std::vector<std::string> texts = {"=1+1",
                                                   "'引用符で始まる",
                                                   "改行の\nある文",
                                                   "絵文字😀と𠮷野家",
                                                   "外字\xEE\x80\x80の人名",
                                                   "_x0041_と書いた文",
                                                   "<b>&amp;\"'</b>",
                                                   "+81",
                                                   "-5",
                                                   "@担当",
                                                   "タブ\tのある文",
                                                   "制御\x01文字",
                                                   "復帰\r\n改行",
                                                   "葛\xF3\xA0\x84\x80飾",
                                                   "001",
                                                   "1-2",
                                                   "#N/A のような文",
                                                   "TRUE",
                                                   "2026/4/1",
                                                   "  字下げのない文",
                                                   "全角　空白",
                                                   "e\xCC\x81と\xE3\x81\x8B\xE3\x82\x99",
                                                   std::string(3000, 'x') + "長い文"};
    return random.pick(texts);
}

// A value of any kind, typed or stored.
inline plan::Value any_value(RandomSource& random) {
    static const std::vector<std::string> typed = {"98.60%",
                                                   "110,000件",
                                                   "▲158人",
                                                   "60万人",
                                                   "54.9億円",
                                                   "(5)",
                                                   "５",
                                                   "5%以下 ※",
                                                   "99%以上",
                                                   "10～20件",
                                                   "前年比3%増加",
                                                   "倍増",
                                                   "書式数の3割",
                                                   "UP",
                                                   "現状維持",
                                                   "研究・検討",
                                                   "通年実施",
                                                   "○",
                                                   "→",
                                                   "—",
                                                   "なし",
                                                   "件数 7,004 人数 163,295",
                                                   "集計中",
                                                   "N/A",
                                                   "1,23",
                                                   "=1+1",
                                                   "'先頭の引用符",
                                                   "+5",
                                                   "-5",
                                                   "@課",
                                                   "約100人",
                                                   "0.30000000000000004"};
    struct Stored {
        const char* number;
        const char* format;
    };
    static const std::vector<Stored> stored = {{"0.986", "0.00%"},
                                               {"12", "#,##0\"件\""},
                                               {"-158", "0;▲0"},
                                               {"1234567.891", "#,##0.0"},
                                               {"0.30000000000000004", "General"},
                                               {"0", "General"},
                                               {"123456789012345", "0"},
                                               {"0.1", "0.0"}};
    if (random.one_in(3)) {
        const Stored& cell = random.pick(stored);
        return plan::read_number(*base::Decimal::parse(cell.number), cell.format);
    }
    if (random.one_in(12)) {
        static const std::vector<std::string> codes = {"#DIV/0!", "#N/A", "#REF!"};
        return plan::read_error(random.pick(codes));
    }
    return plan::read_text(random.one_in(8) ? odd_text(random) : random.pick(typed));
}

}  // namespace shinchoku::generators
