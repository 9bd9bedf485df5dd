// What the C++ header refuses before a program runs: each case must not compile, and without a case everything must.
// What clang alone can refuse, because the numbers are constants but not in a constant expression, is marked so.
#include "dijia.hpp"

#ifndef CASE
#define CASE 0
#endif

namespace {

using dijia::decimal;

// What is no whole number, by the type alone.
template <typename... Arguments>
constexpr bool is_code = std::is_constructible_v<dijia::zone_code, Arguments...>;
static_assert(is_code<int, int> && is_code<std::uint64_t, std::int8_t> && !is_code<int, double> &&
              !is_code<int, char> && !is_code<bool, int> && !is_code<float, int> && !is_code<int, std::nullptr_t>);
static_assert(!std::is_constructible_v<dijia::date, int, int, float>);
template <typename T, typename... Others>
constexpr bool takes_none = (!std::is_constructible_v<T, Others> && ...);
static_assert(takes_none<decimal, double, float, long double, char, wchar_t, char16_t, bool, std::nullptr_t>);
static_assert(takes_none<dijia::grade, double, char, bool, std::nullptr_t>);
static_assert(takes_none<dijia::land_use, double, char, bool, std::nullptr_t>);
static_assert(takes_none<dijia::development_level, double, char, bool, std::nullptr_t>);
static_assert(takes_none<dijia::appraisal, double, char, bool>);
static_assert(!std::is_convertible_v<int, dijia::grade> && !std::is_convertible_v<int, dijia::land_use>);

void refused() {
#if CASE == 0
  constexpr dijia::zone_code last(20, 65535);
  constexpr dijia::date day(2020, 10, 8);
  constexpr dijia::grade third(3);
  constexpr dijia::land_use use(DIJIA_PUBLIC_SERVICE);
  constexpr dijia::development_level none(0);
  constexpr decimal most(UINT64_MAX);
  (void)last, (void)day, (void)third, (void)use, (void)none, (void)most;
  (void)dijia::zone_code(std::size_t{3}, 4L), (void)decimal(5U), (void)decimal(std::size_t{5});
#elif CASE == 1
  constexpr dijia::zone_code code(3, 65540);
#elif CASE == 2
  constexpr dijia::zone_code code(-65533, 4);
#elif CASE == 3
  constexpr dijia::date day(2020, 257, 1);
#elif CASE == 4
  constexpr dijia::date day(67556, 1, 1);
#elif CASE == 5
  constexpr dijia::grade grade(65539);
#elif CASE == 6
  constexpr dijia::land_use use(4294967296);
#elif CASE == 7
  constexpr dijia::development_level level(4294967296);
#elif CASE == 8
  dijia::appraisal(decimal(1)).area(1000.5);
#elif CASE == 9
  (void)dijia::rounding().unit_price_places(2.0);
#elif CASE == 10
  (void)decimal::from_double(0.1L, 2);
#elif CASE == 11
  (void)decimal::from_double(INT64_C(9007199254740993), 2);
#elif CASE == 12
  (void)decimal::try_from_double(INT64_C(9007199254740993), 2);
#elif CASE == 13
  (void)decimal::from_double(0.1, 2.0);
#elif CASE == 14
  (void)decimal(1).rounded('2');
#elif CASE == 15
  (void)dijia::jinan_2020().zone_prices()[1.0];
#elif CASE == 16
  (void)dijia::jinan_2020().try_zone(0, "III-4");
#elif CASE == 17
  (void)dijia::jinan_2020().try_grade("commercial", 3);
#elif CASE == 18  // clang
  (void)dijia::zone_code(3, 65540);
#elif CASE == 19  // clang
  (void)dijia::grade(65539);
#elif CASE == 20  // clang
  (void)dijia::date(2020, 257, 1);
#elif CASE == 21  // clang
  (void)dijia::rounding().unit_price_places(4294967298);
#elif CASE == 22  // clang
  (void)dijia::land_use(4294967296);
#elif CASE == 23  // clang
  (void)dijia::development_level(4294967296);
#elif CASE == 24  // clang
  (void)dijia::development_level(1).contains(4294967297);
#endif
}

}  // namespace

int main() { refused(); }
