// The policies that rows of the vectors give, and what the C++ header finds for an appraisal.
#ifndef DIJIA_TESTS_PRICED_HPP
#define DIJIA_TESTS_PRICED_HPP

#include "found.hpp"

namespace {

dijia::rounding_mode mode(const row *row) {
  return is_cell(row, "mode", "half-even") ? dijia::rounding_mode::half_even : dijia::rounding_mode::half_up;
}

unsigned places(const row *row, const char *column, unsigned otherwise) {
  return is_cell(row, column, "") ? otherwise : static_cast<unsigned>(std::stoul(text(row, column)));
}

dijia::rounding policy(const row *row) {
  const bool unrounded = is_cell(row, "coefficient_places", "unrounded");
  return dijia::rounding()
      .coefficient_places(unrounded ? std::nullopt : std::optional<unsigned>(places(row, "coefficient_places", 4)))
      .unit_price_places(places(row, "unit_price_places", 2))
      .amount_places(places(row, "amount_places", 2))
      .mode(mode(row));
}

// The policy of a use, "5,4,3,half-even", or the default.
dijia::rounding policy_of_use(const std::string &text) {
  if (text.empty()) {
    return {};
  }
  const auto words = split_at(text, ',');
  const auto places = [&](std::size_t at) { return std::stoul(words.at(at)); };
  return dijia::rounding()
      .coefficient_places(words[0] == "unrounded" ? std::nullopt : std::optional<unsigned long>(places(0)))
      .unit_price_places(places(1))
      .amount_places(places(2))
      .mode(words.at(3) == "half-even" ? dijia::rounding_mode::half_even : dijia::rounding_mode::half_up);
}

// What comes out is what went in.
void check_policy(const dijia::rounding &out, const dijia::rounding &in) {
  CHECK(out.raw().present == 1 && out.raw().mode == in.raw().mode);
  CHECK(out.raw().coefficient_places == in.raw().coefficient_places);
  CHECK(out.raw().unit_price_places == in.raw().unit_price_places);
  CHECK(out.raw().amount_places == in.raw().amount_places);
}

void found_steps(row *row, const dijia::appraised &appraised) {
  // A coefficient that the policy leaves unrounded has no text of its own to compare.
  std::map<dijia_step_kind, decimal> values;
  for (const auto &step : appraised.steps()) {
    CHECK(!step.symbol().empty() && !step.label(language::chinese).empty());
    if (!step.is_unrounded()) {
      values[step.kind()] = step.value();
    }
  }
  static const std::pair<const char *, dijia_step_kind> columns[] = {
      {"m", DIJIA_STEP_REMAINING_TERM},          {"ky", DIJIA_STEP_TERM_COEFFICIENT},
      {"kv", DIJIA_STEP_PLOT_RATIO_COEFFICIENT}, {"months", DIJIA_STEP_MONTHS},
      {"kt", DIJIA_STEP_DATE_COEFFICIENT},       {"factor_sum", DIJIA_STEP_FACTOR_SUM},
      {"kf", DIJIA_STEP_DEVELOPMENT_ADJUSTMENT}};
  for (const auto &[column, kind] : columns) {
    const auto value = values.find(kind);
    found(row, column, value == values.end() ? std::nullopt : std::optional<decimal>(value->second));
  }
}

// The layout of the worksheets of a row.
dijia::layout layout_of(const row *row) {
  using dijia::layout;
  const std::map<std::string, layout> layouts = {
      {"", layout::wide}, {"narrow", layout::narrow}, {"markdown", layout::markdown}, {"html", layout::html}};
  return layouts.at(text(row, "layout"));
}

void found_appraised(row *row, const dijia::appraised &appraised) {
  found(row, "unit_price", appraised.unit_price());
  found(row, "wan_yuan_per_mu", appraised.wan_yuan_per_mu());
  found(row, "floor_price", appraised.floor_price());
  found(row, "total_yuan", appraised.total_yuan());
  found(row, "total_wan_yuan", appraised.total_wan_yuan());
  found(row, "deviation", appraised.deviation());
  found(row, "ky", appraised.term_coefficient());
  found(row, "kv", appraised.plot_ratio_coefficient());
  found(row, "kt", appraised.date_coefficient());
  found(row, "factor_sum", appraised.factor_sum());
  found(row, "kf", appraised.development_adjustment());
  std::string warnings;
  for (const auto &[bit, name] :
       {std::pair(DIJIA_WARNING_LARGE_DEVIATION, "large-deviation"),
        std::pair(DIJIA_WARNING_OUTSIDE_VALIDITY, "outside-validity"),
        std::pair(DIJIA_WARNING_BEFORE_BASE_DATE, "before-base-date"),
        std::pair(DIJIA_WARNING_NO_VALUATION_DATE, "no-valuation-date"),
        std::pair(DIJIA_WARNING_PLOT_RATIO_UNCORRECTED, "plot-ratio-uncorrected"),
        std::pair(DIJIA_WARNING_DATE_UNCORRECTED, "date-uncorrected"),
        std::pair(DIJIA_WARNING_BARE_FACTORS, "bare-factors"), std::pair(DIJIA_WARNING_WITHOUT_LEVEL, "without-level"),
        std::pair(DIJIA_WARNING_LOWER_BOUND, "lower-bound")}) {
    if ((appraised.warnings() & static_cast<std::uint32_t>(bit)) != 0) {
      warnings += (warnings.empty() ? "" : ";") + std::string(name);
    }
  }
  found(row, "warnings", warnings);
  if (expects(row, "m")) {
    found_steps(row, appraised);
  }
  if (expects(row, "worksheet_chinese")) {
    found(row, "worksheet_chinese", appraised.worksheet(language::chinese, layout_of(row)));
    found(row, "worksheet_english", appraised.worksheet(language::english, layout_of(row)));
  }
  found(row, "warnings_chinese", appraised.warnings_text());
  found(row, "warnings_english", appraised.warnings_text(language::english));
}

bool is_perpetual(const std::string &term) { return term == "perpetual" || term == "无限年期"; }

}  // namespace

#endif
