/* Prices a CSV of parcels, from standard input to standard output:
 *
 *   land_use,zone,remaining_term,area      in, with a line of headings; the remaining term may be empty
 *   …,unit_price,total_yuan,error          out
 */
#include <dijia.h>
#include <stdio.h>
#include <string.h>

enum { COLUMNS = 4 };

/* Reads a row; what is wrong with it is in the error. */
static dijia_status read_parcel(char **cells, dijia_appraisal *parcel, dijia_error *error) {
  dijia_decimal value;
  dijia_status status = dijia_land_use_parse(cells[0], strlen(cells[0]), &parcel->land_use, error);
  if (status == DIJIA_OK) {
    status = dijia_zone_code_parse(cells[1], strlen(cells[1]), &parcel->code, error);
  }
  if (status == DIJIA_OK && *cells[2] != '\0') {
    status = dijia_decimal_parse(cells[2], strlen(cells[2]), &value, error);
    if (status == DIJIA_OK) {
      parcel->remaining_term = dijia_some(value);
    }
  }
  if (status == DIJIA_OK) {
    status = dijia_decimal_parse(cells[3], strlen(cells[3]), &value, error);
    if (status == DIJIA_OK) {
      parcel->area = dijia_some(value);
    }
  }
  return status;
}

int main(void) {
  char line[4096], row[4096];
  int refused = 0;
  if (fgets(line, sizeof line, stdin) == NULL) {
    fprintf(stderr, "parcels: a line of headings is expected\n");
    return 2;
  }
  line[strcspn(line, "\r\n")] = '\0';
  printf("%s,unit_price,total_yuan,error\n", line);
  while (fgets(line, sizeof line, stdin) != NULL) {
    char *cells[COLUMNS];
    int count = 0;
    line[strcspn(line, "\r\n")] = '\0';
    strcpy(row, line);
    for (char *cell = line; cell != NULL && count < COLUMNS; count++) {
      char *comma = strchr(cell, ',');
      cells[count] = cell;
      if (comma != NULL) {
        *comma++ = '\0';
      }
      cell = comma;
    }
    if (count < COLUMNS) {
      printf("%s,,,\"four cells are expected\"\n", row);
      refused++;
      continue;
    }
    dijia_error error = DIJIA_ERROR_INIT;
    dijia_appraisal parcel = DIJIA_APPRAISAL_INIT;
    dijia_appraised priced = DIJIA_APPRAISED_INIT;
    parcel.edition = dijia_edition_jinan_2020();
    parcel.base = DIJIA_BASE_ZONE;
    char unit_price[DIJIA_DECIMAL_CAPACITY], total[DIJIA_DECIMAL_CAPACITY];
    size_t length;
    if (read_parcel(cells, &parcel, &error) != DIJIA_OK || dijia_appraise(&parcel, &priced, &error) != DIJIA_OK ||
        dijia_decimal_text(priced.unit_price, unit_price, sizeof unit_price, &length, &error) != DIJIA_OK ||
        dijia_decimal_text(priced.total_yuan.value, total, sizeof total, &length, &error) != DIJIA_OK) {
      /* A quotation mark inside a cell of CSV is written twice. */
      printf("%s,,,\"", row);
      for (const char *c = error.message; *c != '\0'; c++) {
        if (*c == '"') {
          putchar('"');
        }
        putchar(*c);
      }
      printf("\"\n");
      refused++;
    } else {
      printf("%s,%s,%s,\n", row, unit_price, total);
    }
  }
  return refused == 0 ? 0 : 1;
}
