/* The conformance vectors through the C interface. Usage: conformance <folder of the vectors> [<report> | --threads] */
#include "corrected.h"

/* The policy of a use, "5,4,3,half-even", or the default. */
static dijia_rounding rounding_of_use(const char *text) {
  dijia_rounding rounding = {0, 0, 0, 0, 0};
  char copy[64];
  const char *parts[4];
  CHECK(strlen(text) < sizeof copy);
  if (*text != '\0') {
    CHECK(split(strcpy(copy, text), ',', parts, 4) == 4);
    rounding.present = 1;
    rounding.coefficient_places = places_of(parts[0], 4);
    rounding.unit_price_places = places_of(parts[1], 2);
    rounding.amount_places = places_of(parts[2], 2);
    rounding.mode = strcmp(parts[3], "half-even") == 0 ? DIJIA_HALF_EVEN : DIJIA_HALF_UP;
  }
  return rounding;
}

static void edition(struct row *row) {
  dijia_error error = DIJIA_ERROR_INIT;
  const dijia_edition *jinan = dijia_edition_jinan_2020();
  dijia_edition_facts facts = DIJIA_EDITION_FACTS_INIT;
  char list[1024] = "";
  CHECK_OK(dijia_edition_describe(jinan, &facts, &error), &error);
  if (is_cell(row, "fact", "name")) {
    find_text(row, "value", facts.name);
  } else if (is_cell(row, "fact", "city")) {
    find_text(row, "value", facts.city);
  } else if (is_cell(row, "fact", "number")) {
    find_text(row, "value", facts.document.number);
  } else if (is_cell(row, "fact", "title")) {
    find_text(row, "value", facts.document.title);
  } else if (is_cell(row, "fact", "issuer")) {
    find_text(row, "value", facts.document.issuer);
  } else if (is_cell(row, "fact", "replaces")) {
    find_text(row, "value", facts.document.replaces);
  } else if (is_cell(row, "fact", "issue date")) {
    find_date(row, "value", facts.document.issue_date.value);
  } else if (is_cell(row, "fact", "first day in force")) {
    find_date(row, "value", facts.document.first_day_in_force.value);
  } else if (is_cell(row, "fact", "last day in force")) {
    find_date(row, "value", facts.document.last_day_in_force.value);
  } else if (is_cell(row, "fact", "base date")) {
    find_date(row, "value", facts.base_date.value);
  } else if (is_cell(row, "fact", "zone prices")) {
    find_number(row, "value", facts.zone_price_count);
  } else if (is_cell(row, "fact", "grade prices")) {
    find_number(row, "value", facts.grade_price_count);
  } else if (is_cell(row, "fact", "bases")) {
    find_number(row, "value", facts.basis_count);
  } else if (is_cell(row, "fact", "townships")) {
    for (size_t i = 0; i < facts.place_count; i++) {
      dijia_place_row place = DIJIA_PLACE_ROW_INIT;
      CHECK_OK(dijia_place_at(jinan, i, &place, &error), &error);
      snprintf(list + strlen(list), sizeof list - strlen(list), "%s%.*s", i == 0 ? "" : " ", (int)place.name.length,
               place.name.data);
    }
    find(row, "value", list);
  } else {
    for (size_t i = 0; i < facts.annex_count; i++) {
      dijia_annex_row annex = DIJIA_ANNEX_ROW_INIT;
      char name[32];
      CHECK_OK(dijia_annex_at(jinan, i, &annex, &error), &error);
      snprintf(name, sizeof name, "annex %u", (unsigned)annex.number);
      if (is_cell(row, "fact", name)) {
        find_text(row, "value", annex.title);
      }
      if (annex.in_hand) {
        snprintf(list + strlen(list), sizeof list - strlen(list), "%s%u", *list == '\0' ? "" : " ",
                 (unsigned)annex.number);
      }
    }
    if (is_cell(row, "fact", "annexes in hand")) {
      find(row, "value", list);
    }
  }
}

static void zone_price(struct row *row) {
  dijia_error error = DIJIA_ERROR_INIT;
  const char *use_text = cell(row, "land_use");
  const char *zone = cell(row, "zone");
  dijia_land_use land_use;
  dijia_zone_price_row price = DIJIA_ZONE_PRICE_ROW_INIT;
  TRY(dijia_land_use_parse(use_text, strlen(use_text), &land_use, &error));
  TRY(dijia_zone_price_spelled(dijia_edition_jinan_2020(), DIJIA_FIRST_AREA, land_use, zone, strlen(zone), &price,
                               &error));
  find_code(row, "code", price.code);
  find_optional(row, "per_square_metre", price.per_square_metre);
  find_optional(row, "wan_yuan_per_mu", price.wan_yuan_per_mu);
  find_optional(row, "floor_price", price.per_floor_area);
  find_citation(row, &price.citation);
}

static void grade_price(struct row *row) {
  dijia_error error = DIJIA_ERROR_INIT;
  const char *area_text = cell(row, "area");
  const char *use_text = cell(row, "land_use");
  const char *grade_text = cell(row, "grade");
  dijia_area area;
  dijia_land_use land_use;
  dijia_grade grade;
  dijia_grade_price_row price = DIJIA_GRADE_PRICE_ROW_INIT;
  dijia_text name;
  TRY(dijia_area_parse(area_text, strlen(area_text), &area, &error));
  TRY(dijia_land_use_parse(use_text, strlen(use_text), &land_use, &error));
  TRY(dijia_grade_parse(grade_text, strlen(grade_text), &grade, &error));
  TRY(dijia_grade_price(dijia_edition_jinan_2020(), area, land_use, grade, &price, &error));
  CHECK_OK(dijia_grade_name(price.grade, &name, &error), &error);
  find_text(row, "name", name);
  find_optional(row, "per_square_metre", price.per_square_metre);
  find_number(row, "zone_count", price.zone_count);
  find_citation(row, &price.citation);
}

static void basis(struct row *row) {
  dijia_error error = DIJIA_ERROR_INIT;
  const char *area_text = cell(row, "area");
  const char *use_text = cell(row, "land_use");
  dijia_area area;
  dijia_land_use land_use;
  dijia_basis_row basis;
  TRY(dijia_area_parse(area_text, strlen(area_text), &area, &error));
  TRY(dijia_land_use_parse(use_text, strlen(use_text), &land_use, &error));
  TRY(dijia_basis(dijia_edition_jinan_2020(), area, land_use, &basis, &error));
  CHECK(basis.base_date.present == 1 && basis.has_development_level == 1);
  find_date(row, "base_date", basis.base_date.value);
  find_text(row, "right", basis.right);
  find_optional(row, "statutory_term", basis.statutory_term);
  find_optional(row, "plot_ratio", basis.plot_ratio);
  find_optional(row, "capitalization_rate", basis.capitalization_rate);
  find_level(row, "development_level", basis.development_level);
  find_citation(row, &basis.citation);
}

static void validity(struct row *row) {
  dijia_error error = DIJIA_ERROR_INIT;
  const char *text = cell(row, "date");
  dijia_date day;
  dijia_validity validity;
  dijia_text name;
  TRY(dijia_date_parse(text, strlen(text), &day, &error));
  TRY(dijia_validity_on(dijia_edition_jinan_2020(), day, &validity, &error));
  CHECK_OK(dijia_validity_name(validity, DIJIA_LANGUAGE_ENGLISH, &name, &error), &error);
  find_text(row, "validity", name);
}

static void spelling(struct row *row) {
  dijia_error error = DIJIA_ERROR_INIT;
  const char *text = cell(row, "text");
  const size_t length = strlen(text);
  dijia_text name = {NULL, 0};
  if (is_cell(row, "of", "land use")) {
    dijia_land_use read;
    TRY(dijia_land_use_parse(text, length, &read, &error));
    CHECK_OK(dijia_land_use_name(read, DIJIA_LANGUAGE_ENGLISH, &name, &error), &error);
    find_text(row, "canonical", name);
  } else if (is_cell(row, "of", "grade")) {
    dijia_grade read;
    TRY(dijia_grade_parse(text, length, &read, &error));
    CHECK_OK(dijia_grade_name(read, &name, &error), &error);
    find_text(row, "canonical", name);
  } else if (is_cell(row, "of", "zone code")) {
    dijia_zone_code read;
    TRY(dijia_zone_code_parse(text, length, &read, &error));
    find_code(row, "canonical", read);
  } else if (is_cell(row, "of", "area")) {
    dijia_area read;
    TRY(dijia_area_parse(text, length, &read, &error));
    CHECK_OK(dijia_area_name(read, DIJIA_LANGUAGE_ENGLISH, &name, &error), &error);
    find_text(row, "canonical", name);
  } else if (is_cell(row, "of", "service")) {
    dijia_service read;
    TRY(dijia_service_parse(text, length, &read, &error));
    CHECK_OK(dijia_service_name(read, DIJIA_LANGUAGE_ENGLISH, &name, &error), &error);
    find_text(row, "canonical", name);
  } else if (is_cell(row, "of", "development level")) {
    dijia_development_level read;
    TRY(dijia_development_level_parse(text, length, &read, &error));
    find_level(row, "canonical", read);
  } else if (is_cell(row, "of", "decimal")) {
    dijia_decimal read;
    TRY(dijia_decimal_parse(text, length, &read, &error));
    find_decimal(row, "canonical", read);
  } else if (is_cell(row, "of", "rate")) {
    dijia_decimal read;
    TRY(dijia_rate_parse(text, length, &read, &error));
    find_decimal(row, "canonical", read);
  } else if (is_cell(row, "of", "date")) {
    dijia_date read;
    TRY(dijia_date_parse(text, length, &read, &error));
    find_date(row, "canonical", read);
  }
}

static void unit(struct row *row) {
  dijia_error error = DIJIA_ERROR_INIT;
  const dijia_decimal value = decimal(cell(row, "value"));
  const dijia_decimal by = optional(cell(row, "by")).value;
  const uint32_t to = number(row, "places");
  const dijia_rounding_mode how = mode(row);
  dijia_decimal out;
  if (is_cell(row, "conversion", "wan_yuan_per_mu")) {
    TRY(dijia_wan_yuan_per_mu(value, to, how, &out, &error));
  } else if (is_cell(row, "conversion", "yuan_per_square_metre")) {
    TRY(dijia_yuan_per_square_metre(value, &out, &error));
  } else if (is_cell(row, "conversion", "floor_price")) {
    TRY(dijia_floor_price(value, by, to, how, &out, &error));
  } else if (is_cell(row, "conversion", "land_price")) {
    TRY(dijia_land_price(value, by, &out, &error));
  } else if (is_cell(row, "conversion", "mu")) {
    TRY(dijia_mu(value, &out, &error));
  } else if (is_cell(row, "conversion", "square_metres")) {
    TRY(dijia_square_metres(value, to, how, &out, &error));
  } else if (is_cell(row, "conversion", "total_yuan")) {
    TRY(dijia_total_yuan(value, by, to, how, &out, &error));
  } else {
    CHECK(is_cell(row, "conversion", "total_wan_yuan"));
    TRY(dijia_total_wan_yuan(value, by, to, how, &out, &error));
  }
  find_decimal(row, "value", out);
}

static void rounding(struct row *row) {
  dijia_error error = DIJIA_ERROR_INIT;
  dijia_decimal out;
  TRY(dijia_decimal_round(decimal(cell(row, "value")), number(row, "places"), mode(row), &out, &error));
  find_decimal(row, "rounded", out);
}

/* "zone:land use:code", "grade:land use:grade", "own:price" */
static dijia_status base_of(const char *text, dijia_appraisal *appraisal, dijia_error *error) {
  char copy[256];
  const char *words[3];
  CHECK(strlen(text) < sizeof copy);
  strcpy(copy, text);
  const size_t count = split(copy, ':', words, 3);
  if (strcmp(words[0], "own") == 0) {
    CHECK(count == 2);
    appraisal->base = DIJIA_BASE_OWN;
    appraisal->own_price = decimal(words[1]);
    return DIJIA_OK;
  }
  CHECK(count == 3);
  appraisal->edition = dijia_edition_jinan_2020();
  const dijia_status status = dijia_land_use_parse(words[1], strlen(words[1]), &appraisal->land_use, error);
  if (status != DIJIA_OK) {
    return status;
  }
  if (strcmp(words[0], "zone") == 0) {
    appraisal->base = DIJIA_BASE_ZONE;
    return dijia_zone_code_parse(words[2], strlen(words[2]), &appraisal->code, error);
  }
  CHECK(strcmp(words[0], "grade") == 0);
  appraisal->base = DIJIA_BASE_GRADE;
  return dijia_grade_parse(words[2], strlen(words[2]), &appraisal->code.grade, error);
}

static void appraisal(struct row *row) {
  dijia_error error = DIJIA_ERROR_INIT;
  dijia_appraisal appraisal = DIJIA_APPRAISAL_INIT;
  struct list coefficients, corrections, costs, table, index;
  dijia_coefficient named[MAX_ELEMENTS];
  dijia_factor factors[MAX_ELEMENTS];
  dijia_unit_cost unit_costs[MAX_ELEMENTS];
  dijia_plot_ratio_row rows[MAX_ELEMENTS];
  dijia_date_index_point points[MAX_ELEMENTS];
  TRY(base_of(cell(row, "base"), &appraisal, &error));
  if (!is_cell(row, "basis", "")) {
    char copy[64];
    const char *words[2];
    CHECK(strlen(cell(row, "basis")) < sizeof copy);
    CHECK(split(strcpy(copy, cell(row, "basis")), ':', words, 2) == 2);
    appraisal.has_basis = 1;
    if (appraisal.base == DIJIA_BASE_OWN) {
      appraisal.edition = dijia_edition_jinan_2020();
      CHECK_OK(dijia_area_parse(words[0], strlen(words[0]), &appraisal.area_of_price, &error), &error);
      CHECK_OK(dijia_land_use_parse(words[1], strlen(words[1]), &appraisal.land_use, &error), &error);
    }
  }
  appraisal.capitalization_rate = optional(cell(row, "rate"));
  appraisal.statutory_term = term(cell(row, "statutory_term"), &appraisal.perpetual_basis);
  appraisal.base_date = optional_date(cell(row, "base_date"));
  if (!is_cell(row, "basis_development", "")) {
    appraisal.has_basis_development = 1;
    appraisal.basis_development = level(cell(row, "basis_development"));
  }
  appraisal.remaining_term = term(cell(row, "remaining_term"), &appraisal.perpetual_term);
  appraisal.longer_term = is_cell(row, "longer_term", "") ? 0 : 1;
  TRY(ratio(cell(row, "term_coefficient"), &appraisal.term_coefficient, &appraisal.term_coefficient_over, &error));
  appraisal.valuation_date = optional_date(cell(row, "valuation_date"));
  appraisal.expiry_date = optional_date(cell(row, "expiry_date"));
  appraisal.plot_ratio = optional(cell(row, "plot_ratio"));
  TRY(ratio(cell(row, "plot_ratio_coefficient"), &appraisal.plot_ratio_coefficient,
            &appraisal.plot_ratio_coefficient_over, &error));
  TRY(ratio(cell(row, "date_coefficient"), &appraisal.date_coefficient, &appraisal.date_coefficient_over, &error));
  appraisal.monthly_growth = optional(cell(row, "monthly_growth"));
  appraisal.development_adjustment = optional(cell(row, "development_adjustment"));
  appraisal.area = optional(cell(row, "area"));

  const char *ratios = cell(row, "plot_ratio_table");
  appraisal.table_open |= *ratios == '<' ? DIJIA_OPEN_BELOW : 0U;
  list_of(&table, ratios + (*ratios == '<' ? 1 : 0));
  for (size_t i = 0; i < table.count; i++) {
    char *coefficient = (char *)value_of(table.parts[i]);
    char *open = strchr(coefficient, '>');
    if (open != NULL) {
      appraisal.table_open |= DIJIA_OPEN_ABOVE;
      *open = '\0';
    }
    rows[i].plot_ratio = decimal(table.parts[i]);
    rows[i].coefficient = decimal(coefficient);
  }
  appraisal.plot_ratio_table = rows;
  appraisal.plot_ratio_row_count = table.count;

  const char *series = strchr(cell(row, "date_index"), ':');
  static const char *const periods[] = {"month-", "quarter-", "half-year-", "year-"};
  const char *between = cell(row, "date_index");
  for (size_t i = 0; i < 4; i++) {
    if (strncmp(between, periods[i], strlen(periods[i])) == 0) {
      appraisal.index_period = (uint8_t)(DIJIA_CHAIN_OF_MONTHS + i);
      between += strlen(periods[i]);
      break;
    }
  }
  const int is_linear = strncmp(between, "linear:", 7) == 0;
  appraisal.between_points = is_linear ? DIJIA_LINEAR_BY_DAYS : DIJIA_LAST_BEFORE;
  list_of(&index, series == NULL ? "" : series + 1);
  for (size_t i = 0; i < index.count; i++) {
    const char *value = value_of(index.parts[i]);
    points[i].date = date(index.parts[i]);
    points[i].reserved = 0;
    points[i].index = decimal(value);
  }
  appraisal.date_index = points;
  appraisal.date_index_point_count = index.count;

  appraisal.coefficient_count = coefficients_of(&coefficients, cell(row, "coefficients"), named);
  appraisal.coefficients = named;
  appraisal.factor_correction_count = factors_of(&corrections, cell(row, "factor_corrections"), factors);
  appraisal.factor_corrections = factors;
  if (!is_cell(row, "site_development", "")) {
    appraisal.has_site_development = 1;
    appraisal.site_development = level(cell(row, "site_development"));
  }
  appraisal.unit_cost_count = costs_of(&costs, cell(row, "unit_costs"), unit_costs);
  appraisal.unit_costs = unit_costs;
  appraisal.rounding = rounding_of(row);
  find_appraised(row, &appraisal);
}

static void mixed_use(struct row *row) {
  dijia_error error = DIJIA_ERROR_INIT;
  struct list bases, parts, policies;
  dijia_appraisal uses[MAX_ELEMENTS];
  dijia_share shares[MAX_ELEMENTS];
  dijia_mixed_use mixed = DIJIA_MIXED_USE_INIT;
  dijia_mixed_appraised appraised = DIJIA_MIXED_APPRAISED_INIT;
  list_of(&bases, cell(row, "uses"));
  list_of(&parts, cell(row, "shares"));
  list_of(&policies, cell(row, "policies"));
  CHECK(bases.count == parts.count && (policies.count == 0 || policies.count == bases.count));
  for (size_t i = 0; i < bases.count; i++) {
    uses[i] = DIJIA_APPRAISAL_INIT;
    TRY(base_of(bases.parts[i], &uses[i], &error));
    uses[i].rounding = rounding_of_use(policies.count == 0 ? "" : policies.parts[i]);
    shares[i].appraisal = &uses[i];
    shares[i].share = decimal(parts.parts[i]);
  }
  mixed.shares = shares;
  mixed.share_count = bases.count;
  mixed.area = optional(cell(row, "area"));
  mixed.rounding = rounding_of(row);
  mixed.by_areas = is_cell(row, "by", "areas") ? 1 : 0;
  TRY(dijia_appraise_mixed(&mixed, &appraised, &error));
  check_rounding(appraised.rounding, mixed.rounding);
  find_decimal(row, "unit_price", appraised.unit_price);
  find_decimal(row, "wan_yuan_per_mu", appraised.wan_yuan_per_mu);
  find_optional(row, "total_yuan", appraised.total_yuan);
  find_optional(row, "total_wan_yuan", appraised.total_wan_yuan);
  for (dijia_language language = 0; language < 2; language++) {
    char sheet[8192];
    size_t length = 0;
    CHECK_OK(dijia_mixed_worksheet(&mixed, language, layout_of(row), sheet, sizeof sheet, &length, &error), &error);
    CHECK(strlen(sheet) == length);
    find(row, language == DIJIA_LANGUAGE_CHINESE ? "worksheet_chinese" : "worksheet_english", sheet);
  }
}

static void payment(struct row *row) {
  dijia_error error = DIJIA_ERROR_INIT;
  dijia_payment payment = DIJIA_PAYMENT_INIT;
  dijia_payment_due due = DIJIA_PAYMENT_DUE_INIT;
  payment.unit_price = decimal(cell(row, "price"));
  payment.original_price = optional(cell(row, "original_price"));
  payment.payment_ratio = optional(cell(row, "payment_ratio"));
  payment.minimum_price = optional(cell(row, "minimum_price"));
  payment.minimum_ratio = optional(cell(row, "minimum_ratio"));
  payment.priced_area = is_cell(row, "per", "floor") ? DIJIA_PER_FLOOR : DIJIA_PER_LAND;
  payment.area = optional(cell(row, "area"));
  payment.rounding = rounding_of(row);
  TRY(dijia_settle(&payment, &due, &error));
  check_rounding(due.rounding, payment.rounding);
  find_optional(row, "difference", due.difference);
  find_optional(row, "minimum", due.minimum);
  find_decimal(row, "unit_payment", due.unit_payment);
  find(row, "is_minimum", due.is_minimum == 1 ? "yes" : "no");
  find_optional(row, "total_yuan", due.total_yuan);
  find_optional(row, "total_wan_yuan", due.total_wan_yuan);
  for (dijia_language language = 0; language < 2; language++) {
    char sheet[8192];
    size_t length = 0;
    CHECK_OK(dijia_payment_worksheet(&payment, language, layout_of(row), sheet, sizeof sheet, &length, &error), &error);
    CHECK(strlen(sheet) == length);
    find(row, language == DIJIA_LANGUAGE_CHINESE ? "worksheet_chinese" : "worksheet_english", sheet);
  }
}

/* A hundred remaining terms, a hundredth of a year apart. */
static void term_coefficient_grid(struct row *row) {
  dijia_error error = DIJIA_ERROR_INIT;
  dijia_appraisal appraisal = DIJIA_APPRAISAL_INIT;
  dijia_decimal first = decimal(cell(row, "first_remaining"));
  int64_t hundredths = 0;
  char coefficients[100 * DIJIA_DECIMAL_CAPACITY] = "";
  char *to = coefficients;
  CHECK(first.scale == 2);
  first.scale = 0;
  CHECK_OK(dijia_decimal_to_int64(first, &hundredths, &error), &error);
  appraisal.base = DIJIA_BASE_OWN;
  appraisal.own_price = decimal("1000000");
  appraisal.capitalization_rate = optional(cell(row, "rate"));
  appraisal.statutory_term = optional(cell(row, "statutory"));
  for (int64_t i = 0; i < 100; i++) {
    dijia_step step = DIJIA_STEP_INIT;
    dijia_decimal remaining = dijia_decimal_from_int64(hundredths + i);
    remaining.scale = 2;
    appraisal.remaining_term = dijia_some(remaining);
    TRY(dijia_step_at(&appraisal, 1, &step, &error));
    CHECK(step.kind == DIJIA_STEP_TERM_COEFFICIENT);
    *to = ' ';
    to += i > 0;
    shown(step.value, to);
    to += strlen(to);
  }
  find(row, "coefficients", coefficients);
}

int main(int argc, char **argv) {
  static const struct vector_function functions[] = {
      {"edition", edition},
      {"zone_price", zone_price},
      {"grade_price", grade_price},
      {"basis", basis},
      {"validity", validity},
      {"edition_facts", edition_facts},
      {"edition_price", edition_price},
      {"edition_basis", edition_basis},
      {"edition_level", edition_level},
      {"in_force", in_force},
      {"correction_level", correction_level},
      {"correction_plot_ratio", correction_plot_ratio},
      {"corrected", corrected},
      {"spelling", spelling},
      {"unit", unit},
      {"rounding", rounding},
      {"appraisal", appraisal},
      {"mixed_use", mixed_use},
      {"payment", payment},
      {"term_coefficient_grid", term_coefficient_grid},
  };
  CHECK(argc > 1);
  open_editions(argv[1]);
  return run_vectors(argc, argv, functions, sizeof functions / sizeof *functions);
}
