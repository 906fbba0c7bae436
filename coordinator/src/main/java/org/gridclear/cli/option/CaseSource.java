package org.gridclear.cli.option;

import java.nio.file.Path;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.quantity.Horizon;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
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
      defaultValue = "24",
      description = "Periods of synthetic data (default: ${DEFAULT-VALUE}).")
  int periods;

  @Option(
      names = "--minutes",
      converter = OptionNumbers.FromOne.class,
      defaultValue = "60",
      description = "Minutes per period (default: ${DEFAULT-VALUE}).")
  int minutes;

  /** A market day: that of the file, or the network of the file completed with synthetic data. */
  public org.gridclear.market.MarketDay day(CaseFiles.Loaded loaded) {
    if (loaded.content() instanceof CaseFiles.Content.WholeDay whole) {
      return whole.day();
    }
    SyntheticOptions d = SyntheticOptions.DEFAULT;
    return SyntheticMarket.complete(
        ((CaseFiles.Content.OnlyNetwork) loaded.content()).network(),
        new Horizon(periods, minutes),
        new SyntheticOptions(
            seed, d.loadScale(), d.renewableShare(), d.reserveShare(), d.tightShare()));
  }

  /** A case or network: a file, a built-in network, or {@code -} for standard input. */
  static CaseFiles.Loaded load(String source) {
    return source.equals(StandardStreams.DASH)
        ? StandardStreams.load(StandardStreams.read(), Set.of())
        : CaseFiles.load(source, Path.of(""), Set.of());
  }
}
