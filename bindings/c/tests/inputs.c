/* Inputs that are not there, are too many, take no part or are nonsense, of every function that prices. */
#include "check.h"
#include "parcel.h"

static dijia_error error;

/* The error says the number, and of which type or field it is no value, in both languages. */
static void is_no(const dijia_error *of, const char *type, const char *number) {
  char expected[128], text[DIJIA_DECIMAL_CAPACITY];
  snprintf(expected, sizeof expected, "%s is none of the values of %s", number, type);
  CHECK_TEXT(of->message, expected);
  snprintf(expected, sizeof expected, "%s 不是 %s 的值", number, type);
  CHECK_TEXT(of->message_chinese, expected);
  CHECK(of->value.present == 1);
  CHECK_TEXT(shown(of->value.value, text), number);
}

/* Lists that are not there, are too long, or hold nonsense. */
static void lists(void) {
  dijia_appraised out = DIJIA_APPRAISED_INIT;
  const dijia_appraised untouched = out;
  static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  static dijia_coefficient named[DIJIA_MAX_COEFFICIENTS + 1];
  static dijia_factor factors[DIJIA_MAX_FACTOR_CORRECTIONS + 1];
  static dijia_plot_ratio_row rows[DIJIA_MAX_PLOT_RATIO_ROWS + 1];
  static dijia_date_index_point points[DIJIA_MAX_DATE_INDEX_POINTS + 1];
  dijia_unit_cost costs[DIJIA_MAX_UNIT_COSTS + 1];
  memset(costs, 0, sizeof costs);
  for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
    named[i].name.data = &letters[i];
    named[i].name.length = 1;
    named[i].value = decimal("1");
  }
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    rows[i].plot_ratio = dijia_decimal_from_int64((int64_t)i + 1);
    rows[i].coefficient = decimal("1");
  }
  for (size_t i = 0; i < sizeof points / sizeof *points; i++) {
    /* To both sides of the base date and of the valuation date. */
    points[i].date.year = (int16_t)(1800 + i);
    points[i].date.month = 1;
    points[i].date.day = 1;
    points[i].index = decimal("100");
  }
  dijia_appraisal input = appraisal();
  input.coefficient_count = 1;
  CHECK_STATUS(DIJIA_NULL_POINTER, dijia_appraise(&input, &out, &error), &error);
  input.coefficients = named;
  input.coefficient_count = SIZE_MAX;
  CHECK_STATUS(DIJIA_TOO_LONG, dijia_appraise(&input, &out, &error), &error);
  input.coefficient_count = DIJIA_MAX_COEFFICIENTS + 1;
  CHECK_STATUS(DIJIA_TOO_MANY, dijia_appraise(&input, &out, &error), &error);
  CHECK(error.count == DIJIA_MAX_COEFFICIENTS + 1 && error.most == DIJIA_MAX_COEFFICIENTS);
  input.coefficient_count = DIJIA_MAX_COEFFICIENTS;
  CHECK_OK(dijia_appraise(&input, &out, &error), &error);
  out = untouched;
  named[3].name.data = NULL;
  CHECK_STATUS(DIJIA_NULL_POINTER, dijia_appraise(&input, &out, &error), &error);
  CHECK(error.index == 3);
  named[3].name = text_of("\xff");
  CHECK_STATUS(DIJIA_INVALID_UTF8, dijia_appraise(&input, &out, &error), &error);
  named[3].name.length = 0;
  named[3].value.scale = 29;
  CHECK_STATUS(DIJIA_MALFORMED_DECIMAL, dijia_appraise(&input, &out, &error), &error);
  named[3].value = decimal("-1");
  CHECK_STATUS(DIJIA_COEFFICIENT_NOT_POSITIVE, dijia_appraise(&input, &out, &error), &error);
  input = appraisal();
  input.factor_corrections = factors;
  input.factor_correction_count = DIJIA_MAX_FACTOR_CORRECTIONS + 1;
  CHECK_STATUS(DIJIA_TOO_MANY, dijia_appraise(&input, &out, &error), &error);
  /* What has no name is not named twice. */
  input.factor_correction_count = DIJIA_MAX_FACTOR_CORRECTIONS;
  CHECK_OK(dijia_appraise(&input, &out, &error), &error);
  out = untouched;
  input = appraisal();
  input.plot_ratio = dijia_some(decimal("255.5"));
  input.plot_ratio_table = rows;
  input.plot_ratio_row_count = DIJIA_MAX_PLOT_RATIO_ROWS + 1;
  CHECK_STATUS(DIJIA_TOO_MANY_ROWS, dijia_appraise(&input, &out, &error), &error);
  input.plot_ratio_row_count = DIJIA_MAX_PLOT_RATIO_ROWS;
  CHECK_OK(dijia_appraise(&input, &out, &error), &error);
  input.table_open = 4;
  CHECK_STATUS(DIJIA_INVALID_ENUMERATOR, dijia_appraise(&input, &out, &error), &error);
  is_no(&error, "table_open", "4");
  input = appraisal();
  input.date_index = points;
  input.date_index_point_count = DIJIA_MAX_DATE_INDEX_POINTS + 1;
  CHECK_STATUS(DIJIA_TOO_MANY_ROWS, dijia_appraise(&input, &out, &error), &error);
  input.date_index_point_count = DIJIA_MAX_DATE_INDEX_POINTS;
  const dijia_date day = {2020, 10, 8};
  input.valuation_date = dijia_some_date(day);
  CHECK_OK(dijia_appraise(&input, &out, &error), &error);
  input.between_points = 2;
  CHECK_STATUS(DIJIA_INVALID_ENUMERATOR, dijia_appraise(&input, &out, &error), &error);
  is_no(&error, "dijia_between_points", "2");
  input.between_points = DIJIA_LINEAR_BY_DAYS;
  input.index_period = DIJIA_CHAIN_OF_YEARS + 1;
  CHECK_STATUS(DIJIA_INVALID_ENUMERATOR, dijia_appraise(&input, &out, &error), &error);
  input.index_period = UINT8_MAX;
  CHECK_STATUS(DIJIA_INVALID_ENUMERATOR, dijia_appraise(&input, &out, &error), &error);
  is_no(&error, "dijia_index_period", "255");
  input = appraisal();
  input.unit_costs = costs;
  input.unit_cost_count = 1;
  CHECK_STATUS(DIJIA_INVALID_ENUMERATOR, dijia_appraise(&input, &out, &error), &error);
  costs[0].service = 3;
  CHECK_STATUS(DIJIA_INVALID_ENUMERATOR, dijia_appraise(&input, &out, &error), &error);
  is_no(&error, "dijia_service", "3");
  input.unit_cost_count = DIJIA_MAX_UNIT_COSTS + 1;
  CHECK_STATUS(DIJIA_TOO_MANY, dijia_appraise(&input, &out, &error), &error);
  input = appraisal();
  input.base = 0;
  CHECK_STATUS(DIJIA_INVALID_ENUMERATOR, dijia_appraise(&input, &out, &error), &error);
  is_no(&error, "dijia_base", "0");
  input.base = DIJIA_BASE_GRADE;
  input.code.grade = 10;
  CHECK_STATUS(DIJIA_NO_SUCH_GRADE, dijia_appraise(&input, &out, &error), &error);
  input.code.grade = 21;
  CHECK_STATUS(DIJIA_INVALID_GRADE, dijia_appraise(&input, &out, &error), &error);
  input = appraisal();
  input.rounding.present = 1;
  input.rounding.amount_places = 13;
  CHECK_STATUS(DIJIA_TOO_MANY_PLACES, dijia_appraise(&input, &out, &error), &error);
  CHECK_STATUS(DIJIA_NULL_POINTER, dijia_appraise(NULL, &out, &error), &error);
  CHECK_STATUS(DIJIA_NULL_POINTER, dijia_appraise(&input, NULL, &error), &error);
}

/* What nothing is computed from is named, and so is what it would need; a warning of one bit each. */
static void parts(void) {
  dijia_appraised out = DIJIA_APPRAISED_INIT;
  dijia_appraisal input = appraisal();
  input.table_open = DIJIA_OPEN_ABOVE;
  CHECK_STATUS(DIJIA_TAKES_NO_PART, dijia_appraise(&input, &out, &error), &error);
  CHECK(error.quantity == DIJIA_QUANTITY_OPEN_ENDS && error.other_quantity == DIJIA_QUANTITY_PLOT_RATIO_TABLE);
  CHECK_TEXT(error.message, "the open end of a table takes no part: no plot-ratio table is given");
  input = appraisal();
  input.between_points = DIJIA_LINEAR_BY_DAYS;
  CHECK_STATUS(DIJIA_TAKES_NO_PART, dijia_appraise(&input, &out, &error), &error);
  CHECK(error.quantity == DIJIA_QUANTITY_BETWEEN_POINTS && error.other_quantity == DIJIA_QUANTITY_DATE_INDEX);
  CHECK_TEXT(error.message, "the interpolation between dates takes no part: no date index is given");
  input = appraisal();
  input.index_period = DIJIA_CHAIN_OF_QUARTERS;
  CHECK_STATUS(DIJIA_TAKES_NO_PART, dijia_appraise(&input, &out, &error), &error);
  CHECK(error.quantity == DIJIA_QUANTITY_INDEX_PERIOD && error.other_quantity == DIJIA_QUANTITY_DATE_INDEX);
  CHECK_TEXT(error.message, "the period of a chain index takes no part: no date index is given");
  input = appraisal();
  input.has_basis = 1;
  CHECK_STATUS(DIJIA_TAKES_NO_PART, dijia_appraise(&input, &out, &error), &error);
  CHECK(error.quantity == DIJIA_QUANTITY_BASIS && error.other_quantity == DIJIA_QUANTITY_OWN_PRICE);
  input.base = DIJIA_BASE_OWN;
  input.own_price = decimal("300");
  CHECK_OK(dijia_appraise(&input, &out, &error), &error);
  input.edition = NULL;
  CHECK_STATUS(DIJIA_NULL_POINTER, dijia_appraise(&input, &out, &error), &error);
  input = appraisal();
  input.capitalization_rate = dijia_some(decimal("6.4"));
  CHECK_STATUS(DIJIA_TAKES_NO_PART, dijia_appraise(&input, &out, &error), &error);
  CHECK(error.quantity == DIJIA_QUANTITY_CAPITALIZATION_RATE && error.other_quantity == DIJIA_QUANTITY_REMAINING_TERM);

  dijia_factor factors[2];
  CHECK_OK(dijia_factor_parse(text_of("区域"), " 8.59% ", 7, &factors[0], &error), &error);
  CHECK(factors[0].in_percent == 1 && factors[0].value.lo64 == 859 && factors[0].value.scale == 4);
  CHECK_OK(dijia_factor_parse(text_of("区域"), "8.59", 4, &factors[1], &error), &error);
  CHECK(factors[1].in_percent == 0 && factors[1].value.lo64 == 859 && factors[1].value.scale == 2);
  CHECK_STATUS(DIJIA_INVALID_DECIMAL, dijia_factor_parse(text_of("区域"), "%", 1, &factors[1], &error), &error);
  CHECK_STATUS(DIJIA_NULL_POINTER, dijia_factor_parse(text_of("区域"), "1", 1, NULL, &error), &error);
  input = appraisal();
  input.factor_corrections = factors;
  input.factor_correction_count = 2;
  CHECK_STATUS(DIJIA_NAMED_TWICE, dijia_appraise(&input, &out, &error), &error);
  CHECK(error.quantity == DIJIA_QUANTITY_FACTOR_CORRECTIONS);
  factors[1].name = text_of("个别");
  CHECK_STATUS(DIJIA_FACTOR_OUT_OF_RANGE, dijia_appraise(&input, &out, &error), &error);
  CHECK(error.quantity == DIJIA_QUANTITY_FACTOR_CORRECTIONS && error.value.value.lo64 == 859);
  /* 0.3873 without a sign is as doubtful as it is large; with a sign it is neither. */
  factors[1].value = decimal("0.3873");
  CHECK_OK(dijia_appraise(&input, &out, &error), &error);
  CHECK(out.warnings == (DIJIA_WARNING_LARGE_DEVIATION | DIJIA_WARNING_NO_VALUATION_DATE | DIJIA_WARNING_BARE_FACTORS));
  factors[1].in_percent = 1;
  CHECK_OK(dijia_appraise(&input, &out, &error), &error);
  CHECK(out.warnings == (DIJIA_WARNING_LARGE_DEVIATION | DIJIA_WARNING_NO_VALUATION_DATE));
}

static void steps(void) {
  dijia_appraisal input = appraisal();
  input.remaining_term = dijia_some(decimal("33.57"));
  size_t count = 0, length = 0;
  dijia_step step = DIJIA_STEP_INIT;
  char text[256], buffer[DIJIA_DECIMAL_CAPACITY];
  CHECK_OK(dijia_step_count(&input, &count, &error), &error);
  CHECK(count == 5);
  CHECK_OK(dijia_step_at(&input, 0, &step, &error), &error);
  CHECK(step.source == DIJIA_SOURCE_PUBLISHED && step.citation.annex == 2 && step.citation.row == 15);
  CHECK_OK(dijia_step_at(&input, 1, &step, &error), &error);
  CHECK(step.kind == DIJIA_STEP_TERM_COEFFICIENT && step.unit == DIJIA_UNIT_ONE && step.input_count == 3);
  CHECK_TEXT(shown(step.value, buffer), "0.9553");
  CHECK_TEXT(shown(step.inputs[1].number.value, buffer), "33.57");
  CHECK_OK(dijia_step_expression(&input, 1, DIJIA_LANGUAGE_ENGLISH, text, sizeof text, &length, &error), &error);
  CHECK_TEXT(text, "[1 - (1 + 0.064)^-33.57] ÷ [1 - (1 + 0.064)^-40]");
  CHECK_STATUS(DIJIA_INDEX_OUT_OF_RANGE, dijia_step_at(&input, count, &step, &error), &error);
  CHECK(error.most == count);
  CHECK_STATUS(DIJIA_INDEX_OUT_OF_RANGE, dijia_step_expression(&input, SIZE_MAX, 0, NULL, 0, &length, &error), &error);
  const dijia_date late = {2024, 1, 1};
  input.valuation_date = dijia_some_date(late);
  CHECK_OK(dijia_warnings_text(&input, DIJIA_LANGUAGE_ENGLISH, text, sizeof text, &length, &error), &error);
  CHECK_TEXT(
      text,
      "on the valuation date 2024-01-01 the benchmark price is expired: in force from 2020-10-08 to 2023-10-07\n"
      "the valuation date is 2024-01-01, the benchmark price is of 2019-01-01, and no date coefficient corrects it\n");
}

static void batches(void) {
  const dijia_edition *edition = dijia_edition_jinan_2020();
  dijia_text codes[] = {text_of("Ⅲ-4"), text_of("Ⅲ-99"), {NULL, 3}, text_of("\xff"), text_of("iii－４")};
  dijia_zone_price_row rows[5];
  dijia_status status[5];
  memset(rows, 0x5a, sizeof rows);
  rows[0].size = sizeof rows[0];
  CHECK_STATUS(DIJIA_SOME_FAILED,
               dijia_zone_prices(edition, DIJIA_FIRST_AREA, DIJIA_COMMERCIAL, codes, 5, rows, status, &error), &error);
  CHECK(error.index == 1);
  CHECK_TEXT(error.message, "no commercial zone Ⅲ-99: Ⅲ has zones 1 to 12");
  CHECK(status[0] == DIJIA_OK && status[1] == DIJIA_NO_SUCH_ZONE && status[2] == DIJIA_NULL_POINTER);
  CHECK(status[3] == DIJIA_INVALID_UTF8 && status[4] == DIJIA_OK);
  CHECK(rows[1].land_use == 0x5a5a5a5a && rows[4].code.number == 4);
  CHECK_OK(dijia_zone_prices(edition, DIJIA_FIRST_AREA, DIJIA_COMMERCIAL, NULL, 0, NULL, NULL, &error), &error);
  CHECK_STATUS(DIJIA_NULL_POINTER, dijia_zone_prices(edition, 0, DIJIA_COMMERCIAL, codes, 5, rows, NULL, &error),
               &error);
  CHECK_STATUS(DIJIA_NULL_POINTER, dijia_zone_prices(edition, 0, DIJIA_COMMERCIAL, codes, 5, NULL, status, &error),
               &error);
  CHECK_STATUS(DIJIA_TOO_LONG,
               dijia_zone_prices(edition, 0, DIJIA_COMMERCIAL, codes, SIZE_MAX / 2, rows, status, &error), &error);

  dijia_appraisal inputs[3] = {appraisal(), appraisal(), appraisal()};
  dijia_appraised out[3];
  memset(out, 0x5a, sizeof out);
  out[0].size = sizeof out[0];
  inputs[1].code.number = 200;
  CHECK_STATUS(DIJIA_SOME_FAILED, dijia_appraise_batch(inputs, 3, out, status, &error), &error);
  CHECK(error.index == 1 && status[0] == DIJIA_OK && status[1] == DIJIA_NO_SUCH_ZONE && status[2] == DIJIA_OK);
  CHECK(out[2].size == sizeof out[0] && out[1].base == 0x5a5a5a5a);
  inputs[2].size--;
  CHECK_STATUS(DIJIA_SOME_FAILED, dijia_appraise_batch(inputs, 3, out, status, &error), &error);
  CHECK(status[2] == DIJIA_INVALID_SIZE);
  inputs[0].size = 8;
  CHECK_STATUS(DIJIA_INVALID_SIZE, dijia_appraise_batch(inputs, 3, out, status, &error), &error);
  CHECK_STATUS(DIJIA_NULL_POINTER, dijia_appraise_batch(NULL, 3, out, status, &error), &error);
  inputs[0].size = sizeof inputs[0];
  CHECK_STATUS(DIJIA_NULL_POINTER, dijia_appraise_batch(inputs, 3, out, NULL, &error), &error);
  CHECK_STATUS(DIJIA_TOO_LONG, dijia_appraise_batch(inputs, SIZE_MAX / 16, out, status, &error), &error);
  CHECK_OK(dijia_appraise_batch(NULL, 0, NULL, NULL, &error), &error);
}

static void mixed(void) {
  dijia_appraisal shops = appraisal(), flats = appraisal();
  dijia_share shares[] = {{&shops, decimal("0.3")}, {&flats, decimal("0.7")}};
  dijia_mixed_use input = DIJIA_MIXED_USE_INIT;
  dijia_mixed_appraised out = DIJIA_MIXED_APPRAISED_INIT;
  size_t length = 0;
  char buffer[DIJIA_DECIMAL_CAPACITY], sheet[2048];
  flats.land_use = DIJIA_RESIDENTIAL;
  input.shares = shares;
  input.share_count = 2;
  input.area = dijia_some(decimal("1000"));
  CHECK_OK(dijia_appraise_mixed(&input, &out, &error), &error);
  CHECK_TEXT(shown(out.unit_price, buffer), "10540.80");
  CHECK_OK(
      dijia_mixed_worksheet(&input, DIJIA_LANGUAGE_ENGLISH, DIJIA_LAYOUT_WIDE, sheet, sizeof sheet, &length, &error),
      &error);
  CHECK(strstr(sheet, "9138.00 × 0.3 [commercial Ⅲ-4] + 11142.00 × 0.7 [residential Ⅲ-4]") != NULL);
  CHECK_STATUS(DIJIA_INVALID_ENUMERATOR, dijia_mixed_worksheet(&input, 1, 4, sheet, sizeof sheet, &length, &error),
               &error);
  shares[1].share = decimal("0.6");
  CHECK_STATUS(DIJIA_SHARES_NOT_ONE, dijia_appraise_mixed(&input, &out, &error), &error);
  shares[1].appraisal = NULL;
  CHECK_STATUS(DIJIA_NULL_POINTER, dijia_appraise_mixed(&input, &out, &error), &error);
  CHECK(error.index == 1);
  input.share_count = DIJIA_MAX_USES + 1;
  CHECK_STATUS(DIJIA_TOO_MANY, dijia_appraise_mixed(&input, &out, &error), &error);
}

static void payment(void) {
  dijia_payment input = DIJIA_PAYMENT_INIT;
  dijia_payment_due out = DIJIA_PAYMENT_DUE_INIT;
  size_t length = 0;
  char buffer[DIJIA_DECIMAL_CAPACITY], sheet[2048];
  CHECK_STATUS(DIJIA_NOT_POSITIVE, dijia_settle(&input, &out, &error), &error);
  CHECK(error.quantity == DIJIA_QUANTITY_UNIT_PRICE);
  input.unit_price = decimal("1144.60");
  input.original_price = dijia_some(decimal("710"));
  input.payment_ratio = dijia_some(decimal("0.4"));
  CHECK_OK(dijia_settle(&input, &out, &error), &error);
  CHECK_TEXT(shown(out.unit_payment, buffer), "173.84");
  CHECK_TEXT(shown(out.difference.value, buffer), "434.60");
  CHECK(out.is_minimum == 0 && out.minimum.present == 0 && out.total_yuan.present == 0);
  CHECK_STATUS(DIJIA_BUFFER_TOO_SMALL, dijia_payment_worksheet(&input, 0, 0, sheet, 8, &length, &error), &error);
  CHECK_STATUS(DIJIA_INVALID_ENUMERATOR, dijia_payment_worksheet(&input, 1, 4, sheet, sizeof sheet, &length, &error),
               &error);
  is_no(&error, "dijia_layout", "4");
  CHECK_STATUS(DIJIA_INVALID_ENUMERATOR, dijia_payment_worksheet(&input, 2, 0, sheet, sizeof sheet, &length, &error),
               &error);
  is_no(&error, "dijia_language", "2");
  input.priced_area = 2;
  CHECK_STATUS(DIJIA_INVALID_ENUMERATOR, dijia_settle(&input, &out, &error), &error);
  is_no(&error, "dijia_priced_area", "2");
  input.priced_area = DIJIA_PER_FLOOR;
  input.payment_ratio = dijia_some(decimal("40"));
  CHECK_STATUS(DIJIA_OUT_OF_RANGE, dijia_settle(&input, &out, &error), &error);
  CHECK(error.quantity == DIJIA_QUANTITY_PAYMENT_RATIO);
  CHECK_STATUS(DIJIA_NULL_POINTER, dijia_settle(NULL, &out, &error), &error);
  CHECK_STATUS(DIJIA_NULL_POINTER, dijia_settle(&input, NULL, &error), &error);
  input.size = 4;
  CHECK_STATUS(DIJIA_INVALID_SIZE, dijia_settle(&input, &out, &error), &error);
}

/* The number that is past the last value of each type, and the one before the first. */
static void names(void) {
  dijia_text text;
  dijia_decimal rounded;
  CHECK_STATUS(DIJIA_INVALID_ENUMERATOR, dijia_quantity_name(0, 0, &text, &error), &error);
  is_no(&error, "dijia_quantity", "0");
  CHECK_STATUS(DIJIA_INVALID_ENUMERATOR, dijia_step_kind_name(0, 0, &text, &error), &error);
  is_no(&error, "dijia_step_kind", "0");
  CHECK_STATUS(DIJIA_INVALID_ENUMERATOR, dijia_step_kind_name(17, 0, &text, &error), &error);
  is_no(&error, "dijia_step_kind", "17");
  CHECK_STATUS(DIJIA_INVALID_ENUMERATOR, dijia_unit_name(UINT32_MAX, 0, &text, &error), &error);
  is_no(&error, "dijia_unit", "4294967295");
  CHECK_STATUS(DIJIA_INVALID_ENUMERATOR, dijia_validity_name(3, 0, &text, &error), &error);
  is_no(&error, "dijia_validity", "3");
  CHECK_STATUS(DIJIA_INVALID_ENUMERATOR, dijia_land_use_name(0, 0, &text, &error), &error);
  is_no(&error, "dijia_land_use", "0");
  CHECK_STATUS(DIJIA_INVALID_ENUMERATOR, dijia_area_name(3, 0, &text, &error), &error);
  is_no(&error, "dijia_area", "3");
  CHECK_STATUS(DIJIA_INVALID_ENUMERATOR, dijia_decimal_round(decimal("1"), 2, 2, &rounded, &error), &error);
  is_no(&error, "dijia_rounding_mode", "2");
}

int main(void) {
  error = DIJIA_ERROR_INIT;
  lists();
  parts();
  steps();
  batches();
  mixed();
  payment();
  names();
  puts("inputs: each is refused by its name");
  return 0;
}
