package org.gridclear.market.declaration.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** Collects what a declaration does not meet; what could not be read is not judged again. */
final class ObjectionLog {
  private final String unit;
  private final Set<String> unread;
  private final List<Objection> objections = new ArrayList<>();

  /**
   * An empty log.
   *
   * @param unit id of the unit, in front of every place
   * @param unread fields without a value, on which nothing can be said
   */
  ObjectionLog(String unit, Set<String> unread) {
    this.unit = unit;
    this.unread = Set.copyOf(unread);
  }

  /** Whether all of these fields were read. */
  boolean read(String... fields) {
    return List.of(fields).stream().noneMatch(unread::contains);
  }

  /** Adds an objection; the first word of its place is the field. */
  void add(DeclarationRule rule, String place, String value, String advice) {
    if (read(place.split(" ", 2)[0])) {
      objections.add(new Objection(rule, (unit + " " + place).strip(), value, advice));
    }
  }

  /**
   * Adds an objection for the periods in which something does not hold, the value of the first.
   *
   * @param periodCount periods to look at; 1 where one value is for all
   */
  void inPeriods(
      DeclarationRule rule,
      String place,
      int periodCount,
      IntPredicate broken,
      java.util.function.IntFunction<String> value,
      String advice) {
    List<Integer> found = new ArrayList<>();
    for (int t = 0; t < periodCount; t++) {
      if (broken.test(t)) {
        found.add(t);
      }
    }
    if (!found.isEmpty()) {
      String where = periodCount == 1 ? "" : " in period " + text(found);
      add(rule, place + where, value.apply(found.get(0)), advice);
    }
  }

  /** Periods, counted from 0, as {@code 1-8, 10}. */
  static String text(List<Integer> periods) {
    List<String> ranges = new ArrayList<>();
    for (int k = 0; k < periods.size(); k++) {
      int from = k;
      while (k + 1 < periods.size() && periods.get(k + 1) == periods.get(k) + 1) {
        k++;
      }
      int first = periods.get(from) + 1;
      int last = periods.get(k) + 1;
      ranges.add(first == last ? "" + first : first + "-" + last);
    }
    return String.join(", ", ranges);
  }

  List<Objection> objections() {
    return List.copyOf(objections);
  }
}
