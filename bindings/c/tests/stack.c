/* How much stack the calls take, which the header states: each runs on a stack filled with a pattern. Linux, optimised.
 */
#define _GNU_SOURCE
#include <pthread.h>

#include "check.h"

enum { SIZE = 1 << 20, PATTERN = 0xa5 };

static char text[1 << 16];

/* The largest parcel that there is. */
static dijia_appraisal largest(void) {
  static dijia_coefficient coefficients[DIJIA_MAX_COEFFICIENTS];
  static dijia_factor corrections[DIJIA_MAX_FACTOR_CORRECTIONS];
  static char names[DIJIA_MAX_FACTOR_CORRECTIONS][8];
  dijia_appraisal input = DIJIA_APPRAISAL_INIT;
  for (size_t i = 0; i < DIJIA_MAX_FACTOR_CORRECTIONS; i++) {
    snprintf(names[i], sizeof names[i], "k%zu", i);
    corrections[i].name = text_of(names[i]);
    corrections[i].value = decimal("0.001");
    if (i < DIJIA_MAX_COEFFICIENTS) {
      coefficients[i].name = text_of(names[i]);
      coefficients[i].value = decimal("0.987654321");
    }
  }
  input.edition = dijia_edition_jinan_2020();
  input.base = DIJIA_BASE_ZONE;
  input.land_use = DIJIA_COMMERCIAL;
  input.code.grade = 3;
  input.code.number = 4;
  input.remaining_term = dijia_some(decimal("33.57"));
  input.area = dijia_some(decimal("1000"));
  input.coefficients = coefficients;
  input.coefficient_count = DIJIA_MAX_COEFFICIENTS;
  input.factor_corrections = corrections;
  input.factor_correction_count = DIJIA_MAX_FACTOR_CORRECTIONS;
  input.rounding.present = 1;
  input.rounding.coefficient_places = DIJIA_UNROUNDED;
  return input;
}

static void *appraise(void *input) {
  dijia_appraised out = DIJIA_APPRAISED_INIT;
  dijia_status status = DIJIA_INTERNAL;
  CHECK(dijia_appraise(input, &out, NULL) == DIJIA_OK);
  CHECK(dijia_appraise_batch(input, 1, &out, &status, NULL) == DIJIA_OK && status == DIJIA_OK);
  return NULL;
}

static void *write_texts(void *input) {
  size_t length = 0;
  dijia_step step = DIJIA_STEP_INIT;
  const dijia_share share = {input, {0, 0, 0, 0, 1}};
  dijia_mixed_use mixed = DIJIA_MIXED_USE_INIT;
  mixed.shares = &share;
  mixed.share_count = 1;
  dijia_payment payment = DIJIA_PAYMENT_INIT;
  payment.unit_price = dijia_decimal_from_int64(1144);
  payment.payment_ratio = payment.minimum_price = payment.area = dijia_some(dijia_decimal_from_int64(1));
  for (dijia_language language = 0; language < 2; language++) {
    for (dijia_layout layout = DIJIA_LAYOUT_WIDE; layout <= DIJIA_LAYOUT_HTML; layout++) {
      CHECK(dijia_worksheet(input, language, layout, text, sizeof text, &length, NULL) == DIJIA_OK);
      CHECK(dijia_payment_worksheet(&payment, language, layout, text, sizeof text, &length, NULL) == DIJIA_OK);
      CHECK(dijia_mixed_worksheet(&mixed, language, layout, text, sizeof text, &length, NULL) == DIJIA_OK);
    }
    CHECK(dijia_warnings_text(input, language, text, sizeof text, &length, NULL) == DIJIA_OK);
    CHECK(dijia_step_expression(input, 1, language, text, sizeof text, &length, NULL) == DIJIA_OK);
  }
  CHECK(dijia_step_at(input, 1, &step, NULL) == DIJIA_OK);
  return NULL;
}

static void *look_up(void *unused) {
  const dijia_text code = DIJIA_TEXT("III-99");
  dijia_error error = DIJIA_ERROR_INIT;
  dijia_zone_price_row row = DIJIA_ZONE_PRICE_ROW_INIT;
  dijia_edition_facts facts = DIJIA_EDITION_FACTS_INIT;
  static dijia_edition_storage storage;
  const dijia_edition *opened = NULL;
  dijia_status status = DIJIA_OK;
  dijia_decimal value;
  CHECK(dijia_zone_prices(dijia_edition_jinan_2020(), DIJIA_FIRST_AREA, DIJIA_COMMERCIAL, &code, 1, &row, &status,
                          &error) == DIJIA_SOME_FAILED);
  CHECK(dijia_edition_describe(dijia_edition_jinan_2020(), &facts, &error) == DIJIA_OK);
  CHECK(dijia_edition_open(facts.file, facts.file_length, &storage, sizeof storage, &opened, &error) == DIJIA_OK);
  const dijia_date day = {2021, 1, 1};
  const dijia_edition *found = NULL;
  size_t differences = 1;
  CHECK(dijia_difference(opened, opened, NULL, 0, &differences, &error) == DIJIA_OK && differences == 0);
  CHECK(dijia_edition_in_force(&opened, 1, "济南市", 9, day, &found, &error) == DIJIA_OK && found == opened);
  CHECK(dijia_decimal_parse("9138.005", 8, &value, &error) == DIJIA_OK);
  CHECK(dijia_floor_price(value, value, 12, DIJIA_HALF_EVEN, &value, &error) == DIJIA_OK);
  return unused;
}

static void takes_at_most(const char *what, size_t most, void *(*call)(void *), void *with) {
  char *stack = aligned_alloc(4096, SIZE);
  pthread_attr_t attributes;
  pthread_t thread;
  size_t untouched = 0;
  CHECK(stack != NULL);
  memset(stack, PATTERN, SIZE);
  CHECK(pthread_attr_init(&attributes) == 0 && pthread_attr_setstack(&attributes, stack, SIZE) == 0);
  CHECK(pthread_create(&thread, &attributes, call, with) == 0 && pthread_join(thread, NULL) == 0);
  while ((unsigned char)stack[untouched] == PATTERN) {
    untouched++;
  }
  printf("%s: %zu KiB of stack\n", what, (SIZE - untouched) / 1024);
  CHECK(SIZE - untouched <= most);
  free(stack);
}

int main(void) {
  dijia_appraisal input = largest();
  takes_at_most("pricing", 64 * 1024, appraise, &input);
  takes_at_most("texts", 64 * 1024, write_texts, &input);
  takes_at_most("all else", 16 * 1024, look_up, NULL);
  return 0;
}
