/* The parcel that the tests begin with. */
#ifndef DIJIA_TESTS_PARCEL_H
#define DIJIA_TESTS_PARCEL_H

#include "check.h"

static dijia_appraisal appraisal(void) {
  dijia_appraisal input = DIJIA_APPRAISAL_INIT;
  input.edition = dijia_edition_jinan_2020();
  input.base = DIJIA_BASE_ZONE;
  input.land_use = DIJIA_COMMERCIAL;
  input.code.grade = 3;
  input.code.number = 4;
  return input;
}

#endif
