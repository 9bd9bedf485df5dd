/* Corrections as a document prints them: the parcel of a real report, from its levels alone.
 * Usage: corrections <folder of edition files> <folder of sources> */
#include "notices.h"

enum { FACTORS = 12, LEVELS = FACTORS + 3, LINE = 1024 };

static char lines[FACTORS + 1][LINE];
static dijia_level levels[LEVELS];
static char buffer[DIJIA_DECIMAL_CAPACITY];
static char text[1 << 16];

/* The levels of the parcel: the last column of the source. */
static void read_levels(const char *folder) {
  char path[MAX_PATH_LENGTH];
  CHECK(snprintf(path, sizeof path, "%s/tongdao-2026-factors.csv", folder) < (int)sizeof path);
  FILE *const file = fopen(path, "rb");
  CHECK(file != NULL);
  for (size_t row = 0; row <= FACTORS; row++) {
    CHECK(fgets(lines[row], LINE, file) != NULL);
  }
  CHECK(fclose(file) == 0);
  for (size_t row = 0; row < FACTORS; row++) {
    char *const name = strtok(lines[row + 1], ",");
    char *level = NULL;
    for (char *cell = name; cell != NULL; cell = strtok(NULL, ",\r\n")) {
      level = cell;
    }
    levels[row] = (dijia_level){text_of(name), text_of(level)};
  }
  levels[FACTORS] = (dijia_level){DIJIA_TEXT("形状"), DIJIA_TEXT("较优")};
  levels[FACTORS + 1] = (dijia_level){DIJIA_TEXT("景观"), DIJIA_TEXT("优")};
  levels[FACTORS + 2] = (dijia_level){DIJIA_TEXT("朝向"), DIJIA_TEXT("南")};
}

static dijia_appraisal parcel(const dijia_edition *edition) {
  dijia_appraisal input = DIJIA_APPRAISAL_INIT;
  input.edition = edition;
  input.base = DIJIA_BASE_GRADE;
  CHECK_OK(dijia_edition_land_use(edition, "居住", strlen("居住"), &input.land_use, &error), &error);
  input.code.grade = 2;
  input.corrections_as_published = 1;
  input.levels = levels;
  input.level_count = LEVELS;
  input.remaining_term = dijia_some(decimal("63.97"));
  input.plot_ratio = dijia_some(decimal("4.58"));
  input.valuation_date = dijia_some_date((dijia_date){2026, 6, 3});
  input.area = dijia_some(decimal("19.02"));
  input.rounding = (dijia_rounding){1, 4, 1, 2, DIJIA_HALF_UP};
  return input;
}

/* The report prints Ky 0.9950, Kv 1.4369, Kt 1.0285, ΣKi 2.4020 % and 1144.6. */
static void golden(const dijia_edition *edition) {
  const dijia_appraisal input = parcel(edition);
  dijia_appraised out = DIJIA_APPRAISED_INIT;
  CHECK_OK(dijia_appraise(&input, &out, &error), &error);
  CHECK_TEXT(shown(out.unit_price, buffer), "1144.6");
  CHECK_TEXT(shown(out.term_coefficient.value, buffer), "0.9950");
  CHECK_TEXT(shown(out.plot_ratio_coefficient.value, buffer), "1.4369");
  CHECK_TEXT(shown(out.date_coefficient.value, buffer), "1.0285");
  CHECK_TEXT(shown(out.factor_sum.value, buffer), "0.024020");
  CHECK(out.warnings == DIJIA_WARNING_LARGE_DEVIATION);
  size_t length = 0;
  CHECK_OK(dijia_worksheet(&input, DIJIA_LANGUAGE_CHINESE, DIJIA_LAYOUT_WIDE, text, sizeof text, &length, &error),
           &error);
  CHECK(strstr(text, "居住用地二级区域因素修正系数表 第3行") != NULL && strstr(text, "劣：<500") != NULL);
}

static void what_is_left_out(const dijia_edition *edition) {
  dijia_appraisal input = parcel(edition);
  dijia_appraised out = DIJIA_APPRAISED_INIT;
  input.level_count = FACTORS;
  CHECK_OK(dijia_appraise(&input, &out, &error), &error);
  CHECK(out.warnings == (DIJIA_WARNING_LARGE_DEVIATION | DIJIA_WARNING_WITHOUT_LEVEL));
  input.corrections_as_published = 0;
  CHECK_STATUS(DIJIA_TAKES_NO_PART, dijia_appraise(&input, &out, &error), &error);
  CHECK(error.quantity == DIJIA_QUANTITY_LEVEL && error.other_quantity == DIJIA_QUANTITY_PUBLISHED_CORRECTIONS);
  input.level_count = 0;
  input.levels = NULL;
  input.remaining_term = (dijia_optional_decimal){0};
  input.term_coefficient = dijia_some(decimal("0.9"));
  CHECK_OK(dijia_appraise(&input, &out, &error), &error);
  CHECK_TEXT(shown(out.unit_price, buffer), "639.0");
  input.level_count = DIJIA_MAX_LEVELS + 1;
  input.levels = levels;
  CHECK_STATUS(DIJIA_TOO_MANY, dijia_appraise(&input, &out, &error), &error);
}

static void asked_directly(const dijia_edition *edition) {
  dijia_land_use use = 0;
  CHECK_OK(dijia_edition_land_use(edition, "居住", strlen("居住"), &use, &error), &error);
  dijia_correction_row row = DIJIA_CORRECTION_ROW_INIT;
#define LEVEL(of, level) \
  dijia_correction_level(edition, DIJIA_FIRST_AREA, use, 2, of, strlen(of), level, strlen(level), &row, &error)
  CHECK_OK(LEVEL("距汽车站距离", "较劣"), &error);
  CHECK_TEXT(shown(row.value, buffer), "-0.003202");
  CHECK(row.kind == DIJIA_CORRECTION_FACTOR && row.grade == 2 && row.land_use == use && row.by_area == 0);
  CHECK(row.citation.row == 2 && row.key.present == 0);
  CHECK_OK(LEVEL("面积", "1999.99"), &error);
  CHECK_TEXT(shown(row.value, buffer), "1.01");
  CHECK(row.kind == DIJIA_CORRECTION_COEFFICIENT && row.grade == 0 && row.by_area == 1);
  CHECK(row.condition.length == strlen("[1500,2000)") && memcmp(row.condition.data, "[1500,2000)", 11) == 0);
  CHECK_STATUS(DIJIA_NO_SUCH_LEVEL, LEVEL("朝向", "上"), &error);
  CHECK_TEXT(error.message_chinese, "朝向没有\"上\"这一优劣程度：有南/东南/东/西南/东北/北/西/西北");
  CHECK_STATUS(DIJIA_NO_SUCH_FACTOR, LEVEL("地铁", "优"), &error);
  CHECK(error.quantity == DIJIA_QUANTITY_LEVEL);
#undef LEVEL
  dijia_decimal kv;
  const dijia_rounding rounding = {0};
#define KV(of, ratio) \
  dijia_plot_ratio_coefficient(edition, DIJIA_FIRST_AREA, of, 2, decimal(ratio), rounding, &kv, &error)
  /* 1.4259 + (1.4397 − 1.4259) × 0.8 = 1.43694. */
  CHECK_OK(KV(use, "4.58"), &error);
  CHECK_TEXT(shown(kv, buffer), "1.4369");
  CHECK_OK(KV(use, "0.3"), &error);
  CHECK_TEXT(shown(kv, buffer), "0.7384");
  CHECK_OK(KV(use, "9"), &error);
  CHECK_TEXT(shown(kv, buffer), "1.4932");
  CHECK_STATUS(DIJIA_NOT_STATED, KV(DIJIA_COMMERCIAL, "2"), &error);
  CHECK_STATUS(DIJIA_NOT_POSITIVE, KV(use, "0"), &error);
#undef KV
}

/* GB/T 21010-2017 calls 05 商服用地, which the edition has, and 0809 公用设施用地, which it has too. */
static void codes(const dijia_edition *edition) {
  dijia_land_use use = 0, named = 0;
#define BY_CODE(scheme, code) \
  dijia_edition_land_use_by_code(edition, scheme, strlen(scheme), code, strlen(code), &use, &error)
  CHECK_OK(BY_CODE("GB/T 21010-2017", "05"), &error);
  CHECK(use == DIJIA_COMMERCIAL);
  CHECK_OK(BY_CODE("GB/T 21010-2017", "0809"), &error);
  CHECK_OK(dijia_edition_land_use(edition, "公用设施", strlen("公用设施"), &named, &error), &error);
  CHECK(use == named && use != DIJIA_PUBLIC_SERVICE);
  CHECK_STATUS(DIJIA_CODE_NOT_PRICED, BY_CODE("GB/T 21010-2017", "0501"), &error);
  CHECK_STATUS(DIJIA_NO_SUCH_CODE, BY_CODE("GB/T 21010-2017", "9999"), &error);
  CHECK_STATUS(DIJIA_NO_SUCH_SCHEME, BY_CODE("某标准", "05"), &error);
  CHECK_STATUS(DIJIA_BARE_CODE, BY_CODE("", "0501"), &error);
#undef BY_CODE
}

int main(int argc, char **argv) {
  CHECK(argc == 3);
  editions = argv[1];
  error = DIJIA_ERROR_INIT;
  read_levels(argv[2]);
  static struct notice notice;
  const dijia_edition *const edition = open_notice(&notice, "tongdao-2026");
  golden(edition);
  what_is_left_out(edition);
  asked_directly(edition);
  codes(edition);
  puts("corrections: as published");
  return 0;
}
