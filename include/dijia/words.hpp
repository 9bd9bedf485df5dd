// A part of dijia.hpp: land uses, areas, grades, zone codes and development levels.

#ifndef DIJIA_WORDS_HPP
#define DIJIA_WORDS_HPP

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "argument.hpp"

#ifdef __clang__
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wgcc-compat"
#endif

namespace dijia {

// A use of land (土地用途): one that everybody knows, or one of an edition's own.
class land_use {
 public:
  enum kind : dijia_land_use {
    commercial = DIJIA_COMMERCIAL,
    residential = DIJIA_RESIDENTIAL,
    industrial = DIJIA_INDUSTRIAL,
    public_service = DIJIA_PUBLIC_SERVICE
  };

  constexpr land_use(kind of) noexcept : raw_(of) {}
  // One of DIJIA_COMMERCIAL and so on.
  template <typename Integer, detail::if_number<Integer> = 0>
  constexpr explicit land_use(Integer raw)
      DIJIA_REFUSE_CONSTANT(!detail::fits<dijia_land_use>(raw), "the number of the land use does not fit")
      : raw_(detail::whole<dijia_land_use>(raw).get(DIJIA_INVALID_ENUMERATOR, "land use")) {}
  template <typename T, detail::if_no_number<T> = 0>
  land_use(T) = delete;  // one of the constants, or a text, is expected
  // What an edition is asked for it by.
  constexpr land_use(const dijia_edition* edition, dijia_land_use raw) noexcept : raw_(raw), edition_(edition) {}
  // 商服用地, 商业, commercial …; throws dijia::error.
  land_use(std::string_view name) : land_use(try_parse(name).value()) {}
  land_use(const char* name) : land_use(std::string_view(name)) {}
  land_use(const std::string& name) : land_use(std::string_view(name)) {}

  static result<land_use> try_parse(std::string_view name) {
    return detail::wrap<land_use>(detail::get(dijia_land_use(), [&](dijia_land_use* out, dijia_error* failed) {
      return dijia_land_use_parse(name.data(), name.size(), out, failed);
    }));
  }
  // As an edition has it: 研发总部 …
  static result<land_use> try_parse(std::string_view name, const dijia_edition* edition) {
    return detail::map<land_use>(detail::get(dijia_land_use(),
                                             [&](dijia_land_use* out, dijia_error* failed) {
                                               return dijia_edition_land_use(edition, name.data(), name.size(), out,
                                                                             failed);
                                             }),
                                 [&](dijia_land_use raw) { return land_use(edition, raw); });
  }

  constexpr dijia_land_use raw() const noexcept { return raw_; }
  // Its name, as the edition that it comes from has it.
  std::string_view name(language in = language::english) const {
    return detail::name([&](dijia_text* out, dijia_error* failed) {
      const auto of = static_cast<dijia_language>(in);
      return edition_ == nullptr ? dijia_land_use_name(raw_, of, out, failed)
                                 : dijia_edition_land_use_name(edition_, raw_, of, out, failed);
    });
  }
  friend bool operator==(land_use a, land_use b) noexcept { return a.raw_ == b.raw_; }
  friend bool operator!=(land_use a, land_use b) noexcept { return a.raw_ != b.raw_; }

 private:
  dijia_land_use raw_;
  const dijia_edition* edition_ = nullptr;
};

// A part of a city that prices hold for: one that everybody knows, or one of an edition's own.
class area {
 public:
  enum kind : dijia_area { first = DIJIA_FIRST_AREA, central_urban = DIJIA_CENTRAL_URBAN, township = DIJIA_TOWNSHIP };

  constexpr area(kind of) noexcept : raw_(of) {}
  template <typename T, std::enable_if_t<std::is_arithmetic_v<T> || std::is_null_pointer_v<T>, int> = 0>
  area(T) = delete;  // one of the constants, or a text, is expected
  // What an edition is asked for it by.
  constexpr area(const dijia_edition* edition, dijia_area raw) noexcept : raw_(raw), edition_(edition) {}
  // 中心城区, township …; throws dijia::error.
  area(std::string_view name) : area(try_parse(name).value()) {}
  area(const char* name) : area(std::string_view(name)) {}
  area(const std::string& name) : area(std::string_view(name)) {}

  static result<area> try_parse(std::string_view name) {
    return parsed(nullptr, [&](dijia_area* out, dijia_error* failed) {
      return dijia_area_parse(name.data(), name.size(), out, failed);
    });
  }
  // As an edition has it: 永登县 …
  static result<area> try_parse(std::string_view name, const dijia_edition* edition) {
    return parsed(edition, [&](dijia_area* out, dijia_error* failed) {
      return dijia_edition_area(edition, name.data(), name.size(), out, failed);
    });
  }

  constexpr dijia_area raw() const noexcept { return raw_; }
  // Its name, as the edition that it comes from has it.
  std::string_view name(language in = language::english) const {
    return detail::name([&](dijia_text* out, dijia_error* failed) {
      const auto of = static_cast<dijia_language>(in);
      return edition_ == nullptr ? dijia_area_name(raw_, of, out, failed)
                                 : dijia_edition_area_name(edition_, raw_, of, out, failed);
    });
  }
  friend bool operator==(area a, area b) noexcept { return a.raw_ == b.raw_; }
  friend bool operator!=(area a, area b) noexcept { return a.raw_ != b.raw_; }

 private:
  template <typename Call>
  static result<area> parsed(const dijia_edition* edition, Call call) {
    return detail::map<area>(detail::get(dijia_area(), call), [&](dijia_area raw) { return area(edition, raw); });
  }

  dijia_area raw_;
  const dijia_edition* edition_ = nullptr;
};

// A land grade (级别), 1 for Ⅰ to 20, or one that an edition only has a name of (限制级).
class grade {
 public:
  // Throws dijia::error where the number does not fit. Whether there is such a grade is seen where it is used.
  template <typename Integer, detail::if_number<Integer> = 0>
  constexpr explicit grade(Integer number)
      DIJIA_REFUSE_CONSTANT(!detail::fits<std::uint16_t>(number), "the number of the grade does not fit")
      : raw_(detail::whole<std::uint16_t>(number).get(DIJIA_INVALID_GRADE, "grade")) {}
  template <typename T, detail::if_no_number<T> = 0>
  grade(T) = delete;  // a whole number, or a text, is expected
  // What an edition is asked for it by.
  constexpr grade(const dijia_edition* edition, dijia_grade raw) noexcept : raw_(raw), edition_(edition) {}
  // Ⅲ, III, 3, 三级 …; throws dijia::error.
  grade(std::string_view text) : grade(try_parse(text).value()) {}
  grade(const char* text) : grade(std::string_view(text)) {}
  grade(const std::string& text) : grade(std::string_view(text)) {}

  static result<grade> try_parse(std::string_view text) {
    return parsed(nullptr, [&](dijia_grade* out, dijia_error* failed) {
      return dijia_grade_parse(text.data(), text.size(), out, failed);
    });
  }
  // As an edition has it: 限制级 …
  static result<grade> try_parse(std::string_view text, const dijia_edition* edition) {
    return parsed(edition, [&](dijia_grade* out, dijia_error* failed) {
      return dijia_edition_grade(edition, text.data(), text.size(), out, failed);
    });
  }
  static result<grade> try_of(detail::whole<std::uint16_t> number) {
    return number.is_cut() ? result<grade>(number.refusal(DIJIA_INVALID_GRADE, "grade")) : grade(number.or_zero());
  }

  // Its number; 0 where it only has a name.
  constexpr int number() const noexcept {
    return raw_ <= std::numeric_limits<std::uint16_t>::max() ? static_cast<int>(raw_) : 0;
  }
  constexpr dijia_grade raw() const noexcept { return raw_; }
  // The numeral, or the name.
  std::string_view name() const {
    return detail::name([&](dijia_text* out, dijia_error* failed) {
      return number() != 0 || edition_ == nullptr ? dijia_grade_name(raw_, out, failed)
                                                  : dijia_edition_grade_name(edition_, raw_, out, failed);
    });
  }
  friend bool operator==(grade a, grade b) noexcept { return a.raw_ == b.raw_; }
  friend bool operator!=(grade a, grade b) noexcept { return a.raw_ != b.raw_; }

 private:
  template <typename Call>
  static result<grade> parsed(const dijia_edition* edition, Call call) {
    return detail::map<grade>(detail::get(dijia_grade(), call), [&](dijia_grade raw) { return grade(edition, raw); });
  }

  dijia_grade raw_;
  const dijia_edition* edition_ = nullptr;
};

// The code of a zone (区片): a grade and a number within it, or one that an edition prints otherwise (通1).
class zone_code {
 public:
  // Throws dijia::error where a number does not fit. Whether there is such a zone is seen where it is used.
  constexpr zone_code(detail::whole<std::uint16_t> grade, detail::whole<std::uint16_t> number)
      : raw_{grade.get(DIJIA_INVALID_ZONE_CODE, "grade"), number.get(DIJIA_INVALID_ZONE_CODE, "number of the zone")} {}
  constexpr explicit zone_code(const dijia_zone_code& raw) noexcept : raw_(raw) {}
  // What an edition is asked for it by.
  constexpr zone_code(const dijia_edition* edition, const dijia_zone_code& raw) noexcept
      : raw_(raw), edition_(edition) {}
  // Ⅲ-4, III－４, 三级-4 …; throws dijia::error.
  zone_code(std::string_view text) : zone_code(try_parse(text).value()) {}
  zone_code(const char* text) : zone_code(std::string_view(text)) {}
  zone_code(const std::string& text) : zone_code(std::string_view(text)) {}

  static result<zone_code> try_of(detail::whole<std::uint16_t> grade, detail::whole<std::uint16_t> number) {
    if (grade.is_cut()) {
      return grade.refusal(DIJIA_INVALID_ZONE_CODE, "grade");
    }
    if (number.is_cut()) {
      return number.refusal(DIJIA_INVALID_ZONE_CODE, "number of the zone");
    }
    return zone_code(dijia_zone_code{grade.or_zero(), number.or_zero()});
  }
  static result<zone_code> try_parse(std::string_view text) {
    return parsed(nullptr, [&](dijia_zone_code* out, dijia_error* failed) {
      return dijia_zone_code_parse(text.data(), text.size(), out, failed);
    });
  }
  // As an edition has it: 通1, 昌南 …
  static result<zone_code> try_parse(std::string_view text, const dijia_edition* edition) {
    return parsed(edition, [&](dijia_zone_code* out, dijia_error* failed) {
      return dijia_edition_zone_code(edition, text.data(), text.size(), out, failed);
    });
  }

  // The grade and the number within it; none for a code that is no grade and number.
  std::optional<dijia::grade> grade() const noexcept {
    return is_printed_otherwise() ? std::nullopt : std::optional<dijia::grade>(dijia::grade(edition_, raw_.grade));
  }
  std::optional<int> number() const noexcept {
    return is_printed_otherwise() ? std::nullopt : std::optional<int>(static_cast<int>(raw_.number));
  }
  constexpr const dijia_zone_code& raw() const noexcept { return raw_; }
  std::string to_string() const {
    return detail::get_text([&](char* buffer, std::size_t capacity, std::size_t* length, dijia_error* failed) {
             return edition_ == nullptr
                        ? dijia_zone_code_text(raw_, buffer, capacity, length, failed)
                        : dijia_edition_zone_code_text(edition_, raw_, buffer, capacity, length, failed);
           })
        .value();
  }
  friend bool operator==(zone_code a, zone_code b) noexcept {
    return a.raw_.grade == b.raw_.grade && a.raw_.number == b.raw_.number;
  }
  friend bool operator!=(zone_code a, zone_code b) noexcept { return !(a == b); }

 private:
  bool is_printed_otherwise() const noexcept { return raw_.grade > std::numeric_limits<std::uint16_t>::max(); }
  template <typename Call>
  static result<zone_code> parsed(const dijia_edition* edition, Call call) {
    return detail::map<zone_code>(detail::get(dijia_zone_code(), call),
                                  [&](const dijia_zone_code& raw) { return zone_code(edition, raw); });
  }

  dijia_zone_code raw_;
  const dijia_edition* edition_ = nullptr;
};

// The services that reach a site (开发程度), DIJIA_ROAD and so on joined by |.
class development_level {
 public:
  template <typename Integer, detail::if_number<Integer> = 0>
  constexpr explicit development_level(Integer bits)
      DIJIA_REFUSE_CONSTANT(!detail::fits<dijia_development_level>(bits), "the services do not fit")
      : bits_(detail::whole<dijia_development_level>(bits).get(DIJIA_INVALID_DEVELOPMENT_LEVEL, "development level")) {}
  template <typename T, detail::if_no_number<T> = 0>
  development_level(T) = delete;  // DIJIA_ROAD and so on joined by |, or a text, is expected
  // 六通一平, road+power, none …; throws dijia::error.
  development_level(std::string_view text) : development_level(try_parse(text).value()) {}
  development_level(const char* text) : development_level(std::string_view(text)) {}
  development_level(const std::string& text) : development_level(std::string_view(text)) {}

  static result<development_level> try_parse(std::string_view text) {
    return detail::wrap<development_level>(
        detail::get(dijia_development_level(), [&](dijia_development_level* out, dijia_error* failed) {
          return dijia_development_level_parse(text.data(), text.size(), out, failed);
        }));
  }

  dijia_development_level bits() const noexcept { return bits_; }
  bool contains(detail::whole<dijia_service> service) const {
    return (bits_ & service.get(DIJIA_INVALID_SERVICE, "service")) != 0;
  }
  // 五通一平, 六通一平, 七通一平, or nothing.
  std::string_view name() const noexcept { return view(dijia_development_level_name(bits_)); }
  std::string to_string() const {
    return detail::get_text([&](char* buffer, std::size_t capacity, std::size_t* length, dijia_error* failed) {
             return dijia_development_level_text(bits_, buffer, capacity, length, failed);
           })
        .value();
  }
  friend bool operator==(development_level a, development_level b) noexcept { return a.bits_ == b.bits_; }
  friend bool operator!=(development_level a, development_level b) noexcept { return a.bits_ != b.bits_; }

 private:
  dijia_development_level bits_;
};

}  // namespace dijia

#ifdef __clang__
#pragma clang diagnostic pop
#endif

#endif
