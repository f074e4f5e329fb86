#include "rules/fitting.h"

#include <algorithm>

#include "rules/agreement.h"
#include "rules/slots.h"
#include "text/english.h"

namespace careportal_lint {
namespace {

constexpr std::size_t kWordsBefore = 6;
constexpr std::size_t kMostRepeated = 4;

bool is_in(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_article(std::string_view word) { return is_in(word, {"a", "an"}); }

// A word after which no article or other determiner may follow.
bool is_determiner(std::string_view word) {
  return is_article(word) || is_in(word, {"the", "my", "your", "his", "her", "our", "their", "its", "this", "that"});
}

// "the", "her": the first word of a rewrite that brings its own.
bool opens_with_determiner(std::string_view first) {
  return is_determiner(first) || is_in(first, {"some", "one", "each", "all", "every", "any", "several", "two"});
}

// "had a hard season", "in need of support": no article goes before it.
bool opens_without_noun(std::string_view first) {
  // "move", "needs" may be nouns
  return is_in(first, {"is",  "are",  "was",   "were",   "has",     "have",    "had",  "could", "would",  "will",
                       "can", "went", "came",  "got",    "made",    "kept",    "in",   "on",    "with",   "at",
                       "for", "from", "after", "during", "through", "because", "been", "going", "getting"});
}

// "services", "help": no indefinite article goes before it.
bool takes_no_indefinite(std::string_view last) {
  return looks_plural(last) || is_in(last, {"support", "help", "food", "clothing", "furniture", "progress", "transportation", "care"});
}

// Stands between an article and a noun: "her new [..]", "a bad [..]".
bool is_adjective(std::string_view word) {
  return is_in(word, {"bad",    "big",   "little", "recent", "new",      "old",   "small",    "great",   "good",
                      "huge",   "last",  "next",   "first",  "second",   "other", "young",    "older",   "younger",
                      "oldest", "local", "own",    "same",   "previous", "long",  "terrible", "current", "whole"});
}

bool is_person(std::string_view word) {
  return is_in(word, {"child",       "caregiver", "aunt",    "uncle",  "cousin", "sister", "brother", "worker", "caseworker", "friend",
                      "grandparent", "relative",  "sibling", "parent", "teen",   "boy",    "girl",    "son",    "daughter",   "person"});
}

struct Spot {
  Range range;
  std::string lower;
};

std::vector<Spot> words_of(std::string_view text) {
  std::vector<Spot> out;
  for (std::uint32_t pos = 0; pos < text.size();) {
    std::uint32_t end = pos;
    while (end < text.size() && (is_word_char(text[end]) || text[end] == '\'')) ++end;
    if (end > pos) out.push_back({{pos, end}, to_lower(text.substr(pos, end - pos))});
    pos = std::max(end, pos + 1);
  }
  return out;
}

// The writer's own bytes: folded text has lost accents and curly quotes.
std::string_view original(const Document& document, Range range) {
  if (range.empty()) return {};
  const Span span = document.to_original(range);
  return document.source().text().substr(span.begin, span.size());
}

// One suggestion on its way into its sentence.
class Fitting {
 public:
  Fitting(const Document& document, Range range, std::string text)
      : document_(document), whole_(document.text()), edit_{range, std::move(text)} {
    if (document.sentences().empty()) return;
    sentence_ = document.scope(Scope::sentence, range);
    caps_ = document.caps_around(range);
  }

  Edit fitted() {
    if (drops_shown_people()) edit_.text.clear();
    if (!edit_.text.empty()) {
      if (!caps_) {
        keep_frame(edit_, whole_.substr(edit_.range.begin, edit_.range.size()), whole_.substr(edit_.range.end));
        fit_clause();
      }
      fit_verb();
      fit_article();
      drop_repeated_before();
      drop_repeated_after();
      fit_possessive();
      fit_end();
      fit_verb_after();
    }
    // "mom [Ashley]" is "mom" now
    if (edit_.text.empty()) {
      broken_ = document_.starts_sentence(edit_.range.begin) && !words_after().empty() && is_verb_form(words_after().front().lower);
      return delete_cleanly(document_, edit_.range);
    }
    const bool begins = document_.starts_sentence(edit_.range.begin) && edit_.range.begin < whole_.size();
    if (begins && is_upper(whole_[edit_.range.begin])) edit_.text[0] = to_upper(edit_.text[0]);
    return edit_;
  }

  /// The sentence is worse off: it lost its subject, or the rewrite cannot stand where it does.
  [[nodiscard]] bool is_broken() const { return broken_; }

 private:
  // The words that stand right before the edit, one blank apart, the nearest one last.
  const std::vector<Spot>& words_before() {
    std::vector<Spot>& out = before_.spots;
    if (before_.place == edit_.range.begin) return out;
    before_.place = edit_.range.begin;
    out.clear();
    std::uint32_t end = edit_.range.begin;
    while (out.size() < kWordsBefore && end > sentence_.begin + 1 && whole_[end - 1] == ' ') {
      --end;
      std::uint32_t begin = end;
      while (begin > sentence_.begin && (is_word_char(whole_[begin - 1]) || whole_[begin - 1] == '\'')) --begin;
      if (begin == end) break;
      out.push_back({{begin, end}, to_lower(whole_.substr(begin, end - begin))});
      end = begin;
    }
    std::reverse(out.begin(), out.end());
    return out;
  }

  // ... and right after it.
  const std::vector<Spot>& words_after() {
    std::vector<Spot>& out = after_.spots;
    if (after_.place == edit_.range.end) return out;
    after_.place = edit_.range.end;
    out.clear();
    std::uint32_t begin = edit_.range.end;
    while (out.size() < kMostRepeated && begin < sentence_.end && whole_[begin] == ' ') {
      std::uint32_t end = ++begin;
      while (end < sentence_.end && (is_word_char(whole_[end]) || whole_[end] == '\'')) ++end;
      if (end == begin) break;
      out.push_back({{begin, end}, to_lower(whole_.substr(begin, end - begin))});
      begin = end;
    }
    return out;
  }

  // The words of the rewrite as it stands.
  const std::vector<Spot>& own_words() {
    if (!own_known_ || own_text_ != edit_.text) {
      own_ = words_of(edit_.text);
      own_text_ = edit_.text;
      own_known_ = true;
    }
    return own_;
  }

  // The edit takes the words from `begin` along.
  void reach_back(std::uint32_t begin) { edit_.range.begin = begin; }

  void set_first_letter(bool large) {
    if (large && !edit_.text.empty()) edit_.text[0] = to_upper(edit_.text[0]);
  }

  // "the 3 kids, [tay, mari and nyla]" -> "the 3 kids", "supervisor [Tammy]" -> "supervisor": the names say nothing that is
  // not there.
  [[nodiscard]] bool drops_shown_people() {
    const std::uint32_t begin = edit_.range.begin;
    const std::string role = to_lower(edit_.text);
    const std::vector<Spot>& titles = words_before();
    if (!titles.empty() &&
        is_in(titles.back().lower, {"supervisor", "caseworker", "worker", "manager", "director", "therapist", "landlord"}) &&
        is_in(role, {"the caregiver", "the child", "the family", "a worker", "the caseworker", "the worker"})) {
      return true;
    }
    if (!is_in(role, {"the family", "the children", "the child", "the kids"})) return false;
    if (begin < sentence_.begin + 4 || whole_.substr(begin - 2, 2) != ", ") return false;
    const char next = edit_.range.end < whole_.size() ? whole_[edit_.range.end] : '\n';
    if (std::string_view(",.;!)\n").find(next) == std::string_view::npos) return false;
    const std::vector<Spot> before = words_of(whole_.substr(sentence_.begin, begin - 2 - sentence_.begin));
    return !before.empty() &&
           is_in(before.back().lower, {"kids", "children", "boys", "girls", "siblings", "twins", "sons", "daughters", "brothers", "sisters",
                                       "kiddos", "teens", "grandchildren", "grandkids", "child", "boy", "girl"});
  }

  // "for [there was a hard season]" -> "for a hard season"
  void fit_clause() {
    const std::vector<Spot>& before = words_before();
    if (before.empty()) return;
    const std::string& last = before.back().lower;
    const bool owner =
        is_in(last, {"moms", "dads", "mothers", "fathers", "mom's", "dad's", "parents'"}) && edit_.text.starts_with("the family ");
    if (!owner && may_follow(kind_of(edit_.text), last)) return;
    for (const std::string_view opening : {"there was ", "there were ", "there is ", "it has been ", "it was "}) {
      if (edit_.text.starts_with(opening)) edit_.text.erase(0, opening.size());
    }
    // "because moms [rights were terminated]" -> "because the family has been through a lot"
    if (edit_.text.starts_with("the family ") &&
        is_in(last, {"moms", "dads", "mothers", "fathers", "mom's", "dad's", "her", "his", "their", "parents'"})) {
      reach_back(before.back().range.begin);
      return;
    }
    // a verb after "is" or "has" is for the agreement to mend
    broken_ = !may_follow(kind_of(edit_.text), last);
  }

  void fit_verb() {
    const std::vector<Spot>& before = words_before();
    if (before.empty() || caps_) return;
    std::vector<std::string> words;
    for (const Spot& word : before) words.push_back(word.lower);
    // "she's", "they're"
    const Spot& last = before.back();
    const std::size_t apostrophe = last.lower.rfind('\'');
    const std::string_view ending = apostrophe == std::string::npos ? std::string_view() : std::string_view(last.lower).substr(apostrophe);
    const std::string_view subject = std::string_view(last.lower).substr(0, std::min(apostrophe, last.lower.size()));
    const bool contracted = (ending == "'s" && is_in(subject, {"she", "he", "it", "that", "who", "there"})) || ending == "'re";
    if (contracted) {
      words.back() = subject;
      words.emplace_back(ending == "'re" ? "are" : "is");
    }
    const std::optional<Agreed> agreed = agree(words, edit_.text);
    if (!agreed) return;
    edit_.text = agreed->text;
    if (!agreed->takes_last) return;
    if (contracted) {
      edit_.text = std::string(whole_.substr(last.range.begin, apostrophe)) + " " + edit_.text;  // a pronoun: plain letters
      reach_back(last.range.begin);
      return;
    }
    const bool large = is_upper(whole_[last.range.begin]);
    reach_back(last.range.begin);
    set_first_letter(large);
  }

  void fit_article() {
    const std::vector<Spot>& before = words_before();
    const std::vector<Spot>& own = own_words();
    if (before.empty() || own.empty()) return;
    const Spot& last = before.back();
    const std::string& first = own.front().lower;
    const bool after_adjective = before.size() > 1 && is_adjective(last.lower) && is_determiner(before[before.size() - 2].lower);
    if (after_adjective && is_in(first, {"a", "an", "the"}) && own.size() > 1) {
      edit_.text.erase(0, own[1].range.begin);
      return;
    }
    if (!is_determiner(last.lower)) {
      if (last.lower == "each" || last.lower == "every" || last.lower == "no") drop_own_article(own);
      return;
    }
    // "the [house was condemned]"
    if (kind_of(edit_.text) == Kind::clause && is_in(last.lower, {"a", "an", "the"})) {
      const bool large = is_upper(whole_[last.range.begin]);
      reach_back(last.range.begin);
      if (!caps_) set_first_letter(large);
      return;
    }
    // "that the family": a link here
    if (last.lower == "that" && (opens_with_determiner(first) || opens_without_noun(first))) return;
    // "this is ..", "her has"
    if (opens_without_noun(first) && !is_in(last.lower, {"a", "an", "the"})) return;
    std::string article(whole_.substr(last.range.begin, last.range.size()));
    const bool large = is_upper(article[0]);
    if (opens_with_determiner(first) || opens_without_noun(first) || (is_article(last.lower) && takes_no_indefinite(own.back().lower))) {
      reach_back(last.range.begin);
      if (!caps_) set_first_letter(large);
      return;
    }
    if (!is_article(last.lower) || own.front().range.begin != 0 || indefinite_article(first) == last.lower) return;
    article = indefinite_article(first);
    if (large) article[0] = to_upper(article[0]);
    if (caps_) std::transform(article.begin(), article.end(), article.begin(), [](char c) { return to_upper(c); });
    reach_back(last.range.begin);
    edit_.text = article + " " + edit_.text;
  }

  void drop_own_article(const std::vector<Spot>& own) {
    if (own.size() > 1 && is_in(own.front().lower, {"a", "an", "the", "some"})) edit_.text.erase(0, own[1].range.begin);
  }

  // "the family [the family]"
  void drop_repeated_before() {
    const std::vector<Spot>& before = words_before();
    if (!before.empty() && before.back().lower == "home" && edit_.text.starts_with("back home"))
      edit_.text.erase(0, 9 + (edit_.text.size() > 9 ? 1 : 0));
    const std::vector<Spot>& own = own_words();
    if (drop_repeated_over_link(before, own)) return;
    for (std::size_t count = std::min({kMostRepeated, before.size(), own.size()}); count > 0; --count) {
      bool same = own.front().range.begin == 0;
      for (std::size_t i = 0; i < count; ++i) same = same && before[before.size() - count + i].lower == own[i].lower;
      if (!same) continue;
      edit_.text.erase(0, count < own.size() ? own[count].range.begin : edit_.text.size());
      return;
    }
  }

  // "services and [classes]" -> "services"
  bool drop_repeated_over_link(const std::vector<Spot>& before, const std::vector<Spot>& own) {
    if (own.empty() || before.size() < own.size() + 1 || !is_in(before.back().lower, {"and", "or"})) return false;
    for (std::size_t i = 0; i < own.size(); ++i) {
      if (before[before.size() - 1 - own.size() + i].lower != own[i].lower) return false;
    }
    if (is_person(own.back().lower)) {  // "the child and [Ava]" are two
      edit_.text = plural(own.size() == 2 && is_article(own.front().lower) ? own.back().lower : to_lower(edit_.text));
      const std::uint32_t begin = before[before.size() - 1 - own.size()].range.begin;
      reach_back(begin);
      if (!caps_) set_first_letter(is_upper(whole_[begin]));
      return true;
    }
    reach_back(before.back().range.begin);
    edit_.text.clear();
    return true;
  }

  void drop_repeated_after() {
    const std::vector<Spot>& after = words_after();
    const std::vector<Spot>& own = own_words();
    for (std::size_t count = std::min({kMostRepeated, after.size(), own.size()}); count > 0; --count) {
      bool same = own.back().range.end == edit_.text.size();
      for (std::size_t i = 0; i < count; ++i) same = same && own[own.size() - count + i].lower == after[i].lower;
      if (!same) continue;
      const std::size_t end = count < own.size() ? own[own.size() - count - 1].range.end : 0;
      edit_.text.erase(end);
      if (end == 0) take_over(after, count);
      return;
    }
  }

  // The rewrite is what follows already: "[Ashley] mom" -> "mom", with the capital of the place.
  void take_over(const std::vector<Spot>& after, std::size_t count) {
    const Range words{after.front().range.begin, after[count - 1].range.end};
    const bool large = is_upper(whole_[edit_.range.begin]) && document_.starts_sentence(edit_.range.begin);
    edit_.text = original(document_, words);
    edit_.range.end = words.end;
    set_first_letter(large);
  }

  // "the [parents]'s"
  void fit_possessive() {
    const std::uint32_t end = edit_.range.end;
    if (edit_.text.empty() || end + 1 >= whole_.size() || whole_.substr(end, 2) != "'s" ||
        (end + 2 < whole_.size() && is_word_char(whole_[end + 2])))
      return;
    const std::string with = possessive(edit_.text);
    if (with.ends_with("'s") && !edit_.text.ends_with("'s")) return;
    edit_.text = edit_.text.ends_with("'s") || edit_.text.ends_with("s'") ? edit_.text : with;
    edit_.range.end += 2;
  }

  // "[Cash] is" -> "Groceries are"
  void fit_verb_after() {
    const std::vector<Spot>& own = own_words();
    const std::vector<Spot> found = words_of(whole_.substr(edit_.range.begin, edit_.range.size()));
    const std::vector<Spot>& after = words_after();
    if (own.empty() || found.empty() || after.empty() || caps_ || edit_.range.end >= whole_.size() || whole_[edit_.range.end] != ' ')
      return;
    if (!document_.starts_sentence(edit_.range.begin)) return;
    const bool one = own.front().lower == "one" && own.size() > 1 && own[1].lower == "of";  // "one of the children is"
    const bool many = !one && looks_plural(own.back().lower);
    if (many == looks_plural(found.back().lower) || own.back().range.end != edit_.text.size()) return;
    const std::string_view verb = verb_for(after.front().lower, many);
    if (verb.empty() || verb == after.front().lower) return;
    edit_.text += " ";
    edit_.text += verb;
    edit_.range.end = after.front().range.end;
  }

  // "with the [a] old", "support with."
  void fit_end() {
    const std::vector<Spot>& own = own_words();
    const std::vector<Spot>& after = words_after();
    if (own.size() < 2 || own.back().range.end != edit_.text.size()) return;
    const std::string& last = own.back().lower;
    const bool leads = last == "and" || (last == "with" && is_in(own[own.size() - 2].lower, {"support", "help", "care"}));
    const char next = edit_.range.end < whole_.size() ? whole_[edit_.range.end] : '\n';
    if (leads && std::string_view(".,;:!?)\n").find(next) != std::string_view::npos) {
      edit_.text.erase(own[own.size() - 2].range.end);
      return;
    }
    if (after.empty()) return;
    if (is_in(last, {"a", "an", "the"}) && is_determiner(after.front().lower)) {
      edit_.text.erase(own[own.size() - 2].range.end);
    } else if (is_article(last)) {
      edit_.text.replace(own.back().range.begin, own.back().range.size(), indefinite_article(after.front().lower));
    }
  }

  const Document& document_;
  std::string_view whole_;
  Edit edit_;
  Range sentence_{};
  bool caps_ = false;
  bool broken_ = false;
  // found once for each state of the edit
  struct Neighbors {
    std::uint32_t place = UINT32_MAX;  ///< where the edit began (ended)
    std::vector<Spot> spots;
  };
  Neighbors before_;
  Neighbors after_;
  std::string own_text_;
  std::vector<Spot> own_;
  bool own_known_ = false;
};

}  // namespace

Fitted fit_rewrite(const Document& document, Range range, std::string text) {
  Fitting fitting(document, range, std::move(text));
  Edit edit = fitting.fitted();
  return {std::move(edit), fitting.is_broken()};
}

}  // namespace careportal_lint
