// The conformance vectors through the C++ header. Usage: conformance <folder of the vectors> [<report> | --threads]
#include <algorithm>
#include <map>

#include "corrected.hpp"

namespace {

void edition(row *row) {
  const auto &jinan = jinan_2020();
  const dijia_edition_facts &facts = jinan.facts();
  std::map<std::string, std::string> known = {
      {"name", std::string(jinan.name())},
      {"city", std::string(jinan.city())},
      {"number", std::string(jinan.document())},
      {"title", std::string(jinan.title())},
      {"issuer", std::string(dijia::view(facts.document.issuer))},
      {"replaces", std::string(dijia::view(facts.document.replaces))},
      {"issue date", dijia::date(facts.document.issue_date.value).to_string()},
      {"first day in force", jinan.first_day_in_force().value().to_string()},
      {"last day in force", jinan.last_day_in_force().value().to_string()},
      {"base date", jinan.base_date().value().to_string()},
      {"zone prices", std::to_string(jinan.zone_prices().size())},
      {"grade prices", std::to_string(jinan.grade_prices().size())},
      {"bases", std::to_string(jinan.bases().size())},
  };
  for (const auto &place : jinan.places()) {
    std::string &list = known["townships"];
    list += (list.empty() ? "" : " ") + std::string(place.name());
  }
  for (const auto &annex : jinan.annexes()) {
    known["annex " + std::to_string(annex.number())] = std::string(annex.title());
    if (annex.is_in_hand()) {
      std::string &list = known["annexes in hand"];
      list += (list.empty() ? "" : " ") + std::to_string(annex.number());
    }
  }
  found(row, "value", known.at(text(row, "fact")));
}

void zone_price(row *row) {
  const auto price = jinan_2020().zone(text(row, "land_use"), text(row, "zone"));
  found(row, "code", price.code().to_string());
  found(row, "per_square_metre", price.per_square_metre());
  found(row, "wan_yuan_per_mu", price.wan_yuan_per_mu());
  found(row, "floor_price", price.per_floor_area());
  found(row, price.citation());
}

void grade_price(row *row) {
  const dijia::grade grade(text(row, "grade"));
  const auto price = jinan_2020().grade(text(row, "area"), text(row, "land_use"), grade);
  found(row, "name", price.grade().name());
  found(row, "per_square_metre", price.per_square_metre());
  find_number(row, "zone_count", price.zone_count());
  found(row, price.citation());
}

void basis(row *row) {
  const auto basis = jinan_2020().basis(text(row, "area"), text(row, "land_use"));
  found(row, "base_date", basis.base_date().value().to_string());
  found(row, "right", basis.right());
  found(row, "statutory_term", basis.statutory_term());
  found(row, "plot_ratio", basis.plot_ratio());
  found(row, "capitalization_rate", basis.capitalization_rate());
  found(row, "development_level", basis.development_level().value().to_string());
  found(row, basis.citation());
}

void validity(row *row) {
  static const std::map<dijia::validity, const char *> names = {{dijia::validity::in_force, "in force"},
                                                                {dijia::validity::not_yet_in_force, "not yet in force"},
                                                                {dijia::validity::expired, "expired"}};
  find(row, "validity", names.at(jinan_2020().validity_on(text(row, "date"))));
}

void spelling(row *row) {
  const std::string of = text(row, "of");
  const std::string spelled = text(row, "text");
  if (of == "land use") {
    found(row, "canonical", dijia::land_use(spelled).name());
  } else if (of == "grade") {
    found(row, "canonical", dijia::grade(spelled).name());
  } else if (of == "zone code") {
    found(row, "canonical", dijia::zone_code(spelled).to_string());
  } else if (of == "area") {
    found(row, "canonical", dijia::area(spelled).name());
  } else if (of == "service") {
    dijia::failure failed;
    dijia_service service = 0;
    if (dijia_service_parse(spelled.data(), spelled.size(), &service, failed.out()) != DIJIA_OK) {
      throw dijia::error(failed);
    }
    found(row, "canonical", dijia::development_level(service).to_string());
  } else if (of == "development level") {
    found(row, "canonical", dijia::development_level(spelled).to_string());
  } else if (of == "decimal") {
    found(row, "canonical", decimal(spelled));
  } else if (of == "rate") {
    found(row, "canonical", decimal::rate(spelled));
  } else if (of == "date") {
    found(row, "canonical", dijia::date(spelled).to_string());
  }
}

// The header has no units of its own: these are the functions of the C interface.
void unit(row *row) {
  const dijia_decimal value = decimal(text(row, "value")).raw();
  const dijia_decimal by = is_cell(row, "by", "") ? decimal().raw() : decimal(text(row, "by")).raw();
  const std::uint32_t to = places(row, "places", 0);
  const auto how = static_cast<dijia_rounding_mode>(mode(row));
  dijia_decimal out;
  dijia::failure failed;
  dijia_error *error = failed.out();
  const std::string conversion = text(row, "conversion");
  const dijia_status status = conversion == "wan_yuan_per_mu" ? dijia_wan_yuan_per_mu(value, to, how, &out, error)
                              : conversion == "yuan_per_square_metre" ? dijia_yuan_per_square_metre(value, &out, error)
                              : conversion == "floor_price"   ? dijia_floor_price(value, by, to, how, &out, error)
                              : conversion == "land_price"    ? dijia_land_price(value, by, &out, error)
                              : conversion == "mu"            ? dijia_mu(value, &out, error)
                              : conversion == "square_metres" ? dijia_square_metres(value, to, how, &out, error)
                              : conversion == "total_yuan"    ? dijia_total_yuan(value, by, to, how, &out, error)
                                                              : dijia_total_wan_yuan(value, by, to, how, &out, error);
  if (status != DIJIA_OK) {
    throw dijia::error(failed);
  }
  found(row, "value", decimal(out));
}

void rounding(row *row) {
  found(row, "rounded", decimal(text(row, "value")).rounded(places(row, "places", 0), mode(row)));
}

// "zone:land use:code", "grade:land use:grade", "own:price"
dijia::appraisal based_on(const std::string &base) {
  const auto words = split_at(base, ':');
  if (words[0] == "own") {
    return dijia::appraisal(decimal(words[1]));
  }
  const dijia::land_use use(words.at(1));
  return words[0] == "zone" ? dijia::appraisal(jinan_2020().zone(use, words.at(2)))
                            : dijia::appraisal(jinan_2020().grade(use, dijia::grade(words.at(2))));
}

void appraisal(row *row) {
  dijia::appraisal parcel = based_on(text(row, "base"));
  given(row, "basis", [&](const std::string &basis) {
    const auto words = split_at(basis, ':');
    parcel.basis(jinan_2020(), words.at(0), words.at(1));
  });
  given(row, "rate", [&](const std::string &rate) { parcel.capitalization_rate(rate); });
  given(row, "statutory_term", [&](const std::string &years) {
    is_perpetual(years) ? parcel.statutory_term(dijia::perpetual) : parcel.statutory_term(years);
  });
  given(row, "term_coefficient", [&](const std::string &ky) { parcel.term_coefficient(ky); });
  given(row, "base_date", [&](const std::string &day) { parcel.base_date(day); });
  given(row, "basis_development", [&](const std::string &level) { parcel.basis_development(level); });
  given(row, "remaining_term", [&](const std::string &years) {
    is_perpetual(years) ? parcel.remaining_term(dijia::perpetual) : parcel.remaining_term(years);
  });
  given(row, "longer_term", [&](const std::string &) { parcel.longer_term(); });
  given(row, "valuation_date", [&](const std::string &day) { parcel.valuation_date(day); });
  given(row, "expiry_date", [&](const std::string &day) { parcel.expiry_date(day); });
  given(row, "plot_ratio", [&](const std::string &ratio) { parcel.plot_ratio(ratio); });
  given(row, "plot_ratio_coefficient", [&](const std::string &kv) { parcel.plot_ratio_coefficient(kv); });
  given(row, "plot_ratio_table", [&](std::string table) {
    const bool below = table.front() == '<';
    const bool above = table.back() == '>';
    parcel.table_open(below, above);
    for (const auto &[ratio, kv] :
         pairs(table.substr(below ? 1 : 0, table.size() - (below ? 1 : 0) - (above ? 1 : 0)))) {
      parcel.plot_ratio_row(ratio, kv);
    }
  });
  given(row, "date_coefficient", [&](const std::string &kt) { parcel.date_coefficient(kt); });
  given(row, "date_index", [&](const std::string &series) {
    const auto words = split_at(series, ':');
    const std::string &how = words.at(0);
    const auto dash = how.rfind('-');
    parcel.between(how.substr(dash + 1) == "linear" ? dijia::between_points::linear_by_days
                                                    : dijia::between_points::last_before);
    if (dash != std::string::npos) {
      using dijia::index_period;
      static const std::map<std::string, index_period> periods{{"month", index_period::month},
                                                               {"quarter", index_period::quarter},
                                                               {"half-year", index_period::half_year},
                                                               {"year", index_period::year}};
      parcel.chain(periods.at(how.substr(0, dash)));
    }
    for (const auto &[day, index] : pairs(words.at(1))) {
      parcel.date_index_point(day, index);
    }
  });
  given(row, "monthly_growth", [&](const std::string &growth) { parcel.monthly_growth(growth); });
  for (const auto &[name, kj] : pairs(text(row, "coefficients"))) {
    parcel.coefficient(name, kj);
  }
  for (const auto &[name, ki] : pairs(text(row, "factor_corrections"))) {
    parcel.factor(name, ki);
  }
  given(row, "development_adjustment", [&](const std::string &kf) { parcel.development_adjustment(kf); });
  given(row, "site_development", [&](const std::string &level) { parcel.site_development(level); });
  for (const auto &[service, cost] : pairs(text(row, "unit_costs"))) {
    parcel.unit_cost(dijia::development_level(service).bits(), cost);
  }
  given(row, "area", [&](const std::string &square_metres) { parcel.area(square_metres); });
  const auto appraised = parcel.rounding(policy(row)).appraise();
  check_policy(appraised.rounding(), policy(row));
  found_appraised(row, appraised);
}

void mixed_use(row *row) {
  dijia::mixed_use mixed;
  const auto uses = split_at(text(row, "uses"), ';');
  const auto shares = split_at(text(row, "shares"), ';');
  const auto policies =
      is_cell(row, "policies", "") ? std::vector<std::string>() : split_at(text(row, "policies"), ';');
  for (std::size_t i = 0; i < uses.size(); ++i) {
    mixed.use(based_on(uses[i]).rounding(policy_of_use(policies.empty() ? "" : policies.at(i))), shares.at(i));
  }
  given(row, "area", [&](const std::string &square_metres) { mixed.area(square_metres); });
  given(row, "by", [&](const std::string &) { mixed.by_areas(); });
  const auto appraised = mixed.rounding(policy(row)).appraise();
  check_policy(appraised.rounding(), policy(row));
  found(row, "unit_price", appraised.unit_price());
  found(row, "wan_yuan_per_mu", appraised.wan_yuan_per_mu());
  found(row, "total_yuan", appraised.total_yuan());
  found(row, "total_wan_yuan", appraised.total_wan_yuan());
  found(row, "worksheet_chinese", mixed.worksheet(language::chinese, layout_of(row)));
  found(row, "worksheet_english", mixed.worksheet(language::english, layout_of(row)));
}

void payment(row *row) {
  auto paid = dijia::payment(text(row, "price"));
  given(row, "original_price", [&](const std::string &price) { paid.original_price(price); });
  given(row, "payment_ratio", [&](const std::string &ratio) { paid.payment_ratio(ratio); });
  given(row, "minimum_price", [&](const std::string &price) { paid.minimum_price(price); });
  given(row, "minimum_ratio", [&](const std::string &ratio) { paid.minimum_ratio(ratio); });
  given(row, "per", [&](const std::string &) { paid.priced_area(dijia::priced_area::floor); });
  given(row, "area", [&](const std::string &square_metres) { paid.area(square_metres); });
  const auto due = paid.rounding(policy(row)).settle();
  check_policy(due.rounding(), policy(row));
  found(row, "difference", due.difference());
  found(row, "minimum", due.minimum());
  found(row, "unit_payment", due.unit_payment());
  found(row, "is_minimum", std::string(due.is_minimum() ? "yes" : "no"));
  found(row, "total_yuan", due.total_yuan());
  found(row, "total_wan_yuan", due.total_wan_yuan());
  found(row, "worksheet_chinese", paid.worksheet(language::chinese, layout_of(row)));
  found(row, "worksheet_english", paid.worksheet(language::english, layout_of(row)));
}

// A hundred remaining terms, a hundredth of a year apart.
void term_coefficient_grid(row *row) {
  dijia_decimal first = decimal(text(row, "first_remaining")).raw();
  CHECK(first.scale == 2);
  first.scale = 0;
  const std::int64_t hundredths = decimal(first).to_int64();
  dijia::appraisal parcel(decimal(1000000));
  parcel.capitalization_rate(text(row, "rate")).statutory_term(text(row, "statutory"));
  std::string coefficients;
  for (int i = 0; i < 100; ++i) {
    dijia_decimal remaining = dijia_decimal_from_int64(hundredths + i);
    remaining.scale = 2;
    const auto steps = parcel.remaining_term(decimal(remaining)).appraise().steps();
    coefficients += (i > 0 ? " " : "") + steps.at(1).value().to_string();
  }
  found(row, "coefficients", coefficients);
}

// Where the header throws, there is no result.
template <void (*Function)(row *)>
void run(row *row) {
  try {
    Function(row);
  } catch (const dijia::error &failed) {
    refuse(row, &failed.detail());
  }
}

}  // namespace

int main(int argc, char **argv) {
  static const vector_function functions[] = {
      {"edition", run<edition>},
      {"zone_price", run<zone_price>},
      {"grade_price", run<grade_price>},
      {"basis", run<basis>},
      {"validity", run<validity>},
      {"edition_facts", run<edition_facts>},
      {"edition_price", run<edition_price>},
      {"edition_basis", run<edition_basis>},
      {"edition_level", run<edition_level>},
      {"in_force", run<in_force>},
      {"correction_level", run<correction_level>},
      {"correction_plot_ratio", run<correction_plot_ratio>},
      {"corrected", run<corrected>},
      {"spelling", run<spelling>},
      {"unit", run<unit>},
      {"rounding", run<rounding>},
      {"appraisal", run<appraisal>},
      {"mixed_use", run<mixed_use>},
      {"payment", run<payment>},
      {"term_coefficient_grid", run<term_coefficient_grid>},
  };
  CHECK(argc > 1);
  open_editions(argv[1]);
  return run_vectors(argc, argv, functions, sizeof functions / sizeof *functions);
}
