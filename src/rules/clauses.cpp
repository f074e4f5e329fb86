#include "rules/clauses.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "lexicon/word_classes.h"

namespace careportal_lint {
namespace {

constexpr auto kRoles = std::to_array<std::pair<std::string_view, ClauseWord>>({{"subject", ClauseWord::subject},
                                                                                {"subject-verb", ClauseWord::subject_verb},
                                                                                {"it", ClauseWord::it},
                                                                                {"there", ClauseWord::there},
                                                                                {"determiner", ClauseWord::determiner},
                                                                                {"person", ClauseWord::person},
                                                                                {"verb", ClauseWord::verb},
                                                                                {"be", ClauseWord::be},
                                                                                {"lets", ClauseWord::lets},
                                                                                {"rest-of-verb", ClauseWord::rest_of_verb},
                                                                                {"adverb", ClauseWord::adverb},
                                                                                {"object", ClauseWord::object},
                                                                                {"preposition", ClauseWord::preposition},
                                                                                {"time", ClauseWord::time},
                                                                                {"ties", ClauseWord::ties},
                                                                                {"opens", ClauseWord::opens},
                                                                                {"reports", ClauseWord::reports}});

ClauseWord find_role(std::string_view name) {
  for (const auto& [known, role] : kRoles) {
    if (known == name) return role;
  }
  return ClauseWord::other;
}

// How sure it is that a clause stands on its own. "she sleeps" may also belong to "the bed she sleeps in".
enum class Surety : std::uint8_t { none, weak, strong };

struct Clause {
  std::size_t verb = 0;
  Surety surety = Surety::none;
};

// The signs between two words: nothing but a blank, a comma, or something that ends a thought.
enum class Gap : std::uint8_t { blank, comma, stop };

constexpr std::size_t kFarBack = 5;  // words in which "says" or "so" still reach a clause

class SentenceWords {
 public:
  SentenceWords(const Document& document, const TextTable& words, std::size_t first, std::size_t last)
      : document_(document), first_(first), count_(last - first) {
    roles_.reserve(count_);
    for (std::size_t i = 0; i < count_; ++i) roles_.push_back(role_of(words, i));
  }

  std::vector<Joint> joints() {
    std::vector<Joint> out;
    begin_thought(0);
    for (std::size_t i = 0; i < count_; ++i) {
      if (i > 0 && gap(i) == Gap::stop) begin_thought(i);
      const std::optional<Clause> clause = clause_at(i);
      if (!clause) {
        if (roles_[i] == ClauseWord::opens && opens_thought(i)) ++announced_;
        continue;
      }
      if (!has_clause_ || (i <= last_verb_ + 1 && gap(i) == Gap::blank)) {
        // the first one; "the week she moved in" announces another
        if (!has_clause_ && i > thought_ && gap(i) == Gap::blank && is_picked_out(i)) ++announced_;
      } else if (is_tied(i)) {
        // the writer has joined it
      } else if (announced_ > 0) {
        --announced_;
      } else if (stands_alone(i, *clause)) {
        out.push_back({first_ + i - 1, first_ + i, gap(i) == Gap::comma});
        thought_ = i;
      }
      has_clause_ = true;
      last_verb_ = clause->verb;
      last_is_be_ = roles_[clause->verb] == ClauseWord::be;
      i = clause->verb;
    }
    if (is_series(out)) out.clear();
    return out;
  }

 private:
  // "The kids are home, the job is steady, and the grades are good." "They do chores, they do homework, they do dishes."
  [[nodiscard]] bool is_series(const std::vector<Joint>& joints) const {
    if (joints.empty() || !std::all_of(joints.begin(), joints.end(), [](const Joint& joint) { return joint.comma; })) return false;
    for (std::size_t i = joints.back().first - first_ + 1; i < count_; ++i) {
      if (gap(i) == Gap::comma && (is_word(i, "and") || is_word(i, "or"))) return true;
    }
    return std::all_of(joints.begin(), joints.end(), [&](const Joint& joint) {
      const std::size_t at = joint.first - first_;
      return at + 1 < count_ && lower(at) == lower(0) && lower(at + 1) == lower(1);
    });
  }

  [[nodiscard]] ClauseWord role_of(const TextTable& words, std::size_t i) const {
    const Word& word = document_.words()[first_ + i];
    if (word.shape == Shape::digits) return ClauseWord::object;
    return find_role(words.find(lower(i)));
  }

  [[nodiscard]] WordClasses classes(std::size_t i) const { return WordClassTable::embedded().find(lower(i)); }

  // between word i - 1 and word i
  [[nodiscard]] Gap gap(std::size_t i) const {
    const std::vector<Word>& words = document_.words();
    const std::string_view between = document_.text({words[first_ + i - 1].range.end, words[first_ + i].range.begin});
    if (between == " " || between == "\n") return Gap::blank;
    return between == ", " || between == ",\n" ? Gap::comma : Gap::stop;
  }

  void begin_thought(std::size_t i) {
    thought_ = i;
    has_clause_ = false;
    announced_ = 0;
  }

  [[nodiscard]] bool is_role(std::size_t i, ClauseWord role) const { return i < count_ && roles_[i] == role; }

  // The same thought goes on at word i.
  [[nodiscard]] bool goes_on(std::size_t i) const { return i < count_ && gap(i) == Gap::blank; }

  [[nodiscard]] std::size_t skip_adverbs(std::size_t i) const {
    while (goes_on(i) && roles_[i] == ClauseWord::adverb) ++i;
    return i;
  }

  // A clause whose subject begins at word i.
  [[nodiscard]] std::optional<Clause> clause_at(std::size_t i) const {
    const ClauseWord role = roles_[i];
    if (role == ClauseWord::subject_verb) return complete(i, true);
    if (role == ClauseWord::there)
      return goes_on(i + 1) && is_role(i + 1, ClauseWord::be) ? std::optional(complete(i + 1, true)) : std::nullopt;
    if (role == ClauseWord::subject || role == ClauseWord::it) {
      const std::size_t verb = skip_adverbs(i + 1);
      if (!goes_on(verb)) return std::nullopt;
      if (is_finite(verb)) return complete(verb, roles_[verb] == ClauseWord::be);
      const bool plain = roles_[verb] == ClauseWord::other || roles_[verb] == ClauseWord::reports || is_word(verb, "like");
      return plain && is_verb(verb) ? std::optional(complete(verb, false)) : std::nullopt;
    }
    if (role != ClauseWord::determiner && role != ClauseWord::person) return std::nullopt;
    return clause_of_noun(i, role == ClauseWord::person ? i : i + 1);
  }

  // "the (little) girls are": up to two words from the first that can be the noun to the verb. Most nouns can be verbs, so a verb
  // that the table of clause words does not tell of only counts for the first clause.
  [[nodiscard]] std::optional<Clause> clause_of_noun(std::size_t begin, std::size_t noun) const {
    if (noun > begin && !goes_on(noun)) return std::nullopt;
    for (std::size_t next = noun + 1; next < noun + 3 && goes_on(next); ++next) {
      const std::size_t verb = skip_adverbs(next);
      if (!goes_on(verb)) return std::nullopt;
      if (is_finite(verb)) return complete(verb, roles_[verb] == ClauseWord::be);
      if (!has_clause_ && roles_[verb] == ClauseWord::other && is_verb(verb)) {
        const Clause clause = complete(verb, false);
        if (clause.surety == Surety::strong) return clause;
      }
      if (roles_[next] != ClauseWord::other && roles_[next] != ClauseWord::person) break;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_verb(std::size_t i) const {
    const WordClasses is = classes(i);
    return is.has(WordClass::verb) || is.has(WordClass::verb_s) || is.has(WordClass::past);
  }

  [[nodiscard]] bool is_noun(std::size_t i) const { return classes(i).has(WordClass::noun) || classes(i).has(WordClass::plural); }
  [[nodiscard]] bool is_finite(std::size_t i) const {
    return roles_[i] == ClauseWord::verb || roles_[i] == ClauseWord::be || roles_[i] == ClauseWord::lets;
  }
  // A word that can begin the object of a verb.
  [[nodiscard]] bool begins_object(std::size_t i) const {
    return roles_[i] == ClauseWord::determiner || roles_[i] == ClauseWord::object || roles_[i] == ClauseWord::it;
  }

  // The clause whose verb is word i, and if what follows shows that nothing is left out as in "the bed she has".
  [[nodiscard]] Clause complete(std::size_t verb, bool be) const {
    std::size_t i = verb + 1;
    while (goes_on(i) && (roles_[i] == ClauseWord::rest_of_verb || roles_[i] == ClauseWord::adverb)) ++i;
    // "can pick up the", "does not have a"
    const bool helping = !be && goes_on(i) && roles_[verb] == ClauseWord::verb && (is_verb(i) || roles_[i] == ClauseWord::verb);
    if (helping) {
      ++i;
      while (goes_on(i) && (roles_[i] == ClauseWord::rest_of_verb || roles_[i] == ClauseWord::adverb)) ++i;
    }
    // "might one day own"
    if (goes_on(i + 1) && begins_object(i) && roles_[i + 1] == ClauseWord::time) i += 2;
    if (!goes_on(i)) return {verb, i == verb + 1 ? Surety::none : Surety::weak};
    if (is_finite(i)) return {verb, Surety::none};
    if (roles_[i] == ClauseWord::it) return {verb, goes_on(i + 1) && is_finite(i + 1) ? Surety::none : Surety::strong};
    if (begins_object(i)) return {verb, goes_on(i + 1) && is_word(i + 1, "little") ? Surety::weak : Surety::strong};
    if (roles_[i] == ClauseWord::opens) return {verb, helping ? Surety::strong : Surety::none};
    if (roles_[i] == ClauseWord::preposition) {
      return {verb, be && goes_on(i + 1) && begins_object(i + 1) ? Surety::strong : Surety::weak};
    }
    const WordClasses is = classes(i);
    if (roles_[i] == ClauseWord::other && is.has(WordClass::ing)) {
      std::size_t next = skip_adverbs(i + 1);
      if (goes_on(next) && next > i + 1) return {verb, Surety::strong};
      // "is trying to find bunk beds"
      if (goes_on(next + 1) && is_word(next, "to")) next += 2;
      return {verb, goes_on(next) && (begins_object(next) || (next > i + 1 && is_noun(next))) ? Surety::strong : Surety::weak};
    }
    // "a tooth she would be glad to show"
    const bool to_do = i + 1 < count_ && is_word(i + 1, "to");
    return {verb, be && is.has(WordClass::adjective) && !to_do ? Surety::strong : Surety::weak};
  }

  // "When she came ...": what it opens is not the last clause of the thought.
  [[nodiscard]] bool opens_thought(std::size_t i) const {
    if (i == thought_) return true;
    const std::size_t before = i - 1;
    return gap(i) == Gap::comma || roles_[before] == ClauseWord::ties || roles_[before] == ClauseWord::adverb ||
           roles_[before] == ClauseWord::opens || roles_[before] == ClauseWord::reports;
  }

  [[nodiscard]] bool joins(std::size_t i) const { return roles_[i] == ClauseWord::ties || roles_[i] == ClauseWord::opens; }

  // The clause that begins at word i has a word that joins it to what stands before.
  [[nodiscard]] bool is_tied(std::size_t i) const {
    if (gap(i) == Gap::blank) {
      switch (roles_[i - 1]) {
        case ClauseWord::ties:
        case ClauseWord::opens:
        case ClauseWord::preposition:
        case ClauseWord::verb:
        case ClauseWord::be:
        case ClauseWord::determiner:
        case ClauseWord::rest_of_verb:
        case ClauseWord::object: return true;
        case ClauseWord::lets:
          if (roles_[i] == ClauseWord::determiner || roles_[i] == ClauseWord::person) return true;
          break;
        default: break;
      }
    } else if (is_word(i - 1, "yes") || is_word(i - 1, "no")) {
      return true;
    }
    const std::size_t from = std::max(i > kFarBack ? i - kFarBack : 0, thought_);
    for (std::size_t back = i; back-- > from;) {
      if (roles_[back] == ClauseWord::reports) return true;
    }
    // "and now she", "and in the meantime they", "but this year his": nothing but when and where after the word that joins
    for (std::size_t back = i - 1; back > last_verb_; --back) {
      if (!joins(back)) continue;
      const ClauseWord next = roles_[back + 1];
      const bool when_or_where = next == ClauseWord::adverb || next == ClauseWord::preposition || next == ClauseWord::rest_of_verb ||
                                 next == ClauseWord::time || gap(back + 1) == Gap::comma;
      if (when_or_where) return true;
      if (next == ClauseWord::determiner && roles_[i - 1] == ClauseWord::time) return true;
    }
    return gap(i) == Gap::blank && is_picked_out(i);
  }

  // "the week [she moved]", "all the help [they get]", "the nicest room [he has had]", "how neat [they are]": the words before pick
  // something out, and the clause says which.
  [[nodiscard]] bool is_picked_out(std::size_t i) const {
    for (std::size_t back = i; back-- > thought_ && i - back <= 3;) {
      if (is_word(back, "how") && i - back == 2) return true;
      if (is_word(back, "all") || is_word(back, "every") || is_word(back, "only") || is_word(back, "same")) return true;
      if (lower(back).ends_with("est") && classes(back).has(WordClass::adjective)) return true;
    }
    return roles_[i - 1] == ClauseWord::time && i >= 2 && is_word(i - 2, "the");
  }

  [[nodiscard]] std::string lower(std::size_t i) const { return to_lower(document_.text(document_.words()[first_ + i].range)); }
  [[nodiscard]] bool is_word(std::size_t i, std::string_view word) const { return lower(i) == word; }

  [[nodiscard]] bool stands_alone(std::size_t i, const Clause& clause) const {
    if (clause.surety == Surety::none) return false;
    if (gap(i) == Gap::comma) return true;
    // "is close they eat"
    const bool told = last_is_be_ && i - last_verb_ <= 3 && classes(i - 1).has(WordClass::adjective);
    const bool ends = told || roles_[i - 1] == ClauseWord::adverb || roles_[i - 1] == ClauseWord::time;
    if (roles_[i] != ClauseWord::determiner && roles_[i] != ClauseWord::person) return clause.surety == Surety::strong || ends;
    // "let the kids": a noun behind a verb is its object
    return clause.surety == Surety::strong && (ends || (is_noun(i - 1) && !is_verb(i - 1) && !classes(i - 1).has(WordClass::ing)));
  }

  const Document& document_;
  std::size_t first_;
  std::size_t count_;
  std::vector<ClauseWord> roles_;
  std::size_t thought_ = 0;    // where it begins
  std::size_t last_verb_ = 0;  // of the clause before
  bool last_is_be_ = false;    // that verb is a form of "be"
  bool has_clause_ = false;    // the thought has one
  std::size_t announced_ = 0;  // clauses that need no other word, since "when" stands before
};

}  // namespace

std::vector<std::string> Clauses::role_names() {
  std::vector<std::string> names;
  for (const auto& role : kRoles) names.emplace_back(role.first);
  return names;
}

std::vector<Joint> Clauses::joints(const Document& document, std::size_t first, std::size_t last) const {
  return SentenceWords(document, words_, first, last).joints();
}

}  // namespace careportal_lint
