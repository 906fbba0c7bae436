package org.gridclear.market.year;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.MarketDay;
import org.gridclear.market.anomaly.MarketAnomalies.Judged;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.Made;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.run.GridStore;
import org.gridclear.run.RunResult;

/**
 * Where the result of a clearing becomes a version of its day.
 *
 * @param folder the market folder
 * @param cycle number of the run of the day: 0 for day-ahead and the long cycle
 * @param actor who keeps it
 */
public record Keeping(Path folder, int cycle, Actor actor) {
  /**
   * Refuses what cannot be kept, before it is cleared.
   *
   * @param cleared the market that clears
   * @param day the case
   * @throws IllegalArgumentException if the day has no date or no such run, or if its versions
   *     would hide one another
   */
  public void check(Market cleared, MarketDay day) {
    actor.require(Right.OPERATE_MARKET);
    DayKey key = new DayKey(cleared, KeptRun.date(day), cycle);
    if (cycle == 0 && (cleared == Market.ID || cleared == Market.RT)) {
      throw new IllegalArgumentException(
          "--cycle (0) must be 1 or more: 0 is the day that the runs of %s make together."
              .formatted(DayKey.word(cleared)));
    }
    try (MarketFolder market = MarketFolder.open(folder)) {
      DayStore.of(market).check(key, day.horizon());
    }
  }

  /**
   * Keeps the result, and says what its anomalies are in the folder of the report, too.
   *
   * @param source what the case is called, as the version says
   * @param report the folder of the report
   */
  public Judged keep(String source, RunResult result, GridStore store, Path report)
      throws IOException {
    try (MarketFolder market = MarketFolder.open(folder)) {
      KeptRun run = new KeptRun(market, cycle, Made.BUILD, actor.nameOrUser(), source);
      Judged judged =
          actor.changed(
              "clear --keep",
              "%s in %s".formatted(source, folder),
              () -> run.append(result, store, Clock.systemUTC()));
      KeptRun.say(judged, result, report);
      return judged;
    }
  }

  /** Which version was kept. */
  public static String said(DayVersion version) {
    return "Kept: %s, version %d".formatted(version.key().text(), version.version());
  }
}
