// Files for tests: those of the source tree, and a folder of its own for each test that writes.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace careportal_lint::test {

/// A path in the source tree of the project.
std::filesystem::path source_path(const std::string& relative);
/// The bytes of a file; the test fails when it cannot be read.
std::string read(const std::filesystem::path& path);
void write(const std::filesystem::path& path, const std::string& bytes);
/// All regular files below a folder, sorted; none when there is no such folder.
std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder);
/// The drafts of the corpus.
std::vector<std::filesystem::path> corpus_drafts();

/// A new empty folder, removed at the end of its life.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  std::filesystem::path write(const std::string& name, const std::string& bytes) const;

 private:
  std::filesystem::path path_;
};

}  // namespace careportal_lint::test
