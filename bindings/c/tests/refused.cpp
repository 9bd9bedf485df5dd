// What the C++ header refuses before a program runs: with REFUSED a compiler must find fault with each line of that
// part, and without it with nothing. What clang alone can refuse, because the numbers are constants but not in a
// constant expression, is marked so.
#include "dijia.hpp"

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
  constexpr dijia::zone_code last(20, 65535);
  constexpr dijia::date day(2020, 10, 8);
  constexpr dijia::grade third(3);
  constexpr dijia::land_use use(DIJIA_PUBLIC_SERVICE);
  constexpr dijia::development_level none(0);
  constexpr decimal most(UINT64_MAX);
  (void)last, (void)day, (void)third, (void)use, (void)none, (void)most;
  (void)dijia::zone_code(std::size_t{3}, 4L), (void)decimal(5U), (void)decimal(std::size_t{5});
#ifdef REFUSED
  constexpr dijia::zone_code wide_number(3, 65540);
  constexpr dijia::zone_code negative_class(-65533, 4);
  constexpr dijia::date wide_month(2020, 257, 1);
  constexpr dijia::date wide_year(67556, 1, 1);
  constexpr dijia::grade wide_grade(65539);
  constexpr dijia::land_use wide_use(4294967296);
  constexpr dijia::development_level wide_level(4294967296);
  dijia::appraisal(decimal(1)).area(1000.5);
  (void)dijia::rounding().unit_price_places(2.0);
  (void)decimal::from_double(0.1L, 2);
  (void)decimal::from_double(INT64_C(9007199254740993), 2);
  (void)decimal::try_from_double(INT64_C(9007199254740993), 2);
  (void)decimal::from_double(0.1, 2.0);
  (void)decimal(1).rounded('2');
  (void)dijia::jinan_2020().zone_prices()[1.0];
  (void)dijia::jinan_2020().try_zone(0, "III-4");
  (void)dijia::jinan_2020().try_grade("commercial", 3);
  (void)dijia::zone_code(3, 65540);                        // clang
  (void)dijia::grade(65539);                               // clang
  (void)dijia::date(2020, 257, 1);                         // clang
  (void)dijia::rounding().unit_price_places(4294967298);   // clang
  (void)dijia::land_use(4294967296);                       // clang
  (void)dijia::development_level(4294967296);              // clang
  (void)dijia::development_level(1).contains(4294967297);  // clang
#endif
}

}  // namespace

int main() { refused(); }
