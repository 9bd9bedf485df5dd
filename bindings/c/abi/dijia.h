/* The interface that programs may have been built against. `cargo xtask abi` writes it; what goes away or moves here
 * breaks them, and needs another DIJIA_ABI_VERSION. */
#ifndef DIJIA_H
#define DIJIA_H
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
#define DIJIA_STATIC_ASSERT(condition, message) static_assert(condition, message)
#else
#define DIJIA_STATIC_ASSERT(condition, message) _Static_assert(condition, message)
#endif
#define DIJIA_ABI_VERSION 1
#define DIJIA_VERSION_MAJOR 0
#define DIJIA_VERSION_MINOR 1
#define DIJIA_VERSION_PATCH 0
#define DIJIA_MESSAGE_CAPACITY 768
#define DIJIA_NEGATIVE 128
#define DIJIA_DECIMAL_CAPACITY 33
#define DIJIA_UNROUNDED 255
#define DIJIA_MAX_PLACES 12
#define DIJIA_NAME_CAPACITY 56
#define DIJIA_MAX_EDITIONS 512
#define DIJIA_OPEN_BELOW 1
#define DIJIA_OPEN_ABOVE 2
#define DIJIA_MAX_KNOWN_EDITIONS 64
#define DIJIA_MAX_COEFFICIENTS 16
#define DIJIA_MAX_FACTOR_CORRECTIONS 64
#define DIJIA_MAX_LEVELS 64
#define DIJIA_MAX_PLOT_RATIO_ROWS 256
#define DIJIA_MAX_DATE_INDEX_POINTS 288
#define DIJIA_MAX_UNIT_COSTS 8
#define DIJIA_WARNING_LARGE_DEVIATION 1
#define DIJIA_WARNING_OUTSIDE_VALIDITY 2
#define DIJIA_WARNING_BEFORE_BASE_DATE 4
#define DIJIA_WARNING_NO_VALUATION_DATE 8
#define DIJIA_WARNING_PLOT_RATIO_UNCORRECTED 16
#define DIJIA_WARNING_DATE_UNCORRECTED 32
#define DIJIA_WARNING_BARE_FACTORS 64
#define DIJIA_WARNING_WITHOUT_LEVEL 128
#define DIJIA_WARNING_LOWER_BOUND 256
#define DIJIA_MAX_STEP_INPUTS 6
#define DIJIA_MAX_USES 16
typedef struct Memory Memory;
typedef struct dijia_edition dijia_edition;
typedef struct {
  const char *data;
  size_t length;
} dijia_text;
typedef int32_t dijia_status;
typedef struct {
  uint16_t reserved;
  uint8_t scale;
  uint8_t sign;
  uint32_t hi32;
  uint64_t lo64;
} dijia_decimal;
typedef struct {
  dijia_decimal value;
  uint8_t present;
  uint8_t reserved[7];
} dijia_optional_decimal;
typedef struct {
  int16_t year;
  uint8_t month;
  uint8_t day;
} dijia_date;
typedef struct {
  dijia_date value;
  uint8_t present;
  uint8_t reserved[3];
} dijia_optional_date;
typedef struct {
  size_t size;
  dijia_status status;
  uint32_t quantity;
  uint32_t other_quantity;
  uint32_t annex;
  size_t index;
  size_t row;
  size_t offset;
  size_t character;
  size_t count;
  size_t most;
  dijia_optional_decimal value;
  dijia_optional_decimal low;
  dijia_optional_decimal high;
  dijia_optional_date date;
  dijia_optional_date first_date;
  dijia_optional_date last_date;
  dijia_text rule;
  size_t message_length;
  char message[DIJIA_MESSAGE_CAPACITY];
  uint32_t rule_number;
  uint32_t reserved;
  size_t message_chinese_length;
  char message_chinese[DIJIA_MESSAGE_CAPACITY];
} dijia_error;
typedef uint32_t dijia_language;
typedef uint32_t dijia_rounding_mode;
typedef uint32_t dijia_service;
typedef uint32_t dijia_development_level;
typedef uint32_t dijia_land_use;
typedef uint32_t dijia_area;
typedef uint32_t dijia_grade;
typedef struct {
  dijia_grade grade;
  uint32_t number;
} dijia_zone_code;
typedef uint32_t dijia_quantity;
typedef uint32_t dijia_validity;
typedef struct {
  dijia_text number;
  dijia_text title;
  dijia_text issuer;
  dijia_text replaces;
  dijia_optional_date issue_date;
  dijia_optional_date first_day_in_force;
  dijia_optional_date last_day_in_force;
  dijia_optional_date replaces_date;
  dijia_text replaces_title;
  uint64_t reserved[4];
} dijia_document;
typedef struct {
  size_t size;
  dijia_text name;
  dijia_text city;
  dijia_document document;
  uint8_t digest[32];
  const uint8_t *file;
  size_t file_length;
  dijia_optional_date base_date;
  uint32_t land_use_count;
  uint32_t area_count;
  uint32_t grade_count;
  uint32_t place_count;
  uint32_t annex_count;
  uint32_t statement_count;
  uint32_t basis_count;
  uint32_t grade_price_count;
  uint32_t zone_price_count;
  uint32_t reserved;
} dijia_edition_facts;
typedef uint32_t dijia_correction_kind;
typedef struct {
  dijia_text document;
  dijia_text part;
  uint32_t annex;
  uint32_t row;
  uint64_t reserved[2];
} dijia_citation;
typedef struct {
  size_t size;
  dijia_correction_kind kind;
  dijia_land_use land_use;
  dijia_grade grade;
  uint32_t by_area;
  dijia_text name;
  dijia_text level;
  dijia_text condition;
  dijia_decimal value;
  dijia_optional_decimal key;
  dijia_citation citation;
} dijia_correction_row;
typedef struct {
  uint8_t present;
  uint8_t coefficient_places;
  uint8_t unit_price_places;
  uint8_t amount_places;
  dijia_rounding_mode mode;
} dijia_rounding;
typedef uint32_t dijia_difference_kind;
typedef uint32_t dijia_priced_area;
typedef struct {
  dijia_optional_decimal printed;
  dijia_priced_area priced_area;
  uint32_t is_lower_bound;
  dijia_citation citation;
} dijia_compared_price;
typedef struct {
  size_t size;
  dijia_difference_kind kind;
  uint32_t of_zone;
  dijia_text area;
  dijia_text land_use;
  char name[DIJIA_NAME_CAPACITY];
  dijia_compared_price before;
  dijia_compared_price after;
  dijia_optional_decimal percent;
} dijia_difference_row;
typedef struct {
  size_t size;
  dijia_land_use land_use;
  dijia_land_use class_of_use;
  dijia_text name;
  dijia_text english;
  dijia_text printed_under;
} dijia_land_use_row;
typedef struct {
  size_t size;
  dijia_area area;
  uint32_t reserved;
  dijia_text name;
  dijia_text english;
} dijia_area_row;
typedef struct {
  size_t size;
  dijia_grade grade;
  uint32_t reserved;
  dijia_text name;
} dijia_grade_row;
typedef struct {
  size_t size;
  dijia_area area;
  uint32_t reserved;
  dijia_text name;
  dijia_text district;
} dijia_place_row;
typedef struct {
  size_t size;
  dijia_area area;
  uint32_t reserved;
  dijia_text about;
  dijia_text words;
} dijia_statement_row;
typedef struct {
  size_t size;
  uint32_t number;
  uint32_t in_hand;
  dijia_text label;
  dijia_text title;
  dijia_area area;
  uint32_t of_zones;
  uint64_t land_uses;
} dijia_annex_row;
typedef struct {
  dijia_area area;
  dijia_land_use land_use;
  dijia_grade grade;
  dijia_development_level development_level;
  uint8_t has_development_level;
  uint8_t is_perpetual;
  uint8_t reserved[6];
  dijia_optional_date base_date;
  dijia_text development_name;
  dijia_text right;
  dijia_optional_decimal statutory_term;
  dijia_optional_decimal plot_ratio;
  dijia_optional_decimal capitalization_rate;
  dijia_citation citation;
  uint64_t reserved_for_more[8];
} dijia_basis_row;
typedef struct {
  size_t size;
  dijia_area area;
  dijia_land_use land_use;
  dijia_grade grade;
  uint32_t zone_count;
  dijia_priced_area priced_area;
  uint32_t is_lower_bound;
  dijia_decimal printed;
  dijia_optional_decimal per_square_metre;
  dijia_optional_decimal wan_yuan_per_mu;
  dijia_optional_decimal per_floor_area;
  dijia_citation citation;
  dijia_basis_row basis;
} dijia_grade_price_row;
typedef struct {
  size_t size;
  dijia_area area;
  dijia_land_use land_use;
  dijia_grade grade;
  dijia_priced_area priced_area;
  dijia_zone_code code;
  uint32_t is_lower_bound;
  uint32_t reserved;
  dijia_decimal printed;
  dijia_optional_decimal per_square_metre;
  dijia_optional_decimal wan_yuan_per_mu;
  dijia_optional_decimal per_floor_area;
  dijia_citation citation;
  dijia_basis_row basis;
} dijia_zone_price_row;
typedef struct {
  dijia_text name;
  dijia_decimal value;
  uint8_t in_percent;
  uint8_t reserved[7];
} dijia_factor;
typedef uint32_t dijia_base;
typedef struct {
  size_t size;
  dijia_text document;
  dijia_text annex;
  dijia_text area;
  dijia_text land_use;
  dijia_text grade;
  dijia_text zone;
  uint32_t row;
  uint32_t reserved;
} dijia_origin;
typedef struct {
  dijia_decimal plot_ratio;
  dijia_decimal coefficient;
} dijia_plot_ratio_row;
typedef uint32_t dijia_between_points;
typedef struct {
  dijia_date date;
  uint32_t reserved;
  dijia_decimal index;
} dijia_date_index_point;
typedef struct {
  dijia_text name;
  dijia_decimal value;
  dijia_optional_decimal over;
} dijia_coefficient;
typedef struct {
  dijia_text of;
  dijia_text level;
} dijia_level;
typedef struct {
  dijia_service service;
  uint32_t reserved;
  dijia_decimal cost;
} dijia_unit_cost;
typedef struct {
  size_t size;
  const dijia_edition *edition;
  dijia_base base;
  dijia_land_use land_use;
  dijia_area area_of_price;
  uint32_t reserved;
  dijia_zone_code code;
  dijia_decimal own_price;
  const dijia_origin *origin;
  dijia_optional_decimal capitalization_rate;
  dijia_optional_decimal statutory_term;
  dijia_optional_date base_date;
  dijia_optional_date valuation_date;
  dijia_optional_date expiry_date;
  dijia_optional_decimal remaining_term;
  dijia_optional_decimal term_coefficient;
  dijia_optional_decimal term_coefficient_over;
  dijia_optional_decimal plot_ratio;
  dijia_optional_decimal plot_ratio_coefficient;
  dijia_optional_decimal plot_ratio_coefficient_over;
  const dijia_plot_ratio_row *plot_ratio_table;
  size_t plot_ratio_row_count;
  uint32_t table_open;
  dijia_between_points between_points;
  const dijia_date_index_point *date_index;
  size_t date_index_point_count;
  dijia_optional_decimal date_coefficient;
  dijia_optional_decimal date_coefficient_over;
  dijia_optional_decimal monthly_growth;
  const dijia_coefficient *coefficients;
  size_t coefficient_count;
  const dijia_factor *factor_corrections;
  size_t factor_correction_count;
  const dijia_level *levels;
  size_t level_count;
  dijia_optional_decimal development_adjustment;
  const dijia_unit_cost *unit_costs;
  size_t unit_cost_count;
  dijia_development_level site_development;
  dijia_development_level basis_development;
  uint8_t has_basis;
  uint8_t has_site_development;
  uint8_t has_basis_development;
  uint8_t corrections_as_published;
  uint8_t perpetual_term;
  uint8_t perpetual_basis;
  uint8_t longer_term;
  uint8_t index_period;
  dijia_optional_decimal area;
  const dijia_edition *const *editions;
  size_t edition_count;
  dijia_rounding rounding;
} dijia_appraisal;
typedef struct {
  size_t size;
  dijia_base base;
  uint32_t warnings;
  dijia_validity validity;
  uint32_t reserved;
  dijia_decimal base_price;
  dijia_decimal unit_price;
  dijia_decimal wan_yuan_per_mu;
  dijia_decimal deviation;
  dijia_optional_decimal floor_price;
  dijia_optional_decimal total_yuan;
  dijia_optional_decimal total_wan_yuan;
  dijia_optional_decimal term_coefficient;
  dijia_optional_decimal plot_ratio_coefficient;
  dijia_optional_decimal date_coefficient;
  dijia_optional_decimal factor_sum;
  dijia_optional_decimal development_adjustment;
  dijia_rounding rounding;
} dijia_appraised;
typedef uint32_t dijia_layout;
typedef uint32_t dijia_step_kind;
typedef uint32_t dijia_unit;
typedef uint32_t dijia_source;
typedef struct {
  dijia_text symbol;
  dijia_optional_decimal number;
  dijia_optional_date date;
  dijia_development_level development_level;
  uint32_t reserved[5];
} dijia_step_input;
typedef struct {
  size_t size;
  dijia_step_kind kind;
  dijia_unit unit;
  dijia_source source;
  uint32_t is_unrounded;
  dijia_text symbol;
  dijia_text name;
  dijia_optional_decimal before_rounding;
  dijia_decimal value;
  dijia_citation citation;
  size_t input_count;
  dijia_step_input inputs[DIJIA_MAX_STEP_INPUTS];
} dijia_step;
typedef struct {
  const dijia_appraisal *appraisal;
  dijia_decimal share;
} dijia_share;
typedef struct {
  size_t size;
  const dijia_share *shares;
  size_t share_count;
  dijia_optional_decimal area;
  dijia_rounding rounding;
  uint8_t by_areas;
  uint8_t reserved[7];
} dijia_mixed_use;
typedef struct {
  size_t size;
  dijia_decimal unit_price;
  dijia_decimal wan_yuan_per_mu;
  dijia_optional_decimal total_yuan;
  dijia_optional_decimal total_wan_yuan;
  dijia_rounding rounding;
} dijia_mixed_appraised;
typedef struct {
  size_t size;
  dijia_decimal unit_price;
  dijia_optional_decimal original_price;
  dijia_optional_decimal payment_ratio;
  dijia_optional_decimal minimum_price;
  dijia_optional_decimal minimum_ratio;
  dijia_optional_decimal area;
  dijia_rounding rounding;
  dijia_priced_area priced_area;
  uint8_t reserved[4];
} dijia_payment;
typedef struct {
  size_t size;
  dijia_optional_decimal difference;
  dijia_optional_decimal minimum;
  dijia_decimal unit_payment;
  dijia_optional_decimal total_yuan;
  dijia_optional_decimal total_wan_yuan;
  dijia_rounding rounding;
  uint8_t is_minimum;
  uint8_t reserved[7];
} dijia_payment_due;
typedef uint32_t dijia_index_period;
typedef struct {
  uint64_t words[256];
} dijia_edition_storage;
#define DIJIA_OK 0
#define DIJIA_NULL_POINTER 1
#define DIJIA_INVALID_SIZE 2
#define DIJIA_INVALID_UTF8 3
#define DIJIA_TOO_LONG 4
#define DIJIA_BUFFER_TOO_SMALL 5
#define DIJIA_INDEX_OUT_OF_RANGE 6
#define DIJIA_INVALID_ENUMERATOR 7
#define DIJIA_UNKNOWN_EDITION 8
#define DIJIA_MALFORMED_DECIMAL 9
#define DIJIA_MALFORMED_DATE 10
#define DIJIA_NOT_FINITE 11
#define DIJIA_NOT_INTEGER 12
#define DIJIA_TOO_MANY_ROWS 13
#define DIJIA_SOME_FAILED 14
#define DIJIA_INVALID_LAND_USE 15
#define DIJIA_INVALID_GRADE 16
#define DIJIA_INVALID_ZONE_CODE 17
#define DIJIA_INVALID_AREA 18
#define DIJIA_INVALID_SERVICE 19
#define DIJIA_INVALID_DEVELOPMENT_LEVEL 20
#define DIJIA_INVALID_DECIMAL 21
#define DIJIA_INVALID_DATE 22
#define DIJIA_NO_SUCH_GRADE 23
#define DIJIA_NO_SUCH_ZONE 24
#define DIJIA_FIGURES_NOT_IN_HAND 25
#define DIJIA_NO_BASIS 26
#define DIJIA_NOT_POSITIVE 27
#define DIJIA_OUT_OF_RANGE 28
#define DIJIA_COEFFICIENT_NOT_POSITIVE 29
#define DIJIA_TERM_EXCEEDS_STATUTORY 30
#define DIJIA_EXPIRY_NOT_AFTER_VALUATION 31
#define DIJIA_INVALID_TABLE 32
#define DIJIA_PLOT_RATIO_OUTSIDE_TABLE 33
#define DIJIA_DATE_OUTSIDE_INDEX 34
#define DIJIA_FACTOR_SUM_TOO_LOW 35
#define DIJIA_MISSING_UNIT_COST 36
#define DIJIA_NEGATIVE_UNIT_COST 37
#define DIJIA_DUPLICATE_UNIT_COST 38
#define DIJIA_MISSING 39
#define DIJIA_CONFLICT 40
#define DIJIA_TOO_MANY 41
#define DIJIA_RESULT_NOT_POSITIVE 42
#define DIJIA_SHARES_NOT_ONE 43
#define DIJIA_TOO_MANY_PLACES 44
#define DIJIA_TOO_MANY_DIGITS 45
#define DIJIA_UNDECIDED 46
#define DIJIA_INTERNAL 47
#define DIJIA_TAKES_NO_PART 48
#define DIJIA_NAMED_TWICE 49
#define DIJIA_FACTOR_OUT_OF_RANGE 50
#define DIJIA_OVERLAP 51
#define DIJIA_INVALID_FILE 52
#define DIJIA_NO_SUCH_USE 53
#define DIJIA_SEVERAL_USES 54
#define DIJIA_NO_SUCH_AREA 55
#define DIJIA_NOT_STATED 56
#define DIJIA_OF_ANOTHER_EDITION 57
#define DIJIA_NO_SUCH_CITY 58
#define DIJIA_NONE_IN_FORCE 59
#define DIJIA_SEVERAL_IN_FORCE 60
#define DIJIA_BARE_CODE 61
#define DIJIA_NO_SUCH_SCHEME 62
#define DIJIA_NO_SUCH_CODE 63
#define DIJIA_CODE_NOT_PRICED 64
#define DIJIA_NO_SUCH_FACTOR 65
#define DIJIA_NO_SUCH_LEVEL 66
#define DIJIA_NOT_TABULATED 67
#define DIJIA_STATUS_END 68
#define DIJIA_ROAD 1
#define DIJIA_POWER 2
#define DIJIA_TELECOM 4
#define DIJIA_WATER_SUPPLY 8
#define DIJIA_DRAINAGE 16
#define DIJIA_GAS 32
#define DIJIA_HEATING 64
#define DIJIA_LEVELLING 128
#define DIJIA_FIVE_SERVICES 159
#define DIJIA_SIX_SERVICES 191
#define DIJIA_SEVEN_SERVICES 255
#define DIJIA_NO_LAND_USE 0
#define DIJIA_COMMERCIAL 1
#define DIJIA_RESIDENTIAL 2
#define DIJIA_INDUSTRIAL 3
#define DIJIA_PUBLIC_SERVICE 4
#define DIJIA_FIRST_AREA 0
#define DIJIA_CENTRAL_URBAN 1
#define DIJIA_TOWNSHIP 2
#define DIJIA_LANGUAGE_CHINESE 0
#define DIJIA_LANGUAGE_ENGLISH 1
#define DIJIA_LAYOUT_WIDE 0
#define DIJIA_LAYOUT_NARROW 1
#define DIJIA_LAYOUT_MARKDOWN 2
#define DIJIA_LAYOUT_HTML 3
#define DIJIA_QUANTITY_BASE_PRICE 1
#define DIJIA_QUANTITY_BASE_DATE 2
#define DIJIA_QUANTITY_CAPITALIZATION_RATE 3
#define DIJIA_QUANTITY_STATUTORY_TERM 4
#define DIJIA_QUANTITY_REMAINING_TERM 5
#define DIJIA_QUANTITY_VALUATION_DATE 6
#define DIJIA_QUANTITY_EXPIRY_DATE 7
#define DIJIA_QUANTITY_TERM_COEFFICIENT 8
#define DIJIA_QUANTITY_PLOT_RATIO 9
#define DIJIA_QUANTITY_PLOT_RATIO_COEFFICIENT 10
#define DIJIA_QUANTITY_PLOT_RATIO_TABLE 11
#define DIJIA_QUANTITY_DATE_COEFFICIENT 12
#define DIJIA_QUANTITY_DATE_INDEX 13
#define DIJIA_QUANTITY_MONTHLY_GROWTH 14
#define DIJIA_QUANTITY_MONTHS 15
#define DIJIA_QUANTITY_COEFFICIENT 16
#define DIJIA_QUANTITY_FACTOR_CORRECTIONS 17
#define DIJIA_QUANTITY_DEVELOPMENT_ADJUSTMENT 18
#define DIJIA_QUANTITY_BASIS_DEVELOPMENT 19
#define DIJIA_QUANTITY_UNIT_COST 20
#define DIJIA_QUANTITY_AREA 21
#define DIJIA_QUANTITY_SHARE 22
#define DIJIA_QUANTITY_UNIT_PRICE 23
#define DIJIA_QUANTITY_WAN_YUAN_PER_MU 24
#define DIJIA_QUANTITY_FLOOR_PRICE 25
#define DIJIA_QUANTITY_TOTAL 26
#define DIJIA_QUANTITY_DEVIATION 27
#define DIJIA_QUANTITY_AMOUNT 28
#define DIJIA_QUANTITY_SITE_DEVELOPMENT 29
#define DIJIA_QUANTITY_BASIS 30
#define DIJIA_QUANTITY_OWN_PRICE 31
#define DIJIA_QUANTITY_OPEN_ENDS 32
#define DIJIA_QUANTITY_BETWEEN_POINTS 33
#define DIJIA_QUANTITY_ORIGIN 34
#define DIJIA_QUANTITY_PUBLISHED_CORRECTIONS 35
#define DIJIA_QUANTITY_LEVEL 36
#define DIJIA_QUANTITY_PERPETUAL_TERM 37
#define DIJIA_QUANTITY_LONGER_TERM 38
#define DIJIA_QUANTITY_RATIO 39
#define DIJIA_QUANTITY_ORIGINAL_PRICE 40
#define DIJIA_QUANTITY_PRICE_DIFFERENCE 41
#define DIJIA_QUANTITY_PAYMENT_RATIO 42
#define DIJIA_QUANTITY_MINIMUM_PRICE 43
#define DIJIA_QUANTITY_MINIMUM_RATIO 44
#define DIJIA_QUANTITY_UNIT_PAYMENT 45
#define DIJIA_QUANTITY_INDEX_PERIOD 46
#define DIJIA_IN_FORCE 0
#define DIJIA_NOT_YET_IN_FORCE 1
#define DIJIA_EXPIRED 2
#define DIJIA_HALF_UP 0
#define DIJIA_HALF_EVEN 1
#define DIJIA_PER_LAND 0
#define DIJIA_PER_FLOOR 1
#define DIJIA_CORRECTION_PLOT_RATIO 1
#define DIJIA_CORRECTION_FACTOR 2
#define DIJIA_CORRECTION_COEFFICIENT 3
#define DIJIA_CORRECTION_TERM 4
#define DIJIA_CORRECTION_DATE_INDEX 5
#define DIJIA_CORRECTION_MONTHLY_GROWTH 6
#define DIJIA_CORRECTION_UNIT_COST 7
#define DIJIA_PRICE_MOVED 1
#define DIJIA_PRICE_ADDED 2
#define DIJIA_PRICE_DROPPED 3
#define DIJIA_BASE_ZONE 1
#define DIJIA_BASE_GRADE 2
#define DIJIA_BASE_OWN 3
#define DIJIA_LAST_BEFORE 0
#define DIJIA_LINEAR_BY_DAYS 1
#define DIJIA_FIXED_BASE 0
#define DIJIA_CHAIN_OF_MONTHS 1
#define DIJIA_CHAIN_OF_QUARTERS 2
#define DIJIA_CHAIN_OF_HALF_YEARS 3
#define DIJIA_CHAIN_OF_YEARS 4
#define DIJIA_STEP_BASE_PRICE 1
#define DIJIA_STEP_REMAINING_TERM 2
#define DIJIA_STEP_TERM_COEFFICIENT 3
#define DIJIA_STEP_PLOT_RATIO_COEFFICIENT 4
#define DIJIA_STEP_MONTHS 5
#define DIJIA_STEP_DATE_COEFFICIENT 6
#define DIJIA_STEP_COEFFICIENT 7
#define DIJIA_STEP_FACTOR_CORRECTION 8
#define DIJIA_STEP_FACTOR_SUM 9
#define DIJIA_STEP_DEVELOPMENT_ADJUSTMENT 10
#define DIJIA_STEP_UNIT_PRICE 11
#define DIJIA_STEP_WAN_YUAN_PER_MU 12
#define DIJIA_STEP_FLOOR_PRICE 13
#define DIJIA_STEP_TOTAL_YUAN 14
#define DIJIA_STEP_TOTAL_WAN_YUAN 15
#define DIJIA_STEP_DEVIATION 16
#define DIJIA_UNIT_ONE 0
#define DIJIA_UNIT_YUAN_PER_SQUARE_METRE 1
#define DIJIA_UNIT_YUAN_PER_FLOOR_AREA 2
#define DIJIA_UNIT_WAN_YUAN_PER_MU 3
#define DIJIA_UNIT_YUAN 4
#define DIJIA_UNIT_WAN_YUAN 5
#define DIJIA_UNIT_YEARS 6
#define DIJIA_UNIT_MONTHS 7
#define DIJIA_UNIT_PERCENT 8
#define DIJIA_SOURCE_PUBLISHED 1
#define DIJIA_SOURCE_CALLER 2
#define DIJIA_SOURCE_DERIVED 3
#ifdef __cplusplus
extern "C" {
#endif // __cplusplus
uint32_t dijia_abi_version(void);
uint32_t dijia_version(void);
dijia_text dijia_version_text(void);
dijia_status dijia_error_message(const dijia_error *error,
                                 dijia_language language,
                                 char *buffer,
                                 size_t capacity,
                                 size_t *length);
dijia_text dijia_rule_text(uint32_t rule,
                           dijia_language language);
dijia_status dijia_decimal_parse(const char *text,
                                 size_t length,
                                 dijia_decimal *out,
                                 dijia_error *error);
dijia_status dijia_rate_parse(const char *text, size_t length, dijia_decimal *out, dijia_error *error);
dijia_status dijia_decimal_text(dijia_decimal value, char *buffer, size_t capacity, size_t *length, dijia_error *error);
dijia_status dijia_decimal_compare(dijia_decimal first, dijia_decimal second, int32_t *out, dijia_error *error);
dijia_status dijia_decimal_round(dijia_decimal value,
                                 uint32_t places,
                                 dijia_rounding_mode mode,
                                 dijia_decimal *out,
                                 dijia_error *error);
dijia_decimal dijia_decimal_from_int64(int64_t value);
dijia_status dijia_decimal_to_int64(dijia_decimal value, int64_t *out, dijia_error *error);
dijia_status dijia_decimal_from_double(double value,
                                       uint32_t places,
                                       dijia_decimal *out,
                                       dijia_error *error);
dijia_status dijia_decimal_to_double(dijia_decimal value, double *out, dijia_error *error);
dijia_status dijia_date_parse(const char *text,
                              size_t length,
                              dijia_date *out,
                              dijia_error *error);
dijia_status dijia_date_text(dijia_date date, char *buffer, size_t capacity, size_t *length, dijia_error *error);
dijia_status dijia_service_parse(const char *text, size_t length, dijia_service *out, dijia_error *error);
dijia_status dijia_service_name(dijia_service value, dijia_language language, dijia_text *out, dijia_error *error);
dijia_status dijia_development_level_parse(const char *text,
                                           size_t length,
                                           dijia_development_level *out,
                                           dijia_error *error);
dijia_status dijia_development_level_text(dijia_development_level value,
                                          char *buffer,
                                          size_t capacity,
                                          size_t *length,
                                          dijia_error *error);
dijia_text dijia_development_level_name(dijia_development_level value);
dijia_status dijia_land_use_parse(const char *text,
                                  size_t length,
                                  dijia_land_use *out,
                                  dijia_error *error);
dijia_status dijia_land_use_name(dijia_land_use value, dijia_language language, dijia_text *out, dijia_error *error);
dijia_status dijia_area_parse(const char *text, size_t length, dijia_area *out, dijia_error *error);
dijia_status dijia_area_name(dijia_area value, dijia_language language, dijia_text *out, dijia_error *error);
dijia_status dijia_grade_parse(const char *text,
                               size_t length,
                               dijia_grade *out,
                               dijia_error *error);
dijia_status dijia_grade_name(dijia_grade value, dijia_text *out, dijia_error *error);
dijia_status dijia_zone_code_parse(const char *text, size_t length, dijia_zone_code *out, dijia_error *error);
dijia_status dijia_zone_code_text(dijia_zone_code value,
                                  char *buffer,
                                  size_t capacity,
                                  size_t *length,
                                  dijia_error *error);
dijia_status dijia_quantity_name(dijia_quantity value, dijia_language language, dijia_text *out, dijia_error *error);
dijia_status dijia_validity_name(dijia_validity value, dijia_language language, dijia_text *out, dijia_error *error);
dijia_text dijia_status_message(dijia_status status,
                                dijia_language language);
size_t dijia_edition_count(void);
const dijia_edition *dijia_edition_at(size_t index);
const dijia_edition *dijia_edition_jinan_2020(void);
const dijia_edition *dijia_edition_named(const char *name, size_t length);
dijia_status dijia_edition_describe(const dijia_edition *edition, dijia_edition_facts *out, dijia_error *error);
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
dijia_status dijia_plot_ratio_coefficient(const dijia_edition *edition,
                                          dijia_area area,
                                          dijia_land_use land_use,
                                          dijia_grade grade,
                                          dijia_decimal plot_ratio,
                                          dijia_rounding rounding,
                                          dijia_decimal *out,
                                          dijia_error *error);
dijia_status dijia_difference(const dijia_edition *before,
                              const dijia_edition *after,
                              dijia_difference_row *out,
                              size_t capacity,
                              size_t *count,
                              dijia_error *error);
dijia_status dijia_land_use_at(const dijia_edition *edition, size_t index, dijia_land_use_row *out, dijia_error *error);
dijia_status dijia_area_at(const dijia_edition *edition, size_t index, dijia_area_row *out, dijia_error *error);
dijia_status dijia_grade_at(const dijia_edition *edition, size_t index, dijia_grade_row *out, dijia_error *error);
dijia_status dijia_place_at(const dijia_edition *edition, size_t index, dijia_place_row *out, dijia_error *error);
dijia_status dijia_statement_at(const dijia_edition *edition,
                                size_t index,
                                dijia_statement_row *out,
                                dijia_error *error);
dijia_status dijia_annex_at(const dijia_edition *edition, size_t index, dijia_annex_row *out, dijia_error *error);
dijia_status dijia_basis_at(const dijia_edition *edition, size_t index, dijia_basis_row *out, dijia_error *error);
dijia_status dijia_grade_price_at(const dijia_edition *edition,
                                  size_t index,
                                  dijia_grade_price_row *out,
                                  dijia_error *error);
dijia_status dijia_zone_price_at(const dijia_edition *edition,
                                 size_t index,
                                 dijia_zone_price_row *out,
                                 dijia_error *error);
dijia_status dijia_edition_land_use(const dijia_edition *edition,
                                    const char *text,
                                    size_t length,
                                    dijia_land_use *out,
                                    dijia_error *error);
dijia_status dijia_edition_land_use_by_code(const dijia_edition *edition,
                                            const char *scheme,
                                            size_t scheme_length,
                                            const char *code,
                                            size_t code_length,
                                            dijia_land_use *out,
                                            dijia_error *error);
dijia_status dijia_edition_area(const dijia_edition *edition,
                                const char *text,
                                size_t length,
                                dijia_area *out,
                                dijia_error *error);
dijia_status dijia_edition_grade(const dijia_edition *edition,
                                 const char *text,
                                 size_t length,
                                 dijia_grade *out,
                                 dijia_error *error);
dijia_status dijia_edition_zone_code(const dijia_edition *edition,
                                     const char *text,
                                     size_t length,
                                     dijia_zone_code *out,
                                     dijia_error *error);
dijia_status dijia_edition_land_use_name(const dijia_edition *edition,
                                         dijia_land_use value,
                                         dijia_language language,
                                         dijia_text *out,
                                         dijia_error *error);
dijia_status dijia_edition_area_name(const dijia_edition *edition,
                                     dijia_area value,
                                     dijia_language language,
                                     dijia_text *out,
                                     dijia_error *error);
dijia_status dijia_edition_grade_name(const dijia_edition *edition,
                                      dijia_grade value,
                                      dijia_text *out,
                                      dijia_error *error);
dijia_status dijia_edition_zone_code_text(const dijia_edition *edition,
                                          dijia_zone_code value,
                                          char *buffer,
                                          size_t capacity,
                                          size_t *length,
                                          dijia_error *error);
size_t dijia_edition_storage_size(void);
dijia_status dijia_edition_open(const uint8_t *data,
                                size_t length,
                                void *storage,
                                size_t capacity,
                                const dijia_edition **out,
                                dijia_error *error);
dijia_status dijia_edition_close(const dijia_edition *edition,
                                 dijia_error *error);
dijia_status dijia_validity_on(const dijia_edition *edition, dijia_date date, dijia_validity *out, dijia_error *error);
dijia_status dijia_basis(const dijia_edition *edition,
                         dijia_area area,
                         dijia_land_use land_use,
                         dijia_basis_row *out,
                         dijia_error *error);
dijia_status dijia_grade_price(const dijia_edition *edition,
                               dijia_area area,
                               dijia_land_use land_use,
                               dijia_grade grade,
                               dijia_grade_price_row *out,
                               dijia_error *error);
dijia_status dijia_zone_price(const dijia_edition *edition,
                              dijia_area area,
                              dijia_land_use land_use,
                              dijia_zone_code code,
                              dijia_zone_price_row *out,
                              dijia_error *error);
dijia_status dijia_zone_price_spelled(const dijia_edition *edition,
                                      dijia_area area,
                                      dijia_land_use land_use,
                                      const char *code,
                                      size_t length,
                                      dijia_zone_price_row *out,
                                      dijia_error *error);
dijia_status dijia_edition_in_force(const dijia_edition *const *editions,
                                    size_t count,
                                    const char *city,
                                    size_t length,
                                    dijia_date date,
                                    const dijia_edition **out,
                                    dijia_error *error);
dijia_status dijia_edition_successor(const dijia_edition *const *editions,
                                     size_t count,
                                     const dijia_edition *edition,
                                     const dijia_edition **out,
                                     dijia_error *error);
dijia_status dijia_validity_in_set(const dijia_edition *const *editions,
                                   size_t count,
                                   const dijia_edition *edition,
                                   dijia_date date,
                                   dijia_validity *out,
                                   dijia_error *error);
dijia_status dijia_last_day_in_set(const dijia_edition *const *editions,
                                   size_t count,
                                   const dijia_edition *edition,
                                   dijia_optional_date *out,
                                   dijia_error *error);
dijia_status dijia_factor_parse(dijia_text name,
                                const char *text,
                                size_t length,
                                dijia_factor *out,
                                dijia_error *error);
dijia_status dijia_ratio_parse(const char *text,
                               size_t length,
                               dijia_decimal *value,
                               dijia_optional_decimal *over,
                               dijia_error *error);
dijia_status dijia_appraise(const dijia_appraisal *input,
                            dijia_appraised *out,
                            dijia_error *error);
dijia_status dijia_worksheet(const dijia_appraisal *input,
                             dijia_language language,
                             dijia_layout layout,
                             char *buffer,
                             size_t capacity,
                             size_t *length,
                             dijia_error *error);
dijia_status dijia_warnings_text(const dijia_appraisal *input,
                                 dijia_language language,
                                 char *buffer,
                                 size_t capacity,
                                 size_t *length,
                                 dijia_error *error);
dijia_status dijia_step_count(const dijia_appraisal *input, size_t *out, dijia_error *error);
dijia_status dijia_step_at(const dijia_appraisal *input, size_t index, dijia_step *out, dijia_error *error);
dijia_status dijia_step_expression(const dijia_appraisal *input,
                                   size_t index,
                                   dijia_language language,
                                   char *buffer,
                                   size_t capacity,
                                   size_t *length,
                                   dijia_error *error);
dijia_status dijia_step_kind_name(dijia_step_kind value, dijia_language language, dijia_text *out, dijia_error *error);
dijia_status dijia_unit_name(dijia_unit value, dijia_language language, dijia_text *out, dijia_error *error);
dijia_status dijia_appraise_mixed(const dijia_mixed_use *input, dijia_mixed_appraised *out, dijia_error *error);
dijia_status dijia_mixed_worksheet(const dijia_mixed_use *input,
                                   dijia_language language,
                                   dijia_layout layout,
                                   char *buffer,
                                   size_t capacity,
                                   size_t *length,
                                   dijia_error *error);
dijia_status dijia_settle(const dijia_payment *input,
                          dijia_payment_due *out,
                          dijia_error *error);
dijia_status dijia_payment_worksheet(const dijia_payment *input,
                                     dijia_language language,
                                     dijia_layout layout,
                                     char *buffer,
                                     size_t capacity,
                                     size_t *length,
                                     dijia_error *error);
dijia_status dijia_zone_prices(const dijia_edition *edition,
                               dijia_area area,
                               dijia_land_use land_use,
                               const dijia_text *codes,
                               size_t count,
                               dijia_zone_price_row *out,
                               dijia_status *statuses,
                               dijia_error *error);
dijia_status dijia_appraise_batch(const dijia_appraisal *inputs,
                                  size_t count,
                                  dijia_appraised *out,
                                  dijia_status *statuses,
                                  dijia_error *error);
dijia_status dijia_wan_yuan_per_mu(dijia_decimal yuan_per_square_metre,
                                   uint32_t places,
                                   dijia_rounding_mode mode,
                                   dijia_decimal *out,
                                   dijia_error *error);
dijia_status dijia_yuan_per_square_metre(dijia_decimal wan_yuan_per_mu, dijia_decimal *out, dijia_error *error);
dijia_status dijia_floor_price(dijia_decimal land_price,
                               dijia_decimal plot_ratio,
                               uint32_t places,
                               dijia_rounding_mode mode,
                               dijia_decimal *out,
                               dijia_error *error);
dijia_status dijia_land_price(dijia_decimal floor_price,
                              dijia_decimal plot_ratio,
                              dijia_decimal *out,
                              dijia_error *error);
dijia_status dijia_mu(dijia_decimal square_metres, dijia_decimal *out, dijia_error *error);
dijia_status dijia_square_metres(dijia_decimal mu,
                                 uint32_t places,
                                 dijia_rounding_mode mode,
                                 dijia_decimal *out,
                                 dijia_error *error);
dijia_status dijia_total_yuan(dijia_decimal unit_price,
                              dijia_decimal square_metres,
                              uint32_t places,
                              dijia_rounding_mode mode,
                              dijia_decimal *out,
                              dijia_error *error);
dijia_status dijia_total_wan_yuan(dijia_decimal unit_price,
                                  dijia_decimal square_metres,
                                  uint32_t places,
                                  dijia_rounding_mode mode,
                                  dijia_decimal *out,
                                  dijia_error *error);
#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus
#ifdef __cplusplus
#define DIJIA_TEXT(literal) (dijia_text{("" literal), sizeof(literal) - 1})
#else
#define DIJIA_TEXT(literal) ((dijia_text){("" literal), sizeof(literal) - 1})
#endif
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
static inline dijia_optional_decimal dijia_some(dijia_decimal value) {
  dijia_optional_decimal some = {value, 1, {0}};
  return some;
}
static inline dijia_optional_date dijia_some_date(dijia_date value) {
  dijia_optional_date some = {value, 1, {0}};
  return some;
}
DIJIA_STATIC_ASSERT(sizeof(dijia_decimal) == 16, "the size of an OLE DECIMAL");
DIJIA_STATIC_ASSERT(offsetof(dijia_decimal, scale) == 2, "the layout of an OLE DECIMAL");
DIJIA_STATIC_ASSERT(offsetof(dijia_decimal, sign) == 3, "the layout of an OLE DECIMAL");
DIJIA_STATIC_ASSERT(offsetof(dijia_decimal, hi32) == 4, "the layout of an OLE DECIMAL");
DIJIA_STATIC_ASSERT(offsetof(dijia_decimal, lo64) == 8, "the layout of an OLE DECIMAL");
#endif
