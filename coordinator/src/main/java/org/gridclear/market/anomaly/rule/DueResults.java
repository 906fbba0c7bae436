package org.gridclear.market.anomaly.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gridclear.market.day.DayKey;

/** Whether a result that is due has come: a function of the clock and the times of the market. */
public final class DueResults {
  private static final double SECONDS = 60;

  private DueResults() {}

  /**
   * A result that a market owes.
   *
   * @param key the day and its run
   * @param due when it has to be there, by the parameters of the market
   * @param there whether a version is there
   */
  public record Due(DayKey key, Instant due, boolean there) {}

  /**
   * What is missing at a time; nothing where it is there, or not due yet.
   *
   * @param rule of type {@link AnomalyType#NO_RESULT}; its minutes are granted after the due time
   */
  public static Optional<Anomaly> missing(AnomalyRule rule, Due result, Instant now) {
    double late = Duration.between(result.due(), now).toSeconds() / SECONDS;
    return result.there() || late <= rule.limit()
        ? Optional.empty()
        : Optional.of(
            new Anomaly(
                rule.id(),
                rule.type(),
                rule.severity(),
                Place.RUN,
                Anomaly.Periods.WHOLE,
                late,
                rule.limit(),
                "min after it was due"));
  }
}
