#include <dijia.h>
#include <stdio.h>

int main(void) {
  dijia_zone_price_row row = DIJIA_ZONE_PRICE_ROW_INIT;
  dijia_error error = DIJIA_ERROR_INIT;
  if (dijia_zone_price_spelled(dijia_edition_jinan_2020(), DIJIA_FIRST_AREA, DIJIA_COMMERCIAL, "III-4", 5, &row,
                               &error) != DIJIA_OK) {
    fprintf(stderr, "%s\n", error.message);
    return 1;
  }
  char price[DIJIA_DECIMAL_CAPACITY];
  size_t length;
  if (dijia_decimal_text(row.per_square_metre.value, price, sizeof price, &length, &error) != DIJIA_OK) {
    return 1;
  }
  printf("%s\n", price);
  return 0;
}
