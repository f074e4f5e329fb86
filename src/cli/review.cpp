#include "cli/review.h"

#include <algorithm>
#include <istream>
#include <optional>
#include <ostream>

#include "careportal_lint/error.h"
#include "render/escape.h"

namespace careportal_lint::cli {
namespace {

std::string counted(std::size_t count, const std::string& noun) { return std::to_string(count) + " " + noun + (count == 1 ? "" : "s"); }

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

class Review {
 public:
  using Save = std::function<void(const std::string& name, const std::string& bytes)>;

  Review(ReviewSession& session, const ReviewConsole& console, const Save& save) : session_(session), console_(console), save_(save) {}

  ReviewOutcome run() {
    while (!outcome_) {
      look_ = {console_.columns(), console_.color};
      if (session_.current() != nullptr) {
        ask_about_finding();
      } else if (session_.edits() == 0) {
        say(summary());
        outcome_ = {ReviewEnd::done, false};
      } else {
        ask_to_save();
      }
    }
    return *outcome_;
  }

 private:
  void say(const std::string& text) { console_.out << wrapped(look_, "", text); }

  // A line without its end; none when nobody answers any more. Then nothing is saved.
  std::optional<std::string> read(const std::string& prompt) {
    console_.out << prompt << std::flush;
    std::string line;
    // a last line without an end was not confirmed with Enter
    if (!std::getline(console_.in, line) || console_.in.eof()) {
      console_.out << "\n";
      say("Nothing was saved: " + session_.draft().name() + " is as it was.");
      outcome_ = {ReviewEnd::end_of_input, false};
      return std::nullopt;
    }
    return line;
  }

  std::optional<bool> yes_or_no(const std::string& question) {
    for (;;) {
      say(question);
      const auto answer = read("y(es) or n(o) > ");
      if (!answer) return std::nullopt;
      const std::string key = trimmed(*answer);
      if (key == "y" || key == "yes") return true;
      if (key == "n" || key == "no") return false;
    }
  }

  void show_finding() {
    const Diagnostic& finding = *session_.current();
    const Position place = session_.draft().position(finding.span.begin);
    const char* code = finding.severity == Severity::error ? "1;31" : finding.severity == Severity::warning ? "1;33" : "1;36";
    console_.out << "\n"
                 << wrapped(look_, "",
                            "(" + std::to_string(session_.number()) + " of " + std::to_string(session_.findings().size()) + ") " +
                                session_.draft().name() +
                                (finding.span.empty() ? "" : ":" + std::to_string(place.line) + ":" + std::to_string(place.column)));
    if (!finding.span.empty()) console_.out << marked_sentence(look_, session_.draft(), finding.span);
    const std::string severity(to_string(finding.severity));
    std::string message = wrapped(look_, "", severity + ": " + finding.message);
    if (message.starts_with(severity)) message.replace(0, severity.size(), paint(look_, code, severity));
    console_.out << message;
    const std::vector<std::string> rewrites = session_.rewrites();
    for (std::size_t i = 0; i < rewrites.size(); ++i) {
      const std::string number = std::to_string(i + 1);
      std::string line = wrapped(look_, "  " + number + "  ", rewrites[i].empty() ? "(leave it out)" : rewrites[i]);
      console_.out << line.replace(2, number.size(), paint(look_, "1;32", number));
    }
    for (const Suggestion& suggestion : finding.suggestions) {
      if (!suggestion.text) console_.out << wrapped(look_, "  - ", suggestion.description);
    }
  }

  void ask_about_finding() {
    show_finding();
    const std::size_t offered = session_.rewrites().size();
    const std::string numbers = offered == 0 ? "" : offered == 1 ? "1 " : "1-" + std::to_string(offered) + " ";
    const auto answer = read("[" + numbers + "e s u b w q ?] > ");
    if (!answer) return;
    const std::string key = trimmed(*answer);
    if (key.size() == 1 && key[0] >= '1' && key[0] <= '9') {
      tell(session_.choose(static_cast<std::size_t>(key[0] - '0')));
    } else if (key == "e") {
      type_own_words();
    } else if (key.empty() || key == "s") {
      session_.skip();
    } else {
      general(key);
    }
  }

  // The keys that are always there.
  void general(const std::string& key) {
    if (key == "u") {
      if (!session_.undo()) say("There is nothing to undo.");
    } else if (key == "b") {
      if (!session_.back()) say("This is the first one.");
    } else if (key == "w" || key.starts_with("w ")) {
      save(trimmed(key.substr(1)));
    } else if (key == "q") {
      quit();
    } else if (key == "?") {
      help();
    } else {
      say("\"" + key + "\" is no key here; ? shows them.");
    }
  }

  void help() {
    const Diagnostic* finding = session_.current();
    if (finding != nullptr) {
      const auto why = console_.why_by_rule.find(finding->rule);
      if (why != console_.why_by_rule.end() && !why->second.empty()) say("Why: " + why->second);
      say("Rule: " + finding->rule);
    }
    console_.out << wrapped(look_, "  1-9  ", "put this text in place of the marked words")
                 << wrapped(look_, "  e    ", "type words of your own") << wrapped(look_, "  s    ", "skip (or Enter alone)")
                 << wrapped(look_, "  u    ", "undo the last step") << wrapped(look_, "  b    ", "back to the finding before")
                 << wrapped(look_, "  w    ", "write the file and leave; w NAME: write to a new file")
                 << wrapped(look_, "  q    ", "leave, and save nothing");
  }

  void type_own_words() {
    if (session_.adds_at_end()) {
      say("A sentence to add at the end of the draft (Enter alone: none):");
    } else {
      say("Your words for the marked ones (Enter alone: leave them as they are; - alone: take them out):");
    }
    const auto answer = read("> ");
    if (!answer) return;
    const std::string words = trimmed(*answer);
    if (words.empty()) return;
    tell(session_.write(words == "-" && !session_.adds_at_end() ? "" : words));
  }

  void tell(const std::string& problem) {
    if (!problem.empty()) say(problem);
  }

  std::string summary() const {
    Summary left;
    left.add({session_.draft().name(), &session_.draft(), session_.findings(), {}});
    std::string out = session_.draft().name() + ": ";
    if (session_.edits() > 0) out += counted(session_.edits(), "change") + ". ";
    if (session_.findings().empty()) return out + (session_.edits() == 0 ? "nothing to change." : "Nothing is left to change.");
    return out + "What remains: " + counted(left.errors, "error") + ", " + counted(left.warnings, "warning") + ", " +
           counted(left.infos, "note") + ".";
  }

  void ask_to_save() {
    console_.out << "\n";
    say(summary());
    say("Save the draft?");
    const auto answer = read("y(es) n(o) u(ndo) b(ack) > ");
    if (!answer) return;
    const std::string key = trimmed(*answer);
    if (key == "y" || key == "yes") {
      save({});
    } else if (key == "n" || key == "no") {
      say(session_.draft().name() + " is as it was.");
      outcome_ = {ReviewEnd::done, false};
    } else if (!key.empty()) {
      general(key);
    }
  }

  void save(const std::string& name) {
    const bool changed = session_.draft().text() != session_.original().text();
    if (!changed && name.empty()) {
      say("There was nothing to save.");
      outcome_ = {ReviewEnd::done, false};
      return;
    }
    try {
      save_(name, session_.bytes());
      say("Saved " + (name.empty() ? session_.draft().name() : name) + ".");
      outcome_ = {ReviewEnd::done, name.empty()};
    } catch (const Error& error) {
      say(std::string(error.what()) + ".");
      say("Your changes are still here: w tries again, w NAME writes them to a new file.");
    }
  }

  void quit() {
    if (session_.edits() > 0) {
      const auto sure = yes_or_no("Leave without saving " + counted(session_.edits(), "change") + "?");
      if (!sure || !*sure) return;
    }
    say(session_.draft().name() + " is as it was.");
    outcome_ = {ReviewEnd::quit, false};
  }

  ReviewSession& session_;
  const ReviewConsole& console_;
  const Save& save_;
  Look look_;
  std::optional<ReviewOutcome> outcome_;
};

}  // namespace

ReviewOutcome review_draft(ReviewSession& session, const ReviewConsole& console,
                           const std::function<void(const std::string& name, const std::string& bytes)>& save) {
  return Review(session, console, save).run();
}

}  // namespace careportal_lint::cli
