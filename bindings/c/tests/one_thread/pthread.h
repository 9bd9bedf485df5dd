/* Threads for a system that has none: each runs to its end where it is begun. */
#ifndef DIJIA_TESTS_ONE_THREAD_PTHREAD_H
#define DIJIA_TESTS_ONE_THREAD_PTHREAD_H

typedef int pthread_t;

static inline int pthread_create(pthread_t *thread, const void *attributes, void *(*run)(void *), void *argument) {
  (void)attributes;
  *thread = 0;
  run(argument);
  return 0;
}

static inline int pthread_join(pthread_t thread, void **result) {
  (void)thread;
  (void)result;
  return 0;
}

#endif
