/* Sets of editions. Usage: sets <folder of edition files> <folder of sources> */
#include "notices.h"

/* Which edition of a city is in force, and which follows one that no longer is. */
static void sets(void) {
  static struct notice notices[4];
  const dijia_edition *const jinan = dijia_edition_jinan_2020();
  const dijia_edition *const next = open_notice(&notices[0], "jinan-2024-made-up");
  const dijia_edition *set[] = {next, open_notice(&notices[1], "shanghai-2010"),
                                open_notice(&notices[2], "shanghai-2013"), jinan};
  const dijia_edition *found = NULL, *const before = NULL;
  const dijia_date then = {2023, 10, 7}, gap = {2023, 11, 1}, now = {2024, 1, 1}, none = {2024, 2, 30};
  const char *const city = "济南市", *const shanghai_city = "上海市";
  const size_t length = strlen(city);
  CHECK_OK(dijia_edition_in_force(set, 4, city, length, then, &found, &error), &error);
  CHECK(found == jinan);
  CHECK_OK(dijia_edition_in_force(set, 4, city, length, now, &found, &error), &error);
  CHECK(found == next);
  found = before;
  CHECK_STATUS(DIJIA_NONE_IN_FORCE, dijia_edition_in_force(set, 4, city, length, gap, &found, &error), &error);
  CHECK(error.date.value.month == 11 && error.last_date.value.year == 2023 && error.last_date.value.month == 10);
  CHECK(error.first_date.value.year == 2024 && error.first_date.value.day == 1);
  CHECK_TEXT(error.message,
             "no edition is in force on 2023-11-01: jinan-2020 is until 2023-10-07, and the next, "
             "jinan-2024-made-up, is from 2024-01-01");
  CHECK_STATUS(DIJIA_SEVERAL_IN_FORCE,
               dijia_edition_in_force(set, 4, shanghai_city, strlen(shanghai_city), now, &found, &error), &error);
  CHECK(strstr(error.message, "shanghai-2010") != NULL && strstr(error.message, "shanghai-2013") != NULL);
  CHECK_STATUS(DIJIA_NO_SUCH_CITY, dijia_edition_in_force(set, 4, "北京市", 9, now, &found, &error), &error);
  CHECK_STATUS(DIJIA_NO_SUCH_CITY, dijia_edition_in_force(NULL, 0, city, length, now, &found, &error), &error);
  CHECK_STATUS(DIJIA_MALFORMED_DATE, dijia_edition_in_force(set, 4, city, length, none, &found, &error), &error);
  CHECK_STATUS(DIJIA_NULL_POINTER, dijia_edition_in_force(NULL, 4, city, length, now, &found, &error), &error);
  CHECK_STATUS(DIJIA_TOO_MANY_ROWS,
               dijia_edition_in_force(set, DIJIA_MAX_EDITIONS + 1, city, length, now, &found, &error), &error);
  CHECK(error.count == DIJIA_MAX_EDITIONS + 1 && error.most == DIJIA_MAX_EDITIONS);
  set[2] = (const dijia_edition *)(const void *)&notices[3].storage;
  CHECK_STATUS(DIJIA_UNKNOWN_EDITION, dijia_edition_in_force(set, 4, city, length, now, &found, &error), &error);
  CHECK(error.index == 2 && found == before);
  set[2] = jinan;

  CHECK_OK(dijia_edition_successor(set, 4, jinan, &found, &error), &error);
  CHECK(found == next);
  CHECK_OK(dijia_edition_successor(set, 4, next, &found, &error), &error);
  CHECK(found == NULL);
  dijia_validity validity = 9;
  CHECK_OK(dijia_validity_in_set(set, 4, jinan, gap, &validity, &error), &error);
  CHECK(validity == DIJIA_EXPIRED);
  CHECK_OK(dijia_validity_in_set(set, 4, next, now, &validity, &error), &error);
  CHECK(validity == DIJIA_IN_FORCE);
  dijia_optional_date last;
  CHECK_OK(dijia_last_day_in_set(set, 4, jinan, &last, &error), &error);
  CHECK(last.present == 1 && last.value.year == 2023 && last.value.month == 10 && last.value.day == 7);
  CHECK_OK(dijia_last_day_in_set(set, 4, next, &last, &error), &error);
  CHECK(last.present == 0);

  /* The warning that Jinan's has expired names the next, where it is known. */
  dijia_appraisal input = DIJIA_APPRAISAL_INIT;
  char words[512];
  size_t written = 0;
  input.edition = jinan;
  input.base = DIJIA_BASE_GRADE;
  input.land_use = DIJIA_COMMERCIAL;
  input.code.grade = 1;
  input.valuation_date = dijia_some_date(now);
  input.date_coefficient = dijia_some(decimal("1"));
  for (size_t known = 0; known <= 4; known += 4) {
    input.editions = set;
    input.edition_count = known;
    CHECK_OK(dijia_warnings_text(&input, DIJIA_LANGUAGE_ENGLISH, words, sizeof words, &written, &error), &error);
    CHECK((strstr(words, "; it is followed by jinan-2024-made-up\n") != NULL) == (known == 4));
  }
  input.edition_count = DIJIA_MAX_KNOWN_EDITIONS + 1;
  dijia_appraised out = DIJIA_APPRAISED_INIT;
  CHECK_STATUS(DIJIA_TOO_MANY_ROWS, dijia_appraise(&input, &out, &error), &error);
  input.edition_count = 1;
  input.editions = NULL;
  CHECK_STATUS(DIJIA_NULL_POINTER, dijia_appraise(&input, &out, &error), &error);
}

int main(int argc, char **argv) {
  CHECK(argc == 3);
  editions = argv[1];
  error = DIJIA_ERROR_INIT;
  sets();
  puts("sets: the edition in force, and the next");
  return 0;
}
