// What the C++ header refuses while a program runs: integers that do not fit, which would be another zone, grade or day
// if they were cut, and what functions whose names begin with try_ cannot read, of which they throw nothing. What it
// refuses before a program runs is in refused.cpp.
#include <limits>

#include "check.hpp"

namespace {

using dijia::decimal;

// A number of which the compiler knows nothing.
template <typename T>
T unknown(T value) {
  volatile T hidden = value;
  return hidden;
}

constexpr std::int64_t two_to_32 = std::int64_t{1} << 32;

void integers_that_do_not_fit_a_code() {
  CHECK_THROWN(dijia::zone_code(3, unknown(65540)), DIJIA_INVALID_ZONE_CODE,
               "the number of the zone 65540 does not fit into 16 bits");
  CHECK_THROWN(dijia::zone_code(unknown(65539), 4), DIJIA_INVALID_ZONE_CODE,
               "the grade 65539 does not fit into 16 bits");
  CHECK_THROWN(dijia::zone_code(unknown(-65533), 4), DIJIA_INVALID_ZONE_CODE,
               "the grade -65533 does not fit into 16 bits");
  CHECK_THROWN(dijia::zone_code(3, unknown(two_to_32 + 4)), DIJIA_INVALID_ZONE_CODE,
               "the number of the zone 4294967300 does not fit into 16 bits");
  CHECK_THROWN(dijia::zone_code(3, unknown(std::numeric_limits<std::uint64_t>::max() - 65531)), DIJIA_INVALID_ZONE_CODE,
               "the number of the zone 18446744073709486084 does not fit into 16 bits");
  CHECK_THROWN(dijia::grade(unknown(65539)), DIJIA_INVALID_GRADE, "the grade 65539 does not fit into 16 bits");
  CHECK_THROWN(dijia::grade(unknown(-65533)), DIJIA_INVALID_GRADE, "the grade -65533 does not fit into 16 bits");
  CHECK_THROWN(dijia::grade(unknown(two_to_32 + 3)), DIJIA_INVALID_GRADE,
               "the grade 4294967299 does not fit into 16 bits");
  CHECK(dijia::zone_code(unknown(std::int8_t{3}), unknown(std::uint64_t{65535})).number() == 65535);
  CHECK(dijia::grade(unknown(std::uint64_t{65535})).number() == 65535 && dijia::grade(unknown(short{0})).number() == 0);
  CHECK_TEXT(dijia::zone_code::try_of(unknown(3), unknown(65540)).failure()->message(),
             "the number of the zone 65540 does not fit into 16 bits");
  CHECK_TEXT(dijia::zone_code::try_of(unknown(65539), unknown(65540)).failure()->message(),
             "the grade 65539 does not fit into 16 bits");
  CHECK(dijia::zone_code::try_of(unknown(3), unknown(12L))->to_string() == "Ⅲ-12");
  const auto none = dijia::grade::try_of(unknown(-1LL));
  CHECK(none.status() == DIJIA_INVALID_GRADE && dijia::grade::try_of(unknown(7U))->number() == 7);
  CHECK(none.failure()->detail().size == sizeof(dijia_error) && none.failure()->detail().value.present == 1);
  CHECK(decimal(none.failure()->detail().value.value) == -1);
}

void integers_that_do_not_fit_a_day() {
  CHECK_THROWN(dijia::date(2020, unknown(257), 1), DIJIA_MALFORMED_DATE, "the month 257 does not fit into 8 bits");
  CHECK_THROWN(dijia::date(unknown(67556), 1, 1), DIJIA_MALFORMED_DATE, "the year 67556 does not fit into 16 bits");
  CHECK_THROWN(dijia::date(unknown(-32769), 1, 1), DIJIA_MALFORMED_DATE, "the year -32769 does not fit into 16 bits");
  CHECK_THROWN(dijia::date(2020, 1, unknown(260)), DIJIA_MALFORMED_DATE, "the day 260 does not fit into 8 bits");
  CHECK_THROWN(dijia::date(2020, 1, unknown(-1)), DIJIA_MALFORMED_DATE, "the day -1 does not fit into 8 bits");
  CHECK(dijia::date(unknown(-32768), 2, 3).year() == -32768 && dijia::date(unknown(32767), 2, 3).year() == 32767);
  CHECK_TEXT(dijia::date::try_of(unknown(67556), unknown(257), unknown(260)).failure()->message(),
             "the year 67556 does not fit into 16 bits");
  CHECK_TEXT(dijia::date::try_of(2020, unknown(257), unknown(260)).failure()->message(),
             "the month 257 does not fit into 8 bits");
  CHECK_TEXT(dijia::date::try_of(2020, 1, unknown(260)).failure()->message(), "the day 260 does not fit into 8 bits");
  CHECK_TEXT(dijia::date::try_of(unknown(2021), unknown(3L), unknown(4U))->to_string(), "2021-03-04");
  // What fits and is no day is refused where it is used.
  CHECK_THROWN(dijia::date(2023, 2, 29).to_string(), DIJIA_MALFORMED_DATE, "the calendar has no such day");
}

void integers_that_do_not_fit_anything_else() {
  CHECK_THROWN(dijia::land_use(unknown(two_to_32)), DIJIA_INVALID_ENUMERATOR,
               "the land use 4294967296 does not fit into 32 bits");
  CHECK(dijia::land_use(unknown(DIJIA_INDUSTRIAL)) == dijia::land_use::industrial);
  CHECK_THROWN(dijia::development_level(unknown(two_to_32)), DIJIA_INVALID_DEVELOPMENT_LEVEL,
               "the development level 4294967296 does not fit into 32 bits");
  CHECK_THROWN(dijia::development_level("none").contains(unknown(two_to_32 + 1)), DIJIA_INVALID_SERVICE,
               "the service 4294967297 does not fit into 32 bits");
  CHECK_THROWN(dijia::appraisal(decimal(1)).unit_cost(unknown(two_to_32 + 1), 1), DIJIA_INVALID_SERVICE,
               "the service 4294967297 does not fit into 32 bits");
  const dijia::rounding policy;
  const auto places = unknown(two_to_32 + 2);
  CHECK_THROWN(policy.coefficient_places(places), DIJIA_TOO_MANY_PLACES,
               "the number of places 4294967298 does not fit into 32 bits");
  CHECK_THROWN(policy.coefficient_places(std::optional<int>(-1)), DIJIA_TOO_MANY_PLACES,
               "the number of places -1 does not fit into 32 bits");
  CHECK_THROWN(policy.unit_price_places(unknown(258)), DIJIA_TOO_MANY_PLACES,
               "258 places are asked for, at most 12 are taken");
  CHECK_THROWN(policy.amount_places(unknown(13)), DIJIA_TOO_MANY_PLACES,
               "13 places are asked for, at most 12 are taken");
  // 255 is the C interface's word for no rounding.
  CHECK_THROWN(policy.coefficient_places(unknown(255)), DIJIA_TOO_MANY_PLACES,
               "255 places are asked for, at most 12 are taken");
  try {
    policy.amount_places(unknown(300));
  } catch (const dijia::error &failed) {
    CHECK(failed.detail().count == 300 && failed.detail().most == 12);
  }
  CHECK(policy.amount_places(unknown(12)).raw().amount_places == 12);
  CHECK_THROWN(decimal("0.125").rounded(places), DIJIA_TOO_MANY_PLACES,
               "the number of places 4294967298 does not fit into 32 bits");
  CHECK_THROWN(decimal::from_double(0.125, places), DIJIA_TOO_MANY_PLACES,
               "the number of places 4294967298 does not fit into 32 bits");
  CHECK(decimal::try_from_double(0.125, places).status() == DIJIA_TOO_MANY_PLACES);
  CHECK_THROWN(dijia::jinan_2020().zone_prices()[unknown(-1)], DIJIA_INDEX_OUT_OF_RANGE,
               "the index -1 does not fit into " + std::to_string(sizeof(std::size_t) * 8) + " bits");
}

// Every integer type makes the decimal that it says.
void decimals_of_every_integer() {
  CHECK_TEXT(decimal(std::numeric_limits<std::int64_t>::min()).to_string(), "-9223372036854775808");
  CHECK_TEXT(decimal(std::numeric_limits<std::uint64_t>::max()).to_string(), "18446744073709551615");
  CHECK_TEXT(decimal(std::numeric_limits<unsigned long>::max()).to_string(),
             std::to_string(std::numeric_limits<unsigned long>::max()));
  CHECK_TEXT(decimal(std::size_t{7}).to_string(), "7");
  CHECK_TEXT(decimal(unknown(-5L)).to_string(), "-5");
  CHECK_TEXT(decimal(unknown(4000000000U)).to_string(), "4000000000");
  CHECK_TEXT(decimal(unknown(std::int8_t{-7})).to_string(), "-7");
  CHECK_TEXT(decimal(unknown(std::uint8_t{200})).to_string(), "200");
  CHECK_TEXT(decimal(unknown(short{-300})).to_string(), "-300");
  CHECK_TEXT(decimal(0).to_string(), "0");
  CHECK(decimal("3") == 3U && decimal("3") == std::uint64_t{3} && decimal(-1) < std::size_t{0});
}

// What cannot be read is a result, in every function of that name, whichever of its arguments it is.
void functions_that_try_throw_nothing() {
  const dijia::edition &jinan = dijia::jinan_2020();
  const auto commercial = dijia::land_use::commercial;
  const std::string broken = "\xff\xfe";
  const std::string long_text(100000, 'x');
  for (const std::string &text : {std::string("商住"), std::string(), broken, long_text, std::string("\0", 1)}) {
    CHECK(!decimal::try_parse(text) && !decimal::try_parse_rate(text) && !dijia::date::try_parse(text));
    CHECK(!dijia::land_use::try_parse(text) && !dijia::grade::try_parse(text) && !dijia::zone_code::try_parse(text));
    CHECK(!dijia::development_level::try_parse(text));
    CHECK(!jinan.try_zone(text, "Ⅲ-4") && !jinan.try_zone(commercial, text) && !jinan.try_zone(text, text));
    CHECK(!jinan.try_zone(std::string_view(text), dijia::zone_code(3, 4)));
    CHECK(!jinan.try_grade(text, "Ⅲ") && !jinan.try_grade(commercial, text));
    CHECK(!jinan.try_grade(text, "商服", "Ⅲ") && !jinan.try_grade("中心城区", commercial, text));
    CHECK(!jinan.try_zone(text, "商服", "Ⅲ-4") && !jinan.try_land_use(text) && !jinan.try_area(text));
    CHECK(!jinan.try_basis(dijia::area::township, text));
  }
  CHECK_TEXT(jinan.try_zone("商住", "Ⅲ-4a").failure()->message(),
             dijia::land_use::try_parse("商住").failure()->message());
  CHECK(jinan.try_zone("商住", "Ⅲ-4").status() == DIJIA_INVALID_LAND_USE);
  CHECK(jinan.try_zone("商服", "Ⅲ-4a").status() == DIJIA_INVALID_ZONE_CODE);
  CHECK(jinan.try_zone("商服", dijia::zone_code(0, 255)).status() == DIJIA_INVALID_ZONE_CODE);
  CHECK(jinan.try_zone(dijia::land_use(99), "Ⅲ-4").status() == DIJIA_INVALID_ENUMERATOR);
  CHECK(jinan.try_grade("商服", "Ⅹ").status() == DIJIA_NO_SUCH_GRADE);
  CHECK(jinan.try_grade("商服", "XXI").status() == DIJIA_INVALID_GRADE);
  CHECK(jinan.try_grade("商服", dijia::grade(200)).status() == DIJIA_INVALID_GRADE);
  CHECK(jinan.try_basis(dijia::area(nullptr, 7), "商服").status() == DIJIA_INVALID_ENUMERATOR);
  CHECK(jinan.try_zone("商服", "Ⅲ-4")->per_square_metre() == 9138);
  CHECK(decimal("0.5").try_to_int64().status() == DIJIA_NOT_INTEGER);
  CHECK(decimal::try_from_double(std::numeric_limits<double>::infinity(), 2).status() == DIJIA_NOT_FINITE);
  CHECK(decimal::try_from_double(1.0, 29).status() == DIJIA_TOO_MANY_PLACES);
  const dijia::appraisal worthless(decimal(-1));
  CHECK(worthless.try_appraise().status() == DIJIA_NOT_POSITIVE);
  CHECK(dijia::appraisal(decimal(dijia_decimal{0, 99, 0, 0, 1})).try_appraise().status() == DIJIA_MALFORMED_DECIMAL);
  CHECK(dijia::mixed_use().use(worthless, 1).try_appraise().status() == DIJIA_NOT_POSITIVE);
  CHECK(dijia::mixed_use().try_appraise().status() == DIJIA_SHARES_NOT_ONE);
}

}  // namespace

int main() {
  integers_that_do_not_fit_a_code();
  integers_that_do_not_fit_a_day();
  integers_that_do_not_fit_anything_else();
  decimals_of_every_integer();
  functions_that_try_throw_nothing();
  std::cout << "refusals: all of them\n";
  return 0;
}
