#include "rules/validators.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/document.h"

namespace careportal_lint {
namespace {

std::string digits_of(std::string_view text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out), is_digit);
  return out;
}

std::string letters_and_digits_of(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (is_word_char(c) && c != '_') out.push_back(to_upper(c));
  }
  return out;
}

int value(char digit) { return digit - '0'; }

// Payment cards, IMEI: ISO/IEC 7812-1, annex B.
bool luhn(std::string_view text) {
  const std::string digits = digits_of(text);
  if (digits.size() < 13 || digits.size() > 19) return false;
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    int digit = value(digits[digits.size() - 1 - i]);
    if (i % 2 == 1) digit = digit > 4 ? 2 * digit - 9 : 2 * digit;
    sum += digit;
  }
  return sum % 10 == 0;
}

// Social Security numbers (areas 000, 666 and 900-999 were never given) and ITINs (9xx, groups 50-65, 70-88, 90-92, 94-99).
bool ssn(std::string_view text) {
  const std::string digits = digits_of(text);
  if (digits.size() != 9) return false;
  const int area = std::stoi(digits.substr(0, 3));
  const int group = std::stoi(digits.substr(3, 2));
  if (area >= 900) return (group >= 50 && group <= 65) || (group >= 70 && group <= 88) || (group >= 90 && group != 93);
  return area != 0 && area != 666 && group != 0 && digits.substr(5) != "0000";
}

// North American numbers: area code and exchange start with 2-9; a service code (N11) is no area code.
bool nanp(std::string_view text) {
  std::string digits = digits_of(text);
  if (digits.size() == 11 && digits[0] == '1') digits.erase(0, 1);
  if (digits.size() == 7) return digits[0] >= '2';
  if (digits.size() < 10) return false;
  return digits[0] >= '2' && digits[3] >= '2' && digits.substr(1, 2) != "11";
}

// Routing numbers of the American Bankers Association: weights 3, 7, 1; the first two digits name a district.
bool aba(std::string_view text) {
  const std::string digits = digits_of(text);
  if (digits.size() != 9) return false;
  int sum = 0;
  for (std::size_t i = 0; i < 9; ++i) sum += value(digits[i]) * std::array{3, 7, 1}.at(i % 3);
  const int district = std::stoi(digits.substr(0, 2));
  const bool known = district <= 12 || (district >= 21 && district <= 32) || (district >= 61 && district <= 72) || district == 80;
  return sum > 0 && sum % 10 == 0 && known;
}

// ISO 13616: the first four characters moved to the end, letters as 10..35, modulo 97 is 1.
bool iban(std::string_view text) {
  const std::string code = letters_and_digits_of(text);
  if (code.size() < 15 || code.size() > 34 || !is_upper(code[0]) || !is_upper(code[1])) return false;
  const std::string moved = code.substr(4) + code.substr(0, 4);
  int rest = 0;
  for (const char c : moved) {
    rest = is_digit(c) ? (rest * 10 + value(c)) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
  }
  return rest == 1;
}

// Vehicle identification numbers: 17 characters without I, O, Q; the ninth is a check digit in North America (49 CFR 565.15).
bool vin(std::string_view text) {
  const std::string code = letters_and_digits_of(text);
  if (code.size() != 17) return false;
  constexpr std::string_view kLetters = "ABCDEFGHJKLMNPRSTUVWXYZ";
  constexpr std::string_view kValues = "12345678123457923456789";
  constexpr std::array kWeights = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
  int sum = 0;
  bool has_digit = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    has_digit = has_digit || is_digit(code[i]);
    const std::size_t letter = kLetters.find(code[i]);
    if (!is_digit(code[i]) && letter == std::string_view::npos) return false;
    sum += kWeights.at(i) * value(is_digit(code[i]) ? code[i] : kValues[letter]);
  }
  const int check = sum % 11;
  return has_digit && code[8] == (check == 10 ? 'X' : static_cast<char>('0' + check));
}

// Medicare beneficiary identifiers: C A AN N A AN N A A N N, without S, L, O, I, B, Z (source: CMS).
bool mbi(std::string_view text) {
  const std::string code = letters_and_digits_of(text);
  constexpr std::string_view kForm = "CAXNAXNAANN";
  if (code.size() != kForm.size()) return false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const bool letter = is_upper(code[i]) && std::string_view("SLOIBZ").find(code[i]) == std::string_view::npos;
    const bool digit = is_digit(code[i]);
    const bool fits = kForm[i] == 'C' ? digit && code[i] != '0' : kForm[i] == 'A' ? letter : kForm[i] == 'N' ? digit : letter || digit;
    if (!fits) return false;
  }
  return true;
}

bool month_and_day(int month, int day) { return month >= 1 && month <= 12 && day >= 1 && day <= 31; }

// month/day/year, day/month/year or year-month-day in digits.
bool date(std::string_view text) {
  std::vector<int> numbers;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_digit(text[i])) {
      ++i;
      continue;
    }
    int number = 0;
    std::size_t length = 0;
    for (; i < text.size() && is_digit(text[i]) && length < 5; ++i, ++length) number = number * 10 + value(text[i]);
    numbers.push_back(number);
  }
  if (numbers.size() == 2) return month_and_day(numbers[0], numbers[1]);
  if (numbers.size() != 3) return false;
  if (numbers[0] > 31) return numbers[0] >= 1900 && numbers[0] < 2100 && month_and_day(numbers[1], numbers[2]);
  const bool year = numbers[2] < 100 || (numbers[2] >= 1900 && numbers[2] < 2100);
  return year && (month_and_day(numbers[0], numbers[1]) || month_and_day(numbers[1], numbers[0]));
}

bool ipv4(std::string_view text) {
  int parts = 0;
  for (std::size_t pos = 0; pos <= text.size(); ++parts) {
    const std::size_t end = std::min(text.find('.', pos), text.size());
    const std::string_view part = text.substr(pos, end - pos);
    if (part.empty() || part.size() > 3 || !std::all_of(part.begin(), part.end(), is_digit)) return false;
    if (std::stoi(std::string(part)) > 255) return false;
    pos = end + 1;
  }
  return parts == 4;
}

struct Entry {
  std::string_view name;
  Validator check;
};
constexpr auto kValidators = std::to_array<Entry>({{"luhn", luhn},
                                                   {"ssn", ssn},
                                                   {"nanp", nanp},
                                                   {"aba", aba},
                                                   {"iban", iban},
                                                   {"vin", vin},
                                                   {"mbi", mbi},
                                                   {"date", date},
                                                   {"ipv4", ipv4}});

}  // namespace

Validator find_validator(std::string_view name) {
  const auto* found = std::find_if(kValidators.begin(), kValidators.end(), [&](const Entry& entry) { return entry.name == name; });
  return found == kValidators.end() ? nullptr : found->check;
}

std::vector<std::string> validator_names() {
  std::vector<std::string> names;
  for (const Entry& entry : kValidators) names.emplace_back(entry.name);
  return names;
}

}  // namespace careportal_lint
