/* Prices a real parcel from an edition file: residential land of grade 二级 in 通道侗族自治县, as a report of 2026 has
 * it.
 *
 *   dijia-tables pack crates/dijia-tables/tests/editions/tongdao-2026 -o tongdao.dijia
 *   edition tongdao.dijia
 */
#include <dijia.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 16 << 20 };

static int fail(const dijia_error *error) {
  fprintf(stderr, "edition: %s\n", error->message);
  return 2;
}

/* The bytes of a file, which the caller frees. */
static uint8_t *read_file(const char *path, size_t *length) {
  FILE *const file = fopen(path, "rb");
  uint8_t *const bytes = file == NULL ? NULL : malloc(MOST_BYTES);
  *length = bytes == NULL ? 0 : fread(bytes, 1, MOST_BYTES, file);
  if (file != NULL) {
    fclose(file);
  }
  return bytes;
}

static dijia_optional_decimal some(const char *text) {
  dijia_decimal value = dijia_decimal_from_int64(0);
  return dijia_decimal_parse(text, strlen(text), &value, NULL) == DIJIA_OK ? dijia_some(value)
                                                                           : (dijia_optional_decimal){0};
}

/* What is known of the parcel, priced from the edition. */
static int price(const dijia_edition *edition, dijia_error *error) {
  static const char use[] = "居住用地", grade[] = "二级";
  dijia_factor factors[1];
  const dijia_coefficient coefficients[] = {{.name = DIJIA_TEXT("面积"), .value = some("0.98").value},
                                            {.name = DIJIA_TEXT("形状"), .value = some("1.02").value},
                                            {.name = DIJIA_TEXT("景观"), .value = some("1.05").value},
                                            {.name = DIJIA_TEXT("朝向"), .value = some("1.02").value}};
  dijia_appraisal parcel = DIJIA_APPRAISAL_INIT;
  dijia_appraised priced = DIJIA_APPRAISED_INIT;
  parcel.edition = edition;
  parcel.base = DIJIA_BASE_GRADE;
  if (dijia_edition_land_use(edition, use, sizeof use - 1, &parcel.land_use, error) != DIJIA_OK ||
      dijia_edition_grade(edition, grade, sizeof grade - 1, &parcel.code.grade, error) != DIJIA_OK ||
      dijia_factor_parse(DIJIA_TEXT("区域因素"), "2.4020%", 7, &factors[0], error) != DIJIA_OK) {
    return fail(error);
  }
  parcel.remaining_term = some("63.97");
  parcel.plot_ratio = some("4.58");
  parcel.plot_ratio_coefficient = some("1.4369");
  parcel.valuation_date = dijia_some_date((dijia_date){2026, 6, 3});
  parcel.date_coefficient = some("1.0285");
  parcel.coefficients = coefficients;
  parcel.coefficient_count = sizeof coefficients / sizeof *coefficients;
  parcel.factor_corrections = factors;
  parcel.factor_correction_count = 1;
  parcel.rounding = (dijia_rounding){1, 4, 1, 2, DIJIA_HALF_UP};

  char text[DIJIA_DECIMAL_CAPACITY];
  char sheet[8192];
  size_t length;
  if (dijia_appraise(&parcel, &priced, error) != DIJIA_OK ||
      dijia_decimal_text(priced.unit_price, text, sizeof text, &length, error) != DIJIA_OK ||
      dijia_worksheet(&parcel, DIJIA_LANGUAGE_CHINESE, DIJIA_LAYOUT_WIDE, sheet, sizeof sheet, &length, error) !=
          DIJIA_OK) {
    return fail(error);
  }
  printf("%s 元/㎡\n%s", text, sheet);
  return 0;
}

int main(int argc, char **argv) {
  if (argc != 2) {
    fprintf(stderr, "usage: edition <edition file>\n");
    return 2;
  }
  size_t length;
  uint8_t *const bytes = read_file(argv[1], &length);
  if (bytes == NULL) {
    fprintf(stderr, "edition: %s cannot be read\n", argv[1]);
    return 2;
  }
  /* The edition is in this storage and in the bytes: both stay where they are as long as it is used. */
  dijia_edition_storage storage;
  const dijia_edition *edition;
  dijia_error error = DIJIA_ERROR_INIT;
  const int result = dijia_edition_open(bytes, length, &storage, sizeof storage, &edition, &error) == DIJIA_OK
                         ? price(edition, &error)
                         : fail(&error);
  free(bytes);
  return result;
}
