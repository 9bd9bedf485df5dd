// A part of dijia.hpp: what an edition has, one by one.

#ifndef DIJIA_LISTS_HPP
#define DIJIA_LISTS_HPP

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

#include "words.hpp"

namespace dijia {

// A land use as an edition has it.
class listed_land_use {
 public:
  listed_land_use(const dijia_edition* edition, const dijia_land_use_row& raw) noexcept
      : edition_(edition), raw_(raw) {}
  // What the edition is asked for it by.
  dijia::land_use land_use() const noexcept { return dijia::land_use(edition_, raw_.land_use); }
  std::string_view name() const noexcept { return view(raw_.name); }
  std::string_view english() const noexcept { return view(raw_.english); }
  // The class that it belongs to.
  std::optional<dijia::land_use> class_of_use() const {
    if (raw_.class_of_use == DIJIA_NO_LAND_USE) return std::nullopt;
    return dijia::land_use(raw_.class_of_use);
  }
  // What it is printed under, where that is another name.
  std::string_view printed_under() const noexcept { return view(raw_.printed_under); }

 private:
  const dijia_edition* edition_;
  dijia_land_use_row raw_;
};

// An area as an edition has it.
class listed_area {
 public:
  listed_area(const dijia_edition* edition, const dijia_area_row& raw) noexcept : edition_(edition), raw_(raw) {}
  // What the edition is asked for it by.
  dijia::area area() const noexcept { return dijia::area(edition_, raw_.area); }
  std::string_view name() const noexcept { return view(raw_.name); }
  std::string_view english() const noexcept { return view(raw_.english); }

 private:
  const dijia_edition* edition_;
  dijia_area_row raw_;
};

// A grade as an edition has it.
class listed_grade {
 public:
  listed_grade(const dijia_edition* edition, const dijia_grade_row& raw) noexcept : edition_(edition), raw_(raw) {}
  // What the edition is asked for it by.
  dijia::grade grade() const noexcept { return dijia::grade(edition_, raw_.grade); }
  // The numeral, or the name of one that has no number.
  std::string_view name() const noexcept { return view(raw_.name); }

 private:
  const dijia_edition* edition_;
  dijia_grade_row raw_;
};

// A place that an area covers: a township, a street office, a county.
class place {
 public:
  place(const dijia_edition* edition, const dijia_place_row& raw) noexcept : edition_(edition), raw_(raw) {}
  std::string_view name() const noexcept { return view(raw_.name); }
  // The district that it belongs to; empty where the document does not say so.
  std::string_view district() const noexcept { return view(raw_.district); }
  dijia::area area() const noexcept { return dijia::area(edition_, raw_.area); }

 private:
  const dijia_edition* edition_;
  dijia_place_row raw_;
};

// Something that a document says of the area that it covers, in its own words.
class statement {
 public:
  statement(const dijia_edition* edition, const dijia_statement_row& raw) noexcept : edition_(edition), raw_(raw) {}
  std::string_view about() const noexcept { return view(raw_.about); }
  std::string_view words() const noexcept { return view(raw_.words); }
  // The area that it is about, where it is about one in particular.
  std::optional<dijia::area> area() const {
    if (raw_.area == DIJIA_FIRST_AREA) return std::nullopt;
    return dijia::area(edition_, raw_.area);
  }

 private:
  const dijia_edition* edition_;
  dijia_statement_row raw_;
};

// An annex (附件) of a document.
class annex {
 public:
  annex(const dijia_edition* edition, const dijia_annex_row& raw) noexcept : edition_(edition), raw_(raw) {}
  // Its number; 0 where it only has a label.
  std::uint32_t number() const noexcept { return raw_.number; }
  std::string_view label() const noexcept { return view(raw_.label); }
  std::string_view title() const noexcept { return view(raw_.title); }
  // Whether the edition holds its figures; else they are published, but elsewhere.
  bool is_in_hand() const noexcept { return raw_.in_hand != 0; }
  // Whether it prints the prices of zones; else those of grades.
  bool is_of_zones() const noexcept { return raw_.of_zones != 0; }
  // The area that it publishes prices of; none where it has several.
  std::optional<dijia::area> area() const {
    if (raw_.area == DIJIA_FIRST_AREA) return std::nullopt;
    return dijia::area(edition_, raw_.area);
  }
  // Whether it publishes prices of the land use of that index in edition::land_uses().
  bool is_of_land_use(detail::whole<std::uint32_t> index) const {
    const std::uint32_t at = index.get(DIJIA_INDEX_OUT_OF_RANGE, "index");
    return at < 64 && (raw_.land_uses >> at & 1) != 0;
  }

 private:
  const dijia_edition* edition_;
  dijia_annex_row raw_;
};

// The rows of a table of an edition, in the order printed, for range-for and by index.
template <typename T, typename Raw, dijia_status (*At)(const dijia_edition*, std::size_t, Raw*, dijia_error*)>
class rows {
 public:
  class iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = T;

    iterator(const dijia_edition* edition, std::size_t index) noexcept : edition_(edition), index_(index) {}
    T operator*() const { return rows(edition_, 0)[index_]; }
    iterator& operator++() noexcept {
      ++index_;
      return *this;
    }
    iterator operator++(int) noexcept {
      iterator before = *this;
      ++index_;
      return before;
    }
    friend bool operator==(const iterator& a, const iterator& b) noexcept { return a.index_ == b.index_; }
    friend bool operator!=(const iterator& a, const iterator& b) noexcept { return a.index_ != b.index_; }

   private:
    const dijia_edition* edition_;
    std::size_t index_;
  };

  rows(const dijia_edition* edition, std::size_t size) noexcept : edition_(edition), size_(size) {}
  std::size_t size() const noexcept { return size_; }
  iterator begin() const noexcept { return iterator(edition_, 0); }
  iterator end() const noexcept { return iterator(edition_, size_); }
  T operator[](detail::whole<std::size_t> index) const {
    const std::size_t at = index.get(DIJIA_INDEX_OUT_OF_RANGE, "index");
    const auto get = [&](Raw* out, dijia_error* failed) { return At(edition_, at, out, failed); };
    return T(edition_, detail::get(detail::fresh<Raw>(), get).value());
  }

 private:
  const dijia_edition* edition_;
  std::size_t size_;
};

// What the rows of a batch came to: values[i] is there where statuses[i] is DIJIA_OK.
template <typename T>
struct batch {
  std::vector<std::optional<T>> values;
  std::vector<dijia_status> statuses;
};

}  // namespace dijia

#endif
