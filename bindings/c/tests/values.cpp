// The C++ header: values, exceptions, results, ranges, and the conformance vectors.
// Usage: values <folder of the vectors>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <thread>

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

void same(const std::string &is, const std::string &expected, const std::string &where) {
  ++checked;
  if (is != expected) {
    std::cerr << where << ": is\n  " << is << "\nand not\n  " << expected << '\n';
    std::exit(1);
  }
}

std::vector<std::string> split(const std::string &text, char separator) {
  std::vector<std::string> parts;
  if (text.empty()) {
    return parts;
  }
  std::size_t begin = 0;
  for (;;) {
    const std::size_t end = text.find(separator, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == std::string::npos) {
      return parts;
    }
    begin = end + 1;
  }
}

std::pair<std::string, std::string> pair_of(const std::string &text) {
  const std::size_t at = text.find('=');
  CHECK(at != std::string::npos);
  return {text.substr(0, at), text.substr(at + 1)};
}

using row = std::map<std::string, std::string>;

std::vector<row> vectors(const std::string &path, std::size_t least) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    std::cerr << path << ": cannot be read\n";
    std::exit(1);
  }
  std::string line;
  std::getline(file, line);
  const auto columns = split(line, '\t');
  std::vector<row> rows;
  while (std::getline(file, line)) {
    const auto cells = split(line, '\t');
    row one;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      one[columns[i]] = i < cells.size() ? cells[i] : "";
    }
    rows.push_back(one);
  }
  CHECK(rows.size() >= least);
  return rows;
}

dijia::rounding policy(const row &of) {
  const auto places = [&](const char *column, unsigned otherwise) {
    const std::string &text = of.at(column);
    return text.empty() ? otherwise : static_cast<unsigned>(std::stoul(text));
  };
  dijia::rounding rounding;
  if (of.count("coefficient_places") != 0) {
    rounding = of.at("coefficient_places") == "unrounded"
                   ? dijia::rounding::unrounded_coefficients()
                   : rounding.coefficient_places(places("coefficient_places", 4));
  }
  if (of.count("amount_places") != 0) {
    rounding = rounding.amount_places(places("amount_places", 2));
  }
  return rounding.unit_price_places(places("unit_price_places", 2))
      .mode(of.at("mode") == "half-even" ? dijia::rounding_mode::half_even : dijia::rounding_mode::half_up);
}

dijia::appraisal base_of(const std::string &text) {
  const auto words = split(text, ':');
  const auto &jinan = dijia::jinan_2020();
  if (words[0] == "own") {
    return dijia::appraisal(dijia::decimal(words[1]));
  }
  const dijia::land_use use(words[1]);
  return words[0] == "zone" ? dijia::appraisal(jinan.zone(use, words[2]))
                            : dijia::appraisal(jinan.grade(use, dijia::grade(words[2])));
}

std::string shown(const std::optional<dijia::decimal> &value) { return value ? value->to_string() : ""; }

void check_appraisal(const row &of, const std::string &where) {
  dijia::result<dijia::appraised> priced = dijia::failure();
  try {
    dijia::appraisal parcel = base_of(of.at("base"));
    const auto given = [&](const char *column, auto set) {
      if (!of.at(column).empty()) {
        set(std::string_view(of.at(column)));
      }
    };
    given("rate", [&](std::string_view text) { parcel.capitalization_rate(text); });
    given("statutory_term", [&](std::string_view text) { parcel.statutory_term(text); });
    given("base_date", [&](std::string_view text) { parcel.base_date(text); });
    given("basis_development", [&](std::string_view text) { parcel.basis_development(text); });
    given("remaining_term", [&](std::string_view text) { parcel.remaining_term(text); });
    given("valuation_date", [&](std::string_view text) { parcel.valuation_date(text); });
    given("expiry_date", [&](std::string_view text) { parcel.expiry_date(text); });
    given("plot_ratio", [&](std::string_view text) { parcel.plot_ratio(text); });
    given("plot_ratio_coefficient", [&](std::string_view text) { parcel.plot_ratio_coefficient(text); });
    given("date_coefficient", [&](std::string_view text) { parcel.date_coefficient(text); });
    given("monthly_growth", [&](std::string_view text) { parcel.monthly_growth(text); });
    given("development_adjustment", [&](std::string_view text) { parcel.development_adjustment(text); });
    given("site_development", [&](std::string_view text) { parcel.site_development(text); });
    given("area", [&](std::string_view text) { parcel.area(text); });
    std::string table = of.at("plot_ratio_table");
    if (!table.empty()) {
      const bool below = table.front() == '<', above = table.back() == '>';
      table = table.substr(below ? 1 : 0, table.size() - (below ? 1 : 0) - (above ? 1 : 0));
      parcel.table_open(below, above);
      for (const auto &one : split(table, ';')) {
        parcel.plot_ratio_row(pair_of(one).first, pair_of(one).second);
      }
    }
    const std::string &index = of.at("date_index");
    if (!index.empty()) {
      const std::size_t colon = index.find(':');
      parcel.between(index.substr(0, colon) == "linear" ? dijia::between_points::linear_by_days
                                                        : dijia::between_points::last_before);
      for (const auto &one : split(index.substr(colon + 1), ';')) {
        parcel.date_index_point(std::string_view(pair_of(one).first), pair_of(one).second);
      }
    }
    for (const auto &one : split(of.at("coefficients"), ';')) {
      parcel.coefficient(pair_of(one).first, pair_of(one).second);
    }
    for (const auto &one : split(of.at("factor_corrections"), ';')) {
      parcel.factor(pair_of(one).first, pair_of(one).second);
    }
    for (const auto &one : split(of.at("unit_costs"), ';')) {
      parcel.unit_cost(dijia::development_level(std::string_view(pair_of(one).first)).bits(), pair_of(one).second);
    }
    parcel.rounding(policy(of));
    priced = parcel.try_appraise();
    if (!priced) {
      bool thrown = false;
      try {
        parcel.appraise();
      } catch (const std::runtime_error &failed) {
        thrown = failed.what() == std::string(priced.failure()->message());
      }
      CHECK(thrown);
      same(std::string(priced.failure()->message()), of.at("error"), where);
      return;
    }
  } catch (const dijia::error &failed) {
    same(failed.what(), of.at("error"), where);
    return;
  }
  same("", of.at("error"), where);
  same(priced->unit_price().to_string(), of.at("unit_price"), where);
  same(priced->wan_yuan_per_mu().to_string(), of.at("wan_yuan_per_mu"), where);
  same(shown(priced->floor_price()), of.at("floor_price"), where);
  same(shown(priced->total_yuan()), of.at("total_yuan"), where);
  same(shown(priced->total_wan_yuan()), of.at("total_wan_yuan"), where);
  same(priced->deviation().to_string(), of.at("deviation"), where);
  std::string warnings;
  const char *const names[] = {"large-deviation", "outside-validity", "before-base-date"};
  for (unsigned i = 0; i < 3; ++i) {
    if ((priced->warnings() >> i & 1) != 0) {
      warnings += (warnings.empty() ? "" : ";") + std::string(names[i]);
    }
  }
  same(warnings, of.at("warnings"), where);
  std::map<dijia_step_kind, std::string> steps;
  std::map<dijia_step_kind, bool> unrounded;
  for (const auto &step : priced->steps()) {
    steps[step.kind()] = step.value().to_string();
    unrounded[step.kind()] = step.is_unrounded();
    CHECK(!step.symbol().empty() && !step.label(dijia::language::chinese).empty());
  }
  const std::pair<dijia_step_kind, const char *> kinds[] = {
      {DIJIA_STEP_REMAINING_TERM, "m"},          {DIJIA_STEP_TERM_COEFFICIENT, "ky"},
      {DIJIA_STEP_PLOT_RATIO_COEFFICIENT, "kv"}, {DIJIA_STEP_MONTHS, "months"},
      {DIJIA_STEP_DATE_COEFFICIENT, "kt"},       {DIJIA_STEP_FACTOR_SUM, "factor_sum"},
      {DIJIA_STEP_DEVELOPMENT_ADJUSTMENT, "kf"}};
  for (const auto &[kind, column] : kinds) {
    if (!unrounded[kind]) {
      same(steps[kind], of.at(column), where);
    }
  }
  CHECK(priced->worksheet().find(of.at("unit_price")) != std::string::npos);
}

void check_mixed(const row &of, const std::string &where) {
  try {
    dijia::mixed_use mixed;
    const auto prices = split(of.at("unit_prices"), ';');
    const auto shares = split(of.at("shares"), ';');
    for (std::size_t i = 0; i < prices.size(); ++i) {
      const dijia::decimal price(prices[i]);
      mixed.use(dijia::appraisal(price).rounding(dijia::rounding().unit_price_places(price.places())), shares[i]);
    }
    if (!of.at("area").empty()) {
      mixed.area(of.at("area"));
    }
    const auto priced = mixed.rounding(policy(of)).appraise();
    same("", of.at("error"), where);
    same(priced.unit_price().to_string(), of.at("unit_price"), where);
    same(priced.wan_yuan_per_mu().to_string(), of.at("wan_yuan_per_mu"), where);
    same(shown(priced.total_yuan()), of.at("total_yuan"), where);
    same(shown(priced.total_wan_yuan()), of.at("total_wan_yuan"), where);
  } catch (const dijia::error &failed) {
    same(failed.what(), of.at("error"), where);
  }
}

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
  CHECK(jinan.basis(dijia::area::township, "商服").capitalization_rate().to_string() == "0.060");
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

int main(int argc, char **argv) {
  CHECK(argc == 2);
  const std::string folder = argv[1];
  values();
  tables();
  const auto appraisals = vectors(folder + "/appraisal.tsv", 2000);
  for (std::size_t i = 0; i < appraisals.size(); ++i) {
    check_appraisal(appraisals[i], "appraisal.tsv:" + std::to_string(i + 2));
  }
  const auto mixed = vectors(folder + "/mixed_use.tsv", 60);
  for (std::size_t i = 0; i < mixed.size(); ++i) {
    check_mixed(mixed[i], "mixed_use.tsv:" + std::to_string(i + 2));
  }
  const auto rounding = vectors(folder + "/rounding.tsv", 600);
  for (const auto &of : rounding) {
    const auto mode = of.at("mode") == "half-even" ? dijia::rounding_mode::half_even : dijia::rounding_mode::half_up;
    same(dijia::decimal(of.at("value"))
             .rounded(static_cast<std::uint32_t>(std::stoul(of.at("places"))), mode)
             .to_string(),
         of.at("rounded"), "rounding.tsv");
  }
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (std::size_t at = 0; at < 200; ++at) {
        const auto priced =
            dijia::appraisal(dijia::jinan_2020().zone("商服", "Ⅲ-4")).remaining_term("33.57").appraise();
        if (priced.unit_price() != "8729.53") {
          std::abort();
        }
      }
    });
  }
  for (auto &thread : threads) {
    thread.join();
  }
  std::cout << "appraisal.tsv: " << appraisals.size() << " vectors\nmixed_use.tsv: " << mixed.size()
            << " vectors\nrounding.tsv: " << rounding.size() << " vectors\n"
            << checked << " checks\n";
  return 0;
}
