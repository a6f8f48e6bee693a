#include "formats/tree_reader.h"

#include <algorithm>
#include <limits>

namespace shinchoku::formats {

namespace {

std::optional<int> to_int(const base::Decimal& number) {
    const std::optional<std::int64_t> whole = number.to_integer();
    if (!whole || *whole < std::numeric_limits<int>::min() ||
        *whole > std::numeric_limits<int>::max()) {
        return std::nullopt;
    }
    return static_cast<int>(*whole);
}

// "measures[3].indicators[0].x" -> "measures[].indicators[].x"
std::string without_indices(std::string_view path) {
    std::string kept;
    bool inside = false;
    for (const char c : path) {
        inside = inside && c != ']';
        if (!inside) {
            kept += c;
        }
        inside = inside || c == '[';
    }
    return kept;
}

}  // namespace

TreeReader::TreeReader(const JsonTree* tree, std::string path, TreeReport& report)
    : tree_(tree), path_(std::move(path)), report_(&report) {}

template <class T>
const T* TreeReader::typed(std::string_view key, const Wanted& wanted) const {
    const JsonTree* member = known(key);
    if (member == nullptr) {
        return nullptr;
    }
    const T* found = member->as<T>();
    if (found == nullptr) {
        refuse(key, wanted);
    }
    return found;
}

std::optional<std::string> TreeReader::maybe_text(std::string_view key) const {
    const auto* found = typed<std::string>(key, a_text);
    return found != nullptr ? std::optional(*found) : std::nullopt;
}

std::string TreeReader::text(std::string_view key) const {
    const auto* found = typed<std::string>(key, a_text);
    return found != nullptr ? *found : std::string();
}

std::optional<base::Decimal> TreeReader::maybe_number(std::string_view key) const {
    const auto* found = typed<base::Decimal>(key, a_number);
    return found != nullptr ? std::optional(*found) : std::nullopt;
}

std::optional<int> TreeReader::maybe_integer(std::string_view key) const {
    const auto* found = typed<base::Decimal>(key, an_integer);
    if (found == nullptr) {
        return std::nullopt;
    }
    const std::optional<int> whole = to_int(*found);
    if (!whole) {
        refuse(key, an_integer);
    }
    return whole;
}

bool TreeReader::truth(std::string_view key) const {
    const auto* found = typed<bool>(key, a_truth);
    return found != nullptr && *found;
}

base::Decimal TreeReader::number(std::string_view key) const {
    const std::optional<base::Decimal> found = maybe_number(key);
    if (!found) {
        refuse(key, a_number);
    }
    return found.value_or(base::Decimal());
}

int TreeReader::integer(std::string_view key) const {
    const std::optional<int> found = maybe_integer(key);
    if (!found) {
        refuse(key, an_integer);
    }
    return found.value_or(0);
}

template <class T>
std::vector<T> TreeReader::list(std::string_view key, const Wanted& wanted) const {
    std::vector<T> found;
    if (const auto* array = typed<JsonTree::Array>(key, wanted)) {
        for (const JsonTree& element : *array) {
            if (const T* one = element.as<T>()) {
                found.push_back(*one);
            } else {
                refuse(key, wanted);
            }
        }
    }
    return found;
}

std::vector<std::string> TreeReader::texts(std::string_view key) const {
    return list<std::string>(key, list_of_texts);
}

std::vector<base::Decimal> TreeReader::numbers(std::string_view key) const {
    return list<base::Decimal>(key, list_of_numbers);
}

TreeReader TreeReader::object(std::string_view key) const {
    if (std::optional<TreeReader> found = maybe_object(key)) {
        return *std::move(found);
    }
    refuse(key, an_object);
    return {nullptr, path_of(key), *report_};
}

std::optional<TreeReader> TreeReader::maybe_object(std::string_view key) const {
    if (typed<JsonTree::Object>(key, an_object) == nullptr) {
        return std::nullopt;
    }
    return TreeReader(known(key), path_of(key), *report_);
}

std::vector<TreeReader> TreeReader::objects(std::string_view key) const {
    std::vector<TreeReader> found;
    if (const auto* array = typed<JsonTree::Array>(key, a_list)) {
        found.reserve(array->size());
        for (std::size_t i = 0; i < array->size(); ++i) {
            const std::string place = std::string(key) + "[" + std::to_string(i) + "]";
            if ((*array)[i].as<JsonTree::Object>() == nullptr) {
                refuse(place, an_object);
                continue;
            }
            found.emplace_back(&(*array)[i], path_of(place), *report_);
        }
    }
    return found;
}

void TreeReader::expect_only(std::initializer_list<std::string_view> keys) const {
    for (const std::string& name : this->keys()) {
        if (std::find(keys.begin(), keys.end(), name) != keys.end()) {
            continue;
        }
        const std::string path = path_of(name);
        const std::string general = without_indices(path);
        if (!report_->unknown_names.insert(general).second) {
            continue;
        }
        report_->unknown_keys.push_back(
            {.rule = "F13",
             .severity = base::Severity::warning,
             .key = base::make_key("F13", general),
             .message = {"plan@1 にないキー「" + path + "」を読み飛ばしました。",
                         "The key \"" + path + "\" is none of plan@1 and was ignored."},
             .hint = {"つづりを確かめ、不要なら消してください。",
                      "Check its spelling, or remove it."},
             .found = name});
    }
}

std::vector<std::string> TreeReader::keys() const {
    std::vector<std::string> names;
    const auto* object = tree_ != nullptr ? tree_->as<JsonTree::Object>() : nullptr;
    if (object != nullptr) {
        names.reserve(object->size());
        for (const auto& member : *object) {
            names.push_back(member.name);
        }
    }
    return names;
}

void TreeReader::fail(std::string_view key, const base::Text& what) const {
    if (report_->error) {
        return;
    }
    const std::string path = path_of(key);
    report_->error = {.rule = "F11",
                      .severity = base::Severity::error,
                      .key = base::make_key("F11", path),
                      .message = {"plan@1 として読めません。「" + path + "」: " + what.ja + "。",
                                  "This is no plan@1. \"" + path + "\": " + what.en + "."},
                      .hint = {"その値を直すか、元のブックから convert でもう一度作ってください。",
                               "Mend the value, or make the file again with convert."}};
}

void TreeReader::refuse(std::string_view key, const Wanted& wanted) const {
    fail(key, {std::string(wanted.ja) + "が必要です", "expected " + std::string(wanted.en)});
}

const JsonTree* TreeReader::known(std::string_view key) const {
    const JsonTree* member = tree_ != nullptr ? tree_->find(key) : nullptr;
    return member == nullptr || member->is_null() ? nullptr : member;
}

std::string TreeReader::path_of(std::string_view key) const {
    std::string path = path_;
    if (!path.empty()) {
        path += '.';
    }
    return path.append(key);
}

}  // namespace shinchoku::formats
