/* The vectors of editions that are loaded: their prices and bases, and which of them is in force. */
#ifndef DIJIA_TESTS_LOADED_H
#define DIJIA_TESTS_LOADED_H

#include "found.h"

enum { MAX_EDITIONS = 32, MAX_EDITION_BYTES = 1 << 16, MAX_SET = 16 };

/* The editions of the vectors, opened once, before any thread begins. */
static struct {
  char name[64];
  uint8_t bytes[MAX_EDITION_BYTES];
  const dijia_edition *edition;
} opened[MAX_EDITIONS];
static size_t opened_count;

/* The edition of that name; NULL for one that has not been opened. */
static const dijia_edition *edition_if_open(const char *name) {
  for (size_t i = 0; i < opened_count; i++) {
    if (strcmp(opened[i].name, name) == 0) {
      return opened[i].edition;
    }
  }
  return NULL;
}

static const dijia_edition *edition_named(const char *name) {
  const dijia_edition *edition = strcmp(name, "jinan-2020") == 0 ? dijia_edition_jinan_2020() : edition_if_open(name);
  CHECK(edition != NULL);
  return edition;
}

/* Opens the edition that a row names, where it is the first to name it. */
static void open_edition(struct row *row, void *with) {
  dijia_error error = DIJIA_ERROR_INIT;
  char path[4096];
  const char *name = cell(row, "edition");
  if (edition_if_open(name) != NULL) {
    return;
  }
  CHECK(opened_count < MAX_EDITIONS && strlen(name) < sizeof opened->name);
  CHECK(snprintf(path, sizeof path, "%s/editions/%s.dijia", (const char *)with, name) < (int)sizeof path);
  FILE *file = fopen(path, "rb");
  if (file == NULL) {
    fprintf(stderr, "%s: cannot be read\n", path);
    exit(1);
  }
  uint8_t *bytes = opened[opened_count].bytes;
  const size_t length = fread(bytes, 1, MAX_EDITION_BYTES, file);
  CHECK(length > 0 && length < MAX_EDITION_BYTES && fclose(file) == 0);
  /* Kept to the end of the program, as the bytes are. */
  static uint64_t storages[MAX_EDITIONS][256];
  uint64_t *storage = storages[opened_count];
  CHECK(dijia_edition_storage_size() <= sizeof storages[0]);
  CHECK_OK(dijia_edition_open(bytes, length, storage, sizeof storages[0], &opened[opened_count].edition, &error),
           &error);
  strcpy(opened[opened_count].name, name);
  opened_count++;
}

static void open_editions(const char *folder) {
  each_row(folder, "edition_facts.tsv", open_edition, (void *)(uintptr_t)folder);
}

static void find_part(struct row *row, const dijia_citation *citation) {
  find_citation(row, citation);
  find_text(row, "part", citation->part);
}

static void find_assumed(struct row *row, const dijia_basis_row *basis) {
  if (basis->base_date.present) {
    find_date(row, "base_date", basis->base_date.value);
  } else {
    find(row, "base_date", "");
  }
  find_text(row, "right", basis->right);
  CHECK(!basis->is_perpetual || !basis->statutory_term.present);
  if (basis->is_perpetual) {
    find(row, "statutory_term", "perpetual");
  } else {
    find_optional(row, "statutory_term", basis->statutory_term);
  }
  find_optional(row, "plot_ratio", basis->plot_ratio);
  find_optional(row, "capitalization_rate", basis->capitalization_rate);
  if (basis->has_development_level) {
    find_level(row, "development_level", basis->development_level);
  } else {
    find(row, "development_level", "");
  }
  find_text(row, "development_name", basis->development_name);
}

/* What a row asks of an edition: area, land use and grade, each in the words of the row. */
struct asked {
  const dijia_edition *edition;
  dijia_area area;
  dijia_land_use land_use;
  dijia_grade grade;
};

static dijia_status ask(const struct row *row, const char *area_column, struct asked *asked, dijia_error *error) {
  const char *area = cell(row, area_column), *use = cell(row, "land_use"), *grade = cell(row, "grade");
  dijia_status status = DIJIA_OK;
  asked->edition = edition_named(cell(row, "edition"));
  asked->area = DIJIA_FIRST_AREA;
  asked->grade = 0;
  if (*area != '\0') {
    status = dijia_edition_area(asked->edition, area, strlen(area), &asked->area, error);
  }
  if (status == DIJIA_OK) {
    status = dijia_edition_land_use(asked->edition, use, strlen(use), &asked->land_use, error);
  }
  if (status == DIJIA_OK && *grade != '\0') {
    status = dijia_edition_grade(asked->edition, grade, strlen(grade), &asked->grade, error);
  }
  return status;
}

/* The names of what a price is of, as the edition has them. */
static void find_names(struct row *row, const dijia_edition *edition, dijia_area area, dijia_land_use land_use,
                       dijia_grade grade) {
  dijia_error error = DIJIA_ERROR_INIT;
  dijia_text name = {NULL, 0};
  CHECK_OK(dijia_edition_area_name(edition, area, DIJIA_LANGUAGE_CHINESE, &name, &error), &error);
  find_text(row, "area", name);
  CHECK_OK(dijia_edition_land_use_name(edition, land_use, DIJIA_LANGUAGE_CHINESE, &name, &error), &error);
  find_text(row, "land_use", name);
  CHECK_OK(dijia_edition_land_use_name(edition, land_use, DIJIA_LANGUAGE_ENGLISH, &name, &error), &error);
  find_text(row, "land_use_english", name);
  name.length = 0;
  if (grade != 0) {
    CHECK_OK(dijia_edition_grade_name(edition, grade, &name, &error), &error);
  }
  find_text(row, "grade", name);
}

/* What zones and grades have in common. */
#define FIND_PRICE(price)                                                          \
  do {                                                                             \
    find_names(row, asked.edition, (price).area, (price).land_use, (price).grade); \
    find_decimal(row, "printed", (price).printed);                                 \
    find(row, "per", (price).priced_area == DIJIA_PER_FLOOR ? "floor" : "land");   \
    find(row, "is_lower_bound", (price).is_lower_bound ? "yes" : "no");            \
    find_optional(row, "per_square_metre", (price).per_square_metre);              \
    find_optional(row, "wan_yuan_per_mu", (price).wan_yuan_per_mu);                \
    find_optional(row, "per_floor_area", (price).per_floor_area);                  \
    find_part(row, &(price).citation);                                             \
    find_assumed(row, &(price).basis);                                             \
  } while (0)

static void edition_price(struct row *row) {
  dijia_error error = DIJIA_ERROR_INIT;
  const char *zone = cell(row, "zone");
  struct asked asked;
  TRY(ask(row, "area", &asked, &error));
  if (*zone == '\0') {
    dijia_grade_price_row price = DIJIA_GRADE_PRICE_ROW_INIT;
    if (asked.grade == 0) {
      TRY(dijia_edition_grade(asked.edition, "", 0, &asked.grade, &error));
    }
    TRY(dijia_grade_price(asked.edition, asked.area, asked.land_use, asked.grade, &price, &error));
    FIND_PRICE(price);
    find(row, "code", "");
  } else {
    dijia_zone_price_row price = DIJIA_ZONE_PRICE_ROW_INIT;
    dijia_zone_code code;
    char text[64];
    size_t length = 0;
    TRY(dijia_edition_zone_code(asked.edition, zone, strlen(zone), &code, &error));
    TRY(dijia_zone_price(asked.edition, asked.area, asked.land_use, code, &price, &error));
    FIND_PRICE(price);
    CHECK_OK(dijia_edition_zone_code_text(asked.edition, price.code, text, sizeof text, &length, &error), &error);
    find(row, "code", text);
  }
}

static void edition_basis(struct row *row) {
  dijia_error error = DIJIA_ERROR_INIT;
  struct asked asked;
  dijia_basis_row basis;
  TRY(ask(row, "area", &asked, &error));
  TRY(dijia_basis(asked.edition, asked.area, asked.land_use, &basis, &error));
  find_assumed(row, &basis);
  find_part(row, &basis.citation);
}

static void edition_level(struct row *row) {
  dijia_error error = DIJIA_ERROR_INIT;
  dijia_development_level level;
  const char *text = cell(row, "text");
  TRY(dijia_edition_development_level(edition_named(cell(row, "edition")), text, strlen(text), &level, &error));
  find_level(row, "level", level);
}

/* A text behind those that are in the list already, with a space between. */
static void append(char *list, size_t capacity, dijia_text text) {
  const size_t length = strlen(list);
  CHECK(length + text.length + 2 < capacity);
  snprintf(list + length, capacity - length, "%s%.*s", length == 0 ? "" : " ", (int)text.length, text.data);
}

static void find_fact_date(struct row *row, dijia_optional_date date) {
  if (date.present) {
    find_date(row, "value", date.value);
  } else {
    find(row, "value", "");
  }
}

static void edition_facts(struct row *row) {
  dijia_error error = DIJIA_ERROR_INIT;
  const dijia_edition *edition = edition_named(cell(row, "edition"));
  dijia_edition_facts facts = DIJIA_EDITION_FACTS_INIT;
  char list[1024] = "";
  CHECK_OK(dijia_edition_describe(edition, &facts, &error), &error);
  const struct {
    const char *fact;
    dijia_text text;
  } texts[] = {{"name", facts.name},
               {"city", facts.city},
               {"number", facts.document.number},
               {"title", facts.document.title},
               {"issuer", facts.document.issuer},
               {"replaces", facts.document.replaces}};
  const struct {
    const char *fact;
    dijia_optional_date date;
  } dates[] = {{"issue date", facts.document.issue_date},
               {"first day in force", facts.document.first_day_in_force},
               {"last day in force", facts.document.last_day_in_force},
               {"base date", facts.base_date}};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    if (is_cell(row, "fact", texts[i].fact)) {
      find_text(row, "value", texts[i].text);
    }
  }
  for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
    if (is_cell(row, "fact", dates[i].fact)) {
      find_fact_date(row, dates[i].date);
    }
  }
  if (is_cell(row, "fact", "formula")) {
    size_t length = 0;
    CHECK_OK(dijia_edition_formula(edition, list, sizeof list, &length, &error), &error);
    CHECK(strlen(list) == length);
    find(row, "value", list);
  } else if (is_cell(row, "fact", "digest")) {
    for (size_t i = 0; i < sizeof facts.digest; i++) {
      snprintf(list + 2 * i, 3, "%02x", (unsigned)facts.digest[i]);
    }
    find(row, "value", list);
  } else if (is_cell(row, "fact", "zone prices")) {
    find_number(row, "value", facts.zone_price_count);
  } else if (is_cell(row, "fact", "grade prices")) {
    find_number(row, "value", facts.grade_price_count);
  } else if (is_cell(row, "fact", "land uses")) {
    for (size_t i = 0; i < facts.land_use_count; i++) {
      dijia_land_use_row listed = DIJIA_LAND_USE_ROW_INIT;
      CHECK_OK(dijia_land_use_at(edition, i, &listed, &error), &error);
      append(list, sizeof list, listed.name);
    }
    find(row, "value", list);
  } else if (is_cell(row, "fact", "printed under")) {
    for (size_t i = 0; i < facts.land_use_count; i++) {
      dijia_land_use_row listed = DIJIA_LAND_USE_ROW_INIT;
      CHECK_OK(dijia_land_use_at(edition, i, &listed, &error), &error);
      append(list, sizeof list, listed.printed_under.length > 0 ? listed.printed_under : text_of("—"));
    }
    find(row, "value", list);
  } else if (is_cell(row, "fact", "areas")) {
    for (size_t i = 0; i < facts.area_count; i++) {
      dijia_area_row listed = DIJIA_AREA_ROW_INIT;
      CHECK_OK(dijia_area_at(edition, i, &listed, &error), &error);
      append(list, sizeof list, listed.name);
    }
    find(row, "value", list);
  } else if (is_cell(row, "fact", "grades")) {
    for (size_t i = 0; i < facts.grade_count; i++) {
      dijia_grade_row listed = DIJIA_GRADE_ROW_INIT;
      CHECK_OK(dijia_grade_at(edition, i, &listed, &error), &error);
      append(list, sizeof list, listed.name);
    }
    find(row, "value", list);
  }
}

static void in_force(struct row *row) {
  dijia_error error = DIJIA_ERROR_INIT;
  char names[1024];
  const char *parts[MAX_SET];
  const dijia_edition *editions[MAX_SET];
  const dijia_edition *found = NULL;
  const char *city = cell(row, "city"), *day = cell(row, "date");
  dijia_date date;
  CHECK(strlen(cell(row, "editions")) < sizeof names);
  const size_t count = split(strcpy(names, cell(row, "editions")), ';', parts, MAX_SET);
  for (size_t i = 0; i < count; i++) {
    editions[i] = edition_named(parts[i]);
  }
  CHECK_OK(dijia_date_parse(day, strlen(day), &date, &error), &error);
  TRY(dijia_edition_in_force(editions, count, city, strlen(city), date, &found, &error));
  dijia_edition_facts facts = DIJIA_EDITION_FACTS_INIT;
  CHECK_OK(dijia_edition_describe(found, &facts, &error), &error);
  find_text(row, "in_force", facts.name);
}

#endif
