// The vectors of editions that are loaded: their prices and bases, and which of them is in force.
#ifndef DIJIA_TESTS_LOADED_HPP
#define DIJIA_TESTS_LOADED_HPP

#include "found.hpp"

namespace {

// The editions of the vectors by name, opened before any thread begins.
std::map<std::string, dijia::edition> &opened() {
  static std::map<std::string, dijia::edition> all = {{"jinan-2020", jinan_2020()}};
  return all;
}

void open_edition(row *row, void *folder) {
  const std::string name = text(row, "edition");
  if (opened().count(name) == 0) {
    opened().emplace(name, dijia::edition::read(*static_cast<std::string *>(folder) + "/editions/" + name + ".dijia"));
  }
}

void open_editions(std::string folder) { each_row(folder.c_str(), "edition_facts.tsv", open_edition, &folder); }

const dijia::edition &edition_of(const row *row) { return opened().at(text(row, "edition")); }

dijia::detail::argument<dijia::area> area_of(const row *row, const char *column) {
  if (is_cell(row, column, "")) return dijia::area::first;
  return cell(row, column);
}

void found_part(row *row, const dijia::citation &citation) {
  found(row, citation);
  found(row, "part", citation.part());
}

template <typename T>
std::string text_if_any(const std::optional<T> &value) {
  return value ? value->to_string() : "";
}

void found_assumed(row *row, const dijia::basis &basis) {
  found(row, "base_date", text_if_any(basis.base_date()));
  found(row, "right", basis.right());
  if (basis.is_perpetual()) {
    CHECK(!basis.statutory_term());
    found(row, "statutory_term", std::string("perpetual"));
  } else {
    found(row, "statutory_term", basis.statutory_term());
  }
  found(row, "plot_ratio", basis.plot_ratio());
  found(row, "capitalization_rate", basis.capitalization_rate());
  found(row, "development_level", text_if_any(basis.development_level()));
  found(row, "development_name", basis.development_name());
}

// What zones and grades have in common.
template <typename Price>
void found_price(row *row, const Price &price) {
  found(row, "area", price.area().name(language::chinese));
  found(row, "land_use", price.land_use().name(language::chinese));
  found(row, "land_use_english", price.land_use().name());
  found(row, "printed", price.printed());
  found(row, "per", std::string(price.priced_area() == dijia::priced_area::floor ? "floor" : "land"));
  found(row, "is_lower_bound", std::string(price.is_lower_bound() ? "yes" : "no"));
  try {
    found(row, "per_square_metre", price.per_square_metre());
  } catch (const dijia::error &failed) {
    CHECK(failed.status() == DIJIA_NOT_STATED);
    found(row, "per_square_metre", std::string());
  }
  found(row, "wan_yuan_per_mu", price.wan_yuan_per_mu());
  found(row, "per_floor_area", price.per_floor_area());
  found_part(row, price.citation());
  found_assumed(row, price.basis());
}

void edition_price(row *row) {
  if (is_cell(row, "zone", "")) {
    const auto price = edition_of(row).grade(area_of(row, "area"), text(row, "land_use"), cell(row, "grade"));
    found_price(row, price);
    found(row, "grade", price.grade().name());
    found(row, "code", std::string());
  } else {
    const auto price = edition_of(row).zone(area_of(row, "area"), text(row, "land_use"), cell(row, "zone"));
    found_price(row, price);
    found(row, "grade", std::string(price.grade() ? price.grade()->name() : ""));
    found(row, "code", price.code().to_string());
  }
}

void edition_basis(row *row) {
  const auto basis = edition_of(row).basis(text(row, "area"), text(row, "land_use"));
  found_assumed(row, basis);
  found_part(row, basis.citation());
}

void edition_level(row *row) { found(row, "level", edition_of(row).development_level(text(row, "text")).to_string()); }

template <typename List>
std::string names(const List &list) {
  std::string joined;
  for (const auto &one : list) {
    joined += (joined.empty() ? "" : " ") + std::string(one.name());
  }
  return joined;
}

std::string printed_under(const dijia::edition &edition) {
  std::string joined;
  for (const auto &use : edition.land_uses()) {
    joined += joined.empty() ? "" : " ";
    joined += use.printed_under().empty() ? "—" : std::string(use.printed_under());
  }
  return joined;
}

void edition_facts(row *row) {
  const auto &edition = edition_of(row);
  const dijia_document &document = edition.facts().document;
  const auto date = [](const dijia_optional_date &of) {
    return of.present != 0 ? dijia::date(of.value).to_string() : "";
  };
  const std::map<std::string, std::string> known = {
      {"name", std::string(edition.name())},
      {"city", std::string(edition.city())},
      {"number", std::string(edition.document())},
      {"digest", edition.digest()},
      {"title", std::string(edition.title())},
      {"issuer", std::string(dijia::view(document.issuer))},
      {"replaces", std::string(dijia::view(document.replaces))},
      {"issue date", date(document.issue_date)},
      {"first day in force", text_if_any(edition.first_day_in_force())},
      {"last day in force", text_if_any(edition.last_day_in_force())},
      {"base date", text_if_any(edition.base_date())},
      {"formula", edition.formula().value_or("")},
      {"zone prices", std::to_string(edition.zone_prices().size())},
      {"grade prices", std::to_string(edition.grade_prices().size())},
      {"land uses", names(edition.land_uses())},
      {"printed under", printed_under(edition)},
      {"areas", names(edition.areas())},
      {"grades", names(edition.grades())},
  };
  found(row, "value", known.at(text(row, "fact")));
}

void in_force(row *row) {
  std::vector<dijia::edition> editions;
  for (const std::string &name : split_at(text(row, "editions"), ';')) {
    editions.push_back(opened().at(name));
  }
  found(row, "in_force", dijia::edition_set(editions).on(text(row, "city"), text(row, "date")).name());
}

}  // namespace

#endif
