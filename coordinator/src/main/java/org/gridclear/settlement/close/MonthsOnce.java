package org.gridclear.settlement.close;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/** Months that closes are of. Two versions of a month, or one twice, would count twice. */
public final class MonthsOnce {
  private final Map<YearMonth, String> closes = new HashMap<>();

  /**
   * Takes a close.
   *
   * @throws IllegalArgumentException if one of its month was taken
   */
  public void add(CloseFolder close) {
    YearMonth month = close.month().month();
    String id = close.record().id();
    String other = closes.putIfAbsent(month, id);
    if (other != null) {
      throw new IllegalArgumentException(
          "%s and %s are closes of %s; a month counts once. Name its last version."
              .formatted(other, id, month));
    }
  }
}
