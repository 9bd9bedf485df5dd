/* What the C interface finds for a row of the vectors, by the type that it has it in. */
#ifndef DIJIA_TESTS_FOUND_H
#define DIJIA_TESTS_FOUND_H

#include "vectors.h"

/* Ends the function, and the row with it, where a call fails. */
#define TRY(call)             \
  do {                        \
    if ((call) != DIJIA_OK) { \
      refuse(row, &error);    \
      return;                 \
    }                         \
  } while (0)

static void find_decimal(struct row *row, const char *column, dijia_decimal value) {
  char buffer[DIJIA_DECIMAL_CAPACITY];
  find(row, column, shown(value, buffer));
}

static void find_optional(struct row *row, const char *column, dijia_optional_decimal value) {
  if (value.present) {
    find_decimal(row, column, value.value);
  } else {
    find(row, column, "");
  }
}

static void find_text(struct row *row, const char *column, dijia_text text) {
  char buffer[256];
  CHECK(text.length < sizeof buffer);
  if (text.length > 0) {
    memcpy(buffer, text.data, text.length);
  }
  buffer[text.length] = '\0';
  find(row, column, buffer);
}

static void find_date(struct row *row, const char *column, dijia_date date) {
  dijia_error error = DIJIA_ERROR_INIT;
  char buffer[32];
  size_t length = 0;
  CHECK_OK(dijia_date_text(date, buffer, sizeof buffer, &length, &error), &error);
  find(row, column, buffer);
}

static void find_level(struct row *row, const char *column, dijia_development_level level) {
  dijia_error error = DIJIA_ERROR_INIT;
  char buffer[128];
  size_t length = 0;
  CHECK_OK(dijia_development_level_text(level, buffer, sizeof buffer, &length, &error), &error);
  find(row, column, buffer);
}

static void find_code(struct row *row, const char *column, dijia_zone_code code) {
  dijia_error error = DIJIA_ERROR_INIT;
  char buffer[32];
  size_t length = 0;
  CHECK_OK(dijia_zone_code_text(code, buffer, sizeof buffer, &length, &error), &error);
  find(row, column, buffer);
}

static void find_citation(struct row *row, const dijia_citation *citation) {
  find_text(row, "document", citation->document);
  find_number(row, "annex", citation->annex);
  find_number(row, "row", citation->row);
}

#endif
