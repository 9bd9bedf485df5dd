/*
 * What goes in and what comes out, each field with a value of its own, so that a field which is lost, or swapped with
 * another, is another value. The expected values are computed by hand beside them, or stand in the notice.
 */
#include "parcel.h"

static dijia_error error;
static char buffer[DIJIA_DECIMAL_CAPACITY];

static dijia_appraisal own(const char *price) {
  dijia_appraisal input = DIJIA_APPRAISAL_INIT;
  input.base = DIJIA_BASE_OWN;
  input.own_price = decimal(price);
  return input;
}

static int is_date(dijia_optional_date date, int year, int month, int day) {
  return date.present == 1 && date.value.year == year && date.value.month == month && date.value.day == day;
}

static void check_text(dijia_text text, const char *expected, int line) {
  if (text.length != strlen(expected) || (text.length > 0 && memcmp(text.data, expected, text.length) != 0)) {
    fprintf(stderr, "%s:%d: is %.*s and not %s\n", __FILE__, line, (int)text.length, text.data, expected);
    exit(1);
  }
}

/* The decimals and the rule of the error, each empty where it has none. */
static void check_values(const char *value, const char *low, const char *high, const char *rule, int line) {
  const struct {
    const char *name;
    const char *expected;
    dijia_optional_decimal is;
  } values[] = {{"value", value, error.value}, {"low", low, error.low}, {"high", high, error.high}};
  for (size_t i = 0; i < 3; i++) {
    const char *is = values[i].is.present ? shown(values[i].is.value, buffer) : "";
    if (strcmp(is, values[i].expected) != 0) {
      fprintf(stderr, "%s:%d: %s is %s and not %s\n", __FILE__, line, values[i].name, is, values[i].expected);
      exit(1);
    }
  }
  check_text(error.rule, rule, line);
}

#define CHECK_VALUES(value, low, high, rule) check_values(value, low, high, rule, __LINE__)
#define CHECK_DTEXT(text, expected) check_text(text, expected, __LINE__)

/* The error is of that quantity, and of that other. */
static void check_error(const dijia_appraisal *input, dijia_status status, dijia_quantity quantity,
                        dijia_quantity other) {
  dijia_appraised out = DIJIA_APPRAISED_INIT;
  memset(&error, 0x5a, sizeof error);
  error.size = sizeof error;
  CHECK_STATUS(status, dijia_appraise(input, &out, &error), &error);
  CHECK(error.size == sizeof error && error.quantity == quantity && error.other_quantity == other);
}

static void errors(void) {
  dijia_appraisal input = appraisal();
  const dijia_plot_ratio_row table[] = {{decimal("1.0"), decimal("1.1")}, {decimal("5.00"), decimal("0.8")}};
  input.plot_ratio = dijia_some(decimal("9.5"));
  input.plot_ratio_table = table;
  input.plot_ratio_row_count = 2;
  check_error(&input, DIJIA_PLOT_RATIO_OUTSIDE_TABLE, DIJIA_QUANTITY_PLOT_RATIO, 0);
  CHECK_VALUES("9.5", "1.0", "5.00", "");

  input = appraisal();
  const dijia_date_index_point points[] = {{{2018, 3, 4}, 0, decimal("100")}, {{2020, 5, 6}, 0, decimal("99")}};
  const dijia_date late = {2021, 7, 8};
  input.valuation_date = dijia_some_date(late);
  input.date_index = points;
  input.date_index_point_count = 2;
  check_error(&input, DIJIA_DATE_OUTSIDE_INDEX, DIJIA_QUANTITY_DATE_INDEX, 0);
  CHECK(is_date(error.date, 2021, 7, 8) && is_date(error.first_date, 2018, 3, 4) &&
        is_date(error.last_date, 2020, 5, 6));
  CHECK_VALUES("", "", "", "");

  input = appraisal();
  input.remaining_term = dijia_some(decimal("40.01"));
  check_error(&input, DIJIA_TERM_EXCEEDS_STATUTORY, DIJIA_QUANTITY_REMAINING_TERM, 0);
  CHECK_VALUES("40.01", "", "40", "");
  input.remaining_term = dijia_some(decimal("33.56789"));
  check_error(&input, DIJIA_OUT_OF_RANGE, DIJIA_QUANTITY_REMAINING_TERM, 0);
  CHECK_VALUES("33.56789", "", "", "and must have at most 4 places");
  const dijia_date early = {2020, 1, 2};
  input.remaining_term = dijia_some(decimal("20"));
  input.expiry_date = dijia_some_date(late);
  check_error(&input, DIJIA_CONFLICT, DIJIA_QUANTITY_REMAINING_TERM, DIJIA_QUANTITY_EXPIRY_DATE);
  input.remaining_term.present = 0;
  check_error(&input, DIJIA_MISSING, DIJIA_QUANTITY_VALUATION_DATE, DIJIA_QUANTITY_EXPIRY_DATE);
  input.valuation_date = dijia_some_date(late);
  input.expiry_date = dijia_some_date(early);
  check_error(&input, DIJIA_EXPIRY_NOT_AFTER_VALUATION, DIJIA_QUANTITY_EXPIRY_DATE, 0);
  CHECK(is_date(error.date, 2020, 1, 2) && is_date(error.first_date, 2021, 7, 8) && !error.last_date.present);

  input = appraisal();
  input.remaining_term = dijia_some(decimal("20"));
  input.perpetual_term = 1;
  check_error(&input, DIJIA_CONFLICT, DIJIA_QUANTITY_REMAINING_TERM, DIJIA_QUANTITY_PERPETUAL_TERM);
  input.perpetual_term = 0;
  input.statutory_term = dijia_some(decimal("40"));
  input.perpetual_basis = 1;
  check_error(&input, DIJIA_CONFLICT, DIJIA_QUANTITY_STATUTORY_TERM, DIJIA_QUANTITY_PERPETUAL_TERM);
  input = appraisal();
  input.longer_term = 1;
  check_error(&input, DIJIA_TAKES_NO_PART, DIJIA_QUANTITY_LONGER_TERM, DIJIA_QUANTITY_REMAINING_TERM);
  input = appraisal();
  input.date_coefficient_over = dijia_some(decimal("103"));
  check_error(&input, DIJIA_TAKES_NO_PART, DIJIA_QUANTITY_RATIO, DIJIA_QUANTITY_DATE_COEFFICIENT);
  input = appraisal();
  input.plot_ratio_coefficient_over = dijia_some(decimal("103"));
  check_error(&input, DIJIA_TAKES_NO_PART, DIJIA_QUANTITY_RATIO, DIJIA_QUANTITY_PLOT_RATIO_COEFFICIENT);
  input = appraisal();
  input.term_coefficient_over = dijia_some(decimal("103"));
  check_error(&input, DIJIA_TAKES_NO_PART, DIJIA_QUANTITY_RATIO, DIJIA_QUANTITY_TERM_COEFFICIENT);
  input.term_coefficient = dijia_some(decimal("100"));
  input.term_coefficient_over = dijia_some(decimal("0"));
  check_error(&input, DIJIA_NOT_POSITIVE, DIJIA_QUANTITY_TERM_COEFFICIENT, 0);
  CHECK_VALUES("0", "", "", "");

  check_error((input = own("-1.50"), &input), DIJIA_NOT_POSITIVE, DIJIA_QUANTITY_BASE_PRICE, 0);
  CHECK_VALUES("-1.50", "", "", "");
  input = own("100");
  const dijia_coefficient named[] = {{.name = DIJIA_TEXT("a"), .value = decimal("1")},
                                     {.name = DIJIA_TEXT("b"), .value = decimal("-0.98")}};
  input.coefficients = named;
  input.coefficient_count = 2;
  check_error(&input, DIJIA_COEFFICIENT_NOT_POSITIVE, DIJIA_QUANTITY_COEFFICIENT, 0);
  CHECK_VALUES("-0.98", "", "", "");
  input = own("100");
  const dijia_factor low[] = {{DIJIA_TEXT("a"), decimal("-0.51"), 0, {0}}, {DIJIA_TEXT("b"), decimal("-0.5"), 0, {0}}};
  input.factor_corrections = low;
  input.factor_correction_count = 2;
  check_error(&input, DIJIA_FACTOR_SUM_TOO_LOW, DIJIA_QUANTITY_FACTOR_CORRECTIONS, 0);
  CHECK_VALUES("-1.01", "", "", "");
  input = own("100");
  input.development_adjustment = dijia_some(decimal("-100.5"));
  check_error(&input, DIJIA_RESULT_NOT_POSITIVE, DIJIA_QUANTITY_UNIT_PRICE, 0);
  CHECK_VALUES("-0.50", "", "", "");
  input = appraisal();
  input.has_site_development = 1;
  const dijia_unit_cost negative[] = {{DIJIA_GAS, 0, decimal("-2.5")}};
  input.unit_costs = negative;
  input.unit_cost_count = 1;
  check_error(&input, DIJIA_NEGATIVE_UNIT_COST, DIJIA_QUANTITY_UNIT_COST, 0);
  CHECK_VALUES("-2.5", "", "", "");
  input.unit_cost_count = 0;
  check_error(&input, DIJIA_MISSING_UNIT_COST, DIJIA_QUANTITY_UNIT_COST, 0);

  input = own("100");
  input.plot_ratio = dijia_some(decimal("2"));
  const dijia_plot_ratio_row same[] = {
      {decimal("1"), decimal("1")}, {decimal("3"), decimal("1")}, {decimal("3"), decimal("1")}};
  input.plot_ratio_table = same;
  input.plot_ratio_row_count = 3;
  check_error(&input, DIJIA_INVALID_TABLE, DIJIA_QUANTITY_PLOT_RATIO_TABLE, 0);
  CHECK_VALUES("", "", "", "plot ratios ascend from row to row");
  CHECK(error.row == 3 && error.count == 0 && error.most == 0);
  input = own("100");
  input.rounding.present = 1;
  input.rounding.unit_price_places = 200;
  check_error(&input, DIJIA_TOO_MANY_PLACES, 0, 0);
  CHECK(error.count == 200 && error.most == 12);
  input = own("79228162514264337593543950335");
  input.development_adjustment = dijia_some(decimal("1"));
  check_error(&input, DIJIA_TOO_MANY_DIGITS, DIJIA_QUANTITY_UNIT_PRICE, 0);

  /* Of what is not appraised: lookups and texts. */
  const dijia_edition *edition = dijia_edition_jinan_2020();
  const dijia_zone_code beyond = {3, 13};
  dijia_zone_price_row zone_row = DIJIA_ZONE_PRICE_ROW_INIT;
  dijia_grade_price_row grade_row = DIJIA_GRADE_PRICE_ROW_INIT;
  CHECK_STATUS(DIJIA_NO_SUCH_ZONE,
               dijia_zone_price(edition, DIJIA_FIRST_AREA, DIJIA_COMMERCIAL, beyond, &zone_row, &error), &error);
  CHECK(error.most == 12 && error.annex == 0);
  CHECK_STATUS(DIJIA_NO_SUCH_GRADE,
               dijia_grade_price(edition, DIJIA_FIRST_AREA, DIJIA_INDUSTRIAL, 8, &grade_row, &error), &error);
  CHECK(error.most == 7 && error.count == 0);
  dijia_decimal value;
  CHECK_STATUS(DIJIA_INVALID_DECIMAL, dijia_decimal_parse("　12x", 6, &value, &error), &error);
  CHECK(error.offset == 5 && error.character == 4 && error.rule.length > 0 && error.quantity == 0);
}

/* A policy comes out as it went in, and each of its parts is used where it belongs. */
static void policies(void) {
  for (unsigned turn = 0; turn < 2; turn++) {
    dijia_appraisal input = own("10000.123456");
    dijia_appraised out = DIJIA_APPRAISED_INIT;
    const dijia_rounding policy = {1, 5, 4, 3, turn == 0 ? DIJIA_HALF_UP : DIJIA_HALF_EVEN};
    input.rounding = policy;
    input.capitalization_rate = dijia_some(decimal("0.06"));
    input.statutory_term = dijia_some(decimal("70"));
    input.remaining_term = dijia_some(decimal("30"));
    CHECK_OK(dijia_appraise(&input, &out, &error), &error);
    CHECK(out.rounding.present == 1 && out.rounding.coefficient_places == 5 && out.rounding.unit_price_places == 4 &&
          out.rounding.amount_places == 3 && out.rounding.mode == policy.mode);
    CHECK(out.term_coefficient.value.scale == 5 && out.unit_price.scale == 4 && out.wan_yuan_per_mu.scale == 3);
  }
  dijia_appraisal input = own("0.125");
  dijia_appraised out = DIJIA_APPRAISED_INIT;
  input.rounding.present = 1;
  input.rounding.coefficient_places = DIJIA_UNROUNDED;
  input.rounding.unit_price_places = 2;
  input.rounding.mode = DIJIA_HALF_EVEN;
  CHECK_OK(dijia_appraise(&input, &out, &error), &error);
  CHECK_TEXT(shown(out.unit_price, buffer), "0.12");
  CHECK(out.rounding.coefficient_places == DIJIA_UNROUNDED);
  input.rounding.present = 0;
  CHECK_OK(dijia_appraise(&input, &out, &error), &error);
  CHECK_TEXT(shown(out.unit_price, buffer), "0.13");
  CHECK(out.rounding.present == 1 && out.rounding.coefficient_places == 4 && out.rounding.unit_price_places == 2 &&
        out.rounding.amount_places == 2 && out.rounding.mode == DIJIA_HALF_UP);
}

/* Each use of a mixed use keeps its own policy. */
static void policies_of_uses(void) {
  dijia_appraisal shops = own("100.0049"), flats = own("200.0049");
  const dijia_share shares[] = {{&shops, decimal("0.25")}, {&flats, decimal("0.75")}};
  dijia_mixed_use input = DIJIA_MIXED_USE_INIT;
  dijia_mixed_appraised out = DIJIA_MIXED_APPRAISED_INIT;
  const dijia_rounding fine = {1, 5, 4, 3, DIJIA_HALF_EVEN};
  input.shares = shares;
  input.share_count = 2;
  input.rounding = fine;
  input.area = dijia_some(decimal("1000"));
  shops.rounding = flats.rounding = fine;
  CHECK_OK(dijia_appraise_mixed(&input, &out, &error), &error);
  CHECK_TEXT(shown(out.unit_price, buffer), "175.0049"); /* 100.0049 × 0.25 + 200.0049 × 0.75 */
  CHECK_TEXT(shown(out.wan_yuan_per_mu, buffer), "11.667");
  CHECK(out.total_yuan.present == 1 && out.total_wan_yuan.present == 1 && out.size == sizeof out);
  CHECK_TEXT(shown(out.total_yuan.value, buffer), "175004.900");
  CHECK_TEXT(shown(out.total_wan_yuan.value, buffer), "17.500"); /* 17.50049 */
  CHECK(out.rounding.present == 1 && out.rounding.coefficient_places == 5 && out.rounding.unit_price_places == 4 &&
        out.rounding.amount_places == 3 && out.rounding.mode == DIJIA_HALF_EVEN);
  flats.rounding.present = 0;
  CHECK_OK(dijia_appraise_mixed(&input, &out, &error), &error);
  CHECK_TEXT(shown(out.unit_price, buffer), "175.0012"); /* … + 200.00 × 0.75 = 175.001225 */
}

static void starts(void) {
  dijia_appraised out = DIJIA_APPRAISED_INIT;
  dijia_appraisal input = appraisal();
  CHECK_OK(dijia_appraise(&input, &out, &error), &error);
  CHECK(out.base == DIJIA_BASE_ZONE && out.size == sizeof out && out.reserved == 0);
  CHECK(out.warnings == DIJIA_WARNING_NO_VALUATION_DATE);
  CHECK_TEXT(shown(out.base_price, buffer), "9138");
  input.base = DIJIA_BASE_GRADE;
  CHECK_OK(dijia_appraise(&input, &out, &error), &error);
  CHECK(out.base == DIJIA_BASE_GRADE);
  CHECK_TEXT(shown(out.base_price, buffer), "8198");
  input = own("1000.5");
  input.factor_corrections = NULL;
  input.development_adjustment = dijia_some(decimal("0.5"));
  CHECK_OK(dijia_appraise(&input, &out, &error), &error);
  CHECK(out.base == DIJIA_BASE_OWN);
  CHECK_TEXT(shown(out.base_price, buffer), "1000.5");
  CHECK_TEXT(shown(out.unit_price, buffer), "1001.00");
  /* The basis of an area and a use: a township's public service land has a term of 50 years, the centre's shops of 40.
   */
  input.has_basis = 1;
  input.edition = dijia_edition_jinan_2020();
  input.area_of_price = DIJIA_TOWNSHIP;
  input.land_use = DIJIA_PUBLIC_SERVICE;
  input.remaining_term = dijia_some(decimal("50.01"));
  check_error(&input, DIJIA_TERM_EXCEEDS_STATUTORY, DIJIA_QUANTITY_REMAINING_TERM, 0);
  CHECK_VALUES("50.01", "", "50", "");
  /* Its rate is 6 %, as that of the centre is not: 5.5 % for industry. */
  input.land_use = DIJIA_INDUSTRIAL;
  input.remaining_term = dijia_some(decimal("25"));
  dijia_step step = DIJIA_STEP_INIT;
  CHECK_OK(dijia_step_at(&input, 1, &step, &error), &error);
  CHECK_TEXT(shown(step.inputs[0].number.value, buffer), "0.055");
}

static void validities(void) {
  static const struct {
    dijia_date date;
    dijia_validity validity;
  } days[] = {{{2020, 10, 7}, DIJIA_NOT_YET_IN_FORCE},
              {{2020, 10, 8}, DIJIA_IN_FORCE},
              {{2023, 10, 7}, DIJIA_IN_FORCE},
              {{2023, 10, 8}, DIJIA_EXPIRED}};
  for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
    dijia_appraisal input = appraisal();
    dijia_appraised out = DIJIA_APPRAISED_INIT;
    input.valuation_date = dijia_some_date(days[i].date);
    CHECK_OK(dijia_appraise(&input, &out, &error), &error);
    CHECK(out.validity == days[i].validity);
    CHECK(!(out.warnings & DIJIA_WARNING_OUTSIDE_VALIDITY) == (days[i].validity == DIJIA_IN_FORCE));
  }
}

static dijia_step step_at(const dijia_appraisal *input, size_t index) {
  dijia_step step;
  memset(&step, 0x5a, sizeof step);
  step.size = sizeof step;
  CHECK_OK(dijia_step_at(input, index, &step, &error), &error);
  CHECK(step.size == sizeof step);
  return step;
}

/* Every field of steps that are published, given and derived. */
static void steps(void) {
  dijia_appraisal input = appraisal();
  const dijia_date valuation = {2022, 7, 16};
  const dijia_coefficient kj = {.name = DIJIA_TEXT("面积"), .value = decimal("0.98")};
  input.valuation_date = dijia_some_date(valuation);
  input.monthly_growth = dijia_some(decimal("0.005"));
  input.coefficients = &kj;
  input.coefficient_count = 1;
  input.has_site_development = 1;
  input.site_development = DIJIA_SEVEN_SERVICES;
  const dijia_unit_cost heating = {DIJIA_HEATING, 0, decimal("45.50")};
  input.unit_costs = &heating;
  input.unit_cost_count = 1;

  dijia_step step = step_at(&input, 0);
  CHECK(step.kind == DIJIA_STEP_BASE_PRICE && step.unit == DIJIA_UNIT_YUAN_PER_SQUARE_METRE);
  CHECK(step.source == DIJIA_SOURCE_PUBLISHED && step.citation.annex == 2 && step.citation.row == 15);
  CHECK_DTEXT(step.citation.document, "济政发〔2020〕12号");
  CHECK_DTEXT(step.symbol, "P");
  CHECK(step.name.length == 0 && !step.before_rounding.present && !step.is_unrounded);
  CHECK_TEXT(shown(step.value, buffer), "9138");

  /* From 2019-01-01 to 2022-07-16: 42 months and 15 days of 30. */
  step = step_at(&input, 1);
  CHECK(step.kind == DIJIA_STEP_MONTHS && step.unit == DIJIA_UNIT_MONTHS && step.source == DIJIA_SOURCE_DERIVED);
  CHECK(step.citation.annex == 0 && step.citation.row == 0 && step.citation.document.length == 0);
  CHECK_TEXT(shown(step.value, buffer), "42.50");
  CHECK(step.input_count == 2 && is_date(step.inputs[0].date, 2019, 1, 1) && is_date(step.inputs[1].date, 2022, 7, 16));
  CHECK(!step.inputs[0].number.present && step.inputs[0].symbol.length > 0 && step.inputs[0].development_level == 0);
  step = step_at(&input, 2);
  CHECK(step.kind == DIJIA_STEP_DATE_COEFFICIENT && step.source == DIJIA_SOURCE_DERIVED && !step.is_unrounded);
  CHECK_DTEXT(step.symbol, "Kt");
  /* 1.005^42.5 = 1.236111436830234… */
  CHECK_TEXT(shown(step.value, buffer), "1.2361");
  CHECK(step.before_rounding.present == 1);
  CHECK_TEXT(shown(step.before_rounding.value, buffer), "1.23611143683");
  CHECK_TEXT(shown(step.inputs[0].number.value, buffer), "0.005");
  CHECK_TEXT(shown(step.inputs[1].number.value, buffer), "42.50");
  CHECK(!step.inputs[0].date.present && !step.inputs[2].number.present && step.inputs[2].symbol.length == 0);
  step = step_at(&input, 3);
  CHECK(step.kind == DIJIA_STEP_COEFFICIENT && step.source == DIJIA_SOURCE_CALLER && step.name.data == kj.name.data);
  CHECK_DTEXT(step.name, "面积");
  CHECK_TEXT(shown(step.value, buffer), "0.98");
  step = step_at(&input, 4);
  CHECK(step.kind == DIJIA_STEP_DEVELOPMENT_ADJUSTMENT && step.unit == DIJIA_UNIT_YUAN_PER_SQUARE_METRE);
  CHECK_TEXT(shown(step.value, buffer), "45.50");
  CHECK(step.inputs[0].development_level != step.inputs[1].development_level);
  CHECK((step.inputs[0].development_level | step.inputs[1].development_level) == DIJIA_SEVEN_SERVICES);
  CHECK((step.inputs[0].development_level & step.inputs[1].development_level) == DIJIA_SIX_SERVICES);

  input.rounding.present = 1;
  input.rounding.coefficient_places = DIJIA_UNROUNDED;
  step = step_at(&input, 2);
  CHECK(step.is_unrounded == 1 && !step.before_rounding.present);
  CHECK_TEXT(shown(step.value, buffer), "1.23611143683");

  input = own("812.5");
  input.plot_ratio = dijia_some(decimal("2.5"));
  input.area = dijia_some(decimal("66.7"));
  static const struct {
    dijia_step_kind kind;
    dijia_unit unit;
    dijia_source source;
    const char *value;
  } rest[] = {{DIJIA_STEP_BASE_PRICE, DIJIA_UNIT_YUAN_PER_SQUARE_METRE, DIJIA_SOURCE_CALLER, "812.5"},
              {DIJIA_STEP_UNIT_PRICE, DIJIA_UNIT_YUAN_PER_SQUARE_METRE, DIJIA_SOURCE_DERIVED, "812.50"},
              {DIJIA_STEP_WAN_YUAN_PER_MU, DIJIA_UNIT_WAN_YUAN_PER_MU, DIJIA_SOURCE_DERIVED, "54.17"},
              {DIJIA_STEP_FLOOR_PRICE, DIJIA_UNIT_YUAN_PER_FLOOR_AREA, DIJIA_SOURCE_DERIVED, "325.00"},
              {DIJIA_STEP_TOTAL_YUAN, DIJIA_UNIT_YUAN, DIJIA_SOURCE_DERIVED, "54193.75"},
              {DIJIA_STEP_TOTAL_WAN_YUAN, DIJIA_UNIT_WAN_YUAN, DIJIA_SOURCE_DERIVED, "5.42"},
              {DIJIA_STEP_DEVIATION, DIJIA_UNIT_PERCENT, DIJIA_SOURCE_DERIVED, "0.00"}};
  size_t count = 0;
  CHECK_OK(dijia_step_count(&input, &count, &error), &error);
  CHECK(count == sizeof rest / sizeof *rest);
  for (size_t i = 0; i < count; i++) {
    step = step_at(&input, i);
    CHECK(step.kind == rest[i].kind && step.unit == rest[i].unit && step.source == rest[i].source);
    CHECK_TEXT(shown(step.value, buffer), rest[i].value);
  }
}

/* The amounts, each another figure: 812.5 × 2 × 1.5 × (1 + 0.25) − 7. */
static void figures(void) {
  dijia_appraisal input = own("812.5");
  dijia_appraised out = DIJIA_APPRAISED_INIT;
  const dijia_factor ki = {DIJIA_TEXT("a"), decimal("0.25"), 0, {0}};
  input.plot_ratio = dijia_some(decimal("2.5"));
  input.plot_ratio_coefficient = dijia_some(decimal("2"));
  input.date_coefficient = dijia_some(decimal("1.5"));
  input.factor_corrections = &ki;
  input.factor_correction_count = 1;
  input.development_adjustment = dijia_some(decimal("-7"));
  input.area = dijia_some(decimal("10"));
  CHECK_OK(dijia_appraise(&input, &out, &error), &error);
  CHECK_TEXT(shown(out.unit_price, buffer), "3039.88"); /* 3039.875 */
  CHECK_TEXT(shown(out.wan_yuan_per_mu, buffer), "202.66");
  CHECK_TEXT(shown(out.floor_price.value, buffer), "1215.95");
  CHECK_TEXT(shown(out.total_yuan.value, buffer), "30398.80");
  CHECK_TEXT(shown(out.total_wan_yuan.value, buffer), "3.04");
  CHECK_TEXT(shown(out.deviation, buffer), "274.14");
  CHECK_TEXT(shown(out.plot_ratio_coefficient.value, buffer), "2");
  CHECK_TEXT(shown(out.date_coefficient.value, buffer), "1.5");
  CHECK_TEXT(shown(out.factor_sum.value, buffer), "0.25");
  CHECK_TEXT(shown(out.development_adjustment.value, buffer), "-7");
  CHECK(out.floor_price.present == 1 && out.factor_sum.present == 1 && out.development_adjustment.present == 1);
  CHECK(!out.term_coefficient.present);
}

/* The rows of a batch have the size that the first says, and lie as far apart. */
static void sizes_of_batches(void) {
  struct {
    dijia_appraised known;
    unsigned char later[64];
  } out[3];
  struct {
    dijia_appraisal known;
    unsigned char later[32];
  } in[3];
  dijia_status statuses[3];
  memset(out, 0x5a, sizeof out);
  memset(in, 0, sizeof in);
  out[0].known.size = sizeof out[0];
  for (size_t i = 0; i < 3; i++) {
    static const char *const prices[] = {"100", "200", "300"};
    in[i].known = own(prices[i]);
    in[i].known.size = sizeof in[i];
  }
  CHECK_OK(dijia_appraise_batch(&in[0].known, 3, &out[0].known, statuses, &error), &error);
  for (size_t i = 0; i < 3; i++) {
    static const char *const prices[] = {"100.00", "200.00", "300.00"};
    CHECK(out[i].known.size == sizeof out[i] && out[i].later[0] == 0x5a && out[i].later[63] == 0x5a);
    CHECK_TEXT(shown(out[i].known.unit_price, buffer), prices[i]);
  }
  in[1].known.own_price = decimal("-5");
  in[2].known.own_price = decimal("-6");
  CHECK_STATUS(DIJIA_SOME_FAILED, dijia_appraise_batch(&in[0].known, 3, &out[0].known, statuses, &error), &error);
  CHECK(error.index == 1 && statuses[1] == DIJIA_NOT_POSITIVE && statuses[2] == DIJIA_NOT_POSITIVE);
  CHECK_VALUES("-5", "", "", "");
  /* The row by itself says what is wrong with it. */
  CHECK_STATUS(DIJIA_NOT_POSITIVE, dijia_appraise(&in[2].known, &out[0].known, &error), &error);
  CHECK_TEXT(error.message, "the benchmark price is -6, and must be positive");
}

/* What is published, in each field. */
static void rows(void) {
  const dijia_edition *edition = dijia_edition_jinan_2020();
  const dijia_zone_code code = {3, 4};
  dijia_zone_price_row zone_row = DIJIA_ZONE_PRICE_ROW_INIT;
  dijia_grade_price_row grade_row = DIJIA_GRADE_PRICE_ROW_INIT;
  dijia_annex_row annex = DIJIA_ANNEX_ROW_INIT;
  CHECK_OK(dijia_zone_price(edition, DIJIA_FIRST_AREA, DIJIA_RESIDENTIAL, code, &zone_row, &error), &error);
  CHECK(zone_row.land_use == DIJIA_RESIDENTIAL && zone_row.code.grade == 3 && zone_row.code.number == 4);
  CHECK(zone_row.citation.annex == 3 && zone_row.basis.land_use == DIJIA_RESIDENTIAL);
  CHECK(zone_row.basis.area == DIJIA_CENTRAL_URBAN);
  CHECK_DTEXT(zone_row.basis.right, "出让国有建设用地使用权");
  CHECK(zone_row.basis.development_level == DIJIA_SIX_SERVICES && zone_row.basis.base_date.value.year == 2019);
  CHECK_TEXT(shown(zone_row.per_square_metre.value, buffer), "11142");
  CHECK_OK(dijia_grade_price(edition, DIJIA_FIRST_AREA, DIJIA_INDUSTRIAL, 2, &grade_row, &error), &error);
  CHECK(grade_row.land_use == DIJIA_INDUSTRIAL && grade_row.grade == 2 && grade_row.zone_count > 2);
  CHECK(grade_row.basis.land_use == DIJIA_INDUSTRIAL && grade_row.citation.annex == 1);
  /* Annex 5 has the public-service prices of the centre, annex 6 those of the townships: neither is in hand. */
  CHECK_OK(dijia_annex_at(edition, 1, &annex, &error), &error);
  CHECK(annex.number == 2 && annex.in_hand == 1 && annex.area == DIJIA_CENTRAL_URBAN && annex.land_uses == 1);
  CHECK_OK(dijia_annex_at(edition, 4, &annex, &error), &error);
  CHECK(annex.number == 5 && annex.in_hand == 0 && annex.land_uses == 8);
  CHECK_OK(dijia_annex_at(edition, 5, &annex, &error), &error);
  CHECK(annex.number == 6 && annex.in_hand == 0 && annex.area == DIJIA_TOWNSHIP);
}

int main(void) {
  error = DIJIA_ERROR_INIT;
  errors();
  policies();
  policies_of_uses();
  starts();
  validities();
  steps();
  figures();
  sizes_of_batches();
  rows();
  puts("conversions: every field is its own");
  return 0;
}
