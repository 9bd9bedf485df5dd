/* The conformance vectors through the C interface. Usage: conformance <folder of the vectors> */
#include "check.h"

static dijia_error error;

static dijia_optional_decimal optional(const char *text) {
  dijia_optional_decimal none = {{0, 0, 0, 0, 0}, 0, {0}};
  return *text == '\0' ? none : dijia_some(decimal(text));
}

static dijia_date date(const char *text) {
  dijia_date value;
  CHECK_OK(dijia_date_parse(text, strlen(text), &value, &error), &error);
  return value;
}

static dijia_optional_date optional_date(const char *text) {
  dijia_optional_date none = {{0, 0, 0}, 0, {0}};
  return *text == '\0' ? none : dijia_some_date(date(text));
}

static dijia_development_level level(const char *text) {
  dijia_development_level value;
  CHECK_OK(dijia_development_level_parse(text, strlen(text), &value, &error), &error);
  return value;
}

static uint8_t places(const char *text, uint8_t otherwise) {
  if (*text == '\0') {
    return otherwise;
  }
  return strcmp(text, "unrounded") == 0 ? DIJIA_UNROUNDED : (uint8_t)atoi(text);
}

static dijia_rounding_mode mode(const char *text) {
  CHECK(*text == '\0' || strcmp(text, "half-up") == 0 || strcmp(text, "half-even") == 0);
  return strcmp(text, "half-even") == 0 ? DIJIA_HALF_EVEN : DIJIA_HALF_UP;
}

/* A cell of an appraisal: its list, and room for what the list is made into. */
struct list {
  char text[4096];
  const char *parts[DIJIA_MAX_FACTOR_CORRECTIONS + 8];
  size_t count;
};

static void list_of(struct list *list, const char *text) {
  CHECK(strlen(text) < sizeof list->text);
  strcpy(list->text, text);
  list->count = *text == '\0' ? 0 : split(list->text, ';', list->parts, sizeof list->parts / sizeof *list->parts);
}

/* Ends the name of a pair "name=value" and returns the value. */
static const char *value_of(const char *pair) {
  char *sign = strchr(pair, '=');
  CHECK(sign != NULL);
  *sign = '\0';
  return sign + 1;
}

static size_t named_of(struct list *list, const char *text, dijia_named *named) {
  list_of(list, text);
  for (size_t i = 0; i < list->count; i++) {
    const char *value = value_of(list->parts[i]);
    named[i].name = text_of(list->parts[i]);
    named[i].value = decimal(value);
  }
  return list->count;
}

static void check_optional(dijia_optional_decimal value, const char *expected) {
  char buffer[DIJIA_DECIMAL_CAPACITY];
  CHECK_TEXT(value.present ? shown(value.value, buffer) : "", expected);
}

/* The value of the step of that kind; an empty text where there is none. */
static void check_step(const dijia_appraisal *appraisal, dijia_step_kind kind, const char *expected) {
  char buffer[DIJIA_DECIMAL_CAPACITY];
  size_t count = 0;
  CHECK_OK(dijia_step_count(appraisal, &count, &error), &error);
  for (size_t i = 0; i < count; i++) {
    dijia_step step = DIJIA_STEP_INIT;
    CHECK_OK(dijia_step_at(appraisal, i, &step, &error), &error);
    if (step.kind == kind) {
      if (!step.is_unrounded) {
        CHECK_TEXT(shown(step.value, buffer), expected);
      }
      return;
    }
  }
  CHECK_TEXT("", expected);
}

static void check_warnings(const dijia_appraised *appraised, const char *expected) {
  static const char *const names[] = {"large-deviation", "outside-validity", "before-base-date"};
  char warnings[128] = "";
  for (int i = 0; i < 3; i++) {
    if (appraised->warnings & 1U << i) {
      strcat(warnings, *warnings ? ";" : "");
      strcat(warnings, names[i]);
    }
  }
  CHECK_TEXT(warnings, expected);
}

static void run_appraisal(const struct vectors *row) {
  static struct list coefficients, corrections, costs, table, index;
  dijia_named named[DIJIA_MAX_COEFFICIENTS + 8];
  dijia_named factors[DIJIA_MAX_FACTOR_CORRECTIONS + 8];
  dijia_unit_cost unit_costs[DIJIA_MAX_UNIT_COSTS + 8];
  dijia_plot_ratio_row rows[64];
  dijia_date_index_point points[64];
  char base[256];
  const char *words[3];
  dijia_appraisal appraisal = DIJIA_APPRAISAL_INIT;
  dijia_appraised appraised = DIJIA_APPRAISED_INIT;

  CHECK(strlen(cell(row, "base")) < sizeof base);
  strcpy(base, cell(row, "base"));
  size_t count = split(base, ':', words, 3);
  if (strcmp(words[0], "own") == 0) {
    CHECK(count == 2);
    appraisal.base = DIJIA_BASE_OWN;
    appraisal.own_price = decimal(words[1]);
  } else {
    CHECK(count == 3);
    appraisal.edition = dijia_edition_jinan_2020();
    CHECK_OK(dijia_land_use_parse(words[1], strlen(words[1]), &appraisal.land_use, &error), &error);
    if (strcmp(words[0], "zone") == 0) {
      appraisal.base = DIJIA_BASE_ZONE;
      CHECK_OK(dijia_zone_code_parse(words[2], strlen(words[2]), &appraisal.code, &error), &error);
    } else {
      appraisal.base = DIJIA_BASE_GRADE;
      CHECK_OK(dijia_grade_parse(words[2], strlen(words[2]), &appraisal.code.grade, &error), &error);
    }
  }
  appraisal.capitalization_rate = optional(cell(row, "rate"));
  appraisal.statutory_term = optional(cell(row, "statutory_term"));
  appraisal.base_date = optional_date(cell(row, "base_date"));
  if (*cell(row, "basis_development") != '\0') {
    appraisal.has_basis_development = 1;
    appraisal.basis_development = level(cell(row, "basis_development"));
  }
  appraisal.remaining_term = optional(cell(row, "remaining_term"));
  appraisal.valuation_date = optional_date(cell(row, "valuation_date"));
  appraisal.expiry_date = optional_date(cell(row, "expiry_date"));
  appraisal.plot_ratio = optional(cell(row, "plot_ratio"));
  appraisal.plot_ratio_coefficient = optional(cell(row, "plot_ratio_coefficient"));
  appraisal.date_coefficient = optional(cell(row, "date_coefficient"));
  appraisal.monthly_growth = optional(cell(row, "monthly_growth"));
  appraisal.development_adjustment = optional(cell(row, "development_adjustment"));
  appraisal.area = optional(cell(row, "area"));

  const char *ratios = cell(row, "plot_ratio_table");
  if (*ratios == '<') {
    appraisal.table_open |= DIJIA_OPEN_BELOW;
    ratios++;
  }
  list_of(&table, ratios);
  for (size_t i = 0; i < table.count; i++) {
    char *coefficient = strchr(table.parts[i], '=');
    CHECK(coefficient != NULL && i < 64);
    *coefficient++ = '\0';
    size_t length = strlen(coefficient);
    if (i + 1 == table.count && coefficient[length - 1] == '>') {
      appraisal.table_open |= DIJIA_OPEN_ABOVE;
      coefficient[length - 1] = '\0';
    }
    rows[i].plot_ratio = decimal(table.parts[i]);
    rows[i].coefficient = decimal(coefficient);
  }
  appraisal.plot_ratio_table = rows;
  appraisal.plot_ratio_row_count = table.count;

  const char *series = cell(row, "date_index");
  if (strncmp(series, "linear:", 7) == 0) {
    appraisal.between_points = DIJIA_LINEAR_BY_DAYS;
    series += 7;
  } else if (*series != '\0') {
    CHECK(strncmp(series, "last:", 5) == 0);
    series += 5;
  }
  list_of(&index, series);
  for (size_t i = 0; i < index.count; i++) {
    CHECK(i < 64);
    const char *value = value_of(index.parts[i]);
    points[i].date = date(index.parts[i]);
    points[i].reserved = 0;
    points[i].index = decimal(value);
  }
  appraisal.date_index = points;
  appraisal.date_index_point_count = index.count;

  appraisal.coefficient_count = named_of(&coefficients, cell(row, "coefficients"), named);
  appraisal.coefficients = named;
  appraisal.factor_correction_count = named_of(&corrections, cell(row, "factor_corrections"), factors);
  appraisal.factor_corrections = factors;
  if (*cell(row, "site_development") != '\0') {
    appraisal.has_site_development = 1;
    appraisal.site_development = level(cell(row, "site_development"));
  }
  list_of(&costs, cell(row, "unit_costs"));
  for (size_t i = 0; i < costs.count; i++) {
    const char *value = value_of(costs.parts[i]);
    memset(&unit_costs[i], 0, sizeof unit_costs[i]);
    CHECK_OK(dijia_service_parse(costs.parts[i], strlen(costs.parts[i]), &unit_costs[i].service, &error), &error);
    unit_costs[i].cost = decimal(value);
  }
  appraisal.unit_costs = unit_costs;
  appraisal.unit_cost_count = costs.count;
  appraisal.rounding.present = 1;
  appraisal.rounding.coefficient_places = places(cell(row, "coefficient_places"), 4);
  appraisal.rounding.unit_price_places = places(cell(row, "unit_price_places"), 2);
  appraisal.rounding.amount_places = places(cell(row, "amount_places"), 2);
  appraisal.rounding.mode = mode(cell(row, "mode"));

  const char *refusal = cell(row, "error");
  if (dijia_appraise(&appraisal, &appraised, &error) != DIJIA_OK) {
    CHECK_TEXT(error.message, refusal);
    CHECK(error.status != DIJIA_INTERNAL && strlen(error.message) == error.message_length);
    return;
  }
  CHECK_TEXT("", refusal);
  check_optional(dijia_some(appraised.unit_price), cell(row, "unit_price"));
  check_optional(dijia_some(appraised.wan_yuan_per_mu), cell(row, "wan_yuan_per_mu"));
  check_optional(appraised.floor_price, cell(row, "floor_price"));
  check_optional(appraised.total_yuan, cell(row, "total_yuan"));
  check_optional(appraised.total_wan_yuan, cell(row, "total_wan_yuan"));
  check_optional(dijia_some(appraised.deviation), cell(row, "deviation"));
  check_warnings(&appraised, cell(row, "warnings"));
  check_step(&appraisal, DIJIA_STEP_REMAINING_TERM, cell(row, "m"));
  check_step(&appraisal, DIJIA_STEP_TERM_COEFFICIENT, cell(row, "ky"));
  check_step(&appraisal, DIJIA_STEP_PLOT_RATIO_COEFFICIENT, cell(row, "kv"));
  check_step(&appraisal, DIJIA_STEP_MONTHS, cell(row, "months"));
  check_step(&appraisal, DIJIA_STEP_DATE_COEFFICIENT, cell(row, "kt"));
  check_step(&appraisal, DIJIA_STEP_FACTOR_SUM, cell(row, "factor_sum"));
  check_step(&appraisal, DIJIA_STEP_DEVELOPMENT_ADJUSTMENT, cell(row, "kf"));

  for (dijia_language language = 0; language < 2; language++) {
    static char sheet[1 << 16];
    size_t needed = 0, written = 0;
    CHECK_OK(dijia_worksheet(&appraisal, language, NULL, 0, &needed, &error), &error);
    CHECK(needed < sizeof sheet);
    CHECK_STATUS(DIJIA_BUFFER_TOO_SMALL, dijia_worksheet(&appraisal, language, sheet, needed, &written, &error),
                 &error);
    CHECK(written == needed);
    CHECK_OK(dijia_worksheet(&appraisal, language, sheet, needed + 1, &written, &error), &error);
    CHECK(written == needed && strlen(sheet) == needed && strstr(sheet, cell(row, "unit_price")) != NULL);
  }
}

static void run_mixed(const struct vectors *row) {
  static struct list prices, parts;
  dijia_appraisal uses[DIJIA_MAX_USES + 8];
  dijia_share shares[DIJIA_MAX_USES + 8];
  dijia_mixed_use mixed = DIJIA_MIXED_USE_INIT;
  dijia_mixed_appraised appraised = DIJIA_MIXED_APPRAISED_INIT;

  list_of(&prices, cell(row, "unit_prices"));
  list_of(&parts, cell(row, "shares"));
  CHECK(prices.count == parts.count && prices.count <= DIJIA_MAX_USES + 8);
  for (size_t i = 0; i < prices.count; i++) {
    const char *point = strchr(prices.parts[i], '.');
    uses[i] = DIJIA_APPRAISAL_INIT;
    uses[i].base = DIJIA_BASE_OWN;
    uses[i].own_price = decimal(prices.parts[i]);
    /* As many places as the price has, so that it stays as it is. */
    uses[i].rounding.present = 1;
    uses[i].rounding.coefficient_places = 4;
    uses[i].rounding.unit_price_places = point == NULL ? 2 : (uint8_t)strlen(point + 1);
    uses[i].rounding.amount_places = 2;
    shares[i].appraisal = &uses[i];
    shares[i].share = decimal(parts.parts[i]);
  }
  mixed.shares = shares;
  mixed.share_count = prices.count;
  mixed.area = optional(cell(row, "area"));
  mixed.rounding.present = 1;
  mixed.rounding.coefficient_places = 4;
  mixed.rounding.unit_price_places = places(cell(row, "unit_price_places"), 2);
  mixed.rounding.amount_places = 2;
  mixed.rounding.mode = mode(cell(row, "mode"));
  if (dijia_appraise_mixed(&mixed, &appraised, &error) != DIJIA_OK) {
    CHECK_TEXT(error.message, cell(row, "error"));
    return;
  }
  CHECK_TEXT("", cell(row, "error"));
  check_optional(dijia_some(appraised.unit_price), cell(row, "unit_price"));
  check_optional(dijia_some(appraised.wan_yuan_per_mu), cell(row, "wan_yuan_per_mu"));
  check_optional(appraised.total_yuan, cell(row, "total_yuan"));
  check_optional(appraised.total_wan_yuan, cell(row, "total_wan_yuan"));
}

static void run_rounding(const struct vectors *row) {
  char buffer[DIJIA_DECIMAL_CAPACITY];
  dijia_decimal out;
  CHECK_OK(dijia_decimal_round(decimal(cell(row, "value")), (uint32_t)atoi(cell(row, "places")),
                               mode(cell(row, "mode")), &out, &error),
           &error);
  CHECK_TEXT(shown(out, buffer), cell(row, "rounded"));
}

/* A term coefficient as the one step of an appraisal. */
static int check_term(const char *rate, dijia_decimal remaining, const char *statutory, uint8_t to, const char *how,
                      const char *expected) {
  dijia_appraisal appraisal = DIJIA_APPRAISAL_INIT;
  appraisal.base = DIJIA_BASE_OWN;
  appraisal.own_price = decimal("1000000");
  appraisal.capitalization_rate = dijia_some(decimal(rate));
  appraisal.statutory_term = dijia_some(decimal(statutory));
  appraisal.remaining_term = dijia_some(remaining);
  appraisal.rounding.present = 1;
  appraisal.rounding.coefficient_places = to;
  appraisal.rounding.unit_price_places = 2;
  appraisal.rounding.amount_places = 2;
  appraisal.rounding.mode = mode(how);
  dijia_step step = DIJIA_STEP_INIT;
  const dijia_status status = dijia_step_at(&appraisal, 1, &step, &error);
  if (status == DIJIA_NOT_POSITIVE) {
    /* A coefficient that is zero to so few places has no price. */
    char buffer[DIJIA_DECIMAL_CAPACITY];
    CHECK(error.quantity == DIJIA_QUANTITY_TERM_COEFFICIENT && error.value.present);
    CHECK_TEXT(shown(error.value.value, buffer), expected);
    return 1;
  }
  if (status == DIJIA_OUT_OF_RANGE) {
    /* The arithmetic goes further than an appraisal does. */
    CHECK(error.quantity == DIJIA_QUANTITY_CAPITALIZATION_RATE || error.quantity == DIJIA_QUANTITY_STATUTORY_TERM ||
          error.quantity == DIJIA_QUANTITY_REMAINING_TERM);
    return 0;
  }
  if (status != DIJIA_OK) {
    fprintf(stderr, "term(%s, %s, %s): %s\n", rate, expected, statutory, error.message);
    exit(1);
  }
  CHECK(step.kind == DIJIA_STEP_TERM_COEFFICIENT);
  check_optional(dijia_some(step.value), expected);
  return 1;
}

static size_t run_grid(const struct vectors *row) {
  static char text[MAX_LINE];
  const char *values[128];
  strcpy(text, cell(row, "coefficients"));
  const size_t count = split(text, ' ', values, 128);
  dijia_decimal first, remaining;
  int64_t hundredths = 0;
  first = decimal(cell(row, "first_remaining"));
  CHECK(first.scale == 2);
  first.scale = 0;
  CHECK_OK(dijia_decimal_to_int64(first, &hundredths, &error), &error);
  for (size_t i = 0; i < count; i++) {
    remaining = dijia_decimal_from_int64(hundredths + (int64_t)i);
    remaining.scale = 2;
    CHECK(check_term(cell(row, "rate"), remaining, cell(row, "statutory"), 4, "half-up", values[i]));
  }
  return count;
}

int main(int argc, char **argv) {
  CHECK(argc == 2);
  error = DIJIA_ERROR_INIT;
  struct vectors *vectors;
  size_t run = 0, beyond = 0;

  vectors = vectors_open(argv[1], "appraisal.tsv");
  for (run = 0; vectors_next(vectors); run++) {
    run_appraisal(vectors);
  }
  vectors_close(vectors, run, 2000);

  vectors = vectors_open(argv[1], "mixed_use.tsv");
  for (run = 0; vectors_next(vectors); run++) {
    run_mixed(vectors);
  }
  vectors_close(vectors, run, 60);

  vectors = vectors_open(argv[1], "rounding.tsv");
  for (run = 0; vectors_next(vectors); run++) {
    run_rounding(vectors);
  }
  vectors_close(vectors, run, 600);

  vectors = vectors_open(argv[1], "term_coefficient_grid.tsv");
  for (run = 0; vectors_next(vectors);) {
    run += run_grid(vectors);
  }
  vectors_close(vectors, run, 25000);

  vectors = vectors_open(argv[1], "term_coefficient.tsv");
  for (run = 0; vectors_next(vectors);) {
    const int to = atoi(cell(vectors, "places"));
    CHECK(to <= DIJIA_MAX_PLACES);
    const int is_run =
        check_term(cell(vectors, "rate"), decimal(cell(vectors, "remaining")), cell(vectors, "statutory"), (uint8_t)to,
                   cell(vectors, "mode"), cell(vectors, "coefficient"));
    run += is_run ? 1 : 0;
    beyond += is_run ? 0 : 1;
  }
  vectors_close(vectors, run, 4000);
  printf("term_coefficient.tsv: %zu more are outside what an appraisal takes, and are refused\n", beyond);
  return 0;
}
