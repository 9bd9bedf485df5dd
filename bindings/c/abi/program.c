/* A program of the day of the header beside it, as it may have been built and kept: it stays as it is when the library
 * goes on. What it expects is of the notice, 济政发〔2020〕12号 annex 2 row 15, and of the README.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dijia.h"

#define CHECK(condition)                                              \
  do {                                                                \
    if (!(condition)) {                                               \
      fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
      exit(1);                                                        \
    }                                                                 \
  } while (0)

enum { BEHIND = 64, UNTOUCHED = 0x5a };

static dijia_decimal decimal(const char* text) {
  dijia_error error = DIJIA_ERROR_INIT;
  dijia_decimal value;
  CHECK(dijia_decimal_parse(text, strlen(text), &value, &error) == DIJIA_OK);
  return value;
}

static int is(dijia_decimal value, const char* text) {
  dijia_error error = DIJIA_ERROR_INIT;
  char shown[DIJIA_DECIMAL_CAPACITY];
  size_t length;
  CHECK(dijia_decimal_text(value, shown, sizeof shown, &length, &error) == DIJIA_OK);
  return strcmp(shown, text) == 0;
}

static dijia_appraisal parcel(uint8_t number, const char* term) {
  dijia_appraisal input = DIJIA_APPRAISAL_INIT;
  input.edition = dijia_edition_jinan_2020();
  input.base = DIJIA_BASE_ZONE;
  input.land_use = DIJIA_COMMERCIAL;
  input.code.grade = 3;
  input.code.number = number;
  input.remaining_term = dijia_some(decimal(term));
  return input;
}

int main(void) {
  CHECK(dijia_abi_version() == DIJIA_ABI_VERSION);
  const dijia_edition* const jinan = dijia_edition_jinan_2020();
  dijia_error error = DIJIA_ERROR_INIT;

  /* A struct of this program's size, with memory behind it that a later library leaves alone. */
  struct {
    dijia_appraised known;
    unsigned char behind[BEHIND];
  } priced;
  memset(&priced, UNTOUCHED, sizeof priced);
  priced.known.size = sizeof priced.known;
  const dijia_appraisal one = parcel(4, "33.57");
  CHECK(dijia_appraise(&one, &priced.known, &error) == DIJIA_OK);
  CHECK(is(priced.known.base_price, "9138") && is(priced.known.unit_price, "8729.53"));
  CHECK(priced.known.term_coefficient.present && is(priced.known.term_coefficient.value, "0.9553"));
  for (size_t i = 0; i < BEHIND; i++) {
    CHECK(priced.behind[i] == UNTOUCHED);
  }

  /* Arrays, whose rows lie as far apart as this program has them. Zone Ⅲ-13 is not there. */
  const dijia_appraisal inputs[] = {parcel(4, "40"), parcel(13, "40"), parcel(4, "33.57")};
  dijia_appraised out[] = {DIJIA_APPRAISED_INIT, DIJIA_APPRAISED_INIT, DIJIA_APPRAISED_INIT};
  dijia_status statuses[3];
  CHECK(dijia_appraise_batch(inputs, 3, out, statuses, &error) == DIJIA_SOME_FAILED);
  CHECK(is(out[0].unit_price, "9138.00") && is(out[2].unit_price, "8729.53"));
  CHECK(statuses[0] == DIJIA_OK && statuses[1] == DIJIA_NO_SUCH_ZONE && statuses[2] == DIJIA_OK);

  dijia_error refused = DIJIA_ERROR_INIT;
  CHECK(dijia_appraise(&inputs[1], &priced.known, &refused) == DIJIA_NO_SUCH_ZONE);
  CHECK(refused.status == DIJIA_NO_SUCH_ZONE && strstr(refused.message, "zones 1 to 12") != NULL);

  const dijia_text codes[] = {DIJIA_TEXT("Ⅲ-4"), DIJIA_TEXT("iii－４")};
  dijia_zone_price_row rows[] = {DIJIA_ZONE_PRICE_ROW_INIT, DIJIA_ZONE_PRICE_ROW_INIT};
  CHECK(dijia_zone_prices(jinan, DIJIA_FIRST_AREA, DIJIA_COMMERCIAL, codes, 2, rows, statuses, &error) == DIJIA_OK);
  for (size_t i = 0; i < 2; i++) {
    CHECK(rows[i].code.grade == 3 && rows[i].code.number == 4);
    CHECK(rows[i].citation.annex == 2 && rows[i].citation.row == 15);
  }

  char sheet[4096];
  size_t length;
  CHECK(dijia_worksheet(&one, DIJIA_LANGUAGE_ENGLISH, DIJIA_LAYOUT_WIDE, sheet, sizeof sheet, &length, &error) ==
        DIJIA_OK);
  CHECK(strlen(sheet) == length && strstr(sheet, "= 8729.53 yuan/m") != NULL);
  puts("a program of an earlier version runs with this library");
  return 0;
}
