// What a user can cause: a wrong option, a broken pack, an unreadable file.
#pragma once

#include <stdexcept>
#include <string>

namespace careportal_lint {

/// An error whose text is complete: it names the file, the place in it and the remedy. Caught once, in `run`.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace careportal_lint
