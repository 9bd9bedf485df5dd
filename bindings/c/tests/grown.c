/* This program with a library of a later version, whose structs have 24 bytes more (the feature `grown` of the library,
 * which writes 0x47 into them): structs of this version are enough, and larger ones get and give as much as both know.
 */
#include "check.h"

enum { LATER = 24, MOST = 40, WRITTEN = 0x47, UNTOUCHED = 0x5a };

static dijia_error error;

static dijia_appraisal parcel(const char *price) {
  dijia_appraisal input = DIJIA_APPRAISAL_INIT;
  input.base = DIJIA_BASE_OWN;
  input.own_price = decimal(price);
  return input;
}

/* Of so many bytes behind what this version knows, those that the later one has are written and no others. */
static void check_later(const unsigned char *later, size_t further) {
  for (size_t i = 0; i < MOST; i++) {
    CHECK(later[i] == (i < further && i < LATER ? WRITTEN : UNTOUCHED));
  }
}

static void results_of_every_size(void) {
  const dijia_edition *const jinan = dijia_edition_jinan_2020();
  const dijia_appraisal input = parcel("100");
  char buffer[DIJIA_DECIMAL_CAPACITY];
  for (size_t further = 0; further <= MOST; further++) {
    struct {
      dijia_appraised known;
      unsigned char later[MOST];
    } priced;
    memset(&priced, UNTOUCHED, sizeof priced);
    priced.known.size = sizeof priced.known + further;
    CHECK_OK(dijia_appraise(&input, &priced.known, &error), &error);
    CHECK(priced.known.size == sizeof priced.known + further);
    CHECK_TEXT(shown(priced.known.unit_price, buffer), "100.00");
    check_later(priced.later, further);

    struct {
      dijia_zone_price_row known;
      unsigned char later[MOST];
    } row;
    memset(&row, UNTOUCHED, sizeof row);
    row.known.size = sizeof row.known + further;
    CHECK_OK(dijia_zone_price_at(jinan, 14, &row.known, &error), &error);
    CHECK(row.known.size == sizeof row.known + further && row.known.citation.annex == 2);
    check_later(row.later, further);

    struct {
      dijia_error known;
      unsigned char later[MOST];
    } failed;
    memset(&failed, UNTOUCHED, sizeof failed);
    failed.known.size = sizeof failed.known + further;
    CHECK(dijia_zone_price_at(jinan, 999, &row.known, &failed.known) == DIJIA_INDEX_OUT_OF_RANGE);
    CHECK(failed.known.most == 221);
    check_later(failed.later, further);
  }
}

/* What the later version knows may be something; what it does not know either must be zero. */
static void inputs_of_every_size(void) {
  dijia_appraised out = DIJIA_APPRAISED_INIT;
  for (size_t further = 0; further <= MOST; further++) {
    for (size_t set = 0; set < further; set++) {
      struct {
        dijia_appraisal known;
        unsigned char later[MOST];
      } input;
      memset(&input, 0, sizeof input);
      input.known = parcel("100");
      input.known.size = sizeof input.known + further;
      input.later[set] = 1;
      const dijia_status status = dijia_appraise(&input.known, &out, &error);
      CHECK(status == (set < LATER ? DIJIA_OK : DIJIA_INVALID_SIZE));
    }
  }
}

/* Rows lie as far apart as this program has them, not as far as the library would. */
static void batches(void) {
  const dijia_edition *const jinan = dijia_edition_jinan_2020();
  dijia_appraisal inputs[3] = {parcel("100"), parcel("-1"), parcel("300")};
  dijia_appraised out[4] = {DIJIA_APPRAISED_INIT, DIJIA_APPRAISED_INIT, DIJIA_APPRAISED_INIT, DIJIA_APPRAISED_INIT};
  dijia_status statuses[3];
  char buffer[DIJIA_DECIMAL_CAPACITY];
  memset(&out[3], UNTOUCHED, sizeof out[3]);
  CHECK_STATUS(DIJIA_SOME_FAILED, dijia_appraise_batch(inputs, 3, out, statuses, &error), &error);
  CHECK_TEXT(shown(out[0].unit_price, buffer), "100.00");
  CHECK(out[1].base == 0 && statuses[1] == DIJIA_NOT_POSITIVE);
  CHECK_TEXT(shown(out[2].unit_price, buffer), "300.00");
  CHECK(((unsigned char *)&out[3])[0] == UNTOUCHED);

  const dijia_text codes[] = {DIJIA_TEXT("Ⅰ-1"), DIJIA_TEXT("Ⅲ-4")};
  dijia_zone_price_row rows[3] = {DIJIA_ZONE_PRICE_ROW_INIT, DIJIA_ZONE_PRICE_ROW_INIT, DIJIA_ZONE_PRICE_ROW_INIT};
  memset(&rows[2], UNTOUCHED, sizeof rows[2]);
  CHECK_OK(dijia_zone_prices(jinan, DIJIA_FIRST_AREA, DIJIA_COMMERCIAL, codes, 2, rows, statuses, &error), &error);
  CHECK(rows[0].code.grade == 1 && rows[1].code.grade == 3 && rows[1].code.number == 4);
  CHECK(((unsigned char *)&rows[2])[0] == UNTOUCHED);
}

int main(void) {
  error = DIJIA_ERROR_INIT;
  results_of_every_size();
  inputs_of_every_size();
  batches();
  puts("grown: a later library serves this program");
  return 0;
}
