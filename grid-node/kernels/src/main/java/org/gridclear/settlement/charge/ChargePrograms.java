package org.gridclear.settlement.charge;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridclear.settlement.allocation.BookCheck;
import org.gridclear.settlement.formula.Unit;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.rule.RuleBook;

/** The rules of a month, compiled once; safe for several threads. */
public final class ChargePrograms {
  private final SettlementMonth month;
  private final BookPrograms[] ofDay;

  /**
   * Compiles the rules of every day.
   *
   * @throws IllegalArgumentException if a rule cannot be computed; {@link BookCheck} lists them all
   */
  public ChargePrograms(SettlementMonth month) {
    this.month = month;
    this.ofDay = new BookPrograms[month.days()];
    Map<RuleBook, BookPrograms> known = new HashMap<>();
    for (int day = 1; day <= ofDay.length; day++) {
      RuleBook today = month.book().on(month.date(day), month.mode());
      ofDay[day - 1] =
          known.computeIfAbsent(
              today, rules -> new BookPrograms(month.book(), rules, month.intervals()));
      if (!ofDay[day - 1].issues().isEmpty()) {
        throw new IllegalArgumentException(
            "The book has errors: " + ofDay[day - 1].issues().get(0));
      }
    }
  }

  /** What is settled. */
  public SettlementMonth month() {
    return month;
  }

  /**
   * Units of the quantities of the items of the book, in its order: such as MWh or MW; 1 for a
   * plain number such as a count of events; empty where an item has no quantity.
   */
  public List<String> quantityUnits() {
    return month.book().items().stream()
        .map(
            item ->
                Arrays.stream(ofDay)
                    .distinct()
                    .flatMap(programs -> programs.quantityUnits(item.code()).stream())
                    .map(Unit::toString)
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(" or ")))
        .toList();
  }

  BookPrograms on(int day) {
    return ofDay[day - 1];
  }
}
