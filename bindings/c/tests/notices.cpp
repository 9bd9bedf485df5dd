// Real notices through the C++ header: opened, their words and figures, and how long they last.
// Usage: notices <folder of edition files> <folder of sources>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "check.hpp"

namespace {

using dijia::decimal;
using dijia::edition;

std::string folder, sources;

std::string path(const std::string &name) { return folder + '/' + name + ".dijia"; }

// The cells of a source, its heading first.
std::vector<std::vector<std::string>> source(const std::string &name) {
  std::ifstream file(sources + '/' + name + ".csv");
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    rows.emplace_back();
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, ',');) {
      rows.back().push_back(cell);
    }
  }
  CHECK(rows.size() > 1);
  return rows;
}

std::vector<std::uint8_t> bytes(const std::string &name) {
  std::ifstream file(path(name), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void figures() {
  const edition tongdao = edition::read(path("tongdao-2026"));
  const auto rows = source("tongdao-2026-prices");
  std::size_t prices = 0;
  for (std::size_t row = 1; row < rows.size(); ++row) {
    for (std::size_t grade = 1; grade <= 5; ++grade, ++prices) {
      const auto price = tongdao.grade(rows[row][0], rows[0][grade]);
      CHECK_TEXT(price.printed().to_string(), rows[row][grade]);
      CHECK(price.per_square_metre() == price.printed() && price.priced_area() == dijia::priced_area::land);
      CHECK(price.land_use() == tongdao.land_use(rows[row][0]) && !price.is_lower_bound());
      CHECK(price.basis().development_name() == "五通一平" && !price.basis().is_perpetual());
      CHECK_TEXT(price.basis().statutory_term()->to_string(), rows[row][6]);
    }
  }
  CHECK(prices == 30 && tongdao.grade_prices().size() == 30 && tongdao.name() == "tongdao-2026");
  for (const auto &row : source("tongdao-2026-basis")) {
    if (row[0] != "grade") {
      const auto basis = tongdao.grade("居住", row[0]).basis();
      CHECK_TEXT(basis.plot_ratio()->to_string(), row[2]);
      CHECK(basis.grade() == tongdao.grade("居住", row[0]).grade() && basis.base_date() == dijia::date(2025, 4, 1));
    }
  }
  // The residential factors of a real report: 710 × 1.02402 × 0.9950 × 1.4369 × 1.0285 × 0.98 × 1.02 × 1.05 × 1.02
  // = 1144.5543…, to one place 1144.6 as it prints; the same from its levels alone.
  auto levels = dijia::appraisal(tongdao.grade("居住", "二级")).corrections_as_published().remaining_term("63.97");
  levels.plot_ratio("4.58").valuation_date({2026, 6, 3}).area("19.02");
  levels.level("形状", "较优").level("景观", "优").level("朝向", "南");
  for (const auto &row : source("tongdao-2026-factors")) {
    if (row[0] != "factor") {
      levels.level(row[0], row[6]);
    }
  }
  levels.rounding(dijia::rounding().unit_price_places(1));
  CHECK_TEXT(levels.appraise().unit_price().to_string(), "1144.6");
  CHECK(dijia::appraise_all({levels, levels}).values[1]->warnings == DIJIA_WARNING_LARGE_DEVIATION);
  const auto level = tongdao.level("居住", "二级", "距汽车站距离", "较劣");
  CHECK(level.value() == "-0.003202" && level.kind() == dijia::correction_kind::factor && !level.is_by_area());
  CHECK(level.grade() == dijia::grade(2) && level.land_use() == tongdao.land_use("居住"));
  CHECK(level.name() == "距汽车站距离" && level.level() == "较劣" && level.citation().row() == 2);
  // What is for every land use and every grade has none; the first land use and the first grade are one.
  CHECK(!tongdao.level("居住", "二级", "景观", "优").land_use() &&
        tongdao.level("商服", "一级", "景观", "优").value() > 0);
  CHECK(tongdao.grade("居住", "一级").basis().grade() == dijia::grade(1));
  CHECK(!tongdao.level("居住", "二级", "朝向", "南").grade() && !tongdao.try_level("居住", "二级", "朝向", "上"));
  CHECK(tongdao.land_use_by_code("GB/T 21010-2017", "05") == dijia::land_use(DIJIA_COMMERCIAL));
  CHECK(tongdao.try_land_use_by_code("GB/T 21010-2017", "0501").status() == DIJIA_CODE_NOT_PRICED);
  CHECK(tongdao.plot_ratio_coefficient("居住", "二级", "4.58") == "1.4369");
  CHECK(tongdao.try_plot_ratio_coefficient(dijia::area::first, "工矿", "二级", "2").status() == DIJIA_NOT_STATED);
  auto parcel =
      dijia::appraisal(tongdao.grade("居住用地", "二级")).remaining_term("63.97").plot_ratio_coefficient("1.4369");
  parcel.date_coefficient("1.0285").factor("因素", "2.4020%");
  parcel.coefficient("面积", "0.98")
      .coefficient("形状", "1.02")
      .coefficient("景观", "1.05")
      .coefficient("朝向", "1.02");
  const auto priced = parcel.rounding(dijia::rounding().unit_price_places(1)).appraise();
  CHECK(priced.base_price() == 710 && *priced.term_coefficient() == "0.9950");
  CHECK_TEXT(priced.unit_price().to_string(), "1144.6");
  CHECK(priced.worksheet().find("通政发〔2026〕1号") != std::string::npos);
}

void words() {
  const edition shanghai = edition::read(path("shanghai-2013"));
  std::vector<std::string> names;
  for (const auto &use : shanghai.land_uses()) {
    names.emplace_back(use.name());
    CHECK(shanghai.land_use(use.name()) == use.land_use() &&
          use.land_use().name(dijia::language::chinese) == use.name());
    CHECK(use.land_use().name() == use.english());
  }
  CHECK((names == std::vector<std::string>{"住宅", "商业", "办公", "研发总部", "工业"}));
  CHECK(shanghai.land_uses()[2].class_of_use() == dijia::land_use::commercial &&
        !shanghai.land_uses()[3].class_of_use());
  CHECK(shanghai.land_use("研发").name() == "research and headquarters");
  CHECK(shanghai.try_grade(dijia::land_use::commercial, "1").status() == DIJIA_SEVERAL_USES);
  CHECK(shanghai.grade("商业", "1").per_floor_area() == 34060 &&
        shanghai.grade("商业", "1").per_square_metre() == 136240);
  CHECK(shanghai.try_land_use("商住").status() == DIJIA_INVALID_LAND_USE);

  const edition lanzhou = edition::read(path("lanzhou-counties"));
  const auto gaolan = lanzhou.area("皋兰县");
  CHECK(gaolan.name() == "Gaolan County" && gaolan.name(dijia::language::chinese) == "皋兰县");
  CHECK(lanzhou.grade(gaolan, "商业", "Ⅱ").printed() == 367 && lanzhou.grade("皋兰县", "商业", "Ⅱ").area() == gaolan);
  CHECK(lanzhou.grade("商业", "Ⅱ").printed() == 544 && lanzhou.grade("商业", "Ⅱ").area() != gaolan);
  CHECK(lanzhou.areas()[1].area() == gaolan && lanzhou.areas()[1].english() == "Gaolan County");
  CHECK(dijia::appraisal(lanzhou.grade(gaolan, "商业", "Ⅱ")).appraise().unit_price() == 367);
  // A word of one edition is none of another.
  CHECK(shanghai.try_grade(gaolan, "住宅", "1").status() == DIJIA_OF_ANOTHER_EDITION);
  CHECK(lanzhou.try_grade(shanghai.land_use("研发"), "Ⅱ").status() == DIJIA_OF_ANOTHER_EDITION);
  CHECK(dijia::jinan_2020().try_basis(gaolan, "商服").status() == DIJIA_OF_ANOTHER_EDITION);

  const edition beijing = edition::read(path("beijing-codes"));
  const auto zone = beijing.zone("居住", " 昌南 ");
  CHECK(zone.code().to_string() == "昌南" && !zone.code().grade() && !zone.code().number() && !zone.grade());
  CHECK(beijing.zone("商业", zone.code()).code() == zone.code() && beijing.zone("商业", "通1").code() != zone.code());
  CHECK(beijing.zone("商业", "通1").printed() == 20962 && zone.priced_area() == dijia::priced_area::floor);
  // What the price of land has none for, the library says, with its values and in both languages.
  CHECK_THROWN(zone.per_square_metre(), DIJIA_NOT_STATED,
               "the benchmark price needs the plot ratio, which 北京市区片编号（价格为虚构） does not state and which "
               "is not given");
  try {
    (void)zone.per_square_metre();
  } catch (const dijia::error &error) {
    CHECK(error.message(dijia::language::chinese) ==
          "基准地价需要容积率，北京市区片编号（价格为虚构） 未载明，也未给出");
    CHECK(error.detail().quantity == DIJIA_QUANTITY_PLOT_RATIO &&
          error.detail().other_quantity == DIJIA_QUANTITY_BASE_PRICE);
  }
  CHECK(dijia::appraisal(zone).try_appraise().status() == DIJIA_NOT_STATED);
  const auto batch = beijing.zones("商业", {"通1", "通5", "26"});
  CHECK(batch.values[0]->printed() == 20962 && !batch.values[1] && batch.values[2]->printed() == 20925);
  CHECK(batch.statuses[1] == DIJIA_INVALID_ZONE_CODE);
  CHECK_THROWN(dijia::zone_code("昌南"), DIJIA_INVALID_ZONE_CODE,
               dijia::zone_code::try_parse("昌南").failure()->message());
  CHECK_THROWN(dijia::jinan_2020().zone("商服", zone.code()), DIJIA_OF_ANOTHER_EDITION,
               "the number is that of a word of another edition, or of another kind");
}

// What is said of the document beyond its prices.
void lists() {
  const auto &jinan = dijia::jinan_2020();
  CHECK(jinan.places()[0].name() == "仲宫街道" && jinan.places()[0].district() == "市南部山区");
  CHECK(jinan.places()[0].area() == dijia::area::township && jinan.areas().size() == 2);
  CHECK(jinan.statements()[4].about() == "北" && jinan.statements()[4].words() == "徒骇河");
  CHECK(jinan.statements()[4].area() == dijia::area::central_urban);
  CHECK(jinan.annexes()[1].number() == 2 && jinan.annexes()[1].is_of_zones() && jinan.annexes()[1].is_in_hand());
  CHECK(jinan.annexes()[1].is_of_land_use(0) && !jinan.annexes()[1].is_of_land_use(1) &&
        jinan.annexes()[1].label().empty());
  CHECK(!jinan.annexes()[4].is_in_hand() && !jinan.annexes()[0].is_of_zones() &&
        !jinan.annexes()[0].is_of_land_use(64));
  CHECK(jinan.annexes()[5].area() == dijia::area::township && !jinan.annexes()[5].title().empty());
  CHECK(jinan.grades().size() == 9 && jinan.grades()[8].name() == "Ⅸ" && jinan.grades()[8].grade() == dijia::grade(9));
  CHECK(jinan.digest().size() == 64 && dijia::view(jinan.facts().document.replaces) == "济政发〔2018〕15号");
  CHECK(jinan.facts().document.replaces_date.value.year == 2018);
  const edition tongdao = edition::read(path("tongdao-2026"));
  CHECK(tongdao.annexes()[0].label() == "城镇基准地价表" && tongdao.annexes()[0].number() == 0);
  CHECK(tongdao.digest() != jinan.digest() && !tongdao.basis(dijia::area::first, "工矿").grade());
}

// An edition owns what it needs, and so does every copy of it.
void lifetimes() {
  std::optional<edition> kept;
  {
    std::vector<edition> editions;
    for (int i = 0; i < 9; ++i) {
      editions.push_back(edition::open(bytes("tongdao-2026")));
    }
    kept = editions[4];
  }
  CHECK(kept->grade("居住", "二级").printed() == 710);
  const edition moved = std::move(*kept);
  kept.reset();
  CHECK(moved.grade("居住", "二级").printed() == 710 && moved.city() == "通道侗族自治县");
  const auto borrowed = bytes("lanzhou-counties");
  CHECK(edition::borrow(borrowed.data(), borrowed.size()).grade("商业", "Ⅱ").printed() == 544);
}

void sets() {
  std::optional<dijia::edition_set> known;
  {
    const edition next = edition::read(path("jinan-2024-made-up"));
    known.emplace(std::vector<edition>{next, edition::read(path("shanghai-2010")), dijia::jinan_2020()});
  }
  const auto &jinan = dijia::jinan_2020();
  CHECK(known->on("济南市", "2021-05-06").name() == "jinan-2020" && known->editions().size() == 3);
  const auto next = known->on("济南市", "2026-05-06");
  CHECK(next.name() == "jinan-2024-made-up" && next.grade("商服", "Ⅰ").printed() == 12345);
  CHECK_THROWN(
      known->on("济南市", "2023-11-01"), DIJIA_NONE_IN_FORCE,
      "no edition is in force on 2023-11-01: jinan-2020 is until 2023-10-07, and the next, jinan-2024-made-up, "
      "is from 2024-01-01");
  CHECK(known->try_on("广州市", "2021-05-06").status() == DIJIA_NO_SUCH_CITY);
  CHECK(known->successor(jinan)->name() == "jinan-2024-made-up" && !known->successor(next));
  CHECK(known->validity_on(jinan, "2023-10-07") == dijia::validity::in_force);
  CHECK(known->validity_on(jinan, "2023-10-08") == dijia::validity::expired);
  CHECK(known->last_day_in_force(jinan) == dijia::date(2023, 10, 7) && !known->last_day_in_force(next));
  auto parcel = dijia::appraisal(jinan.grade("商服", "Ⅰ")).valuation_date("2024-01-01");
  CHECK(parcel.appraise().warnings_text().find("jinan-2024-made-up") == std::string::npos);
  CHECK(parcel.editions(*known).appraise().warnings_text().find("其后一版为 jinan-2024-made-up") != std::string::npos);
}

// Jinan's prices of the centre are none of the city's as a whole: all are dropped, and one is added.
void differences() {
  const edition next = edition::read(path("jinan-2024-made-up"));
  const auto all = dijia::differences(dijia::jinan_2020(), next);
  CHECK(all.size() == 24 + 221 + 1 && dijia::differences(next, next).empty());
  const auto &dropped = all[24];
  CHECK(dropped.how() == dijia::difference::kind::dropped && dropped.is_of_zone() && dropped.name() == "Ⅰ-1");
  CHECK(dropped.area() == "中心城区" && dropped.land_use() == "商服" && !dropped.after() && !dropped.percent());
  CHECK(dropped.before()->citation().annex() == 2 && dropped.before()->priced_area() == dijia::priced_area::land);
  const auto &added = all.back();
  CHECK(added.how() == dijia::difference::kind::added && !added.is_of_zone() && added.name() == "Ⅰ" && !added.before());
  CHECK(added.after()->printed() == 12345 && added.after()->citation().document() == "虚构〔2024〕1号");
  CHECK(!added.after()->is_lower_bound());
  const auto moved = dijia::differences(edition::read(path("shanghai-2010")), edition::read(path("shanghai-2013")));
  // Housing of grade 1: 25840 ÷ 17800 = 1.45168….
  CHECK(moved[0].name() == "Ⅰ" && moved[0].percent()->to_string() == "45.17" && moved[0].before()->printed() == 17800);
}

void refusals() {
  auto damaged = bytes("tongdao-2026");
  damaged[100] ^= 1U;
  CHECK_THROWN(edition::open(damaged), DIJIA_INVALID_FILE,
               "the edition file is damaged: its digest is not that of its contents");
  const auto refused = edition::try_open({});
  CHECK(!refused && refused.failure()->message() == "this is not an edition file");
  CHECK(refused.failure()->message(dijia::language::chinese) == "不是地价文件");
  CHECK(!edition::try_borrow(nullptr, 0) && !edition::try_borrow(damaged.data(), 10));
  // A narrow text is in the code page on Windows and a wide one in the locale's letters elsewhere; neither need have
  // every letter, so each system gets its own.
#ifdef _WIN32
  const std::filesystem::path nowhere = std::filesystem::path(folder + "/") / L"无.dijia";
#else
  const std::filesystem::path nowhere = folder + "/无.dijia";
#endif
  const auto missing = edition::try_read(nowhere);
  CHECK(missing.status() == DIJIA_INVALID_FILE);
  CHECK_TEXT(missing.failure()->message(), "the file " + folder + "/无.dijia cannot be read");
  CHECK_TEXT(missing.failure()->message(dijia::language::chinese), "无法读取文件 " + folder + "/无.dijia");
  CHECK(!edition::try_read(folder) &&
        edition::try_read(sources + "/tongdao-2026-prices.csv").status() == DIJIA_INVALID_FILE);
}

}  // namespace

int main(int argc, char **argv) {
  CHECK(argc == 3);
  folder = argv[1];
  sources = argv[2];
  figures();
  words();
  lists();
  lifetimes();
  sets();
  differences();
  refusals();
  std::cout << "notices: every figure as printed\n";
  return 0;
}
