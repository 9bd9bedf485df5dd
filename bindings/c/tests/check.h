/* What the tests share: assertions, and decimals as text. C11 and C++17. */
#ifndef DIJIA_TESTS_CHECK_H
#define DIJIA_TESTS_CHECK_H

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

/* That a call came to that status, and said so in the error. */
#define CHECK_STATUS(code, call, failure)                                                             \
  do {                                                                                                \
    const dijia_status came_to = (call);                                                              \
    if (came_to != (code)) {                                                                          \
      fprintf(stderr, "%s:%d: %s came to %d (%s), not %s\n", __FILE__, __LINE__, #call, (int)came_to, \
              (failure)->message, #code);                                                             \
      exit(1);                                                                                        \
    }                                                                                                 \
    CHECK(came_to == DIJIA_OK || (failure)->status == came_to);                                       \
  } while (0)

#define CHECK_OK(call, failure) CHECK_STATUS(DIJIA_OK, call, failure)

#define CHECK_TEXT(text, expected)                                                                   \
  do {                                                                                               \
    const char *const is = (text);                                                                   \
    const char *const should = (expected);                                                           \
    if (strcmp(is, should) != 0) {                                                                   \
      fprintf(stderr, "%s:%d: %s is\n  %s\nand not\n  %s\n", __FILE__, __LINE__, #text, is, should); \
      exit(1);                                                                                       \
    }                                                                                                \
  } while (0)

static dijia_decimal decimal(const char *text) {
  dijia_error error = DIJIA_ERROR_INIT;
  dijia_decimal value;
  CHECK_OK(dijia_decimal_parse(text, strlen(text), &value, &error), &error);
  return value;
}

static const char *shown(dijia_decimal value, char buffer[DIJIA_DECIMAL_CAPACITY]) {
  dijia_error error = DIJIA_ERROR_INIT;
  size_t length = 0;
  CHECK_OK(dijia_decimal_text(value, buffer, DIJIA_DECIMAL_CAPACITY, &length, &error), &error);
  CHECK(strlen(buffer) == length);
  return buffer;
}

static dijia_text text_of(const char *text) {
  dijia_text result = {text, strlen(text)};
  return result;
}

#endif
