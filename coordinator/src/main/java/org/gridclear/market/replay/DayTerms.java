package org.gridclear.market.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.market.assembly.NetworkPart;
import org.gridclear.market.rolling.RollingPlan;

/**
 * What holds for the whole of a logged day.
 *
 * @param market name of the market
 * @param zone its zone of time
 * @param currency its currency
 * @param date the trading date
 * @param begins the time at which the log begins
 * @param plan which runs the day has
 * @param gap relative gap at which clearings stop
 * @param losses whether losses are cleared
 * @param fromNetwork what of a case stands as the network version has it
 * @param operator account that operates, and in whose name versions are made
 * @param approver account that approves
 */
public record DayTerms(
    String market,
    String zone,
    String currency,
    LocalDate date,
    Instant begins,
    RollingPlan plan,
    double gap,
    boolean losses,
    List<NetworkPart> fromNetwork,
    String operator,
    String approver) {
  public DayTerms {
    try {
      ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("the zone (%s) is none".formatted(zone), e);
    }
    if (!(gap >= 0 && gap < 1)) {
      throw new IllegalArgumentException("the gap (%s) must lie in [0, 1)".formatted(gap));
    }
    fromNetwork = fromNetwork.stream().sorted().toList();
  }

  ZoneId zoneOfTime() {
    return ZoneId.of(zone);
  }

  ClearingOptions options() {
    return ClearingOptions.DEFAULT.withGap(gap).withLosses(losses);
  }
}
