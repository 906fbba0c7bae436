package org.gridclear.market.year;

import java.time.Clock;
import java.time.LocalDate;
import org.gridclear.market.MarketDay;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.Made;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.registry.RegisteredOwners;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.run.GridStore;
import org.gridclear.run.RunResult;

/**
 * Keeps the base case of a run as the next version of its day.
 *
 * @param market the open market
 * @param cycle number of the run of the day: 0 for day-ahead and the long cycle
 * @param build the build that cleared
 * @param by the account that keeps it
 * @param provenance what it was made from
 */
public record KeptRun(MarketFolder market, int cycle, String build, String by, String provenance) {
  /**
   * The date of a case.
   *
   * @throws IllegalArgumentException if it has none
   */
  public static LocalDate date(MarketDay day) {
    LocalDate date = day.horizon().firstDay();
    if (date == null) {
      throw new IllegalArgumentException(
          "The case %s has no date, which a version of a day needs: give horizon.firstDay, such as 2026-10-01."
              .formatted(day.name()));
    }
    return date;
  }

  /**
   * Appends the version, and judges it by the rules of the market.
   *
   * @throws IllegalArgumentException if the case has no date, no result, or is none of a day
   */
  public MarketAnomalies.Judged append(RunResult result, GridStore store, Clock clock) {
    BaseCase cleared =
        BaseCase.of(result, store)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The case was not cleared, so that there is no version to keep."));
    LocalDate date = date(cleared.resolved().day());
    MarketRegistry registry = new MarketRegistry(market, clock);
    DayResult day = cleared.of(RegisteredOwners.on(registry, date));
    DayVersion version =
        DayStore.of(market)
            .append(
                new DayKey(cleared.resolved().market(), date, cycle),
                day,
                Made.now(build, by, clock, provenance));
    return MarketAnomalies.of(market, clock).cleared(version, day, by);
  }
}
