// A part of dijia.hpp: exact decimals, and days of the calendar.

#ifndef DIJIA_DECIMAL_HPP
#define DIJIA_DECIMAL_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>

#include "argument.hpp"

namespace dijia {

enum class rounding_mode : dijia_rounding_mode { half_up = DIJIA_HALF_UP, half_even = DIJIA_HALF_EVEN };

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

// A coefficient: a decimal, or an exact ratio of two, which the worksheet prints as such: "100/103", ratio(103, 100).
class ratio {
 public:
  template <typename T, std::enable_if_t<std::is_convertible<const T&, decimal>::value &&
                                             !std::is_convertible<const T&, std::string_view>::value,
                                         int> = 0>
  ratio(const T& value) : value_(decimal(value)) {}
  ratio(const decimal& above, const decimal& below) : value_(above), over_(below) {}
  // As dijia_ratio_parse; throws dijia::error.
  ratio(std::string_view text) : ratio(try_parse(text).value()) {}
  ratio(const char* text) : ratio(std::string_view(text)) {}
  ratio(const std::string& text) : ratio(std::string_view(text)) {}

  static result<ratio> try_parse(std::string_view text) {
    dijia_optional_decimal over = {};
    return detail::map<ratio>(detail::get(dijia_decimal(),
                                          [&](dijia_decimal* out, dijia_error* failed) {
                                            return dijia_ratio_parse(text.data(), text.size(), out, &over, failed);
                                          }),
                              [&](const dijia_decimal& value) {
                                ratio read{decimal(value)};
                                read.over_ = detail::optional(over);
                                return read;
                              });
  }

  const decimal& numerator() const noexcept { return value_; }
  // None of a decimal.
  const std::optional<decimal>& denominator() const noexcept { return over_; }
  dijia_optional_decimal over() const noexcept {
    return over_ ? dijia_some(over_->raw()) : dijia_optional_decimal{{0, 0, 0, 0, 0}, 0, {0}};
  }

 private:
  decimal value_;
  std::optional<decimal> over_;
};

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

}  // namespace dijia

#endif
