// Prices a real parcel from an edition file: residential land of grade 二级 in 通道侗族自治县, as a report of 2026 has
// it.
//
//   dijia-tables pack crates/dijia-tables/tests/editions/tongdao-2026 -o tongdao.dijia
//   edition tongdao.dijia
#include <dijia.hpp>
#include <iostream>

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: edition <edition file>\n";
    return 2;
  }
  try {
    const auto tongdao = dijia::edition::read(argv[1]);
    const auto priced = dijia::appraisal(tongdao.grade("居住用地", "二级"))
                            .remaining_term("63.97")
                            .plot_ratio("4.58")
                            .plot_ratio_coefficient("1.4369")
                            .valuation_date("2026-06-03")
                            .date_coefficient("1.0285")
                            .coefficient("面积", "0.98")
                            .coefficient("形状", "1.02")
                            .coefficient("景观", "1.05")
                            .coefficient("朝向", "1.02")
                            .factor("区域因素", "2.4020%")
                            .rounding(dijia::rounding().unit_price_places(1))
                            .appraise();
    std::cout << priced.unit_price() << " 元/㎡\n" << priced.worksheet();
    return 0;
  } catch (const dijia::error& failed) {
    std::cerr << "edition: " << failed.what() << '\n';
    return 2;
  }
}
