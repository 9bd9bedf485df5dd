/* Editions opened from bytes: the same as the baked one to the last field, and whatever is done to bytes, storage and
 * pointers comes to a status. The file is that of Jinan, which the library has. */
#include "check.h"

static dijia_error error;
static const dijia_edition *jinan;
static const uint8_t *file;
static size_t file_length;

static const dijia_edition *open_in(dijia_edition_storage *storage) {
  const dijia_edition *opened = NULL;
  CHECK_OK(dijia_edition_open(file, file_length, storage, sizeof *storage, &opened, &error), &error);
  CHECK(opened != NULL && opened != jinan);
  return opened;
}

static int same(dijia_text a, dijia_text b) {
  return a.length == b.length && (a.length == 0 || memcmp(a.data, b.data, a.length) == 0);
}

/* The same text, but that of the opened edition is in the caller's bytes. */
static int same_in(const uint8_t *bytes, dijia_text opened, dijia_text baked) {
  return same(opened, baked) &&
         (opened.length == 0 || ((const uint8_t *)opened.data >= bytes &&
                                 (const uint8_t *)opened.data + opened.length <= bytes + file_length));
}

static void the_same_as_the_baked_one(void) {
  static dijia_edition_storage storage;
  uint8_t *const copy = malloc(file_length);
  const dijia_edition *opened = NULL;
  CHECK(copy != NULL);
  memcpy(copy, file, file_length);
  CHECK_OK(dijia_edition_open(copy, file_length, &storage, sizeof storage, &opened, &error), &error);
  dijia_edition_facts a = DIJIA_EDITION_FACTS_INIT, b = DIJIA_EDITION_FACTS_INIT;
  CHECK_OK(dijia_edition_describe(opened, &a, &error), &error);
  CHECK_OK(dijia_edition_describe(jinan, &b, &error), &error);
  CHECK(a.file == copy && a.file_length == file_length && memcmp(a.digest, b.digest, sizeof a.digest) == 0);
  CHECK(same_in(copy, a.name, b.name) && same_in(copy, a.document.number, b.document.number));
  CHECK(a.zone_price_count == 221 && a.grade_price_count == 24 && a.basis_count == 8 && a.land_use_count == 4);
  for (size_t i = 0; i < a.zone_price_count; i++) {
    dijia_zone_price_row one = DIJIA_ZONE_PRICE_ROW_INIT, other = DIJIA_ZONE_PRICE_ROW_INIT;
    dijia_zone_price_row asked = DIJIA_ZONE_PRICE_ROW_INIT;
    CHECK_OK(dijia_zone_price_at(opened, i, &one, &error), &error);
    CHECK_OK(dijia_zone_price_at(jinan, i, &other, &error), &error);
    CHECK_OK(dijia_zone_price(opened, one.area, one.land_use, one.code, &asked, &error), &error);
    CHECK(memcmp(&one, &asked, sizeof one) == 0);
    CHECK(one.code.grade == other.code.grade && one.code.number == other.code.number && one.area == other.area);
    CHECK(one.land_use == other.land_use && one.citation.row == other.citation.row);
    CHECK(memcmp(&one.printed, &other.printed, sizeof one.printed) == 0);
    CHECK(memcmp(&one.wan_yuan_per_mu, &other.wan_yuan_per_mu, sizeof one.wan_yuan_per_mu) == 0);
    CHECK(same_in(copy, one.basis.right, other.basis.right));
  }
  CHECK_OK(dijia_edition_close(opened, &error), &error);
  free(copy);
}

/* One parcel, and what its price and worksheet are. */
static dijia_appraisal parcel(const dijia_edition *edition) {
  dijia_appraisal input = DIJIA_APPRAISAL_INIT;
  input.edition = edition;
  input.base = DIJIA_BASE_ZONE;
  input.land_use = DIJIA_COMMERCIAL;
  input.code.grade = 3;
  input.code.number = 4;
  input.remaining_term = dijia_some(decimal("33.57"));
  input.area = dijia_some(decimal("1000"));
  return input;
}

static void every_function_prices_from_it(void) {
  static dijia_edition_storage storage;
  const dijia_edition *const opened = open_in(&storage);
  char sheet[2][8192], buffer[DIJIA_DECIMAL_CAPACITY];
  dijia_appraisal inputs[2] = {parcel(opened), parcel(jinan)};
  dijia_appraised priced[2] = {DIJIA_APPRAISED_INIT, DIJIA_APPRAISED_INIT};
  dijia_status statuses[2];
  for (size_t i = 0; i < 2; i++) {
    size_t length = 0;
    CHECK_OK(dijia_worksheet(&inputs[i], DIJIA_LANGUAGE_CHINESE, DIJIA_LAYOUT_WIDE, sheet[i], sizeof sheet[i], &length,
                             &error),
             &error);
  }
  CHECK_TEXT(sheet[0], sheet[1]);
  CHECK_OK(dijia_appraise_batch(inputs, 2, priced, statuses, &error), &error);
  CHECK_TEXT(shown(priced[0].unit_price, buffer), "8729.53");
  CHECK(memcmp(&priced[0], &priced[1], sizeof priced[0]) == 0);

  const dijia_share shares[] = {{&inputs[0], decimal("0.25")}, {&inputs[1], decimal("0.75")}};
  dijia_mixed_use mixed = DIJIA_MIXED_USE_INIT;
  dijia_mixed_appraised whole = DIJIA_MIXED_APPRAISED_INIT;
  mixed.shares = shares;
  mixed.share_count = 2;
  CHECK_OK(dijia_appraise_mixed(&mixed, &whole, &error), &error);
  CHECK_TEXT(shown(whole.unit_price, buffer), "8729.53");

  const dijia_text codes[] = {DIJIA_TEXT("iii－４"), DIJIA_TEXT("Ⅲ-13")};
  dijia_zone_price_row rows[2] = {DIJIA_ZONE_PRICE_ROW_INIT, DIJIA_ZONE_PRICE_ROW_INIT};
  CHECK_STATUS(DIJIA_SOME_FAILED,
               dijia_zone_prices(opened, DIJIA_CENTRAL_URBAN, DIJIA_COMMERCIAL, codes, 2, rows, statuses, &error),
               &error);
  CHECK_TEXT(error.message, "no commercial zone Ⅲ-13: Ⅲ has zones 1 to 12");
  CHECK_TEXT(shown(rows[0].per_square_metre.value, buffer), "9138");
  CHECK_OK(dijia_edition_close(opened, &error), &error);
  CHECK_STATUS(DIJIA_UNKNOWN_EDITION, dijia_appraise(&inputs[0], &priced[0], &error), &error);
}

/* Storage of any beginning; too small by a byte where its beginning is the worst. */
static void storage_of_every_size(void) {
  const size_t needed = dijia_edition_storage_size();
  CHECK(needed <= sizeof(dijia_edition_storage));
  unsigned char *const memory = malloc(needed + 16);
  CHECK(memory != NULL);
  for (size_t shift = 0; shift < 16; shift++) {
    const dijia_edition *opened = NULL;
    memset(memory, 0x5a, needed + 16);
    CHECK_OK(dijia_edition_open(file, file_length, memory + shift, needed, &opened, &error), &error);
    CHECK((uintptr_t)opened >= (uintptr_t)(memory + shift) && memory[shift + needed] == 0x5a);
    dijia_zone_price_row row = DIJIA_ZONE_PRICE_ROW_INIT;
    CHECK_OK(dijia_zone_price_at(opened, 220, &row, &error), &error);
    CHECK_OK(dijia_edition_close(opened, &error), &error);
  }
  const dijia_edition *none = NULL;
  for (size_t size = 0; size < needed; size += size + 24 < needed ? 17 : 1) {
    memset(memory, 0x5a, needed + 16);
    const dijia_status status = dijia_edition_open(file, file_length, memory + 1, size, &none, &error);
    /* Where it begins aligned, less is enough. */
    /* And nothing beside it is written. */
    CHECK(memory[1 + size] == 0x5a);
    CHECK(status == DIJIA_BUFFER_TOO_SMALL || (status == DIJIA_OK && size + 8 > needed));
    CHECK(status == DIJIA_OK || (none == NULL && memory[1] == 0x5a && memory[needed] == 0x5a));
    none = NULL;
  }
  free(memory);
  CHECK_STATUS(DIJIA_NULL_POINTER, dijia_edition_open(file, file_length, NULL, 4096, &none, &error), &error);
}

/* Every cut of the file, and bits of every seventh byte turned: nothing is opened and nothing written. */
static void files_that_are_none(void) {
  static dijia_edition_storage storage;
  const dijia_edition *opened = NULL;
  uint8_t *const copy = malloc(file_length + 1);
  char expected[128], text[DIJIA_MESSAGE_CAPACITY];
  size_t length = 0;
  CHECK(copy != NULL);
  memcpy(copy, file, file_length);
  copy[file_length] = 0;
  for (size_t cut = 0; cut <= file_length + 1; cut++) {
    if (cut != file_length) {
      const dijia_status status = dijia_edition_open(copy, cut, &storage, sizeof storage, &opened, &error);
      CHECK(status == DIJIA_INVALID_FILE && opened == NULL);
    }
  }
  CHECK(error.count == file_length + 1 && error.most == file_length);
  snprintf(expected, sizeof expected, "the edition file should have %zu bytes, and has %zu", file_length,
           file_length + 1);
  CHECK_TEXT(error.message, expected);
  snprintf(expected, sizeof expected, "地价文件应有%zu字节，实有%zu字节", file_length, file_length + 1);
  CHECK(dijia_error_message(&error, DIJIA_LANGUAGE_CHINESE, text, sizeof text, &length) == DIJIA_OK);
  CHECK_TEXT(text, expected);
  for (size_t at = 0; at < file_length; at += 7) {
    copy[at] ^= (uint8_t)(1U << at % 8);
    CHECK_STATUS(DIJIA_INVALID_FILE, dijia_edition_open(copy, file_length, &storage, sizeof storage, &opened, &error),
                 &error);
    copy[at] ^= (uint8_t)(1U << at % 8);
  }
  copy[8] = 9;
  CHECK_STATUS(DIJIA_INVALID_FILE, dijia_edition_open(copy, file_length, &storage, sizeof storage, &opened, &error),
               &error);
  CHECK(error.count == 9 && strstr(error.message, "format version 9") != NULL);
  for (size_t i = 0; i < sizeof storage.words / sizeof *storage.words; i++) {
    CHECK(storage.words[i] == 0);
  }
  CHECK_STATUS(DIJIA_NULL_POINTER, dijia_edition_open(NULL, 5, &storage, sizeof storage, &opened, &error), &error);
  CHECK_STATUS(DIJIA_INVALID_FILE, dijia_edition_open(NULL, 0, &storage, sizeof storage, &opened, &error), &error);
  CHECK_STATUS(DIJIA_TOO_LONG, dijia_edition_open(copy, SIZE_MAX, &storage, sizeof storage, &opened, &error), &error);
  CHECK_STATUS(DIJIA_NULL_POINTER, dijia_edition_open(file, file_length, &storage, sizeof storage, NULL, &error),
               &error);
  copy[8] = file[8];
  CHECK_STATUS(DIJIA_OVERLAP, dijia_edition_open(copy, file_length, copy + 64, file_length - 64, &opened, &error),
               &error);
  CHECK(memcmp(copy, file, file_length) == 0 && opened == NULL);
  free(copy);
}

/* The edition is none, for every function that takes one. */
static void is_none(const dijia_edition *edition, dijia_status expected) {
  dijia_edition_facts facts = DIJIA_EDITION_FACTS_INIT;
  dijia_zone_price_row zone = DIJIA_ZONE_PRICE_ROW_INIT;
  dijia_grade_price_row grade = DIJIA_GRADE_PRICE_ROW_INIT;
  dijia_land_use_row use_row = DIJIA_LAND_USE_ROW_INIT;
  dijia_area_row area_row = DIJIA_AREA_ROW_INIT;
  dijia_grade_row grade_row = DIJIA_GRADE_ROW_INIT;
  dijia_place_row place = DIJIA_PLACE_ROW_INIT;
  dijia_statement_row statement = DIJIA_STATEMENT_ROW_INIT;
  dijia_annex_row annex = DIJIA_ANNEX_ROW_INIT;
  dijia_appraised priced = DIJIA_APPRAISED_INIT;
  dijia_basis_row basis;
  dijia_validity validity;
  dijia_land_use use;
  dijia_area area;
  dijia_grade number;
  dijia_zone_code code = {3, 4};
  dijia_text name, codes[1] = {DIJIA_TEXT("Ⅲ-4")};
  dijia_status status;
  size_t length;
  const dijia_date day = {2020, 10, 8};
  const dijia_appraisal input = parcel(edition);
  const dijia_status statuses[] = {
      dijia_edition_describe(edition, &facts, &error),
      dijia_land_use_at(edition, 0, &use_row, &error),
      dijia_area_at(edition, 0, &area_row, &error),
      dijia_grade_at(edition, 0, &grade_row, &error),
      dijia_place_at(edition, 0, &place, &error),
      dijia_statement_at(edition, 0, &statement, &error),
      dijia_annex_at(edition, 0, &annex, &error),
      dijia_basis_at(edition, 0, &basis, &error),
      dijia_grade_price_at(edition, 0, &grade, &error),
      dijia_zone_price_at(edition, 0, &zone, &error),
      dijia_edition_land_use(edition, "商服", 6, &use, &error),
      dijia_edition_area(edition, "中心城区", 12, &area, &error),
      dijia_edition_grade(edition, "Ⅲ", 3, &number, &error),
      dijia_edition_zone_code(edition, "Ⅲ-4", 5, &code, &error),
      dijia_edition_land_use_name(edition, DIJIA_COMMERCIAL, 0, &name, &error),
      dijia_edition_area_name(edition, DIJIA_CENTRAL_URBAN, 0, &name, &error),
      dijia_edition_grade_name(edition, 3, &name, &error),
      dijia_edition_zone_code_text(edition, code, NULL, 0, &length, &error),
      dijia_validity_on(edition, day, &validity, &error),
      dijia_basis(edition, 0, DIJIA_COMMERCIAL, &basis, &error),
      dijia_grade_price(edition, 0, DIJIA_COMMERCIAL, 3, &grade, &error),
      dijia_zone_price(edition, 0, DIJIA_COMMERCIAL, code, &zone, &error),
      dijia_zone_price_spelled(edition, 0, DIJIA_COMMERCIAL, "Ⅲ-4", 5, &zone, &error),
      dijia_zone_prices(edition, 0, DIJIA_COMMERCIAL, codes, 1, &zone, &status, &error),
      dijia_appraise(&input, &priced, &error),
  };
  for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
    if (statuses[i] != expected) {
      fprintf(stderr, "function %zu came to %d, not %d\n", i, (int)statuses[i], (int)expected);
      exit(1);
    }
  }
}

/* NULL, closed storage, a copy of open storage, storage without an edition, memory of other things, and beside it. */
static void pointers_to_no_edition(void) {
  static dijia_edition_storage storage, copy, empty;
  const dijia_edition *const opened = open_in(&storage);
  const size_t at = (size_t)((const unsigned char *)(const void *)opened - (unsigned char *)&storage);
  memcpy(&copy, &storage, sizeof copy);
  is_none(NULL, DIJIA_NULL_POINTER);
  const void *const others[] = {(unsigned char *)&copy + at,
                                &empty,
                                file,
                                (const unsigned char *)(const void *)opened + 1,
                                (const unsigned char *)(const void *)opened + 8,
                                &error,
                                (const void *)(uintptr_t)1};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
    is_none((const dijia_edition *)others[i], DIJIA_UNKNOWN_EDITION);
    CHECK_STATUS(DIJIA_UNKNOWN_EDITION, dijia_edition_close((const dijia_edition *)others[i], &error), &error);
  }
  dijia_edition_facts facts = DIJIA_EDITION_FACTS_INIT;
  CHECK_OK(dijia_edition_describe(opened, &facts, &error), &error);
  CHECK_OK(dijia_edition_close(opened, &error), &error);
  is_none(opened, DIJIA_UNKNOWN_EDITION);
  CHECK_STATUS(DIJIA_UNKNOWN_EDITION, dijia_edition_close(opened, &error), &error);
  /* The storage can be used again. */
  CHECK(open_in(&storage) == opened);
  CHECK_OK(dijia_edition_describe(opened, &facts, &error), &error);
  /* What the library has stays open. */
  CHECK_OK(dijia_edition_close(jinan, &error), &error);
  CHECK_OK(dijia_edition_close(NULL, &error), &error);
  CHECK_OK(dijia_edition_describe(jinan, &facts, &error), &error);
}

int main(void) {
  dijia_edition_facts facts = DIJIA_EDITION_FACTS_INIT;
  error = DIJIA_ERROR_INIT;
  jinan = dijia_edition_jinan_2020();
  CHECK_OK(dijia_edition_describe(jinan, &facts, &error), &error);
  file = facts.file;
  file_length = facts.file_length;
  the_same_as_the_baked_one();
  every_function_prices_from_it();
  storage_of_every_size();
  files_that_are_none();
  pointers_to_no_edition();
  puts("opened: the same as baked, and nothing else is opened");
  return 0;
}
