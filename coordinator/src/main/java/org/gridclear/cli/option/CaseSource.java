package org.gridclear.cli.option;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.quantity.Horizon;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that turn a file into a whole market day. */
public final class CaseSource {
  private static final int PERIODS = 24;
  private static final int MINUTES = 60;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of synthetic data (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = "--periods",
      converter = OptionNumbers.FromOne.class,
      description = "Periods of synthetic data (default: 24).")
  @Nullable Integer periods;

  @Option(
      names = "--minutes",
      converter = OptionNumbers.FromOne.class,
      description = "Minutes per period of synthetic data (default: 60).")
  @Nullable Integer minutes;

  /**
   * A market day: that of the file, or the network of the file completed with synthetic data.
   *
   * @throws IllegalArgumentException if other periods are asked for than the day of the file has
   */
  public org.gridclear.market.MarketDay day(CaseFiles.Loaded loaded) {
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

  /** A case or network: a file, a built-in network, or {@code -} for standard input. */
  static CaseFiles.Loaded load(String source) {
    return source.equals(StandardStreams.DASH)
        ? StandardStreams.load(StandardStreams.read(), Set.of())
        : CaseFiles.load(source, Path.of(""), Set.of());
  }
}
