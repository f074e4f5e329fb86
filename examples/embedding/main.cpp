// Reads a draft from standard input and prints what must not be sent.
#include <iostream>
#include <iterator>
#include <string>

#include "careportal_lint/error.h"
#include "careportal_lint/linter.h"

namespace cl = careportal_lint;

int main() {
  try {
    const std::string bytes((std::istreambuf_iterator<char>(std::cin)), std::istreambuf_iterator<char>());
    const cl::SourceText draft = cl::SourceText::decode(bytes, "draft");

    cl::LinterOptions options;
    options.default_rules = true;
    const cl::Linter linter(options);  // keep it: many drafts and threads may share one

    int stop = 0;
    for (const cl::Diagnostic& finding : linter.lint(draft)) {
      if (finding.severity != cl::Severity::error) continue;
      const cl::Position place = draft.position(finding.span.begin);
      std::cout << place.line << ":" << place.column << ": " << finding.message << " [" << finding.rule << "]\n";
      stop = 1;
    }
    return stop;
  } catch (const cl::Error& error) {
    std::cerr << error.what() << "\n";
    return 2;
  }
}
