package org.gridclear.settlement.process;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A publication that took effect.
 *
 * @param number its number
 * @param act what was published
 * @param at when
 * @param confirmBy until when its statements are to be confirmed; null where they need not be
 */
public record Publication(long number, Act.Published act, Instant at, @Nullable Instant confirmBy) {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM", Locale.ROOT);

  /** Number of the statement of a member, which never repeats (S-01). */
  public String statementNumber(String member) {
    return switch (act.kind()) {
          case DAY -> "D" + act.from().format(DAY);
          case WEEK -> "W" + act.from().format(DAY);
          case MONTH, UPDATE -> "S" + act.from().format(MONTH);
          case RESETTLEMENT -> "R" + act.from().format(MONTH);
        }
        + "-"
        + member
        + "-"
        + number;
  }

  /** Whether a day is one of its days. */
  public boolean covers(LocalDate date) {
    return !date.isBefore(act.from()) && !date.isAfter(act.to());
  }

  /** Number of the publication of the month that it is or follows. */
  long first() {
    return act.updates() == 0 ? number : act.updates();
  }
}
