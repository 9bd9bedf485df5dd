// A part of dijia.hpp: what differs between two editions.

#ifndef DIJIA_DIFFERENCE_HPP
#define DIJIA_DIFFERENCE_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "edition.hpp"

namespace dijia {

// A price that another edition publishes otherwise, publishes alone, or no longer publishes.
class difference {
 public:
  enum class kind : dijia_difference_kind {
    moved = DIJIA_PRICE_MOVED,
    added = DIJIA_PRICE_ADDED,
    dropped = DIJIA_PRICE_DROPPED
  };

  // The price as one of the two editions publishes it.
  class price {
   public:
    explicit price(const dijia_compared_price& raw) noexcept : raw_(raw) {}
    // The figure printed, 元 for a square metre of what priced_area() says.
    decimal printed() const noexcept { return decimal(raw_.printed.value); }
    dijia::priced_area priced_area() const noexcept { return static_cast<dijia::priced_area>(raw_.priced_area); }
    bool is_lower_bound() const noexcept { return raw_.is_lower_bound != 0; }
    dijia::citation citation() const noexcept { return dijia::citation(raw_.citation); }

   private:
    dijia_compared_price raw_;
  };

  explicit difference(const dijia_difference_row& raw) noexcept : raw_(raw) {}
  kind how() const noexcept { return static_cast<kind>(raw_.kind); }
  // Whether it is the price of a zone; else that of a grade.
  bool is_of_zone() const noexcept { return raw_.of_zone != 0; }
  std::string_view area() const noexcept { return view(raw_.area); }
  std::string_view land_use() const noexcept { return view(raw_.land_use); }
  // The name of the grade, Ⅲ, or the code of the zone, Ⅲ-4.
  std::string name() const { return raw_.name; }
  // The price in the earlier and in the later edition; none where the edition publishes none.
  std::optional<price> before() const { return side(raw_.before); }
  std::optional<price> after() const { return side(raw_.after); }
  // How far the later price is from the earlier, in per cent to 2 places; none where there are no two that can be
  // compared.
  std::optional<decimal> percent() const { return detail::optional(raw_.percent); }

 private:
  static std::optional<price> side(const dijia_compared_price& raw) {
    return raw.printed.present != 0 ? std::optional<price>(price(raw)) : std::nullopt;
  }

  dijia_difference_row raw_;
};

// The prices that differ between two editions, the earlier first: those of the earlier edition, grades before zones, in
// the order printed, then what was added.
inline std::vector<difference> differences(const edition& before, const edition& after) {
  failure failed;
  std::size_t count = 0;
  std::vector<dijia_difference_row> rows;
  dijia_status status = dijia_difference(before.raw(), after.raw(), nullptr, 0, &count, failed.out());
  if (status == DIJIA_OK && count > 0) {
    rows.assign(count, DIJIA_DIFFERENCE_ROW_INIT);
    status = dijia_difference(before.raw(), after.raw(), rows.data(), rows.size(), &count, failed.out());
  }
  if (status != DIJIA_OK) {
    throw error(failed);
  }
  return std::vector<difference>(rows.begin(), rows.end());
}

}  // namespace dijia

#endif
