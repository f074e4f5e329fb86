#include "cli/draft_lines.h"

#include <algorithm>
#include <ios>
#include <istream>
#include <nlohmann/json.hpp>

#include "careportal_lint/error.h"
#include "render/escape.h"

namespace careportal_lint::cli {
namespace {

using nlohmann::json;

constexpr std::size_t kBuffer = std::size_t{64} << 10U;
constexpr const char* kForm = R"(; write each draft as one line like {"id": 1, "text": "..."})";

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

// Takes `text` and writes `id` again as JSON, while the parser goes along the line: nothing else of it is kept.
class DraftHandler final : public json::json_sax_t {
 public:
  explicit DraftHandler(DraftLine& out) : out_(out) {}

  bool null() override { return scalar("null"); }
  bool boolean(bool value) override { return scalar(value ? "true" : "false"); }
  bool number_integer(json::number_integer_t value) override { return scalar(std::to_string(value)); }
  bool number_unsigned(json::number_unsigned_t value) override { return scalar(std::to_string(value)); }
  // as it was written: a long number would lose digits
  bool number_float(json::number_float_t, const std::string& written) override { return scalar(written); }
  bool string(std::string& value) override {
    if (!begin_value()) return false;
    if (member_ == Member::id) append_json_string(*out_.id, value);
    if (member_ == Member::text && depth_ == 1) {
      out_.text = std::move(value);
      has_text_ = true;
    }
    return true;
  }
  bool binary(json::binary_t&) override { return true; }  // not in text

  bool start_object(std::size_t) override { return open("{"); }
  bool end_object() override { return close("}"); }
  bool start_array(std::size_t) override { return open("["); }
  bool end_array() override { return close("]"); }

  bool key(std::string& name) override {
    if (depth_ == 1) {
      member_ = name == "id" ? Member::id : name == "text" ? Member::text : Member::other;
      if (member_ == Member::id) out_.id.emplace();
      if (member_ == Member::text) has_text_ = text_is_no_string_ = false;
    } else if (member_ == Member::id) {
      separate();
      append_json_string(*out_.id, name);
      *out_.id += ':';
    }
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const json::exception&) override {
    bad_at_ = position;
    return false;
  }

  // After parsing: is all there?
  void judge() {
    if (bad_at_) {
      out_.error = "no valid JSON (at byte " + std::to_string(*bad_at_) + " of the line)";
    } else if (no_object_) {
      out_.error = "this is no JSON object";
    } else if (text_is_no_string_) {
      out_.error = "\"text\" is no string";
    } else if (!has_text_) {
      out_.error = "there is no \"text\"";
    } else if (out_.text.find('\0') != std::string::npos) {
      out_.error = "\"text\" holds a zero byte (\\u0000), which no draft has; leave it out";
      return;
    } else {
      return;
    }
    out_.error += kForm;
    // half of an id would be a wrong one
    if (bad_at_ && depth_ >= 1 && member_ == Member::id) out_.id.reset();
  }

 private:
  enum class Member : unsigned char { other, id, text };

  bool begin_value() {
    if (depth_ == 0) {
      no_object_ = true;
      return false;
    }
    if (member_ == Member::id) separate();
    return true;
  }
  bool scalar(std::string_view written) {
    if (!begin_value()) return false;
    if (member_ == Member::id) *out_.id += written;
    text_is_no_string_ = text_is_no_string_ || (member_ == Member::text && depth_ == 1);
    return true;
  }
  bool open(std::string_view sign) {
    if (depth_ == 0) {
      ++depth_;
      no_object_ = sign != "{";
      return !no_object_;
    }
    if (!scalar(sign)) return false;
    ++depth_;
    return true;
  }
  bool close(std::string_view sign) {
    --depth_;
    if (member_ == Member::id && depth_ >= 1) *out_.id += sign;
    return true;
  }
  void separate() {
    if (!out_.id->empty() && std::string_view("[{:").find(out_.id->back()) == std::string_view::npos) *out_.id += ',';
  }

  DraftLine& out_;
  std::size_t depth_ = 0;
  Member member_ = Member::other;
  bool has_text_ = false;
  bool text_is_no_string_ = false;
  bool no_object_ = false;
  std::optional<std::size_t> bad_at_;
};

}  // namespace

LineReader::LineReader(std::istream& in, std::string name, std::size_t longest, std::function<void()> before_wait)
    : in_(in), name_(std::move(name)), longest_(longest), before_wait_(std::move(before_wait)) {}

// Takes what is there now; waits only when there is nothing.
bool LineReader::fill() {
  before_wait_();
  buffer_.clear();
  pos_ = 0;
  try {
    std::streambuf& source = *in_.rdbuf();
    if (source.sgetc() == std::char_traits<char>::eof()) return false;
    const std::streamsize ready = std::clamp<std::streamsize>(source.in_avail(), 1, static_cast<std::streamsize>(kBuffer));
    buffer_.resize(static_cast<std::size_t>(ready));
    buffer_.resize(static_cast<std::size_t>(std::max<std::streamsize>(source.sgetn(buffer_.data(), ready), 0)));
  } catch (const std::ios_base::failure&) {
    throw Error(name_ + ": cannot read standard input");
  }
  return !buffer_.empty();
}

std::optional<StreamLine> LineReader::next_line() {
  StreamLine line;
  bool any = false;
  for (;;) {
    if (pos_ == buffer_.size() && !fill()) break;
    any = true;
    const std::size_t end = std::min(buffer_.find('\n', pos_), buffer_.size());
    line.too_long = line.too_long || line.bytes.size() + (end - pos_) > longest_;
    if (line.too_long) {
      std::string().swap(line.bytes);  // not held any longer
    } else {
      line.bytes.append(buffer_, pos_, end - pos_);
    }
    pos_ = std::min(end + 1, buffer_.size());
    if (end < buffer_.size()) break;
  }
  if (!any) return std::nullopt;
  line.number = ++number_;
  if (line.number == 1 && line.bytes.starts_with("\xEF\xBB\xBF")) line.bytes.erase(0, 3);
  return line;
}

std::optional<StreamLine> LineReader::next() {
  std::optional<StreamLine> line = next_line();
  while (line && !line->too_long && is_blank(line->bytes)) line = next_line();
  return line;
}

DraftLine parse_draft_line(std::string_view line) {
  DraftLine out;
  DraftHandler handler(out);
  json::sax_parse(line.begin(), line.end(), &handler);
  handler.judge();
  return out;
}

}  // namespace careportal_lint::cli
