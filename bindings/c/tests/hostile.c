/* What a careless or hostile caller does: every call must come to a status, and write nothing. */
#include <math.h>
#include <pthread.h>

#include "check.h"
#include "parcel.h"

static dijia_error error;

static void versions(void) {
  const dijia_text version = dijia_version_text();
  char expected[32];
  CHECK(dijia_abi_version() == DIJIA_ABI_VERSION);
  CHECK(dijia_version() == DIJIA_VERSION_MAJOR * 10000 + DIJIA_VERSION_MINOR * 100 + DIJIA_VERSION_PATCH);
  snprintf(expected, sizeof expected, "%d.%d.%d", DIJIA_VERSION_MAJOR, DIJIA_VERSION_MINOR, DIJIA_VERSION_PATCH);
  CHECK(version.length == strlen(expected) && memcmp(version.data, expected, version.length) == 0);
}

static void statuses(void) {
  for (dijia_status status = 0; status < DIJIA_STATUS_END; status++) {
    const dijia_text english = dijia_status_message(status, DIJIA_LANGUAGE_ENGLISH);
    const dijia_text chinese = dijia_status_message(status, DIJIA_LANGUAGE_CHINESE);
    CHECK(english.length > 0 && chinese.length > 0);
    for (dijia_status other = 0; other < status; other++) {
      const dijia_text before = dijia_status_message(other, DIJIA_LANGUAGE_ENGLISH);
      CHECK(before.length != english.length || memcmp(before.data, english.data, english.length) != 0);
    }
  }
  CHECK(dijia_status_message(DIJIA_STATUS_END, DIJIA_LANGUAGE_ENGLISH).length == 0);
  CHECK(dijia_status_message(-1, DIJIA_LANGUAGE_CHINESE).length == 0);
  CHECK(dijia_status_message(DIJIA_OK, 99).length == strlen("success"));
}

/* Text of no bytes, cut-off and broken UTF-8, lengths beyond memory. */
static void texts(void) {
  static const char *const broken[] = {
      "\xe2\x85", "\xe2", "\xff", "\xc0\x80", "\xed\xa0\x80", "\xf8\x88\x80\x80\x80", "\xe2\x28\xa1", "III-4\xe5\x95"};
  dijia_zone_code code = {77, 77};
  dijia_decimal value = {1, 2, 3, 4, 5};
  for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
    CHECK_STATUS(DIJIA_INVALID_UTF8, dijia_zone_code_parse(broken[i], strlen(broken[i]), &code, &error), &error);
  }
  CHECK(error.offset == 5);
  CHECK_STATUS(DIJIA_INVALID_ZONE_CODE, dijia_zone_code_parse(NULL, 0, &code, &error), &error);
  CHECK_TEXT(error.message, "invalid zone code \"\": a zone code is expected, the text is empty, at character 1");
  CHECK_STATUS(DIJIA_NULL_POINTER, dijia_zone_code_parse(NULL, 1, &code, &error), &error);
  CHECK_STATUS(DIJIA_TOO_LONG, dijia_zone_code_parse("x", SIZE_MAX, &code, &error), &error);
  CHECK_STATUS(DIJIA_TOO_LONG, dijia_decimal_parse("x", (size_t)PTRDIFF_MAX + 1, &value, &error), &error);
  CHECK_STATUS(DIJIA_NULL_POINTER, dijia_zone_code_parse("III-4", 5, NULL, &error), &error);
  CHECK_STATUS(DIJIA_INVALID_ZONE_CODE, dijia_zone_code_parse("Ⅲ-4a", strlen("Ⅲ-4a"), &code, &error), &error);
  CHECK(error.offset == 5 && error.character == 4 && error.rule.length > 0);
  CHECK(code.grade == 77 && code.number == 77 && value.scale == 2 && value.lo64 == 5);
  /* Without an error to fill, and with one of a wrong size. */
  CHECK(dijia_zone_code_parse("x", 1, &code, NULL) == DIJIA_INVALID_ZONE_CODE);
  dijia_error wrong = error;
  wrong.size = sizeof wrong - 1;
  wrong.status = 12345;
  CHECK(dijia_zone_code_parse("III-4", 5, &code, &wrong) == DIJIA_INVALID_SIZE && wrong.status == 12345);
  wrong.size = 0;
  CHECK(dijia_zone_code_parse("III-4", 5, &code, &wrong) == DIJIA_INVALID_SIZE && code.grade == 77);
  /* The longest message there is, of the worst text, is whole. */
  char worst[4096];
  memset(worst, '\x01', sizeof worst);
  dijia_service service = 0;
  CHECK_STATUS(DIJIA_INVALID_SERVICE, dijia_service_parse(worst, sizeof worst, &service, &error), &error);
  CHECK(strlen(error.message) == error.message_length && error.message_length < DIJIA_MESSAGE_CAPACITY - 8);
  CHECK(strstr(error.message, ", at character 1") != NULL);
  CHECK(strlen(error.message_chinese) == error.message_chinese_length);
  CHECK(strstr(error.message_chinese, "（第 1 个字符）") != NULL);
}

static int says(dijia_text text, const char *expected) {
  return text.length == strlen(expected) && memcmp(text.data, expected, text.length) == 0;
}

/* In Chinese an error keeps its values and its rule. */
static void messages(void) {
  dijia_zone_code code;
  char text[DIJIA_MESSAGE_CAPACITY];
  size_t length = 0;
  CHECK_STATUS(DIJIA_INVALID_ZONE_CODE, dijia_zone_code_parse("Ⅲ-4a", 6, &code, &error), &error);
  CHECK(dijia_error_message(&error, DIJIA_LANGUAGE_CHINESE, NULL, 0, &length) == DIJIA_OK);
  CHECK(dijia_error_message(&error, DIJIA_LANGUAGE_CHINESE, text, length + 1, &length) == DIJIA_OK);
  CHECK_TEXT(text, "区片编号 \"Ⅲ-4a\" 无效：区片序号之后只可有“区片”二字（第 4 个字符）");
  CHECK(dijia_error_message(&error, DIJIA_LANGUAGE_CHINESE, text, length, &length) == DIJIA_BUFFER_TOO_SMALL);
  CHECK(dijia_error_message(&error, DIJIA_LANGUAGE_ENGLISH, text, sizeof text, &length) == DIJIA_OK);
  CHECK_TEXT(text, error.message);
  CHECK(says(dijia_rule_text(error.rule_number, DIJIA_LANGUAGE_CHINESE), "区片序号之后只可有“区片”二字"));
  CHECK(
      says(dijia_rule_text(error.rule_number, DIJIA_LANGUAGE_ENGLISH), "nothing may follow the zone number but 区片"));
  CHECK(dijia_rule_text(0, DIJIA_LANGUAGE_ENGLISH).length == 0);
  CHECK(dijia_rule_text(0x10001, DIJIA_LANGUAGE_ENGLISH).length == 0);
  /* What is of no appraisal says what its status says. */
  CHECK(dijia_zone_code_parse(NULL, 1, &code, &error) == DIJIA_NULL_POINTER && error.rule_number == 0);
  CHECK(dijia_error_message(&error, DIJIA_LANGUAGE_CHINESE, text, sizeof text, &length) == DIJIA_OK);
  CHECK_TEXT(text, "指针为空");
  CHECK(dijia_error_message(NULL, DIJIA_LANGUAGE_CHINESE, text, sizeof text, &length) == DIJIA_NULL_POINTER);
  CHECK(dijia_error_message(&error, 2, text, sizeof text, &length) == DIJIA_INVALID_ENUMERATOR);
  dijia_error wrong = error;
  wrong.message_chinese_length = sizeof wrong.message_chinese + 1;
  CHECK(dijia_error_message(&wrong, DIJIA_LANGUAGE_CHINESE, text, sizeof text, &length) == DIJIA_TOO_LONG);
  wrong.size = sizeof wrong - 1;
  CHECK(dijia_error_message(&wrong, DIJIA_LANGUAGE_CHINESE, text, sizeof text, &length) == DIJIA_INVALID_SIZE);
}

/* Every cut of a text, in memory that ends where the text does. */
static void truncated(void) {
  static const char *const texts[] = {"　Ⅲ级－１２　",
                                      "公共管理与公共服务用地",
                                      "-79228162514264337593543950335",
                                      "２０２０-10-08",
                                      "通路、供电、通讯、供水、排水、供气、场地平整",
                                      "１２.５％"};
  for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
    for (size_t length = 0; length <= strlen(texts[t]); length++) {
      char *text = malloc(length + (length == 0));
      CHECK(text != NULL);
      memcpy(text, texts[t], length);
      dijia_zone_code code;
      dijia_land_use use;
      dijia_decimal value;
      dijia_date day;
      dijia_grade grade;
      dijia_area area;
      dijia_development_level level;
      dijia_service service;
      CHECK(dijia_zone_code_parse(text, length, &code, &error) < DIJIA_STATUS_END);
      CHECK(dijia_land_use_parse(text, length, &use, &error) < DIJIA_STATUS_END);
      CHECK(dijia_decimal_parse(text, length, &value, &error) < DIJIA_STATUS_END);
      CHECK(dijia_rate_parse(text, length, &value, &error) < DIJIA_STATUS_END);
      CHECK(dijia_date_parse(text, length, &day, &error) < DIJIA_STATUS_END);
      CHECK(dijia_grade_parse(text, length, &grade, &error) < DIJIA_STATUS_END);
      CHECK(dijia_area_parse(text, length, &area, &error) < DIJIA_STATUS_END);
      CHECK(dijia_service_parse(text, length, &service, &error) < DIJIA_STATUS_END);
      CHECK(dijia_development_level_parse(text, length, &level, &error) < DIJIA_STATUS_END);
      CHECK(dijia_edition_named(text, length) == NULL);
      free(text);
    }
  }
}

/* Buffers of every size, each in memory that ends where it does. */
static void buffers(void) {
  dijia_appraisal input = appraisal();
  input.area = dijia_some(decimal("1000"));
  input.remaining_term = dijia_some(decimal("33.57"));
  size_t needed = 0, written = 99;
  CHECK_OK(dijia_worksheet(&input, DIJIA_LANGUAGE_ENGLISH, DIJIA_LAYOUT_WIDE, NULL, 0, &needed, &error), &error);
  for (size_t capacity = 0; capacity <= needed + 2; capacity += capacity < needed - 3 ? 97 : 1) {
    if (capacity + 4 > needed && capacity < needed - 3) {
      capacity = needed - 3;
    }
    char *buffer = malloc(capacity + (capacity == 0));
    CHECK(buffer != NULL);
    memset(buffer, 'x', capacity);
    const dijia_status status =
        dijia_worksheet(&input, DIJIA_LANGUAGE_ENGLISH, DIJIA_LAYOUT_WIDE, buffer, capacity, &written, &error);
    CHECK(written == needed);
    if (capacity > needed) {
      CHECK(status == DIJIA_OK && strlen(buffer) == needed);
    } else {
      CHECK(status == DIJIA_BUFFER_TOO_SMALL);
      for (size_t i = 0; i < capacity; i++) {
        CHECK(buffer[i] == 'x');
      }
    }
    free(buffer);
  }
  CHECK_STATUS(DIJIA_NULL_POINTER, dijia_worksheet(&input, 0, DIJIA_LAYOUT_WIDE, NULL, 10, &written, &error), &error);
  CHECK_STATUS(DIJIA_NULL_POINTER, dijia_worksheet(&input, 0, DIJIA_LAYOUT_WIDE, NULL, 0, NULL, &error), &error);
  CHECK_STATUS(DIJIA_INVALID_ENUMERATOR, dijia_worksheet(&input, 2, DIJIA_LAYOUT_WIDE, NULL, 0, &written, &error),
               &error);
  for (dijia_layout layout = 4; layout != 0; layout = layout < 8 ? layout + 1 : layout << 1) {
    CHECK_STATUS(DIJIA_INVALID_ENUMERATOR, dijia_worksheet(&input, 0, layout, NULL, 0, &written, &error), &error);
  }
  CHECK_STATUS(DIJIA_TOO_LONG, dijia_decimal_text(decimal("1"), (char *)&written, SIZE_MAX, &written, &error), &error);
}

static void decimals(void) {
  dijia_decimal value = {0, 0, 0, 0, 0}, out = {9, 9, 0, 9, 9};
  char buffer[DIJIA_DECIMAL_CAPACITY];
  size_t length = 0;
  int32_t order = 7;
  double number = 0;
  int64_t whole = 0;
  for (unsigned scale = 0; scale < 256; scale++) {
    for (unsigned sign = 0; sign < 256; sign += 0x40) {
      value.scale = (uint8_t)scale;
      value.sign = (uint8_t)sign;
      value.lo64 = 12345;
      const dijia_status expected = scale <= 28 && (sign == 0 || sign == 0x80) ? DIJIA_OK : DIJIA_MALFORMED_DECIMAL;
      CHECK_STATUS(expected, dijia_decimal_text(value, buffer, sizeof buffer, &length, &error), &error);
      CHECK_STATUS(expected, dijia_decimal_to_double(value, &number, &error), &error);
      CHECK_STATUS(expected, dijia_decimal_compare(value, value, &order, &error), &error);
      CHECK(expected != DIJIA_OK || order == 0);
    }
  }
  value = decimal("0");
  value.reserved = 0xffff;
  CHECK_TEXT(shown(value, buffer), "0");
  value.sign = DIJIA_NEGATIVE;
  CHECK_TEXT(shown(value, buffer), "0");
  CHECK_OK(dijia_decimal_compare(decimal("-0.00"), decimal("0"), &order, &error), &error);
  CHECK(order == 0);
  CHECK_OK(dijia_decimal_compare(decimal("-1"), decimal("0.0000000000000000000000000001"), &order, &error), &error);
  CHECK(order == -1);
  CHECK_OK(dijia_decimal_compare(decimal("79228162514264337593543950335"), decimal("7.9228162514264337593543950335"),
                                 &order, &error),
           &error);
  CHECK(order == 1);
  CHECK_STATUS(DIJIA_NOT_FINITE, dijia_decimal_from_double((double)NAN, 2, &out, &error), &error);
  CHECK_STATUS(DIJIA_NOT_FINITE, dijia_decimal_from_double(-(double)INFINITY, 2, &out, &error), &error);
  CHECK_STATUS(DIJIA_TOO_MANY_PLACES, dijia_decimal_from_double(1, 29, &out, &error), &error);
  CHECK_STATUS(DIJIA_TOO_MANY_DIGITS, dijia_decimal_from_double(1e30, 0, &out, &error), &error);
  CHECK_STATUS(DIJIA_NOT_INTEGER, dijia_decimal_to_int64(decimal("0.5"), &whole, &error), &error);
  CHECK_STATUS(DIJIA_TOO_MANY_PLACES, dijia_decimal_round(decimal("1"), UINT32_MAX, 0, &out, &error), &error);
  CHECK_STATUS(DIJIA_INVALID_ENUMERATOR, dijia_decimal_round(decimal("1"), 2, 2, &out, &error), &error);
  CHECK(out.reserved == 9 && out.lo64 == 9);
  CHECK_OK(dijia_decimal_from_double(9138.005, 2, &out, &error), &error);
  CHECK_STATUS(DIJIA_TOO_MANY_DIGITS,
               dijia_total_yuan(decimal("8760.43"), decimal("1000"), 28, DIJIA_HALF_UP, &out, &error), &error);
  /* The layout is that of an OLE DECIMAL: -1.05 as its bytes, the words of them in the order of this machine. */
  unsigned char bytes[16] = {0, 0, 2, 0x80};
  const uint64_t digits = 105;
  memcpy(bytes + 8, &digits, sizeof digits);
  value = decimal("-1.05");
  CHECK(memcmp(&value, bytes, sizeof value) == 0);
}

static void editions(void) {
  const dijia_edition *edition = dijia_edition_jinan_2020();
  dijia_edition_facts facts = DIJIA_EDITION_FACTS_INIT;
  dijia_zone_price_row zone = DIJIA_ZONE_PRICE_ROW_INIT;
  dijia_grade_price_row grade = DIJIA_GRADE_PRICE_ROW_INIT;
  dijia_basis_row basis;
  dijia_annex_row annex = DIJIA_ANNEX_ROW_INIT;
  dijia_place_row place = DIJIA_PLACE_ROW_INIT;
  dijia_validity validity = 9;
  CHECK(dijia_edition_count() >= 1 && dijia_edition_at(dijia_edition_count()) == NULL);
  CHECK(dijia_edition_at(SIZE_MAX) == NULL && dijia_edition_named("jinan-2020", 10) == edition);
  CHECK(dijia_edition_named(NULL, 5) == NULL);
  CHECK_OK(dijia_edition_describe(edition, &facts, &error), &error);
  CHECK(facts.zone_price_count == 221 && facts.grade_price_count == 24 && facts.place_count == 10);
  CHECK_STATUS(DIJIA_NULL_POINTER, dijia_edition_describe(NULL, &facts, &error), &error);
  CHECK_STATUS(DIJIA_NULL_POINTER, dijia_edition_describe(edition, NULL, &error), &error);
  /* A pointer to anything else is not followed. */
  CHECK_STATUS(DIJIA_UNKNOWN_EDITION,
               dijia_edition_describe((const dijia_edition *)(const void *)&facts, &facts, &error), &error);
  CHECK_STATUS(DIJIA_UNKNOWN_EDITION, dijia_edition_describe((const dijia_edition *)(uintptr_t)1, &facts, &error),
               &error);
  for (size_t i = 0; i <= 300; i++) {
    CHECK((dijia_zone_price_at(edition, i, &zone, &error) == DIJIA_OK) == (i < facts.zone_price_count));
    CHECK((dijia_grade_price_at(edition, i, &grade, &error) == DIJIA_OK) == (i < facts.grade_price_count));
    CHECK((dijia_basis_at(edition, i, &basis, &error) == DIJIA_OK) == (i < facts.basis_count));
    CHECK((dijia_annex_at(edition, i, &annex, &error) == DIJIA_OK) == (i < facts.annex_count));
    CHECK((dijia_place_at(edition, i, &place, &error) == DIJIA_OK) == (i < facts.place_count));
  }
  CHECK_STATUS(DIJIA_INDEX_OUT_OF_RANGE, dijia_zone_price_at(edition, SIZE_MAX, &zone, &error), &error);
  CHECK(error.most == facts.zone_price_count);
  CHECK_STATUS(DIJIA_INVALID_ENUMERATOR, dijia_basis(edition, 3, DIJIA_COMMERCIAL, &basis, &error), &error);
  CHECK_STATUS(DIJIA_INVALID_ENUMERATOR, dijia_basis(edition, 0, 5, &basis, &error), &error);
  CHECK_STATUS(DIJIA_FIGURES_NOT_IN_HAND,
               dijia_grade_price(edition, DIJIA_FIRST_AREA, DIJIA_PUBLIC_SERVICE, 1, &grade, &error), &error);
  CHECK(error.annex == 5);
  CHECK_STATUS(DIJIA_FIGURES_NOT_IN_HAND,
               dijia_grade_price(edition, DIJIA_TOWNSHIP, DIJIA_COMMERCIAL, 1, &grade, &error), &error);
  CHECK(error.annex == 6);
  /* Every code of two bytes, every land use: a price, or why there is none. */
  size_t found = 0;
  for (unsigned use = 0; use < 7; use++) {
    for (unsigned number = 0; number < 65536; number++) {
      const dijia_zone_code code = {number >> 8, number & 0xff};
      const dijia_status status = dijia_zone_price(edition, DIJIA_FIRST_AREA, use, code, &zone, NULL);
      found += status == DIJIA_OK;
      CHECK(status == DIJIA_OK || status == DIJIA_INVALID_ENUMERATOR || status == DIJIA_INVALID_ZONE_CODE ||
            status == DIJIA_NO_SUCH_ZONE || status == DIJIA_NO_SUCH_GRADE || status == DIJIA_FIGURES_NOT_IN_HAND);
    }
  }
  CHECK(found == facts.zone_price_count);
  /* Codes that are those of prices but for their higher bytes. */
  const dijia_zone_code cut[] = {{3 + 256, 4}, {3, 4 + 256}, {3 + 256, 4 + 256}, {3, 0}, {0, 4}, {21, 1}, {20, 1}};
  const dijia_status why[] = {DIJIA_INVALID_ZONE_CODE, DIJIA_NO_SUCH_ZONE,      DIJIA_INVALID_ZONE_CODE,
                              DIJIA_INVALID_ZONE_CODE, DIJIA_INVALID_ZONE_CODE, DIJIA_INVALID_ZONE_CODE,
                              DIJIA_NO_SUCH_GRADE};
  for (size_t i = 0; i < sizeof cut / sizeof *cut; i++) {
    CHECK_STATUS(why[i], dijia_zone_price(edition, DIJIA_FIRST_AREA, DIJIA_COMMERCIAL, cut[i], &zone, &error), &error);
  }
  CHECK_STATUS(DIJIA_INVALID_GRADE,
               dijia_grade_price(edition, DIJIA_FIRST_AREA, DIJIA_COMMERCIAL, 3 + 256, &grade, &error), &error);
  const dijia_date days[] = {{2020, 0, 1}, {2020, 13, 1}, {2023, 2, 29}, {2020, 1, 0},
                             {-1, 1, 1},   {0, 1, 1},     {10000, 1, 1}, {2020, 200, 200}};
  for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
    CHECK_STATUS(DIJIA_MALFORMED_DATE, dijia_validity_on(edition, days[i], &validity, &error), &error);
  }
  const dijia_date last = {2023, 10, 7}, after = {2023, 10, 8};
  CHECK_OK(dijia_validity_on(edition, last, &validity, &error), &error);
  CHECK(validity == DIJIA_IN_FORCE);
  CHECK_OK(dijia_validity_on(edition, after, &validity, &error), &error);
  CHECK(validity == DIJIA_EXPIRED);
}

/* Structs that say a wrong size, or more than this version knows. */
static void sizes(void) {
  dijia_appraisal input = appraisal();
  dijia_appraised out = DIJIA_APPRAISED_INIT;
  const size_t wrong[] = {0, 1, sizeof(size_t), sizeof input - 1, 4097, SIZE_MAX};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    input.size = wrong[i];
    CHECK_STATUS(DIJIA_INVALID_SIZE, dijia_appraise(&input, &out, &error), &error);
    input.size = sizeof input;
    out.size = wrong[i] == sizeof input - 1 ? sizeof out - 1 : wrong[i];
    CHECK_STATUS(DIJIA_INVALID_SIZE, dijia_appraise(&input, &out, &error), &error);
    out.size = sizeof out;
  }
  struct {
    dijia_appraisal known;
    unsigned char unknown[64];
  } larger;
  memset(&larger, 0, sizeof larger);
  larger.known = appraisal();
  larger.known.size = sizeof larger;
  CHECK_OK(dijia_appraise(&larger.known, &out, &error), &error);
  larger.unknown[40] = 1;
  CHECK_STATUS(DIJIA_INVALID_SIZE, dijia_appraise(&larger.known, &out, &error), &error);
  struct {
    dijia_appraised known;
    unsigned char unknown[64];
  } result;
  memset(&result, 0x5a, sizeof result);
  result.known.size = sizeof result;
  CHECK_OK(dijia_appraise(&input, &result.known, &error), &error);
  CHECK(result.known.size == sizeof result && result.unknown[0] == 0x5a && result.unknown[63] == 0x5a);
}

static void unaligned(void) {
  unsigned char memory[sizeof(dijia_appraisal) + sizeof(dijia_appraised) + 2];
  const dijia_appraisal input = appraisal();
  const dijia_appraised empty = DIJIA_APPRAISED_INIT;
  dijia_appraised out;
  memcpy(memory + 1, &input, sizeof input);
  memcpy(memory + 1 + sizeof input, &empty, sizeof empty);
  CHECK_OK(dijia_appraise((const dijia_appraisal *)(const void *)(memory + 1),
                          (dijia_appraised *)(void *)(memory + 1 + sizeof input), &error),
           &error);
  memcpy(&out, memory + 1 + sizeof input, sizeof out);
  char buffer[DIJIA_DECIMAL_CAPACITY];
  CHECK_TEXT(shown(out.unit_price, buffer), "9138.00");
}

/* Structs filled with whatever comes: nothing may crash, and what succeeds must be a price. */
static void noise(void) {
  uint64_t state = 88172645463325252u;
  for (int round = 0; round < 20000; round++) {
    dijia_appraisal input = appraisal();
    unsigned char *bytes = (unsigned char *)&input;
    for (int change = 0; change < 1 + round % 12; change++) {
      state ^= state << 13;
      state ^= state >> 7;
      state ^= state << 17;
      const size_t at = sizeof(size_t) + (size_t)(state >> 16) % (sizeof input - sizeof(size_t));
      bytes[at] = (unsigned char)(state & 1 ? state >> 8 : (state >> 8) % 3);
    }
    /* What the caller vouches for: pointers and counts. */
    input.edition = round % 5 == 0 ? NULL : dijia_edition_jinan_2020();
    input.plot_ratio_table = NULL;
    input.date_index = NULL;
    input.coefficients = NULL;
    input.factor_corrections = NULL;
    input.unit_costs = NULL;
    input.editions = NULL;
    input.levels = NULL;
    input.origin = NULL;
    if (round % 3 != 0) {
      input.plot_ratio_row_count = input.date_index_point_count = input.coefficient_count = 0;
      input.factor_correction_count = input.unit_cost_count = input.edition_count = 0;
      input.level_count = 0;
    }
    dijia_appraised out = DIJIA_APPRAISED_INIT;
    size_t length = 0;
    const dijia_status status = dijia_appraise(&input, &out, &error);
    CHECK(status >= DIJIA_OK && status < DIJIA_STATUS_END && status != DIJIA_INTERNAL);
    CHECK(dijia_worksheet(&input, 0, DIJIA_LAYOUT_WIDE, NULL, 0, &length, &error) == status);
    if (status == DIJIA_OK) {
      char buffer[DIJIA_DECIMAL_CAPACITY];
      CHECK(shown(out.unit_price, buffer)[0] != '-' && length > 0);
    }
  }
}

static void *soak(void *unused) {
  (void)unused;
  for (int i = 0; i < 300; i++) {
    dijia_appraisal input = appraisal();
    dijia_appraised out = DIJIA_APPRAISED_INIT;
    dijia_error own = DIJIA_ERROR_INIT;
    char buffer[DIJIA_DECIMAL_CAPACITY], sheet[8192];
    size_t length = 0;
    input.remaining_term = dijia_some(decimal("33.57"));
    CHECK_OK(dijia_appraise(&input, &out, &own), &own);
    CHECK_TEXT(shown(out.unit_price, buffer), "8729.53");
    CHECK_OK(dijia_worksheet(&input, (dijia_language)i & 1, DIJIA_LAYOUT_WIDE, sheet, sizeof sheet, &length, &own),
             &own);
    input.code.number = 99;
    CHECK_STATUS(DIJIA_NO_SUCH_ZONE, dijia_appraise(&input, &out, &own), &own);
    CHECK_TEXT(own.message, "no commercial zone Ⅲ-99: Ⅲ has zones 1 to 12");
  }
  return NULL;
}

static void threads(void) {
  pthread_t thread[8];
  for (size_t i = 0; i < 8; i++) {
    CHECK(pthread_create(&thread[i], NULL, soak, NULL) == 0);
  }
  for (size_t i = 0; i < 8; i++) {
    CHECK(pthread_join(thread[i], NULL) == 0);
  }
}

int main(void) {
  error = DIJIA_ERROR_INIT;
  versions();
  statuses();
  texts();
  messages();
  truncated();
  buffers();
  decimals();
  editions();
  sizes();
  unaligned();
  noise();
  threads();
  puts("hostile: all came to a status");
  return 0;
}
