#include "calls.h"

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace stand_in {
namespace {

std::vector<std::string> split(const std::string& line, char separator) {
    std::vector<std::string> parts;
    std::istringstream in(line);
    for (std::string part; std::getline(in, part, separator);) {
        parts.push_back(part);
    }
    return parts;
}

std::wstring unescaped(std::string_view safe) {
    std::string plain;
    for (std::size_t i = 0; i < safe.size(); ++i) {
        if (safe[i] != '\\' || i + 1 == safe.size()) {
            plain += safe[i];
            continue;
        }
        switch (safe[++i]) {
            case 't':
                plain += '\t';
                break;
            case 'n':
                plain += '\n';
                break;
            case 'r':
                plain += '\r';
                break;
            case 'p':
                plain += '|';
                break;
            default:
                plain += safe[i];
        }
    }
    return to_wide(plain);
}

Value read_value(const std::string& token) {
    const std::string rest = token.substr(1);
    switch (token[0]) {
        case 'N': {
            const unsigned long long bits = std::strtoull(rest.c_str(), nullptr, 16);
            double found = 0;
            std::memcpy(&found, &bits, sizeof found);
            return number(found);
        }
        case 'S':
            return text(unescaped(rest));
        case 'T':
            return {Value::Kind::truth, 0, 1, {}};
        case 'F':
            return {Value::Kind::truth, 0, 0, {}};
        case 'E':
            return error(std::atoi(rest.c_str()));
        case 'M':
            return {Value::Kind::missing, 0, 0, {}};
        default:
            return {};
    }
}

std::optional<Grid> read_grid(const std::string& token) {
    const std::vector<std::string> parts = split(token, '|');
    Grid grid;
    if (std::sscanf(parts.at(0).c_str(), "%dx%d", &grid.rows, &grid.columns) != 2) {
        return std::nullopt;
    }
    for (std::size_t i = 1; i < parts.size(); ++i) {
        grid.cells.push_back(read_value(parts[i]));
    }
    const bool is_full = grid.cells.size() == static_cast<std::size_t>(grid.rows * grid.columns);
    return is_full ? std::optional(grid) : std::nullopt;
}

std::optional<Call> read_call(const std::vector<std::string>& fields) {
    Call call;
    call.line = std::atoi(fields.at(1).c_str());
    call.function = to_wide(fields.at(2));
    if (fields.at(3).starts_with('~')) {
        call.pattern.emplace(unescaped(fields[3].substr(1)));
    } else if (const std::optional<Grid> expected = read_grid(fields[3])) {
        call.expected = *expected;
    } else {
        return std::nullopt;
    }
    for (std::size_t i = 4; i < fields.size(); ++i) {
        const std::optional<Grid> grid = read_grid(fields[i]);
        if (!grid) {
            return std::nullopt;
        }
        (i == 4 ? call.native : call.arguments.emplace_back()) = *grid;
    }
    return call;
}

bool is_near(const Value& wanted, const Value& found) {
    if (wanted.kind != Value::Kind::number || found.kind != Value::Kind::number) {
        return wanted == found;
    }
    return std::fabs(wanted.number - found.number) <=
           1e-12 * std::fmax(std::fabs(wanted.number), std::fabs(found.number));
}

}  // namespace

bool Call::is_met_by(const Grid& result) const {
    if (pattern) {
        return result.cells.size() == 1 && result.cells[0].kind == Value::Kind::text &&
               std::regex_search(result.cells[0].text, *pattern);
    }
    bool same = result.rows == expected.rows && result.columns == expected.columns;
    for (std::size_t i = 0; same && i < expected.cells.size(); ++i) {
        same = is_near(expected.cells[i], result.cells[i]);
    }
    return same;
}

std::optional<Calls> read_calls(const wchar_t* path) {
    std::ifstream in(std::filesystem::path(path), std::ios::binary);
    Calls all;
    for (std::string line; std::getline(in, line);) {
        const std::vector<std::string> fields = split(line, '\t');
        if (fields.at(0) == "F") {
            all.functions.push_back({to_wide(fields.at(1)), fields.at(2), fields.at(3) == "1"});
            continue;
        }
        std::optional<Call> call = read_call(fields);
        if (!call) {
            return std::nullopt;
        }
        all.calls.push_back(*std::move(call));
    }
    return all.calls.empty() ? std::nullopt : std::optional(std::move(all));
}

}  // namespace stand_in
