// A part of dijia.hpp: why there is no result, and what holds a value or that.

#ifndef DIJIA_RESULT_HPP
#define DIJIA_RESULT_HPP

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "../dijia.h"

namespace dijia {

// The text that the library returned: its own, valid for ever, or that of an edition.
inline std::string_view view(const dijia_text& text) noexcept {
  return text.length == 0 ? std::string_view() : std::string_view(text.data, text.length);
}

enum class language : dijia_language { chinese = DIJIA_LANGUAGE_CHINESE, english = DIJIA_LANGUAGE_ENGLISH };

// The layout of a worksheet: a wide table of text, text of at most 80 columns, a table of Markdown or of HTML.
enum class layout : dijia_layout {
  wide = DIJIA_LAYOUT_WIDE,
  narrow = DIJIA_LAYOUT_NARROW,
  markdown = DIJIA_LAYOUT_MARKDOWN,
  html = DIJIA_LAYOUT_HTML
};

// Why there is no result: the status, the message, and the offending values as dijia_error has them.
class failure {
 public:
  failure() noexcept : detail_(DIJIA_ERROR_INIT) {}

  dijia_status status() const noexcept { return detail_.status; }
  std::string_view message() const noexcept { return {detail_.message, detail_.message_length}; }
  std::string_view message(language in) const noexcept {
    return in == language::english ? message()
                                   : std::string_view(detail_.message_chinese, detail_.message_chinese_length);
  }
  const dijia_error& detail() const noexcept { return detail_; }
  // For a call of the C interface to fill.
  dijia_error* out() noexcept { return &detail_; }

 private:
  dijia_error detail_;
};

class error : public std::runtime_error {
 public:
  explicit error(const failure& failure) : std::runtime_error(std::string(failure.message())), failure_(failure) {}

  dijia_status status() const noexcept { return failure_.status(); }
  // what() in that language: the same values and the same rule.
  std::string_view message(language in) const noexcept { return failure_.message(in); }
  const dijia_error& detail() const noexcept { return failure_.detail(); }

 private:
  failure failure_;
};

// A value, or why there is none.
template <typename T>
class result {
 public:
  result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  result(const failure& failure) : state_(std::in_place_index<1>, failure) {}

  bool has_value() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  // The value; throws dijia::error where there is none.
  const T& value() const& {
    check();
    return *std::get_if<0>(&state_);
  }
  T&& value() && {
    check();
    return std::move(*std::get_if<0>(&state_));
  }
  const T& operator*() const& { return value(); }
  const T* operator->() const { return &value(); }
  T value_or(T otherwise) const { return has_value() ? *std::get_if<0>(&state_) : std::move(otherwise); }

  // DIJIA_OK where there is a value.
  dijia_status status() const noexcept { return has_value() ? DIJIA_OK : std::get_if<1>(&state_)->status(); }
  // Why there is none; NULL where there is one.
  const dijia::failure* failure() const noexcept { return std::get_if<1>(&state_); }

 private:
  void check() const {
    if (const auto* failed = std::get_if<1>(&state_)) {
      throw error(*failed);
    }
  }

  std::variant<T, dijia::failure> state_;
};

namespace detail {

// Calls a function of the C interface that fills one value.
template <typename T, typename Call>
result<T> get(T value, Call call) {
  failure failed;
  if (call(&value, failed.out()) != DIJIA_OK) {
    return failed;
  }
  return value;
}

// Calls a function of the C interface that writes text, first for its length.
template <typename Call>
result<std::string> get_text(Call call) {
  failure failed;
  std::size_t length = 0;
  if (call(nullptr, 0, &length, failed.out()) != DIJIA_OK) {
    return failed;
  }
  // What the C interface ends with is the NUL that a string has anyway.
  std::string text(length, '\0');
  if (call(&text[0], length + 1, &length, failed.out()) != DIJIA_OK) {
    return failed;
  }
  return text;
}

// The value as another type.
template <typename T, typename From, typename Convert>
result<T> map(const result<From>& from, Convert convert) {
  if (const failure* failed = from.failure()) {
    return *failed;
  }
  return convert(*from);
}

template <typename T, typename Raw>
result<T> wrap(const result<Raw>& raw) {
  return map<T>(raw, [](const Raw& value) { return T(value); });
}

// An error of this header's own, with its message.
inline failure fail(dijia_status status, const std::string& english, const std::string& chinese) {
  failure failed;
  dijia_error& error = *failed.out();
  error.status = status;
  error.message_length = std::min(english.size(), sizeof error.message - 1);
  std::memcpy(error.message, english.data(), error.message_length);
  error.message_chinese_length = std::min(chinese.size(), sizeof error.message_chinese - 1);
  std::memcpy(error.message_chinese, chinese.data(), error.message_chinese_length);
  return failed;
}

}  // namespace detail

}  // namespace dijia

#endif
