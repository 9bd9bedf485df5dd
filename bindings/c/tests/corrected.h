/* The vectors of corrections as documents publish them: tables asked directly, and whole appraisals. */
#ifndef DIJIA_TESTS_CORRECTED_H
#define DIJIA_TESTS_CORRECTED_H

#include "loaded.h"
#include "priced.h"

static void correction_level(struct row *row) {
  dijia_error error = DIJIA_ERROR_INIT;
  struct asked asked;
  const char *of = cell(row, "of"), *level = cell(row, "level");
  dijia_correction_row found = DIJIA_CORRECTION_ROW_INIT;
  TRY(ask(row, "area", &asked, &error));
  TRY(dijia_correction_level(asked.edition, asked.area, asked.land_use, asked.grade, of, strlen(of), level,
                             strlen(level), &found, &error));
  CHECK(found.kind == DIJIA_CORRECTION_FACTOR || found.kind == DIJIA_CORRECTION_COEFFICIENT);
  find(row, "kind", found.kind == DIJIA_CORRECTION_FACTOR ? "factor" : "coefficient");
  find_text(row, "name", found.name);
  find_text(row, "found_level", found.level);
  find_text(row, "condition", found.condition);
  find_decimal(row, "value", found.value);
  find(row, "by_area", found.by_area ? "yes" : "no");
  find_part(row, &found.citation);
}

static void correction_plot_ratio(struct row *row) {
  dijia_error error = DIJIA_ERROR_INIT;
  struct asked asked;
  dijia_decimal coefficient;
  TRY(ask(row, "area", &asked, &error));
  TRY(dijia_plot_ratio_coefficient(asked.edition, asked.area, asked.land_use, asked.grade,
                                   decimal(cell(row, "plot_ratio")), rounding_of(row), &coefficient, &error));
  find_decimal(row, "coefficient", coefficient);
}

/* The steps that say where they are printed: symbol or name, annex, part and row, and whether they are printed there.
 */
static void find_sources(struct row *row, const dijia_appraisal *appraisal) {
  dijia_error error = DIJIA_ERROR_INIT;
  char sources[4096] = "";
  size_t count = 0, length = 0;
  if (!expects(row, "sources")) {
    return;
  }
  CHECK_OK(dijia_step_count(appraisal, &count, &error), &error);
  for (size_t i = 0; i < count; i++) {
    dijia_step step = DIJIA_STEP_INIT;
    CHECK_OK(dijia_step_at(appraisal, i, &step, &error), &error);
    const dijia_citation *cited = &step.citation;
    if (cited->document.length == 0) {
      CHECK(step.source != DIJIA_SOURCE_PUBLISHED);
      continue;
    }
    CHECK(step.source == DIJIA_SOURCE_PUBLISHED || step.source == DIJIA_SOURCE_DERIVED);
    const dijia_text name =
        step.kind == DIJIA_STEP_COEFFICIENT || step.kind == DIJIA_STEP_FACTOR_CORRECTION ? step.name : step.symbol;
    const int written = snprintf(sources + length, sizeof sources - length, "%s%.*s|%u|%.*s|%u|%s",
                                 length == 0 ? "" : ";", (int)name.length, name.data, (unsigned)cited->annex,
                                 (int)cited->part.length, cited->part.length == 0 ? "" : cited->part.data,
                                 (unsigned)cited->row, step.source == DIJIA_SOURCE_PUBLISHED ? "published" : "derived");
    CHECK(written > 0 && (size_t)written < sizeof sources - length);
    length += (size_t)written;
  }
  find(row, "sources", sources);
}

static void corrected(struct row *row) {
  dijia_error error = DIJIA_ERROR_INIT;
  dijia_appraisal appraisal = DIJIA_APPRAISAL_INIT;
  struct asked asked;
  struct list levels_given, coefficients, corrections, costs;
  dijia_level levels[MAX_ELEMENTS];
  dijia_coefficient named[MAX_ELEMENTS];
  dijia_factor factors[MAX_ELEMENTS];
  dijia_unit_cost unit_costs[MAX_ELEMENTS];
  const char *zone = cell(row, "zone");
  TRY(ask(row, "district", &asked, &error));
  appraisal.edition = asked.edition;
  appraisal.area_of_price = asked.area;
  appraisal.land_use = asked.land_use;
  appraisal.base = *zone == '\0' ? DIJIA_BASE_GRADE : DIJIA_BASE_ZONE;
  appraisal.code.grade = asked.grade;
  if (*zone != '\0') {
    TRY(dijia_edition_zone_code(asked.edition, zone, strlen(zone), &appraisal.code, &error));
  }
  CHECK(is_cell(row, "corrections", "") || is_cell(row, "corrections", "published"));
  appraisal.corrections_as_published = is_cell(row, "corrections", "published") ? 1 : 0;
  list_of(&levels_given, cell(row, "levels"));
  for (size_t i = 0; i < levels_given.count; i++) {
    levels[i].level = text_of(value_of(levels_given.parts[i]));
    levels[i].of = text_of(levels_given.parts[i]);
  }
  appraisal.levels = levels;
  appraisal.level_count = levels_given.count;
  appraisal.capitalization_rate = optional(cell(row, "rate"));
  appraisal.statutory_term = term(cell(row, "statutory_term"), &appraisal.perpetual_basis);
  appraisal.remaining_term = term(cell(row, "remaining_term"), &appraisal.perpetual_term);
  appraisal.longer_term = is_cell(row, "longer_term", "") ? 0 : 1;
  appraisal.base_date = optional_date(cell(row, "base_date"));
  appraisal.valuation_date = optional_date(cell(row, "valuation_date"));
  appraisal.expiry_date = optional_date(cell(row, "expiry_date"));
  appraisal.plot_ratio = optional(cell(row, "plot_ratio"));
  appraisal.plot_ratio_coefficient = optional(cell(row, "plot_ratio_coefficient"));
  appraisal.date_coefficient = optional(cell(row, "date_coefficient"));
  appraisal.monthly_growth = optional(cell(row, "monthly_growth"));
  appraisal.area = optional(cell(row, "area"));
  appraisal.coefficient_count = coefficients_of(&coefficients, cell(row, "coefficients"), named);
  appraisal.coefficients = named;
  appraisal.factor_correction_count = factors_of(&corrections, cell(row, "factor_corrections"), factors);
  appraisal.factor_corrections = factors;
  appraisal.development_adjustment = optional(cell(row, "development_adjustment"));
  if (!is_cell(row, "basis_development", "")) {
    appraisal.has_basis_development = 1;
    appraisal.basis_development = level(cell(row, "basis_development"));
  }
  if (!is_cell(row, "site_development", "")) {
    appraisal.has_site_development = 1;
    appraisal.site_development = level(cell(row, "site_development"));
  }
  appraisal.unit_cost_count = costs_of(&costs, cell(row, "unit_costs"), unit_costs);
  appraisal.unit_costs = unit_costs;
  appraisal.rounding = rounding_of(row);
  find_appraised(row, &appraisal);
  if (!row->refused) {
    find_sources(row, &appraisal);
  }
}

#endif
