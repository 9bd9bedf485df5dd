/* Prices one parcel and prints its worksheet.
 *
 *   appraise 商服 Ⅲ-4 33.57 1000        land use, zone, remaining term in years, area in square metres
 */
#include <dijia.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int fail(const dijia_error *error) {
  fprintf(stderr, "appraise: %s\n", error->message);
  return 2;
}

int main(int argc, char **argv) {
  if (argc != 5) {
    fprintf(stderr, "usage: appraise <land use> <zone> <remaining term> <area>\n");
    return 2;
  }
  dijia_error error = DIJIA_ERROR_INIT;
  dijia_appraisal parcel = DIJIA_APPRAISAL_INIT;
  dijia_decimal term, area;
  parcel.edition = dijia_edition_jinan_2020();
  parcel.base = DIJIA_BASE_ZONE;
  if (dijia_land_use_parse(argv[1], strlen(argv[1]), &parcel.land_use, &error) != DIJIA_OK ||
      dijia_zone_code_parse(argv[2], strlen(argv[2]), &parcel.code, &error) != DIJIA_OK ||
      dijia_decimal_parse(argv[3], strlen(argv[3]), &term, &error) != DIJIA_OK ||
      dijia_decimal_parse(argv[4], strlen(argv[4]), &area, &error) != DIJIA_OK) {
    return fail(&error);
  }
  parcel.remaining_term = dijia_some(term);
  parcel.area = dijia_some(area);

  size_t length;
  if (dijia_worksheet(&parcel, DIJIA_LANGUAGE_CHINESE, DIJIA_LAYOUT_WIDE, NULL, 0, &length, &error) != DIJIA_OK) {
    return fail(&error);
  }
  char *sheet = malloc(length + 1);
  if (sheet == NULL || dijia_worksheet(&parcel, DIJIA_LANGUAGE_CHINESE, DIJIA_LAYOUT_WIDE, sheet, length + 1, &length,
                                       &error) != DIJIA_OK) {
    free(sheet);
    return fail(&error);
  }
  fputs(sheet, stdout);
  free(sheet);
  return 0;
}
