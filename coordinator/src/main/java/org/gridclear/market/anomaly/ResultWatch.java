package org.gridclear.market.anomaly;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.anomaly.rule.Anomaly;
import org.gridclear.market.anomaly.rule.AnomalyRuleVersions;
import org.gridclear.market.anomaly.rule.AnomalyType;
import org.gridclear.market.anomaly.rule.DueResults;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.gate.MarketParameters;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.anomaly.AnomalyRow;
import org.gridclear.market.store.anomaly.AnomalyStore;
import org.gridclear.market.store.anomaly.EvaluationRow;
import org.gridclear.market.store.anomaly.VersionRow;
import org.gridclear.market.store.declaration.DeclarationStore;

/** Raises an anomaly where a result is not there by its time; once, however often it is asked. */
public final class ResultWatch {
  private static final List<Market> ONCE_A_DAY = List.of(Market.LT_RUC, Market.DA);

  private final MarketFolder market;
  private final DayStore days;
  private final Clock clock;
  private final AnomalyStore store;

  /** The results of a market. */
  public ResultWatch(MarketFolder market, DayStore days, Clock clock) {
    this.market = market;
    this.days = days;
    this.clock = clock;
    this.store = new AnomalyStore(market.database());
  }

  /**
   * Looks for the results of the markets that run once a day and have parameters: each is due when
   * its gate closes.
   *
   * @param by account
   * @return what is missing, kept now or before
   */
  public List<KeptAnomaly> check(LocalDate from, LocalDate to, String by) {
    MarketParameters parameters =
        new MarketParameters(new DeclarationStore(market.database()), market.facts().zone(), clock);
    List<KeptAnomaly> missing = new ArrayList<>();
    for (Market each : ONCE_A_DAY) {
      for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
        DayKey key = new DayKey(each, date);
        Optional<Instant> gate =
            parameters
                .on(DayKey.word(each), date)
                .map(held -> held.values().gate().of(key.date(), market.facts().zone()));
        gate.ifPresent(due -> missing.addAll(check(key, due, by)));
      }
    }
    return missing;
  }

  /**
   * Looks for one result.
   *
   * @param due when it has to be there
   * @param by account
   * @return what is missing, kept now or before; empty where it is there, or not due yet
   */
  public List<KeptAnomaly> check(DayKey key, Instant due, String by) {
    AnomalyRuleVersions.InEffect rules =
        new AnomalyRuleVersions(new PieceStore(market)).at(clock.instant());
    DueResults.Due result = new DueResults.Due(key, due, days.newest(key).isPresent());
    List<Anomaly> found =
        rules.rules().in(DayKey.word(key.market())).stream()
            .filter(rule -> rule.type() == AnomalyType.NO_RESULT)
            .flatMap(rule -> DueResults.missing(rule, result, clock.instant()).stream())
            .toList();
    if (found.isEmpty()) {
      return List.of();
    }
    VersionRow of = KeptAnomaly.versionRow(key, 0);
    OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    List<AnomalyRow> rows = found.stream().map(each -> KeptAnomaly.row(of, each, now)).toList();
    store.add(new EvaluationRow(of, rules.number(), "", 0, "", by, now), rows);
    return store.of(of).stream().map(KeptAnomaly::of).toList();
  }
}
