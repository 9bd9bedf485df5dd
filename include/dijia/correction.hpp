// A part of dijia.hpp: a row of a table of corrections that a document prints.

#ifndef DIJIA_CORRECTION_HPP
#define DIJIA_CORRECTION_HPP

#include <optional>
#include <string_view>

#include "price.hpp"
#include "rounding.hpp"

namespace dijia {

enum class correction_kind : dijia_correction_kind {
  plot_ratio = DIJIA_CORRECTION_PLOT_RATIO,
  factor = DIJIA_CORRECTION_FACTOR,
  coefficient = DIJIA_CORRECTION_COEFFICIENT,
  term = DIJIA_CORRECTION_TERM,
  date_index = DIJIA_CORRECTION_DATE_INDEX,
  monthly_growth = DIJIA_CORRECTION_MONTHLY_GROWTH,
  unit_cost = DIJIA_CORRECTION_UNIT_COST
};

// A row of a table of corrections; of a factor or a coefficient, one level.
class correction {
 public:
  correction(const dijia_edition* edition, const dijia_correction_row& raw) noexcept : edition_(edition), raw_(raw) {}
  correction_kind kind() const noexcept { return static_cast<correction_kind>(raw_.kind); }
  // The land use and the grade that it holds for; none where it holds for all.
  std::optional<dijia::land_use> land_use() const { return detail::land_use_if_any(edition_, raw_.land_use); }
  std::optional<dijia::grade> grade() const { return detail::grade_if_any(edition_, raw_.grade); }
  // The factor or the coefficient, its level, and the condition for that in the words of the document.
  std::string_view name() const noexcept { return view(raw_.name); }
  std::string_view level() const noexcept { return view(raw_.level); }
  std::string_view condition() const noexcept { return view(raw_.condition); }
  // Whether the area of a parcel says its level.
  bool is_by_area() const noexcept { return raw_.by_area != 0; }
  // The coefficient; of a factor the correction, a fraction: 0.3873 % is 0.003873.
  decimal value() const noexcept { return decimal(raw_.value); }
  dijia::citation citation() const noexcept { return dijia::citation(raw_.citation); }

 private:
  const dijia_edition* edition_;
  dijia_correction_row raw_;
};

}  // namespace dijia

#endif
