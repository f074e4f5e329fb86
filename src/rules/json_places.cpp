#include "rules/json_places.h"

#include <set>

#include "text/utf8.h"

namespace careportal_lint {
namespace {

class Walker {
 public:
  explicit Walker(std::string_view text) : text_(text) {}

  JsonPlaces run() {
    value("");
    return std::move(places_);
  }

 private:
  void skip_blanks() {
    while (pos_ < text_.size() && (text_[pos_] == ' ' || text_[pos_] == '\t' || text_[pos_] == '\n' || text_[pos_] == '\r')) {
      line_ += text_[pos_] == '\n' ? 1 : 0;
      ++pos_;
    }
  }

  std::string string() {
    std::string out;
    for (++pos_; pos_ < text_.size() && text_[pos_] != '"'; ++pos_) {
      if (text_[pos_] != '\\') {
        out.push_back(text_[pos_]);
      } else if (text_[++pos_] == 'u') {
        // enough for telling keys apart: a surrogate pair stays two halves
        utf8::append(out, static_cast<char32_t>(std::stoul(std::string(text_.substr(pos_ + 1, 4)), nullptr, 16)));
        pos_ += 4;
      } else {
        out.push_back(text_[pos_]);
      }
    }
    ++pos_;
    return out;
  }

  static std::string escaped(const std::string& key) {
    std::string out;
    for (const char c : key) out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return out;
  }

  void value(const std::string& pointer) {
    skip_blanks();
    places_.lines.emplace(pointer, line_);
    if (pos_ >= text_.size()) return;
    if (text_[pos_] == '{' || text_[pos_] == '[') {
      container(pointer, text_[pos_] == '{');
    } else if (text_[pos_] == '"') {
      string();
    } else {
      while (pos_ < text_.size() && std::string_view(",]} \t\r\n").find(text_[pos_]) == std::string_view::npos) ++pos_;
    }
  }

  void container(const std::string& pointer, bool object) {
    ++pos_;
    std::set<std::string> keys;
    for (std::size_t index = 0; pos_ < text_.size(); ++index) {
      skip_blanks();
      if (text_[pos_] == ',') {
        ++pos_;
        skip_blanks();
      }
      if (text_[pos_] == '}' || text_[pos_] == ']') break;
      std::string child = pointer + "/" + std::to_string(index);
      if (object) {
        const std::string key = string();
        child = pointer + "/" + escaped(key);
        if (!keys.insert(key).second) places_.duplicate_pointers.push_back(child);
        skip_blanks();
        ++pos_;  // the colon
      }
      value(child);
    }
    ++pos_;
  }

  std::string_view text_;
  std::size_t pos_ = 0;
  std::size_t line_ = 1;
  JsonPlaces places_;
};

}  // namespace

JsonPlaces locate_json(std::string_view text) { return Walker(text).run(); }

}  // namespace careportal_lint
