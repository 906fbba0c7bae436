package org.gridclear.cli.option;

import java.nio.file.Path;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.io.NamelessCase;
import org.gridclear.market.MarketDay;
import org.gridclear.synthetic.CompletedCase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that turn a file into a whole market day. */
public final class CaseSource {
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
  public MarketDay day(CaseFiles.Loaded loaded) {
    return new CompletedCase(seed, periods, minutes).day(loaded);
  }

  /** A case or network: a file, a built-in network, or {@code -} for standard input. */
  static CaseFiles.Loaded load(String source) {
    return source.equals(StandardStreams.DASH)
        ? NamelessCase.load(StandardStreams.read(), Set.of())
        : CaseFiles.load(source, Path.of(""), Set.of());
  }
}
