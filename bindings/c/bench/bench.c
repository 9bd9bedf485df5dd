/* One round of what `cargo xtask bench c` measures: prints nanoseconds for a lookup by code, a lookup by spelled code
 * and an appraisal, a line each. The same work is done from Rust in benches/src/bin/c.rs. */
#include <dijia.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { LOOKUPS = 400000, APPRAISALS = 20000, CODES = 12 };

static double now(void) {
  struct timespec time;
  timespec_get(&time, TIME_UTC);
  return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static dijia_decimal decimal(const char *text) {
  dijia_decimal value = {0, 0, 0, 0, 0};
  dijia_decimal_parse(text, strlen(text), &value, NULL);
  return value;
}

int main(void) {
  static const char *const names[] = {"容积率", "期日", "面积", "形状", "临街深度"};
  static const char *const values[] = {"1.0213", "0.9871", "0.98", "1.03", "0.9902"};
  const dijia_edition *edition = dijia_edition_jinan_2020();
  char spelled[CODES][16];
  dijia_zone_code codes[CODES];
  dijia_zone_price_row row = DIJIA_ZONE_PRICE_ROW_INIT;
  uint64_t sum = 0;
  int failed = 0;
  for (int i = 0; i < CODES; i++) {
    codes[i].grade = 3;
    codes[i].number = (uint8_t)(i + 1);
    snprintf(spelled[i], sizeof spelled[i], "Ⅲ-%d", i + 1);
  }

  for (int round = 0; round < 2; round++) {
    const double begin = now();
    for (int i = 0; i < LOOKUPS; i++) {
      failed |= dijia_zone_price(edition, DIJIA_FIRST_AREA, DIJIA_COMMERCIAL, codes[i % CODES], &row, NULL);
      sum += row.per_square_metre.value.lo64;
    }
    const double typed = now();
    for (int i = 0; i < LOOKUPS; i++) {
      const char *code = spelled[i % CODES];
      failed |= dijia_zone_price_spelled(edition, DIJIA_FIRST_AREA, DIJIA_COMMERCIAL, code, strlen(code), &row, NULL);
      sum += row.per_square_metre.value.lo64;
    }
    const double looked_up = now();
    dijia_coefficient coefficients[5] = {0};
    dijia_factor factors[2] = {{DIJIA_TEXT("区域"), decimal("0.02402"), 0, {0}},
                               {DIJIA_TEXT("个别"), decimal("-0.0105"), 0, {0}}};
    for (int i = 0; i < 5; i++) {
      coefficients[i].name.data = names[i];
      coefficients[i].name.length = strlen(names[i]);
      coefficients[i].value = decimal(values[i]);
    }
    dijia_appraisal parcel = DIJIA_APPRAISAL_INIT;
    dijia_appraised priced = DIJIA_APPRAISED_INIT;
    parcel.edition = edition;
    parcel.base = DIJIA_BASE_ZONE;
    parcel.land_use = DIJIA_COMMERCIAL;
    parcel.coefficients = coefficients;
    parcel.coefficient_count = 5;
    parcel.factor_corrections = factors;
    parcel.factor_correction_count = 2;
    parcel.plot_ratio = dijia_some(decimal("2.35"));
    parcel.area = dijia_some(decimal("12345.67"));
    parcel.remaining_term = dijia_some(decimal("33.57"));
    for (int i = 0; i < APPRAISALS; i++) {
      const char *code = spelled[i % CODES];
      failed |= dijia_zone_code_parse(code, strlen(code), &parcel.code, NULL);
      parcel.remaining_term.value.lo64 = 1 + (uint64_t)i % 4000;
      failed |= dijia_appraise(&parcel, &priced, NULL);
      sum += priced.unit_price.lo64;
    }
    const double end = now();
    if (round == 1) {
      printf("%.3f\n%.3f\n%.3f\n%llu\n", (typed - begin) / LOOKUPS, (looked_up - typed) / LOOKUPS,
             (end - looked_up) / APPRAISALS, (unsigned long long)sum);
    }
  }
  return failed != 0;
}
