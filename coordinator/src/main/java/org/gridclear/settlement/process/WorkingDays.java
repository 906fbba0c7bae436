package org.gridclear.settlement.process;

import java.time.LocalDate;

/** Which days are working days. */
@FunctionalInterface
public interface WorkingDays {
  /** The working day that is so many working days after a date. */
  LocalDate after(LocalDate date, int count);
}
