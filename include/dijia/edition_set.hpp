// A part of dijia.hpp: sets of editions, in which the one in force is found.

#ifndef DIJIA_EDITION_SET_HPP
#define DIJIA_EDITION_SET_HPP

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "edition.hpp"

namespace dijia {

// A set of editions, of one city or of many, in any order. An edition is in force from the first to the last day of its
// document; one without a last day is until another of its city is, and one that another says it replaces ends where
// that begins.
class edition_set {
 public:
  explicit edition_set(std::vector<edition> editions) : editions_(std::move(editions)) {
    for (const edition& one : editions_) {
      raw_.push_back(one.raw());
    }
  }

  const std::vector<edition>& editions() const noexcept { return editions_; }
  const std::vector<const dijia_edition*>& raw() const noexcept { return raw_; }

  // The edition of that city that is in force on that day. The city is named as the editions name it, 济南市.
  result<edition> try_on(std::string_view city, const date& day) const {
    return detail::map<edition>(detail::get<const dijia_edition*>(nullptr,
                                                                  [&](const dijia_edition** out, dijia_error* failed) {
                                                                    return dijia_edition_in_force(
                                                                        raw_.data(), raw_.size(), city.data(),
                                                                        city.size(), day.raw(), out, failed);
                                                                  }),
                                [&](const dijia_edition* found) { return known(found); });
  }
  edition on(std::string_view city, const date& day) const { return try_on(city, day).value(); }

  // The edition that follows another in its city; none where there is none, or two begin on one day.
  std::optional<edition> successor(const edition& of) const {
    const auto next = detail::get<const dijia_edition*>(nullptr, [&](const dijia_edition** out, dijia_error* failed) {
                        return dijia_edition_successor(raw_.data(), raw_.size(), of.raw(), out, failed);
                      }).value();
    return next == nullptr ? std::nullopt : std::optional<edition>(known(next));
  }

  // Whether an edition, which need not be of the set, is in force on that day for all that the set says.
  dijia::validity validity_on(const edition& of, const date& day) const {
    return static_cast<dijia::validity>(detail::get(dijia_validity(), [&](dijia_validity* out, dijia_error* failed) {
                                          return dijia_validity_in_set(raw_.data(), raw_.size(), of.raw(), day.raw(),
                                                                       out, failed);
                                        }).value());
  }
  // The last day on which it is; none where it has no end.
  std::optional<date> last_day_in_force(const edition& of) const {
    return detail::optional(detail::get(dijia_optional_date(), [&](dijia_optional_date* out, dijia_error* failed) {
                              return dijia_last_day_in_set(raw_.data(), raw_.size(), of.raw(), out, failed);
                            }).value());
  }

 private:
  // The edition of the set that has this pointer: it owns what the pointer points to.
  edition known(const dijia_edition* raw) const {
    return editions_[static_cast<std::size_t>(std::find(raw_.begin(), raw_.end(), raw) - raw_.begin())];
  }

  std::vector<edition> editions_;
  std::vector<const dijia_edition*> raw_;
};

}  // namespace dijia

#endif
