#include "rules/fitting.h"

#include <algorithm>

#include "rules/agreement.h"
#include "rules/edit_place.h"
#include "rules/rewrite_words.h"
#include "rules/slots.h"
#include "text/english.h"

namespace careportal_lint {
namespace {

// One suggestion on its way into its sentence.
class Fitting {
 public:
  Fitting(const Document& document, Range range, std::string text) : place_(document, range, std::move(text)) {}

  Edit fitted() {
    if (drops_shown_people()) place_.edit.text.clear();
    if (!place_.edit.text.empty()) {
      if (!place_.caps()) {
        keep_frame(place_.edit, place_.whole().substr(place_.edit.range.begin, place_.edit.range.size()),
                   place_.whole().substr(place_.edit.range.end));
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
    if (place_.edit.text.empty()) {
      broken_ = place_.document().starts_sentence(place_.edit.range.begin) && !place_.words_after().empty() &&
                is_verb_form(place_.words_after().front().lower);
      return delete_cleanly(place_.document(), place_.edit.range);
    }
    const bool begins = place_.document().starts_sentence(place_.edit.range.begin) && place_.edit.range.begin < place_.whole().size();
    if (begins && is_upper(place_.whole()[place_.edit.range.begin])) place_.edit.text[0] = to_upper(place_.edit.text[0]);
    return place_.edit;
  }

  /// The sentence is worse off: it lost its subject, or the rewrite cannot stand where it does.
  [[nodiscard]] bool is_broken() const { return broken_; }

 private:
  // "the 3 kids, [tay, mari and nyla]" -> "the 3 kids", "supervisor [Tammy]" -> "supervisor": the names say nothing that is
  // not there.
  [[nodiscard]] bool drops_shown_people() {
    const std::uint32_t begin = place_.edit.range.begin;
    const std::string role = to_lower(place_.edit.text);
    const std::vector<Spot>& titles = place_.words_before();
    if (!titles.empty() &&
        is_in(titles.back().lower, {"supervisor", "caseworker", "worker", "manager", "director", "therapist", "landlord"}) &&
        is_in(role, {"the caregiver", "the child", "the family", "a worker", "the caseworker", "the worker"})) {
      return true;
    }
    if (!is_in(role, {"the family", "the children", "the child", "the kids"})) return false;
    if (begin < place_.sentence().begin + 4 || place_.whole().substr(begin - 2, 2) != ", ") return false;
    if (std::string_view(",.;!)\n").find(place_.next()) == std::string_view::npos) return false;
    const std::vector<Spot> before = words_of(place_.whole().substr(place_.sentence().begin, begin - 2 - place_.sentence().begin));
    return !before.empty() &&
           is_in(before.back().lower, {"kids", "children", "boys", "girls", "siblings", "twins", "sons", "daughters", "brothers", "sisters",
                                       "kiddos", "teens", "grandchildren", "grandkids", "child", "boy", "girl"});
  }

  // "for [there was a hard season]" -> "for a hard season"
  void fit_clause() {
    const std::vector<Spot>& before = place_.words_before();
    if (before.empty()) return;
    const std::string& last = before.back().lower;
    const bool owner =
        is_in(last, {"moms", "dads", "mothers", "fathers", "mom's", "dad's", "parents'"}) && place_.edit.text.starts_with("the family ");
    if (!owner && may_follow(kind_of(place_.edit.text), last)) return;
    for (const std::string_view opening : {"there was ", "there were ", "there is ", "it has been ", "it was "}) {
      if (place_.edit.text.starts_with(opening)) place_.edit.text.erase(0, opening.size());
    }
    // "because moms [rights were terminated]" -> "because the family has been through a lot"
    if (place_.edit.text.starts_with("the family ") &&
        is_in(last, {"moms", "dads", "mothers", "fathers", "mom's", "dad's", "her", "his", "their", "parents'"})) {
      place_.reach_back(before.back().range.begin);
      return;
    }
    // a verb after "is" or "has" is for the agreement to mend
    broken_ = !may_follow(kind_of(place_.edit.text), last);
  }

  void fit_verb() {
    const std::vector<Spot>& before = place_.words_before();
    if (before.empty() || place_.caps()) return;
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
    const std::optional<Agreed> agreed = agree(words, place_.edit.text);
    if (!agreed) return;
    place_.edit.text = agreed->text;
    if (!agreed->takes_last) return;
    if (contracted) {
      place_.edit.text =
          std::string(place_.whole().substr(last.range.begin, apostrophe)) + " " + place_.edit.text;  // a pronoun: plain letters
      place_.reach_back(last.range.begin);
      return;
    }
    const bool large = is_upper(place_.whole()[last.range.begin]);
    place_.reach_back(last.range.begin);
    place_.begin_large(large);
  }

  void fit_article() {
    const std::vector<Spot>& before = place_.words_before();
    const std::vector<Spot>& own = place_.own_words();
    if (before.empty() || own.empty()) return;
    const Spot& last = before.back();
    const std::string& first = own.front().lower;
    const bool after_adjective = before.size() > 1 && is_adjective(last.lower) && is_determiner(before[before.size() - 2].lower);
    if (after_adjective && is_in(first, {"a", "an", "the"}) && own.size() > 1) {
      place_.edit.text.erase(0, own[1].range.begin);
      return;
    }
    if (!is_determiner(last.lower)) {
      if (last.lower == "each" || last.lower == "every" || last.lower == "no") drop_own_article(own);
      return;
    }
    // "the [house was condemned]"
    if (kind_of(place_.edit.text) == Kind::clause && is_in(last.lower, {"a", "an", "the"})) {
      const bool large = is_upper(place_.whole()[last.range.begin]);
      place_.reach_back(last.range.begin);
      place_.begin_large(large);
      return;
    }
    // "that the family": a link here
    if (last.lower == "that" && (opens_with_determiner(first) || opens_without_noun(first))) return;
    // "this is ..", "her has"
    if (opens_without_noun(first) && !is_in(last.lower, {"a", "an", "the"})) return;
    std::string article(place_.whole().substr(last.range.begin, last.range.size()));
    const bool large = is_upper(article[0]);
    if (opens_with_determiner(first) || opens_without_noun(first) || (is_article(last.lower) && takes_no_indefinite(own.back().lower))) {
      place_.reach_back(last.range.begin);
      place_.begin_large(large);
      return;
    }
    if (!is_article(last.lower) || own.front().range.begin != 0 || indefinite_article(first) == last.lower) return;
    article = indefinite_article(first);
    if (large) article[0] = to_upper(article[0]);
    if (place_.caps()) std::transform(article.begin(), article.end(), article.begin(), [](char c) { return to_upper(c); });
    place_.reach_back(last.range.begin);
    place_.edit.text = article + " " + place_.edit.text;
  }

  void drop_own_article(const std::vector<Spot>& own) {
    if (own.size() > 1 && is_in(own.front().lower, {"a", "an", "the", "some"})) place_.edit.text.erase(0, own[1].range.begin);
  }

  // "the family [the family]"
  void drop_repeated_before() {
    const std::vector<Spot>& before = place_.words_before();
    if (!before.empty() && before.back().lower == "home" && place_.edit.text.starts_with("back home"))
      place_.edit.text.erase(0, 9 + (place_.edit.text.size() > 9 ? 1 : 0));
    const std::vector<Spot>& own = place_.own_words();
    if (drop_repeated_over_link(before, own)) return;
    for (std::size_t count = std::min({before.size(), own.size()}); count > 0; --count) {
      bool same = own.front().range.begin == 0;
      for (std::size_t i = 0; i < count; ++i) same = same && before[before.size() - count + i].lower == own[i].lower;
      if (!same) continue;
      place_.edit.text.erase(0, count < own.size() ? own[count].range.begin : place_.edit.text.size());
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
      place_.edit.text = plural(own.size() == 2 && is_article(own.front().lower) ? own.back().lower : to_lower(place_.edit.text));
      const std::uint32_t begin = before[before.size() - 1 - own.size()].range.begin;
      place_.reach_back(begin);
      place_.begin_large(is_upper(place_.whole()[begin]));
      return true;
    }
    place_.reach_back(before.back().range.begin);
    place_.edit.text.clear();
    return true;
  }

  void drop_repeated_after() {
    const std::vector<Spot>& after = place_.words_after();
    const std::vector<Spot>& own = place_.own_words();
    for (std::size_t count = std::min({after.size(), own.size()}); count > 0; --count) {
      bool same = own.back().range.end == place_.edit.text.size();
      for (std::size_t i = 0; i < count; ++i) same = same && own[own.size() - count + i].lower == after[i].lower;
      if (!same) continue;
      const std::size_t end = count < own.size() ? own[own.size() - count - 1].range.end : 0;
      place_.edit.text.erase(end);
      if (end == 0) take_over(after, count);
      return;
    }
  }

  // The rewrite is what follows already: "[Ashley] mom" -> "mom", with the capital of the place.
  void take_over(const std::vector<Spot>& after, std::size_t count) {
    const Range words{after.front().range.begin, after[count - 1].range.end};
    const bool large = is_upper(place_.whole()[place_.edit.range.begin]) && place_.document().starts_sentence(place_.edit.range.begin);
    place_.edit.text = place_.document().original(words);
    place_.edit.range.end = words.end;
    place_.begin_large(large);
  }

  // "the [parents]'s"
  void fit_possessive() {
    const std::uint32_t end = place_.edit.range.end;
    if (place_.edit.text.empty() || end + 1 >= place_.whole().size() || place_.whole().substr(end, 2) != "'s" ||
        (end + 2 < place_.whole().size() && is_word_char(place_.whole()[end + 2])))
      return;
    const std::string with = possessive(place_.edit.text);
    if (with.ends_with("'s") && !place_.edit.text.ends_with("'s")) return;
    place_.edit.text = place_.edit.text.ends_with("'s") || place_.edit.text.ends_with("s'") ? place_.edit.text : with;
    place_.edit.range.end += 2;
  }

  // "[Cash] is" -> "Groceries are"
  void fit_verb_after() {
    const std::vector<Spot>& own = place_.own_words();
    const std::vector<Spot> found = words_of(place_.whole().substr(place_.edit.range.begin, place_.edit.range.size()));
    const std::vector<Spot>& after = place_.words_after();
    if (own.empty() || found.empty() || after.empty() || place_.caps() || place_.edit.range.end >= place_.whole().size() ||
        place_.whole()[place_.edit.range.end] != ' ')
      return;
    if (!place_.document().starts_sentence(place_.edit.range.begin)) return;
    const bool one = own.front().lower == "one" && own.size() > 1 && own[1].lower == "of";  // "one of the children is"
    const bool many = !one && looks_plural(own.back().lower);
    if (many == looks_plural(found.back().lower) || own.back().range.end != place_.edit.text.size()) return;
    const std::string_view verb = verb_for(after.front().lower, many);
    if (verb.empty() || verb == after.front().lower) return;
    place_.edit.text += " ";
    place_.edit.text += verb;
    place_.edit.range.end = after.front().range.end;
  }

  // "with the [a] old", "support with."
  void fit_end() {
    const std::vector<Spot>& own = place_.own_words();
    const std::vector<Spot>& after = place_.words_after();
    if (own.size() < 2 || own.back().range.end != place_.edit.text.size()) return;
    const std::string& last = own.back().lower;
    const bool leads = last == "and" || (last == "with" && is_in(own[own.size() - 2].lower, {"support", "help", "care"}));
    const char next = place_.edit.range.end < place_.whole().size() ? place_.whole()[place_.edit.range.end] : '\n';
    if (leads && std::string_view(".,;:!?)\n").find(next) != std::string_view::npos) {
      place_.edit.text.erase(own[own.size() - 2].range.end);
      return;
    }
    if (after.empty()) return;
    if (is_in(last, {"a", "an", "the"}) && is_determiner(after.front().lower)) {
      place_.edit.text.erase(own[own.size() - 2].range.end);
    } else if (is_article(last)) {
      place_.edit.text.replace(own.back().range.begin, own.back().range.size(), indefinite_article(after.front().lower));
    }
  }

  EditPlace place_;
  bool broken_ = false;
};

}  // namespace

Fitted fit_rewrite(const Document& document, Range range, std::string text) {
  Fitting fitting(document, range, std::move(text));
  Edit edit = fitting.fitted();
  return {std::move(edit), fitting.is_broken()};
}

}  // namespace careportal_lint
