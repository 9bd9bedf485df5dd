// A part of dijia.hpp: published prices, what they assume and where they are printed.

#ifndef DIJIA_PRICE_HPP
#define DIJIA_PRICE_HPP

#include <cstdint>
#include <optional>
#include <string_view>

#include "decimal.hpp"
#include "words.hpp"

namespace dijia {

enum class priced_area : dijia_priced_area { land = DIJIA_PER_LAND, floor = DIJIA_PER_FLOOR };

// Where in which document a figure is printed.
class citation {
 public:
  explicit citation(const dijia_citation& raw) noexcept : raw_(raw) {}
  std::string_view document() const noexcept { return view(raw_.document); }
  // The number of the annex; 0 for the explanatory notes.
  std::uint32_t annex() const noexcept { return raw_.annex; }
  // What the part of the document is called where it is no annex.
  std::string_view part() const noexcept { return view(raw_.part); }
  // The row, from 1; 0 where there is none.
  std::uint32_t row() const noexcept { return raw_.row; }

 private:
  dijia_citation raw_;
};

namespace detail {

// What a row is for; none where it is for all.
inline std::optional<dijia::land_use> land_use_if_any(const dijia_edition* edition, dijia_land_use use) {
  if (use == DIJIA_NO_LAND_USE) return std::nullopt;
  return dijia::land_use(edition, use);
}

inline std::optional<dijia::grade> grade_if_any(const dijia_edition* edition, dijia_grade of) {
  if (of == 0) return std::nullopt;
  return dijia::grade(edition, of);
}

}  // namespace detail

// What a benchmark price assumes (基准地价内涵): so much of it as the document states.
class basis {
 public:
  basis(const dijia_edition* edition, const dijia_basis_row& raw) noexcept : edition_(edition), raw_(raw) {}
  dijia::area area() const noexcept { return dijia::area(edition_, raw_.area); }
  // The land use and the grade that it holds for; none where it holds for all.
  std::optional<dijia::land_use> land_use() const { return detail::land_use_if_any(edition_, raw_.land_use); }
  std::optional<dijia::grade> grade() const { return detail::grade_if_any(edition_, raw_.grade); }
  // The right that is priced (土地权利状况), in the words of the document; empty where it states none, and so on.
  std::string_view right() const noexcept { return view(raw_.right); }
  std::optional<date> base_date() const { return detail::optional(raw_.base_date); }
  std::optional<dijia::development_level> development_level() const {
    if (raw_.has_development_level == 0) return std::nullopt;
    return dijia::development_level(raw_.development_level);
  }
  // What the document calls that level, such as 六通一平.
  std::string_view development_name() const noexcept { return view(raw_.development_name); }
  std::optional<decimal> statutory_term() const { return detail::optional(raw_.statutory_term); }
  // Whether the term has no end (无限年期).
  bool is_perpetual() const noexcept { return raw_.is_perpetual != 0; }
  std::optional<decimal> plot_ratio() const { return detail::optional(raw_.plot_ratio); }
  std::optional<decimal> capitalization_rate() const { return detail::optional(raw_.capitalization_rate); }
  dijia::citation citation() const noexcept { return dijia::citation(raw_.citation); }

 private:
  const dijia_edition* edition_;
  dijia_basis_row raw_;
};

class edition;

namespace detail {

// What is to be priced from a published price alone.
inline dijia_appraisal appraisal_from(const dijia_edition* edition, const dijia_grade_price_row& price) noexcept {
  dijia_appraisal from = DIJIA_APPRAISAL_INIT;
  from.base = DIJIA_BASE_GRADE;
  from.edition = edition;
  from.area_of_price = price.area;
  from.land_use = price.land_use;
  from.code.grade = price.grade;
  return from;
}

inline dijia_appraisal appraisal_from(const dijia_edition* edition, const dijia_zone_price_row& price) noexcept {
  dijia_appraisal from = DIJIA_APPRAISAL_INIT;
  from.base = DIJIA_BASE_ZONE;
  from.edition = edition;
  from.area_of_price = price.area;
  from.land_use = price.land_use;
  from.code = price.code;
  return from;
}

// What the prices of grades and of zones have in common.
template <typename Raw>
class published {
 public:
  published(const dijia_edition* edition, const Raw& raw) noexcept : edition_(edition), raw_(raw) {}
  dijia::area area() const noexcept { return dijia::area(edition_, raw_.area); }
  dijia::land_use land_use() const noexcept { return dijia::land_use(edition_, raw_.land_use); }
  // The figure printed, 元 for a square metre of what priced_area() says.
  decimal printed() const noexcept { return decimal(raw_.printed); }
  dijia::priced_area priced_area() const noexcept { return static_cast<dijia::priced_area>(raw_.priced_area); }
  // Whether it is printed as a lower bound (≥).
  bool is_lower_bound() const noexcept { return raw_.is_lower_bound != 0; }
  // 元/㎡ of land: the figure printed, or a floor price × the plot ratio of the basis; throws dijia::error where the
  // document states none.
  decimal per_square_metre() const {
    if (raw_.per_square_metre.present == 0) {
      // Why there is none the library says, of a price that starts from it.
      const dijia_appraisal from = appraisal_from(edition_, raw_);
      dijia_appraised priced = DIJIA_APPRAISED_INIT;
      failure failed;
      dijia_appraise(&from, &priced, failed.out());
      throw error(failed);
    }
    return decimal(raw_.per_square_metre.value);
  }
  std::optional<decimal> wan_yuan_per_mu() const { return optional(raw_.wan_yuan_per_mu); }
  std::optional<decimal> per_floor_area() const { return optional(raw_.per_floor_area); }
  dijia::basis basis() const noexcept { return dijia::basis(edition_, raw_.basis); }
  dijia::citation citation() const noexcept { return dijia::citation(raw_.citation); }
  const dijia_edition* edition() const noexcept { return edition_; }
  const Raw& raw() const noexcept { return raw_; }

 private:
  const dijia_edition* edition_;
  Raw raw_;
};

}  // namespace detail

// The published price of a grade (级别基准地价).
class grade_price : public detail::published<dijia_grade_price_row> {
 public:
  using published::published;
  dijia::grade grade() const noexcept { return dijia::grade(edition(), raw().grade); }
  std::uint32_t zone_count() const noexcept { return raw().zone_count; }
};

// The published price of a zone (区片基准地价).
class zone_price : public detail::published<dijia_zone_price_row> {
 public:
  using published::published;
  zone_code code() const noexcept { return zone_code(edition(), raw().code); }
  // The grade that the zone is of; none where the document divides no grades into zones.
  std::optional<dijia::grade> grade() const {
    if (raw().grade == 0) return std::nullopt;
    return dijia::grade(edition(), raw().grade);
  }
};

}  // namespace dijia

#endif
