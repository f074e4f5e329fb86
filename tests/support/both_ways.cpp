#include "support/both_ways.h"

#include <algorithm>
#include <limits>
#include <random>

#include "rules/matcher_builder.h"

namespace careportal_lint::test {
namespace {

bool touched(const Found& match, const std::vector<Found>& others) {
  return std::any_of(others.begin(), others.end(), [&](const Found& other) { return other.range.overlaps(match.range); });
}

std::vector<Range> ranges(const std::vector<Found>& found) {
  std::vector<Range> out;
  for (const Found& match : found) out.push_back(match.range);
  return out;
}

// A text can be taken apart into groups in more than one way; these must at least lie in it.
bool groups_are_in_it(const std::vector<Found>& found) {
  return std::all_of(found.begin(), found.end(), [](const Found& match) {
    if (!match.groups.empty() && match.groups[0] != match.range) return false;
    return std::all_of(match.groups.begin(), match.groups.end(), [&](const Range& group) {
      return group == Range{} || (match.range.begin <= group.begin && group.begin <= group.end && group.end <= match.range.end);
    });
  });
}

bool same_matches(const PlainSearch& search, const Document& document, bool phrases, const std::vector<Found>& quick,
                  const std::vector<Found>& plain) {
  if (!groups_are_in_it(quick)) return false;
  if (!phrases) return ranges(quick) == ranges(plain);
  return std::all_of(plain.begin(), plain.end(), [&](const Found& match) { return touched(match, quick); }) &&
         std::all_of(quick.begin(), quick.end(), [&](const Found& match) {
           const Range line = document.lines()[document.line_at(match.range.begin)].range;
           return touched(match, plain) && search.matches(document.text(), line, match.range);
         });
}

}  // namespace

std::vector<Found> matches_of(const Matcher& matcher, const Document& document, const MatchTable& table, PatternId pattern, bool finder) {
  std::vector<Found> out;
  const auto take = [&](const Match& match) {
    out.push_back({match.range, match.groups});
    return true;
  };
  if (finder) {
    const auto [first, last] = table.of(pattern);
    std::for_each(first, last, take);
  } else {
    table.each_phrase(pattern, take);
    matcher.find_all(document, table, pattern, take);
  }
  std::sort(out.begin(), out.end(),
            [](const Found& a, const Found& b) { return std::pair(a.range.begin, a.range.end) < std::pair(b.range.begin, b.range.end); });
  return out;
}

std::string listed(const Document& document, const std::vector<Found>& found) {
  std::string out;
  for (const Found& match : found) {
    out += " " + std::to_string(match.range.begin) + "'" + std::string(document.text(match.range)) + "'";
    for (std::size_t i = 1; i < match.groups.size(); ++i) out += "(" + std::string(document.text(match.groups[i])) + ")";
  }
  return out.empty() ? " nothing" : out;
}

std::string compare_both_ways(const PatternSpec& spec, std::string_view draft, std::size_t questions, unsigned seed, std::size_t& found) {
  const PlainSearch search(spec.pattern, spec.exact_case, spec.word_edges);
  if (!search.ok()) return {};
  MatcherBuilder builder;
  const PatternId id = builder.add(spec.pattern, spec.exact_case, spec.word_edges, spec.finder);
  const std::string block = builder.finish();
  FlatTables tables;
  read_tables(block, tables);
  const SourceText source = SourceText::decode(draft, "draft.txt");
  const Document document(source);

  std::vector<Found> plain;
  for (const Line& line : document.lines()) {
    for (Found& match : search.find_all(document.text(), line.range)) plain.push_back(std::move(match));
  }
  found += plain.size();

  // by the backtracker alone, by automata that are being made, and by those that are ready
  const Matcher patient(block, std::numeric_limits<std::uint32_t>::max());
  const Matcher hasty(block, 0);
  for (const Matcher* matcher : {&patient, &hasty, &hasty}) {
    const std::string way = matcher == &patient ? "by the backtracker, " : "by automata, ";
    const MatchTable table = matcher->scan(document);
    const std::vector<Found> quick = matches_of(*matcher, document, table, id, spec.finder);
    if (!same_matches(search, document, tables.patterns[id].phrases != 0, quick, plain))
      return way + "found:   " + listed(document, quick) + "\nexpected:" + listed(document, plain);

    const std::vector<Token>& tokens = document.tokens();
    std::mt19937 random(seed);
    for (std::size_t question = 0; question < questions && !tokens.empty(); ++question) {
      const std::size_t first = random() % tokens.size();
      std::size_t last = first;
      for (std::size_t more = random() % 8; more > 0 && last + 1 < tokens.size(); --more) ++last;
      const Range line = document.lines()[document.line_at(tokens[first].range.begin)].range;
      while (last > first && tokens[last].range.end > line.end) --last;
      const Range range{tokens[first].range.begin, tokens[last].range.end};
      const bool stands = matcher->contains(document, table, id, range);
      if (stands != search.contains(document.text(), range))
        return way + "contains: " + (stands ? "yes" : "no") + ", not so in '" + std::string(document.text(range)) + "'";
    }
  }
  return {};
}

}  // namespace careportal_lint::test
