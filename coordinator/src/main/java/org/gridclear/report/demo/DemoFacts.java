package org.gridclear.report.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridclear.account.Scope;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.anomaly.AnomalyDesk;
import org.gridclear.market.anomaly.KeptAnomaly;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.KnownAccounts;
import org.gridclear.market.approval.OpenAnomalies;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.publication.Mailbox;
import org.gridclear.market.publication.Recipient;
import org.gridclear.market.rolling.Cycle;
import org.gridclear.market.rolling.RollingPlan;
import org.gridclear.market.store.MarketFolder;

/**
 * What the market's folder says of a day that was played.
 *
 * @param midnight when the trading date begins
 * @param runs every run that was to be, by market and time
 * @param dayAhead the day ahead; empty if nothing was cleared
 * @param realTime the day that the real-time runs make; empty if nothing was joined
 * @param counts how much was done
 */
public record DemoFacts(
    OffsetDateTime midnight,
    List<DemoRun> runs,
    Optional<DayCurves> dayAhead,
    Optional<DayCurves> realTime,
    Counts counts) {
  private static final int MINUTES_PER_DAY = 1440;

  public DemoFacts {
    runs = List.copyOf(runs);
  }

  /**
   * How much was done on the day.
   *
   * @param handled anomalies that were handled
   * @param openSevere severe anomalies about which nothing was done
   * @param publications publications of the date
   * @param messages messages that tell of them
   */
  public record Counts(long handled, long openSevere, long publications, long messages) {}

  /**
   * Reads what the folder says.
   *
   * @param plan which runs the day has
   * @param clock the time of asking
   */
  public static DemoFacts of(MarketFolder folder, LocalDate date, RollingPlan plan, Clock clock) {
    DayStore days = DayStore.of(folder);
    DayApproval approval = new DayApproval(folder, OpenAnomalies.NONE, KnownAccounts.NONE, clock);
    Map<DayKey, DayApproval.Standing> standings = new HashMap<>();
    for (Market market : Market.values()) {
      for (DayApproval.Standing each : approval.standings(market, date, date)) {
        standings.merge(each.version().key(), each, DemoFacts::counting);
      }
    }
    return new DemoFacts(
        date.atStartOfDay(days.zone()).toOffsetDateTime(),
        runs(date, plan, standings),
        curves(days, Optional.ofNullable(standings.get(new DayKey(Market.DA, date)))),
        curves(days, Optional.ofNullable(standings.get(new DayKey(Market.RT, date)))),
        counts(folder, days, date, clock));
  }

  /** Of two versions of a run: the one in force, or else the later one. */
  private static DayApproval.Standing counting(
      DayApproval.Standing earlier, DayApproval.Standing later) {
    return earlier.state().isInForce() && !later.state().isInForce() ? earlier : later;
  }

  private static Optional<DayCurves> curves(
      DayStore days, Optional<DayApproval.Standing> standing) {
    return standing.map(DayApproval.Standing::version).flatMap(each -> DayCurves.of(days, each));
  }

  private static List<DemoRun> runs(
      LocalDate date, RollingPlan plan, Map<DayKey, DayApproval.Standing> standings) {
    List<DemoRun> runs = new ArrayList<>();
    for (Market market : List.of(Market.LT_RUC, Market.DA)) {
      DayKey key = new DayKey(market, date);
      runs.add(DemoRun.of(key, 0, MINUTES_PER_DAY, Optional.ofNullable(standings.get(key))));
    }
    for (Market market : List.of(Market.ID, Market.RT)) {
      for (Cycle cycle : plan.cycles(market, date)) {
        runs.add(
            DemoRun.of(
                cycle.key(),
                cycle.startMinute(),
                cycle.minutes(),
                Optional.ofNullable(standings.get(cycle.key()))));
      }
    }
    return runs;
  }

  private static Counts counts(MarketFolder folder, DayStore days, LocalDate date, Clock clock) {
    List<KeptAnomaly> anomalies =
        new AnomalyDesk(folder.database(), clock)
            .list(new AnomalyDesk.Query("", date, date, List.of()));
    Mailbox mailbox = new Mailbox(folder, days, clock);
    List<Long> publications =
        mailbox.publications(new Recipient.Operator(), Scope.ALL, date, date).stream()
            .map(each -> each.number())
            .toList();
    return new Counts(
        anomalies.stream().filter(each -> !each.state().isUnsettled()).count(),
        anomalies.stream().filter(KeptAnomaly::isOpenSevere).count(),
        publications.size(),
        publications.stream().mapToLong(number -> mailbox.receipts(number).size()).sum());
  }
}
