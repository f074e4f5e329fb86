#include "rules/validators.h"

#include <gtest/gtest.h>

namespace careportal_lint {
namespace {

TEST(Validators, TellRealIdentifiersFromOthers) {
  struct Row {
    const char* validator;
    const char* text;
    bool valid;
  };
  // public test numbers and specimens from the standards; none belongs to a person
  const Row rows[] = {
      {"luhn", "4111 1111 1111 1111", true},
      {"luhn", "4111-1111-1111-1111", true},
      {"luhn", "378282246310005", true},
      {"luhn", "4111 1111 1111 1112", false},
      {"luhn", "4111 1111 1111", false},  // too short
      {"luhn", "49927398716", false},     // right sum, too short for a card
      {"ssn", "219-09-9999", true},
      {"ssn", "219 09 9999", true},
      {"ssn", "000-12-3456", false},
      {"ssn", "666-12-3456", false},
      {"ssn", "123-00-4567", false},
      {"ssn", "123-45-0000", false},
      {"ssn", "900-70-0000", true},  // ITIN
      {"ssn", "900-49-1234", false},
      {"ssn", "900-93-1234", false},
      {"ssn", "12-34-5678", false},
      {"nanp", "(317) 555-0123", true},
      {"nanp", "1-317-555-0123", true},
      {"nanp", "555-0123", true},
      {"nanp", "117-555-0123", false},
      {"nanp", "317-155-0123", false},
      {"nanp", "911-555-0123", false},
      {"nanp", "12345", false},
      {"aba", "011000015", true},  // Federal Reserve Bank of Boston
      {"aba", "011000016", false},
      {"aba", "000000000", false},
      {"aba", "990000000", false},  // no such district
      {"iban", "GB82 WEST 1234 5698 7654 32", true},
      {"iban", "DE89370400440532013000", true},
      {"iban", "GB82 WEST 1234 5698 7654 33", false},
      {"iban", "1234567890123456", false},
      {"vin", "1M8GDM9AXKP042788", true},
      {"vin", "11111111111111111", true},
      {"vin", "1M8GDM9A1KP042788", false},
      {"vin", "1M8GDM9AXKP04278O", false},  // the letter O
      {"vin", "1M8GDM9AXKP04278", false},
      {"mbi", "1EG4-TE5-MK73", true},
      {"mbi", "1EG4TE5MK73", true},
      {"mbi", "0EG4-TE5-MK73", false},
      {"mbi", "1SG4-TE5-MK73", false},
      {"mbi", "1EG4-TE5-MK7", false},
      {"date", "03/14/1991", true},
      {"date", "14.3.1991", true},
      {"date", "1991-03-14", true},
      {"date", "3/14/91", true},
      {"date", "3/14", true},
      {"date", "13/32/1991", false},
      {"date", "3/14/1791", false},
      {"date", "1/2/3/4", false},
      {"date", "0/14", false},
      {"ipv4", "192.0.2.1", true},
      {"ipv4", "192.0.2.256", false},
      {"ipv4", "192.0.2", false},
      {"ipv4", "192.0.2.1.5", false},
      {"ipv4", "1..2.3", false},
  };
  for (const Row& row : rows) {
    const Validator check = find_validator(row.validator);
    ASSERT_NE(check, nullptr) << row.validator;
    EXPECT_EQ(check(row.text), row.valid) << row.validator << " " << row.text;
  }
}

TEST(Validators, EveryOneSurvivesAnyText) {
  ASSERT_GE(validator_names().size(), 9U);
  for (const std::string& name : validator_names()) {
    for (const char* text : {"", "-", "no digits", "00000000000000000000000000000000000000", "1", "....", "A1B2C3D4E5F6G7H8I"}) {
      EXPECT_FALSE(find_validator(name)(text)) << name << " '" << text << "'";
    }
  }
}

TEST(Validators, UnknownNamesAreTold) { EXPECT_EQ(find_validator("lunh"), nullptr); }

}  // namespace
}  // namespace careportal_lint
