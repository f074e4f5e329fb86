#include "spelling/near_words.h"

#include <algorithm>

#include "spelling/slips.h"

namespace careportal_lint {

NearWords::NearWords(std::string_view written) : written_(written.substr(0, kLongest)) {
  using namespace slips;
  const std::size_t length = written_.size();
  for (std::size_t j = 0; j < length; ++j) {
    const char c = written_[j];
    const bool beside = (j > 0 && are_neighbors(written_[j - 1], c)) || (j + 1 < length && are_neighbors(written_[j + 1], c));
    extra_[j] = c == '\''                       ? kExtraApostrophe
                : j > 0 && written_[j - 1] == c ? kExtraDouble
                : is_vowel(c)                   ? kExtraVowel
                : beside                        ? kExtraNeighbor
                                                : kExtraLetter;
  }
  if (length > 1 && written_[0] != written_[1]) extra_[0] += kFirstLetter;
  add_readings();
  index_readings();
}

void NearWords::add_readings() {
  const std::size_t length = written_.size();
  swapped_.reserve(2 * length);
  readings_.reserve(64);
  for (std::size_t j = 0; j < length; ++j) {
    from_at_[j] = static_cast<std::uint8_t>(readings_.size());
    const auto add = [&](std::string_view meant, std::size_t size, int cost) {
      if (readings_.size() < kMostReadings) {
        readings_.push_back({meant, static_cast<std::uint8_t>(j), static_cast<std::uint8_t>(j + size), cost});
      }
    };
    if (j + 1 < length && written_[j] != written_[j + 1]) {
      swapped_.push_back(written_[j + 1]);
      swapped_.push_back(written_[j]);
      add({&swapped_[swapped_.size() - 2], 2}, 2, slips::kTranspose + (j == 0 ? slips::kFirstLetter : 0));
    }
    for (const slips::Sound& sound : slips::sounds_of(written_[j])) {
      if (written_.substr(j, sound.wrote.size()) == sound.wrote) add(sound.meant, sound.wrote.size(), sound.cost);
    }
  }
  for (std::size_t j = length; j < from_at_.size(); ++j) from_at_[j] = static_cast<std::uint8_t>(readings_.size());
}

void NearWords::index_readings() {
  std::array<std::uint16_t, kCodes + 1> ends{};
  std::array<std::uint16_t, kCodes + 1> begins{};
  for (const Reading& reading : readings_) {
    ++ends[code(reading.meant.back()) + 1];
    for (std::size_t k = 0; k + 1 < reading.meant.size(); ++k) ++begins[code(reading.meant[k]) + 1];
  }
  for (std::size_t c = 0; c < kCodes; ++c) {
    ends[c + 1] = static_cast<std::uint16_t>(ends[c + 1] + ends[c]);
    begins[c + 1] = static_cast<std::uint16_t>(begins[c + 1] + begins[c]);
  }
  ending_at_ = ends;
  begun_at_ = begins;
  ending_.resize(ends[kCodes]);
  begun_.resize(begins[kCodes]);
  for (std::size_t i = 0; i < readings_.size(); ++i) {
    const std::string_view meant = readings_[i].meant;
    ending_[ends[code(meant.back())]++] = static_cast<std::uint8_t>(i);
    for (std::size_t k = 0; k + 1 < meant.size(); ++k) {
      begun_[begins[code(meant[k])]++] = {static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(k + 1)};
    }
  }
}

void NearWords::walk(const WordGraph& graph, int bound, const Take& take) {
  if (graph.start() == 0 || written_.empty()) return;
  graph_ = &graph;
  take_ = &take;
  bound_ = bound;
  rows_[0][0] = 0;
  const std::size_t last = std::min<std::size_t>(written_.size(), kBand);
  for (std::size_t j = 1; j <= last; ++j) rows_[0][j] = rows_[0][j - 1] + extra_[j - 1];
  rows_[0][last + 1] = kFar;
  descend(graph.start(), 1);
}

void NearWords::descend(std::uint32_t at, std::size_t depth) {
  if (depth > written_.size() + kBand) return;
  const Letters letters = letters_after(depth - 1);
  for (;; ++at) {
    const WordGraph::Edge edge = graph_->edge(at);
    if ((letters & bit(edge.letter())) != 0) {
      path_[depth - 1] = edge.letter();
      fill_row(depth);
      if (edge.ends_word() && is_in_band(depth, written_.size())) {
        const int cost = rows_[depth][written_.size()];
        if (cost <= bound_) bound_ = (*take_)({path_.data(), depth}, cost);
      }
      if (edge.next() != 0) descend(edge.next(), depth + 1);
    }
    if (edge.last()) return;
  }
}

NearWords::Letters NearWords::letters_after(std::size_t depth) const {
  using namespace slips;
  const std::array<int, kLongest + 2>& row = rows_[depth];
  const std::size_t first = depth > kBand ? depth - kBand : 0;
  const std::size_t last = std::min(written_.size(), depth + kBand);
  Letters letters = 0;
  int lowest = kFar;
  for (std::size_t j = first; j <= last; ++j) {
    if (row[j] > bound_) continue;
    lowest = std::min(lowest, row[j]);
    if (j < written_.size()) letters |= bit(written_[j]);
    for (std::size_t i = from_at_[j]; i < from_at_[j + 1]; ++i) {
      if (row[j] + readings_[i].cost <= bound_) letters |= bit(readings_[i].meant[0]);
    }
  }
  if (lowest + std::min({kLostVowel, kVowel}) <= bound_) letters |= kVowels;
  if (lowest + std::min({kLostLetter, kNeighborKey, kEdit}) <= bound_) letters = kAll;
  if (lowest + kLostApostrophe <= bound_) letters |= bit('\'');
  if (depth == 0) return letters;
  if (lowest + kLostDouble <= bound_) letters |= bit(path_[depth - 1]);
  // sounds and swaps of which the first letters were walked
  const std::size_t place = code(path_[depth - 1]);
  for (std::size_t i = begun_at_[place]; i < begun_at_[place + 1]; ++i) {
    const Reading& reading = readings_[begun_[i].reading];
    const std::size_t size = begun_[i].length;
    if (size > depth || !is_in_band(depth - size, reading.from)) continue;
    if (rows_[depth - size][reading.from] + reading.cost > bound_) continue;
    if (std::string_view(&path_[depth - size], size) == reading.meant.substr(0, size)) letters |= bit(reading.meant[size]);
  }
  return letters;
}

int NearWords::lost_cost(std::size_t depth) const {
  using namespace slips;
  const char c = path_[depth - 1];
  if (c == '\'') return kLostApostrophe;
  if (depth == 1) return (is_vowel(c) ? kLostVowel : kLostLetter) + kFirstLetter;
  if (path_[depth - 2] == c) return kLostDouble;
  return is_vowel(c) ? kLostVowel : kLostLetter;
}

void NearWords::fill_row(std::size_t depth) {
  const char c = path_[depth - 1];
  const std::array<int, kLongest + 2>& above = rows_[depth - 1];
  std::array<int, kLongest + 2>& row = rows_[depth];
  const std::size_t length = written_.size();
  const std::size_t first = depth > kBand ? depth - kBand : 0;
  const std::size_t last = std::min(length, depth + kBand);
  if (first > last) return;
  const int lost = lost_cost(depth);
  const auto& meant = slips::substitutes(c);
  for (std::size_t j = first; j <= last; ++j) {
    int cost = is_in_band(depth - 1, j) ? above[j] + lost : kFar;
    if (j > 0) {
      const int swap =
          written_[j - 1] == c ? 0 : slips::substitute(meant, written_[j - 1]) + (depth == 1 || j == 1 ? slips::kFirstLetter : 0);
      cost = std::min(cost, above[j - 1] + swap);
      if (j > first) cost = std::min(cost, row[j - 1] + extra_[j - 1]);
    }
    row[j] = cost;
  }
  const std::size_t begin = ending_at_[code(c)];
  const std::size_t end = ending_at_[code(c) + 1];
  for (std::size_t i = begin; i < end; ++i) {
    const Reading& reading = readings_[ending_[i]];
    const std::size_t size = reading.meant.size();
    if (size > depth || !is_in_band(depth - size, reading.from) || !is_in_band(depth, reading.to)) continue;
    const int cost = rows_[depth - size][reading.from] + reading.cost;
    if (cost >= row[reading.to] || std::string_view(&path_[depth - size], size) != reading.meant) continue;
    row[reading.to] = cost;
  }
}

}  // namespace careportal_lint
