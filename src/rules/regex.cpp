#include "rules/regex.h"

#include <re2/re2.h>

#include <array>

namespace careportal_lint {

struct Regex::Lazy {
  std::once_flag once;
  std::unique_ptr<re2::RE2> re;
};

Regex::Regex(const std::string& pattern, bool exact_case, PatternEdges edges)
    : pattern_((edges.begin ? "\\b(?:" : "(?:") + pattern + (edges.end ? ")\\b" : ")")),
      exact_case_(exact_case),
      lazy_(std::make_unique<Lazy>()) {}
Regex::~Regex() = default;
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;

const re2::RE2& Regex::compiled() const {
  std::call_once(lazy_->once, [this] {
    re2::RE2::Options options;
    options.set_encoding(re2::RE2::Options::EncodingLatin1);  // the folded text is ASCII
    options.set_case_sensitive(exact_case_);
    options.set_longest_match(true);
    options.set_log_errors(false);
    lazy_->re = std::make_unique<re2::RE2>(pattern_, options);
  });
  return *lazy_->re;
}

bool Regex::find(std::string_view text, Range within, std::uint32_t from, std::vector<Range>& groups) const {
  const re2::RE2& re = compiled();
  if (!re.ok()) return false;
  const re2::StringPiece piece(text.data() + within.begin, within.size());
  const auto wanted = static_cast<std::size_t>(std::min<int>(re.NumberOfCapturingGroups(), kMostCaptures)) + 1;
  std::array<re2::StringPiece, kMostCaptures + 1> found;
  if (!re.Match(piece, from - within.begin, piece.size(), re2::RE2::UNANCHORED, found.data(), static_cast<int>(wanted))) {
    return false;
  }
  groups.assign(wanted, Range{});
  for (std::size_t i = 0; i < wanted; ++i) {
    if (found.at(i).data() == nullptr) continue;
    const auto begin = static_cast<std::uint32_t>(found.at(i).data() - text.data());
    groups[i] = {begin, begin + static_cast<std::uint32_t>(found.at(i).size())};
  }
  return true;
}

bool Regex::contains(std::string_view text, Range within) const {
  const re2::RE2& re = compiled();
  if (!re.ok() || within.begin > within.end) return false;
  const re2::StringPiece piece(text.data() + within.begin, within.size());
  return re.Match(piece, 0, piece.size(), re2::RE2::UNANCHORED, nullptr, 0);
}

std::string Regex::error() const { return compiled().ok() ? std::string() : compiled().error(); }

std::size_t Regex::capture_count() const {
  return compiled().ok() ? static_cast<std::size_t>(compiled().NumberOfCapturingGroups()) : 0;
}

}  // namespace careportal_lint
