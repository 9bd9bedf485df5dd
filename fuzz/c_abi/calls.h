/* A call, and what must hold of it however it ends. */
#ifndef DIJIA_FUZZ_CALLS_H
#define DIJIA_FUZZ_CALLS_H

#include "cursor.h"

/* A call: where its error goes, and what it came to. */
typedef struct {
  place error;
  dijia_status status;
} call;

static call call_of(cursor *from) {
  call made = {sized_place(from, sizeof(dijia_error)), DIJIA_OK};
  return made;
}

static dijia_error *error_of(const call *made) { return (dijia_error *)(void *)made->error.start; }

/* What holds of every call that may fail. */
static void check_call(call *made) {
  CHECK(made->status >= DIJIA_OK && made->status < DIJIA_STATUS_END && made->status != DIJIA_INTERNAL);
  if (made->error.start != NULL) {
    const size_t said = said_size(&made->error);
    const int is_size = said >= sizeof(dijia_error) && said <= LARGEST;
    CHECK(is_size || made->status == DIJIA_INVALID_SIZE);
    if (made->status == DIJIA_OK || !is_size) {
      check_untouched(&made->error, 0);
    } else {
      dijia_error error;
      memcpy(&error, made->error.start, sizeof error);
      CHECK(error.size == said && error.status == made->status);
      CHECK(error.message_length < sizeof error.message && error.message[error.message_length] == '\0');
      CHECK(error.message_length > 0 && strlen(error.message) == error.message_length);
      CHECK(strpbrk(error.message, "\n\r\t") == NULL);
      check_utf8(error.message, error.message_length);
      check_text(error.rule);
      check_untouched(&made->error, sizeof error);
    }
  }
  release(&made->error);
}

/* A call whose only result is a T: `to` is where it goes, `error` where a failure is told. */
#define RESULT(T, expression)                            \
  do {                                                   \
    place out = place_of(from, sizeof(T));               \
    call told = call_of(from);                           \
    T *const to = (T *)(void *)out.start;                \
    dijia_error *const error = error_of(&told);          \
    told.status = (expression);                          \
    if (told.status != DIJIA_OK) {                       \
      check_untouched(&out, 0);                          \
    }                                                    \
    CHECK(out.start != NULL || told.status != DIJIA_OK); \
    check_call(&told);                                   \
    release(&out);                                       \
  } while (0)

/* The same of a text of the library's. */
#define NAME(expression)                                    \
  do {                                                      \
    place out = place_of(from, sizeof(dijia_text));         \
    call told = call_of(from);                              \
    dijia_text *const to = (dijia_text *)(void *)out.start; \
    dijia_error *const error = error_of(&told);             \
    told.status = (expression);                             \
    if (told.status == DIJIA_OK) {                          \
      dijia_text text;                                      \
      CHECK(out.start != NULL);                             \
      memcpy(&text, out.start, sizeof text);                \
      check_text(text);                                     \
    } else {                                                \
      check_untouched(&out, 0);                             \
    }                                                       \
    check_call(&told);                                      \
    release(&out);                                          \
  } while (0)

/* The same of a struct that says its own size. */
#define SIZED(T, expression)                                                                  \
  do {                                                                                        \
    place out = sized_place(from, sizeof(T));                                                 \
    call told = call_of(from);                                                                \
    T *const to = (T *)(void *)out.start;                                                     \
    dijia_error *const error = error_of(&told);                                               \
    told.status = (expression);                                                               \
    if (told.status == DIJIA_OK) {                                                            \
      CHECK(out.start != NULL && said_size(&out) >= sizeof(T) && said_size(&out) <= LARGEST); \
      CHECK(memcmp(out.start, out.before, sizeof(size_t)) == 0);                              \
      check_untouched(&out, sizeof(T));                                                       \
    } else {                                                                                  \
      check_untouched(&out, 0);                                                               \
    }                                                                                         \
    check_call(&told);                                                                        \
    release(&out);                                                                            \
  } while (0)

/* The same of a text that goes into `buffer`, which has `capacity`. */
#define TEXT(expression)                                                  \
  do {                                                                    \
    size_t needed = capacity_of(from);                                    \
    for (int again = 0; again < 2; again++) {                             \
      const size_t capacity = again == 0 ? needed : around(from, needed); \
      place text = place_of(from, capacity);                              \
      place out = place_of(from, sizeof(size_t));                         \
      call told = call_of(from);                                          \
      char *const buffer = (char *)text.start;                            \
      size_t *const length = (size_t *)(void *)out.start;                 \
      dijia_error *const error = error_of(&told);                         \
      told.status = (expression);                                         \
      needed = check_buffer(told.status, &text, &out, needed);            \
      check_call(&told);                                                  \
      release(&text);                                                     \
      release(&out);                                                      \
    }                                                                     \
  } while (0)

static size_t capacity_of(cursor *from) {
  const uint8_t choice = byte(from);
  return choice < 0xc0 ? choice : ((size_t)choice - 0xc0) * 64;
}

/* A capacity near what is needed. */
static size_t around(cursor *from, size_t needed) {
  const size_t more = byte(from) % 4;
  return needed + more > 2 ? needed + more - 2 : 0;
}

/* How long the text is, where the call told. */
static size_t check_buffer(dijia_status status, const place *text, const place *out, size_t unknown) {
  size_t length;
  if (status != DIJIA_OK && status != DIJIA_BUFFER_TOO_SMALL) {
    check_untouched(text, 0);
    check_untouched(out, 0);
    return unknown;
  }
  CHECK(out->start != NULL);
  memcpy(&length, out->start, sizeof length);
  if (status == DIJIA_OK && text->start != NULL) {
    CHECK(length < text->size && text->start[length] == '\0');
    check_utf8((const char *)text->start, length);
    check_untouched(text, length + 1);
  } else {
    CHECK(status == DIJIA_OK || length >= text->size);
    check_untouched(text, 0);
  }
  return length;
}

#endif
