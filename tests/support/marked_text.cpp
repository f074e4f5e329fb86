#include "support/marked_text.h"

namespace careportal_lint::test {

MarkedText unmark(std::string_view text) {
  MarkedText out;
  for (std::size_t pos = 0; pos < text.size();) {
    if (text.substr(pos).starts_with("[[")) {
      out.spans.push_back({out.text.size(), out.text.size()});
      pos += 2;
    } else if (text.substr(pos).starts_with("]]") && !out.spans.empty()) {
      out.spans.back().end = out.text.size();
      pos += 2;
    } else {
      out.text.push_back(text[pos++]);
    }
  }
  return out;
}

std::string mark(std::string_view text, const std::vector<Span>& spans) {
  std::string out;
  std::size_t done = 0;
  for (const Span& span : spans) {
    out.append(text.substr(done, span.begin - done)).append("[[").append(text.substr(span.begin, span.size())).append("]]");
    done = span.end;
  }
  return out.append(text.substr(done));
}

}  // namespace careportal_lint::test
