// The vectors of corrections as documents publish them: tables asked directly, and whole appraisals.
#ifndef DIJIA_TESTS_CORRECTED_HPP
#define DIJIA_TESTS_CORRECTED_HPP

#include "loaded.hpp"
#include "priced.hpp"

namespace {

void correction_level(row *row) {
  const auto level = edition_of(row).level(area_of(row, "area"), text(row, "land_use"), cell(row, "grade"),
                                           cell(row, "of"), cell(row, "level"));
  CHECK(level.kind() == dijia::correction_kind::factor || level.kind() == dijia::correction_kind::coefficient);
  found(row, "kind", std::string(level.kind() == dijia::correction_kind::factor ? "factor" : "coefficient"));
  found(row, "name", level.name());
  found(row, "found_level", level.level());
  found(row, "condition", level.condition());
  found(row, "value", level.value());
  found(row, "by_area", std::string(level.is_by_area() ? "yes" : "no"));
  found_part(row, level.citation());
}

void correction_plot_ratio(row *row) {
  const auto &edition = edition_of(row);
  const auto coefficient = edition.try_plot_ratio_coefficient(area_of(row, "area"), text(row, "land_use"),
                                                              cell(row, "grade"), text(row, "plot_ratio"), policy(row));
  found(row, "coefficient", coefficient.value());
}

// The steps that say where they are printed: symbol or name, annex, part and row, and whether they are printed there.
std::string sources(const dijia::appraised &appraised) {
  std::string all;
  for (const auto &step : appraised.steps()) {
    const auto cited = step.citation();
    if (cited.document().empty()) {
      CHECK(step.source() != dijia::source::published);
      continue;
    }
    const bool by_name = step.kind() == DIJIA_STEP_COEFFICIENT || step.kind() == DIJIA_STEP_FACTOR_CORRECTION;
    all += (all.empty() ? "" : ";") + (by_name ? step.name() : std::string(step.symbol())) + "|" +
           std::to_string(cited.annex()) + "|" + std::string(cited.part()) + "|" + std::to_string(cited.row()) + "|" +
           (step.source() == dijia::source::published ? "published" : "derived");
  }
  return all;
}

dijia::appraisal based_on_price(const row *row) {
  const auto &edition = edition_of(row);
  const auto in = area_of(row, "district");
  if (is_cell(row, "zone", "")) {
    return dijia::appraisal(edition.grade(in, text(row, "land_use"), cell(row, "grade")));
  }
  return dijia::appraisal(edition.zone(in, text(row, "land_use"), cell(row, "zone")));
}

void corrected(row *row) {
  dijia::appraisal parcel = based_on_price(row);
  if (is_cell(row, "corrections", "published")) {
    parcel.corrections_as_published();
  }
  for (const auto &[of, level] : pairs(text(row, "levels"))) {
    parcel.level(of, level);
  }
  given(row, "rate", [&](const std::string &rate) { parcel.capitalization_rate(rate); });
  given(row, "statutory_term", [&](const std::string &years) {
    is_perpetual(years) ? parcel.statutory_term(dijia::perpetual) : parcel.statutory_term(years);
  });
  given(row, "remaining_term", [&](const std::string &years) {
    is_perpetual(years) ? parcel.remaining_term(dijia::perpetual) : parcel.remaining_term(years);
  });
  given(row, "longer_term", [&](const std::string &) { parcel.longer_term(); });
  given(row, "base_date", [&](const std::string &day) { parcel.base_date(day); });
  given(row, "basis_development", [&](const std::string &level) { parcel.basis_development(level); });
  given(row, "site_development", [&](const std::string &level) { parcel.site_development(level); });
  given(row, "development_adjustment", [&](const std::string &kf) { parcel.development_adjustment(kf); });
  for (const auto &[service, cost] : pairs(text(row, "unit_costs"))) {
    parcel.unit_cost(dijia::development_level(service).bits(), cost);
  }
  given(row, "valuation_date", [&](const std::string &day) { parcel.valuation_date(day); });
  given(row, "expiry_date", [&](const std::string &day) { parcel.expiry_date(day); });
  given(row, "plot_ratio", [&](const std::string &ratio) { parcel.plot_ratio(ratio); });
  given(row, "plot_ratio_coefficient", [&](const std::string &kv) { parcel.plot_ratio_coefficient(kv); });
  given(row, "date_coefficient", [&](const std::string &kt) { parcel.date_coefficient(kt); });
  given(row, "monthly_growth", [&](const std::string &growth) { parcel.monthly_growth(growth); });
  given(row, "area", [&](const std::string &square_metres) { parcel.area(square_metres); });
  for (const auto &[name, kj] : pairs(text(row, "coefficients"))) {
    parcel.coefficient(name, kj);
  }
  for (const auto &[name, ki] : pairs(text(row, "factor_corrections"))) {
    parcel.factor(name, ki);
  }
  const auto appraised = parcel.rounding(policy(row)).appraise();
  check_policy(appraised.rounding(), policy(row));
  found_appraised(row, appraised);
  if (expects(row, "sources")) {
    found(row, "sources", sources(appraised));
  }
}

}  // namespace

#endif
