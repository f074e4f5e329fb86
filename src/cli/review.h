// --review: asks about the findings of one draft after the other.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "careportal_lint/linter.h"
#include "careportal_lint/renderer.h"
#include "cli/inputs.h"
#include "cli/review_session.h"
#include "cli/review_view.h"

namespace careportal_lint::cli {

/// Where a review asks: a terminal, or streams in a test.
struct ReviewConsole {
  std::istream& in;
  std::ostream& out;
  bool color = false;
  std::function<std::size_t()> columns;              ///< asked before each question: a window may change its size
  std::map<std::string, std::string> why_by_rule{};  ///< rule id -> why
};

/// How the review of a draft ended.
enum class ReviewEnd : unsigned char {
  done,          ///< every finding was decided and the question about saving answered, or `w`
  quit,          ///< `q`: the draft is as it was
  end_of_input,  ///< nobody answers any more: the draft is as it was
};

struct ReviewOutcome {
  ReviewEnd end = ReviewEnd::done;
  bool saved = false;
};

/// Asks about one draft after the other until all are decided. `save` puts bytes into a file: an empty name is that of the
/// draft. It throws Error when it cannot, which is told, and the review goes on.
ReviewOutcome review_draft(ReviewSession& session, const ReviewConsole& console,
                           const std::function<void(const std::string& name, const std::string& bytes)>& save);

struct ReviewResult {
  Summary summary;       ///< of the drafts as they are on disk now
  bool complete = true;  ///< no draft was left without a review
};

/// Reviews all drafts. One that cannot be read or written is told to `err` and counted as unreadable, and the next one
/// follows; one that changed on disk meanwhile is not overwritten.
ReviewResult review_files(const std::vector<Input>& inputs, const Linter& linter, const ReviewConsole& console, std::ostream& err);

}  // namespace careportal_lint::cli
