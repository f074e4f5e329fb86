#include "cli/inputs.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <set>

#include "careportal_lint/error.h"

namespace careportal_lint::cli {
namespace {

namespace fs = std::filesystem;

std::string reason() { return std::strerror(errno); }

class FolderWalk {
 public:
  FolderWalk(std::vector<Input>& inputs, std::ostream* log) : inputs_(inputs), log_(log) {}

  void walk(const fs::path& folder) {
    std::error_code error;
    const fs::path real = fs::canonical(folder, error);
    if (error || !seen_.insert(real.string()).second) {
      skip(folder, error ? error.message() : "this folder was searched already");
      return;
    }
    std::vector<fs::path> entries;
    for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator(); entry.increment(error)) {
      entries.push_back(entry->path());
    }
    if (error) {
      inputs_.push_back({folder.string(), Input::From::file, true, folder.string() + ": cannot read the folder: " + error.message()});
      return;
    }
    std::sort(entries.begin(), entries.end());
    for (const fs::path& entry : entries) visit(entry);
  }

 private:
  void visit(const fs::path& entry) {
    std::error_code error;
    if (entry.filename().string().starts_with(".")) {
      skip(entry, "hidden");
    } else if (fs::is_directory(entry, error)) {
      walk(entry);
    } else if (fs::is_regular_file(entry, error)) {
      inputs_.push_back({entry.string(), Input::From::file, false, {}});
    } else {
      skip(entry, "no regular file");
    }
  }

  void skip(const fs::path& path, const std::string& why) {
    if (log_ != nullptr) *log_ << "careportal-lint: skipped " << path.string() << ": " << why << "\n";
  }

  std::vector<Input>& inputs_;
  std::ostream* log_;
  std::set<std::string> seen_;
};

}  // namespace

std::vector<Input> find_inputs(const std::vector<std::string>& paths, const std::string& stdin_name, std::ostream* log) {
  std::vector<Input> inputs;
  for (const std::string& path : paths) {
    std::error_code error;
    if (path == "-") {
      inputs.push_back({stdin_name, Input::From::standard_input, true, {}});
    } else if (fs::is_directory(path, error)) {
      FolderWalk(inputs, log).walk(path);
    } else if (fs::exists(path, error)) {
      inputs.push_back({path, Input::From::file, true, {}});
    } else {
      inputs.push_back({path, Input::From::file, true, path + ": no such file or folder; check the spelling of the path"});
    }
  }
  return inputs;
}

std::string read_file(const std::string& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
  if (!file) throw Error(path + ": cannot open the file: " + reason());
  std::string bytes;
  char buffer[65536];
  for (std::size_t count = 0; (count = std::fread(buffer, 1, sizeof buffer, file.get())) > 0;) bytes.append(buffer, count);
  if (std::ferror(file.get()) != 0) throw Error(path + ": cannot read the file: " + reason());
  return bytes;
}

std::string read_stream(std::istream& in, const std::string& name) {
  std::string bytes;
  try {
    std::vector<char> buffer(65536);
    for (std::streamsize count = 0; (count = in.rdbuf()->sgetn(buffer.data(), static_cast<std::streamsize>(buffer.size()))) > 0;) {
      bytes.append(buffer.data(), static_cast<std::size_t>(count));
      if (bytes.size() > kLargestStandardInput)
        throw Error(name + ": more than " + std::to_string(kLargestStandardInput >> 20U) +
                    " MB on standard input; save the text in a file and name it: files are checked in pieces");
    }
  } catch (const std::ios_base::failure&) {
    throw Error(name + ": cannot read standard input");
  }
  return bytes;
}

}  // namespace careportal_lint::cli
