// The C++ header: values, exceptions, results and ranges.
#include <iostream>
#include <sstream>

#include "dijia.hpp"

namespace {

int checked = 0;

#define CHECK(condition)                                                      \
  do {                                                                        \
    ++checked;                                                                \
    if (!(condition)) {                                                       \
      std::cerr << __FILE__ << ':' << __LINE__ << ": " << #condition << '\n'; \
      std::exit(1);                                                           \
    }                                                                         \
  } while (false)

void values() {
  using dijia::decimal;
  CHECK(decimal("0.90") == decimal("0.9") && decimal("0.90").to_string() == "0.90");
  CHECK(decimal(-3) < decimal(2) && decimal("1.5") > 1 && decimal(4) >= 4 && decimal(4) <= 4 && decimal(4) != 5);
  CHECK(decimal("0.1").to_double() == 0.1 && decimal::from_double(0.1, 2).to_string() == "0.10");
  CHECK(decimal("3.00").to_int64() == 3 && decimal("3.01").try_to_int64().status() == DIJIA_NOT_INTEGER);
  CHECK(decimal::rate("6.4%") == "0.064" && decimal("0.125").rounded(2).to_string() == "0.13");
  CHECK(decimal("0.125").rounded(2, dijia::rounding_mode::half_even).to_string() == "0.12");
  const auto refused = decimal::try_parse("1,000");
  CHECK(!refused && refused.status() == DIJIA_INVALID_DECIMAL && refused.failure()->detail().character == 2);
  CHECK(refused.value_or(7) == 7);
  std::ostringstream out;
  out << decimal("9138.00");
  CHECK(out.str() == "9138.00");
  CHECK(dijia::date("2020-10-08") == dijia::date(2020, 10, 8) && dijia::date(2020, 1, 2).to_string() == "2020-01-02");
  CHECK(dijia::date::try_parse("2023-02-29").status() == DIJIA_INVALID_DATE);
  CHECK(dijia::zone_code("三级-4").to_string() == "Ⅲ-4" && dijia::zone_code(3, 4) == dijia::zone_code("iii4"));
  CHECK(dijia::land_use("商业用地") == dijia::land_use::commercial);
  CHECK(dijia::land_use(dijia::land_use::public_service).name() == "public service");
  CHECK(dijia::development_level("六通一平").contains(DIJIA_GAS));
  CHECK(dijia::development_level("五通一平").name() == "五通一平");
}

void tables() {
  const auto &jinan = dijia::jinan_2020();
  CHECK(jinan.name() == "jinan-2020" && jinan.city() == "济南市" && jinan.document() == "济政发〔2020〕12号");
  CHECK(dijia::editions().size() == dijia_edition_count() && jinan.townships().size() == 10);
  CHECK(jinan.validity_on("2024-01-01") == dijia::validity::expired);
  std::size_t count = 0;
  std::vector<std::string> codes;
  for (const auto &price : jinan.zones()) {
    CHECK(jinan.zone(price.land_use(), price.code()).per_square_metre() == price.per_square_metre());
    CHECK(price.citation().document() == jinan.document() && price.citation().row() > 0);
    if (price.land_use() == dijia::land_use::commercial) {
      codes.push_back(price.code().to_string());
    }
    ++count;
  }
  CHECK(count == 221 && jinan.zones().size() == 221 && jinan.grades().size() == 24 && jinan.bases().size() == 8);
  codes.push_back("Ⅹ-1");
  const auto priced = jinan.zones(dijia::land_use::commercial, {codes.begin(), codes.end()});
  CHECK(priced.values.size() == 92 && priced.values[90] && !priced.values[91]);
  CHECK(priced.statuses[91] == DIJIA_INVALID_ZONE_CODE);
  CHECK(jinan.basis(dijia::area::township, "商服").capitalization_rate().value().to_string() == "0.060");
  const auto none = jinan.try_zone("商服", "Ⅲ-13");
  CHECK(!none && none.failure()->message() == "no commercial zone Ⅲ-13: Ⅲ has zones 1 to 12");
  CHECK(jinan.try_township_grade("商服", dijia::grade(1)).status() == DIJIA_FIGURES_NOT_IN_HAND);
  try {
    jinan.zone("商服", "Ⅲ-13");
    CHECK(false);
  } catch (const dijia::error &failed) {
    CHECK(failed.status() == DIJIA_NO_SUCH_ZONE && failed.detail().most == 12);
  }
  const auto parcels =
      dijia::appraise_all({dijia::appraisal(dijia::decimal(100)), dijia::appraisal(dijia::decimal(-1))});
  CHECK(parcels.values[0] && parcels.statuses[1] == DIJIA_NOT_POSITIVE);
}

}  // namespace

int main() {
  values();
  tables();
  std::cout << checked << " checks\n";
  return 0;
}
