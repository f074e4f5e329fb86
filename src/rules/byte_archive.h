// Plain data to bytes and back: the form in which compiled rules are linked into the program.
#pragma once

#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace careportal_lint {

class ByteWriter {
 public:
  template <typename T>
  void operator()(const T& value) {
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
      bytes_.append(static_cast<const char*>(static_cast<const void*>(&value)), sizeof value);
    } else {
      put(value);
    }
  }

  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  void put(const std::string& text) {
    (*this)(static_cast<std::uint32_t>(text.size()));
    bytes_ += text;
  }
  template <typename T>
  void put(const std::vector<T>& items) {
    (*this)(static_cast<std::uint32_t>(items.size()));
    for (const T& item : items) (*this)(item);
  }
  template <typename T>
  void put(const std::optional<T>& item) {
    (*this)(item.has_value());
    if (item) (*this)(*item);
  }
  template <typename T>
  void put(const std::map<std::string, T>& items) {
    (*this)(static_cast<std::uint32_t>(items.size()));
    for (const auto& [key, item] : items) {
      (*this)(key);
      (*this)(item);
    }
  }
  /// Structures say by `fields(archive, object)` what they hold.
  template <typename T>
  requires std::is_class_v<T>
  void put(const T& object) { fields(*this, const_cast<T&>(object)); }

  std::string bytes_;
};

/// Reads what ByteWriter wrote, in the same order.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  template <typename T>
  void operator()(T& value) {
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
      std::memcpy(&value, bytes_.data() + pos_, sizeof value);
      pos_ += sizeof value;
    } else {
      get(value);
    }
  }

  template <typename T>
  T read() {
    T value{};
    (*this)(value);
    return value;
  }

  /// A text where it lies.
  std::string_view view() {
    const auto size = read<std::uint32_t>();
    const std::string_view text = bytes_.substr(pos_, size);
    pos_ += size;
    return text;
  }

 private:
  void get(std::string& text) {
    const auto size = read<std::uint32_t>();
    text.assign(bytes_.substr(pos_, size));
    pos_ += size;
  }
  template <typename T>
  void get(std::vector<T>& items) {
    items.resize(read<std::uint32_t>());
    for (T& item : items) (*this)(item);
  }
  template <typename T>
  void get(std::optional<T>& item) {
    item.reset();
    if (read<bool>()) item = read<T>();
  }
  template <typename T>
  void get(std::map<std::string, T>& items) {
    for (auto count = read<std::uint32_t>(); count > 0; --count) {
      const auto key = read<std::string>();
      items[key] = read<T>();
    }
  }
  template <typename T>
  requires std::is_class_v<T>
  void get(T& object) { fields(*this, object); }

  std::string_view bytes_;
  std::size_t pos_ = 0;
};

}  // namespace careportal_lint
