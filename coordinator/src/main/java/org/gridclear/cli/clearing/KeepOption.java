package org.gridclear.cli.clearing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.market.MarketDay;
import org.gridclear.market.anomaly.MarketAnomalies.Judged;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.Made;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.year.KeptRun;
import org.gridclear.run.GridStore;
import org.gridclear.run.RunResult;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Option of a clearing that becomes a version of its day. */
final class KeepOption {
  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description =
          "Keep the result in this market folder too, as the next version of its day; the case"
              + " needs a date.")
  private Path folder;

  @Option(
      names = "--cycle",
      converter = OptionNumbers.FromZero.class,
      defaultValue = "0",
      description =
          "Number of the run of its day, from 1, of intraday and real time; 0 is the only run of"
              + " the day ahead (default: 0).")
  private int cycle;

  @Mixin private ActorOptions acting;

  /**
   * Refuses what cannot be kept, before anything is cleared.
   *
   * @param given whether an option is given
   */
  void check(Market cleared, MarketDay day, Predicate<String> given) {
    if (folder == null) {
      for (String option : List.of("--cycle", "--by", "--security")) {
        if (given.test(option)) {
          throw new IllegalArgumentException(
              "%s is of a result that is kept; say in which market: --keep DIR.".formatted(option));
        }
      }
      return;
    }
    acting.actor().require(Right.OPERATE_MARKET);
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
   * Keeps the result, where that is asked for, and says what its anomalies are in the folder of the
   * report, too.
   */
  Optional<Judged> keep(String file, RunResult result, GridStore store, Path report)
      throws IOException {
    if (folder == null) {
      return Optional.empty();
    }
    Actor actor = acting.actor();
    try (MarketFolder market = MarketFolder.open(folder)) {
      KeptRun run = new KeptRun(market, cycle, Made.BUILD, ActorOptions.nameOf(actor), file);
      Judged judged =
          actor.changed(
              "clear --keep",
              "%s in %s".formatted(file, folder),
              () -> run.append(result, store, Clock.systemUTC()));
      KeptRun.say(judged, result, report);
      return Optional.of(judged);
    }
  }

  /** Which version was kept. */
  static String said(DayVersion version) {
    return "Kept: %s, version %d".formatted(version.key().text(), version.version());
  }
}
