/*
 * The vectors of conformance/ for C11 and C++17: a program has a table of functions, each of which says what the
 * library finds for a row, and calls run_vectors.
 */
#ifndef DIJIA_TESTS_VECTORS_H
#define DIJIA_TESTS_VECTORS_H

#include <pthread.h>

#include "check.h"

enum { MAX_CELLS = 64, MAX_LINE = 1 << 16, THREADS = 4, ROUNDS = 2 };

/* A row of a file, read line by line; the names of columns that hold results begin with '='. */
struct row {
  const char *file;
  unsigned line;
  int refused;
  size_t count;
  const char *columns[MAX_CELLS];
  const char *cells[MAX_CELLS];
  unsigned char found[MAX_CELLS];
  char heading[MAX_LINE];
  char text[MAX_LINE];
};

/* Says what the library finds for a row: find for every result, or refuse. */
struct vector_function {
  const char *name;
  void (*run)(struct row *row);
};

static size_t split(char *text, char separator, const char **parts, size_t most) {
  size_t count = 0;
  char *part = text;
  for (;;) {
    char *end = strchr(part, separator);
    CHECK(count < most);
    parts[count++] = part;
    if (end == NULL) {
      return count;
    }
    *end = '\0';
    part = end + 1;
  }
}

/* Makes of \t, \n, \r, \\ and \uXXXX the character that is meant. */
static void unescape(char *text) {
  char *to = text;
  for (const char *from = text; *from != '\0'; from++) {
    if (*from != '\\') {
      *to++ = *from;
      continue;
    }
    from++;
    if (*from == 'u') {
      char digits[5] = {0};
      memcpy(digits, from + 1, 4);
      const unsigned c = (unsigned)strtoul(digits, NULL, 16);
      from += 4;
      if (c < 0x80) {
        *to++ = (char)c;
      } else if (c < 0x800) {
        *to++ = (char)(0xc0 | c >> 6);
        *to++ = (char)(0x80 | (c & 0x3f));
      } else {
        *to++ = (char)(0xe0 | c >> 12);
        *to++ = (char)(0x80 | (c >> 6 & 0x3f));
        *to++ = (char)(0x80 | (c & 0x3f));
      }
    } else {
      CHECK(*from == 't' || *from == 'n' || *from == 'r' || *from == '\\');
      *to++ = *from == 't' ? '\t' : *from == 'n' ? '\n' : *from == 'r' ? '\r' : '\\';
    }
  }
  *to = '\0';
}

static int next_line(FILE *file, char *to) {
  if (fgets(to, MAX_LINE, file) == NULL) {
    return 0;
  }
  const size_t end = strcspn(to, "\n");
  CHECK(to[end] == '\n');
  to[end] = '\0';
  return 1;
}

static const char *cell_or_null(const struct row *row, const char *column) {
  for (size_t i = 0; i < row->count; i++) {
    if (strcmp(row->columns[i], column) == 0) {
      return row->cells[i];
    }
  }
  return NULL;
}

/* The cell; empty where the file has no such column. */
static const char *cell(const struct row *row, const char *column) {
  const char *text = cell_or_null(row, column);
  return text == NULL ? "" : text;
}

static int is_cell(const struct row *row, const char *column, const char *text) {
  return strcmp(cell(row, column), text) == 0;
}

/* The place of that result in the row; the count of cells where the file does not ask for it. */
static size_t result_at(const struct row *row, const char *column) {
  size_t i = 0;
  while (i < row->count && (row->columns[i][0] != '=' || strcmp(row->columns[i] + 1, column) != 0)) {
    i++;
  }
  return i;
}

static int expects(const struct row *row, const char *column) { return result_at(row, column) < row->count; }

/* What the library finds for a column is what is expected, exactly. */
static void find(struct row *row, const char *column, const char *text) {
  const size_t i = result_at(row, column);
  if (i == row->count) {
    return;
  }
  row->found[i] = 1;
  if (strcmp(text, row->cells[i]) != 0) {
    fprintf(stderr, "%s:%u: %s is\n%s\nand not\n%s\n", row->file, row->line, column, text, row->cells[i]);
    exit(1);
  }
}

static void find_number(struct row *row, const char *column, uint64_t number) {
  char text[32];
  snprintf(text, sizeof text, "%llu", (unsigned long long)number);
  find(row, column, text);
}

/* The name that the vectors have for a status of the library's own errors. */
static const char *kind_of(dijia_status status) {
#define KIND(code, name) \
  case DIJIA_##code:     \
    return #name
  switch (status) {
    KIND(INVALID_LAND_USE, InvalidLandUse);
    KIND(INVALID_GRADE, InvalidGrade);
    KIND(INVALID_ZONE_CODE, InvalidZoneCode);
    KIND(INVALID_AREA, InvalidArea);
    KIND(INVALID_SERVICE, InvalidService);
    KIND(INVALID_DEVELOPMENT_LEVEL, InvalidDevelopmentLevel);
    KIND(INVALID_DECIMAL, InvalidDecimal);
    KIND(INVALID_DATE, InvalidDate);
    KIND(NO_SUCH_USE, NoSuchUse);
    KIND(SEVERAL_USES, SeveralUses);
    KIND(NO_SUCH_AREA, NoSuchArea);
    KIND(NO_SUCH_GRADE, NoSuchGrade);
    KIND(NO_SUCH_ZONE, NoSuchZone);
    KIND(FIGURES_NOT_IN_HAND, FiguresNotInHand);
    KIND(NO_BASIS, NoBasis);
    KIND(NOT_STATED, NotStated);
    KIND(NO_SUCH_CITY, NoSuchCity);
    KIND(NONE_IN_FORCE, NoneInForce);
    KIND(SEVERAL_IN_FORCE, SeveralInForce);
    KIND(NO_SUCH_FACTOR, NoSuchFactor);
    KIND(NO_SUCH_LEVEL, NoSuchLevel);
    KIND(NOT_TABULATED, NotTabulated);
    KIND(NOT_POSITIVE, NotPositive);
    KIND(OUT_OF_RANGE, OutOfRange);
    KIND(COEFFICIENT_NOT_POSITIVE, CoefficientNotPositive);
    KIND(TERM_EXCEEDS_STATUTORY, TermExceedsStatutory);
    KIND(EXPIRY_NOT_AFTER_VALUATION, ExpiryNotAfterValuation);
    KIND(INVALID_TABLE, InvalidTable);
    KIND(PLOT_RATIO_OUTSIDE_TABLE, PlotRatioOutsideTable);
    KIND(DATE_OUTSIDE_INDEX, DateOutsideIndex);
    KIND(FACTOR_SUM_TOO_LOW, FactorSumTooLow);
    KIND(MISSING_UNIT_COST, MissingUnitCost);
    KIND(NEGATIVE_UNIT_COST, NegativeUnitCost);
    KIND(DUPLICATE_UNIT_COST, DuplicateUnitCost);
    KIND(MISSING, Missing);
    KIND(CONFLICT, Conflict);
    KIND(TOO_MANY, TooMany);
    KIND(RESULT_NOT_POSITIVE, ResultNotPositive);
    KIND(SHARES_NOT_ONE, SharesNotOne);
    KIND(TAKES_NO_PART, TakesNoPart);
    KIND(NAMED_TWICE, NamedTwice);
    KIND(FACTOR_OUT_OF_RANGE, FactorOutOfRange);
    KIND(TOO_MANY_PLACES, TooManyPlaces);
    KIND(TOO_MANY_DIGITS, TooManyDigits);
    KIND(UNDECIDED, Undecided);
    default:
      return "unknown";
  }
#undef KIND
}

/* The library has no result: then there is no other. */
/* Whether an error of that kind is about a decimal. */
static int is_about_a_value(dijia_status status) {
  switch (status) {
    case DIJIA_NOT_POSITIVE:
    case DIJIA_OUT_OF_RANGE:
    case DIJIA_COEFFICIENT_NOT_POSITIVE:
    case DIJIA_TERM_EXCEEDS_STATUTORY:
    case DIJIA_PLOT_RATIO_OUTSIDE_TABLE:
    case DIJIA_FACTOR_SUM_TOO_LOW:
    case DIJIA_NEGATIVE_UNIT_COST:
    case DIJIA_RESULT_NOT_POSITIVE:
    case DIJIA_SHARES_NOT_ONE:
    case DIJIA_FACTOR_OUT_OF_RANGE:
    case DIJIA_NOT_TABULATED:
      return 1;
    default:
      return 0;
  }
}

static int is_about_a_date(dijia_status status) {
  switch (status) {
    case DIJIA_EXPIRY_NOT_AFTER_VALUATION:
    case DIJIA_DATE_OUTSIDE_INDEX:
    case DIJIA_NONE_IN_FORCE:
    case DIJIA_SEVERAL_IN_FORCE:
      return 1;
    default:
      return 0;
  }
}

static int breaks_a_rule(dijia_status status) {
  switch (status) {
    case DIJIA_INVALID_LAND_USE:
    case DIJIA_INVALID_GRADE:
    case DIJIA_INVALID_ZONE_CODE:
    case DIJIA_INVALID_AREA:
    case DIJIA_INVALID_SERVICE:
    case DIJIA_INVALID_DEVELOPMENT_LEVEL:
    case DIJIA_INVALID_DECIMAL:
    case DIJIA_INVALID_DATE:
    case DIJIA_OUT_OF_RANGE:
    case DIJIA_INVALID_TABLE:
      return 1;
    default:
      return 0;
  }
}

static void is_said(const dijia_error *error, const char *text) {
  if (strstr(error->message, text) == NULL) {
    fprintf(stderr, "%s is not in \"%s\"\n", text, error->message);
    exit(1);
  }
}

/* What an error carries is what it says: its values and days are in the message, and so are the names of its
 * quantities. */
static void carries(const dijia_error *error) {
  char text[DIJIA_DECIMAL_CAPACITY];
  const dijia_optional_decimal values[] = {error->value, error->low, error->high};
  const dijia_optional_date days[] = {error->date, error->first_date, error->last_date};
  const uint32_t quantities[] = {error->quantity, error->other_quantity};
  CHECK(error->value.present == (uint32_t)is_about_a_value(error->status));
  CHECK(error->date.present == (uint32_t)is_about_a_date(error->status));
  /* The rule by its number is the rule as text. */
  const dijia_text rule = dijia_rule_text(error->rule_number, DIJIA_LANGUAGE_ENGLISH);
  CHECK((error->rule.length > 0) == (breaks_a_rule(error->status) != 0));
  CHECK(rule.length == error->rule.length);
  CHECK(rule.length == 0 || memcmp(rule.data, error->rule.data, rule.length) == 0);
  for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
    if (values[i].present) is_said(error, shown(values[i].value, text));
  }
  for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
    size_t length;
    if (!days[i].present) continue;
    CHECK(dijia_date_text(days[i].value, text, sizeof text, &length, NULL) == DIJIA_OK);
    is_said(error, text);
  }
  if (error->status == DIJIA_NO_SUCH_FACTOR || error->status == DIJIA_NO_SUCH_LEVEL) {
    CHECK(error->quantity == DIJIA_QUANTITY_LEVEL);
    return;
  }
  for (size_t i = 0; i < sizeof quantities / sizeof *quantities; i++) {
    dijia_text name;
    if (quantities[i] == 0) continue;
    CHECK(dijia_quantity_name(quantities[i], DIJIA_LANGUAGE_ENGLISH, &name, NULL) == DIJIA_OK);
    /* One of several has the name of one. */
    const size_t length = name.length - (name.data[name.length - 1] == 's' ? 1 : 0);
    CHECK(length < sizeof text);
    memcpy(text, name.data, length);
    text[length] = '\0';
    is_said(error, text);
  }
}

static void refuse(struct row *row, const dijia_error *error) {
  if (!expects(row, "error")) {
    fprintf(stderr, "%s:%u: %s\n", row->file, row->line, error->message);
    exit(1);
  }
  CHECK(strlen(error->message) == error->message_length);
  carries(error);
  row->refused = 1;
  find(row, "error_kind", kind_of(error->status));
  find(row, "error", error->message);
  char chinese[DIJIA_MESSAGE_CAPACITY];
  size_t length;
  CHECK(dijia_error_message(error, DIJIA_LANGUAGE_CHINESE, chinese, sizeof chinese, &length) == DIJIA_OK);
  CHECK(strlen(chinese) == length);
  find(row, "error_chinese", chinese);
  for (size_t i = 0; i < row->count; i++) {
    if (row->columns[i][0] == '=' && !row->found[i]) {
      find(row, row->columns[i] + 1, "");
    }
  }
}

static void run_row(struct row *row, void (*function)(struct row *row)) {
  memset(row->found, 0, sizeof row->found);
  row->refused = 0;
  function(row);
  if (!row->refused) {
    find(row, "error_kind", "");
    find(row, "error", "");
    find(row, "error_chinese", "");
  }
  for (size_t i = 0; i < row->count; i++) {
    if (row->columns[i][0] == '=' && !row->found[i]) {
      fprintf(stderr, "%s:%u: nothing finds %s\n", row->file, row->line, row->columns[i] + 1);
      exit(1);
    }
  }
}

/* Calls the function with every row of a file, and returns how many there are. */
static size_t each_row(const char *folder, const char *name, void (*function)(struct row *row, void *with),
                       void *with) {
  char path[4096];
  size_t count = 0;
  struct row *row = (struct row *)calloc(1, sizeof *row);
  CHECK(row != NULL);
  CHECK(snprintf(path, sizeof path, "%s/%s", folder, name) < (int)sizeof path);
  FILE *file = fopen(path, "rb");
  if (file == NULL || !next_line(file, row->heading)) {
    fprintf(stderr, "%s: cannot be read\n", path);
    exit(1);
  }
  row->file = name;
  row->line = 1;
  row->count = split(row->heading, '\t', row->columns, MAX_CELLS);
  for (; next_line(file, row->text); count++) {
    row->line++;
    CHECK(split(row->text, '\t', row->cells, MAX_CELLS) == row->count);
    for (size_t i = 0; i < row->count; i++) {
      unescape((char *)row->cells[i]);
    }
    function(row, with);
  }
  fclose(file);
  free(row);
  return count;
}

/* The files that every language runs, with the functions that run them. */
struct vector_files {
  const char *folder;
  const struct vector_function *functions;
  size_t function_count;
  size_t count;
  struct {
    char name[64];
    void (*run)(struct row *row);
    size_t rows;
    size_t found;
  } files[64];
};

static void list_file(struct row *row, void *with) {
  struct vector_files *all = (struct vector_files *)with;
  if (!is_cell(row, "run_by", "every language")) {
    CHECK(is_cell(row, "run_by", "dijia-core"));
    return;
  }
  CHECK(all->count < sizeof all->files / sizeof *all->files);
  snprintf(all->files[all->count].name, sizeof all->files[0].name, "%s", cell(row, "file"));
  all->files[all->count].rows = (size_t)atol(cell(row, "rows"));
  for (size_t i = 0; i < all->function_count; i++) {
    if (is_cell(row, "function", all->functions[i].name)) {
      all->files[all->count].run = all->functions[i].run;
    }
  }
  if (all->files[all->count].run == NULL) {
    fprintf(stderr, "%s: nothing runs %s\n", cell(row, "file"), cell(row, "function"));
    exit(1);
  }
  all->count++;
}

static void run_with(struct row *row, void *with) { run_row(row, *(void (**)(struct row *))with); }

static size_t run_file(const struct vector_files *all, size_t at) {
  void (*run)(struct row * row) = all->files[at].run;
  const size_t rows = each_row(all->folder, all->files[at].name, run_with, &run);
  if (rows != all->files[at].rows) {
    fprintf(stderr, "%s: %zu rows, and not %zu\n", all->files[at].name, rows, all->files[at].rows);
    exit(1);
  }
  return rows;
}

struct soak {
  const struct vector_files *all;
  size_t first;
};

static void *run_soak(void *with) {
  const struct soak *soak = (const struct soak *)with;
  for (size_t i = 0; i < ROUNDS * soak->all->count; i++) {
    const size_t at = (soak->first + i) % soak->all->count;
    /* What it has is a hundred times as much as the other files. */
    if (strcmp(soak->all->files[at].name, "term_coefficient_grid.tsv") != 0) {
      run_file(soak->all, at);
    }
  }
  return NULL;
}

/* Lookups and appraisals from several threads at once, each beginning with another file. */
static void run_threads(const struct vector_files *all) {
  pthread_t threads[THREADS];
  struct soak soaks[THREADS];
  for (size_t i = 0; i < THREADS; i++) {
    soaks[i].all = all;
    soaks[i].first = i * all->count / THREADS;
    CHECK(pthread_create(&threads[i], NULL, run_soak, &soaks[i]) == 0);
  }
  for (size_t i = 0; i < THREADS; i++) {
    CHECK(pthread_join(threads[i], NULL) == 0);
  }
  printf("the same %d times from %d threads\n", ROUNDS, THREADS);
}

/*
 * What main returns. Arguments: the folder of the vectors, then nothing; or --threads, to run them from several
 * threads; or the name of a file, which gets how many rows of each file were run.
 */
static int run_vectors(int argc, char **argv, const struct vector_function *functions, size_t count) {
  static struct vector_files all;
  CHECK(argc == 2 || argc == 3);
  all.folder = argv[1];
  all.functions = functions;
  all.function_count = count;
  each_row(all.folder, "files.tsv", list_file, &all);
  if (argc == 3 && strcmp(argv[2], "--threads") == 0) {
    run_threads(&all);
    return 0;
  }
  FILE *report = argc == 3 ? fopen(argv[2], "wb") : stdout;
  CHECK(report != NULL);
  for (size_t i = 0; i < all.count; i++) {
    all.files[i].found = run_file(&all, i);
  }
  for (size_t i = 0; i < all.count; i++) {
    fprintf(report, "%s\t%lu\n", all.files[i].name, (unsigned long)all.files[i].found);
  }
  return report == stdout ? 0 : fclose(report);
}

#endif
