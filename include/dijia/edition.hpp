// A part of dijia.hpp: editions, of the library or opened from an edition file.

#ifndef DIJIA_EDITION_HPP
#define DIJIA_EDITION_HPP

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "correction.hpp"
#include "lists.hpp"
#include "price.hpp"

namespace dijia {

enum class validity : dijia_validity {
  in_force = DIJIA_IN_FORCE,
  not_yet_in_force = DIJIA_NOT_YET_IN_FORCE,
  expired = DIJIA_EXPIRED
};

namespace detail {

// An edition opened from bytes: its own, or those of somebody else.
class opened {
 public:
  explicit opened(std::vector<std::uint8_t> bytes)
      : bytes_(std::move(bytes)), storage_(dijia_edition_storage_size() / sizeof(std::uint64_t) + 1) {}
  opened(const opened&) = delete;
  opened& operator=(const opened&) = delete;
  ~opened() { dijia_edition_close(edition_, nullptr); }

  result<const dijia_edition*> open() { return open(bytes_.data(), bytes_.size()); }
  result<const dijia_edition*> open(const std::uint8_t* data, std::size_t size) {
    const auto made = get<const dijia_edition*>(nullptr, [&](const dijia_edition** out, dijia_error* failed) {
      return dijia_edition_open(data, size, storage_.data(), storage_.size() * sizeof(std::uint64_t), out, failed);
    });
    edition_ = made.value_or(nullptr);
    return made;
  }

 private:
  std::vector<std::uint8_t> bytes_;
  std::vector<std::uint64_t> storage_;
  const dijia_edition* edition_ = nullptr;
};

inline failure cannot_be_read(const std::filesystem::path& path) {
  const auto name = path.u8string();
  const std::string text(name.begin(), name.end());
  return fail(DIJIA_INVALID_FILE, "the file " + text + " cannot be read", "无法读取文件 " + text);
}

// The bytes of a file, but of no more than an edition file can have.
inline result<std::vector<std::uint8_t>> bytes_of(const std::filesystem::path& path) {
  constexpr std::size_t most = (std::size_t{16} << 20) + 1;
  std::ifstream file(path, std::ios::binary);
  std::vector<std::uint8_t> bytes;
  std::vector<char> block(std::size_t{1} << 16);
  while (file && bytes.size() < most) {
    file.read(block.data(), static_cast<std::streamsize>(block.size()));
    bytes.insert(bytes.end(), block.begin(), block.begin() + static_cast<std::ptrdiff_t>(file.gcount()));
  }
  if (!file.eof() && bytes.size() < most) {
    return cannot_be_read(path);
  }
  return bytes;
}

}  // namespace detail

// One publication of a city's benchmark land prices: one of the library's, or one opened from an edition file, such as
// `dijia-tables pack` writes. A copy of an opened one is the same one: what it needs goes with the last of them.
class edition {
 public:
  explicit edition(const dijia_edition* raw)
      : raw_(raw), facts_(detail::get(DIJIA_EDITION_FACTS_INIT, [&](dijia_edition_facts* out, dijia_error* failed) {
                            return dijia_edition_describe(raw, out, failed);
                          }).value()) {}

  // From the bytes of an edition file, which it keeps.
  static result<edition> try_open(std::vector<std::uint8_t> bytes) {
    auto opened = std::make_shared<detail::opened>(std::move(bytes));
    return of(opened, opened->open());
  }
  static edition open(std::vector<std::uint8_t> bytes) { return try_open(std::move(bytes)).value(); }
  // From bytes that stay where and as they are as long as the edition is used, such as those of a mapped file.
  static result<edition> try_borrow(const std::uint8_t* data, std::size_t size) {
    auto opened = std::make_shared<detail::opened>(std::vector<std::uint8_t>());
    return of(opened, opened->open(data, size));
  }
  static edition borrow(const std::uint8_t* data, std::size_t size) { return try_borrow(data, size).value(); }
  // From an edition file.
  static result<edition> try_read(const std::filesystem::path& path) {
    auto bytes = detail::bytes_of(path);
    if (const failure* failed = bytes.failure()) {
      return *failed;
    }
    return try_open(std::move(bytes).value());
  }
  static edition read(const std::filesystem::path& path) { return try_read(path).value(); }

  const dijia_edition* raw() const noexcept { return raw_; }
  std::string_view name() const noexcept { return view(facts_.name); }
  std::string_view city() const noexcept { return view(facts_.city); }
  std::string_view document() const noexcept { return view(facts_.document.number); }
  std::string_view title() const noexcept { return view(facts_.document.title); }
  std::optional<date> base_date() const { return detail::optional(facts_.base_date); }
  std::optional<date> first_day_in_force() const { return detail::optional(facts_.document.first_day_in_force); }
  std::optional<date> last_day_in_force() const { return detail::optional(facts_.document.last_day_in_force); }
  const dijia_edition_facts& facts() const noexcept { return facts_; }
  // The formula by which the document corrects its prices, in the symbols of a worksheet; none where it does not say.
  // Parcels are priced by it: one that begins with (P + Kf) corrects Kf with P.
  std::optional<std::string> formula() const {
    const auto text =
        detail::get_text([&](char* buffer, std::size_t capacity, std::size_t* length, dijia_error* failed) {
          return dijia_edition_formula(raw_, buffer, capacity, length, failed);
        }).value();
    return text.empty() ? std::nullopt : std::optional<std::string>(text);
  }
  // The SHA-256 that tells it from every other, in hexadecimal digits.
  std::string digest() const {
    std::string text;
    for (const std::uint8_t byte : facts_.digest) {
      text += "0123456789abcdef"[byte >> 4];
      text += "0123456789abcdef"[byte & 15];
    }
    return text;
  }

  dijia::validity validity_on(const date& day) const {
    return static_cast<dijia::validity>(detail::get(dijia_validity(), [&](dijia_validity* out, dijia_error* failed) {
                                          return dijia_validity_on(raw_, day.raw(), out, failed);
                                        }).value());
  }

  // The price of a zone, in the first area or in another.
  result<zone_price> try_zone(const detail::argument<dijia::land_use>& use,
                              const detail::argument<zone_code>& code) const {
    return try_zone(dijia::area::first, use, code);
  }
  result<zone_price> try_zone(const detail::argument<dijia::area>& in, const detail::argument<dijia::land_use>& use,
                              const detail::argument<zone_code>& code) const {
    return looked_up<zone_price, dijia_zone_price_row>(dijia_zone_price, in, use, code);
  }
  zone_price zone(const detail::argument<dijia::land_use>& use, const detail::argument<zone_code>& code) const {
    return try_zone(use, code).value();
  }
  zone_price zone(const detail::argument<dijia::area>& in, const detail::argument<dijia::land_use>& use,
                  const detail::argument<zone_code>& code) const {
    return try_zone(in, use, code).value();
  }

  // The price of a grade, in the first area or in another.
  result<grade_price> try_grade(const detail::argument<dijia::land_use>& use,
                                const detail::argument<dijia::grade>& of) const {
    return try_grade(dijia::area::first, use, of);
  }
  result<grade_price> try_grade(const detail::argument<dijia::area>& in, const detail::argument<dijia::land_use>& use,
                                const detail::argument<dijia::grade>& of) const {
    return looked_up<grade_price, dijia_grade_price_row>(dijia_grade_price, in, use, of);
  }
  grade_price grade(const detail::argument<dijia::land_use>& use, const detail::argument<dijia::grade>& of) const {
    return try_grade(use, of).value();
  }
  grade_price grade(const detail::argument<dijia::area>& in, const detail::argument<dijia::land_use>& use,
                    const detail::argument<dijia::grade>& of) const {
    return try_grade(in, use, of).value();
  }

  // What the prices of an area and a land use assume, where no grade or zone has a basis of its own.
  result<dijia::basis> try_basis(const detail::argument<dijia::area>& in,
                                 const detail::argument<dijia::land_use>& use) const {
    return looked_up<dijia::basis, dijia_basis_row>(dijia_basis, in, use);
  }
  dijia::basis basis(const detail::argument<dijia::area>& in, const detail::argument<dijia::land_use>& use) const {
    return try_basis(in, use).value();
  }

  // The level of a factor or a coefficient that the document prints for a grade, by its name or by a number that is in
  // its interval, in the first area or in another.
  result<correction> try_level(const detail::argument<dijia::land_use>& use, const detail::argument<dijia::grade>& of,
                               std::string_view factor, std::string_view level) const {
    return try_level(dijia::area::first, use, of, factor, level);
  }
  result<correction> try_level(const detail::argument<dijia::area>& in, const detail::argument<dijia::land_use>& use,
                               const detail::argument<dijia::grade>& of, std::string_view factor,
                               std::string_view level) const {
    const auto ask = [&](const dijia_edition* of_all, dijia_area area, dijia_land_use land_use, dijia_grade grade,
                         dijia_correction_row* out, dijia_error* failed) {
      return dijia_correction_level(of_all, area, land_use, grade, factor.data(), factor.size(), level.data(),
                                    level.size(), out, failed);
    };
    return looked_up<correction, dijia_correction_row>(ask, in, use, of);
  }
  correction level(const detail::argument<dijia::land_use>& use, const detail::argument<dijia::grade>& of,
                   std::string_view factor, std::string_view level) const {
    return try_level(use, of, factor, level).value();
  }
  correction level(const detail::argument<dijia::area>& in, const detail::argument<dijia::land_use>& use,
                   const detail::argument<dijia::grade>& of, std::string_view factor, std::string_view level) const {
    return try_level(in, use, of, factor, level).value();
  }
  // Kv of a plot ratio by the table that the document prints for a grade, in the first area or in another.
  result<decimal> try_plot_ratio_coefficient(const detail::argument<dijia::area>& in,
                                             const detail::argument<dijia::land_use>& use,
                                             const detail::argument<dijia::grade>& of, const decimal& plot_ratio,
                                             const dijia::rounding& policy = dijia::rounding()) const {
    const auto area = in.read(raw_);
    const auto land_use = use.read(raw_);
    const auto grade = of.read(raw_);
    for (const failure* failed : {area.failure(), land_use.failure(), grade.failure()}) {
      if (failed != nullptr) {
        return *failed;
      }
    }
    return detail::wrap<decimal>(detail::get(dijia_decimal(), [&](dijia_decimal* out, dijia_error* failed) {
      return dijia_plot_ratio_coefficient(raw_, area->raw(), land_use->raw(), grade->raw(), plot_ratio.raw(),
                                          policy.raw(), out, failed);
    }));
  }
  decimal plot_ratio_coefficient(const detail::argument<dijia::land_use>& use, const detail::argument<dijia::grade>& of,
                                 const decimal& plot_ratio, const dijia::rounding& policy = dijia::rounding()) const {
    return try_plot_ratio_coefficient(dijia::area::first, use, of, plot_ratio, policy).value();
  }

  // Words of the edition, in its own spellings.
  result<dijia::land_use> try_land_use(std::string_view name) const { return dijia::land_use::try_parse(name, raw_); }
  dijia::land_use land_use(std::string_view name) const { return try_land_use(name).value(); }
  // The land use that land of a code of a land-use scheme is priced as: land_use_by_code("GB/T 21010-2017", "05").
  result<dijia::land_use> try_land_use_by_code(std::string_view scheme, std::string_view code) const {
    return detail::map<dijia::land_use>(detail::get(dijia_land_use(),
                                                    [&](dijia_land_use* out, dijia_error* failed) {
                                                      return dijia_edition_land_use_by_code(raw_, scheme.data(),
                                                                                            scheme.size(), code.data(),
                                                                                            code.size(), out, failed);
                                                    }),
                                        [&](dijia_land_use raw_use) { return dijia::land_use(raw_, raw_use); });
  }
  dijia::land_use land_use_by_code(std::string_view scheme, std::string_view code) const {
    return try_land_use_by_code(scheme, code).value();
  }
  // A development level as the document names it: 六通一平 is whatever services it says.
  result<dijia::development_level> try_development_level(std::string_view name) const {
    return detail::wrap<dijia::development_level>(
        detail::get(dijia_development_level(), [&](dijia_development_level* out, dijia_error* failed) {
          return dijia_edition_development_level(raw_, name.data(), name.size(), out, failed);
        }));
  }
  dijia::development_level development_level(std::string_view name) const {
    return try_development_level(name).value();
  }
  result<dijia::area> try_area(std::string_view name) const { return dijia::area::try_parse(name, raw_); }
  dijia::area area(std::string_view name) const { return try_area(name).value(); }

  using zone_rows = rows<zone_price, dijia_zone_price_row, dijia_zone_price_at>;
  using grade_rows = rows<grade_price, dijia_grade_price_row, dijia_grade_price_at>;
  using basis_rows = rows<dijia::basis, dijia_basis_row, dijia_basis_at>;
  using land_use_list = rows<listed_land_use, dijia_land_use_row, dijia_land_use_at>;
  using area_list = rows<listed_area, dijia_area_row, dijia_area_at>;
  using grade_list = rows<listed_grade, dijia_grade_row, dijia_grade_at>;
  using place_list = rows<place, dijia_place_row, dijia_place_at>;
  using statement_list = rows<statement, dijia_statement_row, dijia_statement_at>;
  using annex_list = rows<annex, dijia_annex_row, dijia_annex_at>;

  zone_rows zone_prices() const noexcept { return zone_rows(raw_, facts_.zone_price_count); }
  grade_rows grade_prices() const noexcept { return grade_rows(raw_, facts_.grade_price_count); }
  basis_rows bases() const noexcept { return basis_rows(raw_, facts_.basis_count); }
  land_use_list land_uses() const noexcept { return land_use_list(raw_, facts_.land_use_count); }
  area_list areas() const noexcept { return area_list(raw_, facts_.area_count); }
  grade_list grades() const noexcept { return grade_list(raw_, facts_.grade_count); }
  place_list places() const noexcept { return place_list(raw_, facts_.place_count); }
  statement_list statements() const noexcept { return statement_list(raw_, facts_.statement_count); }
  annex_list annexes() const noexcept { return annex_list(raw_, facts_.annex_count); }

  // The prices of many zones, their codes spelled in any way, in the first area or in another.
  batch<zone_price> zones(const detail::argument<dijia::land_use>& use,
                          const std::vector<std::string_view>& codes) const {
    return zones(dijia::area::first, use, codes);
  }
  batch<zone_price> zones(const detail::argument<dijia::area>& in, const detail::argument<dijia::land_use>& use,
                          const std::vector<std::string_view>& codes) const {
    std::vector<dijia_text> texts;
    for (const auto code : codes) {
      texts.push_back(dijia_text{code.data(), code.size()});
    }
    std::vector<dijia_zone_price_row> raw(codes.size(), DIJIA_ZONE_PRICE_ROW_INIT);
    batch<zone_price> priced;
    priced.statuses.resize(codes.size());
    failure failed;
    const dijia_area part = in.read(raw_).value().raw();
    const dijia_status status = dijia_zone_prices(raw_, part, use.read(raw_).value().raw(), texts.data(), texts.size(),
                                                  raw.data(), priced.statuses.data(), failed.out());
    if (status != DIJIA_OK && status != DIJIA_SOME_FAILED) {
      throw error(failed);
    }
    for (std::size_t index = 0; index < raw.size(); ++index) {
      priced.values.push_back(
          priced.statuses[index] == DIJIA_OK ? std::optional<zone_price>(zone_price(raw_, raw[index])) : std::nullopt);
    }
    return priced;
  }

 private:
  static result<edition> of(std::shared_ptr<detail::opened> opened, const result<const dijia_edition*>& raw) {
    return detail::map<edition>(raw, [&](const dijia_edition* raw_edition) {
      edition made(raw_edition);
      made.opened_ = std::move(opened);
      return made;
    });
  }

  // Reads the words and asks for what they name.
  template <typename T, typename Raw, typename Lookup, typename... Words>
  result<T> looked_up(Lookup lookup, const detail::argument<Words>&... words) const {
    return found<T, Raw>(lookup, words.read(raw_)...);
  }
  template <typename T, typename Raw, typename Lookup, typename... Words>
  result<T> found(Lookup lookup, const result<Words>&... words) const {
    const failure* failed = nullptr;
    ((failed = failed == nullptr ? words.failure() : failed), ...);
    if (failed != nullptr) {
      return *failed;
    }
    return detail::map<T>(
        detail::get(detail::fresh<Raw>(),
                    [&](Raw* out, dijia_error* why) { return lookup(raw_, words->raw()..., out, why); }),
        [&](const Raw& row) { return T(raw_, row); });
  }

  const dijia_edition* raw_;
  dijia_edition_facts facts_;
  std::shared_ptr<detail::opened> opened_;
};

// 济南市, 济政发〔2020〕12号.
inline const edition& jinan_2020() {
  static const edition jinan(dijia_edition_jinan_2020());
  return jinan;
}

// Every edition of the library.
inline std::vector<edition> editions() {
  std::vector<edition> all;
  for (std::size_t index = 0; index < dijia_edition_count(); ++index) {
    all.emplace_back(dijia_edition_at(index));
  }
  return all;
}

}  // namespace dijia

#endif
