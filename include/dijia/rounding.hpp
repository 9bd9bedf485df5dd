// A part of dijia.hpp: what is rounded, to how many places, and how.

#ifndef DIJIA_ROUNDING_HPP
#define DIJIA_ROUNDING_HPP

#include <cstdint>
#include <optional>
#include <string>

#include "decimal.hpp"

namespace dijia {

// What is rounded, to how many places, and how.
class rounding {
 public:
  rounding() noexcept : raw_{1, 4, 2, 2, DIJIA_HALF_UP} {}
  explicit rounding(const dijia_rounding& raw) noexcept : raw_(raw) {}
  static rounding unrounded_coefficients() noexcept { return rounding().coefficient_places(std::nullopt); }
  rounding coefficient_places(detail::whole<std::uint32_t> places) const {
    rounding copy = *this;
    copy.raw_.coefficient_places = checked(places);
    return copy;
  }
  // The derived coefficients stay unrounded.
  rounding coefficient_places(std::nullopt_t) const noexcept {
    rounding copy = *this;
    copy.raw_.coefficient_places = DIJIA_UNROUNDED;
    return copy;
  }
  template <typename Integer>
  rounding coefficient_places(const std::optional<Integer>& places) const {
    return places ? coefficient_places(*places) : coefficient_places(std::nullopt);
  }
  rounding unit_price_places(detail::whole<std::uint32_t> places) const {
    rounding copy = *this;
    copy.raw_.unit_price_places = checked(places);
    return copy;
  }
  rounding amount_places(detail::whole<std::uint32_t> places) const {
    rounding copy = *this;
    copy.raw_.amount_places = checked(places);
    return copy;
  }
  rounding mode(rounding_mode mode) const noexcept {
    rounding copy = *this;
    copy.raw_.mode = static_cast<dijia_rounding_mode>(mode);
    return copy;
  }
  const dijia_rounding& raw() const noexcept { return raw_; }

 private:
  // The limit is the library's, and so is the message; a number that the field cannot hold would be another one to it.
  static std::uint8_t checked(detail::whole<std::uint32_t> places) {
    const std::uint32_t asked = places.get(DIJIA_TOO_MANY_PLACES, "number of places");
    if (asked > DIJIA_MAX_PLACES) {
      const std::string places_asked = std::to_string(asked), most = std::to_string(DIJIA_MAX_PLACES);
      failure failed =
          detail::fail(DIJIA_TOO_MANY_PLACES, places_asked + " places are asked for, at most " + most + " are taken",
                       "要求 " + places_asked + " 位小数，至多 " + most + " 位");
      failed.out()->count = asked;
      failed.out()->most = DIJIA_MAX_PLACES;
      throw error(failed);
    }
    return static_cast<std::uint8_t>(asked);
  }

  dijia_rounding raw_;
};

}  // namespace dijia

#endif
