package org.gridclear.synthetic;

import java.util.Objects;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.quantity.Horizon;
import org.jspecify.annotations.Nullable;

/**
 * How a network is completed with synthetic data; a whole day is taken as it is.
 *
 * @param seed seed of the data
 * @param periods number of periods; null for 24, or those of a whole day
 * @param minutes minutes of each; null for 60, or those of a whole day
 */
public record CompletedCase(long seed, @Nullable Integer periods, @Nullable Integer minutes) {
  private static final int PERIODS = 24;
  private static final int MINUTES = 60;

  /**
   * A market day: that of the file, or the network of the file completed with synthetic data.
   *
   * @throws IllegalArgumentException if other periods are asked for than the day of the file has
   */
  public MarketDay day(CaseFiles.Loaded loaded) {
    if (loaded.content() instanceof CaseFiles.Content.WholeDay whole) {
      Horizon own = whole.day().horizon();
      requireOwn("--periods", periods, own.periodCount(), "--from and --count take a part");
      requireOwn("--minutes", minutes, own.minutesPerPeriod(), "--split-minutes changes them");
      return whole.day();
    }
    SyntheticOptions d = SyntheticOptions.DEFAULT;
    return SyntheticMarket.complete(
        ((CaseFiles.Content.OnlyNetwork) loaded.content()).network(),
        new Horizon(
            Objects.requireNonNullElse(periods, PERIODS),
            Objects.requireNonNullElse(minutes, MINUTES)),
        new SyntheticOptions(
            seed, d.loadScale(), d.renewableShare(), d.reserveShare(), d.tightShare()));
  }

  private static void requireOwn(String option, @Nullable Integer asked, int own, String advice) {
    if (asked != null && asked != own) {
      throw new IllegalArgumentException(
          "%s %d is of synthetic data, and the case has %d of its own: %s."
              .formatted(option, asked, own, advice));
    }
  }
}
