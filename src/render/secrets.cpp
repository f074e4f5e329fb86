#include "render/secrets.h"

#include <algorithm>

#include "text/document.h"

namespace careportal_lint {
namespace {

constexpr std::size_t kMostExact = 100'000;
constexpr std::size_t kBits = std::size_t{1} << 26U;  // 8 MB
constexpr unsigned kMarks = 4;

constexpr std::uint64_t kSeed = 0xCBF29CE484222325U;

// The end of what begins at `pos`: a word, or one sign.
std::size_t step(std::string_view text, std::size_t pos) {
  std::size_t end = pos + 1;
  if (is_word_char(text[pos])) {
    while (end < text.size() && is_word_char(text[end])) ++end;
  }
  return end;
}

// Goes on from the hash of what stands before.
std::uint64_t extend(std::uint64_t hash, std::string_view text) {
  for (const char c : text) {
    const char lower = to_lower(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
    hash = (hash ^ static_cast<unsigned char>(lower)) * 0x100000001B3U;
  }
  return hash;
}

// The bits of the hash of a few letters are not spread well.
std::uint64_t spread(std::uint64_t hash) {
  hash = (hash ^ (hash >> 32U)) * 0xD6E8FEB86659FD93U;
  return hash ^ (hash >> 32U);
}

}  // namespace

void HashSet::mark(std::uint64_t hash) {
  hash = spread(hash);
  for (unsigned i = 0; i < kMarks; ++i) {
    const std::size_t bit = (hash + i * ((hash >> 40U) | 1U)) % kBits;
    bits_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
}

void HashSet::add(std::uint64_t hash) {
  if (!bits_.empty()) {
    mark(hash);
    return;
  }
  exact_.insert(hash);
  if (exact_.size() <= kMostExact) return;
  bits_.resize(kBits / 64);
  for (const std::uint64_t known : exact_) mark(known);
  std::unordered_set<std::uint64_t>().swap(exact_);
}

bool HashSet::has(std::uint64_t hash) const {
  if (bits_.empty()) return exact_.contains(hash);
  hash = spread(hash);
  for (unsigned i = 0; i < kMarks; ++i) {
    const std::size_t bit = (hash + i * ((hash >> 40U) | 1U)) % kBits;
    if ((bits_[bit / 64] >> (bit % 64) & 1U) == 0) return false;
  }
  return true;
}

void Secrets::add(const FileReport& report) {
  if (report.source == nullptr) return;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    if (diagnostic.category() != "confidentiality" || diagnostic.span.empty()) continue;
    const std::string_view written = report.source->text().substr(diagnostic.span.begin, diagnostic.span.size());
    add(written);
    // "José" is "Jose" in messages
    const FoldedText folded = fold(written);
    std::string_view read = folded.text;
    if (read.ends_with('\n')) read.remove_suffix(1);
    if (read != written) add(read);
  }
}

void Secrets::add(std::string_view text) {
  std::uint64_t hash = kSeed;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t end = step(text, pos);
    hash = extend(hash, text.substr(pos, end - pos));
    if (end < text.size()) begins_.add(hash);
    pos = end;
  }
  if (!text.empty()) whole_.add(hash);
}

std::vector<Span> Secrets::find(std::string_view text) const {
  std::vector<Span> out;
  if (empty()) return out;
  for (std::size_t begin = 0; begin < text.size(); begin = step(text, begin)) {
    std::uint64_t hash = kSeed;
    std::size_t longest = begin;
    for (std::size_t pos = begin; pos < text.size();) {
      const std::size_t end = step(text, pos);
      hash = extend(hash, text.substr(pos, end - pos));
      if (whole_.has(hash)) longest = end;
      if (!begins_.has(hash)) break;
      pos = end;
    }
    if (longest == begin) continue;
    if (!out.empty() && begin <= out.back().end) {
      out.back().end = std::max(out.back().end, longest);
    } else {
      out.push_back({begin, longest});
    }
  }
  return out;
}

}  // namespace careportal_lint
