#include "formats/json_tree.h"

#include <algorithm>
#include <optional>

#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace shinchoku::formats {

namespace {

using Json = nlohmann::json;

constexpr std::size_t max_depth = 64;

base::Finding too_deep() {
    return {.rule = "F12",
            .severity = base::Severity::error,
            .key = base::make_key("F12", "json_depth"),
            .message = {"JSON の入れ子が深すぎます (64 段まで)。",
                        "The JSON is nested too deeply (64 levels at most)."},
            .hint = {"このプログラムが書き出したファイルか確かめてください。",
                     "Check that the file was written by this program."}};
}

base::Finding no_json(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
    const std::string line = std::to_string(lines + 1);
    const std::string column = std::to_string(
        std::max<std::size_t>(1, base::count_code_points(before.substr(line_start))));
    return {.rule = "F01",
            .severity = base::Severity::error,
            .key = base::make_key("F01", "json"),
            .message = {"JSON として読めません (" + line + " 行 " + column + " 文字目)。",
                        "This is no JSON (line " + line + ", column " + column + ")."},
            .hint = {"その位置のかっこ・引用符・読点と、文字コード (UTF-8) を確かめてください。",
                     "Check brackets, quotes and commas there, and that the text is UTF-8."}};
}

// Builds the tree from nlohmann's events, which keep the text of a number that is no integer.
class Builder : public nlohmann::json_sax<Json> {
public:
    explicit Builder(std::string_view text) : text_(text) {}

    bool null() override { return add({}); }
    bool boolean(bool truth) override { return add({truth}); }
    bool number_integer(std::int64_t number) override { return add({base::Decimal(number)}); }
    bool number_unsigned(std::uint64_t number) override { return decimal(std::to_string(number)); }
    bool number_float(double, const std::string& digits) override { return decimal(digits); }
    bool string(std::string& text) override { return add({std::move(text)}); }
    bool binary(Json::binary_t&) override { return false; }

    bool start_object(std::size_t) override { return open({JsonTree::Object{}}); }
    bool start_array(std::size_t) override { return open({JsonTree::Array{}}); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(std::string& name) override {
        keys_.back() = std::move(name);
        return true;
    }

    bool parse_error(std::size_t position,
                     const std::string&,
                     const nlohmann::detail::exception&) override {
        error_ = no_json(text_, position);
        return false;
    }

    base::Result<JsonTree> take() && {
        if (error_) {
            return *std::move(error_);
        }
        return std::move(root_);
    }

private:
    bool decimal(const std::string& digits) {
        const std::optional<base::Decimal> number = base::Decimal::parse(digits);
        if (!number) {
            error_ = no_json(text_, text_.find(digits));
            return false;
        }
        return add({*number});
    }

    bool add(JsonTree tree) {
        if (open_.empty()) {
            root_ = std::move(tree);
            return true;
        }
        if (auto* array = std::get_if<JsonTree::Array>(&open_.back().content)) {
            array->push_back(std::move(tree));
        } else {
            auto& object = std::get<JsonTree::Object>(open_.back().content);
            object.push_back({std::move(keys_.back()), std::move(tree)});
        }
        return true;
    }

    bool open(JsonTree tree) {
        if (open_.size() == max_depth) {
            error_ = too_deep();
            return false;
        }
        open_.push_back(std::move(tree));
        keys_.emplace_back();
        return true;
    }

    bool close() {
        JsonTree done = std::move(open_.back());
        open_.pop_back();
        keys_.pop_back();
        return add(std::move(done));
    }

    std::string_view text_;       // owned by the caller of parse_json
    std::vector<JsonTree> open_;  // objects and arrays not yet closed, outermost first
    std::vector<std::string> keys_;
    JsonTree root_;
    std::optional<base::Finding> error_;
};

}  // namespace

const JsonTree* JsonTree::find(std::string_view key) const {
    const auto* object = as<Object>();
    if (object == nullptr) {
        return nullptr;
    }
    for (const auto& [name, member] : *object) {
        if (name == key) {
            return &member;
        }
    }
    return nullptr;
}

base::Result<JsonTree> parse_json(std::string_view text) {
    Builder builder(text);
    Json::sax_parse(text.begin(), text.end(), &builder);
    return std::move(builder).take();
}

}  // namespace shinchoku::formats
