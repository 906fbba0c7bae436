package org.gridclear.cli.serve;

import java.time.Duration;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.run.RunLimits;
import picocli.CommandLine.Option;

/** How much may be under way in the grid of a server, as options. */
final class RunLimitOptions {
  @Option(
      names = "--runs-max",
      converter = OptionNumbers.FromOne.class,
      defaultValue = "64",
      description = "Runs that may be under way in the grid (default: ${DEFAULT-VALUE}).")
  private int runsMax;

  @Option(
      names = "--runs-of-user-max",
      converter = OptionNumbers.FromOne.class,
      defaultValue = "16",
      description = "Runs of one user that may be under way (default: ${DEFAULT-VALUE}).")
  private int runsOfUserMax;

  @Option(
      names = "--units-max",
      converter = OptionNumbers.FromOne.class,
      defaultValue = "200000",
      description = "Units that one run may have (default: ${DEFAULT-VALUE}).")
  private int unitsMax;

  RunLimits limits() {
    return new RunLimits(runsMax, runsOfUserMax, unitsMax, Duration.ZERO);
  }
}
