#include "rules/slots.h"

#include <algorithm>
#include <vector>

#include "rules/agreement.h"
#include "rules/rewrite_words.h"

namespace careportal_lint {
namespace {

// The first words of a text, in lower case.
std::vector<std::string> first_words(std::string_view text, std::size_t most) {
  std::vector<std::string> out;
  for (std::size_t pos = 0; pos < text.size() && out.size() < most;) {
    const std::size_t end = std::min(text.find(' ', pos), text.size());
    out.push_back(to_lower(text.substr(pos, end - pos)));
    pos = end + 1;
  }
  return out;
}

std::string last_word(std::string_view text) {
  const std::size_t blank = text.rfind(' ');
  return to_lower(blank == std::string_view::npos ? text : text.substr(blank + 1));
}

bool is_preposition(std::string_view word) {
  return is_in(word, {"at", "in", "on", "of", "for", "with", "by", "from", "about", "through", "without", "into", "over"});
}

bool is_number(std::string_view word) {
  return (!word.empty() && is_digit(word[0])) ||
         is_in(word, {"a", "one", "two", "three", "four", "five", "six", "several", "over", "about", "almost", "the"});
}

}  // namespace

Kind kind_of(std::string_view rewrite) {
  const std::vector<std::string> words = first_words(rewrite, 4);
  if (words.empty()) return Kind::other;
  const std::string& first = words.front();
  if (is_verb_form(first) || is_in(first, {"went", "came", "got", "made", "kept", "moved", "needed"})) return Kind::verb;
  if (is_in(first, {"there", "it", "they", "she", "he", "the", "some", "mom", "any"})) {
    if (std::any_of(words.begin() + 1, words.end(), is_verb_form)) return Kind::clause;
  }
  if (is_in(first, {"a", "an", "the", "some", "extra"})) return Kind::noun;
  if (is_in(first, {"in", "on", "away", "between", "looking", "working", "making", "getting", "going", "home", "waiting", "staying",
                    "adjusting", "much", "resting", "part", "coming"})) {
    return Kind::state;
  }
  return Kind::other;
}

bool may_follow(Kind kind, std::string_view word) {
  if (kind != Kind::verb && kind != Kind::clause) return true;
  if (is_preposition(word) || is_in(word, {"a", "an", "my", "your", "his", "her", "our", "their", "its"})) return false;
  return kind == Kind::verb || !is_in(word, {"is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "to"});
}

void keep_frame(Edit& edit, std::string_view found, std::string_view after) {
  const std::vector<std::string> words = first_words(found, 2);
  const std::vector<std::string> own = first_words(edit.text, 2);
  // "Kinship caregiver, Mrs. Odom, [age 71]"
  if (found.ends_with(',') && !edit.text.ends_with(',') && after.starts_with(' ')) {
    const std::vector<std::string> next = first_words(after.substr(1), 1);
    if (!next.empty() && is_in(next.front(), {"age", "aged", "a", "an", "in", "from", "at"})) --edit.range.end;
  }
  if (words.size() < 2 || own.empty()) return;
  const std::string& first = words.front();
  const Kind kind = kind_of(edit.text);
  if (is_in(first, {"and", "but", "who"}) && own.front() != first) {
    edit.range.begin += static_cast<std::uint32_t>(first.size()) + 1;
  } else if (is_in(first, {"he's", "she's", "they're", "it's"}) && (kind == Kind::verb || kind == Kind::state)) {
    // "now [he's in a program]" -> "now he is working", "now he's away"
    edit.text = (kind == Kind::state ? first : first.substr(0, first.find('\''))) + " " + edit.text;
  } else if (is_in(first, {"is", "are", "was", "were"}) && kind == Kind::state) {
    edit.text = first + " " + edit.text;
  } else if (is_in(first, {"has", "have", "had"}) && kind == Kind::noun) {
    const bool lived = edit.text.ends_with("season") || edit.text.ends_with("of change");  // "has had a hard season"
    edit.text = (lived && first != "had" ? first + " had " : first + " ") + edit.text;
  } else if (first == "been" && own.size() > 1 && is_in(own[0], {"has", "have", "had"}) && own[1] == "been") {
    edit.text.erase(0, own[0].size() + 1);
  } else if ((is_in(first, {"from", "after"}) || (is_in(first, {"due", "because"}) && is_in(words[1], {"to", "of"}))) &&
             kind == Kind::noun) {
    edit.text = "after " + edit.text;
  }
  // "in the hospital for [2 months]"
  const std::string last = last_word(found);
  if (!is_in(last, {"for", "since"}) || last_word(edit.text) == last || !after.starts_with(' ')) return;
  const std::vector<std::string> next = first_words(after.substr(1), 1);
  if (!next.empty() && is_number(next.front())) edit.range.end -= static_cast<std::uint32_t>(last.size()) + 1;
}

}  // namespace careportal_lint
