// The rows of a rule (its patterns, its glossary terms) as they lie in the rule image. A rule of a thousand rows would
// cost a process more than its draft does if all of them were made: each is made when its pattern stands in a draft.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "rules/compiler.h"
#include "rules/spec_fields.h"

namespace careportal_lint {

/// Where a row begins in the bytes of the image.
struct RowPlace {
  std::uint32_t spec = 0;  ///< what the pack says
  std::uint32_t log = 0;   ///< what the compiler handed out
};

/// All rows of one rule.
struct StoredRows {
  std::span<const RowPlace> places;
  std::string_view specs;
  std::string_view logs;
};

/// Rows that are made when they are first asked for, by any thread.
template <typename Row>
class LazyRows {
 public:
  LazyRows(const StoredRows& stored, std::string agency)
      : stored_(stored), agency_(std::move(agency)), rows_(std::make_unique<std::atomic<const Row*>[]>(stored.places.size())) {}
  ~LazyRows() {
    for (std::size_t i = 0; i < stored_.places.size(); ++i) delete rows_[i].load();
  }
  LazyRows(const LazyRows&) = delete;
  LazyRows& operator=(const LazyRows&) = delete;

  /// Row `i`, made by `make(spec, compiler)` from what the image holds.
  template <typename Spec, typename Make>
  const Row& get(std::size_t i, const Make& make) const {
    std::atomic<const Row*>& slot = rows_[i];
    if (const Row* ready = slot.load(std::memory_order_acquire)) return *ready;
    const RowPlace& place = stored_.places[i];
    Spec spec;
    ByteReader(stored_.specs.substr(place.spec))(spec);
    ReplayingCompiler compiler(stored_.logs.substr(place.log), agency_);
    auto fresh = std::make_unique<const Row>(make(spec, compiler));
    const Row* expected = nullptr;
    // another thread may have been quicker: then its work is used
    if (slot.compare_exchange_strong(expected, fresh.get(), std::memory_order_acq_rel)) return *fresh.release();
    return *expected;
  }

 private:
  StoredRows stored_;
  std::string agency_;
  std::unique_ptr<std::atomic<const Row*>[]> rows_;
};

}  // namespace careportal_lint
