// What a row of the vectors has, and what the C++ header finds for it, by type.
#ifndef DIJIA_TESTS_FOUND_HPP
#define DIJIA_TESTS_FOUND_HPP

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dijia.hpp"
#include "vectors.h"

namespace {

using dijia::decimal;
using dijia::jinan_2020;
using dijia::language;

std::string text(const row *row, const char *column) { return cell(row, column); }

// Calls the function where the row has something in that column.
template <typename Call>
void given(const row *row, const char *column, Call call) {
  if (!is_cell(row, column, "")) {
    call(text(row, column));
  }
}

std::vector<std::string> split_at(const std::string &text, char separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (!text.empty() && begin <= text.size()) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

// "name=value;name=value"
std::vector<std::pair<std::string, std::string>> pairs(const std::string &list) {
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const std::string &pair : split_at(list, ';')) {
    const std::size_t sign = pair.find('=');
    CHECK(sign != std::string::npos);
    pairs.emplace_back(pair.substr(0, sign), pair.substr(sign + 1));
  }
  return pairs;
}

void found(row *row, const char *column, const std::string &text) { find(row, column, text.c_str()); }
void found(row *row, const char *column, std::string_view text) { found(row, column, std::string(text)); }
void found(row *row, const char *column, const decimal &value) { found(row, column, value.to_string()); }
void found(row *row, const char *column, const std::optional<decimal> &value) {
  found(row, column, value ? value->to_string() : "");
}
void found(row *row, const dijia::citation &citation) {
  found(row, "document", citation.document());
  find_number(row, "annex", citation.annex());
  find_number(row, "row", citation.row());
}

}  // namespace

#endif
