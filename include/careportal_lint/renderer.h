// Output formats: one small interface, one implementation a format.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "careportal_lint/diagnostic.h"
#include "careportal_lint/rule_info.h"
#include "careportal_lint/source_text.h"

namespace careportal_lint {

class Secrets;

/// What is reported about one input: its findings, or why it could not be read.
struct FileReport {
  std::string path;
  const SourceText* source = nullptr;  ///< null when the input could not be read
  std::vector<Diagnostic> diagnostics;
  std::string error;
  // a large draft comes in several reports, one for each of its pieces
  bool opens = true;                 ///< the first (or only) one of its draft
  bool closes = true;                ///< the last one
  const Secrets* secrets = nullptr;  ///< what the other pieces hold that must not be shown; null: they hold nothing, or there are none
  // of a draft that came as a line of a stream; only jsonl tells them
  std::optional<std::string> id = std::nullopt;    ///< what the line calls it: any JSON value, as JSON
  std::optional<std::size_t> line = std::nullopt;  ///< number of the line, from 1
};

/// The counts of a run.
struct Summary {
  std::size_t files = 0;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t infos = 0;
  std::size_t unreadable = 0;

  void add(const FileReport& report);
};

struct RenderOptions {
  bool color = false;
  bool quiet = false;                 ///< text, compact: no summary
  bool redact = false;                ///< confidential matches masked
  std::span<const RuleInfo> rules{};  ///< for formats that describe the rules; must outlive the renderer
};

/// Writes one report: begin, a file after the other, end.
class Renderer {
 public:
  virtual ~Renderer() = default;
  virtual void begin(std::ostream& out) = 0;
  virtual void file(std::ostream& out, const FileReport& report) = 0;
  virtual void end(std::ostream& out, const Summary& summary) = 0;
};

/// The names of all formats, "text" first.
std::vector<std::string> renderer_names();
/// Throws Error for an unknown name.
std::unique_ptr<Renderer> make_renderer(std::string_view name, const RenderOptions& options);

/// The version of the program, as in --version.
std::string_view version();

}  // namespace careportal_lint
