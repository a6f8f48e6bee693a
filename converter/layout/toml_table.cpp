#include "layout/toml_table.h"

#include <algorithm>
#include <charconv>

namespace shinchoku::layout {
namespace {

const base::Text a_text = {"「\"」で囲んだ文字", "a text in quotes"};

base::Text a_number(int least, int most) {
    const std::string from = std::to_string(least);
    const std::string to = std::to_string(most);
    return {from + " から " + to + " までの整数", "a whole number from " + from + " to " + to};
}

}  // namespace

TableReader::TableReader(const TomlValue* table, std::string_view name, Diagnostics& diagnostics)
    : table_(table), name_(name), diagnostics_(diagnostics) {
    if (table_ != nullptr && table_->kind != TomlValue::Kind::table) {
        report_kind(*table_, {"表（[" + name_ + "]）", "a table, [" + name_ + "]"}, diagnostics_);
        table_ = nullptr;
    }
}

const TomlValue* TableReader::value(std::string_view key) {
    asked_.emplace_back(key);
    const TomlEntry* entry = table_ == nullptr ? nullptr : table_->find(key);
    return entry == nullptr ? nullptr : &entry->value;
}

void TableReader::text(std::string_view key, std::string& into) {
    const TomlValue* found = value(key);
    if (found == nullptr) {
        return;
    }
    if (found->kind == TomlValue::Kind::text) {
        into = found->text;
    } else {
        report_kind(*found, a_text, diagnostics_);
    }
}

void TableReader::number_as_text(std::string_view key, std::string& into) {
    const TomlValue* found = value(key);
    if (found == nullptr) {
        return;
    }
    if (found->kind == TomlValue::Kind::text || found->kind == TomlValue::Kind::integer ||
        found->kind == TomlValue::Kind::decimal) {
        into = found->text;
    } else {
        report_kind(*found, {"数", "a number"}, diagnostics_);
    }
}

void TableReader::require(std::string_view key) {
    if (table_ != nullptr && table_->find(key) != nullptr) {
        return;
    }
    const std::string place = name_.empty() ? "ファイルの先頭" : "[" + name_ + "]";
    const std::string place_en = name_.empty() ? "the top of the file" : "[" + name_ + "]";
    const std::string wanted(key);
    diagnostics_.error(
        "missing_key",
        table_ == nullptr ? SourcePlace{} : table_->place,
        {place + " に " + wanted + " がありません。", wanted + " is missing in " + place_en + "."},
        {place + " に " + wanted + " = … を書いてください。",
         "Write " + wanted + " = … in " + place_en + "."});
}

void TableReader::required_text(std::string_view key, std::string& into) {
    require(key);
    text(key, into);
}

void TableReader::required_integer(std::string_view key, int least, int most, int& into) {
    require(key);
    integer(key, least, most, into);
}

void TableReader::word(std::string_view key,
                       const std::vector<std::string>& known,
                       std::string& into) {
    const TomlValue* found = value(key);
    if (found != nullptr && expect_word(*found, known, diagnostics_)) {
        into = found->text;
    }
}

void TableReader::integer(std::string_view key, int least, int most, int& into) {
    const TomlValue* found = value(key);
    if (found == nullptr) {
        return;
    }
    if (found->kind == TomlValue::Kind::integer && found->integer >= least &&
        found->integer <= most) {
        into = static_cast<int>(found->integer);
    } else {
        report_kind(*found, a_number(least, most), diagnostics_);
    }
}

void TableReader::number(std::string_view key, double& into) {
    const TomlValue* found = value(key);
    if (found == nullptr) {
        return;
    }
    if (found->kind == TomlValue::Kind::integer || found->kind == TomlValue::Kind::decimal) {
        std::from_chars(found->text.data(), found->text.data() + found->text.size(), into);
    } else {
        report_kind(*found, {"数", "a number"}, diagnostics_);
    }
}

void TableReader::texts(std::string_view key, std::vector<std::string>& into) {
    if (const TomlValue* found = value(key)) {
        into = texts_of(*found, diagnostics_);
    }
}

void TableReader::finish() {
    if (table_ == nullptr) {
        return;
    }
    for (const TomlEntry& entry : table_->entries) {
        if (std::find(asked_.begin(), asked_.end(), entry.key) != asked_.end()) {
            continue;
        }
        diagnostics_.warning("unknown_key",
                             entry.place,
                             {"「" + entry.key + "」というキーは使われません。",
                              "The key \"" + entry.key + "\" is not used."},
                             name_hint(entry.key, asked_));
    }
}

void report_kind(const TomlValue& value, const base::Text& wanted, Diagnostics& diagnostics) {
    diagnostics.error("wrong_kind",
                      value.place,
                      {"ここには" + wanted.ja + "を書きます。", "Expected " + wanted.en + " here."},
                      {"値を書き直してください。", "Write the value anew."});
}

std::vector<std::string> texts_of(const TomlValue& value, Diagnostics& diagnostics) {
    std::vector<std::string> texts;
    if (value.kind == TomlValue::Kind::text) {
        texts.push_back(value.text);
        return texts;
    }
    if (value.kind != TomlValue::Kind::array) {
        report_kind(value, {"文字の並び [\"…\", \"…\"]", "texts in brackets"}, diagnostics);
        return texts;
    }
    for (const TomlValue& item : value.items) {
        if (item.kind == TomlValue::Kind::text || item.kind == TomlValue::Kind::integer ||
            item.kind == TomlValue::Kind::decimal) {
            texts.push_back(item.text);  // choices may be numbers: [5, 4, 3, 2, 1]
        } else {
            report_kind(item, a_text, diagnostics);
        }
    }
    return texts;
}

bool expect_word(const TomlValue& value,
                 const std::vector<std::string>& known,
                 Diagnostics& diagnostics) {
    if (value.kind != TomlValue::Kind::text) {
        report_kind(value, a_text, diagnostics);
        return false;
    }
    if (std::find(known.begin(), known.end(), value.text) != known.end()) {
        return true;
    }
    diagnostics.error("unknown_value",
                      value.place,
                      {"「" + value.text + "」という値は使えません。",
                       "\"" + value.text + "\" is no known value."},
                      name_hint(value.text, known));
    return false;
}

}  // namespace shinchoku::layout
