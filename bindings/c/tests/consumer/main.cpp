#include <dijia.hpp>
#include <iostream>

int main() {
  std::cout << dijia::jinan_2020().zone("商服", "III-4").per_square_metre() << '\n';
  return 0;
}
