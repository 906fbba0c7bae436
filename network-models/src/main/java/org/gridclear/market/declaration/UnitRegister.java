package org.gridclear.market.declaration;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who owns what on a date, as far as declarations need it. */
public interface UnitRegister {
  /** What a unit is on a date; empty where it is not registered on it. */
  Optional<RegisteredUnit> unit(String id, LocalDate date);

  /** All that are registered on a date, by rising id. */
  List<RegisteredUnit> units(LocalDate date);

  /** In words when a unit that is not registered on a date is; empty if it never is. */
  Optional<String> registeredWhen(String id);
}
