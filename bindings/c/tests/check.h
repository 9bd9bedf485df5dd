/* What the tests share: assertions, and reading tab-separated vectors. C11. */
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

enum { MAX_CELLS = 64, MAX_LINE = 1 << 16 };

/* A table of vectors, read line by line. */
struct vectors {
  FILE *file;
  const char *name;
  unsigned line;
  char heading[MAX_LINE];
  char text[MAX_LINE];
  const char *columns[MAX_CELLS];
  const char *cells[MAX_CELLS];
  size_t count;
};

static size_t split(char *text, char separator, const char **parts, size_t most) {
  size_t count = 0;
  char *part = text;
  for (;;) {
    char *end = strchr(part, separator);
    CHECK(count < most);
    parts[count++] = part;
    if (end == NULL) {
      return count;
    }
    *end = '\0';
    part = end + 1;
  }
}

static void vectors_read_line(struct vectors *vectors, char *to) {
  to[strcspn(to, "\r\n")] = '\0';
  vectors->line++;
}

static struct vectors *vectors_open(const char *folder, const char *name) {
  char path[4096];
  struct vectors *vectors = calloc(1, sizeof *vectors);
  CHECK(vectors != NULL);
  CHECK(snprintf(path, sizeof path, "%s/%s", folder, name) < (int)sizeof path);
  vectors->name = name;
  vectors->file = fopen(path, "rb");
  if (vectors->file == NULL) {
    fprintf(stderr, "%s: cannot be read\n", path);
    exit(1);
  }
  CHECK(fgets(vectors->heading, MAX_LINE, vectors->file) != NULL);
  vectors_read_line(vectors, vectors->heading);
  vectors->count = split(vectors->heading, '\t', vectors->columns, MAX_CELLS);
  return vectors;
}

static int vectors_next(struct vectors *vectors) {
  if (fgets(vectors->text, MAX_LINE, vectors->file) == NULL) {
    return 0;
  }
  vectors_read_line(vectors, vectors->text);
  CHECK(split(vectors->text, '\t', vectors->cells, MAX_CELLS) == vectors->count);
  return 1;
}

static const char *cell(const struct vectors *vectors, const char *column) {
  for (size_t i = 0; i < vectors->count; i++) {
    if (strcmp(vectors->columns[i], column) == 0) {
      return vectors->cells[i];
    }
  }
  fprintf(stderr, "%s has no column %s\n", vectors->name, column);
  exit(1);
}

static void vectors_close(struct vectors *vectors, size_t run, size_t least) {
  if (run < least) {
    fprintf(stderr, "%s: %zu vectors, at least %zu are expected\n", vectors->name, run, least);
    exit(1);
  }
  printf("%s: %zu vectors\n", vectors->name, run);
  fclose(vectors->file);
  free(vectors);
}

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
