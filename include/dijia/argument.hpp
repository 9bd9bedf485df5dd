// A part of dijia.hpp: what its functions take, integers that are never cut and words that an edition reads.

#ifndef DIJIA_ARGUMENT_HPP
#define DIJIA_ARGUMENT_HPP

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "result.hpp"

// Refuses a constant argument before the program runs, where the compiler can.
#ifdef __clang__
#define DIJIA_REFUSE_CONSTANT(condition, message) __attribute__((diagnose_if(condition, message, "error")))
#else
#define DIJIA_REFUSE_CONSTANT(condition, message)
#endif

#ifdef __clang__
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wgcc-compat"
#endif

namespace dijia {

namespace detail {

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

}  // namespace dijia

#ifdef __clang__
#pragma clang diagnostic pop
#endif

#endif
