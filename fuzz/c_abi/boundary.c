/*
 * A caller of the C ABI who does whatever the bytes say: texts cut anywhere, structs of any size, numbers that are no
 * enumerator, pointers that are NULL or odd, buffers that are too small. What must hold is that a call comes to a
 * status that the header has, writes what it promises and nothing where it fails, and that texts are whole.
 *
 * All memory is allocated to the byte, so that a sanitizer sees what is read or written beside it.
 */
#include "inputs.h"

void dijia_fuzz_boundary(const uint8_t *data, size_t length);

static void parse(cursor *from) {
  const uint8_t choice = byte(from);
  const given text = text_of(from);
  const char *const data = text.data;
  const size_t length = text.length;
  switch (choice % 12) {
    case 0:
      RESULT(dijia_decimal, dijia_decimal_parse(data, length, to, error));
      break;
    case 1:
      RESULT(dijia_decimal, dijia_rate_parse(data, length, to, error));
      break;
    case 2:
      RESULT(dijia_date, dijia_date_parse(data, length, to, error));
      break;
    case 3:
      RESULT(dijia_land_use, dijia_land_use_parse(data, length, to, error));
      break;
    case 4:
      RESULT(dijia_area, dijia_area_parse(data, length, to, error));
      break;
    case 5:
      RESULT(dijia_grade, dijia_grade_parse(data, length, to, error));
      break;
    case 6:
      RESULT(dijia_zone_code, dijia_zone_code_parse(data, length, to, error));
      break;
    case 7:
      RESULT(dijia_service, dijia_service_parse(data, length, to, error));
      break;
    case 8:
      RESULT(dijia_development_level, dijia_development_level_parse(data, length, to, error));
      break;
    case 9: {
      const dijia_edition *const edition = edition_of(from);
      const dijia_land_use use = use_of(from);
      SIZED(dijia_zone_price_row, dijia_zone_price_spelled(edition, area_of(from), use, data, length, to, error));
      break;
    }
    case 10: {
      const dijia_edition *const edition = edition_of(from);
      RESULT(dijia_land_use, dijia_edition_land_use(edition, data, length, to, error));
      RESULT(dijia_area, dijia_edition_area(edition, data, length, to, error));
      RESULT(dijia_grade, dijia_edition_grade(edition, data, length, to, error));
      RESULT(dijia_zone_code, dijia_edition_zone_code(edition, data, length, to, error));
      break;
    }
    default: {
      const dijia_edition *const named = dijia_edition_named(data, length);
      CHECK(named == NULL || named == dijia_edition_jinan_2020());
    }
  }
  free(text.memory);
}

static void write_text(cursor *from) {
  const uint8_t choice = byte(from);
  const dijia_decimal value = decimal_of(from);
  const dijia_date date = date_of(from);
  const dijia_zone_code code = code_of(from);
  const dijia_edition *const edition = edition_of(from);
  switch (choice % 5) {
    case 0:
      TEXT(dijia_decimal_text(value, buffer, capacity, length, error));
      break;
    case 1:
      TEXT(dijia_date_text(date, buffer, capacity, length, error));
      break;
    case 2:
      TEXT(dijia_zone_code_text(code, buffer, capacity, length, error));
      break;
    case 3:
      TEXT(dijia_edition_zone_code_text(edition, code, buffer, capacity, length, error));
      break;
    default:
      TEXT(dijia_development_level_text(choice, buffer, capacity, length, error));
  }
}

static void name(cursor *from) {
  const uint8_t choice = byte(from);
  const uint32_t value = enumerator(from, 30);
  const dijia_language language = enumerator(from, 1);
  switch (choice % 11) {
    case 0:
      NAME(dijia_land_use_name(value, language, to, error));
      NAME(dijia_edition_land_use_name(edition_of(from), use_of(from), language, to, error));
      break;
    case 1:
      NAME(dijia_area_name(value, language, to, error));
      NAME(dijia_edition_area_name(edition_of(from), area_of(from), language, to, error));
      break;
    case 2:
      NAME(dijia_grade_name(value, to, error));
      NAME(dijia_edition_grade_name(edition_of(from), code_of(from).grade, to, error));
      break;
    case 3:
      NAME(dijia_service_name(value, language, to, error));
      break;
    case 4:
      check_text(dijia_rule_text(value, language));
      break;
    case 5:
      NAME(dijia_validity_name(value, language, to, error));
      break;
    case 6:
      NAME(dijia_quantity_name(value, language, to, error));
      break;
    case 7:
      NAME(dijia_step_kind_name(value, language, to, error));
      break;
    case 8:
      NAME(dijia_unit_name(value, language, to, error));
      break;
    case 9:
      check_text(dijia_development_level_name(value));
      break;
    default:
      check_text(dijia_status_message((int32_t)value, language));
  }
}

static void compute(cursor *from) {
  const uint8_t choice = byte(from);
  const dijia_decimal a = decimal_of(from);
  const dijia_decimal b = decimal_of(from);
  const uint32_t places = enumerator(from, 29);
  const dijia_rounding_mode mode = enumerator(from, 1);
  double number;
  take(from, &number, sizeof number);
  switch (choice % 14) {
    case 0:
      RESULT(int32_t, dijia_decimal_compare(a, b, to, error));
      break;
    case 1:
      RESULT(dijia_decimal, dijia_decimal_round(a, places, mode, to, error));
      break;
    case 2:
      RESULT(int64_t, dijia_decimal_to_int64(a, to, error));
      break;
    case 3:
      RESULT(dijia_decimal, dijia_decimal_from_double(number, places, to, error));
      break;
    case 4:
      RESULT(double, dijia_decimal_to_double(a, to, error));
      break;
    case 5:
      RESULT(dijia_decimal, dijia_wan_yuan_per_mu(a, places, mode, to, error));
      break;
    case 6:
      RESULT(dijia_decimal, dijia_yuan_per_square_metre(a, to, error));
      break;
    case 7:
      RESULT(dijia_decimal, dijia_floor_price(a, b, places, mode, to, error));
      break;
    case 8:
      RESULT(dijia_decimal, dijia_land_price(a, b, to, error));
      break;
    case 9:
      RESULT(dijia_decimal, dijia_mu(a, to, error));
      break;
    case 10:
      RESULT(dijia_decimal, dijia_square_metres(a, places, mode, to, error));
      break;
    case 11:
      RESULT(dijia_decimal, dijia_total_yuan(a, b, places, mode, to, error));
      break;
    case 12:
      RESULT(dijia_decimal, dijia_total_wan_yuan(a, b, places, mode, to, error));
      break;
    default: {
      int64_t whole, back;
      take(from, &whole, sizeof whole);
      const dijia_decimal value = dijia_decimal_from_int64(whole);
      CHECK(dijia_decimal_to_int64(value, &back, NULL) == DIJIA_OK && back == whole);
    }
  }
}

static void look_up(cursor *from) {
  const uint8_t choice = byte(from);
  const dijia_edition *const edition = edition_of(from);
  const uint8_t near = byte(from);
  const size_t index = near < 0xf8 ? near : SIZE_MAX - word(from);
  const dijia_land_use land_use = use_of(from);
  const dijia_area area = area_of(from);
  const dijia_zone_code code = code_of(from);
  const dijia_date date = date_of(from);
  switch (choice % 15) {
    case 0:
      SIZED(dijia_edition_facts, dijia_edition_describe(edition, to, error));
      break;
    case 1:
      SIZED(dijia_annex_row, dijia_annex_at(edition, index, to, error));
      break;
    case 2:
      SIZED(dijia_place_row, dijia_place_at(edition, index, to, error));
      break;
    case 9:
      SIZED(dijia_land_use_row, dijia_land_use_at(edition, index, to, error));
      break;
    case 11:
      SIZED(dijia_area_row, dijia_area_at(edition, index, to, error));
      break;
    case 12:
      SIZED(dijia_grade_row, dijia_grade_at(edition, index, to, error));
      break;
    case 13:
      SIZED(dijia_statement_row, dijia_statement_at(edition, index, to, error));
      break;
    case 3:
      RESULT(dijia_basis_row, dijia_basis_at(edition, index, to, error));
      break;
    case 4:
      SIZED(dijia_grade_price_row, dijia_grade_price_at(edition, index, to, error));
      break;
    case 5:
      SIZED(dijia_zone_price_row, dijia_zone_price_at(edition, index, to, error));
      break;
    case 6:
      RESULT(dijia_validity, dijia_validity_on(edition, date, to, error));
      break;
    case 7:
      RESULT(dijia_basis_row, dijia_basis(edition, area, land_use, to, error));
      break;
    case 8:
      SIZED(dijia_grade_price_row, dijia_grade_price(edition, area, land_use, code.grade, to, error));
      break;
    case 10:
      SIZED(dijia_zone_price_row, dijia_zone_price(edition, area, land_use, code, to, error));
      break;
    default:
      CHECK((dijia_edition_at(index) != NULL) == (index < dijia_edition_count()));
  }
}

static void appraise(cursor *from) {
  parcel made = parcel_of(from);
  place memory = struct_of(from, &made.input, sizeof made.input);
  const dijia_appraisal *const input = (const dijia_appraisal *)(const void *)memory.start;
  const uint8_t choice = byte(from);
  const dijia_language language = enumerator(from, 1);
  /* Of a byte that is there already, so that the committed inputs keep their meaning; 4 is none. */
  const dijia_layout layout = choice / 5 % 5;
  const size_t index = choice < 0xf8 ? byte(from) % 24 : SIZE_MAX - word(from);
  const dijia_status expected = status_of_struct(&memory, sizeof made.input);
  size_t count;
  CHECK(expected == DIJIA_OK || dijia_step_count(input, &count, NULL) == expected);
  SIZED(dijia_appraised, dijia_appraise(input, to, error));
  switch (choice % 5) {
    case 0:
      TEXT(dijia_worksheet(input, language, layout, buffer, capacity, length, error));
      break;
    case 1:
      TEXT(dijia_warnings_text(input, language, buffer, capacity, length, error));
      break;
    case 2:
      RESULT(size_t, dijia_step_count(input, to, error));
      break;
    case 3:
      SIZED(dijia_step, dijia_step_at(input, index, to, error));
      break;
    default:
      TEXT(dijia_step_expression(input, index, language, buffer, capacity, length, error));
  }
  check_untouched(&memory, 0);
  release(&memory);
  release_parcel(&made);
}

static void pay(cursor *from) {
  dijia_payment payment = DIJIA_PAYMENT_INIT;
  payment.unit_price = decimal_of(from);
  payment.original_price = optional_of(from);
  payment.payment_ratio = optional_of(from);
  payment.minimum_price = optional_of(from);
  payment.minimum_ratio = optional_of(from);
  payment.area = optional_of(from);
  payment.rounding = rounding_of(from);
  payment.priced_area = enumerator(from, 1);
  place memory = struct_of(from, &payment, sizeof payment);
  const dijia_payment *const input = (const dijia_payment *)(const void *)memory.start;
  const dijia_language language = enumerator(from, 1);
  const dijia_layout layout = enumerator(from, DIJIA_LAYOUT_HTML);
  const dijia_status expected = status_of_struct(&memory, sizeof payment);
  dijia_payment_due due = DIJIA_PAYMENT_DUE_INIT;
  CHECK(expected == DIJIA_OK || dijia_settle(input, &due, NULL) == expected);
  SIZED(dijia_payment_due, dijia_settle(input, to, error));
  TEXT(dijia_payment_worksheet(input, language, layout, buffer, capacity, length, error));
  check_untouched(&memory, 0);
  release(&memory);
}

static void appraise_mixed(cursor *from) {
  enum { MOST = 3 };
  parcel uses[MOST];
  const size_t count = byte(from) % (MOST + 1);
  dijia_share *const shares = allocated(count * sizeof *shares);
  for (size_t i = 0; i < count; i++) {
    uses[i] = parcel_of(from);
    shares[i].appraisal = byte(from) < 0xf8 ? &uses[i].input : NULL;
    shares[i].share = decimal_of(from);
  }
  dijia_mixed_use mixed = DIJIA_MIXED_USE_INIT;
  mixed.shares = byte(from) < 0xf8 ? shares : NULL;
  mixed.share_count = count_of(from, count);
  mixed.area = optional_of(from);
  mixed.rounding = rounding_of(from);
  if (count > 0 && byte(from) % 2 == 0) {
    /* A use that has all of it. */
    shares[0].share = dijia_decimal_from_int64(1);
    mixed.share_count = 1;
  }
  place memory = struct_of(from, &mixed, sizeof mixed);
  const dijia_mixed_use *const input = (const dijia_mixed_use *)(const void *)memory.start;
  const dijia_language language = enumerator(from, 1);
  const dijia_layout layout = (dijia_layout)((2 * count + language) % 5);
  const dijia_status expected = status_of_struct(&memory, sizeof mixed);
  dijia_mixed_appraised result = DIJIA_MIXED_APPRAISED_INIT;
  CHECK(expected == DIJIA_OK || dijia_appraise_mixed(input, &result, NULL) == expected);
  SIZED(dijia_mixed_appraised, dijia_appraise_mixed(input, to, error));
  TEXT(dijia_mixed_worksheet(input, language, layout, buffer, capacity, length, error));
  check_untouched(&memory, 0);
  release(&memory);
  free(shares);
  for (size_t i = 0; i < count; i++) {
    release_parcel(&uses[i]);
  }
  pay(from);
}

/* Every row has a status, or none was done; a row without a result is left as it was. */
static void check_rows(dijia_status status, const place *statuses, const place *out, size_t count, size_t row) {
  if (status != DIJIA_OK && status != DIJIA_SOME_FAILED) {
    check_untouched(statuses, 0);
    check_untouched(out, 0);
    return;
  }
  size_t failed = 0;
  for (size_t i = 0; i < count; i++) {
    dijia_status of_row;
    memcpy(&of_row, statuses->start + i * sizeof of_row, sizeof of_row);
    CHECK(of_row >= DIJIA_OK && of_row < DIJIA_STATUS_END && of_row != DIJIA_INTERNAL);
    if (of_row != DIJIA_OK) {
      failed++;
      CHECK(memcmp(out->start + i * row, out->before + i * row, row) == 0);
    }
  }
  CHECK((failed > 0) == (status == DIJIA_SOME_FAILED));
}

static void many_zones(cursor *from) {
  enum { MOST = 4 };
  given texts[MOST];
  const size_t there = byte(from) % (MOST + 1);
  dijia_text *const codes = allocated(there * sizeof *codes);
  for (size_t i = 0; i < there; i++) {
    texts[i] = text_of(from);
    const dijia_text text = {texts[i].data, texts[i].length};
    codes[i] = text;
  }
  const size_t count = count_of(from, there);
  const dijia_edition *const edition = edition_of(from);
  const dijia_land_use land_use = use_of(from);
  const size_t row = sizeof(dijia_zone_price_row);
  place out = place_of(from, there * row);
  if (there > 0) {
    preset(&out, &row, sizeof row);
  }
  place statuses = place_of(from, there * sizeof(dijia_status));
  call made = call_of(from);
  made.status = dijia_zone_prices(edition, area_of(from), land_use, byte(from) < 0xf8 ? codes : NULL, count,
                                  (dijia_zone_price_row *)(void *)out.start, (dijia_status *)(void *)statuses.start,
                                  error_of(&made));
  check_rows(made.status, &statuses, &out, there, row);
  check_call(&made);
  release(&out);
  release(&statuses);
  free(codes);
  for (size_t i = 0; i < there; i++) {
    free(texts[i].memory);
  }
}

static void many_parcels(cursor *from) {
  enum { MOST = 3 };
  parcel parcels[MOST];
  const size_t there = byte(from) % (MOST + 1);
  const uint8_t choice = byte(from);
  const size_t further = choice >= 0xe0 ? choice % 32 : 0;
  const size_t size = sizeof(dijia_appraisal) + further;
  const size_t row = sizeof(dijia_appraised) + further;
  unsigned char *const inputs = allocated(there * size);
  place out = place_of(from, there * row);
  memset(inputs, 0, there * size);
  for (size_t i = 0; i < there; i++) {
    parcels[i] = parcel_of(from);
    parcels[i].input.size = byte(from) < 0xf8 || i == 0 ? size : byte(from);
    memcpy(inputs + i * size, &parcels[i].input, sizeof parcels[i].input);
  }
  if (there > 0) {
    preset(&out, &row, sizeof row);
  }
  const size_t count = count_of(from, there);
  place statuses = place_of(from, there * sizeof(dijia_status));
  call made = call_of(from);
  made.status = there == 0 && count > 0 ? dijia_appraise_batch(NULL, count, NULL, NULL, error_of(&made))
                                        : dijia_appraise_batch((const dijia_appraisal *)(const void *)inputs, count,
                                                               (dijia_appraised *)(void *)out.start,
                                                               (dijia_status *)(void *)statuses.start, error_of(&made));
  check_rows(made.status, &statuses, &out, there, row);
  check_call(&made);
  free(inputs);
  release(&out);
  release(&statuses);
  for (size_t i = 0; i < there; i++) {
    release_parcel(&parcels[i]);
  }
}

static void in_sets(cursor *from) {
  static const char *const cities[] = {"济南市", "上海市", "通道侗族自治县", "北京市", "兰州市", ""};
  enum { MOST = 4 };
  const dijia_edition *editions[MOST];
  for (size_t i = 0; i < MOST; i++) {
    editions[i] = byte(from) < 0xf0 ? notice(byte(from) % NOTICES) : edition_of(from);
  }
  const size_t count = count_of(from, byte(from) % (MOST + 1));
  const dijia_edition *const *const set = byte(from) < 0xf8 ? editions : NULL;
  const char *const city = cities[byte(from) % (sizeof cities / sizeof *cities)];
  const dijia_date date = date_of(from);
  const dijia_edition *const edition = edition_of(from);
  RESULT(const dijia_edition *, dijia_edition_in_force(set, count, city, strlen(city), date, to, error));
  RESULT(const dijia_edition *, dijia_edition_successor(set, count, edition, to, error));
  RESULT(dijia_validity, dijia_validity_in_set(set, count, edition, date, to, error));
  RESULT(dijia_optional_date, dijia_last_day_in_set(set, count, edition, to, error));
  dijia_difference_row rows[64];
  memset(rows, 0, sizeof rows);
  rows[0].size = sizeof rows[0];
  RESULT(size_t, dijia_difference(edition, notice(0), NULL, 0, to, error));
  size_t needed = 0;
  const dijia_status status = dijia_difference(notice(0), edition, rows, byte(from) % 65, &needed, NULL);
  CHECK(status != DIJIA_OK || rows[0].kind <= DIJIA_PRICE_DROPPED);
}

/* An edition file, cut or changed somewhere: it opens, or nothing is written. */
static void open_file(cursor *from) {
  const size_t index = byte(from) % NOTICES;
  const size_t size = notices[index].size;
  const uint8_t kind = byte(from);
  const size_t length = kind < 0x40 ? (size_t)word(from) % (size + 1) : size;
  uint8_t *const file = allocated(length);
  memcpy(file, notices[index].data, length);
  for (size_t change = 0; length > 0 && change < kind % 4; change++) {
    file[(size_t)word(from) % length] ^= byte(from);
  }
  place storage = place_of(from, kind < 0xf0 ? dijia_edition_storage_size() : (size_t)(kind - 0xf0) * 64);
  RESULT(const dijia_edition *,
         dijia_edition_open(byte(from) < 0xf8 ? file : NULL, length, storage.start, storage.size, to, error));
  const dijia_edition *opened = NULL;
  const dijia_status status = dijia_edition_open(file, length, storage.start, storage.size, &opened, NULL);
  CHECK(status == DIJIA_OK || opened == NULL);
  if (status != DIJIA_OK) {
    check_untouched(&storage, 0);
  }
  CHECK(status != DIJIA_OK || memcmp(file, notices[index].data, size) == 0);
  dijia_edition_facts facts = DIJIA_EDITION_FACTS_INIT;
  if (status == DIJIA_OK) {
    CHECK(dijia_edition_describe(opened, &facts, NULL) == DIJIA_OK && facts.file == file);
    CHECK(dijia_edition_close(opened, NULL) == DIJIA_OK);
    CHECK(dijia_edition_describe(opened, &facts, NULL) == DIJIA_UNKNOWN_EDITION);
  }
  free(file);
  release(&storage);
}

void dijia_fuzz_boundary(const uint8_t *data, size_t length) {
  static void (*const actions[])(cursor *) = {parse,   write_text, name,     compute,        look_up,    open_file,
                                              in_sets, appraise,   appraise, appraise_mixed, many_zones, many_parcels};
  cursor from = {data, length};
  /* A few calls of one run, so that what one leaves behind the next would find. */
  for (int calls = 0; calls < 8 && from.left > 0; calls++) {
    actions[byte(&from) % (sizeof actions / sizeof *actions)](&from);
  }
}
