// Prices a CSV of parcels, from standard input to standard output:
//
//   land_use,zone,remaining_term,area      in, with a line of headings; the remaining term may be empty
//   …,unit_price,total_yuan,error          out
#include <dijia.hpp>
#include <iostream>
#include <sstream>

namespace {

std::string quoted(std::string_view text) {
  std::string cell = "\"";
  for (const char c : text) {
    cell += c == '"' ? std::string("\"\"") : std::string(1, c);
  }
  return cell + '"';
}

}  // namespace

int main() {
  std::string line;
  if (!std::getline(std::cin, line)) {
    std::cerr << "parcels: a line of headings is expected\n";
    return 2;
  }
  std::cout << line << ",unit_price,total_yuan,error\n";
  int refused = 0;
  while (std::getline(std::cin, line)) {
    std::istringstream cells(line);
    std::string land_use, zone, term, area;
    std::getline(cells, land_use, ',');
    std::getline(cells, zone, ',');
    std::getline(cells, term, ',');
    std::getline(cells, area, ',');
    std::cout << line << ',';
    try {
      dijia::appraisal parcel(dijia::jinan_2020().zone(land_use, zone));
      if (!term.empty()) {
        parcel.remaining_term(term);
      }
      const auto priced = parcel.area(area).appraise();
      std::cout << priced.unit_price() << ',' << priced.total_yuan().value() << ",\n";
    } catch (const dijia::error& failed) {
      std::cout << ",," << quoted(failed.what()) << '\n';
      ++refused;
    }
  }
  return refused == 0 ? 0 : 1;
}
