#include "support/files.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace careportal_lint::test {

namespace fs = std::filesystem;

fs::path source_path(const std::string& relative) { return fs::path(CAREPORTAL_LINT_SOURCE_DIR) / relative; }

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in) << "cannot read " << path;
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

void write(const fs::path& path, const std::string& bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  EXPECT_TRUE(out.flush()) << "cannot write " << path;
}

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> out;
  if (!fs::is_directory(folder)) return out;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<fs::path> corpus_drafts() {
  std::vector<fs::path> out;
  for (const fs::path& file : files_below(source_path("tests/corpus"))) {
    if (file.parent_path().filename() == "drafts") out.push_back(file);
  }
  EXPECT_GE(out.size(), 100U) << "the corpus of drafts is missing";
  return out;
}

TempFolder::TempFolder() {
  std::string name = (fs::temp_directory_path() / "careportal-lint-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a folder for the test");
  path_ = name;
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

fs::path TempFolder::write(const std::string& name, const std::string& bytes) const {
  test::write(path_ / name, bytes);
  return path_ / name;
}

}  // namespace careportal_lint::test
