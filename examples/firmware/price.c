/* Prices a parcel on a microcontroller: no heap, no files, 64 KiB of stack. */
#include <dijia.h>
#include <stdio.h>

int main(void) {
  dijia_appraisal parcel = DIJIA_APPRAISAL_INIT;
  dijia_appraised priced = DIJIA_APPRAISED_INIT;
  dijia_error error = DIJIA_ERROR_INIT;
  dijia_decimal term;
  char price[DIJIA_DECIMAL_CAPACITY];
  size_t length;
  parcel.edition = dijia_edition_jinan_2020();
  parcel.base = DIJIA_BASE_ZONE;
  parcel.land_use = DIJIA_COMMERCIAL;
  parcel.code = (dijia_zone_code){3, 4};
  if (dijia_decimal_parse("33.57", 5, &term, &error) != DIJIA_OK) {
    printf("%s\n", error.message);
    return 1;
  }
  parcel.remaining_term = dijia_some(term);
  if (dijia_appraise(&parcel, &priced, &error) != DIJIA_OK ||
      dijia_decimal_text(priced.unit_price, price, sizeof price, &length, &error) != DIJIA_OK) {
    printf("%s\n", error.message);
    return 1;
  }
  printf("%s\n", price);
  return 0;
}
