// Prices one parcel and prints its worksheet.
//
//   appraise 商服 Ⅲ-4 33.57 1000        land use, zone, remaining term in years, area in square metres
#include <dijia.hpp>
#include <iostream>

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "usage: appraise <land use> <zone> <remaining term> <area>\n";
    return 2;
  }
  try {
    const auto zone = dijia::jinan_2020().zone(argv[1], argv[2]);
    const auto priced = dijia::appraisal(zone).remaining_term(argv[3]).area(argv[4]).appraise();
    std::cout << priced.worksheet();
    return 0;
  } catch (const dijia::error& failed) {
    std::cerr << "appraise: " << failed.what() << '\n';
    return 2;
  }
}
