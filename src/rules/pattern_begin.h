// What a sequence looks like at its begin: enough to see at a glance that it cannot stand somewhere.
#pragma once

#include <cstdint>

#include "rules/pattern_triggers.h"

namespace careportal_lint {

/// About texts that begin with a token. Where nothing is known, everything is allowed.
struct PatternBegin {
  static constexpr std::uint8_t kAnyLength = 255;

  std::uint8_t least = 0;  ///< length of the token
  std::uint8_t most = kAnyLength;
  CharSet behind = CharSet().set();  ///< the character behind the token; all: it may also be the end of the text
  CharSet next = CharSet().set();    ///< the one behind that; all: the same
};

PatternBegin find_begin(const Items& items);

}  // namespace careportal_lint
