/* What the rows of the vectors give to an appraisal, and what the C interface finds for one. */
#ifndef DIJIA_TESTS_PRICED_H
#define DIJIA_TESTS_PRICED_H

#include "found.h"

enum { MAX_ELEMENTS = DIJIA_MAX_FACTOR_CORRECTIONS + 8 };

static dijia_optional_decimal optional(const char *text) {
  dijia_optional_decimal none = {{0, 0, 0, 0, 0}, 0, {0}};
  return *text == '\0' ? none : dijia_some(decimal(text));
}

static dijia_date date(const char *text) {
  dijia_error error = DIJIA_ERROR_INIT;
  dijia_date value;
  CHECK_OK(dijia_date_parse(text, strlen(text), &value, &error), &error);
  return value;
}

static dijia_optional_date optional_date(const char *text) {
  dijia_optional_date none = {{0, 0, 0}, 0, {0}};
  return *text == '\0' ? none : dijia_some_date(date(text));
}

static dijia_development_level level(const char *text) {
  dijia_error error = DIJIA_ERROR_INIT;
  dijia_development_level value;
  CHECK_OK(dijia_development_level_parse(text, strlen(text), &value, &error), &error);
  return value;
}

static dijia_rounding_mode mode(const struct row *row) {
  CHECK(is_cell(row, "mode", "") || is_cell(row, "mode", "half-up") || is_cell(row, "mode", "half-even"));
  return is_cell(row, "mode", "half-even") ? DIJIA_HALF_EVEN : DIJIA_HALF_UP;
}

static uint32_t number(const struct row *row, const char *column) {
  return (uint32_t)strtoul(cell(row, column), NULL, 10);
}

static uint8_t places_of(const char *text, uint8_t otherwise) {
  return strcmp(text, "unrounded") == 0 ? DIJIA_UNROUNDED : *text == '\0' ? otherwise : (uint8_t)atoi(text);
}

static dijia_rounding rounding_of(const struct row *row) {
  dijia_rounding rounding = {1, places_of(cell(row, "coefficient_places"), 4),
                             places_of(cell(row, "unit_price_places"), 2), places_of(cell(row, "amount_places"), 2),
                             mode(row)};
  return rounding;
}

/* What comes out is what went in. */
static void check_rounding(dijia_rounding out, dijia_rounding in) {
  CHECK(out.present == 1 && out.mode == in.mode && out.coefficient_places == in.coefficient_places);
  CHECK(out.unit_price_places == in.unit_price_places && out.amount_places == in.amount_places);
}

/* A cell that holds a list, and room for its elements. */
struct list {
  char text[8192];
  const char *parts[MAX_ELEMENTS];
  size_t count;
};

static void list_of(struct list *list, const char *text) {
  CHECK(strlen(text) < sizeof list->text);
  strcpy(list->text, text);
  list->count = *text == '\0' ? 0 : split(list->text, ';', list->parts, MAX_ELEMENTS);
}

/* Ends the name of a pair "name=value" and returns the value. */
static const char *value_of(const char *pair) {
  char *sign = (char *)strchr(pair, '=');
  CHECK(sign != NULL);
  *sign = '\0';
  return sign + 1;
}

/* A term in years or without end, or none. */
static dijia_optional_decimal term(const char *text, uint8_t *is_perpetual) {
  *is_perpetual = strcmp(text, "perpetual") == 0 || strcmp(text, "无限年期") == 0;
  return optional(*is_perpetual ? "" : text);
}

/* A decimal, or one over another, or none. */
static dijia_status ratio(const char *text, dijia_optional_decimal *value, dijia_optional_decimal *over,
                          dijia_error *error) {
  *value = *over = optional("");
  if (*text == '\0') {
    return DIJIA_OK;
  }
  value->present = 1;
  return dijia_ratio_parse(text, strlen(text), &value->value, over, error);
}

static size_t coefficients_of(struct list *list, const char *text, dijia_coefficient *coefficients) {
  list_of(list, text);
  for (size_t i = 0; i < list->count; i++) {
    const char *value = value_of(list->parts[i]);
    dijia_optional_decimal read;
    dijia_error error = DIJIA_ERROR_INIT;
    coefficients[i].name = text_of(list->parts[i]);
    CHECK_OK(ratio(value, &read, &coefficients[i].over, &error), &error);
    coefficients[i].value = read.value;
  }
  return list->count;
}

static size_t factors_of(struct list *list, const char *text, dijia_factor *factors) {
  dijia_error error = DIJIA_ERROR_INIT;
  list_of(list, text);
  for (size_t i = 0; i < list->count; i++) {
    const char *value = value_of(list->parts[i]);
    CHECK_OK(dijia_factor_parse(text_of(list->parts[i]), value, strlen(value), &factors[i], &error), &error);
  }
  return list->count;
}

static size_t costs_of(struct list *list, const char *text, dijia_unit_cost *costs) {
  dijia_error error = DIJIA_ERROR_INIT;
  list_of(list, text);
  for (size_t i = 0; i < list->count; i++) {
    const char *value = value_of(list->parts[i]);
    memset(&costs[i], 0, sizeof costs[i]);
    CHECK_OK(dijia_service_parse(list->parts[i], strlen(list->parts[i]), &costs[i].service, &error), &error);
    costs[i].cost = decimal(value);
  }
  return list->count;
}

/* The layout of the worksheets of a row. */
static dijia_layout layout_of(const struct row *row) {
  if (is_cell(row, "layout", "narrow")) {
    return DIJIA_LAYOUT_NARROW;
  }
  if (is_cell(row, "layout", "markdown")) {
    return DIJIA_LAYOUT_MARKDOWN;
  }
  if (is_cell(row, "layout", "html")) {
    return DIJIA_LAYOUT_HTML;
  }
  CHECK(is_cell(row, "layout", ""));
  return DIJIA_LAYOUT_WIDE;
}

typedef dijia_status writes_text(const dijia_appraisal *, dijia_language, dijia_layout, char *, size_t, size_t *,
                                 dijia_error *);

/* The warnings, which have no layout. */
static dijia_status write_warnings(const dijia_appraisal *input, dijia_language language, dijia_layout layout, char *to,
                                   size_t capacity, size_t *length, dijia_error *error) {
  (void)layout;
  return dijia_warnings_text(input, language, to, capacity, length, error);
}

/* A text of an appraisal, first asked for its length, then with room for one byte too few, then with enough. */
static void find_words(struct row *row, const char *column, const dijia_appraisal *appraisal, writes_text *write,
                       dijia_language language) {
  dijia_error error = DIJIA_ERROR_INIT;
  if (!expects(row, column)) {
    return;
  }
  size_t needed = 0, written = 0;
  const dijia_layout layout = layout_of(row);
  CHECK_OK(write(appraisal, language, layout, NULL, 0, &needed, &error), &error);
  char *text = (char *)malloc(needed + 1);
  CHECK(text != NULL);
  if (needed > 0) {
    CHECK_STATUS(DIJIA_BUFFER_TOO_SMALL, write(appraisal, language, layout, text, needed, &written, &error), &error);
    CHECK(written == needed);
  }
  CHECK_OK(write(appraisal, language, layout, text, needed + 1, &written, &error), &error);
  CHECK(written == needed && strlen(text) == needed);
  find(row, column, text);
  free(text);
}

static void find_steps(struct row *row, const dijia_appraisal *appraisal) {
  static const struct {
    dijia_step_kind kind;
    const char *column;
  } columns[] = {{DIJIA_STEP_REMAINING_TERM, "m"},          {DIJIA_STEP_TERM_COEFFICIENT, "ky"},
                 {DIJIA_STEP_PLOT_RATIO_COEFFICIENT, "kv"}, {DIJIA_STEP_MONTHS, "months"},
                 {DIJIA_STEP_DATE_COEFFICIENT, "kt"},       {DIJIA_STEP_FACTOR_SUM, "factor_sum"},
                 {DIJIA_STEP_DEVELOPMENT_ADJUSTMENT, "kf"}};
  dijia_error error = DIJIA_ERROR_INIT;
  dijia_optional_decimal values[DIJIA_STEP_DEVIATION + 1];
  size_t count = 0;
  memset(values, 0, sizeof values);
  CHECK_OK(dijia_step_count(appraisal, &count, &error), &error);
  for (size_t i = 0; i < count; i++) {
    dijia_step step = DIJIA_STEP_INIT;
    CHECK_OK(dijia_step_at(appraisal, i, &step, &error), &error);
    CHECK(step.kind <= DIJIA_STEP_DEVIATION);
    /* A coefficient that the policy leaves unrounded has no text of its own to compare. */
    if (!step.is_unrounded) {
      values[step.kind] = dijia_some(step.value);
    }
  }
  for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
    find_optional(row, columns[i].column, values[columns[i].kind]);
  }
}

static void find_appraised(struct row *row, const dijia_appraisal *appraisal) {
  static const char *const names[] = {
      "large-deviation",  "outside-validity", "before-base-date", "no-valuation-date", "plot-ratio-uncorrected",
      "date-uncorrected", "bare-factors",     "without-level",    "lower-bound",
  };
  dijia_error error = DIJIA_ERROR_INIT;
  dijia_appraised appraised = DIJIA_APPRAISED_INIT;
  char warnings[256] = "";
  TRY(dijia_appraise(appraisal, &appraised, &error));
  check_rounding(appraised.rounding, appraisal->rounding);
  find_decimal(row, "unit_price", appraised.unit_price);
  find_decimal(row, "wan_yuan_per_mu", appraised.wan_yuan_per_mu);
  find_optional(row, "floor_price", appraised.floor_price);
  find_optional(row, "total_yuan", appraised.total_yuan);
  find_optional(row, "total_wan_yuan", appraised.total_wan_yuan);
  find_decimal(row, "deviation", appraised.deviation);
  find_optional(row, "ky", appraised.term_coefficient);
  find_optional(row, "kv", appraised.plot_ratio_coefficient);
  find_optional(row, "kt", appraised.date_coefficient);
  find_optional(row, "factor_sum", appraised.factor_sum);
  find_optional(row, "kf", appraised.development_adjustment);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (appraised.warnings & 1U << i) {
      strcat(warnings, *warnings ? ";" : "");
      strcat(warnings, names[i]);
    }
  }
  find(row, "warnings", warnings);
  if (expects(row, "m")) {
    find_steps(row, appraisal);
  }
  find_words(row, "worksheet_chinese", appraisal, dijia_worksheet, DIJIA_LANGUAGE_CHINESE);
  find_words(row, "worksheet_english", appraisal, dijia_worksheet, DIJIA_LANGUAGE_ENGLISH);
  find_words(row, "warnings_chinese", appraisal, write_warnings, DIJIA_LANGUAGE_CHINESE);
  find_words(row, "warnings_english", appraisal, write_warnings, DIJIA_LANGUAGE_ENGLISH);
}

#endif
