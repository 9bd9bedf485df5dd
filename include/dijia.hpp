// dijia (地价) for C++17: value types over dijia.h. Nothing but the C library needs to be linked.
//
//   const dijia::edition& jinan = dijia::jinan_2020();
//   const auto price = dijia::appraisal(jinan.zone(dijia::land_use::commercial, "Ⅲ-4"))
//                          .remaining_term("33.57").area(1000).appraise();
//   std::cout << price.unit_price() << '\n' << price.worksheet();
//
// Functions throw dijia::error, a std::runtime_error with the status and the offending values. Reading texts, looking
// up and pricing have counterparts whose names begin with try_: they return a dijia::result and throw only
// std::bad_alloc. An integer that does not fit is refused: in a constant expression by every compiler, and wherever it
// is a constant by clang, before the program runs; everywhere else by dijia::error. Text is UTF-8. Everything is a
// value; every function may be called from every thread. Rows of an edition, its words and their names are views of
// it: where it was opened from a file they last as long as it, or a copy of it.

#ifndef DIJIA_HPP
#define DIJIA_HPP

#if (defined(__GNUC__) && !defined(__cpp_exceptions)) || (defined(_MSC_VER) && !defined(_CPPUNWIND))
#error "dijia.hpp needs exceptions. Without them include dijia.h, the C interface, which has none"
#endif

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <memory>
#include <optional>
#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "dijia.h"

// Refuses a constant argument before the program runs, where the compiler can.
#ifdef __clang__
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wgcc-compat"
#define DIJIA_REFUSE_CONSTANT(condition, message) __attribute__((diagnose_if(condition, message, "error")))
#else
#define DIJIA_REFUSE_CONSTANT(condition, message)
#endif

namespace dijia {

// The text that the library returned: its own, valid for ever, or that of an edition.
inline std::string_view view(const dijia_text& text) noexcept {
  return text.length == 0 ? std::string_view() : std::string_view(text.data, text.length);
}

enum class language : dijia_language { chinese = DIJIA_LANGUAGE_CHINESE, english = DIJIA_LANGUAGE_ENGLISH };

enum class rounding_mode : dijia_rounding_mode { half_up = DIJIA_HALF_UP, half_even = DIJIA_HALF_EVEN };

enum class validity : dijia_validity {
  in_force = DIJIA_IN_FORCE,
  not_yet_in_force = DIJIA_NOT_YET_IN_FORCE,
  expired = DIJIA_EXPIRED
};

enum class between_points : dijia_between_points {
  last_before = DIJIA_LAST_BEFORE,
  linear_by_days = DIJIA_LINEAR_BY_DAYS
};

enum class priced_area : dijia_priced_area { land = DIJIA_PER_LAND, floor = DIJIA_PER_FLOOR };

enum class source : dijia_source {
  published = DIJIA_SOURCE_PUBLISHED,
  caller = DIJIA_SOURCE_CALLER,
  derived = DIJIA_SOURCE_DERIVED
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

template <typename T, typename... Others>
inline constexpr bool is_one_of = (std::is_same_v<T, Others> || ...);

template <typename T>
inline constexpr bool is_character = is_one_of<T, char, wchar_t, char16_t, char32_t
#ifdef __cpp_char8_t
                                               ,
                                               char8_t
#endif
                                               >;

// Integers that are numbers: neither truth values nor characters, and of at most 64 bits.
template <typename T>
inline constexpr bool is_number =
    std::is_integral_v<T> && !std::is_same_v<T, bool> && !is_character<T> && sizeof(T) <= sizeof(std::uint64_t);

template <typename T>
using if_number = std::enable_if_t<is_number<T>, int>;

// What would turn into a number, or into a text, without being one.
template <typename T>
using if_no_number =
    std::enable_if_t<(std::is_arithmetic_v<T> || std::is_integral_v<T> || std::is_null_pointer_v<T>)&&!is_number<T>,
                     int>;

// What may be another number as a double, or none: numbers of more digits, truth values, characters.
template <typename T>
using if_no_double =
    std::enable_if_t<std::is_arithmetic_v<T> && !is_one_of<T, double, float> && !(is_number<T> && sizeof(T) < 8), int>;

template <typename To, typename From>
constexpr bool fits(From value) noexcept {
  if constexpr (std::is_signed_v<From>) {
    if (value < 0) {
      return std::is_signed_v<To> && static_cast<std::int64_t>(value) >= std::int64_t{std::numeric_limits<To>::min()};
    }
  }
  return static_cast<std::uint64_t>(value) <= static_cast<std::uint64_t>(std::numeric_limits<To>::max());
}

// A whole number of any type, as a field of the C interface has it.
constexpr dijia_decimal whole_decimal(std::uint64_t magnitude, bool is_negative) noexcept {
  return {0, 0, is_negative ? std::uint8_t{DIJIA_NEGATIVE} : std::uint8_t{0}, 0, magnitude};
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

// An integer that a function takes where the C interface has a field of the type To: of any integer type, and never
// cut.
template <typename To>
class whole {
 public:
  template <typename From, if_number<From> = 0>
  constexpr whole(From value) noexcept DIJIA_REFUSE_CONSTANT(!fits<To>(value), "the number does not fit")
      : value_(fits<To>(value) ? static_cast<To>(value) : To{}),
        fits_(fits<To>(value)),
        is_negative_(value < From{}),
        magnitude_(value < From{} ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value)) {}
  template <typename From, if_no_number<From> = 0>
  whole(From) = delete;  // a whole number is expected: no floating point, truth value or character

  constexpr bool is_cut() const noexcept { return !fits_; }
  // Where the number does not fit, zero.
  constexpr To or_zero() const noexcept { return value_; }
  constexpr To get(dijia_status status, const char* what) const { return fits_ ? value_ : does_not_fit(status, what); }
  failure refusal(dijia_status status, const char* what) const {
    const std::string number = (is_negative_ ? "-" : "") + std::to_string(magnitude_);
    const std::string bits = std::to_string(sizeof(To) * 8);
    failure failed = fail(status, std::string("the ") + what + ' ' + number + " does not fit into " + bits + " bits",
                          "整数 " + number + " 超出 " + bits + " 位整数的范围");
    failed.out()->value = dijia_some(whole_decimal(magnitude_, is_negative_));
    return failed;
  }

 private:
  [[noreturn]] To does_not_fit(dijia_status status, const char* what) const { throw error(refusal(status, what)); }

  To value_;
  bool fits_;
  bool is_negative_;
  std::uint64_t magnitude_;
};

// What a function of an edition takes in place of a word of it: one, or a text, which is read as the edition spells it,
// so that a text which cannot be read is a failure of the function's own.
template <typename T>
class argument {
 public:
  template <typename From,
            std::enable_if_t<std::is_convertible_v<From, T> && !std::is_convertible_v<From, std::string_view>, int> = 0>
  argument(From value) : given_(std::in_place_index<0>, T(value)) {}
  template <typename From, std::enable_if_t<std::is_arithmetic_v<From> || std::is_null_pointer_v<From>, int> = 0>
  argument(From) = delete;  // a value of the class, or a text, is expected
  argument(std::string_view text) noexcept : given_(std::in_place_index<1>, text) {}
  argument(const char* text) noexcept : argument(std::string_view(text)) {}
  argument(const std::string& text) noexcept : argument(std::string_view(text)) {}

  result<T> read(const dijia_edition* edition) const {
    const std::string_view* const text = std::get_if<1>(&given_);
    return text == nullptr ? result<T>(*std::get_if<0>(&given_)) : T::try_parse(*text, edition);
  }

 private:
  std::variant<T, std::string_view> given_;
};

// A struct of the C interface as it is before a call: one that says its own size does so.
template <typename Raw, typename = void>
inline constexpr bool has_size = false;
template <typename Raw>
inline constexpr bool has_size<Raw, std::void_t<decltype(Raw::size)>> = true;

template <typename Raw>
Raw fresh() noexcept {
  if constexpr (has_size<Raw>) {
    return dijia_new<Raw>();
  } else {
    return Raw();
  }
}

// The name that a function of the C interface gives to a number.
template <typename Call>
std::string_view name(Call call) {
  return view(get(dijia_text(), call).value());
}

}  // namespace detail

// An exact decimal of up to 28 places; 0.90 equals 0.9 and keeps its zero as text.
class decimal {
 public:
  constexpr decimal() noexcept : raw_{0, 0, 0, 0, 0} {}
  constexpr explicit decimal(const dijia_decimal& raw) noexcept : raw_(raw) {}
  template <typename Integer, detail::if_number<Integer> = 0>
  constexpr decimal(Integer value) noexcept
      : raw_(detail::whole_decimal(
            value < Integer{} ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value),
            value < Integer{})) {}
  template <typename T, detail::if_no_number<T> = 0>
  decimal(T) = delete;  // binary floating point enters through from_double alone; no truth value or character does
  // As dijia_decimal_parse; throws dijia::error.
  decimal(std::string_view text) : decimal(try_parse(text).value()) {}
  decimal(const char* text) : decimal(std::string_view(text)) {}
  decimal(const std::string& text) : decimal(std::string_view(text)) {}

  static result<decimal> try_parse(std::string_view text) {
    return detail::wrap<decimal>(detail::get(dijia_decimal(), [&](dijia_decimal* out, dijia_error* failed) {
      return dijia_decimal_parse(text.data(), text.size(), out, failed);
    }));
  }
  // As dijia_rate_parse: "6.4%" is 0.064.
  static result<decimal> try_parse_rate(std::string_view text) {
    return detail::wrap<decimal>(detail::get(dijia_decimal(), [&](dijia_decimal* out, dijia_error* failed) {
      return dijia_rate_parse(text.data(), text.size(), out, failed);
    }));
  }
  static decimal rate(std::string_view text) { return try_parse_rate(text).value(); }
  // The decimal of that many places that is nearest to a floating-point number.
  static result<decimal> try_from_double(double value, detail::whole<std::uint32_t> places) {
    if (places.is_cut()) {
      return places.refusal(DIJIA_TOO_MANY_PLACES, "number of places");
    }
    return detail::wrap<decimal>(detail::get(dijia_decimal(), [&](dijia_decimal* out, dijia_error* failed) {
      return dijia_decimal_from_double(value, places.or_zero(), out, failed);
    }));
  }
  static decimal from_double(double value, detail::whole<std::uint32_t> places) {
    return try_from_double(value, places).value();
  }
  template <typename T, detail::if_no_double<T> = 0>
  static result<decimal> try_from_double(T, detail::whole<std::uint32_t>) = delete;  // another number as a double
  template <typename T, detail::if_no_double<T> = 0>
  static decimal from_double(T, detail::whole<std::uint32_t>) = delete;  // another number as a double

  const dijia_decimal& raw() const noexcept { return raw_; }
  unsigned places() const noexcept { return raw_.scale; }

  std::string to_string() const {
    return detail::get_text([&](char* buffer, std::size_t capacity, std::size_t* length, dijia_error* failed) {
             return dijia_decimal_text(raw_, buffer, capacity, length, failed);
           })
        .value();
  }
  // The nearest floating-point number.
  double to_double() const {
    return detail::get(0.0,
                       [&](double* out, dijia_error* failed) { return dijia_decimal_to_double(raw_, out, failed); })
        .value();
  }
  result<std::int64_t> try_to_int64() const {
    return detail::get(std::int64_t{0}, [&](std::int64_t* out, dijia_error* failed) {
      return dijia_decimal_to_int64(raw_, out, failed);
    });
  }
  std::int64_t to_int64() const { return try_to_int64().value(); }
  decimal rounded(detail::whole<std::uint32_t> to, rounding_mode mode = rounding_mode::half_up) const {
    const std::uint32_t places = to.get(DIJIA_TOO_MANY_PLACES, "number of places");
    return decimal(detail::get(dijia_decimal(), [&](dijia_decimal* out, dijia_error* failed) {
                     return dijia_decimal_round(raw_, places, static_cast<dijia_rounding_mode>(mode), out, failed);
                   }).value());
  }
  // Less than, equal to or greater than 0, as this is less than, equal to or greater than the other.
  int compare(const decimal& other) const {
    return detail::get(std::int32_t{0},
                       [&](std::int32_t* out, dijia_error* failed) {
                         return dijia_decimal_compare(raw_, other.raw_, out, failed);
                       })
        .value();
  }

  friend bool operator==(const decimal& a, const decimal& b) { return a.compare(b) == 0; }
  friend bool operator!=(const decimal& a, const decimal& b) { return a.compare(b) != 0; }
  friend bool operator<(const decimal& a, const decimal& b) { return a.compare(b) < 0; }
  friend bool operator>(const decimal& a, const decimal& b) { return a.compare(b) > 0; }
  friend bool operator<=(const decimal& a, const decimal& b) { return a.compare(b) <= 0; }
  friend bool operator>=(const decimal& a, const decimal& b) { return a.compare(b) >= 0; }
  friend std::ostream& operator<<(std::ostream& out, const decimal& value) { return out << value.to_string(); }

 private:
  dijia_decimal raw_;
};

namespace detail {

inline std::optional<decimal> optional(const dijia_optional_decimal& value) {
  return value.present != 0 ? std::optional<decimal>(decimal(value.value)) : std::nullopt;
}

}  // namespace detail

// A day of the calendar.
class date {
 public:
  // Throws dijia::error where a number does not fit. Whether the calendar has the day is seen where it is used.
  constexpr date(detail::whole<std::int16_t> year, detail::whole<std::uint8_t> month, detail::whole<std::uint8_t> day)
      : raw_{year.get(DIJIA_MALFORMED_DATE, "year"), month.get(DIJIA_MALFORMED_DATE, "month"),
             day.get(DIJIA_MALFORMED_DATE, "day")} {}
  constexpr explicit date(const dijia_date& raw) noexcept : raw_(raw) {}
  // "2020-10-08"; throws dijia::error.
  date(std::string_view text) : date(try_parse(text).value()) {}
  date(const char* text) : date(std::string_view(text)) {}
  date(const std::string& text) : date(std::string_view(text)) {}

  static result<date> try_of(detail::whole<std::int16_t> year, detail::whole<std::uint8_t> month,
                             detail::whole<std::uint8_t> day) {
    if (year.is_cut()) {
      return year.refusal(DIJIA_MALFORMED_DATE, "year");
    }
    if (month.is_cut()) {
      return month.refusal(DIJIA_MALFORMED_DATE, "month");
    }
    if (day.is_cut()) {
      return day.refusal(DIJIA_MALFORMED_DATE, "day");
    }
    return date(dijia_date{year.or_zero(), month.or_zero(), day.or_zero()});
  }
  static result<date> try_parse(std::string_view text) {
    return detail::wrap<date>(detail::get(dijia_date(), [&](dijia_date* out, dijia_error* failed) {
      return dijia_date_parse(text.data(), text.size(), out, failed);
    }));
  }

  int year() const noexcept { return raw_.year; }
  int month() const noexcept { return raw_.month; }
  int day() const noexcept { return raw_.day; }
  const dijia_date& raw() const noexcept { return raw_; }
  std::string to_string() const {
    return detail::get_text([&](char* buffer, std::size_t capacity, std::size_t* length, dijia_error* failed) {
             return dijia_date_text(raw_, buffer, capacity, length, failed);
           })
        .value();
  }
  friend bool operator==(const date& a, const date& b) noexcept { return a.number() == b.number(); }
  friend bool operator!=(const date& a, const date& b) noexcept { return a.number() != b.number(); }
  friend bool operator<(const date& a, const date& b) noexcept { return a.number() < b.number(); }

 private:
  int number() const noexcept { return (raw_.year * 16 + raw_.month) * 32 + raw_.day; }

  dijia_date raw_;
};

namespace detail {

inline std::optional<date> optional(const dijia_optional_date& value) {
  return value.present != 0 ? std::optional<date>(date(value.value)) : std::nullopt;
}

}  // namespace detail

// A use of land (土地用途): one that everybody knows, or one of an edition's own.
class land_use {
 public:
  enum kind : dijia_land_use {
    commercial = DIJIA_COMMERCIAL,
    residential = DIJIA_RESIDENTIAL,
    industrial = DIJIA_INDUSTRIAL,
    public_service = DIJIA_PUBLIC_SERVICE
  };

  constexpr land_use(kind of) noexcept : raw_(of) {}
  // One of DIJIA_COMMERCIAL and so on.
  template <typename Integer, detail::if_number<Integer> = 0>
  constexpr explicit land_use(Integer raw)
      DIJIA_REFUSE_CONSTANT(!detail::fits<dijia_land_use>(raw), "the number of the land use does not fit")
      : raw_(detail::whole<dijia_land_use>(raw).get(DIJIA_INVALID_ENUMERATOR, "land use")) {}
  template <typename T, detail::if_no_number<T> = 0>
  land_use(T) = delete;  // one of the constants, or a text, is expected
  // What an edition is asked for it by.
  constexpr land_use(const dijia_edition* edition, dijia_land_use raw) noexcept : raw_(raw), edition_(edition) {}
  // 商服用地, 商业, commercial …; throws dijia::error.
  land_use(std::string_view name) : land_use(try_parse(name).value()) {}
  land_use(const char* name) : land_use(std::string_view(name)) {}
  land_use(const std::string& name) : land_use(std::string_view(name)) {}

  static result<land_use> try_parse(std::string_view name) {
    return detail::wrap<land_use>(detail::get(dijia_land_use(), [&](dijia_land_use* out, dijia_error* failed) {
      return dijia_land_use_parse(name.data(), name.size(), out, failed);
    }));
  }
  // As an edition has it: 研发总部 …
  static result<land_use> try_parse(std::string_view name, const dijia_edition* edition) {
    return detail::map<land_use>(detail::get(dijia_land_use(),
                                             [&](dijia_land_use* out, dijia_error* failed) {
                                               return dijia_edition_land_use(edition, name.data(), name.size(), out,
                                                                             failed);
                                             }),
                                 [&](dijia_land_use raw) { return land_use(edition, raw); });
  }

  constexpr dijia_land_use raw() const noexcept { return raw_; }
  // Its name, as the edition that it comes from has it.
  std::string_view name(language in = language::english) const {
    return detail::name([&](dijia_text* out, dijia_error* failed) {
      const auto of = static_cast<dijia_language>(in);
      return edition_ == nullptr ? dijia_land_use_name(raw_, of, out, failed)
                                 : dijia_edition_land_use_name(edition_, raw_, of, out, failed);
    });
  }
  friend bool operator==(land_use a, land_use b) noexcept { return a.raw_ == b.raw_; }
  friend bool operator!=(land_use a, land_use b) noexcept { return a.raw_ != b.raw_; }

 private:
  dijia_land_use raw_;
  const dijia_edition* edition_ = nullptr;
};

// A part of a city that prices hold for: one that everybody knows, or one of an edition's own.
class area {
 public:
  enum kind : dijia_area { first = DIJIA_FIRST_AREA, central_urban = DIJIA_CENTRAL_URBAN, township = DIJIA_TOWNSHIP };

  constexpr area(kind of) noexcept : raw_(of) {}
  template <typename T, std::enable_if_t<std::is_arithmetic_v<T> || std::is_null_pointer_v<T>, int> = 0>
  area(T) = delete;  // one of the constants, or a text, is expected
  // What an edition is asked for it by.
  constexpr area(const dijia_edition* edition, dijia_area raw) noexcept : raw_(raw), edition_(edition) {}
  // 中心城区, township …; throws dijia::error.
  area(std::string_view name) : area(try_parse(name).value()) {}
  area(const char* name) : area(std::string_view(name)) {}
  area(const std::string& name) : area(std::string_view(name)) {}

  static result<area> try_parse(std::string_view name) {
    return parsed(nullptr, [&](dijia_area* out, dijia_error* failed) {
      return dijia_area_parse(name.data(), name.size(), out, failed);
    });
  }
  // As an edition has it: 永登县 …
  static result<area> try_parse(std::string_view name, const dijia_edition* edition) {
    return parsed(edition, [&](dijia_area* out, dijia_error* failed) {
      return dijia_edition_area(edition, name.data(), name.size(), out, failed);
    });
  }

  constexpr dijia_area raw() const noexcept { return raw_; }
  // Its name, as the edition that it comes from has it.
  std::string_view name(language in = language::english) const {
    return detail::name([&](dijia_text* out, dijia_error* failed) {
      const auto of = static_cast<dijia_language>(in);
      return edition_ == nullptr ? dijia_area_name(raw_, of, out, failed)
                                 : dijia_edition_area_name(edition_, raw_, of, out, failed);
    });
  }
  friend bool operator==(area a, area b) noexcept { return a.raw_ == b.raw_; }
  friend bool operator!=(area a, area b) noexcept { return a.raw_ != b.raw_; }

 private:
  template <typename Call>
  static result<area> parsed(const dijia_edition* edition, Call call) {
    return detail::map<area>(detail::get(dijia_area(), call), [&](dijia_area raw) { return area(edition, raw); });
  }

  dijia_area raw_;
  const dijia_edition* edition_ = nullptr;
};

// A land grade (级别), 1 for Ⅰ to 20, or one that an edition only has a name of (限制级).
class grade {
 public:
  // Throws dijia::error where the number does not fit. Whether there is such a grade is seen where it is used.
  template <typename Integer, detail::if_number<Integer> = 0>
  constexpr explicit grade(Integer number)
      DIJIA_REFUSE_CONSTANT(!detail::fits<std::uint16_t>(number), "the number of the grade does not fit")
      : raw_(detail::whole<std::uint16_t>(number).get(DIJIA_INVALID_GRADE, "grade")) {}
  template <typename T, detail::if_no_number<T> = 0>
  grade(T) = delete;  // a whole number, or a text, is expected
  // What an edition is asked for it by.
  constexpr grade(const dijia_edition* edition, dijia_grade raw) noexcept : raw_(raw), edition_(edition) {}
  // Ⅲ, III, 3, 三级 …; throws dijia::error.
  grade(std::string_view text) : grade(try_parse(text).value()) {}
  grade(const char* text) : grade(std::string_view(text)) {}
  grade(const std::string& text) : grade(std::string_view(text)) {}

  static result<grade> try_parse(std::string_view text) {
    return parsed(nullptr, [&](dijia_grade* out, dijia_error* failed) {
      return dijia_grade_parse(text.data(), text.size(), out, failed);
    });
  }
  // As an edition has it: 限制级 …
  static result<grade> try_parse(std::string_view text, const dijia_edition* edition) {
    return parsed(edition, [&](dijia_grade* out, dijia_error* failed) {
      return dijia_edition_grade(edition, text.data(), text.size(), out, failed);
    });
  }
  static result<grade> try_of(detail::whole<std::uint16_t> number) {
    return number.is_cut() ? result<grade>(number.refusal(DIJIA_INVALID_GRADE, "grade")) : grade(number.or_zero());
  }

  // Its number; 0 where it only has a name.
  constexpr int number() const noexcept {
    return raw_ <= std::numeric_limits<std::uint16_t>::max() ? static_cast<int>(raw_) : 0;
  }
  constexpr dijia_grade raw() const noexcept { return raw_; }
  // The numeral, or the name.
  std::string_view name() const {
    return detail::name([&](dijia_text* out, dijia_error* failed) {
      return number() != 0 || edition_ == nullptr ? dijia_grade_name(raw_, out, failed)
                                                  : dijia_edition_grade_name(edition_, raw_, out, failed);
    });
  }
  friend bool operator==(grade a, grade b) noexcept { return a.raw_ == b.raw_; }
  friend bool operator!=(grade a, grade b) noexcept { return a.raw_ != b.raw_; }

 private:
  template <typename Call>
  static result<grade> parsed(const dijia_edition* edition, Call call) {
    return detail::map<grade>(detail::get(dijia_grade(), call), [&](dijia_grade raw) { return grade(edition, raw); });
  }

  dijia_grade raw_;
  const dijia_edition* edition_ = nullptr;
};

// The code of a zone (区片): a grade and a number within it, or one that an edition prints otherwise (通1).
class zone_code {
 public:
  // Throws dijia::error where a number does not fit. Whether there is such a zone is seen where it is used.
  constexpr zone_code(detail::whole<std::uint16_t> grade, detail::whole<std::uint16_t> number)
      : raw_{grade.get(DIJIA_INVALID_ZONE_CODE, "grade"), number.get(DIJIA_INVALID_ZONE_CODE, "number of the zone")} {}
  constexpr explicit zone_code(const dijia_zone_code& raw) noexcept : raw_(raw) {}
  // What an edition is asked for it by.
  constexpr zone_code(const dijia_edition* edition, const dijia_zone_code& raw) noexcept
      : raw_(raw), edition_(edition) {}
  // Ⅲ-4, III－４, 三级-4 …; throws dijia::error.
  zone_code(std::string_view text) : zone_code(try_parse(text).value()) {}
  zone_code(const char* text) : zone_code(std::string_view(text)) {}
  zone_code(const std::string& text) : zone_code(std::string_view(text)) {}

  static result<zone_code> try_of(detail::whole<std::uint16_t> grade, detail::whole<std::uint16_t> number) {
    if (grade.is_cut()) {
      return grade.refusal(DIJIA_INVALID_ZONE_CODE, "grade");
    }
    if (number.is_cut()) {
      return number.refusal(DIJIA_INVALID_ZONE_CODE, "number of the zone");
    }
    return zone_code(dijia_zone_code{grade.or_zero(), number.or_zero()});
  }
  static result<zone_code> try_parse(std::string_view text) {
    return parsed(nullptr, [&](dijia_zone_code* out, dijia_error* failed) {
      return dijia_zone_code_parse(text.data(), text.size(), out, failed);
    });
  }
  // As an edition has it: 通1, 昌南 …
  static result<zone_code> try_parse(std::string_view text, const dijia_edition* edition) {
    return parsed(edition, [&](dijia_zone_code* out, dijia_error* failed) {
      return dijia_edition_zone_code(edition, text.data(), text.size(), out, failed);
    });
  }

  // The grade and the number within it; none for a code that is no grade and number.
  std::optional<dijia::grade> grade() const noexcept {
    return is_printed_otherwise() ? std::nullopt : std::optional<dijia::grade>(dijia::grade(edition_, raw_.grade));
  }
  std::optional<int> number() const noexcept {
    return is_printed_otherwise() ? std::nullopt : std::optional<int>(static_cast<int>(raw_.number));
  }
  constexpr const dijia_zone_code& raw() const noexcept { return raw_; }
  std::string to_string() const {
    return detail::get_text([&](char* buffer, std::size_t capacity, std::size_t* length, dijia_error* failed) {
             return edition_ == nullptr
                        ? dijia_zone_code_text(raw_, buffer, capacity, length, failed)
                        : dijia_edition_zone_code_text(edition_, raw_, buffer, capacity, length, failed);
           })
        .value();
  }
  friend bool operator==(zone_code a, zone_code b) noexcept {
    return a.raw_.grade == b.raw_.grade && a.raw_.number == b.raw_.number;
  }
  friend bool operator!=(zone_code a, zone_code b) noexcept { return !(a == b); }

 private:
  bool is_printed_otherwise() const noexcept { return raw_.grade > std::numeric_limits<std::uint16_t>::max(); }
  template <typename Call>
  static result<zone_code> parsed(const dijia_edition* edition, Call call) {
    return detail::map<zone_code>(detail::get(dijia_zone_code(), call),
                                  [&](const dijia_zone_code& raw) { return zone_code(edition, raw); });
  }

  dijia_zone_code raw_;
  const dijia_edition* edition_ = nullptr;
};

// The services that reach a site (开发程度), DIJIA_ROAD and so on joined by |.
class development_level {
 public:
  template <typename Integer, detail::if_number<Integer> = 0>
  constexpr explicit development_level(Integer bits)
      DIJIA_REFUSE_CONSTANT(!detail::fits<dijia_development_level>(bits), "the services do not fit")
      : bits_(detail::whole<dijia_development_level>(bits).get(DIJIA_INVALID_DEVELOPMENT_LEVEL, "development level")) {}
  template <typename T, detail::if_no_number<T> = 0>
  development_level(T) = delete;  // DIJIA_ROAD and so on joined by |, or a text, is expected
  // 六通一平, road+power, none …; throws dijia::error.
  development_level(std::string_view text) : development_level(try_parse(text).value()) {}
  development_level(const char* text) : development_level(std::string_view(text)) {}
  development_level(const std::string& text) : development_level(std::string_view(text)) {}

  static result<development_level> try_parse(std::string_view text) {
    return detail::wrap<development_level>(
        detail::get(dijia_development_level(), [&](dijia_development_level* out, dijia_error* failed) {
          return dijia_development_level_parse(text.data(), text.size(), out, failed);
        }));
  }

  dijia_development_level bits() const noexcept { return bits_; }
  bool contains(detail::whole<dijia_service> service) const {
    return (bits_ & service.get(DIJIA_INVALID_SERVICE, "service")) != 0;
  }
  // 五通一平, 六通一平, 七通一平, or nothing.
  std::string_view name() const noexcept { return view(dijia_development_level_name(bits_)); }
  std::string to_string() const {
    return detail::get_text([&](char* buffer, std::size_t capacity, std::size_t* length, dijia_error* failed) {
             return dijia_development_level_text(bits_, buffer, capacity, length, failed);
           })
        .value();
  }
  friend bool operator==(development_level a, development_level b) noexcept { return a.bits_ == b.bits_; }
  friend bool operator!=(development_level a, development_level b) noexcept { return a.bits_ != b.bits_; }

 private:
  dijia_development_level bits_;
};

// Where in which document a figure is printed.
class citation {
 public:
  explicit citation(const dijia_citation& raw) noexcept : raw_(raw) {}
  std::string_view document() const noexcept { return view(raw_.document); }
  // The number of the annex; 0 for the explanatory notes.
  std::uint32_t annex() const noexcept { return raw_.annex; }
  // What the part of the document is called where it is no annex.
  std::string_view part() const noexcept { return view(raw_.part); }
  // The row, from 1; 0 where there is none.
  std::uint32_t row() const noexcept { return raw_.row; }

 private:
  dijia_citation raw_;
};

// What a benchmark price assumes (基准地价内涵): so much of it as the document states.
class basis {
 public:
  basis(const dijia_edition* edition, const dijia_basis_row& raw) noexcept : edition_(edition), raw_(raw) {}
  dijia::area area() const noexcept { return dijia::area(edition_, raw_.area); }
  // The land use and the grade that it holds for; none where it holds for all.
  std::optional<dijia::land_use> land_use() const {
    if (raw_.land_use == DIJIA_NO_LAND_USE) return std::nullopt;
    return dijia::land_use(edition_, raw_.land_use);
  }
  std::optional<dijia::grade> grade() const {
    if (raw_.grade == 0) return std::nullopt;
    return dijia::grade(edition_, raw_.grade);
  }
  // The right that is priced (土地权利状况), in the words of the document; empty where it states none, and so on.
  std::string_view right() const noexcept { return view(raw_.right); }
  std::optional<date> base_date() const { return detail::optional(raw_.base_date); }
  std::optional<dijia::development_level> development_level() const {
    if (raw_.has_development_level == 0) return std::nullopt;
    return dijia::development_level(raw_.development_level);
  }
  // What the document calls that level, such as 六通一平.
  std::string_view development_name() const noexcept { return view(raw_.development_name); }
  std::optional<decimal> statutory_term() const { return detail::optional(raw_.statutory_term); }
  // Whether the term has no end (无限年期).
  bool is_perpetual() const noexcept { return raw_.is_perpetual != 0; }
  std::optional<decimal> plot_ratio() const { return detail::optional(raw_.plot_ratio); }
  std::optional<decimal> capitalization_rate() const { return detail::optional(raw_.capitalization_rate); }
  dijia::citation citation() const noexcept { return dijia::citation(raw_.citation); }

 private:
  const dijia_edition* edition_;
  dijia_basis_row raw_;
};

class edition;

namespace detail {

// What the prices of grades and of zones have in common.
template <typename Raw>
class published {
 public:
  published(const dijia_edition* edition, const Raw& raw) noexcept : edition_(edition), raw_(raw) {}
  dijia::area area() const noexcept { return dijia::area(edition_, raw_.area); }
  dijia::land_use land_use() const noexcept { return dijia::land_use(edition_, raw_.land_use); }
  // The figure printed, 元 for a square metre of what priced_area() says.
  decimal printed() const noexcept { return decimal(raw_.printed); }
  dijia::priced_area priced_area() const noexcept { return static_cast<dijia::priced_area>(raw_.priced_area); }
  // Whether it is printed as a lower bound (≥).
  bool is_lower_bound() const noexcept { return raw_.is_lower_bound != 0; }
  // 元/㎡ of land: the figure printed, or a floor price × the plot ratio of the basis; throws dijia::error where the
  // document states none.
  decimal per_square_metre() const {
    if (raw_.per_square_metre.present == 0) {
      throw error(fail(DIJIA_NOT_STATED, "the price of land needs a plot ratio, and the document states none",
                       "换算地面地价需要容积率，文件没有载明"));
    }
    return decimal(raw_.per_square_metre.value);
  }
  std::optional<decimal> wan_yuan_per_mu() const { return optional(raw_.wan_yuan_per_mu); }
  std::optional<decimal> per_floor_area() const { return optional(raw_.per_floor_area); }
  dijia::basis basis() const noexcept { return dijia::basis(edition_, raw_.basis); }
  dijia::citation citation() const noexcept { return dijia::citation(raw_.citation); }
  const dijia_edition* edition() const noexcept { return edition_; }
  const Raw& raw() const noexcept { return raw_; }

 private:
  const dijia_edition* edition_;
  Raw raw_;
};

}  // namespace detail

// The published price of a grade (级别基准地价).
class grade_price : public detail::published<dijia_grade_price_row> {
 public:
  using published::published;
  dijia::grade grade() const noexcept { return dijia::grade(edition(), raw().grade); }
  std::uint32_t zone_count() const noexcept { return raw().zone_count; }
};

// The published price of a zone (区片基准地价).
class zone_price : public detail::published<dijia_zone_price_row> {
 public:
  using published::published;
  zone_code code() const noexcept { return zone_code(edition(), raw().code); }
  // The grade that the zone is of; none where the document divides no grades into zones.
  std::optional<dijia::grade> grade() const {
    if (raw().grade == 0) return std::nullopt;
    return dijia::grade(edition(), raw().grade);
  }
};

// A land use as an edition has it.
class listed_land_use {
 public:
  listed_land_use(const dijia_edition* edition, const dijia_land_use_row& raw) noexcept
      : edition_(edition), raw_(raw) {}
  // What the edition is asked for it by.
  dijia::land_use land_use() const noexcept { return dijia::land_use(edition_, raw_.land_use); }
  std::string_view name() const noexcept { return view(raw_.name); }
  std::string_view english() const noexcept { return view(raw_.english); }
  // The class that it belongs to.
  std::optional<dijia::land_use> class_of_use() const {
    if (raw_.class_of_use == DIJIA_NO_LAND_USE) return std::nullopt;
    return dijia::land_use(raw_.class_of_use);
  }
  // What it is printed under, where that is another name.
  std::string_view printed_under() const noexcept { return view(raw_.printed_under); }

 private:
  const dijia_edition* edition_;
  dijia_land_use_row raw_;
};

// An area as an edition has it.
class listed_area {
 public:
  listed_area(const dijia_edition* edition, const dijia_area_row& raw) noexcept : edition_(edition), raw_(raw) {}
  // What the edition is asked for it by.
  dijia::area area() const noexcept { return dijia::area(edition_, raw_.area); }
  std::string_view name() const noexcept { return view(raw_.name); }
  std::string_view english() const noexcept { return view(raw_.english); }

 private:
  const dijia_edition* edition_;
  dijia_area_row raw_;
};

// A grade as an edition has it.
class listed_grade {
 public:
  listed_grade(const dijia_edition* edition, const dijia_grade_row& raw) noexcept : edition_(edition), raw_(raw) {}
  // What the edition is asked for it by.
  dijia::grade grade() const noexcept { return dijia::grade(edition_, raw_.grade); }
  // The numeral, or the name of one that has no number.
  std::string_view name() const noexcept { return view(raw_.name); }

 private:
  const dijia_edition* edition_;
  dijia_grade_row raw_;
};

// A place that an area covers: a township, a street office, a county.
class place {
 public:
  place(const dijia_edition* edition, const dijia_place_row& raw) noexcept : edition_(edition), raw_(raw) {}
  std::string_view name() const noexcept { return view(raw_.name); }
  // The district that it belongs to; empty where the document does not say so.
  std::string_view district() const noexcept { return view(raw_.district); }
  dijia::area area() const noexcept { return dijia::area(edition_, raw_.area); }

 private:
  const dijia_edition* edition_;
  dijia_place_row raw_;
};

// Something that a document says of the area that it covers, in its own words.
class statement {
 public:
  statement(const dijia_edition* edition, const dijia_statement_row& raw) noexcept : edition_(edition), raw_(raw) {}
  std::string_view about() const noexcept { return view(raw_.about); }
  std::string_view words() const noexcept { return view(raw_.words); }
  // The area that it is about, where it is about one in particular.
  std::optional<dijia::area> area() const {
    if (raw_.area == DIJIA_FIRST_AREA) return std::nullopt;
    return dijia::area(edition_, raw_.area);
  }

 private:
  const dijia_edition* edition_;
  dijia_statement_row raw_;
};

// An annex (附件) of a document.
class annex {
 public:
  annex(const dijia_edition* edition, const dijia_annex_row& raw) noexcept : edition_(edition), raw_(raw) {}
  // Its number; 0 where it only has a label.
  std::uint32_t number() const noexcept { return raw_.number; }
  std::string_view label() const noexcept { return view(raw_.label); }
  std::string_view title() const noexcept { return view(raw_.title); }
  // Whether the edition holds its figures; else they are published, but elsewhere.
  bool is_in_hand() const noexcept { return raw_.in_hand != 0; }
  // Whether it prints the prices of zones; else those of grades.
  bool is_of_zones() const noexcept { return raw_.of_zones != 0; }
  // The area that it publishes prices of; none where it has several.
  std::optional<dijia::area> area() const {
    if (raw_.area == DIJIA_FIRST_AREA) return std::nullopt;
    return dijia::area(edition_, raw_.area);
  }
  // Whether it publishes prices of the land use of that index in edition::land_uses().
  bool is_of_land_use(detail::whole<std::uint32_t> index) const {
    const std::uint32_t at = index.get(DIJIA_INDEX_OUT_OF_RANGE, "index");
    return at < 64 && (raw_.land_uses >> at & 1) != 0;
  }

 private:
  const dijia_edition* edition_;
  dijia_annex_row raw_;
};

// The rows of a table of an edition, in the order printed, for range-for and by index.
template <typename T, typename Raw, dijia_status (*At)(const dijia_edition*, std::size_t, Raw*, dijia_error*)>
class rows {
 public:
  class iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = T;

    iterator(const dijia_edition* edition, std::size_t index) noexcept : edition_(edition), index_(index) {}
    T operator*() const { return rows(edition_, 0)[index_]; }
    iterator& operator++() noexcept {
      ++index_;
      return *this;
    }
    iterator operator++(int) noexcept {
      iterator before = *this;
      ++index_;
      return before;
    }
    friend bool operator==(const iterator& a, const iterator& b) noexcept { return a.index_ == b.index_; }
    friend bool operator!=(const iterator& a, const iterator& b) noexcept { return a.index_ != b.index_; }

   private:
    const dijia_edition* edition_;
    std::size_t index_;
  };

  rows(const dijia_edition* edition, std::size_t size) noexcept : edition_(edition), size_(size) {}
  std::size_t size() const noexcept { return size_; }
  iterator begin() const noexcept { return iterator(edition_, 0); }
  iterator end() const noexcept { return iterator(edition_, size_); }
  T operator[](detail::whole<std::size_t> index) const {
    const std::size_t at = index.get(DIJIA_INDEX_OUT_OF_RANGE, "index");
    const auto get = [&](Raw* out, dijia_error* failed) { return At(edition_, at, out, failed); };
    return T(edition_, detail::get(detail::fresh<Raw>(), get).value());
  }

 private:
  const dijia_edition* edition_;
  std::size_t size_;
};

// What the rows of a batch came to: values[i] is there where statuses[i] is DIJIA_OK.
template <typename T>
struct batch {
  std::vector<std::optional<T>> values;
  std::vector<dijia_status> statuses;
};

namespace detail {

// An edition opened from bytes: its own, or those of somebody else.
class opened {
 public:
  explicit opened(std::vector<std::uint8_t> bytes)
      : bytes_(std::move(bytes)), storage_(dijia_edition_storage_size() / sizeof(std::uint64_t) + 1) {}
  opened(const opened&) = delete;
  opened& operator=(const opened&) = delete;
  ~opened() { dijia_edition_close(edition_, nullptr); }

  result<const dijia_edition*> open() { return open(bytes_.data(), bytes_.size()); }
  result<const dijia_edition*> open(const std::uint8_t* data, std::size_t size) {
    const auto made = get<const dijia_edition*>(nullptr, [&](const dijia_edition** out, dijia_error* failed) {
      return dijia_edition_open(data, size, storage_.data(), storage_.size() * sizeof(std::uint64_t), out, failed);
    });
    edition_ = made.value_or(nullptr);
    return made;
  }

 private:
  std::vector<std::uint8_t> bytes_;
  std::vector<std::uint64_t> storage_;
  const dijia_edition* edition_ = nullptr;
};

inline failure cannot_be_read(const std::filesystem::path& path) {
  const auto name = path.u8string();
  const std::string text(name.begin(), name.end());
  return fail(DIJIA_INVALID_FILE, "the file " + text + " cannot be read", "无法读取文件 " + text);
}

// The bytes of a file, but of no more than an edition file can have.
inline result<std::vector<std::uint8_t>> bytes_of(const std::filesystem::path& path) {
  constexpr std::size_t most = (std::size_t{16} << 20) + 1;
  std::ifstream file(path, std::ios::binary);
  std::vector<std::uint8_t> bytes;
  std::vector<char> block(std::size_t{1} << 16);
  while (file && bytes.size() < most) {
    file.read(block.data(), static_cast<std::streamsize>(block.size()));
    bytes.insert(bytes.end(), block.begin(), block.begin() + static_cast<std::ptrdiff_t>(file.gcount()));
  }
  if (!file.eof() && bytes.size() < most) {
    return cannot_be_read(path);
  }
  return bytes;
}

}  // namespace detail

// One publication of a city's benchmark land prices: one of the library's, or one opened from an edition file, such as
// `dijia-tables pack` writes. A copy of an opened one is the same one: what it needs goes with the last of them.
class edition {
 public:
  explicit edition(const dijia_edition* raw)
      : raw_(raw), facts_(detail::get(DIJIA_EDITION_FACTS_INIT, [&](dijia_edition_facts* out, dijia_error* failed) {
                            return dijia_edition_describe(raw, out, failed);
                          }).value()) {}

  // From the bytes of an edition file, which it keeps.
  static result<edition> try_open(std::vector<std::uint8_t> bytes) {
    auto opened = std::make_shared<detail::opened>(std::move(bytes));
    return of(opened, opened->open());
  }
  static edition open(std::vector<std::uint8_t> bytes) { return try_open(std::move(bytes)).value(); }
  // From bytes that stay where and as they are as long as the edition is used, such as those of a mapped file.
  static result<edition> try_borrow(const std::uint8_t* data, std::size_t size) {
    auto opened = std::make_shared<detail::opened>(std::vector<std::uint8_t>());
    return of(opened, opened->open(data, size));
  }
  static edition borrow(const std::uint8_t* data, std::size_t size) { return try_borrow(data, size).value(); }
  // From an edition file.
  static result<edition> try_read(const std::filesystem::path& path) {
    auto bytes = detail::bytes_of(path);
    if (const failure* failed = bytes.failure()) {
      return *failed;
    }
    return try_open(std::move(bytes).value());
  }
  static edition read(const std::filesystem::path& path) { return try_read(path).value(); }

  const dijia_edition* raw() const noexcept { return raw_; }
  std::string_view name() const noexcept { return view(facts_.name); }
  std::string_view city() const noexcept { return view(facts_.city); }
  std::string_view document() const noexcept { return view(facts_.document.number); }
  std::string_view title() const noexcept { return view(facts_.document.title); }
  std::optional<date> base_date() const { return detail::optional(facts_.base_date); }
  std::optional<date> first_day_in_force() const { return detail::optional(facts_.document.first_day_in_force); }
  std::optional<date> last_day_in_force() const { return detail::optional(facts_.document.last_day_in_force); }
  const dijia_edition_facts& facts() const noexcept { return facts_; }
  // The SHA-256 that tells it from every other, in hexadecimal digits.
  std::string digest() const {
    std::string text;
    for (const std::uint8_t byte : facts_.digest) {
      text += "0123456789abcdef"[byte >> 4];
      text += "0123456789abcdef"[byte & 15];
    }
    return text;
  }

  dijia::validity validity_on(const date& day) const {
    return static_cast<dijia::validity>(detail::get(dijia_validity(), [&](dijia_validity* out, dijia_error* failed) {
                                          return dijia_validity_on(raw_, day.raw(), out, failed);
                                        }).value());
  }

  // The price of a zone, in the first area or in another.
  result<zone_price> try_zone(const detail::argument<dijia::land_use>& use,
                              const detail::argument<zone_code>& code) const {
    return try_zone(dijia::area::first, use, code);
  }
  result<zone_price> try_zone(const detail::argument<dijia::area>& in, const detail::argument<dijia::land_use>& use,
                              const detail::argument<zone_code>& code) const {
    return looked_up<zone_price, dijia_zone_price_row>(dijia_zone_price, in, use, code);
  }
  zone_price zone(const detail::argument<dijia::land_use>& use, const detail::argument<zone_code>& code) const {
    return try_zone(use, code).value();
  }
  zone_price zone(const detail::argument<dijia::area>& in, const detail::argument<dijia::land_use>& use,
                  const detail::argument<zone_code>& code) const {
    return try_zone(in, use, code).value();
  }

  // The price of a grade, in the first area or in another.
  result<grade_price> try_grade(const detail::argument<dijia::land_use>& use,
                                const detail::argument<dijia::grade>& of) const {
    return try_grade(dijia::area::first, use, of);
  }
  result<grade_price> try_grade(const detail::argument<dijia::area>& in, const detail::argument<dijia::land_use>& use,
                                const detail::argument<dijia::grade>& of) const {
    return looked_up<grade_price, dijia_grade_price_row>(dijia_grade_price, in, use, of);
  }
  grade_price grade(const detail::argument<dijia::land_use>& use, const detail::argument<dijia::grade>& of) const {
    return try_grade(use, of).value();
  }
  grade_price grade(const detail::argument<dijia::area>& in, const detail::argument<dijia::land_use>& use,
                    const detail::argument<dijia::grade>& of) const {
    return try_grade(in, use, of).value();
  }

  // What the prices of an area and a land use assume, where no grade or zone has a basis of its own.
  result<dijia::basis> try_basis(const detail::argument<dijia::area>& in,
                                 const detail::argument<dijia::land_use>& use) const {
    return looked_up<dijia::basis, dijia_basis_row>(dijia_basis, in, use);
  }
  dijia::basis basis(const detail::argument<dijia::area>& in, const detail::argument<dijia::land_use>& use) const {
    return try_basis(in, use).value();
  }

  // Words of the edition, in its own spellings.
  result<dijia::land_use> try_land_use(std::string_view name) const { return dijia::land_use::try_parse(name, raw_); }
  dijia::land_use land_use(std::string_view name) const { return try_land_use(name).value(); }
  result<dijia::area> try_area(std::string_view name) const { return dijia::area::try_parse(name, raw_); }
  dijia::area area(std::string_view name) const { return try_area(name).value(); }

  using zone_rows = rows<zone_price, dijia_zone_price_row, dijia_zone_price_at>;
  using grade_rows = rows<grade_price, dijia_grade_price_row, dijia_grade_price_at>;
  using basis_rows = rows<dijia::basis, dijia_basis_row, dijia_basis_at>;
  using land_use_list = rows<listed_land_use, dijia_land_use_row, dijia_land_use_at>;
  using area_list = rows<listed_area, dijia_area_row, dijia_area_at>;
  using grade_list = rows<listed_grade, dijia_grade_row, dijia_grade_at>;
  using place_list = rows<place, dijia_place_row, dijia_place_at>;
  using statement_list = rows<statement, dijia_statement_row, dijia_statement_at>;
  using annex_list = rows<annex, dijia_annex_row, dijia_annex_at>;

  zone_rows zone_prices() const noexcept { return zone_rows(raw_, facts_.zone_price_count); }
  grade_rows grade_prices() const noexcept { return grade_rows(raw_, facts_.grade_price_count); }
  basis_rows bases() const noexcept { return basis_rows(raw_, facts_.basis_count); }
  land_use_list land_uses() const noexcept { return land_use_list(raw_, facts_.land_use_count); }
  area_list areas() const noexcept { return area_list(raw_, facts_.area_count); }
  grade_list grades() const noexcept { return grade_list(raw_, facts_.grade_count); }
  place_list places() const noexcept { return place_list(raw_, facts_.place_count); }
  statement_list statements() const noexcept { return statement_list(raw_, facts_.statement_count); }
  annex_list annexes() const noexcept { return annex_list(raw_, facts_.annex_count); }

  // The prices of many zones, their codes spelled in any way, in the first area or in another.
  batch<zone_price> zones(const detail::argument<dijia::land_use>& use,
                          const std::vector<std::string_view>& codes) const {
    return zones(dijia::area::first, use, codes);
  }
  batch<zone_price> zones(const detail::argument<dijia::area>& in, const detail::argument<dijia::land_use>& use,
                          const std::vector<std::string_view>& codes) const {
    std::vector<dijia_text> texts;
    for (const auto code : codes) {
      texts.push_back(dijia_text{code.data(), code.size()});
    }
    std::vector<dijia_zone_price_row> raw(codes.size(), DIJIA_ZONE_PRICE_ROW_INIT);
    batch<zone_price> priced;
    priced.statuses.resize(codes.size());
    failure failed;
    const dijia_area part = in.read(raw_).value().raw();
    const dijia_status status = dijia_zone_prices(raw_, part, use.read(raw_).value().raw(), texts.data(), texts.size(),
                                                  raw.data(), priced.statuses.data(), failed.out());
    if (status != DIJIA_OK && status != DIJIA_SOME_FAILED) {
      throw error(failed);
    }
    for (std::size_t index = 0; index < raw.size(); ++index) {
      priced.values.push_back(
          priced.statuses[index] == DIJIA_OK ? std::optional<zone_price>(zone_price(raw_, raw[index])) : std::nullopt);
    }
    return priced;
  }

 private:
  static result<edition> of(std::shared_ptr<detail::opened> opened, const result<const dijia_edition*>& raw) {
    return detail::map<edition>(raw, [&](const dijia_edition* raw_edition) {
      edition made(raw_edition);
      made.opened_ = std::move(opened);
      return made;
    });
  }

  // Reads the words and asks for what they name.
  template <typename T, typename Raw, typename Lookup, typename... Words>
  result<T> looked_up(Lookup lookup, const detail::argument<Words>&... words) const {
    return found<T, Raw>(lookup, words.read(raw_)...);
  }
  template <typename T, typename Raw, typename Lookup, typename... Words>
  result<T> found(Lookup lookup, const result<Words>&... words) const {
    const failure* failed = nullptr;
    ((failed = failed == nullptr ? words.failure() : failed), ...);
    if (failed != nullptr) {
      return *failed;
    }
    return detail::map<T>(
        detail::get(detail::fresh<Raw>(),
                    [&](Raw* out, dijia_error* why) { return lookup(raw_, words->raw()..., out, why); }),
        [&](const Raw& row) { return T(raw_, row); });
  }

  const dijia_edition* raw_;
  dijia_edition_facts facts_;
  std::shared_ptr<detail::opened> opened_;
};

// 济南市, 济政发〔2020〕12号.
inline const edition& jinan_2020() {
  static const edition jinan(dijia_edition_jinan_2020());
  return jinan;
}

// Every edition of the library.
inline std::vector<edition> editions() {
  std::vector<edition> all;
  for (std::size_t index = 0; index < dijia_edition_count(); ++index) {
    all.emplace_back(dijia_edition_at(index));
  }
  return all;
}

// What is rounded, to how many places, and how.
class rounding {
 public:
  rounding() noexcept : raw_{1, 4, 2, 2, DIJIA_HALF_UP} {}
  explicit rounding(const dijia_rounding& raw) noexcept : raw_(raw) {}
  static rounding unrounded_coefficients() noexcept { return rounding().coefficient_places(std::nullopt); }
  rounding coefficient_places(detail::whole<std::uint32_t> places) const {
    rounding copy = *this;
    copy.raw_.coefficient_places = checked(places);
    return copy;
  }
  // The derived coefficients stay unrounded.
  rounding coefficient_places(std::nullopt_t) const noexcept {
    rounding copy = *this;
    copy.raw_.coefficient_places = DIJIA_UNROUNDED;
    return copy;
  }
  template <typename Integer>
  rounding coefficient_places(const std::optional<Integer>& places) const {
    return places ? coefficient_places(*places) : coefficient_places(std::nullopt);
  }
  rounding unit_price_places(detail::whole<std::uint32_t> places) const {
    rounding copy = *this;
    copy.raw_.unit_price_places = checked(places);
    return copy;
  }
  rounding amount_places(detail::whole<std::uint32_t> places) const {
    rounding copy = *this;
    copy.raw_.amount_places = checked(places);
    return copy;
  }
  rounding mode(rounding_mode mode) const noexcept {
    rounding copy = *this;
    copy.raw_.mode = static_cast<dijia_rounding_mode>(mode);
    return copy;
  }
  const dijia_rounding& raw() const noexcept { return raw_; }

 private:
  // The limit is the library's, and so is the message; a number that the field cannot hold would be another one to it.
  static std::uint8_t checked(detail::whole<std::uint32_t> places) {
    const std::uint32_t asked = places.get(DIJIA_TOO_MANY_PLACES, "number of places");
    if (asked > DIJIA_MAX_PLACES) {
      const std::string places_asked = std::to_string(asked), most = std::to_string(DIJIA_MAX_PLACES);
      failure failed =
          detail::fail(DIJIA_TOO_MANY_PLACES, places_asked + " places are asked for, at most " + most + " are taken",
                       "要求 " + places_asked + " 位小数，至多 " + most + " 位");
      failed.out()->count = asked;
      failed.out()->most = DIJIA_MAX_PLACES;
      throw error(failed);
    }
    return static_cast<std::uint8_t>(asked);
  }

  dijia_rounding raw_;
};

// A figure of an appraisal and where it comes from.
class step {
 public:
  step(const dijia_step& raw, std::string name, std::string expression)
      : raw_(raw), name_(std::move(name)), expression_(std::move(expression)) {}
  dijia_step_kind kind() const noexcept { return raw_.kind; }
  std::string_view symbol() const noexcept { return view(raw_.symbol); }
  const std::string& name() const noexcept { return name_; }
  decimal value() const noexcept { return decimal(raw_.value); }
  std::optional<decimal> before_rounding() const { return detail::optional(raw_.before_rounding); }
  bool is_unrounded() const noexcept { return raw_.is_unrounded != 0; }
  dijia::source source() const noexcept { return static_cast<dijia::source>(raw_.source); }
  dijia::citation citation() const noexcept { return dijia::citation(raw_.citation); }
  // The computation with its numbers filled in; empty for a figure that was given.
  const std::string& expression() const noexcept { return expression_; }
  std::string_view label(language in = language::english) const {
    return view(detail::get(dijia_text(), [&](dijia_text* out, dijia_error* failed) {
                  return dijia_step_kind_name(raw_.kind, static_cast<dijia_language>(in), out, failed);
                }).value());
  }
  std::string_view unit(language in = language::english) const {
    return view(detail::get(dijia_text(), [&](dijia_text* out, dijia_error* failed) {
                  return dijia_unit_name(raw_.unit, static_cast<dijia_language>(in), out, failed);
                }).value());
  }

 private:
  dijia_step raw_;
  std::string name_;
  std::string expression_;
};

class appraised;

// A parcel to be priced. What is not given takes no part.
class appraisal {
 public:
  explicit appraisal(const zone_price& price) : raw_(DIJIA_APPRAISAL_INIT) {
    raw_.base = DIJIA_BASE_ZONE;
    raw_.edition = price.edition();
    raw_.area_of_price = price.area().raw();
    raw_.land_use = price.land_use().raw();
    raw_.code = price.code().raw();
  }
  explicit appraisal(const grade_price& price) : raw_(DIJIA_APPRAISAL_INIT) {
    raw_.base = DIJIA_BASE_GRADE;
    raw_.edition = price.edition();
    raw_.area_of_price = price.area().raw();
    raw_.land_use = price.land_use().raw();
    raw_.code.grade = price.grade().raw();
  }
  // A price of one's own, 元/㎡.
  explicit appraisal(const decimal& own_price) : raw_(DIJIA_APPRAISAL_INIT) {
    raw_.base = DIJIA_BASE_OWN;
    raw_.own_price = own_price.raw();
  }

  // The published basis that a price of one's own has; for a published price, which has its own, it is an error.
  appraisal& basis(const edition& of, const detail::argument<dijia::area>& in,
                   const detail::argument<dijia::land_use>& use) {
    raw_.has_basis = 1;
    if (raw_.base == DIJIA_BASE_OWN) {
      raw_.edition = of.raw();
      raw_.area_of_price = in.read(of.raw()).value().raw();
      raw_.land_use = use.read(of.raw()).value().raw();
    }
    return *this;
  }
  appraisal& capitalization_rate(const decimal& rate) { return set(raw_.capitalization_rate, rate); }
  appraisal& statutory_term(const decimal& years) { return set(raw_.statutory_term, years); }
  appraisal& base_date(const date& day) { return set(raw_.base_date, day); }
  appraisal& basis_development(development_level level) {
    raw_.has_basis_development = 1;
    raw_.basis_development = level.bits();
    return *this;
  }
  appraisal& remaining_term(const decimal& years) { return set(raw_.remaining_term, years); }
  appraisal& valuation_date(const date& day) { return set(raw_.valuation_date, day); }
  appraisal& expiry_date(const date& day) { return set(raw_.expiry_date, day); }
  appraisal& plot_ratio(const decimal& ratio) { return set(raw_.plot_ratio, ratio); }
  appraisal& plot_ratio_coefficient(const decimal& kv) { return set(raw_.plot_ratio_coefficient, kv); }
  // A row of the table that gives Kv; rows ascend.
  appraisal& plot_ratio_row(const decimal& ratio, const decimal& coefficient) {
    table_.push_back(dijia_plot_ratio_row{ratio.raw(), coefficient.raw()});
    return *this;
  }
  appraisal& table_open(bool below, bool above) {
    raw_.table_open = (below ? DIJIA_OPEN_BELOW : 0U) | (above ? DIJIA_OPEN_ABOVE : 0U);
    return *this;
  }
  appraisal& date_coefficient(const decimal& kt) { return set(raw_.date_coefficient, kt); }
  // A point of the series that gives Kt; dates ascend.
  appraisal& date_index_point(const date& day, const decimal& index) {
    points_.push_back(dijia_date_index_point{day.raw(), 0, index.raw()});
    return *this;
  }
  appraisal& between(between_points how) {
    raw_.between_points = static_cast<dijia_between_points>(how);
    return *this;
  }
  appraisal& monthly_growth(const decimal& rate) { return set(raw_.monthly_growth, rate); }
  appraisal& coefficient(std::string name, const decimal& kj) {
    coefficients_.emplace_back(std::move(name), kj.raw());
    return *this;
  }
  // A factor correction in a number whose unit is not said, a fraction: 0.02402.
  appraisal& factor(std::string name, const decimal& ki) {
    factors_.emplace_back(std::move(name), dijia_factor{{}, ki.raw(), 0, {}});
    return *this;
  }
  // One as it is written, with or without a per cent sign: "2.402%"; throws dijia::error.
  appraisal& factor(std::string name, std::string_view ki) {
    const dijia_factor factor = detail::get(dijia_factor(), [&](dijia_factor* out, dijia_error* failed) {
                                  return dijia_factor_parse(dijia_text(), ki.data(), ki.size(), out, failed);
                                }).value();
    factors_.emplace_back(std::move(name), factor);
    return *this;
  }
  appraisal& factor(std::string name, const char* ki) { return factor(std::move(name), std::string_view(ki)); }
  appraisal& factor(std::string name, const std::string& ki) { return factor(std::move(name), std::string_view(ki)); }
  appraisal& development_adjustment(const decimal& kf) { return set(raw_.development_adjustment, kf); }
  appraisal& site_development(development_level level) {
    raw_.has_site_development = 1;
    raw_.site_development = level.bits();
    return *this;
  }
  appraisal& unit_cost(detail::whole<dijia_service> service, const decimal& cost) {
    costs_.push_back(dijia_unit_cost{service.get(DIJIA_INVALID_SERVICE, "service"), 0, cost.raw()});
    return *this;
  }
  appraisal& area(const decimal& square_metres) { return set(raw_.area, square_metres); }
  appraisal& rounding(const dijia::rounding& policy) {
    raw_.rounding = policy.raw();
    return *this;
  }

  appraised appraise() const;
  result<appraised> try_appraise() const;

  // The struct of the C interface, for as long as the call lasts.
  template <typename Call>
  auto with_raw(Call call) const {
    std::vector<dijia_coefficient> coefficients;
    std::vector<dijia_factor> factors;
    coefficients.reserve(coefficients_.size());
    factors.reserve(factors_.size());
    const dijia_appraisal raw = this->raw(coefficients, factors);
    return call(&raw);
  }

  // How many coefficients and factors it has.
  std::size_t coefficient_count() const noexcept { return coefficients_.size(); }
  std::size_t factor_count() const noexcept { return factors_.size(); }
  // The struct of the C interface, with its coefficients and factors put behind those of others. There must be room for
  // them: it points to where they are.
  dijia_appraisal raw(std::vector<dijia_coefficient>& coefficients, std::vector<dijia_factor>& factors) const {
    dijia_appraisal raw = raw_;
    raw.coefficients = add(coefficients, coefficients_);
    raw.coefficient_count = coefficients_.size();
    raw.factor_corrections = add(factors, factors_);
    raw.factor_correction_count = factors_.size();
    raw.plot_ratio_table = table_.data();
    raw.plot_ratio_row_count = table_.size();
    raw.date_index = points_.data();
    raw.date_index_point_count = points_.size();
    raw.unit_costs = costs_.data();
    raw.unit_cost_count = costs_.size();
    return raw;
  }

 private:
  appraisal& set(dijia_optional_decimal& field, const decimal& value) {
    field = dijia_some(value.raw());
    return *this;
  }
  appraisal& set(dijia_optional_date& field, const date& value) {
    field = dijia_some_date(value.raw());
    return *this;
  }
  static const dijia_coefficient* add(std::vector<dijia_coefficient>& to,
                                      const std::vector<std::pair<std::string, dijia_decimal>>& from) {
    const std::size_t first = to.size();
    for (const auto& pair : from) {
      to.push_back(dijia_coefficient{{pair.first.data(), pair.first.size()}, pair.second});
    }
    return to.data() + first;
  }
  static const dijia_factor* add(std::vector<dijia_factor>& to,
                                 const std::vector<std::pair<std::string, dijia_factor>>& from) {
    const std::size_t first = to.size();
    for (const auto& pair : from) {
      to.push_back(pair.second);
      to.back().name = dijia_text{pair.first.data(), pair.first.size()};
    }
    return to.data() + first;
  }

  dijia_appraisal raw_;
  std::vector<std::pair<std::string, dijia_decimal>> coefficients_;
  std::vector<std::pair<std::string, dijia_factor>> factors_;
  std::vector<dijia_plot_ratio_row> table_;
  std::vector<dijia_date_index_point> points_;
  std::vector<dijia_unit_cost> costs_;
};

// A priced parcel.
class appraised {
 public:
  appraised(dijia::appraisal from, const dijia_appraised& raw) : from_(std::move(from)), raw_(raw) {}

  decimal base_price() const noexcept { return decimal(raw_.base_price); }
  decimal unit_price() const noexcept { return decimal(raw_.unit_price); }
  decimal wan_yuan_per_mu() const noexcept { return decimal(raw_.wan_yuan_per_mu); }
  std::optional<decimal> floor_price() const { return detail::optional(raw_.floor_price); }
  std::optional<decimal> total_yuan() const { return detail::optional(raw_.total_yuan); }
  std::optional<decimal> total_wan_yuan() const { return detail::optional(raw_.total_wan_yuan); }
  // Ky, Kv and Kt; none where it takes no part, and where the policy leaves it unrounded: its step then has its first
  // digits.
  std::optional<decimal> term_coefficient() const { return detail::optional(raw_.term_coefficient); }
  std::optional<decimal> plot_ratio_coefficient() const { return detail::optional(raw_.plot_ratio_coefficient); }
  std::optional<decimal> date_coefficient() const { return detail::optional(raw_.date_coefficient); }
  // ΣKi; none where there are no factor corrections.
  std::optional<decimal> factor_sum() const { return detail::optional(raw_.factor_sum); }
  // Kf, 元/㎡; none where there is none.
  std::optional<decimal> development_adjustment() const { return detail::optional(raw_.development_adjustment); }
  // Per cent.
  decimal deviation() const noexcept { return decimal(raw_.deviation); }
  dijia::rounding rounding() const noexcept { return dijia::rounding(raw_.rounding); }
  // DIJIA_WARNING_… joined by |.
  std::uint32_t warnings() const noexcept { return raw_.warnings; }
  const dijia_appraised& raw() const noexcept { return raw_; }
  const dijia::appraisal& appraisal() const noexcept { return from_; }

  // The warnings in words, a line each.
  std::string warnings_text(language in = language::chinese) const { return text(dijia_warnings_text, in); }
  std::string worksheet(language in = language::chinese) const { return text(dijia_worksheet, in); }

  std::vector<step> steps(language in = language::english) const {
    return from_.with_raw([&](const dijia_appraisal* raw) {
      std::vector<step> all;
      const std::size_t count = detail::get(std::size_t{0}, [&](std::size_t* out, dijia_error* failed) {
                                  return dijia_step_count(raw, out, failed);
                                }).value();
      for (std::size_t index = 0; index < count; ++index) {
        const dijia_step one = detail::get(DIJIA_STEP_INIT, [&](dijia_step* out, dijia_error* failed) {
                                 return dijia_step_at(raw, index, out, failed);
                               }).value();
        auto expression =
            detail::get_text([&](char* buffer, std::size_t capacity, std::size_t* length, dijia_error* failed) {
              return dijia_step_expression(raw, index, static_cast<dijia_language>(in), buffer, capacity, length,
                                           failed);
            }).value();
        all.emplace_back(one, std::string(view(one.name)), std::move(expression));
      }
      return all;
    });
  }

 private:
  template <typename Write>
  std::string text(Write write, language in) const {
    return from_.with_raw([&](const dijia_appraisal* raw) {
      return detail::get_text([&](char* buffer, std::size_t capacity, std::size_t* length, dijia_error* failed) {
               return write(raw, static_cast<dijia_language>(in), buffer, capacity, length, failed);
             })
          .value();
    });
  }

  dijia::appraisal from_;
  dijia_appraised raw_;
};

inline result<appraised> appraisal::try_appraise() const {
  return with_raw([&](const dijia_appraisal* raw) {
    return detail::map<appraised>(
        detail::get(DIJIA_APPRAISED_INIT,
                    [&](dijia_appraised* out, dijia_error* failed) { return dijia_appraise(raw, out, failed); }),
        [&](const dijia_appraised& priced) { return appraised(*this, priced); });
  });
}

inline appraised appraisal::appraise() const { return try_appraise().value(); }

// A parcel of several uses.
class mixed_use {
 public:
  mixed_use& use(const appraisal& priced_alone, const decimal& share) {
    uses_.emplace_back(priced_alone, share);
    return *this;
  }
  mixed_use& area(const decimal& square_metres) {
    raw_.area = dijia_some(square_metres.raw());
    return *this;
  }
  mixed_use& rounding(const dijia::rounding& policy) {
    raw_.rounding = policy.raw();
    return *this;
  }

  class appraised {
   public:
    explicit appraised(const dijia_mixed_appraised& raw) noexcept : raw_(raw) {}
    decimal unit_price() const noexcept { return decimal(raw_.unit_price); }
    decimal wan_yuan_per_mu() const noexcept { return decimal(raw_.wan_yuan_per_mu); }
    std::optional<decimal> total_yuan() const { return detail::optional(raw_.total_yuan); }
    std::optional<decimal> total_wan_yuan() const { return detail::optional(raw_.total_wan_yuan); }
    dijia::rounding rounding() const noexcept { return dijia::rounding(raw_.rounding); }

   private:
    dijia_mixed_appraised raw_;
  };

  result<appraised> try_appraise() const {
    return with_raw([&](const dijia_mixed_use* raw) {
      return detail::wrap<appraised>(detail::get(
          DIJIA_MIXED_APPRAISED_INIT,
          [&](dijia_mixed_appraised* out, dijia_error* failed) { return dijia_appraise_mixed(raw, out, failed); }));
    });
  }
  appraised appraise() const { return try_appraise().value(); }
  std::string worksheet(language in = language::chinese) const {
    return with_raw([&](const dijia_mixed_use* raw) {
      return detail::get_text([&](char* buffer, std::size_t capacity, std::size_t* length, dijia_error* failed) {
               return dijia_mixed_worksheet(raw, static_cast<dijia_language>(in), buffer, capacity, length, failed);
             })
          .value();
    });
  }

 private:
  // The structs of all uses at once, one inside the call of the one before.
  template <typename Call>
  auto with_raw(Call call, std::vector<dijia_share> shares = {}) const
      -> decltype(call(static_cast<const dijia_mixed_use*>(nullptr))) {
    if (shares.size() < uses_.size()) {
      const auto& [priced_alone, share] = uses_[shares.size()];
      const dijia_decimal raw_share = share.raw();
      return priced_alone.with_raw([&](const dijia_appraisal* raw) {
        shares.push_back(dijia_share{raw, raw_share});
        return with_raw(call, shares);
      });
    }
    dijia_mixed_use raw = raw_;
    raw.shares = shares.data();
    raw.share_count = shares.size();
    return call(static_cast<const dijia_mixed_use*>(&raw));
  }

  dijia_mixed_use raw_ = DIJIA_MIXED_USE_INIT;
  std::vector<std::pair<appraisal, decimal>> uses_;
};

// The prices of many parcels, those without a price beside the others. Why one has none, try_appraise() of it says.
inline batch<dijia_appraised> appraise_all(const std::vector<appraisal>& parcels) {
  // As many at a time as a cache holds.
  constexpr std::size_t most = 256;
  batch<dijia_appraised> priced;
  priced.values.reserve(parcels.size());
  priced.statuses.resize(parcels.size());
  std::vector<dijia_coefficient> coefficients;
  std::vector<dijia_factor> factors;
  std::vector<dijia_appraisal> inputs;
  std::vector<dijia_appraised> out(std::min(most, parcels.size()), DIJIA_APPRAISED_INIT);
  for (std::size_t first = 0; first < parcels.size(); first += most) {
    const std::size_t count = std::min(most, parcels.size() - first);
    const auto begin = parcels.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = begin + static_cast<std::ptrdiff_t>(count);
    std::size_t coefficient_count = 0;
    std::size_t factor_count = 0;
    for (auto parcel = begin; parcel != end; ++parcel) {
      coefficient_count += parcel->coefficient_count();
      factor_count += parcel->factor_count();
    }
    coefficients.clear();
    coefficients.reserve(coefficient_count);
    factors.clear();
    factors.reserve(factor_count);
    inputs.clear();
    for (auto parcel = begin; parcel != end; ++parcel) {
      inputs.push_back(parcel->raw(coefficients, factors));
    }
    dijia_status* const statuses = priced.statuses.data() + first;
    failure failed;
    const dijia_status status = dijia_appraise_batch(inputs.data(), count, out.data(), statuses, failed.out());
    if (status != DIJIA_OK && status != DIJIA_SOME_FAILED) {
      throw error(failed);
    }
    for (std::size_t index = 0; index < count; ++index) {
      priced.values.push_back(statuses[index] == DIJIA_OK ? std::optional<dijia_appraised>(out[index]) : std::nullopt);
    }
  }
  return priced;
}

}  // namespace dijia

#undef DIJIA_REFUSE_CONSTANT
#ifdef __clang__
#pragma clang diagnostic pop
#endif

#endif
