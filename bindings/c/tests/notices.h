/* Packed notices, for the tests that open them. */
#ifndef DIJIA_TESTS_NOTICES_H
#define DIJIA_TESTS_NOTICES_H

#include "check.h"

enum { MAX_PATH_LENGTH = 4096, MOST_BYTES = 1 << 16 };

/* The folder of the edition files, and what the last call said. */
static const char *editions;
static dijia_error error;

/* A packed notice, its bytes and where it was opened. */
struct notice {
  uint8_t bytes[MOST_BYTES];
  dijia_edition_storage storage;
  const dijia_edition *edition;
};

static const dijia_edition *open_notice(struct notice *notice, const char *name) {
  char path[MAX_PATH_LENGTH];
  CHECK(snprintf(path, sizeof path, "%s/%s.dijia", editions, name) < (int)sizeof path);
  FILE *const file = fopen(path, "rb");
  if (file == NULL) {
    fprintf(stderr, "%s: cannot be read\n", path);
    exit(1);
  }
  const size_t length = fread(notice->bytes, 1, sizeof notice->bytes, file);
  CHECK(length > 0 && length < sizeof notice->bytes && fclose(file) == 0);
  CHECK_OK(
      dijia_edition_open(notice->bytes, length, &notice->storage, sizeof notice->storage, &notice->edition, &error),
      &error);
  return notice->edition;
}

#endif
