/* What the caller passes: mostly what has a meaning, sometimes what has none. */
#ifndef DIJIA_FUZZ_INPUTS_H
#define DIJIA_FUZZ_INPUTS_H

#include "calls.h"
#include "notices.h"

/* A text of the caller's, in memory that ends where it does. */
typedef struct {
  char *memory;
  const char *data;
  size_t length;
} given;

static given text_of(cursor *from) {
  static const char *const known[] = {
      "Ⅲ-4",        "ⅲ－４",      "III4",       "九级—12",  "商服用地", "residential",
      "公服",       "工业",       "中心城区",   "township", "通路",     "六通一平",
      "road+power", "none",       "33.57",      "6.4%",     "-0.02402", "79228162514264337593543950335",
      "2020-10-08", "2024-02-29", "jinan-2020", "面积",     "",         "　 \t",
      "研发总部",   "一等",       "限制级",     "通1",      "昌南",     "永登县"};
  const uint8_t choice = byte(from);
  given made = {NULL, NULL, 0};
  if (choice >= 0xf8) {
    /* No pointer, or a length that no memory has. */
    made.length = choice % 4 == 0 ? 0 : choice % 4 == 1 ? 5 : SIZE_MAX - word(from);
    made.data = choice % 2 == 0 && made.length > 5 ? "x" : NULL;
  } else if (choice >= 0x50) {
    const char *const text = known[choice % (sizeof known / sizeof *known)];
    made.length = strlen(text);
    made.memory = allocated(made.length);
    memcpy(made.memory, text, made.length);
    made.data = made.memory;
  } else {
    made.length = choice % 64;
    made.length = made.length < from->left ? made.length : from->left;
    made.memory = allocated(made.length);
    take(from, made.memory, made.length);
    made.data = made.memory;
  }
  return made;
}

static dijia_decimal decimal_of(cursor *from) {
  dijia_decimal value;
  const uint8_t choice = byte(from);
  if (choice >= 0xe0) {
    take(from, &value, sizeof value);
    if (choice < 0xff) {
      value.scale %= 29;
      value.sign &= DIJIA_NEGATIVE;
    }
    return value;
  }
  memset(&value, 0, sizeof value);
  value.scale = choice % 7;
  value.sign = choice >= 0xd0 ? DIJIA_NEGATIVE : 0;
  value.lo64 = (uint64_t)byte(from) | (uint64_t)byte(from) << 8;
  return value;
}

static dijia_optional_decimal optional_of(cursor *from) {
  dijia_optional_decimal value;
  memset(&value, 0, sizeof value);
  const uint8_t choice = byte(from);
  if (choice % 2 == 1) {
    value.value = decimal_of(from);
    value.present = choice < 0xf0 ? 1 : choice;
  }
  return value;
}

static dijia_date date_of(cursor *from) {
  dijia_date value;
  const uint8_t choice = byte(from);
  if (choice >= 0xfc) {
    take(from, &value, sizeof value);
    return value;
  }
  value.year = (int16_t)(2000 + choice % 50);
  value.month = (uint8_t)(1 + byte(from) % 12);
  value.day = (uint8_t)(1 + byte(from) % 28);
  return value;
}

static dijia_optional_date optional_date_of(cursor *from) {
  dijia_optional_date value;
  memset(&value, 0, sizeof value);
  const uint8_t choice = byte(from);
  if (choice % 2 == 1) {
    value.value = date_of(from);
    value.present = choice < 0xf0 ? 1 : choice;
  }
  return value;
}

/* Real notices, opened once. */
static const dijia_edition *notice(size_t index) {
  static dijia_edition_storage storage[NOTICES];
  static const dijia_edition *opened[NOTICES];
  if (opened[index] == NULL) {
    CHECK(dijia_edition_open(notices[index].data, notices[index].size, &storage[index], sizeof storage[index],
                             &opened[index], NULL) == DIJIA_OK);
  }
  return opened[index];
}

/* Storage that is a copy of an opened edition, or one that has been closed, or memory of any kind. */
static const dijia_edition *no_edition(uint8_t choice) {
  static dijia_edition_storage copied, closed;
  static const dijia_edition *was;
  if (was == NULL) {
    CHECK(dijia_edition_open(notices[0].data, notices[0].size, &closed, sizeof closed, &was, NULL) == DIJIA_OK);
    memcpy(&copied, &closed, sizeof copied);
    CHECK(dijia_edition_close(was, NULL) == DIJIA_OK);
  }
  const void *const kinds[] = {NULL, &copied, was, notices[0].data, (const char *)was + 1, (const void *)1};
  return (const dijia_edition *)kinds[choice % (sizeof kinds / sizeof *kinds)];
}

/* An edition, or a pointer that is none. */
static const dijia_edition *edition_of(cursor *from) {
  const uint8_t choice = byte(from);
  if (choice < 0x80) {
    return dijia_edition_jinan_2020();
  }
  return choice < 0xf0 ? notice(choice % NOTICES) : no_edition(choice);
}

/* Words: those that everybody knows, those of some edition, of this one or of another, and numbers that are none. */
static dijia_land_use use_of(cursor *from) {
  const uint8_t choice = byte(from);
  dijia_land_use_row row = DIJIA_LAND_USE_ROW_INIT;
  if (choice < 0x80 || dijia_land_use_at(notice(choice % NOTICES), byte(from) % 12, &row, NULL) != DIJIA_OK) {
    return enumerator(from, 5);
  }
  return choice < 0xf0 ? row.land_use : row.land_use ^ word(from);
}

static dijia_area area_of(cursor *from) {
  const uint8_t choice = byte(from);
  dijia_area_row row = DIJIA_AREA_ROW_INIT;
  if (choice < 0x80 || dijia_area_at(notice(choice % NOTICES), byte(from) % 6, &row, NULL) != DIJIA_OK) {
    return enumerator(from, 3);
  }
  return choice < 0xf0 ? row.area : row.area ^ word(from);
}

static dijia_zone_code code_of(cursor *from) {
  const uint8_t choice = byte(from);
  dijia_zone_price_row row = DIJIA_ZONE_PRICE_ROW_INIT;
  dijia_grade_row grade = DIJIA_GRADE_ROW_INIT;
  if (choice >= 0xc0 && dijia_zone_price_at(notice(choice % NOTICES), byte(from), &row, NULL) == DIJIA_OK) {
    row.code.grade ^= choice < 0xf0 ? 0 : word(from);
    return row.code;
  }
  const dijia_zone_code code = {enumerator(from, 9), enumerator(from, 16)};
  if (choice >= 0x80 && dijia_grade_at(notice(choice % NOTICES), code.number, &grade, NULL) == DIJIA_OK) {
    const dijia_zone_code of_grade = {grade.grade, code.number};
    return of_grade;
  }
  return code;
}

static dijia_rounding rounding_of(cursor *from) {
  dijia_rounding rounding;
  const uint8_t choice = byte(from);
  memset(&rounding, 0, sizeof rounding);
  if (choice % 4 == 1) {
    take(from, &rounding, sizeof rounding);
  } else if (choice % 4 == 2) {
    rounding.present = 1;
    rounding.coefficient_places = choice >= 0x80 ? DIJIA_UNROUNDED : byte(from) % 14;
    rounding.unit_price_places = byte(from) % 14;
    rounding.amount_places = byte(from) % 14;
    rounding.mode = enumerator(from, 1);
  }
  return rounding;
}

#define MOST_NAMES 4

/* A parcel, and the memory that it points to. */
typedef struct {
  dijia_appraisal input;
  void *lists[6];
  given names[4 * MOST_NAMES];
  size_t name_count;
} parcel;

/* How many elements: mostly as many as there are, sometimes more than memory or the library has. */
static size_t count_of(cursor *from, size_t there) {
  const uint8_t choice = byte(from);
  return choice < 0xfe ? there : SIZE_MAX - word(from);
}

/* Mostly a name, sometimes bytes. */
static dijia_text name_of(cursor *from, parcel *of) {
  cursor known = {(const uint8_t[]){0xf0}, 1};
  of->names[of->name_count] = text_of(byte(from) < 0xf0 ? &known : from);
  const given *const name = &of->names[of->name_count++];
  const dijia_text text = {name->data, name->length};
  return text;
}

static dijia_coefficient *coefficients_of(cursor *from, parcel *of, size_t count) {
  dijia_coefficient *const list = allocated(count * sizeof *list);
  for (size_t i = 0; i < count; i++) {
    list[i].name = name_of(from, of);
    list[i].value = decimal_of(from);
    memset(&list[i].over, 0, sizeof list[i].over);
  }
  return list;
}

static dijia_factor *factors_of(cursor *from, parcel *of, size_t count) {
  dijia_factor *const list = allocated(count * sizeof *list);
  for (size_t i = 0; i < count; i++) {
    memset(&list[i], 0, sizeof list[i]);
    list[i].name = name_of(from, of);
    list[i].value = decimal_of(from);
    list[i].in_percent = list[i].value.lo64 % 2;
  }
  return list;
}

/* Terms without end and beyond the statutory one, ratios, a coefficient in place of a term, a series that is a chain:
 * what many parcels have none of. */
static void rest_of(cursor *from, dijia_appraisal *input, dijia_coefficient *coefficients, size_t count) {
  const uint8_t which = byte(from);
  input->longer_term = which & 1;
  input->perpetual_basis = which >> 1 & 1;
  if (which & 4) {
    input->perpetual_term = 1;
    input->remaining_term.present = byte(from) >= 0xf0;
  }
  if (which & 8) {
    input->term_coefficient = optional_of(from);
    input->term_coefficient_over = optional_of(from);
    if (byte(from) < 0xe0) {
      input->remaining_term.present = 0;
      input->expiry_date.present = 0;
      input->perpetual_term = 0;
    }
  }
  if (which & 16) {
    input->plot_ratio_coefficient_over = optional_of(from);
  }
  if (which & 32) {
    input->date_coefficient_over = optional_of(from);
  }
  if (which & 64) {
    input->index_period = byte(from) < 0xf0 ? byte(from) % (DIJIA_CHAIN_OF_YEARS + 1) : byte(from);
  }
  for (size_t i = 0; i < count && which & 128; i++) {
    coefficients[i].over = optional_of(from);
  }
}

static parcel parcel_of(cursor *from) {
  parcel made;
  memset(&made, 0, sizeof made);
  dijia_appraisal *const input = &made.input;
  input->size = sizeof *input;
  input->edition = edition_of(from);
  input->base = 1 + enumerator(from, 2);
  input->land_use = use_of(from);
  input->area_of_price = area_of(from);
  input->code = code_of(from);
  input->own_price = decimal_of(from);
  input->capitalization_rate = optional_of(from);
  input->statutory_term = optional_of(from);
  input->base_date = optional_date_of(from);
  input->valuation_date = optional_date_of(from);
  input->expiry_date = optional_date_of(from);
  input->remaining_term = optional_of(from);
  input->plot_ratio = optional_of(from);
  input->area = optional_of(from);
  input->rounding = rounding_of(from);

  static const dijia_edition *known[2];
  known[0] = notice(0);
  known[1] = dijia_edition_jinan_2020();
  /* With as many bytes behind it as it may say that it has. */
  static struct {
    dijia_origin origin;
    uint8_t beyond[UINT8_MAX];
  } larger;
  larger.origin = DIJIA_ORIGIN_INIT;
  larger.origin.size = byte(from) < 0xf0 ? sizeof larger.origin : byte(from);
  larger.origin.document = DIJIA_TEXT("某政发〔2020〕1号");
  larger.origin.annex = byte(from) < 0x80 ? DIJIA_TEXT("5") : DIJIA_TEXT("表1-1");
  larger.origin.row = byte(from);
  if (byte(from) < 0x30) {
    input->origin = &larger.origin;
  }
  if (byte(from) < 0x40) {
    input->editions = known;
    input->edition_count = count_of(from, sizeof known / sizeof *known);
  }

  size_t coefficient_count = 0;
  const uint8_t lists = byte(from);
  if (lists & 1) {
    const size_t count = byte(from) % 5;
    dijia_plot_ratio_row *const rows = allocated(count * sizeof *rows);
    for (size_t i = 0; i < count; i++) {
      rows[i].plot_ratio = byte(from) < 0xe0 ? dijia_decimal_from_int64((int64_t)(i * i) + 1) : decimal_of(from);
      rows[i].coefficient = decimal_of(from);
    }
    made.lists[0] = rows;
    input->plot_ratio_table = rows;
    input->plot_ratio_row_count = count_of(from, count);
    input->table_open = enumerator(from, 3);
  } else {
    input->plot_ratio_coefficient = optional_of(from);
  }
  if (lists & 2) {
    const size_t count = byte(from) % 5;
    dijia_date_index_point *const points = allocated(count * sizeof *points);
    for (size_t i = 0; i < count; i++) {
      points[i].date = date_of(from);
      const uint8_t apart = byte(from);
      if (apart < 0xe0) {
        /* Far apart, or a year after the other as a chain has them. */
        points[i].date.year = (int16_t)(apart % 2 == 0 ? 1990 + 15 * i : 2018 + i);
      }
      points[i].reserved = 0;
      points[i].index = decimal_of(from);
    }
    made.lists[1] = points;
    input->date_index = points;
    input->date_index_point_count = count_of(from, count);
    input->between_points = enumerator(from, 1);
  } else {
    input->date_coefficient = optional_of(from);
    input->monthly_growth = optional_of(from);
  }
  if (lists & 4) {
    const size_t count = byte(from) % (MOST_NAMES + 1);
    made.lists[2] = coefficients_of(from, &made, count);
    coefficient_count = count;
    input->coefficients = made.lists[2];
    input->coefficient_count = count_of(from, count);
  }
  if (lists & 8) {
    const size_t count = byte(from) % (MOST_NAMES + 1);
    made.lists[3] = factors_of(from, &made, count);
    input->factor_corrections = made.lists[3];
    input->factor_correction_count = count_of(from, count);
  }
  if (lists & 16) {
    const size_t count = byte(from) % 9;
    dijia_unit_cost *const costs = allocated(count * sizeof *costs);
    for (size_t i = 0; i < count; i++) {
      memset(&costs[i], 0, sizeof costs[i]);
      const uint8_t service = byte(from);
      costs[i].service = service < 0xf8 ? 1U << service % 8 : service;
      costs[i].cost = decimal_of(from);
    }
    made.lists[4] = costs;
    input->unit_costs = costs;
    input->unit_cost_count = count_of(from, count);
    input->has_site_development = byte(from) % 4 > 0;
    input->has_basis_development = byte(from) % 2;
    input->site_development = byte(from);
    input->basis_development = byte(from);
  } else {
    input->development_adjustment = optional_of(from);
  }
  if (lists & 64) {
    const size_t count = byte(from) % (MOST_NAMES + 1);
    dijia_level *const levels = allocated(count * sizeof *levels);
    for (size_t i = 0; i < count; i++) {
      levels[i].of = name_of(from, &made);
      levels[i].level = name_of(from, &made);
    }
    made.lists[5] = levels;
    input->levels = levels;
    input->level_count = count_of(from, count);
  }
  input->corrections_as_published = lists & 128 ? byte(from) % 2 : 0;
  if (lists & 32) {
    input->base = DIJIA_BASE_OWN;
    input->edition = NULL;
  }
  /* A list that is not there, or whose pointer goes nowhere because it has no elements. */
  const uint8_t odd = byte(from);
  if (odd >= 0xfc) {
    input->coefficients = NULL;
  } else if (odd >= 0xf0 && input->date_index_point_count == 0) {
    input->date_index = (const void *)(uintptr_t)1;
  } else if (odd >= 0x10 && odd < 0x90) {
    rest_of(from, input, made.lists[2], coefficient_count);
  }
  return made;
}

static void release_parcel(parcel *made) {
  for (size_t i = 0; i < sizeof made->lists / sizeof *made->lists; i++) {
    free(made->lists[i]);
  }
  for (size_t i = 0; i < made->name_count; i++) {
    free(made->names[i].memory);
  }
}

/* A struct of the caller's that says its own size, in memory of that size. */
static place struct_of(cursor *from, const void *value, size_t size) {
  place made = sized_place(from, size);
  const size_t said = said_size(&made);
  if (made.start != NULL) {
    const size_t known = made.size < size ? made.size : size;
    memset(made.start, 0, made.size);
    memcpy(made.start, value, known);
    memcpy(made.start, &said, sizeof said);
    if (made.size > size && byte(from) >= 0x80) {
      made.start[made.size - 1] = byte(from);
    }
    memcpy(made.before, made.start, made.size);
  }
  return made;
}

/* What a call must come to for this struct alone; DIJIA_OK where it depends on the rest. */
static dijia_status status_of_struct(const place *made, size_t size) {
  if (made->start == NULL) {
    return DIJIA_NULL_POINTER;
  }
  const size_t said = said_size(made);
  if (said < size || said > LARGEST) {
    return DIJIA_INVALID_SIZE;
  }
  for (size_t i = size; i < said; i++) {
    if (made->before[i] != 0) {
      return DIJIA_INVALID_SIZE;
    }
  }
  return DIJIA_OK;
}

#endif
