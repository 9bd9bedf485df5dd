// A part of dijia.hpp: what is to be paid for a parcel.

#ifndef DIJIA_PAYMENT_HPP
#define DIJIA_PAYMENT_HPP

#include <cstddef>
#include <optional>
#include <string>

#include "appraisal.hpp"

namespace dijia {

// What is to be paid for a parcel (应缴地价款) from its appraised price: (V - V0) × k, and not less than the minimum.
// What is not given takes no part.
class payment {
 public:
  // V, the unit price of an appraisal, or of a mixed use, 元/㎡.
  explicit payment(const decimal& unit_price) { raw_.unit_price = unit_price.raw(); }
  // V0, the price under the original conditions (原条件地价): the difference alone is paid (补缴地价款).
  payment& original_price(const decimal& unit_price) {
    raw_.original_price = dijia_some(unit_price.raw());
    return *this;
  }
  // k, the part that is paid (缴纳比例): a fraction of at most 1, such as 0.4.
  payment& payment_ratio(const decimal& ratio) {
    raw_.payment_ratio = dijia_some(ratio.raw());
    return *this;
  }
  // The price below which the payment is not to be (最低价); or with minimum_ratio() what it is a part of.
  payment& minimum_price(const decimal& unit_price) {
    raw_.minimum_price = dijia_some(unit_price.raw());
    return *this;
  }
  // The part of minimum_price() below which the payment is not to be: a fraction of at most 1, such as 0.7.
  payment& minimum_ratio(const decimal& ratio) {
    raw_.minimum_ratio = dijia_some(ratio.raw());
    return *this;
  }
  // Whether the prices are of a square metre of land, as they are unless told, or of floor; the area is of the same.
  payment& priced_area(dijia::priced_area of) {
    raw_.priced_area = static_cast<dijia_priced_area>(of);
    return *this;
  }
  payment& area(const decimal& square_metres) {
    raw_.area = dijia_some(square_metres.raw());
    return *this;
  }
  payment& rounding(const dijia::rounding& policy) {
    raw_.rounding = policy.raw();
    return *this;
  }

  class due {
   public:
    explicit due(const dijia_payment_due& raw) noexcept : raw_(raw) {}
    // V - V0, exact.
    std::optional<decimal> difference() const { return detail::optional(raw_.difference); }
    // The minimum payment of a square metre.
    std::optional<decimal> minimum() const { return detail::optional(raw_.minimum); }
    // The payment for a square metre (应缴单价), 元/㎡.
    decimal unit_payment() const noexcept { return decimal(raw_.unit_payment); }
    // Whether the minimum is paid, being more than (V - V0) × k.
    bool is_minimum() const noexcept { return raw_.is_minimum != 0; }
    std::optional<decimal> total_yuan() const { return detail::optional(raw_.total_yuan); }
    std::optional<decimal> total_wan_yuan() const { return detail::optional(raw_.total_wan_yuan); }
    dijia::rounding rounding() const noexcept { return dijia::rounding(raw_.rounding); }

   private:
    dijia_payment_due raw_;
  };

  result<due> try_settle() const {
    return detail::wrap<due>(detail::get(DIJIA_PAYMENT_DUE_INIT, [&](dijia_payment_due* out, dijia_error* failed) {
      return dijia_settle(&raw_, out, failed);
    }));
  }
  due settle() const { return try_settle().value(); }
  std::string worksheet(language in = language::chinese, layout as = layout::wide) const {
    return detail::get_text([&](char* buffer, std::size_t capacity, std::size_t* length, dijia_error* failed) {
             return dijia_payment_worksheet(&raw_, static_cast<dijia_language>(in), static_cast<dijia_layout>(as),
                                            buffer, capacity, length, failed);
           })
        .value();
  }

 private:
  dijia_payment raw_ = DIJIA_PAYMENT_INIT;
};

}  // namespace dijia

#endif  // DIJIA_PAYMENT_HPP
