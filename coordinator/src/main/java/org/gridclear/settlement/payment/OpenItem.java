package org.gridclear.settlement.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a member owes, or is owed, and what was paid of it.
 *
 * @param number number of the invoice, or of what it is of
 * @param kind what it is
 * @param month first day of the month that it is of
 * @param due day until which it is paid
 * @param milliYuan amount, 0.001 yuan
 * @param settled what was paid, set off or drawn, in order
 */
public record OpenItem(
    String number,
    Kind kind,
    LocalDate month,
    LocalDate due,
    long milliYuan,
    List<Settled> settled) {
  public OpenItem {
    settled = List.copyOf(settled);
  }

  /** What an item is. */
  public enum Kind {
    INVOICE,
    LATE_FEE,
    /** The part of a member in the default of another. */
    DEFAULT_SHARE,
    /** What goes back of such a part when the defaulter paid later. */
    DEFAULT_RETURN,
    /** What a correction of an earlier month changes. */
    ADJUSTMENT;

    /** Whether a late fee is charged of it, and a default found. */
    boolean isBill() {
      return this == INVOICE || this == ADJUSTMENT;
    }
  }

  /**
   * A part that was settled.
   *
   * @param value day on which it counts
   * @param milliYuan amount
   */
  public record Settled(LocalDate value, long milliYuan) {}

  /** What is open. */
  public long openMilliYuan() {
    return milliYuan - settled.stream().mapToLong(Settled::milliYuan).sum();
  }

  OpenItem settle(LocalDate value, long amount) {
    List<Settled> all = new ArrayList<>(settled);
    all.add(new Settled(value, amount));
    return new OpenItem(number, kind, month, due, milliYuan, all);
  }

  /** The same with another amount, of a late fee that grows. */
  OpenItem amounting(long total) {
    return new OpenItem(number, kind, month, due, total, settled);
  }

  /**
   * What was open at the end of each day after the due day, added up: 0.001 yuan times days.
   *
   * @param upTo last day
   */
  long lateMilliYuanDays(LocalDate upTo) {
    long sum = 0;
    for (LocalDate day = due.plusDays(1); !day.isAfter(upTo); day = day.plusDays(1)) {
      long open = milliYuan;
      for (Settled part : settled) {
        open -= part.value().isAfter(day) ? 0 : part.milliYuan();
      }
      sum = Math.addExact(sum, open);
    }
    return sum;
  }
}
