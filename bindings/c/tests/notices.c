/* Real notices, packed and opened, against the second reading of their figures in crates/dijia-tables/tests/sources;
 * and what a word of one edition is to another. Usage: notices <folder of edition files> <folder of sources> */
#include "notices.h"

enum { MAX_CELLS = 16, MAX_LINE = 4096 };

static const char *sources;
static char buffer[DIJIA_DECIMAL_CAPACITY];

/* A source: its cells, row by row, the heading first. */
struct source {
  char text[MOST_BYTES];
  char *cells[MAX_LINE][MAX_CELLS];
  size_t rows;
};

/* Splits at commas that no bracket holds together. */
static void split_row(char *line, char **cells) {
  size_t count = 0;
  cells[count++] = line;
  for (char *at = line; *at != '\0'; at++) {
    if (*at == ',') {
      *at = '\0';
      CHECK(count < MAX_CELLS);
      cells[count++] = at + 1;
    }
  }
}

static struct source *read_source(const char *name) {
  static struct source source;
  char path[MAX_LINE];
  memset(&source, 0, sizeof source);
  CHECK(snprintf(path, sizeof path, "%s/%s.csv", sources, name) < (int)sizeof path);
  FILE *const file = fopen(path, "rb");
  if (file == NULL) {
    fprintf(stderr, "%s: cannot be read\n", path);
    exit(1);
  }
  const size_t length = fread(source.text, 1, sizeof source.text - 1, file);
  CHECK(length > 0 && length < sizeof source.text - 1 && fclose(file) == 0);
  for (char *line = strtok(source.text, "\r\n"); line != NULL; line = strtok(NULL, "\r\n")) {
    split_row(line, source.cells[source.rows++]);
  }
  return &source;
}

static dijia_land_use use_of(const dijia_edition *edition, const char *name) {
  dijia_land_use use = 77;
  CHECK_OK(dijia_edition_land_use(edition, name, strlen(name), &use, &error), &error);
  return use;
}

static dijia_area area_of(const dijia_edition *edition, const char *name) {
  dijia_area area = 77;
  CHECK_OK(dijia_edition_area(edition, name, strlen(name), &area, &error), &error);
  return area;
}

static dijia_grade grade_of(const dijia_edition *edition, const char *name) {
  dijia_grade grade = 77;
  CHECK_OK(dijia_edition_grade(edition, name, strlen(name), &grade, &error), &error);
  return grade;
}

static int says(dijia_text text, const char *expected) {
  return text.length == strlen(expected) && memcmp(text.data, expected, text.length) == 0;
}

/* The price of a grade, which must be the one printed, or none where none is. */
static int check_grade(const dijia_edition *edition, dijia_area area, const char *use, const char *grade,
                       const char *printed, dijia_grade_price_row *row) {
  *row = DIJIA_GRADE_PRICE_ROW_INIT;
  const dijia_status status =
      dijia_grade_price(edition, area, use_of(edition, use), grade_of(edition, grade), row, &error);
  if (*printed == '\0') {
    CHECK(status == DIJIA_NO_SUCH_GRADE);
    return 0;
  }
  CHECK_STATUS(DIJIA_OK, status, &error);
  CHECK_TEXT(shown(row->printed, buffer), printed);
  CHECK(row->land_use == use_of(edition, use) && row->grade == grade_of(edition, grade) && row->is_lower_bound == 0);
  return 1;
}

static dijia_edition_facts facts_of(const dijia_edition *edition) {
  dijia_edition_facts facts = DIJIA_EDITION_FACTS_INIT;
  CHECK_OK(dijia_edition_describe(edition, &facts, &error), &error);
  return facts;
}

/* Six land uses, the plot ratio of the basis by grade. */
static void tongdao(void) {
  static struct notice notice;
  const dijia_edition *const edition = open_notice(&notice, "tongdao-2026");
  const struct source *source = read_source("tongdao-2026-prices");
  dijia_grade_price_row row;
  size_t prices = 0;
  for (size_t i = 1; i < source->rows; i++) {
    char *const *const cells = source->cells[i];
    for (size_t grade = 1; grade <= 5; grade++) {
      prices += (size_t)check_grade(edition, DIJIA_FIRST_AREA, cells[0], source->cells[0][grade], cells[grade], &row);
      CHECK(row.priced_area == DIJIA_PER_LAND && row.per_square_metre.present == 1 && row.zone_count == 0);
      CHECK_TEXT(shown(row.basis.statutory_term.value, buffer), cells[6]);
      /* 7.70 % is 0.0770. */
      const dijia_decimal rate = row.basis.capitalization_rate.value;
      CHECK(rate.scale == 4 && (int)rate.lo64 == (cells[7][0] - '0') * 100 + atoi(cells[7] + 2));
      CHECK(says(row.basis.development_name, "五通一平") && row.basis.has_development_level == 1);
      CHECK(row.basis.development_level == DIJIA_FIVE_SERVICES);
    }
  }
  CHECK(prices == 30 && facts_of(edition).grade_price_count == 30);
  source = read_source("tongdao-2026-basis");
  for (size_t i = 1; i < source->rows; i++) {
    CHECK_OK(dijia_grade_price(edition, DIJIA_FIRST_AREA, DIJIA_RESIDENTIAL, grade_of(edition, source->cells[i][0]),
                               &row, &error),
             &error);
    CHECK_TEXT(shown(row.basis.plot_ratio.value, buffer), source->cells[i][2]);
    CHECK(row.basis.grade == row.grade && row.basis.base_date.value.year == 2025);
  }
  const dijia_edition_facts facts = facts_of(edition);
  CHECK(says(facts.document.number, "通政发〔2026〕1号") && !facts.document.last_day_in_force.present);

  /* A use that is the only one of its class is asked for by the class; one of no class has a number of its own. */
  CHECK(use_of(edition, "商业服务业用地") == DIJIA_COMMERCIAL && use_of(edition, "商服") == DIJIA_COMMERCIAL);
  const dijia_land_use utilities = use_of(edition, "公用设施");
  CHECK(utilities > 0x80000000 && utilities == use_of(edition, " 公用设施用地 ") &&
        utilities != use_of(edition, "仓储"));
  dijia_text name;
  CHECK_OK(dijia_edition_land_use_name(edition, utilities, DIJIA_LANGUAGE_CHINESE, &name, &error), &error);
  CHECK(says(name, "公用设施"));
  CHECK_OK(dijia_edition_land_use_name(edition, DIJIA_COMMERCIAL, DIJIA_LANGUAGE_CHINESE, &name, &error), &error);
  CHECK(says(name, "商业服务业"));
  CHECK_STATUS(DIJIA_INVALID_ENUMERATOR, dijia_land_use_name(utilities, 0, &name, &error), &error);
  CHECK_STATUS(DIJIA_NO_SUCH_USE,
               dijia_grade_price(edition, DIJIA_FIRST_AREA, DIJIA_INDUSTRIAL, grade_of(edition, "一级"), &row, &error),
               &error);
  CHECK_TEXT(error.message, "no industrial land use: edition tongdao-2026 has none");
  dijia_land_use use = 5;
  CHECK_STATUS(DIJIA_INVALID_LAND_USE, dijia_edition_land_use(edition, "商住", 6, &use, &error), &error);
  CHECK(use == 5);

  dijia_land_use_row listed = DIJIA_LAND_USE_ROW_INIT;
  size_t listed_count = 0;
  for (; dijia_land_use_at(edition, listed_count, &listed, &error) == DIJIA_OK; listed_count++) {
    CHECK(use_of(edition, "工矿") != listed.land_use || listed.class_of_use == DIJIA_NO_LAND_USE);
    CHECK(listed.land_use != DIJIA_RESIDENTIAL || listed.class_of_use == DIJIA_RESIDENTIAL);
  }
  CHECK(listed_count == 6 && facts.land_use_count == 6);
}

/* Floor prices, and two uses of one class. */
static void shanghai(void) {
  static const char *const uses[] = {"住宅", "商业", "办公", "研发总部", "工业"};
  static struct notice notice;
  const dijia_edition *const edition = open_notice(&notice, "shanghai-2013");
  const struct source *source = read_source("shanghai-2013");
  dijia_grade_price_row row;
  size_t prices = 0;
  for (size_t i = 1; i < source->rows; i++) {
    char *const *const cells = source->cells[i];
    for (size_t use = 0; use < 5; use++) {
      const char *const printed = cells[1 + 2 * use], *const ratio = cells[2 + 2 * use];
      if (check_grade(edition, DIJIA_FIRST_AREA, uses[use], cells[0], printed, &row)) {
        prices++;
        CHECK(row.priced_area == DIJIA_PER_FLOOR && row.per_square_metre.present == 1);
        CHECK_TEXT(shown(row.per_floor_area.value, buffer), printed);
        CHECK_TEXT(shown(row.basis.plot_ratio.value, buffer), ratio);
        /* Land is floor × plot ratio, which has one place: in tenths of a yuan. */
        const dijia_decimal land = row.per_square_metre.value;
        const uint64_t tenths = (uint64_t)((ratio[0] - '0') * 10 + (ratio[2] - '0'));
        CHECK(land.scale == 1 && land.lo64 == (uint64_t)atoi(printed) * tenths);
      }
    }
  }
  CHECK(prices == 43);
  CHECK_STATUS(DIJIA_SEVERAL_USES, dijia_grade_price(edition, DIJIA_FIRST_AREA, DIJIA_COMMERCIAL, 1, &row, &error),
               &error);
  CHECK_TEXT(error.message, "several land uses are commercial ones, 商业 and 办公, and which is meant is not guessed");
  dijia_text name;
  CHECK_OK(dijia_edition_land_use_name(edition, use_of(edition, "研发"), DIJIA_LANGUAGE_ENGLISH, &name, &error),
           &error);
  CHECK(says(name, "research and headquarters"));
  CHECK_OK(dijia_edition_land_use_name(edition, use_of(edition, "研发"), DIJIA_LANGUAGE_CHINESE, &name, &error),
           &error);
  CHECK(says(name, "研发总部"));

  /* A parcel of a floor price starts from the price of land: 22850 × 4.0. */
  dijia_appraisal input = DIJIA_APPRAISAL_INIT;
  dijia_appraised out = DIJIA_APPRAISED_INIT;
  input.edition = edition;
  input.base = DIJIA_BASE_GRADE;
  input.land_use = use_of(edition, "办公");
  input.code.grade = 1;
  CHECK_OK(dijia_appraise(&input, &out, &error), &error);
  CHECK_TEXT(shown(out.unit_price, buffer), "91400.00");
}

/* Four areas, each with its grades, and a 六通一平 that is not Jinan's. */
static void lanzhou(void) {
  static struct notice notice;
  const dijia_edition *const edition = open_notice(&notice, "lanzhou-counties");
  const struct source *source = read_source("lanzhou-counties");
  dijia_grade_price_row row, first = DIJIA_GRADE_PRICE_ROW_INIT;
  size_t prices = 0;
  for (size_t i = 1; i < source->rows; i++) {
    char *const *const cells = source->cells[i];
    const dijia_area area = area_of(edition, cells[0]);
    for (size_t grade = 2; grade <= 6; grade++) {
      if (check_grade(edition, area, cells[1], source->cells[0][grade], cells[grade], &row)) {
        prices++;
        CHECK(row.area == area && row.basis.area == area && !row.basis.plot_ratio.present);
        const dijia_development_level heated = DIJIA_TELECOM | DIJIA_HEATING;
        const dijia_development_level services = DIJIA_ROAD | DIJIA_POWER | DIJIA_WATER_SUPPLY | DIJIA_DRAINAGE |
                                                 DIJIA_LEVELLING | (strcmp(cells[0], "皋兰县") == 0 ? 0 : heated);
        CHECK(row.basis.development_level == services);
      }
    }
  }
  CHECK(prices == 54 && facts_of(edition).area_count == 4);
  const dijia_area yuzhong = area_of(edition, "榆中县");
  CHECK(yuzhong > 0x80000000 && area_of(edition, "Yuzhong County") == yuzhong);
  CHECK_OK(dijia_grade_price(edition, DIJIA_FIRST_AREA, DIJIA_COMMERCIAL, 1, &first, &error), &error);
  CHECK(first.area == yuzhong);
  CHECK_STATUS(DIJIA_NO_SUCH_AREA, dijia_grade_price(edition, DIJIA_CENTRAL_URBAN, DIJIA_COMMERCIAL, 1, &row, &error),
               &error);
  dijia_text name;
  CHECK_OK(dijia_edition_area_name(edition, yuzhong, DIJIA_LANGUAGE_ENGLISH, &name, &error), &error);
  CHECK(says(name, "Yuzhong County"));
  dijia_area_row last = DIJIA_AREA_ROW_INIT;
  CHECK_OK(dijia_area_at(edition, 3, &last, &error), &error);
  CHECK(last.area == area_of(edition, "红古区") && says(last.name, "红古区") && says(last.english, "Honggu District"));

  /* The area is a part of the appraisal; without it the first is meant. */
  dijia_appraisal input = DIJIA_APPRAISAL_INIT;
  dijia_appraised out = DIJIA_APPRAISED_INIT;
  input.edition = edition;
  input.base = DIJIA_BASE_GRADE;
  input.land_use = DIJIA_COMMERCIAL;
  input.code.grade = 2;
  CHECK_OK(dijia_appraise(&input, &out, &error), &error);
  CHECK_TEXT(shown(out.unit_price, buffer), "544.00");
  input.area_of_price = area_of(edition, "皋兰县");
  CHECK_OK(dijia_appraise(&input, &out, &error), &error);
  CHECK_TEXT(shown(out.unit_price, buffer), "367.00");
}

/* No industrial grade Ⅰ, and nothing said of what the prices assume. */
static void daguan(void) {
  static const char *const uses[] = {"商业", "住宅", "工业"};
  static struct notice notice;
  const dijia_edition *const edition = open_notice(&notice, "daguan-2014");
  const struct source *source = read_source("daguan-2014");
  dijia_grade_price_row row = DIJIA_GRADE_PRICE_ROW_INIT;
  for (size_t i = 1; i < source->rows; i++) {
    for (size_t use = 0; use < 3; use++) {
      check_grade(edition, DIJIA_FIRST_AREA, uses[use], source->cells[i][0], source->cells[i][1 + use], &row);
    }
  }
  CHECK(!row.basis.base_date.present && !row.basis.statutory_term.present && row.basis.has_development_level == 0);
  CHECK_STATUS(DIJIA_NO_SUCH_GRADE, dijia_grade_price(edition, 0, DIJIA_INDUSTRIAL, 1, &row, &error), &error);
  CHECK_TEXT(error.message, "no industrial grade Ⅰ: industrial grades run from Ⅱ to Ⅳ");
  /* A term cannot be corrected without a rate: that is an error and not a default. */
  dijia_appraisal input = DIJIA_APPRAISAL_INIT;
  dijia_appraised out = DIJIA_APPRAISED_INIT;
  input.edition = edition;
  input.base = DIJIA_BASE_GRADE;
  input.land_use = DIJIA_INDUSTRIAL;
  input.code.grade = 2;
  input.remaining_term = dijia_some(decimal("20"));
  CHECK_STATUS(DIJIA_NOT_STATED, dijia_appraise(&input, &out, &error), &error);
  CHECK(error.quantity == DIJIA_QUANTITY_CAPITALIZATION_RATE);
  CHECK_TEXT(
      error.message,
      "the term coefficient needs the capitalization rate, which daguan-2014 does not state and which is not given");
}

/* Bases by district, and no price in hand. */
static void zibo(void) {
  static const char *const areas[] = {"张店区", "其他区县"};
  static struct notice notice;
  const dijia_edition *const edition = open_notice(&notice, "zibo-2023");
  const struct source *source = read_source("zibo-2023");
  dijia_grade_price_row row = DIJIA_GRADE_PRICE_ROW_INIT;
  for (size_t i = 1; i < source->rows; i++) {
    const dijia_land_use use = use_of(edition, source->cells[i][0]);
    for (size_t area = 0; area < 2; area++) {
      dijia_basis_row basis;
      const dijia_area of = area_of(edition, areas[area]);
      CHECK_OK(dijia_basis(edition, of, use, &basis, &error), &error);
      CHECK_TEXT(shown(basis.plot_ratio.value, buffer), source->cells[i][1 + area]);
      CHECK(basis.area == of && basis.land_use == use && basis.grade == 0);
      CHECK_STATUS(DIJIA_FIGURES_NOT_IN_HAND, dijia_grade_price(edition, of, use, 1, &row, &error), &error);
    }
  }
}

/* Codes that are names, and no grade and number. */
static void beijing(void) {
  static struct notice notice;
  const dijia_edition *const edition = open_notice(&notice, "beijing-codes");
  const struct source *source = read_source("beijing-codes");
  dijia_zone_price_row row = DIJIA_ZONE_PRICE_ROW_INIT;
  dijia_zone_code code = {0, 0}, before = {0, 0};
  size_t count = 0;
  for (char *text = strtok(source->cells[1][0], ";"); text != NULL; text = strtok(NULL, ";"), count++) {
    char again[64];
    size_t length = 0;
    CHECK_OK(dijia_edition_zone_code(edition, text, strlen(text), &code, &error), &error);
    CHECK(code.grade > 0x80000000 && (code.grade != before.grade || code.number != before.number));
    CHECK_OK(dijia_edition_zone_code_text(edition, code, again, sizeof again, &length, &error), &error);
    CHECK_TEXT(again, text);
    for (unsigned use = 0; use < 2; use++) {
      char expected[16];
      const size_t price = use == 0 ? 20000 + 37 * count : 18000 + 41 * count;
      const dijia_land_use land_use = use == 0 ? DIJIA_COMMERCIAL : DIJIA_RESIDENTIAL;
      CHECK_OK(dijia_zone_price(edition, DIJIA_FIRST_AREA, land_use, code, &row, &error), &error);
      snprintf(expected, sizeof expected, "%zu", price);
      CHECK_TEXT(shown(row.printed, buffer), expected);
      CHECK(row.code.grade == code.grade && row.code.number == code.number && row.grade == 0);
      /* A price of floor, and no plot ratio that would make one of land of it. */
      CHECK(row.priced_area == DIJIA_PER_FLOOR && row.per_square_metre.present == 0);
    }
    before = code;
  }
  CHECK(count == 67 && facts_of(edition).zone_price_count == 134);
  const dijia_text spelled[] = {DIJIA_TEXT(" 通１ "), DIJIA_TEXT("昌南"), DIJIA_TEXT("通5"), DIJIA_TEXT("　２６")};
  dijia_zone_price_row rows[4] = {DIJIA_ZONE_PRICE_ROW_INIT};
  dijia_status statuses[4];
  CHECK_STATUS(DIJIA_SOME_FAILED,
               dijia_zone_prices(edition, DIJIA_FIRST_AREA, DIJIA_COMMERCIAL, spelled, 4, rows, statuses, &error),
               &error);
  CHECK(error.index == 2 && statuses[2] == DIJIA_INVALID_ZONE_CODE && statuses[3] == DIJIA_OK);
  /* A number that the edition has not given is none of its codes. */
  size_t length = 0;
  const dijia_zone_code unlisted[] = {{code.grade, code.number ^ 0x10000}, {code.grade, 0}, {code.grade, UINT32_MAX}};
  for (size_t i = 0; i < sizeof unlisted / sizeof *unlisted; i++) {
    CHECK_STATUS(DIJIA_NO_SUCH_ZONE, dijia_edition_zone_code_text(edition, unlisted[i], NULL, 0, &length, &error),
                 &error);
    CHECK_STATUS(DIJIA_NO_SUCH_ZONE, dijia_zone_price(edition, 0, DIJIA_COMMERCIAL, unlisted[i], &row, &error), &error);
  }
  /* 通1 is the 27th code, 26 the 26th. */
  CHECK_TEXT(shown(rows[0].printed, buffer), "20962");
  CHECK_TEXT(shown(rows[3].printed, buffer), "20925");

  dijia_appraisal input = DIJIA_APPRAISAL_INIT;
  dijia_appraised out = DIJIA_APPRAISED_INIT;
  input.edition = edition;
  input.base = DIJIA_BASE_ZONE;
  input.land_use = DIJIA_COMMERCIAL;
  input.code = rows[0].code;
  CHECK_STATUS(DIJIA_NOT_STATED, dijia_appraise(&input, &out, &error), &error);
  CHECK(error.quantity == DIJIA_QUANTITY_PLOT_RATIO && error.other_quantity == DIJIA_QUANTITY_BASE_PRICE);
}

/* A word of one edition's own is none of another, nor another kind of word: an error, and never a price. */
static void words_of_another_edition(void) {
  static struct notice notices[3];
  const dijia_edition *const tongdao = open_notice(&notices[0], "tongdao-2026");
  const dijia_edition *const lanzhou = open_notice(&notices[1], "lanzhou-counties");
  const dijia_edition *const beijing = open_notice(&notices[2], "beijing-codes");
  const dijia_edition *const all[] = {tongdao, lanzhou, beijing, dijia_edition_jinan_2020()};
  const dijia_land_use use = use_of(tongdao, "工矿");
  const dijia_area area = area_of(lanzhou, "永登县");
  dijia_zone_code code;
  CHECK_OK(dijia_edition_zone_code(beijing, "昌南", 6, &code, &error), &error);
  dijia_grade_price_row row = DIJIA_GRADE_PRICE_ROW_INIT;
  dijia_zone_price_row zone = DIJIA_ZONE_PRICE_ROW_INIT;
  dijia_basis_row basis;
  dijia_text name;
  size_t length;
  for (size_t i = 0; i < 4; i++) {
    const dijia_edition *const of = all[i];
    const int has_use = of == tongdao, has_area = of == lanzhou, has_code = of == beijing;
    const dijia_status other = DIJIA_OF_ANOTHER_EDITION;
    CHECK(dijia_grade_price(of, 0, use, 1, &row, &error) == (has_use ? DIJIA_OK : other));
    CHECK((dijia_grade_price(of, area, DIJIA_COMMERCIAL, 1, &row, &error) == other) == !has_area);
    CHECK((dijia_zone_price(of, 0, DIJIA_COMMERCIAL, code, &zone, &error) == other) == !has_code);
    CHECK((dijia_basis(of, area, DIJIA_COMMERCIAL, &basis, &error) == other) == !has_area);
    CHECK((dijia_edition_land_use_name(of, use, 0, &name, &error) == other) == !has_use);
    CHECK((dijia_edition_area_name(of, area, 0, &name, &error) == other) == !has_area);
    CHECK((dijia_edition_zone_code_text(of, code, NULL, 0, &length, &error) == other) == !has_code);
    dijia_appraisal input = DIJIA_APPRAISAL_INIT;
    dijia_appraised out = DIJIA_APPRAISED_INIT;
    input.edition = of;
    input.base = DIJIA_BASE_GRADE;
    input.land_use = use;
    input.code.grade = 1;
    CHECK(dijia_appraise(&input, &out, &error) == (has_use ? DIJIA_OK : other));
  }
  CHECK_STATUS(DIJIA_OF_ANOTHER_EDITION, dijia_grade_price(tongdao, use, DIJIA_COMMERCIAL, 1, &row, &error), &error);
  CHECK_STATUS(DIJIA_OF_ANOTHER_EDITION, dijia_grade_price(tongdao, 0, use, use, &row, &error), &error);
  CHECK_STATUS(DIJIA_OF_ANOTHER_EDITION, dijia_grade_price(lanzhou, 0, area, 1, &row, &error), &error);
  CHECK_STATUS(DIJIA_OF_ANOTHER_EDITION, dijia_grade_price(beijing, 0, DIJIA_COMMERCIAL, code.grade, &row, &error),
               &error);
  /* Every neighbour of a number of the edition's: one of its six uses, or none. */
  size_t found = 0;
  for (unsigned bit = 0; bit < 31; bit++) {
    found += dijia_grade_price(tongdao, 0, use ^ 1U << bit, 1, &row, &error) == DIJIA_OK;
  }
  CHECK(found <= 3);
}

/* What moved from one edition of a city to the next, against both readings of their figures. */
static void differences(void) {
  static const char *const uses[] = {"住宅", "商业", "办公", "工业"};
  static struct notice notices[2];
  static dijia_difference_row rows[256];
  static char before[10][4][16];
  const dijia_edition *const earlier = open_notice(&notices[0], "shanghai-2010");
  const dijia_edition *const later = open_notice(&notices[1], "shanghai-2013");
  const struct source *source = read_source("shanghai-2010");
  CHECK(source->rows == 11);
  for (size_t i = 0; i < 10; i++) {
    for (size_t use = 0; use < 4; use++) {
      snprintf(before[i][use], sizeof before[i][use], "%s", source->cells[i + 1][1 + 2 * use]);
    }
  }
  source = read_source("shanghai-2013");
  size_t expected = 0, count = 0, seen = 0;
  CHECK_OK(dijia_difference(earlier, later, NULL, 0, &count, &error), &error);
  CHECK(count > 1 && count <= sizeof rows / sizeof *rows);
  rows[0] = DIJIA_DIFFERENCE_ROW_INIT;
  const size_t needed = count;
  CHECK_STATUS(DIJIA_BUFFER_TOO_SMALL, dijia_difference(earlier, later, rows, needed - 1, &count, &error), &error);
  CHECK(count == needed && rows[0].kind == 0);
  CHECK_OK(dijia_difference(earlier, later, rows, needed, &count, &error), &error);
  for (size_t i = 0; i < 10; i++) {
    for (size_t use = 0; use < 5; use++) {
      /* The columns of 2013 are housing, shops, offices, research, industry; research is new. */
      const char *const after = source->cells[i + 1][1 + 2 * use];
      const char *const was = use == 3 ? "" : before[i][use == 4 ? 3 : use];
      const char *const name = use == 3 ? "研发总部" : uses[use == 4 ? 3 : use];
      if (strcmp(was, after) == 0) {
        continue;
      }
      expected++;
      for (size_t at = 0; at < count; at++) {
        const dijia_difference_row *const row = &rows[at];
        if (!says(row->land_use, name) || (size_t)grade_of(later, row->name) != i + 1) {
          continue;
        }
        seen++;
        CHECK(row->of_zone == 0 && row->before.printed.present == (*was != '\0'));
        CHECK(row->after.printed.present == (*after != '\0'));
        if (*was != '\0') {
          CHECK_TEXT(shown(row->before.printed.value, buffer), was);
          CHECK(row->before.priced_area == DIJIA_PER_FLOOR && says(row->before.citation.part, "表1-1"));
        }
        if (*after != '\0') {
          CHECK_TEXT(shown(row->after.printed.value, buffer), after);
          CHECK(row->after.citation.row == i + 1 && says(row->after.citation.part, "基准地价表"));
        }
        CHECK(row->kind == (*was == '\0'     ? DIJIA_PRICE_ADDED
                            : *after == '\0' ? DIJIA_PRICE_DROPPED
                                             : DIJIA_PRICE_MOVED));
        CHECK(row->percent.present == (row->kind == DIJIA_PRICE_MOVED));
        if (row->percent.present) {
          /* after ÷ before − 1 in hundredths of a per cent, half up; prices only rose. */
          const uint64_t one = (uint64_t)atol(was), other = (uint64_t)atol(after);
          const dijia_decimal percent = row->percent.value;
          CHECK(percent.scale == 2 && percent.sign == 0 &&
                percent.lo64 == (2 * (other - one) * 10000 + one) / (2 * one));
        }
      }
    }
  }
  CHECK(expected == count && seen == count);
  CHECK_OK(dijia_difference(later, later, NULL, 0, &count, &error), &error);
  CHECK(count == 0);
  CHECK_STATUS(DIJIA_NULL_POINTER, dijia_difference(NULL, later, NULL, 0, &count, &error), &error);
  CHECK_STATUS(DIJIA_NULL_POINTER, dijia_difference(earlier, later, NULL, 5, &count, &error), &error);
  CHECK_STATUS(DIJIA_NULL_POINTER, dijia_difference(earlier, later, NULL, 0, NULL, &error), &error);
  rows[0].size = 8;
  CHECK_STATUS(DIJIA_INVALID_SIZE, dijia_difference(earlier, later, rows, needed, &count, &error), &error);
}

int main(int argc, char **argv) {
  CHECK(argc == 3);
  editions = argv[1];
  sources = argv[2];
  error = DIJIA_ERROR_INIT;
  tongdao();
  shanghai();
  lanzhou();
  daguan();
  zibo();
  beijing();
  words_of_another_edition();
  differences();
  puts("notices: every figure as printed");
  return 0;
}
