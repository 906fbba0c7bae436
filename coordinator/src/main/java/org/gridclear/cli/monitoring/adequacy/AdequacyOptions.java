package org.gridclear.cli.monitoring.adequacy;

import org.gridclear.cli.option.OptionNumbers;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code gridclear monitor adequacy} is asked. */
final class AdequacyOptions {
  @Option(
      names = "--samples",
      defaultValue = "100000",
      converter = OptionNumbers.FromOne.class,
      description = "Sampled weeks (default: ${DEFAULT-VALUE}).")
  private int samples;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed; studies of one seed have common random numbers (default: 1).")
  private long seed;

  @Parameters(
      paramLabel = "SYSTEM",
      description = "Units and load, YAML or JSON; or rts-79, which comes with the program.")
  private String system;

  int samples() {
    return samples;
  }

  long seed() {
    return seed;
  }

  String system() {
    return system;
  }
}
