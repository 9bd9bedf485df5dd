/* The bytes that decide what the caller does, one after another; zeros where they have ended. */
#ifndef DIJIA_FUZZ_CURSOR_H
#define DIJIA_FUZZ_CURSOR_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dijia.h"

#define CHECK(condition)                                              \
  do {                                                                \
    if (!(condition)) {                                               \
      fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
      abort();                                                        \
    }                                                                 \
  } while (0)

/* A struct that says its own size may say at most so much. */
#define LARGEST ((size_t)4096)
#define PATTERN 0xa5

typedef struct {
  const uint8_t *at;
  size_t left;
} cursor;

static void take(cursor *from, void *to, size_t size) {
  const size_t there = size < from->left ? size : from->left;
  memset(to, 0, size);
  if (there > 0) {
    memcpy(to, from->at, there);
    from->at += there;
    from->left -= there;
  }
}

static uint8_t byte(cursor *from) {
  uint8_t value;
  take(from, &value, sizeof value);
  return value;
}

static uint32_t word(cursor *from) {
  uint32_t value;
  take(from, &value, sizeof value);
  return value;
}

/* Mostly one of the first few numbers, as enumerations have them. */
static uint32_t enumerator(cursor *from, uint32_t most) {
  const uint8_t choice = byte(from);
  return choice < 0xfe ? choice % (most + 1) : word(from);
}

/* Memory that ends where it should, aligned or not. */
typedef struct {
  unsigned char *memory;
  unsigned char *start; /* NULL where the caller gives no pointer */
  size_t size;
  unsigned char *before;
} place;

static void *allocated(size_t size) {
  void *const memory = malloc(size + (size == 0));
  CHECK(memory != NULL);
  return memory;
}

/* Mostly memory, and sometimes none. */
static place place_of(cursor *from, size_t size) {
  const uint8_t choice = byte(from);
  const size_t shift = choice % 4 == 0;
  place made = {allocated(size + shift), NULL, size, allocated(size)};
  made.start = made.memory + shift;
  if (size > 0) {
    memset(made.start, PATTERN, size);
    memset(made.before, PATTERN, size);
  }
  if (choice >= 0xf8) {
    made.start = NULL;
  }
  return made;
}

/* What the memory holds before the call. */
static void preset(place *made, const void *value, size_t size) {
  if (made->start != NULL && size > 0) {
    memcpy(made->start, value, size);
    memcpy(made->before, value, size);
  }
}

static void check_untouched(const place *made, size_t beyond) {
  CHECK(made->start == NULL || beyond >= made->size ||
        memcmp(made->start + beyond, made->before + beyond, made->size - beyond) == 0);
}

static void release(place *made) {
  free(made->memory);
  free(made->before);
}

/* Memory for a struct that says its own size, the right one or another. */
static place sized_place(cursor *from, size_t size) {
  const uint8_t choice = byte(from);
  size_t said = size;
  if (choice >= 0xf0) {
    const uint32_t any = word(from);
    said = choice == 0xff ? SIZE_MAX - any : any % (LARGEST + 64);
  } else if (choice >= 0xe0) {
    said = size + choice % 16;
  }
  const size_t there = said > LARGEST ? LARGEST : said < sizeof said ? sizeof said : said;
  place made = place_of(from, there);
  preset(&made, &said, sizeof said);
  return made;
}

static size_t said_size(const place *made) {
  size_t said;
  memcpy(&said, made->before, sizeof said);
  return said;
}

static void check_utf8(const char *text, size_t length) {
  const unsigned char *at = (const unsigned char *)text;
  const unsigned char *const end = at + length;
  while (at < end) {
    const size_t more = *at < 0x80 ? 0 : *at < 0xc2 ? 9 : *at < 0xe0 ? 1 : *at < 0xf0 ? 2 : *at < 0xf5 ? 3 : 9;
    CHECK(more < 9 && (size_t)(end - at) > more);
    CHECK(more < 2 || *at != 0xe0 || at[1] >= 0xa0);
    CHECK(more < 2 || *at != 0xed || at[1] < 0xa0);
    CHECK(more < 3 || *at != 0xf0 || at[1] >= 0x90);
    CHECK(more < 3 || *at != 0xf4 || at[1] < 0x90);
    for (size_t i = 1; i <= more; i++) {
      CHECK((at[i] & 0xc0) == 0x80);
    }
    at += more + 1;
  }
}

static void check_text(dijia_text text) {
  CHECK(text.length == 0 || text.data != NULL);
  check_utf8(text.data, text.length);
}

#endif
