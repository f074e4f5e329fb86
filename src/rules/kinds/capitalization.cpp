// capitalization: a sentence, "I", a weekday, a month, a holiday, a language, a people or a faith without its capital.
#include <algorithm>
#include <array>

#include "lexicon/lexicon.h"
#include "rules/draft_memory.h"
#include "rules/kinds/rule_base.h"

namespace careportal_lint::kinds {
namespace {

// Words that take a capital wherever they stand. Left out are those that are also plain words (march, may, sun, sat,
// turkey, polish, french fries), given names (georgia, india), and shops, which readers forgive.
constexpr auto kProper = [] {
  auto words = std::to_array<std::string_view>(
      {"monday",       "tuesday",    "wednesday",    "thursday",    "friday",     "saturday",     "sunday",     "january",    "february",
       "april",        "june",       "july",         "august",      "september",  "october",      "november",   "december",   "christmas",
       "thanksgiving", "easter",     "halloween",    "hanukkah",    "kwanzaa",    "ramadan",      "xmas",       "juneteenth", "english",
       "spanish",      "creole",     "arabic",       "burmese",     "swahili",    "mandarin",     "cantonese",  "chinese",    "japanese",
       "korean",       "vietnamese", "russian",      "ukrainian",   "portuguese", "italian",      "hindi",      "urdu",       "punjabi",
       "somali",       "haitian",    "mexican",      "guatemalan",  "honduran",   "salvadoran",   "venezuelan", "colombian",  "cuban",
       "dominican",    "brazilian",  "american",     "african",     "asian",      "european",     "hispanic",   "latina",     "latino",
       "ethiopian",    "eritrean",   "nigerian",     "kenyan",      "congolese",  "rwandan",      "sudanese",   "ghanaian",   "liberian",
       "syrian",       "iraqi",      "iranian",      "afghan",      "pakistani",  "nepali",       "nepalese",   "bhutanese",  "indonesian",
       "filipino",     "filipina",   "tagalog",      "hmong",       "rohingya",   "canadian",     "australian", "irish",      "scottish",
       "greek",        "israeli",    "egyptian",     "jamaican",    "amish",      "mennonite",    "christian",  "catholic",   "baptist",
       "lutheran",     "methodist",  "presbyterian", "pentecostal", "episcopal",  "apostolic",    "jewish",     "muslim",     "islamic",
       "hindu",        "sikh",       "buddhist",     "mormon",      "quran",      "koran",        "america",    "mexico",     "canada",
       "haiti",        "honduras",   "guatemala",    "venezuela",   "africa",     "afghanistan",  "ukraine",    "burma",      "myanmar",
       "nigeria",      "ethiopia",   "congo",        "indiana",     "illinois",   "ohio",         "kentucky",   "michigan",   "tennessee",
       "missouri",     "florida",    "texas",        "alabama",     "california", "indianapolis", "chicago"});
  std::sort(words.begin(), words.end());
  return words;
}();

bool is_proper(std::string_view word) { return std::binary_search(kProper.begin(), kProper.end(), word); }

class CapitalizationRule final : public RuleBase {
 public:
  /// `allow`: words that may start a sentence in lower case (iPad).
  explicit CapitalizationRule(const MakeContext& context) : RuleBase(context), allow_(context.spec.allow) {}

  void check(const CheckContext& context, std::vector<Finding>& out) const override {
    check_words(context, out);
    // in a draft without any capitals one word about it is enough
    const std::size_t before = out.size();
    check_sentences(context, out);
    DraftMemory* const memory = context.memory;
    if (out.size() == before || !is_written_small(context)) return;
    if (memory != nullptr) {
      const auto first = out.begin() + static_cast<std::ptrdiff_t>(before);
      out.erase(std::remove_if(first, out.end(), [&](const Finding& finding) { return !memory->owns(finding.range); }), out.end());
      if (out.size() > before && !memory->reported.insert(index_).second) out.resize(before);
    }
    if (out.size() > before + 1) out.resize(before + 1);
  }

  // it asks for the words and letters of the whole draft
  [[nodiscard]] PiecePass gathers_in() const override { return PiecePass::facts; }

 private:
  void check_words(const CheckContext& context, std::vector<Finding>& out) const {
    const Document& document = context.document;
    for (const Word& word : document.words()) {
      if (word.shape != Shape::lower) continue;
      const std::string_view text = document.text(word.range);
      std::string_view stem = text;
      for (const std::string_view ending : {"'s", "s"}) {
        if (stem.ends_with(ending)) {
          stem.remove_suffix(ending.size());
          break;
        }
      }
      const bool proper = is_proper(text) || (stem.size() < text.size() && is_proper(stem));
      const bool pronoun =
          (text == "i" && is_pronoun(document, word)) || text == "i'm" || text == "i've" || text == "i'll" || text == "i'd";
      if ((proper && !is_part_of_code(document, word)) || pronoun) report(context, word.range, out);
    }
  }

  // In a link, an address, a handle or a file name: help@indiana.example, /august, #christmas.
  static bool is_part_of_code(const Document& document, const Word& word) {
    const std::string_view text = document.text();
    const char before = word.range.begin > 0 ? text[word.range.begin - 1] : ' ';
    const char after = word.range.end < text.size() ? text[word.range.end] : ' ';
    const char next = word.range.end + 1 < text.size() ? text[word.range.end + 1] : ' ';
    return std::string_view("@/\\.#_&=").find(before) != std::string_view::npos || after == '@' || after == '/' || after == '_' ||
           (after == '.' && is_word_char(next));
  }

  // "i" as a word, not in "i.e." or a list "i)".
  static bool is_pronoun(const Document& document, const Word& word) {
    const std::string_view text = document.text();
    const char after = word.range.end < text.size() ? text[word.range.end] : '\n';
    const char before = word.range.begin > 0 ? text[word.range.begin - 1] : '\n';
    return std::string_view(" ,;?!\n").find(after) != std::string_view::npos &&
           std::string_view(" (\"\n").find(before) != std::string_view::npos;
  }

  // "Well... they waited": the sentence goes on.
  static bool follows_ellipsis(const Document& document, const Sentence& sentence) {
    const std::uint32_t begin = sentence.range.begin;
    return begin > 3 && document.text({begin - 3, begin}) == ".. ";
  }

  // ""Is it mine?" she asks", "The crew (what a crew!) has come": a sign inside quotes or brackets need not end the sentence.
  static bool follows_enclosed(const Document& document, std::size_t i) {
    if (i == 0) return false;
    const std::string_view text = document.text();
    const Range before = document.sentences()[i - 1].range;
    std::uint32_t begin = document.sentences()[i].range.begin;
    while (begin > before.begin && text[begin - 1] == ' ') --begin;
    if (begin < before.begin + 2) return false;
    // games and books are called "Sorry!" and "Are We There Yet?"
    const bool shouts = text[begin - 1] == '?' || text[begin - 1] == '!';
    if (shouts && !document.words().empty()) {
      const Word& last = document.words()[document.word_at(begin - 2)];
      if (last.shape == Shape::capitalized && !document.starts_sentence(last.range.begin)) return true;
    }
    if (text[begin - 2] != '?' && text[begin - 2] != '!') return false;
    if (text[begin - 1] == '"' || text[begin - 1] == '\'') return true;
    if (text[begin - 1] != ')') return false;
    const std::size_t open = text.rfind('(', begin);
    return open != std::string_view::npos && open >= document.lines()[document.sentences()[i - 1].line].range.begin + 2 &&
           text[open - 1] == ' ' && std::string_view(".!?").find(text[open - 2]) == std::string_view::npos;
  }

  // "cps closed the case"
  static bool may_be_acronym(std::string_view word) { return word.size() > 1 && word.find_first_of("aeiouy") == std::string_view::npos; }

  // "coach kendrick has him at six": the name is reported, title and all.
  static bool leads_to_name(const Document& document, const Word& word) {
    constexpr auto kTitles = std::to_array<std::string_view>({"coach", "pastor", "judge", "doctor", "miss", "aunt", "auntie", "uncle",
                                                              "grandma", "grandpa", "sister", "brother", "officer", "deacon"});
    if (std::find(kTitles.begin(), kTitles.end(), document.text(word.range)) == kTitles.end()) return false;
    const std::size_t next = document.word_at(word.range.end + 1);
    if (next >= document.words().size() || document.words()[next].range.begin != word.range.end + 1) return false;
    return !Lexicon::embedded().find(to_lower(document.text(document.words()[next].range))).lower();
  }

  void check_sentences(const CheckContext& context, std::vector<Finding>& out) const {
    const Document& document = context.document;
    for (std::size_t i = 0; i < document.sentences().size(); ++i) {
      const Sentence& sentence = document.sentences()[i];
      const Line& line = document.lines()[sentence.line];
      // items of a list, form lines and bare fragments may start small
      if (line.list_item || line.label || document.text()[sentence.range.begin] == '-') continue;
      const bool first_of_line = sentence.range.begin == line.range.begin;
      if (first_of_line && (sentence.line > 0 && document.lines()[sentence.line - 1].paragraph == line.paragraph)) continue;
      if (follows_ellipsis(document, sentence) || follows_enclosed(document, i)) continue;
      const Word& word = document.words().empty() ? Word{} : document.words()[document.word_at(sentence.range.begin)];
      if (word.range.begin != sentence.range.begin || word.shape != Shape::lower || word.range.size() == 0) continue;
      const char last = document.text()[sentence.range.end - 1];
      if (first_of_line && last != '.' && last != '!' && last != '?') continue;
      const std::string text(document.text(word.range));
      if (std::find(allow_.begin(), allow_.end(), text) != allow_.end()) continue;
      const WordFacts facts = Lexicon::embedded().find(text);
      if (!facts.lower() || may_be_acronym(text) || leads_to_name(document, word)) continue;  // other rules speak
      report(context, word.range, out);
    }
  }

  void report(const CheckContext& context, Range range, std::vector<Finding>& out) const {
    const Document& document = context.document;
    if (!conditions_.hold(context, range)) return;
    std::string right(document.text(range));
    right[0] = to_upper(right[0]);
    Finding found = finding(context, range, {{"match", std::string(document.text(range))}, {"1", right}});
    found.suggestions = {{right, "", true}};
    out.push_back(std::move(found));
  }

  std::vector<std::string> allow_;
};

}  // namespace

std::unique_ptr<Rule> make_capitalization(const MakeContext& context) { return std::make_unique<CapitalizationRule>(context); }

}  // namespace careportal_lint::kinds
