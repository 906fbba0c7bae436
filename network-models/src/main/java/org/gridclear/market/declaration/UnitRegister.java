package org.gridclear.market.declaration;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who owns what on a date, as far as declarations need it. */
public interface UnitRegister {
  /** The registry as it is now: what is asked of it later is of this time. */
  default UnitRegister now() {
    return this;
  }

  /** What a unit is on a date; empty where it is not registered on it. */
  Optional<RegisteredUnit> unit(String id, LocalDate date);

  /** All that are registered on a date, by rising id. */
  List<RegisteredUnit> units(LocalDate date);

  /** All records of a unit, the earliest first. */
  Stream<Record> records(String id);

  /**
   * A unit over the days on which it is so.
   *
   * @param owner the member that owns it
   * @param words the days in words, such as {@code to 2026-11-30}
   */
  record Record(String owner, String words) {}
}
