// The C++ header: values, exceptions, results and ranges.
#include <sstream>

#include "check.hpp"

namespace {

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
  CHECK(dijia::development_level("七通一平").contains(DIJIA_GAS));
  CHECK(dijia::development_level::try_parse("六通一平").status() == DIJIA_INVALID_DEVELOPMENT_LEVEL);
  CHECK(dijia::development_level("五通一平").name() == "五通一平");
}

void tables() {
  const auto &jinan = dijia::jinan_2020();
  CHECK(jinan.name() == "jinan-2020" && jinan.city() == "济南市" && jinan.document() == "济政发〔2020〕12号");
  CHECK(dijia::editions().size() == dijia_edition_count() && jinan.places().size() == 10);
  CHECK(jinan.validity_on("2024-01-01") == dijia::validity::expired);
  std::size_t count = 0;
  std::vector<std::string> codes;
  for (const auto &price : jinan.zone_prices()) {
    CHECK(jinan.zone(price.land_use(), price.code()).per_square_metre() == price.per_square_metre());
    CHECK(price.citation().document() == jinan.document() && price.citation().row() > 0);
    if (price.land_use() == dijia::land_use::commercial) {
      codes.push_back(price.code().to_string());
    }
    ++count;
  }
  CHECK(count == 221 && jinan.zone_prices().size() == 221 && jinan.grade_prices().size() == 24 &&
        jinan.bases().size() == 8);
  codes.push_back("Ⅹ-1");
  codes.push_back("Ⅲ-4a");
  const auto priced = jinan.zones(dijia::land_use::commercial, {codes.begin(), codes.end()});
  CHECK(priced.values.size() == 93 && priced.values[90] && !priced.values[91] && !priced.values[92]);
  CHECK(priced.statuses[91] == DIJIA_NO_SUCH_GRADE && priced.statuses[92] == DIJIA_INVALID_ZONE_CODE);
  CHECK(jinan.basis(dijia::area::township, "商服").capitalization_rate().value().to_string() == "0.060");
  const auto none = jinan.try_zone("商服", "Ⅲ-13");
  CHECK(!none && none.failure()->message() == "no commercial zone Ⅲ-13: Ⅲ has zones 1 to 12");
  CHECK(jinan.try_grade(dijia::area::township, "商服", dijia::grade(1)).status() == DIJIA_FIGURES_NOT_IN_HAND);
  try {
    jinan.zone("商服", "Ⅲ-13");
    CHECK(false);
  } catch (const dijia::error &failed) {
    CHECK(failed.status() == DIJIA_NO_SUCH_ZONE && failed.detail().most == 12);
    CHECK(failed.message(dijia::language::english) == failed.what());
    CHECK(failed.message(dijia::language::chinese) == "商服没有区片 Ⅲ-13：Ⅲ 级有 1 至 12 号区片");
  }
  const auto parcels =
      dijia::appraise_all({dijia::appraisal(dijia::decimal(100)), dijia::appraisal(dijia::decimal(-1))});
  CHECK(parcels.values[0] && parcels.statuses[1] == DIJIA_NOT_POSITIVE);
}

// Each comparison of neighbours that differ in one part alone, either way, and of equals.
template <typename T>
void ordered(const T &low, const T &high) {
  CHECK(low == low && !(low != low) && low != high && high != low && !(low == high) && !(high == low));
}

void comparisons() {
  using dijia::date;
  using dijia::decimal;
  ordered(decimal("0.9"), decimal("0.91"));
  ordered(date(2020, 1, 1), date(2020, 1, 2));
  ordered(date(2020, 1, 1), date(2020, 2, 1));
  ordered(date(2020, 1, 1), date(2021, 1, 1));
  ordered(dijia::grade(3), dijia::grade(4));
  ordered(dijia::zone_code(3, 4), dijia::zone_code(3, 5));
  ordered(dijia::zone_code(3, 4), dijia::zone_code(4, 4));
  ordered(dijia::land_use("商服"), dijia::land_use("住宅"));
  ordered(dijia::development_level(DIJIA_ROAD), dijia::development_level(DIJIA_GAS));
  const date days[] = {{2019, 12, 31}, {2020, 1, 1}, {2020, 1, 31}, {2020, 2, 1}, {2020, 12, 31}, {2021, 1, 1}};
  const decimal numbers[] = {-2, "-1.5", 0, "0.5", 1, "1.01"};
  for (std::size_t i = 0; i < 6; ++i) {
    for (std::size_t j = 0; j < 6; ++j) {
      CHECK((days[i] < days[j]) == (i < j) && (days[i] == days[j]) == (i == j) && (days[i] != days[j]) == (i != j));
      CHECK((numbers[i] < numbers[j]) == (i < j) && (numbers[i] > numbers[j]) == (i > j));
      CHECK((numbers[i] <= numbers[j]) == (i <= j) && (numbers[i] >= numbers[j]) == (i >= j));
      CHECK((numbers[i].compare(numbers[j]) < 0) == (i < j) && (numbers[i].compare(numbers[j]) == 0) == (i == j));
    }
  }
}

void results() {
  using dijia::decimal;
  const auto some = decimal::try_parse("1.5");
  CHECK(some && some.has_value() && some.status() == DIJIA_OK && some.failure() == nullptr);
  CHECK(some.value_or(7) == "1.5" && *some == "1.5" && some->places() == 1 && some.value() == "1.5");
  CHECK(decimal::try_parse("1.5").value() == "1.5");
  const auto none = decimal::try_parse("x");
  CHECK(!none && !none.has_value() && none.status() == DIJIA_INVALID_DECIMAL && none.value_or(7) == 7);
  CHECK(none.failure() != nullptr && none.failure()->status() == DIJIA_INVALID_DECIMAL);
  CHECK(none.failure()->message().size() == none.failure()->detail().message_length);
  const std::string message(none.failure()->message());
  CHECK_THROWN(none.value(), DIJIA_INVALID_DECIMAL, message);
  CHECK_THROWN(*none, DIJIA_INVALID_DECIMAL, message);
  CHECK_THROWN(none->places(), DIJIA_INVALID_DECIMAL, message);
  CHECK_THROWN(decimal::try_parse("x").value(), DIJIA_INVALID_DECIMAL, message);
  CHECK_THROWN(decimal("x"), DIJIA_INVALID_DECIMAL, message);
  CHECK(dijia::view(dijia_text{nullptr, 0}).empty() && dijia::view(dijia_text{"abc", 2}) == "ab");
}

// What is published, each field beside another value of the same type.
void fields() {
  const auto &jinan = dijia::jinan_2020();
  CHECK(jinan.base_date() == dijia::date(2019, 1, 1) && jinan.first_day_in_force() == dijia::date(2020, 10, 8));
  CHECK(jinan.last_day_in_force() == dijia::date(2023, 10, 7) &&
        jinan.title() == dijia::view(jinan.facts().document.title));
  CHECK(jinan.title() != jinan.document() && jinan.raw() == dijia_edition_jinan_2020());
  CHECK(jinan.validity_on("2020-10-07") == dijia::validity::not_yet_in_force);
  CHECK(jinan.validity_on("2020-10-08") == dijia::validity::in_force);
  CHECK(jinan.places()[0].name() != jinan.places()[9].name());
  const auto zone = jinan.zone("住宅", "Ⅲ-4");
  CHECK(zone.land_use() == dijia::land_use::residential && zone.code() == dijia::zone_code(3, 4));
  CHECK(zone.code().grade() == dijia::grade(3) && zone.code().number() == 4 && zone.edition() == jinan.raw());
  CHECK(zone.per_square_metre() == 11142 && zone.wan_yuan_per_mu() == 743 && *zone.per_floor_area() == 5571);
  CHECK(!jinan.zone("工业", "Ⅰ-1").per_floor_area());
  CHECK(zone.citation().annex() == 3 && zone.citation().row() > 0 && zone.basis().citation().annex() == 0);
  const auto basis = jinan.basis(dijia::area::township, "工业");
  CHECK(basis.area() == dijia::area::township && basis.land_use() == dijia::land_use::industrial);
  CHECK(basis.statutory_term() == 50 && basis.plot_ratio() == "0.7" && basis.capitalization_rate() == "0.055");
  CHECK(basis.development_level() == dijia::development_level("五通一平") && basis.base_date() == jinan.base_date());
  CHECK(basis.right() == "出让国有建设用地使用权");
  CHECK(!basis.development_level()->contains(DIJIA_GAS) && basis.development_level()->contains(DIJIA_ROAD));
  CHECK(jinan.zone("商服", "Ⅲ-4").basis().land_use() == dijia::land_use::commercial);
  const auto grade = jinan.grade("工业", "Ⅱ");
  CHECK(grade.land_use() == dijia::land_use::industrial && grade.grade() == dijia::grade(2));
  CHECK(grade.grade().name() == "Ⅱ" && grade.zone_count() > 2 && grade.citation().annex() == 1);
  CHECK(grade.basis().land_use() == dijia::land_use::industrial && grade.edition() == jinan.raw());
  CHECK(dijia::land_use("商服").name(dijia::language::chinese) == "商服" &&
        dijia::land_use("商服").raw() == DIJIA_COMMERCIAL);
  CHECK(dijia::development_level("road+gas").to_string() == "road+gas");
  CHECK(dijia::development_level("road+gas").bits() == (DIJIA_ROAD | DIJIA_GAS));
  CHECK(dijia::date(2020, 10, 8).year() == 2020 && dijia::date(2020, 10, 8).month() == 10 &&
        dijia::date(2020, 10, 8).day() == 8);
  const auto zones = jinan.zone_prices();
  auto at = zones.begin();
  CHECK(at == zones.begin() && at != zones.end() && !(at != zones.begin()) && !(at == zones.end()));
  CHECK((*at++).code() == zones[0].code() && (*at).code() == zones[1].code() && (*++at).code() == zones[2].code());
}

// What is set is what is priced by, each in its own field: every figure here is another when a setter is left out.
void setters() {
  using dijia::decimal;
  const auto &jinan = dijia::jinan_2020();
  auto parcel = dijia::appraisal(decimal("812.5"))
                    .plot_ratio("2.5")
                    .plot_ratio_coefficient(2)
                    .date_coefficient("1.5")
                    .coefficient("面积", "0.98")
                    .factor("区域", "0.25")
                    .development_adjustment(-7)
                    .area(10);
  const auto priced = parcel.appraise();
  // 812.5 × 2 × 1.5 × 0.98 × (1 + 0.25) − 7 = 2978.9375
  CHECK(priced.base_price().to_string() == "812.5" && priced.unit_price().to_string() == "2978.94");
  CHECK(priced.wan_yuan_per_mu().to_string() == "198.60" && priced.floor_price()->to_string() == "1191.58");
  CHECK(priced.total_yuan()->to_string() == "29789.40" && priced.total_wan_yuan()->to_string() == "2.98");
  CHECK(priced.deviation().to_string() == "266.64" && priced.warnings() == DIJIA_WARNING_LARGE_DEVIATION);
  CHECK(*priced.plot_ratio_coefficient() == 2 && *priced.date_coefficient() == "1.5" && !priced.term_coefficient());
  CHECK(*priced.factor_sum() == "0.25" && *priced.development_adjustment() == -7);
  CHECK(priced.raw().base == DIJIA_BASE_OWN && priced.appraisal().appraise().unit_price() == priced.unit_price());
  CHECK(priced.warnings_text() != priced.warnings_text(dijia::language::english));
  const auto steps = priced.steps();
  CHECK(steps.front().symbol() == "P" && steps.front().source() == dijia::source::caller);
  CHECK(steps.front().expression().empty() && !steps.front().is_unrounded() && !steps.front().before_rounding());
  CHECK(steps[3].kind() == DIJIA_STEP_COEFFICIENT && steps[3].name() == "面积" && steps[3].value() == "0.98");
  const auto published = dijia::appraisal(jinan.zone("商服", "Ⅲ-4")).remaining_term("33.57").appraise().steps();
  CHECK(published[0].source() == dijia::source::published && published[0].citation().annex() == 2);
  CHECK(published[0].citation().row() == 15 && published[1].source() == dijia::source::derived);
  CHECK(published[1].value() == "0.9553" && published[1].before_rounding()->places() == 12);
  CHECK_TEXT(published[1].expression(), "[1 - (1 + 0.064)^-33.57] ÷ [1 - (1 + 0.064)^-40]");
  CHECK(published[0].unit() == "yuan/m²" && published[0].unit(dijia::language::chinese) == "元/㎡");
  CHECK(published[1].label() == "term coefficient" && published[1].label(dijia::language::chinese) == "年期修正系数");

  const auto by_grade = dijia::appraisal(jinan.grade("住宅", "Ⅲ")).appraise();
  CHECK(by_grade.raw().base == DIJIA_BASE_GRADE &&
        by_grade.base_price() == jinan.grade("住宅", "Ⅲ").per_square_metre());
  // A township's industrial land has 5.5 % and 50 years: (1 − 1.055^−20) ÷ (1 − 1.055^−50) = 0.705806…
  auto based = dijia::appraisal(decimal(10000)).basis(jinan, dijia::area::township, "工业").remaining_term(20);
  CHECK(*based.appraise().term_coefficient() == "0.7058");
  // With 8 % and 40 years: (1 − 1.08^−20) ÷ (1 − 1.08^−40) = 0.823351…
  based.capitalization_rate("0.08").statutory_term(40);
  CHECK(*based.appraise().term_coefficient() == "0.8234");
  // A published price has its own basis: another would take no part.
  CHECK(
      dijia::appraisal(jinan.zone("商服", "Ⅲ-4")).basis(jinan, dijia::area::township, "工业").try_appraise().status() ==
      DIJIA_TAKES_NO_PART);
  // The index: 103 ÷ 100 on the last point before, and half-way between 103 and 105 by days.
  auto indexed = dijia::appraisal(decimal(10000))
                     .base_date("2019-01-01")
                     .valuation_date("2020-01-11")
                     .date_index_point("2019-01-01", 100)
                     .date_index_point("2020-01-01", 103)
                     .date_index_point("2020-01-21", 105);
  CHECK(*indexed.appraise().date_coefficient() == "1.0300");
  CHECK(*indexed.between(dijia::between_points::linear_by_days).appraise().date_coefficient() == "1.0400");
  // Two points of one year are no chain of years.
  CHECK(indexed.chain(dijia::index_period::year).try_appraise().status() == DIJIA_INVALID_TABLE);
  // A chain: 103 and 98, each of the year before, which multiply to 1.0094; the first is of a year before that of the
  // base date.
  auto chained = dijia::appraisal(decimal(10000))
                     .base_date("2019-07-01")
                     .valuation_date("2021-06-30")
                     .date_index_point("2019-06-30", 150)
                     .date_index_point("2020-06-30", 103)
                     .date_index_point("2021-06-30", 98)
                     .chain(dijia::index_period::year);
  CHECK(*chained.appraise().date_coefficient() == "1.0094");
  // Ratios, exactly: 10000 × 100 ÷ 103 × 7 ÷ 8 = 8495.145…
  using dijia::ratio;
  auto of_ratios = dijia::appraisal(decimal(10000)).date_coefficient("100/103").coefficient("街角", ratio(7, 8));
  CHECK(of_ratios.appraise().unit_price() == "8495.15");
  CHECK(!of_ratios.appraise().date_coefficient());
  CHECK(ratio::try_parse("100/10x").status() == DIJIA_INVALID_DECIMAL);
  CHECK(ratio("1.16/1.40").numerator() == "1.16" && *ratio("1.16/1.40").denominator() == "1.40");
  CHECK(!ratio("1.16").denominator() && ratio(3).numerator() == 3);
  // 3000 × [1 − 1.07^−40] ÷ [1 − 1.07^−30], which is 1.07435…; 1000 × [1 − 1.06^−70]; and no correction.
  auto sample = dijia::appraisal(decimal(3000)).capitalization_rate("0.07").statutory_term(30).remaining_term(40);
  CHECK(sample.try_appraise().status() == DIJIA_TERM_EXCEEDS_STATUTORY);
  CHECK(*sample.longer_term().appraise().term_coefficient() == "1.0744");
  auto endless = dijia::appraisal(decimal(1000)).capitalization_rate("0.06").statutory_term(dijia::perpetual);
  CHECK(*endless.remaining_term(70).appraise().term_coefficient() == "0.9831");
  CHECK(*endless.remaining_term(dijia::perpetual).appraise().term_coefficient() == 1);
  CHECK(*endless.statutory_term(70).appraise().term_coefficient() == "1.0172");  // 1 ÷ 0.98307…
  CHECK(*endless.remaining_term(70).appraise().term_coefficient() == 1);
  // A table that is open at one end alone.
  auto tabled = dijia::appraisal(decimal(100)).plot_ratio_row(1, "1.1").plot_ratio_row(3, "0.9");
  CHECK(*tabled.plot_ratio(2).appraise().plot_ratio_coefficient() == 1);
  CHECK(tabled.plot_ratio(4).try_appraise().status() == DIJIA_PLOT_RATIO_OUTSIDE_TABLE);
  CHECK(*tabled.table_open(false, true).appraise().plot_ratio_coefficient() == "0.9");
  CHECK(tabled.plot_ratio("0.5").try_appraise().status() == DIJIA_PLOT_RATIO_OUTSIDE_TABLE);
  CHECK(*tabled.table_open(true, false).appraise().plot_ratio_coefficient() == "1.1");
  CHECK(tabled.plot_ratio(4).try_appraise().status() == DIJIA_PLOT_RATIO_OUTSIDE_TABLE);
  // Growth of a month and fifteen days of thirty: 1.02^1.5 = 1.030149…
  auto grown =
      dijia::appraisal(decimal(100)).base_date("2020-01-01").valuation_date("2020-02-16").monthly_growth("0.02");
  CHECK(*grown.appraise().date_coefficient() == "1.0301");
  auto dated = dijia::appraisal(jinan.zone("商服", "Ⅲ-4")).valuation_date("2021-01-01").expiry_date("2041-01-01");
  // 20 years: (1 − 1.064^−20) ÷ (1 − 1.064^−40) = 0.775687…
  CHECK(*dated.appraise().term_coefficient() == "0.7757");
  auto developed = dijia::appraisal(decimal(100))
                       .basis_development(dijia::development_level("road"))
                       .site_development(dijia::development_level("road+gas"))
                       .unit_cost(DIJIA_GAS, "12.5")
                       .unit_cost(DIJIA_ROAD, 20);
  CHECK(developed.appraise().development_adjustment()->to_string() == "12.5");
}

// A price of one's own says where it is from, and its sheet and its first step do; a published price has no other
// origin.
void origins() {
  dijia::origin annex;
  annex.document = "济政发〔2020〕12号";
  annex.annex = "5";
  annex.row = 3;
  annex.land_use = "公共管理与公共服务";
  annex.grade = "Ⅲ";
  auto own = dijia::appraisal(dijia::decimal(1144)).origin(annex);
  const auto priced = own.appraise();
  CHECK(priced.worksheet().find("济政发〔2020〕12号 附件5 第3行") != std::string::npos);
  CHECK(priced.worksheet().find("公共管理与公共服务用地 Ⅲ级") != std::string::npos);
  const auto step = priced.steps().front();
  CHECK(step.source() == dijia::source::caller && step.citation().document() == "济政发〔2020〕12号");
  CHECK(step.citation().annex() == 5 && step.citation().row() == 3 && step.citation().part().empty());
  annex.annex = "表1-1";
  annex.row = 0;
  annex.area = "中心城区";
  annex.grade = "";
  annex.zone = "通1";
  const auto named = own.origin(annex).appraise();
  CHECK(named.steps().front().citation().part() == "表1-1" && named.steps().front().citation().annex() == 0);
  CHECK(named.steps().front().citation().row() == 0 && named.worksheet().find("通1") != std::string::npos);
  CHECK(named.worksheet().find("中心城区") != std::string::npos && named.worksheet().find("Ⅲ级") == std::string::npos);
  CHECK(named.worksheet().find("第0行") == std::string::npos);
  const auto published = dijia::appraisal(dijia::jinan_2020().zone("商服", "Ⅲ-4")).origin(annex).try_appraise();
  CHECK(published.status() == DIJIA_TAKES_NO_PART && published.failure()->detail().quantity == DIJIA_QUANTITY_ORIGIN);
  const auto batch = dijia::appraise_all({own, dijia::appraisal(dijia::decimal(7)), own});
  CHECK(batch.values[0] && batch.values[1] && dijia::decimal(batch.values[2]->unit_price) == 1144);
}

void policies() {
  using dijia::decimal;
  const dijia::rounding first;
  const dijia_rounding standard = first.raw();
  CHECK(standard.present == 1 && standard.coefficient_places == 4 && standard.unit_price_places == 2 &&
        standard.amount_places == 2 && standard.mode == DIJIA_HALF_UP);
  const auto policy =
      first.coefficient_places(5).unit_price_places(4).amount_places(3).mode(dijia::rounding_mode::half_even);
  const auto shops = dijia::appraisal(decimal("100.0049")).rounding(policy);
  const auto raw = shops.appraise().rounding().raw();
  CHECK(raw.present == 1 && raw.coefficient_places == 5 && raw.unit_price_places == 4 && raw.amount_places == 3 &&
        raw.mode == DIJIA_HALF_EVEN);
  CHECK(policy.coefficient_places(std::optional<int>(6)).raw().coefficient_places == 6);
  CHECK(policy.coefficient_places(std::optional<int>()).raw().coefficient_places == DIJIA_UNROUNDED);
  CHECK(dijia::rounding::unrounded_coefficients().raw().coefficient_places == DIJIA_UNROUNDED);
  const auto flats = dijia::appraisal(decimal("200.0049")).rounding(policy);
  auto mixed = dijia::mixed_use().use(shops, "0.25").use(flats, "0.75").area(1000).rounding(policy);
  const auto priced = mixed.appraise();
  // 100.0049 × 0.25 + 200.0049 × 0.75
  CHECK(priced.unit_price().to_string() == "175.0049" && priced.wan_yuan_per_mu().to_string() == "11.667");
  CHECK(priced.total_yuan()->to_string() == "175004.900" && priced.total_wan_yuan()->to_string() == "17.500");
  CHECK(mixed.worksheet().find("175.0049 元/㎡") != std::string::npos);
  CHECK(mixed.worksheet(dijia::language::english).find("175.0049 yuan/m²") != std::string::npos);
}

// More parcels than are priced at a time, each with names and numbers of its own, some without a price.
void batches() {
  std::vector<dijia::appraisal> parcels;
  for (int i = 0; i < 600; ++i) {
    parcels.push_back(dijia::appraisal(dijia::decimal(i % 7 == 3 ? -i : 100 + i)));
    for (int name = 0; name < i % 4; ++name) {
      parcels.back().coefficient("k" + std::to_string(name), dijia::decimal("1.01"));
      parcels.back().factor("f" + std::to_string(name), dijia::decimal("0.01"));
    }
  }
  const auto priced = dijia::appraise_all(parcels);
  CHECK(priced.values.size() == 600 && priced.statuses.size() == 600);
  for (std::size_t i = 0; i < 600; ++i) {
    const auto alone = parcels[i].try_appraise();
    CHECK(priced.statuses[i] == alone.status() && priced.values[i].has_value() == alone.has_value());
    CHECK(alone.has_value() == (i % 7 != 3));
    CHECK(!alone || dijia::decimal(priced.values[i]->unit_price) == alone->unit_price());
  }
  CHECK(dijia::appraise_all({}).values.empty());
  CHECK_THROWN(dijia::jinan_2020().zones(dijia::land_use(99), {"Ⅲ-4"}), DIJIA_INVALID_ENUMERATOR,
               "99 is none of the values of dijia_land_use");
  CHECK_THROWN(dijia::edition(nullptr), DIJIA_NULL_POINTER, "a pointer is NULL that must not be");
}

}  // namespace

int main() {
  values();
  tables();
  comparisons();
  results();
  fields();
  setters();
  origins();
  policies();
  batches();
  std::cout << "values: all as they should be\n";
  return 0;
}
