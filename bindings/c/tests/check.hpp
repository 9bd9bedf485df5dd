// What the tests of the C++ header share.
#ifndef DIJIA_TESTS_CHECK_HPP
#define DIJIA_TESTS_CHECK_HPP

#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "dijia.hpp"

#define CHECK(condition)                                                      \
  do {                                                                        \
    if (!(condition)) {                                                       \
      std::cerr << __FILE__ << ':' << __LINE__ << ": " << #condition << '\n'; \
      std::exit(1);                                                           \
    }                                                                         \
  } while (false)

#define CHECK_TEXT(text, expected)                                                                              \
  do {                                                                                                          \
    const std::string is(text);                                                                                 \
    const std::string should(expected);                                                                         \
    if (is != should) {                                                                                         \
      std::cerr << __FILE__ << ':' << __LINE__ << ": " << #text << " is\n  " << is << "\nand not\n  " << should \
                << '\n';                                                                                        \
      std::exit(1);                                                                                             \
    }                                                                                                           \
  } while (false)

// That the call throws dijia::error, with that status and that message.
template <typename Call>
void check_thrown(int line, Call call, dijia_status status, std::string_view message) {
  try {
    call();
  } catch (const dijia::error &failed) {
    if (failed.status() == status && failed.detail().status == status && failed.what() == message) {
      return;
    }
    std::cerr << "line " << line << ": status " << failed.status() << ", " << failed.what() << "\nand not " << status
              << ", " << message << '\n';
    std::exit(1);
  }
  std::cerr << "line " << line << ": nothing was thrown, and should have been: " << message << '\n';
  std::exit(1);
}

#define CHECK_THROWN(call, status, message) \
  check_thrown(                             \
      __LINE__, [&] { (void)(call); }, status, message)

#endif
