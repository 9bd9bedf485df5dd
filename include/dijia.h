/*
 * dijia (地价): official Chinese benchmark land prices and exact parcel pricing. Generated; not edited by hand.
 *
 * Every function that can fail returns a dijia_status, DIJIA_OK (0) on success, and takes as its last argument an optional
 * pointer to a dijia_error, which it fills when it fails. What it promises in other arguments it writes only on success,
 * save the length that a buffer needs. Pointers to results may not be NULL; a NULL is a status, not a crash.
 *
 * Text in is a pointer and a length in bytes of UTF-8, without a NUL, NULL allowed for no bytes. Text out is a dijia_text,
 * part of the library or of an opened edition; or it goes into a buffer of the caller's, with a NUL behind it: pass NULL and 0 first, and `length`
 * has how many bytes it takes without that NUL. In a buffer that has less than length + 1, nothing is written.
 *
 * The caller owns all memory; nothing needs to be freed. Structs that may grow begin with their own `size`; set it, zero
 * the rest (DIJIA_…_INIT does both): what an older one does not have is zero, and what it has no room for is not written.
 * All other structs stay as they are. Pointers need no alignment. Input and output may not overlap: where a text or an
 * array of results lies over a name or an array that is still to be read, that is DIJIA_OVERLAP.
 *
 * The library keeps nothing between calls, allocates nothing, starts nothing and has no state: every function may be called
 * from every thread at any time. Pricing a parcel or writing its worksheet takes up to 64 KiB of stack, everything else up to
 * 16 KiB, so that a signal handler needs an alternate stack of 128 KiB (sigaltstack) to price a parcel.
 *
 * Numbers are decimals and exact. Units: prices in yuan per square metre of land (元/㎡) unless they say otherwise, areas in
 * square metres, terms in years.
 */

#ifndef DIJIA_H
#define DIJIA_H


#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define DIJIA_STATIC_ASSERT(condition, message) static_assert(condition, message)
#else
#define DIJIA_STATIC_ASSERT(condition, message) _Static_assert(condition, message)
#endif


/**
 * The version of the binary interface. A program runs with every library of the same number: fields are added at the end
 * of structs that say their size, functions and codes are added, nothing else changes.
 */
#define DIJIA_ABI_VERSION 1

/**
 * The version of the library that this header belongs to.
 */
#define DIJIA_VERSION_MAJOR 0

/**
 * See `DIJIA_VERSION_MAJOR`.
 */
#define DIJIA_VERSION_MINOR 1

/**
 * See `DIJIA_VERSION_MAJOR`.
 */
#define DIJIA_VERSION_PATCH 0

/**
 * The bytes of the message in `dijia_error`, its NUL included; no message is longer.
 */
#define DIJIA_MESSAGE_CAPACITY 768

/**
 * The sign of a negative `dijia_decimal`.
 */
#define DIJIA_NEGATIVE 128

/**
 * The most bytes that a decimal takes as text, its NUL included.
 */
#define DIJIA_DECIMAL_CAPACITY 33

/**
 * In place of a number of places: the derived coefficients are not rounded.
 */
#define DIJIA_UNROUNDED 255

/**
 * The most places that a policy may ask for.
 */
#define DIJIA_MAX_PLACES 12

/**
 * The bytes of the name of a grade or a zone, its NUL included.
 */
#define DIJIA_NAME_CAPACITY 56

/**
 * The most editions of a set.
 */
#define DIJIA_MAX_EDITIONS 512

/**
 * The most editions that an appraisal is told of.
 */
#define DIJIA_MAX_KNOWN_EDITIONS 64

/**
 * The most further coefficients that an appraisal takes.
 */
#define DIJIA_MAX_COEFFICIENTS 16

/**
 * The most factor corrections that an appraisal takes.
 */
#define DIJIA_MAX_FACTOR_CORRECTIONS 64

/**
 * The most levels that an appraisal takes.
 */
#define DIJIA_MAX_LEVELS 64

/**
 * The most rows of a plot-ratio table.
 */
#define DIJIA_MAX_PLOT_RATIO_ROWS 256

/**
 * The most points of a date index.
 */
#define DIJIA_MAX_DATE_INDEX_POINTS 288

/**
 * The most unit costs: one for each service.
 */
#define DIJIA_MAX_UNIT_COSTS 8

/**
 * In `dijia_appraisal.table_open`: the first row of the plot-ratio table holds for every lower plot ratio too ("≤ 1.0").
 */
#define DIJIA_OPEN_BELOW 1

/**
 * In `dijia_appraisal.table_open`: the last row of the plot-ratio table holds for every higher plot ratio too ("≥ 5.0").
 */
#define DIJIA_OPEN_ABOVE 2

/**
 * In `dijia_appraised.warnings`: the unit price is more than 30 % away from the benchmark price; the text names the
 * coefficients that carry it.
 */
#define DIJIA_WARNING_LARGE_DEVIATION 1

/**
 * In `dijia_appraised.warnings`: the document is not in force on the valuation date; `validity` says which way.
 */
#define DIJIA_WARNING_OUTSIDE_VALIDITY 2

/**
 * In `dijia_appraised.warnings`: the valuation date is before the date that the benchmark price is the price of.
 */
#define DIJIA_WARNING_BEFORE_BASE_DATE 4

/**
 * In `dijia_appraised.warnings`: P is published and no valuation date is given, so that nobody has checked whether it is in
 * force.
 */
#define DIJIA_WARNING_NO_VALUATION_DATE 8

/**
 * In `dijia_appraised.warnings`: the plot ratio is not the one that P assumes, and nothing gives Kv.
 */
#define DIJIA_WARNING_PLOT_RATIO_UNCORRECTED 16

/**
 * In `dijia_appraised.warnings`: the valuation date is not the date that P is the price of, and nothing gives Kt.
 */
#define DIJIA_WARNING_DATE_UNCORRECTED 32

/**
 * In `dijia_appraised.warnings`: factor corrections without a per cent sign are more than 30 % together; it may be missing.
 */
#define DIJIA_WARNING_BARE_FACTORS 64

/**
 * In `dijia_appraised.warnings`: corrections are taken as published, and factors or coefficients of the document have no level.
 */
#define DIJIA_WARNING_WITHOUT_LEVEL 128

/**
 * In `dijia_appraised.warnings`: the benchmark price is printed as a lower bound (≥).
 */
#define DIJIA_WARNING_LOWER_BOUND 256

/**
 * The most inputs that a step names.
 */
#define DIJIA_MAX_STEP_INPUTS 6

/**
 * The most uses that a parcel may have.
 */
#define DIJIA_MAX_USES 16

/**
 * Memory of the caller's, as addresses: what is written must not be what is still to be read.
 */
typedef struct Memory Memory;

/**
 * One publication of a city's benchmark land prices: its tables, what they assume, and when they are in force. Some are
 * part of the library: pointers to them are valid as long as it is loaded. Any other is opened from the bytes of an edition
 * file by `dijia_edition_open`.
 */
typedef struct dijia_edition dijia_edition;

/**
 * UTF-8 text: a pointer and a length in bytes, without a NUL at its end. Text that the library returns is part of the
 * library and valid as long as it is loaded; nobody frees it. An empty text may have a NULL pointer.
 */
typedef struct {
  /**
   * The first byte.
   */
  const char *data;
  /**
   * How many bytes.
   */
  size_t length;
} dijia_text;

/**
 * What a call came to: `DIJIA_OK`, or why there is no result. A code keeps its number and its meaning for ever; new ones
 * are added before `DIJIA_STATUS_END`.
 */
typedef int32_t dijia_status;

/**
 * A decimal: ± (hi32 × 2⁶⁴ + lo64) ÷ 10^scale, in the 16 bytes that the Windows OLE `DECIMAL` and .NET's `System.Decimal`
 * have in memory. 0.9138 and 0.91380 are different texts and equal numbers. All bytes zero is 0.
 */
typedef struct {
  /**
   * Not used: anything in, 0 out. It is where a `VARIANT` has its type.
   */
  uint16_t reserved;
  /**
   * The places after the point, at most 28.
   */
  uint8_t scale;
  /**
   * `DIJIA_NEGATIVE` (0x80) for a negative number, else 0.
   */
  uint8_t sign;
  /**
   * The digits as one whole number: its high 32 bits …
   */
  uint32_t hi32;
  /**
   * … and its low 64 bits.
   */
  uint64_t lo64;
} dijia_decimal;

/**
 * A decimal, or none. All bytes zero is none.
 */
typedef struct {
  /**
   * The decimal, where there is one.
   */
  dijia_decimal value;
  /**
   * 0 where there is none, else 1.
   */
  uint8_t present;
  /**
   * Not used; 0.
   */
  uint8_t reserved[7];
} dijia_optional_decimal;

/**
 * A day of the Gregorian calendar, in the years from 1 to 9999.
 */
typedef struct {
  /**
   * The year, such as 2020.
   */
  int16_t year;
  /**
   * The month, 1 to 12.
   */
  uint8_t month;
  /**
   * The day of the month, from 1.
   */
  uint8_t day;
} dijia_date;

/**
 * A date, or none. All bytes zero is none.
 */
typedef struct {
  /**
   * The date, where there is one.
   */
  dijia_date value;
  /**
   * 0 where there is none, else 1.
   */
  uint8_t present;
  /**
   * Not used; 0.
   */
  uint8_t reserved[3];
} dijia_optional_date;

/**
 * Why a call has no result: the offending values and the rule that they break. Every function that can fail takes an
 * optional pointer to one as its last argument, and fills it only when it fails. Set `size` before the first call
 * (`DIJIA_ERROR_INIT`); nothing in it needs to be freed, and it can be used again.
 */
typedef struct {
  /**
   * `sizeof(dijia_error)`, set by the caller.
   */
  size_t size;
  /**
   * What the function returned.
   */
  dijia_status status;
  /**
   * The quantity that is wrong, one of `DIJIA_QUANTITY_…`; 0 where none is named.
   */
  uint32_t quantity;
  /**
   * The quantity that it conflicts with, that needs it, or without which it takes no part; 0 where none is named.
   */
  uint32_t other_quantity;
  /**
   * For `DIJIA_FIGURES_NOT_IN_HAND`, the number of the annex that has the figures; else 0.
   */
  uint32_t annex;
  /**
   * In an array of rows, codes, coefficients, uses …: the index of the element that is wrong.
   */
  size_t index;
  /**
   * For `DIJIA_INVALID_TABLE`, the row that is wrong, from 1; 0 for a table without rows. For `DIJIA_INVALID_FILE`, the
   * record that breaks the rules, from 0.
   */
  size_t row;
  /**
   * For a text that could not be read, where reading stopped, in bytes.
   */
  size_t offset;
  /**
   * The same place as a person counts it, the first character being 1; 0 where there is none.
   */
  size_t character;
  /**
   * How many were given, and … For `DIJIA_INVALID_FILE`, the version of the format, or how many bytes there are, and …
   */
  size_t count;
  /**
   * … how many are allowed, or there are; how many bytes the file says that it has.
   */
  size_t most;
  /**
   * The offending value.
   */
  dijia_optional_decimal value;
  /**
   * The least, the first or the …
   */
  dijia_optional_decimal low;
  /**
   * … most that would do.
   */
  dijia_optional_decimal high;
  /**
   * The offending date.
   */
  dijia_optional_date date;
  /**
   * The first or the …
   */
  dijia_optional_date first_date;
  /**
   * … last date that would do.
   */
  dijia_optional_date last_date;
  /**
   * The rule that a text, a table or a value breaks, in English and valid for ever; empty where the status says it.
   */
  dijia_text rule;
  /**
   * The length of the message without its NUL.
   */
  size_t message_length;
  /**
   * The whole message, in English: UTF-8 with a NUL at its end, on one line, without a full stop.
   */
  char message[DIJIA_MESSAGE_CAPACITY];
  /**
   * The number of the rule, which keeps its meaning for ever and whose text `dijia_rule_text` gives in either language;
   * 0 where the status says it.
   */
  uint32_t rule_number;
  /**
   * Not used; 0.
   */
  uint32_t reserved;
  /**
   * The length of the Chinese message without its NUL.
   */
  size_t message_chinese_length;
  /**
   * The whole message, in Chinese: the same values and the same rule. `dijia_error_message` gives the one or the other.
   */
  char message_chinese[DIJIA_MESSAGE_CAPACITY];
} dijia_error;

/**
 * A language of texts: one of `DIJIA_LANGUAGE_CHINESE`, `DIJIA_LANGUAGE_ENGLISH`.
 */
typedef uint32_t dijia_language;

/**
 * What becomes of a figure exactly half-way between two neighbours: one of `DIJIA_HALF_UP`, `DIJIA_HALF_EVEN`.
 */
typedef uint32_t dijia_rounding_mode;

/**
 * A service that reaches a site, or its levelling: one of `DIJIA_ROAD`, `DIJIA_POWER` … It is one bit of a
 * `dijia_development_level`.
 */
typedef uint32_t dijia_service;

/**
 * The development level of a site (开发程度): the services that reach it, joined by `|`.
 */
typedef uint32_t dijia_development_level;

/**
 * A use of land (土地用途): one of `DIJIA_COMMERCIAL`, `DIJIA_RESIDENTIAL`, `DIJIA_INDUSTRIAL`, `DIJIA_PUBLIC_SERVICE`,
 * or the number that `dijia_edition_land_use` and `dijia_land_use_at` give to a land use of an edition's own, for that
 * edition alone.
 */
typedef uint32_t dijia_land_use;

/**
 * A part of a city that a set of prices holds for: one of `DIJIA_FIRST_AREA`, `DIJIA_CENTRAL_URBAN`, `DIJIA_TOWNSHIP`, or
 * the number that `dijia_edition_area` and `dijia_area_at` give to an area of an edition's own, for that edition alone.
 */
typedef uint32_t dijia_area;

/**
 * A land grade (级别): 1 for Ⅰ, the dearest, to 20; 0 for none; or the number that `dijia_edition_grade` and
 * `dijia_grade_at` give to a grade of an edition's that only has a name (限制级), for that edition alone.
 */
typedef uint32_t dijia_grade;

/**
 * The code of a zone (区片): a grade and a number within it, or what `dijia_edition_zone_code` makes of a code that an
 * edition prints otherwise (通1), for that edition alone.
 */
typedef struct {
  /**
   * The grade, 1 to 20; another number for a code of an edition's own.
   */
  dijia_grade grade;
  /**
   * The number of the zone within its grade, from 1.
   */
  uint32_t number;
} dijia_zone_code;

/**
 * A quantity that an error names: one of `DIJIA_QUANTITY_…`.
 */
typedef uint32_t dijia_quantity;

/**
 * How a date stands to the period in which a document is in force: one of `DIJIA_IN_FORCE`, `DIJIA_NOT_YET_IN_FORCE`,
 * `DIJIA_EXPIRED`.
 */
typedef uint32_t dijia_validity;

/**
 * The official document that publishes an edition's prices.
 */
typedef struct {
  /**
   * The document number (文号), such as 济政发〔2020〕12号.
   */
  dijia_text number;
  /**
   * The title; empty where there is none, and so on.
   */
  dijia_text title;
  /**
   * Who issued it.
   */
  dijia_text issuer;
  /**
   * The number of the document that it replaces.
   */
  dijia_text replaces;
  /**
   * When it was issued.
   */
  dijia_optional_date issue_date;
  /**
   * The first day on which it is in force.
   */
  dijia_optional_date first_day_in_force;
  /**
   * The last day on which it is in force.
   */
  dijia_optional_date last_day_in_force;
  /**
   * When the document that it replaces was issued.
   */
  dijia_optional_date replaces_date;
  /**
   * The title of the document that it replaces.
   */
  dijia_text replaces_title;
  /**
   * Not used; 0.
   */
  uint64_t reserved[4];
} dijia_document;

/**
 * What an edition is, and how much of everything it has. Set `size` before the call (`DIJIA_EDITION_FACTS_INIT`).
 */
typedef struct {
  /**
   * `sizeof(dijia_edition_facts)`, set by the caller.
   */
  size_t size;
  /**
   * The name of the edition, such as `jinan-2020`.
   */
  dijia_text name;
  /**
   * The city, such as 济南市.
   */
  dijia_text city;
  /**
   * The document that publishes the prices.
   */
  dijia_document document;
  /**
   * The SHA-256 of the edition file behind its header, which tells one edition from every other.
   */
  uint8_t digest[32];
  /**
   * The edition file: the bytes that it was opened from, or for one of the library's those that it would be opened from.
   */
  const uint8_t *file;
  /**
   * How many bytes the file has.
   */
  size_t file_length;
  /**
   * The date that the prices are the prices of (基准日).
   */
  dijia_optional_date base_date;
  /**
   * For `dijia_land_use_at`.
   */
  uint32_t land_use_count;
  /**
   * For `dijia_area_at`.
   */
  uint32_t area_count;
  /**
   * For `dijia_grade_at`.
   */
  uint32_t grade_count;
  /**
   * For `dijia_place_at`.
   */
  uint32_t place_count;
  /**
   * For `dijia_annex_at`, those without figures in hand too.
   */
  uint32_t annex_count;
  /**
   * For `dijia_statement_at`.
   */
  uint32_t statement_count;
  /**
   * For `dijia_basis_at`.
   */
  uint32_t basis_count;
  /**
   * For `dijia_grade_price_at`.
   */
  uint32_t grade_price_count;
  /**
   * For `dijia_zone_price_at`.
   */
  uint32_t zone_price_count;
  /**
   * Not used; 0.
   */
  uint32_t reserved;
} dijia_edition_facts;

/**
 * What a table of corrections gives: one of `DIJIA_CORRECTION_…`.
 */
typedef uint32_t dijia_correction_kind;

/**
 * Where in which document a figure is printed.
 */
typedef struct {
  /**
   * The number of the document (文号).
   */
  dijia_text document;
  /**
   * Where `annex` is 0, what the part of the document is called: the area that the explanatory notes are of, 表1-1 …
   */
  dijia_text part;
  /**
   * The number of the annex; 0 for the explanatory notes, and for a part that only has a name.
   */
  uint32_t annex;
  /**
   * The row: the printed sequence number, or where there is none the line of the table, from 1. 0 where the part is not
   * a table.
   */
  uint32_t row;
  /**
   * Not used; 0.
   */
  uint64_t reserved[2];
} dijia_citation;

/**
 * A row of a table of corrections. Set `size` before the call (`DIJIA_CORRECTION_ROW_INIT`).
 */
typedef struct {
  /**
   * `sizeof(dijia_correction_row)`, set by the caller.
   */
  size_t size;
  /**
   * What the table gives.
   */
  dijia_correction_kind kind;
  /**
   * The land use that it holds for; `DIJIA_NO_LAND_USE` where it holds for all.
   */
  dijia_land_use land_use;
  /**
   * The grade that it holds for; 0 where it holds for all.
   */
  dijia_grade grade;
  /**
   * 1 where the area of a parcel says its level.
   */
  uint32_t by_area;
  /**
   * The name of the factor or the coefficient; else empty.
   */
  dijia_text name;
  /**
   * The name of the level; else empty.
   */
  dijia_text level;
  /**
   * The condition for the level, in the words of the document; else empty.
   */
  dijia_text condition;
  /**
   * The coefficient or the index; of a factor the correction and of growth the rate, as a fraction: 0.3873 % is 0.003873.
   */
  dijia_decimal value;
  /**
   * The plot ratio, or the remaining term in years, that the row is of; none in other tables.
   */
  dijia_optional_decimal key;
  /**
   * Where it is printed.
   */
  dijia_citation citation;
} dijia_correction_row;

/**
 * Which figures of an appraisal are rounded, to how many places, and how. All bytes zero is the default: derived
 * coefficients to 4 places, the unit price and every amount to 2, half up.
 */
typedef struct {
  /**
   * 0 for the default, whatever the other fields say; else 1.
   */
  uint8_t present;
  /**
   * The places of derived coefficients, or `DIJIA_UNROUNDED`.
   */
  uint8_t coefficient_places;
  /**
   * The places of the unit price.
   */
  uint8_t unit_price_places;
  /**
   * The places of the amounts: 万元/亩, floor price, totals.
   */
  uint8_t amount_places;
  /**
   * One of `DIJIA_HALF_UP`, `DIJIA_HALF_EVEN`.
   */
  dijia_rounding_mode mode;
} dijia_rounding;

/**
 * How a price differs: one of `DIJIA_PRICE_MOVED`, `DIJIA_PRICE_ADDED`, `DIJIA_PRICE_DROPPED`.
 */
typedef uint32_t dijia_difference_kind;

/**
 * What a published price is the price of a square metre of: one of `DIJIA_PER_LAND`, `DIJIA_PER_FLOOR`.
 */
typedef uint32_t dijia_priced_area;

/**
 * A price as an edition publishes it, beside another edition's.
 */
typedef struct {
  /**
   * The figure printed; none where the edition publishes no such price, and then all else is zero.
   */
  dijia_optional_decimal printed;
  /**
   * What it is the price of a square metre of.
   */
  dijia_priced_area priced_area;
  /**
   * 1 where it is printed as a lower bound (≥), else 0.
   */
  uint32_t is_lower_bound;
  /**
   * Where it is printed.
   */
  dijia_citation citation;
} dijia_compared_price;

/**
 * A price that differs between two editions. Set `size` in the first row (`DIJIA_DIFFERENCE_ROW_INIT`); it is that of all.
 */
typedef struct {
  /**
   * `sizeof(dijia_difference_row)`, set by the caller.
   */
  size_t size;
  /**
   * How it differs.
   */
  dijia_difference_kind kind;
  /**
   * 1 for the price of a zone, 0 for that of a grade.
   */
  uint32_t of_zone;
  /**
   * The name of the area, as the edition that publishes the price has it; of two the earlier.
   */
  dijia_text area;
  /**
   * The name of the land use.
   */
  dijia_text land_use;
  /**
   * The name of the grade, Ⅲ, or the code of the zone, Ⅲ-4, with a NUL at its end.
   */
  char name[DIJIA_NAME_CAPACITY];
  /**
   * The price in the earlier edition.
   */
  dijia_compared_price before;
  /**
   * The price in the later edition.
   */
  dijia_compared_price after;
  /**
   * How far the later price is from the earlier, in per cent to 2 places; of land and of floor both as prices of land. None
   * where only one edition publishes the price, or no plot ratio is stated that would make them comparable.
   */
  dijia_optional_decimal percent;
} dijia_difference_row;

/**
 * A land use as an edition has it. Set `size` before the call (`DIJIA_LAND_USE_ROW_INIT`); so for every row of an edition.
 */
typedef struct {
  /**
   * `sizeof(dijia_land_use_row)`, set by the caller.
   */
  size_t size;
  /**
   * What the edition is asked for it by.
   */
  dijia_land_use land_use;
  /**
   * The class of land use that it belongs to, one of `DIJIA_COMMERCIAL` …; `DIJIA_NO_LAND_USE` where it belongs to none.
   */
  dijia_land_use class_of_use;
  /**
   * Its name in the document, without 用地.
   */
  dijia_text name;
  /**
   * Its name in English; that in Chinese where it has none.
   */
  dijia_text english;
  /**
   * What it is printed under, where that is another name; else empty.
   */
  dijia_text printed_under;
} dijia_land_use_row;

/**
 * An area that an edition has prices of.
 */
typedef struct {
  /**
   * `sizeof(dijia_area_row)`, set by the caller.
   */
  size_t size;
  /**
   * What the edition is asked for it by.
   */
  dijia_area area;
  /**
   * Not used; 0.
   */
  uint32_t reserved;
  /**
   * Its name in the document.
   */
  dijia_text name;
  /**
   * Its name in English; that in Chinese where it has none.
   */
  dijia_text english;
} dijia_area_row;

/**
 * A grade as an edition has it.
 */
typedef struct {
  /**
   * `sizeof(dijia_grade_row)`, set by the caller.
   */
  size_t size;
  /**
   * What the edition is asked for it by.
   */
  dijia_grade grade;
  /**
   * Not used; 0.
   */
  uint32_t reserved;
  /**
   * The numeral of one that has a number, Ⅲ, or its name.
   */
  dijia_text name;
} dijia_grade_row;

/**
 * A place that an area covers: a township, a street office, a county.
 */
typedef struct {
  /**
   * `sizeof(dijia_place_row)`, set by the caller.
   */
  size_t size;
  /**
   * The area that covers it.
   */
  dijia_area area;
  /**
   * Not used; 0.
   */
  uint32_t reserved;
  /**
   * Its name in the document.
   */
  dijia_text name;
  /**
   * The district that it belongs to; empty where the document does not say so.
   */
  dijia_text district;
} dijia_place_row;

/**
 * Something that a document says of the area that it covers.
 */
typedef struct {
  /**
   * `sizeof(dijia_statement_row)`, set by the caller.
   */
  size_t size;
  /**
   * The area that it is about; `DIJIA_FIRST_AREA` where it is about none in particular.
   */
  dijia_area area;
  /**
   * Not used; 0.
   */
  uint32_t reserved;
  /**
   * What it is about, such as 东.
   */
  dijia_text about;
  /**
   * The words of the document.
   */
  dijia_text words;
} dijia_statement_row;

/**
 * An annex (附件) of a document.
 */
typedef struct {
  /**
   * `sizeof(dijia_annex_row)`, set by the caller.
   */
  size_t size;
  /**
   * Its number; 0 where it only has a label.
   */
  uint32_t number;
  /**
   * 1 where the edition holds its figures; 0 where they are published, but elsewhere.
   */
  uint32_t in_hand;
  /**
   * What the document calls it where that is not a number, such as 表1-1; else empty.
   */
  dijia_text label;
  /**
   * Its title.
   */
  dijia_text title;
  /**
   * The area that it publishes prices of; `DIJIA_FIRST_AREA` where it has several.
   */
  dijia_area area;
  /**
   * 1 where it prints the prices of zones, 0 where it prints those of grades.
   */
  uint32_t of_zones;
  /**
   * The land uses that it publishes prices of: the bit 1 << index for each, by the index of `dijia_land_use_at`.
   */
  uint64_t land_uses;
} dijia_annex_row;

/**
 * What a benchmark price assumes of the land that it is the price of (基准地价内涵).
 */
typedef struct {
  /**
   * The area that the basis holds for.
   */
  dijia_area area;
  /**
   * The land use that it holds for; `DIJIA_NO_LAND_USE` where it holds for all of the area.
   */
  dijia_land_use land_use;
  /**
   * The grade that it holds for; 0 where it holds for all.
   */
  dijia_grade grade;
  /**
   * The level of development.
   */
  dijia_development_level development_level;
  /**
   * 1 where the document states a level of development, else 0.
   */
  uint8_t has_development_level;
  /**
   * 1 where the term has no end (无限年期), else 0.
   */
  uint8_t is_perpetual;
  /**
   * Not used; 0.
   */
  uint8_t reserved[6];
  /**
   * The date that the prices are the prices of (基准日).
   */
  dijia_optional_date base_date;
  /**
   * The name that the document gives to the level of development, such as 六通一平; empty where it gives none, and so on.
   */
  dijia_text development_name;
  /**
   * The right that is priced (土地权利状况), in the words of the document.
   */
  dijia_text right;
  /**
   * The statutory term n (法定最高出让年期), in years.
   */
  dijia_optional_decimal statutory_term;
  /**
   * Floor area over land area (容积率).
   */
  dijia_optional_decimal plot_ratio;
  /**
   * The capitalization rate r of land (土地还原利率), a fraction: 6.4 % is 0.064.
   */
  dijia_optional_decimal capitalization_rate;
  /**
   * Where the basis is printed.
   */
  dijia_citation citation;
  /**
   * Not used; 0.
   */
  uint64_t reserved_for_more[8];
} dijia_basis_row;

/**
 * The benchmark price of a grade (级别基准地价), as published. Set `size` before the call (`DIJIA_GRADE_PRICE_ROW_INIT`).
 */
typedef struct {
  /**
   * `sizeof(dijia_grade_price_row)`, set by the caller.
   */
  size_t size;
  /**
   * The area.
   */
  dijia_area area;
  /**
   * The land use.
   */
  dijia_land_use land_use;
  /**
   * The grade.
   */
  dijia_grade grade;
  /**
   * How many zones the grade is divided into.
   */
  uint32_t zone_count;
  /**
   * What `printed` is the price of a square metre of.
   */
  dijia_priced_area priced_area;
  /**
   * 1 where the figure is printed as a lower bound (≥), else 0.
   */
  uint32_t is_lower_bound;
  /**
   * The figure printed, 元 for a square metre of what `priced_area` says.
   */
  dijia_decimal printed;
  /**
   * The price, 元/㎡ of land: the figure printed, or where that is one of floor × the plot ratio of the basis, exactly;
   * none where the document states no plot ratio.
   */
  dijia_optional_decimal per_square_metre;
  /**
   * The price in 万元/亩 as printed; none where none is.
   */
  dijia_optional_decimal wan_yuan_per_mu;
  /**
   * The floor price (楼面地价), 元/㎡ of floor at the plot ratio of the basis; none where none is printed.
   */
  dijia_optional_decimal per_floor_area;
  /**
   * Where the price is printed.
   */
  dijia_citation citation;
  /**
   * What the price assumes.
   */
  dijia_basis_row basis;
} dijia_grade_price_row;

/**
 * The benchmark price of a zone (区片基准地价), as published: the price in each of the units that are printed. Set `size`
 * before the call (`DIJIA_ZONE_PRICE_ROW_INIT`).
 */
typedef struct {
  /**
   * `sizeof(dijia_zone_price_row)`, set by the caller.
   */
  size_t size;
  /**
   * The area.
   */
  dijia_area area;
  /**
   * The land use.
   */
  dijia_land_use land_use;
  /**
   * The grade that the zone is of; 0 where the document divides no grades into zones.
   */
  dijia_grade grade;
  /**
   * What `printed` is the price of a square metre of.
   */
  dijia_priced_area priced_area;
  /**
   * The zone.
   */
  dijia_zone_code code;
  /**
   * 1 where the figure is printed as a lower bound (≥), else 0.
   */
  uint32_t is_lower_bound;
  /**
   * Not used; 0.
   */
  uint32_t reserved;
  /**
   * The figure printed, 元 for a square metre of what `priced_area` says.
   */
  dijia_decimal printed;
  /**
   * The price, 元/㎡ of land: the figure printed, or where that is one of floor × the plot ratio of the basis, exactly;
   * none where the document states no plot ratio.
   */
  dijia_optional_decimal per_square_metre;
  /**
   * The price in 万元/亩 as printed; none where none is.
   */
  dijia_optional_decimal wan_yuan_per_mu;
  /**
   * The floor price (楼面地价), 元/㎡ of floor at the plot ratio of the basis; none where none is printed.
   */
  dijia_optional_decimal per_floor_area;
  /**
   * Where the price is printed.
   */
  dijia_citation citation;
  /**
   * What the price assumes.
   */
  dijia_basis_row basis;
} dijia_zone_price_row;

/**
 * A factor correction (Ki). `dijia_factor_parse` reads one.
 */
typedef struct {
  /**
   * The factor, as the worksheet prints it.
   */
  dijia_text name;
  /**
   * A signed fraction above −1 and below 1: +2.402 % is 0.02402; 0 changes nothing.
   */
  dijia_decimal value;
  /**
   * 1 where the value was written with a per cent sign, so that its unit is beyond doubt: bare numbers that are more than
   * 30 % together are warned of (`DIJIA_WARNING_BARE_FACTORS`).
   */
  uint8_t in_percent;
  /**
   * Not used; 0.
   */
  uint8_t reserved[7];
} dijia_factor;

/**
 * Whose price an appraisal starts from: one of `DIJIA_BASE_ZONE`, `DIJIA_BASE_GRADE`, `DIJIA_BASE_OWN`.
 */
typedef uint32_t dijia_base;

/**
 * Where a price of the caller's own is from, and what it is the price of, so far as he says so: a price of an annex that an
 * edition does not hold, or of a notice that the library does not know. It changes no figure; the worksheet prints it. Set
 * `size` (`DIJIA_ORIGIN_INIT`); what is not said is an empty text.
 */
typedef struct {
  /**
   * `sizeof(dijia_origin)`.
   */
  size_t size;
  /**
   * The number or the title of the document.
   */
  dijia_text document;
  /**
   * The number of the annex, `5`, or what the document calls it, `表1-1`.
   */
  dijia_text annex;
  /**
   * The area, by name.
   */
  dijia_text area;
  /**
   * The land use, by name.
   */
  dijia_text land_use;
  /**
   * The grade, by name.
   */
  dijia_text grade;
  /**
   * The zone, by name.
   */
  dijia_text zone;
  /**
   * The row in the annex, from 1; 0 where it is not said.
   */
  uint32_t row;
  /**
   * Not used; 0.
   */
  uint32_t reserved;
} dijia_origin;

/**
 * A row of a table of plot-ratio coefficients.
 */
typedef struct {
  /**
   * The plot ratio.
   */
  dijia_decimal plot_ratio;
  /**
   * The coefficient that land of this plot ratio has.
   */
  dijia_decimal coefficient;
} dijia_plot_ratio_row;

/**
 * What the index is on a date between two points: one of `DIJIA_LAST_BEFORE`, `DIJIA_LINEAR_BY_DAYS`.
 */
typedef uint32_t dijia_between_points;

/**
 * A point of a dated series of price indices.
 */
typedef struct {
  /**
   * The date.
   */
  dijia_date date;
  /**
   * Not used; 0.
   */
  uint32_t reserved;
  /**
   * The price index on that date; of a chain that of the period of the date, the period before being 100.
   */
  dijia_decimal index;
} dijia_date_index_point;

/**
 * A further coefficient (Kj).
 */
typedef struct {
  /**
   * What it corrects for, as the worksheet prints it.
   */
  dijia_text name;
  /**
   * The coefficient, positive; 1 changes nothing.
   */
  dijia_decimal value;
  /**
   * What `value` is divided by where the coefficient is an exact ratio, 100/103; none where it is a decimal.
   */
  dijia_optional_decimal over;
} dijia_coefficient;

/**
 * The level (优劣程度) that a factor or a further coefficient of the edition has at the parcel, by the name that the document
 * prints; where the document states intervals, also by a number, which is in one of them: `420`.
 */
typedef struct {
  /**
   * The factor or the coefficient.
   */
  dijia_text of;
  /**
   * Its level, or a number.
   */
  dijia_text level;
} dijia_level;

/**
 * What it costs to bring a service to a site.
 */
typedef struct {
  /**
   * The service.
   */
  dijia_service service;
  /**
   * Not used; 0.
   */
  uint32_t reserved;
  /**
   * Its cost, 元/㎡ of land, not negative.
   */
  dijia_decimal cost;
} dijia_unit_cost;

/**
 * A parcel to be priced by the coefficient-correction method (基准地价系数修正法, GB/T 18508-2014):
 *
 *     unit price = P × Ky × Kv × Kt × ∏Kj × (1 + ΣKi) + Kf
 *
 * Set `size` (`DIJIA_APPRAISAL_INIT`), `base` and what belongs to it, and what is known of the parcel. All else stays zero:
 * what is not given takes no part, its coefficient is 1. What is given twice, in two forms, is an error. The library reads
 * the arrays and texts that are pointed to while a call lasts, and keeps none of them.
 */
typedef struct {
  /**
   * `sizeof(dijia_appraisal)`.
   */
  size_t size;
  /**
   * Whose prices; see `base`.
   */
  const dijia_edition *edition;
  /**
   * Whose price P is.
   */
  dijia_base base;
  /**
   * The land use.
   */
  dijia_land_use land_use;
  /**
   * The area whose price P is, or whose basis a price of the caller's own has; 0 for the first of the edition.
   */
  dijia_area area_of_price;
  /**
   * Not used; 0.
   */
  uint32_t reserved;
  /**
   * The zone; for the price of a grade, its `grade` alone.
   */
  dijia_zone_code code;
  /**
   * The price of the caller's own, 元/㎡ of land.
   */
  dijia_decimal own_price;
  /**
   * Where that price is from; NULL where it is not said. To a published price, which says so itself, it is an error.
   */
  const dijia_origin *origin;
  /**
   * The capitalization rate r, a fraction in (0, 1] of at most 6 places, instead of that of the basis.
   */
  dijia_optional_decimal capitalization_rate;
  /**
   * The statutory term n in years, at most 100 and 4 places, instead of that of the basis; `perpetual_basis` for one without
   * end.
   */
  dijia_optional_decimal statutory_term;
  /**
   * The date that P is the price of, instead of that of the basis.
   */
  dijia_optional_date base_date;
  /**
   * The date that the parcel is appraised for (估价期日).
   */
  dijia_optional_date valuation_date;
  /**
   * The date on which the right to the parcel ends; it gives the remaining term.
   */
  dijia_optional_date expiry_date;
  /**
   * The remaining term m in years, at most 4 places: P is corrected by Ky. It is longer than n only by `longer_term`;
   * `perpetual_term` for one without end.
   */
  dijia_optional_decimal remaining_term;
  /**
   * The term coefficient Ky, instead of one that is derived from a remaining term.
   */
  dijia_optional_decimal term_coefficient;
  /**
   * What it is divided by where it is an exact ratio; so for the two below.
   */
  dijia_optional_decimal term_coefficient_over;
  /**
   * The plot ratio of the parcel, which the floor price and a table need.
   */
  dijia_optional_decimal plot_ratio;
  /**
   * The plot-ratio coefficient Kv.
   */
  dijia_optional_decimal plot_ratio_coefficient;
  /**
   * What it is divided by where it is an exact ratio, 1.16/1.40.
   */
  dijia_optional_decimal plot_ratio_coefficient_over;
  /**
   * The table that gives Kv, ascending by plot ratio; between rows it is interpolated.
   */
  const dijia_plot_ratio_row *plot_ratio_table;
  /**
   * Its rows, at most `DIJIA_MAX_PLOT_RATIO_ROWS`; 0 for no table, which then has no open ends.
   */
  size_t plot_ratio_row_count;
  /**
   * Which ends of the table are open: `DIJIA_OPEN_BELOW`, `DIJIA_OPEN_ABOVE`, both joined by `|`, or 0.
   */
  uint32_t table_open;
  /**
   * What the index is between two points; 0 where there is no series.
   */
  dijia_between_points between_points;
  /**
   * The series that gives Kt, ascending by date: index on the valuation date ÷ index on the base date. Of a chain
   * (`index_period`) no period is left out, each index is from 20 to 500, and Kt is the product of those ÷ 100 that are dated
   * after the base date, up to the valuation date; the first enters no product.
   */
  const dijia_date_index_point *date_index;
  /**
   * Its points, at most `DIJIA_MAX_DATE_INDEX_POINTS`; 0 for no series.
   */
  size_t date_index_point_count;
  /**
   * The date coefficient Kt.
   */
  dijia_optional_decimal date_coefficient;
  /**
   * What it is divided by where it is an exact ratio, 103/100.
   */
  dijia_optional_decimal date_coefficient_over;
  /**
   * The monthly growth g that gives Kt = (1 + g)^months, above −0.5 and at most 1, of at most 6 places.
   */
  dijia_optional_decimal monthly_growth;
  /**
   * Further coefficients Kj (面积, 形状, 临街深度 …).
   */
  const dijia_coefficient *coefficients;
  /**
   * How many, at most `DIJIA_MAX_COEFFICIENTS`.
   */
  size_t coefficient_count;
  /**
   * Factor corrections Ki.
   */
  const dijia_factor *factor_corrections;
  /**
   * How many, at most `DIJIA_MAX_FACTOR_CORRECTIONS`.
   */
  size_t factor_correction_count;
  /**
   * The levels of the factors and of the further coefficients of the document, with `corrections_as_published`.
   */
  const dijia_level *levels;
  /**
   * How many, at most `DIJIA_MAX_LEVELS`.
   */
  size_t level_count;
  /**
   * The development adjustment Kf, 元/㎡, signed.
   */
  dijia_optional_decimal development_adjustment;
  /**
   * The unit costs that give Kf with `site_development`; where there are none, `corrections_as_published` takes those of the
   * document.
   */
  const dijia_unit_cost *unit_costs;
  /**
   * How many, at most `DIJIA_MAX_UNIT_COSTS`.
   */
  size_t unit_cost_count;
  /**
   * The development level of the site.
   */
  dijia_development_level site_development;
  /**
   * The development level that P assumes, instead of that of the basis.
   */
  dijia_development_level basis_development;
  /**
   * 1 where the price is to have the basis that `edition` states for `area_of_price` and `land_use`. For a price of the
   * caller's own that is so wherever there is an edition; beside a published price, which has its own, it is an error.
   */
  uint8_t has_basis;
  /**
   * 1 where `site_development` is given.
   */
  uint8_t has_site_development;
  /**
   * 1 where `basis_development` is given.
   */
  uint8_t has_basis_development;
  /**
   * 1 where what is not given is to be taken from the tables of corrections that the document prints: Kv from the plot
   * ratio, Ky from the remaining term, Kt from the valuation date, and the corrections and coefficients of `levels` and of
   * the area. Every step then cites its table. What the tables do not cover is an error.
   */
  uint8_t corrections_as_published;
  /**
   * 1 where the right to the parcel has no end (无限年期), instead of a `remaining_term`.
   */
  uint8_t perpetual_term;
  /**
   * 1 where P is the price of a right without end, instead of a `statutory_term`.
   */
  uint8_t perpetual_basis;
  /**
   * 1 where the remaining term may be longer than the statutory one, up to 100 years, so that Ky is above 1.
   */
  uint8_t longer_term;
  /**
   * What the indices of `date_index` are relative to: `DIJIA_FIXED_BASE`, or one of `DIJIA_CHAIN_OF_…`; 0 where there is no
   * series.
   */
  uint8_t index_period;
  /**
   * The area of the parcel, ㎡, which the totals need.
   */
  dijia_optional_decimal area;
  /**
   * The editions that are known, which change no figure: the warning that the edition priced from is not in force names the
   * one that follows it, and one without a last day is in force until that begins.
   */
  const dijia_edition *const *editions;
  /**
   * How many, at most `DIJIA_MAX_KNOWN_EDITIONS`.
   */
  size_t edition_count;
  /**
   * What is rounded, and how; all zero is the default.
   */
  dijia_rounding rounding;
} dijia_appraisal;

/**
 * A priced parcel. Set `size` before the call (`DIJIA_APPRAISED_INIT`).
 */
typedef struct {
  /**
   * `sizeof(dijia_appraised)`, set by the caller.
   */
  size_t size;
  /**
   * Whose the benchmark price is.
   */
  dijia_base base;
  /**
   * What to look at before signing: `DIJIA_WARNING_…` joined by `|`. `dijia_warnings_text` says it in words.
   */
  uint32_t warnings;
  /**
   * How the valuation date stands to the period in force; `DIJIA_IN_FORCE` where there is no warning of it.
   */
  dijia_validity validity;
  /**
   * Not used; 0.
   */
  uint32_t reserved;
  /**
   * The benchmark price P, 元/㎡ of land.
   */
  dijia_decimal base_price;
  /**
   * The unit price (宗地单价), 元/㎡ of land.
   */
  dijia_decimal unit_price;
  /**
   * The price in 万元/亩: the unit price ÷ 15.
   */
  dijia_decimal wan_yuan_per_mu;
  /**
   * How far the unit price is from the benchmark price, in per cent to 2 places: unit price ÷ P − 1.
   */
  dijia_decimal deviation;
  /**
   * The floor price (楼面地价), 元/㎡ of floor; none where the parcel's plot ratio is not given.
   */
  dijia_optional_decimal floor_price;
  /**
   * The total in 元; none where the area is not given.
   */
  dijia_optional_decimal total_yuan;
  /**
   * The total in 万元; none where the area is not given.
   */
  dijia_optional_decimal total_wan_yuan;
  /**
   * The term coefficient (年期修正系数), Ky. Like the other coefficients none where it takes no part, and where the policy
   * leaves it unrounded, which no decimal is: its step then has its first digits.
   */
  dijia_optional_decimal term_coefficient;
  /**
   * The plot-ratio coefficient (容积率修正系数), Kv.
   */
  dijia_optional_decimal plot_ratio_coefficient;
  /**
   * The date coefficient (期日修正系数), Kt.
   */
  dijia_optional_decimal date_coefficient;
  /**
   * The sum of the factor corrections (因素修正), ΣKi; none where there are none.
   */
  dijia_optional_decimal factor_sum;
  /**
   * The development adjustment (开发程度修正), Kf, 元/㎡; none where there is none.
   */
  dijia_optional_decimal development_adjustment;
  /**
   * The policy that the figures are rounded by.
   */
  dijia_rounding rounding;
} dijia_appraised;

/**
 * The layout of a worksheet, all of which have the same content: one of `DIJIA_LAYOUT_WIDE`, `DIJIA_LAYOUT_NARROW`,
 * `DIJIA_LAYOUT_MARKDOWN`, `DIJIA_LAYOUT_HTML`.
 */
typedef uint32_t dijia_layout;

/**
 * What the figure of a step is: one of `DIJIA_STEP_…`.
 */
typedef uint32_t dijia_step_kind;

/**
 * The unit of a figure: one of `DIJIA_UNIT_…`.
 */
typedef uint32_t dijia_unit;

/**
 * Where a figure comes from: one of `DIJIA_SOURCE_PUBLISHED`, `DIJIA_SOURCE_CALLER`, `DIJIA_SOURCE_DERIVED`.
 */
typedef uint32_t dijia_source;

/**
 * Something that a step was computed from: a number, a date, or, where there is neither, a development level.
 */
typedef struct {
  /**
   * Its symbol in the formula of the step.
   */
  dijia_text symbol;
  /**
   * The number, if it is one.
   */
  dijia_optional_decimal number;
  /**
   * The date, if it is one.
   */
  dijia_optional_date date;
  /**
   * The development level, if it is one.
   */
  dijia_development_level development_level;
  /**
   * Not used; 0.
   */
  uint32_t reserved[5];
} dijia_step_input;

/**
 * One line of an appraisal: a figure, what it was computed from, and where it comes from. Set `size` before the call
 * (`DIJIA_STEP_INIT`).
 */
typedef struct {
  /**
   * `sizeof(dijia_step)`, set by the caller.
   */
  size_t size;
  /**
   * What the figure is.
   */
  dijia_step_kind kind;
  /**
   * The unit of the figure.
   */
  dijia_unit unit;
  /**
   * Where the figure comes from.
   */
  dijia_source source;
  /**
   * 1 where the policy leaves a derived coefficient unrounded, so that `value` is only as much of it as is shown.
   */
  uint32_t is_unrounded;
  /**
   * The symbol in the formula, such as Ky.
   */
  dijia_text symbol;
  /**
   * The caller's own name of a further coefficient or a factor correction: it points to where the caller had it.
   */
  dijia_text name;
  /**
   * The figure before it was rounded, to at most 12 places; none where it was not rounded.
   */
  dijia_optional_decimal before_rounding;
  /**
   * The figure that the appraisal goes on with.
   */
  dijia_decimal value;
  /**
   * Where the figure is printed, if it is; of a price of the caller's own where he says that it is from.
   */
  dijia_citation citation;
  /**
   * How many of `inputs` there are.
   */
  size_t input_count;
  /**
   * What the figure was computed from.
   */
  dijia_step_input inputs[DIJIA_MAX_STEP_INPUTS];
} dijia_step;

/**
 * A use of a parcel that has several, and its share.
 */
typedef struct {
  /**
   * The parcel as if it had this use alone.
   */
  const dijia_appraisal *appraisal;
  /**
   * The share of this use: a fraction, the fractions of a parcel summing to exactly 1; or with `by_areas` its area, ㎡.
   */
  dijia_decimal share;
} dijia_share;

/**
 * A parcel of several uses, such as shops with flats above them: Σ unit price × share. Set `size`
 * (`DIJIA_MIXED_USE_INIT`).
 */
typedef struct {
  /**
   * `sizeof(dijia_mixed_use)`.
   */
  size_t size;
  /**
   * The uses.
   */
  const dijia_share *shares;
  /**
   * How many, at most `DIJIA_MAX_USES`.
   */
  size_t share_count;
  /**
   * The area of the whole parcel, ㎡, which the totals need.
   */
  dijia_optional_decimal area;
  /**
   * How the combined figures are rounded; each use keeps its own.
   */
  dijia_rounding rounding;
  /**
   * 1 where the shares are areas, of land or of floor: each use has the exact fraction of the price that its area is of all
   * areas together.
   */
  uint8_t by_areas;
  /**
   * Not used; 0.
   */
  uint8_t reserved[7];
} dijia_mixed_use;

/**
 * A priced parcel of several uses. Set `size` before the call (`DIJIA_MIXED_APPRAISED_INIT`).
 */
typedef struct {
  /**
   * `sizeof(dijia_mixed_appraised)`, set by the caller.
   */
  size_t size;
  /**
   * The unit price, 元/㎡ of land.
   */
  dijia_decimal unit_price;
  /**
   * The price in 万元/亩: the unit price ÷ 15.
   */
  dijia_decimal wan_yuan_per_mu;
  /**
   * The total in 元; none where the area is not given.
   */
  dijia_optional_decimal total_yuan;
  /**
   * The total in 万元; none where the area is not given.
   */
  dijia_optional_decimal total_wan_yuan;
  /**
   * The policy that the figures are rounded by.
   */
  dijia_rounding rounding;
} dijia_mixed_appraised;

/**
 * What is to be paid for a parcel (应缴地价款) from its appraised price: (V - V0) × k, and not less than the minimum. What is
 * not given takes no part. Set `size` (`DIJIA_PAYMENT_INIT`).
 */
typedef struct {
  /**
   * `sizeof(dijia_payment)`.
   */
  size_t size;
  /**
   * V, the unit price of an appraisal, or of a mixed use, 元/㎡.
   */
  dijia_decimal unit_price;
  /**
   * V0, the price under the original conditions (原条件地价), 元/㎡: the difference alone is paid (补缴地价款).
   */
  dijia_optional_decimal original_price;
  /**
   * k, the part that is paid (缴纳比例): a fraction of at most 1, such as 0.4.
   */
  dijia_optional_decimal payment_ratio;
  /**
   * The price below which the payment is not to be (最低价), 元/㎡; or with `minimum_ratio` what it is a part of.
   */
  dijia_optional_decimal minimum_price;
  /**
   * The part of `minimum_price` below which the payment is not to be: a fraction of at most 1, such as 0.7.
   */
  dijia_optional_decimal minimum_ratio;
  /**
   * The area that is paid for, ㎡, which the totals need.
   */
  dijia_optional_decimal area;
  /**
   * How figures are rounded: for a square metre as a unit price, the totals as amounts.
   */
  dijia_rounding rounding;
  /**
   * Whether the prices are of a square metre of land, `DIJIA_PER_LAND`, or of floor; the area is of the same.
   */
  dijia_priced_area priced_area;
  /**
   * Not used; 0.
   */
  uint8_t reserved[4];
} dijia_payment;

/**
 * What is to be paid. Set `size` before the call (`DIJIA_PAYMENT_DUE_INIT`).
 */
typedef struct {
  /**
   * `sizeof(dijia_payment_due)`, set by the caller.
   */
  size_t size;
  /**
   * V - V0, 元/㎡, exact; none where there is no original price.
   */
  dijia_optional_decimal difference;
  /**
   * The minimum payment of a square metre, 元/㎡; none where there is none.
   */
  dijia_optional_decimal minimum;
  /**
   * The payment for a square metre (应缴单价), 元/㎡.
   */
  dijia_decimal unit_payment;
  /**
   * The whole payment (应缴总额) in 元; none where the area is not given.
   */
  dijia_optional_decimal total_yuan;
  /**
   * The whole payment in 万元; none where the area is not given.
   */
  dijia_optional_decimal total_wan_yuan;
  /**
   * The policy that the figures are rounded by.
   */
  dijia_rounding rounding;
  /**
   * 1 where the minimum is paid, being more than (V - V0) × k.
   */
  uint8_t is_minimum;
  /**
   * Not used; 0.
   */
  uint8_t reserved[7];
} dijia_payment_due;

/**
 * What an index is relative to: one of `DIJIA_FIXED_BASE`, `DIJIA_CHAIN_OF_…`.
 */
typedef uint32_t dijia_index_period;

/**
 * Memory for an opened edition: as much as this version of the library needs, and room for later ones.
 * `dijia_edition_storage_size` says how much of it the library that is linked needs.
 */
typedef struct {
  /**
   * The library's; all zero where there is no edition.
   */
  uint64_t words[256];
} dijia_edition_storage;

/**
 * The call succeeded.
 */
#define DIJIA_OK 0

/**
 * A pointer is NULL that must point to something.
 */
#define DIJIA_NULL_POINTER 1

/**
 * The `size` of a struct is not its own size, or a field that this version of the library does not know is not zero.
 */
#define DIJIA_INVALID_SIZE 2

/**
 * A text is not UTF-8.
 */
#define DIJIA_INVALID_UTF8 3

/**
 * A length or a count is greater than memory can hold.
 */
#define DIJIA_TOO_LONG 4

/**
 * The buffer is too small; the length that is needed has been written.
 */
#define DIJIA_BUFFER_TOO_SMALL 5

/**
 * An index is not below the count.
 */
#define DIJIA_INDEX_OUT_OF_RANGE 6

/**
 * A number is none of the values of its enumeration.
 */
#define DIJIA_INVALID_ENUMERATOR 7

/**
 * A pointer is not one that this library returned for an edition, or the edition has been closed, moved or copied.
 */
#define DIJIA_UNKNOWN_EDITION 8

/**
 * A `dijia_decimal` has a scale above 28, or a sign that is neither 0 nor 0x80.
 */
#define DIJIA_MALFORMED_DECIMAL 9

/**
 * A `dijia_date` is no day of the calendar from year 0 to 9999.
 */
#define DIJIA_MALFORMED_DATE 10

/**
 * A floating-point number is infinite or not a number.
 */
#define DIJIA_NOT_FINITE 11

/**
 * A decimal is not a whole number, or not one of 64 bits.
 */
#define DIJIA_NOT_INTEGER 12

/**
 * A table of the caller's has more rows than the library takes.
 */
#define DIJIA_TOO_MANY_ROWS 13

/**
 * Some rows of a batch have no result; each row has a status of its own.
 */
#define DIJIA_SOME_FAILED 14

/**
 * A text is not the name of a land use.
 */
#define DIJIA_INVALID_LAND_USE 15

/**
 * A text is not a grade, or a number is none from 1 to 20.
 */
#define DIJIA_INVALID_GRADE 16

/**
 * A text is not a zone code, or a `dijia_zone_code` is none.
 */
#define DIJIA_INVALID_ZONE_CODE 17

/**
 * A text is not the name of an area.
 */
#define DIJIA_INVALID_AREA 18

/**
 * A text is not the name of a service.
 */
#define DIJIA_INVALID_SERVICE 19

/**
 * A text is not a development level.
 */
#define DIJIA_INVALID_DEVELOPMENT_LEVEL 20

/**
 * A text is not a decimal, or one of too many digits.
 */
#define DIJIA_INVALID_DECIMAL 21

/**
 * A text is not a date.
 */
#define DIJIA_INVALID_DATE 22

/**
 * The document publishes no price of that grade.
 */
#define DIJIA_NO_SUCH_GRADE 23

/**
 * The document publishes no price of that zone.
 */
#define DIJIA_NO_SUCH_ZONE 24

/**
 * The prices are published, but in an annex whose figures the edition does not hold.
 */
#define DIJIA_FIGURES_NOT_IN_HAND 25

/**
 * The document states no basis for that area and land use.
 */
#define DIJIA_NO_BASIS 26

/**
 * A quantity that must be positive is not.
 */
#define DIJIA_NOT_POSITIVE 27

/**
 * A quantity is outside the range in which the method has a meaning.
 */
#define DIJIA_OUT_OF_RANGE 28

/**
 * A named coefficient is not positive.
 */
#define DIJIA_COEFFICIENT_NOT_POSITIVE 29

/**
 * The remaining term is longer than the statutory term.
 */
#define DIJIA_TERM_EXCEEDS_STATUTORY 30

/**
 * The right to the parcel ends on or before the valuation date.
 */
#define DIJIA_EXPIRY_NOT_AFTER_VALUATION 31

/**
 * A plot-ratio table or a date index is empty, not ascending or not positive.
 */
#define DIJIA_INVALID_TABLE 32

/**
 * The plot ratio is outside the table, and that end of the table is not open.
 */
#define DIJIA_PLOT_RATIO_OUTSIDE_TABLE 33

/**
 * A date is outside the series of indices.
 */
#define DIJIA_DATE_OUTSIDE_INDEX 34

/**
 * 1 + ΣKi is not positive.
 */
#define DIJIA_FACTOR_SUM_TOO_LOW 35

/**
 * A service that the site and the basis do not share has no unit cost.
 */
#define DIJIA_MISSING_UNIT_COST 36

/**
 * A unit cost is negative.
 */
#define DIJIA_NEGATIVE_UNIT_COST 37

/**
 * A service has two unit costs.
 */
#define DIJIA_DUPLICATE_UNIT_COST 38

/**
 * Something that another input needs was not given.
 */
#define DIJIA_MISSING 39

/**
 * Two inputs say the same thing, so that one of them would have to be ignored.
 */
#define DIJIA_CONFLICT 40

/**
 * More coefficients, corrections or uses than an appraisal takes.
 */
#define DIJIA_TOO_MANY 41

/**
 * The unit price would be zero or less.
 */
#define DIJIA_RESULT_NOT_POSITIVE 42

/**
 * The shares of a mixed use do not sum to exactly 1.
 */
#define DIJIA_SHARES_NOT_ONE 43

/**
 * A rounding policy asks for more than 12 places, or a rounding for more than 28.
 */
#define DIJIA_TOO_MANY_PLACES 44

/**
 * A figure has more digits than a decimal holds.
 */
#define DIJIA_TOO_MANY_DIGITS 45

/**
 * A figure is so near to half-way between two neighbours that it cannot be rounded. No input of ordinary length is
 * known to be.
 */
#define DIJIA_UNDECIDED 46

/**
 * The library met a case that it does not know. It never should.
 */
#define DIJIA_INTERNAL 47

/**
 * Nothing is computed from an input without another, which is not given: it would have to be ignored.
 */
#define DIJIA_TAKES_NO_PART 48

/**
 * Two coefficients, or two factor corrections, have the same name.
 */
#define DIJIA_NAMED_TWICE 49

/**
 * A factor correction is not between -1 and 1; a per cent sign may be missing.
 */
#define DIJIA_FACTOR_OUT_OF_RANGE 50

/**
 * Memory for a result overlaps an input that is still to be read.
 */
#define DIJIA_OVERLAP 51

/**
 * The bytes are no edition file.
 */
#define DIJIA_INVALID_FILE 52

/**
 * The edition has no such land use.
 */
#define DIJIA_NO_SUCH_USE 53

/**
 * The edition has several land uses of that class, and which is meant is not guessed.
 */
#define DIJIA_SEVERAL_USES 54

/**
 * The edition has no such area.
 */
#define DIJIA_NO_SUCH_AREA 55

/**
 * Something is needed that the document does not state.
 */
#define DIJIA_NOT_STATED 56

/**
 * A number is that of a word of another edition, or of another kind of word.
 */
#define DIJIA_OF_ANOTHER_EDITION 57

/**
 * A set of editions has none of that city.
 */
#define DIJIA_NO_SUCH_CITY 58

/**
 * No edition of the city is in force on that date.
 */
#define DIJIA_NONE_IN_FORCE 59

/**
 * Several editions of the city claim to be in force on that date.
 */
#define DIJIA_SEVERAL_IN_FORCE 60

/**
 * A code of a land-use scheme is given without the scheme.
 */
#define DIJIA_BARE_CODE 61

/**
 * No land-use scheme of that name is known.
 */
#define DIJIA_NO_SUCH_SCHEME 62

/**
 * A land-use scheme has no such code.
 */
#define DIJIA_NO_SUCH_CODE 63

/**
 * Nothing says which land use of the edition land of that code is priced as.
 */
#define DIJIA_CODE_NOT_PRICED 64

/**
 * The edition prints no factor and no coefficient of that name for the land use and the grade.
 */
#define DIJIA_NO_SUCH_FACTOR 65

/**
 * The factor or coefficient has no such level.
 */
#define DIJIA_NO_SUCH_LEVEL 66

/**
 * A value is in no row of a printed table, nor is it said what holds between the rows.
 */
#define DIJIA_NOT_TABULATED 67

/**
 * One past the last code of this version.
 */
#define DIJIA_STATUS_END 68

/**
 * 通路
 */
#define DIJIA_ROAD 1

/**
 * 供电
 */
#define DIJIA_POWER 2

/**
 * 通讯
 */
#define DIJIA_TELECOM 4

/**
 * 供水
 */
#define DIJIA_WATER_SUPPLY 8

/**
 * 排水
 */
#define DIJIA_DRAINAGE 16

/**
 * 供气
 */
#define DIJIA_GAS 32

/**
 * 供热
 */
#define DIJIA_HEATING 64

/**
 * 场地平整, the 一平 of 六通一平.
 */
#define DIJIA_LEVELLING 128

/**
 * 五通一平: road, power, telecom, water supply, drainage and levelling.
 */
#define DIJIA_FIVE_SERVICES 159

/**
 * 六通一平: the five services and gas.
 */
#define DIJIA_SIX_SERVICES 191

/**
 * 七通一平: the six services and heating.
 */
#define DIJIA_SEVEN_SERVICES 255

/**
 * No land use.
 */
#define DIJIA_NO_LAND_USE 0

/**
 * 商服用地
 */
#define DIJIA_COMMERCIAL 1

/**
 * 住宅用地
 */
#define DIJIA_RESIDENTIAL 2

/**
 * 工业用地
 */
#define DIJIA_INDUSTRIAL 3

/**
 * 公共管理与公共服务用地
 */
#define DIJIA_PUBLIC_SERVICE 4

/**
 * The first area of an edition, such as 中心城区; none where an area is told of.
 */
#define DIJIA_FIRST_AREA 0

/**
 * 中心城区, the central urban area.
 */
#define DIJIA_CENTRAL_URBAN 1

/**
 * 建制镇（街道）驻地, the seats of the townships that a notice names.
 */
#define DIJIA_TOWNSHIP 2

/**
 * 中文
 */
#define DIJIA_LANGUAGE_CHINESE 0

/**
 * English
 */
#define DIJIA_LANGUAGE_ENGLISH 1

/**
 * A table of text, a step a line, its columns aligned where a Chinese character is two columns wide.
 */
#define DIJIA_LAYOUT_WIDE 0

/**
 * Text of at most 80 columns, which a page of A4 holds; long lines go on, indented.
 */
#define DIJIA_LAYOUT_NARROW 1

/**
 * Markdown as GitHub defines it; what would be markup in a name is escaped.
 */
#define DIJIA_LAYOUT_MARKDOWN 2

/**
 * A `<table>` of HTML with a caption; every text in it is escaped.
 */
#define DIJIA_LAYOUT_HTML 3

/**
 * The benchmark price that an appraisal starts from (基准地价), P.
 */
#define DIJIA_QUANTITY_BASE_PRICE 1

/**
 * The date that the benchmark price is the price of (基准日).
 */
#define DIJIA_QUANTITY_BASE_DATE 2

/**
 * The capitalization rate of land (土地还原利率), r.
 */
#define DIJIA_QUANTITY_CAPITALIZATION_RATE 3

/**
 * The statutory term (法定最高出让年期), n.
 */
#define DIJIA_QUANTITY_STATUTORY_TERM 4

/**
 * The remaining term (剩余使用年期), m.
 */
#define DIJIA_QUANTITY_REMAINING_TERM 5

/**
 * The date that the parcel is appraised for (估价期日).
 */
#define DIJIA_QUANTITY_VALUATION_DATE 6

/**
 * The date on which the right to the parcel ends (终止日期).
 */
#define DIJIA_QUANTITY_EXPIRY_DATE 7

/**
 * The term coefficient (年期修正系数), Ky.
 */
#define DIJIA_QUANTITY_TERM_COEFFICIENT 8

/**
 * The plot ratio of the parcel (容积率).
 */
#define DIJIA_QUANTITY_PLOT_RATIO 9

/**
 * The plot-ratio coefficient (容积率修正系数), Kv.
 */
#define DIJIA_QUANTITY_PLOT_RATIO_COEFFICIENT 10

/**
 * A table of plot-ratio coefficients.
 */
#define DIJIA_QUANTITY_PLOT_RATIO_TABLE 11

/**
 * The date coefficient (期日修正系数), Kt.
 */
#define DIJIA_QUANTITY_DATE_COEFFICIENT 12

/**
 * A dated series of price indices.
 */
#define DIJIA_QUANTITY_DATE_INDEX 13

/**
 * A rate of growth by the month, g.
 */
#define DIJIA_QUANTITY_MONTHLY_GROWTH 14

/**
 * The months between two dates.
 */
#define DIJIA_QUANTITY_MONTHS 15

/**
 * A further coefficient, Kj.
 */
#define DIJIA_QUANTITY_COEFFICIENT 16

/**
 * The factor corrections (因素修正), ΣKi.
 */
#define DIJIA_QUANTITY_FACTOR_CORRECTIONS 17

/**
 * The development adjustment (开发程度修正), Kf.
 */
#define DIJIA_QUANTITY_DEVELOPMENT_ADJUSTMENT 18

/**
 * The development level that the benchmark price assumes (开发程度).
 */
#define DIJIA_QUANTITY_BASIS_DEVELOPMENT 19

/**
 * The unit cost of a service.
 */
#define DIJIA_QUANTITY_UNIT_COST 20

/**
 * The area of the parcel (面积).
 */
#define DIJIA_QUANTITY_AREA 21

/**
 * The share of a use in a mixed use.
 */
#define DIJIA_QUANTITY_SHARE 22

/**
 * The unit price (单价), 元/㎡ of land.
 */
#define DIJIA_QUANTITY_UNIT_PRICE 23

/**
 * The price in 万元/亩.
 */
#define DIJIA_QUANTITY_WAN_YUAN_PER_MU 24

/**
 * The floor price (楼面地价), 元/㎡ of floor.
 */
#define DIJIA_QUANTITY_FLOOR_PRICE 25

/**
 * The total price (总价).
 */
#define DIJIA_QUANTITY_TOTAL 26

/**
 * The deviation of the unit price from the benchmark price.
 */
#define DIJIA_QUANTITY_DEVIATION 27

/**
 * An amount that is none of the others.
 */
#define DIJIA_QUANTITY_AMOUNT 28

/**
 * The development level of the site (宗地开发程度).
 */
#define DIJIA_QUANTITY_SITE_DEVELOPMENT 29

/**
 * What a benchmark price assumes (基准地价内涵).
 */
#define DIJIA_QUANTITY_BASIS 30

/**
 * A benchmark price of the caller's own.
 */
#define DIJIA_QUANTITY_OWN_PRICE 31

/**
 * The ends of a plot-ratio table that are open.
 */
#define DIJIA_QUANTITY_OPEN_ENDS 32

/**
 * What a date index is between two dates.
 */
#define DIJIA_QUANTITY_BETWEEN_POINTS 33

/**
 * Where a benchmark price of the caller's own is from.
 */
#define DIJIA_QUANTITY_ORIGIN 34

/**
 * The corrections that a document publishes (修正体系).
 */
#define DIJIA_QUANTITY_PUBLISHED_CORRECTIONS 35

/**
 * The level that a factor has at the parcel (优劣程度).
 */
#define DIJIA_QUANTITY_LEVEL 36

/**
 * A term without end (无限年期).
 */
#define DIJIA_QUANTITY_PERPETUAL_TERM 37

/**
 * Permission for a remaining term that is longer than the statutory one.
 */
#define DIJIA_QUANTITY_LONGER_TERM 38

/**
 * What a coefficient is divided by where it is a ratio.
 */
#define DIJIA_QUANTITY_RATIO 39

/**
 * The price under the conditions before a change (原条件地价), V0.
 */
#define DIJIA_QUANTITY_ORIGINAL_PRICE 40

/**
 * What a price is above the original one (地价差额), V - V0.
 */
#define DIJIA_QUANTITY_PRICE_DIFFERENCE 41

/**
 * The part of a price that is paid (缴纳比例), k.
 */
#define DIJIA_QUANTITY_PAYMENT_RATIO 42

/**
 * The price below which a payment is not to be (最低价).
 */
#define DIJIA_QUANTITY_MINIMUM_PRICE 43

/**
 * The part of the minimum price that a payment is not to be below.
 */
#define DIJIA_QUANTITY_MINIMUM_RATIO 44

/**
 * What is paid for a square metre (应缴单价).
 */
#define DIJIA_QUANTITY_UNIT_PAYMENT 45

/**
 * The period before which is 100 in a chain index.
 */
#define DIJIA_QUANTITY_INDEX_PERIOD 46

/**
 * The date is in the period, its first and last days included.
 */
#define DIJIA_IN_FORCE 0

/**
 * The date is before the first day in force.
 */
#define DIJIA_NOT_YET_IN_FORCE 1

/**
 * The date is after the last day in force.
 */
#define DIJIA_EXPIRED 2

/**
 * 四舍五入: away from zero.
 */
#define DIJIA_HALF_UP 0

/**
 * To the neighbour whose last digit is even.
 */
#define DIJIA_HALF_EVEN 1

/**
 * Land.
 */
#define DIJIA_PER_LAND 0

/**
 * Floor (楼面地价).
 */
#define DIJIA_PER_FLOOR 1

/**
 * The plot-ratio coefficient Kv, by plot ratio.
 */
#define DIJIA_CORRECTION_PLOT_RATIO 1

/**
 * A factor correction Ki, by level.
 */
#define DIJIA_CORRECTION_FACTOR 2

/**
 * A further coefficient Kj, by level.
 */
#define DIJIA_CORRECTION_COEFFICIENT 3

/**
 * The term coefficient Ky, by remaining term.
 */
#define DIJIA_CORRECTION_TERM 4

/**
 * The price index, by date.
 */
#define DIJIA_CORRECTION_DATE_INDEX 5

/**
 * The growth of prices by the month.
 */
#define DIJIA_CORRECTION_MONTHLY_GROWTH 6

/**
 * The unit costs of services, 元/㎡ of land.
 */
#define DIJIA_CORRECTION_UNIT_COST 7

/**
 * It is another figure.
 */
#define DIJIA_PRICE_MOVED 1

/**
 * The later edition alone publishes it.
 */
#define DIJIA_PRICE_ADDED 2

/**
 * The earlier edition alone publishes it.
 */
#define DIJIA_PRICE_DROPPED 3

/**
 * That of the last point before.
 */
#define DIJIA_LAST_BEFORE 0

/**
 * Interpolated linearly by days.
 */
#define DIJIA_LINEAR_BY_DAYS 1

/**
 * All indices are relative to the same date (定基).
 */
#define DIJIA_FIXED_BASE 0

/**
 * A chain (环比) in which the month before is 100.
 */
#define DIJIA_CHAIN_OF_MONTHS 1

/**
 * A chain (环比) in which the quarter before is 100.
 */
#define DIJIA_CHAIN_OF_QUARTERS 2

/**
 * A chain (环比) in which the half-year before is 100.
 */
#define DIJIA_CHAIN_OF_HALF_YEARS 3

/**
 * A chain (环比) in which the year before is 100.
 */
#define DIJIA_CHAIN_OF_YEARS 4

/**
 * The published price of the zone `code` of `edition`.
 */
#define DIJIA_BASE_ZONE 1

/**
 * The published price of the grade `code.grade` of `edition`, because the grade's and not a zone's is wanted.
 */
#define DIJIA_BASE_GRADE 2

/**
 * `own_price`, a price of the caller's own; where `edition` is not NULL it has the basis that the edition states for
 * `area_of_price` and `land_use`.
 */
#define DIJIA_BASE_OWN 3

/**
 * P, the benchmark price.
 */
#define DIJIA_STEP_BASE_PRICE 1

/**
 * m, the remaining term, where it comes from dates.
 */
#define DIJIA_STEP_REMAINING_TERM 2

/**
 * Ky, the term coefficient.
 */
#define DIJIA_STEP_TERM_COEFFICIENT 3

/**
 * Kv, the plot-ratio coefficient.
 */
#define DIJIA_STEP_PLOT_RATIO_COEFFICIENT 4

/**
 * t, the months from the base date to the valuation date.
 */
#define DIJIA_STEP_MONTHS 5

/**
 * Kt, the date coefficient.
 */
#define DIJIA_STEP_DATE_COEFFICIENT 6

/**
 * Kj, a further coefficient.
 */
#define DIJIA_STEP_COEFFICIENT 7

/**
 * Ki, a factor correction.
 */
#define DIJIA_STEP_FACTOR_CORRECTION 8

/**
 * ΣKi, the sum of the factor corrections.
 */
#define DIJIA_STEP_FACTOR_SUM 9

/**
 * Kf, the development adjustment.
 */
#define DIJIA_STEP_DEVELOPMENT_ADJUSTMENT 10

/**
 * V, the unit price.
 */
#define DIJIA_STEP_UNIT_PRICE 11

/**
 * The price in 万元/亩.
 */
#define DIJIA_STEP_WAN_YUAN_PER_MU 12

/**
 * The floor price.
 */
#define DIJIA_STEP_FLOOR_PRICE 13

/**
 * The total in 元.
 */
#define DIJIA_STEP_TOTAL_YUAN 14

/**
 * The total in 万元.
 */
#define DIJIA_STEP_TOTAL_WAN_YUAN 15

/**
 * The deviation from the benchmark price.
 */
#define DIJIA_STEP_DEVIATION 16

/**
 * A pure number.
 */
#define DIJIA_UNIT_ONE 0

/**
 * 元/㎡ of land.
 */
#define DIJIA_UNIT_YUAN_PER_SQUARE_METRE 1

/**
 * 元/㎡ of floor.
 */
#define DIJIA_UNIT_YUAN_PER_FLOOR_AREA 2

/**
 * 万元/亩.
 */
#define DIJIA_UNIT_WAN_YUAN_PER_MU 3

/**
 * 元.
 */
#define DIJIA_UNIT_YUAN 4

/**
 * 万元.
 */
#define DIJIA_UNIT_WAN_YUAN 5

/**
 * Years.
 */
#define DIJIA_UNIT_YEARS 6

/**
 * Months.
 */
#define DIJIA_UNIT_MONTHS 7

/**
 * Per cent.
 */
#define DIJIA_UNIT_PERCENT 8

/**
 * It is published; `citation` says where.
 */
#define DIJIA_SOURCE_PUBLISHED 1

/**
 * The caller gave it.
 */
#define DIJIA_SOURCE_CALLER 2

/**
 * It was computed from other figures.
 */
#define DIJIA_SOURCE_DERIVED 3



#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * The version of the binary interface of the library that is linked: compare it with `DIJIA_ABI_VERSION`.
 */
uint32_t dijia_abi_version(void);

/**
 * The version of the library that is linked: major × 10000 + minor × 100 + patch.
 */
uint32_t dijia_version(void);

/**
 * The version of the library that is linked, such as `0.1.0`.
 */
dijia_text dijia_version_text(void);

/**
 * The message of an error in that language, with its values and its rule, into the buffer.
 *
 * Fails with `DIJIA_BUFFER_TOO_SMALL`, or with `DIJIA_INVALID_ENUMERATOR` for a number that is no language.
 */
dijia_status dijia_error_message(const dijia_error *error,
                                 dijia_language language,
                                 char *buffer,
                                 size_t capacity,
                                 size_t *length);

/**
 * The rule of that number in that language (`DIJIA_LANGUAGE_ENGLISH` for any other number); empty for a number that is no
 * rule.
 */
dijia_text dijia_rule_text(uint32_t rule,
                           dijia_language language);

/**
 * Reads a decimal exactly as written, trailing zeros kept: an optional sign, digits, and at most one point with digits on
 * both sides. White space around it is passed over.
 *
 * Fails with `DIJIA_INVALID_DECIMAL`.
 */
dijia_status dijia_decimal_parse(const char *text,
                                 size_t length,
                                 dijia_decimal *out,
                                 dijia_error *error);

/**
 * Reads a rate or a factor: a decimal, or one followed by `%`, which is its hundredth (`6.4%` is 0.064).
 *
 * Fails with `DIJIA_INVALID_DECIMAL`.
 */
dijia_status dijia_rate_parse(const char *text, size_t length, dijia_decimal *out, dijia_error *error);

/**
 * The decimal as text with all its places, never in exponents, into the buffer: at most `DIJIA_DECIMAL_CAPACITY` bytes
 * with its NUL.
 *
 * Fails with `DIJIA_MALFORMED_DECIMAL`, `DIJIA_BUFFER_TOO_SMALL`.
 */
dijia_status dijia_decimal_text(dijia_decimal value, char *buffer, size_t capacity, size_t *length, dijia_error *error);

/**
 * -1, 0 or 1 in `out`, as the first number is less than, equal to or greater than the second: 0.90 equals 0.9.
 *
 * Fails with `DIJIA_MALFORMED_DECIMAL`.
 */
dijia_status dijia_decimal_compare(dijia_decimal first, dijia_decimal second, int32_t *out, dijia_error *error);

/**
 * The decimal rounded to that many places, at most 28.
 *
 * Fails with `DIJIA_MALFORMED_DECIMAL`, `DIJIA_INVALID_ENUMERATOR`, `DIJIA_TOO_MANY_PLACES`, `DIJIA_TOO_MANY_DIGITS`.
 */
dijia_status dijia_decimal_round(dijia_decimal value,
                                 uint32_t places,
                                 dijia_rounding_mode mode,
                                 dijia_decimal *out,
                                 dijia_error *error);

/**
 * A whole number as a decimal.
 */
dijia_decimal dijia_decimal_from_int64(int64_t value);

/**
 * The decimal as a whole number, where it is one: 3.00 is 3.
 *
 * Fails with `DIJIA_MALFORMED_DECIMAL`, `DIJIA_NOT_INTEGER`.
 */
dijia_status dijia_decimal_to_int64(dijia_decimal value, int64_t *out, dijia_error *error);

/**
 * The decimal of that many places, at most 28, that is nearest to a floating-point number as it is in the machine: 0.1
 * is 0.1 to 17 places, and 0.100000000000000005551115123126 to more than it has. Half-way goes away from zero. This is the
 * one way by which floating point enters; where the text of a number is at hand, read the text.
 *
 * Fails with `DIJIA_NOT_FINITE`, `DIJIA_TOO_MANY_PLACES`, `DIJIA_TOO_MANY_DIGITS`.
 */
dijia_status dijia_decimal_from_double(double value,
                                       uint32_t places,
                                       dijia_decimal *out,
                                       dijia_error *error);

/**
 * The floating-point number that is nearest to the decimal.
 *
 * Fails with `DIJIA_MALFORMED_DECIMAL`.
 */
dijia_status dijia_decimal_to_double(dijia_decimal value, double *out, dijia_error *error);

/**
 * Reads a date: `2020-10-08`, `2020/10/8`, `2020.10.8`, `2020年10月8日` or `20201008`, with or without the time 00:00:00 behind it.
 *
 * Fails with `DIJIA_INVALID_DATE`.
 */
dijia_status dijia_date_parse(const char *text,
                              size_t length,
                              dijia_date *out,
                              dijia_error *error);

/**
 * The date as text, `2020-10-08`, into the buffer.
 */
dijia_status dijia_date_text(dijia_date date, char *buffer, size_t capacity, size_t *length, dijia_error *error);

/**
 * Reads the name of a service: 供气, 通气, gas …
 *
 * Fails with `DIJIA_INVALID_SERVICE`.
 */
dijia_status dijia_service_parse(const char *text, size_t length, dijia_service *out, dijia_error *error);

/**
 * The name of a service: 供气 or gas.
 *
 * Fails with `DIJIA_INVALID_ENUMERATOR`.
 */
dijia_status dijia_service_name(dijia_service value, dijia_language language, dijia_text *out, dijia_error *error);

/**
 * Reads a development level: 五通一平, 七通一平, none, or services separated by `+`, `,`, `、` or `;`. What 六通一平 is differs from document to
 * document: `dijia_edition_development_level` reads it.
 *
 * Fails with `DIJIA_INVALID_DEVELOPMENT_LEVEL`.
 */
dijia_status dijia_development_level_parse(const char *text,
                                           size_t length,
                                           dijia_development_level *out,
                                           dijia_error *error);

/**
 * The services of a development level in English, joined by `+`, or `none`, into the buffer.
 *
 * Fails with `DIJIA_BUFFER_TOO_SMALL`, or with `DIJIA_INVALID_DEVELOPMENT_LEVEL` for a bit that is that of no service.
 */
dijia_status dijia_development_level_text(dijia_development_level value,
                                          char *buffer,
                                          size_t capacity,
                                          size_t *length,
                                          dijia_error *error);

/**
 * The trade's name for a development level, 五通一平, 六通一平 or 七通一平; an empty text for any other. A document may call
 * another set 六通一平.
 */
dijia_text dijia_development_level_name(dijia_development_level value);

/**
 * Reads the name of a land use as attribute tables have it, in Chinese with or without 用地 or in English in any case:
 * 商服用地, 商服, 商业, commercial …
 *
 * Fails with `DIJIA_INVALID_LAND_USE`.
 */
dijia_status dijia_land_use_parse(const char *text,
                                  size_t length,
                                  dijia_land_use *out,
                                  dijia_error *error);

/**
 * The name of a land use: 商服 or commercial.
 *
 * Fails with `DIJIA_INVALID_ENUMERATOR`.
 */
dijia_status dijia_land_use_name(dijia_land_use value, dijia_language language, dijia_text *out, dijia_error *error);

/**
 * Reads the name of an area: 中心城区, 建制镇, central urban area, township.
 *
 * Fails with `DIJIA_INVALID_AREA`.
 */
dijia_status dijia_area_parse(const char *text, size_t length, dijia_area *out, dijia_error *error);

/**
 * The name of an area.
 *
 * Fails with `DIJIA_INVALID_ENUMERATOR`.
 */
dijia_status dijia_area_name(dijia_area value, dijia_language language, dijia_text *out, dijia_error *error);

/**
 * Reads a grade in any of its spellings: Ⅲ, ⅲ, III, ＩＩＩ, 3, 三, each alone or as 三级, 三级地, 第三级.
 *
 * Fails with `DIJIA_INVALID_GRADE`.
 */
dijia_status dijia_grade_parse(const char *text,
                               size_t length,
                               dijia_grade *out,
                               dijia_error *error);

/**
 * The numeral of a grade: the Unicode numeral, Ⅰ to Ⅻ, and from 13 letters, XIII to XX.
 *
 * Fails with `DIJIA_INVALID_GRADE`.
 */
dijia_status dijia_grade_name(dijia_grade value, dijia_text *out, dijia_error *error);

/**
 * Reads the code of a zone in any of its spellings: Ⅲ-4, III－４, ⅲ4, 3-4, 三级-4, Ⅲ-04, Ⅲ-4区片 …
 *
 * Fails with `DIJIA_INVALID_ZONE_CODE`.
 */
dijia_status dijia_zone_code_parse(const char *text, size_t length, dijia_zone_code *out, dijia_error *error);

/**
 * The canonical spelling of a zone code, `Ⅲ-4`, into the buffer: at most 12 bytes with its NUL.
 *
 * Fails with `DIJIA_INVALID_ZONE_CODE`, `DIJIA_BUFFER_TOO_SMALL`.
 */
dijia_status dijia_zone_code_text(dijia_zone_code value,
                                  char *buffer,
                                  size_t capacity,
                                  size_t *length,
                                  dijia_error *error);

/**
 * The name of a quantity.
 *
 * Fails with `DIJIA_INVALID_ENUMERATOR`.
 */
dijia_status dijia_quantity_name(dijia_quantity value, dijia_language language, dijia_text *out, dijia_error *error);

/**
 * How a date stands to a period in force, in words: 有效 or in force.
 *
 * Fails with `DIJIA_INVALID_ENUMERATOR`.
 */
dijia_status dijia_validity_name(dijia_validity value, dijia_language language, dijia_text *out, dijia_error *error);

/**
 * What a code means, in general and in that language (`DIJIA_LANGUAGE_ENGLISH` for any other number); empty for a number
 * that is no code. What went wrong in a particular call, with its values, is the `message` of `dijia_error`.
 */
dijia_text dijia_status_message(dijia_status status,
                                dijia_language language);

/**
 * How many editions the library has.
 */
size_t dijia_edition_count(void);

/**
 * The edition of the library of that index, the oldest first; NULL where there is none.
 */
const dijia_edition *dijia_edition_at(size_t index);

/**
 * 济南市, 济政发〔2020〕12号, in force from 2020-10-08 to 2023-10-07. Never NULL.
 */
const dijia_edition *dijia_edition_jinan_2020(void);

/**
 * The edition of the library of that name, such as `jinan-2020`; NULL where there is none.
 */
const dijia_edition *dijia_edition_named(const char *name, size_t length);

/**
 * The formula by which a document corrects its prices (宗地地价计算公式) into the buffer, in the symbols of a worksheet and the order of
 * the document, such as `P × (1 + ΣKi) × Ky × Kv × Kt × Kj + Kf`; empty where the edition does not say. Worksheets print the
 * product in that order. One that begins with `(P + Kf)` corrects Kf with P, and parcels are priced so.
 *
 * Fails with `DIJIA_BUFFER_TOO_SMALL`.
 */
dijia_status dijia_edition_formula(const dijia_edition *edition,
                                   char *buffer,
                                   size_t capacity,
                                   size_t *length,
                                   dijia_error *error);

/**
 * What an edition is.
 */
dijia_status dijia_edition_describe(const dijia_edition *edition, dijia_edition_facts *out, dijia_error *error);

/**
 * The row of a level of a factor, or of a further coefficient, that the document prints for a grade: by the name of the
 * level, or by a number that is in the interval that the level states.
 *
 * Fails with `DIJIA_NO_SUCH_FACTOR`, `DIJIA_NO_SUCH_LEVEL`, `DIJIA_NO_SUCH_GRADE`, `DIJIA_NO_SUCH_AREA`, `DIJIA_NO_SUCH_USE`,
 * `DIJIA_SEVERAL_USES`, `DIJIA_OF_ANOTHER_EDITION`.
 */
dijia_status dijia_correction_level(const dijia_edition *edition,
                                    dijia_area area,
                                    dijia_land_use land_use,
                                    dijia_grade grade,
                                    const char *of,
                                    size_t of_length,
                                    const char *level,
                                    size_t level_length,
                                    dijia_correction_row *out,
                                    dijia_error *error);

/**
 * Kv of a plot ratio by the table that the document prints for a grade; where it is interpolated, rounded as the policy says.
 *
 * Fails with `DIJIA_NOT_STATED` where no table is printed, `DIJIA_PLOT_RATIO_OUTSIDE_TABLE`, `DIJIA_NOT_TABULATED`,
 * `DIJIA_NOT_POSITIVE`, and as `dijia_correction_level`.
 */
dijia_status dijia_plot_ratio_coefficient(const dijia_edition *edition,
                                          dijia_area area,
                                          dijia_land_use land_use,
                                          dijia_grade grade,
                                          dijia_decimal plot_ratio,
                                          dijia_rounding rounding,
                                          dijia_decimal *out,
                                          dijia_error *error);

/**
 * The prices that differ between two editions, the earlier first: every one that is another figure, that was added or that was
 * dropped; first those of the earlier edition, grades before zones, in the order printed, then what was added. Two prices are of
 * the same where area, land use and grade or zone are named alike in both. `count` has how many there are: pass NULL and 0
 * first.
 *
 * Fails with `DIJIA_BUFFER_TOO_SMALL` for a `capacity` below the count, which is written; then no row is.
 */
dijia_status dijia_difference(const dijia_edition *before,
                              const dijia_edition *after,
                              dijia_difference_row *out,
                              size_t capacity,
                              size_t *count,
                              dijia_error *error);

/**
 * A land use of an edition, in the order of the document.
 *
 * Fails, like every function that takes an index, with `DIJIA_INDEX_OUT_OF_RANGE`.
 */
dijia_status dijia_land_use_at(const dijia_edition *edition, size_t index, dijia_land_use_row *out, dijia_error *error);

/**
 * An area of an edition, in the order of the document.
 */
dijia_status dijia_area_at(const dijia_edition *edition, size_t index, dijia_area_row *out, dijia_error *error);

/**
 * A grade of an edition, the dearest first.
 */
dijia_status dijia_grade_at(const dijia_edition *edition, size_t index, dijia_grade_row *out, dijia_error *error);

/**
 * A place that an area covers, in the order of the document.
 */
dijia_status dijia_place_at(const dijia_edition *edition, size_t index, dijia_place_row *out, dijia_error *error);

/**
 * Something that the document says of what it covers, in its own words.
 */
dijia_status dijia_statement_at(const dijia_edition *edition,
                                size_t index,
                                dijia_statement_row *out,
                                dijia_error *error);

/**
 * An annex of the document, those without figures in hand too.
 */
dijia_status dijia_annex_at(const dijia_edition *edition, size_t index, dijia_annex_row *out, dijia_error *error);

/**
 * A basis, in the order printed.
 */
dijia_status dijia_basis_at(const dijia_edition *edition, size_t index, dijia_basis_row *out, dijia_error *error);

/**
 * A grade price, in the order printed: line by line, and in a line by land use.
 */
dijia_status dijia_grade_price_at(const dijia_edition *edition,
                                  size_t index,
                                  dijia_grade_price_row *out,
                                  dijia_error *error);

/**
 * A zone price, in the order printed.
 */
dijia_status dijia_zone_price_at(const dijia_edition *edition,
                                 size_t index,
                                 dijia_zone_price_row *out,
                                 dijia_error *error);

/**
 * Reads the name of a land use as an edition has it, with or without 用地: one of its own, 研发总部, or one that everybody
 * knows, 商服用地. What is read by the name of a class is the number of the class.
 *
 * Fails with `DIJIA_INVALID_LAND_USE`.
 */
dijia_status dijia_edition_land_use(const dijia_edition *edition,
                                    const char *text,
                                    size_t length,
                                    dijia_land_use *out,
                                    dijia_error *error);

/**
 * The land use that land of a code of a land-use scheme, such as `GB/T 21010-2017`, is priced as: what the edition says in a table
 * of its own; where that has no such code, the land use that is called as the scheme calls the code. Nothing else is guessed.
 *
 * Fails with `DIJIA_CODE_NOT_PRICED`, `DIJIA_NO_SUCH_CODE`, `DIJIA_NO_SUCH_SCHEME`, `DIJIA_BARE_CODE`.
 */
dijia_status dijia_edition_land_use_by_code(const dijia_edition *edition,
                                            const char *scheme,
                                            size_t scheme_length,
                                            const char *code,
                                            size_t code_length,
                                            dijia_land_use *out,
                                            dijia_error *error);

/**
 * Reads the name of an area as an edition has it.
 *
 * Fails with `DIJIA_INVALID_AREA`.
 */
dijia_status dijia_edition_area(const dijia_edition *edition,
                                const char *text,
                                size_t length,
                                dijia_area *out,
                                dijia_error *error);

/**
 * Reads a grade in any of its spellings, or as an edition names it (限制级).
 *
 * Fails with `DIJIA_INVALID_GRADE`.
 */
dijia_status dijia_edition_grade(const dijia_edition *edition,
                                 const char *text,
                                 size_t length,
                                 dijia_grade *out,
                                 dijia_error *error);

/**
 * Reads a development level: a name, such as 六通一平, as the services that the document means by it; any other text as
 * `dijia_development_level_parse`.
 *
 * Fails with `DIJIA_INVALID_DEVELOPMENT_LEVEL`: also for a name that the document means two sets of services by.
 */
dijia_status dijia_edition_development_level(const dijia_edition *edition,
                                             const char *text,
                                             size_t length,
                                             dijia_development_level *out,
                                             dijia_error *error);

/**
 * Reads the code of a zone: a grade and a number in any spelling, or as an edition prints it (通1, 昌南).
 *
 * Fails with `DIJIA_INVALID_ZONE_CODE`.
 */
dijia_status dijia_edition_zone_code(const dijia_edition *edition,
                                     const char *text,
                                     size_t length,
                                     dijia_zone_code *out,
                                     dijia_error *error);

/**
 * The name that an edition has for a land use; in English that in Chinese where it has none.
 *
 * Fails with `DIJIA_NO_SUCH_USE`, `DIJIA_OF_ANOTHER_EDITION`, `DIJIA_INVALID_ENUMERATOR`.
 */
dijia_status dijia_edition_land_use_name(const dijia_edition *edition,
                                         dijia_land_use value,
                                         dijia_language language,
                                         dijia_text *out,
                                         dijia_error *error);

/**
 * The name that an edition has for an area; in English that in Chinese where it has none.
 *
 * Fails with `DIJIA_NO_SUCH_AREA`, `DIJIA_OF_ANOTHER_EDITION`, `DIJIA_INVALID_ENUMERATOR`.
 */
dijia_status dijia_edition_area_name(const dijia_edition *edition,
                                     dijia_area value,
                                     dijia_language language,
                                     dijia_text *out,
                                     dijia_error *error);

/**
 * A grade as an edition writes it: the numeral of one that has a number, Ⅲ, or its name.
 *
 * Fails with `DIJIA_NO_SUCH_GRADE`, `DIJIA_OF_ANOTHER_EDITION`, `DIJIA_INVALID_GRADE`.
 */
dijia_status dijia_edition_grade_name(const dijia_edition *edition,
                                      dijia_grade value,
                                      dijia_text *out,
                                      dijia_error *error);

/**
 * The code of a zone of an edition in its canonical spelling, `Ⅲ-4`, or as printed where it is no grade and number, into the
 * buffer.
 *
 * Fails with `DIJIA_NO_SUCH_ZONE`, `DIJIA_OF_ANOTHER_EDITION`, `DIJIA_INVALID_ZONE_CODE`, `DIJIA_BUFFER_TOO_SMALL`.
 */
dijia_status dijia_edition_zone_code_text(const dijia_edition *edition,
                                          dijia_zone_code value,
                                          char *buffer,
                                          size_t capacity,
                                          size_t *length,
                                          dijia_error *error);

/**
 * How many bytes of storage the library that is linked needs for an opened edition.
 */
size_t dijia_edition_storage_size(void);

/**
 * Opens an edition from the bytes of an edition file, such as `dijia-tables pack` writes, and checks it whole: whatever is
 * read from it later is what it should be. Nothing is copied and nothing allocated: the edition is made in `storage`, a
 * `dijia_edition_storage` or any memory of `dijia_edition_storage_size` bytes, and `out` points into it.
 *
 * The bytes and the storage are the caller's and must stay where and as they are as long as the edition is used, and
 * likewise every text that comes of it. A copy of the storage is no edition. When it is no longer used both can simply be
 * freed; `dijia_edition_close` before that makes every later use of the pointer an error, as long as the storage is there.
 *
 * Every function that takes an edition takes an opened one, from any thread; every other pointer to memory that is there is
 * `DIJIA_UNKNOWN_EDITION`.
 *
 * Fails with `DIJIA_INVALID_FILE`, where the message says what is wrong with the file, `DIJIA_BUFFER_TOO_SMALL` for a
 * `capacity` below `dijia_edition_storage_size`, `DIJIA_NULL_POINTER`, `DIJIA_TOO_LONG`, `DIJIA_OVERLAP`; then the storage
 * is as it was.
 */
dijia_status dijia_edition_open(const uint8_t *data,
                                size_t length,
                                void *storage,
                                size_t capacity,
                                const dijia_edition **out,
                                dijia_error *error);

/**
 * Ends the use of an opened edition: from then on its pointer is `DIJIA_UNKNOWN_EDITION`. Nothing is freed. For NULL, and for
 * an edition of the library, nothing is done.
 *
 * Fails with `DIJIA_UNKNOWN_EDITION`.
 */
dijia_status dijia_edition_close(const dijia_edition *edition,
                                 dijia_error *error);

/**
 * Whether an edition's document is in force on that date.
 *
 * Fails with `DIJIA_MALFORMED_DATE`.
 */
dijia_status dijia_validity_on(const dijia_edition *edition, dijia_date date, dijia_validity *out, dijia_error *error);

/**
 * What the benchmark prices of that area and land use assume, where no grade or zone has a basis of its own: that of a price
 * is in its row.
 *
 * Fails with `DIJIA_NO_BASIS`, `DIJIA_NO_SUCH_AREA`, `DIJIA_NO_SUCH_USE`, `DIJIA_SEVERAL_USES`, `DIJIA_OF_ANOTHER_EDITION`.
 */
dijia_status dijia_basis(const dijia_edition *edition,
                         dijia_area area,
                         dijia_land_use land_use,
                         dijia_basis_row *out,
                         dijia_error *error);

/**
 * The price of a grade in an area, `DIJIA_FIRST_AREA` for the edition's first.
 *
 * Fails with `DIJIA_NO_SUCH_GRADE`, `DIJIA_FIGURES_NOT_IN_HAND`, `DIJIA_NO_SUCH_AREA`, `DIJIA_NO_SUCH_USE`,
 * `DIJIA_SEVERAL_USES`, `DIJIA_OF_ANOTHER_EDITION`.
 */
dijia_status dijia_grade_price(const dijia_edition *edition,
                               dijia_area area,
                               dijia_land_use land_use,
                               dijia_grade grade,
                               dijia_grade_price_row *out,
                               dijia_error *error);

/**
 * The price of a zone in an area, `DIJIA_FIRST_AREA` for the edition's first. A zone that is not published has no price: that
 * of its grade is never put in its place.
 *
 * Fails with `DIJIA_NO_SUCH_ZONE`, and as `dijia_grade_price`.
 */
dijia_status dijia_zone_price(const dijia_edition *edition,
                              dijia_area area,
                              dijia_land_use land_use,
                              dijia_zone_code code,
                              dijia_zone_price_row *out,
                              dijia_error *error);

/**
 * The price of the zone whose code is spelled so: `dijia_edition_zone_code` and `dijia_zone_price` in one.
 *
 * Fails with `DIJIA_INVALID_ZONE_CODE` and as `dijia_zone_price`.
 */
dijia_status dijia_zone_price_spelled(const dijia_edition *edition,
                                      dijia_area area,
                                      dijia_land_use land_use,
                                      const char *code,
                                      size_t length,
                                      dijia_zone_price_row *out,
                                      dijia_error *error);

/**
 * The edition of that city that is in force on that date, of a set in any order: one of the pointers given. An edition is in
 * force from the first to the last day of its document; one without a last day is until another of its city is, and one
 * that another says it replaces ends where that begins. The city is named as the editions name it, 济南市.
 *
 * Fails with `DIJIA_NO_SUCH_CITY`, `DIJIA_NONE_IN_FORCE`, `DIJIA_SEVERAL_IN_FORCE`, `DIJIA_MALFORMED_DATE`,
 * `DIJIA_TOO_MANY_ROWS`; with `DIJIA_UNKNOWN_EDITION` and the index of a pointer that is none.
 */
dijia_status dijia_edition_in_force(const dijia_edition *const *editions,
                                    size_t count,
                                    const char *city,
                                    size_t length,
                                    dijia_date date,
                                    const dijia_edition **out,
                                    dijia_error *error);

/**
 * The edition that follows another in its city, for all that a set says; NULL where there is none, or two begin on one day.
 *
 * Fails as `dijia_edition_in_force` does for its set.
 */
dijia_status dijia_edition_successor(const dijia_edition *const *editions,
                                     size_t count,
                                     const dijia_edition *edition,
                                     const dijia_edition **out,
                                     dijia_error *error);

/**
 * Whether an edition is in force on that date, for all that a set says: it need not be one of the set.
 *
 * Fails as `dijia_edition_in_force` does for its set, and with `DIJIA_MALFORMED_DATE`.
 */
dijia_status dijia_validity_in_set(const dijia_edition *const *editions,
                                   size_t count,
                                   const dijia_edition *edition,
                                   dijia_date date,
                                   dijia_validity *out,
                                   dijia_error *error);

/**
 * The last day on which an edition is in force, for all that a set says; none where it has no end.
 *
 * Fails as `dijia_edition_in_force` does for its set.
 */
dijia_status dijia_last_day_in_set(const dijia_edition *const *editions,
                                   size_t count,
                                   const dijia_edition *edition,
                                   dijia_optional_date *out,
                                   dijia_error *error);

/**
 * The factor correction of that name that the text is: a decimal, or one followed by `%`, which is its hundredth (`2.402%`
 * is 0.02402). The name is kept as a pointer.
 *
 * Fails with `DIJIA_INVALID_DECIMAL`.
 */
dijia_status dijia_factor_parse(dijia_text name,
                                const char *text,
                                size_t length,
                                dijia_factor *out,
                                dijia_error *error);

/**
 * A coefficient that is written as a decimal or as a ratio: two decimals with `/`, `／` or `÷` between them, as 100/103. `over`
 * is what `value` is divided by, and none where the text is a decimal: so `dijia_coefficient` has them, and `dijia_appraisal`.
 *
 * Fails with `DIJIA_INVALID_DECIMAL`.
 */
dijia_status dijia_ratio_parse(const char *text,
                               size_t length,
                               dijia_decimal *value,
                               dijia_optional_decimal *over,
                               dijia_error *error);

/**
 * Prices a parcel.
 *
 * Fails with what is wrong with the parcel: what takes no part whatever the values (`DIJIA_TAKES_NO_PART`, `DIJIA_TOO_MANY`,
 * `DIJIA_NAMED_TWICE`), then the first in the order of the formula: `DIJIA_NO_SUCH_ZONE` and whatever the
 * base price fails with, `DIJIA_NOT_POSITIVE`, `DIJIA_OUT_OF_RANGE`, `DIJIA_TERM_EXCEEDS_STATUTORY`,
 * `DIJIA_EXPIRY_NOT_AFTER_VALUATION`, `DIJIA_INVALID_TABLE`, `DIJIA_PLOT_RATIO_OUTSIDE_TABLE`,
 * `DIJIA_DATE_OUTSIDE_INDEX`, `DIJIA_COEFFICIENT_NOT_POSITIVE`, `DIJIA_FACTOR_OUT_OF_RANGE`, `DIJIA_FACTOR_SUM_TOO_LOW`, `DIJIA_MISSING_UNIT_COST`,
 * `DIJIA_NEGATIVE_UNIT_COST`, `DIJIA_DUPLICATE_UNIT_COST`, `DIJIA_MISSING`, `DIJIA_CONFLICT`,
 * `DIJIA_TOO_MANY_ROWS`, `DIJIA_RESULT_NOT_POSITIVE`, `DIJIA_TOO_MANY_PLACES`, `DIJIA_TOO_MANY_DIGITS`,
 * `DIJIA_UNDECIDED`; or with what is wrong with the struct: `DIJIA_NULL_POINTER`, `DIJIA_INVALID_SIZE`,
 * `DIJIA_INVALID_ENUMERATOR`, `DIJIA_UNKNOWN_EDITION`, `DIJIA_MALFORMED_DECIMAL`, `DIJIA_MALFORMED_DATE`,
 * `DIJIA_INVALID_UTF8`, `DIJIA_TOO_LONG`.
 */
dijia_status dijia_appraise(const dijia_appraisal *input,
                            dijia_appraised *out,
                            dijia_error *error);

/**
 * The worksheet of an appraisal into the buffer: what the price rests on, a table of every step, and the formula with the
 * numbers filled in, and the warnings, in that layout, lines ended by `\n`. The parcel is priced anew; it is the same call as `dijia_appraise`, and fails as
 * that does or with `DIJIA_BUFFER_TOO_SMALL`.
 */
dijia_status dijia_worksheet(const dijia_appraisal *input,
                             dijia_language language,
                             dijia_layout layout,
                             char *buffer,
                             size_t capacity,
                             size_t *length,
                             dijia_error *error);

/**
 * The warnings of an appraisal in words, each on a line ended by `\n`, into the buffer; an empty text where there are none.
 *
 * Fails as `dijia_worksheet`.
 */
dijia_status dijia_warnings_text(const dijia_appraisal *input,
                                 dijia_language language,
                                 char *buffer,
                                 size_t capacity,
                                 size_t *length,
                                 dijia_error *error);

/**
 * How many steps an appraisal has: at most 12 more than it has coefficients and corrections.
 *
 * Fails as `dijia_appraise`.
 */
dijia_status dijia_step_count(const dijia_appraisal *input, size_t *out, dijia_error *error);

/**
 * The step of that index, in the order of the formula: what takes no part in it has none. The parcel is priced anew.
 *
 * Fails as `dijia_appraise`, or with `DIJIA_INDEX_OUT_OF_RANGE`.
 */
dijia_status dijia_step_at(const dijia_appraisal *input, size_t index, dijia_step *out, dijia_error *error);

/**
 * The computation of the step of that index with its numbers filled in, such as
 * `[1 − (1 + 0.064)^−33.57] ÷ [1 − (1 + 0.064)^−40]`, into the buffer; an empty text for a figure that was given.
 *
 * Fails as `dijia_step_at`, or with `DIJIA_BUFFER_TOO_SMALL`.
 */
dijia_status dijia_step_expression(const dijia_appraisal *input,
                                   size_t index,
                                   dijia_language language,
                                   char *buffer,
                                   size_t capacity,
                                   size_t *length,
                                   dijia_error *error);

/**
 * What a step is, in words: 年期修正系数 or term coefficient.
 *
 * Fails with `DIJIA_INVALID_ENUMERATOR`.
 */
dijia_status dijia_step_kind_name(dijia_step_kind value, dijia_language language, dijia_text *out, dijia_error *error);

/**
 * A unit in words: 元/㎡ or yuan/m²; empty for a pure number.
 *
 * Fails with `DIJIA_INVALID_ENUMERATOR`.
 */
dijia_status dijia_unit_name(dijia_unit value, dijia_language language, dijia_text *out, dijia_error *error);

/**
 * Prices a parcel of several uses.
 *
 * Fails as `dijia_appraise` does for a use, whose index is that of the error, and with `DIJIA_NOT_POSITIVE`,
 * `DIJIA_SHARES_NOT_ONE`, `DIJIA_TOO_MANY`, `DIJIA_RESULT_NOT_POSITIVE`, `DIJIA_TOO_MANY_DIGITS`.
 */
dijia_status dijia_appraise_mixed(const dijia_mixed_use *input, dijia_mixed_appraised *out, dijia_error *error);

/**
 * The worksheet of a mixed use into the buffer, in that layout. Each use has a worksheet of its own, which `dijia_worksheet` writes.
 *
 * Fails as `dijia_appraise_mixed`, or with `DIJIA_BUFFER_TOO_SMALL`.
 */
dijia_status dijia_mixed_worksheet(const dijia_mixed_use *input,
                                   dijia_language language,
                                   dijia_layout layout,
                                   char *buffer,
                                   size_t capacity,
                                   size_t *length,
                                   dijia_error *error);

/**
 * Computes what is to be paid.
 *
 * Fails with `DIJIA_NOT_POSITIVE` for a price, a ratio, an area, and for the difference where the price is not above the original
 * one, so that nothing is topped up; `DIJIA_OUT_OF_RANGE` for a ratio above 1; `DIJIA_TAKES_NO_PART` for a minimum ratio without
 * its price; `DIJIA_TOO_MANY_DIGITS`.
 */
dijia_status dijia_settle(const dijia_payment *input,
                          dijia_payment_due *out,
                          dijia_error *error);

/**
 * The worksheet of a payment into the buffer, in that layout.
 *
 * Fails as `dijia_settle`, or with `DIJIA_BUFFER_TOO_SMALL`.
 */
dijia_status dijia_payment_worksheet(const dijia_payment *input,
                                     dijia_language language,
                                     dijia_layout layout,
                                     char *buffer,
                                     size_t capacity,
                                     size_t *length,
                                     dijia_error *error);

/**
 * The prices of many zones of an area and land use, their codes spelled in any way. `statuses` has what each row came to;
 * `out` has the rows whose status is `DIJIA_OK`, and is left as it was elsewhere. The size that the first element of `out`
 * says is that of all, and the others need none.
 *
 * Fails with `DIJIA_SOME_FAILED` where at least one row has no price: `error` then tells of the first of them, with its
 * index and its message. What is wrong with any other says the function for one row, such as `dijia_zone_price_spelled`,
 * of that row. Any other failure is of the call, and no row has been done.
 */
dijia_status dijia_zone_prices(const dijia_edition *edition,
                               dijia_area area,
                               dijia_land_use land_use,
                               const dijia_text *codes,
                               size_t count,
                               dijia_zone_price_row *out,
                               dijia_status *statuses,
                               dijia_error *error);

/**
 * Prices many parcels, each with a land use, an edition and everything else of its own. Every element of `inputs` says its
 * own size, which is that of the first one; of `out`, the size of the first element is that of all, and the others need
 * none. `statuses` has what each row came to; `out` has the rows whose status is `DIJIA_OK`, and is left as it was
 * elsewhere.
 *
 * Fails as `dijia_zone_prices`; what is wrong with a row says `dijia_appraise` of its input.
 */
dijia_status dijia_appraise_batch(const dijia_appraisal *inputs,
                                  size_t count,
                                  dijia_appraised *out,
                                  dijia_status *statuses,
                                  dijia_error *error);

/**
 * 万元/亩 from 元/㎡: its fifteenth, rounded once to that many places.
 *
 * Fails, like every conversion here, with `DIJIA_NOT_POSITIVE`, `DIJIA_TOO_MANY_PLACES`, `DIJIA_TOO_MANY_DIGITS`,
 * `DIJIA_MALFORMED_DECIMAL`, `DIJIA_INVALID_ENUMERATOR`.
 */
dijia_status dijia_wan_yuan_per_mu(dijia_decimal yuan_per_square_metre,
                                   uint32_t places,
                                   dijia_rounding_mode mode,
                                   dijia_decimal *out,
                                   dijia_error *error);

/**
 * 元/㎡ from 万元/亩: fifteen times as much, exactly.
 */
dijia_status dijia_yuan_per_square_metre(dijia_decimal wan_yuan_per_mu, dijia_decimal *out, dijia_error *error);

/**
 * The floor price, 元/㎡ of floor, from the land price in 元/㎡ of land: divided by the plot ratio, rounded once.
 */
dijia_status dijia_floor_price(dijia_decimal land_price,
                               dijia_decimal plot_ratio,
                               uint32_t places,
                               dijia_rounding_mode mode,
                               dijia_decimal *out,
                               dijia_error *error);

/**
 * The land price, 元/㎡ of land, from the floor price in 元/㎡ of floor: times the plot ratio, exactly.
 */
dijia_status dijia_land_price(dijia_decimal floor_price,
                              dijia_decimal plot_ratio,
                              dijia_decimal *out,
                              dijia_error *error);

/**
 * 亩 from ㎡: 3/2000 of it, exactly.
 */
dijia_status dijia_mu(dijia_decimal square_metres, dijia_decimal *out, dijia_error *error);

/**
 * ㎡ from 亩: 2000/3 of it, rounded once.
 */
dijia_status dijia_square_metres(dijia_decimal mu,
                                 uint32_t places,
                                 dijia_rounding_mode mode,
                                 dijia_decimal *out,
                                 dijia_error *error);

/**
 * 元 from a price in 元/㎡ and an area in ㎡, rounded once.
 */
dijia_status dijia_total_yuan(dijia_decimal unit_price,
                              dijia_decimal square_metres,
                              uint32_t places,
                              dijia_rounding_mode mode,
                              dijia_decimal *out,
                              dijia_error *error);

/**
 * 万元 from a price in 元/㎡ and an area in ㎡, rounded once.
 */
dijia_status dijia_total_wan_yuan(dijia_decimal unit_price,
                                  dijia_decimal square_metres,
                                  uint32_t places,
                                  dijia_rounding_mode mode,
                                  dijia_decimal *out,
                                  dijia_error *error);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

/** A text that is a string literal: DIJIA_TEXT("面积"). */
#ifdef __cplusplus
#define DIJIA_TEXT(literal) (dijia_text{("" literal), sizeof(literal) - 1})
#else
#define DIJIA_TEXT(literal) ((dijia_text){("" literal), sizeof(literal) - 1})
#endif

/** Initialisers of the structs that say their own size. */
#ifdef __cplusplus
#define DIJIA_ERROR_INIT (dijia_new<dijia_error>())
#define DIJIA_EDITION_FACTS_INIT (dijia_new<dijia_edition_facts>())
#define DIJIA_LAND_USE_ROW_INIT (dijia_new<dijia_land_use_row>())
#define DIJIA_AREA_ROW_INIT (dijia_new<dijia_area_row>())
#define DIJIA_GRADE_ROW_INIT (dijia_new<dijia_grade_row>())
#define DIJIA_PLACE_ROW_INIT (dijia_new<dijia_place_row>())
#define DIJIA_STATEMENT_ROW_INIT (dijia_new<dijia_statement_row>())
#define DIJIA_ANNEX_ROW_INIT (dijia_new<dijia_annex_row>())
#define DIJIA_GRADE_PRICE_ROW_INIT (dijia_new<dijia_grade_price_row>())
#define DIJIA_ZONE_PRICE_ROW_INIT (dijia_new<dijia_zone_price_row>())
#define DIJIA_DIFFERENCE_ROW_INIT (dijia_new<dijia_difference_row>())
#define DIJIA_CORRECTION_ROW_INIT (dijia_new<dijia_correction_row>())
#define DIJIA_ORIGIN_INIT (dijia_new<dijia_origin>())
#define DIJIA_APPRAISAL_INIT (dijia_new<dijia_appraisal>())
#define DIJIA_APPRAISED_INIT (dijia_new<dijia_appraised>())
#define DIJIA_STEP_INIT (dijia_new<dijia_step>())
#define DIJIA_MIXED_USE_INIT (dijia_new<dijia_mixed_use>())
#define DIJIA_MIXED_APPRAISED_INIT (dijia_new<dijia_mixed_appraised>())
#define DIJIA_PAYMENT_INIT (dijia_new<dijia_payment>())
#define DIJIA_PAYMENT_DUE_INIT (dijia_new<dijia_payment_due>())

template <typename T>
inline T dijia_new() noexcept {
  T value{};
  value.size = sizeof(T);
  return value;
}
#else
#define DIJIA_ERROR_INIT ((dijia_error){.size = sizeof(dijia_error)})
#define DIJIA_EDITION_FACTS_INIT ((dijia_edition_facts){.size = sizeof(dijia_edition_facts)})
#define DIJIA_LAND_USE_ROW_INIT ((dijia_land_use_row){.size = sizeof(dijia_land_use_row)})
#define DIJIA_AREA_ROW_INIT ((dijia_area_row){.size = sizeof(dijia_area_row)})
#define DIJIA_GRADE_ROW_INIT ((dijia_grade_row){.size = sizeof(dijia_grade_row)})
#define DIJIA_PLACE_ROW_INIT ((dijia_place_row){.size = sizeof(dijia_place_row)})
#define DIJIA_STATEMENT_ROW_INIT ((dijia_statement_row){.size = sizeof(dijia_statement_row)})
#define DIJIA_ANNEX_ROW_INIT ((dijia_annex_row){.size = sizeof(dijia_annex_row)})
#define DIJIA_GRADE_PRICE_ROW_INIT ((dijia_grade_price_row){.size = sizeof(dijia_grade_price_row)})
#define DIJIA_ZONE_PRICE_ROW_INIT ((dijia_zone_price_row){.size = sizeof(dijia_zone_price_row)})
#define DIJIA_DIFFERENCE_ROW_INIT ((dijia_difference_row){.size = sizeof(dijia_difference_row)})
#define DIJIA_CORRECTION_ROW_INIT ((dijia_correction_row){.size = sizeof(dijia_correction_row)})
#define DIJIA_ORIGIN_INIT ((dijia_origin){.size = sizeof(dijia_origin)})
#define DIJIA_APPRAISAL_INIT ((dijia_appraisal){.size = sizeof(dijia_appraisal)})
#define DIJIA_APPRAISED_INIT ((dijia_appraised){.size = sizeof(dijia_appraised)})
#define DIJIA_STEP_INIT ((dijia_step){.size = sizeof(dijia_step)})
#define DIJIA_MIXED_USE_INIT ((dijia_mixed_use){.size = sizeof(dijia_mixed_use)})
#define DIJIA_MIXED_APPRAISED_INIT ((dijia_mixed_appraised){.size = sizeof(dijia_mixed_appraised)})
#define DIJIA_PAYMENT_INIT ((dijia_payment){.size = sizeof(dijia_payment)})
#define DIJIA_PAYMENT_DUE_INIT ((dijia_payment_due){.size = sizeof(dijia_payment_due)})
#endif

/** An optional decimal that has this value. */
static inline dijia_optional_decimal dijia_some(dijia_decimal value) {
  dijia_optional_decimal some = {value, 1, {0}};
  return some;
}

/** An optional date that has this value. */
static inline dijia_optional_date dijia_some_date(dijia_date value) {
  dijia_optional_date some = {value, 1, {0}};
  return some;
}

DIJIA_STATIC_ASSERT(sizeof(dijia_decimal) == 16, "the size of an OLE DECIMAL");
DIJIA_STATIC_ASSERT(offsetof(dijia_decimal, scale) == 2, "the layout of an OLE DECIMAL");
DIJIA_STATIC_ASSERT(offsetof(dijia_decimal, sign) == 3, "the layout of an OLE DECIMAL");
DIJIA_STATIC_ASSERT(offsetof(dijia_decimal, hi32) == 4, "the layout of an OLE DECIMAL");
DIJIA_STATIC_ASSERT(offsetof(dijia_decimal, lo64) == 8, "the layout of an OLE DECIMAL");

#endif  /* DIJIA_H */
