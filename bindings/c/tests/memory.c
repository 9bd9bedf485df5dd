/* Memory that is input and output at once: a status where the library still has to read what it would write. */
#include "check.h"

static dijia_error error;

static dijia_appraisal named(const dijia_coefficient *coefficient, const dijia_factor *correction) {
  dijia_appraisal input = DIJIA_APPRAISAL_INIT;
  input.base = DIJIA_BASE_OWN;
  input.own_price = decimal("100");
  input.coefficients = coefficient;
  input.coefficient_count = 1;
  input.factor_corrections = correction;
  input.factor_correction_count = 1;
  return input;
}

/* A name in the buffer of a text, at its first byte, at its last, and beside it, as a coefficient and as a correction.
 */
static void names_in_the_buffer_of_a_text(void) {
  char memory[4096];
  const size_t capacity = 2048;
  char *const buffer = memory + 8;
  for (int is_correction = 0; is_correction < 2; is_correction++) {
    const struct {
      char *name;
      dijia_status status;
    } places[] = {{buffer - 3, DIJIA_OK},
                  {buffer - 2, DIJIA_OVERLAP},
                  {buffer, DIJIA_OVERLAP},
                  {buffer + capacity - 1, DIJIA_OVERLAP},
                  {buffer + capacity, DIJIA_OK}};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
      memset(memory, 'x', sizeof memory);
      memcpy(places[i].name, "abc", 3);
      const dijia_text apart = DIJIA_TEXT("apart"), inside = {places[i].name, 3};
      const dijia_coefficient kj = {.name = is_correction ? apart : inside, .value = decimal("1.01")};
      const dijia_factor ki = {is_correction ? inside : apart, decimal("0.02"), 0, {0}};
      const dijia_appraisal input = named(&kj, &ki);
      size_t length = 77;
      CHECK_STATUS(places[i].status, dijia_worksheet(&input, 1, DIJIA_LAYOUT_WIDE, buffer, capacity, &length, &error),
                   &error);
      CHECK(places[i].status == DIJIA_OK ? strstr(buffer, "abc") != NULL : length == 77);
      memcpy(places[i].name, "abc", 3);
      CHECK_STATUS(places[i].status, dijia_warnings_text(&input, 1, buffer, capacity, &length, &error), &error);
      memcpy(places[i].name, "abc", 3);
      CHECK_STATUS(places[i].status, dijia_step_expression(&input, 0, 1, buffer, capacity, &length, &error), &error);
      if (places[i].status == DIJIA_OVERLAP) {
        CHECK_TEXT(error.message, "memory for a result overlaps an input");
        CHECK(error.index == 0 && memcmp(places[i].name, "abc", 3) == 0 && length == 77);
        CHECK(buffer[10] == 'x' && buffer[capacity / 2] == 'x');
      }
    }
  }
}

/* So is a text of where a price is from. */
static void an_origin_in_the_buffer_of_a_text(void) {
  char buffer[2048];
  size_t length = 0;
  dijia_appraisal input = DIJIA_APPRAISAL_INIT;
  dijia_origin origin = DIJIA_ORIGIN_INIT;
  input.base = DIJIA_BASE_OWN;
  input.own_price = decimal("100");
  input.origin = &origin;
  memcpy(buffer + 7, "abc", 3);
  dijia_text *const texts[] = {&origin.document, &origin.annex, &origin.area,
                               &origin.land_use, &origin.grade, &origin.zone};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    texts[i]->data = buffer + 7;
    texts[i]->length = 3;
    CHECK_STATUS(DIJIA_OVERLAP, dijia_worksheet(&input, 1, DIJIA_LAYOUT_WIDE, buffer, sizeof buffer, &length, &error),
                 &error);
    CHECK(length == 0 && memcmp(buffer + 7, "abc", 3) == 0);
    *texts[i] = text_of("\xff");
    CHECK_STATUS(DIJIA_INVALID_UTF8,
                 dijia_worksheet(&input, 1, DIJIA_LAYOUT_WIDE, buffer, sizeof buffer, &length, &error), &error);
    *texts[i] = text_of("apart");
  }
  CHECK_OK(dijia_worksheet(&input, 1, DIJIA_LAYOUT_WIDE, buffer, sizeof buffer, &length, &error), &error);
  CHECK(strstr(buffer, "apart") != NULL);
  origin.size--;
  CHECK_STATUS(DIJIA_INVALID_SIZE,
               dijia_worksheet(&input, 1, DIJIA_LAYOUT_WIDE, buffer, sizeof buffer, &length, &error), &error);
}

static void a_name_in_the_length_of_a_text(void) {
  size_t length = 0;
  memset(&length, 'a', sizeof length);
  const dijia_coefficient apart = {.name = DIJIA_TEXT("apart"), .value = decimal("1.01")};
  const dijia_factor inside = {{(const char *)&length, 2}, decimal("0.02"), 0, {0}};
  const dijia_appraisal input = named(&apart, &inside);
  CHECK_STATUS(DIJIA_OVERLAP, dijia_worksheet(&input, 1, DIJIA_LAYOUT_WIDE, NULL, 0, &length, &error), &error);
  CHECK(memcmp(&length, "aaaa", 4) == 0);
  /* What is empty lies nowhere. */
  const dijia_factor empty = {{(const char *)&length, 0}, decimal("0.02"), 0, {0}};
  const dijia_appraisal unnamed = named(&apart, &empty);
  CHECK_OK(dijia_worksheet(&unnamed, 1, DIJIA_LAYOUT_WIDE, NULL, 0, &length, &error), &error);
}

/* What is copied before anything is written may be written over. */
static void a_struct_over_its_input(void) {
  union {
    dijia_appraisal input;
    dijia_appraised out;
    char text[4096];
  } memory;
  char buffer[DIJIA_DECIMAL_CAPACITY];
  const dijia_coefficient kj = {.name = DIJIA_TEXT("a"), .value = decimal("1.1")};
  const dijia_factor ki = {DIJIA_TEXT("b"), decimal("0.1"), 0, {0}};
  memory.input = named(&kj, &ki);
  CHECK_OK(dijia_appraise(&memory.input, &memory.out, &error), &error);
  CHECK_TEXT(shown(memory.out.unit_price, buffer), "121.00"); /* 100 × 1.1 × (1 + 0.1) */
  size_t length = 0;
  memory.input = named(&kj, &ki);
  CHECK_OK(dijia_worksheet(&memory.input, 1, DIJIA_LAYOUT_WIDE, memory.text, sizeof memory.text, &length, &error),
           &error);
  CHECK(strstr(memory.text, "121.00") != NULL);
}

/* Rows of results over rows that are still to be read. */
static void batches_over_their_input(void) {
  union {
    dijia_text codes[8];
    dijia_zone_price_row rows[8];
    dijia_status statuses[8];
    dijia_appraisal inputs[4];
    dijia_appraised out[4];
  } memory;
  dijia_status statuses[4] = {77, 77, 77, 77};
  dijia_zone_price_row rows[2] = {DIJIA_ZONE_PRICE_ROW_INIT, DIJIA_ZONE_PRICE_ROW_INIT};
  memory.codes[0] = text_of("Ⅲ-4");
  /* The rows of results begin where the second code is, which says their size. */
  memory.codes[1].data = (const char *)(uintptr_t)sizeof(dijia_zone_price_row);
  memory.codes[1].length = 3;
  dijia_zone_price_row *const over = (dijia_zone_price_row *)(void *)(memory.codes + 1);
  const dijia_edition *const jinan = dijia_edition_jinan_2020();
  const dijia_land_use use = DIJIA_COMMERCIAL;
  CHECK_STATUS(DIJIA_OVERLAP, dijia_zone_prices(jinan, 0, use, memory.codes, 2, over, statuses, &error), &error);
  CHECK_STATUS(DIJIA_OVERLAP, dijia_zone_prices(jinan, 0, use, memory.codes, 2, rows, memory.statuses, &error), &error);
  CHECK(statuses[0] == 77 && memory.codes[1].length == 3);
  /* Side by side is apart. */
  CHECK_OK(dijia_zone_prices(jinan, 0, use, memory.codes, 1, over, statuses, &error), &error);

  const dijia_coefficient kj = {.name = DIJIA_TEXT("a"), .value = decimal("1.1")};
  const dijia_factor ki = {DIJIA_TEXT("b"), decimal("0.1"), 0, {0}};
  memory.inputs[0] = memory.inputs[1] = named(&kj, &ki);
  statuses[0] = 77;
  dijia_appraised *const second = (dijia_appraised *)(void *)&memory.inputs[1];
  CHECK_STATUS(DIJIA_OVERLAP, dijia_appraise_batch(memory.inputs, 2, second, statuses, &error), &error);
  dijia_appraised out[2];
  out[0] = DIJIA_APPRAISED_INIT;
  dijia_status *const in_the_second = (dijia_status *)(void *)&memory.inputs[1].own_price;
  CHECK_STATUS(DIJIA_OVERLAP, dijia_appraise_batch(memory.inputs, 2, out, in_the_second, &error), &error);
  CHECK_OK(dijia_appraise_batch(memory.inputs, 2, out, statuses, &error), &error);
}

int main(void) {
  error = DIJIA_ERROR_INIT;
  names_in_the_buffer_of_a_text();
  an_origin_in_the_buffer_of_a_text();
  a_name_in_the_length_of_a_text();
  a_struct_over_its_input();
  batches_over_their_input();
  puts("memory: what overlaps is seen");
  return 0;
}
