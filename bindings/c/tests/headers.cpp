// Every template of the C++ header, made for types that it is used with: what a compiler does not make it does not
// check.
#include "dijia.hpp"

template class dijia::result<dijia::decimal>;
template class dijia::result<dijia::date>;
template class dijia::result<dijia::land_use>;
template class dijia::result<dijia::area>;
template class dijia::result<dijia::edition>;
template class dijia::result<dijia::grade>;
template class dijia::result<dijia::zone_code>;
template class dijia::result<dijia::development_level>;
template class dijia::result<dijia::zone_price>;
template class dijia::result<dijia::grade_price>;
template class dijia::result<dijia::basis>;
template class dijia::result<dijia::appraised>;
template class dijia::result<dijia::mixed_use::appraised>;
template class dijia::result<dijia::payment::due>;
template class dijia::result<std::string>;
template class dijia::result<std::int64_t>;
template class dijia::rows<dijia::zone_price, dijia_zone_price_row, dijia_zone_price_at>;
template class dijia::rows<dijia::grade_price, dijia_grade_price_row, dijia_grade_price_at>;
template class dijia::rows<dijia::basis, dijia_basis_row, dijia_basis_at>;
template class dijia::rows<dijia::listed_land_use, dijia_land_use_row, dijia_land_use_at>;
template class dijia::rows<dijia::listed_area, dijia_area_row, dijia_area_at>;
template class dijia::rows<dijia::listed_grade, dijia_grade_row, dijia_grade_at>;
template class dijia::rows<dijia::place, dijia_place_row, dijia_place_at>;
template class dijia::rows<dijia::statement, dijia_statement_row, dijia_statement_at>;
template class dijia::rows<dijia::annex, dijia_annex_row, dijia_annex_at>;
template struct dijia::batch<dijia::zone_price>;
template struct dijia::batch<dijia_appraised>;
template class dijia::detail::whole<std::int16_t>;
template class dijia::detail::whole<std::uint8_t>;
template class dijia::detail::whole<std::uint32_t>;
template class dijia::detail::whole<std::size_t>;
template class dijia::detail::argument<dijia::land_use>;
template class dijia::detail::argument<dijia::area>;
template class dijia::detail::argument<dijia::grade>;
template class dijia::detail::argument<dijia::zone_code>;

namespace {

template <typename... Integers>
void of_every_integer() {
  (static_cast<void>(dijia::decimal(Integers{1})), ...);
  (static_cast<void>(dijia::land_use(Integers{1})), ...);
  (static_cast<void>(dijia::grade(Integers{1})), ...);
  (static_cast<void>(dijia::development_level(Integers{1})), ...);
  (static_cast<void>(dijia::zone_code(Integers{1}, Integers{1})), ...);
  (static_cast<void>(dijia::date(Integers{1}, Integers{1}, Integers{1})), ...);
  (static_cast<void>(dijia::rounding().amount_places(Integers{1})), ...);
  (static_cast<void>(dijia::rounding().coefficient_places(std::optional<Integers>())), ...);
}

}  // namespace

int main() {
  of_every_integer<signed char, unsigned char, short, unsigned short, int, unsigned, long, unsigned long, long long,
                   unsigned long long>();
  static_cast<void>(dijia::decimal::from_double(0.5F, 1));
  static_cast<void>(dijia::decimal::from_double(2, 1));
  return static_cast<int>(dijia::jinan_2020().zone_prices().size()) - 221;
}
