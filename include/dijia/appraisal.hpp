// A part of dijia.hpp: a parcel, and what it costs.

#ifndef DIJIA_APPRAISAL_HPP
#define DIJIA_APPRAISAL_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "edition_set.hpp"
#include "rounding.hpp"

namespace dijia {

// The period before which is 100 in a chain index (环比).
enum class index_period : dijia_index_period {
  month = DIJIA_CHAIN_OF_MONTHS,
  quarter = DIJIA_CHAIN_OF_QUARTERS,
  half_year = DIJIA_CHAIN_OF_HALF_YEARS,
  year = DIJIA_CHAIN_OF_YEARS
};

enum class between_points : dijia_between_points {
  last_before = DIJIA_LAST_BEFORE,
  linear_by_days = DIJIA_LINEAR_BY_DAYS
};

enum class source : dijia_source {
  published = DIJIA_SOURCE_PUBLISHED,
  caller = DIJIA_SOURCE_CALLER,
  derived = DIJIA_SOURCE_DERIVED
};

// A figure of an appraisal and where it comes from.
class step {
 public:
  step(const dijia_step& raw, std::string name, std::string expression)
      : raw_(raw), name_(std::move(name)), expression_(std::move(expression)) {}
  dijia_step_kind kind() const noexcept { return raw_.kind; }
  std::string_view symbol() const noexcept { return view(raw_.symbol); }
  const std::string& name() const noexcept { return name_; }
  decimal value() const noexcept { return decimal(raw_.value); }
  std::optional<decimal> before_rounding() const { return detail::optional(raw_.before_rounding); }
  bool is_unrounded() const noexcept { return raw_.is_unrounded != 0; }
  dijia::source source() const noexcept { return static_cast<dijia::source>(raw_.source); }
  dijia::citation citation() const noexcept { return dijia::citation(raw_.citation); }
  // The computation with its numbers filled in; empty for a figure that was given.
  const std::string& expression() const noexcept { return expression_; }
  std::string_view label(language in = language::english) const {
    return view(detail::get(dijia_text(), [&](dijia_text* out, dijia_error* failed) {
                  return dijia_step_kind_name(raw_.kind, static_cast<dijia_language>(in), out, failed);
                }).value());
  }
  std::string_view unit(language in = language::english) const {
    return view(detail::get(dijia_text(), [&](dijia_text* out, dijia_error* failed) {
                  return dijia_unit_name(raw_.unit, static_cast<dijia_language>(in), out, failed);
                }).value());
  }

 private:
  dijia_step raw_;
  std::string name_;
  std::string expression_;
};

class appraised;

// Where a price of one's own is from, and what it is the price of, so far as it is said; the worksheet prints it.
struct origin {
  std::string document;
  // The number of the annex, "5", or what the document calls it.
  std::string annex;
  // The row in it, from 1; 0 where it is not said.
  std::uint32_t row = 0;
  // What it is the price of, by name.
  std::string area;
  std::string land_use;
  std::string grade;
  std::string zone;
};

// A term without end (无限年期): remaining_term(perpetual).
struct perpetual_term {};
inline constexpr perpetual_term perpetual{};

// A parcel to be priced. What is not given takes no part.
class appraisal {
 public:
  explicit appraisal(const zone_price& price) : raw_(detail::appraisal_from(price.edition(), price.raw())) {}
  explicit appraisal(const grade_price& price) : raw_(detail::appraisal_from(price.edition(), price.raw())) {}
  // A price of one's own, 元/㎡.
  explicit appraisal(const decimal& own_price) : raw_(DIJIA_APPRAISAL_INIT) {
    raw_.base = DIJIA_BASE_OWN;
    raw_.own_price = own_price.raw();
  }

  // Where a price of one's own is from; for a published price, which says so itself, it is an error.
  appraisal& origin(dijia::origin of) {
    origin_ = std::move(of);
    return *this;
  }
  // The published basis that a price of one's own has; for a published price, which has its own, it is an error.
  appraisal& basis(const edition& of, const detail::argument<dijia::area>& in,
                   const detail::argument<dijia::land_use>& use) {
    raw_.has_basis = 1;
    if (raw_.base == DIJIA_BASE_OWN) {
      raw_.edition = of.raw();
      raw_.area_of_price = in.read(of.raw()).value().raw();
      raw_.land_use = use.read(of.raw()).value().raw();
    }
    return *this;
  }
  appraisal& capitalization_rate(const decimal& rate) { return set(raw_.capitalization_rate, rate); }
  appraisal& statutory_term(const decimal& years) {
    raw_.perpetual_basis = 0;
    return set(raw_.statutory_term, years);
  }
  appraisal& statutory_term(perpetual_term) {
    raw_.statutory_term.present = 0;
    raw_.perpetual_basis = 1;
    return *this;
  }
  appraisal& base_date(const date& day) { return set(raw_.base_date, day); }
  appraisal& basis_development(development_level level) {
    raw_.has_basis_development = 1;
    raw_.basis_development = level.bits();
    return *this;
  }
  appraisal& term_coefficient(const ratio& ky) { return set(raw_.term_coefficient, raw_.term_coefficient_over, ky); }
  appraisal& remaining_term(const decimal& years) {
    raw_.perpetual_term = 0;
    return set(raw_.remaining_term, years);
  }
  appraisal& remaining_term(perpetual_term) {
    raw_.remaining_term.present = 0;
    raw_.perpetual_term = 1;
    return *this;
  }
  // Lets the remaining term be longer than the statutory one, up to 100 years.
  appraisal& longer_term() {
    raw_.longer_term = 1;
    return *this;
  }
  appraisal& valuation_date(const date& day) { return set(raw_.valuation_date, day); }
  appraisal& expiry_date(const date& day) { return set(raw_.expiry_date, day); }
  appraisal& plot_ratio(const decimal& ratio) { return set(raw_.plot_ratio, ratio); }
  appraisal& plot_ratio_coefficient(const ratio& kv) {
    return set(raw_.plot_ratio_coefficient, raw_.plot_ratio_coefficient_over, kv);
  }
  // A row of the table that gives Kv; rows ascend.
  appraisal& plot_ratio_row(const decimal& ratio, const decimal& coefficient) {
    table_.push_back(dijia_plot_ratio_row{ratio.raw(), coefficient.raw()});
    return *this;
  }
  appraisal& table_open(bool below, bool above) {
    raw_.table_open = (below ? DIJIA_OPEN_BELOW : 0U) | (above ? DIJIA_OPEN_ABOVE : 0U);
    return *this;
  }
  appraisal& date_coefficient(const ratio& kt) { return set(raw_.date_coefficient, raw_.date_coefficient_over, kt); }
  // A point of the series that gives Kt; dates ascend. The series has a fixed base (定基) unless it is a chain.
  appraisal& date_index_point(const date& day, const decimal& index) {
    points_.push_back(dijia_date_index_point{day.raw(), 0, index.raw()});
    return *this;
  }
  appraisal& between(between_points how) {
    raw_.between_points = static_cast<dijia_between_points>(how);
    return *this;
  }
  // The series is a chain (环比): each index is that of a period, the period before being 100, and none is left out.
  appraisal& chain(index_period period) {
    raw_.index_period = static_cast<std::uint8_t>(period);
    return *this;
  }
  appraisal& monthly_growth(const decimal& rate) { return set(raw_.monthly_growth, rate); }
  appraisal& coefficient(std::string name, const ratio& kj) {
    coefficients_.emplace_back(std::move(name), kj);
    return *this;
  }
  // A factor correction in a number whose unit is not said, a fraction: 0.02402.
  appraisal& factor(std::string name, const decimal& ki) {
    factors_.emplace_back(std::move(name), dijia_factor{{}, ki.raw(), 0, {}});
    return *this;
  }
  // One as it is written, with or without a per cent sign: "2.402%"; throws dijia::error.
  appraisal& factor(std::string name, std::string_view ki) {
    const dijia_factor factor = detail::get(dijia_factor(), [&](dijia_factor* out, dijia_error* failed) {
                                  return dijia_factor_parse(dijia_text(), ki.data(), ki.size(), out, failed);
                                }).value();
    factors_.emplace_back(std::move(name), factor);
    return *this;
  }
  appraisal& factor(std::string name, const char* ki) { return factor(std::move(name), std::string_view(ki)); }
  appraisal& factor(std::string name, const std::string& ki) { return factor(std::move(name), std::string_view(ki)); }
  // What is not given is taken from the tables of corrections that the document prints.
  appraisal& corrections_as_published() {
    raw_.corrections_as_published = 1;
    return *this;
  }
  // The level that a factor or a coefficient of the document has at the parcel: ("距汽车站距离", "较劣"); where the
  // document states intervals, also a number: ("距汽车站距离", "420").
  appraisal& level(std::string of, std::string level) {
    levels_.emplace_back(std::move(of), std::move(level));
    return *this;
  }
  appraisal& development_adjustment(const decimal& kf) { return set(raw_.development_adjustment, kf); }
  appraisal& site_development(development_level level) {
    raw_.has_site_development = 1;
    raw_.site_development = level.bits();
    return *this;
  }
  appraisal& unit_cost(detail::whole<dijia_service> service, const decimal& cost) {
    costs_.push_back(dijia_unit_cost{service.get(DIJIA_INVALID_SERVICE, "service"), 0, cost.raw()});
    return *this;
  }
  appraisal& area(const decimal& square_metres) { return set(raw_.area, square_metres); }
  // The editions that are known, which change no figure: the warning that the edition priced from is not in force names
  // the one that follows it. They must last as long as the appraisal.
  appraisal& editions(const edition_set& known) {
    editions_ = known.raw();
    return *this;
  }
  appraisal& rounding(const dijia::rounding& policy) {
    raw_.rounding = policy.raw();
    return *this;
  }

  appraised appraise() const;
  result<appraised> try_appraise() const;

  // The struct of the C interface, for as long as the call lasts.
  template <typename Call>
  auto with_raw(Call call) const {
    std::vector<dijia_coefficient> coefficients;
    std::vector<dijia_factor> factors;
    coefficients.reserve(coefficients_.size());
    factors.reserve(factors_.size());
    std::vector<dijia_level> levels;
    levels.reserve(levels_.size());
    std::vector<dijia_origin> origins;
    origins.reserve(1);
    const dijia_appraisal raw = this->raw(coefficients, factors, levels, origins);
    return call(&raw);
  }

  // How many coefficients, factors and levels it has.
  std::size_t coefficient_count() const noexcept { return coefficients_.size(); }
  std::size_t factor_count() const noexcept { return factors_.size(); }
  std::size_t level_count() const noexcept { return levels_.size(); }
  // The struct of the C interface, with its coefficients, factors, levels and origin put behind those of others. There
  // must be room for them: it points to where they are.
  dijia_appraisal raw(std::vector<dijia_coefficient>& coefficients, std::vector<dijia_factor>& factors,
                      std::vector<dijia_level>& levels, std::vector<dijia_origin>& origins) const {
    dijia_appraisal raw = raw_;
    if (origin_) {
      origins.push_back(raw_origin(*origin_));
      raw.origin = &origins.back();
    }
    raw.coefficients = add(coefficients, coefficients_);
    raw.coefficient_count = coefficients_.size();
    raw.factor_corrections = add(factors, factors_);
    raw.factor_correction_count = factors_.size();
    const std::size_t first = levels.size();
    for (const auto& pair : levels_) {
      levels.push_back(dijia_level{{pair.first.data(), pair.first.size()}, {pair.second.data(), pair.second.size()}});
    }
    raw.levels = levels.data() + first;
    raw.level_count = levels_.size();
    raw.plot_ratio_table = table_.data();
    raw.plot_ratio_row_count = table_.size();
    raw.date_index = points_.data();
    raw.date_index_point_count = points_.size();
    raw.editions = editions_.data();
    raw.edition_count = editions_.size();
    raw.unit_costs = costs_.data();
    raw.unit_cost_count = costs_.size();
    return raw;
  }

 private:
  appraisal& set(dijia_optional_decimal& field, const decimal& value) {
    field = dijia_some(value.raw());
    return *this;
  }
  appraisal& set(dijia_optional_decimal& field, dijia_optional_decimal& over, const ratio& value) {
    over = value.over();
    return set(field, value.numerator());
  }
  appraisal& set(dijia_optional_date& field, const date& value) {
    field = dijia_some_date(value.raw());
    return *this;
  }
  static dijia_origin raw_origin(const dijia::origin& of) {
    const auto text = [](const std::string& said) { return dijia_text{said.data(), said.size()}; };
    dijia_origin raw = DIJIA_ORIGIN_INIT;
    raw.document = text(of.document);
    raw.annex = text(of.annex);
    raw.area = text(of.area);
    raw.land_use = text(of.land_use);
    raw.grade = text(of.grade);
    raw.zone = text(of.zone);
    raw.row = of.row;
    return raw;
  }
  static const dijia_coefficient* add(std::vector<dijia_coefficient>& to,
                                      const std::vector<std::pair<std::string, ratio>>& from) {
    const std::size_t first = to.size();
    for (const auto& pair : from) {
      to.push_back(
          dijia_coefficient{{pair.first.data(), pair.first.size()}, pair.second.numerator().raw(), pair.second.over()});
    }
    return to.data() + first;
  }
  static const dijia_factor* add(std::vector<dijia_factor>& to,
                                 const std::vector<std::pair<std::string, dijia_factor>>& from) {
    const std::size_t first = to.size();
    for (const auto& pair : from) {
      to.push_back(pair.second);
      to.back().name = dijia_text{pair.first.data(), pair.first.size()};
    }
    return to.data() + first;
  }

  dijia_appraisal raw_;
  std::vector<std::pair<std::string, ratio>> coefficients_;
  std::vector<std::pair<std::string, dijia_factor>> factors_;
  std::vector<std::pair<std::string, std::string>> levels_;
  std::vector<dijia_plot_ratio_row> table_;
  std::vector<dijia_date_index_point> points_;
  std::vector<dijia_unit_cost> costs_;
  std::vector<const dijia_edition*> editions_;
  std::optional<dijia::origin> origin_;
};

// A priced parcel.
class appraised {
 public:
  appraised(dijia::appraisal from, const dijia_appraised& raw) : from_(std::move(from)), raw_(raw) {}

  decimal base_price() const noexcept { return decimal(raw_.base_price); }
  decimal unit_price() const noexcept { return decimal(raw_.unit_price); }
  decimal wan_yuan_per_mu() const noexcept { return decimal(raw_.wan_yuan_per_mu); }
  std::optional<decimal> floor_price() const { return detail::optional(raw_.floor_price); }
  std::optional<decimal> total_yuan() const { return detail::optional(raw_.total_yuan); }
  std::optional<decimal> total_wan_yuan() const { return detail::optional(raw_.total_wan_yuan); }
  // Ky, Kv and Kt; none where it takes no part, and where the policy leaves it unrounded: its step then has its first
  // digits.
  std::optional<decimal> term_coefficient() const { return detail::optional(raw_.term_coefficient); }
  std::optional<decimal> plot_ratio_coefficient() const { return detail::optional(raw_.plot_ratio_coefficient); }
  std::optional<decimal> date_coefficient() const { return detail::optional(raw_.date_coefficient); }
  // ΣKi; none where there are no factor corrections.
  std::optional<decimal> factor_sum() const { return detail::optional(raw_.factor_sum); }
  // Kf, 元/㎡; none where there is none.
  std::optional<decimal> development_adjustment() const { return detail::optional(raw_.development_adjustment); }
  // Per cent.
  decimal deviation() const noexcept { return decimal(raw_.deviation); }
  dijia::rounding rounding() const noexcept { return dijia::rounding(raw_.rounding); }
  // DIJIA_WARNING_… joined by |.
  std::uint32_t warnings() const noexcept { return raw_.warnings; }
  const dijia_appraised& raw() const noexcept { return raw_; }
  const dijia::appraisal& appraisal() const noexcept { return from_; }

  // The warnings in words, a line each.
  std::string warnings_text(language in = language::chinese) const {
    return text(
        [in](const dijia_appraisal* raw, char* buffer, std::size_t capacity, std::size_t* length, dijia_error* failed) {
          return dijia_warnings_text(raw, static_cast<dijia_language>(in), buffer, capacity, length, failed);
        });
  }
  std::string worksheet(language in = language::chinese, layout as = layout::wide) const {
    return text([in, as](const dijia_appraisal* raw, char* buffer, std::size_t capacity, std::size_t* length,
                         dijia_error* failed) {
      return dijia_worksheet(raw, static_cast<dijia_language>(in), static_cast<dijia_layout>(as), buffer, capacity,
                             length, failed);
    });
  }

  std::vector<step> steps(language in = language::english) const {
    return from_.with_raw([&](const dijia_appraisal* raw) {
      std::vector<step> all;
      const std::size_t count = detail::get(std::size_t{0}, [&](std::size_t* out, dijia_error* failed) {
                                  return dijia_step_count(raw, out, failed);
                                }).value();
      for (std::size_t index = 0; index < count; ++index) {
        const dijia_step one = detail::get(DIJIA_STEP_INIT, [&](dijia_step* out, dijia_error* failed) {
                                 return dijia_step_at(raw, index, out, failed);
                               }).value();
        auto expression =
            detail::get_text([&](char* buffer, std::size_t capacity, std::size_t* length, dijia_error* failed) {
              return dijia_step_expression(raw, index, static_cast<dijia_language>(in), buffer, capacity, length,
                                           failed);
            }).value();
        all.emplace_back(one, std::string(view(one.name)), std::move(expression));
      }
      return all;
    });
  }

 private:
  template <typename Write>
  std::string text(Write write) const {
    return from_.with_raw([&](const dijia_appraisal* raw) {
      return detail::get_text([&](char* buffer, std::size_t capacity, std::size_t* length, dijia_error* failed) {
               return write(raw, buffer, capacity, length, failed);
             })
          .value();
    });
  }

  dijia::appraisal from_;
  dijia_appraised raw_;
};

inline result<appraised> appraisal::try_appraise() const {
  return with_raw([&](const dijia_appraisal* raw) {
    return detail::map<appraised>(
        detail::get(DIJIA_APPRAISED_INIT,
                    [&](dijia_appraised* out, dijia_error* failed) { return dijia_appraise(raw, out, failed); }),
        [&](const dijia_appraised& priced) { return appraised(*this, priced); });
  });
}

inline appraised appraisal::appraise() const { return try_appraise().value(); }

}  // namespace dijia

#endif
