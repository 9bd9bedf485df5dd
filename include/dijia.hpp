// dijia (地价) for C++17: value types over dijia.h. Nothing but the C library needs to be linked.
//
//   const dijia::edition& jinan = dijia::jinan_2020();
//   const auto price = dijia::appraisal(jinan.zone(dijia::land_use::commercial, "Ⅲ-4"))
//                          .remaining_term("33.57").area(1000).appraise();
//   std::cout << price.unit_price() << '\n' << price.worksheet();
//
// Functions throw dijia::error, a std::runtime_error with the status and the offending values. Reading texts, looking
// up and pricing have counterparts whose names begin with try_: they return a dijia::result and throw only
// std::bad_alloc. An integer that does not fit is refused: in a constant expression by every compiler, and wherever it
// is a constant by clang, before the program runs; everywhere else by dijia::error. Text is UTF-8. Everything is a
// value; every function may be called from every thread. Rows of an edition, its words and their names are views of
// it: where it was opened from a file they last as long as it, or a copy of it.

#ifndef DIJIA_HPP
#define DIJIA_HPP

#if (defined(__GNUC__) && !defined(__cpp_exceptions)) || (defined(_MSC_VER) && !defined(_CPPUNWIND))
#error "dijia.hpp needs exceptions. Without them include dijia.h, the C interface, which has none"
#endif

#include "dijia/appraisal.hpp"
#include "dijia/difference.hpp"
#include "dijia/many.hpp"
#include "dijia/payment.hpp"

#endif
