// A part of dijia.hpp: parcels of several uses, and many parcels at once.

#ifndef DIJIA_MANY_HPP
#define DIJIA_MANY_HPP

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "appraisal.hpp"

namespace dijia {

// A parcel of several uses.
class mixed_use {
 public:
  mixed_use& use(const appraisal& priced_alone, const decimal& share) {
    uses_.emplace_back(priced_alone, share);
    return *this;
  }
  // The shares are areas, of land or of floor, ㎡: each use has the exact fraction of the price that its area is of
  // all.
  mixed_use& by_areas() {
    raw_.by_areas = 1;
    return *this;
  }
  mixed_use& area(const decimal& square_metres) {
    raw_.area = dijia_some(square_metres.raw());
    return *this;
  }
  mixed_use& rounding(const dijia::rounding& policy) {
    raw_.rounding = policy.raw();
    return *this;
  }

  class appraised {
   public:
    explicit appraised(const dijia_mixed_appraised& raw) noexcept : raw_(raw) {}
    decimal unit_price() const noexcept { return decimal(raw_.unit_price); }
    decimal wan_yuan_per_mu() const noexcept { return decimal(raw_.wan_yuan_per_mu); }
    std::optional<decimal> total_yuan() const { return detail::optional(raw_.total_yuan); }
    std::optional<decimal> total_wan_yuan() const { return detail::optional(raw_.total_wan_yuan); }
    dijia::rounding rounding() const noexcept { return dijia::rounding(raw_.rounding); }

   private:
    dijia_mixed_appraised raw_;
  };

  result<appraised> try_appraise() const {
    return with_raw([&](const dijia_mixed_use* raw) {
      return detail::wrap<appraised>(detail::get(
          DIJIA_MIXED_APPRAISED_INIT,
          [&](dijia_mixed_appraised* out, dijia_error* failed) { return dijia_appraise_mixed(raw, out, failed); }));
    });
  }
  appraised appraise() const { return try_appraise().value(); }
  std::string worksheet(language in = language::chinese, layout as = layout::wide) const {
    return with_raw([&](const dijia_mixed_use* raw) {
      return detail::get_text([&](char* buffer, std::size_t capacity, std::size_t* length, dijia_error* failed) {
               return dijia_mixed_worksheet(raw, static_cast<dijia_language>(in), static_cast<dijia_layout>(as), buffer,
                                            capacity, length, failed);
             })
          .value();
    });
  }

 private:
  // The structs of all uses at once, one inside the call of the one before.
  template <typename Call>
  auto with_raw(Call call, std::vector<dijia_share> shares = {}) const
      -> decltype(call(static_cast<const dijia_mixed_use*>(nullptr))) {
    if (shares.size() < uses_.size()) {
      const auto& [priced_alone, share] = uses_[shares.size()];
      const dijia_decimal raw_share = share.raw();
      return priced_alone.with_raw([&](const dijia_appraisal* raw) {
        shares.push_back(dijia_share{raw, raw_share});
        return with_raw(call, shares);
      });
    }
    dijia_mixed_use raw = raw_;
    raw.shares = shares.data();
    raw.share_count = shares.size();
    return call(static_cast<const dijia_mixed_use*>(&raw));
  }

  dijia_mixed_use raw_ = DIJIA_MIXED_USE_INIT;
  std::vector<std::pair<appraisal, decimal>> uses_;
};

// The prices of many parcels, those without a price beside the others. Why one has none, try_appraise() of it says.
inline batch<dijia_appraised> appraise_all(const std::vector<appraisal>& parcels) {
  // As many at a time as a cache holds.
  constexpr std::size_t most = 256;
  batch<dijia_appraised> priced;
  priced.values.reserve(parcels.size());
  priced.statuses.resize(parcels.size());
  std::vector<dijia_coefficient> coefficients;
  std::vector<dijia_factor> factors;
  std::vector<dijia_level> levels;
  std::vector<dijia_origin> origins;
  std::vector<dijia_appraisal> inputs;
  origins.reserve(std::min(most, parcels.size()));
  std::vector<dijia_appraised> out(std::min(most, parcels.size()), DIJIA_APPRAISED_INIT);
  for (std::size_t first = 0; first < parcels.size(); first += most) {
    const std::size_t count = std::min(most, parcels.size() - first);
    const auto begin = parcels.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = begin + static_cast<std::ptrdiff_t>(count);
    std::size_t coefficient_count = 0;
    std::size_t factor_count = 0;
    std::size_t level_count = 0;
    for (auto parcel = begin; parcel != end; ++parcel) {
      coefficient_count += parcel->coefficient_count();
      factor_count += parcel->factor_count();
      level_count += parcel->level_count();
    }
    coefficients.clear();
    coefficients.reserve(coefficient_count);
    factors.clear();
    factors.reserve(factor_count);
    levels.clear();
    levels.reserve(level_count);
    origins.clear();
    inputs.clear();
    for (auto parcel = begin; parcel != end; ++parcel) {
      inputs.push_back(parcel->raw(coefficients, factors, levels, origins));
    }
    dijia_status* const statuses = priced.statuses.data() + first;
    failure failed;
    const dijia_status status = dijia_appraise_batch(inputs.data(), count, out.data(), statuses, failed.out());
    if (status != DIJIA_OK && status != DIJIA_SOME_FAILED) {
      throw error(failed);
    }
    for (std::size_t index = 0; index < count; ++index) {
      priced.values.push_back(statuses[index] == DIJIA_OK ? std::optional<dijia_appraised>(out[index]) : std::nullopt);
    }
  }
  return priced;
}

}  // namespace dijia

#endif
